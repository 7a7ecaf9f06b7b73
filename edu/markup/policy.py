"""A page's own style and scripts -> the Content-Security-Policy that lets these run, and nothing else load."""

from __future__ import annotations

import base64
import hashlib


def make_policy(style: str, *scripts: str) -> str:
    """Return the policy (Content Security Policy Level 3): this style, these scripts, pictures that stand in the page."""
    allowed = f"script-src {' '.join(_hash_text(script) for script in scripts)}; " if scripts else ""
    return f"default-src 'none'; {allowed}style-src {_hash_text(style)}; img-src data:; base-uri 'none'; form-action 'none'"


def _hash_text(text: str) -> str:
    """Return the source expression that allows this very text (2.3.1)."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"

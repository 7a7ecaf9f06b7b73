"""PO files -> what GNU gettext and i18nspector find wrong in them."""

from __future__ import annotations

import subprocess
from pathlib import Path


def check_catalogue(path: Path) -> tuple[str, ...]:
    """Return the lines with which `msgfmt --check` refuses `path`; none when it exits with 0."""
    run = subprocess.run(
        ["msgfmt", "--check", "--output-file=/dev/null", str(path)], capture_output=True, text=True, check=False
    )
    return tuple(run.stderr.splitlines()) if run.returncode else ()


def inspect_catalogue(path: Path) -> tuple[str, ...]:
    """Return the errors and warnings of i18nspector for `path`; what it knows only as a habit (`P:`, `I:`) is left out."""
    run = subprocess.run(["i18nspector", str(path)], capture_output=True, text=True, check=False)
    return tuple(line for line in run.stdout.splitlines() if line.startswith(("E:", "W:")))

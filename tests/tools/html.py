"""HTML pages -> what the Nu HTML Checker, which the W3C runs, finds wrong in them."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path

CHECKER = Path(__file__).resolve().parents[2] / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"

NEWER = "Property “field-sizing” doesn't exist."
"""What the checker does not know yet: CSS Form Control Styling, in Chromium since 123."""


def list_html_errors(pages: Sequence[Path]) -> tuple[str, ...]:
    """Return the errors in `pages`. Its warnings are left out: it does not know the hashes of a Content Security Policy."""
    command = ["java", "-jar", str(CHECKER), "--format", "json", "--stdout", "--errors-only", *map(str, pages)]
    run = subprocess.run(command, capture_output=True, check=False)
    messages = json.loads(run.stdout)["messages"]
    if run.returncode and not messages:
        raise RuntimeError(run.stderr.decode())
    errors = [found for found in messages if NEWER not in found["message"]]
    return tuple(f"{Path(found['url']).name}:{found.get('lastLine', 0)}: {found['message']}" for found in errors)

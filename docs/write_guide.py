"""The templates, the examples, the schemas and what commands print -> the pages of the guide: `make guide`."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from docs.guide.page import make_page  # noqa: E402
from docs.guide.plans import DOCS, LANGUAGES  # noqa: E402
from docs.guide.run import run_page  # noqa: E402


def main() -> None:
    """Write the pages for authors, those about checks, and into the teachers' what their commands print."""
    for lang in LANGUAGES:
        for name in ("authors", "questions", "translation-checks"):
            write(DOCS / f"{name}.{lang}.md", make_page(name, lang))
        page = DOCS / f"teachers.{lang}.md"
        with tempfile.TemporaryDirectory() as folder:
            write(page, run_page(page.read_text(encoding="utf-8"), lang, Path(folder)))


def write(path: Path, text: str) -> None:
    """Write `text` with LF line ends."""
    path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()

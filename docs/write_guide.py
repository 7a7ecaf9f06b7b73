"""The templates in docs/pages, the examples and the schemas -> the pages of the guide: `make guide`."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from docs.guide.page import make_page  # noqa: E402
from docs.guide.plans import DOCS, LANGUAGES  # noqa: E402

PAGES = ("authors",)


def main() -> None:
    """Write every page that has a template."""
    for lang in LANGUAGES:
        for name in PAGES:
            (DOCS / f"{name}.{lang}.md").write_text(make_page(name, lang), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()

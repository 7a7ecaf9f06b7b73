"""The folder `locales` -> the languages in work there: those that a course does not list, and so is not yet built in."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path

_NAME = re.compile(r"[a-z]{2,3}(_[A-Z][a-z]{3})?(_[A-Z]{2})?")


def list_drafts(locales: Path, listed: Collection[str]) -> tuple[str, ...]:
    """Return the gettext names of the languages with PO files of texts in `locales` that are not among `listed`, sorted."""
    found = {path.parts[-3] for path in locales.glob("*/LC_MESSAGES/*.po") if path.stem != "edu"}
    return tuple(sorted(lang for lang in found if _NAME.fullmatch(lang) and lang not in listed))

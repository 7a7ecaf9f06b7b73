"""The folder `locales` -> the languages in work there: those that a course does not list, and so is not yet built in."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path

from edu.folder import list_names

_NAME = re.compile(r"[a-z]{2,3}(_[A-Z][a-z]{3})?(_[A-Z]{2})?")


def list_drafts(locales: Path, listed: Collection[str]) -> tuple[str, ...]:
    """Return the gettext names of the languages with PO files of texts in `locales` that are not `listed`, sorted.

    No link is followed out of the course.
    """
    root = locales.parent
    found = (lang for lang in list_names(locales, root) if _NAME.fullmatch(lang) and lang not in listed)
    return tuple(lang for lang in found if _has_texts(list_names(locales / lang / "LC_MESSAGES", root)))


def _has_texts(names: Collection[str]) -> bool:
    return any(name.endswith(".po") and name != "edu.po" for name in names)

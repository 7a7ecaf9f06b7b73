"""The folder of a course -> its languages, and those in work: with PO files, but not listed, and so not yet built."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from edu.folder import list_names
from edu.model.course import Course
from edu.model.locale import PSEUDO, is_name


def list_languages(root: Path, course: Course) -> tuple[str, ...]:
    """Return the languages of the `course` in the folder `root`, then those in work, sorted; no link is followed out of it."""
    locales, listed = root / "locales", course.settings.languages
    found = (lang for lang in list_names(locales, root) if is_name(lang) and lang not in (*listed, *PSEUDO))
    return (*listed, *(lang for lang in found if _has_texts(list_names(locales / lang / "LC_MESSAGES", root))))


def _has_texts(names: Collection[str]) -> bool:
    return any(name.endswith(".po") and name != "edu.po" for name in names)

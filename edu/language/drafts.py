"""The folder of a course -> its languages, those in work (with PO files, but not listed), and files of no module."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path

from edu.folder import list_names
from edu.language.catalogue import name_file, po_path
from edu.language.trails import domains_of
from edu.language.words import DOMAIN
from edu.model.course import Course
from edu.model.locale import PSEUDO, is_name
from edu.problems import Code, Place, Problem, Problems


def list_languages(root: Path, course: Course) -> tuple[str, ...]:
    """Return the languages of the `course` in the folder `root`, then those in work, sorted; no link is followed out of it."""
    locales, listed = root / "locales", course.settings.languages
    found = (lang for lang in list_names(locales, root) if is_name(lang) and lang not in (*listed, *PSEUDO))
    return (*listed, *(lang for lang in found if _has_texts(list_names(locales / lang / "LC_MESSAGES", root))))


def list_orphans(root: Path, course: Course, lang: str) -> tuple[str, ...]:
    """Return the domains of the PO files in `lang` (gettext name) that belong to no module of the `course` in `root`."""
    names = list_names(root / "locales" / lang / "LC_MESSAGES", root)
    stems = (name.removesuffix(".po") for name in names if name.endswith(".po"))
    return tuple(stem for stem in stems if stem not in (*domains_of(course), DOMAIN))


def tell_orphans(root: Path, course: Course, languages: Iterable[str]) -> Problems:
    """Return a Problem for each file in `languages` that `list_orphans` lists."""
    found = ((lang, domain) for lang in languages for domain in list_orphans(root, course, lang))
    return tuple(
        Problem(
            Code.ORPHAN_FILE,
            values={"lang": lang, "name": domain},
            place=Place(name_file(po_path(root / "locales", lang, domain))),
        )
        for lang, domain in found
    )


def _has_texts(names: Collection[str]) -> bool:
    return any(name.endswith(".po") and name != f"{DOMAIN}.po" for name in names)

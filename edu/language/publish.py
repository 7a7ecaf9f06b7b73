"""A course and its PO files -> the course in the languages that are translated far enough to be shown."""

from __future__ import annotations

from pathlib import Path

from edu.language.catalogue import read_catalogue
from edu.language.extract import extract_course
from edu.language.translate import find_untranslated
from edu.model.course import Course, set_languages
from edu.model.locale import PSEUDO
from edu.problems import Code, Problem, Problems


def withhold_languages(locales: Path, course: Course, *, fuzzy: bool) -> tuple[Course, Problems]:
    """Return `course` without the languages of which less is translated than it wants, and a Problem for each of them.

    With `fuzzy`, what is to be looked at again counts as translated.
    """
    settings = course.settings
    if not settings.least:
        return course, ()
    problems: list[Problem] = []
    for lang in settings.languages:
        share = 100.0 if lang in (settings.language, *PSEUDO) else _share_of(locales, lang, course, fuzzy=fuzzy)
        if share < settings.least:
            values: dict[str, str | int] = {"lang": lang, "percent": int(share), "publish": settings.least}
            problems.append(Problem(Code.NOT_PUBLISHED, "course#publish", values))
    kept = tuple(lang for lang in settings.languages if lang not in {problem.values["lang"] for problem in problems})
    return set_languages(course, kept), tuple(problems)


def _share_of(locales: Path, lang: str, course: Course, *, fuzzy: bool) -> float:
    """Return the share of the course's texts, in percent, that readers see translated; one that stands twice is one."""
    domains = extract_course(course)
    untranslated = find_untranslated(course, read_catalogue(locales, lang, list(domains))[0], fuzzy=fuzzy)
    shown = [untranslated.isdisjoint(entry.trails) for entries in domains.values() for entry in entries]
    return 100 * sum(shown) / len(shown) if shown else 100.0

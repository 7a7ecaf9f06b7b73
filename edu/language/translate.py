"""A course and the translations of a language -> the course in that language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from edu.language.catalogue import Catalogue
from edu.language.trails import domain_of, find_noted, has_words, placeholders, question_of
from edu.model.course import Course, list_course_prose, map_course
from edu.model.edition import Edition
from edu.model.prose import Prose
from edu.problems import Code, Problem, Problems, Say

_LONGEST = 40
"""A problem shows this many characters of a text."""


@dataclass(frozen=True, slots=True)
class _Rendering:
    """What stands for one text: its translation, or None and why there is none."""

    msgid: str
    text: str | None
    problem: Problem | None = None


def make_edition(course: Course, lang: str, catalogue: Catalogue, say: Say) -> tuple[Edition, Problems]:
    """Return `course` in `lang` (gettext name), and what its translation lacks; the source language needs no catalogue.

    A text without a sound translation stays in the source language, a question as a whole. An accepted answer may be
    translated by several variants with ` | ` between them: the number of texts of a course is the same in every language.
    """
    from edu.language.cldr import name_language
    from edu.language.numbers import make_figures, make_numbers

    renderings = {} if lang == course.settings.language else _translate_texts(course, catalogue)
    fallbacks = _find_fallbacks(renderings)

    def change(text: Prose, trail: str) -> str:
        rendering = renderings.get(trail)
        return text if rendering is None or rendering.text is None or trail in fallbacks else rendering.text

    translated = map_course(course, change)
    figures = make_figures(translated.book, lang, say)
    problems = tuple(_list_problems(renderings))
    return Edition(lang, translated, say, figures, make_numbers(lang, say), fallbacks, name_language(lang)), problems


def _translate_texts(course: Course, catalogue: Catalogue) -> Mapping[str, _Rendering]:
    return {trail: _translate(course, text, trail, catalogue) for trail, text in list_course_prose(course)}


def _translate(course: Course, text: Prose, trail: str, catalogue: Catalogue) -> _Rendering:
    if not has_words(text):
        return _Rendering(text, text)
    values: dict[str, str | int] = {"lang": catalogue.lang, "text": _shorten(text)}
    found = catalogue.find(trail, text, find_noted(course, trail).context)
    place = found.place if found else None
    if domain_of(trail) not in catalogue.domains:
        return _Rendering(text, None)  # that its whole file is missing has been said
    if not found or not found.text:
        return _Rendering(text, None, Problem(Code.MISSING_TRANSLATION, trail, values, place))
    if found.fuzzy:
        return _Rendering(text, None, Problem(Code.FUZZY_TRANSLATION, trail, values, place))
    wanted, kept = placeholders(text), placeholders(type(text)(found.text))
    if wanted != kept:
        values |= {"missing": " ".join(wanted), "found": " ".join(kept)}
        code = Code.LOST_PLACEHOLDER if wanted else Code.STRAY_PLACEHOLDER
        return _Rendering(text, None, Problem(code, trail, values, place))
    return _Rendering(text, found.text)


def _find_fallbacks(renderings: Mapping[str, _Rendering]) -> frozenset[str]:
    """Return the trails of the texts that stay in the source language; where one text of a question does, all of them do."""
    failed = {trail for trail, rendering in renderings.items() if rendering.text is None}
    questions = {question_of(trail) for trail in failed} - {""}
    return frozenset(failed | {trail for trail in renderings if question_of(trail) in questions})


def _list_problems(renderings: Mapping[str, _Rendering]) -> Iterator[Problem]:
    """Yield the problems, one for each entry of a PO file."""
    told = set()
    for trail, rendering in renderings.items():
        problem = rendering.problem
        if problem and (key := (problem.code, problem.place, rendering.msgid, domain_of(trail))) not in told:
            told.add(key)
            yield problem


def _shorten(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"

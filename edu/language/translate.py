"""A course and the translations of a language -> the course in that language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from edu.language.catalogue import Catalogue
from edu.language.trails import domain_of, find_noted, has_words, placeholders, question_of
from edu.model.course import Course, list_course_prose, map_course
from edu.model.edition import Edition
from edu.model.prose import Prose
from edu.problems import Code, Level, Problem, Problems, Say, shorten

_LONGEST = 40
"""A problem shows this many characters of a text."""


@dataclass(frozen=True, slots=True)
class _Rendering:
    """What stands for one text: its translation, or None and why there is none; `fuzzy`: nobody has confirmed it."""

    msgid: str
    text: str | None
    problem: Problem | None = None
    fuzzy: bool = False


def make_edition(
    course: Course, lang: str, catalogue: Catalogue, say: Say, *, lender: Edition | None = None, fuzzy: bool = False
) -> tuple[Edition, Problems]:
    """Return `course` in `lang` (gettext name), and what its translation lacks; the source language needs no catalogue.

    A text without a sound translation is that of `lender` (without one: of the source), a question as a whole; how bad that is
    and whether it is marked, the course says. With `fuzzy`, translations are taken that are to be looked at again. An accepted
    answer may be translated by several variants with ` | ` between them: the number of texts is the same in every language.
    """
    from edu.language.cldr import name_language
    from edu.language.numbers import make_figures, make_numbers

    source = course.settings.language
    renderings = {} if lang == source else _translate_texts(course, catalogue, fuzzy=fuzzy)
    failed = _find_failed(renderings)
    lender = lender or (make_edition(course, source, Catalogue(source, {}), str)[0] if failed else None)
    lent = dict(list_course_prose(lender.course)) if lender and failed else {}

    def change(text: Prose, trail: str) -> str:
        rendering = renderings.get(trail)
        return lent.get(trail, text) if trail in failed else text if rendering is None else rendering.text or text

    translated = map_course(course, change)
    figures = make_figures(translated.book, lang, say)
    edition = Edition(
        lang,
        translated,
        say,
        figures,
        make_numbers(lang, say),
        {trail: lender.fallbacks.get(trail, lender) for trail in failed} if lender else {},
        name_language(lang),
        marked=course.settings.fallback == "mark",
        unreviewed=any(rendering.fuzzy for rendering in renderings.values()),
    )
    return edition, judge_gaps(course, _list_problems(lang, renderings))


def find_untranslated(course: Course, catalogue: Catalogue, *, fuzzy: bool = False) -> frozenset[str]:
    """Return the trails of the texts without a sound translation of their own; with `fuzzy`, unconfirmed ones are sound."""
    return _find_lacking(_translate_texts(course, catalogue, fuzzy=fuzzy))


def _translate_texts(course: Course, catalogue: Catalogue, *, fuzzy: bool) -> Mapping[str, _Rendering]:
    return {trail: _translate(course, text, trail, catalogue, fuzzy) for trail, text in list_course_prose(course)}


def _translate(course: Course, text: Prose, trail: str, catalogue: Catalogue, fuzzy: bool) -> _Rendering:
    if not has_words(text):
        return _Rendering(text, text)
    values: dict[str, str | int] = {"lang": catalogue.lang, "text": shorten(text, _LONGEST)}
    found = catalogue.find(trail, text, find_noted(course, trail).context)
    place = found.place if found else None
    if domain_of(trail) not in catalogue.domains:
        return _Rendering(text, None)  # that its whole file is missing has been said
    if not found or not found.text:
        return _Rendering(text, None, Problem(Code.MISSING_TRANSLATION, trail, values, place))
    if found.fuzzy and not fuzzy:
        return _Rendering(text, None, Problem(Code.FUZZY_TRANSLATION, trail, values, place))
    wanted, kept = placeholders(text), placeholders(type(text)(found.text))
    if wanted != kept:
        values |= {"missing": " ".join(wanted), "found": " ".join(kept)}
        code = Code.LOST_PLACEHOLDER if wanted else Code.STRAY_PLACEHOLDER
        return _Rendering(text, None, Problem(code, trail, values, place))
    return _Rendering(text, found.text, fuzzy=found.fuzzy)


def _find_lacking(renderings: Mapping[str, _Rendering]) -> frozenset[str]:
    return frozenset(trail for trail, rendering in renderings.items() if rendering.text is None)


def _find_failed(renderings: Mapping[str, _Rendering]) -> frozenset[str]:
    """Return the trails of the texts without a translation; where one text of a question has none, all of them have none."""
    failed = _find_lacking(renderings)
    questions = {question_of(trail) for trail in failed} - {""}
    return frozenset(failed | {trail for trail in renderings if question_of(trail) in questions})


_GAPS = (
    Code.MISSING_TRANSLATION,
    Code.FUZZY_TRANSLATION,
    Code.NO_CATALOGUE,
    Code.NO_OWN_WORDS,
    Code.OWN_WORDS_MISSING,
)
"""What leaves readers with another language than theirs, and would be a warning."""


def judge_gaps(course: Course, problems: Iterable[Problem]) -> Problems:
    """Return `problems`; those of what is not translated are errors where the course wants no other language to stand in."""
    if course.settings.fallback != "fail":
        return tuple(problems)
    return tuple(replace(problem, judged=Level.ERROR) if problem.code in _GAPS else problem for problem in problems)


def _list_problems(lang: str, renderings: Mapping[str, _Rendering]) -> Iterator[Problem]:
    """Yield the problems, one for each entry of a PO file."""
    told = set()
    if shown := sum(rendering.fuzzy for rendering in renderings.values()):
        yield Problem(Code.FUZZY_SHOWN, "course#languages", {"lang": lang, "count": shown})
    for trail, rendering in renderings.items():
        problem = rendering.problem
        if problem and (key := (problem.code, problem.place, rendering.msgid, domain_of(trail))) not in told:
            told.add(key)
            yield problem

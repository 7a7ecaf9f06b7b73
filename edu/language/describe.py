"""An entry and a language -> what its translator is told beyond the source: room, figures, terms, and the English."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from edu.language.catalogue import Catalogue
from edu.language.entry import Entry
from edu.language.roles import find_room
from edu.language.trails import find_nodes
from edu.language.translate import make_edition
from edu.model.course import Course, list_course_prose
from edu.model.edition import Edition
from edu.model.facts import Fact
from edu.model.inline import parse_inline
from edu.problems import Say

Comments = Callable[[Entry], tuple[str, ...]]
"""Returns the `#.` lines of an entry that are its language's own."""

Describe = Callable[[str, Mapping[str, Catalogue]], Comments]
"""Given a language and the catalogues of all of them, returns what it says to that language's translator."""


@dataclass(frozen=True, slots=True)
class _View:
    """A course in the language of a translator; `english` is what its texts say in English, for a third language."""

    course: Course
    edition: Edition
    terms: Mapping[str, str]
    english: Mapping[str, str]


def describe_course(course: Course, says: Mapping[str, Say]) -> Describe:
    """Return what describes the entries of `course`; `says` has our own words in each of its languages."""

    def describe(lang: str, catalogues: Mapping[str, Catalogue]) -> Comments:
        edition = _make_edition(course, lang, catalogues, says)
        source = course.settings.language
        third = lang not in ("en", source) and source != "en" and "en" in catalogues
        english = _list_translated(_make_edition(course, "en", catalogues, says)) if third else {}
        view = _View(course, edition, _list_terms(course, edition), english)
        return lambda entry: tuple(_list_comments(view, entry))

    return describe


def _make_edition(course: Course, lang: str, catalogues: Mapping[str, Catalogue], says: Mapping[str, Say]) -> Edition:
    return make_edition(course, lang, catalogues.get(lang, Catalogue(lang, {})), says.get(lang, str))[0]


def _list_translated(edition: Edition) -> Mapping[str, str]:
    return {trail: text for trail, text in list_course_prose(edition.course) if trail not in edition.fallbacks}


def _list_terms(course: Course, edition: Edition) -> Mapping[str, str]:
    """Return the glossary's terms with their approved translations (empty where there is none), longest first."""
    found = {}
    for source, term in zip(course.glossary.terms, edition.course.glossary.terms, strict=True):
        missing = f"glossary#terms[{source.id}].term" in edition.fallbacks or edition.lang == course.settings.language
        found[str(source.term)] = "" if missing else str(term.term)
    return dict(sorted(found.items(), key=lambda pair: (-len(pair[0]), pair[0])))


def _list_comments(view: _View, entry: Entry) -> Iterator[str]:
    if not entry.trails:
        return
    yield from _word_room(view, entry)
    yield from _word_figures(view, entry)
    yield from _word_terms(view, entry)
    if english := next((view.english[trail] for trail in entry.trails if trail in view.english), ""):
        yield f"English: {' '.join(english.split())}"


def _word_room(view: _View, entry: Entry) -> Iterator[str]:
    if room := find_room(view.course, entry.trails):
        yield f"room: {room.word(view.edition.lang)}"


def _word_figures(view: _View, entry: Entry) -> Iterator[str]:
    for part in dict.fromkeys((part.text, part.fact, part.form) for part in parse_inline(entry.msgid) if part.fact):
        text, fact, form = part
        if figure := view.edition.figures.get(fact):
            yield f"{text} = {figure.short if form == 'short' else figure.sentence}"
    for trail in entry.trails:
        node = find_nodes(view.course, trail)[-1]
        if isinstance(node, Fact) and trail.endswith(".pattern") and (figure := view.edition.figures.get(node.id)):
            yield f"{{n}} = {figure.number}"


def _word_terms(view: _View, entry: Entry) -> Iterator[str]:
    """Yield the glossary's terms in the text; one that stands only within a longer one is not meant."""
    left = entry.msgid
    for term, translation in view.terms.items():
        if term and term in left and term != entry.msgid:
            left = left.replace(term, "\n")
            yield f"term: {term} = {translation}" if translation else f"term: {term}"

"""A course and a catalogue -> each text beside its translation, as a reader sees both: what the checks look at."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from edu.check.items.parity import is_compared
from edu.language.catalogue import Catalogue, Translation
from edu.language.roles import Room, find_room
from edu.language.trails import domain_of, find_noted, has_words, question_of, reference_of
from edu.model.course import Course, list_course_prose
from edu.model.inline import OPAQUE, Part, parse_inline, split_paragraphs
from edu.model.prose import Notes, Plain, Prose
from edu.model.questions import MultipleQuestion, SingleQuestion
from edu.problems import Kind, Place, Problem

_FIELD = re.compile(r"([a-z_]+)(?:\[[^\]]*\])*$")
_NUMBER = "{n}"
_NAME = re.compile(r"glossary#terms\[[^\]]+\]\.(?:term|avoid)|course#entities\[[^\]]+\]\.name")


@dataclass(frozen=True, slots=True)
class Side:
    """A text in the gettext language `lang`: as it is written, its paragraphs in parts, and what is shown of it.

    In `plain` OPAQUE stands for each figure, gap and code; paragraphs are parted by line feeds.
    """

    lang: str
    prose: Prose
    paragraphs: tuple[tuple[Part, ...], ...]
    plain: str

    @property
    def parts(self) -> tuple[Part, ...]:
        """All parts, whatever paragraph they stand in."""
        return tuple(part for paragraph in self.paragraphs for part in paragraph)


def read_side(lang: str, prose: Prose) -> Side:
    """Return what a reader of `lang` sees of `prose`."""
    paragraphs = tuple(_list_paragraphs(prose))
    shown = ("".join(OPAQUE if _is_opaque(part) else part.text for part in paragraph) for paragraph in paragraphs)
    return Side(lang, prose, paragraphs, "\n".join(shown).strip())


def _list_paragraphs(prose: Prose) -> Iterator[tuple[Part, ...]]:
    if isinstance(prose, Plain):
        yield (Part(prose.replace(_NUMBER, OPAQUE)),)
        return
    for paragraph in split_paragraphs(prose) if isinstance(prose, Notes) else (prose,):
        yield parse_inline(paragraph)


def _is_opaque(part: Part) -> bool:
    return bool(part.fact or part.blank or part.code)


@dataclass(frozen=True, slots=True)
class Pair:
    """A text and its translation; `trails` are all the places where it is translated so, `place` is that in the PO file.

    `context` tells equal texts apart: the author's, or the place that a translator gave an entry of its own. `room` is the
    least that the text has in any of its places, None where it has as much as one likes.

    `asked` says that it is part of what a quiz asks, which the rules for quizzes compare in all languages; `mixed`, that it
    belongs to a question whose choices are shown in any order.
    """

    source: Side
    target: Side
    trails: tuple[str, ...]
    place: Place
    context: str = ""
    asked: bool = False
    room: Room | None = None
    mixed: bool = False

    @property
    def field(self) -> str:
        """The key of the source that the text stands under: `title`, `feedback`."""
        found = _FIELD.search(self.trails[0])
        return found.group(1) if found else ""

    @property
    def answers(self) -> bool:
        """Whether these are accepted answers, with ` | ` between their variants."""
        return self.field == "accepted"

    @property
    def names(self) -> bool:
        """Whether this says what something is called: a term, a word not to use for it, or the name of an entity."""
        return all(_NAME.match(trail) for trail in self.trails)

    def tell(self, kind: Kind, **values: str | int) -> Problem:
        """Return what is wrong with the translation, at its place."""
        return Problem(kind, self.trails[0], {"lang": self.target.lang, **values}, self.place)


@dataclass(frozen=True, slots=True)
class Bitext:
    """A course in the gettext language `source` with its translations into `lang`, each pair of texts once a PO entry.

    `gap` is what the course wants between Chinese characters and Latin letters: `none` or `space`; empty where it does not say.
    """

    source: str
    lang: str
    pairs: tuple[Pair, ...]
    gap: str = ""


def read_bitext(course: Course, catalogue: Catalogue, fallbacks: Collection[str] = ()) -> Bitext:
    """Return the texts of `course` that have a translation which is not fuzzy, with it.

    Those at the trails `fallbacks` are shown in the source language all the same.
    """
    source, lang = course.settings.language, catalogue.lang
    mixed = frozenset(_list_mixed(course))
    found: dict[tuple[Place, str, str], tuple[Prose, Translation, str, list[str]]] = {}
    for trail, text in list_course_prose(course):
        context = find_noted(course, trail).context if has_words(text) else ""
        translation = catalogue.find(trail, text, context) if has_words(text) else None
        if translation and translation is _find_own(catalogue, trail, text):
            context = reference_of(trail)
        if translation and translation.text and not translation.fuzzy:
            key = (translation.place, text, domain_of(trail))
            found.setdefault(key, (text, translation, context, []))[3].append(trail)
    pairs = (
        Pair(
            read_side(source, text),
            read_side(lang, type(text)(done.text)),
            tuple(trails),
            done.place,
            context,
            any(is_compared(trail) and trail not in fallbacks for trail in trails),
            find_room(course, trails),
            any(question_of(trail) in mixed for trail in trails),
        )
        for text, done, context, trails in found.values()
    )
    return Bitext(source, lang, tuple(pairs), course.settings.han_latin_gap or "")


def _find_own(catalogue: Catalogue, trail: str, text: Prose) -> Translation | None:
    """Return the entry that a translator made for the text at this place alone."""
    return catalogue.domains.get(domain_of(trail), {}).get((reference_of(trail), text))


def _list_mixed(course: Course) -> Iterator[str]:
    """Yield the trails of the questions whose choices are shown in any order."""
    for module in course.modules:
        for question in module.quiz.questions:
            if isinstance(question, (SingleQuestion, MultipleQuestion)) and question.shuffle:
                yield f"{module.id}/quiz#questions[{question.id}]"

"""A planned quiz and a language -> what a student reads and picks from there, as plain text: what the item linter looks at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import assert_never

from edu.check.items.chinese import CHINESE
from edu.check.items.english import ENGLISH
from edu.check.items.tongue import Tongue
from edu.plan.paper import (
    ChoiceGap,
    Cloze,
    Gap,
    Group,
    Item,
    Match,
    Multiple,
    Numeric,
    Open,
    Order,
    Paper,
    Single,
    Text,
    TextEntry,
    TrueFalse,
    TypedGap,
)
from edu.plan.paper import Option as PaperOption

GAP = "____"
"""Stands in a text where students fill something in."""


_TONGUES = {"en": ENGLISH, "zh": CHINESE}


def find_tongue(lang: str) -> Tongue:
    """Return what is known of the language `lang` (gettext name)."""
    return _TONGUES.get(lang.partition("_")[0], Tongue())


@dataclass(frozen=True, slots=True)
class Option:
    """One of the choices; `feedback` is what a student reads who picked it, empty where there is none."""

    trail: str
    text: str
    right: bool
    feedback: str


@dataclass(frozen=True, slots=True)
class Choosing:
    """A list to choose from. `before` is the text that leads up to it; `gap` tells that it is a drop-down in a sentence."""

    trail: str
    options: tuple[Option, ...]
    before: str
    shuffle: bool
    several: bool = False
    gap: bool = False
    spare: bool = False
    """Whether a feedback of its own stands in for that of its options."""

    @property
    def right(self) -> tuple[Option, ...]:
        return tuple(option for option in self.options if option.right)

    @property
    def wrong(self) -> tuple[Option, ...]:
        return tuple(option for option in self.options if not option.right)


@dataclass(frozen=True, slots=True)
class Reply:
    """What a student reads after a wrong answer, where it stands, and the right answers that it must not tell."""

    trail: str
    text: str
    key: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A question in one language. `strong` are the emphasised stretches of its stem; `sourced` tells that it rests on facts."""

    id: str
    trail: str
    kind: str
    stem: str
    strong: tuple[str, ...]
    choosings: tuple[Choosing, ...]
    replies: tuple[Reply, ...]
    key: tuple[str, ...]
    sourced: bool
    answer: bool | None
    """Whether the statement is true; None where it is no statement."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A quiz in the language `lang` (gettext name), without the questions that have no translation there.

    `again` tells that a student reads feedback while tries remain.
    """

    lang: str
    trail: str
    tongue: Tongue
    again: bool
    questions: tuple[Question, ...]

    @property
    def choosings(self) -> Iterator[tuple[Question, Choosing]]:
        """Yield each list to choose from, with its question."""
        return ((question, choosing) for question in self.questions for choosing in question.choosings)


def read_sheet(paper: Paper, lang: str) -> Sheet:
    """Return what `paper` shows in `lang`."""
    questions = tuple(_read_item(item, lang) for item in paper.items if lang not in item.fallbacks)
    again = paper.rules.tries > 1 and paper.rules.mode == "study"
    return Sheet(lang, f"{paper.module}/quiz#questions", find_tongue(lang), again, questions)


def _read_item(item: Item, lang: str) -> Question:
    choosings = tuple(_list_choosings(item, lang))
    return Question(
        id=item.id,
        trail=item.trail,
        kind=item.body.kind,
        stem=_plain(item.text, lang),
        strong=tuple(run.text for run in item.text[lang] if run.bold or run.emphasis),
        choosings=choosings,
        replies=tuple(reply for reply in _list_replies(item, choosings, lang) if reply.text),
        key=_list_key(item, choosings, lang),
        sourced=bool(item.facts),
        answer=next(option.right for option in item.body.options) if isinstance(item.body, TrueFalse) else None,
    )


def _plain(text: Text | None, lang: str) -> str:
    return "".join(GAP if run.blank else run.text for run in text[lang]).strip() if text else ""


def _list_choosings(item: Item, lang: str) -> Iterator[Choosing]:
    body = item.body
    if isinstance(body, Single | Multiple):
        options = _read_options(body.options, f"{item.trail}.choices", lang)
        several = isinstance(body, Multiple)
        yield Choosing(f"{item.trail}.choices", options, _plain(item.text, lang), body.shuffle, several)
    elif isinstance(body, Cloze):
        for gap in body.gaps:
            if isinstance(gap, ChoiceGap):
                trail = f"{item.trail}.blanks[{gap.id}].choices"
                before = _read_before(body, gap, lang)
                yield Choosing(trail, _read_options(gap.options, trail, lang), before, True, gap=True, spare=bool(gap.feedback))


def _read_options(options: Sequence[PaperOption], trail: str, lang: str) -> tuple[Option, ...]:
    return tuple(Option(f"{trail}[{one.id}]", _plain(one.text, lang), one.right, _plain(one.feedback, lang)) for one in options)


def _read_before(body: Cloze, gap: Gap, lang: str) -> str:
    """Return the text of the sentence up to `gap`."""
    said = ""
    for run in (run for paragraph in body.sentence[lang] for run in paragraph):
        if run.blank == gap.id:
            break
        said += GAP if run.blank else run.text
    return said.strip()


def _list_replies(item: Item, choosings: Sequence[Choosing], lang: str) -> Iterator[Reply]:
    for choosing in choosings:
        key = tuple(option.text for option in choosing.right)
        yield from (Reply(f"{option.trail}.feedback", option.feedback, key) for option in choosing.wrong)
    body, trail = item.body, item.trail
    match body:
        case TrueFalse():
            yield from (Reply(f"{trail}.feedback", _plain(one.feedback, lang), ()) for one in body.options if not one.right)
        case Numeric():
            yield Reply(f"{trail}.feedback", _plain(body.feedback, lang), body.shown[lang])
            for index, mistake in enumerate(body.mistakes):
                yield Reply(f"{trail}.mistakes[{index}].feedback", _plain(mistake.feedback, lang), body.shown[lang])
        case TextEntry():
            yield Reply(f"{trail}.feedback", _plain(body.feedback, lang), body.shown[lang])
        case Cloze():
            for gap in body.gaps:
                key = (
                    gap.shown[lang]
                    if isinstance(gap, TypedGap)
                    else tuple(_plain(o.text, lang) for o in gap.options if o.right)
                )
                yield Reply(f"{trail}.blanks[{gap.id}].feedback", _plain(gap.feedback, lang), key)
        case Single() | Multiple() | Match() | Order() | Group() | Open():
            pass
        case _:
            assert_never(body)


def _list_key(item: Item, choosings: Sequence[Choosing], lang: str) -> tuple[str, ...]:
    """Return the answers of one right choice or of a typed text, as they are told: what another question could give away."""
    match item.body:
        case TextEntry():
            return item.body.shown[lang]
        case Cloze():
            typed = (text for gap in item.body.gaps if isinstance(gap, TypedGap) for text in gap.shown[lang])
            return (*typed, *(option.text for choosing in choosings for option in choosing.right))
        case _:
            return tuple(option.text for choosing in choosings if not choosing.several for option in choosing.right)

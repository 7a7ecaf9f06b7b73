"""What a quiz is once it is settled, in every language at once: ids, order, keys, points and texts, alike for every output."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from edu.model.questions import Level, Scoring
from edu.plan.runs import Runs

Text = Mapping[str, Runs]
"""One paragraph by language (gettext name)."""

Texts = Mapping[str, tuple[Runs, ...]]
"""Paragraphs by language (gettext name)."""

Shown = Mapping[str, tuple[str, ...]]
"""Right answers as they are told to a student, by language (gettext name)."""


@dataclass(frozen=True, slots=True)
class Option:
    """Something to choose; `feedback` is for who chose it."""

    id: str
    text: Text
    right: bool
    feedback: Text | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """Something to set in order, to pair, to sort or to choose from, by id."""

    id: str
    text: Text
    feedback: Text | None = None


@dataclass(frozen=True, slots=True)
class Single:
    """One option is right. With `shuffle` the options are shown in an order drawn by seed."""

    options: tuple[Option, ...]
    shuffle: bool
    kind: Literal["single"] = "single"


@dataclass(frozen=True, slots=True)
class Multiple:
    """At least one option is right and at least one is wrong."""

    options: tuple[Option, ...]
    shuffle: bool
    kind: Literal["multiple"] = "multiple"


@dataclass(frozen=True, slots=True)
class TrueFalse:
    """The options `true` and `false`, in this order."""

    options: tuple[Option, ...]
    kind: Literal["true_false"] = "true_false"


@dataclass(frozen=True, slots=True)
class Mistake:
    """A wrong number that tells of a known misconception."""

    value: Fraction
    feedback: Text


@dataclass(frozen=True, slots=True)
class Numeric:
    """A number within ± `tolerance` of `answer`, both in `unit`; with `percent` they count hundredths (`7.4%` is 7.4)."""

    answer: Fraction
    tolerance: Fraction
    unit: Text | None
    percent: bool
    shown: Shown
    mistakes: tuple[Mistake, ...]
    feedback: Text | None
    kind: Literal["numeric"] = "numeric"


@dataclass(frozen=True, slots=True)
class TextEntry:
    """A typed answer; `accepted` are folded and those of every language, so that a switch of language changes no score."""

    accepted: tuple[str, ...]
    shown: Shown
    feedback: Text | None
    kind: Literal["text"] = "text"


@dataclass(frozen=True, slots=True)
class ChoiceGap:
    """A gap with a drop-down, its options in an order drawn by seed."""

    id: str
    options: tuple[Option, ...]
    feedback: Text | None


@dataclass(frozen=True, slots=True)
class TypedGap:
    """A gap to type in; `accepted` as in `TextEntry`."""

    id: str
    accepted: tuple[str, ...]
    shown: Shown
    feedback: Text | None


Gap = ChoiceGap | TypedGap


@dataclass(frozen=True, slots=True)
class Cloze:
    """A sentence whose `blank` runs stand for the gaps; every language has each gap."""

    sentence: Texts
    gaps: tuple[Gap, ...]
    kind: Literal["cloze"] = "cloze"


@dataclass(frozen=True, slots=True)
class Match:
    """Each of `lefts` belongs to one of `rights`, as `key` says by id; rights are shown in an order drawn by seed."""

    lefts: tuple[Part, ...]
    rights: tuple[Part, ...]
    key: Mapping[str, str]
    kind: Literal["match"] = "match"


@dataclass(frozen=True, slots=True)
class Order:
    """Parts in the right order; shown in another one drawn by seed."""

    parts: tuple[Part, ...]
    feedback: Text | None
    kind: Literal["order"] = "order"


@dataclass(frozen=True, slots=True)
class Group:
    """Each of `parts` belongs into one of `groups`, as `key` says by id; parts are shown in an order drawn by seed."""

    groups: tuple[Part, ...]
    parts: tuple[Part, ...]
    key: Mapping[str, str]
    kind: Literal["group"] = "group"


@dataclass(frozen=True, slots=True)
class Criterion:
    """One line of a rubric and the points that it is worth."""

    id: str
    text: Text
    points: int


@dataclass(frozen=True, slots=True)
class Open:
    """A free answer, which the student sets against `sample` by `rubric`."""

    rubric: tuple[Criterion, ...]
    sample: Texts
    kind: Literal["open"] = "open"


Body = Single | Multiple | TrueFalse | Numeric | TextEntry | Cloze | Match | Order | Group | Open


@dataclass(frozen=True, slots=True)
class Item:
    """A question. `hash` changes where an answer given before may no longer mean the same: with its kind, its key, or most of
    its wording.

    `hints` are had one after the other. `sources` are lines about the facts that it rests on; `fallbacks` the languages in
    which it stands in the source language.
    """

    id: str
    trail: str
    hash: str
    text: Text
    body: Body
    points: int
    scoring: Scoring
    objective: str
    level: Level
    slide: str
    facts: tuple[str, ...]
    hints: tuple[Text, ...]
    explanation: Texts
    sources: Texts
    fallbacks: frozenset[str]


@dataclass(frozen=True, slots=True)
class Rules:
    """How a quiz is taken. `hint_cost` is what a hint costs in percent of the question's points; `draw` how many questions a
    student gets, `minutes` the time limit, each None where there is none.
    """

    mode: Literal["study", "exam"] = "study"
    tries: int = 2
    show: Literal["one", "all"] = "one"
    hint_cost: int = 10
    certainty: bool = False
    shuffle: bool = False
    draw: int | None = None
    seed: Literal["chance", "student"] = "chance"
    minutes: int | None = None
    prints: Literal["paper", "key"] = "paper"


@dataclass(frozen=True, slots=True)
class Place:
    """A slide that items point to: its title, and its number in the deck of each language, where that is known."""

    title: Text
    numbers: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Paper:
    """A module's quiz; `quiz` is its id within the course, `languages` starts with the source's.

    `slides` are those that items point to, by id; `objectives` are those of the lesson. `unreviewed` are the languages in
    which translations are shown that nobody has confirmed.
    """

    course: str
    module: str
    quiz: str
    languages: tuple[str, ...]
    rules: Rules
    course_title: Text
    title: Text
    intro: Text | None
    objectives: tuple[Part, ...]
    slides: Mapping[str, Place]
    items: tuple[Item, ...]
    unreviewed: tuple[str, ...] = ()

    @property
    def points(self) -> int:
        """The most points that can be had."""
        return sum(item.points for item in self.items)

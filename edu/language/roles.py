"""The trail of a text -> what it is, said to a translator, and the room that it has."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from edu.language.trails import find_nodes
from edu.model.course import Course, Entity, Settings
from edu.model.facts import Fact, Source, Term
from edu.model.locale import EAST_ASIAN, script_of
from edu.model.prose import Node
from edu.model.questions import BaseQuestion, Blank, Choice, Mistake, Quiz
from edu.model.slides import BaseSlide, Figure, Lesson

_FIELD = re.compile(r"([a-z_]+)(?:\[[^\]]*\])*$")


@dataclass(frozen=True, slots=True)
class Room:
    """How much fits: `lines` of about `width` full-width characters each; a Latin letter is about half as wide."""

    width: int
    lines: int = 1

    @property
    def cells(self) -> int:
        """The room in cells, of which a full-width character takes two."""
        return self.width * self.lines * 2

    def count(self, lang: str) -> int:
        """Return how many characters there is room for in the gettext language `lang`."""
        return self.cells // 2 if script_of(lang) in EAST_ASIAN else self.cells

    def word(self, lang: str) -> str:
        """Return the room as a translator into the gettext language `lang` counts it."""
        wide = script_of(lang) in EAST_ASIAN
        count = f"about {self.count(lang)} {'characters' if wide else 'letters'}"
        return f"{'one line' if self.lines == 1 else f'{self.lines} lines'}, {count}"


@dataclass(frozen=True, slots=True)
class Role:
    """What a text is and where, by ids: `question two-ways (single): option b, right answer`.

    `room` is None where there is as much as one likes.
    """

    text: str
    room: Room | None


_TITLE = Room(27, 2)
_LEAD = Room(35, 2)
_POINT = Room(40, 2)
_LINE = Room(40)
_LABEL = Room(12)
_CELL = Room(10, 2)
_OPTION = Room(36, 2)

_ROLES: dict[tuple[str, str], tuple[str, Room | None]] = {
    ("Settings", "title"): ("title of the course", _TITLE),
    ("Settings", "subtitle"): ("subtitle of the course", _LEAD),
    ("Settings", "author"): ("author", _LINE),
    ("Entity", "name"): ("name", _LABEL),
    ("Source", "title"): ("title of the publication", None),
    ("Source", "publisher"): ("publisher", None),
    ("Source", "remark"): ("remark in the list of sources", None),
    ("Fact", "claim"): ("claim", None),
    ("Fact", "who"): ("who says it", _LINE),
    ("Fact", "pattern"): ("text round the number {n}", _LABEL),
    ("Term", "term"): ("term", _LABEL),
    ("Term", "definition"): ("definition", _POINT),
    ("Term", "avoid"): ("word not to use for it", None),
    ("Lesson", "title"): ("title of the lesson", _TITLE),
    ("Lesson", "question"): ("question of the lesson", _LEAD),
    ("Objective", "text"): ("what a student can do", _POINT),
    ("Quiz", "title"): ("title of the quiz", _LINE),
    ("Quiz", "intro"): ("introduction", None),
    ("Slide", "title"): ("title", _TITLE),
    ("Slide", "subtitle"): ("subtitle", _LEAD),
    ("Slide", "lead"): ("lead", _LEAD),
    ("Slide", "notes"): ("speaker notes", None),
    ("Slide", "points"): ("point", _POINT),
    ("Slide", "example"): ("example", _POINT),
    ("Slide", "counterexample"): ("counter-example", _POINT),
    ("Slide", "columns"): ("column head", _CELL),
    ("Slide", "rows"): ("cell", _CELL),
    ("Slide", "unit"): ("unit of the chart", _LABEL),
    ("Slide", "takeaway"): ("takeaway", _LINE),
    ("Slide", "alt"): ("alternative text, read out to who cannot see the picture", None),
    ("Slide", "text"): ("reported speech", Room(30, 3)),
    ("Slide", "speaker"): ("speaker", _LINE),
    ("Slide", "caution"): ("caution", _LINE),
    ("Slide", "caption"): ("caption", _LINE),
    ("Slide", "credit"): ("credit", _LINE),
    ("Slide", "prompts"): ("prompt", _POINT),
    ("Slide", "steps"): ("step", _POINT),
    ("Slide", "answer_title"): ("title of the slide with the answer", _TITLE),
    ("Slide", "answer"): ("answer to the question of the lesson", _LEAD),
    ("Side", "name"): ("side", _LABEL),
    ("Row", "label"): ("dimension of the comparison", _LABEL),
    ("Row", "cells"): ("cell", Room(18, 2)),
    ("Series", "name"): ("series of the chart", _LABEL),
    ("Category", "label"): ("category of the chart", Room(8)),
    ("Event", "text"): ("event", Room(10, 3)),
    ("Step", "head"): ("head of a step", Room(8)),
    ("Step", "text"): ("step", Room(10, 3)),
    ("Figure", "label"): ("what the number {fact} means", Room(12, 2)),
    ("Question", "text"): ("question", None),
    ("Question", "hint"): ("hint", None),
    ("Question", "explanation"): ("explanation", None),
    ("Question", "feedback"): ("feedback to a wrong answer", None),
    ("Question", "unit"): ("unit of the number", _LABEL),
    ("Question", "accepted"): ("accepted answer; several are parted by “ | ”", _LABEL),
    ("Question", "sentence"): ("sentence with gaps [[…]]", None),
    ("Question", "sample"): ("sample answer", None),
    ("Choice", "text"): ("option {id}", _OPTION),
    ("Choice", "feedback"): ("feedback to option {id}", None),
    ("Blank", "accepted"): ("accepted answer for the gap; several are parted by “ | ”", _LABEL),
    ("Blank", "feedback"): ("feedback to a wrong answer", None),
    ("Mistake", "feedback"): ("feedback to the wrong number {value}", None),
    ("Pair", "left"): ("left side of pair {id}", _OPTION),
    ("Pair", "right"): ("right side of pair {id}", _OPTION),
    ("Pair", "feedback"): ("feedback to pair {id}", None),
    ("Extra", "text"): ("right side {id} that belongs to no left side", _OPTION),
    ("Item", "text"): ("item {id}", _OPTION),
    ("Group", "name"): ("group {id}", _LABEL),
    ("Member", "text"): ("item {id}", _OPTION),
    ("Member", "feedback"): ("feedback to item {id}", None),
    ("Criterion", "text"): ("criterion {id}", None),
}


def find_role(course: Course, trail: str) -> Role:
    """Return what the text at `trail` is, and the room it has."""
    nodes = find_nodes(course, trail)
    field = _FIELD.search(trail)
    name = field.group(1) if field else ""
    if not nodes:
        return Role(trail, None)
    wording, room = _ROLES.get((_kind_of(nodes[-1]), name), (name.replace("_", " "), None))
    parts = [*filter(None, map(_name_node, nodes))]
    return Role(": ".join([", ".join(parts), _fill(wording, nodes[-1])] if parts else [_fill(wording, nodes[-1])]), room)


def find_room(course: Course, trails: Iterable[str]) -> Room | None:
    """Return the least room that a text has in any of its places."""
    rooms = [room for trail in trails if (room := find_role(course, trail).room)]
    return min(rooms, key=lambda room: (room.cells, room.lines), default=None)


def _kind_of(node: Node) -> str:
    match node:
        case BaseSlide():
            return "Slide"
        case BaseQuestion():
            return "Question"
        case _:
            return type(node).__name__


def _name_node(node: Node) -> str:
    """Return how a translator is told of `node`; empty where it needs no telling."""
    match node:
        case BaseSlide() | BaseQuestion():
            return f"{_kind_of(node).lower()} {node.id} ({getattr(node, 'kind', '')})"
        case Fact() | Source() | Entity() | Term():
            return f"{type(node).__name__.lower()} {node.id}"
        case Blank():
            return f"gap {node.id}"
        case Settings() | Lesson() | Quiz() | _:
            return ""


def _fill(wording: str, node: Node) -> str:
    """Return the wording with the ids of `node`, and for an option whether it is right."""
    text = wording.replace("{id}", str(getattr(node, "id", "")))
    match node:
        case Choice() if wording == "option {id}":
            return f"{text}, {'right answer' if node.right else 'wrong answer'}"
        case Mistake():
            return text.replace("{value}", str(node.value))
        case Figure():
            return text.replace("{fact}", node.fact)
        case _:
            return text

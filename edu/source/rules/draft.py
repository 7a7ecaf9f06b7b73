"""What could be read of a course, for rules that look across its files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from edu.model.course import Settings
from edu.model.facts import FactBook, Glossary
from edu.model.inline import Part, parse_inline
from edu.model.prose import Node, Plain, Prose, join_trail, list_prose
from edu.model.questions import BaseQuestion, Quiz
from edu.model.slides import BaseSlide, Lesson
from edu.problems import Problem
from edu.source.document import name_steps


@dataclass(frozen=True, slots=True)
class Draft:
    """The parts of a course whose files are sound; what is None or missing has errors of its own, and no rule asks it."""

    settings: Settings | None = None
    book: FactBook | None = None
    glossary: Glossary | None = None
    lessons: Mapping[str, Lesson] = field(default_factory=dict)
    quizzes: Mapping[str, Quiz] = field(default_factory=dict)
    complete: bool = False

    def list_parts(self) -> Iterator[tuple[str, Node]]:
        """Yield each part with the root of its trails."""
        single = (("course#", self.settings), ("facts#", self.book), ("glossary#", self.glossary))
        yield from ((root, part) for root, part in single if part is not None)
        yield from ((f"{id}/lesson#", lesson) for id, lesson in self.lessons.items())
        yield from ((f"{id}/quiz#", quiz) for id, quiz in self.quizzes.items())

    def list_texts(self) -> Iterator[tuple[str, Prose]]:
        """Yield every text that a reader will see, with its trail."""
        for root, part in self.list_parts():
            yield from list_prose(part, root)

    def list_nodes(self) -> Iterator[tuple[str, Node]]:
        """Yield every mapping of the course with its trail, parents first."""
        for root, part in self.list_parts():
            yield from walk_nodes(part, root)

    def list_citing(self) -> Iterator[tuple[str, BaseSlide | BaseQuestion]]:
        """Yield every slide and question, which list the facts that they rest on, with its trail."""
        yield from ((trail, slide) for _, trail, slide in self.list_slides())
        yield from ((trail, question) for _, trail, question in self.list_questions())

    def list_slides(self) -> Iterator[tuple[str, str, BaseSlide]]:
        """Yield the module, the trail and the slide for every slide."""
        for id, lesson in self.lessons.items():
            yield from ((id, trail, slide) for trail, slide in name_nodes(lesson.slides, f"{id}/lesson#slides"))

    def list_questions(self) -> Iterator[tuple[str, str, BaseQuestion]]:
        """Yield the module, the trail and the question for every question."""
        for id, quiz in self.quizzes.items():
            yield from ((id, trail, question) for trail, question in name_nodes(quiz.questions, f"{id}/quiz#questions"))


Kind = TypeVar("Kind", bound=Node)
Rule = Callable[[Draft], Iterator[Problem]]


def list_marks(draft: Draft) -> Iterator[tuple[str, Part]]:
    """Yield every figure citation and every gap in a text of `draft`, with the text's trail."""
    for trail, text in draft.list_texts():
        if not isinstance(text, Plain) and ("{" in text or "[[" in text):
            yield from ((trail, part) for part in parse_inline(text) if part.fact or part.blank)


def name_nodes(nodes: tuple[Kind, ...], trail: str) -> Iterator[tuple[str, Kind]]:
    """Yield each of `nodes` with its trail; a second one with the same id goes by its index."""
    names = name_steps([getattr(node, "id", None) for node in nodes])
    yield from ((f"{trail}[{name}]", node) for name, node in zip(names, nodes, strict=True))


def walk_nodes(node: Node, trail: str) -> Iterator[tuple[str, Node]]:
    """Yield `node` and every mapping below it with its trail."""
    yield trail, node
    for name in type(node).model_fields:
        value, below = getattr(node, name), join_trail(trail, name)
        if isinstance(value, Node):
            yield from walk_nodes(value, below)
        elif isinstance(value, tuple) and value and all(isinstance(item, Node) for item in value):
            for step, item in name_nodes(value, below):
                yield from walk_nodes(item, step)

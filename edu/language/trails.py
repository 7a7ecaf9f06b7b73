"""Trails -> the domains, references and nodes of the course that they stand for."""

from __future__ import annotations

import re

from edu.model.course import Course
from edu.model.inline import parse_inline
from edu.model.prose import Node, Noted, Plain, Prose

_STEP = re.compile(r"([a-z_]+)|\[([^\]]*)\]")
_QUESTION = re.compile(r"[^/#]+/quiz#questions\[[^\]]+\]")
_NUMBER = "{n}"


def domains_of(course: Course) -> tuple[str, ...]:
    """Return the gettext domains of the texts of `course`: what belongs to all modules, then module by module."""
    return ("course", *(module.id for module in course.modules))


def domain_of(trail: str) -> str:
    """Return the gettext domain of the text at `trail`: its module, or `course` for what belongs to all of them."""
    module, slash, _ = trail.partition("#")[0].partition("/")
    return module if slash else "course"


def reference_of(trail: str) -> str:
    """Return where a translator finds the text at `trail`: `content/strategy/quiz.yaml#questions[two-ways].text`."""
    return f"content/{trail.replace('#', '.yaml#', 1)}"


def question_of(trail: str) -> str:
    """Return the trail of the question that the text at `trail` belongs to; empty where it belongs to none."""
    found = _QUESTION.match(trail)
    return found.group() if found else ""


def find_nodes(course: Course, trail: str) -> tuple[Node, ...]:
    """Return the nodes that the text at `trail` stands in, outermost first: lesson, slide, step."""
    file, _, rest = trail.partition("#")
    here: object = _find_file(course, file)
    nodes: list[Node] = []
    for name, item in _STEP.findall(rest):
        if isinstance(here, Node):
            nodes.append(here)
            here = getattr(here, name, None)
        elif isinstance(here, tuple):
            here = next((it for index, it in enumerate(here) if str(getattr(it, "id", index)) == item), None)
    return tuple(nodes)


def _find_file(course: Course, file: str) -> Node | None:
    shared: dict[str, Node] = {"course": course.settings, "facts": course.book, "glossary": course.glossary}
    if file in shared:
        return shared[file]
    id, _, part = file.partition("/")
    module = next((module for module in course.modules if module.id == id), None)
    return None if module is None else module.lesson if part == "lesson" else module.quiz


def find_noted(course: Course, trail: str) -> Noted:
    """Return the nearest node round the text at `trail` that can carry its author's note and context."""
    return next((node for node in reversed(find_nodes(course, trail)) if isinstance(node, Noted)), Noted())


def has_words(text: Prose) -> bool:
    """Return whether there is anything to translate in `text`: a letter outside of figures and gaps."""
    if isinstance(text, Plain):
        return any(char.isalpha() for char in text.replace(_NUMBER, ""))
    return any(char.isalpha() for part in parse_inline(text) if not part.fact and not part.blank for char in part.text)


def placeholders(text: Prose) -> tuple[str, ...]:
    """Return the figures and gaps of `text` as they are written, sorted: what every translation of it has to keep.

    A figure counts once however often it is cited; a gap stands in a sentence once for each time it is to be filled.
    """
    if isinstance(text, Plain):
        return (_NUMBER,) if _NUMBER in text else ()
    parts = parse_inline(text)
    figures = {part.text for part in parts if part.fact}
    return tuple(sorted([*figures, *(part.text for part in parts if part.blank)]))

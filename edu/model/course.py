"""A course: its settings, facts, glossary and modules."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from edu.model.facts import FactBook, Glossary
from edu.model.prose import Change, Id, Node, Noted, Prose, map_prose
from edu.model.questions import Quiz
from edu.model.slides import Lesson

Locale = Annotated[str, Field(pattern=r"^[a-z]{2,3}(_[A-Z][a-z]{3})?(_[A-Z]{2})?$", strict=True)]
"""A gettext name: `zh_CN`, `en`, `pt_BR`."""

Hex = Annotated[str, Field(pattern=r"^#[0-9A-Fa-f]{6}$", strict=True)]


class Entity(Noted):
    """A side of the case; it keeps one colour through every slide, chart and quiz. `dark` is for dark grounds."""

    id: Id
    name: Prose
    color: Hex
    dark: Hex


class Settings(Noted):
    """`course.yaml`. `language` is what the source is written in; it is one of `languages`."""

    id: Id
    title: Prose
    subtitle: Prose | None = None
    author: Prose | None = None
    language: Locale
    languages: tuple[Locale, ...] = Field(min_length=1)
    entities: tuple[Entity, ...] = Field(default=(), max_length=4)
    modules: tuple[Id, ...] = Field(min_length=1)


class Module(Node):
    id: Id
    lesson: Lesson
    quiz: Quiz


class Course(Node):
    """A whole course in one language."""

    settings: Settings
    book: FactBook
    glossary: Glossary
    modules: tuple[Module, ...]


def map_course(course: Course, change: Change) -> Course:
    """Return `course` with every text changed; the one place that knows which file each part's trail names."""
    modules = tuple(
        module.model_copy(
            update={
                "lesson": map_prose(module.lesson, change, f"{module.id}/lesson#"),
                "quiz": map_prose(module.quiz, change, f"{module.id}/quiz#"),
            }
        )
        for module in course.modules
    )
    return course.model_copy(
        update={
            "settings": map_prose(course.settings, change, "course#"),
            "book": map_prose(course.book, change, "facts#"),
            "glossary": map_prose(course.glossary, change, "glossary#"),
            "modules": modules,
        }
    )


def list_course_prose(course: Course) -> list[tuple[str, Prose]]:
    """Return every text of `course` with its trail, in the order of the source."""
    found: list[tuple[str, Prose]] = []

    def note(text: Prose, where: str) -> str:
        found.append((where, text))
        return text

    map_course(course, note)
    return found

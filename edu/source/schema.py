"""The types of a course's source files -> JSON Schemas, from which an editor completes, explains and checks every key."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TypeAlias

from pydantic import BaseModel

from edu.model.course import Settings
from edu.model.facts import FactBook, Glossary
from edu.model.questions import Quiz
from edu.model.slides import Lesson
from edu.problems import Say

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"

FOLDER = ".schema"
"""The folder of the schemas below `content`."""

MODELS: Mapping[str, type[BaseModel]] = {
    "course.json": Settings,
    "facts.json": FactBook,
    "glossary.json": Glossary,
    "lesson.json": Lesson,
    "quiz.json": Quiz,
}
"""What each schema describes: `lesson.json` is that of `lesson.yaml`."""


def make_schemas(say: Say) -> Mapping[str, bytes]:
    """Return the JSON Schema (draft-07) of each source file by its name, with explanations in the language of `say`."""
    return {name: _write_json(_make_schema(model)) for name, model in MODELS.items()}


def _write_json(schema: Json) -> bytes:
    return (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode()


def _make_schema(model: type[BaseModel]) -> Json:
    made = model.model_json_schema(ref_template="#/definitions/{model}")
    made["definitions"] = made.pop("$defs", {})
    return {"$schema": "http://json-schema.org/draft-07/schema#", **made}

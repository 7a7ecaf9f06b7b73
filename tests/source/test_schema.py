"""The schemas say what the reader accepts, explain every key in the teacher's language, and help a real editor."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from pydantic import ValidationError

from edu.language.words import load_words
from edu.source.document import Data
from edu.source.schema import FOLDER, MODELINE, MODELS, make_schemas
from edu.source.yaml import read_yaml
from tests.conftest import ROOT
from tests.source.cases import CASES, SMALL, Case, read_cases

STARTERS = sorted((ROOT / "templates" / "course").iterdir())
COURSES = [ROOT, SMALL, *STARTERS]
SHAPES = read_cases(CASES / "shape.txt")
NOT_TOLD = {"an infinite number": "JSON has no infinite numbers, so no schema can speak of one"}
"""What the reader refuses and a schema cannot."""


@cache
def chinese() -> dict[str, bytes]:
    """Return the schemas in Chinese."""
    return dict(make_schemas(load_words("zh_CN", [ROOT / "locales"])))


@cache
def validator(name: str) -> Draft7Validator:
    """Return what checks a file such as `lesson.yaml` against its schema."""
    schema = json.loads(chinese()[name.replace(".yaml", ".json")])
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema)


def list_sources(course: Path) -> list[Path]:
    """Return the source files of `course`."""
    found = sorted((course / "content").glob("*.yaml")) + sorted((course / "content").glob("*/*.yaml"))
    assert len(found) >= 5
    return found


def load(path: Path) -> Any:
    """Return what a source file says as our own reader takes it, in the types of JSON."""
    document, problems = read_yaml(path.read_text(encoding="utf-8"), path.name, "")
    assert document and not problems
    return to_json(document.data)


def to_json(data: Data) -> Any:
    """Return `data` with lists in place of tuples."""
    if isinstance(data, dict):
        return {key: to_json(value) for key, value in data.items()}
    return [to_json(item) for item in data] if isinstance(data, tuple) else data


def to_tuples(data: Any) -> Any:
    """Return `data` with tuples in place of lists, as the models take it."""
    if isinstance(data, dict):
        return {key: to_tuples(value) for key, value in data.items()}
    return tuple(to_tuples(item) for item in data) if isinstance(data, list) else data


def walk(node: Any) -> Iterator[dict[str, Any]]:
    """Yield every mapping of a schema, but for the conditions, which show nowhere."""
    if isinstance(node, dict):
        yield node
    children = [child for key, child in node.items() if key != "if"] if isinstance(node, dict) else node
    for child in children if isinstance(children, list) else ():
        yield from walk(child)


def test_the_committed_schemas_are_those_that_the_models_make() -> None:
    folder = ROOT / "content" / FOLDER
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == chinese(), "say: edu schema --ui-lang zh_CN"


@pytest.mark.parametrize(
    "path", [path for course in COURSES for path in list_sources(course)], ids=lambda path: path.as_posix()
)
def test_every_source_file_is_valid_and_names_its_schema(path: Path) -> None:
    assert [error.message for error in validator(path.name).iter_errors(load(path))] == []
    if SMALL not in path.parents:
        schema = path.read_text(encoding="utf-8").split("\n")[0].removeprefix(MODELINE)
        assert (path.parent / schema).parent.resolve() == next(p for p in path.parents if p.name == "content") / FOLDER
        assert Path(schema).name == f"{path.stem}.json"


@pytest.mark.parametrize("case", SHAPES, ids=[case.title for case in SHAPES])
def test_a_schema_refuses_what_the_reader_refuses(case: Case, tmp_path: Path) -> None:
    course = shutil.copytree(SMALL, tmp_path / "course")
    for edit in case.edits:
        edit.apply(course / "content")
    path = course / "content" / case.edits[0].words[0]
    assert validator(path.name).is_valid(load(path)) == (case.title in NOT_TOLD)


VALUES: tuple[Any, ...] = (None, True, False, 7, -7, 0.5, "word", "2025-09", [], ["word"], {})


def list_changes(data: Any) -> Iterator[Any]:
    """Yield `data` with one thing in it changed: a key left out or unknown, or another value."""
    yield from VALUES
    if isinstance(data, dict):
        yield {**data, "unknown": 1}
        for key in data:
            yield {name: value for name, value in data.items() if name != key}
            yield from ({**data, key: changed} for changed in list_changes(data[key]))
    elif isinstance(data, list):
        yield from (data * times for times in (2, 5, 13, 25))
        yield from (
            [*data[:index], changed, *data[index + 1 :]] for index in range(len(data)) for changed in list_changes(data[index])
        )


def list_small_files() -> Iterator[tuple[str, Any]]:
    """Yield the files of the small course, a slide and a question at a time."""
    for path in list_sources(SMALL):
        data = load(path)
        key = {"lesson.yaml": "slides", "quiz.yaml": "questions"}.get(path.name, "")
        for item in data.get(key, [None]):
            yield path.name, {**data, key: [item]} if key else data


@pytest.mark.slow
@pytest.mark.parametrize(("name", "data"), [*list_small_files()], ids=lambda value: value if isinstance(value, str) else "")
def test_schema_and_reader_agree_on_every_change_of_a_file(name: str, data: Any) -> None:
    model = MODELS[name.replace(".yaml", ".json")]
    for changed in list_changes(data):
        try:
            model.model_validate(to_tuples(changed), strict=True)
            accepted = True
        except ValidationError:
            accepted = False
        found = [error for error in validator(name).iter_errors(changed) if not is_rule(error)]
        assert accepted == (not found), (changed, [error.message for error in found])


def is_rule(error: Any) -> bool:
    """Return whether the schema tells here what for the reader is a rule, not a type: names listed twice, units."""
    return error.validator == "uniqueItems" or (error.validator == "pattern" and list(error.path)[-1:] == ["unit"])


@pytest.mark.parametrize("name", MODELS)
def test_every_key_and_every_choice_is_explained_in_chinese(name: str) -> None:
    for node in walk(json.loads(chinese()[name])):
        words = [key["description"] for key in node.get("properties", {}).values()]
        words += node.get("enumDescriptions", [])
        assert len(node.get("enumDescriptions", [])) == len(node.get("enum", []))
        assert [word for word in words if not any("\u4e00" <= char <= "\u9fff" for char in word)] == []


@pytest.mark.parametrize("name", MODELS)
def test_no_key_is_taken_that_is_not_explained(name: str) -> None:
    schema = json.loads(chinese()[name])
    assert all(node["additionalProperties"] is False for node in (schema, *schema["definitions"].values()))


@pytest.mark.parametrize("name", MODELS)
def test_a_schema_needs_nothing_from_elsewhere(name: str) -> None:
    schema = json.loads(chinese()[name])
    for node in walk(schema):
        assert "$id" not in node
        if "$ref" in node:
            assert node["$ref"].removeprefix("#/definitions/") in schema["definitions"]


def test_the_explanations_are_in_the_language_that_edu_speaks() -> None:
    english = make_schemas(str)
    assert not any("\u4e00" <= char <= "\u9fff" for data in english.values() for char in data.decode())
    assert all(english[name] != data for name, data in chinese().items())

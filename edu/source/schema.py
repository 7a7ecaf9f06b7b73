"""The types of a course's source files -> JSON Schemas, from which an editor completes, explains and checks every key."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from itertools import count
from typing import Any, TypeAlias

from pydantic import BaseModel

from edu.model.course import Settings
from edu.model.facts import FactBook, Glossary
from edu.model.prose import NOT_BLANK
from edu.model.questions import Quiz
from edu.model.slides import Lesson
from edu.problems import LINT_RULES, N_, Code, Problem, Say, word_message
from edu.source.shape import PATTERNS
from edu.source.units import UNITS

Json: TypeAlias = dict[str, Any]

FOLDER = ".schema"
"""The folder of the schemas below `content`."""

MODELINE = "# yaml-language-server: $schema="
"""How the first line of a source file starts; the path of its schema follows."""

MODELS: Mapping[str, type[BaseModel]] = {
    "course.json": Settings,
    "facts.json": FactBook,
    "glossary.json": Glossary,
    "lesson.json": Lesson,
    "quiz.json": Quiz,
}
"""What each schema describes: `lesson.json` is that of `lesson.yaml`."""

_DRAFT = "http://json-schema.org/draft-07/schema#"
"""The latest draft that the editors' YAML language server reads in full."""
_REFERENCE = "#/definitions/"
_VALUE = re.compile(r"\{[a-z]+\}")
"""A value that a message names."""
_KIND = N_("What it is; this decides which other keys it has.")


def make_schemas(say: Say) -> Mapping[str, bytes]:
    """Return the JSON Schema (draft-07) of each source file by its name, with explanations in the language of `say`."""
    return {name: _write_json(_make_schema(model, say)) for name, model in MODELS.items()}


def _write_json(schema: Json) -> bytes:
    return (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode()


def _make_schema(model: type[BaseModel], say: Say) -> Json:
    made = model.model_json_schema(ref_template=_REFERENCE + "{model}")
    nodes = made.pop("$defs", {})
    mended = {name: _mend(node, say) for name, node in nodes.items()}
    del made["title"]  # the name of a class, where the type is not named itself
    schema = {"$schema": _DRAFT, **_mend(made, say), "definitions": mended}
    for key in ("modules", "languages"):
        if key in schema["properties"]:
            schema["properties"][key]["uniqueItems"] = True
    for key in schema["properties"].values():
        if "oneOf" in key.get("items", {}):
            _tell_kinds_apart(key["items"], mended, say)
    if "lint" in schema["properties"]:
        _list_rules(schema["properties"]["lint"], say)
    if "Fact" in mended:
        _list_units(mended["Fact"]["properties"]["unit"])
    return schema


def _list_units(unit: Json) -> None:
    """Accept the units that there are; as an enum they would fill the screen wherever the key is explained."""
    unit |= {"pattern": f"^({'|'.join(sorted(UNITS))})$", "patternErrorMessage": unit["description"]}


def _list_rules(lint: Json, say: Say) -> None:
    """Accept the codes of the rules about questions and translations, each explained by what it tells."""
    level = _mend(lint.pop("additionalProperties"), say)
    lint["properties"] = {
        code: {"description": _VALUE.sub("…", word_message(Problem(kind), say))} for code, kind in LINT_RULES.items()
    }
    lint |= {"patternProperties": {f"^({'|'.join(LINT_RULES)})$": level}, "additionalProperties": False}


# --- one place ---------------------------------------------------------------------------------------------------------


def _mend(node: Json, say: Say) -> Json:
    """Return the schema of one place, with what lies below it, as an editor needs it."""
    node = _join_types({key: value for key, value in node.items() if key not in ("discriminator", "default")})
    if "properties" in node:
        node |= _mend_keys(node, say)
        node.pop("description", None)  # the docstring of a class is for its programmers
    if "items" in node:
        node["items"] = _mend(node["items"], say)
    if pattern := node.get("propertyNames", {}).get("pattern"):
        del node["propertyNames"]
        node |= {"patternProperties": {pattern: _mend(node["additionalProperties"], say)}, "additionalProperties": False}
    for key in ("title", "description"):
        if key in node:
            node[key] = say(node[key])
    if "enumDescriptions" in node:
        node["enumDescriptions"] = [say(word) for word in node["enumDescriptions"]]
    if "pattern" in node:
        node["patternErrorMessage"] = say(_word_mismatch(node["pattern"]))
    return node


def _mend_keys(node: Json, say: Say) -> Json:
    keys = {key: {**value} for key, value in node["properties"].items()}
    for key in keys.values():
        key.pop("title", None)  # pydantic makes it from the key
    required = node.get("required", [])
    mended = {key: _mend(value, say) for key, value in keys.items()}
    for key, value in mended.items():
        if key not in required:
            value["description"] = _add_default(value["description"], keys[key].get("default"), say)
    return {"properties": mended}


def _add_default(text: str, default: object, say: Say) -> str:
    """Return the explanation `text` with what it means that the key is left out."""
    if not default:
        return say(N_("{text} May be left out.")).format(text=text)
    return say(N_("{text} Left out, it is {value}.")).format(text=text, value="true" if default is True else default)


_NO_VALUE = N_("no value: as if the key were not there")


def _join_types(node: Json) -> Json:
    """Return `node` with `anyOf` of plain types as one list of types: a pattern speaks of texts alone, a least of numbers."""
    choices = node.get("anyOf", [])
    if not choices:
        return node
    types = list(dict.fromkeys(choice["type"] for choice in choices))
    if "number" in types:
        types = [name for name in types if name != "integer"]
    joined = {key: value for choice in choices for key, value in choice.items()}
    if "enum" in joined and "null" in types:
        joined |= {"enum": [*joined["enum"], None], "enumDescriptions": [*joined["enumDescriptions"], _NO_VALUE]}
    rest = {key: value for key, value in node.items() if key != "anyOf"}
    return {**joined, **rest, "type": types}


def _word_mismatch(pattern: str) -> str:
    """Return what is wrong (an English msgid) with a text that does not match `pattern`."""
    return word_message(Problem(Code.EMPTY_TEXT), str) if pattern == NOT_BLANK else PATTERNS[pattern].hint


# --- kinds -------------------------------------------------------------------------------------------------------------


def _tell_kinds_apart(place: Json, nodes: Json, say: Say) -> None:
    """Let `kind` decide which keys there are: an editor then offers these alone, and complains about them alone."""
    names = [choice["$ref"].removeprefix(_REFERENCE) for choice in place.pop("oneOf")]
    kinds = {nodes[name]["properties"]["kind"]["const"]: name for name in names}
    explained = [nodes[name]["properties"]["kind"]["description"] for name in names]
    snippets = [
        {"label": kind, "description": text, "body": _make_snippet(nodes[name], nodes, count(1))}
        for (kind, name), text in zip(kinds.items(), explained, strict=True)
    ]
    for kind, name in kinds.items():
        nodes[name]["title"] = kind
    place |= {
        "type": "object",
        "properties": {"kind": {"description": say(_KIND), "enum": list(kinds), "enumDescriptions": explained}},
        "allOf": [
            {"required": ["kind"]},
            *({"if": _has_kind({"const": kind}), "then": {"$ref": _REFERENCE + name}} for kind, name in kinds.items()),
            {"if": _has_kind({}), "else": {"type": "object", "title": place["title"], "defaultSnippets": snippets}},
        ],
    }


def _has_kind(kind: Json) -> Json:
    return {"type": "object", "properties": {"kind": kind}, "required": ["kind"]}


def _make_snippet(node: Json, nodes: Json, stops: Iterator[int]) -> Json:
    """Return what an editor writes for a new thing that `node` describes: the keys that it needs, to be filled in."""
    required = node["required"]
    last = [key for key in required if key in ("notes", "explanation")]
    keys = [key for key in ("id", "kind") if key in required]
    keys += [key for key in required if key not in (*keys, *last)] + last
    return {key: _fill_in(key, node["properties"][key], nodes, stops) for key in keys}


def _fill_in(key: str, node: Json, nodes: Json, stops: Iterator[int]) -> Any:
    if "$ref" in node:
        return _make_snippet(nodes[node["$ref"].removeprefix(_REFERENCE)], nodes, stops)
    if "const" in node:
        return node["const"]
    if "enum" in node:
        return f"${{{next(stops)}|{','.join(node['enum'])}|}}"
    if node["type"] == "array":
        items = [_fill_in(key, node["items"], nodes, stops) for _ in range(node.get("minItems", 1))]
        return [f"[{', '.join(item)}]" if isinstance(item, list) else item for item in items]  # a row on one line
    plain = {"boolean": "true", "integer": "1"}.get(str(node["type"]), key)
    return f"${{{next(stops)}:{node.get('examples', [plain])[0]}}}"

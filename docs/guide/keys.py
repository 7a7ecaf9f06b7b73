"""The JSON Schemas of the source files -> tables of their keys for a page: key, whether it must be there, what it means."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from docs.guide.plans import say_in
from edu.source.schema import make_schemas

LAST = ("note", "context")
"""Keys that few authors need: they stand at the end of a table."""
Schema = Mapping[str, Any]

COUNTED = re.compile(r"[一二三四五六七八九十]到[一二三四五六七八九十]|(?:One|Two|Three) to ")
"""An explanation that says itself how many there may be."""

WORDS = {
    "zh_CN": {
        "head": "| 键 | 必写 | 说明 |",
        "must": "是",
        "may": "否",
        "one_of": "可写 {values}。",
        "at_least": "至少 {least} 项。",
        "items": "{least} 到 {most} 项。",
        "at_most": "最多 {most} 项。",
        "range": "{least} 到 {most}。",
        "and": "、",
        "is": "（{meaning}）",
        "none": "除上面每页都有的键以外，没有别的键。",
    },
    "en": {
        "head": "| key | required | meaning |",
        "must": "yes",
        "may": "no",
        "one_of": "One of {values}.",
        "at_least": "At least {least}.",
        "items": "{least} to {most} of them.",
        "at_most": "At most {most}.",
        "range": "{least} to {most}.",
        "and": ", ",
        "is": " ({meaning})",
        "none": "It has no keys but those that all have.",
    },
}


@cache
def read_schema(name: str, lang: str) -> Schema:
    """Return the schema `name` (`lesson.json`) with its explanations in `lang`."""
    return dict(json.loads(make_schemas(say_in(lang))[name]))


def table_of_root(name: str, lang: str, *skipped: str) -> str:
    """Return the table of the keys at the top of a file, without `skipped`."""
    schema = read_schema(name, lang)
    return _table(schema, {key: one for key, one in schema["properties"].items() if key not in skipped}, schema, lang)


def table_of(name: str, definition: str, lang: str) -> str:
    """Return the table of the keys of a definition of the schema `name` (`Fact` in `facts.json`)."""
    schema = read_schema(name, lang)
    found = schema["definitions"][definition]
    return _table(schema, found["properties"], found, lang)


def table_of_kind(name: str, kind: str, lang: str) -> str:
    """Return the table of the keys that a kind of slide (`lesson.json`) or question (`quiz.json`) has of its own."""
    schema = read_schema(name, lang)
    found, common = _kinds(schema)[kind], _common(schema)
    own = {
        key: one for key, one in found["properties"].items() if key != "kind" and (_said(key, one, found) != common.get(key))
    }
    return _table(schema, own, found, lang) if own else WORDS[lang]["none"]


def table_of_common(name: str, lang: str) -> str:
    """Return the table of the keys that every kind of slide or question has."""
    schema = read_schema(name, lang)
    common = _common(schema)
    first = next(found for found in _kinds(schema).values() if all(_is_common(key, found, common) for key in common))
    return _table(schema, {key: first["properties"][key] for key in common}, first, lang)


def list_kinds(name: str) -> tuple[str, ...]:
    """Return the kinds that the schema `name` knows."""
    return tuple(_kinds(read_schema(name, "en")))


# --- what a schema says ------------------------------------------------------------------------------------------------


def _kinds(schema: Schema) -> dict[str, Schema]:
    """Return the definitions that have a `kind` of one value, by that value."""
    found = {}
    for definition in schema["definitions"].values():
        kind = definition.get("properties", {}).get("kind", {})
        value = kind.get("const") or (kind.get("enum") or [""])[0]
        if value and len(kind.get("enum", [value])) == 1:
            found[str(value)] = definition
    return found


def _common(schema: Schema) -> dict[str, str]:
    """Return the keys of all kinds with what most of them say of each."""
    kinds = _kinds(schema)
    keys = [
        key for key in next(iter(kinds.values()))["properties"] if all(key in found["properties"] for found in kinds.values())
    ]
    keys.sort(key=lambda key: key in LAST)
    said = {
        key: Counter(_said(key, found["properties"][key], found) for found in kinds.values()) for key in keys if key != "kind"
    }
    return {key: counts.most_common(1)[0][0] for key, counts in said.items()}


def _is_common(key: str, found: Schema, common: Mapping[str, str]) -> bool:
    return _said(key, found["properties"][key], found) == common[key]


def _said(key: str, one: Schema, owner: Schema) -> str:
    return json.dumps([one, key in owner.get("required", [])], sort_keys=True)


# --- tables ------------------------------------------------------------------------------------------------------------


def _table(schema: Schema, properties: Mapping[str, Schema], owner: Schema, lang: str) -> str:
    lines = [WORDS[lang]["head"], "| --- | --- | --- |"]
    for key, one in sorted(properties.items(), key=lambda item: item[0] in LAST):
        lines += _rows(schema, f"`{key}`", one, key in owner.get("required", []), lang)
    return "\n".join(lines)


def _rows(schema: Schema, name: str, one: Schema, needed: bool, lang: str) -> Iterator[str]:
    words = WORDS[lang]
    yield f"| {name} | {words['must' if needed else 'may']} | {_meaning(schema, one, lang)} |"
    inner = _resolve(schema, _resolve(schema, one).get("items", {}))
    if "properties" in inner and "kind" not in inner["properties"]:
        for key, below in inner["properties"].items():
            yield from _rows(schema, f"{name} → `{key}`", below, key in inner.get("required", []), lang)


def _resolve(schema: Schema, one: Schema) -> Schema:
    """Return `one` with what it refers to, and of several types the first that is not null."""
    if "$ref" in one:
        target = schema["definitions"][one["$ref"].rsplit("/", 1)[-1]]
        return {**_resolve(schema, target), **{key: value for key, value in one.items() if key != "$ref"}}
    for joint in ("allOf", "anyOf", "oneOf"):
        members = [member for member in one.get(joint, []) if member.get("type") != "null"]
        if len(members) == 1:
            return {**_resolve(schema, members[0]), **{key: value for key, value in one.items() if key != joint}}
    return one


def _meaning(schema: Schema, one: Schema, lang: str) -> str:
    found = _resolve(schema, one)
    gap = "" if lang == "zh_CN" else " "
    optional = say_in(lang)("{text} May be left out.").partition("{text}")[2]
    said = found.get("description", "").removesuffix(optional)  # a column of the table says it
    parts = [said, *_limits(schema, found, lang)]
    return gap.join(part for part in parts if part).replace("|", "\\|").replace("\n", " ")


def _limits(schema: Schema, found: Schema, lang: str) -> Iterator[str]:
    words = WORDS[lang]
    values = found.get("enum") or _resolve(schema, found.get("items", {})).get("enum")
    if values:
        told = found.get("enumDescriptions") or [""] * len(values)
        each = [
            f"`{value}`{words['is'].format(meaning=_lower(mean)) if mean else ''}"
            for value, mean in zip(values, told, strict=True)
            if value is not None
        ]
        yield words["one_of"].format(values=words["and"].join(each))
    if COUNTED.search(found.get("description", "")):
        return
    least, most = found.get("minItems"), found.get("maxItems")
    if most:
        yield words["items" if least else "at_most"].format(least=least, most=most)
    elif least and least > 1:
        yield words["at_least"].format(least=least)
    if "minimum" in found and "maximum" in found:
        yield words["range"].format(least=found["minimum"], most=found["maximum"])


def _lower(text: str) -> str:
    return text.strip().rstrip(".。")

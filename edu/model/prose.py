"""Texts that a reader will see, and the one walker that visits each of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Annotated, Any, ClassVar, Self, TypeVar, cast

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.fields import FieldInfo
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from edu.problems import N_

Thing = TypeVar("Thing")

NOT_BLANK = r"\S"
"""What a rule asks of each text, for an editor."""

_LINE_END = re.compile(r"\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")


class Prose(str):
    """One paragraph that a reader will see, in the small Markdown of `model.inline`.

    White space round it and the kind of its line ends carry no meaning: it is read without the one and with plain LF,
    so that a translator's msgid is the same however the YAML was written and saved.
    """

    __slots__ = ()
    most: ClassVar[int] = 5_000
    """Characters; the longest of the flagship course has 150. What is far too long would keep the machine busy for nothing."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(cls._read, core_schema.str_schema(strict=True, max_length=cls.most))

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": "string", "pattern": NOT_BLANK}

    @classmethod
    def _read(cls, text: str) -> Self:
        return cls(_LINE_END.sub("\n", text).strip())


class Notes(Prose):
    """Several paragraphs, parted by empty lines; each in the small Markdown of `model.inline`."""

    __slots__ = ()
    most: ClassVar[int] = 40_000


class Plain(Prose):
    """A text without markup: alt texts, accepted answers, patterns."""

    __slots__ = ()


Id = Annotated[
    str,
    Field(
        pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$",
        max_length=64,
        strict=True,
        description=N_("A name for the program: small letters, digits and single hyphens. Choose it once and keep it."),
    ),
]
"""An id that the author writes once: a-z, 0-9 and single hyphens."""

FactId = Annotated[
    str,
    Field(
        pattern=r"^[a-z][a-z0-9]*(_[a-z0-9]+)*$",
        max_length=64,
        strict=True,
        description=N_("The id of a fact in facts.yaml."),
    ),
]
"""A fact's id: a-z, 0-9 and single underscores, so that prose can cite it as `{fact_id}`."""


class Node(BaseModel):
    """A frozen mapping of the source; unknown keys are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class Noted(Node):
    """A node with what its author tells the translator, and a context that parts equal texts."""

    note: str = Field(default="", description=N_("A word to the translator; it is shown nowhere."))
    context: str = Field(
        default="",
        description=N_("Seldom needed: a keyword, so that a text can be translated differently here than elsewhere."),
    )


def explain_choices(*words: str) -> FieldInfo:
    """Return what makes an editor explain the values of a Literal; `words` are in the order of the values."""
    field: FieldInfo = Field(json_schema_extra={"enumDescriptions": [*words]})
    return field


Change = Callable[[Prose, str], str]
"""Given a text and its trail, returns the text to stand there."""


def map_prose(thing: Thing, change: Change, trail: str = "") -> Thing:
    """Return `thing` with each text `t` at trail `r` below it replaced by `change(t, r)`; shares what did not change."""
    match thing:
        case Prose():
            text = change(thing, trail)
            return thing if text == thing else cast(Thing, type(thing)(text))
        case BaseModel():
            return cast(Thing, _map_node(thing, change, trail))
        case tuple():
            items = tuple(map_prose(item, change, step) for item, step in _steps(thing, trail))
            return cast(Thing, thing if all(a is b for a, b in zip(items, thing, strict=True)) else items)
        case _:
            return thing


def _map_node(node: BaseModel, change: Change, trail: str) -> BaseModel:
    changed = {}
    for name in type(node).model_fields:
        old = getattr(node, name)
        new = map_prose(old, change, join_trail(trail, name))
        if new is not old:
            changed[name] = new
    return node.model_copy(update=changed) if changed else node


def _steps(items: tuple[Any, ...], trail: str) -> Iterator[tuple[Any, str]]:
    for index, item in enumerate(items):
        yield item, f"{trail}[{getattr(item, 'id', index)}]"


def join_trail(trail: str, name: str) -> str:
    """Return the trail of the field `name` below `trail` (`course#` + `title` -> `course#title`)."""
    return f"{trail}{name}" if not trail or trail.endswith("#") else f"{trail}.{name}"


def list_prose(thing: object, trail: str = "") -> list[tuple[str, Prose]]:
    """Return every text below `thing` with its trail, in the order of the source."""
    found: list[tuple[str, Prose]] = []

    def note(text: Prose, where: str) -> str:
        found.append((where, text))
        return text

    map_prose(thing, note, trail)
    return found

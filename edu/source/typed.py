"""The types of the model along a pydantic `loc`: which steps are the author's, and what may stand there."""

from __future__ import annotations

from dataclasses import dataclass
from types import NoneType, UnionType
from typing import Annotated, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from edu.source.document import Data, name_items

Loc = tuple[int | str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """Where a `loc` leads: its trail, the type that is meant there, and how many of its steps the author did not write."""

    trail: str
    type: object
    inner: tuple[str, ...]


def follow(model: type[BaseModel], data: Data, loc: Loc, root: str) -> Step:
    """Return where `loc` leads in `data`, which is meant to be a `model`; trails start with `root`.

    pydantic puts tags of unions into a `loc` (`slides, 0, chart, title`): they are left out of the trail.
    """
    trail, kind, inner = root, _plain(model), []
    here: Data = data
    for step in loc:
        if isinstance(step, int) and isinstance(here, tuple):
            trail += f"[{name_items(here)[step]}]"
            here, kind = here[step], _item(kind)
        elif isinstance(kind, type) and issubclass(kind, BaseModel):
            name = str(step)
            trail += name if trail.endswith("#") else f".{name}"
            here = here.get(name) if isinstance(here, dict) else None
            field = kind.model_fields.get(name)
            kind = _plain(field.annotation) if field else None
        elif get_origin(kind) is dict:
            trail += f".{step}"
            here, kind = here.get(str(step)) if isinstance(here, dict) else None, _plain(get_args(kind)[1])
        elif name_kind := kinds_of(kind).get(str(step)):
            kind = name_kind
        else:
            inner.append(str(step))
    return Step(trail, kind, tuple(inner))


def keys_of(kind: object) -> tuple[str, ...]:
    """Return the keys that a mapping of the type `kind` may have."""
    return tuple(kind.model_fields) if isinstance(kind, type) and issubclass(kind, BaseModel) else ()


def list_keys(kind: object) -> frozenset[str]:
    """Return every key in the type `kind` and in all types below it."""
    found: dict[object, tuple[str, ...]] = {}

    def visit(kind: object) -> None:
        if isinstance(kind, type) and issubclass(kind, BaseModel) and kind not in found:
            found[kind] = keys_of(kind)
            for field in kind.model_fields.values():
                visit(field.annotation)
        for member in get_args(kind):
            visit(member)

    visit(kind)
    return frozenset(key for keys in found.values() for key in keys)


def kinds_of(kind: object) -> dict[str, type[BaseModel]]:
    """Return the members of a union of slide or question kinds by their `kind`."""
    found: dict[str, type[BaseModel]] = {}
    for member in get_args(kind):
        if isinstance(member, type) and issubclass(member, BaseModel) and "kind" in member.model_fields:
            name = get_args(member.model_fields["kind"].annotation)[0]
            found[str(name)] = member
    return found


def _plain(annotation: object) -> object:
    """Return `annotation` without `Annotated` and `| None`."""
    if get_origin(annotation) is Annotated:
        return _plain(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        members = [member for member in get_args(annotation) if member is not NoneType]
        return _plain(members[0]) if len(members) == 1 else annotation
    return annotation


def _item(annotation: object) -> object:
    args = get_args(annotation)
    return _plain(args[0]) if args and get_origin(annotation) is not Literal else None

"""What a YAML file says, as plain data with the place of every key and value."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from edu.model.prose import join_trail
from edu.problems import Place

Data: TypeAlias = "bool | int | float | str | tuple[Data, ...] | dict[str, Data] | None"
Spot = tuple[int, int]
"""1-based line and column."""

_LAST_STEP = re.compile(r"(?:\[[^\[\]]*\]|(?:(?<=#)|\.)[^.#\[\]]+)$")
_ID = re.compile(r"[a-z][a-z0-9_-]{0,63}")


@dataclass(frozen=True, slots=True)
class Branch:
    """A value with where its key (or list item) and where it itself starts.

    `written` is how a number, a truth value or nothing stands in the file; `lost` is a comment that may have been text.
    """

    data: Data
    key: Spot
    spot: Spot
    written: str = ""
    lost: str = ""
    children: tuple[Branch, ...] = ()
    """In the order of the keys or items of `data`."""


@dataclass(frozen=True, slots=True)
class Document:
    """A file's data, and by trail: the places of values, those of keys, what is no text as it is written, lost comments.

    `empty` are the trails where nothing stands.
    """

    data: Data
    places: Mapping[str, Place] = field(default_factory=dict)
    keys: Mapping[str, Place] = field(default_factory=dict)
    written: Mapping[str, str] = field(default_factory=dict)
    lost: Mapping[str, str] = field(default_factory=dict)
    empty: frozenset[str] = frozenset()


def lay_out(tree: Branch, file: str, root: str) -> Document:
    """Return the document whose trails start with `root` (`strategy/quiz#`), its places in `file`."""
    places: dict[str, Place] = {root: Place(file)}
    keys: dict[str, Place] = {}
    written: dict[str, str] = {}
    lost: dict[str, str] = {}
    empty: set[str] = set()

    def visit(branch: Branch, trail: str) -> None:
        if branch is not tree:
            keys[trail] = Place(file, *branch.key)
            places[trail] = Place(file, *branch.spot)
        if branch.written:
            written[trail] = branch.written
        if branch.data is None:
            empty.add(trail)
        if branch.lost:
            lost[trail] = branch.lost
        for name, child in zip(_steps(branch.data, trail), branch.children, strict=True):
            visit(child, name)

    visit(tree, root)
    return Document(tree.data, places, keys, written, lost, frozenset(empty))


def _steps(data: Data, trail: str) -> tuple[str, ...]:
    match data:
        case dict():
            return tuple(join_trail(trail, key) for key in data)
        case tuple():
            return tuple(f"{trail}[{name}]" for name in name_items(data))
        case _:
            return ()


def name_items(items: tuple[Data, ...]) -> tuple[str, ...]:
    """Return what a trail calls each item of a list: its id, or its index where it has none or an earlier one has the same."""
    return name_steps([item.get("id") if isinstance(item, dict) else None for item in items])


def name_steps(ids: Sequence[object]) -> tuple[str, ...]:
    """Return what a trail calls each item of a list, given the items' ids (None: the item has none)."""
    names: list[str] = []
    seen: set[str] = set()
    for index, id in enumerate(ids):
        fits = isinstance(id, str) and _ID.fullmatch(id) and id not in seen
        names.append(str(id) if fits else str(index))
        seen.add(names[-1])
    return tuple(names)


def find_place(places: Mapping[str, Place], trail: str) -> Place | None:
    """Return the place of `trail`, or of the nearest thing above it that has one."""
    while trail not in places:
        shorter = _LAST_STEP.sub("", trail)
        if shorter == trail:
            return None
        trail = shorter
    return places[trail]

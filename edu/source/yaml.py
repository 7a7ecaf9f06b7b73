"""A YAML 1.2 text -> plain data, the place of every key and value, and all that is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceStartEvent,
)

from edu.problems import Code, Kind, Place, Problem, Problems
from edu.source.document import Branch, Data, Document, Spot, lay_out
from edu.source.scalar import resolve_scalar
from edu.source.syntax import explain_error

DEEPEST = 40
MOST_VALUES = 100_000
"""A lesson of 60 slides has about 3,000."""

_NO_KEY = "\0"
"""Stands for a key that is a list or a mapping; no text holds this character."""
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_LOST = re.compile(r"[ \t]+(#[^\s#].*)")
_LOST_AFTER_KEY = re.compile(r"[^#]*?:[ \t]+(#[^\s#].*)")


@lru_cache(maxsize=512)  # a course that is watched is read again after each save, of which one file has changed
def read_yaml(text: str, file: str, root: str) -> tuple[Document | None, Problems]:
    """Return what `text` says, with trails that start with `root` and places in `file`; None where it is no YAML.

    The core schema of YAML 1.2 is used. Anchors, aliases, tags and keys that are not text are refused.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if problems := tuple(_find_control_characters(text, file, root)):
        return None, problems
    reader = _Reader(file, root, text.split("\n"))
    try:
        tree = reader.read(text)
    except _StopError as stop:
        return None, _join_problems(reader.problems, stop.problems)
    return lay_out(tree, file, root), tuple(reader.problems)


def _join_problems(noted: list[Problem], last: Problems) -> Problems:
    """Return what was noted and the `last`, which stopped the reading; the clearer of two at one spot, or on one line."""
    told = {problem.place.line for problem in noted if problem.place}
    if any(problem.code == Code.BAD_YAML and problem.place and problem.place.line in told for problem in last):
        return tuple(noted)
    spots = {problem.place for problem in last}
    return (*(problem for problem in noted if problem.place not in spots), *last)


class _StopError(Exception):
    """The rest of the file cannot be read."""

    def __init__(self, *problems: Problem) -> None:
        self.problems = problems


def _find_control_characters(text: str, file: str, trail: str) -> Iterator[Problem]:
    """Yield the first control character of each line, for ten lines at most."""
    found = list(_CONTROL.finditer(text))[:1000]
    lines: dict[int, Problem] = {}
    for match in found:
        line = text.count("\n", 0, match.start()) + 1
        column = match.start() - (text.rfind("\n", 0, match.start()) + 1) + 1
        values = {"character": _name_character(match.group())}
        lines.setdefault(line, Problem(Code.CONTROL_CHARACTER, trail, values, Place(file, line, column)))
    yield from list(lines.values())[:10]


def _name_character(character: str) -> str:
    return f"U+{ord(character):04X}"


@dataclass(slots=True)
class _Open:
    """A list or mapping that is being read; a mapping's `name` is the key whose value comes next."""

    mapping: bool
    key: Spot
    spot: Spot
    names: dict[str, None] = field(default_factory=dict)
    children: list[Branch] = field(default_factory=list)
    name: str | None = None
    name_spot: Spot = (0, 0)

    def close(self) -> Branch:
        children = tuple(self.children)
        values = tuple(child.data for child in children)
        data: Data = dict(zip(self.names, values, strict=True)) if self.mapping else values
        return Branch(data, self.key, self.spot, children=children)


class _Reader:
    """Builds the tree of one file from the parser's events, without recursion."""

    def __init__(self, file: str, root: str, lines: list[str]) -> None:
        self.file, self.root, self.lines = file, root, lines
        self.problems: list[Problem] = []
        self.open: list[_Open] = []
        self.tree: Branch | None = None
        self.documents = self.count = 0

    def read(self, text: str) -> Branch:
        """Return the whole tree; an empty file is null. Raise _StopError."""
        for event in self._parse(text):
            self._take(event)
        return self.tree or Branch(None, (1, 1), (1, 1))

    def _parse(self, text: str) -> Iterator[Event]:
        events = YAML(typ="safe", pure=True).parse(text)
        line = 1
        while True:
            try:
                event = next(events, None)
            except MarkedYAMLError as error:
                raise _StopError(*explain_error(error, self.lines, self.file, self.root)) from error
            except Exception as error:  # the parser's own mistakes on odd input, such as an OverflowError on "\UFFFFFFFF"
                raise _StopError(Problem(Code.BAD_YAML, self.root, {}, Place(self.file, line))) from error
            if event is None:
                return
            line = event.start_mark.line + 1
            yield event

    def _take(self, event: Event) -> None:
        spot = (event.start_mark.line + 1, event.start_mark.column + 1)
        match event:
            case DocumentStartEvent():
                self._count_document(spot)
            case CollectionEndEvent():
                self._add(self.open.pop().close())
            case AliasEvent():
                if str(event.anchor).startswith("*"):
                    self._note(Code.QUOTES_NEEDED, spot, start="**")
                else:
                    self._note(Code.ALIAS, spot)
                self._add(Branch(f"*{event.anchor}", self._key(spot), spot))
            case NodeEvent():
                self._check_node(event, spot)
                self._take_node(event, spot)

    def _take_node(self, event: NodeEvent, spot: Spot) -> None:
        if isinstance(event, MappingStartEvent | SequenceStartEvent):
            if self._key_next():
                self._note(Code.KEY_NOT_TEXT, spot)
            self.open.append(_Open(isinstance(event, MappingStartEvent), self._key(spot), spot))
            if len(self.open) > DEEPEST:
                raise _StopError(self._problem(Code.TOO_DEEP, spot, most=DEEPEST))
        elif isinstance(event, ScalarEvent):
            self._take_scalar(event, spot)

    def _take_scalar(self, event: ScalarEvent, spot: Spot) -> None:
        text = str(event.value)
        if found := _CONTROL.search(text):
            self._note(Code.CONTROL_CHARACTER, spot, character=_name_character(found.group()))
            text = _CONTROL.sub("\ufffd", text)
        plain = not event.style
        if self._key_next() or not plain:
            self._add(Branch(text, self._key(spot), spot))
            return
        key, data = self._key(spot), resolve_scalar(text)
        written = "" if isinstance(data, str) else text
        self._add(Branch(data, key, spot if text else key, written, self._find_lost_text(event, key)))

    def _find_lost_text(self, event: ScalarEvent, key: Spot) -> str:
        """Return a comment right behind the value that may have been text; the parser sets nothing's place after it."""
        after_key = not event.value and self.open and self.open[-1].mapping
        line, column = (key[0] - 1, key[1] - 1) if after_key else (event.end_mark.line, event.end_mark.column)
        pattern = _LOST_AFTER_KEY if after_key else _LOST
        found = pattern.match(self.lines[line], column) if line < len(self.lines) else None
        return found[1].strip() if found else ""

    def _add(self, branch: Branch) -> None:
        self.count += 1
        if self.count > MOST_VALUES:
            raise _StopError(self._problem(Code.TOO_MUCH, branch.spot, most=MOST_VALUES))
        parent = self.open[-1] if self.open else None
        if parent is None:
            self.tree = branch
        elif not parent.mapping:
            parent.children.append(branch)
        elif parent.name is None:
            parent.name, parent.name_spot = branch.data if isinstance(branch.data, str) else _NO_KEY, branch.spot
        else:
            self._add_value(parent, parent.name, branch)

    def _add_value(self, parent: _Open, name: str, branch: Branch) -> None:
        if name in parent.names and name != _NO_KEY:
            self._note(Code.DUPLICATE_KEY, parent.name_spot, key=name[:80])
        elif name != _NO_KEY:
            parent.names[name] = None
            parent.children.append(branch)
        parent.name = None

    def _check_node(self, event: NodeEvent, spot: Spot) -> None:
        if event.anchor is not None:
            self._note(Code.ALIAS, spot)
        if getattr(event, "tag", None) is not None:
            self._note(Code.QUOTES_NEEDED, spot, start="!")

    def _count_document(self, spot: Spot) -> None:
        self.documents += 1
        if self.documents > 1:
            raise _StopError(self._problem(Code.TWO_DOCUMENTS, spot))

    def _key_next(self) -> bool:
        return bool(self.open) and self.open[-1].mapping and self.open[-1].name is None

    def _key(self, spot: Spot) -> Spot:
        """Return where the key of the value that starts at `spot` stands; a list item's is its own."""
        parent = self.open[-1] if self.open else None
        return parent.name_spot if parent and parent.mapping and parent.name is not None else spot

    def _note(self, code: Kind, spot: Spot, **values: str | int) -> None:
        self.problems.append(self._problem(code, spot, **values))

    def _problem(self, code: Kind, spot: Spot, **values: str | int) -> Problem:
        return Problem(code, self.root, values, Place(self.file, *spot))

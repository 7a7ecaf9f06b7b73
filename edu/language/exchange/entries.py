"""The entries of a PO file -> the units that are handed out; what came back -> the PO file with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

import polib

from edu.language.catalogue import key_of
from edu.language.exchange.take import Change
from edu.language.exchange.unit import Note, State, Style, Unit, make_key
from edu.language.merge import FUZZY, REVIEWED

_FIGURE = re.compile(r"(\{[a-z][a-z0-9_]*(?::short)?\}) = (.+)")
_CATEGORIES = {"room": "room", "term": "term", "note": "author", "English": "English"}


@dataclass(frozen=True, slots=True)
class About:
    """What the course knows of a text: how it is marked, and how many characters it has room for."""

    style: Style
    room: int | None


Ask = Callable[[Iterable[str]], About]
"""Returns what is known of the text that stands at the references."""


def list_units(file: Iterable[polib.POEntry], ask: Ask) -> tuple[Unit, ...]:
    """Return the active entries of a PO file as units; one with plural forms is none, which no course has."""
    return tuple(_make_unit(entry, ask) for entry in file if not entry.obsolete and entry.msgid and not entry.msgid_plural)


def _make_unit(entry: polib.POEntry, ask: Ask) -> Unit:
    places = [place for place, _ in entry.occurrences]
    about = ask(places)
    comments = entry.comment.split("\n") if entry.comment else []
    return Unit(
        key=make_key(*key_of(entry)),
        source=entry.msgid,
        target=entry.msgstr,
        state=_find_state(entry),
        place=places[0] if places else "",
        notes=tuple(_list_notes(entry, comments, places)),
        style=about.style,
        room=about.room,
        figures={found.group(1): found.group(2) for line in comments if (found := _FIGURE.fullmatch(line))},
    )


def _find_state(entry: polib.POEntry) -> State:
    if not entry.msgstr:
        return State.MISSING
    if entry.fuzzy:
        return State.FUZZY
    return State.REVIEWED if REVIEWED in _list_lines(entry.tcomment) else State.TRANSLATED


def _list_notes(entry: polib.POEntry, comments: Iterable[str], places: list[str]) -> Iterator[Note]:
    for line in filter(None, comments):
        word, colon, rest = line.partition(": ")
        if _FIGURE.fullmatch(line):
            yield Note("figure", line)
        elif colon and word in _CATEGORIES:
            yield Note(_CATEGORIES[word], rest)
        else:
            yield Note("role", line)
    for place in places[1:]:
        yield Note("also at", place)
    if entry.msgctxt:
        yield Note("context", entry.msgctxt)
    if entry.previous_msgid:
        yield Note("before", entry.previous_msgid)
    for line in _list_lines(entry.tcomment):
        if line and line != REVIEWED:
            yield Note("translator", line)


def _list_lines(comment: str) -> list[str]:
    return [line.strip() for line in comment.split("\n")]


def change_entries(file: polib.POFile, changes: Mapping[str, Change]) -> str:
    """Return the text of the PO `file` with `changes` made to its entries, which keep all else."""
    for entry in file:
        change = changes.get(make_key(*key_of(entry)))
        if change and not entry.obsolete and not entry.msgid_plural:
            _change_entry(entry, change)
    text = str(file)
    return text if file.header else text.removeprefix("#\n")


def _change_entry(entry: polib.POEntry, change: Change) -> None:
    entry.msgstr = change.target
    others = [flag for flag in entry.flags if flag != FUZZY]
    entry.flags = [FUZZY, *others] if change.state is State.FUZZY else others
    if change.state is not State.FUZZY:
        entry.previous_msgid = entry.previous_msgctxt = None
    lines = [line for line in entry.tcomment.split("\n") if line.strip() != REVIEWED] if entry.tcomment else []
    entry.tcomment = "\n".join([*lines, REVIEWED] if change.state is State.REVIEWED else lines)

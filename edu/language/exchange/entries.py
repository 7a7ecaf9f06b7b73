"""The entries of a PO file -> the units that are handed out; what came back -> the PO file with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from edu.language.count import state_of
from edu.language.exchange.take import Change
from edu.language.exchange.unit import Note, State, Style, Unit, make_key
from edu.language.po.entry import REVIEWED, PoEntry, is_by_hand, is_reviewed, mark_fuzzy, pick_active
from edu.language.po.file import PoFile
from edu.language.po.write import write_po

_FIGURE = re.compile(r"(\{[a-z][a-z0-9_]*(?::short)?\}) = (.+)")
_CATEGORIES = {"room": "room", "term": "term", "note": "author", "English": "English"}


@dataclass(frozen=True, slots=True)
class About:
    """What the course knows of a text: how it is marked, and how many characters it has room for."""

    style: Style
    room: int | None


Ask = Callable[[Iterable[str]], About]
"""Returns what is known of the text that stands at the references."""


def list_units(file: Iterable[PoEntry], ask: Ask) -> tuple[Unit, ...]:
    """Return the active entries of a PO file as units, one for each key; one with plural forms is none."""
    return tuple(_make_unit(entry, ask) for entry in pick_active(file).values() if _is_unit(entry))


def list_returned(file: Iterable[PoEntry]) -> tuple[Unit, ...]:
    """Return as units what a PO file that came back says, one that stands there twice included."""
    return tuple(_make_unit(entry, _ask_nothing) for entry in file if not entry.obsolete and _is_unit(entry))


def _is_unit(entry: PoEntry) -> bool:
    return bool(entry.msgid) and entry.msgid_plural is None


def _ask_nothing(places: Iterable[str]) -> About:
    return About(Style.MARKED, None)


def count_plurals(file: Iterable[PoEntry]) -> int:
    """Return how many active entries of a PO file have plural forms, which XLIFF 2.1, tables and TMX have no place for."""
    return sum(not entry.obsolete and entry.msgid_plural is not None for entry in file)


def _make_unit(entry: PoEntry, ask: Ask) -> Unit:
    places, comments = entry.places, entry.extracted
    about = ask(places)
    return Unit(
        key=make_key(*entry.key),
        source=entry.msgid,
        target=entry.msgstr,
        state=_find_state(entry),
        place=places[0] if places else "",
        notes=tuple(_list_notes(entry, comments, places)),
        style=about.style,
        room=about.room,
        line=entry.line,
        figures={found.group(1): found.group(2) for line in comments if (found := _FIGURE.fullmatch(line))},
    )


def _find_state(entry: PoEntry) -> State:
    state = State(state_of(entry))
    return State.REVIEWED if state is State.TRANSLATED and entry.reviewed else state


def _list_notes(entry: PoEntry, comments: Iterable[str], places: tuple[str, ...]) -> Iterator[Note]:
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
    if entry.previous.msgid:
        yield Note("before", entry.previous.msgid)
    for line in entry.remarks:
        if line and line != REVIEWED:
            yield Note("translator", line)


def change_entries(file: PoFile, changes: Mapping[str, Change]) -> str:
    """Return the text of the PO `file` with `changes` made to the entries that are its units, which keep all else."""
    picked = pick_active(file)
    made = (_change_entry(entry, changes) if picked.get(entry.key) is entry else entry for entry in file)
    return write_po(replace(file, entries=tuple(made)))


def _change_entry(entry: PoEntry, changes: Mapping[str, Change]) -> PoEntry:
    change = changes.get(make_key(*entry.key))
    if change is None or entry.msgid_plural:
        return entry
    made = mark_fuzzy(replace(entry, msgstrs=(change.target,)), change.state is State.FUZZY)
    lines = [line for line in made.comments if not is_reviewed(line)]
    if change.state is State.REVIEWED:
        last = max((index for index, line in enumerate(lines, 1) if is_by_hand(line)), default=0)
        lines.insert(last, f"# {REVIEWED}")
    return replace(made, comments=tuple(lines))

"""Documents as tables, a row a text, for who works with a spreadsheet; and such tables, however edited, as documents.

Where a table is a CSV file, a spreadsheet could take a text for a formula, a number, a date or a logical value, in whatever
language it speaks. A text that is not surely prose has an apostrophe before it, and so has the end of its row's key: by it the
apostrophes are told from those that people write.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from edu.language.exchange.unit import Document, Note, State, Unit, make_tag
from edu.problems import Code, Place, Problem, Problems

COLUMNS = ("key", "place", "notes", "source", "target", "state")
_NEEDED = ("key", "source", "target")
_HEAD = re.compile(r"(key|place|notes|source|target|state)\b\s*(?:[(（](.*?)[)）])?", re.IGNORECASE | re.DOTALL)
_KEY = re.compile(r"([a-z0-9-]+)/([a-p]{16})('?)")
_GUARD = "'"
_RUN = re.compile(r"\s*[=+\-@＝＋－＠|%#]|[\t\r\n]")
"""What a spreadsheet may run (OWASP, CSV injection), or takes for one of its errors (`#N/A`)."""
_DIGIT = re.compile(r"\d")
_IN_NO_NUMBER = re.compile(r"[{}\[\]_?!“”，。；？！]|\w#")
"""What stands in no number and no date, but in figures, in places and in prose."""
_MOST_IN_DATE = 50
"""Letters that a date has with all its words: no language of CLDR has more (`quarta-feira, 25 de fevereiro de 2026`: 24)."""
_LONE_WORD = re.compile(r"\s*[^\W\d_\u2e80-\U0010ffff]{2,16}\s*")
"""A word that can be true or false in some language (`TRUE`, `Verdadeiro`); East Asian spreadsheets have the English ones."""


@dataclass(frozen=True, slots=True)
class Odd:
    """A cell that holds something else than text, such as a date; `shown` is what can be said of it."""

    shown: str


Cell = str | Odd
Row = tuple[int, Sequence[Cell]]
"""A row's number as its program shows it, or its line, with its cells."""


def make_rows(document: Document, *, guarded: bool = False) -> Iterator[tuple[str, ...]]:
    """Yield the heads of the columns, which name the course and the languages, then a row for each text."""
    tags = {"key": document.course, "source": make_tag(document.source_lang), "target": make_tag(document.lang)}
    yield tuple(f"{name} ({tags[name]})" if name in tags else name for name in COLUMNS)
    for unit in document.units:
        key, notes = f"{document.domain}/{unit.key}", "\n".join(map(_word_note, unit.notes))
        texts: tuple[str, ...] = (unit.place, notes, unit.source, unit.target)
        if guarded and texts != (safe := tuple(map(guard, texts))):
            key, texts = f"{key}{_GUARD}", safe
        yield key, *texts, str(unit.state or State.MISSING)


def guard(text: str) -> str:
    """Return `text` with an apostrophe before it where a spreadsheet could take it for something else."""
    return f"{_GUARD}{text}" if _is_doubtful(text) else text


def unguard(text: str) -> str:
    """Return the text that `guard` was given."""
    return text[1:] if text.startswith(_GUARD) and _is_doubtful(text) else text


def _is_doubtful(text: str) -> bool:
    """Return whether a text, behind any number of apostrophes, is not surely prose."""
    bare = text.lstrip(_GUARD)
    if _RUN.match(bare) or _LONE_WORD.fullmatch(bare):
        return True
    counted = _DIGIT.search(bare) and not _IN_NO_NUMBER.search(bare)
    return bool(counted) and sum(map(str.isalpha, bare)) <= _MOST_IN_DATE


def _word_note(note: Note) -> str:
    return note.text if note.category == "role" else f"{note.category}: {note.text}"


@dataclass(slots=True)
class _Reading:
    """A table that is being read: where its columns are, what its heads say, and what has been found."""

    file: str
    columns: Mapping[str, int]
    tags: Mapping[str, str]
    first: int
    units: dict[str, list[Unit]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def read_rows(rows: Iterable[Row], file: str) -> tuple[tuple[Document, ...], Problems]:
    """Return the documents in a table, which Problems call `file`, and what is wrong with it.

    The rows and the columns may stand in any order; others are passed over.
    """
    filled = list_filled(rows)
    number, heads = next(filled, (1, ()))
    found = find_columns(heads)
    if missing := [name for name in _NEEDED if name not in found]:
        return (), tuple(Problem(Code.EXCHANGE_COLUMN, values={"name": name}, place=Place(file, number)) for name in missing)
    columns = {name: index for name, (index, _) in found.items()}
    reading = _Reading(file, columns, {name: tag for name, (_, tag) in found.items()}, number)
    for line, cells in filled:
        _read_row(reading, line, cells)
    course, source, target = (reading.tags[name] for name in _NEEDED)
    documents = (
        Document(course, domain, source, target, tuple(units), number, by_hand=True) for domain, units in reading.units.items()
    )
    return tuple(documents), tuple(reading.problems)


def list_filled(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield the rows with anything in them."""
    yield from (row for row in rows if any(not isinstance(cell, str) or cell.strip() for cell in row[1]))


def find_heads(rows: Iterable[Row]) -> Sequence[Cell]:
    """Return the cells of the first row with anything in it."""
    return next(list_filled(rows), (1, ()))[1]


def find_columns(heads: Sequence[Cell]) -> Mapping[str, tuple[int, str]]:
    """Return the index of each column that is known by its head, and what stands in brackets there."""
    found: dict[str, tuple[int, str]] = {}
    for index, head in enumerate(heads):
        match = _HEAD.fullmatch(head.strip()) if isinstance(head, str) else None
        if match:
            found.setdefault(match.group(1).lower(), (index, (match.group(2) or "").strip()))
    return found


def _read_row(reading: _Reading, line: int, cells: Sequence[Cell]) -> None:
    place = Place(reading.file, line)
    texts: dict[str, str] = {}
    for name, index in reading.columns.items():
        cell = cells[index] if index < len(cells) else ""
        if isinstance(cell, Odd):
            if name in (*_NEEDED, "state"):
                values = {"name": name, "text": cell.shown}
                reading.problems.append(Problem(Code.EXCHANGE_CELL, values=values, place=place))
                return
            cell = ""
        texts[name] = cell
    key = _KEY.fullmatch(texts["key"].strip())
    if not key:
        if texts["source"].strip() or texts["target"].strip():
            reading.problems.append(Problem(Code.EXCHANGE_KEY, values={"name": texts["key"].strip()[:40]}, place=place))
        return
    state = _read_state(reading, texts.get("state", ""), place)
    free = unguard if key.group(3) else str
    source, target, told = (free(texts.get(name, "")) for name in ("source", "target", "place"))
    unit = Unit(key.group(2), source, target, state, place=told.strip(), line=line)
    reading.units.setdefault(key.group(1), []).append(unit)


def _read_state(reading: _Reading, word: str, place: Place) -> State | None:
    """Return the state that was typed; None where nothing was."""
    name = word.strip().lower()
    if not name:
        return None
    if name not in [*State]:
        near = next(iter(get_close_matches(name[:40], [*State], 1)), "")
        values: dict[str, str | int] = {"name": word.strip()[:40], "known": ", ".join(State), "near": near}
        reading.problems.append(Problem(Code.EXCHANGE_STATE, values=values, place=place))
        return None
    return State(name)

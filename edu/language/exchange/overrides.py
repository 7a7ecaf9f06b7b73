"""The table of exceptions of a conversion -> what words become; and the exceptions in a PO file that has been converted."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from edu.language.exchange.table import Cell, Row, list_filled
from edu.language.po.file import PoFile
from edu.problems import Code, Place, Problem, Problems

_HEADS = ("from", "to")
_FIELD = "X-Overrides"
"""The field of a PO file's header that says with which exceptions its fuzzy entries were made: by it they are known again."""


def knows_overrides(cells: Sequence[Cell]) -> bool:
    """Return whether `cells` are the heads of a table of exceptions."""
    return {*_HEADS} <= {*_list_heads(cells)}


def read_overrides(rows: Iterable[Row], file: str) -> tuple[Mapping[str, str], Problems]:
    """Return what each word becomes by a table, which Problems call `file`; its first row names the columns, in any order."""
    filled = list_filled(rows)
    number, cells = next(filled, (1, _HEADS))
    heads = _list_heads(cells)
    if missing := [name for name in _HEADS if name not in heads]:
        return {}, tuple(Problem(Code.OVERRIDES_HEAD, values={"name": name}, place=Place(file, number)) for name in missing)
    found: dict[str, str] = {}
    lines: dict[str, int] = {}
    problems: list[Problem] = []
    for line, cells in filled:
        pair = {name: _read_cell(cells, heads.index(name)) for name in _HEADS}
        problems += [
            Problem(Code.OVERRIDES_GAP, values={"name": name}, place=Place(file, line)) for name in pair if not pair[name]
        ]
        word, wanted = pair.values()
        if found.setdefault(word, wanted) != wanted:
            values: dict[str, str | int] = {"text": word, "line": lines[word]}
            problems.append(Problem(Code.OVERRIDES_TWICE, values=values, place=Place(file, line)))
        lines.setdefault(word, line)
    return found, tuple(problems)


def _list_heads(cells: Sequence[Cell]) -> list[str]:
    return [_read_cell(cells, index).lower() for index in range(len(cells))]


def _read_cell(cells: Sequence[Cell], index: int) -> str:
    cell = cells[index] if index < len(cells) else ""
    return cell.strip() if isinstance(cell, str) else ""


def recall_overrides(file: PoFile) -> Mapping[str, str]:
    """Return the exceptions with which a PO file was converted last; none where it does not say so, or not soundly."""
    try:
        found = json.loads(file.fields.get(_FIELD, "{}"))
    except (ValueError, RecursionError):
        return {}
    pairs = found.items() if isinstance(found, dict) else ()
    return {word: wanted for word, wanted in pairs if word and isinstance(wanted, str)}


def note_overrides(file: PoFile, overrides: Mapping[str, str], texts: Iterable[str]) -> PoFile:
    """Return the PO file with a note of those `overrides` whose words are in `texts`."""
    known = tuple(texts)
    used = {word: wanted for word, wanted in sorted(overrides.items()) if any(word in text for text in known)}
    return file.set_field(_FIELD, json.dumps(used, ensure_ascii=False) if used else "")

"""Text -> lines of a terminal, where a Chinese character takes two columns and needs no blank to end a line."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

_WIDE = "\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff01-\uff60"
_OPENING = "（“‘《【"
_CLOSING = "，。；：、）”’》】？！…,.;:)?!"
_PART = re.compile(rf"[{_OPENING}]*(?:[^\s{_WIDE}]+|[{_WIDE}])[{_CLOSING}]*\s*|\s+")
"""What stays on one line: a word, or a Chinese character, with the marks that must not part from it."""


def measure_columns(text: str) -> int:
    """Return how many columns `text` takes."""
    return sum(map(_width_of, text))


def cut_columns(text: str, room: int) -> str:
    """Return the beginning of `text` that fits into `room` columns."""
    while measure_columns(text) > room:
        text = text[:-1]
    return text


def fold_columns(text: str, room: int) -> list[str]:
    """Return `text` as lines of at most `room` columns; a word that is longer than that is not cut."""
    lines = [""]
    for part in _PART.findall(text):
        if lines[-1] and measure_columns(lines[-1] + part.rstrip()) > room:
            lines.append("")
        lines[-1] += part
    return [line.rstrip() for line in lines]


def align_rows(rows: Sequence[Sequence[str]], *, right: int = 1_000) -> Iterator[str]:
    """Yield the rows of a table with their cells one below the other; from the column `right` on they end together."""
    widths = [max(map(measure_columns, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = []
        for index, (cell, width) in enumerate(zip(row, widths, strict=True)):
            gap = " " * (width - measure_columns(cell))
            cells.append(gap + cell if index >= right else cell + gap)
        yield "  ".join(cells).rstrip()


def _width_of(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1

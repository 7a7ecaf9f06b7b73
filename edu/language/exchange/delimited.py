"""Tables as CSV out and in.

Out: RFC 4180 with every field in quotes, UTF-8 with a byte order mark, without which Excel reads it as something else.
In: as Excel, WPS, LibreOffice and Numbers save it, with commas, semicolons or tabs, in UTF-8 or UTF-16.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from edu.language.exchange.table import Cell, Row
from edu.language.exchange.terms import knows_heads
from edu.problems import Code, Place, Problem, Problems

Knows = Callable[[Sequence[Cell]], bool]
"""Returns whether cells are the heads of a table that is known."""

_SEPARATORS = (",", ";", "\t")
_SEPARATOR_LINE = re.compile(r"sep=.\r?\n")


def write_csv(rows: Iterable[Sequence[str]]) -> bytes:
    """Return `rows` as a CSV file: the same bytes everywhere."""
    stream = io.StringIO(newline="")
    csv.writer(stream, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows(rows)
    return stream.getvalue().encode("utf-8-sig")


def read_csv(data: bytes, file: str, knows: Knows = knows_heads) -> tuple[tuple[Row, ...], Problems]:
    """Return the rows of a CSV file, which a Problem calls `file`, with their lines; by `knows` it is told what parts cells."""
    text = _decode(data)
    if text is None:
        return (), (Problem(Code.EXCHANGE_ENCODING, place=Place(file)),)
    if found := _SEPARATOR_LINE.match(text):
        text = f"\n{text[found.end() :]}"
    separator = next((sign for sign in _SEPARATORS if _fits(text, sign, knows)), ",")
    rows: list[Row] = []
    try:
        rows.extend(_list_rows(text, separator))
    except csv.Error:
        line = rows[-1][0] + 1 if rows else 1
        return (), (Problem(Code.EXCHANGE_QUOTES, place=Place(file, line)),)
    return tuple(rows), ()


def _decode(data: bytes) -> str | None:
    """Return the text, by its byte order mark or as UTF-8; None where it is in something else."""
    marks = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    encoding = "utf-16" if data.startswith(marks) else "utf-16-le" if data[1:2] == b"\0" else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _fits(text: str, separator: str, knows: Knows) -> bool:
    """Return whether the first row, parted by `separator`, has the heads of our columns."""
    try:
        first = next((cells for _, cells in _list_rows(text, separator) if any(cells)), ())
    except csv.Error:
        return False
    return knows(first)


def _list_rows(text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows with the lines on which they start; raises csv.Error."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    line = 1
    for cells in reader:
        yield line, cells
        line = reader.line_num + 1

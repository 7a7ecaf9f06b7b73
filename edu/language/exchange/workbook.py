"""Tables as XLSX (ECMA-376) out: each cell a text whatever it starts with, the source locked, the same bytes everywhere."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from edu.language.exchange.table import COLUMNS
from edu.language.exchange.unit import State

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

MOST_IN_CELL = 32_767
"""UTF-16 units that Excel holds in a cell."""
_WIDTHS = (20, 28, 44, 50, 50, 12)
_DATE = (1980, 1, 1, 0, 0, 0)
_TIMES = re.compile(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>")


@dataclass(frozen=True, slots=True)
class Look:
    """How a table is shown: its name, and which of the texts and translations are written from right to left."""

    name: str
    source_rtl: bool = False
    target_rtl: bool = False


def fits_cells(row: Sequence[str]) -> bool:
    """Return whether each text of `row` fits into a cell."""
    return all(len(text.encode("utf-16-le", "surrogatepass")) // 2 <= MOST_IN_CELL for text in row)


def write_xlsx(rows: Sequence[Sequence[str]], look: Look) -> bytes:
    """Return the table `rows`, heads first, as a workbook; every row must fit."""
    from xlsxwriter import Workbook

    stream = io.BytesIO()
    with Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"created": datetime(1980, 1, 1)})
        sheet = book.add_worksheet(look.name[:31])
        _set_columns(book, sheet, look)
        head = book.add_format({"bold": True, "num_format": "@", "bg_color": "#DDDDDD", "text_wrap": True, "valign": "top"})
        for index, row in enumerate(rows):
            for column, text in enumerate(row):
                _write_cell(sheet, index, column, text, head if index == 0 else None)
        _set_up(sheet, len(rows))
    return _pack(stream.getvalue())


def _set_columns(book: Workbook, sheet: Worksheet, look: Look) -> None:
    """Give each column its width and look; what a translator fills in can be typed into."""
    rtl = {"source": look.source_rtl, "target": look.target_rtl}
    for index, (name, width) in enumerate(zip(COLUMNS, _WIDTHS, strict=True)):
        free = name in ("target", "state")
        form = {"num_format": "@", "text_wrap": True, "valign": "top", "locked": not free}
        form |= {"reading_order": 2} if rtl.get(name) else {}
        form |= {} if free or name == "source" else {"font_color": "#666666"}
        sheet.set_column(index, index, width, book.add_format(form))


def _write_cell(sheet: Worksheet, row: int, column: int, text: str, form: object) -> None:
    """Write `text` as a text; an empty cell takes the look of its column."""
    if text:
        sheet.write_string(row, column, text, form)


def _set_up(sheet: Worksheet, count: int) -> None:
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(count - 1, 1), len(COLUMNS) - 1)
    state = COLUMNS.index("state")
    sheet.data_validation(1, state, max(count - 1, 1), state, {"validate": "list", "source": [*State]})
    allowed = ("autofilter", "format_columns", "format_rows", "format_cells", "sort")
    sheet.protect("", dict.fromkeys(allowed, True))


def _pack(data: bytes) -> bytes:
    """Return the workbook without times, its members stored in a fixed order: what deflates them differs by machine."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as made, zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as package:
        for name in sorted(made.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            info = zipfile.ZipInfo(name, _DATE)
            info.external_attr, info.create_system = 0o600 << 16, 3
            package.writestr(info, _TIMES.sub(b"", made.read(name)))
    return stream.getvalue()

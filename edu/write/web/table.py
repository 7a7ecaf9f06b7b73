"""A planned table -> a table of the page, with header cells."""

from __future__ import annotations

from markupsafe import Markup

from edu.plan.page import Cell, Table
from edu.plan.theme import Paint
from edu.write.web.sheet import write_frame, write_number, write_padding
from edu.write.web.text import Body, Voice, draw_element, draw_paragraphs

_PLAIN = Body()


def draw_table(voice: Voice, table: Table) -> Markup:
    """Return the table; its first row heads the columns, and where it says so its first column the rows."""
    size = voice.sheet.place(f"font-size:{write_number(table.size)}px")
    rows = [
        draw_element("tr", _draw_row(voice, table, index), voice.sheet.place(f"height:{write_number(height)}px"))
        for index, height in enumerate(table.heights)
    ]
    widths = Markup("").join(
        Markup('<col class="{}">').format(voice.sheet.place(f"width:{write_number(w)}px")) for w in table.widths
    )
    inner = draw_element("colgroup", widths) + draw_element("thead", rows[0]) + draw_element("tbody", Markup("").join(rows[1:]))
    drawn = draw_element("table", inner, size, aria_label=" ".join(table.alt.split()))
    return draw_element("div", drawn, "grid", voice.sheet.place(write_frame(table.frame)))


def _draw_row(voice: Voice, table: Table, row: int) -> Markup:
    return Markup("").join(_draw_cell(voice, table, cell, row, column) for column, cell in enumerate(table.rows[row]))


def _draw_cell(voice: Voice, table: Table, cell: Cell, row: int, column: int) -> Markup:
    heads_row = table.header_column and column == 0
    empty = not any(run.text for paragraph in cell.text.paragraphs for run in paragraph.runs)
    heads = not empty and (row == 0 or heads_row)
    placed = voice.sheet.place(write_padding(table.margins, cell.text.insets), f"vertical-align:{cell.anchor}")
    look = voice.sheet.look(
        f"background:{voice.sheet.shade(cell.fill)}" if cell.fill else "", f"box-shadow:{_rule_cell(voice, table, cell, row)}"
    )
    scope = ("col" if row == 0 else "row") if heads else ""
    inner = draw_paragraphs(voice, cell.text.paragraphs, _PLAIN)
    return draw_element("th" if heads else "td", inner, placed, look, scope=scope)


def _rule_cell(voice: Voice, table: Table, cell: Cell, row: int) -> str:
    """Return the rules of a cell, which take no room from its text: below it, and in the page's colour at its sides."""
    paper = voice.sheet.shade(Paint("paper"))
    sides = f"inset 1px 0 {paper},inset -1px 0 {paper}"
    if row == len(table.rows) - 1:
        return sides
    below = f"inset 0 -2px {paper}" if cell.fill else f"inset 0 -1px {voice.sheet.shade(table.rule)}"
    return f"{below},{sides}" if cell.fill else f"{sides},{below}"

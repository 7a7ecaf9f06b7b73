"""A planned table -> a native table (ECMA-376 21.1.3)."""

from __future__ import annotations

from edu.plan.page import Cell, Table
from edu.plan.theme import Paint
from edu.write.pptx.shapes import Page, transform
from edu.write.pptx.text import attribute, emu, paragraphs_xml, solid, widen

_URI = "http://schemas.openxmlformats.org/drawingml/2006/table"
_NO_LINE = '<a:{0} w="0"><a:noFill/></a:{0}>'


def table_xml(page: Page, table: Table) -> str:
    """Return the table in its placeholder, with a header row and its text alternative."""
    slot = page.layout.slots[table.slot]
    columns = "".join(f'<a:gridCol w="{emu(w)}"/>' for w in table.widths)
    rows = "".join(
        f'<a:tr h="{emu(h)}">{"".join(_cell(page, table, cell, i) for cell in row)}</a:tr>'
        for i, (h, row) in enumerate(zip(table.heights, table.rows, strict=True))
    )
    marks = (' rtl="1"' if table.leftward else "") + ' firstRow="1"' + (' firstCol="1"' if table.header_column else "")
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{next(page.ids)}" name={attribute(table.slot)} '
        f'descr={attribute(table.alt)}/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr>'
        f'<p:nvPr><p:ph type="{slot.type}" idx="{slot.idx}"/></p:nvPr></p:nvGraphicFramePr>{transform(table.frame, "p:xfrm")}'
        f'<a:graphic><a:graphicData uri="{_URI}"><a:tbl><a:tblPr{marks}/><a:tblGrid>{columns}</a:tblGrid>'
        f"{rows}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )


def _cell(page: Page, table: Table, cell: Cell, row: int) -> str:
    left, top, right, bottom = (emu(m) for m in widen(table.margins, cell.text.insets))
    where = {"top": "t", "middle": "ctr", "bottom": "b"}[cell.anchor]
    last = row == len(table.rows) - 1
    paint = Paint("paper") if cell.fill else table.rule
    rule = _NO_LINE.format("lnB") if last else f'<a:lnB w="{emu(2 if cell.fill else 1)}">{solid(paint)}</a:lnB>'
    sides = f'<a:lnL w="{emu(2)}">{solid(Paint("paper"))}</a:lnL><a:lnR w="{emu(2)}">{solid(Paint("paper"))}</a:lnR>'
    return (
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{paragraphs_xml(cell.text, page.link)}</a:txBody>"
        f'<a:tcPr marL="{left}" marR="{right}" marT="{top}" marB="{bottom}" anchor="{where}">'
        f"{sides}{_NO_LINE.format('lnT')}{rule}{solid(cell.fill)}</a:tcPr></a:tc>"
    )

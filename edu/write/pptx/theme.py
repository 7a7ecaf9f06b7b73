"""A theme's PowerPoint file -> the layouts, frames and sizes that the planner fits text to."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from edu.plan.theme import Frame, Layout, Slot, Theme
from edu.write.pptx.text import EMU

_NS = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
}
_DEFAULT_MARGINS = (7.2, 3.6, 7.2, 3.6)
"""Insets of a text body that says none (ECMA-376 21.1.2.1.1), in points."""


@lru_cache(maxsize=8)
def read_theme(template: Path) -> Theme:
    """Return what the planner needs of the theme at `template`: a .pptx, or a folder with one unzipped."""
    from pptx import Presentation

    deck = Presentation(str(template))
    master = deck.slide_master._element
    styles = {"title": master.find("p:txStyles/p:titleStyle", _NS), "body": master.find("p:txStyles/p:bodyStyle", _NS)}
    layouts = {layout.name: _read_layout(layout, styles) for layout in deck.slide_layouts}
    return Theme((deck.slide_width or 0) / EMU, (deck.slide_height or 0) / EMU, layouts)


def _read_layout(layout: Any, styles: dict[str, Any]) -> Layout:
    slots = {shape.name: _read_slot(shape, styles) for shape in layout.placeholders}
    return Layout(layout.name, slots)


def _read_slot(shape: Any, styles: dict[str, Any]) -> Slot:
    mark = shape._element.find(".//p:nvPr/p:ph", _NS)
    kind = mark.get("type", "obj")
    style = styles["title" if kind in ("title", "ctrTitle") else "body"]
    levels = [shape._element.find("p:txBody/a:lstStyle/a:lvl1pPr", _NS), style.find("a:lvl1pPr", _NS)]
    body = shape._element.find("p:txBody/a:bodyPr", _NS)
    frame = Frame(shape.left / EMU, shape.top / EMU, shape.width / EMU, shape.height / EMU)
    size = _inherit(levels, "a:defRPr", "sz") or "1800"
    return Slot(
        idx=int(mark.get("idx", 0)),
        type=kind,
        frame=frame,
        size=int(size) / 100,
        bold=_inherit(levels, "a:defRPr", "b") == "1",
        margins=_margins(body),
        indent=int(_inherit(levels, ".", "marL") or 0) / EMU,
        gap=int(_inherit(levels, "a:spcBef/a:spcPts", "val") or 0) / 100,
    )


def _inherit(levels: list[Any], path: str, name: str) -> str | None:
    """Return the attribute from the nearest level that has it."""
    for level in levels:
        found = level.find(path, _NS) if level is not None else None
        if found is not None and found.get(name) is not None:
            return str(found.get(name))
    return None


def _margins(body: Any) -> tuple[float, float, float, float]:
    values = [body.get(name) if body is not None else None for name in ("lIns", "tIns", "rIns", "bIns")]
    left, top, right, bottom = (int(v) / EMU if v else d for v, d in zip(values, _DEFAULT_MARGINS, strict=True))
    return left, top, right, bottom

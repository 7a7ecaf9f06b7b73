"""A theme's PowerPoint file -> the layouts, frames and sizes that the planner fits text to."""

from __future__ import annotations

import io
from functools import lru_cache
from typing import Any, Literal, get_args

from edu.plan.theme import Align, Anchor, Colour, Decoration, Frame, Layout, Paint, Slot, Theme
from edu.style import read_style
from edu.write.pptx.template import Template, open_template
from edu.write.pptx.text import EMU

_NAMES: tuple[Colour, ...] = tuple(name for name in get_args(Colour) if name != "none")

_NS = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
}
_DEFAULT_MARGINS = (7.2, 3.6, 7.2, 3.6)
"""Insets of a text body that says none (ECMA-376 21.1.2.1.1), in points."""


_COLOURS: dict[str, Colour] = {"bg1": "paper", "tx1": "ink", "bg2": "soft", "tx2": "ink2"}
_ALIGNS: dict[str | None, Align] = {"ctr": "center", "r": "right"}
_ANCHORS: dict[str | None, Anchor] = {"ctr": "middle", "b": "bottom"}


@lru_cache(maxsize=8)
def read_theme(template: Template) -> Theme:
    """Return what the planner needs of `template`."""
    from pptx import Presentation

    deck = Presentation(io.BytesIO(open_template(template)))
    master = deck.slide_master._element
    styles = {"title": master.find("p:txStyles/p:titleStyle", _NS), "body": master.find("p:txStyles/p:bodyStyle", _NS)}
    dark = template.ground == "dark"
    style = read_style(template.templates)
    face = style.faces["latin"]
    layouts = {layout.name: _read_layout(layout, styles, dark, face) for layout in deck.slide_layouts}
    colours = {name: style.colours[template.ground][name] for name in _NAMES}
    return Theme(
        width=(deck.slide_width or 0) / EMU,
        height=(deck.slide_height or 0) / EMU,
        layouts=layouts,
        colours=colours,
        dark=dark,
        modules=style.modules[template.ground],
        link=Paint("none", rgb=style.colours[template.ground]["link"]),
        icons=style.icons,
        face=face,
    )


def _read_layout(layout: Any, styles: dict[str, Any], dark: bool, face: str) -> Layout:
    slots = {shape.name: _read_slot(shape, styles, dark, face) for shape in layout.placeholders}
    ground = _read_paint(layout._element.find("p:cSld/p:bg/p:bgPr", _NS), dark)
    free = [shape for shape in layout.shapes if not shape.is_placeholder]
    return Layout(layout.name, slots, ground or Paint("paper"), tuple(_read_decoration(shape, dark) for shape in free))


def _read_decoration(shape: Any, dark: bool) -> Decoration:
    properties = shape._element.find("p:spPr", _NS)
    return Decoration(shape.name, _read_frame(shape), _read_geometry(properties), _read_paint(properties, dark))


def _read_frame(shape: Any) -> Frame:
    return Frame(shape.left / EMU, shape.top / EMU, shape.width / EMU, shape.height / EMU)


def _read_geometry(properties: Any) -> str:
    preset = properties.find("a:prstGeom", _NS)
    return "rect" if preset is None else str(preset.get("prst"))


def _read_paint(parent: Any, dark: bool) -> Paint | None:
    """Return the solid colour that `parent` is filled with; None where there is none."""
    scheme = parent.find("a:solidFill/a:schemeClr", _NS) if parent is not None else None
    if scheme is None:
        return None
    keep = scheme.find("a:lumMod", _NS)
    name = scheme.get("val")
    return Paint(_COLOURS.get(name, name), 1 - int(keep.get("val")) / 100000 if keep is not None else 0, dark)


def _read_slot(shape: Any, styles: dict[str, Any], dark: bool, face: str) -> Slot:
    mark = shape._element.find(".//p:nvPr/p:ph", _NS)
    kind = mark.get("type", "obj")
    style = styles["title" if kind in ("title", "ctrTitle") else "body"]
    levels = [shape._element.find("p:txBody/a:lstStyle/a:lvl1pPr", _NS), style.find("a:lvl1pPr", _NS)]
    body = shape._element.find("p:txBody/a:bodyPr", _NS)
    properties = shape._element.find("p:spPr", _NS)
    looks = [level.find("a:defRPr", _NS) for level in levels if level is not None]
    colours = [found for found in (_read_paint(look, dark) for look in looks if look is not None) if found]
    size = _inherit(levels, "a:defRPr", "sz") or "1800"
    return Slot(
        idx=int(mark.get("idx", 0)),
        type=kind,
        frame=_read_frame(shape),
        size=int(size) / 100,
        bold=_inherit(levels, "a:defRPr", "b") == "1",
        margins=_margins(body),
        indent=int(_inherit(levels, ".", "marL") or 0) / EMU,
        gap=int(_inherit(levels, "a:spcBef/a:spcPts", "val") or 0) / 100,
        colour=next(iter(colours), Paint("ink")),
        align=_ALIGNS.get(_inherit(levels, ".", "algn"), "left"),
        anchor=_ANCHORS.get(body.get("anchor") if body is not None else None, "top"),
        bullet=_read_bullet(levels),
        fill=_read_paint(properties, dark),
        shape=_read_geometry(properties),
        face=face,
    )


def _read_bullet(levels: list[Any]) -> Literal["none", "dot", "number"]:
    """Return the mark before a paragraph, by the nearest level that says so."""
    for level in (level for level in levels if level is not None):
        if level.find("a:buNone", _NS) is not None:
            return "none"
        if level.find("a:buAutoNum", _NS) is not None:
            return "number"
        if level.find("a:buChar", _NS) is not None:
            return "dot"
    return "none"


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

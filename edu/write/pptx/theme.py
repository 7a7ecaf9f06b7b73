"""A theme's PowerPoint file -> the layouts, frames and sizes that the planner fits text to."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal, get_args

from edu.plan.theme import CUSTOM, Align, Anchor, Colour, Decoration, Frame, Layout, Paint, Shape, Slot, Theme
from edu.style import read_style
from edu.write.pptx.template import Template, furnish, open_template
from edu.write.pptx.text import EMU

if TYPE_CHECKING:
    from edu.write.pptx.school.colours import Palette

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
    """Return what the planner needs of `template`; raise UnreadError where it is a school's that cannot be built on."""
    from pptx import Presentation

    deck = Presentation(io.BytesIO(open_template(template)))
    if template.school:
        return _read_school(deck, template)
    master = deck.slide_master._element
    styles = _read_styles(master)
    dark = template.ground == "dark"
    style = read_style(template.templates)
    face = style.faces["latin"]
    reader = Reader(styles, dark, face)
    layouts = {layout.name: reader.read_layout(layout) for layout in deck.slide_layouts}
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


def _read_school(deck: Any, template: Template) -> Theme:
    """Return the theme of a school's file: the house's layouts as they stand on its masters."""
    from edu.write.pptx.school.colours import is_dark, override_palette, read_palette
    from edu.write.pptx.school.find import OURS
    from edu.write.pptx.school.parts import read_faces

    done, style = furnish(template), read_style(template.templates)
    house = read_theme(Template(template.templates))
    dark = is_dark(done.colours["paper"])
    named = {layout.name: layout for master in deck.slide_masters for layout in master.slide_layouts}
    layouts = {}
    for use in done.uses:
        layout = named.get(f"{use.layout}{OURS}") or named[use.layout]
        master = layout.slide_master
        palette, faces = override_palette(read_palette(master), layout), read_faces(master)
        reader = Reader(_read_styles(master._element), dark, faces["+mn-lt"], palette, faces, named=done.ours)
        read, ground = reader.read_layout(layout), done.grounds[use.layout]
        if not done.ours:
            read = replace(read, ground=Paint("none", rgb=ground) if ground else None)
        layouts[use.layout] = _mark_sizes(read, house.layouts[use.layout] if done.ours else None)
    main = named.get(f"Points{OURS}") or named["Points"]
    palette = read_palette(main.slide_master)
    return Theme(
        width=(deck.slide_width or 0) / EMU,
        height=(deck.slide_height or 0) / EMU,
        layouts=layouts,
        colours=done.colours,
        dark=dark,
        modules=done.modules,
        link=Paint("none", rgb=palette.colours.get("hlink", "")),
        icons=style.icons,
        face=read_faces(main.slide_master)["+mn-lt"],
        school=not done.ours,
    )


def _mark_sizes(layout: Layout, house: Layout | None) -> Layout:
    """Return a school's layout with each size marked as the school's own that is not that of the `house`."""
    slots = {
        name: replace(slot, given=house is None or slot.size != house.slots[name].size)
        if not house or name in house.slots
        else slot
        for name, slot in layout.slots.items()
    }
    return replace(layout, slots=slots)


def _read_styles(master: Any) -> dict[str, Any]:
    return {"title": master.find("p:txStyles/p:titleStyle", _NS), "body": master.find("p:txStyles/p:bodyStyle", _NS)}


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads layouts: the text styles of their master by name, whether their ground is dark, the face of their bodies.

    With a `palette` colours are read as what they are, and as their names only where they are `named` as the house has them;
    `faces` are the theme's by the names for them.
    """

    styles: Mapping[str, Any]
    dark: bool
    face: str
    palette: Palette | None = None
    faces: Mapping[str, str] = field(default_factory=dict)
    named: bool = False

    def read_layout(self, layout: Any) -> Layout:
        """Return a layout with its placeholders by name, and the shapes behind them."""
        slots = {shape.name: self._read_slot(shape) for shape in layout.placeholders}
        ground = self._read_paint(layout._element.find("p:cSld/p:bg/p:bgPr", _NS))
        shown = layout.shapes if self.palette is None else (*_list_shown(layout), *layout.shapes)
        free = [shape for shape in shown if not shape.is_placeholder and _has_frame(shape)]
        return Layout(layout.name, slots, ground or Paint("paper"), tuple(self._read_decoration(shape) for shape in free))

    def _read_decoration(self, shape: Any) -> Decoration:
        properties = shape._element.find("p:spPr", _NS)
        if properties is None:
            return Decoration(shape.name, _read_frame(shape), "rect")
        return Decoration(shape.name, _read_frame(shape), _read_outline(properties), self._read_paint(properties))

    def _read_paint(self, parent: Any) -> Paint | None:
        """Return the solid colour that `parent` is filled with; None where there is none."""
        scheme = parent.find("a:solidFill/a:schemeClr", _NS) if parent is not None else None
        if self.palette is not None and not (self.named and scheme is not None and not _is_mixed(scheme)):
            colour = self.palette.find(parent.find("a:solidFill", _NS)) if parent is not None else ""
            return Paint("none", rgb=colour) if colour else None
        if scheme is None:
            return None
        keep = scheme.find("a:lumMod", _NS)
        name = scheme.get("val")
        return Paint(_COLOURS.get(name, name), 1 - int(keep.get("val")) / 100000 if keep is not None else 0, self.dark)

    def _read_slot(self, shape: Any) -> Slot:
        mark = shape._element.find(".//p:nvPr/p:ph", _NS)
        kind = mark.get("type", "obj")
        style = self.styles["title" if kind in ("title", "ctrTitle") else "body"]
        levels = [shape._element.find("p:txBody/a:lstStyle/a:lvl1pPr", _NS)]
        levels += [style.find("a:lvl1pPr", _NS)] if style is not None else []
        body = shape._element.find("p:txBody/a:bodyPr", _NS)
        properties = shape._element.find("p:spPr", _NS)
        looks = [level.find("a:defRPr", _NS) for level in levels if level is not None]
        colours = [found for found in (self._read_paint(look) for look in looks if look is not None) if found]
        size = int(_inherit(levels, "a:defRPr", "sz") or "1800") / 100
        name = _inherit(levels, "a:defRPr/a:latin", "typeface") or "+mn-lt"
        return Slot(
            idx=int(mark.get("idx", 0)),
            type=kind,
            frame=_read_frame(shape),
            size=size,
            bold=_inherit(levels, "a:defRPr", "b") in ("1", "true"),
            margins=_margins(body),
            indent=int(_inherit(levels, ".", "marL") or 0) / EMU,
            gap=_read_gap(levels, size),
            colour=next(iter(colours), Paint("ink")),
            align=_ALIGNS.get(_inherit(levels, ".", "algn"), "left"),
            anchor=_ANCHORS.get(body.get("anchor") if body is not None else None, "top"),
            bullet=_read_bullet(levels),
            fill=self._read_paint(properties),
            shape=_read_geometry(properties),
            face=self.faces.get(name, name) if self.faces else self.face,
            spacing=_read_spacing(levels, "a:lnSpc")[0] or 1,
            leading=_read_spacing(levels, "a:lnSpc")[1],
            leftward=_inherit(levels, ".", "rtl") in ("1", "true"),
        )


def _list_shown(layout: Any) -> tuple[Any, ...]:
    """Return the shapes of the master that a layout shows."""
    return () if layout._element.get("showMasterSp") in ("0", "false") else tuple(layout.slide_master.shapes)


def _is_mixed(scheme: Any) -> bool:
    """Whether a colour of the theme is changed otherwise than the house changes it."""
    return any(change.tag not in (f"{{{_NS['a']}}}lumMod", f"{{{_NS['a']}}}satMod") for change in scheme)


def _has_frame(shape: Any) -> bool:
    """Whether a shape says where it stands: a shape or picture, a group, or what a frame holds."""
    return any(shape._element.find(path, _NS) is not None for path in ("p:spPr/a:xfrm", "p:grpSpPr/a:xfrm", "p:xfrm"))


def _read_frame(shape: Any) -> Frame:
    return Frame(shape.left / EMU, shape.top / EMU, shape.width / EMU, shape.height / EMU)


def _read_geometry(properties: Any) -> str:
    preset = properties.find("a:prstGeom", _NS)
    return "rect" if preset is None else str(preset.get("prst"))


def _read_outline(properties: Any) -> str:
    """Return the preset geometry of a shape, CUSTOM where it is none that we draw ourselves."""
    found = _read_geometry(properties)
    return found if properties.find("a:custGeom", _NS) is None and found in get_args(Shape) else CUSTOM


def _read_gap(levels: list[Any], size: float) -> float:
    """Return the space before a paragraph in points; a share is one of its line's height."""
    share, points = _read_spacing(levels, "a:spcBef")
    return share * size * 1.2 + points


def _read_spacing(levels: list[Any], path: str) -> tuple[float, float]:
    """Return a spacing as the nearest level has it: a share of a line (ECMA-376 21.1.2.2.11), or points; one of them is 0."""
    found = next((level.find(path, _NS) for level in levels if level is not None and level.find(path, _NS) is not None), None)
    if found is None:
        return 0, 0
    text = _inherit([found], "a:spcPct", "val") or "0"
    share = float(text.rstrip("%")) / (100 if text.endswith("%") else 100000)
    return share, int(_inherit([found], "a:spcPts", "val") or 0) / 100


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

"""A layout of a school -> the colour that its texts stand on."""

from __future__ import annotations

from typing import Any

from edu.plan.theme import Frame
from edu.write.pptx.school.colours import NS, A, Palette
from edu.write.pptx.school.holders import frame_of, mark_of


def find_ground(layout: Any, palette: Palette, page: Frame, spot: Frame | None = None) -> str:
    """Return the colour behind a spot, or the middle of a page, of a picture the mean; "" where it is not known."""
    behind = spot or page.inset(page.w * 0.15, page.h * 0.3, page.w * 0.15, page.h * 0.15)
    master = layout.slide_master
    backgrounds = [one for one in (layout, master) if one._element.find("p:cSld/p:bg", NS) is not None]
    ground = _read_background(backgrounds[0], palette) if backgrounds else palette.colours.get("bg1", "")
    pages = [layout] if layout._element.get("showMasterSp") in ("0", "false") else [master, layout]
    for one in pages:
        for shape in one._element.find("p:cSld/p:spTree", NS):
            frame = frame_of(shape) if isinstance(shape.tag, str) and mark_of(shape) is None else None
            if frame and _covers(frame, behind):
                ground = _read_shape(shape, palette, one.part) or ground
    return ground


def _covers(frame: Frame, spot: Frame) -> bool:
    """Whether a shape lies behind the middle of a spot, and most of it."""
    inner = spot.inset(spot.w * 0.2, spot.h * 0.2, spot.w * 0.2, spot.h * 0.2)
    return (
        frame.x <= inner.x
        and frame.y <= inner.y
        and frame.x + frame.w >= inner.x + inner.w
        and frame.y + frame.h >= inner.y + inner.h
    )


def _read_shape(shape: Any, palette: Palette, part: Any) -> str:
    if shape.tag.endswith("}pic"):
        return _see(palette, _wrap(shape.find("p:blipFill", NS)), part)
    if shape.tag.endswith("}sp"):
        return _see(palette, shape.find("p:spPr", NS), part)
    return ""


def _see(palette: Palette, fill: Any, part: Any) -> str:
    return palette.find_fill(fill, part)


def _wrap(fill: Any) -> Any:
    """Return a picture's fill as it would stand in a shape."""
    from copy import deepcopy

    from lxml import etree

    holder = etree.Element("fill")
    inner = etree.SubElement(holder, f"{A}blipFill")
    for child in fill if fill is not None else ():
        inner.append(deepcopy(child))
    return holder


def _read_background(page: Any, palette: Palette) -> str:
    """Return the colour of a page's own background; "" where it has none (ECMA-376 19.3.1.2)."""
    ground = page._element.find("p:cSld/p:bg", NS)
    if ground is None:
        return ""
    if (own := ground.find("p:bgPr", NS)) is not None:
        return palette.find_fill(own, page.part)
    reference = ground.find("p:bgRef", NS)
    colour = palette.find(reference)
    index = int(reference.get("idx", "0")) - 1001
    fills = palette.theme.find("a:themeElements/a:fmtScheme/a:bgFillStyleLst", NS)
    if fills is None or not 0 <= index < len(fills):
        return colour
    from copy import deepcopy

    from lxml import etree

    holder = etree.Element("fill")
    holder.append(deepcopy(fills[index]))
    return palette.find_fill(holder, palette.part, colour) or colour

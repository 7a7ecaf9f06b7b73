"""A layout of a school -> the colour, or the colours, that its texts stand on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from edu.plan.theme import Frame
from edu.write.pptx.school.colours import NS, A, Palette, mix, see_picture
from edu.write.pptx.school.holders import frame_of, list_free
from edu.write.pptx.school.place import covers, overlaps

_P = f"{{{NS['p']}}}"


def find_ground(layout: Any, palette: Palette, page: Frame) -> str:
    """Return the colour behind the middle of a page, of a picture the mean; "" where it is not known."""
    behind = page.inset(page.w * 0.15, page.h * 0.3, page.w * 0.15, page.h * 0.15)
    master = layout.slide_master
    backgrounds = [one for one in (layout, master) if one._element.find("p:cSld/p:bg", NS) is not None]
    ground = _read_background(backgrounds[0], palette) if backgrounds else palette.colours.get("bg1", "")
    for shape, part in list_free(layout):
        frame = frame_of(shape)
        if frame and covers(frame, behind, 0.2):
            ground = _read_shape(shape, palette, part) or ground
    return ground


def see_grounds(layout: Any, palette: Palette, spot: Frame) -> tuple[str, ...]:
    """Return every colour that can be seen behind a spot; "" stands for a picture that is not known."""
    seen = _see_background(layout, palette)
    for shape, part in list_free(layout):
        frame = frame_of(shape)
        if frame and overlaps(frame, spot):
            fills = tuple(_see_fills(shape, palette, part, seen))
            seen = fills if fills and covers(frame, spot) and _is_solid(shape) else (*seen, *fills)
    return tuple(dict.fromkeys(seen))


def _see_background(layout: Any, palette: Palette) -> tuple[str, ...]:
    owner = next((one for one in (layout, layout.slide_master) if one._element.find("p:cSld/p:bg", NS) is not None), None)
    if owner is None:
        return (palette.colours.get("bg1", "#FFFFFF"),)
    own = owner._element.find("p:cSld/p:bg/p:bgPr", NS)
    return _see_fill(own, palette, owner.part) if own is not None else (_read_background(owner, palette),)


def _see_fills(shape: Any, palette: Palette, part: Any, behind: tuple[str, ...]) -> Iterator[str]:
    """Yield the colours of a shape, a picture or all of a group; what can be seen through is mixed with what is `behind`."""
    for element in shape.iter(f"{_P}sp", f"{_P}pic"):
        if element.tag.endswith("}pic"):
            blip = element.find("p:blipFill/a:blip", NS)
            yield from see_picture(blip, part) if blip is not None else ("",)
            continue
        properties = element.find("p:spPr", NS)
        fills = _see_fill(properties, palette, part)
        style = element.find("p:style/a:fillRef", NS)
        if not fills and style is not None and style.get("idx") != "0" and properties.find("a:noFill", NS) is None:
            fills = tuple(found for found in (palette.find(style),) if found)
        alpha = properties.find("a:solidFill/*/a:alpha", NS)
        share = int(alpha.get("val", "100000")) / 100000 if alpha is not None else 1
        if share < 1:
            fills = tuple(mix(ground, fill, share) if ground else "" for ground in behind for fill in fills)
        yield from fills


def _see_fill(properties: Any, palette: Palette, part: Any) -> tuple[str, ...]:
    """Return the colours of the fill in `properties`: of a gradient all its stops, of a picture those of its cells."""
    if (gradient := properties.find("a:gradFill", NS)) is not None:
        return tuple(found for stop in gradient.findall("a:gsLst/a:gs", NS) if (found := palette.find(stop)))
    if (blip := properties.find("a:blipFill/a:blip", NS)) is not None:
        return see_picture(blip, part)
    return tuple(found for found in (palette.find_fill(properties, part),) if found)


def _is_solid(shape: Any) -> bool:
    """Whether a shape covers all of its frame."""
    geometry = shape.find("p:spPr/a:prstGeom", NS)
    return shape.tag.endswith("}pic") or (geometry is not None and geometry.get("prst") == "rect")


def _read_shape(shape: Any, palette: Palette, part: Any) -> str:
    if shape.tag.endswith("}pic"):
        return palette.find_fill(_wrap(shape.find("p:blipFill", NS)), part)
    if shape.tag.endswith("}sp"):
        return palette.find_fill(shape.find("p:spPr", NS), part)
    return ""


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

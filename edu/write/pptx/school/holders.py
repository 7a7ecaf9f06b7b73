"""The placeholders of a school's layouts, each with all that it inherits from its master written into itself."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from edu.plan.theme import Frame
from edu.write.pptx.school.colours import NS, A

_EMU = 12700
_MASTERS = {"ctrTitle": "title", "title": "title", "ftr": "ftr", "sldNum": "sldNum", "dt": "dt"}
"""By which placeholder of the master each type goes; all others by its body."""
_ORDER = (
    "lnSpc", "spcBef", "spcAft", "buClrTx", "buClr", "buSzTx", "buSzPct", "buSzPts", "buFontTx", "buFont",
    "buNone", "buAutoNum", "buChar", "buBlip", "tabLst", "defRPr", "extLst",
)  # fmt: skip
"""The children of a level's properties in their order (ECMA-376 21.1.2.2.7)."""
_ONE_OF = (("buClrTx", "buClr"), ("buSzTx", "buSzPct", "buSzPts"), ("buFontTx", "buFont"), _ORDER[10:14])


@dataclass(frozen=True, slots=True)
class Holder:
    """A placeholder: its type, its frame in points, and its element."""

    type: str
    frame: Frame
    element: Any


def list_holders(layout: Any, master: Any) -> tuple[Holder, ...]:
    """Return the level placeholders of `layout` that have a place, after writing into each what it inherits from `master`."""
    return _write_holders(list_shapes(layout, "p:sp"), master)


def read_holders(layout: Any) -> tuple[Holder, ...]:
    """Return the placeholders of a layout as `list_holders` does, and leave the layout as it is."""
    return _write_holders([deepcopy(shape) for shape in list_shapes(layout, "p:sp")], layout.slide_master)


def _write_holders(shapes: list[Any], master: Any) -> tuple[Holder, ...]:
    owners = {type_of(element): element for element in list_shapes(master, "p:sp") if mark_of(element) is not None}
    found = []
    for element in shapes:
        mark = mark_of(element)
        if mark is None:
            continue
        _inherit(element, owners.get(_MASTERS.get(type_of(element), "body")))
        frame = frame_of(element)
        if frame and frame.w > 0 and frame.h > 0 and mark.get("orient") != "vert":
            found.append(Holder(type_of(element), frame, element))
    return tuple(found)


def list_shapes(page: Any, path: str) -> list[Any]:
    """Return the shapes of a kind that stand right on a page."""
    return list(page._element.findall(f"p:cSld/p:spTree/{path}", NS))


def list_free(layout: Any) -> Iterator[tuple[Any, Any]]:
    """Yield the shapes that a layout shows and that are no placeholders, from the back, each with the part that has it."""
    pages = [layout] if layout._element.get("showMasterSp") in ("0", "false") else [layout.slide_master, layout]
    for one in pages:
        for shape in one._element.find("p:cSld/p:spTree", NS):
            if isinstance(shape.tag, str) and mark_of(shape) is None and frame_of(shape) is not None:
                yield shape, one.part


def mark_of(shape: Any) -> Any:
    """Return what makes a shape a placeholder; None where it is none."""
    return shape.find("./*/p:nvPr/p:ph", NS)


def type_of(shape: Any) -> str:
    """Return the type of a placeholder; "" for another shape."""
    mark = mark_of(shape)
    return "" if mark is None else str(mark.get("type", "obj"))


def frame_of(shape: Any) -> Frame | None:
    """Return the frame of a shape, a picture or a group; None where it has none of its own."""
    place = next((found for path in ("p:spPr/a:xfrm", "p:grpSpPr/a:xfrm") if (found := shape.find(path, NS)) is not None), None)
    if place is None or place.find("a:off", NS) is None or place.find("a:ext", NS) is None:
        return None
    at, size = place.find("a:off", NS), place.find("a:ext", NS)
    return Frame(*(int(value) / _EMU for value in (at.get("x"), at.get("y"), size.get("cx"), size.get("cy"))))


def set_frame(shape: Any, frame: Frame) -> None:
    """Give a shape its place."""
    from lxml import etree

    properties = shape.find("p:spPr", NS)
    if (old := properties.find("a:xfrm", NS)) is not None:
        properties.remove(old)
    place = etree.Element(f"{A}xfrm")
    x, y, w, h = (str(round(value * _EMU)) for value in (frame.x, frame.y, frame.w, frame.h))
    etree.SubElement(place, f"{A}off", x=x, y=y)
    etree.SubElement(place, f"{A}ext", cx=w, cy=h)
    properties.insert(0, place)


def fill_with(shape: Any, colour: str) -> None:
    """Fill a shape with one colour (`#0F766E`) instead of what it was filled with."""
    from lxml import etree

    properties = shape.find("p:spPr", NS)
    for old in [child for child in properties if child.tag.endswith("Fill")]:
        properties.remove(old)
    fill = etree.Element(f"{A}solidFill")
    etree.SubElement(fill, f"{A}srgbClr", val=colour.lstrip("#"))
    before = [child for child in properties if child.tag in (f"{A}xfrm", f"{A}prstGeom", f"{A}custGeom")]
    properties.insert(len(before), fill)


def scale_insets(shape: Any, factor: float) -> None:
    """Make the left and the right margin of a shape's text narrower by `factor`, where that is less than 1."""
    body = shape.find("p:txBody/a:bodyPr", NS)
    for name in ("lIns", "rIns"):
        if factor < 1 and body.get(name):
            body.set(name, str(round(int(body.get(name)) * factor)))


def _inherit(shape: Any, owner: Any) -> None:
    """Write into a placeholder what it has from its master's: place, margins, anchor, the look of its first level."""
    from lxml import etree

    if owner is not None:
        place = owner.find("p:spPr/a:xfrm", NS)
        if shape.find("p:spPr/a:xfrm", NS) is None and place is not None:
            shape.find("p:spPr", NS).insert(0, deepcopy(place))
    body = shape.find("p:txBody", NS)
    if body is None:
        return
    properties = body.find("a:bodyPr", NS)
    above = owner.find("p:txBody/a:bodyPr", NS) if owner is not None else None
    for name in ("lIns", "tIns", "rIns", "bIns", "anchor"):
        if properties.get(name) is None and above is not None and above.get(name) is not None:
            properties.set(name, above.get(name))
    for name in ("numCol", "spcCol", "vert", "rot"):
        properties.attrib.pop(name, None)
    properties.set("wrap", "square")
    for child in list(properties):
        if child.tag.endswith("utofit") or child.tag.endswith("utoFit"):
            properties.remove(child)
    etree.SubElement(properties, f"{A}noAutofit")
    styles = body.find("a:lstStyle", NS)
    if styles is None:
        styles = etree.Element(f"{A}lstStyle")
        properties.addnext(styles)
    level = first_level(styles)
    inherited = owner.find("p:txBody/a:lstStyle/a:lvl1pPr", NS) if owner is not None else None
    if inherited is not None:
        merge_level(level, inherited)
    look = level.find("a:defRPr", NS)
    if look is not None:
        look.attrib.pop("spc", None)
    plain_capitals(level)


def first_level(styles: Any) -> Any:
    """Return the properties of the first level in a list style; they are made where there are none."""
    from lxml import etree

    level = styles.find("a:lvl1pPr", NS)
    if level is None:
        level = etree.Element(f"{A}lvl1pPr")
        default = styles.find("a:defPPr", NS)
        styles.insert(0, level) if default is None else default.addnext(level)
    return level


def merge_level(level: Any, inherited: Any) -> None:
    """Add to a level's properties what it does not say itself."""
    for name, value in inherited.attrib.items():
        if level.get(name) is None:
            level.set(name, value)
    said = {child.tag.removeprefix(A) for child in level}
    for child in inherited:
        name = child.tag.removeprefix(A)
        rivals = next((group for group in _ONE_OF if name in group), (name,))
        if name == "defRPr" and (own := level.find("a:defRPr", NS)) is not None:
            _merge_look(own, child)
        elif not said & set(rivals):
            put_child(level, deepcopy(child))


def put_child(level: Any, child: Any) -> None:
    """Put a child of a level's properties in its place, instead of what says the same."""
    name = child.tag.removeprefix(A)
    rivals = next((group for group in _ONE_OF if name in group), (name,))
    for old in [found for found in level if found.tag.removeprefix(A) in rivals]:
        level.remove(old)
    after = [found for found in level if _ORDER.index(found.tag.removeprefix(A)) < _ORDER.index(name)]
    level.insert(len(after), child)


def _merge_look(own: Any, inherited: Any) -> None:
    for name, value in inherited.attrib.items():
        if own.get(name) is None:
            own.set(name, value)
    fills = {"noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill"}
    marks = ("effectLst", "effectDag", "highlight", "uLnTx", "uLn", "uFillTx", "uFill")
    order = ("ln", *sorted(fills), *marks, "latin", "ea", "cs", "sym")
    said = {child.tag.removeprefix(A) for child in own}
    for child in inherited:
        name = child.tag.removeprefix(A)
        if name in order and name not in said and not (name in fills and said & fills):
            rank = order.index(name)
            before = [found for found in own if found.tag.removeprefix(A) in order[:rank]]
            own.insert(len(before), deepcopy(child))


def plain_capitals(level: Any) -> None:
    """Let a text stand in the letters in which it was written: our titles are sentences."""
    look = level.find("a:defRPr", NS)
    if look is not None and look.get("cap"):
        look.set("cap", "none")

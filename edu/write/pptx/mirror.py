"""A presentation's masters and layouts -> their mirror images, and their texts written from right to left."""

from __future__ import annotations

import contextlib
from typing import Any

from edu.write.pptx.package import pack_members, unpack_members

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_COLUMNS = (f"{_A}gridCol", f"{_A}tc")
_ALIGNED = {"l": "r", "r": "l"}
_PLACES = (f"{_P}spPr/{_A}xfrm", f"{_P}grpSpPr/{_A}xfrm", f"{_P}xfrm")
"""Where a shape or picture, a group, and what a frame holds say where they stand."""


def mirror_file(file: Any) -> None:
    """Move all that stands on the masters and layouts of a python-pptx presentation to the other side of its page.

    What is drawn there (a logo, a picture) is moved and not turned; done twice, all stands where it stood.
    """
    for part in list_grounds(file):
        for shape in part._element.find(f"{_P}cSld/{_P}spTree"):
            _mirror_shape(shape, file.slide_width)


def list_grounds(file: Any) -> list[Any]:
    """Return the masters and layouts of a python-pptx presentation."""
    return [part for master in file.slide_masters for part in (master, *master.slide_layouts)]


def _mirror_shape(shape: Any, width: int) -> None:
    place = next((found for path in _PLACES if (found := shape.find(path)) is not None), None)
    offset, extent = (place.find(f"{_A}{name}") if place is not None else None for name in ("off", "ext"))
    if offset is not None and extent is not None:
        with contextlib.suppress(TypeError, ValueError):  # a school's file may say anything
            offset.set("x", str(width - int(offset.get("x")) - int(extent.get("cx"))))
    for body in shape.iter(f"{_A}bodyPr"):
        left, right = body.get("lIns"), body.get("rIns")
        for name, value in (("lIns", right), ("rIns", left)):
            if value is None:
                body.attrib.pop(name, None)
            else:
                body.set(name, value)


def turn_texts(part: Any) -> None:
    """Have the texts of a part's levels (ECMA-376 21.1.2.4.13) written from right to left, each aligned on the other side."""
    for level in part.iter():
        if isinstance(level.tag, str) and level.tag.startswith(f"{_A}lvl") and level.tag.endswith("pPr"):
            align = level.get("algn")
            if align in _ALIGNED:
                level.set("algn", _ALIGNED[align])
            if align or level.get("rtl") is not None:
                level.set("rtl", "1")


def turn_house(file: Any) -> None:
    """Turn the house theme into one for languages that are written from right to left, its notes and defaults with it."""
    mirror_file(file)
    for part in (*list_grounds(file), file.notes_master):
        turn_texts(part._element)
    turn_texts(file.part._element)


def lay_tables(package: bytes) -> bytes:
    """Return a deck whose tables look in LibreOffice as in PowerPoint: it knows no table that is read from right to left."""
    if b'<a:tblPr rtl="1"' not in package:
        return package
    from lxml import etree

    members = unpack_members(package)
    for name, data in members.items():
        if b'<a:tblPr rtl="1"' in data:
            tree = etree.fromstring(data)
            for table in tree.iter(f"{_A}tbl"):
                _reverse_columns(table)
            members[name] = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    return pack_members(members)


def _reverse_columns(table: Any) -> None:
    if table.find(f"{_A}tblPr").attrib.pop("rtl", ""):
        for row in (table.find(f"{_A}tblGrid"), *table.iter(f"{_A}tr")):
            columns = [child for child in row if child.tag in _COLUMNS]
            row[:] = [*columns[::-1], *(child for child in row if child.tag not in _COLUMNS)]

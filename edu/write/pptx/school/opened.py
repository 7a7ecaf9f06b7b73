"""The bytes of a school's PowerPoint file -> its presentation without slides, safe to build on, on a page of our height."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Any

from edu.folder import UnreadError
from edu.plan.theme import Frame
from edu.problems import Code
from edu.write.pptx.package import TYPES, pack_members
from edu.write.pptx.school.colours import override_palette, read_palette
from edu.write.pptx.school.ground import see_grounds
from edu.write.pptx.school.holders import read_holders
from edu.write.pptx.school.parts import read_faces
from edu.write.pptx.school.place import list_ornaments

_MOST_UNPACKED = 400_000_000
_MOST_MEMBERS = 10_000
_KIND = b"application/vnd.openxmlformats-officedocument.presentationml."
_OLE = b"\xd0\xcf\x11\xe0"
"""How an OLE file starts: a presentation with a password, or of PowerPoint 97 to 2003."""
_ACTIVE = ("vbaProject", "activeX", "oleObject", "ctrlProp", "/embeddings/")
"""Parts of a name that only what runs has."""

_DAMAGE = (AttributeError, KeyError, IndexError, ValueError, TypeError, AssertionError, StopIteration, RecursionError)
"""What a reader stumbles over in a package whose parts are not there, or are not what they should be."""

HEIGHT = 540.0
"""The height of our page in points: all sizes are made for it."""
_EMU = 12700
_NARROWEST, _WIDEST = 1.25, 2.2

_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def open_school(data: bytes) -> tuple[Any, float]:
    """Return the presentation in `data` as python-pptx has it, and by how much its lengths were multiplied.

    Raises UnreadError where it cannot be built on.
    """
    from lxml.etree import LxmlError
    from pptx import Presentation
    from pptx.exc import PythonPptxError

    members = _unpack(data)
    try:
        file = Presentation(io.BytesIO(pack_members(_mark_as_deck(members))))
        _drop_slides(file)
        masters = list(file.slide_masters)
        size = file.slide_width or 0, file.slide_height or 0
        for master in masters:
            _try_out(master)
    except (*_DAMAGE, LxmlError, PythonPptxError):
        raise UnreadError(Code.BROKEN_TEMPLATE) from None
    if not masters or not any(True for master in masters for _ in master.slide_layouts) or min(size) <= 0:
        raise UnreadError(Code.BROKEN_TEMPLATE)
    if not _NARROWEST <= size[0] / size[1] <= _WIDEST:
        raise UnreadError(Code.TEMPLATE_PAGE, width=f"{size[0] / 360000:.1f}", height=f"{size[1] / 360000:.1f}")
    if any(mark in str(part.partname) for part in file.part.package.iter_parts() for mark in _ACTIVE):
        raise UnreadError(Code.TEMPLATE_MACROS)
    return file, _scale(file, HEIGHT * _EMU / size[1])


_ANYWHERE = Frame(-1e6, -1e6, 2e6, 2e6)


def _try_out(master: Any) -> None:
    """Read all of a master and its layouts once: what is damaged in them shows here."""
    palette = read_palette(master)
    read_faces(master)
    for page in (master, *master.slide_layouts):
        _ = [(shape.name, shape.shape_id, shape.is_placeholder) for shape in page.shapes]
    for layout in master.slide_layouts:
        see_grounds(layout, override_palette(palette, layout), _ANYWHERE)
        _ = [holder.frame for holder in read_holders(layout)], list_ornaments(layout), layout.name


def _unpack(data: bytes) -> dict[str, bytes]:
    """Return the members of the package `data`; raise UnreadError where it is none, or too large when unpacked."""
    if data.startswith(_OLE):
        raise UnreadError(Code.TEMPLATE_PROTECTED)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            infos = [info for info in package.infolist() if not info.is_dir()]
            unpacked = sum(info.file_size for info in infos)
            if unpacked > _MOST_UNPACKED or len(infos) > _MOST_MEMBERS:
                raise UnreadError(Code.TEMPLATE_TOO_LARGE, size=unpacked, most=_MOST_UNPACKED)
            if any(info.flag_bits & 1 for info in infos):
                raise UnreadError(Code.TEMPLATE_PROTECTED)
            members = {info.filename: package.read(info) for info in infos}
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, EOFError, ValueError):
        raise UnreadError(Code.BROKEN_TEMPLATE if data.startswith(b"PK") else Code.NOT_A_TEMPLATE) from None
    if TYPES not in members:
        raise UnreadError(Code.NOT_A_TEMPLATE)
    if any(b"<!DOCTYPE" in part[:2000] for name, part in members.items() if name.endswith((".xml", ".rels"))):
        raise UnreadError(Code.BROKEN_TEMPLATE)
    return members


def _mark_as_deck(members: dict[str, bytes]) -> dict[str, bytes]:
    """Return `members` with the content type of a deck in the place of a template's or a show's (ECMA-376-1 13.3.6)."""
    types = members[TYPES]
    if b"macroEnabled" in types:
        raise UnreadError(Code.TEMPLATE_MACROS)
    for other in (b"template.main+xml", b"slideshow.main+xml"):
        types = types.replace(_KIND + other, _KIND + b"presentation.main+xml")
    if _KIND + b"presentation.main+xml" not in types:
        raise UnreadError(Code.NOT_A_TEMPLATE)
    return {**members, TYPES: types}


def _drop_slides(file: Any) -> None:
    """Take the slides out, what refers to them, and what describes the old deck."""
    part, element = file.part, file.part._element
    kept = ("/slideMaster", "/theme", "/notesMaster", "/handoutMaster", "/presProps", "/tableStyles", "/font")
    for name, relation in list(part.rels.items()):
        if not relation.reltype.endswith(kept):
            part.rels.pop(name)
    for name, relation in list(file.part.package._rels.items()):
        if not relation.reltype.endswith("/officeDocument"):
            file.part.package._rels.pop(name)
    for name in ("sldIdLst", "custShowLst", "custDataLst", "photoAlbum", "extLst", "modifyVerifier"):
        for found in element.findall(f"{_P}{name}"):
            element.remove(found)


# --- the page ----------------------------------------------------------------------------------------------------------

_LENGTHS = {
    "off": ("x", "y"), "chOff": ("x", "y"), "ext": ("cx", "cy"), "chExt": ("cx", "cy"), "ln": ("w",), "spcPts": ("val",),
    "defRPr": ("sz",), "rPr": ("sz",), "endParaRPr": ("sz",), "tab": ("pos",),
    "bodyPr": ("lIns", "tIns", "rIns", "bIns"), "gridCol": ("w",), "tr": ("h",),
}  # fmt: skip
_LEVEL = ("marL", "marR", "indent", "defTabSz")


def _scale(file: Any, factor: float) -> float:
    """Multiply all lengths and text sizes, as PowerPoint does where a page is made larger; return by how much."""
    if abs(factor - 1) < 0.005:
        return 1
    elements = [file.part._element]
    for master in file.slide_masters:
        elements += [master._element, *(layout._element for layout in master.slide_layouts)]
    for element in elements:
        for found in element.iter():
            if isinstance(found.tag, str) and found.tag.startswith(_A):
                name = found.tag.removeprefix(_A)
                for attribute in (*_LENGTHS.get(name, ()), *(_LEVEL if name.endswith("pPr") else ())):
                    if (value := found.get(attribute)) and value.lstrip("-").isdigit():
                        found.set(attribute, str(_round(int(value) * factor, attribute)))
    file.slide_width, file.slide_height = round(file.slide_width * factor), round(HEIGHT * _EMU)
    return factor


def _round(value: float, attribute: str) -> int:
    return round(value / 50) * 50 if attribute == "sz" else round(value)

"""XLSX (ECMA-376) in: the rows of the table in a workbook, as Excel, WPS, LibreOffice and others save it."""

from __future__ import annotations

import io
import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from edu.language.exchange.table import Cell, Odd, Row
from edu.language.exchange.terms import knows_heads
from edu.language.exchange.xml import XmlError, list_elements, name_of, parse_xml
from edu.problems import Code, Place, Problem, Problems

if TYPE_CHECKING:
    from lxml import etree

MOST_UNPACKED = 60_000_000
"""Bytes of a member that is read; that of 10,000 texts has 4 million."""
_MOST_COLUMNS = 200
_REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
"""How a text holds what XML cannot (ECMA-376-1 22.9.2.19, ST_Xstring)."""
_NUMBER = re.compile(r"-?\d{1,15}(?:\.\d{1,15})?")
_PLAIN_FORMATS = {"", "0", "49"}
_PLAIN_CODES = {"general", "@"}
"""The number formats General and text, by id and by code (ECMA-376-1 18.8.30); others show a number as something else."""


class _BrokenError(Exception):
    """The file is no workbook that can be read."""


_BROKEN = (
    *(_BrokenError, zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, OverflowError),
    *(NotImplementedError, RuntimeError),
)
"""What zipfile raises at members that are damaged, locked with a password, or packed in a way that Office does not."""


def read_xlsx(data: bytes, file: str) -> tuple[tuple[Row, ...], Problems]:
    """Return the rows of the first sheet of the workbook that has our columns, which a Problem calls `file`."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return _read_rows(package), ()
    except XmlError as error:
        return (), (Problem(error.problem.code, place=Place(file)),)
    except _BROKEN:
        return (), (Problem(Code.EXCHANGE_WORKBOOK, place=Place(file)),)


def _read_rows(package: zipfile.ZipFile) -> tuple[Row, ...]:
    sheets = _list_sheets(package)
    strings = _read_strings(package)
    plain = _read_formats(package)
    first: tuple[Row, ...] = ()
    for name in sheets:
        rows = tuple(_list_rows(_read_member(package, name), strings, plain))
        first = first or rows
        if any(knows_heads(cells) for _, cells in rows[:10]):
            return rows
    return first


def _read_member(package: zipfile.ZipFile, name: str) -> etree._Element:
    """Return the root of a member; raises _BrokenError where it is missing or far too large."""
    try:
        info = package.getinfo(name)
    except KeyError:
        raise _BrokenError from None
    if info.file_size > MOST_UNPACKED or info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise _BrokenError
    with package.open(info) as member:
        return parse_xml(member.read(MOST_UNPACKED), name)


def _list_sheets(package: zipfile.ZipFile) -> Sequence[str]:
    """Return the names of the members that are sheets, in the order of the workbook."""
    book = _find_target(package, "", "officeDocument")
    found = _list_targets(package, book)
    root = _read_member(package, book)
    sheets = [element for kind, element in _walk(root) if kind == "sheet"]
    ids = [next((value for key, value in sheet.attrib.items() if str(key).endswith("}id")), "") for sheet in sheets]
    return [found[str(id)][1] for id in ids if str(id) in found and found[str(id)][0] == "worksheet"]


def _find_target(package: zipfile.ZipFile, part: str, kind: str) -> str:
    """Return the name of the member that the relation `kind` of `part` leads to; raises _BrokenError."""
    for found, name in _list_targets(package, part).values():
        if found == kind:
            return name
    raise _BrokenError


def _list_targets(package: zipfile.ZipFile, part: str) -> Mapping[str, tuple[str, str]]:
    """Return the relations of `part` by id: the kind of each, and the member that it leads to (ECMA-376-2, 9.3)."""
    folder, name = posixpath.split(part)
    root = _read_member(package, posixpath.join(folder, "_rels", f"{name}.rels"))
    return {
        relation.get("Id", ""): (
            (relation.get("Type") or "").rpartition("/")[2],
            posixpath.normpath(posixpath.join("/", folder, relation.get("Target") or "")).lstrip("/"),
        )
        for _, relation in list_elements(root)
    }


def _walk(root: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    return ((name_of(element), element) for element in root.iter() if isinstance(element.tag, str))


def _read_strings(package: zipfile.ZipFile) -> Sequence[str]:
    """Return the texts that cells share; none where the workbook has no such member."""
    book = _find_target(package, "", "officeDocument")
    names = [name for kind, name in _list_targets(package, book).values() if kind == "sharedStrings"]
    return [_read_text(item) for name in names for kind, item in list_elements(_read_member(package, name)) if kind == "si"]


def _read_text(item: etree._Element) -> str:
    """Return the text of a string item: its runs joined, without how they are read aloud (18.4.8)."""
    pieces = []
    for kind, element in list_elements(item):
        if kind == "t":
            pieces.append(element.text or "")
        elif kind == "r":
            pieces += [run.text or "" for name, run in list_elements(element) if name == "t"]
    text = _ESCAPE.sub(lambda found: chr(int(found.group(1), 16)), "".join(pieces))
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")  # two escapes may be one character


def _read_formats(package: zipfile.ZipFile) -> Sequence[bool]:
    """Return for each style of cells whether a number in it is shown as it is."""
    book = _find_target(package, "", "officeDocument")
    names = [name for kind, name in _list_targets(package, book).values() if kind == "styles"]
    groups = [pair for name in names for pair in list_elements(_read_member(package, name))]
    forms = [form for kind, group in groups if kind == "numFmts" for _, form in list_elements(group)]
    plain = {form.get("numFmtId") for form in forms if (form.get("formatCode") or "").lower() in _PLAIN_CODES}
    cells = [cell for kind, group in groups if kind == "cellXfs" for _, cell in list_elements(group)]
    return [(cell.get("numFmtId") or "") in (*_PLAIN_FORMATS, *plain) for cell in cells]


def _list_rows(root: etree._Element, strings: Sequence[str], plain: Sequence[bool]) -> Iterator[Row]:
    """Yield the rows of a sheet with their numbers; a row or cell that does not say where it stands follows the last."""
    number = 0
    for kind, row in _walk(root):
        if kind != "row":
            continue
        place = row.get("r") or ""
        number = int(place) if place.isdecimal() and len(place) < 8 else number + 1
        cells: list[Cell] = []
        for name, cell in list_elements(row):
            if name == "c":
                index = _find_column(cell.get("r") or "", len(cells))
                if index < _MOST_COLUMNS:
                    cells += [""] * (index + 1 - len(cells))
                    cells[index] = _read_cell(cell, strings, plain)
        yield number, cells


def _find_column(reference: str, following: int) -> int:
    found = _REFERENCE.fullmatch(reference)
    if not found:
        return following
    index = 0
    for letter in found.group(1):
        index = index * 26 + ord(letter) - 64
    return index - 1


def _read_cell(cell: etree._Element, strings: Sequence[str], plain: Sequence[bool]) -> Cell:
    parts = dict(list_elements(cell))
    kind = cell.get("t") or "n"
    value = (parts["v"].text or "") if "v" in parts else ""
    if "f" in parts:
        return Odd(f"={parts['f'].text or ''}"[:40])
    match kind:
        case "s":
            return strings[int(value)] if value.isdecimal() and int(value) < len(strings) else Odd(value[:40])
        case "inlineStr":
            return _read_text(parts["is"]) if "is" in parts else ""
        case "str":
            return value
        case "n":
            style = cell.get("s") or ""
            shown = not style or (style.isdecimal() and int(style) < len(plain) and plain[int(style)])
            return value if not value or (shown and _NUMBER.fullmatch(value)) else Odd(value[:40])
        case _:
            return Odd(value[:40])

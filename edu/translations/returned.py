"""Files that came back -> the documents, memories and glossaries in them, by how the files start."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from edu.folder import UnreadError, read_bytes
from edu.language.exchange.po import is_po, read_po_document
from edu.language.exchange.recall import Memory
from edu.language.exchange.table import Row
from edu.language.exchange.take import Returned
from edu.language.exchange.terms import Termbase
from edu.language.exchange.unit import Document
from edu.problems import Code, Place, Problem, Problems

MOST_RETURNED = 50_000_000
"""Bytes of a file that comes back; that of 10,000 texts has 8 million."""

Back = Returned | Memory | Termbase
Found = tuple[tuple[Back, ...], Problems]


def read_files(files: Sequence[str]) -> Found:
    """Return what is in `files`, and what is wrong with them."""
    backs: tuple[Back, ...] = ()
    problems: Problems = ()
    for file in dict.fromkeys(files):
        found, faults = _read_file(file)
        problems += faults
        if any(map(_count_texts, found)):
            backs += found
        elif not faults:
            problems += (Problem(Code.EXCHANGE_EMPTY, place=Place(file)),)
    return backs, problems


def _count_texts(back: Back) -> int:
    match back:
        case Returned():
            return len(back.document.units)
        case Memory():
            return len(back.entries)
        case Termbase():
            return len(back.concepts)


def _read_file(file: str) -> Found:
    try:
        data = read_bytes(Path(file), None, MOST_RETURNED)
    except UnreadError as unread:
        return (), (Problem(unread.code, values=unread.values, place=Place(file)),)
    if is_po(data):
        documents, problems = read_po_document(data, file)
        return _list_returned(documents, file), problems
    start = data.lstrip()[:8]
    return next(read for starts, read in _STARTS if start.startswith(starts))(data, file)


def _read_xml(data: bytes, name: str) -> Found:
    from edu.language.exchange.tbx import ROOTS, read_tbx
    from edu.language.exchange.tmx import read_tmx
    from edu.language.exchange.xliff import read_xliff
    from edu.language.exchange.xml import XmlError, name_of, parse_xml

    try:
        root = parse_xml(data, name)
    except XmlError as error:
        return (), (error.problem,)
    if name_of(root) == "tmx":
        return (read_tmx(root, name),), ()
    if name_of(root) in ROOTS:
        return (read_tbx(root, name),), ()
    documents, problems = read_xliff(root, name)
    return _list_returned(documents, name), problems


def _read_xlsx(data: bytes, name: str) -> Found:
    from edu.language.exchange.sheet import read_xlsx

    return _read_table(*read_xlsx(data, name), name)


def _read_csv(data: bytes, name: str) -> Found:
    from edu.language.exchange.delimited import read_csv

    if data[:8] == _OLD_EXCEL:
        return (), (Problem(Code.EXCHANGE_OLD_EXCEL, place=Place(name)),)
    return _read_table(*read_csv(data, name), name)


def _read_table(rows: Sequence[Row], problems: Problems, name: str) -> Found:
    from edu.language.exchange.table import find_heads, read_rows
    from edu.language.exchange.terms import find_term_columns, read_term_rows

    if problems:
        return (), problems
    if find_term_columns(find_heads(rows)):
        base, faults = read_term_rows(rows, name)
        return (base,), faults
    documents, faults = read_rows(rows, name)
    return _list_returned(documents, name), faults


def _list_returned(documents: Sequence[Document], name: str) -> tuple[Back, ...]:
    return tuple(Returned(name, document) for document in documents)


_OLD_EXCEL = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STARTS: Sequence[tuple[tuple[bytes, ...], Callable[[bytes, str], Found]]] = (
    ((b"<", b"\xef\xbb\xbf<", b"\xff\xfe<\0", b"\xfe\xff\0<"), _read_xml),
    ((b"PK\x03\x04",), _read_xlsx),
    ((b"",), _read_csv),
)
"""How the files of each format start; the name of a file may be any."""

"""XML of exchange formats: read without trusting it, written the same way everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from typing import TYPE_CHECKING, Protocol, cast

from edu.problems import Code, Place, Problem

if TYPE_CHECKING:
    from lxml import etree

XML = "http://www.w3.org/XML/1998/namespace"
NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML document can hold (XML 1.0, 2.2), and so no deck."""


class _Entities(Protocol):
    """What the stubs of lxml do not know of a document type."""

    def iterentities(self) -> Iterator[object]: ...


class XmlError(Exception):
    """A file is no XML that is read; `problem` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code.id)
        self.problem = problem


def parse_xml(data: bytes, file: str) -> etree._Element:
    """Return the root of the XML document `data`, which `file` names; raises XmlError.

    No entity is resolved but the five of XML itself, nothing else is loaded, and no text may be of 10 MB or nested
    256 deep: libxml2 refuses these of itself.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        line = getattr(error, "lineno", 0) or 0
        raise XmlError(Problem(Code.EXCHANGE_XML, place=Place(file, line))) from None
    own = cast(_Entities | None, root.getroottree().docinfo.internalDTD)
    if (own is not None and [*own.iterentities()]) or next(root.iter(etree.Entity), None) is not None:
        raise XmlError(Problem(Code.EXCHANGE_ENTITIES, place=Place(file, 1)))
    return root


def line_of(element: etree._Element) -> int:
    """Return the line where the element starts; 0 where that is not known."""
    line = element.sourceline
    return line if isinstance(line, int) else 0


def write_xml(root: etree._Element, leaves: Set[str]) -> bytes:
    """Return the document as UTF-8 with LF, indented down to the elements with the names `leaves`, which hold text."""
    from lxml import etree

    _indent(root, leaves, 0)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"


def _indent(parent: etree._Element, leaves: Set[str], depth: int) -> None:
    """Put each child of `parent` on a line of its own."""
    children = list(parent)
    if not children or name_of(parent) in leaves:
        return
    parent.text = f"\n{'  ' * (depth + 1)}"
    for child in children:
        _indent(child, leaves, depth + 1)
        child.tail = f"\n{'  ' * (depth + 1)}"
    children[-1].tail = f"\n{'  ' * depth}"


def append_text(parent: etree._Element, text: str) -> None:
    """Put `text` behind all that stands in `parent`."""
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def clean(text: str) -> str:
    """Return `text` with U+FFFD for what no XML document can hold."""
    return NOT_IN_XML.sub("\ufffd", text)


def list_elements(parent: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """Yield the elements in `parent` with their names without a namespace; comments and instructions are passed over."""
    for child in parent:
        if isinstance(child.tag, str):
            yield child.tag.rpartition("}")[2], child


def name_of(element: etree._Element) -> str:
    """Return the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def read_text_of(element: etree._Element) -> str:
    """Return all text in `element` and in the elements below it."""
    inner = (read_text_of(child) if isinstance(child.tag, str) else "" for child in element)
    tails = (child.tail or "" for child in element)
    return (element.text or "") + "".join(text + tail for text, tail in zip(inner, tails, strict=True))

"""A PO file that came back -> the document in it."""

from __future__ import annotations

import re

from edu.language.catalogue import parse_data
from edu.language.exchange.entries import list_returned
from edu.language.exchange.unit import Document
from edu.language.po.read import parse_po
from edu.problems import Code, Place, Problem, Problems

_START = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:#[^\r\n]*[\r\n]\s*)*(?:msgctxt|msgid)\s*\"")
"""Comments, then a keyword; a table has its heads there."""


def is_po(data: bytes) -> bool:
    """Return whether a file starts as a PO file does."""
    return bool(_START.match(data))


def read_po_document(data: bytes, name: str) -> tuple[tuple[Document, ...], Problems]:
    """Return the active entries of a PO file, which Problems call `name`, and what is wrong with it.

    Its domain is not told. Texts with plural forms are no units, and comments stay behind.
    """
    found, problems = parse_data(lambda: data, name, lambda text, _: (parse_po(text), ()))
    if found is None:
        return (), problems
    fields = found.fields
    course, source, lang = (fields.get(field, "") for field in ("Project-Id-Version", "X-Source-Language", "Language"))
    if plurals := sum(bool(entry.words) for entry in found if entry.msgid_plural is not None and not entry.obsolete):
        problems = (Problem(Code.EXCHANGE_FORMS, values={"count": plurals}, place=Place(name)),)
    line = found.find_line("Language")
    return (Document(course, "", source, lang, list_returned(found), line),), problems

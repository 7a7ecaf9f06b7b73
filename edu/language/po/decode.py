"""The bytes of a PO file -> its text, by the encoding that its header names."""

from __future__ import annotations

import codecs
import re

from edu.folder import UnreadError, decode_text
from edu.problems import Code

_CHARSET = re.compile(rb'Content-Type:[^"\n]{0,200}?charset=([A-Za-z0-9_.:-]+)')
_HEAD = 100_000
"""The header stands in so many bytes, comments above it included."""

_WIDE = {
    "gb2312": "gb18030",  # what is called so on Windows has characters that only the larger sets have
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "big5": "big5hkscs",
    "big5hkscs": "big5hkscs",
    **{name: name for name in ("cp932", "cp949", "cp950", "euc_jp", "euc_kr", "johab", "shift_jis")},
}
"""Encodings of more than one byte for a character, and what reads them."""
_NARROW = re.compile(r"iso8859-\d+|cp(?:850|866|874|125\d)|koi8-[rtu]|tis-620")
_ASCII = ("utf-8", "ascii")


def decode_po(data: bytes) -> str:
    """Return the text of the PO file `data`; raises UnreadError with the line and column.

    UTF-8 is taken for UTF-8 whatever the header says: an editor that saves a file so leaves the header as it was.
    """
    found = _CHARSET.search(data, 0, _HEAD)
    charset = found[1].decode("ascii") if found else "UTF-8"
    reader = _find_reader(charset)
    if data.startswith(codecs.BOM_UTF8) or reader in _ASCII:
        return decode_text(data)
    text = _decode(data, "utf-8")
    if text is None or (reader in _WIDE.values() and max(text, default="") < "\u0800"):
        text = _decode(data, reader) if reader else None
    if text is None:
        raise UnreadError(Code.BAD_CHARSET, charset=charset).after(data[: found.start(1)] if found else b"")
    return text.replace(f"charset={charset}", "charset=UTF-8", 1)  # as which it will be written again


def _find_reader(charset: str) -> str:
    """Return the name of Python's codec for `charset`; empty where PO files cannot be in it."""
    if charset == "CHARSET":  # what stands in a template that nobody has filled in
        return "utf-8"
    try:
        name = codecs.lookup(charset).name
    except LookupError:
        return ""
    if name in _ASCII or _NARROW.fullmatch(name):
        return name
    return _WIDE.get(name, "")


def _decode(data: bytes, charset: str) -> str | None:
    try:
        return data.decode(charset)
    except UnicodeDecodeError:
        return None

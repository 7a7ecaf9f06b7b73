"""PO files -> their text, as our files stand: unwrapped, with LF, an empty line between entries."""

from __future__ import annotations

import re
from collections.abc import Iterator

from edu.language.po.entry import PoEntry, Previous
from edu.language.po.file import PoFile

_ESCAPES = {
    "\\": r"\\",
    '"': r"\"",
    "\n": r"\n",
    "\t": r"\t",
    "\r": r"\r",
    "\a": r"\a",
    "\b": r"\b",
    "\v": r"\v",
    "\f": r"\f",
    "\0": r"\000",
}
_SPECIAL = re.compile("[" + re.escape("".join(_ESCAPES)) + "]")


def write_po(file: PoFile) -> str:
    """Return the text of `file`; what `parse_po` reads from it is `file` again."""
    entries = file.entries if file.header is None else (file.header, *file.entries)
    blocks = [write_entry(entry) for entry in entries]
    if file.tail:
        blocks.append("\n".join(file.tail))
    return "\n\n".join(blocks) + "\n" if blocks else ""


def write_entry(entry: PoEntry) -> str:
    """Return the lines of an entry, without the last line end."""
    return "\n".join(_list_lines(entry))


def _list_lines(entry: PoEntry) -> Iterator[str]:
    mark = "#~ " if entry.obsolete else ""
    yield from entry.comments
    yield from write_previous(entry.previous, "#~| " if entry.obsolete else "#| ")
    if entry.msgctxt is not None:
        yield from _write_field(mark, "msgctxt", entry.msgctxt)
    yield from _write_field(mark, "msgid", entry.msgid)
    if entry.msgid_plural is None:
        yield from _write_field(mark, "msgstr", entry.msgstr)
        return
    yield from _write_field(mark, "msgid_plural", entry.msgid_plural)
    for number, text in enumerate(entry.msgstrs):
        yield from _write_field(mark, f"msgstr[{number}]", text)


def write_previous(previous: Previous, mark: str = "#| ") -> Iterator[str]:
    """Yield the lines that say what an entry was translated from."""
    for name in ("msgctxt", "msgid", "msgid_plural"):
        text = getattr(previous, name)
        if text is not None:
            yield from _write_field(mark, name, text)


def _write_field(mark: str, keyword: str, text: str) -> Iterator[str]:
    lines = text.split("\n")
    if len(lines) == 1 or (len(lines) == 2 and not lines[1]):
        yield f'{mark}{keyword} "{_escape(text)}"'
        return
    yield f'{mark}{keyword} ""'
    ended = [f"{line}\n" for line in lines[:-1]] + lines[-1:]
    yield from (f'{mark}"{_escape(line)}"' for line in ended if line)


def _escape(text: str) -> str:
    return _SPECIAL.sub(lambda found: _ESCAPES[found.group()], text)

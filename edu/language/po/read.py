"""The text of a PO file -> its entries, with all that stands there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from edu.language.po.entry import HEADER_KEY, NOT_SAID, PoEntry, Previous
from edu.language.po.file import PoFile
from edu.language.po.write import write_previous

_TOKEN = re.compile(
    r'\s*(?:(?P<keyword>msgctxt|msgid_plural|msgid|msgstr(?:\s*\[\s*\d{1,3}\s*\])?)|"(?P<string>[^"\\]*(?:\\.[^"\\]*)*)")\s*'
)
_ESCAPE = re.compile(r"\\(?:(?P<bytes>(?:x[0-9a-fA-F]{1,2}|[0-7]{1,3})(?:\\x[0-9a-fA-F]{1,2}|\\[0-7]{1,3})*)|(?P<char>.))")
_CHARS = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "v": "\v", "f": "\f", '"': '"', "\\": "\\", "'": "'", "?": "?"}
_SPACE = " \t\v\f\r"


class PoSyntaxError(ValueError):
    """A text is not a PO file; `line` and `column` say where the first part begins that is wrong or stands too early."""

    def __init__(self, line: int, column: int) -> None:
        self.line, self.column = line, column
        super().__init__(f"line {line}, column {column}")


def parse_po(text: str) -> PoFile:
    """Return the PO file `text`, with any line ends; raises PoSyntaxError."""
    entries: list[PoEntry] = []
    draft = _Draft()
    for number, whole_line in enumerate(_split_lines(text), 1):
        line = whole_line.lstrip(_SPACE)
        start = number, len(whole_line) - len(line) + 1
        for kind, obsolete, token, spot in _read_line(line, start) if line else ():
            if draft.whole and (kind in _BEFORE or (kind == "keyword" and token in _FIRST)):
                entries.append(draft.finish(spot))
                draft = _Draft()
            draft.take(kind, obsolete, token, spot)
    tail: tuple[str, ...] = ()
    if draft.strings:
        entries.append(draft.finish(draft.spot))
    else:
        tail = (*draft.comments, *write_previous(draft.list_previous()))
    return _set_apart(entries, tail)


def _split_lines(text: str) -> Iterator[str]:
    if "\n" not in text:
        yield from text.split("\r")
    else:
        yield from (line.rstrip("\r") for line in text.split("\n"))


def _set_apart(entries: list[PoEntry], tail: tuple[str, ...]) -> PoFile:
    """Return the file with the first entry that is a header as its header."""
    headers = (index for index, entry in enumerate(entries) if entry.key == HEADER_KEY and not entry.obsolete)
    index = next((index for index in headers if entries[index].msgctxt is entries[index].msgid_plural is None), None)
    if index is None:
        return PoFile(None, tuple(entries), tail)
    return PoFile(entries[index], (*entries[:index], *entries[index + 1 :]), tail)


_FIRST, _LAST = ("msgctxt", "msgid"), ("msgstr", "msgstr[0]")
_BEFORE = ("comment", "old keyword")
_MARKED = ("#~", "#|")

_Spot = tuple[int, int]
"""A line and a column."""
_Token = tuple[str, bool, str, _Spot]
"""Its kind (`comment`, `string`, `keyword`, and the latter two after `#|` as `old …`), whether it is obsolete, its text, and
where it begins."""


def _read_line(line: str, start: _Spot) -> Sequence[_Token]:
    if not line.startswith(_MARKED):
        return [("comment", False, line, start)] if line.startswith("#") else list(_read_tokens(line, start, "", False))
    obsolete = line.startswith("#~")
    old = line.startswith(("#|", "#~|"))
    content = line[3 if obsolete and old else 2 :].lstrip(_SPACE)
    if content.startswith("#"):
        return [("comment", obsolete, content, start)]
    first = start[0], start[1] + len(line) - len(content)
    return list(_read_tokens(content, first, "old " if old else "", obsolete))


def _read_tokens(content: str, start: _Spot, age: str, obsolete: bool) -> Iterator[_Token]:
    position = 0
    while position < len(content):
        spot = start[0], start[1] + position
        found = _TOKEN.match(content, position)
        if not found:
            raise PoSyntaxError(*spot)
        position = found.end()
        kind = found.lastgroup or ""
        yield age + kind, obsolete, found[kind], spot


@dataclass(slots=True)
class _Draft:
    """An entry that is being read; `open` is what further strings are added to, `whole` whether it has a msgstr."""

    comments: list[str] = field(default_factory=list)
    previous: dict[str, list[str]] = field(default_factory=dict)
    strings: dict[str, list[str]] = field(default_factory=dict)
    open: list[str] | None = None
    whole: bool = False
    obsolete: bool = False
    spot: _Spot = (0, 0)

    def take(self, kind: str, obsolete: bool, token: str, spot: _Spot) -> None:
        """Add the token at `spot`; raises PoSyntaxError where it cannot stand there."""
        self.spot = self.spot if self.spot[0] else spot
        match kind:
            case "comment":
                self.comments.append(token)
            case "keyword" | "old keyword":
                name = "".join(token.split())
                found = self.strings if kind == "keyword" else self.previous
                if name in found or (kind == "keyword" and not self._may_follow(name, obsolete)):
                    raise PoSyntaxError(*spot)
                self.obsolete = obsolete if kind == "keyword" else self.obsolete
                self.open = found[name] = []
                self.whole = self.whole or (kind == "keyword" and name in _LAST)
            case _:
                if self.open is None:
                    raise PoSyntaxError(*spot)
                self.open.append(_unescape(token) if "\\" in token else token)

    def _may_follow(self, name: str, obsolete: bool) -> bool:
        """Return whether the keyword may stand after those that there are."""
        there = self.strings
        if there and obsolete != self.obsolete:
            return False
        match name:
            case "msgctxt":
                return not there
            case "msgid":
                return not there.keys() - {"msgctxt"}
            case "msgid_plural":
                return "msgid" in there and "msgstr" not in there
            case "msgstr":
                return "msgid" in there and "msgid_plural" not in there
            case _:
                forms = sum(known.startswith("msgstr") for known in there)
                return "msgid_plural" in there and name == f"msgstr[{forms}]"

    def list_previous(self) -> Previous:
        """Return what the entry was translated from."""
        found = {name: "".join(texts) for name, texts in self.previous.items()}
        return Previous(found.get("msgid"), found.get("msgctxt"), found.get("msgid_plural")) if found else NOT_SAID

    def finish(self, spot: _Spot) -> PoEntry:
        """Return the entry; raises PoSyntaxError, at `spot`, where a part is missing."""
        texts = {name: "".join(parts) for name, parts in self.strings.items()}
        if not self.whole or not all(self.strings.values()):
            raise PoSyntaxError(*spot)
        return PoEntry(
            msgid=texts["msgid"],
            msgstrs=tuple(text for name, text in texts.items() if name.startswith("msgstr")),
            msgctxt=texts.get("msgctxt"),
            msgid_plural=texts.get("msgid_plural"),
            comments=tuple(self.comments),
            previous=self.list_previous(),
            obsolete=self.obsolete,
            line=self.spot[0],
        )


def _unescape(text: str) -> str:
    return _ESCAPE.sub(_read_escape, text)


def _read_escape(found: re.Match[str]) -> str:
    """Return what an escape stands for; one that there is none of, such as `\\alpha`'s kin `\\q`, stands for itself."""
    if found["char"]:
        return _CHARS.get(found["char"], found.group())
    numbers = found["bytes"].split("\\")
    data = bytes(int(number[1:], 16) if number[0] == "x" else int(number, 8) & 0xFF for number in numbers)
    return data.decode("utf-8", "replace")

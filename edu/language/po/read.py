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
    """A text is not a PO file; `line` is the first line that is wrong."""

    def __init__(self, line: int) -> None:
        self.line = line
        super().__init__(f"line {line}")


def parse_po(text: str) -> PoFile:
    """Return the PO file `text`, with any line ends; raises PoSyntaxError."""
    entries: list[PoEntry] = []
    draft = _Draft()
    for number, whole_line in enumerate(_split_lines(text), 1):
        line = whole_line.lstrip(_SPACE)
        for kind, obsolete, token in _read_line(line, number) if line else ():
            if draft.whole and (kind in _BEFORE or (kind == "keyword" and token in _FIRST)):
                entries.append(draft.finish(number))
                draft = _Draft()
            draft.take(kind, obsolete, token, number)
    tail: tuple[str, ...] = ()
    if draft.strings:
        entries.append(draft.finish(draft.line))
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

_Token = tuple[str, bool, str]
"""Its kind (`comment`, `string`, `keyword`, and the latter two after `#|` as `old …`), whether it is obsolete, and its text."""


def _read_line(line: str, number: int) -> Sequence[_Token]:
    if not line.startswith(_MARKED):
        return [("comment", False, line)] if line.startswith("#") else list(_read_tokens(line, number, "", False))
    obsolete = line.startswith("#~")
    old = line.startswith(("#|", "#~|"))
    content = line[3 if obsolete and old else 2 :].lstrip(_SPACE)
    if content.startswith("#"):
        return [("comment", obsolete, content)]
    return list(_read_tokens(content, number, "old " if old else "", obsolete))


def _read_tokens(content: str, number: int, age: str, obsolete: bool) -> Iterator[_Token]:
    position = 0
    while position < len(content):
        found = _TOKEN.match(content, position)
        if not found:
            raise PoSyntaxError(number)
        position = found.end()
        kind = found.lastgroup or ""
        yield age + kind, obsolete, found[kind]


@dataclass(slots=True)
class _Draft:
    """An entry that is being read; `open` is what further strings are added to, `whole` whether it has a msgstr."""

    comments: list[str] = field(default_factory=list)
    previous: dict[str, list[str]] = field(default_factory=dict)
    strings: dict[str, list[str]] = field(default_factory=dict)
    open: list[str] | None = None
    whole: bool = False
    obsolete: bool = False
    line: int = 0

    def take(self, kind: str, obsolete: bool, token: str, number: int) -> None:
        """Add a token of the line `number`; raises PoSyntaxError where it cannot stand there."""
        self.line = self.line or number
        match kind:
            case "comment":
                self.comments.append(token)
            case "keyword" | "old keyword":
                name = "".join(token.split())
                found = self.strings if kind == "keyword" else self.previous
                if name in found or (kind == "keyword" and not self._may_follow(name, obsolete)):
                    raise PoSyntaxError(number)
                self.obsolete = obsolete if kind == "keyword" else self.obsolete
                self.open = found[name] = []
                self.whole = self.whole or (kind == "keyword" and name in _LAST)
            case _:
                if self.open is None:
                    raise PoSyntaxError(number)
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

    def finish(self, number: int) -> PoEntry:
        """Return the entry; raises PoSyntaxError, at the line `number`, where a part is missing."""
        texts = {name: "".join(parts) for name, parts in self.strings.items()}
        if not self.whole or not all(self.strings.values()):
            raise PoSyntaxError(number)
        return PoEntry(
            msgid=texts["msgid"],
            msgstrs=tuple(text for name, text in texts.items() if name.startswith("msgstr")),
            msgctxt=texts.get("msgctxt"),
            msgid_plural=texts.get("msgid_plural"),
            comments=tuple(self.comments),
            previous=self.list_previous(),
            obsolete=self.obsolete,
            line=self.line,
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

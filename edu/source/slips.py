"""Lines that YAML cannot make sense of -> the slips of a Chinese keyboard in them, and where a quote was left open."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice

from edu.model.course import Course
from edu.problems import Code, Kind, shorten
from edu.source.typed import list_keys

Values = dict[str, str | int]
Spot = tuple[int, int]
"""0-based line and column."""
Slip = tuple[Kind, Spot, Values]

_COMMAS = "，、﹐"
_QUOTES = "“”‘’＂＇「」『』"
_BRACKETS = "【［〔〖「"
_COLONS = "：︰﹕∶"
_SPACES = "\u3000\u00a0\u2000-\u200d\u202f\u205f\u2060\ufeff"
"""Characters that look like a space or like nothing, for a class in a regular expression."""

_MOST_SLIPS = 101
_MOST_ABOVE = 200
"""How many lines above one are looked at: nobody's list of keys is longer."""
_NEAR = 20

_ODD_SPACE = re.compile(rf"(?: *-?| *(?:- +)*[A-Za-z_]+:)([{_SPACES}])")
_WIDE_COLON = re.compile(rf"[ {_SPACES}]*(?:- +)*([A-Za-z_]+)[ {_SPACES}]*([{_COLONS}])")
_TIGHT_COLON = re.compile(r" *(?:- +)*([A-Za-z_]+)(:)[^\s:/]")
_DASH = re.compile(r" *([－—–−﹣‐•·]|-[^\s\d.-]\S{0,11})")
_HASH = re.compile(r" *(＃)")
_SOUND_KEY = re.compile(r" *(?:- +)*[\w-]+:(?:\s|$)")
_OPENER = re.compile(rf" *(?:- +)*[\w-]+[:{_COLONS}]\s*(?:#.*)?")
_CONTENT = re.compile(r" *(?:- +)*")
_VALUE = re.compile(r" *(?:- +)*(?:[\w-]+: +)?")
_QUOTED = re.compile(r""""(?:[^"\\]|\\.)*("?)|'(?:[^']|'')*('?)""")


def find_slips(lines: Sequence[str], line: int, start: int) -> list[Slip]:
    """Return all slips of the file where one stands at or right above `line`, or at `start`; else none."""
    texts = _find_texts(lines)

    def read(n: int) -> Slip | None:
        slip = read_slip(lines[n], any_key=n == start) if n < len(lines) and n not in texts else None
        return (slip[0], (n, slip[1]), slip[2]) if slip else None

    if not any(read(n) for n in (start, line, *_list_above(lines, line))):
        return []
    return list(islice(filter(None, map(read, range(len(lines)))), _MOST_SLIPS))


def _list_above(lines: Sequence[str], line: int) -> Iterator[int]:
    """Yield the lines above `line` that its trouble may come from, up to a sound key."""
    for n in range(min(line, len(lines)) - 1, max(-1, line - _NEAR), -1):
        yield n
        if _SOUND_KEY.match(lines[n]):
            return


def read_slip(text: str, *, any_key: bool = False) -> tuple[Kind, int, Values] | None:
    """Return the slip that a line or key starts with, its 0-based column and its values; a colon's only after a known key."""
    if found := _ODD_SPACE.match(text):
        return (
            Code.WIDE_SPACE if found[1] == "\u3000" else Code.ODD_SPACE,
            found.start(1),
            {"character": f"U+{ord(found[1]):04X}"},
        )
    for code, pattern in ((Code.WIDE_COLON, _WIDE_COLON), (Code.NO_SPACE, _TIGHT_COLON)):
        if (found := pattern.match(text)) and (any_key or found[1].lower() in _known_keys()):
            return code, found.start(2), {"key": found[1], "sign": found[2]}
    for code, pattern in ((Code.WRONG_DASH, _DASH), (Code.WIDE_HASH, _HASH)):
        if found := pattern.match(text):
            return code, found.start(1), {"sign": found[1]}
    return None


def read_value_slip(text: str, *, item: bool) -> tuple[Kind, Values] | None:
    """Return the slip behind a value that does not fit: Chinese quotes around it, or a Chinese comma in an `item` of a list."""
    bare = text.strip(_QUOTES)
    if bare and text[0] in _QUOTES:
        return Code.CHINESE_QUOTES, {"value": shorten(text), "bare": shorten(bare)}
    return tell_comma(text) if item and count_parts(text) > 1 else None


def count_parts(text: str) -> int:
    """Return how many items `text` would be if its Chinese commas parted them."""
    return 1 + sum(text.count(comma) for comma in _COMMAS)


def tell_comma(text: str) -> tuple[Kind, Values]:
    """Return that `text` is one item, though a Chinese comma stands in it."""
    return Code.WIDE_COMMA, {"value": shorten(text), "sign": next((sign for sign in text if sign in _COMMAS), "")}


def read_list_slip(text: str) -> tuple[Kind, Values] | None:
    """Return the slip behind a text where a list is meant: Chinese brackets, or a wrong dash at its start."""
    if text[:1] in set(_BRACKETS):
        return Code.WIDE_BRACKETS, {"value": shorten(text)}
    slip = read_slip(text)
    return (slip[0], slip[2]) if slip and slip[0] == Code.WRONG_DASH else None


@cache
def _known_keys() -> frozenset[str]:
    return list_keys(Course)


def _find_texts(lines: Sequence[str]) -> set[int]:
    """Return the lines that go on with a text that began above them, where every sign is a text's own."""
    texts: set[int] = set()
    open: list[tuple[int, bool]] = []
    for n, line in enumerate(lines):
        indent = len(line) - len(line.lstrip(" "))
        if indent == len(line) or line[indent] == "#" or _ODD_SPACE.match(line):
            continue
        if next((is_text for column, is_text in reversed(open) if column < indent), False):
            texts.add(n)
            continue
        content = _measure_content(line)
        while open and open[-1][0] >= content:
            open.pop()
        open.append((content, not _OPENER.fullmatch(line)))
    return texts


def _measure_content(text: str) -> int:
    found = _CONTENT.match(text)
    return found.end() if found else 0


def find_open_quote(lines: Sequence[str], spot: Spot) -> tuple[Spot, str] | None:
    """Return where the quoted text began that closes at `spot`, lines below, though another was meant to open there."""
    line, column = spot
    for n in range(min(line, len(lines)) - 1, max(-1, line - _MOST_ABOVE), -1):
        if found := _find_left_open(lines[n]):
            start, quote = found
            closes = any(quote in text for text in lines[n + 1 : line])
            return ((n, start), quote) if quote in lines[line][: column + 1] and not closes else None
    return None


def _find_left_open(text: str) -> tuple[int, str] | None:
    """Return the 0-based column of a quote in a line that opens a text and has no end there."""
    found = _VALUE.match(text)
    start = found.end() if found else 0
    if text[start : start + 1] not in ("[", "{", '"', "'"):
        return None
    for quoted in _QUOTED.finditer(text, start):
        if not (quoted[1] or quoted[2]):
            opens = quoted.start() == start or text[: quoted.start()].rstrip(" ").endswith(("[", "{", ",", ":"))
            return (quoted.start(), quoted[0][0]) if opens else None
    return None

"""Where the lines of a text end -> how badly that cuts words, as far as marks, small words, scripts and names tell it."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from edu.plan.breaks import is_each
from edu.plan.measure import Piece

_ENDS = frozenset("的了着是吗呢吧はがをにでも")
"""Small words after which a phrase ends; a line that starts with one reads badly."""
_STARTS = frozenset("和与及或把被让却但而")
"""Small words with which a phrase starts."""
_KANA = re.compile("[\u3041-\u309f]")
_CLEAN, _LIKELY, _UNKNOWN, _WORD, _STRAY, _IN_NAME = 0, 1, 3, 6, 6, 9
"""What a line's end costs: after a mark or a blank; at what looks like the end of a phrase; anywhere else between characters,
and the more the oftener the two stand together; before a small word that belongs to the last one; inside a name."""


@dataclass(frozen=True, slots=True)
class Words:
    """What the texts of a course tell of its words: names, and how often two East Asian characters stand together."""

    names: tuple[str, ...] = ()
    pairs: Mapping[str, int] = field(default_factory=dict)


def find_words(texts: Iterable[str], names: Iterable[str]) -> Words:
    """Return what `texts` tell of words; `names` are those that are known, without their blanks: pieces of a line hold none."""
    pairs = Counter(a + b for text in texts for a, b in pairwise(text) if is_each(a) and is_each(b))
    return Words(tuple(dict.fromkeys("".join(name.split()) for name in names)), pairs)


def list_line_starts(pieces: Sequence[Piece], room: float) -> Iterator[int]:
    """Yield which of `pieces` start a line, but for the first, where lines are `room` em wide and none ends by force."""
    used = space = 0.0
    for i, piece in enumerate(pieces):
        forced = i > 0 and pieces[i - 1].ends
        if i and not forced and used + space + piece.width + piece.hyphen > room + 1e-6:
            yield i
            used = space = 0.0
        used = piece.width if forced else used + space + piece.width
        space = piece.space


def rate_cuts(pieces: Sequence[Piece], room: float, words: Words) -> int:
    """Return what the ends of the lines of `pieces` cost, each at the highest of what speaks against it."""
    text = "".join(piece.text for piece in pieces)
    starts = list(list_line_starts(pieces, room))
    offsets = [sum(len(piece.text) for piece in pieces[:i]) for i in starts]
    inside = {at for name in words.names for found in re.finditer(re.escape(name), text) for at in range(*_inner(found))}
    costs = (_rate(pieces[i - 1], pieces[i].text[0], words) for i in starts)
    return sum(_IN_NAME if at in inside else cost for at, cost in zip(offsets, costs, strict=True))


def _inner(found: re.Match[str]) -> tuple[int, int]:
    return found.start() + 1, found.end()


def _rate(before: Piece, first: str, words: Words) -> int:
    last = before.text[-1]
    if before.space or unicodedata.category(last)[0] == "P":
        return _CLEAN
    if first in _ENDS:
        return _STRAY
    if last in _ENDS or first in _STARTS or (_KANA.match(last) and not _KANA.match(first)):
        return _LIKELY
    if is_each(last) != is_each(first) and not last.isdigit():
        return _LIKELY
    return min(_WORD, max(_UNKNOWN, _UNKNOWN - 1 + words.pairs.get(last + first, 0)))

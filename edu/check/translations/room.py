"""A translation and the room that its translator was told of -> whether it is far longer."""

from __future__ import annotations

import math
from collections.abc import Iterator

from edu.check.items.text import measure_cells
from edu.check.translations.bitext import Pair, Side
from edu.problems import Code, Problem

_FAR = 1.5
"""From so many times the room on a translation is too long: the room is estimated, and a deck can do with smaller letters."""


def find_long(pair: Pair) -> Iterator[Problem]:
    """Yield a translation that is far longer than its place has room for, where the text itself is not."""
    if not pair.room:
        return
    most = pair.room.count(pair.target.lang)
    cells = _measure(pair, pair.target)
    if cells > _FAR * pair.room.cells >= _measure(pair, pair.source):
        length = math.ceil(cells * most / pair.room.cells)
        yield pair.tell(Code.TRANSLATION_ROOM, length=length, most=most)


def _measure(pair: Pair, side: Side) -> int:
    """Return how many cells the text takes, or the longest of the answers that are accepted."""
    return max(map(measure_cells, side.plain.split("|") if pair.answers else (side.plain,)))

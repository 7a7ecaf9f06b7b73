"""The names of series or slices -> the room that a chart's legend takes for them."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from edu.plan.fit import SLACK, Room
from edu.plan.measure import text_width
from edu.plan.theme import Frame

LINE = 1.5
"""Height of a line of labels over its size, with the air round it."""
_PAD = 8.0
_HIGHEST = 0.44
"""The share of a chart's height that its legend may take."""
_KEY = 2.4
"""What the colour beside a name and the gap to the next name take, over the size of the name."""


def legend_height(names: Sequence[str], width: float, size: float, face: str) -> float:
    """Return how high a legend of that width is, whose names of `size` points stand in columns of one width; in points."""
    widest = max(text_width(name, size, False, True, face) for name in names) / SLACK + _KEY * size
    rows = ceil(len(names) / max(1, int(width / widest)))
    return rows * size * LINE + _PAD


def legend_room(count: int, frame: Frame, size: float, face: str) -> Room:
    """Return the room for each of so many names in the legend of a chart, so that enough of the chart's height is left."""
    rows = max(1, int((frame.h * _HIGHEST - _PAD) / (size * LINE)))
    return Room(frame.w / ceil(count / rows) - _KEY * size, size * LINE, face=face)

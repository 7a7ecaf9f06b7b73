"""A doughnut chart with its data -> the same with its ring placed, and its labels beside the slices where they have room."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from math import cos, inf, pi, sin, sqrt

from edu.plan.chart_legend import legend_height
from edu.plan.fit import SLACK
from edu.plan.measure import text_width
from edu.plan.number_format import format_number
from edu.plan.page import Chart, Spot
from edu.plan.pair import SLASH
from edu.plan.spread import spread
from edu.plan.theme import Frame

HOLE = 0.58
"""The radius of the hole over that of the ring."""
_SIZES = (16.0, 15.0, 14.0)
_LINE = 1.3
_GAP = 12.0
"""Between the ring and a label, in points."""
_SMALLEST = 0.28
"""The radius that a ring with labels round it has at least, over the height of its room."""
_STEP = 4.0
_ASIDE = 72.0
"""How far a label may stand above or below the middle of its slice, in points."""


@dataclass(frozen=True, slots=True)
class _Label:
    """A label: where the middle of its slice is and how long its arc, in turns; its width and height in points."""

    turn: float
    arc: float
    width: float
    height: float

    @property
    def up(self) -> float:
        """Return how far above the ring's middle it wants to stand, over the ring's radius."""
        return cos(2 * pi * self.turn)


def fit_ring(chart: Chart, face: str) -> Chart:
    """Return the chart with the name and value of each slice beside it.

    Where they have no room, a legend has the names, and only the values of slices that are too narrow stand beside them.
    """
    for size in _SIZES:
        sized = replace(chart, size=size, value_size=size)
        if found := _place_ring(sized, chart.frame, _make_labels(chart, size, face)):
            return found
    size, frame = _SIZES[-1], chart.frame
    names = tuple(name.replace("\n", SLASH) for name in chart.categories)
    named = replace(chart, categories=names, size=size, value_size=size + 2, legend=True)
    area = replace(frame, h=max(frame.h - legend_height(names, frame.w, size, face), frame.h * 2 * _SMALLEST))
    values = _make_labels(replace(chart, categories=("",) * len(names)), size + 2, face)
    return (
        _place_ring(named, area, values)
        or _place_ring(named, area, values, inf)
        or replace(named, plot=_ring_frame(area, area.h / 2))
    )


def _make_labels(chart: Chart, size: float, face: str) -> dict[int, _Label]:
    """Return the label of each slice by its number: the lines of its name, if it has one, and its value."""
    values = chart.series[0].values
    total = sum(map(abs, values)) or 1.0
    ends = pairwise(accumulate((abs(value) / total for value in values), initial=0.0))
    labels = {}
    for i, (start, end) in enumerate(ends):
        lines = [*filter(None, chart.categories[i].split("\n")), format_number(values[i], chart.number_format)]
        width = max(text_width(line, size, True, True, face) for line in lines) / SLACK
        labels[i] = _Label((start + end) / 2, end - start, width, size * _LINE * len(lines))
    return labels


def _fits_slice(label: _Label, radius: float) -> bool:
    """Whether a slice of a ring with that radius has room for its label."""
    across, up = abs(sin(2 * pi * label.turn)), abs(label.up)
    arc = label.arc * pi * radius * (1 + HOLE)
    return label.width * up + label.height * across <= arc and label.width * across + label.height * up <= radius * (1 - HOLE)


def _place_ring(chart: Chart, area: Frame, labels: Mapping[int, _Label], aside: float = _ASIDE) -> Chart | None:
    """Return the chart with the largest ring in `area` that leaves room for `labels` beside it; None where none does.

    With a legend, a label may stand on its slice. None stands more than `aside` points above or below its slice.
    """
    radius = area.h / 2 - _GAP
    while radius >= area.h * _SMALLEST:
        beside = {i: label for i, label in labels.items() if not chart.legend or not _fits_slice(label, radius)}
        spots = {**_place_side(beside, area, radius, 1, aside), **_place_side(beside, area, radius, -1, aside)}
        if len(spots) == len(beside):
            places = tuple(spots.get(i) for i in range(len(chart.categories)))
            return replace(chart, plot=_ring_frame(area, radius), spots=places)
        radius -= _STEP
    return None


def _ring_frame(area: Frame, radius: float) -> Frame:
    return Frame(area.x + area.w / 2 - radius, area.y + area.h / 2 - radius, 2 * radius, 2 * radius)


def _place_side(labels: Mapping[int, _Label], area: Frame, radius: float, side: int, aside: float) -> dict[int, Spot]:
    """Return the middles of the labels right (1) or left (-1) of a ring in the middle of `area`, of those that have room."""
    own = {i: label for i, label in labels.items() if (label.turn < 0.5) is (side > 0)}
    order = sorted(own, key=lambda i: -own[i].up)
    high = max((label.height for label in own.values()), default=0.0)
    if len(own) * high > area.h:
        return {}
    reach, middle = radius + _GAP, (area.x + area.w / 2, area.y + area.h / 2)
    wanted = [middle[1] - reach * own[i].up for i in order]
    found = spread(wanted, high, area.y + high / 2, area.y + area.h - high / 2)
    spots = {}
    for i, want, y in zip(order, wanted, found, strict=True):
        near = max(0.0, abs(y - middle[1]) - high / 2)
        away = sqrt(max(0.0, reach**2 - near**2)) if near < reach else 0.0
        x = middle[0] + side * (max(away, _GAP / 2) + own[i].width / 2)
        if abs(y - want) <= aside + high / 2 and area.x <= x - own[i].width / 2 and x + own[i].width / 2 <= area.x + area.w:
            spots[i] = (x, y)
    return spots


def ring_spot(chart: Chart, turn: float, share: float) -> Spot:
    """Return the spot on the ring's plot at `turn` turns from the top, that share of its radius away from its middle."""
    radius, angle = chart.plot.w / 2 * share, 2 * pi * turn
    return chart.plot.x + chart.plot.w / 2 + radius * sin(angle), chart.plot.y + chart.plot.h / 2 - radius * cos(angle)

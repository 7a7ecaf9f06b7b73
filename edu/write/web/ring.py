"""A planned doughnut chart -> slices of a ring."""

from __future__ import annotations

from math import cos, pi, sin

from markupsafe import Markup

from edu.plan.page import Chart
from edu.plan.theme import Frame, Paint
from edu.write.web.figures import format_number
from edu.write.web.label import draw_value, measure_label
from edu.write.web.sheet import Sheet, write_number
from edu.write.web.text import draw_element

_HOLE = 0.58


def draw_ring(sheet: Sheet, chart: Chart, room: Frame) -> Markup:
    """Return the slices clockwise from the top; a value stands in its slice, or outside of it where that is too narrow."""
    plot, size = chart.series[0], chart.size + 2
    radius = min(room.w, room.h) / 2 - size * 1.4
    middle = (room.x + room.w / 2, room.y + room.h / 2)
    total = sum(abs(value) for value in plot.values) or 1.0
    drawn, start = Markup(""), 0.0
    for index, value in enumerate(plot.values):
        share = abs(value) / total
        paint = plot.points.get(index, plot.paint)
        path = _draw_slice(middle, radius, start, start + share)
        edge = {"stroke": sheet.shade(Paint("paper")), "stroke_width": "1.5"}
        drawn += draw_element("path", Markup(""), d=path, fill=sheet.shade(paint), fill_rule="evenodd", **edge)
        text = format_number(value, chart.number_format)
        fits = share * 2 * pi * radius * (1 + _HOLE) / 2 > measure_label(text, size, bold=True) + 4
        ink = sheet.shade(paint.label if fits else Paint("ink"))
        x, y = _find_place(middle, radius * ((1 + _HOLE) / 2 if fits else 1) + (0 if fits else size * 0.9), start + share / 2)
        drawn += draw_value(text, x, y + size * 0.36, size, "middle", ink)
        start += share
    return drawn


def _find_place(middle: tuple[float, float], radius: float, turn: float) -> tuple[float, float]:
    angle = 2 * pi * turn
    return middle[0] + radius * sin(angle), middle[1] - radius * cos(angle)


def _draw_slice(middle: tuple[float, float], radius: float, start: float, end: float) -> str:
    """Return the outline of a slice between two shares of a turn; a whole turn is drawn in two halves."""
    if end - start > 0.9999:
        half = (start + end) / 2
        return _draw_slice(middle, radius, start, half) + _draw_slice(middle, radius, half, end)
    wide = int(end - start > 0.5)
    outer, inner = write_number(radius), write_number(radius * _HOLE)
    corners = [
        " ".join(write_number(value) for value in _find_place(middle, r, turn))
        for r, turn in ((radius, start), (radius, end), (radius * _HOLE, end), (radius * _HOLE, start))
    ]
    return f"M{corners[0]}A{outer} {outer} 0 {wide} 1 {corners[1]}L{corners[2]}A{inner} {inner} 0 {wide} 0 {corners[3]}Z"

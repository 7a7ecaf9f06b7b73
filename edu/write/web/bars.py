"""Columns, bars and lines of a planned chart -> shapes of a drawing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from edu.plan.page import Chart, Plot
from edu.plan.theme import Frame, Paint
from edu.write.web.figures import format_number
from edu.write.web.label import LINE, break_label, draw_lines, draw_value, measure_label
from edu.write.web.sheet import Sheet, write_number
from edu.write.web.text import draw_element

_LEAST = 12.0
_TALLEST_BAR = 0.94
"""How much of its room the greatest value takes."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Which values the axis runs between; zero is always among them."""

    low: float
    high: float

    def share(self, value: float) -> float:
        """Return how far along the axis `value` stands, from 0 to 1."""
        return (value - self.low) / (self.high - self.low)


def make_scale(chart: Chart) -> Scale:
    """Return the scale of all values of the chart."""
    values = [value for plot in chart.series for value in plot.values]
    low, high = min(0.0, *values), max(0.0, *values)
    spare = (high - low) * (1 / _TALLEST_BAR - 1) or 1.0
    return Scale(low - spare if low else 0.0, high + spare if high or not low else 0.0)


def _gap(chart: Chart) -> float:
    """Return the gap between two categories over the width of a bar, as the deck's chart has it."""
    return 0.6 if len(chart.series) == 1 else 0.8


def _value_size(chart: Chart, room: float) -> float:
    """Return the size of the values at which none is wider than `room`."""
    texts = [format_number(value, chart.number_format) for plot in chart.series for value in plot.values]
    widest = max(measure_label(text, 1, bold=True) for text in texts)
    return max(_LEAST, min(chart.size + 2, room / widest))


def _paint(sheet: Sheet, plot: Plot, index: int) -> str:
    return sheet.shade(plot.points.get(index, plot.paint))


def _draw_rect(x: float, y: float, w: float, h: float, fill: str) -> Markup:
    size = {"x": x, "y": y, "width": w, "height": h}
    return draw_element("rect", Markup(""), fill=fill, **{name: write_number(value) for name, value in size.items()})


def _draw_axis(sheet: Sheet, chart: Chart, x1: float, y1: float, x2: float, y2: float) -> Markup:
    ends = {"x1": x1, "y1": y1, "x2": x2, "y2": y2}
    return draw_element("line", Markup(""), stroke=sheet.shade(chart.axis), **{k: write_number(v) for k, v in ends.items()})


def draw_columns(sheet: Sheet, chart: Chart, room: Frame) -> Markup:
    """Return upright bars with their values above them, and the categories below."""
    step = room.w / len(chart.categories)
    thick = step / (len(chart.series) + _gap(chart))
    size, ink = _value_size(chart, max(thick, step * 0.9 / len(chart.series))), sheet.shade(Paint("ink"))
    area, foot = _draw_categories(sheet, chart, room, step, size)
    scale = make_scale(chart)
    zero = area.y + area.h * (1 - scale.share(0))
    drawn = foot
    for number, plot in enumerate(chart.series):
        for index, value in enumerate(plot.values):
            x = area.x + index * step + (step - thick * len(chart.series)) / 2 + number * thick
            end = area.y + area.h * (1 - scale.share(value))
            drawn += _draw_rect(x, min(end, zero), thick, abs(end - zero), _paint(sheet, plot, index))
            y = end - size * 0.4 if value >= 0 else end + size * 1.1
            drawn += draw_value(format_number(value, chart.number_format), x + thick / 2, y, size, "middle", ink)
    return drawn + _draw_axis(sheet, chart, area.x, zero, area.x + area.w, zero)


def _draw_categories(sheet: Sheet, chart: Chart, room: Frame, step: float, size: float) -> tuple[Frame, Markup]:
    """Return the room that the names of the categories leave above them, with one line for a value; and the names."""
    texts = [break_label(text, chart.lang, chart.size, step - 6) for text in chart.categories]
    foot = max(len(lines) for lines in texts) * chart.size * LINE + 6
    area = Frame(room.x, room.y + size * 1.4, room.w, room.h - foot - size * 1.4)
    ink, y = sheet.shade(Paint("ink")), area.y + area.h + 4 + chart.size
    drawn = [draw_lines(lines, room.x + (i + 0.5) * step, y, chart.size, "middle", ink) for i, lines in enumerate(texts)]
    return area, Markup("").join(drawn)


def draw_bars(sheet: Sheet, chart: Chart, room: Frame) -> Markup:
    """Return lying bars, the first one on top, with their values at their ends and the categories before them."""
    step = room.h / len(chart.categories)
    thick = step / (len(chart.series) + _gap(chart))
    texts = [break_label(text, chart.lang, chart.size, room.w * 0.4) for text in chart.categories]
    names = max(measure_label(line, chart.size) for lines in texts for line in lines) + 10
    size = max(_LEAST, min(chart.size + 2, thick * 0.9))
    values = [[format_number(value, chart.number_format) for value in plot.values] for plot in chart.series]
    tail = max(measure_label(text, size, bold=True) for row in values for text in row) + 8
    area, scale = Frame(room.x + names, room.y, room.w - names - tail, room.h), make_scale(chart)
    zero, ink = area.x + area.w * scale.share(0), sheet.shade(Paint("ink"))
    drawn = Markup("")
    for index, lines in enumerate(texts):
        middle = area.y + (index + 0.5) * step
        top = middle - (len(lines) * LINE * chart.size) / 2 + chart.size
        drawn += draw_lines(lines, area.x - 8, top, chart.size, "end", ink)
        for number, plot in enumerate(chart.series):
            y = middle - thick * len(chart.series) / 2 + number * thick
            end = area.x + area.w * scale.share(plot.values[index])
            drawn += _draw_rect(min(end, zero), y, abs(end - zero), thick, _paint(sheet, plot, index))
            drawn += draw_value(values[number][index], max(end, zero) + 6, y + thick / 2 + size * 0.36, size, "start", ink)
    return drawn + _draw_axis(sheet, chart, zero, area.y, zero, area.y + area.h)


def draw_curves(sheet: Sheet, chart: Chart, room: Frame) -> Markup:
    """Return a line for each series, with a dot and the value at each of its points."""
    room = Frame(room.x, room.y, room.w - chart.tail, room.h)
    step = room.w / len(chart.categories)
    size = _value_size(chart, step * 0.95)
    area, foot = _draw_categories(sheet, chart, room, step, size)
    scale = make_scale(chart)
    base = area.y + area.h * (1 - scale.share(0))
    drawn = foot + _draw_axis(sheet, chart, area.x, base, area.x + area.w, base)
    for plot in chart.series:
        heights = (area.y + area.h * (1 - scale.share(value)) for value in plot.values)
        drawn += _draw_curve(sheet, chart, plot, [(area.x + (i + 0.5) * step, y) for i, y in enumerate(heights)], size)
    return drawn


def _draw_curve(sheet: Sheet, chart: Chart, plot: Plot, dots: Sequence[tuple[float, float]], size: float) -> Markup:
    """Return a line through `dots`; where there is room for it, its name stands beside the last one, with the value below."""
    path = " ".join(f"{write_number(x)},{write_number(y)}" for x, y in dots)
    paint = sheet.shade(plot.paint)
    line = {"points": path, "fill": "none", "stroke": paint, "stroke_width": "2.75", "stroke_linejoin": "round"}
    drawn = draw_element("polyline", Markup(""), **line)
    ink = paint if chart.tail else sheet.shade(Paint("ink"))
    for index, (x, y) in enumerate(dots):
        fill = _paint(sheet, plot, index)
        drawn += draw_element("circle", Markup(""), cx=write_number(x), cy=write_number(y), r="4", fill=fill)
        value = format_number(plot.values[index], chart.number_format)
        if chart.tail and index == len(dots) - 1:
            drawn += draw_value(plot.name, x + 10, y - size * 0.2, size, "start", ink)
            drawn += draw_value(value, x + 10, y + size, size, "start", ink)
        else:
            drawn += draw_value(value, x, y - 9, size, "middle", ink)
    return drawn

"""Columns, bars and lines of a planned chart -> shapes of a drawing, with their labels where the plan has room for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from edu.plan.chart_room import bar_gap
from edu.plan.number_format import format_number
from edu.plan.page import Chart, Plot
from edu.plan.theme import Frame, Paint
from edu.write.web.label import LINE, break_label, draw_lines, draw_value
from edu.write.web.sheet import Sheet, write_number
from edu.write.web.text import draw_element

_RAISED = 0.36
"""How far the middle of a figure stands above its baseline, over its size."""


@dataclass(frozen=True, slots=True)
class _Area:
    """A chart and the place of its plot in its own frame, in points."""

    sheet: Sheet
    chart: Chart

    @property
    def plot(self) -> Frame:
        """Return the place of the plot, as it is where the first category stands at the left."""
        frame, plot = self.chart.frame, self.chart.plot
        return Frame(self.turn(plot.x - frame.x, plot.w), plot.y - frame.y, plot.w, plot.h)

    def turn(self, x: float, w: float = 0) -> float:
        """Return where what is `w` wide stands, in a chart that is read from right to left too."""
        return self.chart.frame.w - x - w if self.chart.leftward else x

    def share(self, value: float) -> float:
        """Return how far along the axis `value` stands, from 0 to 1."""
        low, high = self.chart.span
        return (value - low) / (high - low)

    def across(self, value: float) -> float:
        """Return where a level bar of that value ends."""
        return self.plot.x + self.plot.w * self.share(value)

    def up(self, value: float) -> float:
        """Return where an upright bar of that value ends."""
        return self.plot.y + self.plot.h * (1 - self.share(value))

    def list_bars(self, length: float) -> Iterator[tuple[Plot, int, float, float]]:
        """Yield series, category, start and thickness of each bar across an axis of that length."""
        count, step = len(self.chart.series), length / len(self.chart.categories)
        thick = step / (count + bar_gap(self.chart))
        for number, plot in enumerate(self.chart.series):
            for index in range(len(plot.values)):
                yield plot, index, (index + 0.5) * step + (number - count / 2) * thick, thick

    def draw_value(self, plot: Plot, index: int, x: float, y: float, anchor: str) -> Markup:
        """Return the value of a bar or point; nothing where an axis tells it. `y` is its baseline."""
        if not self.chart.value_size:
            return Markup("")
        ink = self.sheet.shade(plot.paint if self.chart.tail else Paint("ink"))
        text = format_number(plot.values[index], self.chart.number_format)
        return draw_value(text, self.turn(x), y, self.chart.value_size, anchor, ink)

    def list_ticks(self) -> list[tuple[float, str]]:
        """Return the values on the axis with their texts; none where each bar and point carries its own."""
        (low, high), step = self.chart.span, self.chart.step
        if not step:
            return []
        values = [low + step * i for i in range(round((high - low) / step) + 1)]
        return [(value, format_number(value, self.chart.axis_format)) for value in values]


def draw_columns(sheet: Sheet, chart: Chart) -> Markup:
    """Return upright bars with their values above them, and the categories below."""
    area, size, zero = _Area(sheet, chart), chart.value_size, _Area(sheet, chart).up(0)
    drawn = _draw_levels(area) + _draw_feet(area)
    for plot, index, start, thick in area.list_bars(area.plot.w):
        x, end = area.plot.x + start, area.up(plot.values[index])
        drawn += _draw_rect(area.turn(x, thick), min(end, zero), thick, abs(end - zero), _paint(sheet, plot, index))
        y = end - size * 0.4 if plot.values[index] >= 0 else end + size * 1.1
        drawn += area.draw_value(plot, index, x + thick / 2, y, "middle")
    return drawn + _draw_axis(area, area.plot.x, zero, area.plot.x + area.plot.w, zero)


def _draw_levels(area: _Area) -> Markup:
    """Return the lines behind columns and lines that an axis with values has, and the values left of them."""
    chart, plot, drawn = area.chart, area.plot, Markup("")
    for value, text in area.list_ticks():
        y = area.up(value)
        drawn += _draw_axis(area, plot.x, y, plot.x + plot.w, y, grid=True)
        ink = area.sheet.shade(Paint("ink"))
        drawn += draw_lines((text,), area.turn(plot.x - 6), y + chart.size * _RAISED, chart.size, "end", ink)
    return drawn


def _draw_feet(area: _Area) -> Markup:
    """Return the names of the categories below columns or lines."""
    chart, plot, ink = area.chart, area.plot, area.sheet.shade(Paint("ink"))
    step, top = plot.w / len(chart.categories), plot.y + plot.h + 4 + chart.size
    texts = [break_label(text, chart.lang, chart.size, step) for text in chart.categories]
    drawn = (
        draw_lines(lines, area.turn(plot.x + (i + 0.5) * step), top, chart.size, "middle", ink) for i, lines in enumerate(texts)
    )
    return Markup("").join(drawn)


def draw_bars(sheet: Sheet, chart: Chart) -> Markup:
    """Return lying bars, the first one on top, with their values at their ends and the categories before them."""
    area, size = _Area(sheet, chart), chart.value_size
    plot, zero, drawn = area.plot, area.across(0), Markup("")
    for value, text in area.list_ticks():
        x, ink = area.across(value), sheet.shade(Paint("ink"))
        drawn += _draw_axis(area, x, plot.y, x, plot.y + plot.h, grid=True)
        drawn += draw_lines((text,), area.turn(x), plot.y + plot.h + 4 + chart.size, chart.size, "middle", ink)
    drawn += _draw_sides(area)
    for series, index, start, thick in area.list_bars(plot.h):
        y, value = plot.y + start, series.values[index]
        end = area.across(value)
        drawn += _draw_rect(area.turn(min(end, zero), abs(end - zero)), y, abs(end - zero), thick, _paint(sheet, series, index))
        place = (end + 6, "start") if value >= 0 else (end - 6, "end")
        drawn += area.draw_value(series, index, place[0], y + thick / 2 + size * _RAISED, place[1])
    return drawn + _draw_axis(area, zero, plot.y, zero, plot.y + plot.h)


def _draw_sides(area: _Area) -> Markup:
    """Return the names of the categories before lying bars."""
    chart, plot, drawn = area.chart, area.plot, Markup("")
    step, ink = plot.h / len(chart.categories), area.sheet.shade(Paint("ink"))
    for index, text in enumerate(chart.categories):
        lines = break_label(text, chart.lang, chart.size, plot.x - 8)
        top = plot.y + (index + 0.5) * step - (len(lines) * LINE * chart.size) / 2 + chart.size
        drawn += draw_lines(lines, area.turn(plot.x - 8), top, chart.size, "end", ink)
    return drawn


def draw_curves(sheet: Sheet, chart: Chart) -> Markup:
    """Return a line for each series, with a dot and the value at each of its points."""
    area = _Area(sheet, chart)
    plot, zero, step = area.plot, area.up(0), area.plot.w / len(chart.categories)
    drawn = _draw_levels(area) + _draw_feet(area) + _draw_axis(area, plot.x, zero, plot.x + plot.w, zero)
    for series in chart.series:
        dots = [(plot.x + (i + 0.5) * step, area.up(value)) for i, value in enumerate(series.values)]
        drawn += _draw_curve(area, series, dots)
    return drawn


def _draw_curve(area: _Area, plot: Plot, dots: Sequence[tuple[float, float]]) -> Markup:
    """Return a line through `dots`; where there is room for it, its name stands beside the last one, with the value below."""
    chart, paint = area.chart, area.sheet.shade(plot.paint)
    turned = [(area.turn(x), y) for x, y in dots]
    path = " ".join(f"{write_number(x)},{write_number(y)}" for x, y in turned)
    line = {"points": path, "fill": "none", "stroke": paint, "stroke_width": "2.75", "stroke_linejoin": "round"}
    drawn = draw_element("polyline", Markup(""), **line)
    for index, (x, y) in enumerate(dots):
        fill, spot = _paint(area.sheet, plot, index), write_number(area.turn(x))
        drawn += draw_element("circle", Markup(""), cx=spot, cy=write_number(y), r="4", fill=fill)
        if chart.tail and index == len(dots) - 1:
            size = chart.value_size or chart.size
            drawn += draw_value(plot.name, area.turn(x + 10), y - size * 0.2, size, "start", paint)
            drawn += area.draw_value(plot, index, x + 10, y + size, "start")
        else:
            drawn += area.draw_value(plot, index, x, y - 9, "middle")
    return drawn


def _paint(sheet: Sheet, plot: Plot, index: int) -> str:
    return sheet.shade(plot.points.get(index, plot.paint))


def _draw_rect(x: float, y: float, w: float, h: float, fill: str) -> Markup:
    size = {"x": x, "y": y, "width": w, "height": h}
    return draw_element("rect", Markup(""), fill=fill, **{name: write_number(value) for name, value in size.items()})


def _draw_axis(area: _Area, x1: float, y1: float, x2: float, y2: float, *, grid: bool = False) -> Markup:
    ends, stroke = (
        {"x1": area.turn(x1), "y1": y1, "x2": area.turn(x2), "y2": y2},
        area.sheet.shade(area.chart.grid if grid else area.chart.axis),
    )
    return draw_element("line", Markup(""), stroke=stroke, **{name: write_number(value) for name, value in ends.items()})

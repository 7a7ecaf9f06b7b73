"""A chart with its data -> the same with its plot placed and its labels sized, so that each of these has room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from math import ceil, floor, log10

from edu.plan.chart_legend import LINE, legend_height
from edu.plan.chart_ring import fit_ring
from edu.plan.fit import SLACK, Room, choose_size, fit_size, measure_text
from edu.plan.measure import runs_width, text_width
from edu.plan.number_format import format_number
from edu.plan.page import Chart, Paragraph
from edu.plan.theme import Frame

NAMES = (16.0, 15.0, 14.0)
"""The sizes of the names of categories and series, in points."""
VALUES = tuple(size + 2 for size in NAMES)
_BESIDE, _BELOW = 0.4, 0.35
"""The share of a chart that the names of its categories may take, beside bars and below columns or lines."""
_PAD, _EDGE = 8.0, 2.0
_STEPS = 5
"""How many steps an axis with values has at most."""
_DOT = 10.0
"""How far the label of a line's point stands from it."""
_LONGEST_TAIL = 0.4
"""The share of a chart's width that the names at the ends of lines may take."""


def fit_chart(chart: Chart, names: Sequence[Paragraph], face: str) -> Chart:
    """Return the chart with room for its labels, `names` being those of its categories; the least sizes where there is none.

    Columns whose names are too long for them are laid down: beside bars there is more room. Values that have no room beside
    their bars or points are told by an axis.
    """
    if chart.kind == "doughnut":
        return fit_ring(chart, face)
    chart = _name_series(chart, face)
    fitted = _fit_names(chart, names, face)
    if not (size := _fit_values(fitted, face)) and fitted.kind != "bar":
        axis = _widest_value(chart, NAMES[0], face) + _PAD
        fitted = _fit_names(replace(chart, plot=chart.plot.inset(axis, NAMES[0], 0, 0)), names, face)
        size = _fit_values(fitted, face) if fitted.kind == "bar" else None
    return _show_values(fitted, size, face) if size else _make_axis(fitted, face)


def _name_series(chart: Chart, face: str) -> Chart:
    """Return the chart with the names of several series at the ends of their lines, else in a legend."""
    tail = _find_tail(chart, face) if chart.kind == "line" and len(chart.series) > 1 else 0.0
    plot = chart.frame.inset(_EDGE, _EDGE, _EDGE + tail, 0)
    return replace(chart, tail=tail, legend=len(chart.series) > 1 and not tail, plot=plot)


def _find_tail(chart: Chart, face: str) -> float:
    """Return the room that the names of lines take at their ends; 0 where they would be too long or stand on each other."""
    ends = sorted(plot.values[-1] for plot in chart.series)
    low, high = _find_limits(chart)
    near = min(b - a for a, b in pairwise(ends)) / (high - low or 1) * chart.frame.h * 0.6
    tail = max(text_width(plot.name, VALUES[0], True, True, face) for plot in chart.series) / SLACK + 2 * _DOT
    return tail if near > 2 * VALUES[0] * 1.3 and tail < chart.frame.w * _LONGEST_TAIL else 0.0


def _find_limits(chart: Chart) -> tuple[float, float]:
    """Return the least and the greatest value; zero is always among them."""
    values = [value for plot in chart.series for value in plot.values]
    return min(0.0, *values), max(0.0, *values)


def name_room(chart: Chart, face: str) -> Room:
    """Return the room for the name of a category."""
    count, frame = len(chart.categories), chart.frame
    height = frame.h - _legend_height(chart, face)
    if chart.kind == "bar":
        return Room(frame.w * _BESIDE - _PAD, height / count, face=face)
    return Room(chart.plot.w / count - _EDGE, height * _BELOW, face=face)


def _fit_names(chart: Chart, names: Sequence[Paragraph], face: str) -> Chart:
    """Return the chart with the size of the names, laid down where they have no room below columns, and its plot."""
    laid = replace(chart, kind="bar")
    for one in (chart, laid) if chart.kind == "column" else (chart,):
        if size := fit_size([[name] for name in names], [name_room(one, face)] * len(names), NAMES):
            return _place_plot(replace(one, size=size), names, face)
    return _place_plot(replace(chart, size=NAMES[-1]), names, face)


def _legend_height(chart: Chart, face: str) -> float:
    names = [plot.name for plot in chart.series]
    return legend_height(names, chart.frame.w, chart.size or NAMES[0], face) if chart.legend else 0.0


def _place_plot(chart: Chart, names: Sequence[Paragraph], face: str) -> Chart:
    """Return the chart with its bars or lines where the names of the categories and the legend leave room."""
    frame, plot, size, room = chart.frame, chart.plot, chart.size, name_room(chart, face)
    bottom = frame.y + frame.h - _legend_height(chart, face)
    if chart.kind == "bar":
        wide = max(min(runs_width(name.runs, size, face=face) / SLACK, room.width) for name in names) + _PAD
        return replace(chart, plot=Frame(frame.x + wide, frame.y, frame.w - wide - _EDGE, bottom - frame.y))
    foot = max(measure_text([name], size, room).height for name in names) + _PAD
    return replace(chart, plot=replace(plot, h=bottom - foot - plot.y))


def _fit_values(chart: Chart, face: str) -> float | None:
    """Return the size of the values beside bars or points; None where they have no room there."""
    return choose_size(VALUES, lambda size: _values_fit(chart, size, face))


def _show_values(chart: Chart, size: float, face: str) -> Chart:
    """Return the chart with values of that size, and with an axis that leaves room for them beyond the bars or points."""
    (low, high), plot = _find_limits(chart), chart.plot
    if chart.kind == "bar":
        room, length = _widest_value(chart, size, face) + _PAD, plot.w
    else:
        room, length = size * LINE + (_DOT if chart.kind == "line" else 0), plot.h
    below = room if low < 0 and chart.kind != "line" else 0.0
    each = (high - low or 1) / max(1, length - room - below)
    return replace(chart, value_size=size, span=(low - each * below, high + each * room))


def _make_axis(chart: Chart, face: str) -> Chart:
    """Return the chart with an axis that tells the values: left of columns and lines, or with room for it below bars."""
    plot, most = chart.plot, chart.plot.h / (chart.size * 2)
    if chart.kind == "bar":
        wide = _widest_value(chart, chart.size, face) + _PAD
        plot = Frame(plot.x, plot.y, plot.w - wide / 2, plot.h - chart.size * LINE)
        most = plot.w / (wide * 1.5)
    finest = 0.0 if chart.number_format == "General" else 0.1 ** len(chart.number_format.partition(".")[2])
    span, step = _round_axis(*_find_limits(chart), max(2, min(_STEPS, int(most))), finest)
    return replace(chart, plot=plot, span=span, step=step)


def _round_axis(low: float, high: float, most: int, finest: float) -> tuple[tuple[float, float], float]:
    """Return the span of an axis that holds `low` and `high` in about so many steps, none below `finest`; and the step."""
    high = high or (0.0 if low else 1.0)
    least = max(finest, (high - low) / most)
    power = 10.0 ** floor(log10(least))
    step = next(power * share for share in (1, 2, 5, 10) if power * share >= least * 0.999)
    return (floor(low / step + 1e-9) * step, ceil(high / step - 1e-9) * step), step


def _widest_value(chart: Chart, size: float, face: str) -> float:
    texts = [format_number(value, chart.number_format) for plot in chart.series for value in plot.values]
    return max(text_width(text, size, True, face=face) for text in texts) / SLACK


def bar_gap(chart: Chart) -> float:
    """Return the gap between the bars of two categories over the width of a bar."""
    return 0.6 if len(chart.series) == 1 else 0.8


def _values_fit(chart: Chart, size: float, face: str) -> bool:
    """Whether no value of that size meets another."""
    step = (chart.plot.h if chart.kind == "bar" else chart.plot.w) / len(chart.categories)
    if chart.kind == "line":
        return step >= _widest_value(chart, size, face) + _EDGE and _stand_apart(chart, size * LINE)
    each = step if len(chart.series) == 1 else step / (len(chart.series) + bar_gap(chart))
    return each >= (size * 1.2 if chart.kind == "bar" else _widest_value(chart, size, face) + _EDGE)


def _stand_apart(chart: Chart, height: float) -> bool:
    """Whether the lines have their points so far above each other, in points, at each category."""
    low, high = _find_limits(chart)
    least = height / (chart.plot.h * 0.8) * (high - low)
    columns = zip(*(plot.values for plot in chart.series), strict=True)
    return all(b - a >= least for values in columns for a, b in pairwise(sorted(values)))

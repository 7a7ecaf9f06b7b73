"""A planned chart -> a drawing with the same direct labels as the deck's, and its numbers as a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from markupsafe import Markup, escape

from edu.model.locale import web_tag
from edu.plan.chart_legend import LINE
from edu.plan.number_format import format_number
from edu.plan.page import Chart
from edu.plan.theme import Paint
from edu.write.web.bars import draw_bars, draw_columns, draw_curves
from edu.write.web.label import draw_lines, measure_label
from edu.write.web.ring import draw_ring
from edu.write.web.sheet import Sheet, write_frame, write_number
from edu.write.web.text import draw_element

_PAD = 4.0
_SWATCH = 12.0


def draw_chart(sheet: Sheet, chart: Chart) -> Markup:
    """Return the chart with its alternative; the table tells its numbers where the drawing cannot be seen, or is too small."""
    keys = _list_keys(sheet, chart) if chart.legend else []
    rows = _break_rows(chart, keys)
    inner = _draw_plots(sheet, chart) + _draw_legend(sheet, chart, rows)
    w, h = write_number(chart.frame.w), write_number(chart.frame.h)
    alt = " ".join(chart.alt.split())
    drawing = draw_element("svg", inner, viewBox=f"0 0 {w} {h}", role="img", aria_label=alt, focusable="false")
    placed = sheet.place(write_frame(chart.frame))
    return draw_element("div", drawing + _draw_numbers(chart), "chart", placed, lang=web_tag(chart.lang))


def _draw_plots(sheet: Sheet, chart: Chart) -> Markup:
    match chart.kind:
        case "column":
            return draw_columns(sheet, chart)
        case "bar":
            return draw_bars(sheet, chart)
        case "line":
            return draw_curves(sheet, chart)
        case "doughnut":
            return draw_ring(sheet, chart)
        case _:
            assert_never(chart.kind)


Key = tuple[str, str]
"""A name and its colour."""


def _list_keys(sheet: Sheet, chart: Chart) -> list[Key]:
    """Return what the legend tells apart: the slices of a doughnut, else the series."""
    if chart.kind != "doughnut":
        return [(plot.name, sheet.shade(plot.paint)) for plot in chart.series]
    plot = chart.series[0]
    return [(name, sheet.shade(plot.points.get(i, plot.paint))) for i, name in enumerate(chart.categories)]


def _key_width(chart: Chart, key: Key) -> float:
    return _SWATCH + 6 + measure_label(key[0], chart.size) + 20


def _break_rows(chart: Chart, keys: Sequence[Key]) -> list[list[Key]]:
    rows: list[list[Key]] = []
    for key in keys:
        if not rows or sum(_key_width(chart, other) for other in (*rows[-1], key)) > chart.frame.w:
            rows.append([])
        rows[-1].append(key)
    return rows


def _draw_legend(sheet: Sheet, chart: Chart, rows: Sequence[Sequence[Key]]) -> Markup:
    drawn, ink = Markup(""), sheet.shade(Paint("ink"))
    top = chart.frame.h - _PAD - len(rows) * chart.size * LINE
    for number, row in enumerate(rows):
        x = (chart.frame.w - sum(_key_width(chart, key) for key in row) + 20) / 2
        y = top + (number + 1) * chart.size * LINE - chart.size * (LINE - 1)
        for key in row:
            place = {"x": write_number(x), "y": write_number(y - _SWATCH + 1)}
            size = write_number(_SWATCH)
            drawn += draw_element("rect", Markup(""), width=size, height=size, fill=key[1], **place)
            drawn += draw_lines((key[0],), x + _SWATCH + 6, y, chart.size, "start", ink)
            x += _key_width(chart, key)
    return drawn


def _draw_numbers(chart: Chart) -> Markup:
    """Return the chart's numbers as a table: a row a category, a column a series."""
    names = [draw_element("th", escape(plot.name), scope="col") for plot in chart.series]
    rows = [draw_element("tr", draw_element("td", Markup("")) + Markup("").join(names))]
    for index, category in enumerate(chart.categories):
        values = [draw_element("td", escape(format_number(plot.values[index], chart.number_format))) for plot in chart.series]
        rows.append(draw_element("tr", draw_element("th", escape(category), scope="row") + Markup("").join(values)))
    body = draw_element("thead", rows[0]) + draw_element("tbody", Markup("").join(rows[1:]))
    return draw_element("table", body, "numbers", aria_label=", ".join(plot.name for plot in chart.series))

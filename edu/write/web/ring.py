"""A planned doughnut chart -> slices of a ring with their labels on or beside them."""

from __future__ import annotations

from itertools import accumulate, pairwise

from markupsafe import Markup

from edu.plan.chart_ring import HOLE, ring_spot
from edu.plan.number_format import format_number
from edu.plan.page import Chart, Spot
from edu.plan.theme import Paint
from edu.write.web.label import LINE, draw_value, measure_label
from edu.write.web.sheet import Sheet, write_number
from edu.write.web.text import draw_element


def draw_ring(sheet: Sheet, chart: Chart) -> Markup:
    """Return the slices clockwise from the top; without a legend each has its name with its value beside it."""
    plot = chart.series[0]
    total = sum(map(abs, plot.values)) or 1.0
    turns = pairwise(accumulate((abs(value) / total for value in plot.values), initial=0.0))
    drawn = Markup("")
    for index, (start, end) in enumerate(turns):
        paint = plot.points.get(index, plot.paint)
        edge = {"stroke": sheet.shade(Paint("paper")), "stroke_width": "1.5"}
        path = _draw_slice(chart, start, end)
        drawn += draw_element("path", Markup(""), d=path, fill=sheet.shade(paint), fill_rule="evenodd", **edge)
        drawn += _draw_label(sheet, chart, index, (start + end) / 2, paint)
    return drawn


def _draw_label(sheet: Sheet, chart: Chart, index: int, turn: float, paint: Paint) -> Markup:
    spot = chart.spots[index] if chart.spots else None
    x, y = spot or ring_spot(chart, turn, (1 + HOLE) / 2)
    ink = sheet.shade(Paint("ink") if spot else paint.label)
    lines = [] if chart.legend or not spot else chart.categories[index].split("\n")
    lines.append(format_number(chart.series[0].values[index], chart.number_format))
    size = chart.value_size
    drawn = _draw_leader(sheet, chart, spot, turn, max(measure_label(line, size, bold=True) for line in lines)) if spot else ""
    top = y - chart.frame.y - (len(lines) * LINE * size) / 2 + size
    return Markup(drawn) + Markup("").join(
        draw_value(line, x - chart.frame.x, top + i * LINE * size, size, "middle", ink) for i, line in enumerate(lines)
    )


def _draw_leader(sheet: Sheet, chart: Chart, spot: Spot, turn: float, width: float) -> Markup:
    """Return the line from a slice to the label of that width which stands beside it."""
    x, y = ring_spot(chart, turn, 1)
    end = spot[0] - (width / 2 + 2) * (1 if spot[0] > x else -1)
    ends = {"x1": x - chart.frame.x, "y1": y - chart.frame.y, "x2": end - chart.frame.x, "y2": spot[1] - chart.frame.y}
    place = {name: write_number(value) for name, value in ends.items()}
    return draw_element("line", Markup(""), stroke=sheet.shade(chart.axis), **place)


def _draw_slice(chart: Chart, start: float, end: float) -> str:
    """Return the outline of a slice between two shares of a turn; a whole turn is drawn in two halves."""
    if end - start > 0.9999:
        half = (start + end) / 2
        return _draw_slice(chart, start, half) + _draw_slice(chart, half, end)
    wide = int(end - start > 0.5)
    outer, inner = write_number(chart.plot.w / 2), write_number(chart.plot.w / 2 * HOLE)
    spots = [ring_spot(chart, turn, share) for share, turn in ((1, start), (1, end), (HOLE, end), (HOLE, start))]
    corners = [f"{write_number(x - chart.frame.x)} {write_number(y - chart.frame.y)}" for x, y in spots]
    return f"M{corners[0]}A{outer} {outer} 0 {wide} 1 {corners[1]}L{corners[2]}A{inner} {inner} 0 {wide} 0 {corners[3]}Z"

"""A chart's label and the room for it -> its lines, and how wide they are."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup, escape

from edu.plan.measure import cut_pieces, text_width
from edu.plan.runs import Run
from edu.write.web.sheet import write_number
from edu.write.web.text import draw_element

LINE = 1.3
"""Height of a label's line over its size."""


def break_label(text: str, lang: str, size: float, width: float) -> tuple[str, ...]:
    """Return the lines of `text`, none wider than `width` points unless a word alone is; each of its own lines starts one."""
    return tuple(line for part in text.split("\n") for line in _break_line(part, lang, size, width))


def _break_line(text: str, lang: str, size: float, width: float) -> tuple[str, ...]:
    lines: list[str] = []
    line, used = "", 0.0
    for piece in cut_pieces((Run(text, lang),)):
        if line and used + piece.width * size > width:
            lines.append(line.rstrip())
            line, used = "", 0.0
        line += piece.text + (" " if piece.space else "")
        used += (piece.width + piece.space) * size
    return (*lines, line.rstrip()) if line else tuple(lines)


def measure_label(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of a label on one line, in points; a mark that both scripts share counts as a full one."""
    return text_width(text, size, bold, wide=True)


def draw_lines(lines: Sequence[str], x: float, y: float, size: float, anchor: str, colour: str) -> Markup:
    """Return the lines, the first one's baseline at `y`."""
    spans = Markup("").join(
        draw_element("tspan", escape(line), x=write_number(x), y=write_number(y + i * size * LINE))
        for i, line in enumerate(lines)
    )
    return draw_element("text", spans, font_size=write_number(size), text_anchor=anchor, fill=colour)


def draw_value(text: str, x: float, y: float, size: float, anchor: str, colour: str) -> Markup:
    """Return a number of the chart, which weighs more than the words round it; `y` is its baseline."""
    place = {"x": write_number(x), "y": write_number(y), "font_size": write_number(size)}
    return draw_element("text", escape(text), text_anchor=anchor, font_weight="700", fill=colour, **place)

"""A planned slide on its layout -> each text with its colour and with every colour that stands behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from edu.plan.page import Box, Chart, Filled, Image, Slide, Table, Text, list_parts
from edu.plan.theme import Frame, Paint, Theme

_INK, _CODE = Paint("ink"), Paint("soft")
_EDGE = 1.0
"""How far a text's room may reach into a shape, in points, without standing on it."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A text in a colour on a colour; `ground` is None where a picture stands behind it."""

    text: str
    ink: Paint
    ground: Paint | None


@dataclass(frozen=True, slots=True)
class _Layer:
    """What is painted at a place, above the layers before it; `paint` is None for a picture."""

    frame: Frame
    paint: Paint | None


def list_spots(slide: Slide, theme: Theme) -> Iterator[Spot]:
    """Yield every text of `slide` with what stands behind it: on more than one colour, once for each.

    A shape covers its whole frame; what is drawn later lies above what is drawn before it.
    """
    layout = theme.layouts[slide.layout]
    layers = [_Layer(Frame(0, 0, theme.width, theme.height), layout.ground)]
    layers += [_Layer(shape.frame, shape.fill) for shape in layout.decorations if shape.fill]
    for slot in layout.slots.values():
        if slot.type in ("ftr", "sldNum"):
            yield from (Spot("", slot.colour, ground) for ground in _find_grounds(slot.room, layers))
    for part in list_parts(slide):
        match part:
            case Filled():
                slot = layout.slots[part.slot]
                frame = part.frame or slot.frame
                layers += [_Layer(frame, slot.fill)] if slot.fill else []
                yield from _list_runs(part.text, slot.colour, _find_grounds(frame.inset(*slot.margins), layers), theme)
            case Box():
                layers += [_Layer(part.frame, part.fill)] if part.fill else []
                if part.text:
                    yield from _list_runs(part.text, _INK, _find_grounds(part.frame.inset(*part.margins), layers), theme)
            case Table():
                yield from _list_cells(part, layers, theme)
            case Chart():
                yield from _list_labels(part, _find_grounds(part.frame, layers))
            case Image():
                layers.append(_Layer(part.frame, None))
            case _:
                pass


def _find_grounds(area: Frame, layers: Sequence[_Layer]) -> tuple[Paint | None, ...]:
    """Return what is seen behind `area`: the layers that reach into it, from the top down to the first that covers it."""
    found: list[Paint | None] = []
    for layer in reversed(layers):
        if _reaches(layer.frame, area):
            found.append(layer.paint)
            if _covers(layer.frame, area):
                break
    return tuple(dict.fromkeys(found))


def _reaches(frame: Frame, area: Frame) -> bool:
    across = min(frame.x + frame.w, area.x + area.w) - max(frame.x, area.x)
    down = min(frame.y + frame.h, area.y + area.h) - max(frame.y, area.y)
    return min(across, down) > _EDGE


def _covers(frame: Frame, area: Frame) -> bool:
    return (
        frame.x <= area.x + _EDGE
        and frame.y <= area.y + _EDGE
        and frame.x + frame.w >= area.x + area.w - _EDGE
        and frame.y + frame.h >= area.y + area.h - _EDGE
    )


def _list_runs(text: Text, ink: Paint, grounds: Sequence[Paint | None], theme: Theme) -> Iterator[Spot]:
    """Yield the runs of `text`, in `ink` where they say no other colour; links have their own, and code its own ground."""
    for paragraph in text.paragraphs:
        for run in paragraph.runs:
            own = run.colour or paragraph.colour
            colour = theme.link if run.href else Paint(own) if own else ink
            if colour and run.text.strip():
                yield from (Spot(run.text, colour, ground) for ground in ((_CODE,) if run.code else grounds))


def _list_cells(table: Table, layers: Sequence[_Layer], theme: Theme) -> Iterator[Spot]:
    behind = _find_grounds(table.frame, layers)
    for row in table.rows:
        for cell in row:
            yield from _list_runs(cell.text, _INK, (cell.fill,) if cell.fill else behind, theme)


def _list_labels(chart: Chart, grounds: Sequence[Paint | None]) -> Iterator[Spot]:
    """Yield the names on the axis, in the legend and at the ends of lines, and the numbers on the slices of a doughnut."""
    yield from (Spot(chart.categories[0], _INK, ground) for ground in grounds)
    for plot in chart.series:
        if chart.tail:
            yield from (Spot(plot.name, plot.paint, ground) for ground in grounds)
        if chart.kind == "doughnut":
            slices = [plot.points.get(i, plot.paint) for i in range(len(plot.values)) if not (chart.spots and chart.spots[i])]
            yield from (Spot(plot.name, paint.label, paint) for paint in slices)

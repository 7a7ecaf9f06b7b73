"""Themes and planned pages -> their mirror images: what is read from right to left is planned in a mirror, and turned."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar, assert_never

from edu.model.locale import direction_of
from edu.plan.page import Box, Cell, Chart, Deck, Drawing, Filled, Glyph, Image, Line, PageItem, Paragraph, Slide, Table, Text
from edu.plan.pair import TO_RIGHT, TURN_BACK
from edu.plan.theme import Align, Frame, Layout, Shape, Slot, Theme

MIRRORED: Mapping[Align, Align] = {"left": "right", "center": "center", "right": "left"}
_DIRECTED: frozenset[Shape] = frozenset(("homePlate", "chevron", "rightArrow", "uturnArrow"))
"""Shapes that point to a side."""

T = TypeVar("T", Box, Glyph, Image)
Margins = tuple[float, float, float, float]


def mirror_frame(frame: Frame, width: float) -> Frame:
    """Return a frame as it stands in the mirror image of a page of that width."""
    return replace(frame, x=width - frame.x - frame.w)


def mirror_theme(theme: Theme) -> Theme:
    """Return the mirror image of a theme; what its texts' own direction begins at stands at the left in it."""
    return replace(theme, layouts={name: _mirror_layout(layout, theme.width) for name, layout in theme.layouts.items()})


def _mirror_layout(layout: Layout, width: float) -> Layout:
    slots = {name: _mirror_slot(slot, width) for name, slot in layout.slots.items()}
    decorations = tuple(replace(one, frame=mirror_frame(one.frame, width)) for one in layout.decorations)
    return replace(layout, slots=slots, decorations=decorations)


def _mirror_slot(slot: Slot, width: float) -> Slot:
    align = MIRRORED[slot.align] if slot.leftward else slot.align
    return replace(slot, frame=mirror_frame(slot.frame, width), margins=_turn(slot.margins), align=align)


def _turn(margins: Margins) -> Margins:
    left, top, right, bottom = margins
    return right, top, left, bottom


def turn_deck(deck: Deck, image: Theme, theme: Theme) -> Deck:
    """Return a deck that was planned on `image`, the mirror image of `theme`, as it stands on that."""
    slides = (_turn_slide(s, image.layouts[s.layout], theme.layouts[s.layout], theme.width) for s in deck.slides)
    return replace(deck, slides=tuple(slides))


def _turn_slide(slide: Slide, image: Layout, layout: Layout, width: float) -> Slide:
    return replace(slide, items=tuple(_turn_item(item, image, layout, width) for item in slide.items))


def _turn_item(item: PageItem, image: Layout, layout: Layout, width: float) -> PageItem:
    match item:
        case Filled():
            text = _turn_text(item.text, image.slots[item.slot].align, layout.slots[item.slot])
            return replace(item, frame=mirror_frame(item.frame, width) if item.frame else None, text=text)
        case Box() | Line() | Glyph():
            return _turn_part(item, width)
        case Drawing():
            return replace(item, parts=tuple(_turn_part(part, width) for part in item.parts))
        case Table():
            rows = tuple(tuple(_turn_cell(cell) for cell in row) for row in item.rows)
            frame, margins = mirror_frame(item.frame, width), _turn(item.margins)
            return replace(item, frame=frame, margins=margins, rows=rows, leftward=True)
        case Chart():
            return _turn_chart(item, width)
        case Image():
            return _move(item, width)
        case _:
            assert_never(item)


def _turn_part(part: Box | Line | Glyph, width: float) -> Box | Line | Glyph:
    match part:
        case Box():
            text = _turn_text(part.text) if part.text else None
            flipped = part.flipped is not (part.shape in _DIRECTED)
            return replace(_move(part, width), margins=_turn(part.margins), text=text, flipped=flipped)
        case Line():
            frame = part.frame
            return replace(part, frame=replace(frame, x=width - frame.x, w=-frame.w))
        case Glyph():
            return _move(part, width)
        case _:
            assert_never(part)


def _move(item: T, width: float) -> T:
    return replace(item, frame=mirror_frame(item.frame, width))


def _turn_cell(cell: Cell) -> Cell:
    return replace(cell, text=_turn_text(cell.text))


def _turn_chart(chart: Chart, width: float) -> Chart:
    """Return the chart with its axes mirrored; a ring goes on clockwise, as Office draws it, and is only moved."""
    frame = mirror_frame(chart.frame, width)
    if chart.kind != "doughnut":
        return replace(chart, frame=frame, plot=mirror_frame(chart.plot, width), leftward=True)
    way = frame.x - chart.frame.x
    spots = tuple((spot[0] + way, spot[1]) if spot else None for spot in chart.spots)
    return replace(chart, frame=frame, plot=replace(chart.plot, x=chart.plot.x + way), spots=spots, leftward=True)


def _turn_text(text: Text, assumed: Align = "left", slot: Slot | None = None) -> Text:
    """Return the text aligned on the other side; `assumed` is how its place aligned it in the mirror, `slot` that place."""
    left, right = text.insets
    paragraphs = tuple(_turn_paragraph(paragraph, assumed, slot, text.lang) for paragraph in text.paragraphs)
    return replace(text, paragraphs=paragraphs, insets=(right, left))


def _turn_paragraph(paragraph: Paragraph, assumed: Align, slot: Slot | None, lang: str) -> Paragraph:
    align = MIRRORED[paragraph.align or assumed]
    inherits = paragraph.align is None and slot is not None and slot.align == align
    return replace(_embed(paragraph), align=None if inherits else align)


def _embed(paragraph: Paragraph) -> Paragraph:
    """Return a paragraph that is all in a language of the other direction so marked that its stops stand at its end."""
    runs = paragraph.runs
    texts = [run for run in runs if run.text]
    if not texts or any(direction_of(run.lang) == "rtl" for run in texts):
        return paragraph
    first, last = replace(runs[0], text=TO_RIGHT + runs[0].text), replace(runs[-1], text=runs[-1].text + TURN_BACK)
    if len(runs) == 1:
        return replace(paragraph, runs=(replace(first, text=first.text + TURN_BACK),))
    return replace(paragraph, runs=(first, *runs[1:-1], last))

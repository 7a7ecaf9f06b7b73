"""A planned slide -> the inner of its section: what the layout draws, the items where they stand, footer and number."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import assert_never

from markupsafe import Markup

from edu.plan.page import Box, Chart, Deck, Drawing, Filled, Glyph, Image, Line, PageItem, Paragraph, Slide, Table, Target
from edu.plan.theme import Layout, Slot
from edu.write.web.chart import draw_chart
from edu.write.web.shapes import draw_box, draw_decoration, draw_drawing, draw_glyph, draw_image, draw_line
from edu.write.web.sheet import Sheet, write_body, write_face, write_frame, write_number
from edu.write.web.table import draw_table
from edu.write.web.text import Body, Voice, draw_element, draw_jump, draw_paragraphs, draw_runs, look_of

Clicks = Mapping[Target, int]
"""At which click of a slide that is shown click by click each target appears, from 1."""

_PLACES = {"ctrTitle": "title", "subTitle": "lead", "body": "text", "obj": "text"}


def draw_slide(voice: Voice, deck: Deck, slide: Slide, layout: Layout, place: int) -> Markup:
    """Return all that stands on the slide, in reading order, on its ground; `place` is the slide's in the deck, from 1."""
    ground = voice.sheet.place(f"background:{voice.sheet.shade(layout.ground)}") if layout.ground else ""
    drawn = Markup("").join(draw_decoration(voice.sheet, decoration) for decoration in layout.decorations)
    drawn += _draw_title(voice, slide, slide.items[0], layout)
    clicks = {target: number for number, build in enumerate(slide.builds, 1) for target in build}
    for before, item in pairwise(slide.items):
        drawn += _draw_item(voice, item, layout, before, clicks)
    return draw_element("div", drawn + _draw_feet(voice, deck, layout, place), "page", ground)


def _draw_title(voice: Voice, slide: Slide, item: PageItem, layout: Layout) -> Markup:
    """Return the slide's heading."""
    assert isinstance(item, Filled), "the first item is the title"
    slot = layout.slots[item.slot]
    paragraph = item.text.paragraphs[0] if item.text.paragraphs else Paragraph(())
    size = voice.sheet.place(f"font-size:{write_number(paragraph.size)}px" if paragraph.size else "")
    heading = draw_element("h2", draw_runs(voice, paragraph), size, *look_of(voice, paragraph), id=f"{slide.id}/title")
    return draw_element("div", heading, "slot", "title", _place_slot(voice.sheet, slot, item))


def _draw_item(voice: Voice, item: PageItem, layout: Layout, before: PageItem, clicks: Clicks) -> Markup:
    match item:
        case Filled():
            return _draw_filled(voice, item, layout.slots[item.slot], clicks)
        case Box():
            return draw_box(voice, item, before)
        case Line():
            return draw_line(voice.sheet, item)
        case Drawing():
            return draw_drawing(voice, item, clicks.get(Target(item.name), 0))
        case Table():
            return draw_table(voice, item)
        case Chart():
            return draw_chart(voice.sheet, item)
        case Image():
            return draw_image(voice.sheet, item)
        case Glyph():
            return draw_glyph(voice.sheet, item)
        case _:
            assert_never(item)


def _draw_filled(voice: Voice, item: Filled, slot: Slot, clicks: Clicks) -> Markup:
    """Return a placeholder's text; its name is a class, so that a style can tell a number from a label."""
    turns = tuple(clicks.get(Target(item.slot, index), 0) for index in range(len(item.text.paragraphs)))
    body = Body(slot.bullet, slot.indent, slot.gap, turns)
    inner = draw_paragraphs(voice, item.text.paragraphs, body) + draw_jump(voice, item.jump)
    place = _PLACES.get(slot.type, slot.type)
    name = f"slot-{item.slot.lower().replace(' ', '-')}"
    return draw_element("div", inner, "slot", place, name, _place_slot(voice.sheet, slot, item))


def _place_slot(sheet: Sheet, slot: Slot, item: Filled | None = None) -> str:
    """Return the class of a placeholder's frame and look."""
    frame = item.frame if item and item.frame else slot.frame
    insets = item.text.insets if item else (0.0, 0.0)
    return sheet.place(
        write_frame(frame),
        write_body(slot.anchor, slot.margins, insets),
        f"font-size:{write_number(slot.size)}px",
        f"--face-latin:{write_face(slot.face)}",
        f"color:{sheet.shade(slot.colour)}",
        "font-weight:700" if slot.bold else "",
        f"text-align:{slot.align}" if slot.align != "left" else "",
        f"background:{sheet.shade(slot.fill)}" if slot.fill else "",
    )


def _draw_feet(voice: Voice, deck: Deck, layout: Layout, place: int) -> Markup:
    """Return footer and number, which the page says elsewhere to who cannot see them; a click on the footer leads home."""
    footer = draw_runs(voice, Paragraph(deck.footer))
    if deck.home and voice.leads(deck.home.slide):
        footer = draw_element("a", footer, href=f"#{deck.home.slide}", tabindex="-1")
    texts = {
        "ftr": footer,
        "sldNum": Markup(place),
    }
    return Markup("").join(
        draw_element(
            "div", draw_element("p", texts[slot.type]), "slot", "foot", _place_slot(voice.sheet, slot), aria_hidden="true"
        )
        for slot in layout.slots.values()
        if slot.type in texts
    )

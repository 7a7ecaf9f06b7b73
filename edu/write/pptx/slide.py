"""A planned slide -> the XML of its slide part and of its notes part."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import assert_never

from edu.model.locale import direction_of, office_tag
from edu.plan.page import (
    Box,
    Chart,
    Deck,
    Drawing,
    Filled,
    Glyph,
    Image,
    Line,
    PageItem,
    Paragraph,
    Slide,
    Table,
    Text,
    name_item,
)
from edu.plan.theme import Align
from edu.write.pptx.chart import chart_frame_xml
from edu.write.pptx.shapes import Page, box_xml, drawing_xml, filled_xml, glyph_xml, image_xml, jump_xml, line_xml
from edu.write.pptx.table import table_xml
from edu.write.pptx.text import HEAD, NAMESPACES, attribute, no_link, paragraphs_xml
from edu.write.pptx.timing import timing_xml

_GROUP = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
_SAME_COLOURS = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"

AddChart = Callable[[Chart], str]
"""Adds a chart part to the package and returns the slide's relationship to it."""


def slide_xml(deck: Deck, slide: Slide, page: Page, add_chart: AddChart) -> bytes:
    """Return the slide part: the planned items in reading order, then footer and slide number."""
    items = [_item_xml(page, item, add_chart) for item in slide.items]
    tree = f"<p:cSld><p:spTree>{_GROUP}{''.join(items)}{_feet_xml(deck, slide, page)}</p:spTree></p:cSld>"
    hidden = ' show="0"' if slide.hidden else ""
    shapes = {name_item(item): _find_id(xml) for item, xml in zip(slide.items, items, strict=True)}
    timing = timing_xml(slide.builds, shapes)
    return f"{HEAD}<p:sld {NAMESPACES}{hidden}>{tree}{_SAME_COLOURS}{timing}</p:sld>".encode()


def _find_id(xml: str) -> str:
    """Return the id of a shape: the first in its XML."""
    return xml.partition(' id="')[2].partition('"')[0]


def _item_xml(page: Page, item: PageItem, add_chart: AddChart) -> str:
    match item:
        case Filled():
            return filled_xml(page, item)
        case Box():
            return box_xml(page, item)
        case Line():
            return line_xml(page, item)
        case Drawing():
            return drawing_xml(page, item)
        case Table():
            return table_xml(page, item)
        case Chart():
            return chart_frame_xml(page, item, add_chart(item))
        case Image():
            return image_xml(page, item)
        case Glyph():
            return glyph_xml(page, item)
        case _:
            assert_never(item)


def _feet_xml(deck: Deck, slide: Slide, page: Page) -> str:
    """Return footer and slide number; a click on the footer leads home."""
    lang = office_tag(deck.lang)
    end = f'<a:endParaRPr lang="{lang}"/>'
    number = (
        '<a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">'
        f'<a:rPr lang="{lang}"/><a:t>‹#›</a:t></a:fld>{end}</a:p>'
    )
    texts = {"ftr": paragraphs_xml(Text((Paragraph(deck.footer),), deck.lang), no_link), "sldNum": number}
    away = deck.home if deck.home and deck.home.slide != slide.id else None
    jumps = {"ftr": jump_xml(page, away), "sldNum": ""}
    shown = ("sldNum", *(["ftr"] if deck.footer else []))
    feet = [(name, slot) for name, slot in page.layout.slots.items() if slot.type in shown]
    return "".join(
        f'<p:sp><p:nvSpPr><p:cNvPr id="{next(page.ids)}" name={attribute(name)}>{jumps[slot.type]}</p:cNvPr>'
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="{slot.type}" sz="quarter" idx="{slot.idx}"/></p:nvPr></p:nvSpPr><p:spPr/>'
        f"<p:txBody><a:bodyPr/><a:lstStyle/>{texts[slot.type]}</p:txBody></p:sp>"
        for name, slot in feet
    )


def _note_xml(paragraph: Paragraph, lang: str) -> str:
    """Return a paragraph of the notes, which stands in the direction of its own language: of two, one follows the other."""
    own, turned = paragraph.runs[0].lang if paragraph.runs else lang, direction_of(lang) == "rtl"
    align: Align | None = "right" if direction_of(own) == "rtl" else "left" if turned else None
    return paragraphs_xml(Text((replace(paragraph, align=align),), own), no_link, turned=turned)


def notes_xml(deck: Deck, slide: Slide) -> bytes:
    """Return the notes part: the slide's picture and what the teacher says."""
    text = "".join(_note_xml(paragraph, deck.lang) for paragraph in slide.notes) or paragraphs_xml(Text((), deck.lang), no_link)
    picture = (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide Image"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/>'
        '</p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>'
    )
    body = (
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        '<p:nvPr><p:ph type="body" idx="3"/></p:nvPr></p:nvSpPr><p:spPr/>'
        f"<p:txBody><a:bodyPr/><a:lstStyle/>{text}</p:txBody></p:sp>"
    )
    tree = f"<p:cSld><p:spTree>{_GROUP}{picture}{body}</p:spTree></p:cSld>"
    return f"{HEAD}<p:notes {NAMESPACES}>{tree}{_SAME_COLOURS}</p:notes>".encode()

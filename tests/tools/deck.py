"""A deck -> what Microsoft's accessibility checker, a screen reader or a presenter would miss in it."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from lxml import etree
from lxml.etree import _Element
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.slide import Slide

P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_FILE_NAME = re.compile(r"\.(png|jpe?g|gif|svg|emf)$", re.IGNORECASE)


def find_title_faults(deck: Path) -> Iterator[str]:
    """Yield each slide without a title, and each title that two slides share."""
    titles = [_read_title(slide) for slide in Presentation(str(deck)).slides]
    for number, title in enumerate(titles, start=1):
        if not title:
            yield f"{deck.name} slide {number}: no title"
    for title, count in Counter(filter(None, titles)).items():
        if count > 1:
            yield f"{deck.name}: {count} slides are called “{title}”"


def _read_title(slide: Slide) -> str:
    title = slide.shapes.title
    return "" if title is None else " ".join(title.text_frame.text.split())


def find_note_faults(deck: Path) -> Iterator[str]:
    """Yield each slide without speaker notes."""
    for number, slide in enumerate(Presentation(str(deck)).slides, start=1):
        frame = slide.notes_slide.notes_text_frame if slide.has_notes_slide else None
        if frame is None or not frame.text.strip():
            yield f"{deck.name} slide {number}: no notes"


def find_alt_faults(deck: Path) -> Iterator[str]:
    """Yield each graphic that a screen reader could not tell: no alt text (or a file's name), and not marked decorative."""
    for number, slide in enumerate(Presentation(str(deck)).slides, start=1):
        for element in slide.shapes._spTree:
            if not needs_alt(element):
                continue
            named = next(element.iter(qn("p:cNvPr")))
            text = named.get("descr", "").strip()
            decorative = any(mark.get("val") in ("1", "true") for mark in named.iter(DECORATIVE))
            if (not text and not decorative) or _FILE_NAME.search(text):
                yield f"{deck.name} slide {number}: “{named.get('name')}” has the alt text “{text}”"


def needs_alt(element: _Element) -> bool:
    """Whether `element` says something by its look: a picture, a chart, a group, a line, a shape without text."""
    if element.tag == qn("p:sp"):
        has_text = any(text.text and text.text.strip() for text in element.iter(qn("a:t")))
        return not has_text and element.find(".//" + qn("p:ph")) is None
    if element.tag == qn("p:graphicFrame"):
        return not any(True for _ in element.iter(qn("a:tbl")))
    return element.tag in (qn("p:pic"), qn("p:grpSp"), qn("p:cxnSp"))


def find_table_faults(deck: Path) -> Iterator[str]:
    """Yield each table without a header row, or with merged cells."""
    for number, slide in enumerate(Presentation(str(deck)).slides, start=1):
        for table in slide._element.iter(qn("a:tbl")):
            properties = table.find(qn("a:tblPr"))
            if properties is None or properties.get("firstRow") not in ("1", "true"):
                yield f"{deck.name} slide {number}: a table has no header row"
            if any(
                cell.keys() for cell in table.iter(qn("a:tc")) if {"gridSpan", "rowSpan", "hMerge", "vMerge"} & set(cell.keys())
            ):
                yield f"{deck.name} slide {number}: a table has merged cells"


def find_section_faults(deck: Path) -> Iterator[str]:
    """Yield what is wrong with the sections: none, one without a name, a slide in none or in two."""
    root = Presentation(str(deck)).part._element
    sections = list(root.iter(P14 + "section"))
    if not sections:
        yield f"{deck.name}: no sections"
        return
    yield from (f"{deck.name}: a section has no name" for section in sections if not section.get("name", "").strip())
    slides = [found.get("id") for found in root.iter(qn("p:sldId"))]
    listed = [found.get("id") for found in root.iter(P14 + "sldId")]
    if slides != listed:
        yield f"{deck.name}: the sections hold the slides {listed}, the deck {slides}"


def find_link_faults(deck: Path) -> Iterator[str]:
    """Yield each link that leads nowhere: no relationship, an unfit address, a part that is no slide."""
    presentation = Presentation(str(deck))
    slides = {slide.part.partname for slide in presentation.slides}
    for number, slide in enumerate(presentation.slides, start=1):
        for link in slide._element.iter(qn("a:hlinkClick"), qn("a:hlinkHover")):
            where = f"{deck.name} slide {number}: a link"
            if link.get("action") == "ppaction://hlinkshowjump?jump=lastslideviewed":
                continue
            relationship = slide.part.rels.get(link.get(qn("r:id"), ""))
            if relationship is None:
                yield f"{where} has no relationship"
            elif relationship.is_external:
                if not re.match(r"https?://[^/\s]+\.[^/\s]+|mailto:\S+@\S+", relationship.target_ref):
                    yield f"{where} to “{relationship.target_ref}”"
            elif relationship.reltype != RELATIONSHIP_TYPE.SLIDE or relationship.target_part.partname not in slides:
                yield f"{where} to {relationship.target_part.partname}"


def find_number_faults(deck: Path) -> Iterator[str]:
    """Yield each slide but the first that shows no slide number."""
    for number, slide in enumerate(Presentation(str(deck)).slides, start=1):
        fields = [field for field in slide._element.iter(qn("a:fld")) if field.get("type") == "slidenum"]
        if number > 1 and not fields:
            yield f"{deck.name} slide {number}: no slide number"


def find_language_faults(deck: Path, tag: str) -> Iterator[str]:
    """Yield it where `dc:language` is not `tag` (BCP 47), the title is missing, or a theme lacks East Asian faces."""
    properties = Presentation(str(deck)).core_properties
    if properties.language != tag:
        yield f"{deck.name}: dc:language is “{properties.language}”, not “{tag}”"
    if not properties.title.strip():
        yield f"{deck.name}: the document has no title"
    with zipfile.ZipFile(deck) as package:
        for name in package.namelist():
            if re.fullmatch(r"ppt/theme/theme\d+\.xml", name):
                yield from (f"{deck.name}/{name}: {fault}" for fault in _find_face_faults(etree.fromstring(package.read(name))))


def _find_face_faults(theme: _Element) -> Iterator[str]:
    for which in ("a:majorFont", "a:minorFont"):
        fonts = next(theme.iter(qn(which)))
        if not fonts.find(qn("a:ea")).get("typeface"):
            yield f"{which} has no East Asian face"
        if not any(font.get("script") == "Hans" for font in fonts.iter(qn("a:font"))):
            yield f"{which} has no face for the script Hans"


def find_placeholder_faults(deck: Path) -> Iterator[str]:
    """Yield each placeholder that was left empty (an editor shows “Click to add text” there)."""
    for number, slide in enumerate(Presentation(str(deck)).slides, start=1):
        for shape in slide.placeholders:
            if (
                shape.has_text_frame
                and shape.placeholder_format.type != PP_PLACEHOLDER.PICTURE
                and not shape.text_frame.text.strip()
            ):
                yield f"{deck.name} slide {number}: the placeholder “{shape.name}” is empty"


def find_bounds_faults(deck: Path) -> Iterator[str]:
    """Yield each shape that reaches out of its slide."""
    presentation = Presentation(str(deck))
    for number, slide in enumerate(presentation.slides, start=1):
        for shape in slide.shapes:
            right, bottom = shape.left + shape.width, shape.top + shape.height
            if shape.left < 0 or shape.top < 0 or right > presentation.slide_width or bottom > presentation.slide_height:
                yield f"{deck.name} slide {number}: “{shape.name}” reaches out of the slide"

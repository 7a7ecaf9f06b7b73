"""Two decks made by hand: one in which all is right, and one in which each checker must find its fault."""

from __future__ import annotations

from pathlib import Path

from lxml import etree
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.shapes import MSO_SHAPE
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import XmlPart
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide
from pptx.text.text import TextFrame
from pptx.util import Inches, Pt

SENTENCE = "The quick brown fox jumps over the lazy dog. "
P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"


def write_good_deck(path: Path) -> Path:
    """Save a deck of two slides in American English with all that a deck should have; return `path`."""
    deck = Presentation()
    for number, title in enumerate(("First things first", "What follows"), start=1):
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        _write(slide.shapes.title.text_frame, title)
        _write(slide.placeholders[1].text_frame, SENTENCE)
        _write(slide.notes_slide.notes_text_frame, SENTENCE)
        _add_arrow(slide, "An arrow that points to the right")
        _add_box(slide, SENTENCE)
        _add_table(slide)
        _add_number(slide, number)
    link = deck.slides[0].shapes.title.text_frame.paragraphs[0].runs[0].hyperlink
    link.address = "https://example.org/first"
    deck.core_properties.language = "en-US"
    deck.core_properties.title = "A good deck"
    _add_sections(deck)
    _set_faces(deck)
    deck.save(str(path))
    return path


def write_bad_deck(path: Path) -> Path:
    """Save a deck of two slides with every fault that the checkers know, and return `path`."""
    deck = Presentation()
    for _ in range(2):
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        slide.shapes.title.text_frame.text = "The same"
        slide.placeholders[1].text_frame.text = SENTENCE * 20
        _add_box(slide, SENTENCE * 20)
        _add_table(slide, words=60)
        _add_arrow(slide, "arrow.png")
    slide.placeholders[1].text_frame.text = ""
    table = next(shape.table for shape in slide.shapes if shape.has_table)
    table.first_row = False
    table.cell(0, 0).merge(table.cell(0, 1))
    run = deck.slides[0].shapes.title.text_frame.paragraphs[0].runs[0]
    run.font.name = "Arial"
    run.hyperlink.address = "ftp:nowhere"
    data = CategoryChartData()
    data.categories = ["a", "b"]
    data.add_series("s", (1, 2))
    place = Inches(9), Inches(5), Inches(3), Inches(2)
    space = slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *place, data).chart._chartSpace
    space.remove(space.find(qn("c:txPr")))
    bare = deck.slides.add_slide(deck.slide_layouts[6])
    _add_box(bare, "中文 and English in one run")
    bare.shapes[0].shapes[0].text_frame.paragraphs[0].runs[0]._r.get_or_add_rPr().set("lang", "zh-CN")
    _add_faint(bare)
    deck.save(str(path))
    return path


def _write(frame: TextFrame, text: str) -> None:
    frame.text = text
    for run in frame._txBody.iter(qn("a:r")):
        run.get_or_add_rPr().set("lang", "en-US")


def _add_box(slide: Slide, text: str) -> None:
    """Add a box of three inches by 1.2 in a group of its own."""
    group = slide.shapes.add_group_shape()
    box = group.shapes.add_textbox(Inches(1), Inches(5), Inches(3), Inches(1.2))
    box.name = "Box in a group"
    box.text_frame.word_wrap = True
    _write(box.text_frame, text)
    group._element.nvGrpSpPr.cNvPr.set("descr", "A box")


def _add_faint(slide: Slide) -> None:
    """Add a line of small grey letters, and after it one that stands above it."""
    for top in (Inches(3), Inches(2)):
        box = slide.shapes.add_textbox(Inches(5), top, Inches(3), Inches(0.5))
        _write(box.text_frame, SENTENCE)
        font = box.text_frame.paragraphs[0].runs[0].font
        font.size, font.color.rgb = Pt(8), RGBColor(0xAA, 0xAA, 0xAA)


def _add_table(slide: Slide, words: int = 1) -> None:
    shape = slide.shapes.add_table(2, 2, Inches(5), Inches(5), Inches(4), Inches(1))
    for cell, text in zip(shape.table.iter_cells(), ("Head", "Head", "Cell", "cell " * words), strict=True):
        _write(cell.text_frame, text)


def _add_arrow(slide: Slide, alt: str) -> None:
    arrow = slide.shapes.add_shape(MSO_SHAPE.RIGHT_ARROW, Inches(8), Inches(1), Inches(1), Inches(1))
    arrow._element.nvSpPr.cNvPr.set("descr", alt)


def _add_number(slide: Slide, number: int) -> None:
    box = slide.shapes.add_textbox(Inches(9), Inches(7), Inches(0.8), Inches(0.4))
    box.text_frame.word_wrap = True
    paragraph = box.text_frame.paragraphs[0]._p
    field = etree.SubElement(paragraph, qn("a:fld"), id="{8A7B5E4C-0001-4E6B-9C43-2D2A9B6F0001}", type="slidenum")
    etree.SubElement(field, qn("a:rPr"), lang="en-US")
    etree.SubElement(field, qn("a:t")).text = str(number)


def _add_sections(deck: Deck) -> None:
    root = deck.part._element
    extensions = etree.SubElement(root, qn("p:extLst"))
    extension = etree.SubElement(extensions, qn("p:ext"), uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}")
    sections = etree.SubElement(extension, f"{{{P14}}}sectionLst", nsmap={"p14": P14})
    section = etree.SubElement(sections, f"{{{P14}}}section", name="All", id="{8A7B5E4C-0002-4E6B-9C43-2D2A9B6F0002}")
    slides = etree.SubElement(section, f"{{{P14}}}sldIdLst")
    for slide in root.sldIdLst:
        etree.SubElement(slides, f"{{{P14}}}sldId", id=slide.get("id"))


def _set_faces(deck: Deck) -> None:
    """Give each theme its East Asian faces, which python-pptx's own template lacks."""
    for part in (deck.slide_master.part, deck.notes_master.part):
        theme = part.part_related_by(RELATIONSHIP_TYPE.THEME)
        root = theme._element if isinstance(theme, XmlPart) else etree.fromstring(theme.blob)
        for face in root.iter(qn("a:majorFont"), qn("a:minorFont")):
            face.find(qn("a:ea")).set("typeface", "Microsoft YaHei")
            if not any(font.get("script") == "Hans" for font in face):
                etree.SubElement(face, qn("a:font"), script="Hans", typeface="Microsoft YaHei")
        if not isinstance(theme, XmlPart):
            theme._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

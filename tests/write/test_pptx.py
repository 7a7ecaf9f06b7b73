"""A written deck says what was planned, natively and editably, as readers that we did not write see it."""

from __future__ import annotations

import io
import shutil
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Opened

from edu.plan.page import Chart, Deck, Filled, Table
from edu.write.pptx import Template, read_theme, write_deck
from tests.plan.decks import HOUSE, ROOT, SMALL, make


@pytest.fixture(scope="module")
def deck() -> Deck:
    return make(SMALL, "zh_CN")[1][0][0]


@pytest.fixture(scope="module")
def data(deck: Deck) -> bytes:
    return write_deck(deck, HOUSE)


@pytest.fixture(scope="module")
def opened(data: bytes) -> Opened:
    return Presentation(io.BytesIO(data))


def test_the_same_deck_gives_the_same_bytes_workbooks_included(deck: Deck, data: bytes) -> None:
    assert write_deck(deck, HOUSE) == data


def test_no_member_of_the_package_carries_a_date_of_its_making(data: bytes) -> None:
    package = zipfile.ZipFile(io.BytesIO(data))
    assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    books = [name for name in package.namelist() if name.endswith(".xlsx")]
    assert books
    for name in books:
        inner = zipfile.ZipFile(io.BytesIO(package.read(name)))
        assert b"1980-01-01" in inner.read("docProps/core.xml")


def test_titles_notes_and_layouts_are_those_of_the_plan(deck: Deck, opened: Opened) -> None:
    assert [slide.shapes.title.text for slide in opened.slides] == [slide.title for slide in deck.slides]
    assert [slide.slide_layout.name for slide in opened.slides] == [slide.layout for slide in deck.slides]
    for written, planned in zip(opened.slides, deck.slides, strict=True):
        said = ["".join(run.text for run in p.runs) for p in planned.notes]
        assert [p.text for p in written.notes_slide.notes_text_frame.paragraphs] == said


def test_text_goes_into_placeholders_that_the_outline_shows(deck: Deck, opened: Opened) -> None:
    for written, planned in zip(opened.slides, deck.slides, strict=True):
        names = {shape.name for shape in written.placeholders}
        assert {item.slot for item in planned.items if isinstance(item, Filled)} <= names


def test_a_charts_data_can_be_edited(deck: Deck, opened: Opened) -> None:
    planned = [item for slide in deck.slides for item in slide.items if isinstance(item, Chart)]
    written = [shape.chart for slide in opened.slides for shape in slide.shapes if shape.has_chart]
    assert len(written) == len(planned) > 0
    for chart, plan in zip(written, planned, strict=True):
        assert tuple(chart.plots[0].categories) == plan.categories
        assert [tuple(series.values) for series in chart.plots[0].series] == [plot.values for plot in plan.series]
        book = zipfile.ZipFile(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
        assert plan.series[0].name in book.read("xl/sharedStrings.xml").decode()


def test_a_table_is_a_table_with_a_header_row(deck: Deck, opened: Opened) -> None:
    planned = [item for slide in deck.slides for item in slide.items if isinstance(item, Table)]
    written = [shape.table for slide in opened.slides for shape in slide.shapes if shape.has_table]
    assert [(len(t.rows), len(t.columns)) for t in written] == [(len(p.rows), len(p.widths)) for p in planned]
    assert all(table.first_row for table in written)


def test_shape_ids_are_unique_on_every_slide(opened: Opened) -> None:
    for slide in opened.slides:
        ids = [int(found.get("id")) for found in slide._element.iter("{*}cNvPr")]
        assert len(set(ids)) == len(ids)


def test_the_entities_colours_are_the_themes_accents(deck: Deck, data: bytes) -> None:
    theme = zipfile.ZipFile(io.BytesIO(data)).read("ppt/theme/theme1.xml").decode()
    assert deck.accents
    assert all(colour.lstrip("#").upper() in theme for colour in deck.accents.values())


def test_markup_in_a_text_is_shown_as_text(deck: Deck) -> None:
    nasty = "<script>]]>{{ x }}${y}&amp;"
    first = deck.slides[1]
    title = first.items[0]
    assert isinstance(title, Filled)
    paragraph = title.text.paragraphs[0]
    changed = replace(paragraph, runs=(replace(paragraph.runs[0], text=nasty),))
    item = replace(title, text=replace(title.text, paragraphs=(changed,)))
    odd = replace(deck, slides=(replace(first, items=(item, *first.items[1:])),), sections=())
    assert Presentation(io.BytesIO(write_deck(odd, HOUSE))).slides[0].shapes.title.text == nasty


def test_a_break_in_a_link_looks_like_the_link_for_libreoffice_sets_the_next_line_so(opened: Opened) -> None:
    ends = [end for slide in opened.slides for end in slide._element.iter(qn("a:br"))]
    links = [end for end in ends if end.getnext().find(".//" + qn("a:hlinkClick")) is not None]
    assert links
    for end in links:
        own, after = end.find(qn("a:rPr")), end.getnext().find(qn("a:rPr"))
        assert (own.get("sz"), own.get("u")) == (after.get("sz"), "sng")
        assert next(own.iter(qn("a:schemeClr"))).get("val") == "hlink"


def test_a_theme_that_powerpoint_saved_keeps_its_one_list_of_extensions(deck: Deck, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    file = tmp_path / "templates" / "deck" / "house" / "ppt" / "presentation.xml"
    guides = '<p:extLst><p:ext uri="{EFAFB233-063F-42B5-8137-9DF3F51BA10A}"/></p:extLst></p:presentation>'
    file.write_text(file.read_text("utf-8").replace("</p:presentation>", guides), "utf-8")
    written = (
        zipfile.ZipFile(io.BytesIO(write_deck(deck, Template(tmp_path / "templates")))).read("ppt/presentation.xml").decode()
    )
    assert written.count("<p:extLst") == 1
    assert "EFAFB233" in written
    assert "sectionLst" in written


def test_a_picture_that_stands_on_two_slides_is_stored_once(deck: Deck) -> None:
    shown = next(slide for slide in deck.slides if slide.kind == "picture")
    twice = replace(deck, slides=(shown, replace(shown, id="again")), sections=())
    names = zipfile.ZipFile(io.BytesIO(write_deck(twice, HOUSE))).namelist()
    assert len([name for name in names if name.startswith("ppt/media/")]) == 1


def test_the_theme_tells_the_planner_the_size_and_room_of_every_slot() -> None:
    theme = read_theme(HOUSE)
    assert (theme.width, theme.height) == (960, 540)
    body = theme.layouts["Points"].slots["Body"]
    assert (body.size, body.type, round(body.indent)) == (20, "body", 24)
    assert theme.layouts["Sources"].slots["Body"].size == 14
    assert theme.layouts["Summary"].slots["Answer"].margins == (106, 14, 24, 14)
    assert theme.layouts["Points"].slots["Title"].bold

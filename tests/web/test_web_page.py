"""The web slides as a file: the same bytes, nothing from outside, and a structure that can be read without seeing it."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace

import lxml.html
import pytest

from edu.model.locale import web_tag
from edu.plan.chart_room import fit_chart
from edu.plan.number_format import format_number
from edu.plan.page import Chart, ChartKind, Deck, Drawing, Filled, Glyph, Image, Jump, Paragraph, Plot, Slide, Table
from edu.plan.runs import BREAK, Run
from edu.plan.theme import Frame, Paint
from edu.write.pptx import read_theme
from edu.write.web import write_page
from edu.write.web.label import break_label
from edu.write.web.sheet import Sheet, write_number
from tests.plan.decks import HOUSE, ROOT, SMALL, make
from tests.web.pages import TEMPLATES, write_course, write_deck

Element = lxml.html.HtmlElement


@pytest.fixture(scope="module")
def deck() -> Deck:
    return make(SMALL, "zh_CN")[1][0][0]


@pytest.fixture(scope="module")
def text() -> str:
    return write_course(SMALL, "zh_CN", 0).decode("utf-8")


@pytest.fixture(scope="module")
def page(text: str) -> Element:
    return lxml.html.fromstring(text)


def find_slide(page: Element, id: str) -> Element:
    return next(section for section in page.iter("section") if section.get("id") == id)


def plain(element: Element) -> str:
    return " ".join(element.text_content().split())


def test_the_same_deck_gives_the_same_bytes(deck: Deck, text: str) -> None:
    assert write_deck(deck).decode("utf-8") == text


def test_the_policy_names_exactly_the_script_and_style_of_the_page(text: str) -> None:
    policy = re.findall(r'Content-Security-Policy" content="([^"]*)"', text)[0].replace("&#39;", "'")
    for tag, name in (("style", "style-src"), ("script", "script-src")):
        (found,) = re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(found.encode()).digest()).decode()
        assert f"{name} 'sha256-{digest}';" in policy
    assert policy.startswith("default-src 'none';") and "unsafe" not in policy


def test_nothing_is_named_that_would_be_loaded(text: str) -> None:
    assert re.findall(r'src="(?!data:)', text) == []
    assert re.findall(r'href="(?!#|data:|https://)', text) == []
    assert re.findall(r'<link[^>]*href="(?!data:)', text) == []
    assert ' style="' not in text and "url(" not in text and "@import" not in text


def test_each_slide_is_a_section_with_its_title_as_heading(deck: Deck, page: Element) -> None:
    sections = list(page.iter("section"))
    assert [section.get("id") for section in sections] == [slide.id for slide in deck.slides]
    assert [plain(section.find(".//h2")) for section in sections] == [slide.title for slide in deck.slides]
    ids = [element.get("id") for element in page.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    for section in sections:
        assert set(str(section.get("aria-labelledby")).split()) <= set(ids)


def test_lists_are_lists_and_tables_have_header_cells(deck: Deck, page: Element) -> None:
    for slide in deck.slides:
        for item in slide.items:
            if isinstance(item, Table):
                table = find_slide(page, slide.id).find(".//table")
                assert [cell.get("scope") for cell in table.find("thead").iter("th")] == ["col"] * len(item.widths)
                rows = table.findall("tbody/tr")
                assert [len(row) for row in rows] == [len(row) for row in item.rows[1:]]
                assert all((row[0].tag == "th") == item.header_column for row in rows)
    assert len(page.xpath("//section[@id='goals']//ol/li")) == 2
    assert len(page.xpath("//section[contains(@class, 'kind-points')]//ul/li")) >= 2


def test_what_is_drawn_has_its_alternative_and_what_decorates_is_hidden(deck: Deck, page: Element) -> None:
    alts = [
        " ".join(item.alt.split())
        for slide in deck.slides
        for item in slide.items
        if isinstance(item, (Chart, Drawing, Image)) or (isinstance(item, Glyph) and item.alt)
    ]
    assert len(alts) >= 5
    said = page.xpath("//*[@role='img']/@aria-label | //main//img/@alt")
    assert sorted(" ".join(alt.split()) for alt in said) == sorted(alts)
    bare = page.xpath("//main//svg[not(@role)][not(@aria-hidden)]")
    assert bare == []
    assert all(element.get("aria-hidden") for element in page.xpath("//*[contains(concat(' ', @class, ' '), ' shape ')]"))


def test_every_run_says_its_language(deck: Deck, page: Element) -> None:
    assert page.get("lang") == web_tag(deck.lang)
    spans = page.xpath("//div[@class='frame']//span")
    assert spans and all(span.get("lang") for span in spans)
    loose = page.xpath("//div[@class='frame']//*[self::p or self::li or self::h2][not(ancestor::*[@aria-hidden])]/text()")
    assert [text for text in loose if text.strip()] == []


def test_notes_stand_with_their_slide(deck: Deck, page: Element) -> None:
    for slide in deck.slides:
        notes = find_slide(page, slide.id).xpath(".//div[@class='notes']/p")
        assert [plain(note) for note in notes] == [" ".join("".join(r.text for r in p.runs).split()) for p in slide.notes]


def test_a_chart_tells_its_numbers_as_a_table_too(deck: Deck, page: Element) -> None:
    slide, chart = next((slide, item) for slide in deck.slides for item in slide.items if isinstance(item, Chart))
    rows = find_slide(page, slide.id).xpath(".//table[@class='numbers']/tbody/tr")
    assert [plain(row[0]) for row in rows] == [" ".join(name.split()) for name in chart.categories]
    assert [plain(row[1]) for row in rows] == [format_number(v, chart.number_format) for v in chart.series[0].values]


def test_a_line_ends_where_a_run_breaks_it(deck: Deck) -> None:
    first = deck.slides[0]
    notes = (Paragraph((Run(f"one{BREAK}two", "en"),)),)
    page = lxml.html.fromstring(write_deck(replace(deck, slides=(replace(first, notes=notes),))))
    assert page.xpath("//div[@class='notes']/p/span/node()")[1].tag == "br"


def test_what_leads_to_a_slide_that_there_is_not_is_no_link(deck: Deck) -> None:
    def count_ways(slide: Slide, to: str) -> int:
        items = tuple(replace(item, jump=Jump("go", to)) if isinstance(item, Filled) else item for item in slide.items)
        page = lxml.html.fromstring(write_deck(replace(deck, slides=(replace(slide, items=items),), home=None)))
        return len(page.xpath("//a[@aria-label='go']"))

    first = deck.slides[0]
    assert count_ways(first, first.id) > 0
    assert count_ways(first, "elsewhere") == 0


@pytest.mark.parametrize("kind", ["column", "bar", "line", "doughnut"])
@pytest.mark.parametrize("values", [(1.0,), (0.0, 0.0), (3.0, -2.0, 5.5), tuple(float(n) for n in range(1, 9))])
def test_charts_of_any_values_are_drawn_inside_their_frame(deck: Deck, kind: ChartKind, values: tuple[float, ...]) -> None:
    slide, chart = next((slide, item) for slide in deck.slides for item in slide.items if isinstance(item, Chart))
    plots = tuple(Plot(name, values, Paint("accent1"), {0: Paint("ink2", 0.5)}) for name in ("收入", "cost of a long name"))
    names = tuple(f"类别 number {i}" for i in range(len(values)))
    labels = [Paragraph((Run(name, "zh_CN"),)) for name in names]
    drawn = fit_chart(replace(chart, kind=kind, categories=names, series=plots), labels, "Arial")
    items = tuple(drawn if item is chart else item for item in slide.items)
    page = lxml.html.fromstring(write_deck(replace(deck, slides=(replace(slide, items=items),))))
    (svg,) = page.xpath("//div[contains(@class, 'chart')]/svg")
    for bar in svg.iter("rect"):
        x, y, w, h = (float(bar.get(name)) for name in ("x", "y", "width", "height"))
        assert x >= -0.1 and x + w <= chart.frame.w + 0.1 and y >= -0.1 and y + h <= chart.frame.h + 0.1
    for place in svg.xpath(".//text | .//tspan[@x]"):
        assert 0 <= float(place.get("y", 1)) <= chart.frame.h
    assert "nan" not in lxml.html.tostring(svg, encoding="unicode").lower()


def test_a_label_breaks_between_words_and_characters_and_loses_none() -> None:
    assert break_label("快手全公司的研发开支", "zh_CN", 16, 85) == ("快手全公司", "的研发开支")
    assert break_label("revenue of the whole company", "en", 16, 120) == ("revenue of the", "whole company")
    assert break_label("", "en", 16, 100) == ()
    assert break_label("unbreakable", "en", 16, 10) == ("unbreakable",)


def test_a_placeholder_has_its_own_face_and_no_name_of_a_face_ends_the_style() -> None:
    edition, planned = make(SMALL, "zh_CN")
    theme, deck = read_theme(HOUSE), planned[0][0]
    layout = theme.layouts[deck.slides[0].layout]
    slots = {**layout.slots, "Title": replace(layout.slots["Title"], face='Times"}</style><b>')}
    strange = replace(theme, layouts={**theme.layouts, layout.name: replace(layout, slots=slots)}, face="Georgia Pro")
    text = write_page(deck, strange, edition.say, TEMPLATES).decode("utf-8")
    assert '--face-latin:"Georgia Pro"' in text and '--face-latin:"Timesstyleb"' in text
    assert text.count("</style>") == 1


def test_one_look_has_one_class() -> None:
    sheet = Sheet({"ink": "#123456"})
    assert sheet.place("left:1px", "", "top:2px") == sheet.place("left:1px", "top:2px") != sheet.place("left:1px")
    assert sheet.look("") == ""
    assert sheet.write_rules().count("left:1px;top:2px") == 1
    assert sheet.shade(Paint("none")) == "none"


@pytest.mark.parametrize(("value", "text"), [(12.0, "12"), (0.126, "0.13"), (-0.001, "0"), (-3.5, "-3.5"), (960.0, "960")])
def test_lengths_are_written_short(value: float, text: str) -> None:
    assert write_number(value) == text


def test_a_sign_with_an_alternative_is_told_and_one_without_is_hidden(deck: Deck) -> None:
    first = deck.slides[0]
    sign = Glyph("QR", Frame(10, 10, 90, 90), "M0 0L9 0L9 9Z", 9, fill=Paint("ink", rgb="#000000"), alt="二维码")
    items = (*first.items, sign, replace(sign, alt="", name="icon"))
    page = lxml.html.fromstring(write_deck(replace(deck, slides=(replace(first, items=items),))))
    assert page.xpath("//svg[@role='img']/@aria-label") == ["二维码"]
    assert page.xpath("//div[@class='frame']//svg/path/@fill")[-2:] == ["#000000", "#000000"]


def test_what_touches_stays_together_where_texts_flow() -> None:
    (deck, _), *_ = make(ROOT, "en")[1]
    page = lxml.html.fromstring(write_deck(deck))
    agenda = find_slide(page, "made/agenda").xpath(".//div[contains(@class, 'box')]")
    joined = ["joined" in box.get("class").split() for box in agenda]
    assert joined == [False, True, True] * (len(joined) // 3)

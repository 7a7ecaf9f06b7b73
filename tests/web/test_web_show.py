"""The page in use: keys, buttons, addresses, swipes, notes, the overview, a handout, a phone, and a browser without scripts."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page

from edu.plan.page import Deck
from edu.write.pptx import Template
from tests.plan.decks import HOUSE, NARROW, ROOT, SMALL, make
from tests.web.conftest import OpenSlides
from tests.web.pages import DECKS, write_course, write_deck

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def deck() -> Deck:
    return make(ROOT, "en")[1][0][0]


@pytest.fixture(scope="module")
def data(deck: Deck) -> bytes:
    return write_deck(deck)


def at(page: Page) -> list[str]:
    """Return the ids of the slides that are to be seen, once the page has heard of a new address."""
    page.evaluate("new Promise((done) => setTimeout(done, 20))")
    return list(page.evaluate("[...document.querySelectorAll('.slide')].filter((s) => s.offsetParent).map((s) => s.id)"))


def wait_for(page: Page, condition: str) -> None:
    """Wait until the page says so; Playwright's own way is what the page's policy forbids."""
    assert any(page.evaluate(f"new Promise((done) => setTimeout(() => done({condition}), 50))") for _ in range(100)), condition


def test_keys_lead_through_the_slides_and_stop_at_the_ends(open_slides: OpenSlides, deck: Deck, data: bytes) -> None:
    page, ids = open_slides(data), [slide.id for slide in deck.slides]
    assert at(page) == ids[:1]
    for key, place in (
        ("ArrowRight", 1), ("Space", 2), ("PageDown", 3), ("ArrowDown", 4), ("Shift+Space", 3), ("PageUp", 2),
        ("ArrowLeft", 1), ("ArrowUp", 0), ("ArrowLeft", 0), ("End", -1), ("ArrowRight", -1), ("Home", 0),
    ):  # fmt: skip
        page.keyboard.press(key)
        assert at(page) == [ids[place]], key
        assert page.evaluate("decodeURIComponent(location.hash.slice(1))") == ids[place] or key == "ArrowLeft"
    page.keyboard.type("12")
    page.keyboard.press("Enter")
    assert at(page) == [ids[11]]
    assert page.title() == f"12 · {deck.slides[11].title} · {deck.title}"
    assert page.evaluate("document.activeElement.textContent") == deck.slides[11].title


def test_a_link_of_the_agenda_leads_to_its_part_and_back_again(open_slides: OpenSlides, data: bytes) -> None:
    page = open_slides(data, anchor="#made/agenda")
    assert at(page) == ["made/agenda"]
    link = page.locator("[id='made/agenda'] .page a").nth(1)
    target = str(link.get_attribute("href"))[1:]
    link.click()
    assert at(page) == [target]
    page.keyboard.press("ArrowRight")
    page.go_back()
    assert at(page) == ["made/agenda"]


def test_buttons_on_slides_lead_to_the_agenda_to_the_appendix_and_back(
    open_slides: OpenSlides, deck: Deck, data: bytes
) -> None:
    section, summary = (next(slide.id for slide in deck.slides if slide.kind == kind) for kind in ("section", "summary"))
    page = open_slides(data, anchor=f"#{section}")
    page.click(".here a[href='#made/agenda'].jump")
    assert at(page) == ["made/agenda"]
    page.goto(page.url.partition("#")[0] + f"#{summary}")
    page.click(".here a[href='#made/glossary'].jump")
    assert at(page) == ["made/glossary"]
    page.click(".here [data-command=return]")
    assert at(page) == [summary]


def test_an_address_that_names_no_slide_shows_the_first(open_slides: OpenSlides, deck: Deck, data: bytes) -> None:
    assert at(open_slides(data, anchor="#%E0%A4%A")) == [deck.slides[0].id]


def test_buttons_say_where_the_page_is(open_slides: OpenSlides, deck: Deck, data: bytes) -> None:
    page = open_slides(data)
    page.click("[data-command=on]")
    assert at(page) == [deck.slides[1].id]
    assert page.text_content(".at") == f"2 / {sum(not slide.hidden for slide in deck.slides)}"
    assert page.text_content("[role=status]") == f"2 · {deck.slides[1].title}"
    page.keyboard.press("Space")  # the button that has the focus keeps its key
    assert at(page) == [deck.slides[2].id]


def test_notes_come_beside_the_slide_and_leave_it_whole(open_slides: OpenSlides, deck: Deck, data: bytes) -> None:
    page = open_slides(data)
    assert not page.is_visible(".here .notes")
    page.keyboard.press("n")
    assert "".join(run.text for run in deck.slides[0].notes[0].runs) in str(page.text_content(".here .notes"))
    for width, height in ((1280, 800), (800, 1100), (900, 420)):
        page.set_viewport_size({"width": width, "height": height})
        page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done())))")
        slide, notes = page.locator(".here .frame").bounding_box(), page.locator(".here .notes").bounding_box()
        assert slide and notes
        assert slide["width"] > 0.5 * min(width, height)
        assert notes["x"] >= slide["x"] + slide["width"] - 1 or notes["y"] >= slide["y"] + slide["height"] - 1
        assert notes["x"] + notes["width"] <= width
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("size", [(1920, 1080), (1024, 768), (844, 390), (720, 1200)])
def test_a_slide_is_as_large_as_the_window_allows(open_slides: OpenSlides, data: bytes, size: tuple[int, int]) -> None:
    page = open_slides(data, viewport={"width": size[0], "height": size[1]})
    box = page.locator(".here .frame").bounding_box()
    main = page.locator("main").bounding_box()
    assert box and main
    assert box["x"] >= main["x"] and box["x"] + box["width"] <= main["x"] + main["width"]
    assert box["y"] >= main["y"] and box["y"] + box["height"] <= main["y"] + main["height"]
    assert box["width"] / box["height"] == pytest.approx(16 / 9, rel=0.01)
    assert max(box["width"] / main["width"], box["height"] / main["height"]) > 0.9


def test_the_overview_shows_all_slides_and_leads_to_one(open_slides: OpenSlides, deck: Deck, data: bytes) -> None:
    page, ids = open_slides(data), [slide.id for slide in deck.slides]
    page.keyboard.press("o")
    assert at(page) == ids
    sizes = page.evaluate("[...document.querySelectorAll('.frame')].map((f) => [f.offsetWidth, f.offsetHeight])")
    assert sizes == [[224, 126]] * len(ids)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    assert at(page) == ids[2:3]
    page.keyboard.press("o")
    page.click(f"[id='{ids[4]}'] .cover")
    assert at(page) == ids[4:5]
    page.keyboard.press("o")
    page.keyboard.press("Escape")
    assert at(page) == ids[4:5]


def test_in_full_screen_the_slide_fills_the_screen_and_a_click_goes_on(
    open_slides: OpenSlides, deck: Deck, data: bytes
) -> None:
    page = open_slides(data)
    page.keyboard.press("f")
    wait_for(page, "document.fullscreenElement !== null")
    wait_for(page, "document.querySelector('.here .frame').offsetWidth > innerWidth - 2")
    page.mouse.click(600, 300)
    assert at(page) == [deck.slides[1].id]
    page.keyboard.press("f")
    wait_for(page, "document.fullscreenElement === null")


def test_a_swipe_goes_on_and_back(open_slides: OpenSlides, deck: Deck, data: bytes) -> None:
    page = open_slides(data, has_touch=True, viewport={"width": 844, "height": 390})
    swipe = """([from, to]) => {
      const area = document.getElementById('page/slides');
      const touch = (x) => new Touch({ identifier: 1, target: area, clientX: x, clientY: 100 });
      area.dispatchEvent(new TouchEvent('touchstart', { touches: [touch(from)] }));
      area.dispatchEvent(new TouchEvent('touchend', { changedTouches: [touch(to)] }));
    }"""
    page.evaluate(swipe, [500, 300])
    page.evaluate(swipe, [500, 300])
    page.evaluate(swipe, [300, 320])
    assert at(page) == [deck.slides[2].id]
    page.evaluate(swipe, [300, 500])
    assert at(page) == [deck.slides[1].id]


@pytest.mark.parametrize(("lang", "number"), [*DECKS, ("zh_CN", 3)])
def test_a_phone_shows_all_texts_at_a_size_to_read_without_scrolling_sideways(
    open_slides: OpenSlides, lang: str, number: int
) -> None:
    data = write_course(SMALL, lang, 0) if number == 3 else write_course(ROOT, lang, number)
    page = open_slides(data, viewport={"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert page.evaluate("[...document.querySelectorAll('.slide')].every((slide) => slide.offsetParent)")
    small = """[...document.querySelectorAll('.page :is(p, li, h2, th, td) span')]
      .filter((text) => text.offsetParent && parseFloat(getComputedStyle(text).fontSize) < 13)
      .map((text) => text.textContent)"""
    assert page.evaluate(small) == []
    cut = """[...document.querySelectorAll('.page :is(p, li, h2, th, td, .numbers)')]
      .filter((text) => text.offsetParent && text.getBoundingClientRect().right > 321).map((text) => text.textContent)"""
    assert page.evaluate(cut) == []
    page.keyboard.press("ArrowRight")  # it scrolls, as everywhere on a phone
    assert page.evaluate("location.hash") == ""


FAINT = """() => {
  const light = (colour) => {
    const parts = colour.match(/[0-9.]+/g).slice(0, 3).map((part) => part / 255);
    const [red, green, blue] = parts.map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const findGround = (element) => {
    const figure = element.matches('.box') && element.querySelector(':scope > svg path');
    if (figure && figure.checkVisibility()) return getComputedStyle(figure).fill;
    const ground = getComputedStyle(element).backgroundColor;
    return ground === 'rgba(0, 0, 0, 0)' ? findGround(element.parentElement) : ground;
  };
  const seen = [...document.querySelectorAll('.page span[lang]')].filter((text) => text.checkVisibility());
  return seen.filter((text) => {
    const [less, more] = [light(getComputedStyle(text).color), light(findGround(text))].sort((a, b) => a - b);
    return (more + 0.05) / (less + 0.05) < 4.5;
  }).map((text) => text.textContent);
}"""
"""Texts too faint for what is behind them, buttons and shapes too, which axe leaves out where a link lies over them."""


@pytest.mark.parametrize("theme", [HOUSE, NARROW], ids=["light", "dark"])
@pytest.mark.parametrize("number", range(3))
def test_a_phone_shows_no_text_faintly(open_slides: OpenSlides, theme: Template, number: int) -> None:
    deck = make(ROOT, "en", theme)[1][number][0]
    page = open_slides(write_deck(deck, theme), viewport={"width": 320, "height": 640})
    assert page.evaluate(FAINT) == []


@pytest.mark.parametrize(("lang", "number"), DECKS)
def test_a_phone_cuts_no_word_of_a_table(open_slides: OpenSlides, lang: str, number: int) -> None:
    page = open_slides(write_course(ROOT, lang, number), viewport={"width": 320, "height": 640})
    assert page.evaluate("[...document.querySelectorAll('.grid')].every((grid) => grid.scrollWidth <= grid.clientWidth)")
    assert page.evaluate("getComputedStyle(document.querySelector('.grid td')).overflowWrap") == "break-word"


def test_a_phone_lists_the_slides_and_leads_to_one(open_slides: OpenSlides, deck: Deck, data: bytes) -> None:
    page = open_slides(data, viewport={"width": 360, "height": 640})
    page.click("[data-command=overview]")
    page.click(f"[id='{deck.slides[9].id}'] .cover")
    box = page.locator(f"[id='{deck.slides[9].id}']").bounding_box()
    assert box and -5 <= box["y"] <= 60


def test_without_scripts_every_slide_and_its_notes_are_there(open_slides: OpenSlides, deck: Deck, data: bytes) -> None:
    for size in ({"width": 1200, "height": 800}, {"width": 360, "height": 640}):
        page = open_slides(data, java_script_enabled=False, viewport=size)
        assert page.evaluate("[...document.querySelectorAll('.slide h2')].every((head) => head.offsetParent)")
        assert page.locator(".notes:visible").count() == sum(bool(slide.notes) for slide in deck.slides)
        assert not page.is_visible(".tools")


@pytest.mark.parametrize(("count", "pages"), [("1", (20, 26)), ("3", (7, 10)), ("6", (4, 6))])
def test_a_handout_has_one_three_or_six_slides_a_page(
    open_slides: OpenSlides, deck: Deck, data: bytes, tmp_path: Path, count: str, pages: tuple[int, int]
) -> None:
    page = open_slides(data)
    page.click("[data-command=print]")
    page.click(f"dialog[open] [value='{count}']")
    page.evaluate("window.print = () => {}")
    page.click("dialog[open] [data-command=paper]")
    page.keyboard.press("End")
    path = tmp_path / "handout.pdf"
    page.pdf(path=str(path), format="A4")
    made = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
    got = int(made.split("Pages:")[1].split()[0])
    assert pages[0] <= got <= pages[1]
    told = "".join(run.text for run in deck.slides[3].notes[0].runs).split()
    said = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout.split()
    assert set(told) <= set(said)


def test_a_handout_may_leave_the_notes_out(open_slides: OpenSlides, data: bytes) -> None:
    page = open_slides(data)
    page.click("[data-command=print]")
    page.uncheck("[name=told]")
    page.emulate_media(media="print")
    assert page.locator(".notes:visible").count() == 0


def test_hidden_slides_come_after_the_rest_and_are_named_so(open_slides: OpenSlides, deck: Deck) -> None:
    slides = tuple(replace(slide, hidden=index in (1, 4)) for index, slide in enumerate(deck.slides))
    page = open_slides(write_deck(replace(deck, slides=slides)))
    page.keyboard.press("End")
    assert at(page) == [deck.slides[4].id]
    assert page.text_content(".at") == f"Appendix 2 / {len(slides) - 2}"


def test_a_page_from_right_to_left_is_mirrored(open_slides: OpenSlides, data: bytes) -> None:
    page = open_slides(data.replace(b'dir="ltr"', b'dir="rtl"', 1))
    page.keyboard.press("ArrowLeft")
    assert page.text_content("[id='page/at']") == "2"
    assert page.evaluate("document.documentElement.scrollWidth") == 1280
    box = page.locator(".here .frame").bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= 1280

"""Slides shown click by click: the deck's own order, all of it on paper, on a phone and to who listens."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page

from edu.plan.page import Deck, Filled, Slide, Target
from tests.plan.decks import make_set
from tests.web.conftest import OpenSlides
from tests.web.pages import write_deck
from tests.web.test_web_access import check_page

pytestmark = pytest.mark.slow

SEEN = """[...document.querySelectorAll('.here [data-click]')].filter((part) => part.checkVisibility({opacityProperty: true}))
  .map((part) => part.getAttribute('aria-label') || part.textContent)"""
HERE = "document.querySelector('.here').id"


@pytest.fixture(scope="module")
def deck() -> Deck:
    return make_set("zh_CN", builds=True)[0]


@pytest.fixture(scope="module")
def data(deck: Deck) -> bytes:
    return write_deck(deck)


def read_target(slide: Slide, target: Target) -> str:
    """Return what a target says."""
    for item in slide.items:
        if isinstance(item, Filled) and item.slot == target.name and target.paragraph is not None:
            return "".join(run.text for run in item.text.paragraphs[target.paragraph].runs)
        if getattr(item, "name", "") == target.name:
            return str(getattr(item, "alt", ""))
    raise AssertionError(target)


def open_at(open_slides: OpenSlides, data: bytes, slide: Slide, **options: object) -> Page:
    """Open the page at its start, and go to the slide by its number's keys."""
    page = open_slides(data, reduced_motion="reduce", **options)
    page.evaluate(f"location.hash = {slide.id!r}")
    page.evaluate("new Promise((done) => setTimeout(done, 50))")
    return page


def test_clicks_show_what_those_of_the_deck_show_in_its_order(open_slides: OpenSlides, deck: Deck, data: bytes) -> None:
    page, shown = open_slides(data, reduced_motion="reduce"), [slide for slide in deck.slides if not slide.hidden]
    for slide in shown:
        assert page.evaluate(HERE) == slide.id
        said: list[str] = []
        assert page.evaluate(SEEN) == said
        for build in slide.builds:
            page.keyboard.press("ArrowRight")
            said += [read_target(slide, target) for target in build]
            assert (slide.id, sorted(page.evaluate(SEEN))) == (slide.id, sorted(said))
        page.keyboard.press("ArrowRight")
    assert sum(len(slide.builds) for slide in shown) > 20


def test_keys_take_clicks_back_and_find_the_slide_before_complete(open_slides: OpenSlides, deck: Deck, data: bytes) -> None:
    index = next(index for index, slide in enumerate(deck.slides) if len(slide.builds) > 2 and deck.slides[index - 1].builds)
    before, slide = deck.slides[index - 1], deck.slides[index]
    page = open_at(open_slides, data, slide)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    first = page.evaluate(SEEN)
    page.keyboard.press("ArrowLeft")
    assert len(page.evaluate(SEEN)) < len(first)
    page.keyboard.press("ArrowLeft")
    assert (page.evaluate(HERE), page.evaluate(SEEN)) == (slide.id, [])
    page.keyboard.press("ArrowLeft")
    assert page.evaluate(HERE) == before.id
    assert len(page.evaluate(SEEN)) == sum(len(build) for build in before.builds)


def test_at_the_last_slide_what_was_shown_stays(open_slides: OpenSlides, data: bytes) -> None:
    page = open_slides(data)
    page.keyboard.press("End")
    for _ in range(8):
        page.keyboard.press("ArrowRight")
    assert page.locator(".here .waits").count() == 0


def test_a_link_to_a_slide_shows_all_of_it_and_the_way_back_what_was_seen(
    open_slides: OpenSlides, deck: Deck, data: bytes
) -> None:
    first, other = [slide for slide in deck.slides if len(slide.builds) > 1][:2]
    page = open_slides(data, anchor=f"#{first.id}", reduced_motion="reduce")
    assert page.locator(".here .waits").count() == 0
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowRight")
    waiting = page.locator(".here .waits").count()
    page.evaluate(f"location.hash = {other.id!r}")
    page.evaluate("new Promise((done) => setTimeout(done, 50))")
    assert page.evaluate(SEEN) == []
    page.go_back()
    page.evaluate("new Promise((done) => setTimeout(done, 50))")
    assert (page.evaluate(HERE), page.locator(".here .waits").count()) == (first.id, waiting)
    page.go_forward()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("n")
    seen = page.evaluate(SEEN)
    page.reload()
    assert (page.evaluate(HERE), page.evaluate(SEEN), page.is_visible(".here .notes")) == (other.id, seen, True)


def test_what_waits_is_there_for_who_listens_on_paper_on_a_phone_and_in_the_overview(
    open_slides: OpenSlides, deck: Deck, data: bytes
) -> None:
    slide = next(slide for slide in deck.slides if len(slide.builds) > 2)
    page = open_at(open_slides, data, slide)
    assert page.evaluate(SEEN) == []
    told = "".join(re.findall("[\u4e00-\u9fff]", page.locator(".here .frame").aria_snapshot()))
    words = [
        word for build in slide.builds for one in build for word in re.findall("[\u4e00-\u9fff]+", read_target(slide, one))
    ]
    assert len(words) > 5
    assert [word for word in words if word not in told] == []
    page.emulate_media(media="print")
    assert len(page.evaluate(SEEN)) == sum(len(build) for build in slide.builds)
    page.emulate_media(media="screen")
    page.keyboard.press("o")
    assert len(page.evaluate(SEEN)) == sum(len(build) for build in slide.builds)
    page.keyboard.press("Escape")
    page.set_viewport_size({"width": 360, "height": 640})
    assert len(page.evaluate(SEEN)) == sum(len(build) for build in slide.builds)


def test_what_gets_the_focus_is_shown(open_slides: OpenSlides, deck: Deck, data: bytes) -> None:
    page = open_slides(data, anchor=f"#{deck.slides[0].id}", reduced_motion="reduce")
    slide = next(slide for slide in deck.slides if len(slide.builds) > 1)
    page = open_at(open_slides, data, slide)
    page.evaluate(
        "(() => { const part = document.querySelectorAll('.here [data-click]')[1]; part.tabIndex = 0; part.focus(); })()"
    )
    assert len(page.evaluate(SEEN)) == 2


def test_nothing_fades_where_the_reader_wants_no_motion(open_slides: OpenSlides, data: bytes) -> None:
    for wish, seconds in (("reduce", "0s"), ("no-preference", "0.2s")):
        page = open_slides(data, reduced_motion=wish)
        assert page.evaluate("getComputedStyle(document.querySelector('[data-click]')).transitionDuration") == seconds


def test_axe_finds_nothing_before_and_after_clicks(open_slides: OpenSlides, deck: Deck, data: bytes) -> None:
    slide = next(slide for slide in deck.slides if len(slide.builds) > 2)
    page = open_at(open_slides, data, slide)
    for clicks in range(3):
        check_page(page, f"{clicks} clicks")
        page.keyboard.press("ArrowRight")


def test_a_deck_without_builds_waits_for_nothing(open_slides: OpenSlides) -> None:
    assert b"data-click=" not in write_deck(make_set("en")[0])

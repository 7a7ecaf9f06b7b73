"""What a browser keeps of a quiz: through killed tabs, in two tabs, in storage that is missing, full, emptied or damaged."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Error

from edu.plan.paper import Item, Match, Open, Order, Paper, TextEntry
from tests.conftest import CHROMIUM, FLAGS
from tests.quiz.conftest import OpenQuiz
from tests.quiz.papers import write_page
from tests.quiz.taker import Taker

pytestmark = pytest.mark.slow

LATE_BROWSER = """(() => {
  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie');
  const getItem = Storage.prototype.getItem;
  let known = false;
  Object.defineProperty(Document.prototype, 'cookie', {get() { known = true; return cookie.get.call(this); }});
  Storage.prototype.getItem = function (key) { return known ? getItem.call(this, key) : null; };
  addEventListener('load', () => { known = true; });
})()"""
"""A busy computer: Chromium's own process hears of a page late, and until then the page finds nothing in its storage."""
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"
FILL = """() => { for (let text = 'x'.repeat(1 << 22); text; ) {
  try { localStorage.setItem(`fill-${localStorage.length}`, text); } catch { text = text.slice(1 + text.length / 2); }
} }"""
"""Fills the storage to the last sign."""


def find(paper: Paper, kind: type) -> Item:
    return next(item for item in paper.items if isinstance(item.body, kind))


def open_tab(taker: Taker, url: str = "") -> Taker:
    """Return the same student in one more tab."""
    page = taker.page.context.new_page()
    page.goto(url or taker.page.url)
    return Taker(page, taker.paper, taker.keys)


def kill(taker: Taker) -> Taker:
    """Kill the process of the tab and return the student in a new one, gone on."""
    url = taker.page.url
    page = taker.page.context.new_page()
    with suppress(Error):
        taker.page.goto("chrome://crash")
    page.goto(url)
    made = Taker(page, taker.paper, taker.keys)
    if page.is_visible("#leave"):
        made.go_on()
    return made


def go_to(taker: Taker, item: Item) -> None:
    """Go to a question by the map of questions, from the start or another question."""
    if taker.page.is_visible(".start"):
        taker.go_on()
    taker.page.evaluate("document.getElementById('map').open = true")
    taker.press_button(f"map--{item.id}")


def wait_until(holds: Callable[[], bool]) -> None:
    """Wait until another process has heard of it."""
    for _ in range(100):
        if holds():
            return
        time.sleep(0.05)
    raise AssertionError("it never came to hold")


def slots_of(taker: Taker) -> Mapping[str, Any]:
    return dict(taker.kept()["slots"])


def test_a_busy_browser_does_not_hide_what_was_kept(open_quiz: OpenQuiz, small_paper: Paper) -> None:
    taker = open_quiz(small_paper, "en", script=LATE_BROWSER)
    taker.go_on()
    taker.answer(small_paper.items[0], right=True)
    taker.go_on()
    kept = taker.kept()
    taker.page.reload()
    assert taker.kept() == kept


def test_a_tab_that_is_killed_before_and_after_each_check_loses_nothing(open_quiz: OpenQuiz, small_paper: Paper) -> None:
    taker = open_quiz(small_paper, "zh_CN")
    taker.go_on()
    for item in small_paper.items:
        taker.answer(item, right=True)
        for _ in range(2):
            before = taker.controls(), taker.kept(), taker.page.is_visible(".feedback")
            taker = kill(taker)
            assert (taker.controls(), taker.kept(), taker.page.is_visible(".feedback")) == before
            if not before[2]:
                taker.go_on()
        taker.assess(item, right=True)
        taker = kill(taker)
        taker.go_on()
    assert taker.score() == (small_paper.points, small_paper.points)


def test_each_key_each_tick_and_each_move_is_there_after_a_kill(open_quiz: OpenQuiz, small_paper: Paper) -> None:
    taker = open_quiz(small_paper, "en")
    written = ""
    go_to(taker, find(small_paper, Open))
    for sign in "说 é\n.":
        taker.page.focus("textarea")
        taker.page.keyboard.press("Control+End")
        taker.page.keyboard.insert_text(sign)
        written += sign
        taker = kill(taker)
        assert taker.page.input_value("textarea") == written
    order = find(small_paper, Order)
    go_to(taker, order)
    for _ in range(3):
        last = taker.order_shown(order.id)[-1]
        taker.press_button(f"{order.id}--{last}--up")
        shown = taker.order_shown(order.id)
        taker = kill(taker)
        assert taker.order_shown(order.id) == shown
    match = find(small_paper, Match)
    go_to(taker, match)
    assert isinstance(match.body, Match)
    for left in match.body.lefts:
        taker.select(f"{match.id}--{left.id}", match.body.rights[0].id)
        controls = taker.controls()
        taker = kill(taker)
        assert taker.controls() == controls


@pytest.fixture
def open_profile(browser: Browser, tmp_path: Path) -> Iterator[Callable[[str], Taker]]:
    """Return `open_profile(url)`, which starts a browser on one profile anew; the one before is closed."""
    open_ones: list[Any] = []

    def open_it(url: str) -> Taker:
        while open_ones:
            open_ones.pop().close()
        context = browser.browser_type.launch_persistent_context(tmp_path / "profile", executable_path=CHROMIUM, args=FLAGS)
        open_ones.append(context)
        page = context.new_page()
        page.goto(url)
        return Taker(page, paper=None)  # type: ignore[arg-type]

    yield open_it
    while open_ones:
        open_ones.pop().close()


def test_a_browser_that_is_closed_and_opened_again_brings_back_half_a_word(
    open_profile: Callable[[str], Taker], small_paper: Paper, tmp_path: Path
) -> None:
    url = write_page(small_paper, "en", tmp_path)
    taker = replace(open_profile(url), paper=small_paper)
    item = find(small_paper, TextEntry)
    go_to(taker, item)
    taker.page.type(f"[id='{item.id}--entry']", "回头")
    kept = taker.kept()
    taker = replace(open_profile(url), paper=small_paper)
    assert taker.kept() == kept
    taker.go_on()
    assert taker.page.input_value(f"[id='{item.id}--entry']") == "回头"


def test_what_one_tab_checks_leaves_alone_what_another_one_is_typing(open_quiz: OpenQuiz, small_paper: Paper) -> None:
    typing, first = find(small_paper, TextEntry), small_paper.items[0]
    one = open_quiz(small_paper, "en")
    one.go_on()
    two = open_tab(one)
    go_to(two, typing)
    field = f"[id='{typing.id}--entry']"
    two.page.type(field, "abcd")
    two.page.evaluate("document.activeElement.setSelectionRange(1, 2)")
    two.page.evaluate("window.field = document.activeElement")
    one.answer(first, right=True)
    one.go_on()
    assert one.page.is_visible(".feedback")
    wait_until(lambda: slots_of(two)[first.id]["tried"] != [])
    assert two.page.evaluate("[field.isConnected, field.value, field.selectionStart, field.selectionEnd]") == [
        True,
        "abcd",
        1,
        2,
    ]
    two.page.keyboard.insert_text("…")
    wait_until(lambda: slots_of(one)[typing.id]["answer"] == {"text": "a…cd"})
    assert slots_of(two)[first.id]["tried"] != []
    for taker in (one, two):
        taker.page.reload()
        assert slots_of(taker)[first.id]["tried"] != []
        assert slots_of(taker)[typing.id]["answer"] == {"text": "a…cd"}


def test_a_tab_that_knew_nothing_of_another_one_s_answer_does_not_undo_it(open_quiz: OpenQuiz, small_paper: Paper) -> None:
    deaf = "addEventListener('storage', (event) => event.stopImmediatePropagation(), true)"
    taker = open_quiz(small_paper, "en", script=deaf)
    tabs = [taker, open_tab(taker), open_tab(taker)]
    for tab, item in zip(tabs, small_paper.items, strict=False):
        go_to(tab, item)
    for turn in ("answer", "check"):
        for tab, item in zip(tabs, small_paper.items, strict=False):
            tab.answer(item, right=True) if turn == "answer" else tab.go_on()
    time.sleep(0.2)
    tabs[0].press_button("flag")
    for item in small_paper.items[:3]:
        assert len(slots_of(tabs[0])[item.id]["tried"]) == 1


def test_an_answer_that_was_overwritten_by_another_tab_is_written_again(open_quiz: OpenQuiz, small_paper: Paper) -> None:
    """Two processes write within a moment: the later one had not heard of the earlier one."""
    first, second = small_paper.items[:2]
    one = open_quiz(small_paper, "en")
    one.go_on()
    two = open_tab(one)
    before = json.dumps(one.kept())
    one.answer(first, right=True)
    one.go_on()
    key = f"edu:{small_paper.course}:{small_paper.quiz}"
    wait_until(lambda: slots_of(two)[first.id]["tried"] != [])
    stale = json.loads(before)
    stale["slots"][second.id] |= {"answer": ["more"], "rev": 1}
    two.page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, json.dumps(stale, separators=(",", ":"))])
    wait_until(lambda: slots_of(two)[first.id]["tried"] != [])
    assert slots_of(two)[second.id]["answer"] == ["more"]


def test_two_tabs_of_one_question_show_the_same(open_quiz: OpenQuiz, small_paper: Paper) -> None:
    one = open_quiz(small_paper, "en")
    one.go_on()
    two = open_tab(one)
    two.go_on()
    two.answer(small_paper.items[0], right=True)
    two.go_on()
    one.page.wait_for_selector(".feedback.is-right")
    assert one.controls() == two.controls()
    two.go_on()
    assert one.page.is_visible(".feedback.is-right")


def test_the_files_of_two_languages_are_one_quiz(open_quiz: OpenQuiz, small_paper: Paper, tmp_path: Path) -> None:
    one = open_quiz(small_paper, "zh_CN")
    one.go_on()
    two = open_tab(one, write_page(small_paper, "en", tmp_path))
    two.go_on()
    two.answer(small_paper.items[0], right=True)
    two.go_on()
    one.page.wait_for_selector(".feedback.is-right")
    assert one.page.get_attribute("html", "lang") == "zh-Hans"
    assert two.page.get_attribute("html", "lang") == "en"


def test_a_quiz_of_the_same_name_in_another_course_is_another_one(
    open_quiz: OpenQuiz, small_paper: Paper, tmp_path_factory: pytest.TempPathFactory
) -> None:
    one = open_quiz(small_paper, "en")
    other = replace(small_paper, course="other")
    two = replace(open_tab(one, write_page(other, "en", tmp_path_factory.mktemp("other"))), paper=other)
    one.go_on()
    one.answer(small_paper.items[0], right=True)
    one.go_on()
    two.page.reload()
    assert two.kept()["at"] == "/start"
    two.go_on()
    two.answer(other.items[0], right=False)
    one.page.reload()
    assert len(slots_of(one)[small_paper.items[0].id]["tried"]) == 1


def test_a_storage_that_is_full_from_the_start_says_so_and_keeps_what_was_there(
    open_quiz: OpenQuiz, small_paper: Paper
) -> None:
    taker = open_quiz(small_paper, "en")
    taker.go_on()
    taker.answer(small_paper.items[0], right=True)
    taker.go_on()
    kept = taker.kept()
    taker.page.context.add_init_script(FULL)
    taker.page.reload()
    assert "not being saved" in taker.page.inner_text("#notice")
    assert taker.page.is_visible(".feedback.is-right")
    taker.go_on()
    taker.answer(small_paper.items[1], right=True)
    taker.go_on()
    assert taker.page.is_visible(".feedback.is-right")
    assert taker.kept() == kept


def test_a_storage_that_fills_up_midway_loses_nothing_while_the_page_is_open_and_saves_when_there_is_room(
    open_quiz: OpenQuiz, small_paper: Paper
) -> None:
    taker = open_quiz(small_paper, "en")
    taker.go_on()
    first, second = small_paper.items[:2]
    taker.page.evaluate(FILL)
    taker.answer(first, right=True)
    taker.go_on()
    assert "not being saved" in taker.page.inner_text("#notice")
    taker.go_on()
    taker.page.evaluate(
        "() => Object.keys(localStorage).filter((key) => key.startsWith('fill')).forEach((key) => localStorage.removeItem(key))"
    )
    taker.answer(second, right=True)
    assert taker.page.inner_text("#notice") == ""
    taker = kill(taker)
    assert slots_of(taker)[first.id]["tried"] != []
    assert slots_of(taker)[second.id]["answer"] is not None


def test_a_storage_that_somebody_empties_midway_is_filled_again(open_quiz: OpenQuiz, small_paper: Paper) -> None:
    taker = open_quiz(small_paper, "en")
    taker.go_on()
    first, second = small_paper.items[:2]
    taker.answer(first, right=True)
    taker.go_on()
    other = open_tab(taker)
    for clear in (taker, other):
        clear.page.evaluate("localStorage.clear()")
        taker.press_button("flag")
        assert slots_of(taker)[first.id]["tried"] != []
    taker.go_on()
    taker.answer(second, right=True)
    taker = kill(taker)
    assert slots_of(taker)[first.id]["tried"] != []
    assert slots_of(taker)[second.id]["answer"] is not None


def test_what_a_later_version_of_the_page_kept_is_left_alone(open_quiz: OpenQuiz, small_paper: Paper) -> None:
    key, text = f"edu:{small_paper.course}:{small_paper.quiz}", '{"version":3,"work":"of tomorrow"}'
    taker = open_quiz(
        small_paper, "en", script=f"void document.cookie; if (!localStorage.length) localStorage.setItem('{key}', '{text}')"
    )
    taker.go_on()
    taker.answer(small_paper.items[0], right=True)
    taker.go_on()
    assert taker.page.inner_text("#notice") == ""
    taker.page.reload()
    assert taker.page.is_visible(".feedback.is-right")
    assert taker.page.evaluate("key => localStorage.getItem(key)", key) == text


def test_more_people_than_fit_a_screen_can_leave_their_work(open_quiz: OpenQuiz, small_paper: Paper) -> None:
    taker = open_quiz(small_paper, "en")
    taker.go_on()
    taker.answer(small_paper.items[0], right=True)
    work = {**taker.kept(), "at": small_paper.items[0].id}
    others = json.dumps([{**work, "born": place, "who": f"pupil {place}"} for place in range(120)])
    key = f"edu:{small_paper.course}:{small_paper.quiz}:others"
    taker.page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, others])
    taker = open_tab(taker)
    taker.press_button("leave")
    kept = json.loads(taker.page.evaluate("key => localStorage.getItem(key)", key))
    assert [other["who"] for other in kept] == ["", *(f"pupil {place}" for place in range(120))]
    taker.page.click("#others")
    taker.press_button("other--120")
    assert taker.kept()["who"] == "pupil 119"
    assert len(json.loads(taker.page.evaluate("key => localStorage.getItem(key)", key))) == 120


def test_work_is_not_taken_up_where_the_storage_cannot_hold_what_stands_there(open_quiz: OpenQuiz, small_paper: Paper) -> None:
    taker = open_quiz(small_paper, "en")
    taker.go_on()
    taker.answer(small_paper.items[0], right=True)
    taker = open_tab(taker)
    taker.press_button("leave")
    taker.go_on()
    taker.answer(small_paper.items[0], right=False)
    taker = open_tab(taker)
    kept = taker.page.evaluate("Object.entries(localStorage)")
    taker.page.evaluate(f"() => {{ {FULL} }}")
    taker.page.click("#others")
    taker.press_button("other--0")
    assert "not being saved" in taker.page.inner_text("#notice")
    assert taker.page.evaluate("Object.entries(localStorage)") == kept
    taker.go_on()
    chosen = [id.split("--")[1] for id, on in taker.controls().items() if on]
    assert slots_of(taker)[small_paper.items[0].id]["answer"] == chosen

"""Quizzes taken by keys alone and by a pointer alone, and the focus, which is seen wherever it goes."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from playwright.sync_api import FloatRect

from edu.plan.paper import Item, Open, Paper
from tests.quiz.conftest import OpenQuiz
from tests.quiz.states import by, give_hints, list_drawn, open_all
from tests.quiz.taker import Taker

pytestmark = pytest.mark.slow

ROUND = 8
"""How far round a control its mark of focus may lie, in pixels."""
AREA = """() => {
  const at = document.activeElement;
  const {x, y, width, height} = (at.closest('label, .pick') || at).getBoundingClientRect();
  return [x, y, width, height].map(Math.round);
}"""
CONTROLS = """() => document.querySelectorAll('button, select, textarea, summary, input:not([type=radio])').length
  + new Set([...document.querySelectorAll('[type=radio]')].map((input) => input.name)).size"""
IS_COVERED = """() => {
  const [at, header] = [document.activeElement, document.querySelector('header')];
  return !header.contains(at) && at.getBoundingClientRect().top < header.getBoundingClientRect().bottom;
}"""


def answer_fully(taker: Taker, item: Item) -> None:
    """Answer a question right, with all that can be said or asked on the way."""
    rules = taker.paper.rules
    end = f"--{item.id}" if rules.show == "all" else ""
    taker.answer(item, right=True)
    if not isinstance(item.body, Open):
        taker.choose(f"{item.id}--sure", f"{item.id}--sure--think")
    if rules.mode == "study":
        taker.press_button(f"hint{end}")
        taker.press_button(f"primary{end}")
        taker.assess(item, right=True)
    taker.press_button(f"flag{end}")
    if rules.show == "one":
        taker.press_button("primary")


@pytest.mark.parametrize(
    ("keys", "lang", "rules"),
    [
        *((keys, lang, {}) for keys in (True, False) for lang in ("zh_CN", "en")),
        (True, "en", {"show": "all"}),
        (False, "zh_CN", {"show": "all"}),
        (True, "zh_CN", {"mode": "exam"}),
        (False, "en", {"mode": "exam"}),
    ],
)
def test_the_whole_quiz_is_taken_by_keys_alone_and_by_a_pointer_alone(
    open_quiz: OpenQuiz, small_paper: Paper, keys: bool, lang: str, rules: dict[str, Any]
) -> None:
    """With a pointer too, texts are typed, and what a list offers is chosen in the browser's own window, which no test sees."""
    paper = give_hints(by(small_paper, certainty=True, seed="student", shuffle=True, minutes=90, **rules))
    taker = open_quiz(paper, lang, keys=keys, reduced_motion="reduce")
    taker.write("who", "Ada")
    taker.select("limit", "2")
    taker.go_on()
    for id in list_drawn(taker):
        answer_fully(taker, next(item for item in paper.items if item.id == id))
    if paper.rules.show == "all":
        taker.press_button("finish")
    share = 1 if paper.rules.mode == "exam" else 1 - paper.rules.hint_cost / 100
    marked = sum(item.points for item in paper.items if paper.rules.mode == "study" or not isinstance(item.body, Open))
    assert taker.score() == (pytest.approx(share * marked), paper.points)
    for item in paper.items:
        slot = taker.kept()["slots"][item.id]
        assert (slot["flag"], slot["sure"]) == (True, "" if isinstance(item.body, Open) else "think")


def open_one_page(open_quiz: OpenQuiz, paper: Paper, **options: Any) -> Taker:
    """Return the student at all questions on one page, with everything unfolded and the focus on nothing."""
    rules = by(give_hints(paper), show="all", certainty=True, minutes=90)
    taker = open_quiz(rules, paper.languages[0], reduced_motion="reduce", **options)
    taker.go_on()
    taker.page.reload()
    open_all(taker)
    return taker


def walk_focus(taker: Taker, key: str) -> Iterator[str]:
    """Press Tab or Shift+Tab until the focus leaves the page, and yield the name of each control that has it."""
    while True:
        taker.page.keyboard.press(key)
        name = taker.page.evaluate("() => document.activeElement.id || document.activeElement.outerHTML.slice(0, 60)")
        if name.startswith("<body"):
            return
        yield name


def measure_light(picture: bytes) -> NDArray[np.float64]:
    """Return the relative luminance of each pixel (WCAG 2.2)."""
    colours = np.asarray(Image.open(io.BytesIO(picture)).convert("RGB")) / 255
    linear = np.where(colours <= 0.04045, colours / 12.92, ((colours + 0.055) / 1.055) ** 2.4)
    return np.asarray(linear @ [0.2126, 0.7152, 0.0722])


def count_changes(before: NDArray[np.float64], now: NDArray[np.float64]) -> int:
    """Return how many pixels have changed with a contrast of 3 to 1."""
    return int(np.sum((np.maximum(before, now) + 0.05) / (np.minimum(before, now) + 0.05) >= 3))


@pytest.mark.parametrize(
    "colours",
    [{"color_scheme": "light"}, {"color_scheme": "dark"}, {"color_scheme": "dark", "forced_colors": "active"}],
    ids=["light", "dark", "forced"],
)
def test_the_focus_goes_to_every_control_and_is_seen_there(
    open_quiz: OpenQuiz, small_paper: Paper, colours: dict[str, Any]
) -> None:
    """What changes is at least as large as a line of two pixels round the control, with 3 to 1 (WCAG 2.2, 2.4.7, 2.4.13)."""
    taker = open_one_page(open_quiz, small_paper, **colours)
    page = taker.page
    page.set_viewport_size({"width": 390, "height": page.evaluate("document.documentElement.scrollHeight")})
    before = measure_light(page.screenshot())
    stops, unseen = 0, []
    for name in walk_focus(taker, "Tab"):
        stops += 1
        x, y, width, height = page.evaluate(AREA)
        left, top = max(0, x - ROUND), max(0, y - ROUND)
        clip: FloatRect = {"x": left, "y": top, "width": min(390, x + width + ROUND) - left, "height": height + 2 * ROUND}
        now = measure_light(page.screenshot(clip=clip))
        was = before[top : top + now.shape[0], left : left + now.shape[1]]
        if count_changes(was, now) < 2 * 2 * (width + height):
            unseen.append(name)
    assert unseen == []
    assert stops == page.evaluate(CONTROLS)


@pytest.mark.parametrize("size", ["1.125rem", "2.25rem"], ids=["100 %", "200 %"])
def test_the_clock_covers_nothing_that_has_the_focus(open_quiz: OpenQuiz, small_paper: Paper, size: str) -> None:
    taker = open_one_page(open_quiz, small_paper)
    taker.page.evaluate("size => { document.documentElement.style.fontSize = size }", size)
    for key in ("Tab", "Shift+Tab"):
        covered = [name for name in walk_focus(taker, key) if taker.page.evaluate(IS_COVERED)]
        assert covered == []

"""Parts carried with a mouse and with a finger come to the same answers as buttons, lists and keys."""

from __future__ import annotations

from typing import Any

import pytest

from edu.plan.paper import Group, Item, Match, Order, Paper
from tests.quiz.conftest import OpenQuiz
from tests.quiz.taker import Taker

pytestmark = pytest.mark.slow

WIDE = {"viewport": {"width": 900, "height": 900}, "reduced_motion": "reduce"}


def open_question(open_quiz: OpenQuiz, paper: Paper, kind: type[Any], **options: Any) -> tuple[Taker, Item]:
    """Return the student at the question of that kind."""
    item = next(item for item in paper.items if isinstance(item.body, kind))
    taker = open_quiz(paper, "en", **options)
    taker.go_on()
    taker.page.click("#map-head")
    taker.press_button(f"map--{item.id}")
    return taker, item


def middle(taker: Taker, selector: str, index: int) -> tuple[float, float]:
    box = taker.page.locator(selector).nth(index).bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def carry(taker: Taker, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Carry what is at `start` to `end` with the mouse."""
    mouse = taker.page.mouse
    mouse.move(*start)
    mouse.down()
    mouse.move(*end, steps=5)
    mouse.up()


def carry_by_touch(taker: Taker, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Carry what is at `start` to `end` with a finger."""
    session = taker.page.context.new_cdp_session(taker.page)
    steps = [(start[0] + (end[0] - start[0]) * n / 5, start[1] + (end[1] - start[1]) * n / 5) for n in range(6)]
    for index, (x, y) in enumerate(steps):
        kind = "touchMove" if index else "touchStart"
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y}]})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def test_parts_are_set_in_order_by_carrying_them(open_quiz: OpenQuiz, small_paper: Paper) -> None:
    taker, item = open_question(open_quiz, small_paper, Order, **WIDE)
    assert isinstance(item.body, Order)
    for place, part in enumerate(item.body.parts):
        start = taker.order_shown(item.id).index(part.id)
        if start != place:
            carry(taker, middle(taker, ".order .wording", start), middle(taker, ".order .wording", place))
    assert taker.kept()["slots"][item.id]["answer"] == [part.id for part in item.body.parts]
    taker.go_on()
    assert taker.page.is_visible(".feedback.is-right")
    before = taker.kept()
    carry(taker, middle(taker, ".order .wording", 0), middle(taker, ".order .wording", 1))
    assert taker.kept() == before


def test_a_finger_carries_by_the_number_and_scrolls_elsewhere(open_quiz: OpenQuiz, small_paper: Paper) -> None:
    taker, item = open_question(
        open_quiz, small_paper, Order, has_touch=True, viewport={"width": 390, "height": 600}, reduced_motion="reduce"
    )
    shown = taker.order_shown(item.id)
    carry_by_touch(taker, middle(taker, ".order .wording", 0), middle(taker, ".order .wording", 1))
    assert taker.order_shown(item.id) == shown
    carry_by_touch(taker, middle(taker, ".place", 0), middle(taker, ".place", 1))
    assert taker.order_shown(item.id) == [shown[1], shown[0], *shown[2:]]


@pytest.mark.parametrize("kind", [Match, Group])
@pytest.mark.parametrize("way", ["tile to row", "row to tile"])
def test_parts_are_matched_and_sorted_by_carrying_them(
    open_quiz: OpenQuiz, small_paper: Paper, kind: type[Match | Group], way: str
) -> None:
    taker, item = open_question(open_quiz, small_paper, kind, **WIDE)
    assert isinstance(item.body, Match | Group)
    parts = item.body.lefts if isinstance(item.body, Match) else item.body.parts
    targets = item.body.rights if isinstance(item.body, Match) else item.body.groups
    names = {target.id: "".join(run.text for run in target.text["en"]) for target in targets}
    for part in parts:
        words = "".join(run.text for run in part.text["en"])
        tile = taker.page.locator(".tile").all_inner_texts().index(names[item.body.key[part.id]])
        row = next(n for n, text in enumerate(taker.page.locator(".row").all_inner_texts()) if words in text)
        ends = middle(taker, ".tile", tile), middle(taker, ".row > label, .row > legend", row)
        carry(taker, *(ends if way == "tile to row" else reversed(ends)))
    assert taker.kept()["slots"][item.id]["answer"] == dict(item.body.key)
    taker.go_on()
    assert taker.page.is_visible(".feedback.is-right")


def test_what_is_let_go_beside_changes_nothing(open_quiz: OpenQuiz, small_paper: Paper) -> None:
    taker, _ = open_question(open_quiz, small_paper, Match, **WIDE)
    kept, shown = taker.kept(), taker.page.inner_html("main")
    carry(taker, middle(taker, ".tile", 0), (5, 5))
    assert taker.kept() == kept
    assert taker.page.inner_html("main").replace(' style=""', "") == shown

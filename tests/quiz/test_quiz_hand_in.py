"""Exams handed in: with gaps only when that is asked for twice, and nothing counts that nobody answered."""

from __future__ import annotations

from dataclasses import replace

import pytest

from edu.plan.paper import Multiple, Order, Paper, Single
from tests.quiz.conftest import OpenQuiz
from tests.quiz.states import by
from tests.quiz.taker import Taker

pytestmark = pytest.mark.slow


def skip_all(taker: Taker) -> None:
    """Walk to the last question of an exam without an answer."""
    taker.go_on()
    for _ in taker.paper.items[1:]:
        taker.go_on()


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_an_exam_with_gaps_is_handed_in_only_when_asked_for_twice(open_quiz: OpenQuiz, small_paper: Paper, lang: str) -> None:
    taker = open_quiz(by(small_paper, mode="exam"), lang, keys=True)
    skip_all(taker)
    taker.go_on()
    assert taker.page.inner_text("#trouble") == taker.page.inner_text("#status")
    assert str(len(small_paper.items)) in taker.page.inner_text("#trouble")
    assert taker.focused()["id"] == "primary"
    taker.press_button("back")
    assert not taker.page.is_visible("#trouble")
    taker.go_on()
    taker.go_on()
    taker.switch("en" if lang == "zh_CN" else "zh_CN")
    taker.go_on()
    assert taker.kept()["at"] == "/results"


def test_on_one_page_a_double_click_hands_in_nothing(open_quiz: OpenQuiz, small_paper: Paper) -> None:
    taker = open_quiz(by(small_paper, mode="exam", show="all"), "en")
    taker.go_on()
    taker.page.dblclick("#finish")
    assert taker.page.inner_text("#gaps") == taker.page.inner_text("#status")
    taker.press_button("finish")
    assert taker.kept()["at"] == "/results"


def test_an_exam_that_is_full_is_handed_in_at_once(open_quiz: OpenQuiz, small_paper: Paper) -> None:
    taker = open_quiz(by(small_paper, mode="exam"), "en")
    taker.go_on()
    for item in small_paper.items:
        taker.answer(item, right=True)
        taker.go_on()
    assert taker.kept()["at"] == "/results"


def test_what_nobody_answered_has_no_points_and_is_called_so(open_quiz: OpenQuiz, small_paper: Paper) -> None:
    items = tuple(replace(item, scoring="each_right") if isinstance(item.body, Order) else item for item in small_paper.items)
    taker = open_quiz(by(replace(small_paper, items=items), mode="exam"), "en", reduced_motion="reduce")
    taker.go_on()
    taker.answer(items[0], right=True)
    taker.page.click("#map-head")
    assert "Answered" in str(taker.page.get_attribute(f"[id='map--{items[0].id}']", "aria-label"))
    for _ in items:
        taker.go_on()
    taker.go_on()
    assert taker.score() == (items[0].points, sum(item.points for item in items))
    told = taker.page.eval_on_selector_all(".list .badge", "all => all.map((one) => one.textContent)")
    assert told == ["Right", *["Not answered"] * (len(items) - 1)]
    taker.press_button(f"list--{items[1].id}")
    assert taker.page.inner_text("#headline") == "Not answered"


def test_an_answer_that_was_emptied_is_none(open_quiz: OpenQuiz, small_paper: Paper) -> None:
    taker = open_quiz(by(small_paper, mode="exam", show="all"), "en")
    taker.go_on()
    typed = next(item for item in small_paper.items if item.body.kind == "text")
    several = next(item for item in small_paper.items if item.body.kind == "multiple")
    assert isinstance(several.body, Multiple)
    taker.write(f"{typed.id}--entry", "something")
    taker.write(f"{typed.id}--entry", " ")
    for right in (True, False):
        for option in several.body.options:
            taker.set_box(f"{several.id}--{option.id}", right and option.right)
    taker.page.reload()
    assert taker.page.is_visible(f"[id='stem--{typed.id}']"), "there is no work to ask about"
    taker.page.click("#map-head")
    for item in (typed, several):
        assert "Not answered" in str(taker.page.get_attribute(f"[id='map--{item.id}']", "aria-label"))


def test_a_question_may_be_called_as_the_page_s_own_places(open_quiz: OpenQuiz, small_paper: Paper) -> None:
    names = ("start", "results", "constructor")
    items = tuple(replace(item, id=id) for item, id in zip(small_paper.items, names, strict=False))
    taker = open_quiz(replace(small_paper, items=items), "en", reduced_motion="reduce")
    assert taker.page.is_visible(".start")
    taker.go_on()
    for item in items:
        assert taker.kept()["at"] == item.id
        taker.answer(item, right=True)
        taker.go_on()
        assert taker.page.is_visible(".feedback.is-right")
        taker.go_on()
    assert taker.page.is_visible(".results")
    assert taker.score() == (sum(item.points for item in items),) * 2


def test_an_option_may_be_called_as_what_every_object_has(open_quiz: OpenQuiz, small_paper: Paper) -> None:
    single = next(item for item in small_paper.items if item.body.kind == "single")
    assert isinstance(single.body, Single)
    first, *others = single.body.options
    wrong = next(option for option in others if not option.right)
    named = tuple(replace(option, id="constructor") if option is wrong else option for option in (first, *others))
    paper = replace(small_paper, items=(replace(single, body=replace(single.body, options=named)),))
    taker = open_quiz(paper, "en", reduced_motion="reduce")
    taker.go_on()
    taker.answer(paper.items[0], right=True)
    taker.go_on()
    assert taker.page.is_visible(".feedback.is-right")
    assert taker.page.locator(".option .badge").count() == 1

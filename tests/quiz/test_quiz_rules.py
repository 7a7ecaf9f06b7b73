"""Quizzes taken by other rules than the usual: all on one page, drawn by a name, against the clock, by someone else."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

import pytest

from edu.plan.paper import Item, Numeric, Paper
from edu.plan.runs import Run
from tests.quiz.conftest import OpenQuiz
from tests.quiz.papers import write_page
from tests.quiz.states import by, list_drawn, visit_again
from tests.quiz.taker import Taker
from tests.quiz.test_quiz_page import check_switch, take_all

pytestmark = pytest.mark.slow

SLOW = 5
"""The seconds that may really go by between two steps: the page's clock goes on, too."""


def test_all_questions_on_one_page_give_full_marks(open_quiz: OpenQuiz, small_paper: Paper) -> None:
    paper = by(small_paper, show="all")
    taker = open_quiz(paper, "zh_CN", reduced_motion="reduce")
    taker.go_on()
    for item in paper.items:
        taker.answer(item, right=True)
        taker.press_button(f"primary--{item.id}")
        taker.assess(item, right=True)
    check_switch(taker)
    taker.press_button("finish")
    assert taker.score() == (paper.points, paper.points)


def test_a_question_marked_for_review_stays_so_and_the_map_says_it(open_quiz: OpenQuiz, small_paper: Paper) -> None:
    taker = open_quiz(small_paper, "zh_CN")
    taker.go_on()
    taker.press_button("flag")
    check_switch(taker)
    taker.switch("en")
    taker.page.reload()
    assert taker.page.get_attribute("#flag", "aria-pressed") == "true"
    taker.page.click("#map-head")
    assert "marked for review" in str(taker.page.get_attribute(f"[id='map--{small_paper.items[0].id}']", "aria-label"))


def test_hints_come_one_after_the_other_and_cost_what_is_said(open_quiz: OpenQuiz, small_paper: Paper) -> None:
    first = small_paper.items[0]
    hints = tuple({lang: (Run(f"help {n}", lang),) for lang in small_paper.languages} for n in (1, 2))
    paper = by(replace(small_paper, items=(replace(first, hints=hints), *small_paper.items[1:])), hint_cost=25)
    taker = open_quiz(paper, "en")
    taker.go_on()
    for told in (["help 1"], ["help 1", "help 2"]):
        taker.press_button("hint")
        assert taker.page.eval_on_selector_all(".hint p", "all => all.map((one) => one.textContent)") == told
    assert not taker.page.is_visible("#hint")
    taker.answer(first, right=True)
    taker.go_on()
    assert f"{first.points * 0.5:g} of {first.points}" in taker.page.inner_text(".standing")


def test_how_sure_a_student_was_is_set_against_how_right(open_quiz: OpenQuiz, small_paper: Paper) -> None:
    paper = by(small_paper, certainty=True)
    taker = open_quiz(paper, "en", reduced_motion="reduce")
    taker.go_on()
    for item in paper.items[:2]:
        taker.choose(f"{item.id}--sure", f"{item.id}--sure--guess")
        taker.answer(item, right=True)
        taker.go_on()
        taker.go_on()
    for _ in paper.items[2:]:
        taker.press_button("skip")
    assert "A guess" in taker.page.inner_text("main")
    assert "2 of 2 right" in taker.page.inner_text("main")


def test_the_same_name_draws_the_same_questions_in_the_same_order(open_quiz: OpenQuiz, small_paper: Paper) -> None:
    paper = by(small_paper, draw=4, shuffle=True, seed="student")
    drawn = []
    for who in ("Ａda  7", "ada 7", "Ben"):
        taker = open_quiz(paper, "en")
        taker.go_on()
        assert taker.focused()["id"] == "who"
        taker.write("who", who)
        taker.go_on()
        drawn.append(list_drawn(taker))
        taker.switch("zh_CN")
        assert list_drawn(taker) == drawn[-1]
    assert drawn[0] == drawn[1] != drawn[2]
    assert [len(ids) for ids in drawn] == [4, 4, 4]


def test_only_the_drawn_questions_count(open_quiz: OpenQuiz, small_paper: Paper) -> None:
    paper = by(small_paper, draw=3)
    taker = open_quiz(paper, "en")
    taker.go_on()
    items = [next(item for item in paper.items if item.id == id) for id in list_drawn(taker)]
    for item in items:
        taker.answer(item, right=True)
        taker.go_on()
        taker.assess(item, right=True)
        taker.go_on()
    points = sum(item.points for item in items)
    assert taker.score() == (points, points)


def seconds_left(taker: Taker) -> int:
    minutes, seconds = re.findall(r"\d+", taker.page.inner_text("#clock"))
    return 60 * int(minutes) + int(seconds)


def test_time_can_be_longer_or_off_and_more_is_offered_near_the_end(open_quiz: OpenQuiz, small_paper: Paper) -> None:
    paper = by(small_paper, minutes=10)
    taker = open_quiz(paper, "en", reduced_motion="reduce")
    taker.page.clock.install()
    taker.page.reload()
    taker.select("limit", "1.5")
    taker.go_on()
    taker.page.clock.run_for(60_000)
    assert seconds_left(taker) == pytest.approx(14 * 60, abs=SLOW)
    taker.page.reload()
    assert seconds_left(taker) == pytest.approx(14 * 60, abs=SLOW)
    taker.page.clock.run_for(13 * 60_000 + 5_000)
    assert "nearly up" in taker.page.inner_text("#notice")
    taker.press_button("more-time")
    assert seconds_left(taker) == pytest.approx(5 * 60 + 55, abs=2 * SLOW)
    assert taker.page.inner_text("#notice") == ""


def test_an_exam_hands_itself_in_when_the_time_is_up_and_without_a_limit_it_does_not(
    open_quiz: OpenQuiz, small_paper: Paper
) -> None:
    paper = by(small_paper, minutes=1, mode="exam")
    for factor, over in (("1", True), ("0", False)):
        taker = open_quiz(paper, "en")
        taker.page.clock.install()
        taker.page.reload()
        taker.select("limit", factor)
        taker.go_on()
        taker.page.clock.run_for(90_000)
        assert taker.page.is_visible(".results") == over


def test_a_new_visit_asks_whose_work_it_is_and_goes_on_where_it_stopped(open_quiz: OpenQuiz, small_paper: Paper) -> None:
    taker = open_quiz(small_paper, "zh_CN")
    taker.go_on()
    for item in small_paper.items:
        taker.answer(item, right=True)
        taker.go_on()
        taker.assess(item, right=True)
        kept = taker.kept()
        taker = visit_again(taker)
        assert taker.page.is_visible("#leave")
        check_switch(taker)
        assert taker.kept() == kept
        taker.go_on()
        assert taker.kept()["at"] == kept["at"]
        taker.go_on()
    assert taker.score() == (small_paper.points, small_paper.points)


def test_someone_else_starts_anew_and_the_first_one_s_work_is_still_there(open_quiz: OpenQuiz, small_paper: Paper) -> None:
    taker = open_quiz(small_paper, "en", reduced_motion="reduce")
    take_all(taker, right=True)
    kept = taker.kept()
    taker = visit_again(taker)
    taker.press_button("leave")
    assert all(not slot["tried"] for slot in taker.kept()["slots"].values())
    taker.go_on()
    taker.answer(small_paper.items[0], right=False)
    taker = visit_again(taker)
    taker.page.click("#others")
    taker.press_button("other--0")
    assert taker.kept()["slots"] == kept["slots"]
    taker.go_on()
    assert taker.score() == (small_paper.points, small_paper.points)


def test_results_leave_as_text_and_as_a_code(open_quiz: OpenQuiz, small_paper: Paper) -> None:
    taker = open_quiz(small_paper, "zh_CN", reduced_motion="reduce")
    take_all(taker, right=True)
    text = taker.page.input_value("#report")
    assert f"{small_paper.points} / {small_paper.points}" in text
    assert len(text.splitlines()) == 3 + len(small_paper.objectives)
    with taker.page.expect_download() as saved:
        taker.press_button("save")
    assert saved.value.path().read_text("utf-8-sig").strip() == text
    taker.page.click("#qr")
    assert taker.page.is_visible("svg.qr")


@pytest.mark.parametrize("prints", ["paper", "key"])
def test_a_printed_page_has_the_key_only_where_the_quiz_wants_it(open_quiz: OpenQuiz, small_paper: Paper, prints: str) -> None:
    taker = open_quiz(by(small_paper, prints=prints), "en")
    taker.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    keys = taker.page.eval_on_selector_all(".printed-key", "all => all.map((one) => one.textContent)")
    assert len(keys) == (len(small_paper.items) if prints == "key" else 0)
    whys = ["".join(run.text for run in item.explanation["en"][0]) for item in small_paper.items]
    assert all(any(why in key for key in keys) for why in whys) == (prints == "key")


def ambiguous(paper: Paper) -> tuple[Paper, Item]:
    """Return the paper as an exam whose number is 1234, and that question."""
    item = next(item for item in paper.items if isinstance(item.body, Numeric))
    assert isinstance(item.body, Numeric)
    made = replace(item, body=replace(item.body, answer=Fraction(1234), mistakes=()))
    return by(replace(paper, items=(made,)), mode="exam"), made


@pytest.mark.parametrize("where", ["one", "all"])
def test_an_exam_asks_about_a_number_with_two_readings_too(open_quiz: OpenQuiz, small_paper: Paper, where: str) -> None:
    paper, item = ambiguous(small_paper)
    taker = open_quiz(by(paper, show=where), "en")
    taker.go_on()
    taker.write(f"{item.id}--entry", "1,234")
    taker.press_button("primary" if where == "one" else "finish")
    taker.press_button("ask-group" if where == "one" else f"ask-group--{item.id}")
    taker.press_button("primary" if where == "one" else "finish")
    assert taker.score() == (item.points, item.points)


def test_a_question_more_swaps_at_most_one_of_those_that_were_drawn(
    open_quiz: OpenQuiz, small_paper: Paper, tmp_path_factory: pytest.TempPathFactory
) -> None:
    less = by(replace(small_paper, items=small_paper.items[:-1]), draw=5)
    taker = open_quiz(less, "en")
    taker.go_on()
    drawn = list_drawn(taker)
    for id in drawn:
        taker.answer(next(item for item in less.items if item.id == id), right=True)
        taker.go_on()
        taker.go_on()
    taker.page.goto(write_page(by(small_paper, draw=5), "en", tmp_path_factory.mktemp("edited")))
    if taker.page.is_visible("#leave"):
        taker.go_on()
    done = [slot for slot in taker.kept()["slots"].values() if slot["tried"]]
    assert len(done) == 5
    now = taker.page.eval_on_selector_all(".line.is-right", "all => all.length")
    assert now >= 4
    assert ("changed" in taker.page.inner_text("#notice")) == (now == 4)


def test_where_storage_is_full_nobody_else_can_start_and_it_is_said(open_quiz: OpenQuiz, small_paper: Paper) -> None:
    taker = open_quiz(small_paper, "en")
    taker.go_on()
    taker.answer(small_paper.items[0], right=True)
    taker.go_on()
    taker = visit_again(taker)
    kept = taker.kept()
    taker.page.evaluate(
        "() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; }"
    )
    taker.press_button("leave")
    assert "not being saved" in taker.page.inner_text("#notice")
    assert taker.kept() == kept


def test_a_name_that_was_typed_survives_a_choice_of_time_and_a_switch(open_quiz: OpenQuiz, small_paper: Paper) -> None:
    taker = open_quiz(by(small_paper, seed="student", minutes=5), "zh_CN")
    taker.write("who", "Ada")
    taker.select("limit", "2")
    check_switch(taker)
    assert taker.page.input_value("#who") == "Ada"


def test_after_an_exam_is_handed_in_its_time_is_over(open_quiz: OpenQuiz, small_paper: Paper) -> None:
    taker = open_quiz(by(small_paper, mode="exam", minutes=1), "en")
    taker.page.clock.install()
    taker.page.reload()
    taker.go_on()
    for _ in range(len(small_paper.items) + 1):
        taker.go_on()
    taker.press_button(f"list--{small_paper.items[0].id}")
    assert taker.page.inner_text("#clock") == ""
    taker.page.clock.run_for(90_000)
    assert taker.page.is_visible(".feedback")

"""Quizzes taken in Chromium: scores, languages, reloads, keyboard, narrow screens, and what may go wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from edu.plan.paper import ChoiceGap, Cloze, Item, Match, Numeric, Open, Order, Paper, Part, Text
from tests.quiz.conftest import OpenQuiz
from tests.quiz.papers import HOSTILE, SMALL, mark, read_editions, write_page
from tests.quiz.taker import Taker

pytestmark = pytest.mark.slow


def take_all(taker: Taker, *, right: bool) -> None:
    """Go through the whole quiz and stop at the results."""
    taker.go_on()
    for item in taker.paper.items:
        tries = 1 if right or isinstance(item.body, Open) else taker.paper.rules.tries
        for _ in range(tries):
            taker.answer(item, right=right)
            taker.go_on()
        taker.assess(item, right=right)
        taker.go_on()


def find(paper: Paper, kind: type) -> Item:
    return next(item for item in paper.items if isinstance(item.body, kind))


def open_at(taker: Taker, item: Item) -> None:
    """Go to a question by the map of questions."""
    taker.go_on()
    taker.page.click("#map-head")
    taker.press_button(f"map--{item.id}")


def test_all_right_gives_full_marks_in_every_language(open_quiz: OpenQuiz, paper: Paper) -> None:
    for lang in paper.languages:
        taker = open_quiz(paper, lang)
        take_all(taker, right=True)
        assert taker.score() == (paper.points, paper.points)


def test_all_wrong_gives_nothing(open_quiz: OpenQuiz, paper: Paper) -> None:
    taker = open_quiz(paper, paper.languages[-1])
    take_all(taker, right=False)
    assert taker.score() == (0, paper.points)


def check_switch(taker: Taker) -> None:
    """Switch to the other language and back: nothing of the answers changes, the focus stays where it is."""
    before, kept = taker.controls(), taker.kept()
    stem = taker.page.inner_text("#stem")
    for lang in (taker.paper.languages[1], taker.paper.languages[0]):
        taker.switch(lang)
        assert taker.controls() == before
        assert taker.kept() == kept
        assert taker.focused()["id"] == f"language--{lang}"
        assert taker.page.inner_text("#status") != ""
    assert taker.page.inner_text("#stem") == stem


def test_typed_text_keeps_its_caret_and_its_language_switch(open_quiz: OpenQuiz, small_paper: Paper) -> None:
    taker = open_quiz(small_paper, "zh_CN")
    open_at(taker, find(small_paper, Open))
    taker.answer(find(small_paper, Open), right=True)
    taker.switch("en")
    assert taker.page.input_value("textarea") == "Something about it"


def test_the_choice_from_a_list_is_shown_in_the_language_of_the_page(open_quiz: OpenQuiz, small_paper: Paper) -> None:
    item = find(small_paper, Match)
    assert isinstance(item.body, Match)
    left, right = item.body.lefts[0], item.body.rights[-1]
    taker = open_quiz(small_paper, "en")
    open_at(taker, item)
    taker.select(f"{item.id}--{left.id}", right.id)
    for lang in ("en", "zh_CN", "en"):
        taker.switch(lang)
        assert taker.page.inner_text(".pick > span >> nth=0") == "".join(run.text for run in right.text[lang])


def test_a_reload_after_every_step_brings_everything_back(open_quiz: OpenQuiz, small_paper: Paper) -> None:
    taker = open_quiz(small_paper, "zh_CN")

    def reload() -> None:
        before, kept = taker.controls(), taker.kept()
        taker.page.reload()
        assert (taker.controls(), taker.kept()) == (before, kept)

    taker.go_on()
    for item in small_paper.items:
        taker.answer(item, right=False)
        reload()
        taker.go_on()
        reload()
        if not isinstance(item.body, Open):
            taker.answer(item, right=True)
            taker.go_on()
        taker.assess(item, right=True)
        reload()
        taker.go_on()
    reload()
    assert taker.score() == (small_paper.points, small_paper.points)


def test_the_other_language_s_file_goes_on_where_the_first_stopped(
    open_quiz: OpenQuiz, small_paper: Paper, tmp_path_factory: pytest.TempPathFactory
) -> None:
    taker = open_quiz(small_paper, "zh_CN")
    taker.go_on()
    taker.answer(small_paper.items[0], right=True)
    taker.go_on()
    kept = taker.kept()
    taker.page.goto(write_page(small_paper, "en", tmp_path_factory.mktemp("other")))
    assert taker.kept() == kept
    assert taker.page.get_attribute("html", "lang") == "en"
    taker.switch("zh_CN")
    taker.page.reload()
    assert taker.page.get_attribute("html", "lang") == "zh-Hans"


def test_options_stand_in_the_same_order_in_every_language(open_quiz: OpenQuiz, small_paper: Paper) -> None:
    taker = open_quiz(small_paper, "zh_CN")
    taker.go_on()
    for _ in small_paper.items:
        ids = list(taker.controls())
        taker.switch("en")
        assert list(taker.controls()) == ids
        taker.switch("zh_CN")
        taker.press_button("skip")


def test_missed_questions_come_again_and_the_right_ones_stay(open_quiz: OpenQuiz, small_paper: Paper) -> None:
    taker = open_quiz(small_paper, "en")
    first, second = small_paper.items[:2]
    taker.go_on()
    for item in (first, second):
        taker.answer(item, right=item is first)
        taker.go_on()
        if item is second:
            taker.go_on()
        taker.go_on()
    for _ in small_paper.items[2:]:
        taker.press_button("skip")
    assert taker.score() == (first.points, small_paper.points)
    taker.go_on()
    for item in small_paper.items[1:]:
        taker.answer(item, right=True)
        taker.go_on()
        taker.assess(item, right=True)
        taker.go_on()
    assert taker.score() == (small_paper.points, small_paper.points)


def list_wordings(item: Item) -> Iterator[Text]:
    """Yield the text of a question, and of all that can be chosen, set in order, paired or sorted in it."""
    yield item.text
    for name in ("options", "parts", "lefts", "rights", "groups"):
        yield from (part.text for part in getattr(item.body, name, ()))
    for gap in getattr(item.body, "gaps", ()):
        yield from (option.text for option in getattr(gap, "options", ()))


def test_without_scripts_the_questions_can_be_read_and_it_is_said_why_they_are_not_marked(
    open_quiz: OpenQuiz, small_paper: Paper
) -> None:
    for lang in small_paper.languages:
        taker = open_quiz(small_paper, lang, java_script_enabled=False)
        text = taker.page.inner_text("main")
        for wording in (wording for item in small_paper.items for wording in list_wordings(item)):
            assert "".join(run.text for run in wording[lang]) in text
        assert taker.page.is_visible(".trouble")


def test_without_storage_the_quiz_goes_on_and_says_that_nothing_is_saved(open_quiz: OpenQuiz, small_paper: Paper) -> None:
    broken = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }})"
    taker = open_quiz(small_paper, "en", script=broken)
    assert "not being saved" in taker.page.inner_text("#notice")
    take_all(taker, right=True)
    assert taker.score() == (small_paper.points, small_paper.points)
    taker.switch("zh_CN")
    assert taker.page.inner_text("#notice") != ""


def test_a_full_storage_is_noticed_when_it_happens(open_quiz: OpenQuiz, small_paper: Paper) -> None:
    taker = open_quiz(small_paper, "en")
    assert taker.page.inner_text("#notice") == ""
    full = "() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; }"
    taker.page.evaluate(full)
    taker.go_on()
    assert "not being saved" in taker.page.inner_text("#notice")


def test_an_edited_quiz_keeps_the_answers_that_still_fit_and_says_that_others_do_not(
    open_quiz: OpenQuiz, small_paper: Paper, tmp_path_factory: pytest.TempPathFactory
) -> None:
    taker = open_quiz(small_paper, "en")
    taker.go_on()
    for item in small_paper.items[:2]:
        taker.answer(item, right=True)
        taker.go_on()
        taker.go_on()
    changed = replace(small_paper.items[0], hash="another")
    edited = replace(small_paper, items=(changed, *small_paper.items[1:]))
    taker.page.goto(write_page(edited, "en", tmp_path_factory.mktemp("edited")))
    assert "changed" in taker.page.inner_text("#notice")
    assert taker.kept()["slots"][changed.id]["tried"] == []
    assert len(taker.kept()["slots"][small_paper.items[1].id]["tried"]) == 1


@pytest.mark.parametrize(
    "kept", ["", "{", "[]", '{"version":1}', '{"version":1,"seed":1,"slots":{"which-money":7},"at":9,"only":{}}']
)
def test_whatever_storage_holds_the_page_opens(open_quiz: OpenQuiz, small_paper: Paper, kept: str) -> None:
    key = f"edu:{small_paper.course}:{small_paper.quiz}"
    script = f"void document.cookie; if (!localStorage.length) localStorage.setItem('{key}', {kept!r})"
    taker = open_quiz(small_paper, "en", script=script)
    assert taker.page.is_visible("#primary")


def test_an_exam_tells_nothing_before_it_is_handed_in(open_quiz: OpenQuiz, small_paper: Paper) -> None:
    exam = replace(small_paper, rules=replace(small_paper.rules, mode="exam"))
    taker = open_quiz(exam, "zh_CN")
    taker.go_on()
    for item in exam.items:
        taker.answer(item, right=True)
        check_switch(taker)
        taker.go_on()
        assert taker.page.query_selector(".feedback") is None
    open_points = sum(item.points for item in exam.items if isinstance(item.body, Open))
    assert taker.score() == (exam.points - open_points, exam.points)
    taker.press_button(f"list--{exam.items[0].id}")
    assert taker.page.is_visible(".feedback")


def test_a_number_with_two_readings_is_asked_about(open_quiz: OpenQuiz, small_paper: Paper) -> None:
    item = find(small_paper, Numeric)
    taker = open_quiz(small_paper, "en")
    open_at(taker, item)
    taker.write(f"{item.id}--entry", "1.389")
    taker.go_on()
    assert taker.kept()["slots"][item.id]["tried"] == []
    taker.switch("zh_CN")
    taker.press_button("ask-point")
    assert taker.page.is_visible(".feedback.is-right")


def test_an_empty_answer_costs_no_try(open_quiz: OpenQuiz, small_paper: Paper) -> None:
    taker = open_quiz(small_paper, "en")
    taker.go_on()
    for item in small_paper.items:
        if not isinstance(item.body, Order):
            taker.go_on()
            assert taker.page.is_visible("#trouble"), item.id
            assert taker.kept()["slots"][item.id]["tried"] == []
        taker.press_button("skip")


def test_a_double_click_does_not_skip_the_feedback(open_quiz: OpenQuiz, small_paper: Paper) -> None:
    taker = open_quiz(small_paper, "en")
    taker.go_on()
    taker.answer(small_paper.items[0], right=True)
    taker.page.dblclick("#primary")
    assert taker.page.is_visible(".feedback.is-right")


def test_answers_are_erased_only_after_asking(open_quiz: OpenQuiz, small_paper: Paper) -> None:
    taker = open_quiz(small_paper, "en", keys=True)
    taker.go_on()
    taker.answer(small_paper.items[0], right=True)
    taker.go_on()
    taker.press_button("back")
    taker.press_button("erase")
    taker.press_button("erase-no")
    assert taker.kept()["slots"][small_paper.items[0].id]["tried"] != []
    taker.press_button("erase")
    taker.press_button("erase-yes")
    assert taker.kept()["slots"][small_paper.items[0].id]["tried"] == []


def test_hostile_text_in_every_field_runs_nothing(open_quiz: OpenQuiz) -> None:
    from edu.plan.quiz import make_quiz

    editions = tuple(mark(edition, lambda text: f"{text} {HOSTILE}") for edition in read_editions(SMALL))
    hostile, _ = make_quiz(editions, "basics")
    taker = open_quiz(hostile, "en")
    assert HOSTILE.split("{{")[0] in taker.page.inner_text("main")
    take_all(taker, right=True)
    assert taker.page.evaluate("window.ran") is None
    assert taker.score() == (hostile.points, hostile.points)


def list_offered(item: Item) -> Iterator[Part]:
    """Yield what a question offers to choose from, in lists that no paper opens."""
    if isinstance(item.body, Match):
        yield from item.body.rights
    if isinstance(item.body, Cloze):
        for gap in item.body.gaps:
            yield from gap.options if isinstance(gap, ChoiceGap) else ()


def test_a_printed_page_holds_every_question(open_quiz: OpenQuiz, small_paper: Paper) -> None:
    taker = open_quiz(small_paper, "zh_CN")
    taker.switch("en")
    taker.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    text = taker.page.inner_text(".sheet")
    assert all("".join(run.text for run in item.text["en"]) in text for item in small_paper.items)
    offers = [part for item in small_paper.items for part in list_offered(item)]
    told = " ".join(taker.page.locator(".sheet .tile, .sheet .guide").all_inner_texts())
    assert [part.id for part in offers if "".join(run.text for run in part.text["en"]) not in told] == []
    assert "Your name or number: ___" in text and "Paper " in text
    taker.page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert taker.page.is_visible("#primary")


TORN = """() => [...document.querySelectorAll('.sentence .gap')].filter((gap) => {
  const texts = document.createTreeWalker(gap.closest('.sentence'), NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode;
    if (!text.data || !(gap.compareDocumentPosition(text) & 4) || gap.contains(text)) continue;
    const range = document.createRange();
    range.setStart(text, 0);
    range.setEnd(text, 1);
    const below = range.getBoundingClientRect().top > gap.getBoundingClientRect().bottom;
    return below && /[，。、；：？！,.;:?!]/.test(range.toString());
  }
}).map((gap) => gap.closest('.sentence').innerText)"""
"""The sentences in which the mark after a gap has gone to the next line."""


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_on_a_phone_no_line_starts_with_the_mark_that_follows_a_gap(open_quiz: OpenQuiz, paper: Paper, lang: str) -> None:
    cloze = next(item for item in paper.items if isinstance(item.body, Cloze))
    taker = open_quiz(replace(paper, items=(cloze,)), lang, viewport={"width": 320, "height": 700}, reduced_motion="reduce")
    taker.go_on()
    assert taker.page.evaluate(TORN) == []
    taker.answer(cloze, right=True)
    taker.go_on()
    assert taker.page.evaluate(TORN) == []

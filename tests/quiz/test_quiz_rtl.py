"""Quizzes from right to left: the page is mirrored, and what is not translated keeps its order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial

import pytest

from edu.language.catalogue import Catalogue
from edu.language.translate import make_edition
from edu.model.edition import Edition
from edu.plan.paper import Paper
from edu.plan.quiz import make_quiz
from edu.source.read import read_course
from tests.quiz.conftest import OpenQuiz
from tests.quiz.papers import SMALL, mark, read_editions, say_in
from tests.quiz.states import by, walk_quiz
from tests.quiz.taker import Taker
from tests.quiz.test_quiz_access import VIEWS, check_state, open_in

pytestmark = pytest.mark.slow

LANG = "fa"
"""Persian: our own words are in no catalogue of it, so that they show in English."""

EDGES = """([selector, first, last]) => {
  const box = (sign, end) => {
    const texts = document.createTreeWalker(document.querySelector(selector), NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const at = end ? texts.currentNode.data.lastIndexOf(sign) : texts.currentNode.data.indexOf(sign);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(texts.currentNode, at);
      range.setEnd(texts.currentNode, at + sign.length);
      return range.getBoundingClientRect().x;
    }
    return null;
  };
  return [box(first, false), box(last, true)];
}"""
"""Where the signs `first` and `last` of an element's text begin, from the left."""


@cache
def make_persian(translate: Callable[[str], str] | None) -> Paper:
    """Return the small course's paper in English and Persian, whose texts `translate` makes; None leaves all untranslated."""
    course = read_course(SMALL).course
    assert course is not None
    english = next(edition for edition in read_editions(SMALL) if edition.lang == "en")
    bare: Edition = make_edition(course, LANG, Catalogue(LANG, {}), say_in(LANG))[0]
    persian = mark(bare, translate) if translate else bare
    chinese = read_editions(SMALL)[0]
    return make_quiz((chinese, english, persian), "basics")[0]


def write_persian(_: str) -> str:
    return "این متن به فارسی است؟"


def edges(taker: Taker, selector: str, first: str, last: str) -> list[float]:
    """Return how far from the left `first` and `last` stand in the text of an element."""
    found: list[float] = taker.page.evaluate(EDGES, [selector, first, last])
    return found


def test_the_page_is_mirrored_and_back(open_quiz: OpenQuiz) -> None:
    taker = open_quiz(make_persian(write_persian), LANG)
    taker.go_on()
    assert taker.page.get_attribute("html", "dir") == "rtl"
    for lang, before in ((LANG, False), ("en", True)):
        taker.switch(lang)
        knob, wording = (taker.page.locator(f".option {part}").first.bounding_box() for part in ("input", ".wording"))
        back, flag = (taker.page.locator(id).bounding_box() for id in ("#back", "#flag"))
        assert knob and wording and back and flag
        assert (knob["x"] < wording["x"]) is before
        assert (back["x"] < flag["x"]) is before


def test_a_text_that_is_not_translated_keeps_its_order_and_names_its_language(open_quiz: OpenQuiz) -> None:
    paper = make_persian(None)
    item = next(item for item in paper.items if item.body.kind == "single")
    first, last = (run.text for run in (item.text[LANG][0], item.text[LANG][-1]))
    taker = open_quiz(replace(paper, items=(item,)), LANG)
    taker.go_on()
    start, end = edges(taker, "#stem", first[0], last[-1])
    assert start < end, "its last sign stands to the left of its first one"
    assert taker.page.get_attribute("#stem [lang]", "lang") == "zh-Hans"


def test_our_own_words_that_are_not_translated_keep_their_order_and_are_called_english(open_quiz: OpenQuiz) -> None:
    taker = open_quiz(by(make_persian(write_persian), minutes=10), LANG)
    taker.go_on()
    start, end = edges(taker, "#clock", ":", "left")
    assert start < end
    own = taker.page.locator("#primary [lang]")
    assert own.get_attribute("lang") == "en"
    assert own.inner_text().strip("\u2066\u2069") == "Check the answer"


def test_without_scripts_texts_name_their_languages_too(open_quiz: OpenQuiz) -> None:
    taker = open_quiz(make_persian(None), LANG, java_script_enabled=False)
    assert taker.page.get_attribute(".trouble", "lang") == "en"
    assert taker.page.get_attribute("h2 [lang]", "dir") == "auto"


@pytest.mark.parametrize("translate", [write_persian, None], ids=["translated", "untranslated"])
def test_nothing_is_to_be_mended_from_right_to_left(open_quiz: OpenQuiz, translate: Callable[[str], str] | None) -> None:
    taker = open_in(open_quiz, make_persian(translate), LANG)
    walk_quiz(taker, partial(check_state, checked=[VIEWS[1]]))

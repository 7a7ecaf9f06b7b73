"""Rules find what a translation or a slip does to a deck and to a quiz, and nothing in what is fine."""

from __future__ import annotations

from dataclasses import replace

import pytest

from edu.check.deck import check_deck
from edu.check.paper import check_paper
from edu.plan.page import Deck, Drawing
from edu.plan.paper import Multiple, Paper, Single
from edu.plan.quiz import make_quiz
from edu.plan.runs import Run
from edu.problems import Code
from tests.plan.decks import SMALL, make


@pytest.fixture(scope="module")
def deck() -> Deck:
    return make(SMALL, "zh_CN")[1][0][0]


@pytest.fixture(scope="module")
def paper() -> Paper:
    editions = [make(SMALL, lang)[0] for lang in ("zh_CN", "en")]
    return make_quiz(editions, "basics")[0]


def test_the_small_course_is_fine(deck: Deck, paper: Paper) -> None:
    assert (*check_deck(deck), *check_paper(paper)) == ()


def test_two_slides_with_one_title_are_found(deck: Deck) -> None:
    twin = replace(deck.slides[1], id="twin", title=f" {deck.slides[0].title} ")
    found = check_deck(replace(deck, slides=(deck.slides[0], twin)))
    assert [problem.code for problem in found] == [Code.EQUAL_TITLES]
    ours = replace(twin, trail="basics/lesson#")
    assert check_deck(replace(deck, slides=(deck.slides[0], ours)))[0].trail == "basics/lesson#title"


def test_a_diagram_without_a_text_alternative_is_found(deck: Deck) -> None:
    slide = next(s for s in deck.slides if any(isinstance(i, Drawing) for i in s.items))
    blank = tuple(replace(i, alt=" ") if isinstance(i, Drawing) else i for i in slide.items)
    found = check_deck(replace(deck, slides=(replace(slide, items=blank),)))
    assert [problem.code for problem in found] == [Code.NO_ALTERNATIVE]


def test_options_that_a_translation_made_equal_are_found(paper: Paper) -> None:
    item = next(i for i in paper.items if isinstance(i.body, Single | Multiple))
    assert isinstance(item.body, Single | Multiple)
    first, second, *rest = item.body.options
    same = replace(first, text={**first.text, "en": (Run("The Same.", "en"),)})
    twin = replace(second, text={**second.text, "en": (Run("the ｓame", "en"),)})
    body = replace(item.body, options=(same, twin, *rest))
    found = check_paper(replace(paper, items=(replace(item, body=body),)))
    assert [(p.code, p.values["lang"]) for p in found] == [(Code.EQUAL_OPTIONS, "en")]

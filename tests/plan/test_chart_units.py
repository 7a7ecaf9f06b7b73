"""What a chart says of its numbers: what they count, in which unit, on which scale, and where they have none in common."""

from __future__ import annotations

from dataclasses import replace

import pytest

from edu.model.slides import ChartSlide
from edu.plan.page import Chart, Deck
from edu.plan.sketch import sketch_deck
from edu.problems import Code, Kind
from tests.plan.decks import SMALL, make, plan_slides


def _draw(slide: ChartSlide) -> tuple[Deck, list[Kind]]:
    deck, problems = plan_slides(slide)
    return deck, [problem.code for problem in problems]


def _chart(values: list[float | str], **more: object) -> ChartSlide:
    categories = [{"label": f"第{i}项"} for i in range(len(values))]
    series = [{"name": "数", "values": values}]
    slide = {
        "id": "c",
        "kind": "chart",
        "title": "图",
        "notes": "备注",
        "alt": "图",
        "categories": categories,
        "series": series,
    }
    return ChartSlide.model_validate({**slide, "illustrative": True, **more})


def test_a_charts_own_unit_stands_behind_the_scale_of_its_numbers() -> None:
    deck, _ = _draw(_chart([120000, 250000, 31000], chart="bar", unit="人次", takeaway="看"))
    assert "万人次" in sketch_deck(deck)


def test_no_two_slices_of_a_doughnut_look_alike() -> None:
    deck, _ = _draw(_chart([3, 2, 1, 1, 1, 1, 1, 1], chart="doughnut"))
    (chart,) = [item for slide in deck.slides for item in slide.items if isinstance(item, Chart)]
    assert len(set(chart.series[0].points.values())) == 8


def test_facts_of_different_units_in_one_chart_are_told() -> None:
    book = make(SMALL, "zh_CN")[0].course.book
    with_unit = {fact.unit: fact.id for fact in book.facts if fact.unit and fact.unit != "date"}
    one, other, *_ = with_unit.values()
    assert Code.MIXED_UNITS in _draw(_chart([one, other], chart="bar"))[1]
    assert Code.MIXED_UNITS not in _draw(_chart([one, one], chart="bar"))[1]


def test_a_chart_says_what_its_numbers_count_and_in_which_unit_also_where_the_unit_is_the_authors_own() -> None:
    deck, problems = _draw(_chart(["complaints", "complaints"], chart="bar", takeaway="看"))
    assert "看 ¶ 数 ¶ 单位：条留言" in sketch_deck(deck)
    assert Code.MIXED_UNITS not in problems
    assert Code.MIXED_UNITS in _draw(_chart(["complaints", "sales_ratio"], chart="bar"))[1]


@pytest.mark.parametrize(("lang", "told"), [("zh_CN", True), ("en", False)])
def test_a_translation_may_have_another_form_of_a_unit_for_each_number(lang: str, told: bool) -> None:
    edition = make(SMALL, lang)[0]
    forms = {"complaints": "{n} note", "sales_ratio": "{n} notes"}
    facts = [
        fact.model_copy(update={"unit": None, "pattern": forms[fact.id]}) if fact.id in forms else fact
        for fact in edition.course.book.facts
    ]
    book = edition.course.book.model_copy(update={"facts": tuple(facts)})
    edition = replace(edition, course=edition.course.model_copy(update={"book": book}))
    _, problems = plan_slides(_chart([*forms], chart="bar"), edition=edition)
    assert (Code.MIXED_UNITS in [problem.code for problem in problems]) is told

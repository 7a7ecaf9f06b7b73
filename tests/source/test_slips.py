"""Slips of a keyboard: found however far down they stand, mended by what the hint says."""

from __future__ import annotations

import pytest

from edu.problems import Code, Problem, word_hint
from edu.source.units import find_unit
from edu.source.yaml import read_yaml


def test_a_slip_is_found_far_below_the_key_of_its_list() -> None:
    text = "terms:\n" + "  - id: a\n    term: b\n" * 1000 + "  - id：a\n    term: b\n"
    _, problems = read_yaml(text, "glossary.yaml", "glossary#")
    assert [(problem.code, problem.place and problem.place.line) for problem in problems] == [(Code.WIDE_COLON, 2002)]


def test_a_long_text_holds_no_slips() -> None:
    text = "a:\n  b: |\n" + "    id：a\n" * 1000 + "  c: d\n   e: f\n"
    _, problems = read_yaml(text, "glossary.yaml", "glossary#")
    assert [problem.code for problem in problems] == [Code.INDENTATION]


@pytest.mark.parametrize(
    ("near", "hint"), [("cover", "did you mean “cover”?"), ("", "there are: cover, end")], ids=["near", "nothing near"]
)
def test_an_unknown_id_has_a_hint_in_any_case(near: str, hint: str) -> None:
    assert word_hint(Problem(Code.UNKNOWN_SLIDE, values={"id": "x", "near": near, "known": "cover, end"}), str) == hint


@pytest.mark.parametrize(
    ("word", "unit"),
    [("公里", "kilometer"), ("RMB", "CNY"), ("celcius", "celsius"), ("tons", "tonne"), ("hr", "hour"), ("“吨”", "tonne")],
)
def test_a_unit_is_known_by_its_everyday_names(word: str, unit: str) -> None:
    assert find_unit(word) == unit

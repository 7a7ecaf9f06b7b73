"""Exact values of facts."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edu.model.facts import Fact, FactBook
from edu.model.values import ValueFault, compute_values, find_value_faults


def book(**values: int | float | str | None) -> FactBook:
    return FactBook(facts=tuple(fact(id, value) for id, value in values.items()))


def fact(id: str, value: int | float | str | None, unit: str | None = None) -> Fact:
    return Fact.model_validate(
        {"id": id, "claim": "x", "kind": "figure", "who": "x", "source": "s", "value": value, "unit": unit}
    )


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1 + 2 * 3", Fraction(7)),
        ("(1 + 2) * 3", Fraction(9)),
        ("10 - 4 - 3", Fraction(3)),
        ("8 / 4 / 2", Fraction(1)),
        ("-2 * -3", Fraction(6)),
        ("2 - -3", Fraction(5)),
        ("--2", Fraction(2)),
        ("30%", Fraction(3, 10)),
        ("12.5 % * 8", Fraction(1)),
        ("0.1 + 0.2", Fraction(3, 10)),
        ("1/3", Fraction(1, 3)),
        ("((7))", Fraction(7)),
        (" 7 ", Fraction(7)),
    ],
)
def test_an_expression_is_computed_exactly(text: str, value: Fraction) -> None:
    assert compute_values(book(a=text)) == {"a": value}


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "1 +",
        "* 2",
        "(1",
        "1)",
        "()",
        "1 2",
        "1 (2)",
        "a b",
        "2^3",
        "2**3",
        "1e9",
        "１２",
        "__import__('os')",
        "1,000",
        "+1",
        ")(",
        ".",
    ],
)
def test_what_is_no_expression_is_told_so(text: str) -> None:
    assert [fault.reason for fault in find_value_faults(book(a=text, b=1))] == ["syntax"]


def test_a_float_is_the_decimal_that_was_written() -> None:
    assert compute_values(book(a=0.1, b="a * 3"))["b"] == Fraction(3, 10)


def test_facts_are_computed_in_whatever_order_they_stand() -> None:
    assert compute_values(book(c="b * 2", b="a + 1", a=1)) == {"c": 4, "b": 2, "a": 1}


def test_a_fact_without_value_has_none_and_is_no_fault() -> None:
    assert compute_values(book(a=None, b=0)) == {"b": 0}
    assert find_value_faults(book(a=None, b=0)) == ()


def test_a_date_is_kept_as_it_is_written() -> None:
    dates = FactBook(facts=(fact("launch", "2025-09-30", "date"), fact("quarter", "2025-Q2", "date")))
    assert compute_values(dates) == {"launch": "2025-09-30", "quarter": "2025-Q2"}


@pytest.mark.parametrize("value", ["soon", "2025-13", 2025, "2025-09-30 "])
def test_a_date_that_is_none_is_told_so(value: str | int) -> None:
    assert [fault.reason for fault in find_value_faults(FactBook(facts=(fact("launch", value, "date"),)))] == ["syntax"]


def test_an_unknown_name_is_told_and_what_rests_on_it_is_not_told_again() -> None:
    facts = book(a="b / nobody", c="a + 1", b=1)
    assert find_value_faults(facts) == (ValueFault("a", "unknown", "nobody"),)
    assert compute_values(facts) == {"b": 1}


def test_a_fact_without_a_number_cannot_be_computed_with() -> None:
    facts = FactBook(facts=(fact("day", "2025-09", "date"), fact("none", None), fact("a", "day + 1"), fact("b", "none + 1")))
    assert [(fault.fact, fault.reason, fault.name) for fault in find_value_faults(facts)] == [
        ("a", "unknown", "day"),
        ("b", "unknown", "none"),
    ]


def test_a_division_by_zero_is_told_where_it_happens() -> None:
    assert find_value_faults(book(a="1 / (b - 2)", b=2, c="a")) == (ValueFault("a", "zero", "a"),)


def test_a_fact_that_cites_itself_is_a_circle() -> None:
    assert find_value_faults(book(a="a + 1")) == (ValueFault("a", "cycle", "a"),)


def test_only_the_facts_of_a_circle_are_told() -> None:
    faults = find_value_faults(book(a="b", b="c + 1", c="a", before="a * 2", after=3))
    assert [(fault.fact, fault.reason) for fault in faults] == [("a", "cycle"), ("b", "cycle"), ("c", "cycle")]
    assert {fault.name for fault in faults} == {"a", "b", "c"}


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_a_number_that_is_not_finite_is_none(value: float) -> None:
    assert [fault.reason for fault in find_value_faults(book(a=value))] == ["syntax"]


def test_a_chain_of_squares_is_stopped_before_it_eats_the_machine() -> None:
    squares: dict[str, int | float | str | None] = {"f0": 10**6}
    squares |= {f"f{n + 1}": f"f{n} * f{n}" for n in range(60)}
    assert [fault.reason for fault in find_value_faults(book(**squares))] == ["large"]


def test_a_long_chain_of_facts_needs_no_recursion() -> None:
    chain: dict[str, int | float | str | None] = {f"f{n}": f"f{n + 1} + 1" for n in range(20_000)}
    assert compute_values(book(**chain, f20000=0))["f0"] == 20_000


def test_a_hundred_thousand_brackets_are_told_as_no_expression() -> None:
    assert [fault.reason for fault in find_value_faults(book(a="(" * 100_000 + "1" + ")" * 100_000))] == ["syntax"]


numbers = st.integers(0, 99).map(str)
expressions = st.recursive(
    numbers,
    lambda inner: st.tuples(inner, st.sampled_from("+-*"), inner).map(lambda parts: f"({parts[0]} {parts[1]} {parts[2]})"),
    max_leaves=12,
)


@given(expressions)
def test_an_expression_without_division_is_what_python_makes_of_it(text: str) -> None:
    assert compute_values(book(a=text)) == {"a": eval(text)}


@given(st.text(alphabet="ab1.%+-*/() \n", max_size=30))
def test_no_text_breaks_the_computation(text: str) -> None:
    facts = book(a=text, b="2")
    assert ("a" in compute_values(facts)) != bool(find_value_faults(facts))

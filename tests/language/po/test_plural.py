"""Plural-Forms of PO files: what GNU gettext makes of a formula, and what is none."""

from __future__ import annotations

from gettext import c2py  # type: ignore[attr-defined]

import pytest
from babel.messages.plurals import PLURALS
from hypothesis import given
from hypothesis import strategies as st

from edu.language.po.plural import PluralFormsError, parse_plural_forms

FORMULAS = sorted({f"nplurals={count}; plural={formula};" for count, formula in PLURALS.values()})


@pytest.mark.parametrize("field", FORMULAS)
def test_a_language_in_use_is_understood_as_gettext_does(field: str) -> None:
    forms, theirs = parse_plural_forms(field), c2py(field.split("plural=")[1].rstrip(";"))
    assert [forms.choose(number) for number in range(1001)] == [theirs(number) for number in range(1001)]


def join(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    signs = st.sampled_from(["+", "-", "*", "<", ">", "<=", ">=", "==", "!="])
    return st.one_of(
        st.tuples(inner, signs, inner).map(" ".join),
        st.tuples(inner, inner, inner).map(lambda three: "({})?{}:{}".format(*three)),
        inner.map(lambda text: f"({text})"),
        inner.map(lambda text: f"({text}) % 7"),
    )


@given(st.recursive(st.sampled_from(["n", "0", "1", "2", "10", "n%10", "n%100"]), join, max_leaves=12))
def test_a_formula_is_computed_as_gettext_does(formula: str) -> None:
    theirs = [c2py(f"({formula}) % 90 * (({formula}) % 90 > 0)")(number) for number in range(201)]
    forms = parse_plural_forms(f"nplurals=90; plural=({formula}) % 90 * (({formula}) % 90 > 0);")
    assert [forms.choose(number) for number in range(201)] == theirs


def test_what_is_true_is_one_and_what_need_not_be_asked_is_not() -> None:
    def choose(formula: str, number: int) -> int | None:
        return parse_plural_forms(f"nplurals=9; plural={formula};").choose(number)

    assert [choose("n || 5", number) for number in (0, 7)] == [1, 1]
    assert [choose("n && 6 / n > 1", number) for number in (0, 2, 7)] == [0, 1, 0]
    assert [choose("!n + !!n * 2", number) for number in (0, 7)] == [1, 2]
    assert [choose("n > 1 ? n > 4 ? 2 : 1 : 0", number) for number in (1, 3, 8)] == [0, 1, 2]


@pytest.mark.parametrize(
    "field",
    [
        "",
        "nplurals=INTEGER; plural=EXPRESSION;",
        "nplurals=2; plural=n;",
        "nplurals=0; plural=0;",
        "nplurals=2; plural=n%0;",
        "nplurals=2; plural=(n != 1;",
        "nplurals=2; plural=n != 1);",
        "nplurals=2; plural=n ! 1;",
        "nplurals=2; plural=n ? 1;",
        "nplurals=2; plural=-1;",
        "nplurals=2; plural=nn;",
        "nplurals=2; plural=__import__('os');",
        "nplurals=2; plural=n**9**9**9;",
        "nplurals=2; plural=" + "(" * 400 + "0" + ")" * 400,
        "nplurals=2; plural=" + "!" * 900 + "n",
        "nplurals=2; plural=" + "n?0:" * 200 + "0",
        "nplurals=1; plural=" + "0+" * 5000 + "0",
    ],
    ids=lambda field: field[:50],
)  # fmt: skip
def test_what_is_no_formula_is_refused(field: str) -> None:
    with pytest.raises(PluralFormsError):
        parse_plural_forms(field)


def test_a_form_for_one_number_is_told_from_one_for_many() -> None:
    arabic = "n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=0 && n%100<=2 ? 4 : 5"
    forms = parse_plural_forms(f"nplurals=6; plural=({arabic});")
    assert forms.alone == {0, 1, 2}
    french = parse_plural_forms("nplurals=2; plural=(n > 1);")
    assert french.alone == set()

"""Plural-Forms of PO files: which form goes with a number, and what is no formula."""

from __future__ import annotations

import pytest
from babel.messages.plurals import PLURALS

from edu.language.po.plural import PluralFormsError, parse_plural_forms

FORMULAS = sorted({f"nplurals={count}; plural={formula};" for count, formula in PLURALS.values()})


@pytest.mark.parametrize("field", FORMULAS)
def test_a_language_in_use_has_a_form_for_every_number_and_a_number_for_every_form(field: str) -> None:
    forms = parse_plural_forms(field)
    assert {forms.choose(number) for number in range(201)} | {forms.choose(1_000_000)} == set(range(forms.count))


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

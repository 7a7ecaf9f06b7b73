"""What a spreadsheet could take for something else than text is guarded in a CSV file, and the guard is taken off again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from babel.dates import format_date
from babel.localedata import locale_identifiers
from hypothesis import given, settings
from hypothesis import strategies as st

from edu.language.exchange.delimited import write_csv
from edu.language.exchange.table import guard, make_rows, unguard
from edu.problems import Code
from tests.language.exchange.test_tables import convert, list_texts, read
from tests.language.exchange.units import DANGEROUS, HARMLESS, TEXTS, make_document, make_unit


@settings(deadline=None)
@given(TEXTS | st.sampled_from([*DANGEROUS, *HARMLESS]))
def test_a_guarded_text_is_the_text_again(text: str) -> None:
    assert unguard(guard(text)) == text


@pytest.mark.parametrize("text", DANGEROUS)
def test_what_a_spreadsheet_could_run_or_rewrite_is_guarded(text: str) -> None:
    assert guard(text) == f"'{text}"


@pytest.mark.parametrize("text", HARMLESS)
def test_what_it_leaves_alone_is_not(text: str) -> None:
    assert guard(text) == text


def test_a_date_in_any_language_is_guarded() -> None:
    days = [date(2026, month, day) for month in range(1, 13) for day in (21, 26)]
    dates = [format_date(day, "full", locale=lang) for lang in locale_identifiers() if "_" not in lang for day in days]
    assert not [text for text in dates if guard(text) == text]


def test_the_guard_of_a_place_is_taken_off_too() -> None:
    sent = make_document(make_unit("营业额", place="a/9.yaml#a"), make_unit("利润", place="2026/9"))
    (back,), _ = read(write_csv(make_rows(sent, guarded=True)))
    assert [unit.place for unit in back.units] == ["a/9.yaml#a", "2026/9"]


def test_an_apostrophe_that_a_person_wrote_stays() -> None:
    rows = [*make_rows(make_document(make_unit("营业额", "sales of a year")), guarded=True)]
    typed = [rows[0], (*rows[1][:4], "'=sales", "translated")]
    (back,), _ = read(write_csv(typed))
    assert back.units[0].target == "'=sales"


@pytest.mark.slow
@pytest.mark.parametrize(("lang", "number"), [("en", 1033), ("de", 1031), ("pt_BR", 1046), ("ja", 1041)])
def test_libreoffice_makes_nothing_but_texts_of_what_is_guarded(tmp_path: Path, lang: str, number: int) -> None:
    dates = [format_date(date(2026, month, 21), width, locale=lang) for month in range(1, 13) for width in ("full", "medium")]
    sample = make_document(*(make_unit(text, text) for text in (*dates, "TRUE", "1e5", "Sep 5", "May 2024", "12:30 PM")))
    for guarded in (False, True):
        path = tmp_path / f"{guarded}.csv"
        path.write_bytes(write_csv(make_rows(sample, guarded=guarded)))
        opened = convert(path, tmp_path / str(guarded), "xlsx", f"CSV:44,34,76,1,,{number},false,true")
        documents, problems = read(opened.read_bytes())
        assert [problem.code for problem in problems if not guarded][:1] == [Code.EXCHANGE_CELL][guarded:]
    assert (list(map(list_texts, documents)), problems) == ([list_texts(sample)], ())

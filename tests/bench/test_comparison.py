"""Decks of the same lesson: what each program is given, how its deck is judged, and that the page tells what was measured."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.bench.comparison.__main__ import measure
from tests.bench.comparison.contenders import CONTENDERS, OURS
from tests.bench.comparison.course import LANGUAGES, LIST, MODULE, PICTURE, TABLE, write_course
from tests.bench.comparison.judge import SEEN, judge_deck
from tests.bench.comparison.markdown import write_marp, write_pandoc
from tests.bench.comparison.table import KEYS, PAGE, RESULTS, fill_page, render_table, say_share
from tests.bench.comparison.talk import Page, Talk, make_talk
from tests.bench.course import set_up
from tests.conftest import ROOT
from tests.tools.decks import SENTENCE, write_bad_deck, write_good_deck
from tests.tools.overflow import Overflow

WITHIN = 0.03
"""By how much a share of ours may differ from the published one: a change of the course moves it a little."""


@pytest.fixture(scope="module")
def results() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(RESULTS.read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module")
def talks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Talk]:
    course = write_course(tmp_path_factory.mktemp("comparison") / "course")
    bench = set_up(course)
    return {lang: make_talk(bench, lang, MODULE, course) for lang in LANGUAGES}


def test_the_page_shows_what_was_measured(results: dict[str, Any]) -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert fill_page(page, results) == page, "make comparison"


def test_everything_was_measured_for_every_program_in_every_language(results: dict[str, Any]) -> None:
    assert list(results) == [one.name for one in CONTENDERS]
    for one in results.values():
        assert list(one["found"]) == list(LANGUAGES)
        assert all(set(found) == set(KEYS) for found in one["found"].values())


def test_the_programs_that_were_measured_are_those_that_are_installed(results: dict[str, Any]) -> None:
    packages = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    assert results["PptxGenJS"]["version"] == packages["pptxgenjs"]
    assert results["Marp"]["version"] == results["Marp, editable"]["version"] == packages["@marp-team/marp-cli"]


def test_every_language_has_the_same_pages_with_its_own_texts(talks: dict[str, Talk]) -> None:
    source, target = (talks[lang].pages for lang in LANGUAGES)
    assert [page.id for page in source] == [page.id for page in target]
    assert {PICTURE, LIST, TABLE} < {page.id for page in source}
    assert not any("\u4e00" <= letter <= "\u9fff" for page in target for text in (page.title, *page.texts) for letter in text)
    assert all(page.title and page.notes for page in (*source, *target))


def test_the_pages_have_a_table_two_columns_a_chart_and_a_picture_with_its_text(talks: dict[str, Talk]) -> None:
    for talk in talks.values():
        pages = {page.id: page for page in talk.pages}
        assert any(page.table for page in pages.values())
        assert any(len(page.columns) == 2 for page in pages.values())
        assert any(page.chart and page.chart.alt for page in pages.values())
        picture = pages[PICTURE].picture
        assert picture and picture[0].is_file() and picture[1]


def test_pandoc_and_marp_are_given_every_page_with_its_notes(talks: dict[str, Talk]) -> None:
    talk = talks["zh_CN"]
    pandoc, marp = write_pandoc(talk), write_marp(talk)
    assert pandoc.count("\n# ") == len(talk.pages) - 1 == pandoc.count("::: notes")
    assert marp.count("\n# ") == len(talk.pages) == marp.count("\n\n-->")
    assert marp.count("\n\n---\n\n") == len(talk.pages) - 1
    assert '\nlang: "zh-CN"\n' in pandoc and '\nlang: "zh-CN"\n' in marp


def _judge(path: Path, *overflows: Overflow, cuts: tuple[float, ...] = ()) -> dict[str, Any]:
    first = Page("first", "First things first", points=(SENTENCE,), notes=(SENTENCE,))
    long = Page(LIST, "What follows", points=(SENTENCE.replace("dog", "cat"),))
    return judge_deck(path, Talk("en-US", (first, long)), overflows, cuts)


def test_a_good_deck_is_found_to_have_all_that_it_has(tmp_path: Path) -> None:
    found = _judge(write_good_deck(tmp_path / "good.pptx"))
    for key in ("titled", "noted", "header rows", "script", "theme faces", "ea", "Hans", "alt", "readable"):
        good, total = found[key]
        assert good == total > 0, key
    assert (found["tables"], found["sections"], found["document language"]) == (2, 1, True)
    assert 0 < found["in placeholders"][0] < found["in placeholders"][1]
    assert found["overflowing"] == [0, 2]


def test_a_bad_deck_is_found_to_lack_what_it_lacks(tmp_path: Path) -> None:
    found = _judge(write_bad_deck(tmp_path / "bad.pptx"))
    for key in ("titled", "noted", "header rows", "lang", "theme faces", "ea", "alt", "readable"):
        good, total = found[key]
        assert good < total, key
    assert (found["same title"], found["file names"], found["sections"]) == (2, 2, 0)
    assert found["empty placeholders"] >= 1
    assert found["document language"] is False


def test_text_that_is_not_in_the_deck_is_not_found_there(tmp_path: Path) -> None:
    good, total = _judge(write_good_deck(tmp_path / "good.pptx"))["text"]
    assert 0 < total - good < total / 4  # “cat” stands nowhere


def test_a_slide_runs_over_where_its_text_is_seen_to_or_its_picture_is_cut_off(tmp_path: Path) -> None:
    path = write_good_deck(tmp_path / "good.pptx")
    over = Overflow(path.name, 1, "Title 1", 40, "text")
    assert _judge(path, over)["overflowing"] == [1, 2]
    assert _judge(path, over)["excess"] == 40
    assert _judge(path, replace(over, excess=SEEN))["overflowing"] == [0, 2]
    assert _judge(path, replace(over, table=True, below=0))["overflowing"] == [0, 2]
    assert _judge(path, replace(over, table=True, below=9))["excess"] == 9
    found = _judge(path, over, cuts=(0, 70))
    assert (found["overflowing"], found["excess"], found[f"{LIST} excess"]) == ([2, 2], 70, 70)


def test_few_things_are_counted_and_many_are_told_in_percent() -> None:
    shares = ([0, 0], [0, 20], [12, 20], [20, 20], [0, 400], [400, 400], [399, 400], [1, 400])
    assert [say_share(share) for share in shares] == ["–", "0 of 20", "12 of 20", "20 of 20", "none", "all", "99 %", "1 %"]


def test_a_value_that_two_languages_share_is_said_once(results: dict[str, Any]) -> None:
    found = {lang: {**results["kejian"]["found"][lang], "slides": count} for lang, count in zip(LANGUAGES, (7, 8), strict=True)}
    rows = render_table({"it": {"version": "1", "found": found}}).splitlines()
    assert rows[0] == "| | it 1 |"
    assert "| slides | 7 / 8 |" in rows
    assert "| errors found by the Open XML SDK | 0 |" in rows


@pytest.mark.slow
def test_what_the_page_says_of_us_is_still_true(results: dict[str, Any], tmp_path: Path) -> None:
    measured = measure((OURS,), tmp_path)[OURS.name]["found"]
    for lang in LANGUAGES:
        published = results[OURS.name]["found"][lang]
        assert {key: value for key, value in published.items() if _differs(value, measured[lang][key])} == {}, lang


def _differs(published: Any, measured: Any) -> bool:
    """Whether a share is another one, a yes a no, or a nothing something; other numbers grow and shrink with the course."""
    if isinstance(published, list):
        return abs(_divide(published) - _divide(measured)) > WITHIN or (_divide(measured) < _divide(published) == 1)
    return bool(published) != bool(measured)


def _divide(share: list[int]) -> float:
    return share[0] / share[1] if share[1] else 1

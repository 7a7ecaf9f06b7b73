"""The pieces of `make bench`: its course, what others are given, the clock, the profile and the tables."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from pptx import Presentation

from edu.model.prose import list_prose
from edu.plan.page import Deck
from tests.bench.clock import clock_command, race_commands
from tests.bench.course import LANG, MODULE, set_up, write_course
from tests.bench.report import EDU, HTML, NODE, PANDOC, Race, keeps_law, render_growth, render_law, render_races, render_shares
from tests.bench.rivals import list_plain, write_data, write_markdown
from tests.bench.shares import PARTS, REST, find_function
from tests.bench.titles import find_difference
from tests.bench.watching import CHANGES, Change, mark_text
from tests.conftest import ROOT, run_edu

SLIDES = 60
_PYTHON = (sys.executable,)
SECONDS = {EDU: 1.0, HTML: 1.5, PANDOC: 0.5, NODE: 0.25}
RACES = [Race(slides, {**SECONDS, EDU: slides / 80}, {"read": 1.0, "write": 3.0}) for slides in (20, 80, 1280)]


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("bench")


@pytest.fixture(scope="module")
def deck(course: Path) -> Deck:
    return write_course(course, SLIDES)


def test_the_measured_deck_has_just_the_slides_that_were_asked_for(deck: Deck, tmp_path: Path) -> None:
    assert len(deck.slides) == SLIDES
    assert len(write_course(tmp_path, 20).slides) == 20


def test_the_measured_course_builds_without_a_warning(deck: Deck, course: Path, tmp_path: Path) -> None:
    run = run_edu("build", "--course", course, "--output", tmp_path, "--strict", "--quiet")
    assert (run.returncode, run.stderr) == (0, "")
    assert find_difference(tmp_path / LANG / f"{MODULE}.pptx", [slide.title for slide in deck.slides]) == ""
    assert (tmp_path / LANG / f"{MODULE}.quiz.html").is_file()


def test_no_two_slides_of_the_measured_course_say_the_same(deck: Deck, course: Path) -> None:
    lesson = set_up(course).find_module(LANG, MODULE).lesson
    texts = [
        text for slide in lesson.slides for trail, text in list_prose(slide) if trail in ("title", "notes", "takeaway", "text")
    ]
    assert len(texts) > SLIDES
    assert len(set(texts)) == len(texts)


def test_the_measured_deck_shows_charts_tables_diagrams_and_sources(deck: Deck) -> None:
    kinds = {slide.kind for slide in deck.slides}
    assert kinds > {"chart", "table", "compare", "timeline", "process", "figures", "check", "glossary", "sources", "agenda"}


def test_others_are_given_every_slide_with_its_title_notes_tables_and_charts(deck: Deck) -> None:
    plain = list_plain(deck)
    data = json.loads(write_data(plain))
    heads = [line for line in write_markdown(plain).splitlines() if line.startswith("# ")]
    assert [slide["title"] for slide in data] == [slide.title for slide in deck.slides]
    assert len(heads) == SLIDES
    assert all(slide["notes"] for slide in data)
    assert {len(slide["charts"]) for slide in data} == {0, 1} == {len(slide["tables"]) for slide in data}
    assert write_markdown(plain).count("\n|---|") == sum(bool(slide.charts or slide.tables) for slide in plain)


def test_markdown_marks_in_a_text_stay_text(deck: Deck) -> None:
    slide = replace(list_plain(deck)[0], title="1. *a* | [b](c) #")
    assert write_markdown([slide]).startswith(r"# 1\. \*a\* \| \[b\]\(c\) \#")


def test_a_deck_that_lacks_a_slide_or_calls_one_otherwise_is_not_compared(tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    deck = Presentation()
    for title in ("one", " two\n"):
        deck.slides.add_slide(deck.slide_layouts[5]).shapes.title.text = title
    deck.save(str(path))
    assert find_difference(path, ["one", "two"]) == ""
    assert find_difference(path, ["one"]) == "deck.pptx has 2 slides, not 1"
    assert find_difference(path, ["one", "three"]) == "slide 2 of deck.pptx is called 'two', not 'three'"


def test_each_part_of_the_profile_names_a_function() -> None:
    for names in PARTS.values():
        for name in names:
            module, function = find_function(name)
            assert callable(getattr(module, function)), name


def test_every_part_of_a_build_gets_its_seconds(deck: Deck, course: Path, tmp_path: Path) -> None:
    command = ("-m", "tests.bench.shares", tmp_path / "shares.json", "build", "--course", course, "--output", tmp_path / "dist")
    with (tmp_path / "log").open("w+b") as log:
        whole = clock_command((*_PYTHON, *command, "--to", "pptx", "--quiet"), log)
    shares = json.loads((tmp_path / "shares.json").read_text(encoding="utf-8"))
    assert [name for name, seconds in shares.items() if seconds <= 0] == []
    assert max(shares, key=shares.get) != REST
    assert sum(shares.values()) <= whole


def test_a_command_that_fails_is_no_measurement(tmp_path: Path) -> None:
    with (tmp_path / "log").open("w+b") as log, pytest.raises(AssertionError, match="no such thing"):
        race_commands({"it": (*_PYTHON, "-c", "import sys; sys.exit('no such thing')")}, tmp_path, 1, log)


def test_the_processor_time_of_children_counts(tmp_path: Path) -> None:
    child = "import time\nwhile time.process_time() < 0.3: pass"
    work = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}], check=True)"
    with (tmp_path / "log").open("w+b") as log:
        assert clock_command((*_PYTHON, "-c", work), log) >= 0.3


def test_the_law_asks_what_a_slide_costs_in_the_large_deck() -> None:
    dear = replace(RACES[2], seconds={**SECONDS, EDU: 1.3 * 16})
    assert keeps_law(RACES)
    assert keeps_law([*RACES[:2], dear]) is False
    assert keeps_law(RACES[:2]) is None
    assert render_law(RACES) == "law: a slide of 1280 costs 1.00 × one of 80; at most 1.2: pass"
    assert render_law([*RACES[:2], dear]).endswith("FAIL")


def test_the_tables_have_a_row_a_deck_and_shares_in_percent() -> None:
    rows = render_races(RACES).splitlines()
    assert rows[2].split() == [
        "80",
        "1.00",
        "s",
        "12.50",
        "ms",
        "0.50",
        "s",
        "2.00",
        "×",
        "0.25",
        "s",
        "4.00",
        "×",
        "+0.50",
        "s",
    ]
    assert render_growth(RACES).splitlines()[1] == "a further slide from 80 to 1280: 12.50 ms"
    assert render_shares(RACES).splitlines()[1].split() == ["read", "25.0%", "25.0%", "25.0%"]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.name)
def test_each_save_that_is_timed_marks_one_text_of_the_course(change: Change) -> None:
    before = (ROOT / change.file).read_text("utf-8")
    marked = mark_text(before, change.pattern, "#1#")
    assert len(marked) == len(before) + 3
    assert marked.replace("#1#", "") == before

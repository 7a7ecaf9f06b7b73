"""Every checker of a product passes a deck in which all is right, and finds the fault in one that has it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from tests.tools import deck as of_deck
from tests.tools.decks import write_bad_deck, write_good_deck
from tests.tools.html import list_html_errors
from tests.tools.lang import check_languages
from tests.tools.look import find_contrast_faults, find_order_faults, find_size_faults
from tests.tools.msgfmt import check_catalogue
from tests.tools.office import convert, draw_pages, read_text
from tests.tools.ooxml import list_audit_faults, list_sdk_faults
from tests.tools.overflow import list_overflows

Find = Callable[[Path], Iterable[str]]
FINDERS: dict[str, Find] = {
    "title": of_deck.find_title_faults,
    "notes": of_deck.find_note_faults,
    "alt": of_deck.find_alt_faults,
    "table": of_deck.find_table_faults,
    "section": of_deck.find_section_faults,
    "link": of_deck.find_link_faults,
    "number": of_deck.find_number_faults,
    "language": lambda deck: of_deck.find_language_faults(deck, "en-US"),
    "placeholder": of_deck.find_placeholder_faults,
    "bounds": of_deck.find_bounds_faults,
    "contrast": find_contrast_faults,
    "size": find_size_faults,
    "order": find_order_faults,
}


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_good_deck(tmp_path_factory.mktemp("decks") / "good.pptx")


@pytest.fixture(scope="module")
def bad(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_bad_deck(tmp_path_factory.mktemp("decks") / "bad.pptx")


@pytest.mark.parametrize("find", FINDERS.values(), ids=FINDERS)
def test_a_finder_has_nothing_against_a_good_deck(good: Path, find: Find) -> None:
    assert list(find(good)) == []


@pytest.mark.parametrize("find", FINDERS.values(), ids=FINDERS)
def test_a_finder_finds_the_fault_of_a_bad_deck(bad: Path, find: Find) -> None:
    assert list(find(bad)) != []


def test_every_run_of_a_good_deck_is_in_its_language(good: Path) -> None:
    report = check_languages(good, frozenset({"en-US"}))
    assert (report.faults, report.percent) == ((), 100)
    assert report.total > 10


@pytest.mark.parametrize("fault", ["lang “”", "another script", "literal face Arial", "no c:txPr"])
def test_a_run_without_language_or_with_a_face_of_its_own_is_found(bad: Path, fault: str) -> None:
    report = check_languages(bad, frozenset({"en-US", "zh-CN"}))
    assert report.percent < 100
    assert [found for found in report.faults if fault in found] != []


@pytest.mark.parametrize(("msgstr", "fine"), [("{count} slides", True), ("slides", False)])
def test_a_lost_placeholder_is_found_by_gettext(tmp_path: Path, msgstr: str, fine: bool) -> None:
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: en\\n"\n'
    path = tmp_path / "course.po"
    path.write_text(f'{head}\n#, python-brace-format\nmsgid "{{count}} 页"\nmsgstr "{msgstr}"\n', encoding="utf-8")
    assert (check_catalogue(path) == ()) == fine


@pytest.mark.slow
@pytest.mark.parametrize("list_faults", [list_sdk_faults, list_audit_faults])
def test_a_validator_tells_a_valid_deck_from_one_that_is_not(good: Path, bad: Path, list_faults) -> None:
    assert [str(fault) for fault in list_faults([good])] == []
    assert {fault.file for fault in list_faults([good, bad])} == {"bad.pptx"}


@pytest.mark.slow
def test_a_frame_and_a_table_that_run_over_are_found_wherever_they_stand(tmp_path: Path, good: Path, bad: Path) -> None:
    found = list_overflows([good, bad], tmp_path)
    assert [str(over) for over in found if over.file == "good.pptx"] == []
    names = {over.shape for over in found if over.slide == 1}
    assert names == {"Content Placeholder 2", "Box in a group", "Table 5"}
    assert all(over.excess > 50 for over in found if over.slide == 1)
    tables = [over for over in found if over.table]
    assert {over.shape for over in tables} == {"Table 5"}
    assert all(0 < over.below < over.excess for over in tables)


@pytest.mark.slow
def test_a_deck_becomes_pages_with_text_that_a_search_finds(tmp_path: Path, good: Path) -> None:
    (pdf,) = convert([good], "pdf", tmp_path)
    assert "First things first" in read_text(pdf)
    assert [page.suffix for page in draw_pages(pdf, tmp_path, dots=20)] == [".png", ".png"]


@pytest.mark.slow
@pytest.mark.parametrize(("body", "fine"), [("<p>Fine.</p>", True), ("<p><div>Not fine.</div></p>", False)])
def test_a_page_that_breaks_the_rules_of_html_is_found(tmp_path: Path, body: str, fine: bool) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        f'<!DOCTYPE html>\n<html lang="en"><head><title>Page</title></head><body>{body}</body></html>\n', encoding="utf-8"
    )
    assert (list_html_errors([page]) == ()) == fine

"""Every deck that the command line builds, on our theme or another, is whole, fits, and says what a screen reader needs."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from pptx import Presentation

from edu.model.locale import office_tag
from tests.conftest import Built
from tests.tools import deck as of_deck
from tests.tools.lang import check_languages
from tests.tools.look import find_contrast_faults, find_order_faults, find_size_faults
from tests.tools.office import convert, list_faces
from tests.tools.ooxml import list_audit_faults, list_sdk_faults
from tests.tools.overflow import list_overflows

pytestmark = pytest.mark.slow

FINDERS: tuple[Callable[[Path], Iterable[str]], ...] = (
    of_deck.find_title_faults,
    of_deck.find_note_faults,
    of_deck.find_alt_faults,
    of_deck.find_table_faults,
    of_deck.find_section_faults,
    of_deck.find_link_faults,
    of_deck.find_number_faults,
    of_deck.find_placeholder_faults,
    of_deck.find_bounds_faults,
    find_contrast_faults,
    find_size_faults,
    find_order_faults,
)


@pytest.fixture(scope="module", params=["flagship", "small", "pairs", "abroad"])
def course(request: pytest.FixtureRequest) -> Built:
    built: Built = request.getfixturevalue(request.param)
    return built


@pytest.fixture(scope="module")
def decks(course: Built) -> tuple[Path, ...]:
    found = course.list_products("*/*.pptx")
    assert len(found) == len(course.languages) * len(course.modules) > 0
    return found


def _tag(deck: Path) -> str:
    """Return the language of the deck; of two side by side it is the first."""
    return office_tag(deck.parent.name.partition("+")[0])


def test_both_validators_find_nothing(decks: tuple[Path, ...]) -> None:
    assert [str(fault) for fault in (*list_sdk_faults(decks), *list_audit_faults(decks))] == []


@pytest.mark.parametrize("find", FINDERS, ids=lambda find: find.__name__)
def test_every_slide_has_what_a_presenter_and_a_screen_reader_need(
    decks: tuple[Path, ...], find: Callable[[Path], Iterable[str]]
) -> None:
    assert [fault for deck in decks for fault in find(deck)] == []


def test_every_deck_says_its_language_and_has_east_asian_faces(decks: tuple[Path, ...]) -> None:
    assert [fault for deck in decks for fault in of_deck.find_language_faults(deck, _tag(deck))] == []


def test_every_run_says_its_language_and_leaves_its_face_to_the_theme(course: Built, decks: tuple[Path, ...]) -> None:
    allowed = frozenset(office_tag(lang) for name in ("zh_CN", "en", *course.languages) for lang in name.split("+"))
    reports = {deck: check_languages(deck, allowed) for deck in decks}
    assert [fault for report in reports.values() for fault in report.faults] == []
    assert min(report.total for report in reports.values()) > 0


def test_nothing_runs_over_its_frame(decks: tuple[Path, ...], tmp_path: Path) -> None:
    assert [str(over) for over in list_overflows(decks, tmp_path)] == []


def test_what_libreoffice_saves_still_holds_titles_notes_and_charts(decks: tuple[Path, ...], tmp_path: Path) -> None:
    named = [shutil.copy(deck, tmp_path / f"{number}.pptx") for number, deck in enumerate(decks)]
    saved = convert(named, "pptx", tmp_path / "saved")
    assert [list(_read_slides(deck)) for deck in saved] == [list(_read_slides(deck)) for deck in decks]


def _read_slides(deck: Path) -> Iterator[tuple[str, str, int]]:
    """Yield the title, the notes and the number of charts of each slide."""
    for slide in Presentation(str(deck)).slides:
        notes = slide.notes_slide.notes_text_frame.text
        yield " ".join(slide.shapes.title.text_frame.text.split()), notes, sum(shape.has_chart for shape in slide.shapes)


def test_libreoffice_sets_no_word_in_a_face_of_its_own(course: Built, tmp_path: Path) -> None:
    pdfs = convert(course.list_products("en*/*.pptx"), "pdf", tmp_path)
    faces = {pdf.name: list_faces(pdf) for pdf in pdfs}
    # LibreOffice has a face of its own for the footer of a template that is not ours
    abroad = course.output.name.endswith("pandoc")
    own, other = ("Carlito", "none") if abroad else ("LiberationSans", "LiberationSerif")
    assert [name for name, found in faces.items() if own not in found or other in found] == []

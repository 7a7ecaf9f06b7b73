"""The flagship course on templates that other programs bring along: whole, fitting, read with ease; what they lack is told."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from pptx import Presentation

from edu.cli import main
from tests.conftest import ROOT, Built, build_once
from tests.tools.deck import find_bounds_faults, find_placeholder_faults
from tests.tools.look import find_contrast_faults, find_size_faults
from tests.tools.ooxml import list_sdk_faults
from tests.tools.overflow import list_overflows

pytestmark = pytest.mark.slow

TEMPLATES = ("python-pptx", "Forestbird", "Inspiration")
"""pandoc's is that of `test_decks`, where all that holds of decks is asked."""
FINDERS: tuple[Callable[[Path], Iterable[str]], ...] = (
    find_bounds_faults,
    find_placeholder_faults,
    find_contrast_faults,
    find_size_faults,
)


@pytest.fixture(scope="module", params=TEMPLATES)
def decks(request: pytest.FixtureRequest, shared: Path, foreign: Path) -> tuple[Path, ...]:
    built: Built = build_once(ROOT, shared, "--to=pptx", template=foreign / f"{request.param}.pptx")
    found = built.list_products("*/*.pptx")
    assert len(found) == len(built.languages) * len(built.modules)
    return found


def test_microsofts_validator_finds_nothing(decks: tuple[Path, ...]) -> None:
    assert [str(fault) for fault in list_sdk_faults(decks)] == []


def test_nothing_runs_over_its_frame(decks: tuple[Path, ...], tmp_path: Path) -> None:
    assert [str(over) for over in list_overflows(decks, tmp_path)] == []


def test_every_slide_is_read_with_ease(decks: tuple[Path, ...]) -> None:
    assert [fault for find in FINDERS for deck in decks for fault in find(deck)] == []


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("pandoc", set()),
        ("python-pptx", set()),
        ("Forestbird", {"template.no-layout"}),
        ("Inspiration", {"template.no-layout"}),
        ("Focus", {"template.no-layout", "template.busy-ground"}),
    ],
)
def test_what_a_template_lacks_is_told(name: str, told: set[str], foreign: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["template", "check", str(foreign / f"{name}.pptx"), "--ui-lang", "en"]) == 0
    assert set(re.findall(r"^warning: .*\[(.*)\]$", capsys.readouterr().err, re.MULTILINE)) == told


def test_a_master_full_of_colours_has_a_panel_behind_all_texts(shared: Path, foreign: Path) -> None:
    built = build_once(ROOT, shared, "--to=pptx", languages=("zh_CN",), modules=("strategy",), template=foreign / "Focus.pptx")
    (deck,) = built.list_products("*/*.pptx")
    assert list(find_contrast_faults(deck)) == []
    layouts = {slide.slide_layout.name: slide.slide_layout for slide in Presentation(str(deck)).slides}
    assert [name for name, layout in layouts.items() if "Panel" not in {shape.name for shape in layout.shapes}] == []

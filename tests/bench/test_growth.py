"""A build's cost grows in step with its slides: counted in calls of functions, which no clock or other load disturbs."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import pytest

from edu.plan.deck import make_deck
from edu.write.pptx import Template, read_theme, write_deck
from tests.bench.course import LANG, MODULE, set_up, write_course
from tests.conftest import ROOT

SMALL, LARGE, MOST = 160, 320, 1.03
"""Both decks have the same share of every kind of slide, and more texts than any cache holds."""
_TEMPLATE = Template(ROOT / "templates")


def count_calls(work: Callable[[], object]) -> int:
    """Return how many functions, of Python or of C, `work` calls."""
    count = 0

    def note(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def count_stages(folder: Path, slides: int) -> dict[str, float]:
    """Return how many calls a slide costs in each stage of a build of a deck of `slides` slides."""
    write_course(folder, slides)
    bench, theme = set_up(folder), read_theme(_TEMPLATE)
    edition, module = bench.editions[LANG], bench.find_module(LANG, MODULE)
    deck, _ = make_deck(edition, module, theme, {})
    stages: dict[str, Callable[[], object]] = {
        "read and translate": lambda: set_up(folder),
        "plan": lambda: make_deck(edition, module, theme, {}),
        "write": lambda: write_deck(deck, _TEMPLATE),
    }
    return {name: count_calls(work) / slides for name, work in stages.items()}


@pytest.mark.slow
def test_a_slide_costs_no_more_calls_in_a_long_lesson_than_in_a_short_one(tmp_path: Path) -> None:
    small, large = (count_stages(tmp_path / str(slides), slides) for slides in (SMALL, LARGE))
    assert {name: round(large[name] / small[name], 2) for name in small if large[name] > MOST * small[name]} == {}

"""Texts that are hard to fit never run over untold, also in frames that are narrower; and the measurement would see it."""

from __future__ import annotations

from pathlib import Path

import pytest

from edu.problems import Code
from tests.bench.fitting import NARROW, Stand, find_clashes, find_lies, force_size, set_up_stands
from tests.bench.verdict import Verdict, render_verdict

SEED = 2


@pytest.fixture(scope="module")
def stands(tmp_path_factory: pytest.TempPathFactory) -> list[Stand]:
    return set_up_stands(tmp_path_factory.mktemp("stress"), SEED, ("mixed", "german"))


@pytest.mark.slow
def test_nothing_runs_over_untold_in_frames_that_are_narrower(stands: list[Stand], tmp_path: Path) -> None:
    assert find_lies(stands, tmp_path, NARROW) == []


@pytest.mark.slow
def test_no_label_of_a_chart_clashes_untold(stands: list[Stand], tmp_path: Path) -> None:
    assert find_clashes(stands, tmp_path) == []


@pytest.mark.slow
def test_a_planner_that_takes_too_large_a_size_is_found_out(stands: list[Stand], tmp_path: Path) -> None:
    with force_size(28):
        assert find_lies(stands[:1], tmp_path, NARROW)


def test_the_set_has_slides_that_fit_and_slides_that_cannot(stands: list[Stand]) -> None:
    for stand in stands:
        deck, problems = stand.plan()
        assert len(deck.slides) >= 50
        assert {problem.code for problem in problems} <= {Code.TOO_LONG}
    assert stands[1].plan()[1]


def test_the_same_seed_makes_the_same_set(stands: list[Stand], tmp_path: Path) -> None:
    again = set_up_stands(tmp_path / "again", SEED, ("mixed", "german"))
    other = set_up_stands(tmp_path / "other", SEED + 1, ("mixed", "german"))
    assert [stand.plan() for stand in again] == [stand.plan() for stand in stands]
    assert [stand.plan() for stand in other] != [stand.plan() for stand in stands]


def test_the_verdict_says_what_ran_over_and_how_far_the_sizes_are_from_the_best() -> None:
    good = Verdict(200, 8, {1.0: []}, ((18, 20), (20, 20)))
    assert good.kept
    assert "on average 5.0% below the best; 1 groups are not the best, by 10.0%" in render_verdict(good)
    assert not Verdict(200, 8, {1.0: ["a deck's slide"]}, ((20, 20),)).kept
    assert "  a deck's slide" in render_verdict(Verdict(200, 8, {1.0: ["a deck's slide"]}, ((20, 20),)))
    assert not Verdict(200, 8, {1.0: []}, ((16, 20),)).kept
    assert not Verdict(200, 8, {1.0: []}, ((20, 20),), ["a label on another"]).kept

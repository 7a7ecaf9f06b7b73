"""What `make bench` says about the item linter, and when it fails."""

from __future__ import annotations

from tests.bench.linting import LintVerdict, clock_large_quiz, render_linting
from tests.check.items.seeds import LANGUAGES, Score

GOOD, DEAF, LOUD = Score(9, 1, 1, 9), Score(8, 2, 0, 10), Score(10, 0, 2, 8)


def judge(score: Score, lint: float = 0.1) -> LintVerdict:
    return LintVerdict({("quiz.long-key", lang): (score, GOOD)[lang != "en"] for lang in LANGUAGES}, lint, 1.0)


def test_a_rule_that_misses_or_cries_wolf_breaks_the_law_and_so_does_a_slow_linter() -> None:
    assert judge(GOOD).kept and render_linting(judge(GOOD)).endswith("pass")
    for verdict in (judge(DEAF), judge(LOUD), judge(GOOD, lint=0.3)):
        assert not verdict.kept and render_linting(verdict).endswith("FAIL")


def test_a_row_tells_hits_and_near_misses_for_each_language() -> None:
    row = next(line for line in render_linting(judge(LOUD)).splitlines() if line.startswith("quiz.long-key"))
    assert row.split() == ["quiz.long-key", "10/10", "2/10", "0.83", "1.00", "9/10", "1/10", "0.90", "0.90"]


def test_a_large_quiz_is_linted_in_a_part_of_what_it_takes_to_make_it() -> None:
    lint, whole = clock_large_quiz()
    assert 0 < lint < whole

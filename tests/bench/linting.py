"""Seeded questions -> how well the item linter tells them apart, and what it costs: the lines that `make bench` prints."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from edu.check.paper import check_paper
from edu.write.html import write_quiz
from tests.check.items.seeds import LANGUAGES, Score, make_paper, make_questions, score_rules
from tests.quiz.papers import ROOT, says_of

Made = TypeVar("Made")

LEAST = 0.9
"""The law: so much of what is told is wrong indeed, and so much of what is wrong is told, for each rule in each language."""
QUESTIONS, MOST = 200, 0.25
"""The law: a quiz of so many questions is linted in at most this share of the time that it takes to plan, lint and write it."""
_STEM = "Which of the {n} shops in the old town sells bread, and what do people pay for it on day {n}?"


@dataclass(frozen=True, slots=True)
class LintVerdict:
    """The score of each rule by its code and language, and the seconds that a large quiz takes to be linted, and in all."""

    scores: Mapping[tuple[str, str], Score]
    lint: float
    whole: float

    @property
    def kept(self) -> bool:
        """Whether the law holds."""
        good = all(min(score.precision, score.recall) >= LEAST for score in self.scores.values())
        return good and self.lint <= MOST * self.whole


def judge_linting() -> LintVerdict:
    """Return the verdict on the seeded questions, and on a large quiz."""
    lint, whole = clock_large_quiz()
    return LintVerdict(score_rules(), lint, whole)


def clock_large_quiz() -> tuple[float, float]:
    """Return the processor seconds in which a large quiz is linted, and those in which it is planned, linted and written."""
    lines = [f"{_STEM.format(n=n)} | *The one by gate {n} | That behind wall {n} | None but shop {n}" for n in range(QUESTIONS)]
    quiz = make_questions(" // ".join(lines), "en")
    planning, paper = _clock(lambda: make_paper(quiz, "en"))
    linting, _ = _clock(lambda: check_paper(paper))
    writing, _ = _clock(lambda: write_quiz(paper, "en", says_of(paper), ROOT / "templates"))
    return linting, planning + linting + writing


def _clock(work: Callable[[], Made]) -> tuple[float, Made]:
    start = time.process_time()
    made = work()
    return time.process_time() - start, made


def render_linting(verdict: LintVerdict) -> str:
    """Return what there is to say: for each rule the hits and near misses that are told, of all, then precision and recall."""
    codes = list(dict.fromkeys(code for code, _ in verdict.scores))
    head = f"{'questions that break a rule, and that look so':<46}" + "".join(f"{lang:>28}" for lang in LANGUAGES)
    sums = [_sum(verdict.scores, lang) for lang in LANGUAGES]
    lines = [head, *(f"{code:<46}" + "".join(_cell(verdict.scores[code, lang]) for lang in LANGUAGES) for code in codes)]
    lines.append(f"{'together':<46}" + "".join(map(_cell, sums)))
    share = verdict.lint / verdict.whole
    lines.append(f"a quiz of {QUESTIONS} questions is linted in {1000 * verdict.lint:.0f} ms, {share:.0%} of making it")
    result = "pass" if verdict.kept else "FAIL"
    lines.append(
        f"law: precision and recall are at least {LEAST} for each rule and language, that share at most {MOST:.0%}: {result}"
    )
    return "\n".join(lines)


def _sum(scores: Mapping[tuple[str, str], Score], lang: str) -> Score:
    own = [score for (_, name), score in scores.items() if name == lang]
    return Score(*(sum(getattr(score, name) for score in own) for name in ("told", "untold", "false", "silent")))


def _cell(score: Score) -> str:
    hits, misses = f"{score.told}/{score.told + score.untold}", f"{score.false}/{score.false + score.silent}"
    return f"{hits:>9} {misses:>7}  {score.precision:.2f} {score.recall:.2f}"

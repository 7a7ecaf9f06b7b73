"""Courses that are hard to fit -> the lines that `make bench` prints about them, and whether the law holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.fitting import NARROW, find_clashes, find_distances, find_lies, set_up_stands
from tests.bench.stress_words import STOCKS

MOST = 0.10
"""The law: sizes are on average at most this share below the best."""
SEED = 1


@dataclass(frozen=True, slots=True)
class Verdict:
    """How many slides and courses were looked at; what ran over untold, by the share of their width that frames had; for each
    group of texts of one size the size chosen and the best; and the labels of charts that clash."""

    slides: int
    courses: int
    lies: Mapping[float, Sequence[str]]
    sizes: Sequence[tuple[float, float]]
    clashes: Sequence[str] = ()

    @property
    def distances(self) -> list[float]:
        """Return the share of the best size that each group lacks."""
        return [1 - chosen / best for chosen, best in self.sizes]

    @property
    def kept(self) -> bool:
        """Whether the law holds."""
        return not any(self.lies.values()) and not self.clashes and _average(self.distances) <= MOST


def judge_fitting(folder: Path, stocks: Sequence[str] = tuple(STOCKS), seed: int = SEED) -> Verdict:
    """Return the verdict on courses written into `folder`."""
    stands = set_up_stands(folder / "courses", seed, stocks)
    lies = {share: find_lies(stands, folder / f"{share:g}", share) for share in (1.0, NARROW)}
    clashes = find_clashes(stands, folder / "charts")
    found = find_distances(stands, folder / "sizes")
    return Verdict(sum(len(stand.plan()[0].slides) for stand in stands), len(stands), lies, tuple(found.values()), clashes)


def render_verdict(verdict: Verdict) -> str:
    """Return what there is to say, each text that ran over untold among it."""
    below = [distance for distance in verdict.distances if distance > 0]
    lines = [
        f"texts that are hard to fit: {verdict.slides} slides, {verdict.courses} courses, {len(verdict.sizes)} groups of texts"
    ]
    for share, lies in verdict.lies.items():
        lines += [f"frames at {share:.0%} of their width: {len(lies)} run over untold", *(f"  {lie}" for lie in lies)]
    lines += [f"charts: {len(verdict.clashes)} labels clash untold", *(f"  {clash}" for clash in verdict.clashes)]
    far, near = _average(verdict.distances), _average(below)
    lines.append(f"sizes: on average {far:.1%} below the best; {len(below)} groups are not the best, by {near:.1%}")
    result = "pass" if verdict.kept else "FAIL"
    lines.append(f"law: nothing runs over or clashes untold, sizes are on average at most {MOST:.0%} below the best: {result}")
    return "\n".join(lines)


def _average(shares: Sequence[float]) -> float:
    return sum(shares) / len(shares) if shares else 0.0

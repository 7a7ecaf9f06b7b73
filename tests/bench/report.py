"""Measured seconds -> the tables that `make bench` prints, and whether the law holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

EDU, HTML, PANDOC, NODE = "edu", "edu with html", "pandoc", "PptxGenJS"
RIVALS = (PANDOC, NODE)
SMALL, LARGE, MOST = 80, 1280, 1.2
"""The law: a slide of the large deck costs at most so many times one of the small deck."""


@dataclass(frozen=True, slots=True)
class Race:
    """The best seconds of each program for a deck of `slides` slides, and where ours went (from one run more)."""

    slides: int
    seconds: Mapping[str, float]
    shares: Mapping[str, float]

    @property
    def cost(self) -> float:
        """Return what a slide costs us, in milliseconds."""
        return 1000 * self.seconds[EDU] / self.slides


def render_races(races: Sequence[Race]) -> str:
    """Return the table of programs: seconds, and how many times as long as each other program we take."""
    head = (
        f"{'slides':>6} {'edu':>9} {'a slide':>9} "
        + " ".join(f"{f'{name}, edu ÷ it':>20}" for name in RIVALS)
        + f" {'html adds':>11}"
    )
    return "\n".join([head, *(_render_race(race) for race in races)])


def _render_race(race: Race) -> str:
    ours = race.seconds[EDU]
    others = " ".join(f"{race.seconds[name]:>9.2f} s {ours / race.seconds[name]:>6.2f} ×" for name in RIVALS)
    return f"{race.slides:>6} {ours:>7.2f} s {race.cost:>6.2f} ms {others} {race.seconds[HTML] - ours:>+9.2f} s"


def render_growth(races: Sequence[Race]) -> str:
    """Return what each further slide costs, without the start of the program."""
    return "\n".join(
        f"a further slide from {less.slides} to {more.slides}: "
        f"{1000 * (more.seconds[EDU] - less.seconds[EDU]) / (more.slides - less.slides):.2f} ms"
        for less, more in pairwise(races)
    )


def keeps_law(races: Sequence[Race]) -> bool | None:
    """Return whether the law holds; None where the decks that it speaks of were not measured."""
    costs = {race.slides: race.cost for race in races}
    return costs[LARGE] <= MOST * costs[SMALL] if {SMALL, LARGE} <= costs.keys() else None


def render_law(races: Sequence[Race]) -> str:
    """Return the line that says whether the law holds."""
    kept = keeps_law(races)
    if kept is None:
        return f"law: not asked (it compares decks of {SMALL} and {LARGE} slides)"
    costs = {race.slides: race.cost for race in races}
    verdict = "pass" if kept else "FAIL"
    return f"law: a slide of {LARGE} costs {costs[LARGE] / costs[SMALL]:.2f} × one of {SMALL}; at most {MOST}: {verdict}"


def render_shares(races: Sequence[Race]) -> str:
    """Return in percent where our seconds went, a column for each deck."""
    names = [name for name in races[0].shares if any(race.shares[name] / sum(race.shares.values()) >= 0.001 for race in races)]
    head = f"{'where they go':<20}" + "".join(f"{race.slides:>8}" for race in races)
    total = f"{'together, in seconds':<20}" + "".join(f"{sum(race.shares.values()):>8.2f}" for race in races)
    return "\n".join([head, *_render_parts(names, races), total])


def _render_parts(names: Sequence[str], races: Sequence[Race]) -> Iterator[str]:
    for name in names:
        yield f"{name:<20}" + "".join(f"{100 * race.shares[name] / sum(race.shares.values()):>7.1f}%" for race in races)

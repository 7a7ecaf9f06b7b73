"""Seeds -> runs over mutants of the samples: counts, and each kind of finding once with the smallest mutant that shows it."""

from __future__ import annotations

import difflib
import faulthandler
import random
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.fuzz.mutate import mutate_course
from tests.fuzz.probe import Finding, Outcome, probe_course
from tests.fuzz.watch import start_watching

_STUCK = 180.0
"""Seconds after which a run that no signal ends is shown and ended with its process."""


@dataclass
class Tally:
    """What many runs came to."""

    runs: int = 0
    valid: int = 0
    seconds: float = 0
    slowest: tuple[float, int] = (0, 0)
    """Seconds and seed of the run that took longest."""
    codes: Counter[str] = field(default_factory=Counter)
    findings: dict[tuple[str, str], tuple[int, str]] = field(default_factory=dict)
    """By kind and sign: the first seed that shows it, and what to read."""

    def add(self, other: Tally) -> None:
        """Add the runs of another tally."""
        self.runs, self.valid, self.seconds = self.runs + other.runs, self.valid + other.valid, self.seconds + other.seconds
        self.slowest = max(self.slowest, other.slowest)
        self.codes += other.codes
        for key, found in other.findings.items():
            self.findings.setdefault(key, found)


def run_seeds(seeds: Sequence[int], samples: Sequence[Path], most_seconds: float = float("inf")) -> Tally:
    """Run each seed, until the time is up; the samples stay as they are."""
    start_watching()
    tally, begun = Tally(), time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        for seed in seeds:
            start = time.monotonic()
            if start - begun > most_seconds:
                break
            outcome, _ = run_seed(seed, samples, Path(folder) / str(seed))
            for finding in outcome.findings:
                if (finding.kind, finding.sign) not in tally.findings:
                    tally.findings[finding.kind, finding.sign] = seed, _explain(seed, samples, Path(folder), finding)
            tally.runs, tally.valid = tally.runs + 1, tally.valid + outcome.valid
            tally.codes.update(outcome.codes)
            tally.slowest = max(tally.slowest, (time.monotonic() - start, seed))
    tally.seconds = time.monotonic() - begun
    return tally


def run_seed(seed: int, samples: Sequence[Path], folder: Path, drop: frozenset[int] = frozenset()) -> tuple[Outcome, list[str]]:
    """Return how the run of `seed` ended and the names of its mutations; with `drop` some of them are left out."""
    chance = random.Random(seed)
    sample = chance.choice(samples)
    try:
        course = shutil.copytree(sample, folder / "course", symlinks=True)
        names = mutate_course(course, chance, drop)
        faulthandler.dump_traceback_later(_STUCK, exit=True)
        return probe_course(course, folder / "out", chance), names
    finally:
        faulthandler.cancel_dump_traceback_later()
        shutil.rmtree(folder, ignore_errors=True)


def _explain(seed: int, samples: Sequence[Path], folder: Path, finding: Finding) -> str:
    """Return the finding with the fewest mutations that cause it, and what they change."""

    def shows(drop: frozenset[int]) -> bool:
        outcome, _ = run_seed(seed, samples, folder / "again", drop)
        return any((found.kind, found.sign) == (finding.kind, finding.sign) for found in outcome.findings)

    _, names = run_seed(seed, samples, folder / "again")
    drop: frozenset[int] = frozenset()
    for number in range(len(names)):
        if shows(drop | {number}):
            drop |= {number}
    left = [name for number, name in enumerate(names) if number not in drop]
    changes = "\n".join(_show_changes(seed, samples, folder / "shown", drop))
    return f"{finding.details}\nby {', '.join(left)}; repeat: python -m tests.fuzz --seed {seed} --runs 1\n{changes}"


def _show_changes(seed: int, samples: Sequence[Path], folder: Path, drop: frozenset[int]) -> list[str]:
    chance = random.Random(seed)
    sample = chance.choice(samples)
    course = shutil.copytree(sample, folder, symlinks=True)
    mutate_course(course, chance, drop)
    shown: list[str] = [f"in {sample.name}:"]
    for name in sorted({str(path.relative_to(top)) for top in (sample, course) for path in top.rglob("*")}):
        old, new = _read_lines(sample / name), _read_lines(course / name)
        if old != new:
            shown += [line[:300] for line in difflib.unified_diff(old, new, name, name, n=0, lineterm="")][:12]
    shutil.rmtree(folder)
    return shown


def _read_lines(path: Path) -> list[str]:
    if path.is_symlink():
        return [f"a link to {path.readlink()}"]
    if not path.is_file():
        return ["a folder"] if path.is_dir() else ["a pipe"] if path.exists() else ["nothing"]
    return path.read_bytes()[:300_000].decode("utf-8", "backslashreplace").replace("\r", "\\r").split("\n")

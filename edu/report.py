"""What was found and done in a run -> a report of it, with every problem at its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from edu.problems import Counted, Level, Place, Problem, Problems, worst_level
from edu.source.read import find_place


@dataclass(frozen=True, slots=True)
class Report:
    """How it went: what is wrong, with places; the files that stand there now, and how many of them changed.

    Of a build, too: how many products of each kind there are, the names of their languages in themselves, and the file that
    is the index page.
    """

    problems: Problems
    failed: bool
    files: tuple[str, ...] = ()
    changed: int = 0
    counts: tuple[Counted, ...] = ()
    languages: tuple[str, ...] = ()
    index: str = ""


def make_report(problems: Problems, places: Mapping[str, Place], *, strict: bool) -> Report:
    """Return the report of a run that wrote nothing: each problem once, with its place, file by file."""
    located = (problem if problem.place else problem.at(find_place(places, problem.trail)) for problem in problems)
    told = {_sign(problem): problem for problem in located}
    listed = tuple(sorted(told.values(), key=lambda problem: _order(problem.place)))
    return Report(listed, fails(listed, strict=strict))


def fails(problems: Problems, *, strict: bool) -> bool:
    """Return whether `problems` fail the build."""
    return worst_level(problems) in ((Level.ERROR, Level.WARNING) if strict else (Level.ERROR,))


def _sign(problem: Problem) -> tuple[object, ...]:
    return problem.code, problem.trail, problem.place, tuple(sorted(problem.values.items(), key=str))


def _order(place: Place | None) -> tuple[str, int, int]:
    return (place.file, place.line, place.column) if place else ("", 0, 0)

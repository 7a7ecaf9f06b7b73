"""One thing that is wrong with a course, as data, and how it is worded and printed."""

from __future__ import annotations

import re
import string
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from edu.problems.kinds import N_, Kind, Level
from edu.problems.plural import Plural, Say


@dataclass(frozen=True, slots=True)
class Place:
    """A spot in a file as an editor counts it: 1-based line and column; 0 where they are not known."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return ":".join([self.file, *(str(n) for n in (self.line, self.column) if n)])


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: its code, the trail to it, and the values its message names."""

    code: Kind
    trail: str = ""
    values: Mapping[str, str | int] = field(default_factory=dict)
    place: Place | None = None
    judged: Level | None = None
    """How bad it is in this course, where that is not the level of its kind."""

    @property
    def level(self) -> Level:
        return self.judged or self.code.level

    def at(self, place: Place | None) -> Problem:
        """Return this problem with its place in a file."""
        return replace(self, place=place)


Problems = tuple[Problem, ...]


class EduError(Exception):
    """Work that cannot go on, with all problems that were found until then."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: Problems = tuple(problems)
        super().__init__("; ".join(word_message(p, str) for p in self.problems))


_SEVERAL = 100
"""What a message is worded for where its number is not known."""


def word_message(problem: Problem, say: Say) -> str:
    """Return the problem's one-line message in the language of `say`."""
    message = problem.code.message
    if isinstance(message, Plural):
        count = problem.values.get(message.by)
        message = message.of(count if isinstance(count, int) else _SEVERAL)
    return say(message).format_map(_word_values(problem, say))


def word_hint(problem: Problem, say: Say) -> str:
    """Return the first of the kind's hints whose values are all known, in the language of `say`; empty where there is none."""
    kind = problem.code
    hint = next((hint for hint in (kind.hint, kind.instead) if all(map(problem.values.get, _list_names(hint)))), "")
    return say(hint).format_map(_word_values(problem, say)) if hint else ""


def _list_names(text: str) -> list[str]:
    """Return the names of the values in `text`."""
    return [name for _, name, _, _ in string.Formatter().parse(text) if name]


class _Values(dict[str, str | int]):
    """The values of a problem; one that its message names and it does not have is shown by its name."""

    def __missing__(self, name: str) -> str:
        return f"{{{name}}}"


_OWN = ("reason", "place")
"""The values that may be our own words."""


def _word_values(problem: Problem, say: Say) -> _Values:
    """Return the problem's values: its reason is one of our own words, or the system's name of an error; so is its place."""
    own = {name: say(value) for name in _OWN if isinstance(value := problem.values.get(name), str)}
    return _Values({**problem.values, **own})


_LEVELS = {Level.ERROR: N_("error"), Level.WARNING: N_("warning"), Level.INFO: N_("info")}


def word_level(problem: Problem, say: Say) -> str:
    """Return the word for how bad the problem is, in the language of `say`."""
    return say(_LEVELS[problem.level])


def word_counts(problems: Problems, say: Say) -> str:
    """Return the line that says how many errors and warnings there are, and remarks where there are any."""
    count = Counter(problem.level for problem in problems)
    words = N_("errors: {errors}, warnings: {warnings}")
    if count[Level.INFO]:
        words = N_("errors: {errors}, warnings: {warnings}, remarks: {remarks}")
    return say(words).format(errors=count[Level.ERROR], warnings=count[Level.WARNING], remarks=count[Level.INFO])


def word_problem(problem: Problem, say: Say) -> str:
    """Return the problem as its lines for a terminal: place, level, message, code; then trail and hint."""
    head = ": ".join([str(problem.place)] if problem.place else [])
    level = word_level(problem, say)
    lines = [f"{head + ': ' if head else ''}{level}: {word_message(problem, say)} [{problem.code.id}]"]
    if problem.trail:
        lines.append("  " + say(N_("at {trail}")).format(trail=problem.trail))
    if hint := word_hint(problem, say):
        lines.append("  " + say(N_("hint: {hint}")).format(hint=hint))
    return "\n".join(map(calm, lines))


_LONGEST_SHOWN = 60


def shorten(text: str, most: int = _LONGEST_SHOWN) -> str:
    """Return a text of the author's or a translator's as a message shows it: on one line, `most` characters of it."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[:most]}…"


_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def calm(line: str) -> str:
    """Return a line for a terminal with U+FFFD for what could command it: a text of a file may hold anything."""
    return _CONTROLS.sub("\ufffd", line)


_MOST_ALIKE: Mapping[Level, int] = {Level.WARNING: 5, Level.INFO: 2}
_FIRST_ALIKE: Mapping[Level, int] = {Level.WARNING: 3, Level.INFO: 1}


def word_problems(problems: Problems, say: Say, *, fold: bool = True) -> Iterator[str]:
    """Yield the problems as text, the worst last, where they are seen.

    With `fold`, of many warnings or remarks of a kind in one file the first are told, and at last where the others are.
    """
    alike = Counter((problem.code, problem.place.file) for problem in problems if problem.place)
    seen: dict[tuple[Kind, str], list[Place]] = {}
    for problem in sorted(problems, key=lambda problem: [*Level].index(problem.level), reverse=True):
        place = problem.place or Place("")
        key = (problem.code, place.file)
        if not fold or problem.level is Level.ERROR or alike[key] <= _MOST_ALIKE[problem.level]:
            yield word_problem(problem, say)
            continue
        seen.setdefault(key, []).append(place)
        first = _FIRST_ALIKE[problem.level]
        if len(seen[key]) <= first:
            yield word_problem(problem, say)
        elif len(seen[key]) == alike[key]:
            yield _word_rest(problem, seen[key][first:], say)


def _word_rest(problem: Problem, places: Sequence[Place], say: Say) -> str:
    lines = say(N_(", ")).join(dict.fromkeys(str(place.line) for place in places if place.line))
    text = N_("{count} more of this kind, in lines {lines}") if lines else N_("{count} more of this kind")
    told = say(text).format(count=len(places), lines=lines)
    return f"{places[0].file}: {word_level(problem, say)}: {told} [{problem.code.id}]"


def describe_problem(problem: Problem, say: Say) -> dict[str, str | int | dict[str, str | int]]:
    """Return the problem as the JSON object of `--format json`; keys and codes never change."""
    place = problem.place or Place("")
    return {
        "code": problem.code.id,
        "level": str(problem.level),
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "trail": problem.trail,
        "message": word_message(problem, say),
        "hint": word_hint(problem, say),
        "values": dict(problem.values),
    }


def worst_level(problems: Iterable[Problem]) -> Level | None:
    """Return the worst level among `problems`, or None where there is none."""
    found = {problem.level for problem in problems}
    return next((level for level in Level if level in found), None)

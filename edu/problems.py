"""What can be wrong with a course, as data, and how one such problem is worded and printed."""

from __future__ import annotations

import string
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum, StrEnum

Say = Callable[[str], str]
"""Looks up one of our own words (an English msgid) in the reader's language."""


class Level(StrEnum):
    """How bad a problem is: an error fails the build; a warning does so under `--strict`."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


def N_(msgid: str) -> str:
    """Return `msgid` unchanged: marks one of our own words for extraction (gettext's no-op)."""
    return msgid


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of problem: a code that never changes, a level, an English message and hint with {named} values."""

    id: str
    level: Level
    message: str
    hint: str = ""


def _error(id: str, message: str, hint: str = "") -> Kind:
    return Kind(id, Level.ERROR, message, hint)


def _warning(id: str, message: str, hint: str = "") -> Kind:
    return Kind(id, Level.WARNING, message, hint)


class Code(Enum):
    """Every kind of problem that the product can report."""

    # files and YAML
    MISSING_FILE = _error("source.missing-file", N_("the file does not exist"))
    NOT_A_FILE = _error("source.not-a-file", N_("this is a folder where a file is meant"))
    TOO_LARGE = _error("source.too-large", N_("the file has {size} bytes; the most is {most}"))
    NOT_UTF8 = _error(
        "source.not-utf8", N_("the file is not UTF-8"), N_("save it as UTF-8 (in Windows Notepad: Save as, Encoding: UTF-8)")
    )
    BAD_YAML = _error("yaml.syntax", N_("this is not valid YAML: {reason}"), N_("{advice}"))
    CONTROL_CHARACTER = _error("yaml.control-character", N_("the text holds the control character {character}"))
    DUPLICATE_KEY = _error("yaml.duplicate-key", N_("the key “{key}” stands here twice"))
    TOO_DEEP = _error("yaml.too-deep", N_("the lists and mappings are nested more than {most} deep"))
    ALIAS = _error(
        "yaml.alias", N_("anchors and aliases (& and *) are not used here"), N_("put the text in quotes, or write it out")
    )

    # shape
    UNKNOWN_KEY = _error("model.unknown-key", N_("“{key}” is not a key of this place"), N_("did you mean “{near}”?"))
    MISSING_KEY = _error("model.missing-key", N_("the key “{key}” is missing"))
    WRONG_TYPE = _error("model.wrong-type", N_("{reason}"), N_("{advice}"))
    WRONG_VALUE = _error("model.wrong-value", N_("{reason}"), N_("did you mean “{near}”?"))
    UNKNOWN_KIND = _error("model.unknown-kind", N_("“{kind}” is not a kind of this"), N_("the kinds are: {kinds}"))

    # the plan of a quiz
    ANSWER_NOT_A_NUMBER = _error(
        "quiz.answer-not-a-number",
        N_("the answer of “{question}” names a fact that has no number; the question was left out"),
        N_("give the fact a value, or write the number itself"),
    )
    LOST_BLANK = _warning(
        "quiz.lost-blank",
        N_("the translation into {language} does not have the same gaps; the question stays in the source language"),
        N_("keep each [[…]] of the sentence exactly once"),
    )

    # the output folder
    EDITED = _warning(
        "output.edited",
        N_("{file} was changed after it was built, so it stays as it is; the new one is {new}"),
        N_("take over what you need, or build with --force to overwrite it"),
    )
    HELD_OPEN = _error(
        "output.held-open", N_("{file} cannot be replaced: another program holds it open"), N_("close it there and build again")
    )
    READ_ONLY = _error(
        "output.read-only", N_("nothing can be written to the folder {folder}"), N_("choose another one with --output")
    )
    DISK_FULL = _error("output.disk-full", N_("the disk of the folder {folder} is full"))
    NOT_WRITTEN = _error("output.not-written", N_("{file} cannot be written: {reason}"))
    OUTSIDE = _error("output.outside", N_("{file} was not written: a symbolic link leads it out of its folder"))

    # the command line
    NO_COURSE = _error(
        "usage.no-course",
        N_("there is no course in {folder}: neither it nor a folder above it holds content/course.yaml"),
        N_("go to the folder of a course, or name it with --course"),
    )
    UNKNOWN_MODULE = _error(
        "usage.unknown-module", N_("“{name}” is not one of the modules: {known}"), N_("did you mean “{near}”?")
    )
    UNKNOWN_LANGUAGE = _error(
        "usage.unknown-language", N_("“{name}” is not one of the course's languages: {known}"), N_("did you mean “{near}”?")
    )
    UNKNOWN_OUTPUT = _error(
        "usage.unknown-output", N_("“{name}” is not one of the outputs: {known}"), N_("did you mean “{near}”?")
    )
    SIDE_BY_SIDE = _error("usage.side-by-side", N_("decks with two languages side by side ({name}) cannot be built yet"))
    UNKNOWN_COMMAND = _error(
        "usage.unknown-command", N_("“{name}” is not one of the commands: {known}"), N_("did you mean “{near}”?")
    )
    UNKNOWN_OPTION = _error("usage.unknown-option", N_("there is no option {name} here"), N_("did you mean “{near}”?"))
    MISSING_VALUE = _error("usage.missing-value", N_("the option {name} needs a value"))
    WRONG_OPTION = _error("usage.wrong-option", N_("the value of {name} is not one of: {known}"))
    UNKNOWN_ARGUMENT = _error("usage.unknown-argument", N_("“{name}” has no meaning here"))


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

    code: Code
    trail: str = ""
    values: Mapping[str, str | int] = field(default_factory=dict)
    place: Place | None = None

    @property
    def level(self) -> Level:
        return self.code.value.level

    def at(self, place: Place | None) -> Problem:
        """Return this problem with its place in a file."""
        return replace(self, place=place)


Problems = tuple[Problem, ...]


class EduError(Exception):
    """Work that cannot go on, with all problems that were found until then."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: Problems = tuple(problems)
        super().__init__("; ".join(word_message(p, str) for p in self.problems))


def word_message(problem: Problem, say: Say) -> str:
    """Return the problem's one-line message in the language of `say`."""
    return say(problem.code.value.message).format_map(problem.values)


def word_hint(problem: Problem, say: Say) -> str:
    """Return the hint in the language of `say`; empty where a value that the hint names is not known."""
    hint = problem.code.value.hint
    names = [name for _, name, _, _ in string.Formatter().parse(hint) if name]
    known = all(problem.values.get(name) for name in names)
    return say(hint).format_map(problem.values) if hint and known else ""


_LEVELS = {Level.ERROR: N_("error"), Level.WARNING: N_("warning"), Level.INFO: N_("info")}


def word_problem(problem: Problem, say: Say) -> str:
    """Return the problem as its lines for a terminal: place, level, message, code; then trail and hint."""
    head = ": ".join([str(problem.place)] if problem.place else [])
    level = say(_LEVELS[problem.level])
    lines = [f"{head + ': ' if head else ''}{level}: {word_message(problem, say)} [{problem.code.value.id}]"]
    if problem.trail:
        lines.append("  " + say(N_("at {trail}")).format(trail=problem.trail))
    if hint := word_hint(problem, say):
        lines.append("  " + say(N_("hint: {hint}")).format(hint=hint))
    return "\n".join(lines)


def describe_problem(problem: Problem, say: Say) -> dict[str, str | int | dict[str, str | int]]:
    """Return the problem as the JSON object of `--format json`; keys and codes never change."""
    place = problem.place or Place("")
    return {
        "code": problem.code.value.id,
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

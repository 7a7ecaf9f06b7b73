"""What a kind of problem is: a code that never changes, how bad it is, and how it is worded."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from edu.problems.plural import Plural


class Level(StrEnum):
    """How bad a problem is: an error fails the build; a warning does so under `--strict`; a remark never."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


def N_(msgid: str) -> str:
    """Return `msgid` unchanged: marks one of our own words for extraction (gettext's no-op)."""
    return msgid


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of problem: a code that never changes, a level, an English message and hint with {named} values.

    `instead` is the hint where a value that `hint` names is not known.
    """

    id: str
    level: Level
    message: str | Plural
    hint: str = ""
    instead: str = ""


def error(id: str, message: str | Plural, hint: str = "", instead: str = "") -> Kind:
    """Return a kind of error."""
    return Kind(id, Level.ERROR, message, hint, instead)


def warning(id: str, message: str | Plural, hint: str = "", instead: str = "") -> Kind:
    """Return a kind of warning."""
    return Kind(id, Level.WARNING, message, hint, instead)


def info(id: str, message: str | Plural, hint: str = "") -> Kind:
    """Return a kind of remark."""
    return Kind(id, Level.INFO, message, hint)

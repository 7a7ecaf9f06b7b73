"""A course in one language, with all that a page in that language needs: words, numbers, dates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from edu.model.course import Course
from edu.problems import Say


@dataclass(frozen=True, slots=True)
class FigureText:
    """A fact's value in one language.

    `sentence` is the form for prose, with bound and unit (`more than RMB 500 million`); `short` the one for charts and
    big figures (`CN¥500M`); `number` and `unit` are `short` taken apart (`CN¥500M` and nothing, `1,500` and `complaints`);
    `bound` is the word for the bound alone (`more than`), empty for an exact value. `value` is the number, None for a date.
    """

    sentence: str
    short: str
    number: str
    unit: str
    bound: str
    value: float | None


class Numbers(Protocol):
    """Numbers and dates as a language writes them (CLDR)."""

    def count(self, number: float) -> str:
        """Return a plain number with its separators: `1,314`."""

    def date(self, date: str) -> str:
        """Return a PartialDate as a reader expects it: `2025-09` -> `September 2025`."""

    def scale(self, largest: float, unit: str | None) -> tuple[float, str]:
        """Return by what to divide a chart's values up to `largest`, and the label of the unit that they are then in."""

    def name_scale(self, size: float, unit: str | None) -> str:
        """Return the label of values divided by a `size` that another language chose."""


@dataclass(frozen=True, slots=True)
class Edition:
    """A course in the language `lang` (gettext name), which calls itself `name`.

    `fallbacks` are the trails of the texts that have no translation, with the edition each of them is taken from; with
    `marked` they stand in brackets, so that a reader sees it. `unreviewed`: translations were taken that nobody has confirmed.
    """

    lang: str
    course: Course
    say: Say
    figures: Mapping[str, FigureText]
    numbers: Numbers
    fallbacks: Mapping[str, Edition]
    name: str
    marked: bool = False
    unreviewed: bool = False

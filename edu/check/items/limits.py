"""A planned quiz -> the texts that another program would cut off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from edu.check.items.sheet import Sheet
from edu.problems import Code, Problem


@dataclass(frozen=True, slots=True)
class Limits:
    """How many characters a program takes; `name` is its own."""

    name: str
    stem: int
    option: int


KAHOOT = Limits("Kahoot", 120, 75)
"""https://support.kahoot.com, How to import questions from a spreadsheet"""


def find_too_long(sheet: Sheet, limits: Limits) -> Iterator[Problem]:
    """Yield each question and each choice that is longer than `limits` allow."""
    for question in sheet.questions:
        yield from _check(question.stem, f"{question.trail}.text", limits.stem, sheet, limits)
        for choosing in question.choosings:
            for option in choosing.options:
                yield from _check(option.text, option.trail, limits.option, sheet, limits)


def _check(text: str, trail: str, most: int, sheet: Sheet, limits: Limits) -> Iterator[Problem]:
    if len(text) > most:
        values: dict[str, str | int] = {"lang": sheet.lang, "count": len(text), "output": limits.name, "most": most}
        yield Problem(Code.TOO_LONG_FOR_OUTPUT, trail, values)

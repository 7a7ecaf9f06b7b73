"""The name of a Latin face -> how wide its characters are and how high its lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

ARIAL = "Arial"
"""The face of the house theme."""
LATIN_LINE = 1.2
"""The least line height over size: Office sets Arial's lines so, LibreOffice at 1.15."""
WIDEST = "verdana"
"""Stands in for a face that is not known, and for a character that a face lacks: the widest that one meets."""

_EM = 2048
_TWINS = {
    "arial": ("arial", "helvetica", "helveticaneue", "liberationsans", "arimo", "nimbussans", "segoeui"),
    "arial_narrow": ("arialnarrow", "liberationsansnarrow"),
    "calibri": ("calibri", "calibrilight", "carlito"),
    "cambria": ("cambria", "caladea"),
    "courier": ("couriernew", "courier", "liberationmono", "cousine"),
    "georgia": ("georgia", "gelasio"),
    "times": ("timesnewroman", "times", "liberationserif", "tinos", "nimbusroman"),
    WIDEST: ("verdana", "dejavusans"),
}
_STEMS = {name: stem for stem, names in _TWINS.items() for name in names}
_LINES = {"calibri": 1.23, "georgia": 1.28}
"""Line heights above the least."""

Widths = Mapping[int, tuple[int, ...]]


@dataclass(frozen=True, slots=True, eq=False)
class Metrics:
    """A face: the widths of its characters in em, regular and bold; its line's height over its size.

    `other` is the width of a character that no table knows.
    """

    name: str
    regular: Mapping[str, float]
    bold: Mapping[str, float]
    line: float = LATIN_LINE
    other: float = 0.68

    def find_width(self, char: str, bold: bool) -> float | None:
        """Return the width of `char` in em; None where the face lacks it."""
        return (self.bold if bold else self.regular).get(char)


def face_metrics(name: str) -> Metrics:
    """Return the metrics of the face called `name`, or of its twin; of the widest face where it is not known."""
    return _load(_STEMS.get("".join(name.split()).lower(), WIDEST))


def is_known_face(name: str) -> bool:
    """Whether the widths of the face called `name` are known."""
    return "".join(name.split()).lower() in _STEMS


@cache
def _load(stem: str) -> Metrics:
    if stem == "courier":
        even = dict.fromkeys(map(chr, range(0x20, 0x2200)), 0.6)
        return Metrics(stem, even, even)
    regular, bold = _read_widths(stem)
    return Metrics(stem, _expand(regular), _expand(bold), _LINES.get(stem, LATIN_LINE), 0.75 if stem == WIDEST else 0.68)


def _read_widths(stem: str) -> tuple[Widths, Widths]:
    """Return the tables of a face, regular and bold; only those that a course needs are loaded."""
    from importlib import import_module

    table = import_module(f"edu.plan.widths.{stem}")
    return table.REGULAR, table.BOLD


def _expand(table: Widths) -> dict[str, float]:
    return {chr(first + i): width / _EM for first, widths in table.items() for i, width in enumerate(widths)}

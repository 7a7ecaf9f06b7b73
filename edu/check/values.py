"""A number of a text, and the one spelling by which it is compared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Number:
    """A number: as it is written, all values that it can have, and pairs of numbers that say it (20 h 30, two of three)."""

    written: str
    values: frozenset[str]
    pairs: frozenset[tuple[str, str]] = frozenset()


def make_fraction(written: str, above: int, below: int) -> Number:
    """Return a fraction, which hundredths say as well, and `above` of `below`."""
    values = tuple(list_fraction(above, below))
    return Number(written, frozenset((*values, *(f"{value}%" for value in values))), frozenset(((str(above), str(below)),)))


def word_value(value: Decimal | int) -> str:
    """Return the spelling of a number: `1500000`, `7.4`."""
    number = Decimal(value).normalize()
    return f"{number:f}" if abs(number.adjusted()) < 400 else str(number)


def list_fraction(above: int, below: int) -> Iterator[str]:
    """Yield the spellings of a fraction, of its hundredths too, whole and rounded: two thirds are 66.7."""
    if below:
        share = Decimal(above) / below
        yield from map(word_value, (share, share * 100))
        yield from (word_value(round(share * 100, places)) for places in range(3))
        yield word_value(round(share, 2))

"""Lists of choices that are numbers or dates -> what a number can fall into twice, and what is out of order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations
from math import inf

from edu.check.items.options import SHORT
from edu.check.items.sheet import Choosing, Sheet
from edu.check.items.text import NUMBER, join_thousands, squeeze
from edu.check.items.tongue import Tongue
from edu.plan.fold import fold_text
from edu.problems import Code, Problem


@dataclass(frozen=True, slots=True)
class _Range:
    """What a choice says in numbers: from `low` to `high`, which are part of it where they are `closed`; of what."""

    low: float
    high: float
    low_closed: bool
    high_closed: bool
    unit: str

    def meets(self, other: _Range) -> bool:
        """Return whether a number can be in both: of one unit, or of none beside one that does not change the number."""
        if self.unit != other.unit and ((self.unit and other.unit) or {self.unit, other.unit} & _OTHER_SCALES):
            return False
        if self.low > other.low or (self.low == other.low and other.low_closed and not self.low_closed):
            return other.meets(self)
        if self.low == other.low:
            return True
        return other.low < self.high or (other.low == self.high and self.high_closed and other.low_closed)


_JOINT = r"(?:\s*(?:-|~|～|〜|至|到)\s*|\s*to\s+)"
_BOTH = re.compile(rf"(?P<low>{NUMBER})(?P<one>[^\d]*?){_JOINT}[$€£¥]?(?P<high>{NUMBER})")
_BETWEEN = re.compile(r"\bbetween\b(.+?)\band\b")
_ONE = re.compile(NUMBER)
_LESS, _MORE = "[<≤]=?", "[>≥]=?"
_NAME = "(?P<name>[^\\W\\d_]{0,2})"
_SIGNS = re.compile(rf"{_NAME}(?P<sign>{_LESS}|{_MORE})(?P<number>{NUMBER})(?P<unit>\D*)")
_INSIDE = re.compile(rf"(?P<low>{NUMBER})(?P<one>{_LESS}){_NAME}(?P<two>{_LESS})(?P<high>{NUMBER})")
_MONTHS = {"年": 12, "个月": 1, "月": 1, "years": 12, "year": 12, "months": 1, "month": 1}
"""Units of which one text has two: three months to a year."""
_OTHER_SCALES = {"months", "%"}
_TIMES = {"万": 1e4, "亿": 1e8, "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_TIMES_FIRST = re.compile("|".join(_TIMES))


def _read_range(text: str, tongue: Tongue) -> _Range | None:
    """Return what a choice says in numbers, None where it says something else."""
    plain = _BETWEEN.sub(r"\1 to ", join_thousands(tongue.digits(fold_text(text[: SHORT + 1]))))
    if len(plain) > SHORT:
        return None
    if signs := _read_signs(plain.replace(" ", "")):
        return signs
    below, above = tongue.below.search(plain), tongue.above.search(plain)
    rest = tongue.above.sub(" ", tongue.below.sub(" ", plain))
    if both := None if below and above else _BOTH.search(rest):
        return _join(both["low"], both["one"], both["high"], rest[: both.start()] + " " + rest[both.end() :])
    numbers = list(_ONE.finditer(rest))
    if len(numbers) == 2 and below and above:
        first, second = numbers
        made = _join(first[0], rest[first.end() : second.start()], second[0], rest[second.end() :])
        low_closed, high_closed = (bool(tongue.includes.search(end[0])) for end in (above, below))
        return made and replace(made, low_closed=low_closed, high_closed=high_closed)
    if len(numbers) != 1:
        return None
    number, unit = _measure(numbers[0][0], _ONE.sub(" ", rest))
    if below or above:
        closed = bool(tongue.includes.search((below or above or [""])[0]))
        return _Range(-inf, number, False, closed, unit) if below else _Range(number, inf, closed, False, unit)
    return _Range(number, number, True, True, unit)


def _read_signs(text: str) -> _Range | None:
    if found := _INSIDE.fullmatch(text):
        low, high = float(found["low"]), float(found["high"])
        return _Range(low, high, found["one"] != "<", found["two"] != "<", found["name"])
    if not (found := _SIGNS.fullmatch(text)):
        return None
    number, unit, closed = float(found["number"]), found["name"] + found["unit"], found["sign"] not in "<>"
    less = re.match(_LESS, found["sign"])
    return _Range(-inf, number, False, closed, unit) if less else _Range(number, inf, closed, False, unit)


def _join(low: str, between: str, high: str, rest: str) -> _Range | None:
    """Return the range of two numbers, the first of which has the unit of the second where it has none of its own."""
    top, unit = _measure(high, rest)
    bottom, own = _measure(low, between if _read_unit(between) else rest)
    return _Range(bottom, top, True, True, unit) if bottom < top and own == unit else None


def _measure(number: str, text: str) -> tuple[float, str]:
    """Return a number and its unit; years in months, 3 million as 3,000,000."""
    unit, value = _read_unit(text), float(number)
    while times := _TIMES_FIRST.match(unit):
        unit, value = unit[times.end() :], value * _TIMES[times[0]]
    return (value * _MONTHS[unit], "months") if unit in _MONTHS else (value, unit)


def _read_unit(text: str) -> str:
    return re.sub(r"[\s.,;:$€£¥、]+|\b(?:and|but|from)\b|但|且", "", text)


def find_overlaps(sheet: Sheet) -> Iterator[Problem]:
    """Yield the first two choices of a question that a number can fall into at once."""
    for _, choosing in sheet.choosings:
        if choosing.several or sheet.tongue.pairs.search(choosing.before):
            continue
        ranges = [(option, found) for option in choosing.options if (found := _read_range(option.text, sheet.tongue))]
        if all(one.low == one.high for _, one in ranges):
            continue
        pairs = ((a, b) for (a, one), (b, two) in combinations(ranges, 2) if one.meets(two))
        if pair := next(pairs, None):
            one, other = pair
            yield Problem(Code.OVERLAPPING_OPTIONS, other.trail, {"lang": sheet.lang, "one": one.text, "other": other.text})


# --- order -------------------------------------------------------------------------------------------------------------

_PLAIN = re.compile(rf"[^\d−-]{{0,3}}(?P<number>{NUMBER})(?:/(?P<below>[1-9]\d*))?\s*(?P<unit>\D*)")
_PARTS = re.compile(r"(?P<below>[1-9]\d*)分之(?P<number>\d+)(?P<unit>)")


def find_unsorted(sheet: Sheet) -> Iterator[Problem]:
    """Yield each list in fixed order whose choices are all numbers of one unit, or all dates, and neither rise nor fall."""
    for _, choosing in sheet.choosings:
        numbers = [] if choosing.shuffle else _list_values(choosing, sheet.tongue)
        if len(numbers) > 2 and numbers not in (sorted(numbers), sorted(numbers, reverse=True)):
            yield Problem(Code.UNSORTED_OPTIONS, choosing.trail, {"lang": sheet.lang})


def _list_values(choosing: Choosing, tongue: Tongue) -> Sequence[float | Fraction]:
    texts = [fold_text(option.text[:SHORT]) for option in choosing.options]
    dates = [date for text in texts if (date := tongue.date(text)) is not None]
    return _read_numbers([squeeze(tongue.digits(text)) for text in texts]) or (dates if len(dates) == len(texts) else [])


def _read_numbers(texts: Sequence[str]) -> list[Fraction]:
    found = [one for text in texts if (one := _PARTS.fullmatch(text) or _PLAIN.fullmatch(text))]
    if len(found) < len(texts) or len({one["unit"].strip() for one in found}) > 1:
        return []
    return [Fraction(one["number"].replace("−", "-")) / int(one["below"] or 1) for one in found]

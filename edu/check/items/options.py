"""Lists of choices -> choices that refer to each other, and lists that do not hang together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import inf

from edu.check.items.sheet import Choosing, Option, Sheet
from edu.check.items.text import NUMBER, find_repeated, squeeze
from edu.check.items.tongue import Tongue
from edu.plan.fold import fold_text
from edu.problems import Code, Kind, Problem

LEAST, MOST = 3, 5
"""How many choices a question has."""
SHORT = 80
"""A choice of more characters is no number, and refers to no other."""

_LISTED = re.compile(r"[①-⑩]|[(（][1-9一二三四五六][)）]|\b[A-F]\b.*\b[A-F]\b|(?<![A-Za-z])[A-F][、,，和与].*[A-F](?![A-Za-z])")
"""A question that names things by letters or numbers itself."""
_LETTER = re.compile("[A-Fa-f]")


def find_references(sheet: Sheet) -> Iterator[Problem]:
    """Yield each choice that stands for all others, for none of them, or for some by their place."""
    for question, choosing in sheet.choosings:
        listed = _LISTED.search(question.stem) or any(_LETTER.fullmatch(option.text) for option in choosing.options)
        for option in choosing.options:
            if code := _read_reference(option, choosing, sheet.tongue, by_place=not listed):
                yield Problem(code, option.trail, {"lang": sheet.lang, "text": option.text})


def _read_reference(option: Option, choosing: Choosing, tongue: Tongue, *, by_place: bool) -> Kind | None:
    text = fold_text(option.text)
    if len(text) > SHORT:
        return None
    if tongue.all_above.fullmatch(text):
        return Code.ALL_ABOVE
    if tongue.none_above.fullmatch(text):
        return Code.NONE_ABOVE
    return (
        Code.OPTION_POSITION
        if by_place and choosing.shuffle and tongue.positions.fullmatch(option.text.strip(" .。"))
        else None
    )


def find_odd_counts(sheet: Sheet) -> Iterator[Problem]:
    """Yield each question with fewer or more choices than one has."""
    for _, choosing in sheet.choosings:
        count = len(choosing.options)
        if not choosing.gap and count < LEAST:
            yield Problem(Code.FEW_OPTIONS, choosing.trail, {"count": count})
        if not choosing.gap and count > MOST:
            yield Problem(Code.MANY_OPTIONS, choosing.trail, {"count": count})


def find_mixed_forms(sheet: Sheet) -> Iterator[Problem]:
    """Yield each list of which some choices end with a mark and others with another or with none."""
    for _, choosing in sheet.choosings:
        marks = [_read_mark(option.text) for option in choosing.options]
        if len(set(marks)) > 1:
            values = {"lang": sheet.lang, "mark": next(mark for mark in marks if mark)}
            yield Problem(Code.MIXED_FORM, choosing.trail, values)


_SHORT = re.compile(r"(?:\b[A-Z]\.)+$|\b(?:jr|sr|etc|inc|ltd|co|st|dr|mr|mrs|vs|no|a\.m|p\.m|e\.g|i\.e)\.$", re.IGNORECASE)
_END = re.compile(r"(?:[.。!！?？;；]|…+|\.{3})[\"'”’)）」]*$")


def _read_mark(text: str) -> str:
    end = text[-12:]
    found = None if _SHORT.search(end) else _END.search(end)
    return found.group()[0] if found else ""


def find_repeated_phrases(sheet: Sheet) -> Iterator[Problem]:
    """Yield what all choices of a question start or end with."""
    for _, choosing in sheet.choosings:
        if text := find_repeated([option.text for option in choosing.options]):
            yield Problem(Code.REPEATED_PHRASE, choosing.trail, {"lang": sheet.lang, "text": text})


# --- numbers -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Range:
    """What a choice says in numbers: from `low` to `high`, which are part of it where they are `closed`; of what."""

    low: float
    high: float
    low_closed: bool
    high_closed: bool
    unit: str

    def meets(self, other: _Range) -> bool:
        """Return whether a number can be in both."""
        if self.low > other.low or (self.low == other.low and other.low_closed and not self.low_closed):
            return other.meets(self)
        if self.low == other.low:
            return True
        return other.low < self.high or (other.low == self.high and self.high_closed and other.low_closed)


_BOTH = re.compile(rf"(?P<low>{NUMBER})(?P<one>[^\d]*?)(?:\s*(?:-|–|—|~|～|〜|至|到)\s*|\s*to\s+)\W?(?P<high>{NUMBER})")
_ONE = re.compile(NUMBER)
_PLAIN = re.compile(rf"\D{{0,3}}({NUMBER})\s*(\D*)")


def _read_range(text: str, tongue: Tongue) -> _Range | None:
    """Return what a choice says in numbers, None where it says something else."""
    plain = squeeze(text)
    if len(plain) > SHORT:
        return None
    below, above = tongue.below.search(plain), tongue.above.search(plain)
    rest = tongue.above.sub(" ", tongue.below.sub(" ", plain))
    if both := _BOTH.search(rest):
        low, high = float(both["low"]), float(both["high"])
        unit = _read_unit(rest[: both.start()] + " " + rest[both.end() :])
        return _Range(low, high, True, True, unit) if low < high and _read_unit(both["one"]) in ("", unit) else None
    numbers = _ONE.findall(rest)
    if len(numbers) != 1:
        return None
    number, unit = float(numbers[0]), _read_unit(_ONE.sub(" ", rest))
    if below or above:
        closed = bool(re.search("or|以|至|at|up|不超|不少|不低", (below or above or [""])[0]))
        return _Range(-inf, number, False, closed, unit) if below else _Range(number, inf, closed, False, unit)
    return _Range(number, number, True, True, unit)


def _read_unit(text: str) -> str:
    return re.sub(r"[\s.,;:$€£¥]+", "", text)


def find_overlaps(sheet: Sheet) -> Iterator[Problem]:
    """Yield the first two choices of a question that a number can fall into at once."""
    for _, choosing in sheet.choosings:
        ranges = [(option, found) for option in choosing.options if (found := _read_range(option.text, sheet.tongue))]
        if choosing.several or all(one.low == one.high for _, one in ranges):
            continue
        pairs = ((a, b) for (a, one), (b, two) in combinations(ranges, 2) if one.unit == two.unit and one.meets(two))
        if pair := next(pairs, None):
            one, other = pair
            yield Problem(Code.OVERLAPPING_OPTIONS, other.trail, {"lang": sheet.lang, "one": one.text, "other": other.text})


def find_unsorted(sheet: Sheet) -> Iterator[Problem]:
    """Yield each list in fixed order whose choices are all numbers of one unit, or all dates, and neither rise nor fall."""
    for _, choosing in sheet.choosings:
        texts = [option.text for option in choosing.options]
        numbers = _read_numbers(texts) or _read_dates(texts, sheet.tongue)
        if not choosing.shuffle and len(numbers) > 2 and numbers not in (sorted(numbers), sorted(numbers, reverse=True)):
            yield Problem(Code.UNSORTED_OPTIONS, choosing.trail, {"lang": sheet.lang})


def _read_numbers(texts: Sequence[str]) -> list[float]:
    found = [_PLAIN.fullmatch(squeeze(text[:SHORT])) for text in texts]
    units = {one[2].strip() for one in found if one}
    return [float(one[1]) for one in found if one] if all(found) and len(units) == 1 else []


def _read_dates(texts: Sequence[str], tongue: Tongue) -> list[float]:
    found = [tongue.date(fold_text(text[:SHORT])) for text in texts]
    dates = [date for date in found if date is not None]
    return dates if len(dates) == len(found) else []

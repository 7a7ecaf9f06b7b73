"""A text -> the times of the day that it tells, by the clock of twelve hours and by that of twenty-four."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from re import Match

from edu.check.han import HAN, value_han

_LATER = "下午|午后|午後|傍晚|晚上|夜里|夜裡|晚间|晚間|今晚|昨晚|明晚|当晚|當晚"
_NOON = "中午|正午"
_NIGHT = "午夜|半夜|深夜"
_EARLY = "上午|午前|早上|早晨|清晨|凌晨|今早|明早"
_QUARTERS = {"半": 30, "一刻": 15, "三刻": 45}
_CLOCK = re.compile(
    r"(?<!\d)(?P<hour>\d{1,2})(?::(?P<minute>\d{2}))?\s*(?P<half>[ap])\.?m\b\.?"
    r"|(?<!\d)(?P<clock>\d{1,2}):(?P<past>[0-5]\d)(?![\d:])"
    rf"|(?:(?P<part>{_LATER}|{_NOON}|{_NIGHT}|{_EARLY})\s?)?(?<!\d)(?<!{HAN})(?P<at>\d{{1,2}}|{HAN}{{1,3}})[点點時时:][钟鐘整]?"
    rf"(?P<after>半|[一三]刻|(?:\d{{1,2}}|{HAN}{{1,3}})(?=分)|\d{{1,2}}(?![\d.])|)"
)
_NAMES = {"noon": ("12",), "midday": ("12",), "midnight": ("0", "12", "24")}
_NAMES |= dict.fromkeys(_NOON.split("|"), ("12",)) | dict.fromkeys(("午夜", "半夜", "零点", "零點"), ("0", "12", "24"))
_NAME = re.compile("|".join(_NAMES), re.IGNORECASE)
_HOURS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_PAST = re.compile(rf"\b(half|quarter) (past|to) (?:({'|'.join(_HOURS)})\b|(\d{{1,2}}))", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of the day: where it stands, whether in digits, the hours that it may mean, and the minutes."""

    found: Match[str]
    digits: bool
    hours: tuple[int, ...]
    minute: int

    @property
    def values(self) -> tuple[str, ...]:
        """The spellings by which a time is compared: `20:30` and, as a decimal, `20.3`; `20` for the full hour."""
        if not self.minute:
            return tuple(map(str, self.hours))
        return tuple(
            spelling for hour in self.hours for spelling in (f"{hour}:{self.minute:02}", f"{hour}.{self.minute:02}".rstrip("0"))
        )

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The hour, by both clocks, and the minute, where a language parts them: 20 h 30."""
        hours = {(hour + more) % 24 for hour in self.hours for more in (0, 12)} if self.minute else ()
        return tuple((str(hour), str(self.minute)) for hour in hours)


def find_clocks(text: str) -> Iterator[Clock]:
    """Yield the times of the day in `text`; 三点 and 3点 without a part of the day or minutes may be three points."""
    for found in _CLOCK.finditer(text):
        hour, after, part = found["hour"] or found["clock"] or found["at"], found["after"], found["part"]
        if found["at"] and not part and (not after or (after.isdecimal() and text[found.end() :][:1] != "分")):
            continue
        minute = found["minute"] or found["past"] or after or "0"
        hours = _list_hours(value_han(hour), part or found["half"] or "", clear=bool(found["clock"]))
        yield Clock(found, hour.isdecimal(), hours, _QUARTERS.get(minute, 0) or value_han(minute))


def list_hours(text: str) -> Iterator[str]:
    """Yield the times of the day that `text` says in words: 两点一刻, half past eight, midnight."""
    for found in _NAME.finditer(text):
        yield from _NAMES[found[0].lower()]
    for clock in find_clocks(text):
        if not clock.digits:
            yield from clock.values
    for size, side, name, digits in _PAST.findall(text):
        hour = int(digits or _HOURS.index(name.lower()) + 1) - (side.lower() == "to")
        minute = {"half": 30, "quarter": 15}[size.lower()]
        for value in (hour % 12, hour % 12 + 12):
            yield f"{value}:{60 - minute if side.lower() == 'to' else minute:02}"


def _list_hours(hour: int, part: str, *, clear: bool) -> tuple[int, ...]:
    """Return the hours that an hour of a part of the day may be: three in the afternoon is 15 as well."""
    later = hour % 12 + 12
    if part in _NIGHT.split("|") or (part in _LATER.split("|") and hour == 12):
        return (hour, later, later % 24, 0, 24) if hour == 12 else (hour, later)
    if part in _EARLY.split("|") or part == "a":
        return (hour, hour % 12)
    return (hour,) if clear else (hour, later)

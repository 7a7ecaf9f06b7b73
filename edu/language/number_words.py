"""A language -> how its readers tell numbers: the marks in them, words for powers of ten, months, percent, by CLDR."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from babel import Locale
from babel.units import format_unit

from edu.language.cldr import find_locale

_MORE = {"en": {"bn": 10**9, "mn": 10**6, "tn": 10**12}, "zh": {"万": 10**4, "亿": 10**8, "萬": 10**4, "億": 10**8}}
"""What is written besides CLDR's words: newspapers' abbreviations, and both scripts of Chinese."""
_MORE_MONTHS = {"en": {"sept": 9}}
_PERCENT = {"en": ("per cent", "percentage point", "percentage points"), "zh": ("个百分点", "個百分點"), "ja": ("ポイント",)}


@dataclass(frozen=True, slots=True)
class NumberWords:
    """How a language tells numbers: `group` and `decimal` are the marks in them, `scales` the words behind them by their
    power of ten, `months` the names of months, and `percent` the signs and words for a hundredth, behind a number.
    """

    group: str
    decimal: str
    scales: Mapping[str, int]
    months: Mapping[str, int]
    percent: frozenset[str]


@cache
def read_number_words(lang: str) -> NumberWords:
    """Return how the gettext language `lang` tells numbers."""
    locale = find_locale(lang)
    symbols = locale.number_symbols["latn"]
    return NumberWords(
        group=symbols["group"],
        decimal=symbols["decimal"],
        scales={**dict(_list_scales(locale)), **_MORE.get(locale.language, {})},
        months={**dict(_list_months(locale)), **_MORE_MONTHS.get(locale.language, {})},
        percent=frozenset(_list_percent(locale)),
    )


def _list_scales(locale: Locale) -> Iterator[tuple[str, int]]:
    for forms in (locale.compact_decimal_formats.get(length, {}) for length in ("long", "short")):
        for patterns in forms.values():
            for size, format in patterns.items():
                zeros = format.pattern.count("0")
                word = format.pattern.replace("0", "").replace("'", "").strip()
                if zeros and word:
                    yield word, int(size) // 10 ** (zeros - 1)


def _list_months(locale: Locale) -> Iterator[tuple[str, int]]:
    for use in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in locale.months[use][width].items():
                if (plain := name.strip(" .").lower()) and not plain[0].isdigit():
                    yield plain, number


def _list_percent(locale: Locale) -> Iterator[str]:
    """Yield what stands behind a number that is a percentage."""
    yield from ("%", "٪", *_PERCENT.get(locale.language, ()))
    for count in (1, 2, 5, 100):
        words = format_unit(count, "percent", "long", locale=locale)
        yield "".join(char for char in words if not char.isdecimal()).strip()

"""The values of facts -> their figures in a language: sentence and short form, bound, unit; and the numbers of charts."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from edu.language import cldr
from edu.model.edition import FigureText, Numbers
from edu.model.facts import Fact, FactBook
from edu.model.locale import UNSPACED, script_of
from edu.model.values import compute_values
from edu.problems import N_, Say

_BOUNDS = {"over": N_("more than {n}"), "nearly": N_("nearly {n}"), "about": N_("about {n}"), "exact": "{n}"}
_CURRENCIES = {
    "CNY": N_("RMB {n}"),
    "USD": N_("US${n}"),
    "EUR": N_("€{n}"),
    "GBP": N_("£{n}"),
    "JPY": N_("JP¥{n}"),
    "HKD": N_("HK${n}"),
}
_CURRENCY = re.compile(r"[A-Z]{3}")
_MOST_DECIMALS = 6
"""A value that needs more decimals than this, and says nothing of its own, is rounded for reading."""
_LARGEST_ON_AXIS = 10_000


@dataclass(frozen=True, slots=True)
class _Wording:
    """A value with its unit as a sentence and a chart show it, without its bound; `number` and `unit` make up `short`."""

    sentence: str
    short: str
    number: str
    unit: str


@dataclass(frozen=True, slots=True)
class LanguageNumbers:
    """`model.edition.Numbers` for the gettext language `lang`."""

    lang: str
    say: Say

    def count(self, number: float) -> str:
        """Return a plain number with its separators: `1,314`."""
        return cldr.word_decimal(Decimal(f"{number:.15g}"), self.lang) if math.isfinite(number) else str(number)

    def date(self, date: str) -> str:
        """Return a PartialDate as a reader expects it: `2025-09` -> `September 2025`."""
        return cldr.word_date(date, self.lang)

    def scale(self, largest: float, unit: str | None) -> tuple[float, str]:
        """Return by what to divide a chart's values up to `largest`, and the label of the unit that they are then in.

        The largest value then has one to four digits before its decimals, with the smaller word where two would do:
        3.4 billion is 3,400 `RMB million`, and 34 `亿元`.
        """
        if unit == "percent":
            return 0.01, _strip_number(cldr.word_percent(Decimal(0), self.lang), cldr.word_decimal(Decimal(0), self.lang))
        if unit == "date":
            return 1, ""
        scale = self._find_scale(abs(largest))
        return scale.size, self._label_unit(scale.word, scale.size, unit)

    def name_scale(self, size: float, unit: str | None) -> str:
        """Return the label of values divided by a `size` that another language chose: `100万元`, `RMB 100 million`."""
        scale = self._list_reached(size)[-1]
        count = size / scale.size
        return self._label_unit(scale.word if count == 1 else self._join(self.count(count), scale.word), size, unit)

    def _find_scale(self, largest: float) -> cldr.Scale:
        reached = self._list_reached(largest)
        return next((scale for scale in reached if largest / scale.size < _LARGEST_ON_AXIS), reached[-1])

    def _list_reached(self, largest: float) -> list[cldr.Scale]:
        known = (cldr.Scale(1, ""), *cldr.list_scales(self.lang))
        return [scale for scale in known if scale.size <= largest] or [known[0]]

    def _label_unit(self, word: str, size: float, unit: str | None) -> str:
        """Return the label of values in a `unit` divided by `size`, which `word` says; a unit alone has the form of many."""
        if not unit:
            return word
        if not _CURRENCY.fullmatch(unit):
            many = Decimal(size) if word else Decimal(5)
            return self._follow(
                word, _strip_number(cldr.word_measure(many, unit, self.lang), cldr.word_decimal(many, self.lang))
            )
        pattern = _own_currency(unit, self.lang, self.say)
        if not pattern:
            return self._follow(word, cldr.name_currency(None, unit, self.lang))
        if word[:1].isascii():
            pattern = re.sub(r"(?<=\S)\{n\}", " {n}", pattern)
        return pattern.replace("{n}", word).strip()

    def _follow(self, word: str, noun: str) -> str:
        """Return `noun` after the word for a power of ten, or before it where a preposition would stand between."""
        return f"{noun} ({word})" if word and cldr.parts_noun(self.lang) else self._join(word, noun)

    def _join(self, word: str, unit: str) -> str:
        return f"{word}{unit}" if cldr.is_wide(self.lang) else f"{word} {unit}".strip()


def make_numbers(lang: str, say: Say) -> Numbers:
    """Return numbers and dates as the gettext language `lang` writes them; `say` knows our own words in it."""
    return LanguageNumbers(lang, say)


def make_figures(book: FactBook, lang: str, say: Say) -> Mapping[str, FigureText]:
    """Return the figure of each fact of `book` that has a value, by the fact's id; `book` is in the language `lang`."""
    values = compute_values(book)
    return {fact.id: _make_figure(fact, values[fact.id], lang, say) for fact in book.facts if fact.id in values}


def _make_figure(fact: Fact, value: Fraction | str, lang: str, say: Say) -> FigureText:
    if isinstance(value, str):
        date = cldr.word_date(value, lang)
        wording, number = _Wording(date, date, date, ""), None
    else:
        shown = _round_value(fact, value)
        wording, number = _word_pattern(fact, _word_value(shown, fact.unit, lang, say)), _to_float(shown)
    bound = say(_BOUNDS[fact.bound]) if fact.bound != "exact" else "{n}"
    return FigureText(
        sentence=bound.replace("{n}", wording.sentence),
        short=wording.short,
        number=wording.number,
        unit=wording.unit,
        bound=bound.replace("{n}", "").strip(),
        value=number,
    )


def _word_value(number: Decimal, unit: str | None, lang: str, say: Say) -> _Wording:
    if unit == "percent":
        text = cldr.word_percent(number, lang)
        return _Wording(text, text, text, "")
    if unit and _CURRENCY.fullmatch(unit):
        short = cldr.word_currency(number, unit, lang)
        return _Wording(_word_currency(number, unit, lang, say), short, short, "")
    if unit:
        return _word_measure(number, unit, lang)
    text = cldr.word_compact(number, lang)
    return _Wording(text, text, text, "")


def _word_currency(number: Decimal, currency: str, lang: str, say: Say) -> str:
    """Return an amount for a sentence, in our own words where we have them, else in CLDR's."""
    pattern = _own_currency(currency, lang, say)
    if not pattern:
        return cldr.join_currency(number, currency, lang)
    text = pattern.replace("{n}", cldr.word_amount(abs(number), currency, lang))
    return f"-{text}" if number < 0 else text


def _own_currency(currency: str, lang: str, say: Say) -> str:
    """Return our own wording of a currency; empty where we have none, or none in this language."""
    msgid = _CURRENCIES.get(currency, "")
    pattern = say(msgid) if msgid else ""
    return pattern if pattern != msgid or lang.split("_", maxsplit=1)[0] == "en" else ""


def _word_measure(number: Decimal, unit: str, lang: str) -> _Wording:
    """Return a number with a CLDR unit; some languages have a word for two of something and no number in it."""
    plain = cldr.word_decimal(number, lang)
    text = _close_up(cldr.word_measure(number, unit, lang), lang)
    if plain not in text:
        return _Wording(text, text, text, "")
    wording = cldr.word_before_noun(number, lang)
    text = text.replace(plain, wording, 1)
    return _Wording(text, text, wording, _strip_number(text, wording))


def _close_up(text: str, lang: str) -> str:
    """Return a measure without the blank before its unit where the language writes none: CLDR's Japanese has `8.3 分`."""
    return re.sub(r"(?<=\d) (?=[\u3040-\u30ff\u4e00-\u9fff])", "", text) if script_of(lang) in UNSPACED else text


def _word_pattern(fact: Fact, inner: _Wording) -> _Wording:
    """Return the author's own text round the number (`{n}家企业`), if there is one."""
    if not fact.pattern:
        return inner
    pattern = str(fact.pattern) if "{n}" in fact.pattern else f"{{n}} {fact.pattern}"
    short = pattern.replace("{n}", inner.short)
    unit_follows = pattern.startswith("{n}")
    return _Wording(
        sentence=pattern.replace("{n}", inner.sentence),
        short=short,
        number=inner.short if unit_follows else short,
        unit=pattern.removeprefix("{n}").strip() if unit_follows else "",
    )


def _strip_number(text: str, number: str) -> str:
    return text.replace(number, "", 1).strip()


def _round_value(fact: Fact, value: Fraction) -> Decimal:
    """Return the value as it is shown: with the fact's `digits`, else exact, else rounded to two decimals (percent: one)."""
    percent = fact.unit == "percent"
    shift = 2 if percent else 0
    if fact.digits is not None:
        return _round(value, fact.digits + shift)
    exact = _round(value, _MOST_DECIMALS + shift)
    return exact if Fraction(exact) == value else _round(value, 3 if percent else 2)


def _round(value: Fraction, decimals: int) -> Decimal:
    """Return `value` rounded half away from zero; exact where that needs no more than `decimals`."""
    scaled = math.floor(abs(value) * 10**decimals + Fraction(1, 2))
    while decimals and scaled % 10 == 0:  # 1.0 is one thing to CLDR's plural rules, 1 another
        scaled, decimals = scaled // 10, decimals - 1
    return Decimal((int(value < 0 and scaled > 0), tuple(map(int, str(scaled))), -decimals))


def _to_float(number: Decimal) -> float | None:
    """Return the number for a chart; None where it is too large to draw."""
    found = float(number)
    return found if math.isfinite(found) else None

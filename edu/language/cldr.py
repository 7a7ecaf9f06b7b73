"""Numbers, amounts, measures and dates -> how a language writes them, by CLDR."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from decimal import Context, Decimal, localcontext
from functools import cache
from typing import Literal

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import format_date, format_skeleton
from babel.messages.plurals import get_plural
from babel.numbers import (
    NumberPattern,
    format_compact_currency,
    format_currency,
    format_decimal,
    format_percent,
    get_currency_name,
    get_currency_precision,
    get_currency_unit_pattern,
)
from babel.units import UnknownUnitError, format_unit

from edu.model.locale import EAST_ASIAN, PSEUDO, direction_of, is_name, script_of, web_tag

Length = Literal["short", "long"]

_MOST_DECIMALS = 2
"""A compact number has at most this many decimals; a number that would need more is written out."""

_LENGTHS: tuple[Length, ...] = ("short", "long")
_HAN_OR_KANA = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")
_KNOWN_BY_SIGN = re.compile(r"celsius|fahrenheit|(kilo|mega|giga|tera|peta)(bit|byte)|pixel")
"""Units that East Asian readers, too, know by their sign (`°C`, `GB`) rather than by a word."""

_OWN_WORDS = {("zh_Hans", "tonne"): "{n}吨"}
"""Measures for which schools have another word than CLDR."""

_NO_PART = {"Zinh", "Zmth", "Zsye", "Zsym", "Zxxx", "Zyyy", "Zzzz", "XA", "XB", "ZZ"}
"""What CLDR has names for among the scripts and regions, though nobody writes it or lives there."""
_COMPACT = re.compile(r"\b[ce]\b")
"""The operands of CLDR's plural rules that are a compact number's power of ten (UTS 35, part 3, Plural Operand Meanings)."""
_PARTED = {"ast", "cy", "gl", "sc"}
"""Languages that put a preposition after a million, though their plural rules do not tell."""
_FRACTION = re.compile(r"\.[0#]+")


@dataclass(frozen=True, slots=True)
class Scale:
    """A power of ten that a language has a word for: 10,000 and `万`, 1,000,000 and `million`."""

    size: int
    word: str


@cache
def find_locale(lang: str) -> Locale:
    """Return CLDR's locale for the gettext language `lang`; that of its base language, else English, where CLDR has none."""
    for name in (lang, lang.split("_", maxsplit=1)[0]):
        try:
            return Locale.parse(name)
        except (UnknownLocaleError, ValueError):
            continue
    return Locale.parse("en")


def knows_language(lang: str) -> bool:
    """Return whether CLDR knows the base language of the gettext name `lang`."""
    return find_locale(lang).language == lang.split("_", maxsplit=1)[0]


def is_language(name: str) -> bool:
    """Return whether `name` is a gettext name, and CLDR knows all of it: its language, script and region."""
    if not is_name(name) or not knows_language(name):
        return False
    english = Locale.parse("en")
    parts = name.split("_")[1:]
    return all(part not in _NO_PART and part in (english.scripts if len(part) == 4 else english.territories) for part in parts)


def complete_name(lang: str) -> str:
    """Return the gettext name `lang` with the script and region that CLDR takes for granted: `zh` -> `zh_Hans_CN`.

    As UTS #35 adds likely subtags. A name without such is returned as it is.
    """
    likely: Mapping[str, str] = get_global("likely_subtags")
    base, *rest = lang.split("_")
    script, region = (next((part for part in rest if len(part) == length), "") for length in (4, 2))
    keys = ([base, script, region], [base, region], [base, script], [base])
    found = next((likely[key] for key in ("_".join(filter(None, parts)) for parts in keys) if key in likely), "")
    _, likely_script, likely_region = found.split("_") if found else ("", "", "")
    return "_".join(filter(None, (base, script or likely_script, region or likely_region)))


def name_language(lang: str) -> str:
    """Return the language's name in itself: `简体中文`, `English`, `português (Brasil)`."""
    locale = find_locale(lang)
    names: Mapping[str, str] = locale.languages
    keys = (f"{locale.language}_{script_of(lang)}", lang, locale.language)
    name = next((names[key] for key in keys if key in names), lang)
    return f"{name} ({web_tag(lang)})" if lang in PSEUDO else name


@contextmanager
def _exactly() -> Iterator[None]:
    """Let Babel compute without rounding or failing: the largest number of a course has some 1,200 digits."""
    with localcontext(Context(prec=3000)):
        yield


def count_decimals(number: Decimal) -> int:
    """Return how many decimals `number` needs: 0 for 5.0, 2 for 19.95."""
    _, digits, exponent = number.as_tuple()
    zeros = len(digits) - len("".join(map(str, digits)).rstrip("0"))
    return max(0, -(int(exponent) + zeros)) if any(digits) else 0


def word_decimal(number: Decimal, lang: str, decimals: int = 0) -> str:
    """Return `number` in full, with its separators and at least `decimals` decimals: `1,314`."""
    locale = find_locale(lang)
    pattern = _set_decimals(locale.decimal_formats[None].pattern, max(decimals, count_decimals(number)))
    with _exactly():
        return format_decimal(number, format=pattern, locale=locale, decimal_quantization=False)


def word_compact(number: Decimal, lang: str) -> str:
    """Return `number` with a word for its power of ten (`2.5亿`, `250 million`), in full where digits would be lost."""
    locale = find_locale(lang)
    forms = locale.compact_decimal_formats[_longest(locale)]
    compact = _fit_compact(number, locale, forms["other"])
    if compact is None:
        return word_decimal(number, lang)
    with _exactly():
        return str(_pick_pattern(forms, compact, locale).apply(compact.mantissa, locale, decimal_quantization=False))


def _pick_pattern(forms: Mapping[str, Mapping[str, NumberPattern]], compact: _Compact, locale: Locale) -> NumberPattern:
    """Return the pattern of a compact number, by its plural form.

    Babel's format_compact_decimal takes the form "other" wherever a language has a pattern for 1 alone of another size: French.
    """
    size, other = str(compact.size), forms["other"]
    return forms.get(locale.plural_form(abs(compact.mantissa)), other).get(size, other[size])


def parts_noun(lang: str) -> bool:
    """Return whether `lang` puts a preposition between a million and a noun: `millions de kilomètres`, `milioni di chilometri`.

    Its plural rules then know compact numbers from a million on for what they are. What the preposition is, CLDR has not.
    """
    locale = find_locale(lang)
    return locale.language in _PARTED or any(_COMPACT.search(rule) for rule in locale.plural_form.rules.values())


def word_before_noun(number: Decimal, lang: str, decimals: int = 0) -> str:
    """Return `number` as a noun can follow it: compact (`149.6 million`), in full where a preposition would stand between.

    In full it has at least `decimals` decimals.
    """
    return word_decimal(number, lang, decimals) if parts_noun(lang) else _word_either(number, lang, decimals)


def _word_either(number: Decimal, lang: str, decimals: int) -> str:
    """Return `number` in the compact form, or in full with at least `decimals` decimals where it has none."""
    compact = word_compact(number, lang)
    return word_decimal(number, lang, decimals) if compact == word_decimal(number, lang) else compact


def word_currency(number: Decimal, currency: str, lang: str) -> str:
    """Return an amount in the short form with its symbol: `¥2.5亿`, `CN¥250M`, `CN¥1,314`."""
    locale = find_locale(lang)
    compact = _fit_compact(number, locale, locale.compact_currency_formats.get("short", {}).get("other", {}))
    with _exactly():
        if compact is not None:
            made = format_compact_currency(number, currency, locale=locale, fraction_digits=compact.decimals)
            return _keep_symbol(made, lang)
        pattern = _set_decimals(locale.currency_formats["standard"].pattern, amount_decimals(number, currency))
        made = format_currency(number, currency, pattern, locale, currency_digits=False, decimal_quantization=False)
        return _keep_symbol(made, lang)


def _keep_symbol(text: str, lang: str) -> str:
    """Return an amount whose currency, where it is of Latin letters and a sign (`CN¥`), keeps that order from right to left."""
    return re.sub(r"[A-Z]+[¥$£€]", "\\g<0>\u200e", text) if direction_of(lang) == "rtl" else text


def word_amount(number: Decimal, currency: str, lang: str) -> str:
    """Return an amount's number for a sentence, without its currency: `2.5亿`, `250 million`, `66`, `19.90`."""
    return _word_either(number, lang, amount_decimals(number, currency))


def amount_decimals(number: Decimal, currency: str) -> int:
    """Return how many decimals an amount is written with: none for a whole one, else at least the currency's own."""
    decimals = count_decimals(number)
    return max(decimals, get_currency_precision(currency)) if decimals else 0


def name_currency(number: Decimal | None, currency: str, lang: str) -> str:
    """Return the currency's name as it stands after `number`; the code where CLDR has no name."""
    with _exactly():
        return get_currency_name(currency, count=number, locale=find_locale(lang))


def join_currency(number: Decimal, currency: str, lang: str) -> str:
    """Return an amount with the currency's name: `500 Japanese yen`, `5 million Kenyan shillings`."""
    wording = word_before_noun(number, lang, amount_decimals(number, currency))
    with _exactly():
        pattern = get_currency_unit_pattern(currency, count=number, locale=find_locale(lang))
    return pattern.replace("{0}", wording).replace("{1}", name_currency(number, currency, lang))


def word_percent(ratio: Decimal, lang: str) -> str:
    """Return a ratio as a percentage: 0.074 -> `7.4%`."""
    locale = find_locale(lang)
    pattern = _set_decimals(locale.percent_formats[None].pattern, max(0, count_decimals(ratio) - 2))
    with _exactly():
        return format_percent(ratio, format=pattern, locale=locale, decimal_quantization=False)


def word_measure(number: Decimal, unit: str, lang: str) -> str:
    """Return a number with its CLDR unit (`5 seconds`, `5秒`, `5克`); a unit that CLDR does not know stands there as it is."""
    locale = find_locale(lang)
    plain = word_decimal(number, lang)
    if pattern := _OWN_WORDS.get((f"{locale.language}_{script_of(lang)}", unit)):
        return pattern.replace("{n}", plain)
    found = []
    for length in _LENGTHS[:: 1 if is_wide(lang) else -1]:
        try:
            with _exactly():
                text = format_unit(number, unit, length=length, locale=locale) if unit else plain
        except (UnknownUnitError, KeyError, ValueError):
            continue
        if text != f"{plain} {unit}" or locale.language == "en":
            found.append(text)
    own = [text for text in found if text.startswith(plain) and _HAN_OR_KANA.search(text)]
    return next(iter((*(own if not _KNOWN_BY_SIGN.fullmatch(unit) else ()), *found)), f"{plain} {unit}".strip())


def word_date(date: str, lang: str) -> str:
    """Return a PartialDate as a reader expects it: `2025-09` -> `September 2025`; as it is where there is no such day."""
    locale = find_locale(lang)
    try:
        match date.split("-"):
            case [year]:
                return format_skeleton("y", datetime(int(year), 1, 1), locale=locale)
            case [year, part] if part.startswith("Q"):
                return format_skeleton("yQQQ", datetime(int(year), int(part[1:]) * 3, 1), locale=locale)
            case [year, month]:
                return format_skeleton("yMMMM", datetime(int(year), int(month), 1), locale=locale)
            case [year, month, day]:
                return format_date(datetime(int(year), int(month), int(day)), "long", locale=locale)
    except (ValueError, KeyError):
        pass
    return date


def list_scales(lang: str) -> tuple[Scale, ...]:
    """Return the powers of ten from ten thousand up that `lang` has words for, smallest first, in the form of a few of them."""
    locale = find_locale(lang)
    forms = locale.compact_decimal_formats[_longest(locale)]
    table = forms.get(locale.plural_form(5), forms["other"])
    found = []
    for size, format in table.items():
        word = format.pattern.replace("0", "").replace("'", "").strip()
        if int(size) >= 10_000 and format.pattern.count("0") == 1 and word:
            found.append(Scale(int(size), word))
    return tuple(sorted(found, key=lambda scale: scale.size))


def is_wide(lang: str) -> bool:
    """Return whether `lang` is written in an East Asian script, without spaces round its words."""
    return script_of(lang) in EAST_ASIAN


def _longest(locale: Locale) -> Length:
    """Return the longest compact form: Babel has no long one for Chinese, Japanese and Korean."""
    return "long" if "other" in locale.compact_decimal_formats.get("long", {}) else "short"


@dataclass(frozen=True, slots=True)
class _Compact:
    """A compact number: the power of ten that CLDR has its pattern by, what stands before its word, and its decimals."""

    size: int
    mantissa: Decimal
    decimals: int


def _fit_compact(number: Decimal, locale: Locale, table: Mapping[str, NumberPattern]) -> _Compact | None:
    """Return how `number` is exact in the compact form of `table`; None where it has to stand in full."""
    magnitude = max((int(size) for size in table if int(size) <= abs(number)), default=0)
    pattern = table[str(magnitude)].pattern if magnitude else "0"
    if abs(number) < _smallest_compact(locale) or pattern == "0":
        return None
    with _exactly():
        mantissa = number / (magnitude // 10 ** (pattern.count("0") - 1))
    decimals = count_decimals(mantissa)
    fits = decimals <= _MOST_DECIMALS and abs(mantissa) < 10_000
    return _Compact(magnitude, round(mantissa, decimals), decimals) if fits else None


def _smallest_compact(locale: Locale) -> int:
    """Return from where on numbers are compact: ten thousand where a language counts by it (`2万`), else a million."""
    pattern = locale.compact_decimal_formats["short"]["other"]["10000"].pattern
    return 10_000 if pattern.count("0") == 1 and pattern != "0" else 1_000_000


def _set_decimals(pattern: str, digits: int) -> str:
    """Return CLDR's number pattern with exactly `digits` decimals."""
    bare = _FRACTION.sub("", pattern)
    return re.sub(r"0(?=[^0-9#.,]*(;|$))", "0" + ("." + "0" * digits if digits else ""), bare)


def plural_forms(lang: str) -> str:
    """Return the PO header's Plural-Forms of `lang`: `nplurals=2; plural=(n != 1);`."""
    return str(get_plural(find_locale(lang)))

"""A text -> the numbers that it says in words, as far as the words of its language are known."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from re import Match

_HAN_DIGITS = {char: n for n, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "兩": 2, "俩": 2, "仨": 3}
_HAN_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_HAN = f"[{''.join((*_HAN_DIGITS, *_HAN_SCALES))}]"
_HAN_NUMBER = re.compile(rf"({_HAN}{{1,16}})(?:点([{''.join(_HAN_DIGITS)}]{{1,8}}))?")
_HAN_ALONE = re.compile(rf"(?<![\d.]){_HAN_NUMBER.pattern}")
"""Not the scale of a number in digits: 5万."""
_HAN_FRACTION = re.compile(rf"({_HAN}{{1,8}})分之({_HAN}{{1,8}})")
_HAN_CLOCK = re.compile(rf"(上午|早上|下午|晚上|)({_HAN}{{1,3}})[点點]钟?(半|{_HAN}{{1,3}}(?=分))")
_HAN_HALVES = {"半年": "6", "半天": "12", "半小时": "30", "半个小时": "30", "半小時": "30", "半個小時": "30"}
_HAN_TENTHS = re.compile(rf"({_HAN})(?:[到至]?({_HAN}))?[成割](?:({_HAN}|半)分?)?")

_FIRST = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen"""
_ORDINALS = """zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
    fifteenth sixteenth seventeenth eighteenth nineteenth"""
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ONES = {word: n for words in (_FIRST, _ORDINALS) for n, word in enumerate(words.split())}
_ONES |= {word: 10 * n for n, word in enumerate(_TENS, 2)} | {f"{word[:-1]}ieth": 10 * n for n, word in enumerate(_TENS, 2)}
_SCALES = {"hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_SCALES |= {f"{word}{ending}": size for word, size in tuple(_SCALES.items()) for ending in ("s", "th", "ths")}
_OTHERS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("half", "halves"), ("0.5", "50")),
    **dict.fromkeys(("quarter", "quarters"), ("0.25", "25", "4")),
    **dict.fromkeys(("once", "single"), ("1",)),
    **dict.fromkeys(("twice", "both", "double", "doubles", "doubled", "pair", "pairs", "twofold"), ("2",)),
    **dict.fromkeys(("thirds", "triple", "thrice", "threefold"), ("3",)),
    **{"fifths": ("5",), "tenths": ("10",), "tenfold": ("10",), "decade": ("10",), "dozen": ("12",), "century": ("100",)},
}
_LETTERS = re.compile("[a-z]+")
_COUNTS = "|".join(sorted((*_FIRST.split(), *_TENS, "hundred", "thousand", "million"), key=len, reverse=True))
_ENGLISH_ROW = re.compile(rf"(?<!\d )(?<!\d-)(?:\ba )?\b(?:{_COUNTS})\b(?:(?: and |[ -])(?:{_COUNTS})\b)*", re.IGNORECASE)
_HALVES = {"half a year": "6", "half an hour": "30", "half-hour": "30", "half a day": "12"}


def word_value(value: Decimal | int) -> str:
    """Return the one spelling by which a number is compared: `1500000`, `7.4`."""
    number = Decimal(value).normalize()
    return f"{number:f}" if abs(number.adjusted()) < 400 else str(number)


@lru_cache(maxsize=8192)
def list_numerals(text: str, lang: str) -> frozenset[str]:
    """Return the numbers that `text`, in the gettext language `lang`, says in words; of a long one its parts, too."""
    read = _READERS.get(lang.partition("_")[0])
    return frozenset(read(text)) if read else frozenset()


def knows_numerals(lang: str) -> bool:
    """Return whether the words for numbers of the gettext language `lang` are known."""
    return lang.partition("_")[0] in _READERS


def write_digits(text: str, lang: str) -> str:
    """Return `text`, in the gettext language `lang`, with the whole numbers that it says in words written in digits."""
    match lang.partition("_")[0]:
        case "zh":
            return _HAN_ALONE.sub(_write_han, text)
        case "en":
            return _ENGLISH_ROW.sub(lambda found: max(_value_english(_LETTERS.findall(found[0].lower())), key=Decimal), text)
        case _:
            return text


# --- Chinese characters ------------------------------------------------------------------------------------------------


def _read_han(text: str) -> Iterator[str]:
    """Yield what Chinese and Japanese texts say; three tenths (三成) are 30 as well, a quarter (四分之一) 25."""
    for found in _HAN_NUMBER.finditer(text):
        whole, digits = found.groups()
        yield word_value(_value_han(whole))
        if digits:
            yield word_value(Decimal(f"{_value_han(whole)}.{''.join(str(_HAN_DIGITS[char]) for char in digits)}"))
    for below, above in _HAN_FRACTION.findall(text):
        if size := _value_han(below):
            yield word_value(Decimal(_value_han(above)) / size)
            yield word_value(Decimal(_value_han(above)) * 100 / size)
    for low, high, ones in _HAN_TENTHS.findall(text):  # 三四成 is 30 to 40, 三成五 and 三成半 are 35
        for tens in filter(None, (low, high)):
            yield word_value(_value_han(tens) * 10 + (5 if ones == "半" else _value_han(ones)))
    for part, hour, minute in _HAN_CLOCK.findall(text):
        for value in (_value_han(hour), _value_han(hour) % 12 + 12) if part in ("下午", "晚上") else (_value_han(hour),):
            yield f"{value}:{30 if minute == '半' else _value_han(minute):02}"
    if "半" in text:
        yield from _OTHERS["half"]
        yield from (value for word, value in _HAN_HALVES.items() if word in text)


def _write_han(found: Match[str]) -> str:
    whole, digits = found.groups()
    return str(_value_han(whole)) + (f".{''.join(str(_HAN_DIGITS[char]) for char in digits)}" if digits else "")


def _value_han(text: str) -> int:
    """Return the value of a numeral; a row of digits (二〇二五) is read digit by digit."""
    total, part, digit, last = 0, 0, 0, 0
    for char in text:
        size = _HAN_SCALES.get(char, 0)
        if not size:
            digit = digit * 10 + _HAN_DIGITS[char] if digit else _HAN_DIGITS[char]
        elif size < 10_000:
            part, digit = part + (digit or 1) * size, 0
        else:
            whole = part + digit
            total = total + (whole or 1) * size if size < last else (total + whole or 1) * size
            part, digit, last = 0, 0, size
    return total + part + digit


# --- English -----------------------------------------------------------------------------------------------------------


def _read_english(text: str) -> Iterator[str]:
    """Yield what an English text says: each word by itself, and words in a row as one number."""
    row: list[str] = []
    yield from (value for words, value in _HALVES.items() if words in text.lower())
    for word in (*_LETTERS.findall(text.lower()), ""):
        yield from _OTHERS.get(word, ())
        if word in _ONES or word in _SCALES or (row and word in ("and", "a", "half")):
            row.append(word)
        else:
            yield from _value_english(row)
            row = [word] if word == "half" else []
    yield from _value_english(row)


def _value_english(row: Sequence[str]) -> Iterator[str]:
    """Yield the value of each word of `row`, and of what they make together: `two and a half million`."""
    total, part = Decimal(0), Decimal(0)
    for word in row:
        if word in _SCALES:
            size = _SCALES[word]
            yield word_value(size)
            part = (part or Decimal(1)) * size
            total, part = (total + part, Decimal(0)) if size > 100 else (total, part)
        elif word in _ONES:
            yield word_value(_ONES[word])
            part += _ONES[word]
        elif word == "half":
            part += Decimal("0.5")
    if total + part:
        yield word_value(total + part)


_READERS: dict[str, Callable[[str], Iterator[str]]] = {"zh": _read_han, "ja": _read_han, "en": _read_english}

"""A text -> the numbers that it says in words, as far as the words of its language are known."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from edu.check.clocks import list_hours
from edu.check.han import read_han, write_han
from edu.check.values import word_value

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


@lru_cache(maxsize=8192)
def list_numerals(text: str, lang: str) -> frozenset[str]:
    """Return the numbers that `text`, in the gettext language `lang`, says in words; of a long one its parts, too."""
    read = _READERS.get(lang.partition("_")[0])
    return frozenset((*read(text), *list_hours(text))) if read else frozenset()


def knows_numerals(lang: str) -> bool:
    """Return whether the words for numbers of the gettext language `lang` are known."""
    return lang.partition("_")[0] in _READERS


def write_digits(text: str, lang: str) -> str:
    """Return `text`, in the gettext language `lang`, with the whole numbers that it says in words written in digits."""
    match lang.partition("_")[0]:
        case "zh":
            return write_han(text)
        case "en":
            return _ENGLISH_ROW.sub(lambda found: max(_value_english(_LETTERS.findall(found[0].lower())), key=Decimal), text)
        case _:
            return text


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


_READERS: dict[str, Callable[[str], Iterator[str]]] = {"zh": read_han, "ja": read_han, "en": _read_english}

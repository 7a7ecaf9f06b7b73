"""An English text -> the numbers that it says in words, and which of them are certain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from edu.check.values import Number, list_fraction, make_fraction, word_value

_FIRST = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen"""
_ORDINALS = """zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
    fifteenth sixteenth seventeenth eighteenth nineteenth"""
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ONES = {word: n for words in (_FIRST, _ORDINALS) for n, word in enumerate(words.split())}
_ONES |= {word: 10 * n for n, word in enumerate(_TENS, 2)} | {
    f"{word[:-1]}{ending}": 10 * n for n, word in enumerate(_TENS, 2) for ending in ("ieth", "ies")
}
_SCALES = {"hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_SCALES |= {f"{word}{ending}": size for word, size in tuple(_SCALES.items()) for ending in ("s", "th", "ths")}
_OTHERS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("half", "halves"), ("0.5", "50")),
    **dict.fromkeys(("quarter", "quarters"), ("0.25", "25", "4")),
    **dict.fromkeys(("once", "single"), ("1",)),
    **dict.fromkeys(("twice", "both", "double", "doubles", "doubled", "pair", "pairs"), ("2",)),
    **dict.fromkeys(("thirds", "triple", "thrice"), ("3",)),
    **{"fifths": ("5",), "tenths": ("10",), "decade": ("10",), "dozen": ("12",), "century": ("100",)},
}
_LETTERS = re.compile("[a-z]+")
_COUNTS = "|".join(sorted((*_FIRST.split(), *_TENS, "hundred", "thousand", "million"), key=len, reverse=True))
_ENGLISH_ROW = re.compile(rf"(?<!\d )(?<!\d-)(?:\ba )?\b(?:{_COUNTS})\b(?:(?: and |[ -])(?:{_COUNTS})\b)*", re.IGNORECASE)
_HALVES = {
    **{"half a year": "6", "year and a half": "18", "half a day": "12", "half a century": "50", "half a dozen": "6"},
    **{"half an hour": "30", "half-hour": "30", "half a minute": "30", "quarter of an hour": "15", "quarters of an hour": "45"},
}
_TIMES = {"dozen": 12, "decade": 10, "decades": 10, "century": 100, "centuries": 100}
_FEW = 10
"""Up to this, a number in words is often none: one, two."""
_SMALL = rf"(?:(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_FIRST.split()[1:10])}))?|{'|'.join(reversed(_FIRST.split()))})"
_GROUP = rf"(?:(?:{_SMALL}|a) hundred(?:(?: and)? {_SMALL})?|{_SMALL})"
_WELL_FORMED = re.compile(rf"(?:(?:{_GROUP}|a) (?:thousand|million|billion|trillion)(?:,? and |,? |$)){{0,4}}(?:{_GROUP})?")
_ANY = "|".join(sorted({*_ONES, *_SCALES, "half"}, key=len, reverse=True))
_CHAIN = re.compile(rf"(?<![\d.] )(?<![\d.]-)\b(?:a )?(?:{_ANY})\b(?:(?:,? and |, |[ -])(?:{_ANY})\b)*", re.IGNORECASE)
_MORE = re.compile(r" and an? | point |[ -](?:words?|characters?|letters?)\b", re.IGNORECASE)
"""What makes another number of one before it, or the length of a text."""
_GROUPS = re.compile(rf"\b{_GROUP}\b")
_YEAR = re.compile(rf"\b({'|'.join((*_FIRST.split()[10:], 'twenty'))}) ({_SMALL})\b")
_PERCENT = re.compile(r"[ -]per ?cent(?:age)?\b", re.IGNORECASE)
_PARTS = {f"{name}{ending}": n for n, name in enumerate(_ORDINALS.split()) if 2 < n <= _FEW for ending in ("", "s")}
_PARTS |= {"half": 2, "halves": 2, "quarter": 4, "quarters": 4}
_COUNTED = dict.fromkeys(("a", "an"), 1) | {word: n for n, word in enumerate(_FIRST.split()) if 0 < n < _FEW}
_PART = re.compile(rf"\b({'|'.join(_COUNTED)})[ -]({'|'.join(_PARTS)})\b(?!-)", re.IGNORECASE)


def read_english(text: str) -> Iterator[str]:
    """Yield what an English text says: each word by itself, and words in a row as one number."""
    row: list[str] = []
    yield from (value for words, value in _HALVES.items() if words in text.lower())
    for word in (*_LETTERS.findall(text.lower()), ""):
        yield from _OTHERS.get(word, ())
        if word.endswith("fold") and word[:-4] in _ONES:
            yield str(_ONES[word[:-4]])
        if word in _ONES or word in _SCALES or (row and word in ("and", "a", "half")):
            row.append(word)
        else:
            values = tuple(_value_words(row))
            yield from (*values, *(word_value(Decimal(value) * _TIMES.get(word, 1)) for value in values))
            row = [word] if word == "half" else []
    yield from _value_words(row)
    for count, name in _PART.findall(text.lower()):
        yield from list_fraction(_COUNTED[count], _PARTS[name])
    yield from map(_value_row, _GROUPS.findall(text.lower()))
    yield from (f"{_value_row(century)}{int(_value_row(year)):02}" for century, year in _YEAR.findall(text.lower()))


def find_english(text: str) -> Iterator[Number]:
    """Yield the numbers that `text` is certain to say: well-formed ones of two digits or more, and fractions."""
    for found in _CHAIN.finditer(text):
        row = found[0].lower()
        if not _WELL_FORMED.fullmatch(row) or row.removeprefix("a ") in _SCALES or _MORE.match(text, found.end()):
            continue
        value = _value_row(row)
        share = _PERCENT.match(text, found.end())
        if Decimal(value) > _FEW and not (share and value == "100"):
            yield Number(found[0], frozenset((f"{value}%" if share else value,)))
    for found in _PART.finditer(text):
        count, name = found[0].lower().replace("-", " ").split(" ")
        above, below = _COUNTED[count], _PARTS[name]
        if count[0] != "a" and name[0] not in "hq" and name.endswith("s") is (above > 1):
            yield make_fraction(found[0], above, below)


def write_english(text: str) -> str:
    """Return `text` with the whole numbers that it says in words written in digits."""
    return _ENGLISH_ROW.sub(lambda found: _value_row(found[0].lower()), text)


def _value_row(row: str) -> str:
    return max(_value_words(_LETTERS.findall(row)), key=Decimal)


def _value_words(row: Sequence[str]) -> Iterator[str]:
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

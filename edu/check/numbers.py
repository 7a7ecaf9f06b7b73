"""Two texts in two languages -> the numbers that only one of them has, however each of them writes them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from math import prod
from re import Match, Pattern

from edu.check.clocks import find_clocks
from edu.check.han import HAN_SCALES, find_shares, write_decimals
from edu.check.numerals import knows_certain, knows_numerals, list_certain, list_numerals
from edu.check.values import Number, word_value
from edu.language.number_words import NumberWords, read_number_words
from edu.model.locale import EAST_ASIAN, script_of

_MOST_SMALL = 100
_MOST_DIGITS = 2
"""A whole number up to the first, or with no more digits before its zeros, may stand in words that are not known."""
_SHARES = frozenset(("", "5", "25", "75"))
"""The decimals that a language may have words for: two and a half, a quarter."""
_SIZES = tuple(10**zeros for zeros in (2, 3, 4, 5, 6, 7, 8, 9, 12))
"""The powers of ten that some language has a word for."""
_LONGEST = 40
"""A row of more digits is no number that one counts with."""

_FRACTIONS = {"½": ".5", "¼": ".25", "¾": ".75"}
_FRACTION = re.compile("([0-9]*)([½¼¾])")
_APART = re.compile(r"(?<![A-Za-z\d.,])(?:\d{1,3}(?: \d{3})+|\d{1,2}(?:,\d{2})+,\d{3})(?!\d)")
"""Blanks between thousands, as anywhere, and commas between hundreds of thousands, as in India."""
_RUN_ON = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
"""Letters of languages without spaces between words: Thai, Lao, Burmese, Khmer."""
_NO_SCALE = "(?!千[米克瓦卡赫帕焦伏字公比]|百分|百科|十分之|百分之|千分之|万分之|亿分之|千萬別|千万[不别要]|百姓|百货)"
"""Units and words that start like a power of ten: a kilometre (千米), a percentage point (百分点)."""

_DECADE = re.compile(r"(?:\d{1,2}世[纪紀])?(?<!\d)(\d{2}|\d{3}0)(?:[年]代|['’]?s\b)|(?<!\d)(\d{2}|\d{3}0)['’]?s\b")
_CENTURY = re.compile(r"(\d{1,2})(?:世[纪紀]|(?:st|nd|rd|th)[\s-]centur\w+)")
_LENGTH = re.compile(
    r"\d+\s*(?:多|余|左右|来|至|到|[-–~～]|to|\d|\s){0,12}个?(?:字(?![母号面典])|单词|词|words?\b|characters?\b|letters?\b)"
)
"""How long an answer is: languages count it in different ways."""
_DATE = re.compile(r"(?<![\d.])(\d{4}|\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{1,2})(?![\d.])")
_PER_HUNDRED = re.compile(r"(?:百分之|(?<!\d)(?<!\d\s)[%٪])\s*$")
"""What stands before a percentage: in Chinese words, in Turkish and Basque the sign."""
_NEAR = 8
"""So many characters before a number are looked at for it."""
_WORD = re.compile(r"\s?[^\W\d_]")
_BRACKETS = re.compile(r"\([^()]*\)|（[^（）]*）|\[[^\[\]]*\]|［[^［］]*］|【[^【】]*】")


@dataclass(frozen=True, slots=True)
class _Told:
    """The numbers of a text in digits, those in words that are certain, the values of all words that may be numbers, and how
    many lengths of texts it names.
    """

    numbers: tuple[Number, ...]
    certain: tuple[Number, ...]
    words: frozenset[str]
    lengths: int
    complete: bool
    """Whether all words for numbers are known, so that what is not found is not there."""
    sure: bool
    """Whether it is known which of those words are certain to be numbers."""

    @property
    def values(self) -> frozenset[str]:
        return self.words.union(*(number.values for number in (*self.numbers, *self.certain)))


@dataclass(frozen=True, slots=True)
class Difference:
    """The numbers that stand in one of two texts only, as they are written there."""

    lost: tuple[str, ...]
    added: tuple[str, ...]


def compare_numbers(source: str, source_lang: str, text: str, lang: str) -> Difference:
    """Return the numbers of `source` that `text` has neither in digits nor in words, and those that are in `text` alone.

    What is said in words is compared where both languages are known well enough to tell that it is a number.

    Both are plain texts in gettext languages. A number that the translation explains in brackets of its own is none of them.
    """
    one, two = _read(source, source_lang), _read(text, lang)
    lost = _miss(one, two)
    added = _miss(two, one)
    if len(_BRACKETS.findall(text)) > len(_BRACKETS.findall(source)):
        inside = _read(" ".join(_BRACKETS.findall(text)), lang)
        explained = {number.written for number in (*inside.numbers, *inside.certain)}
        added = [number for number in added if number.written not in explained]
    if len(added) <= one.lengths:
        added = []
    if len(lost) <= two.lengths:
        lost = []
    if not two.complete and not added:
        lost = [number for number in lost if not _may_be_words(number)]
    if not one.complete and not lost:
        added = [number for number in added if not _may_be_words(number)]
    return Difference(_list_written(lost), _list_written(added))


def _list_written(numbers: Iterable[Number]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(number.written for number in numbers))


def _miss(told: _Told, other: _Told) -> list[Number]:
    """Return the numbers of `told` that `other` has not; one in words need not say that it is a percentage.

    Where not all words are known, a number may be the hour or the minute of a time that `other` tells.
    """
    said = other.values | {f"{word}%" for word in other.words}
    loose = not (told.complete and other.complete)
    parts = {part for number in other.numbers for pair in number.pairs for part in pair} if loose else set()
    numbers = (*told.numbers, *told.certain) if told.sure and other.sure else told.numbers
    near = said | parts
    near = said | parts
    return [number for number in numbers if not (number.values & near or any(said.issuperset(pair) for pair in number.pairs))]


def _may_be_words(number: Number) -> bool:
    """Return whether a language whose words for numbers are not known may say `number` in words."""
    return bool(number.pairs) or any(_is_plain(value.removesuffix("%")) for value in number.values)


def _is_plain(value: str) -> bool:
    """Return whether a number is small or round."""
    whole, _, rest = value.partition(".")
    small = whole.isdecimal() and int(whole) <= _MOST_SMALL
    return rest in _SHARES and (small or (not rest and len(whole.rstrip("0")) <= _MOST_DIGITS))


@lru_cache(maxsize=8192)
def _read(text: str, lang: str) -> _Told:
    plain = _make_plain(text, read_number_words(lang))
    lengths = len(_LENGTH.findall(plain))
    found: list[Number] = []

    def take(values: Iterable[str], match: Match[str], pairs: Iterable[tuple[str, str]] = ()) -> str:
        found.append(Number(match.group().strip(), frozenset(values), frozenset(pairs)))
        return " " * len(match.group())

    rest = _LENGTH.sub(lambda match: " " * len(match.group()), plain)
    rest = _DECADE.sub(lambda match: take(_list_decade(match[1] or match[2]), match), rest)
    rest = _CENTURY.sub(lambda match: take((match[1], f"{int(match[1]) - 1}00"), match), rest)
    times = [(clock.found, clock.values, clock.pairs) for clock in find_clocks(rest) if clock.digits]
    shares = [(share, [f"{value}%" for value in values], ()) for share, values in find_shares(rest) if share[1].isdecimal()]
    for match, values, pairs in (*times, *shares):
        rest = rest[: match.start()] + take(values, match, pairs) + rest[match.end() :]
    rest = _DATE.sub(lambda match: f"{match[1]} {match[3]} {match[4]}", rest)
    found += _list_numbers(rest, lang)
    words = list_numerals(plain, lang) | _list_names(plain, lang)
    return _Told(tuple(found), tuple(list_certain(plain, lang)), words, lengths, knows_numerals(lang), knows_certain(lang))


def _make_plain(text: str, words: NumberWords) -> str:
    """Return `text` with European digits, points before decimals and nothing between thousands."""
    text = _FRACTION.sub(lambda match: f"{match[1] or 0}{_FRACTIONS[match[2]]}", text)
    plain = "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in text)
    plain = unicodedata.normalize("NFKC", plain.replace("٫", ".").replace("٬", ","))
    plain = _APART.sub(lambda match: match[0].replace(" ", "").replace(",", ""), plain)
    groups = "".join(sorted({words.group, "'", "’"}))
    plain = re.sub(rf"(?<=\d)[{re.escape(groups)}](?=\d{{3}}(?!\d))", "", plain)
    return write_decimals(re.sub(r"(?<=\d),(?=\d)", ".", plain) if words.decimal == "," else plain)


def _list_decade(digits: str) -> Iterator[str]:
    """Yield the values of a decade: the 1990s are the 90s (90年代)."""
    yield digits
    yield from (f"19{digits}", f"20{digits}") if len(digits) == 2 else (str(int(digits[2:])),)


def _list_names(text: str, lang: str) -> frozenset[str]:
    """Return the numbers of the months that `text` names."""
    low = text.lower()
    return frozenset(
        str(month)
        for name, month in read_number_words(lang).months.items()
        if name in low and re.search(rf"(?<![^\W\d_]){re.escape(name)}(?![^\W\d_])", low)
    )


# --- numbers in digits -------------------------------------------------------------------------------------------------

_DIGITS = r"\d+(?:\.\d+)*"
_UNTIL = r"\s*(?:[-–—~～至到]|to\b|bis\b|à\b)\s*"


@dataclass(frozen=True, slots=True)
class _Grammar:
    """How the numbers of a language are found: `number` is one with its powers of ten, `part` each piece of it, `percent` what
    makes it a percentage, and `until` the end of a range, by which its beginning is read (2–3 million, 10 to 20%). Where it
    is not `complete`, words behind a number may be powers of ten or hundredths that are not known.
    """

    number: Pattern[str]
    part: Pattern[str]
    percent: Pattern[str]
    until: Pattern[str]
    sizes: dict[str, int]
    complete: bool


@cache
def _make_grammar(lang: str) -> _Grammar:
    words = read_number_words(lang)
    sizes = {word.lower() if len(word) > 3 else word: size for word, size in words.scales.items()}
    wide = script_of(lang) in EAST_ASIAN
    scale = "|".join(_list_scales(sizes, wide=wide)) or r"(?!)"
    piece = rf"{_DIGITS}(?:{scale})"
    percent = "|".join(re.escape(word) for word in sorted(words.percent, key=len, reverse=True) if word)
    return _Grammar(
        number=re.compile(rf"(?<![\d.])(?:(?:{piece})+|{_DIGITS})"),
        part=re.compile(rf"({_DIGITS})({scale})?"),
        percent=re.compile(rf"\s*(?:{percent})"),
        until=re.compile(rf"{_UNTIL}({_DIGITS})({scale})?(\s*(?:{percent}))?"),
        sizes=sizes,
        complete=knows_numerals(lang),
    )


def _list_scales(sizes: dict[str, int], *, wide: bool) -> Iterator[str]:
    """Yield patterns of the words for powers of ten, as they stand behind digits."""
    signs = "".join(word for word in sizes if len(word) == 1 and not word.isascii())
    if wide:
        yield f"\\s?{_NO_SCALE}[{signs}十百千]+"
    for word in sorted(sizes, key=len, reverse=True):
        if _RUN_ON.match(word):
            yield rf"\s*{re.escape(word)}"
        elif len(word) > 3:
            yield rf"\s*(?i:{re.escape(word)})(?![^\W\d_])"
        elif word.isascii():
            yield rf"{re.escape(word)}(?![^\W_])"
        elif not wide:
            yield rf"\s*{re.escape(word)}(?![^\W\d_])"


def _size_of(scale: str, grammar: _Grammar) -> int:
    """Return the power of ten that a scale stands for; Chinese ones are multiplied (千万)."""
    word = scale.strip()
    known = grammar.sizes.get(word) or grammar.sizes.get(word.lower())
    return known or prod((grammar.sizes | HAN_SCALES).get(char, 1) for char in word)


def _list_numbers(text: str, lang: str) -> Iterator[Number]:
    grammar = _make_grammar(lang)
    for found in grammar.number.finditer(text):
        if len(found.group()) > _LONGEST or _is_in_word(text, found):
            continue
        parts = grammar.part.findall(found.group())
        if any(digits.count(".") > 1 for digits, _ in parts):
            yield Number(found.group(), frozenset({found.group()}))
        else:
            yield _read_number(text, found, [(Decimal(digits), scale) for digits, scale in parts], grammar)


def _read_number(text: str, found: Match[str], parts: list[tuple[Decimal, str]], grammar: _Grammar) -> Number:
    """Return a number with its values: two of one with a letter behind it (4K), or that begins a range (2–3 million)."""
    plain = parts[0][0]
    values = {sum(value * _size_of(scale, grammar) for value, scale in parts)}
    if len(parts) == 1 and len(parts[0][1]) == 1 and parts[0][1].isascii():
        values.add(plain)
    until = grammar.until.match(text, found.end())
    if until and until[2] and not parts[0][1]:
        values.add(plain * _size_of(until[2], grammar))
    sign = grammar.percent.match(text, found.end()) or _PER_HUNDRED.search(text[max(0, found.start() - _NEAR) : found.start()])
    if not grammar.complete and not parts[-1][1] and _WORD.match(text, found.end()):
        values |= {plain * size for size in _SIZES}
    said = {word_value(value) for value in values}
    if sign or (until and until[3]):
        hundredths = frozenset(f"{value}%" for value in said)
        return Number(f"{found.group()}%", hundredths if sign else hundredths | said)
    return Number(found.group(), frozenset(said) if grammar.complete else frozenset((*said, *(f"{value}%" for value in said))))


def _is_in_word(text: str, found: Match[str]) -> bool:
    """Return whether digits stand within a word of Latin letters (B2B)."""
    digits = re.match(_DIGITS, found.group())
    after = text[found.start() + len(digits.group() if digits else "") :][:1]
    before = text[: found.start()][-1:]
    return before.isascii() and before.isalpha() and after.isascii() and after.isalpha()

"""A Chinese or Japanese text -> the numbers that it says in Chinese characters, and which of them are certain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from re import Match

from edu.check.values import Number, list_fraction, make_fraction, word_value

_DIGITS = {char: n for n, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "兩": 2, "俩": 2, "仨": 3}
HAN_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_DIGIT = f"[{''.join(_DIGITS)}]"
HAN = f"[{''.join((*_DIGITS, *HAN_SCALES))}]"
"""The pattern of one character of a number."""
_NUMBER = re.compile(rf"({HAN}{{1,16}})(?:点({_DIGIT}{{1,8}}))?")
_ALONE = re.compile(rf"(?<![\d.]){_NUMBER.pattern}")
"""Not the scale of a number in digits: 5万."""
_NEIGHBOURS = re.compile(
    rf"({HAN}{{0,8}}?)([一二两兩三四五六七八九])([二两兩三四五六七八九])([十百千万萬亿億]{{0,4}})(?!{HAN})"
)
_YEAR = re.compile(rf"(?<![\d.])(?<!{HAN})[一二]{_DIGIT}{{3}}(?=年)")
_UNITS = (
    "[个個名位人元块塊圆圓米克吨噸里步天日周週月岁歲秒次页頁种種条條家台件斤度倍本张張所座只隻辆輛題题门門款亩畝]"
    "|年(?![代级級])|分(?!之)|小时|小時|公[里斤尺顷頃]|毫|平方|立方|[美港欧歐日]元|英[里镑鎊]"
)
_COUNT = re.compile(
    rf"(?<![\d.几幾数數上好双雙成])(?<!{HAN})(?=[十{''.join(_DIGITS)}]){_NUMBER.pattern}(?!{HAN})(?=[多余餘来來]?(?:{_UNITS}))"
)
"""What is counted. A number that begins as 千万 or 百姓 does, or stands behind 几, is often none."""
_PER_HUNDRED = re.compile(rf"百分之(?=[十{''.join(_DIGITS)}]){_NUMBER.pattern}(?!{HAN}|[几幾])")
_FEW = 10
"""Up to this, characters of numbers are often none: 一, 两, 十分."""
_FRACTION = re.compile(rf"({HAN}{{1,8}})分之({HAN}{{1,8}})")
_ONE = "[1-9一二两兩三四五六七八九]"
_TENTHS = re.compile(
    rf"(?<![\d.])({_ONE})(?:\s?(?:到|至|[-–~～])?\s?({_ONE}))?\s?[成割](?![员員为為功立本长長人年熟果分份品])(?:([\d一二三四五六七八九]|半)分?)?"
)
_OFF = re.compile(rf"(?<![\d.])({_ONE})\.?({_ONE})?\s?折(?![叠疊扇页頁线線断斷磨])")
_COUNTED = "(?:[个個天年倍里元块塊米斤吨噸页頁步]|小时|小時|公里)"
_AND_HALF = re.compile(rf"(?<![\d.])(\d{{1,9}}|{HAN}{{1,8}})({_COUNTED})半(?![天年径徑价價])")
_AND_TENTHS = re.compile(
    rf"(?<![\d.])(\d{{1,4}}|{HAN}{{1,4}})([米块塊])(\d{{1,2}}(?![\d.])|{_DIGIT}{{1,2}}(?!{HAN}))(?![个個名位只隻种種条條])"
)
_DOZEN = re.compile(rf"({HAN}{{1,2}})打(?!折)")
_HALVES = {"半年": "6", "半天": "12", "半小时": "30", "半个小时": "30", "半小時": "30", "半個小時": "30", "半分": "30"}
_QUARTERS = {"一刻钟": "15", "一刻鐘": "15", "三刻钟": "45", "三刻鐘": "45"}


def read_han(text: str) -> Iterator[str]:
    """Yield what Chinese and Japanese texts say; three tenths (三成) are 30, a quarter (四分之一) is 25 as well."""
    for found in _NUMBER.finditer(text):
        yield word_value(_value(found))
    for more, low, high, scale in _NEIGHBOURS.findall(text):  # 二三十 is 20 to 30
        if value_han(high) == value_han(low) + 1:
            yield from (word_value(value_han(f"{more}{digit}{scale}")) for digit in (low, high))
    for below, above in _FRACTION.findall(text):
        yield from list_fraction(value_han(above), value_han(below))
    for _, shares in find_shares(text):
        yield from shares
    yield from (word_value(12 * value_han(count)) for count in _DOZEN.findall(text))
    for whole, piece in _AND_HALF.findall(text):
        half = value_han(whole) + Decimal("0.5")
        yield from map(word_value, (half, half * 12 if piece == "年" else half * 60))
    for whole, _, tenths in _AND_TENTHS.findall(text):
        yield word_value(Decimal(f"{value_han(whole)}.{_spell_digits(tenths)}"))
    if "半" in text:
        yield from ("0.5", "50", *(value for word, value in _HALVES.items() if word in text))
    yield from (value for word, value in _QUARTERS.items() if word in text)


def find_certain(text: str) -> Iterator[Number]:
    """Yield the numbers that a Chinese `text` is certain to say: what is counted, percentages, fractions, years and times."""
    for found in _YEAR.finditer(text):
        yield Number(found[0], frozenset((word_value(value_han(found[0])),)))
    for found in _PER_HUNDRED.finditer(text):
        if not _NEIGHBOURS.search(found[1]):
            yield Number(found[0], frozenset((f"{word_value(_value(found))}%",)))
    for found in _FRACTION.finditer(text):
        below, above = map(value_han, found.groups())
        if 0 < above < below <= _FEW:
            yield make_fraction(found[0], above, below)
    for found in _COUNT.finditer(text):
        value = _value(found)
        if (value > _FEW or found[2]) and not _NEIGHBOURS.search(found[1]):
            kilo = found[0].endswith("千") and text[found.end() :][:1] in "米克"
            yield Number(found[0], frozenset(map(word_value, (value, value / 1000) if kilo else (value,))))


def find_shares(text: str) -> Iterator[tuple[Match[str], tuple[str, ...]]]:
    """Yield where `text` tells tenths, in digits or characters, with their hundredths: 三成五 is 35, 八折 is 80 or 20 off."""
    for found in _TENTHS.finditer(text):
        low, high, ones = found.groups()
        more = 5 if ones == "半" else value_han(ones or "")
        yield found, tuple(word_value(value_han(tens) * 10 + more) for tens in (low, high) if tens)
    for found in _OFF.finditer(text):
        left = value_han(found[1]) * 10 + value_han(found[2] or "")
        yield found, (word_value(left), word_value(100 - left))


def write_decimals(text: str) -> str:
    """Return a Chinese `text` with what stands behind a unit before it, where it is told in digits: 1米8, 2个半."""
    text = _AND_TENTHS.sub(lambda found: f"{found[1]}.{found[3]}{found[2]}" if found[1].isdecimal() else found[0], text)
    return _AND_HALF.sub(lambda found: f"{found[1]}.5{found[2]}" if found[1].isdecimal() else found[0], text)


def write_han(text: str) -> str:
    """Return `text` with the numbers that it says in characters written in digits."""
    return _ALONE.sub(lambda found: f"{_value(found):f}", text)


def value_han(text: str) -> int:
    """Return the value of a numeral; a row of digits (二〇二五) is read digit by digit, and 三百五 as 350."""
    total, part, digit, last, before = 0, 0, 0, 0, ""
    for char in text:
        size = HAN_SCALES.get(char, 0)
        if not size:
            value = int(char) if char.isdecimal() else _DIGITS[char]
            digit = digit * 10 + value if digit else value
        elif size < 10_000:
            part, digit = part + (digit or 1) * size, 0
        else:
            whole = part + digit
            total = total + (whole or 1) * size if size < last else (total + whole or 1) * size
            part, digit, last = 0, 0, size
        before = before[-1:] + char
    short = HAN_SCALES.get(before[:1], 0) if len(text) > 2 else 0
    return total + part + digit * (short // 10 if short > 10 else 1)


def _value(found: Match[str]) -> Decimal:
    whole, digits = found.groups()
    return Decimal(f"{value_han(whole)}.{_spell_digits(digits or '0')}").normalize()


def _spell_digits(text: str) -> str:
    return "".join(char if char.isdecimal() else str(_DIGITS[char]) for char in text)

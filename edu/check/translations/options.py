"""The choices of a question and their translations -> lengths that a translation gave away, and letters that name choices."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from edu.check.items.text import measure_cells
from edu.check.translations.bitext import Bitext, Pair, Side
from edu.problems import Code, Problem

_OPTION = re.compile(r"(.+/quiz#questions\[[^\]]+\](?:\.blanks\[[^\]]+\])?\.choices)\[[^\]]+\]\.text$")
_EVEN, _ODD, _LEAST_CELLS = 1.5, 2.0, 12
"""Choices are alike in length where the longest has at most so many times the others' mean; from how many times on, and by
how many cells, one of them stands out."""


def find_uneven_options(bitext: Bitext) -> Iterator[Problem]:
    """Yield the choice that is far longer than the others in the translation alone: it catches the eye, right or wrong."""
    questions: defaultdict[str, list[Pair]] = defaultdict(list)
    for pair in bitext.pairs:
        for found in filter(None, map(_OPTION.match, pair.trails)):
            questions[found[1]].append(pair)
    for pairs in questions.values():
        if len(pairs) > 2 and _compare([_measure(pair.source) for pair in pairs])[0] <= _EVEN:
            lengths = [_measure(pair.target) for pair in pairs]
            ratio, excess = _compare(lengths)
            if ratio >= _ODD and excess >= _LEAST_CELLS:
                longest = pairs[lengths.index(max(lengths))]
                yield longest.tell(Code.TRANSLATION_UNEVEN, ratio=f"{ratio:.1f}")


def _measure(side: Side) -> int:
    return measure_cells(side.plain)


def _compare(lengths: list[int]) -> tuple[float, float]:
    """Return how many times as long as the others' mean the longest is, and by how much it is longer."""
    longest = max(lengths)
    mean = (sum(lengths) - longest) / (len(lengths) - 1)
    return longest / max(mean, 1), longest - mean


# --- letters -----------------------------------------------------------------------------------------------------------

_NO_WORD = "(?![A-Za-z0-9’'+&-])"
_ALONE = "(?<![A-Za-z0-9&+-])"
_LETTERS = rf"[A-HＡ-Ｈ]{_NO_WORD}(?:\s*(?:、|,|和|与|或|and|or)\s*[A-HＡ-Ｈ]{_NO_WORD}){{0,8}}"
_CHINESE = (
    rf"(?:选了?|选择|选项|答案[是为]?|答案应[是为]|選|選擇|選項)\s*[“「(（]?{_LETTERS}|{_ALONE}{_LETTERS}\s*[两二三]?[项項]"
)
_NAMED = rf"\b(?:[Aa]nswers?|[Oo]ptions?|[Cc]hoices?)(?: (?:is|are|was))?:?\s+[“(]?{_LETTERS}"
_CHOSEN = rf"\b(?:[Cc]hoose|[Pp]ick|[Ss]elect|[Cc]hose|[Pp]icked|[Ss]elected)\s+[“(]?(?:[B-H]{_NO_WORD}|A(?=[.,;:?!)]|$))"
_JOINING = """and as because both but here how if just now only or since so that then though thus when whether while why"""
_CLAUSE = "|".join((r"(?<!\w )", *(rf"(?<=\b(?i:{word}) )" for word in _JOINING.split())))
"""Where a letter may stand for itself: behind another word it is a part of a name (vitamin C)."""
_BE = r"(?:is|are|was|were)(?:n[’']t)?"
_JUDGED = (
    rf"{_ALONE}(?:{_CLAUSE}){_LETTERS}\s*{_BE} (?:not )?(?:the )?(?:right|correct|wrong|incorrect|best|answer)\b"
    rf"|{_ALONE}{_LETTERS}\s*[项項]?(?:[才并也都不]?(?:正确|正確|错误|錯誤)|不对|不對|才对|才對|是[对對错錯正]|不是(?:正|答案))"
)
_BY_LETTER = re.compile("|".join((_CHINESE, _NAMED, _CHOSEN, _JUDGED)))
_END = r"(?=[”)）]{0,2}\s*(?:[.,;:!?，。；：！？、]|$))"
_GIVEN = re.compile(rf"(?:\b(?:{_BE}|be|not)|[’']s)\s+[“(]?{_LETTERS}{_END}|[是为為非]\s*[“(（]?{_LETTERS}{_END}", re.MULTILINE)
"""A letter that something is said to be: so texts speak of many things, and here of a choice where the source has no letter."""
_LETTER = re.compile("|".join((_CHINESE, _NAMED, _CHOSEN, _JUDGED)))
_LETTER = re.compile(rf"{_ALONE}[A-HＡ-Ｈ甲乙丙丁]{_NO_WORD}")


def find_answer_letters(pair: Pair) -> Iterator[Problem]:
    """Yield words that name a choice by its letter, in a question whose choices each student sees in another order."""
    if not pair.mixed:
        return
    source, target = pair.source.plain, pair.target.plain
    found = _BY_LETTER.search(target)
    if not (found and _BY_LETTER.search(source)):
        found = None if _LETTER.search(source) else found or _GIVEN.search(target)
    if found:
        yield pair.tell(Code.TRANSLATION_LETTER, text=found.group().strip())

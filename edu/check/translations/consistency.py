"""A course and its translation -> what is translated or written in one way here and in another there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from re import Pattern

from edu.check.items.text import HAN
from edu.check.translations.bitext import Bitext, Pair
from edu.check.translations.profile import LATIN, cut_round, find_profile
from edu.check.translations.terms import fold
from edu.plan.fold import fold_text
from edu.problems import N_, Code, Problem

_ARTICLE = re.compile(r" (?:a|an|the)(?= )")


def find_inconsistent(bitext: Bitext) -> Iterator[Problem]:
    """Yield translations of a text that is translated otherwise elsewhere, but for forms of words and marks at the end."""
    first: dict[tuple[str, str, bool], Pair] = {}
    for pair in bitext.pairs:
        other = first.setdefault((fold_text(pair.source.prose), pair.context, pair.answers), pair)
        if other is not pair and _fold(pair, bitext.lang) != _fold(other, bitext.lang):
            yield pair.tell(Code.TRANSLATION_INCONSISTENT, other=str(other.target.prose), where=str(other.place))


def _fold(pair: Pair, lang: str) -> str:
    text = fold_text(pair.target.prose)
    return text if find_profile(lang).wide else _ARTICLE.sub("", fold(text, lang))


# --- two ways to write the same ----------------------------------------------------------------------------------------

_Ways = tuple[str, Pattern[str], str, Pattern[str]]
"""Two ways to write something: each with our word for it, and with what shows it."""

_WORD = rf"[{LATIN}](?:[{LATIN}’'&+.-]|(?<=[{LATIN}])\d)*"
_LETTER_BEFORE_HAN = rf"(?<![{LATIN}\d.°%’'&+-])(?<!\d\s){_WORD}"
_NO_GAP = re.compile(rf"(?<=[{HAN}])[{LATIN}](?![{LATIN}]*[\d°%])|{_LETTER_BEFORE_HAN}(?=[{HAN}])")
_GAP = re.compile(rf"(?<=[{HAN}])[ \u00a0\u2009\u202f]+[{LATIN}]|{_LETTER_BEFORE_HAN}[ \u00a0\u2009\u202f]+(?=[{HAN}])")
_NONE, _SPACE = (
    N_("no space between Chinese characters and Latin letters"),
    N_("a space between Chinese characters and Latin letters"),
)
_CURLY, _STRAIGHT = N_("curly apostrophes and quotation marks (’ “ ”)"), N_("straight apostrophes and quotation marks (' \")")
_APOSTROPHES: _Ways = (
    _CURLY,
    re.compile("(?<=\\w)’|[“”]"),
    _STRAIGHT,
    re.compile("(?<=\\w)'(?=\\w)|(?<=s)'(?=\\s)|(?<!\\d)\""),
)
_GAPS: _Ways = (_NONE, _NO_GAP, _SPACE, _GAP)


def find_mixed_style(bitext: Bitext) -> Iterator[Problem]:
    """Yield translations that are written in the one of two good ways that is not the course's, or the rarer one."""
    if find_profile(bitext.lang).wide:
        wanted = {"none": _NONE, "space": _SPACE}.get(bitext.gap, "")
        yield from _find_mixed(bitext.pairs, _GAPS, wanted)
    else:
        yield from _find_mixed(bitext.pairs, _APOSTROPHES, "")


def _find_mixed(pairs: Sequence[Pair], ways: _Ways, wanted: str) -> Iterator[Problem]:
    one, shows_one, two, shows_two = ways
    counts: Counter[str] = Counter()
    found: list[tuple[Pair, str, str]] = []
    for pair in pairs:
        for way, pattern in ((one, shows_one), (two, shows_two)):
            if count := len(pattern.findall(pair.target.plain)):
                counts[way] += count
                found.append((pair, way, cut_round(pair.target.plain, pattern.search(pair.target.plain))))
    usual = wanted or (two if counts[two] > counts[one] else one)
    for pair, way, text in found:
        if way != usual:
            yield pair.tell(Code.TRANSLATION_MIXED_STYLE, reason=usual, text=text)

"""A text and its translation -> words that were left in the source's language, or stand there twice."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from edu.check.items.text import HAN
from edu.check.translations.bitext import Bitext, Pair
from edu.check.translations.profile import LATIN, LATIN_WORD, find_profile, hide_addresses
from edu.model.locale import script_of
from edu.problems import Code, Problem

_HAN_RUN = re.compile(rf"[{HAN}]+(?:[，。、：；？！·“”（）]*[{HAN}]+)*")
_QUOTED = re.compile(
    r"\([^()]*\)|（[^（）]*）|\[[^\[\]]*\]|“[^“”]*”|\"[^\"]*\"|‘[^‘’]*’|«[^«»]*»|»[^«»]*«|‹[^‹›]*›|›[^‹›]*‹"
    r"|„[^„“”]*[“”]|‚[^‚‘’]*[‘’]|”[^”]*”|「[^「」]*」|《[^《》]*》|『[^『』]*』"
)
_NAMED = re.compile(
    rf"\b(?:characters?|hanzi|kanji|words?|terms?|Chinese|written|writes?)\W{{1,2}}[{HAN}]+|(?<![{HAN}])[{HAN}]+\W{{1,2}}(?:means?|is)\b"
)
"""Chinese characters that a text in another language speaks of."""
_SINGLE = rf"(?<![{HAN}\d])(?<!\d )[{HAN}](?![{HAN}])"
_CHARACTER = re.compile(rf"\b(?:characters?|hanzi|kanji)\W{{1,2}}[{HAN}](?![{HAN}])|{_SINGLE} \([{LATIN}]")
_QUOTED_CHARACTER = re.compile(rf"[“‘\"「『][{HAN}][”’\"」』]|[这這个個]字|[汉漢]字")
_WORD = re.compile(LATIN_WORD)
_ROW = re.compile(rf"(?<![{LATIN}'’-]){LATIN_WORD}(?:[ ,;]+{LATIN_WORD}){{2,}}")
_SMALL_WORDS = """of the and for a an in on at to by with from or de la le du des von van der und et y da do del di"""
_SMALL = frozenset(_SMALL_WORDS.split())
"""Words in small letters within names and titles."""


def find_leftovers(pair: Pair) -> Iterator[Problem]:
    """Yield what stands in the translation as it stood in the source: Chinese in a language without it, or a row of words."""
    if pair.source.prose == pair.target.prose:
        return
    bare = hide_addresses(_QUOTED.sub(" ", pair.target.plain))
    if not find_profile(pair.target.lang).wide and script_of(pair.target.lang) != "Kore":
        bare = _NAMED.sub(" ", bare)
        if _speaks_of_characters(pair):
            bare = re.sub(_SINGLE, lambda found: " " if found.group() in pair.source.plain else found.group(), bare)
        run = next((run for run in _HAN_RUN.findall(bare) if not _is_kept(run, pair)), "")
        if run:
            yield pair.tell(Code.TRANSLATION_LEFTOVER, text=run[:40])
    elif row := next((row for row in _ROW.findall(bare) if _is_left(row, pair)), ""):
        yield pair.tell(Code.TRANSLATION_LEFTOVER, text=row[:40])


def _is_kept(run: str, pair: Pair) -> bool:
    """Return whether Chinese characters stand in a source that is not Chinese, too."""
    return run in pair.source.plain and not find_profile(pair.source.lang).wide


def _speaks_of_characters(pair: Pair) -> bool:
    """Return whether single characters are what the text is about: it names one, says what one means, or quotes one."""
    return bool(_CHARACTER.search(pair.target.plain) or _QUOTED_CHARACTER.search(pair.source.plain))


def _is_left(row: str, pair: Pair) -> bool:
    """Return whether a row of Latin words is a part of the source, and more than names."""
    return row in pair.source.plain and sum(word[0].islower() and word not in _SMALL for word in _WORD.findall(row)) > 1


# --- copies ------------------------------------------------------------------------------------------------------------

_CHINESE_ONLY = re.compile("[的了是这那们吗呢们么]")
_LEAST_WORDS = 4
"""Fewer words may be the same in two languages with one script."""


def find_copies(bitext: Bitext) -> Iterator[Problem]:
    """Yield texts that their translation only repeats, unless they are names, numbers, code or terms that are equal in both."""
    if bitext.source.partition("_")[0] == bitext.lang.partition("_")[0]:
        return
    kept = [pair.source.plain for pair in bitext.pairs if _is_same(pair) and pair.names]
    names = re.compile("|".join(map(re.escape, sorted(kept, key=len, reverse=True))) or "(?!)", re.IGNORECASE)
    for pair in bitext.pairs:
        if _is_same(pair) and not pair.names and _has_sense(names.sub(" ", hide_addresses(pair.source.plain)), pair):
            yield pair.tell(Code.TRANSLATION_COPY)


def _is_same(pair: Pair) -> bool:
    return pair.source.prose.split() == pair.target.prose.split()


def _has_sense(text: str, pair: Pair) -> bool:
    """Return whether there is something to translate in `text`, which is the same in both languages."""
    one, two = script_of(pair.source.lang), script_of(pair.target.lang)
    if two == "Jpan" and one in ("Hans", "Hant"):
        return bool(_CHINESE_ONLY.search(text))
    if one != "Latn":
        return any(char.isalpha() and not re.match(f"[{LATIN}µΩα-ωΑ-Ω]", char) for char in text)
    words = _WORD.findall(text)
    small = [word for word in words if word[0].islower() and len(word) > 2 and word not in _SMALL and word.islower()]
    if two == "Latn":
        return len(words) >= _LEAST_WORDS and bool(small)
    return bool(small)


# --- words that stand twice --------------------------------------------------------------------------------------------

_TWICE = re.compile(rf"(?<![\w'’-])({LATIN_WORD})[ \u00a0\n]+(\1)(?![\w'’-])", re.IGNORECASE)
_HAN_TWICE = re.compile(
    "(?<![目标标有])(?P<one>的)的(?![确士])|(?P<two>了)了(?![解结却然])|(?<![于可但还就不凡总老正])(?P<three>是)是(?![非否])"
    "|(?P<four>在)在(?![线职校座读场乎意家])|(?<![平温暖])(?P<five>和)和(?![平谐解气睦声])|(?P<six>与)与(?!会)"
    rf"|(?P<word>[{HAN}]{{2,8}})(?P=word)"
)
_MAY_REPEAT = re.compile(
    "一.|[很好许]多|非常|十分|研究|讨论|考虑|商量|休息|学习|练习|比较|观察|思考|分析|介绍|了解|打听|收拾|锻炼|体会|试验|实验|解释|整理|活动"
    "|交流|检查|准备|照顾|复习|请教|商讨|参观|欣赏|回忆|感受|总结|归纳|意思|打扮|放松|热闹|高兴|轻松|认识|尝试|琢磨|调查|计算|改进|运动"
    "|享受|体验|宣传|安排|布置|討論|學習|練習|比較|觀察"
)
"""Chinese words that may be said twice: verbs of what is done for a moment, and what is said with stress."""


def find_doubled_words(pair: Pair) -> Iterator[Problem]:
    """Yield a word that stands twice in a row in the translation, where that of the source does not."""
    profile = find_profile(pair.target.lang)
    text, source = pair.target.plain, pair.source.plain.lower()
    word = _find_twice_in_chinese(text) if profile.wide else _find_twice(text, profile.repeated)
    if word and not any(f"{word}{gap}{word}".lower() in source for gap in ("", " ", ", ")):
        yield pair.tell(Code.TRANSLATION_DOUBLED, word=word)


def _find_twice(text: str, repeated: Collection[str] | None) -> str:
    """Return the first word that stands twice; a name may (Baden Baden), and any where nothing is known of a language."""
    for one, two in _TWICE.findall(text) if repeated is not None else ():
        named = one[0].isupper() and two[0].isupper()
        if not named and one.lower() not in (repeated or ()):
            return str(one)
    return ""


def _find_twice_in_chinese(text: str) -> str:
    for found in _HAN_TWICE.finditer(text):
        word = found[found.lastgroup or 0]
        if len(word) == 1 or not (_MAY_REPEAT.fullmatch(word) or len(set(word)) == 1):
            return word
    return ""

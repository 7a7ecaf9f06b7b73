"""A translation -> marks that its language writes in another way, and spaces where it has none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from edu.check.items.text import HAN
from edu.check.translations.bitext import Pair
from edu.check.translations.profile import LATIN, Profile, cut_round, find_profile, hide_addresses
from edu.model.inline import OPAQUE
from edu.model.locale import script_of
from edu.problems import N_, Code, Problem

_BESIDE = f"[{HAN}\u3040-\u30ff{OPAQUE}，。、；：？！）】》」』”“《「]"
_HAN = f"[{HAN}\u3040-\u30ff]"
_NARROW_MARK = re.compile(rf"(?<={_HAN})(?:[,;:?!](?![\d/])|\.(?=\s*(?:{_BESIDE}|$)))|[,;](?={_HAN})", re.MULTILINE)
_NARROW_BRACKET = re.compile(rf"(?<={_HAN})\((?!\d+\))|\((?={_HAN}{{2}})|(?<={_HAN})\)")
_DOTS = re.compile(rf"(?<=[{HAN}{OPAQUE}”」])(?:\.{{2,}}|。{{2,}}|(?<!…)…(?!…))|(?:(?<!\.)\.{{3,}}|(?<!…)…(?!…))(?=[{HAN}])")
_DASH = re.compile(rf"(?<=[{HAN}”」，。])\s*(?:--+|(?<!—)—(?!—)|─+|–)\s*(?=[{HAN}“「{LATIN}])")
_ANY_DASH = re.compile(r"—|\s[–-]\s|--")
_STRAIGHT = re.compile(rf"(?<={_HAN})[\"']|[\"'](?={_HAN})")
_OTHER_QUOTES = {"“”": re.compile("[「」]"), "「」": re.compile(rf"“(?={_HAN})|(?<={_HAN})”")}
_WIDE_LETTERS = re.compile("[０-９Ａ-Ｚａ-ｚ]")
_WIDE_MARKS = re.compile(
    "[，。；：？！、（）【】～％０-９Ａ-Ｚａ-ｚ]|……|——|[《》「」『』](?![^《》「」]{0,100}[\uac00-\ud7af])"
)
"""Marks of Chinese; quotation marks with Hangul not far behind them are Korean."""
_HAN_ROW = re.compile(rf"(?<![{HAN}])[{HAN}]+[，。；：？！、]+(?=[{HAN}])|[《「『][{HAN}]+[》」』]")
"""A quotation in Chinese within a text in another language."""


def find_foreign_marks(pair: Pair) -> Iterator[Problem]:
    """Yield marks of the translation that are not as its language writes them."""
    profile = find_profile(pair.target.lang)
    text = hide_addresses(pair.target.plain)
    found = _list_narrow(text, pair, profile) if profile.wide else _list_wide(text)
    if first := next(found, None):
        reason, mark = first
        yield pair.tell(Code.TRANSLATION_TYPOGRAPHY, reason=reason, mark=mark.strip())


def _list_narrow(text: str, pair: Pair, profile: Profile) -> Iterator[tuple[str, str]]:
    """Yield what a language with wide marks writes otherwise, and why."""
    for pattern in (_NARROW_MARK, _NARROW_BRACKET):
        if found := pattern.search(text):
            yield N_("marks beside Chinese characters are full-width: ，。；：？！（）"), found.group()
    if script_of(profile.lang) == "Jpan":
        return
    if found := _DOTS.search(text):
        yield N_("an ellipsis has six dots: ……"), found.group()
    if (found := _DASH.search(text)) and _ANY_DASH.search(pair.source.plain):
        yield N_("a dash is as long as two characters: ——"), found.group()
    if found := _STRAIGHT.search(text) or _OTHER_QUOTES[profile.quotes].search(text):
        reasons = {"“”": N_("quotation marks are “ ”"), "「」": N_("quotation marks are 「 」")}
        yield reasons[profile.quotes], found.group()
    if (found := _WIDE_LETTERS.search(text)) and not _WIDE_LETTERS.search(pair.source.plain):
        yield N_("digits and Latin letters are half-width"), found.group()


def _list_wide(text: str) -> Iterator[tuple[str, str]]:
    if found := _WIDE_MARKS.search(_HAN_ROW.sub(" ", text)):
        yield N_("this mark is one of Chinese"), found.group()


# --- spaces ------------------------------------------------------------------------------------------------------------

_SPACE = "[ \u00a0\u2009\u202f\u3000]"
_ROUND_WIDE = re.compile(
    rf"(?<=\S){_SPACE}+[，。、；：？！）】》」』（【《「『]|(?<={_HAN}){_SPACE}+“|[，。、；：？！（【《「『]{_SPACE}+(?!\|)|“{_SPACE}+|(?<={_HAN}){_SPACE}+”"
)
_DOUBLE = re.compile(r"(?<=\S)[ \u00a0]{2,}(?=\S)")
_BEFORE = re.compile(rf"(?<=[\w{OPAQUE}’”\"')]){_SPACE}+([,;:?!»]|\.(?!\w)(?!\.))(?![\w()/=-])")
_INSIDE = re.compile(rf"[(\[]{_SPACE}+\S|(?<=\S){_SPACE}+[)\]](?!\()")
_NONE_BEHIND = re.compile(rf"(?<=[{LATIN}]{{3}})(?:[,;!?](?=[{LATIN}]{{2}})|\.(?=[A-Z][a-z]+\s))")


def find_odd_spaces(pair: Pair) -> Iterator[Problem]:
    """Yield spaces of the translation that do not belong there, and marks without one behind them."""
    profile = find_profile(pair.target.lang)
    text = hide_addresses(pair.target.plain)
    if _DOUBLE.search(text) and not _DOUBLE.search(pair.source.plain):
        yield pair.tell(Code.TRANSLATION_SPACING, reason=N_("two spaces in a row"), text=cut_round(text, _DOUBLE.search(text)))
    elif profile.wide and _ROUND_WIDE.search(text):
        reason = N_("a full-width mark has no space beside it")
        yield pair.tell(Code.TRANSLATION_SPACING, reason=reason, text=cut_round(text, _ROUND_WIDE.search(text)))
    elif not profile.wide:
        yield from _find_spaces_of_words(pair, text, profile)


def _find_spaces_of_words(pair: Pair, text: str, profile: Profile) -> Iterator[Problem]:
    """Yield odd spaces in a language that parts its words by them."""
    before = next((found for found in _BEFORE.finditer(text) if found[1] not in profile.before), None)
    if before and not _BEFORE.search(pair.source.plain):
        yield pair.tell(Code.TRANSLATION_SPACING, reason=N_("a space before a mark"), text=cut_round(text, before))
    elif found := _INSIDE.search(text):
        yield pair.tell(Code.TRANSLATION_SPACING, reason=N_("a space inside brackets"), text=cut_round(text, found))
    elif found := _NONE_BEHIND.search(text):
        yield pair.tell(Code.TRANSLATION_SPACING, reason=N_("no space behind a mark"), text=cut_round(text, found))

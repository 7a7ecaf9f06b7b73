"""A course -> pseudo-languages: what an author sees of translations before there are any, made while a course is built.

`en_XA` is accented and as long as English is, `ar_XB` stands in Arabic letters and runs from right to left (the names are
CLDR's and Android's). Words that nobody can translate show at once, for they look as ever; figures, gaps and marks are kept.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from itertools import cycle

from edu.language.catalogue import Catalogue, Translation
from edu.language.po.entry import Key
from edu.language.trails import domain_of, domains_of, find_noted, has_words, placeholders
from edu.model.course import Course, list_course_prose
from edu.model.locale import UNSPACED, script_of
from edu.model.prose import Plain, Prose
from edu.model.stretch import Kind, Stretch, Stretches, split_codes, split_marked
from edu.problems import Place, Say

_ACCENTED = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", "àbçđéfĝĥîĵķļmñôþqŕšţûvŵxýžÀBÇĐÉFĜĤÎĴĶĻMÑÔÞQŔŠŢÛVŴXÝŽ"
)
_ARABIC = str.maketrans("abcdefghijklmnopqrstuvwxyz,;?", "ابثدعفغهيجكلمنوحقرستضطظشذز،؛؟")
_WRITERS: Mapping[str, Callable[[str], str]] = {
    "en_XA": lambda text: text.translate(_ACCENTED),
    "ar_XB": lambda text: _take_accents(text).lower().translate(_ARABIC),
}
_VOWEL = re.compile(r"(?<=[A-Za-z])[aeiou]")
"""What Arabic does not write: without it, English in its letters is no longer than English."""

_HAN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
_MARKS = str.maketrans(
    {"，": ", ", "。": ". ", "？": "? ", "！": "! ", "：": ": ", "；": "; ", "、": ", ", "（": " (", "）": ") ", "　": " "}
)
_BLANKS = re.compile(r" +(?=[ ,.?!:;)])")
_ONSETS, _VOWELS, _ENDS = "bdfghklmnprstvz", "aeiou", "nlrs"

_LONGER, _LONGER_SHORT, _LONGER_LATIN = 1.5, 1.75, 1.35
"""How wide a translation is beside a text in Chinese, beside one of up to `_SHORT` characters (both measured on 813 pairs of a
slide course), and beside a text in another script (what those who plan translations reckon with).
"""
_SHORT = 6
_WIDTHS, _ARABIC_WIDTH = {"W": 1.0, "F": 1.0}, 0.65
_PADDING = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")

_NUMBER = re.compile(r"\{n\}")
_FIELD = re.compile(r"\{\{[^{}]*\}\}|\{[^{}]*\}|<[^<>]*>")


def make_pseudo_catalogue(course: Course, lang: str, english: Catalogue | None) -> Catalogue:
    """Return a "translation" of each text of `course` into the pseudo-language `lang`: of its English where there is one."""
    domains: dict[str, dict[Key, Translation]] = {domain: {} for domain in domains_of(course)}
    wide = script_of(course.settings.language) in UNSPACED
    for trail, text in list_course_prose(course):
        if has_words(text):
            context = find_noted(course, trail).context
            base = _find_english(text, english.find(trail, text, context) if english else None)
            made = Translation(_change_text(text, base, lang, wide=wide), False, Place(""))
            domains[domain_of(trail)][context, str(text)] = made
    return Catalogue(lang, domains)


def make_pseudo_words(lang: str) -> Say:
    """Return our own words in the pseudo-language `lang`, as long as they are: many of them stand within other texts."""
    return lambda msgid: _write(split_codes(msgid, _FIELD), lang)


def _find_english(text: Prose, found: Translation | None) -> Prose:
    """Return the English of `text` where it is sound, else the text itself."""
    english = type(text)(found.text) if found and not found.fuzzy else type(text)("")
    return english if english and placeholders(english) == placeholders(text) else text


def _change_text(text: Prose, base: Prose, lang: str, *, wide: bool) -> str:
    """Return `base` in the pseudo-language, in brackets and as wide as a translation of `text` may well be."""
    plain = isinstance(text, Plain)
    split = (lambda text: split_codes(text, _NUMBER)) if plain else split_marked
    stretches = split(base)
    body = _write(stretches, lang)
    if plain:  # an answer to be typed, a unit, an alt text: what is compared with, or stands within other texts
        return body
    short = len(text) <= _SHORT
    factor = (_LONGER_SHORT if short else _LONGER) if wide else _LONGER_LATIN
    missing = factor * _measure(split(text)) - _measure(split(body))
    longer = f"[{body}{_pad(missing - 1, lang)}]"
    return longer if _list_kept(split(longer)) == _list_kept(stretches) else body


def _write(stretches: Stretches, lang: str) -> str:
    """Return the stretches with their words in the letters of `lang`; blanks part these from marks, as they do in Latin."""
    written = []
    for index, stretch in enumerate(stretches):
        text = stretch.text
        if stretch.kind is Kind.WORDS:
            text = _VOWEL.sub("", text) if lang == "ar_XB" else text
            text = _HAN.sub(lambda found: f" {_spell(found.group())} ", text.translate(_MARKS))
            text = _BLANKS.sub("", text)
            if index == 0 or stretches[index - 1].kind is Kind.OPEN:
                text = text if stretch.text[:1].isspace() else text.lstrip(" ")
            if index == len(stretches) - 1 or stretches[index + 1].kind is Kind.CLOSE:
                text = text if stretch.text[-1:].isspace() else text.rstrip(" ")
            text = _WRITERS[lang](text)
        written.append(text)
    return "".join(written)


def _spell(han: str) -> str:
    """Return a made-up word for each two characters, three letters wide for each: other characters, other letters."""
    parts = []
    for index, char in enumerate(han):
        code = ord(char)
        onset, vowel = _ONSETS[code % len(_ONSETS)], _VOWELS[code // 15 % len(_VOWELS)]
        parts.append(onset + vowel + (_ENDS[code // 75 % len(_ENDS)] if index % 2 else ""))
    return " ".join("".join(parts[index : index + 2]) for index in range(0, len(parts), 2))


def _pad(width: float, lang: str) -> str:
    """Return words that are at least `width` em wide."""
    padding = ""
    for word in cycle(_PADDING):
        if _measure(split_codes(padding)) >= width:
            break
        padding += _write(split_codes(f" {word}"), lang)
    return padding


def _measure(stretches: Stretches) -> float:
    """Return about how wide the words are, in em."""
    words = "".join(stretch.text for stretch in stretches if stretch.kind is Kind.WORDS)
    return sum(_WIDTHS.get(unicodedata.east_asian_width(char), _ARABIC_WIDTH if char > "\u05ff" else 0.5) for char in words)


def _list_kept(stretches: Stretches) -> list[Stretch]:
    return [stretch for stretch in stretches if stretch.kind is not Kind.WORDS]


def _take_accents(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char))

"""Lists of choices -> choices that refer to each other, and lists that do not hang together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from edu.check.items.sheet import Choosing, Option, Sheet
from edu.check.items.text import find_repeated
from edu.check.items.tongue import Tongue
from edu.plan.fold import fold_text
from edu.problems import Code, Kind, Problem

LEAST, MOST = 3, 5
"""How many choices a question has."""
SHORT = 80
"""A choice of more characters is no number, and refers to no other."""

_LISTED = re.compile(r"[①-⑩]|[(（][1-9一二三四五六][)）]|\b[A-F]\b.*\b[A-F]\b|(?<![A-Za-z])[A-F][、,，和与].*[A-F](?![A-Za-z])")
"""A question that names things by letters or numbers itself."""
_LETTER = re.compile("[A-Fa-f]")
_ALONE = re.compile("(?<![A-Za-z])[A-F](?![A-Za-z])")


def find_references(sheet: Sheet) -> Iterator[Problem]:
    """Yield each choice that stands for all others, for none of them, or for some by their place."""
    for question, choosing in sheet.choosings:
        listed = _LISTED.search(question.stem) or _has_letters(choosing)
        found = {
            option.trail: _read_reference(option, choosing, sheet.tongue, by_place=not listed) for option in choosing.options
        }
        for option in choosing.options if None in found.values() else ():
            if code := found[option.trail]:
                yield Problem(code, option.trail, {"lang": sheet.lang, "text": option.text})


def _has_letters(choosing: Choosing) -> bool:
    """Return whether the choices are letters themselves, or speak of one behind that of the last choice."""
    texts = [option.text for option in choosing.options]
    spoken = (letter for text in texts for letter in _ALONE.findall(text))
    return any(_LETTER.fullmatch(text) for text in texts) or max(spoken, default="A") >= "ABCDEF"[len(texts) :][:1] > ""


def _read_reference(option: Option, choosing: Choosing, tongue: Tongue, *, by_place: bool) -> Kind | None:
    text = fold_text(option.text)
    if len(text) > SHORT:
        return None
    if tongue.all_above.fullmatch(text):
        return Code.ALL_ABOVE
    if tongue.none_above.fullmatch(text):
        return Code.NONE_ABOVE
    return (
        Code.OPTION_POSITION
        if by_place and choosing.shuffle and tongue.positions.fullmatch(option.text.strip(" .。"))
        else None
    )


def find_odd_counts(sheet: Sheet) -> Iterator[Problem]:
    """Yield each question with fewer or more choices than one has."""
    for _, choosing in sheet.choosings:
        count = len(choosing.options)
        if not choosing.gap and count < LEAST:
            yield Problem(Code.FEW_OPTIONS, choosing.trail, {"count": count})
        if not choosing.gap and count > MOST:
            yield Problem(Code.MANY_OPTIONS, choosing.trail, {"count": count})


def find_mixed_forms(sheet: Sheet) -> Iterator[Problem]:
    """Yield each list of which some choices end with a mark and others with another or with none."""
    for _, choosing in sheet.choosings:
        marks = [_read_mark(option.text) for option in choosing.options]
        if len(set(marks)) > 1 and not (all(marks) and len(set(marks)) > 2):
            values = {"lang": sheet.lang, "mark": next(mark for mark in marks if mark)}
            yield Problem(Code.MIXED_FORM, choosing.trail, values)


_SHORT = re.compile(r"(?:\b[A-Z]\.)+$|\b(?:jr|sr|etc|inc|ltd|co|st|dr|mr|mrs|vs|no|a\.m|p\.m|e\.g|i\.e)\.$", re.IGNORECASE)
_CODE = re.compile(r"[A-Za-z_]\([^)]*\)\W?$|[;{}]\s*$|[\d)]!$")
"""Ends like a call, a line of code or a factorial, not like a sentence."""
_END = re.compile(r"(?:[.。!！?？;；]|…+|\.{3})[\"'”’)）」]*$")


def _read_mark(text: str) -> str:
    end = text[-12:]
    found = None if _SHORT.search(end) or _CODE.search(text) else _END.search(end)
    return found.group()[0] if found else ""


def find_repeated_phrases(sheet: Sheet) -> Iterator[Problem]:
    """Yield what all choices of a question start or end with."""
    for _, choosing in sheet.choosings:
        if text := find_repeated([option.text for option in choosing.options]):
            yield Problem(Code.REPEATED_PHRASE, choosing.trail, {"lang": sheet.lang, "text": text})

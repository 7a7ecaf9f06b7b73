"""Questions -> what makes one hard to read, or leaves open what it asks."""

from __future__ import annotations

from collections.abc import Iterator
from re import Match

from edu.check.items.sheet import Question, Sheet
from edu.check.items.text import count_reading, hide_quotes
from edu.check.items.tongue import Tongue
from edu.problems import Code, Problem

MOST_WORDS, MOST_CHARACTERS = 60, 120
"""How long a question may be, in words or in East Asian characters."""
_ASKING = ("single", "multiple", "numeric", "text")
_CHOICES = ("single", "multiple")


def find_negatives(sheet: Sheet) -> Iterator[Problem]:
    """Yield each negative question whose negation is not emphasised, and each negative choice of a negative question."""
    for question in sheet.questions:
        found = _find_negative(question, sheet.tongue) if question.kind in _CHOICES else None
        if not found:
            continue
        word = found["no"]
        if not _is_strong(word, question.strong):
            yield Problem(Code.PLAIN_NEGATIVE, f"{question.trail}.text", {"lang": sheet.lang, "text": word})
        options = (option for choosing in question.choosings for option in choosing.options)
        if double := next((option for option in options if sheet.tongue.negation.search(hide_quotes(option.text))), None):
            yield Problem(Code.DOUBLE_NEGATIVE, double.trail, {"lang": sheet.lang, "text": double.text})


def _find_negative(question: Question, tongue: Tongue) -> Match[str] | None:
    said = hide_quotes(question.stem)
    return next((found for pattern in tongue.negative if (found := pattern.search(said))), None)


def _is_strong(word: str, strong: tuple[str, ...]) -> bool:
    """Return whether a negation is emphasised: bold, italic, or in capitals."""
    low = [text.lower().strip() for text in strong]
    return is_capital(word) or any(word.lower() in text or (text and text in word.lower()) for text in low)


def is_capital(word: str) -> bool:
    """Return whether a negation is written in capitals: NOT, EXCEPT."""
    return word.isupper() and len(word) > 2


def find_no_questions(sheet: Sheet) -> Iterator[Problem]:
    """Yield each question that has no question in it: no verb, no mark, no gap."""
    asks = sheet.tongue.asks
    for question in sheet.questions:
        if asks and question.kind in _ASKING and not asks.search(question.stem):
            yield Problem(Code.NO_QUESTION, f"{question.trail}.text", {"lang": sheet.lang, "text": question.stem})


def find_long_stems(sheet: Sheet) -> Iterator[Problem]:
    """Yield each question that is too long to be kept in mind."""
    for question in sheet.questions:
        count, wide = count_reading(question.stem)
        most = MOST_CHARACTERS if wide else MOST_WORDS
        if question.kind != "open" and count > most:
            yield Problem(Code.LONG_STEM, f"{question.trail}.text", {"lang": sheet.lang, "count": count, "most": most})


def find_opinions(sheet: Sheet) -> Iterator[Problem]:
    """Yield each question that asks for an opinion and names neither whose it is nor a source."""
    for question in sheet.questions:
        found = sheet.tongue.opinion.search(question.stem) if question.kind != "open" and not question.sourced else None
        if found and not sheet.tongue.sourced.search(question.stem):
            yield Problem(Code.OPINION, f"{question.trail}.text", {"lang": sheet.lang, "text": found.group()})


def find_colours(sheet: Sheet) -> Iterator[Problem]:
    """Yield each question that tells something in a picture by its colour alone."""
    tongue = sheet.tongue
    for question in sheet.questions:
        stem = question.stem
        found = tongue.colour.search(stem) or (tongue.picture.search(stem) and tongue.coloured.search(stem))
        if found and not tongue.labelled.search(stem):
            yield Problem(Code.COLOUR_IN_QUESTION, f"{question.trail}.text", {"lang": sheet.lang, "text": found.group()})

"""What the item linter knows of a language: by which words and marks a text says what."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from re import Pattern

from edu.plan.fold import fold_text

NEVER = re.compile(r"(?!)")
"""Is found nowhere: stands where nothing is known of a language."""

Fit = tuple[str, Callable[[str], bool]]
"""What stands before a gap, and whether a choice fits behind it by grammar."""


@dataclass(frozen=True, slots=True, eq=False)
class Tongue:
    """The word lists of a language, as patterns; those of whole texts are matched against them folded.

    Whole choices: `all_above`, `none_above`, `positions`. In a question: `negative` (its group `no` is the word to emphasise),
    `asks`, `opinion` unless `sourced`, `colour` and, where a `picture` is spoken of, `coloured`, unless it is also `labelled`.
    In a choice: `negation`, `absolute`. In a feedback: `filler`, the words of one that says nothing, and `tells`, those of one
    that tells the answer. `stops` are the words, or characters, that carry no meaning of their own; `stem` makes a word's
    forms alike.
    """

    all_above: Pattern[str] = NEVER
    none_above: Pattern[str] = NEVER
    positions: Pattern[str] = NEVER
    negative: tuple[Pattern[str], ...] = ()
    negation: Pattern[str] = NEVER
    absolute: Pattern[str] = NEVER
    asks: Pattern[str] | None = None
    opinion: Pattern[str] = NEVER
    sourced: Pattern[str] = NEVER
    colour: Pattern[str] = NEVER
    coloured: Pattern[str] = NEVER
    picture: Pattern[str] = NEVER
    labelled: Pattern[str] = NEVER
    filler: Pattern[str] = NEVER
    tells: Pattern[str] = NEVER
    judges: Pattern[str] = NEVER
    """In feedback on a statement: that it is true or false."""
    amount: Pattern[str] = NEVER
    """In a question: how much, how often; “all” and “never” are answers to it like others."""
    spelling: Pattern[str] = NEVER
    """In a question: that it is about letters, marks or code, so that choices may differ by these alone."""
    pairs: Pattern[str] = NEVER
    """In a question: that `3-1` is no range but two numbers."""
    below: Pattern[str] = NEVER
    above: Pattern[str] = NEVER
    includes: Pattern[str] = NEVER
    """In a choice that is a number: up to it, or from it on; in such words, that the number itself is part of it."""
    digits: Callable[[str], str] = lambda text: text
    """A text with the numbers that it says in words written in digits."""
    date: Callable[[str], float | None] = lambda text: None
    """The date that a folded text is: a number that is larger the later it is."""
    stops: frozenset[str] = frozenset()
    stem: Callable[[str], str] = lambda word: word
    fit: Callable[[str], Fit | None] = lambda before: None


def refers(text: str, tongue: Tongue) -> bool:
    """Return whether a choice stands for all others or for none of them: such a choice has a rule of its own."""
    folded = fold_text(text)
    return bool(tongue.all_above.fullmatch(folded) or tongue.none_above.fullmatch(folded))

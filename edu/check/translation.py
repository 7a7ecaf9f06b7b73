"""A course beside its translation -> what is wrong with the translation."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from edu.check.translations import figures, markup
from edu.check.translations.bitext import Bitext, Pair
from edu.problems import Problem, Problems

PairRule = Callable[[Pair], Iterator[Problem]]
Rule = Callable[[Bitext], Iterator[Problem]]

PAIR_RULES: tuple[PairRule, ...] = (
    markup.find_lost_markup,
    markup.find_lost_paragraphs,
    figures.find_changed_numbers,
)
"""The rules about one text and its translation."""

RULES: tuple[Rule, ...] = ()
"""The rules about all translations of a course into a language together."""


def check_bitext(bitext: Bitext) -> Problems:
    """Return what every rule finds in the translations of a course."""
    return (
        *(problem for pair in bitext.pairs for rule in PAIR_RULES for problem in rule(pair)),
        *(problem for rule in RULES for problem in rule(bitext)),
    )

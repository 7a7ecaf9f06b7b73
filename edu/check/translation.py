"""A course beside its translation -> what is wrong with the translation."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from edu.check.translations import consistency, figures, marks, markup, options, room, terms, typography, words
from edu.check.translations.bitext import Bitext, Pair
from edu.problems import Problem, Problems

PairRule = Callable[[Pair], Iterator[Problem]]
Rule = Callable[[Bitext], Iterator[Problem]]

PAIR_RULES: tuple[PairRule, ...] = (
    markup.find_lost_markup,
    markup.find_lost_paragraphs,
    figures.find_changed_numbers,
    marks.find_other_marks,
    marks.find_open_brackets,
    words.find_leftovers,
    words.find_doubled_words,
    options.find_answer_letters,
    room.find_long,
    typography.find_foreign_marks,
    typography.find_odd_spaces,
)
"""The rules about one text and its translation."""

RULES: tuple[Rule, ...] = (
    words.find_copies,
    terms.find_other_terms,
    consistency.find_inconsistent,
    consistency.find_mixed_style,
    options.find_uneven_options,
)
"""The rules about all translations of a course into a language together."""


def check_bitext(bitext: Bitext) -> Problems:
    """Return what every rule finds in the translations of a course."""
    return (
        *(problem for pair in bitext.pairs for rule in PAIR_RULES for problem in rule(pair)),
        *(problem for rule in RULES for problem in rule(bitext)),
    )

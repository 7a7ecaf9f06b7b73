"""A planned quiz -> what would mislead a student in one of its languages, or measure something else than was meant."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import assert_never

from edu.check.items import cues, keys, options, ranges, stems
from edu.check.items.parity import check_parity
from edu.check.items.sheet import Sheet, find_tongue, read_sheet
from edu.check.items.text import read_alike
from edu.model.course import Judgement
from edu.model.edition import Edition
from edu.model.locale import PSEUDO
from edu.plan.paper import (
    ChoiceGap,
    Cloze,
    Group,
    Item,
    Match,
    Multiple,
    Numeric,
    Open,
    Option,
    Order,
    Paper,
    Part,
    Single,
    TextEntry,
    TrueFalse,
)
from edu.problems import Code, Level, Problem, Problems

Rule = Callable[[Sheet], Iterator[Problem]]


def find_equal_options(paper: Paper, item: Item) -> Iterator[Problem]:
    """Yield each two options of a question that read alike in a language, whatever their case, width and marks."""
    for choices in _choices(item):
        for lang in paper.languages:
            seen: dict[str, str] = {}
            exact = bool(find_tongue(lang).spelling.search("".join(run.text for run in item.text[lang])))
            for option in choices:
                text = "".join(run.text for run in option.text[lang])
                other = seen.setdefault(read_alike(text, exact=exact), option.id)
                if other != option.id:
                    yield Problem(
                        Code.EQUAL_OPTIONS, item.trail, {"one": other, "other": option.id, "text": text, "lang": lang}
                    )


def _choices(item: Item) -> list[Sequence[Option | Part]]:
    """Return the lists that a student chooses from, each by itself."""
    match item.body:
        case Single() | Multiple() | TrueFalse():
            return [item.body.options]
        case Cloze():
            return [gap.options for gap in item.body.gaps if isinstance(gap, ChoiceGap)]
        case Match():
            return [item.body.lefts, item.body.rights]
        case Order():
            return [item.body.parts]
        case Group():
            return [item.body.groups, item.body.parts]
        case Numeric() | TextEntry() | Open():
            return []
        case _:
            assert_never(item.body)


RULES: tuple[Rule, ...] = (
    cues.find_long_keys,
    cues.find_longest_keys,
    cues.find_absolute_words,
    cues.find_stem_echoes,
    cues.find_grammar_cues,
    cues.find_key_positions,
    options.find_references,
    options.find_odd_counts,
    ranges.find_overlaps,
    ranges.find_unsorted,
    options.find_mixed_forms,
    options.find_repeated_phrases,
    stems.find_negatives,
    stems.find_no_questions,
    stems.find_long_stems,
    stems.find_opinions,
    stems.find_colours,
    keys.find_poor_feedback,
    keys.find_told_keys,
    keys.find_keys_elsewhere,
    keys.find_unbalanced,
)
"""The rules about a quiz in one language."""


def set_levels(problems: Iterable[Problem], lint: Mapping[str, Judgement]) -> Problems:
    """Return the problems as bad as the course finds them by their codes, without those that it turns off."""
    judged = ((problem, lint.get(problem.code.id)) for problem in problems)
    return tuple(
        replace(problem, judged=Level(judgement)) if judgement else problem
        for problem, judgement in judged
        if judgement != "off"
    )


def check_translations(editions: Sequence[Edition], module_id: str) -> Problems:
    """Return where a quiz asks something else in one of `editions`, the source's first, than in the source language."""
    source, *others = editions
    quizzes = {e.lang: next(m.quiz for m in e.course.modules if m.id == module_id) for e in editions}
    trail = f"{module_id}/quiz#"
    return tuple(
        problem
        for other in others
        if other.lang not in PSEUDO  # their numbers in words are no words
        for problem in check_parity(quizzes[source.lang], source.lang, quizzes[other.lang], other.lang, trail, other.fallbacks)
    )


def check_paper(paper: Paper) -> Problems:
    """Return what every rule finds in `paper`, each language on its own: a translation can add a cue."""
    sheets = [read_sheet(paper, lang) for lang in paper.languages]
    return (
        *(problem for item in paper.items for problem in find_equal_options(paper, item)),
        *(problem for item in paper.items for problem in keys.find_passing_mistakes(item)),
        *(problem for sheet in sheets for rule in RULES for problem in rule(sheet)),
    )

"""A planned quiz -> what would mislead a student in one of its languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import assert_never

from edu.plan.fold import fold_text
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
from edu.problems import Code, Problem, Problems

Rule = Callable[[Paper, Item], Iterator[Problem]]


def find_equal_options(paper: Paper, item: Item) -> Iterator[Problem]:
    """Yield each two options of a question that read alike in a language, whatever their case, width and marks."""
    for options in _choices(item):
        for lang in paper.languages:
            seen: dict[str, str] = {}
            for option in options:
                text = "".join(run.text for run in option.text[lang])
                other = seen.setdefault(fold_text(text), option.id)
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


RULES: tuple[Rule, ...] = (find_equal_options,)


def check_paper(paper: Paper) -> Problems:
    """Return what every rule finds in the items of `paper`."""
    return tuple(problem for rule in RULES for item in paper.items for problem in rule(paper, item))

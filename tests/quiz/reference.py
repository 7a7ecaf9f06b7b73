"""What an answer is worth, reckoned from the Paper alone: a second opinion on the page's own scorer."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any, assert_never

from edu.plan.fold import fold_text
from edu.plan.paper import (
    ChoiceGap,
    Cloze,
    Gap,
    Group,
    Item,
    Match,
    Multiple,
    Numeric,
    Open,
    Order,
    Single,
    TextEntry,
    TrueFalse,
)

Answer = Any
"""As the page keeps it: chosen or ordered ids, an id or a text by part, a typed text."""


def share_of(item: Item, answer: Answer) -> Fraction:
    """Return the share of the points, from 0 to 1."""
    body = item.body
    match body:
        case Single() | TrueFalse():
            return Fraction(int(any(option.right and option.id in answer for option in body.options)))
        case Multiple():
            chosen = [option.right for option in body.options if option.id in answer]
            return _weigh(item, chosen.count(True), chosen.count(False), sum(option.right for option in body.options))
        case Numeric():
            return Fraction(int(abs(Fraction(answer["text"]) - body.answer) <= body.tolerance))
        case TextEntry():
            return Fraction(int(fold_text(answer["text"]) in body.accepted))
        case Cloze():
            return _weigh_parts(item, [_mark_gap(gap, answer.get(gap.id)) for gap in body.gaps])
        case Match() | Group():
            parts = body.lefts if isinstance(body, Match) else body.parts
            return _weigh_parts(item, [_mark(body.key[part.id], answer.get(part.id)) for part in parts])
        case Order():
            return _weigh_parts(item, [given == part.id for given, part in zip(answer, body.parts, strict=True)])
        case Open():
            met = sum(line.points for line in body.rubric if line.id in answer["met"])
            return Fraction(met, item.points)
        case _:
            assert_never(body)


def _mark(key: str, given: str | None) -> bool | None:
    return given == key if given else None


def _mark_gap(gap: Gap, given: str | None) -> bool | None:
    if not given:
        return None
    if isinstance(gap, ChoiceGap):
        return any(option.right and option.id == given for option in gap.options)
    return fold_text(given) in gap.accepted


def _weigh_parts(item: Item, marks: Sequence[bool | None]) -> Fraction:
    return _weigh(item, marks.count(True), marks.count(False), len(marks))


def _weigh(item: Item, right: int, wrong: int, of: int) -> Fraction:
    match item.scoring:
        case "all_or_nothing":
            return Fraction(int(right == of and not wrong))
        case "each_right":
            return Fraction(right, of)
        case "right_minus_wrong":
            return max(Fraction(0), Fraction(right - wrong, of))
        case _:
            assert_never(item.scoring)


def draw_answer(item: Item, dice: random.Random) -> Answer:
    """Return an answer that a student might give: right, wrong, in part or not at all."""
    body = item.body
    match body:
        case Single() | TrueFalse():
            return [dice.choice(body.options).id]
        case Multiple():
            return [option.id for option in body.options if dice.random() < 0.5]
        case Numeric():
            return {
                "text": f"{float(body.answer + body.tolerance * dice.choice([-2, -1, 0, 1, 2]) + dice.choice([0, 0, 1])):.6f}"
            }
        case TextEntry():
            return {"text": dice.choice([*(text for shown in body.shown.values() for text in shown), "zzz", " ", "no"])}
        case Cloze():
            return {gap.id: _draw_gap(gap, dice) for gap in body.gaps}
        case Match() | Group():
            targets = body.rights if isinstance(body, Match) else body.groups
            parts = body.lefts if isinstance(body, Match) else body.parts
            return _draw_key([part.id for part in parts], body.key, [part.id for part in targets], dice)
        case Order():
            ids = [part.id for part in body.parts]
            return dice.sample(ids, len(ids)) if dice.random() < 0.7 else ids
        case Open():
            return {"text": "words", "met": [line.id for line in body.rubric if dice.random() < 0.5]}
        case _:
            assert_never(body)


def _draw_gap(gap: Gap, dice: random.Random) -> str:
    if isinstance(gap, ChoiceGap):
        return dice.choice(["", *(option.id for option in gap.options)])
    return dice.choice(["", "zzz", *(text for shown in gap.shown.values() for text in shown)])


def _draw_key(parts: Sequence[str], key: Mapping[str, str], targets: Sequence[str], dice: random.Random) -> dict[str, str]:
    return {part: dice.choice([key[part], dice.choice(targets), ""]) for part in parts}


def make_answer(item: Item, *, right: bool) -> Answer:
    """Return an answer that is right, or wrong in every part."""
    body = item.body
    match body:
        case Single() | Multiple() | TrueFalse():
            chosen = [option.id for option in body.options if option.right == right]
            return chosen if isinstance(body, Multiple) else chosen[:1]
        case Numeric():
            return {"text": f"{float(body.answer + (0 if right else 3 * body.answer + 1000)):.6f}"}
        case TextEntry():
            return {"text": next(iter(body.shown.values()))[0] if right else "zzz"}
        case Cloze():
            return {gap.id: _answer_gap(gap, right=right) for gap in body.gaps}
        case Match() | Group():
            targets = [part.id for part in (body.rights if isinstance(body, Match) else body.groups)]
            return {part: key if right else next(id for id in targets if id != key) for part, key in body.key.items()}
        case Order():
            ids = [part.id for part in body.parts]
            return ids if right else [*ids[1:], ids[0]]
        case Open():
            return {"text": "words", "met": [line.id for line in body.rubric if right]}
        case _:
            assert_never(body)


def _answer_gap(gap: Gap, *, right: bool) -> str:
    if isinstance(gap, ChoiceGap):
        return next(option.id for option in gap.options if option.right == right)
    return next(iter(gap.shown.values()))[0] if right else "zzz"

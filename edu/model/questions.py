"""The kinds of questions that an author can write."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from edu.model.prose import FactId, Id, Node, Noted, Notes, Plain, Prose
from edu.model.slides import Number

Level = Literal["remember", "understand", "apply", "analyse", "evaluate", "create"]
"""The level of thinking (Bloom's taxonomy, revised)."""

Scoring = Literal["all_or_nothing", "each_right", "right_minus_wrong"]
"""Partial credit: none; a share for each right part; the same less a share for each wrong one, floored at zero."""


class BaseQuestion(Noted):
    """What every question has. `text` is the stem; `slide` is where the answer was taught."""

    id: Id
    text: Prose
    objective: Id
    level: Level
    slide: Id
    facts: tuple[FactId, ...] = ()
    hint: Prose | None = None
    explanation: Notes
    points: Annotated[int, Field(ge=1, le=100, strict=True)] = 1
    scoring: Scoring = "all_or_nothing"


class Choice(Node):
    id: Id
    text: Prose
    right: bool = False
    feedback: Prose | None = None


class SingleQuestion(BaseQuestion):
    kind: Literal["single"]
    choices: tuple[Choice, ...] = Field(min_length=2, max_length=10)
    shuffle: bool = True


class MultipleQuestion(BaseQuestion):
    kind: Literal["multiple"]
    choices: tuple[Choice, ...] = Field(min_length=2, max_length=10)
    shuffle: bool = True
    scoring: Scoring = "right_minus_wrong"


class TrueFalseQuestion(BaseQuestion):
    """`feedback` is shown to who chose wrong."""

    kind: Literal["true_false"]
    answer: bool
    feedback: Prose


class Mistake(Node):
    """A wrong number that students get by a known misconception."""

    value: Number | FactId
    feedback: Prose


class NumericQuestion(BaseQuestion):
    """A number, right within ± `tolerance`. `answer` is a number or the id of a fact; both in the unit that `unit` names."""

    kind: Literal["numeric"]
    answer: Number | FactId
    tolerance: Annotated[int | float, Field(ge=0, allow_inf_nan=False)] = 0
    unit: Prose | None = None
    mistakes: tuple[Mistake, ...] = ()
    feedback: Prose | None = None


class TextQuestion(BaseQuestion):
    """A word or phrase; answers are compared after folding NFKC, case, width and spaces."""

    kind: Literal["text"]
    accepted: tuple[Plain, ...] = Field(min_length=1)
    feedback: Prose | None = None


class Blank(Node):
    """A gap `[[id]]` in the sentence: a drop-down of `choices`, or a text field with `accepted` answers."""

    id: Id
    choices: tuple[Choice, ...] = ()
    accepted: tuple[Plain, ...] = ()
    feedback: Prose | None = None


class ClozeQuestion(BaseQuestion):
    """`sentence` holds the gaps as `[[id]]`."""

    kind: Literal["cloze"]
    sentence: Notes
    blanks: tuple[Blank, ...] = Field(min_length=1)
    scoring: Scoring = "each_right"


class Pair(Node):
    id: Id
    left: Prose
    right: Prose
    feedback: Prose | None = None


class Extra(Node):
    """A right-hand side that belongs to no left-hand side."""

    id: Id
    text: Prose


class MatchQuestion(BaseQuestion):
    kind: Literal["match"]
    pairs: tuple[Pair, ...] = Field(min_length=2, max_length=10)
    extras: tuple[Extra, ...] = ()
    scoring: Scoring = "each_right"


class Item(Node):
    id: Id
    text: Prose


class OrderQuestion(BaseQuestion):
    """`items` stand in the right order; `feedback` is shown for a wrong one."""

    kind: Literal["order"]
    items: tuple[Item, ...] = Field(min_length=3, max_length=10)
    feedback: Prose | None = None


class Group(Node):
    id: Id
    name: Prose


class Member(Node):
    id: Id
    text: Prose
    group: Id
    feedback: Prose | None = None


class GroupQuestion(BaseQuestion):
    kind: Literal["group"]
    groups: tuple[Group, ...] = Field(min_length=2, max_length=5)
    items: tuple[Member, ...] = Field(min_length=2, max_length=12)
    scoring: Scoring = "each_right"


class Criterion(Node):
    """One criterion of a rubric and the points it is worth."""

    id: Id
    text: Prose
    points: Annotated[int, Field(ge=1, le=100, strict=True)] = 1


class OpenQuestion(BaseQuestion):
    """A free answer that the student sets against a rubric and a sample; `points` is the sum of the rubric's."""

    kind: Literal["open"]
    rubric: tuple[Criterion, ...] = Field(min_length=1)
    sample: Notes


Question = Annotated[
    SingleQuestion
    | MultipleQuestion
    | TrueFalseQuestion
    | NumericQuestion
    | TextQuestion
    | ClozeQuestion
    | MatchQuestion
    | OrderQuestion
    | GroupQuestion
    | OpenQuestion,
    Field(discriminator="kind"),
]


class Quiz(Noted):
    """`quiz.yaml`. `tries` is how often a question may be answered before its key is shown."""

    title: Prose
    intro: Prose | None = None
    mode: Literal["study", "exam"] = "study"
    tries: Annotated[int, Field(ge=1, le=5, strict=True)] = 2
    questions: tuple[Question, ...] = Field(min_length=1)

"""The kinds of questions that an author can write."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from edu.model.prose import FactId, Id, Node, Noted, Notes, Plain, Prose, explain_choices
from edu.model.slides import Number
from edu.problems import N_

Level = Annotated[
    Literal["remember", "understand", "apply", "analyse", "evaluate", "create"],
    explain_choices(
        N_("say again what was taught"),
        N_("explain it in other words"),
        N_("use it in a new case"),
        N_("take something apart and see how the parts relate"),
        N_("judge, with reasons"),
        N_("make something new of it"),
    ),
]
"""The level of thinking (Bloom's taxonomy, revised)."""

Scoring = Annotated[
    Literal["all_or_nothing", "each_right", "right_minus_wrong"],
    explain_choices(
        N_("all points where everything is right, else none"),
        N_("a share of the points for each right part"),
        N_("a share for each right part, less a share for each wrong one; never below zero"),
    ),
]
"""Partial credit: none; a share for each right part; the same less a share for each wrong one, floored at zero."""


class BaseQuestion(Noted):
    """What every question has. `text` is the stem; `slide` is where the answer was taught."""

    id: Id
    text: Prose = Field(description=N_("What is asked."))
    objective: Id = Field(description=N_("Which objective of the lesson it tests: its id in lesson.yaml."))
    level: Level = Field(description=N_("What kind of thinking it asks for (Bloom’s taxonomy)."))
    slide: Id = Field(description=N_("The id of the slide that taught the answer; the quiz sends students back to it."))
    facts: tuple[FactId, ...] = Field(default=(), description=N_("The ids of the facts that this question rests on."))
    hint: Prose | None = Field(
        default=None, description=N_("A help that students can ask for; it does not give the answer away.")
    )
    hints: tuple[Prose, ...] = Field(
        default=(), max_length=4, description=N_("More hints, shown one at a time after the first.")
    )
    explanation: Notes = Field(description=N_("Why the answer is right; students read it in the end."))
    points: Annotated[int, Field(ge=1, le=100, strict=True)] = Field(
        default=1, description=N_("How many points the question is worth.")
    )
    scoring: Scoring = Field(default="all_or_nothing", description=N_("How an answer that is partly right is marked."))


class Choice(Node, title=N_("choice")):
    """One of the answers to choose from."""

    id: Id
    text: Prose = Field(description=N_("What the student chooses."))
    right: bool = Field(default=False, description=N_("true: this choice is right; leave the key out at the others."))
    feedback: Prose | None = Field(default=None, description=N_("What a student reads who chose this."))


class SingleQuestion(BaseQuestion):
    kind: Literal["single"] = Field(description=N_("One choice is right."))
    choices: tuple[Choice, ...] = Field(min_length=2, max_length=10, description=N_("Two to ten choices; one is right."))
    shuffle: bool = Field(
        default=True, description=N_("false: the choices keep this order; else each student gets another one.")
    )


class MultipleQuestion(BaseQuestion):
    kind: Literal["multiple"] = Field(description=N_("One choice or several are right."))
    choices: tuple[Choice, ...] = Field(
        min_length=2, max_length=10, description=N_("Two to ten choices; one or several are right, but not all.")
    )
    shuffle: bool = Field(
        default=True, description=N_("false: the choices keep this order; else each student gets another one.")
    )
    scoring: Scoring = Field(default="right_minus_wrong", description=N_("How an answer that is partly right is marked."))


class TrueFalseQuestion(BaseQuestion):
    """`feedback` is shown to who chose wrong."""

    kind: Literal["true_false"] = Field(description=N_("A statement that is true or false."))
    answer: bool = Field(description=N_("true or false."))
    feedback: Prose = Field(description=N_("What a student reads who answered wrong; it does not repeat the answer."))


class Mistake(Node, title=N_("known mistake")):
    """A wrong number that students get by a known misconception."""

    value: Number | FactId = Field(description=N_("The wrong number, or the id of a fact."))
    feedback: Prose = Field(description=N_("What a student reads who answered this."))


class NumericQuestion(BaseQuestion):
    """A number, right within ± `tolerance`. `answer` is a number or the id of a fact; both in the unit that `unit` names."""

    kind: Literal["numeric"] = Field(description=N_("The answer is a number."))
    answer: Number | FactId = Field(description=N_('The number, or the id of a fact; a percentage is 30, with the unit "%".'))
    tolerance: Annotated[int | float, Field(ge=0, allow_inf_nan=False)] = Field(
        default=0,
        description=N_("How far an answer may be off, up or down, and still be right."),
        json_schema_extra={"minimum": 0},  # pydantic loses it between the two types
    )
    unit: Prose | None = Field(default=None, description=N_("The unit that stands behind the field."))
    mistakes: tuple[Mistake, ...] = Field(
        default=(), description=N_("Wrong numbers that students get by known mistakes, each with its feedback.")
    )
    feedback: Prose | None = Field(default=None, description=N_("What a student reads who answered wrong."))


class TextQuestion(BaseQuestion):
    """A word or phrase; answers are compared after folding NFKC, case, width and spaces."""

    kind: Literal["text"] = Field(description=N_("The answer is a word or a phrase."))
    accepted: tuple[Plain, ...] = Field(
        min_length=1, description=N_("All answers that are right; capitals, full-width forms and spaces make no difference.")
    )
    feedback: Prose | None = Field(default=None, description=N_("What a student reads who answered wrong."))


class Blank(Node, title=N_("gap")):
    """A gap `[[id]]` in the sentence: a drop-down of `choices`, or a text field with `accepted` answers."""

    id: Id = Field(description=N_("The name of the gap; in the sentence it stands as [[name]]."))
    choices: tuple[Choice, ...] = Field(default=(), description=N_("To choose from: one of them is right."))
    accepted: tuple[Plain, ...] = Field(
        default=(), description=N_("To type: all answers that are right. A gap has these or choices.")
    )
    feedback: Prose | None = Field(default=None, description=N_("What a student reads who filled this gap wrong."))


class ClozeQuestion(BaseQuestion):
    """`sentence` holds the gaps as `[[id]]`."""

    kind: Literal["cloze"] = Field(description=N_("A sentence with gaps."))
    sentence: Notes = Field(description=N_("The sentence; each gap stands in it once, as [[name]]."))
    blanks: tuple[Blank, ...] = Field(min_length=1, description=N_("The gaps, each with choices or with the answers to type."))
    scoring: Scoring = Field(default="each_right", description=N_("How an answer that is partly right is marked."))


class Pair(Node, title=N_("pair")):
    """A left-hand side and the right-hand side that belongs to it."""

    id: Id
    left: Prose = Field(description=N_("The left-hand side."))
    right: Prose = Field(description=N_("What belongs to it."))
    feedback: Prose | None = Field(default=None, description=N_("What a student reads who joined this one wrong."))


class Extra(Node, title=N_("extra")):
    """A right-hand side that belongs to no left-hand side."""

    id: Id
    text: Prose = Field(description=N_("What stands on the right."))


class MatchQuestion(BaseQuestion):
    kind: Literal["match"] = Field(description=N_("What belongs together is to be joined."))
    pairs: tuple[Pair, ...] = Field(min_length=2, max_length=10, description=N_("Two to ten pairs; the quiz mixes them."))
    extras: tuple[Extra, ...] = Field(
        default=(), description=N_("Right-hand sides that belong to nothing, so that the last one is no gift.")
    )
    scoring: Scoring = Field(default="each_right", description=N_("How an answer that is partly right is marked."))


class Item(Node, title=N_("item")):
    """Something that has its place in an order."""

    id: Id
    text: Prose = Field(description=N_("What is to be put in its place."))


class OrderQuestion(BaseQuestion):
    """`items` stand in the right order; `feedback` is shown for a wrong one."""

    kind: Literal["order"] = Field(description=N_("Things that are to be put in order."))
    items: tuple[Item, ...] = Field(
        min_length=3, max_length=10, description=N_("Three to ten items in the right order; the quiz mixes them.")
    )
    feedback: Prose | None = Field(default=None, description=N_("What a student reads who put them in a wrong order."))


class Group(Node, title=N_("group")):
    """What things are sorted into."""

    id: Id
    name: Prose = Field(description=N_("The name of the group."))


class Member(Node, title=N_("item of a group")):
    """Something that belongs to a group."""

    id: Id
    text: Prose = Field(description=N_("What is to be sorted."))
    group: Id = Field(description=N_("The id of the group that it belongs to."))
    feedback: Prose | None = Field(default=None, description=N_("What a student reads who sorted this wrong."))


class GroupQuestion(BaseQuestion):
    kind: Literal["group"] = Field(description=N_("Things that are to be sorted into groups."))
    groups: tuple[Group, ...] = Field(min_length=2, max_length=5, description=N_("Two to five groups."))
    items: tuple[Member, ...] = Field(min_length=2, max_length=12, description=N_("Two to twelve items; the quiz mixes them."))
    scoring: Scoring = Field(default="each_right", description=N_("How an answer that is partly right is marked."))


class Criterion(Node, title=N_("criterion")):
    """One criterion of a rubric and the points it is worth."""

    id: Id
    text: Prose = Field(description=N_("What a good answer does."))
    points: Annotated[int, Field(ge=1, le=100, strict=True)] = Field(
        default=1, description=N_("How many points the criterion is worth.")
    )


class OpenQuestion(BaseQuestion):
    """A free answer that the student sets against a rubric and a sample; `points` is the sum of the rubric's."""

    kind: Literal["open"] = Field(description=N_("A free answer; the student sets it against a rubric and a sample."))
    rubric: tuple[Criterion, ...] = Field(
        min_length=1, description=N_("The criteria of a good answer; their points add up to those of the question.")
    )
    sample: Notes = Field(description=N_("A sample answer; it is shown after the student has written one."))


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
    Field(discriminator="kind", title=N_("question")),
]


class QuizOptions(Node):
    """How quizzes are taken: those of a course (`course.yaml#quizzes`), or one (`quiz.yaml`), which goes before."""

    mode: (
        Annotated[
            Literal["study", "exam"],
            explain_choices(N_("feedback after each question, and hints"), N_("feedback when all is handed in; no hints")),
        ]
        | None
    ) = Field(default=None, description=N_("To learn with, or to test with. Left out, it is study."))
    tries: Annotated[int, Field(ge=1, le=5, strict=True)] | None = Field(
        default=None, description=N_("How often a question may be answered before the key is shown. Left out, it is 2.")
    )
    show: Annotated[Literal["one", "all"], explain_choices(N_("one question at a time"), N_("all on one page"))] | None = Field(
        default=None, description=N_("How many questions stand on the page. Left out, it is one.")
    )
    hint_cost: Annotated[int, Field(ge=0, le=100, strict=True)] | None = Field(
        default=None,
        description=N_("What each hint costs, in percent of the question’s points; 0 for nothing. Left out, it is 10."),
    )
    certainty: Annotated[bool, Field(strict=True)] | None = Field(
        default=None,
        description=N_("true: students also say how sure they are, and the results tell how well they knew themselves."),
    )
    shuffle: Annotated[bool, Field(strict=True)] | None = Field(
        default=None, description=N_("true: each student gets the questions in another order.")
    )
    draw: Annotated[int, Field(ge=0, le=1000, strict=True)] | None = Field(
        default=None,
        description=N_(
            "How many questions each student gets, drawn by chance; 0 for all of them. Left out, it is all of them."
        ),
    )
    seed: (
        Annotated[
            Literal["chance", "student"],
            explain_choices(N_("another order at each start"), N_("from the name or number that the student gives")),
        ]
        | None
    ) = Field(default=None, description=N_("What decides the order and the choice of questions. Left out, it is chance."))
    minutes: Annotated[int, Field(ge=0, le=600, strict=True)] | None = Field(
        default=None,
        description=N_(
            "A time limit in minutes; students can lengthen it or switch it off; 0 for none. Left out, there is none."
        ),
    )
    prints: Annotated[Literal["paper", "key"], explain_choices(N_("the questions alone"), N_("with the key"))] | None = Field(
        default=None, description=N_("What is printed. Left out, it is the questions alone.")
    )


class Quiz(Noted, QuizOptions):
    """`quiz.yaml`."""

    title: Prose = Field(description=N_("The name of the quiz."))
    intro: Prose | None = Field(default=None, description=N_("What students read before they start."))
    questions: tuple[Question, ...] = Field(
        min_length=1, description=N_("The questions in their order; kind says what each of them is.")
    )

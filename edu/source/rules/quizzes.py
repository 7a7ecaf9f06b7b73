"""Rules about quizzes: what a question refers to, and that it can be answered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from edu.model.inline import named_blanks
from edu.model.questions import Blank, Choice, ClozeQuestion, GroupQuestion, MultipleQuestion, OpenQuestion, SingleQuestion
from edu.problems import Code, Kind, Problem
from edu.source.near import find_near
from edu.source.rules.draft import Draft, name_nodes
from edu.source.rules.names import tell_unknown


def find_unknown_slides(draft: Draft) -> Iterator[Problem]:
    """Yield each slide that a question names and its module's lesson does not have."""
    slides = {id: dict.fromkeys(slide.id for slide in lesson.slides) for id, lesson in draft.lessons.items()}
    for id, trail, question in draft.list_questions():
        if id in slides:
            yield from tell_unknown(Code.UNKNOWN_SLIDE, question.slide, slides[id], f"{trail}.slide")


def find_unknown_objectives(draft: Draft) -> Iterator[Problem]:
    """Yield each objective that a question names and its module's lesson does not have."""
    known = {id: dict.fromkeys(goal.id for goal in lesson.objectives) for id, lesson in draft.lessons.items()}
    for id, trail, question in draft.list_questions():
        if id in known:
            yield from tell_unknown(Code.UNKNOWN_OBJECTIVE, question.objective, known[id], f"{trail}.objective")


def find_unknown_groups(draft: Draft) -> Iterator[Problem]:
    """Yield each group that an item belongs to and its question does not have."""
    for _, trail, question in draft.list_questions():
        if isinstance(question, GroupQuestion):
            known = [group.id for group in question.groups]
            for step, item in name_nodes(question.items, f"{trail}.items"):
                yield from tell_unknown(Code.UNKNOWN_GROUP, item.group, known, f"{step}.group")


def find_idle_draws(draft: Draft) -> Iterator[Problem]:
    """Yield each quiz that is to draw more questions than it has."""
    for id, quiz in draft.quizzes.items():
        if quiz.draw and quiz.draw > len(quiz.questions):
            yield Problem(Code.DRAWS_ALL, f"{id}/quiz#draw", {"draw": quiz.draw, "count": len(quiz.questions)})


def find_wrong_keys(draft: Draft) -> Iterator[Problem]:
    """Yield each question or gap with choices whose right ones are too few or too many."""
    for _, trail, question in draft.list_questions():
        match question:
            case SingleQuestion():
                yield from _check_key(question.choices, f"{trail}.choices", Code.TWO_RIGHT)
            case MultipleQuestion():
                yield from _check_key(question.choices, f"{trail}.choices", None)
            case ClozeQuestion():
                for step, blank in name_nodes(question.blanks, f"{trail}.blanks"):
                    if blank.choices:
                        yield from _check_key(blank.choices, f"{step}.choices", Code.TWO_RIGHT_IN_BLANK)
            case _:
                pass


def _check_key(choices: tuple[Choice, ...], trail: str, two: Kind | None) -> Iterator[Problem]:
    count = sum(choice.right for choice in choices)
    if not count:
        yield Problem(Code.NO_RIGHT, trail)
    elif count > 1 and two:
        yield Problem(two, trail, {"count": count})
    elif count == len(choices):
        yield Problem(Code.NO_WRONG, trail)


def find_wrong_blanks(draft: Draft) -> Iterator[Problem]:
    """Yield each gap that stands in the sentence alone, in the list alone, or in the sentence twice."""
    for _, trail, question in draft.list_questions():
        if isinstance(question, ClozeQuestion):
            yield from _compare_blanks(question, trail)


def _compare_blanks(question: ClozeQuestion, trail: str) -> Iterator[Problem]:
    named = Counter(named_blanks(question.sentence))
    listed = [blank.id for blank in question.blanks]
    for id, count in named.items():
        if id not in listed:
            near = find_near(id, listed)
            yield Problem(Code.BLANK_NOT_LISTED, f"{trail}.sentence", {"id": id, "near": near})
        elif count > 1:
            yield Problem(Code.BLANK_TWICE, f"{trail}.sentence", {"id": id})
    for step, blank in name_nodes(question.blanks, f"{trail}.blanks"):
        if blank.id not in named:
            yield Problem(Code.BLANK_NOT_USED, step, {"id": blank.id})


def find_unclear_blanks(draft: Draft) -> Iterator[Problem]:
    """Yield each gap that has both choices and accepted answers, or neither."""
    for _, trail, question in draft.list_questions():
        for step, blank in name_nodes(_blanks_of(question), f"{trail}.blanks"):
            if bool(blank.choices) == bool(blank.accepted):
                yield Problem(Code.BLANK_UNCLEAR, step)


def _blanks_of(question: object) -> tuple[Blank, ...]:
    return question.blanks if isinstance(question, ClozeQuestion) else ()


def find_wrong_rubrics(draft: Draft) -> Iterator[Problem]:
    """Yield each open question whose points are not the sum of its rubric's."""
    for _, trail, question in draft.list_questions():
        if isinstance(question, OpenQuestion):
            total = sum(criterion.points for criterion in question.rubric)
            if total != question.points:
                yield Problem(Code.RUBRIC_POINTS, f"{trail}.points", {"sum": total, "points": question.points})

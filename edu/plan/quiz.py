"""A module's quiz in the editions of a course -> its Paper, with the problems of what could not be asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from fractions import Fraction
from typing import Any

from edu.model.course import Module
from edu.model.edition import Edition
from edu.model.inline import cited_facts, named_blanks
from edu.model.prose import list_prose
from edu.model.questions import ClozeQuestion, OpenQuestion, Question, QuizOptions
from edu.model.values import compute_values
from edu.plan.body import NotANumberError, make_body
from edu.plan.citation import cite_facts
from edu.plan.likeness import hash_question
from edu.plan.paper import Item, Paper, Part, Place, Rules
from edu.plan.wording import Wording, word_thing
from edu.problems import Code, Problem, Problems


@dataclass(frozen=True, slots=True)
class _Desk:
    """What every question of one quiz is made from; `editions` starts with the source's."""

    editions: tuple[Edition, ...]
    module: str
    values: Mapping[str, Fraction | str]

    @property
    def source(self) -> Edition:
        return self.editions[0]


Numbers = Mapping[str, Mapping[str, int]]
"""The numbers of slides in the deck of a language, by language and id."""


def make_quiz(editions: Sequence[Edition], module_id: str, numbers: Numbers | None = None) -> tuple[Paper, Problems]:
    """Return the quiz of the module `module_id` in the languages of `editions`, the source's first.

    A question that lacks a translation, or a gap in one, stands whole in the source language there. A numeric question whose
    answer is not a number is left out, with an error.
    """
    desk = _Desk(tuple(editions), module_id, compute_values(editions[0].course.book))
    module = _module(desk.source, module_id)
    items, problems = _make_items(desk, module)
    settings, quiz = desk.source.course.settings, module.quiz
    head = word_thing(
        desk.editions, lambda e: _module(e, module_id).quiz.model_copy(update={"questions": ()}), _quiz(desk), _NONE
    )
    course = word_thing(desk.editions, lambda e: e.course.settings, "course#", _NONE)
    lesson = word_thing(desk.editions, lambda e: _module(e, module_id).lesson, f"{module_id}/lesson#", _NONE)
    paper = Paper(
        course=settings.id,
        module=module_id,
        quiz=module_id,
        languages=tuple(edition.lang for edition in desk.editions),
        rules=_settle_rules(settings.quizzes, quiz),
        course_title=course.text("title"),
        title=head.text("title"),
        intro=head.maybe("intro"),
        objectives=tuple(Part(aim.id, lesson.text(f"objectives[{aim.id}].text")) for aim in module.lesson.objectives),
        slides=_find_places(lesson, module, items, numbers or {}),
        items=items,
        unreviewed=tuple(edition.lang for edition in desk.editions if edition.unreviewed),
    )
    return paper, problems


_NONE: Mapping[str, Edition] = {}


def _settle_rules(course: QuizOptions, quiz: QuizOptions) -> Rules:
    """Return how the quiz is taken: as it says itself, else as the course says for all."""
    said: dict[str, Any] = {}
    for options in (course, quiz):
        said |= {field.name: value for field in fields(Rules) if (value := getattr(options, field.name)) is not None}
    for name in ("draw", "minutes"):
        said[name] = said.get(name) or None
    return Rules(**said)


def _find_places(lesson: Wording, module: Module, items: Sequence[Item], numbers: Numbers) -> dict[str, Place]:
    wanted = {item.slide for item in items}
    return {
        slide.id: Place(
            lesson.text(f"slides[{slide.id}].title"),
            {lang: found[slide.id] for lang, found in numbers.items() if slide.id in found},
        )
        for slide in module.lesson.slides
        if slide.id in wanted
    }


def _make_items(desk: _Desk, module: Module) -> tuple[tuple[Item, ...], Problems]:
    items: list[Item] = []
    problems: list[Problem] = []
    for question in module.quiz.questions:
        try:
            item, found = _make_item(desk, question)
            items.append(item)
            problems += found
        except NotANumberError:
            problems.append(Problem(Code.ANSWER_NOT_A_NUMBER, f"{_trail(desk, question)}.answer", {"question": question.id}))
    return tuple(items), tuple(problems)


def _make_item(desk: _Desk, question: Question) -> tuple[Item, Problems]:
    trail = _trail(desk, question)
    lost = [e.lang for e in desk.editions[1:] if _blanks(_find(e, desk.module, question.id)) != _blanks(question)]
    stay = dict(_find_lenders(desk, trail)) | dict.fromkeys(lost, desk.source)
    words = word_thing(desk.editions, lambda e: _find(e, desk.module, question.id), trail, stay)
    facts = _list_facts(question)
    text, body = words.text("text"), make_body(question, words, desk.source.course.book, desk.values)
    item = Item(
        id=question.id,
        trail=trail,
        hash=hash_question(text, body, desk.source.lang),
        text=text,
        body=body,
        points=sum(c.points for c in question.rubric) if isinstance(question, OpenQuestion) else question.points,
        scoring=question.scoring,
        objective=question.objective,
        level=question.level,
        slide=question.slide,
        facts=facts,
        hints=tuple(hint for step in _name_hints(question) if (hint := words.maybe(step))),
        explanation=words.texts("explanation"),
        sources={edition.lang: cite_facts(edition, facts) for edition in desk.editions},
        fallbacks=frozenset(stay),
    )
    return item, tuple(Problem(Code.LOST_BLANK, f"{trail}.sentence", {"language": lang}) for lang in lost)


def _name_hints(question: Question) -> tuple[str, ...]:
    return ("hint", *(f"hints[{index}]" for index in range(len(question.hints))))


def _quiz(desk: _Desk) -> str:
    return f"{desk.module}/quiz#"


def _trail(desk: _Desk, question: Question) -> str:
    return f"{_quiz(desk)}questions[{question.id}]"


def _find_lenders(desk: _Desk, trail: str) -> Iterator[tuple[str, Edition]]:
    """Yield each language in which a text of the question at `trail` has no translation, and whose question it shows."""
    for edition in desk.editions[1:]:
        for text, lender in edition.fallbacks.items():
            if text.startswith((f"{trail}.", f"{trail}[")):
                yield edition.lang, lender
                break


def _module(edition: Edition, module_id: str) -> Module:
    return next(module for module in edition.course.modules if module.id == module_id)


def _find(edition: Edition, module_id: str, question_id: str) -> Question:
    return next(question for question in _module(edition, module_id).quiz.questions if question.id == question_id)


def _blanks(question: Question) -> list[str]:
    return sorted(named_blanks(question.sentence)) if isinstance(question, ClozeQuestion) else []


def _list_facts(question: Question) -> tuple[str, ...]:
    """Return the facts that the question names, then those that only its texts cite."""
    cited = [fact for _, text in list_prose(question) for fact in cited_facts(text)]
    return tuple(dict.fromkeys([*question.facts, *cited]))

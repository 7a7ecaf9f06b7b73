"""A question of the quiz -> a slide that asks it and a slide that answers it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from hashlib import sha256
from string import ascii_uppercase
from typing import TypeVar, assert_never

from edu.model.locale import UNSPACED, script_of
from edu.model.questions import (
    Blank,
    Choice,
    ClozeQuestion,
    Group,
    GroupQuestion,
    MatchQuestion,
    MultipleQuestion,
    NumericQuestion,
    OpenQuestion,
    OrderQuestion,
    Pair,
    Question,
    SingleQuestion,
    TextQuestion,
    TrueFalseQuestion,
)
from edu.model.slides import CheckSlide
from edu.plan.fit import LEAD
from edu.plan.fold import split_variants
from edu.plan.invite import Invitation, draw_invitation
from edu.plan.kinds_text import ON_CLICK, draw_list, task_band
from edu.plan.page import Paragraph
from edu.plan.pair import inline
from edu.plan.runs import Run, Runs, language_at
from edu.plan.stage import (
    Drawn,
    Stage,
    bold_run,
    both,
    both_lists,
    join_texts,
    notes_of,
    own,
    prose,
    say_round,
    split_prose,
    tell,
)
from edu.problems import N_

T = TypeVar("T")
_NONE = Paragraph((), bullet="none")
_RIGHT = Paragraph((), bullet="none", bold=True, colour="accent1")


def draw_check(stage: Stage, slide: CheckSlide, trail: str) -> tuple[Drawn, ...]:
    """Return the question's page and its answer's; the answer's notes are the question's explanation."""
    question = next(q for q in stage.module.quiz.questions if q.id == slide.question)
    at = f"{stage.module.id}/quiz#questions[{question.id}]"
    stem = prose(stage, question.text, f"{at}.text", Paragraph((), bullet="none", bold=True))
    asked = [stem, *_options(stage, question, at)]
    invitation = draw_invitation(stage, "Task")
    pages = draw_list(stage, "Task", asked, at, ladder=LEAD, frame=invitation.body)
    alone = draw_list(stage, "Task", asked, at, ladder=LEAD)
    if _rate_pages(alone) < _rate_pages(pages):
        pages, invitation = alone, Invitation()  # a question on one page is worth more than the way to the quiz beside it
    band = task_band(stage, "Task", "check", N_("Check"), str(slide.minutes or "?"), N_("min") if slide.minutes else "")
    pages = tuple(replace(page, items=(*band, *page.items, *invitation.items)) for page in pages)
    return (*pages, *_answer_pages(stage, slide, question, at, trail))


def _rate_pages(pages: Sequence[Drawn]) -> tuple[int, int]:
    """Return how many texts are told to be too long, and how many pages the others take: the fewer, the better."""
    return sum(len(page.problems) for page in pages), len(pages)


def _answer_pages(stage: Stage, slide: CheckSlide, question: Question, at: str, trail: str) -> tuple[Drawn, ...]:
    key, answer = _answers(stage, question, at)
    why = split_prose(stage, question.explanation, f"{at}.explanation")
    texts = [
        *(replace(p, click="" if i else "with") for i, p in enumerate(answer)),
        *(replace(p, bullet="none", click="" if i else "on") for i, p in enumerate(why)),
    ]
    pages = draw_list(stage, "Answer", texts, at, ladder=LEAD)
    band = task_band(stage, "Answer", "answer", N_("Answer"), key, "", ON_CLICK)
    title = _answer_title(stage, slide, trail)
    notes = notes_of(stage, question.explanation, f"{at}.explanation")
    return tuple(replace(page, items=(*band, *page.items), title=title, notes=notes) for page in pages)


def _answer_title(stage: Stage, slide: CheckSlide, trail: str) -> Paragraph:
    if slide.answer_title:
        return prose(stage, slide.answer_title, f"{trail}.answer_title")
    return both(stage, lambda one: say_round(one, N_("Answer: {title}"), "title", prose(one, slide.title, f"{trail}.title")))


def shuffled(things: Sequence[T], seed: str) -> list[T]:
    """Return `things` in an order that only `seed` and their number settle, the same on every machine."""
    marks = [sha256(f"{seed}/{i}".encode()).digest() for i in range(len(things))]
    return [thing for _, thing in sorted(zip(marks, things, strict=True), key=lambda pair: pair[0])]


def disordered(things: Sequence[T], seed: str) -> list[T]:
    """Return `things` shuffled, and never as they stood: their order is what is asked."""
    mixed = shuffled(things, seed)
    return mixed if mixed != list(things) else [*mixed[1:], *mixed[:1]]


def _lettered(texts: Sequence[Paragraph]) -> list[Paragraph]:
    return [replace(text, bullet="letter", first=place) for place, text in enumerate(texts, 1)]


def _listed(stage: Stage, label: Runs, texts: Sequence[Paragraph]) -> Paragraph:
    """Return one paragraph: a label, then the texts parted by slashes."""
    listed = join_texts(stage, texts, " / ")
    return replace(listed, runs=(*label, *listed.runs))


def _texts(stage: Stage, things: Sequence[Choice], at: str) -> list[Paragraph]:
    return [prose(stage, c.text, f"{at}.choices[{c.id}].text") for c in things]


def _in_order(question: SingleQuestion | MultipleQuestion) -> list[Choice]:
    """Return the choices as a class sees them: in every language alike, and the key at no place of its own."""
    return shuffled(question.choices, question.id) if question.shuffle else list(question.choices)


def _options(stage: Stage, question: Question, at: str) -> list[Paragraph]:
    """Return what a class sees to choose from."""
    match question:
        case SingleQuestion() | MultipleQuestion():
            return _lettered(_texts(stage, _in_order(question), at))
        case TrueFalseQuestion():
            return _lettered([tell(stage, N_("True")), tell(stage, N_("False"))])
        case NumericQuestion():
            unit = inline(prose(stage, question.unit, f"{at}.unit")).runs if question.unit else ()
            return [replace(_NONE, runs=(*own(stage, "______ ").runs, *unit))]
        case TextQuestion():
            return [own(stage, "____________", _NONE)]
        case ClozeQuestion():
            return list(both_lists(stage, lambda one: _cloze(one, question, at, answered=False)))
        case MatchQuestion():
            lefts = [prose(stage, p.left, f"{at}.pairs[{p.id}].left") for p in question.pairs]
            return [*_lettered(lefts), both(stage, lambda one: _rights(one, question, at))]
        case OrderQuestion():
            items = [prose(stage, i.text, f"{at}.items[{i.id}].text") for i in question.items]
            return _lettered(disordered(items, question.id))
        case GroupQuestion():
            items = [prose(stage, i.text, f"{at}.items[{i.id}].text") for i in question.items]
            return [both(stage, lambda one: _names(one, question, at)), *_lettered(shuffled(items, question.id))]
        case OpenQuestion():
            return [prose(stage, c.text, f"{at}.rubric[{c.id}].text") for c in question.rubric]
        case _:
            assert_never(question)


def _answers(stage: Stage, question: Question, at: str) -> tuple[str, list[Paragraph]]:
    """Return the key for the band (letters, a number, a tick) and the right answer in words."""
    match question:
        case SingleQuestion() | MultipleQuestion():
            choices = _in_order(question)
            letters = [ascii_uppercase[i] for i, c in enumerate(choices) if c.right]
            texts = _lettered(_texts(stage, choices, at))
            rights = [t for t, c in zip(texts, choices, strict=True) if c.right]
            return "".join(letters), [replace(t, bold=True, colour="accent1") for t in rights]
        case TrueFalseQuestion():
            return ("A" if question.answer else "B"), [tell(stage, N_("True") if question.answer else N_("False"), _RIGHT)]
        case NumericQuestion():
            return "✓", [both(stage, lambda one: replace(_RIGHT, runs=_number(one, question, at)))]
        case TextQuestion():
            return "✓", [both(stage, lambda one: replace(_RIGHT, runs=_accepted(one, question.accepted, at)))]
        case ClozeQuestion():
            return "✓", list(both_lists(stage, lambda one: _cloze(one, question, at, answered=True)))
        case MatchQuestion():
            return "✓", [both(stage, partial(_match, pair=pair, at=at)) for pair in question.pairs]
        case OrderQuestion():
            return "✓", [
                prose(stage, i.text, f"{at}.items[{i.id}].text", replace(_RIGHT, bullet="number")) for i in question.items
            ]
        case GroupQuestion():
            return "✓", [both(stage, partial(_group, question=question, group=group, at=at)) for group in question.groups]
        case OpenQuestion():
            return "✓", [replace(p, bullet="none") for p in split_prose(stage, question.sample, f"{at}.sample")]
        case _:
            assert_never(question)


def _rights(stage: Stage, question: MatchQuestion, at: str) -> Paragraph:
    """Return all that the left sides are to be matched with, in one paragraph."""
    texts = [prose(stage, p.right, f"{at}.pairs[{p.id}].right") for p in question.pairs]
    texts += [prose(stage, e.text, f"{at}.extras[{e.id}].text") for e in question.extras]
    return _listed(stage, bold_run(stage, f"{stage.arrow} "), shuffled(texts, question.id))


def _names(stage: Stage, question: GroupQuestion, at: str) -> Paragraph:
    return _listed(stage, (), [prose(stage, g.name, f"{at}.groups[{g.id}].name") for g in question.groups])


def _match(stage: Stage, pair: Pair, at: str) -> Paragraph:
    left = prose(stage, pair.left, f"{at}.pairs[{pair.id}].left").runs
    right = prose(stage, pair.right, f"{at}.pairs[{pair.id}].right").runs
    return replace(_RIGHT, runs=(*left, *own(stage, f" {stage.arrow} ").runs, *right))


def _group(stage: Stage, question: GroupQuestion, group: Group, at: str) -> Paragraph:
    name = prose(stage, group.name, f"{at}.groups[{group.id}].name")
    label = say_round(stage, N_("{label}: "), "label", name).runs
    items = [prose(stage, i.text, f"{at}.items[{i.id}].text") for i in question.items if i.group == group.id]
    return _listed(stage, tuple(replace(run, bold=True) for run in label), items)


def _number(stage: Stage, question: NumericQuestion, at: str) -> Runs:
    if isinstance(question.answer, str):
        return own(stage, stage.edition.figures[question.answer].sentence).runs
    number = own(stage, stage.edition.numbers.count(question.answer))
    units = [prose(stage, question.unit, f"{at}.unit")] if question.unit else []
    return join_texts(stage, [number, *units], " ").runs


def _accepted(stage: Stage, accepted: Sequence[str], at: str) -> Runs:
    """Return the first of the accepted answers, as written."""
    trail = f"{at}.accepted[0]"
    return own(stage, split_variants(stage.word(accepted[0], trail))[0], trail=trail).runs


def _cloze(stage: Stage, question: ClozeQuestion, at: str, *, answered: bool) -> list[Paragraph]:
    """Return the sentence with a line or the choices in each gap, or with the right answer in bold."""
    paragraphs = []
    for p in split_prose(stage, question.sentence, f"{at}.sentence"):
        runs: list[Run] = []
        for run in p.runs:
            gap = next((b for b in question.blanks if b.id == run.blank), None)
            runs += _gap(stage, gap, f"{at}.blanks[{gap.id}]", answered=answered) if gap else (run,)
        paragraphs.append(Paragraph(tuple(runs), bullet="none"))
    return paragraphs


def _gap(stage: Stage, gap: Blank, at: str, *, answered: bool) -> Runs:
    choices = _texts(stage, gap.choices, at)
    if answered:
        rights = [text.runs for text, choice in zip(choices, gap.choices, strict=True) if choice.right]
        said = rights[0] if rights else _accepted(stage, gap.accepted, at)
        return tuple(replace(run, bold=True) for run in said)
    if not choices:
        return own(stage, "______").runs
    wide = script_of(language_at(stage.edition, f"{at}.choices[{gap.choices[0].id}].text")) in UNSPACED
    opening, closing = ("（", "）") if wide else ("(", ")")
    return (*own(stage, opening).runs, *join_texts(stage, choices, " / ").runs, *own(stage, closing).runs)

"""A question of the quiz -> a slide that asks it and a slide that answers it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from string import ascii_uppercase
from typing import TypeVar, assert_never

from edu.model.inline import parse_inline
from edu.model.questions import (
    Choice,
    ClozeQuestion,
    GroupQuestion,
    MatchQuestion,
    MultipleQuestion,
    NumericQuestion,
    OpenQuestion,
    OrderQuestion,
    Question,
    SingleQuestion,
    TextQuestion,
    TrueFalseQuestion,
)
from edu.model.slides import CheckSlide
from edu.plan.fit import LEAD
from edu.plan.kinds_text import draw_list, task_band
from edu.plan.page import Paragraph
from edu.plan.runs import Run, Runs
from edu.plan.stage import Drawn, Stage, notes_of, own, prose
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
    pages = draw_list(stage, "Task", asked, at, ladder=LEAD)
    band = task_band(
        stage, "Task", stage.say(N_("Check")), str(slide.minutes or "?"), stage.say(N_("min")) if slide.minutes else ""
    )
    pages = tuple(replace(page, items=(*band, *page.items)) for page in pages)
    return (*pages, *_answer_pages(stage, slide, question, at, trail))


def _answer_pages(stage: Stage, slide: CheckSlide, question: Question, at: str, trail: str) -> tuple[Drawn, ...]:
    key, answer = _answers(stage, question, at)
    why = notes_of(stage, question.explanation, f"{at}.explanation")
    texts = [*answer, *(replace(p, bullet="none") for p in why)]
    pages = draw_list(stage, "Answer", texts, at, ladder=LEAD)
    band = task_band(stage, "Answer", stage.say(N_("Answer")), key, "")
    title = slide.answer_title or stage.say(N_("Answer: {title}"), title=slide.title)
    notes = tuple(replace(p, bullet="inherit") for p in why)
    return tuple(replace(page, items=(*band, *page.items), title=title, notes=notes) for page in pages)


def shuffled(things: Sequence[T], seed: str) -> list[T]:
    """Return `things` in an order that only `seed` and their number settle, the same on every machine."""
    marks = [sha256(f"{seed}/{i}".encode()).digest() for i in range(len(things))]
    return [thing for _, thing in sorted(zip(marks, things, strict=True), key=lambda pair: pair[0])]


def _lettered(stage: Stage, texts: Sequence[Paragraph]) -> list[Paragraph]:
    return [
        replace(text, runs=(*_letter(stage, ascii_uppercase[i] + "  "), *text.runs), bullet="none")
        for i, text in enumerate(texts)
    ]


def _letter(stage: Stage, text: str) -> Runs:
    return tuple(replace(run, bold=True) for run in own(stage, text).runs)


def _listed(stage: Stage, label: str, texts: Sequence[Paragraph]) -> Paragraph:
    """Return one paragraph: a label in bold, then the texts parted by slashes."""
    runs: list[Run] = list(_letter(stage, label))
    for i, text in enumerate(texts):
        runs += [*(own(stage, " / ").runs if i else ()), *text.runs]
    return Paragraph(tuple(runs), bullet="none")


def _texts(stage: Stage, things: Sequence[Choice], at: str) -> list[Paragraph]:
    return [prose(stage, c.text, f"{at}.choices[{c.id}].text") for c in things]


def _in_order(question: SingleQuestion | MultipleQuestion) -> list[Choice]:
    """Return the choices as a class sees them: in every language alike, and the key at no place of its own."""
    return shuffled(question.choices, question.id) if question.shuffle else list(question.choices)


def _options(stage: Stage, question: Question, at: str) -> list[Paragraph]:
    """Return what a class sees to choose from."""
    match question:
        case SingleQuestion() | MultipleQuestion():
            return _lettered(stage, _texts(stage, _in_order(question), at))
        case TrueFalseQuestion():
            return _lettered(stage, [own(stage, stage.say(N_("True"))), own(stage, stage.say(N_("False")))])
        case NumericQuestion():
            unit = prose(stage, question.unit, f"{at}.unit").runs if question.unit else ()
            return [replace(_NONE, runs=(*own(stage, "______ ").runs, *unit))]
        case TextQuestion():
            return [own(stage, "____________", _NONE)]
        case ClozeQuestion():
            return _cloze(stage, question, at, None)
        case MatchQuestion():
            lefts = [prose(stage, p.left, f"{at}.pairs[{p.id}].left") for p in question.pairs]
            rights = [prose(stage, p.right, f"{at}.pairs[{p.id}].right") for p in question.pairs]
            rights += [prose(stage, e.text, f"{at}.extras[{e.id}].text") for e in question.extras]
            return [*_lettered(stage, lefts), _listed(stage, "→ ", shuffled(rights, question.id))]
        case OrderQuestion():
            items = [prose(stage, i.text, f"{at}.items[{i.id}].text") for i in question.items]
            return _lettered(stage, shuffled(items, question.id))
        case GroupQuestion():
            names = [prose(stage, g.name, f"{at}.groups[{g.id}].name") for g in question.groups]
            items = [prose(stage, i.text, f"{at}.items[{i.id}].text") for i in question.items]
            return [_listed(stage, "", names), *_lettered(stage, shuffled(items, question.id))]
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
            texts = _lettered(stage, _texts(stage, choices, at))
            rights = [t for t, c in zip(texts, choices, strict=True) if c.right]
            return "".join(letters), [replace(t, bold=True, colour="accent1") for t in rights]
        case TrueFalseQuestion():
            word = stage.say(N_("True")) if question.answer else stage.say(N_("False"))
            return ("A" if question.answer else "B"), [own(stage, word, _RIGHT)]
        case NumericQuestion():
            return "✓", [own(stage, _number(stage, question, at), _RIGHT)]
        case TextQuestion():
            return "✓", [own(stage, question.accepted[0].split("|")[0].strip(), _RIGHT)]
        case ClozeQuestion():
            return "✓", _cloze(stage, question, at, _RIGHT)
        case MatchQuestion():
            joint = own(stage, " → ").runs
            pairs = []
            for p in question.pairs:
                left, right = (
                    prose(stage, t, f"{at}.pairs[{p.id}].{n}").runs for t, n in ((p.left, "left"), (p.right, "right"))
                )
                pairs.append(replace(_RIGHT, runs=(*left, *joint, *right)))
            return "✓", pairs
        case OrderQuestion():
            return "✓", [
                prose(stage, i.text, f"{at}.items[{i.id}].text", replace(_RIGHT, bullet="number")) for i in question.items
            ]
        case GroupQuestion():
            return "✓", [_group(stage, question, g.id, g.name, at) for g in question.groups]
        case OpenQuestion():
            return "✓", [replace(p, bullet="none") for p in notes_of(stage, question.sample, f"{at}.sample")]
        case _:
            assert_never(question)


def _group(stage: Stage, question: GroupQuestion, group: str, name: str, at: str) -> Paragraph:
    label = "".join(run.text for run in prose(stage, name, f"{at}.groups[{group}].name").runs)
    items = [prose(stage, i.text, f"{at}.items[{i.id}].text") for i in question.items if i.group == group]
    return _listed(stage, stage.say(N_("{label}: "), label=label), items)


def _number(stage: Stage, question: NumericQuestion, at: str) -> str:
    if isinstance(question.answer, str):
        return stage.edition.figures[question.answer].sentence
    unit = "".join(run.text for run in prose(stage, question.unit, f"{at}.unit").runs) if question.unit else ""
    return f"{stage.edition.numbers.count(question.answer)} {unit}".strip()


def _cloze(stage: Stage, question: ClozeQuestion, at: str, key: Paragraph | None) -> list[Paragraph]:
    """Return the sentence with a line in each gap, or with the right answer where `key` gives its style."""
    paragraphs = []
    for p in notes_of(stage, question.sentence, f"{at}.sentence"):
        runs: list[Run] = []
        for run in p.runs:
            said = _gap(stage, question, run.blank, at, key is not None) if run.blank else (run,)
            runs += said
        paragraphs.append(Paragraph(tuple(runs), bullet="none"))
    return paragraphs


def _gap(stage: Stage, question: ClozeQuestion, blank: str, at: str, answered: bool) -> Runs:
    gap = next((b for b in question.blanks if b.id == blank), None)
    if gap is None or not answered:
        options = [c.text for c in gap.choices] if gap else []
        return own(stage, f"（{' / '.join(options)}）" if options and stage.lang.startswith("zh") else _open(options)).runs
    right = next((c.text for c in gap.choices if c.right), None) or gap.accepted[0].split("|")[0].strip()
    plain = "".join(part.text for part in parse_inline(right))
    return tuple(replace(run, bold=True) for run in own(stage, plain).runs)


def _open(options: Sequence[str]) -> str:
    return f"({' / '.join(options)})" if options else "______"

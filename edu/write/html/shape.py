"""A Paper -> the values of the page's data: what may be read at once, and the key apart from it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Protocol, TypeVar, assert_never

from edu.model.locale import direction_of, web_tag
from edu.plan.paper import (
    Body,
    ChoiceGap,
    Cloze,
    Gap,
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
    Place,
    Single,
    Text,
    TextEntry,
    Texts,
    TrueFalse,
    TypedGap,
)
from edu.plan.runs import Run, Runs

Json = Mapping[str, "Json"] | Sequence["Json"] | str | int | float | bool | None
Shape = dict[str, Json]


class _Worded(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def text(self) -> Text: ...


Thing = TypeVar("Thing", bound=_Worded)


def shape_languages(paper: Paper) -> list[Shape]:
    """Return each language with its tag (BCP 47) and direction, the source's first."""
    return [{"id": lang, "tag": web_tag(lang), "dir": direction_of(lang)} for lang in paper.languages]


def shape_paper(paper: Paper, lang: str) -> Shape:
    """Return what the page shows before anything is answered; its shape is `Paper` of `templates/quiz/types.d.ts`."""
    return _drop_none(
        {
            "course": paper.course,
            "quiz": paper.quiz,
            "lang": lang,
            "languages": shape_languages(paper),
            "rules": _drop_none(asdict(paper.rules)),
            "course_title": _text(paper.course_title),
            **({"unreviewed": list(paper.unreviewed)} if paper.unreviewed else {}),
            "title": _text(paper.title),
            "intro": _maybe(paper.intro),
            "objectives": _parts(paper.objectives),
            "slides": {id: _shape_place(place) for id, place in paper.slides.items()},
            "items": [_shape_item(item) for item in paper.items],
        }
    )


def shape_keys(paper: Paper) -> Shape:
    """Return by question what is told only after an answer: key, hint, feedback, explanation, sources."""
    return {
        item.id: _drop_none(
            {
                "hints": [_text(hint) for hint in item.hints],
                "explanation": _texts(item.explanation),
                "sources": _texts(item.sources),
                **_key_of(item.body),
            }
        )
        for item in paper.items
    }


def _shape_place(place: Place) -> Shape:
    return {"title": _text(place.title), "numbers": dict(place.numbers)}


def _shape_item(item: Item) -> Shape:
    return {
        "id": item.id,
        "hash": item.hash,
        "kind": item.body.kind,
        "text": _text(item.text),
        "points": item.points,
        "scoring": item.scoring,
        "objective": item.objective,
        "level": item.level,
        "slide": item.slide,
        **_drop_none(_shape_body(item.body, item.hash)),
    }


def _shape_body(body: Body, salt: str) -> Shape:
    match body:
        case Single() | Multiple():
            options = _mixed(body.options, salt) if body.shuffle else body.options
            return {"options": _parts(options), "shuffle": body.shuffle}
        case TrueFalse():
            return {"options": _parts(body.options), "shuffle": False}
        case Numeric():
            return {"unit": _maybe(body.unit), "percent": body.percent}
        case TextEntry() | Open():
            return {}
        case Cloze():
            return {"sentence": _texts(body.sentence), "gaps": [_shape_gap(gap, salt) for gap in body.gaps]}
        case Match():
            return {"lefts": _parts(body.lefts), "rights": _parts(_mixed(body.rights, salt))}
        case Order():
            return {"parts": _parts(_mixed(body.parts, salt))}
        case Group():
            return {"groups": _parts(body.groups), "parts": _parts(_mixed(body.parts, salt))}
        case _:
            assert_never(body)


def _key_of(body: Body) -> Shape:
    match body:
        case Single() | Multiple() | TrueFalse():
            return {"right": _right(body.options), "feedback": _feedback(body.options)}
        case Numeric():
            mistakes: list[Json] = [{"value": float(m.value), "feedback": _text(m.feedback)} for m in body.mistakes]
            key: Shape = {"answer": float(body.answer), "tolerance": float(body.tolerance), "mistakes": mistakes}
            return {**key, "shown": _lists(body.shown), "general": _maybe(body.feedback)}
        case TextEntry():
            return {"accepted": body.accepted, "shown": _lists(body.shown), "general": _maybe(body.feedback)}
        case Cloze():
            return {"keys": {gap.id: _key_of_gap(gap) for gap in body.gaps}}
        case Match():
            return {"key": dict(body.key), "feedback": _feedback(body.lefts)}
        case Order():
            return {"right": [part.id for part in body.parts], "general": _maybe(body.feedback)}
        case Group():
            return {"key": dict(body.key), "feedback": _feedback(body.parts)}
        case Open():
            rubric: list[Json] = [{"id": c.id, "text": _text(c.text), "points": c.points} for c in body.rubric]
            return {"rubric": rubric, "sample": _texts(body.sample)}
        case _:
            assert_never(body)


def _shape_gap(gap: Gap, salt: str) -> Shape:
    return {"id": gap.id, "options": _parts(_mixed(gap.options, salt))} if isinstance(gap, ChoiceGap) else {"id": gap.id}


def _key_of_gap(gap: Gap) -> Shape:
    match gap:
        case ChoiceGap():
            own: Shape = {"right": _right(gap.options), "feedback": _feedback(gap.options)}
            return _drop_none({**own, "general": _maybe(gap.feedback)})
        case TypedGap():
            return _drop_none({"accepted": gap.accepted, "shown": _lists(gap.shown), "general": _maybe(gap.feedback)})
        case _:
            assert_never(gap)


def _right(options: Iterable[Option]) -> list[str]:
    return [option.id for option in options if option.right]


def _feedback(parts: Iterable[Option | Part]) -> Shape:
    return {part.id: _text(part.feedback) for part in parts if part.feedback is not None}


def _parts(parts: Iterable[_Worded]) -> list[Shape]:
    return [{"id": part.id, "text": _text(part.text)} for part in parts]


def _mixed(parts: Iterable[Thing], salt: str) -> list[Thing]:
    """Where parts stand in the file must not tell the key: an author writes the right one first."""
    return sorted(parts, key=lambda part: hashlib.sha256(f"{salt}/{part.id}".encode()).digest())


def _lists(shown: Mapping[str, tuple[str, ...]]) -> Shape:
    return {lang: list(lines) for lang, lines in shown.items()}


def _maybe(text: Text | None) -> Shape | None:
    return None if text is None else _text(text)


def _text(text: Text) -> Shape:
    return {lang: _runs(runs, lang) for lang, runs in text.items()}


def _texts(texts: Texts) -> Shape:
    return {lang: [_runs(runs, lang) for runs in paragraphs] for lang, paragraphs in texts.items()}


def _runs(runs: Runs, lang: str) -> list[Json]:
    return [_run(run, lang) for run in runs]


def _run(run: Run, lang: str) -> Json:
    """Return a plain run in the reader's language as its text alone."""
    shape: Shape = {"text": run.text}
    if run.lang != lang and not run.blank:
        shape["lang"] = web_tag(run.lang)
    for name, on in (("bold", run.bold), ("emphasis", run.emphasis), ("code", run.code)):
        if on:
            shape[name] = True
    if run.href.startswith(("https://", "http://", "mailto:")):
        shape["href"] = run.href
    if run.blank:
        shape["blank"] = run.blank
    return shape if len(shape) > 1 else run.text


def _drop_none(shape: Shape) -> Shape:
    return {name: value for name, value in shape.items() if value is not None}

"""A seed -> a course whose texts are hard to fit, in one of many scripts, with every kind of slide that holds text."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from tests.bench.slides import Yaml
from tests.bench.stress_words import STOCKS, Say, make_voice, name_giant

MODULE = "stress"
Slide = dict[str, Yaml]


def write_stress(folder: Path, stock: str, seed: int) -> Path:
    """Write a course in the language of `stock` into `folder`, and return the folder."""
    say, rng = make_voice(stock, seed), Random(seed)
    facts: list[Yaml] = []
    terms: list[Yaml] = []
    slides = [
        *_list_texts(say, rng, stock),
        *_list_grids(say, rng, stock),
        *_list_diagrams(say, rng),
        *_list_charts(say, rng),
        *_list_figures(say, rng, facts),
        *_list_definitions(say, terms),
    ]
    files = {
        "course.yaml": _make_settings(say, STOCKS[stock][0]),
        "facts.yaml": {"sources": [{"id": "table", "title": say(10)}], "facts": facts},
        "glossary.yaml": {"terms": terms},
        f"{MODULE}/lesson.yaml": _make_lesson(say, rng, slides),
        f"{MODULE}/quiz.yaml": {"title": say(6), "questions": [_make_question(say, n) for n in range(4)]},
    }
    for name, data in files.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return folder


def _make_settings(say: Say, lang: str) -> Yaml:
    entities: list[Yaml] = [
        {"id": "left", "name": say(3), "color": "#B4412A", "dark": "#FF9A7B"},
        {"id": "right", "name": say(6), "color": "#1F5FA8", "dark": "#8EC2FF"},
    ]
    settings: Slide = {"id": "stress", "title": say(12), "language": lang, "languages": [lang], "modules": [MODULE]}
    return {**settings, "entities": entities}


def _make_lesson(say: Say, rng: Random, slides: Sequence[Slide]) -> Yaml:
    """Return the lesson; a number makes each title one of its own."""
    whole: list[Yaml] = [
        {"id": f"s{n}", "title": f"{say(rng.choice((6, 14, 22, 30, 38)))} {n}", "notes": "–", **slide}
        for n, slide in enumerate(slides, 1)
    ]
    objectives: list[Yaml] = [{"id": f"o{n}", "text": say(length)} for n, length in enumerate((10, 24, 40, 60))]
    return {"title": say(10), "question": say(24), "minutes": 3, "slides": whole, "objectives": objectives}


def _make_question(say: Say, n: int) -> Yaml:
    text: Slide = {"text": say(20), "feedback": say(9), "explanation": say(30 * n + 9), "hint": say(5)}
    return {"id": f"q{n}", "kind": "true_false", "answer": True, "objective": f"o{n}", "level": "apply", "slide": "s2", **text}


def _list_texts(say: Say, rng: Random, stock: str) -> Iterator[Slide]:
    yield {"kind": "title", "subtitle": say(rng.choice((8, 40, 80)))}
    yield {"kind": "objectives"}
    yield {"kind": "section", "lead": say(30)}
    for sizes in ((2,), (6, 12), (14, 18, 22, 30), (40, 55, 38), (24,) * 7, (90, 70), (3,) * 12, (33, 35, 36, 62, 31)):
        yield {"kind": "points", "points": [say(n) for n in sizes]}
    yield {"kind": "points", "lead": say(30), "points": [say(n) for n in (20, 44, 26)]}
    yield {"kind": "points", "points": [name_giant(stock), say(10)]}
    for length in (12, 45, 110):
        yield {"kind": "voice", "text": say(length), "speaker": say(6), "caution": say(length // 2)}
    for sizes in ((16, 24, 30), (45, 62, 38, 50)):
        yield {"kind": "discussion", "minutes": 3, "prompts": [say(n) for n in sizes]}
    yield {"kind": "activity", "minutes": 12, "steps": [say(n) for n in (18, 30, 42, 25, 36, 30)]}
    yield {"kind": "check", "question": "q1"}
    yield {"kind": "summary", "answer": say(45), "points": [say(n) for n in (8, 28, 40)]}


def _list_grids(say: Say, rng: Random, stock: str) -> Iterator[Slide]:
    for sides, rows, length in ((2, 3, 8), (2, 5, 26), (3, 4, 18), (4, 3, 12), (2, 9, 22)):
        names: list[Yaml] = [{"id": f"e{i}", "name": say(rng.choice((3, 7)))} for i in range(sides)]
        cells: list[Yaml] = [
            {"label": say(rng.choice((2, 5))), "cells": [say(rng.randint(2, length)) for _ in range(sides)]}
            for _ in range(rows)
        ]
        yield {"kind": "compare", "sides": names, "rows": cells}
    for columns, rows, length in ((2, 4, 30), (4, 5, 10), (3, 12, 20), (6, 4, 5)):
        table: list[Yaml] = [[say(rng.randint(1, length)) for _ in range(columns)] for _ in range(rows)]
        yield {"kind": "table", "columns": [say(4) for _ in range(columns)], "rows": table}
    yield {"kind": "table", "columns": [say(3), say(3)], "rows": [[name_giant(stock), say(20)], [say(4), say(8)]]}


def _list_diagrams(say: Say, rng: Random) -> Iterator[Slide]:
    for scale, lengths in (
        ("steps", (6, 9, 12)),
        ("time", (14, 20, 12, 18)),
        ("steps", (22, 30, 26, 18, 24)),
        ("steps", (9,) * 8),
    ):
        events: list[Yaml] = [{"when": f"{2001 + 3 * i}-0{1 + i}", "text": say(n)} for i, n in enumerate(lengths)]
        yield {"kind": "timeline", "scale": scale, "events": events}
    for lengths, cycle in (((8, 12, 10), False), ((24, 30, 20, 26), True), ((14,) * 5, False), ((40, 60), True)):
        steps: list[Yaml] = [{"head": say(rng.choice((2, 4, 6))), "text": say(n)} for n in lengths]
        yield {"kind": "process", "steps": steps, "cycle": cycle}


def _list_charts(say: Say, rng: Random) -> Iterator[Slide]:
    """Yield charts of few and many categories and series, with short and long names, beside a takeaway or across the page."""
    for chart, number, count, longest, takeaway in (
        ("column", 4, 1, 9, 40), ("column", 6, 1, 20, 0), ("column", 5, 4, 9, 25), ("column", 24, 2, 3, 0),
        ("bar", 6, 1, 9, 0), ("bar", 3, 1, 40, 30), ("bar", 8, 3, 5, 0), ("bar", 4, 6, 9, 20),
        ("line", 8, 1, 5, 20), ("line", 4, 2, 6, 0), ("line", 10, 3, 4, 0), ("line", 5, 1, 14, 12),
        ("doughnut", 5, 1, 9, 60), ("doughnut", 9, 1, 4, 0), ("doughnut", 3, 1, 40, 20), ("doughnut", 12, 1, 9, 0),
    ):  # fmt: skip
        names = [say(rng.choice((2, longest))) for _ in range(number)]
        values = [[rng.choice((rng.randint(1, 90), rng.randint(1, 20000) / 10)) for _ in range(number)] for _ in range(count)]
        slide: Slide = {
            "kind": "chart", "chart": chart, "illustrative": True, "alt": say(10), "unit": say(2),
            "categories": [{"label": name} for name in names],
            "series": [{"name": say(rng.choice((3, longest))), "values": [*row]} for row in values],
        }  # fmt: skip
        yield {**slide, "takeaway": say(takeaway)} if takeaway else slide


def _list_figures(say: Say, rng: Random, facts: list[Yaml]) -> Iterator[Slide]:
    for number, length in ((1, 30), (2, 18), (3, 12), (4, 24)):
        figures: list[Yaml] = []
        for i in range(number):
            name = f"f_{number}_{i}"
            fact: Slide = {"id": name, "claim": say(8), "kind": "figure", "who": say(3), "source": "table", "place": "1"}
            facts.append({**fact, "value": rng.choice((7, 4300, 1250000)), "unit": "CNY", "bound": "over"})
            figures.append({"fact": name, "label": say(length)})
        slide: Slide = {"kind": "figures", "figures": [*figures]}
        yield {**slide, "takeaway": say(34)} if number % 2 else slide


def _list_definitions(say: Say, terms: list[Yaml]) -> Iterator[Slide]:
    for i, (length, example) in enumerate(((12, 10), (40, 24), (64, 44))):
        name = f"term-{i}"
        terms.append({"id": name, "term": say(5), "definition": say(length)})
        slide: Slide = {"kind": "definition", "term": name, "example": say(example)}
        yield {**slide, "counterexample": say(example)} if i else slide

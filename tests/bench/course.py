"""A number of slides -> the folder of a course whose one lesson makes a deck of just so many: no two slides say the same."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import chain, cycle, islice
from pathlib import Path

from edu.bench import Bench, Materials, set_up_bench
from edu.look import choose_template
from edu.plan.deck import make_deck
from edu.plan.page import Deck
from edu.source.read import read_course
from edu.write.pptx import read_theme
from tests.bench.slides import BLOCK, OBJECTIVES, SPARE, Mapping, Page, Yaml, make_question
from tests.bench.words import Subject, make_subject

LANG, MODULE = "zh_CN", "records"
_FIRST_SPARE = 3000
"""The subjects from here on are those of the slides that fill a deck up."""

_PLAIN = re.compile(r"[\u4e00-\u9fff][^:#{}\[\]\n]*|[A-Za-z][A-Za-z0-9_-]*")
_NAMES = re.compile(r"true|false|null|yes|no", re.I)


def write_course(folder: Path, slides: int) -> Deck:
    """Write the course into `folder` and return its deck, which has exactly `slides` slides, agenda and sources included."""
    count, spare = round(slides * 0.85), 0
    for _ in range(6):
        _write_files(folder, count, spare)
        deck = plan_deck(folder)
        missing = slides - len(deck.slides)
        if not missing:
            return deck
        if 0 < missing + spare <= max(4, slides // 20):
            spare += missing
        else:
            count, spare = count + round((missing + spare - 2) * 0.9), 0
    raise AssertionError(f"no deck of {slides} slides: the last one had {len(deck.slides)}")


def plan_deck(folder: Path) -> Deck:
    """Return the planned deck of the course in `folder`; raise AssertionError where anything is wrong with it."""
    bench = set_up(folder)
    theme = read_theme(bench.template)
    deck, problems = make_deck(bench.editions[LANG], bench.find_module(LANG, MODULE), theme, {})
    assert not problems, problems
    return deck


def set_up(folder: Path) -> Bench:
    """Return the bench of the course in `folder`; raise AssertionError where anything is wrong with it."""
    reading = read_course(folder)
    assert reading.course and not reading.problems, reading.problems
    materials = Materials(folder, reading.course, reading.pictures, choose_template(reading.course.settings))
    bench, problems = set_up_bench(materials)
    assert not any(problems.values()), problems
    return bench


def _write_files(folder: Path, count: int, spare: int) -> None:
    pages = list(_list_pages(count, spare))
    kinds = {"facts": [fact for page in pages for fact in page.facts], "terms": [term for page in pages for term in page.terms]}
    questions = [*_first_questions(), *(question for page in pages for question in page.questions)]
    files: dict[str, Mapping] = {
        "course.yaml": _settings(),
        "facts.yaml": {"sources": _sources(), "facts": [*kinds["facts"]]},
        "glossary.yaml": {"terms": [*kinds["terms"]]},
        f"{MODULE}/lesson.yaml": _lesson([page.slide for page in pages]),
        f"{MODULE}/quiz.yaml": {"title": "记录与比较：小测", "questions": [*questions]},
    }
    for name, data in files.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(_emit(data)) + "\n", encoding="utf-8", newline="\n")


def _list_pages(count: int, spare: int) -> Iterator[Page]:
    makers = islice(cycle(BLOCK), count)
    yield from (make(make_subject(n)) for n, make in enumerate(makers, 1))
    more = islice(cycle(SPARE), spare)
    yield from (make(make_subject(n)) for n, make in enumerate(more, _FIRST_SPARE))


def _settings() -> Mapping:
    entities: list[Yaml] = [
        {"id": "old-town", "name": "旧城", "color": "#B4412A", "dark": "#FF9A7B"},
        {"id": "new-town", "name": "新城", "color": "#1F5FA8", "dark": "#8EC2FF"},
    ]
    settings: Mapping = {"id": "bench", "title": "测速用的课程：数字由程序生成", "language": LANG, "languages": [LANG]}
    return {**settings, "entities": entities, "modules": [MODULE]}


def _sources() -> list[Yaml]:
    return [{"id": f"tables-{i}", "title": f"程序生成的第{i + 1}册记录表", "publisher": "测速程序"} for i in range(4)]


def _lesson(slides: list[Mapping]) -> Mapping:
    cover: Mapping = {"id": "cover", "kind": "title", "title": "记录与比较", "notes": "开场一句话。", "minutes": 1}
    goals: Mapping = {
        "id": "goals",
        "kind": "objectives",
        "title": "学完这节课，你能做到四件事",
        "notes": "只读动词。",
        "minutes": 1,
    }
    texts = ("能按口径记录一周的数据", "能比较两处的数据并说明理由", "能解释数字为什么会骗人", "能提出一条改进建议")
    every = [cover, goals, *slides]
    return {
        "title": "记录与比较",
        "question": "数字记下来以后，怎样才算可以比较？",
        "minutes": sum(int(str(slide.get("minutes", 0))) for slide in every),
        "objectives": [{"id": id, "text": text} for id, text in zip(OBJECTIVES, texts, strict=True)],
        "slides": [*every],
    }


def _first_questions() -> Iterator[Mapping]:
    for i, id in enumerate(OBJECTIVES):
        yield {**make_question(make_subject(_FIRST_SPARE + 500 + i), "goals"), "objective": id}


def _emit(data: Yaml, indent: int = 0) -> Iterator[str]:
    """Yield the lines of `data` as an author writes YAML: blocks, plain texts where they may be, `|` for paragraphs."""
    space = " " * indent
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _emit_entry(f"{space}{key}:", value, indent + 2)
    elif isinstance(data, list):
        for item in data:
            first, *rest = list(_emit(item, indent + 2)) if isinstance(item, dict) else [f"{space}  {_inline(item)}"]
            yield from chain([f"{space}- {first.lstrip()}"], rest)


def _emit_entry(head: str, value: Yaml, indent: int) -> Iterator[str]:
    space = " " * indent
    if isinstance(value, str) and "\n" in value:
        yield f"{head} |"
        yield from (f"{space}{line}" if line else "" for line in value.split("\n"))
    elif isinstance(value, dict) or (isinstance(value, list) and any(isinstance(item, dict | list) for item in value)):
        yield head
        yield from _emit(value, indent)
    else:
        yield f"{head} {_inline(value)}"


def _inline(value: Yaml) -> str:
    if isinstance(value, list):
        return f"[{', '.join(_inline(item) for item in value)}]"
    text = str(value)
    if isinstance(value, str) and _PLAIN.fullmatch(text) and not _NAMES.fullmatch(text) and "," not in text:
        return text
    return json.dumps(value, ensure_ascii=False)


__all__ = ["LANG", "MODULE", "Subject", "plan_deck", "set_up", "write_course"]

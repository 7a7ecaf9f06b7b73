"""What holds for every planned deck, of every course and in every language; then what one of them looks like in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest

from edu.model.course import Course, list_course_prose, map_course
from edu.model.facts import Glossary
from edu.model.inline import parse_inline
from edu.model.prose import Change, Plain, Prose, list_prose
from edu.model.slides import (
    ActivitySlide,
    ChartSlide,
    CheckSlide,
    CompareSlide,
    DefinitionSlide,
    FiguresSlide,
    PointsSlide,
    SectionSlide,
    TableSlide,
)
from edu.plan.deck import make_deck
from edu.plan.kinds_check import disordered
from edu.plan.page import Box, Chart, Deck, Drawing, Filled, Image, Line, PageItem, Paragraph, Slide, Table, Text
from edu.plan.sketch import sketch_deck
from edu.plan.theme import Frame, Theme
from edu.problems import Code, Kind
from edu.write.pptx import Template, read_theme
from tests.plan.decks import EXAMPLES, HOUSE, ROOT, SMALL, edit, make, plan_slides, read

THEME = read_theme(HOUSE)
PAIRS = ("zh_CN+en", "en+zh_CN")


def _decks() -> list[tuple[Path, str]]:
    return [(root, lang) for root in (SMALL, ROOT, EXAMPLES) for lang in ("zh_CN", "en", *PAIRS)]


@pytest.fixture(scope="module", params=_decks(), ids=lambda p: f"{p[0].name}-{p[1]}")
def decks(request: pytest.FixtureRequest, template: Template) -> list[Deck]:
    _, planned = make(*request.param, template)
    return [deck for deck, _ in planned]


def _frame(theme: Theme, slide: Slide, item: PageItem) -> Frame:
    match item:
        case Filled():
            return item.frame or theme.layouts[slide.layout].slots[item.slot].frame
        case Drawing():
            frames = [part.frame for part in item.parts]
            left, top = min(min(f.x, f.x + f.w) for f in frames), min(min(f.y, f.y + f.h) for f in frames)
            right, bottom = max(max(f.x, f.x + f.w) for f in frames), max(max(f.y, f.y + f.h) for f in frames)
            return Frame(left, top, right - left, bottom - top)
        case _:
            return item.frame


def _room(theme: Theme, slide: Slide, item: PageItem) -> Frame:
    """Return where the item's text may stand: an icon may stand in the margin of a panel."""
    margins = theme.layouts[slide.layout].slots[item.slot].margins if isinstance(item, Filled) else (0, 0, 0, 0)
    return _frame(theme, slide, item).inset(*margins)


def _texts(theme: Theme, slide: Slide) -> Iterator[tuple[PageItem, Text, float]]:
    """Yield each text with the size that its paragraphs inherit."""
    for item in slide.items:
        match item:
            case Filled():
                yield item, item.text, theme.layouts[slide.layout].slots[item.slot].size
            case Table():
                yield from ((item, cell.text, item.size) for row in item.rows for cell in row)
            case Drawing():
                yield from ((item, part.text, part.size) for part in item.parts if isinstance(part, Box) and part.text)
            case Box() if item.text:
                yield item, item.text, item.size


def _said(paragraphs: tuple[Paragraph, ...]) -> str:
    return "".join(run.text for paragraph in paragraphs for run in paragraph.runs)


def test_nothing_stands_outside_the_slide(decks: list[Deck], theme: Theme) -> None:
    outside = []
    for deck in decks:
        for slide in deck.slides:
            for item in slide.items:
                f = _frame(theme, slide, item)
                if f.x < 0 or f.y < 0 or f.x + f.w > theme.width + 0.01 or f.y + f.h > theme.height + 0.01:
                    outside.append((slide.id, item))
    assert outside == []


def test_no_two_texts_overlap(decks: list[Deck], theme: Theme) -> None:
    def overlap(a: Frame, b: Frame) -> bool:
        return min(a.x + a.w, b.x + b.w) - max(a.x, b.x) > 1 and min(a.y + a.h, b.y + b.h) - max(a.y, b.y) > 1

    clashes = []
    for deck in decks:
        for slide in deck.slides:
            solid = [i for i in slide.items if not isinstance(i, Line) and not (isinstance(i, Box) and not i.text)]
            clashes += [
                (slide.id, a, b) for a, b in combinations(solid, 2) if overlap(_room(theme, slide, a), _room(theme, slide, b))
            ]
    assert clashes == []


def test_no_text_is_smaller_than_the_last_row_can_read(decks: list[Deck], theme: Theme) -> None:
    small = []
    for deck in decks:
        body = 16.0 if deck.tight else 18.0
        for slide in deck.slides:
            for item, text, inherited in _texts(theme, slide):
                least = 14.0 if isinstance(item, Table) or slide.kind in ("sources", "picture", "chart") else body
                least = 12.0 if isinstance(item, Filled) and item.slot == "Source" else least
                least = 14.0 if isinstance(item, Box) and item.aside else least
                small += [(slide.id, _said((p,)), p.size) for p in text.paragraphs if (p.size or inherited) < least]
                least = min(least, body - 2 if isinstance(item, Filled) else 14, 12 if slide.kind == "sources" else least)
                sizes = [(run, (p.size or inherited) * run.scale) for p in text.paragraphs for run in p.runs if run.scale != 1]
                small += [(slide.id, run.text, size) for run, size in sizes if size < least - 0.01]
    assert small == []


def test_every_slide_has_a_title_of_its_own_and_notes(decks: list[Deck]) -> None:
    for deck in decks:
        titles = [slide.title for slide in deck.slides]
        assert all(titles)
        assert len(set(titles)) == len(titles)
        assert all(isinstance(s.items[0], Filled) and s.items[0].slot == "Title" for s in deck.slides)
        assert [s.id for s in deck.slides if not _said(s.notes).strip()] == []
        assert len({s.id for s in deck.slides}) == len(deck.slides)


def test_every_slide_is_in_one_section(decks: list[Deck]) -> None:
    for deck in decks:
        assert [id for section in deck.sections for id in section.slides] == [slide.id for slide in deck.slides]


@pytest.mark.parametrize("lang", ["zh_CN", *PAIRS])
@pytest.mark.parametrize("root", [SMALL, ROOT], ids=lambda p: p.name)
def test_every_text_of_a_lesson_stands_on_a_slide_or_in_its_notes(root: Path, lang: str) -> None:
    _, planned = make(root, lang)
    modules = [module for one in lang.split("+") for module in edit(root, one).course.modules]
    for module, (deck, _) in zip(modules, planned * len(lang.split("+")), strict=True):
        shown = "".join(_all_text(slide) for slide in deck.slides)
        for trail, text in list_prose(module.lesson):
            parts = parse_inline(str(text).replace("\n\n", " ")) if trail != "question" and not trail.endswith(".unit") else ()
            words = [word for part in parts if not (part.fact or part.blank) for word in part.text.split()]
            assert [w for w in words if "".join(w.split()) not in shown] == [], trail


def _all_text(slide: Slide) -> str:
    said = slide.title + _said(slide.notes)
    for item in slide.items:
        match item:
            case Chart():
                said += "".join((*item.categories, *(plot.name for plot in item.series), item.alt))
            case Image():
                said += item.alt
    return "".join((said + "".join(_said(text.paragraphs) for _, text, _ in _texts(THEME, slide))).split())


def test_the_flagship_fits_in_every_language_on_every_template(template: Template) -> None:
    assert [p for lang in ("zh_CN", "en", *PAIRS) for _, problems in make(ROOT, lang, template)[1] for p in problems] == []


def test_the_same_course_is_planned_alike_twice() -> None:
    edition, planned = make(SMALL, "zh_CN")
    again, _ = make_deck(edition, edition.course.modules[0], THEME, read(SMALL).pictures)
    assert again == planned[0][0]


def test_a_deck_in_words(expected: Callable[[str, str], None]) -> None:
    expected("small.zh_CN.txt", sketch_deck(make(SMALL, "zh_CN")[1][0][0]))


def _with_slide(slide: PointsSlide | TableSlide | ActivitySlide | ChartSlide) -> tuple[Deck, list[Kind]]:
    deck, problems = plan_slides(slide)
    return deck, [problem.code for problem in problems]


def _points(*texts: str) -> PointsSlide:
    return PointsSlide.model_validate({"id": "p", "kind": "points", "title": "要点", "notes": "备注", "points": texts})


def test_a_list_too_long_for_a_slide_goes_on_in_even_halves() -> None:
    deck, codes = _with_slide(_points(*["一条要点要说的话" * 4] * 9))
    halves = [slide for slide in deck.slides if slide.kind == "points"]
    assert [slide.title for slide in halves] == ["要点 (1/2)", "要点 (2/2)"]
    bodies = [item for slide in halves for item in slide.items if isinstance(item, Filled) and item.slot == "Body"]
    assert [len(body.text.paragraphs) for body in bodies] == [5, 4]
    assert codes == []


def test_a_table_too_long_for_a_slide_repeats_its_head() -> None:
    rows = [[f"第{i}行", "说明" * 30] for i in range(12)]
    table = {"id": "t", "kind": "table", "title": "表", "notes": "备注", "columns": ["项", "说明"], "rows": rows}
    deck, codes = _with_slide(TableSlide.model_validate(table))
    tables = [item for slide in deck.slides for item in slide.items if isinstance(item, Table)]
    assert len(tables) > 1
    assert len({tuple(_said(cell.text.paragraphs) for cell in t.rows[0]) for t in tables}) == 1
    assert sum(len(t.rows) - 1 for t in tables) == 12
    assert codes == []


def test_a_text_that_fits_nowhere_is_told_with_its_excess() -> None:
    _, codes = _with_slide(_points("很长的一句话" * 200))
    assert codes == [Code.TOO_LONG]


def test_a_big_figure_too_wide_for_its_column_is_told() -> None:
    edition = make(SMALL, "zh_CN")[0]
    wide = replace(edition.figures["sunny_sales"], number="9" * 60)
    figures = [{"fact": "sunny_sales", "label": "一"}, {"fact": "complaints", "label": "二"}]
    slide = FiguresSlide.model_validate({"id": "f", "kind": "figures", "title": "数", "notes": "备注", "figures": figures})
    _, problems = plan_slides(slide, edition=replace(edition, figures={**edition.figures, "sunny_sales": wide}))
    assert [(p.code, p.trail) for p in problems] == [(Code.TOO_LONG, "basics/lesson#slides[f].figures[0].fact")]


def test_items_to_put_in_order_never_stand_in_it() -> None:
    assert all(disordered("abc", seed) != list("abc") for seed in "abcdefghijklmnopqrstuvwxyz")


def test_ten_thousand_characters_in_a_title_are_a_problem_and_no_crash() -> None:
    slide = _points("短")
    _, codes = _with_slide(slide.model_copy(update={"title": Prose("长" * 10_000)}))
    assert codes == [Code.TOO_LONG]


def test_a_slide_that_goes_on_is_never_called_as_another_is() -> None:
    long = _points(*["一条要点要说的话" * 4] * 9)
    deck, _ = plan_slides(long, long.model_copy(update={"id": "p-2", "title": Prose("别的要点")}))
    ids = [slide.id for slide in deck.slides]
    assert len(ids) == len(set(ids)) == 4


def test_a_section_that_we_add_is_never_called_as_an_authors_is() -> None:
    written = {"kind": "section", "notes": "备注"}
    opening = SectionSlide.model_validate({**written, "id": "opening", "title": "开场"})
    appendix = SectionSlide.model_validate({**written, "id": "appendix", "title": "附录"})
    term = DefinitionSlide.model_validate(
        {"id": "d", "kind": "definition", "title": "词", "notes": "备注", "term": "repeat-customer"}
    )
    deck, _ = plan_slides(_points("短"), opening, appendix, term)
    ids = [section.id for section in deck.sections]
    assert len(ids) == len(set(ids)) == 4


def test_what_does_not_fit_on_a_page_that_we_add_is_told() -> None:
    edition = make(SMALL, "zh_CN")[0]
    terms = tuple(t.model_copy(update={"definition": Prose("很长的定义" * 300)}) for t in edition.course.glossary.terms)
    course = edition.course.model_copy(update={"glossary": Glossary(terms=terms)})
    term = DefinitionSlide.model_validate(
        {"id": "d", "kind": "definition", "title": "词", "notes": "备注", "term": "repeat-customer"}
    )
    _, problems = plan_slides(term, edition=replace(edition, course=course))
    at = "glossary#terms[repeat-customer]"
    assert [(p.code, p.trail) for p in problems] == [(Code.TOO_LONG, at), (Code.TOO_LONG, f"{at}.definition")]


def test_only_the_side_of_a_definition_that_is_too_long_is_told() -> None:
    written = {"id": "d", "kind": "definition", "title": "词", "notes": "备注", "term": "repeat-customer"}
    slide = DefinitionSlide.model_validate({**written, "example": "很长的例子" * 300, "counterexample": "短"})
    _, problems = plan_slides(slide)
    assert [(p.code, p.trail) for p in problems] == [(Code.TOO_LONG, "basics/lesson#slides[d].example")]


def _every_kind(change: Change) -> Course:
    """Return the small course with every text changed, and a check of every question at the end of its lesson."""
    course = make(SMALL, "zh_CN")[0].course
    first = course.modules[0]
    checks = [
        CheckSlide.model_validate(
            {"id": f"{q.id}-{n}", "kind": "check", "question": q.id, "title": q.id, "notes": "备注", **more}
        )
        for q in first.quiz.questions
        for n, more in (("own", {"answer_title": "答案"}), ("made", {}))
    ]
    lesson = first.lesson.model_copy(update={"slides": (*first.lesson.slides, *checks)})
    return map_course(course.model_copy(update={"modules": (first.model_copy(update={"lesson": lesson}),)}), change)


def test_no_markup_of_any_text_reaches_a_page() -> None:
    course = _every_kind(lambda text, _: str(text) if isinstance(text, Plain) else f"{text} `x`")
    deck, _ = make_deck(replace(make(SMALL, "zh_CN")[0], course=course), course.modules[0], THEME, read(SMALL).pictures)
    drawn = [item for slide in deck.slides for item in slide.items if not isinstance(item, Image)]
    assert [item for item in drawn if "`" in repr(item)] == []
    assert "`" not in repr([(slide.title, slide.notes) for slide in deck.slides])
    assert "`" not in repr((deck.title, deck.subject, deck.author, deck.footer, deck.sections))


def test_a_text_without_translation_keeps_its_language_wherever_it_stands() -> None:
    course = _every_kind(lambda text, _: f"Wort {text}")
    settings = course.settings.model_copy(update={"language": "de", "languages": ("de", "en")})
    edition = replace(make(SMALL, "en")[0], course=course.model_copy(update={"settings": settings}))
    german = replace(edition, lang="de")
    edition = replace(edition, fallbacks={trail: german for trail, _ in list_course_prose(course)})
    deck, _ = make_deck(edition, course.modules[0], THEME, read(SMALL).pictures)
    runs = [run for slide in deck.slides for _, text, _ in _texts(THEME, slide) for p in text.paragraphs for run in p.runs]
    assert [run for run in runs if "Wort" in run.text and run.lang != "de"] == []
    assert [run.lang for run in runs if "Answer" in run.text or "Source" in run.text].count("de") == 0


def test_an_unmoved_placeholder_keeps_the_layouts_frame(decks: list[Deck], theme: Theme) -> None:
    for deck in decks:
        for slide in deck.slides:
            slots = theme.layouts[slide.layout].slots
            assert all(i.slot in slots for i in slide.items if isinstance(i, Filled | Table | Chart | Image))
            filled = [item for item in slide.items if isinstance(item, Filled)]
            assert all(item.frame != slots[item.slot].frame for item in filled)
            moved = [(i.frame, slots["Title"].frame) for i in filled if i.slot == "Title" and i.frame]
            assert all(replace(old, y=new.y, h=new.h) == new for new, old in moved)


def test_a_numbered_list_goes_on_counting_on_its_next_page() -> None:
    steps = ["要做的一步，说得很长很长" * 6] * 8
    deck, _ = _with_slide(
        ActivitySlide.model_validate(
            {"id": "a", "kind": "activity", "title": "做", "notes": "备注", "minutes": 5, "steps": steps}
        )
    )
    bodies = [i for s in deck.slides if s.kind == "activity" for i in s.items if isinstance(i, Filled) and i.slot == "Body"]
    assert len(bodies) > 1
    starts = [body.text.paragraphs[0].first for body in bodies]
    counts = [len(body.text.paragraphs) for body in bodies]
    assert starts == [0, *(sum(counts[: i + 1]) + 1 for i in range(len(counts) - 1))]


def test_sides_that_are_no_entity_have_colours_of_their_own() -> None:
    sides = [{"id": "a", "name": "甲"}, {"id": "b", "name": "乙"}, {"id": "c", "entity": "sunny"}]
    rows = [{"label": "行", "cells": ["一", "二", "三"]}]
    slide = {"id": "s", "kind": "compare", "title": "比", "notes": "备注", "sides": sides, "rows": rows}
    deck, _ = _with_slide(CompareSlide.model_validate(slide))
    (table,) = [item for page in deck.slides if page.id == "s" for item in page.items if isinstance(item, Table)]
    fills = [cell.fill for cell in table.rows[0][1:]]
    assert len(set(fills)) == 3

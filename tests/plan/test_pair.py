"""Two languages side by side: each text beside its own in the other language, the second smaller and paler."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from edu.model.course import list_course_prose, map_course
from edu.plan.deck import make_deck
from edu.plan.fit import Room, measure_text
from edu.plan.page import Box, Chart, Deck, Drawing, Filled, Paragraph, Slide, Table, Text
from edu.plan.pair import append_first, count_breaks, inline, join_pair, plain, settle_pair
from edu.plan.runs import BREAK, Run
from edu.plan.sketch import sketch_deck
from edu.write.pptx import read_theme
from tests.plan.decks import EXAMPLES, HOUSE, edit, make

FIRST, SECOND = Paragraph((Run("要点", "zh_CN"),), bold=True), Paragraph((Run("Point", "en"),))
PAIR = join_pair(FIRST, SECOND, BREAK, 16)


@pytest.fixture(scope="module")
def deck() -> Deck:
    return make(EXAMPLES, "zh_CN+en")[1][0][0]


def _texts(slide: Slide) -> Iterator[Text]:
    for item in slide.items:
        match item:
            case Filled():
                yield item.text
            case Table():
                yield from (cell.text for row in item.rows for cell in row)
            case Drawing():
                yield from (part.text for part in item.parts if isinstance(part, Box) and part.text)
            case Box() if item.text:
                yield item.text


def _paragraphs(deck: Deck) -> list[Paragraph]:
    return [paragraph for slide in deck.slides for text in _texts(slide) for paragraph in text.paragraphs]


def test_a_deck_in_two_languages_in_words(deck: Deck, expected: Callable[[str, str], None]) -> None:
    expected("examples.zh_CN+en.txt", sketch_deck(replace(deck, slides=deck.slides[:20])))


@pytest.mark.parametrize(("size", "second"), [(32, 25.6), (20, 16), (18, 16), (14, 14)])
def test_the_second_is_a_fifth_smaller_but_no_smaller_than_its_least(size: float, second: float) -> None:
    first, _, other = settle_pair(PAIR, size).runs
    assert (first.scale, other.scale * size) == (1, pytest.approx(second))


def test_the_second_is_neither_bold_nor_in_the_first_ink() -> None:
    settled = settle_pair(PAIR, 20)
    assert settled.bold is False
    assert [(run.bold, run.colour) for run in settled.runs] == [(True, None), (True, None), (False, "ink2")]
    assert settle_pair(replace(PAIR, colour="paper"), 20).runs[2].colour is None


def test_what_both_languages_say_alike_stands_once() -> None:
    name = Paragraph((Run("Sora", "en"),))
    assert join_pair(name, name, BREAK, 16) == name
    assert join_pair(name, Paragraph(()), BREAK, 16) == name
    assert join_pair(Paragraph(()), name, BREAK, 16) == name


def test_a_pair_is_as_high_as_its_lines_at_their_sizes() -> None:
    room = Room(400, 400)
    first, second = (measure_text([p], size, room).height for p, size in ((FIRST, 20), (SECOND, 16)))
    assert measure_text([PAIR], 20, room).height == pytest.approx(first + second)
    assert measure_text([PAIR], 20, room).lines == 2


def test_a_pair_on_one_line_has_no_break_in_it() -> None:
    assert plain(PAIR) == plain(inline(PAIR)) == "要点 / Point"
    assert (count_breaks(PAIR), count_breaks(inline(PAIR))) == (1, 0)
    assert plain(append_first(PAIR, [Run(" (1/2)", "zh_CN")])) == "要点 (1/2) / Point"


@pytest.mark.parametrize(("pair", "other"), [("zh_CN+en", "zh_CN"), ("en+zh_CN", "en")])
def test_each_text_of_the_first_language_alone_begins_one_of_the_pair_on_its_slide(pair: str, other: str) -> None:
    both, one = make(EXAMPLES, pair)[1][0][0], make(EXAMPLES, other)[1][0][0]
    kinds = {"title", "section", "objectives", "points", "definition", "compare", "table", "process", "discussion", "activity"}
    for slide in (slide for slide in one.slides if slide.kind in kinds):
        pairs = [plain(p) for mine in both.slides if mine.trail == slide.trail for t in _texts(mine) for p in t.paragraphs]
        singles = [plain(p) for text in _texts(slide) for p in text.paragraphs]
        assert [single for single in singles if not any(text.startswith(single) for text in pairs)] == []


def test_every_paragraph_with_a_break_holds_both_languages(deck: Deck) -> None:
    broken = [p for p in _paragraphs(deck) if any(run.text == BREAK for run in p.runs)]
    assert len(broken) > 50
    for paragraph in broken:
        end = next(i for i, run in enumerate(paragraph.runs) if run.text == BREAK)
        first, second = paragraph.runs[:end], paragraph.runs[end + 1 :]
        assert {run.lang for run in second} == {"en"} and {run.lang for run in first} <= {"zh_CN", "en"}
        assert {run.scale for run in first} == {1} and all(run.scale <= 1 for run in second)
    assert not any(run.least for p in _paragraphs(deck) for run in p.runs)


def test_notes_are_in_one_language_after_the_other(deck: Deck) -> None:
    slide = next(s for s in deck.slides if s.kind == "points")
    said = [plain(p) for p in slide.notes]
    middle = said.index("— English —")
    alone = [make(EXAMPLES, one)[1][0][0].slides for one in ("zh_CN", "en")]
    ones = [next([plain(p) for p in s.notes] for s in slides if s.id == slide.id) for slides in alone]
    assert [said[:middle], said[middle + 1 :]] == ones


def test_titles_sections_and_alternatives_are_plain_and_in_both_languages(deck: Deck) -> None:
    words = [deck.title, deck.subject, *(s.title for s in deck.slides), *(s.name for s in deck.sections)]
    words += [item.alt for s in deck.slides for item in s.items if isinstance(item, Chart | Drawing | Table)]
    assert [word for word in words if BREAK in word or " / " not in word] == []


def test_a_chart_stands_once_with_labels_in_both_languages(deck: Deck) -> None:
    charts = [item for s in deck.slides for item in s.items if isinstance(item, Chart)]
    assert charts
    words = [(label, " / " if chart.kind == "doughnut" else "\n") for chart in charts for label in chart.categories]
    words += [(plot.name, " / ") for chart in charts for plot in chart.series]
    assert [word for word, joint in words if joint not in word and not word.isascii()] == []


def test_a_text_without_translation_stands_once() -> None:
    first, second = edit(EXAMPLES, "zh_CN"), edit(EXAMPLES, "en")
    trails = dict(list_course_prose(first.course))
    at = next(trail for trail in trails if trail.endswith("].title"))
    course = map_course(second.course, lambda text, trail: trails[trail] if trail == at else text)
    untranslated = replace(second, course=course, fallbacks=frozenset({at}))
    deck, _ = make_deck(first, first.course.modules[0], read_theme(HOUSE), {}, untranslated)
    titles = [slide.title for slide in deck.slides if slide.trail == at.removesuffix(".title")]
    assert titles == [str(trails[at])]

"""Two languages side by side: each text beside its own in the other language, the second smaller and paler."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from edu.check.sizes import find_small_texts
from edu.model.course import list_course_prose, map_course
from edu.plan.deck import make_deck
from edu.plan.fit import Room, measure_text
from edu.plan.page import Box, Chart, Deck, Drawing, Filled, Paragraph, Slide, Table, Text
from edu.plan.pair import append_first, count_breaks, inline, join_pair, plain, settle_pair
from edu.plan.runs import BREAK, Run
from edu.plan.sketch import sketch_deck
from edu.problems import Level
from edu.write.pptx import Template, read_theme
from tests.plan.decks import EXAMPLES, HOUSE, ROOT, SCHOOL, SMALL, edit, make, read
from tests.tools.office import convert

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
    assert [(run.bold, run.colour) for run in settled.runs] == [(True, None), (False, "ink2"), (False, "ink2")]
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
    joint = {True: " / ", False: "\n"}
    words = [(label, joint[chart.legend and chart.kind == "doughnut"]) for chart in charts for label in chart.categories]
    words += [(plot.name, " / ") for chart in charts for plot in chart.series]
    assert [word for word, joint in words if joint not in word and not word.isascii()] == []


def test_a_text_without_translation_stands_once() -> None:
    first, second = edit(EXAMPLES, "zh_CN"), edit(EXAMPLES, "en")
    trails = dict(list_course_prose(first.course))
    at = next(trail for trail in trails if trail.endswith("].title"))
    course = map_course(second.course, lambda text, trail: trails[trail] if trail == at else text)
    untranslated = replace(second, course=course, fallbacks={at: first})
    deck, _ = make_deck(first, first.course.modules[0], read_theme(HOUSE), {}, untranslated)
    titles = [slide.title for slide in deck.slides if slide.trail == at.removesuffix(".title")]
    assert titles == [str(trails[at])]


@pytest.mark.parametrize("pair", ["zh_CN+en", "en+zh_CN"])
def test_no_button_address_or_hint_is_in_one_language_alone(pair: str) -> None:
    for deck, _ in make(ROOT, pair)[1]:
        boxes = [
            item for slide in deck.slides for item in slide.items if isinstance(item, Box) and item.name.startswith("Button")
        ]
        assert {box.jump.slide for box in boxes if box.jump} == {"made/agenda", "made/glossary", "made/sources", ""}
        said = [(plain(p), box.jump.tip) for box in boxes if box.jump and box.text for p in box.text.paragraphs]
        assert [(label, tip) for label, tip in said if " / " not in label or " / " not in tip] == []
        assert all(sum(map(label.count, "↑←→")) <= 1 for label, _ in said)
        hints = [[plain(p) for p in s.notes] for s in deck.slides if s.kind in ("discussion", "activity")]
        assert hints
        assert all(any("计时" in line for line in notes) and any("timer" in line for line in notes) for notes in hints)


def test_the_words_at_a_code_are_in_both_languages_and_their_address_leads_to_the_first() -> None:
    first, second = edit(SMALL, "zh_CN"), edit(SMALL, "en")
    deck, _ = make_deck(first, first.course.modules[0], read_theme(HOUSE), read(SMALL).pictures, second)
    codes = [item for s in deck.slides for item in s.items if isinstance(item, Drawing) and item.name == "QR code"]
    asides = [item for s in deck.slides for item in s.items if isinstance(item, Box) and item.name == "Quiz address"]
    assert len(codes) == len(asides) == 2
    assert all(" / " in code.alt and "/zh_CN/" in code.alt for code in codes)
    heads = [plain(aside.text.paragraphs[0]) for aside in asides if aside.text]
    assert heads == ["扫码做练习 / Scan for the quiz"] * 2


@pytest.mark.parametrize("pair", ["zh_CN+en", "en+zh_CN"])
def test_a_title_has_a_line_for_each_language_where_letters_of_26_points_have_room(pair: str) -> None:
    room = Room(874, 102)
    titles = [s.items[0] for deck, _ in make(ROOT, pair)[1] for s in deck.slides if s.layout in ("Points", "Table", "Chart")]
    paragraphs = [title.text.paragraphs[0] for title in titles if isinstance(title, Filled)]
    long = [p for p in paragraphs if measure_text([p], p.size or 32, room).lines > 2]
    assert paragraphs
    assert [plain(p) for p in long if measure_text([replace(p, size=26)], 26, room).lines == 2] == []


@pytest.mark.parametrize("pair", ["zh_CN+en", "en+zh_CN"])
def test_what_a_class_asks_answers_and_takes_home_stands_on_one_page(pair: str) -> None:
    for deck, _ in make(ROOT, pair)[1]:
        assert [slide.title for slide in deck.slides if slide.kind in ("check", "summary") and "/2)" in slide.title] == []


def test_choices_are_a_list_with_letters_so_that_both_languages_hang_under_the_text(deck: Deck) -> None:
    asked = next(slide for slide in deck.slides if slide.kind == "check")
    choices = [p for text in _texts(asked) for p in text.paragraphs if p.bullet == "letter"]
    assert [choice.first for choice in choices] == [1, 2, 3, 4]
    assert all(BREAK in {run.text for run in choice.runs} for choice in choices)


def test_a_unit_of_the_other_languages_scale_is_said_as_one_says_it() -> None:
    deck = next(deck for deck, _ in make(ROOT, "en+zh_CN")[1] if deck.id == "strategy")
    said = [plain(p) for slide in deck.slides if slide.kind == "chart" for text in _texts(slide) for p in text.paragraphs]
    assert "Unit: RMB million / 单位：100万元" in said


@pytest.mark.parametrize(("size", "least", "second"), [(18, 16, 16), (16, 16, 14), (14, 16, 14), (14, 12, 12), (16, 14, 14)])
def test_the_least_of_the_second_gives_way_to_the_size_of_the_first(size: float, least: float, second: float) -> None:
    pair = settle_pair(join_pair(FIRST, SECOND, BREAK, least), size)
    assert pair.runs[2].scale * size == pytest.approx(second)


def test_a_second_language_on_coloured_ground_is_as_the_first_on_a_schools_theme_too() -> None:
    theme = read_theme(SCHOOL)
    for deck, _ in make(ROOT, "zh_CN+en", SCHOOL)[1]:
        bands = [item for s in deck.slides for item in s.items if isinstance(item, Filled) and item.slot in ("Label", "Answer")]
        colours = {run.colour for item in bands for p in item.text.paragraphs for run in p.runs if run.scale < 1}
        assert colours == {None}
    assert theme.layouts["Task"].slots["Label"].colour.rgb == "#FFFFFF"


def test_two_steps_of_an_agenda_stand_on_one_page_of_a_school() -> None:
    for deck, _ in make(ROOT, "en+zh_CN", SCHOOL)[1]:
        assert [slide.title for slide in deck.slides if slide.kind == "agenda" and "/2)" in slide.title] == []


def test_two_directions_each_keep_theirs_and_one_edge() -> None:
    chinese, english = edit(EXAMPLES, "zh_CN"), edit(EXAMPLES, "en")
    arabic = replace(chinese, lang="ar", fallbacks={})
    for first, second, mark, align in ((arabic, english, "\u202a", "right"), (english, arabic, "\u202b", None)):
        deck, _ = make_deck(first, first.course.modules[0], read_theme(HOUSE), {}, second)
        points = next(slide for slide in deck.slides if slide.kind == "points")
        paragraphs = [p for text in _texts(points) for p in text.paragraphs if BREAK in {run.text for run in p.runs}]
        assert len(paragraphs) > 3
        assert {p.align for p in paragraphs} == {align}
        seconds = [plain(p).partition(" / ")[2] for p in paragraphs]
        assert [text for text in seconds if not (text.startswith(mark) and text.endswith("\u202c"))] == []


@pytest.mark.parametrize("pair", ["zh_CN+en", "en+zh_CN"])
def test_one_direction_needs_no_marks(pair: str) -> None:
    said = "".join(plain(p) for deck, _ in make(EXAMPLES, pair)[1] for p in _paragraphs(deck))
    assert not {"\u202a", "\u202b", "\u202c"} & {*said}


@pytest.mark.slow
@pytest.mark.parametrize("pair", ["zh_CN+en", "en+zh_CN"])
def test_the_flagship_fits_as_a_pair_on_a_template_of_libreoffice(pair: str, tmp_path: Path) -> None:
    drawn = Path("/usr/lib/libreoffice/share/template/common/presnt/Forestbird.otp")
    (school,) = convert([drawn], "pptx", tmp_path)
    template = Template(ROOT / "templates", school=school.read_bytes())
    theme = read_theme(template)
    planned = make(ROOT, pair, template)[1]
    assert [problem for _, problems in planned for problem in problems] == []
    small = [problem for deck, _ in planned for problem in find_small_texts(deck, theme)]
    assert {problem.code.level for problem in small} <= {Level.WARNING}
    assert min(float(problem.values["size"]) for problem in small) >= 13.5

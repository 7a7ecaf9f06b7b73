"""Rules find what a translation or a slip does to a deck and to a quiz, and nothing in what is fine."""

from __future__ import annotations

from dataclasses import replace

import pytest

from edu.check.deck import check_deck
from edu.check.paper import check_paper
from edu.plan.page import Box, Cell, Deck, Drawing, Filled, PageItem, Paragraph, Slide, Table, Text
from edu.plan.paper import Multiple, Paper, Single
from edu.plan.quiz import make_quiz
from edu.plan.runs import Run
from edu.plan.theme import Colour, Decoration, Frame, Layout, Paint, Theme
from edu.problems import Code, Kind
from edu.write.pptx import read_theme
from tests.plan.decks import HOUSE, SMALL, make

THEME = read_theme(HOUSE)


@pytest.fixture(scope="module")
def deck() -> Deck:
    return make(SMALL, "zh_CN")[1][0][0]


@pytest.fixture(scope="module")
def paper() -> Paper:
    editions = [make(SMALL, lang)[0] for lang in ("zh_CN", "en")]
    return make_quiz(editions, "basics")[0]


def with_slides(deck: Deck, *slides: Slide) -> Deck:
    """Return the deck with these slides alone, in one section."""
    whole = replace(deck.sections[0], slides=tuple(slide.id for slide in slides))
    return replace(deck, slides=slides, sections=(whole,))


def with_items(deck: Deck, *items: PageItem) -> Deck:
    """Return the deck with one slide, on which `items` stand below the title."""
    slide = next(s for s in deck.slides if s.layout == "Diagram")
    return with_slides(deck, replace(slide, items=(slide.items[0], *items)))


def say(text: str, lang: str = "en", size: float | None = None, colour: Colour | None = None) -> Text:
    """Return a text of one run."""
    return Text((Paragraph((Run(text, lang),), size=size, colour=colour),), lang)


def list_codes(deck: Deck, theme: Theme = THEME) -> list[Kind]:
    return [problem.code for problem in check_deck(deck, theme)]


def with_layout(name: str, layout: Layout) -> Theme:
    return replace(THEME, layouts={**THEME.layouts, name: layout})


def test_the_small_course_is_fine(deck: Deck, paper: Paper) -> None:
    assert (*check_deck(deck, THEME), *check_paper(paper)) == ()


def test_two_slides_with_one_title_are_found(deck: Deck) -> None:
    twin = replace(deck.slides[1], id="twin", title=f" {deck.slides[0].title} ")
    found = check_deck(with_slides(deck, deck.slides[0], twin), THEME)
    assert [problem.code for problem in found] == [Code.EQUAL_TITLES]
    ours = replace(twin, trail="basics/lesson#")
    assert check_deck(with_slides(deck, deck.slides[0], ours), THEME)[0].trail == "basics/lesson#title"


def test_a_diagram_without_a_text_alternative_is_found(deck: Deck) -> None:
    slide = next(s for s in deck.slides if any(isinstance(i, Drawing) for i in s.items))
    blank = tuple(replace(i, alt=" ") if isinstance(i, Drawing) else i for i in slide.items)
    found = check_deck(with_slides(deck, replace(slide, items=blank)), THEME)
    assert [problem.code for problem in found] == [Code.NO_ALTERNATIVE]


def test_options_that_a_translation_made_equal_are_found(paper: Paper) -> None:
    item = next(i for i in paper.items if isinstance(i.body, Single | Multiple))
    assert isinstance(item.body, Single | Multiple)
    first, second, *rest = item.body.options
    same = replace(first, text={**first.text, "en": (Run("The Same.", "en"),)})
    twin = replace(second, text={**second.text, "en": (Run("the ｓame", "en"),)})
    body = replace(item.body, options=(same, twin, *rest))
    found = check_paper(replace(paper, items=(replace(item, body=body),)))
    assert [(p.code, p.values["lang"]) for p in found] == [(Code.EQUAL_OPTIONS, "en")]


# --- what a screen reader says -----------------------------------------------------------------------------------------


def test_a_text_whose_language_cannot_be_its_own_is_found(deck: Deck) -> None:
    frame = Frame(100, 200, 400, 60)
    assert list_codes(with_items(deck, Box("A", frame, "rect", text=say("茶", "en")))) == [Code.RUN_LANGUAGE]
    assert list_codes(with_items(deck, Box("A", frame, "rect", text=say("tea", "")))) == [Code.RUN_LANGUAGE]
    assert list_codes(with_items(deck, Box("A", frame, "rect", text=say("茶", "zh_TW")))) == []


def test_a_section_without_a_name_is_found(deck: Deck) -> None:
    nameless = replace(deck, sections=(replace(deck.sections[0], name="\u2060 "), *deck.sections[1:]))
    assert list_codes(nameless) == [Code.NO_SECTION_NAME]


def test_a_table_with_a_cell_too_few_is_found(deck: Deck) -> None:
    slide = next(s for s in deck.slides if any(isinstance(i, Table) for i in s.items))
    table = next(i for i in slide.items if isinstance(i, Table))
    short = replace(table, rows=(*table.rows[:-1], table.rows[-1][:-1]))
    items = tuple(short if item is table else item for item in slide.items)
    assert list_codes(with_slides(deck, replace(slide, items=items))) == [Code.UNEVEN_TABLE]


def make_boxes(*frames: tuple[float, float, float, float]) -> list[Box]:
    return [Box(f"Box {i}", Frame(*frame), "rect", text=say(f"text {i}")) for i, frame in enumerate(frames)]


COLUMNS = ((50, 100, 200, 50), (50, 160, 200, 50), (300, 100, 200, 50), (300, 160, 200, 50))


@pytest.mark.parametrize(
    "order",
    [(0, 1, 2, 3), (0, 2, 1, 3)],
    ids=["column by column", "row by row"],
)
def test_columns_may_be_read_one_by_one_and_rows_too(deck: Deck, order: tuple[int, ...]) -> None:
    assert list_codes(with_items(deck, *make_boxes(*(COLUMNS[i] for i in order)))) == []


@pytest.mark.parametrize("order", [(2, 3, 0, 1), (1, 0, 2, 3), (0, 3, 2, 1)])
def test_what_is_said_before_what_stands_before_it_is_found(deck: Deck, order: tuple[int, ...]) -> None:
    assert list_codes(with_items(deck, *make_boxes(*(COLUMNS[i] for i in order)))) == [Code.READING_ORDER]


def test_panels_and_a_line_below_them_are_in_order(deck: Deck) -> None:
    below = (50, 230, 450, 40)
    assert list_codes(with_items(deck, *make_boxes(*COLUMNS, below))) == []
    assert list_codes(with_items(deck, *make_boxes(below, *COLUMNS))) == [Code.READING_ORDER]


def test_a_step_of_a_hair_is_no_other_row(deck: Deck) -> None:
    assert list_codes(with_items(deck, *make_boxes((50, 101, 200, 50), (300, 100, 200, 50)))) == []


def test_in_a_script_from_right_to_left_the_right_column_may_come_first(deck: Deck) -> None:
    columns = with_items(deck, *make_boxes(*(COLUMNS[i] for i in (2, 3, 0, 1))))
    assert Code.READING_ORDER not in list_codes(replace(columns, lang="ar"))
    upwards = with_items(deck, *make_boxes(*(COLUMNS[i] for i in (3, 2, 1, 0))))
    assert Code.READING_ORDER in list_codes(replace(upwards, lang="ar"))


# --- what can be seen --------------------------------------------------------------------------------------------------


AREA = Frame(100, 200, 400, 60)


def test_a_text_is_measured_against_what_is_really_behind_it(deck: Deck) -> None:
    panel = Box("Panel", Frame(90, 190, 420, 80), "rect", fill=Paint("accent1"))
    pale = Box("Text", AREA, "rect", text=say("pale", colour="paper"))
    assert list_codes(with_items(deck, panel, pale)) == []
    assert list_codes(with_items(deck, pale)) == [Code.LOW_CONTRAST]
    assert list_codes(with_items(deck, pale, panel)) == [Code.LOW_CONTRAST]  # the panel lies above it


def test_a_text_that_leaves_its_panel_is_measured_on_both_grounds(deck: Deck) -> None:
    half = Box("Panel", Frame(90, 190, 200, 80), "rect", fill=Paint("accent1"))
    for colour in ("paper", "accent1"):
        text = Box("Text", AREA, "rect", text=say("pale", colour=colour))
        assert list_codes(with_items(deck, half, text)) == [Code.LOW_CONTRAST]
    beside = Box("Text", Frame(290, 200, 300, 60), "rect", text=say("fine", colour="accent1"))
    assert list_codes(with_items(deck, half, beside)) == []


def test_a_faint_ground_is_measured_as_it_is_shown(deck: Deck) -> None:
    for tint, codes in ((0.92, []), (0.2, [Code.LOW_CONTRAST])):
        box = Box("Text", AREA, "rect", fill=Paint("ink2", tint), text=say("text", colour="ink2" if tint > 0.5 else "ink"))
        assert list_codes(with_items(deck, replace(box, text=say("text")))) == codes


def test_cells_and_links_and_code_are_measured_on_their_own_grounds(deck: Deck) -> None:
    def in_cell(run: Run, fill: Paint | None) -> Deck:
        text = Text((Paragraph((run,)),), "en")
        rows = ((Cell(say("head")),), (Cell(text, fill),))
        return with_items(deck, Table("Table", AREA, (400,), (30, 30), rows, 18, "alt", (4, 4, 4, 4), Paint("ink2")))

    run = Run("text", "en")
    assert list_codes(in_cell(run, Paint("accent1", 0.9))) == []
    assert list_codes(in_cell(run, Paint("accent1"))) == [Code.LOW_CONTRAST]
    assert list_codes(in_cell(replace(run, colour="paper"), Paint("accent1"))) == []
    assert list_codes(in_cell(replace(run, colour="paper", href="https://example.org"), Paint("accent1"))) == [
        Code.LOW_CONTRAST
    ]
    assert list_codes(in_cell(replace(run, code=True), Paint("accent1"))) == []


def test_a_band_of_the_layout_is_a_ground(deck: Deck) -> None:
    layout = THEME.layouts["Diagram"]
    band = Decoration("Band", Frame(0, 180, THEME.width, 100), "rect", Paint("accent6"))
    theme = with_layout("Diagram", replace(layout, decorations=(*layout.decorations, band)))
    text = Box("Text", AREA, "rect", text=say("text"))
    assert list_codes(with_items(deck, text)) == []
    assert list_codes(with_items(deck, text), theme) == [Code.LOW_CONTRAST]


def test_a_ground_that_is_a_picture_is_told_once_and_not_measured(deck: Deck) -> None:
    theme = with_layout("Diagram", replace(THEME.layouts["Diagram"], ground=None))
    text = Box("Text", AREA, "rect", text=say("text", colour="paper"))
    assert list_codes(with_items(deck, text), theme) == [Code.UNKNOWN_GROUND]


def test_a_text_of_an_entity_is_not_told_again_where_its_colour_is(deck: Deck) -> None:
    pale = replace(
        with_items(deck, Box("Text", AREA, "rect", text=say("text", colour="accent2"))), accents={"accent2": "#FFD400"}
    )
    found = check_deck(pale, THEME)
    assert [(problem.code, problem.trail) for problem in found] == [(Code.UNREADABLE_COLOUR, "course#entities[sunny].color")]
    assert found[0].values["ratio"] == "1.30"
    near = {**pale.accents, "accent2": str(found[0].values["near"])}
    assert list_codes(replace(pale, accents=near)) == []


@pytest.mark.parametrize(
    ("text", "least"),
    [(say("body", size=17.5), 18), (say("said second", size=13.5, colour="ink2"), 14)],
)
def test_letters_too_small_for_the_last_row_are_found(deck: Deck, text: Text, least: float) -> None:
    small = check_deck(with_items(deck, Box("Text", AREA, "rect", text=text)), THEME)
    assert [(problem.code, problem.values["least"]) for problem in small] == [(Code.SMALL_TEXT, f"{least:g}")]
    large = Text((replace(text.paragraphs[0], size=least),), "en")
    assert list_codes(with_items(deck, Box("Text", AREA, "rect", text=large))) == []


def test_a_button_beside_the_matter_of_a_slide_may_have_smaller_letters(deck: Deck) -> None:
    button = Box("Button", AREA, "rect", text=say("back", size=14), aside=True)
    assert list_codes(with_items(deck, button)) == []
    assert list_codes(with_items(deck, replace(button, aside=False))) == [Code.SMALL_TEXT]


def test_small_letters_that_a_template_brings_are_found_once_a_layout(deck: Deck) -> None:
    layout = THEME.layouts["Points"]
    footer = next(name for name, slot in layout.slots.items() if slot.type == "ftr")
    theme = with_layout("Points", replace(layout, slots={**layout.slots, footer: replace(layout.slots[footer], size=10)}))
    points = next(slide for slide in deck.slides if slide.layout == "Points")
    twin = replace(points, id="twin", title="Twin")
    found = check_deck(with_slides(deck, points, twin), theme)
    assert [(problem.code, problem.values["size"]) for problem in found] == [(Code.SMALL_TEXT, "10")]


def test_the_second_of_two_languages_may_be_smaller(deck: Deck) -> None:
    for scale, codes in ((0.8, []), (0.65, [Code.SMALL_TEXT])):
        both = Paragraph((Run("茶\v", "zh_CN"), Run("tea", "en", scale=scale)), size=20)
        assert list_codes(with_items(deck, Box("Text", AREA, "rect", text=Text((both,), "zh_CN")))) == codes


def test_what_is_filled_into_a_slot_has_its_size_and_colour(deck: Deck) -> None:
    layout = THEME.layouts["Points"]
    points = next(slide for slide in deck.slides if slide.layout == "Points")
    bare = replace(points, items=(points.items[0], Filled("Body", say("text"))))
    for change, code in (({"size": 16}, Code.SMALL_TEXT), ({"colour": Paint("ink2", 0.5)}, Code.LOW_CONTRAST)):
        theme = with_layout("Points", replace(layout, slots={**layout.slots, "Body": replace(layout.slots["Body"], **change)}))
        assert list_codes(with_slides(deck, bare), theme) == [code]


def test_a_theme_that_does_not_say_its_colours_is_not_measured(deck: Deck) -> None:
    silent = replace(THEME, colours={}, link=None)
    assert list_codes(replace(deck, accents={}), silent) == []

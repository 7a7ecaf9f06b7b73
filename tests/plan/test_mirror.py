"""A deck that is read from right to left is the mirror image of the same deck from left to right, but for its texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest

from edu.check.order import list_stops
from edu.plan.deck import make_deck
from edu.plan.mirror import MIRRORED, mirror_frame, mirror_theme
from edu.plan.page import Box, Chart, Deck, Drawing, Filled, Glyph, Image, Line, Table, Text, list_parts
from edu.plan.pair import TO_RIGHT, TURN_BACK, plain
from edu.plan.theme import Frame, Theme
from edu.write.pptx import Template, read_theme
from tests.plan.decks import EXAMPLES, HOUSE, NARROW, SCHOOL, edit, read_in

HOUSES = [HOUSE, NARROW]
ALL = [*HOUSES, SCHOOL]


@cache
def plan_both(template: Template) -> tuple[Deck, Deck, Theme]:
    """Return the deck of the examples in English, that of the same texts read from right to left, and the theme of this."""
    english, pictures = edit(EXAMPLES, "en"), read_in(EXAMPLES, "en").pictures
    turned = replace(english, lang="ar", fallbacks={})
    theme = read_theme(template.facing("ar"))
    decks = [
        make_deck(edition, edition.course.modules[0], on, pictures)
        for edition, on in ((english, read_theme(template)), (turned, theme))
    ]
    assert [problem for _, problems in decks for problem in problems] == []
    return decks[0][0], decks[1][0], theme


def list_frames(deck: Deck, theme: Theme) -> Iterator[Frame]:
    """Yield where everything stands, with the shapes of the layouts; a line that goes back is told as one that goes on."""
    for slide in deck.slides:
        layout = theme.layouts[slide.layout]
        yield from (decoration.frame for decoration in layout.decorations)
        for part in list_parts(slide):
            frame = part.frame or layout.slots[part.slot].frame if isinstance(part, Filled) else part.frame
            yield replace(frame, x=min(frame.x, frame.x + frame.w), w=abs(frame.w))


def round_frame(frame: Frame) -> tuple[float, ...]:
    return tuple(round(value, 2) + 0 for value in (frame.x, frame.y, frame.w, frame.h))


@pytest.mark.parametrize("template", HOUSES, ids=["wide", "narrow"])
def test_everything_stands_where_a_mirror_shows_it(template: Template) -> None:
    english, turned, theme = plan_both(template)
    frames = [round_frame(mirror_frame(frame, theme.width)) for frame in list_frames(english, read_theme(template))]
    assert [round_frame(frame) for frame in list_frames(turned, theme)] == frames


@pytest.mark.parametrize("template", HOUSES, ids=["wide", "narrow"])
def test_a_mirror_before_a_mirror_shows_the_theme_itself(template: Template) -> None:
    theme, image = read_theme(template), mirror_theme(read_theme(template.facing("ar")))
    for name, layout in theme.layouts.items():
        for slot, other in ((slot, image.layouts[name].slots[key]) for key, slot in layout.slots.items()):
            assert round_frame(other.frame) == round_frame(slot.frame)
            assert (other.margins, other.align, other.leftward) == (slot.margins, slot.align, True)


@pytest.mark.parametrize("template", ALL, ids=["wide", "narrow", "school"])
def test_every_text_starts_at_the_side_where_its_reader_starts(template: Template) -> None:
    english, turned, theme = plan_both(template)
    sides = []
    for deck, on in ((english, read_theme(template)), (turned, theme)):
        sides.append([align for slide in deck.slides for align in list_aligns(slide.layout, list_parts(slide), on)])
    assert sides[1] == [MIRRORED[align] for align in sides[0]]
    assert "right" in sides[1]


def list_aligns(layout: str, parts: Iterator[object], theme: Theme) -> Iterator[str]:
    for part in parts:
        match part:
            case Filled():
                slot = theme.layouts[layout].slots[part.slot]
                yield from (p.align or slot.align for p in part.text.paragraphs)
            case Box() if part.text:
                yield from (p.align or "left" for p in part.text.paragraphs)
            case Table():
                yield from (p.align or "left" for row in part.rows for cell in row for p in cell.text.paragraphs)


@pytest.mark.parametrize("template", ALL, ids=["wide", "narrow", "school"])
def test_who_hears_a_slide_hears_it_from_right_to_left(template: Template) -> None:
    english, turned, theme = plan_both(template)
    for one, other in zip(english.slides, turned.slides, strict=True):
        names = [stop.name for stop in list_stops(one, read_theme(template).layouts[one.layout])]
        assert [stop.name for stop in list_stops(other, theme.layouts[other.layout])] == names


def test_arrows_and_tables_and_charts_run_the_other_way_and_pictures_stay_as_they_are() -> None:
    english, turned, _ = plan_both(HOUSE)
    pairs = [
        (part, other)
        for one, two in zip(english.slides, turned.slides, strict=True)
        for part, other in zip(list_parts(one), list_parts(two), strict=True)
    ]
    directed = [(a, b) for a, b in pairs if isinstance(a, Box) and isinstance(b, Box) and a.shape in ("chevron", "homePlate")]
    assert directed
    assert all(b.flipped and not a.flipped for a, b in directed)
    kinds = {type(b) for _, b in pairs if isinstance(b, Table | Chart) and b.leftward}
    assert kinds == {Table, Chart}
    for a, b in pairs:
        match a, b:
            case (Image(), Image()):
                assert (a.picture, round(a.frame.w, 2)) == (b.picture, round(b.frame.w, 2))
            case (Glyph(), Glyph()):
                assert a.path == b.path
            case (Line(), Line()):
                assert round(a.frame.w, 2) == -round(b.frame.w, 2)
            case _:
                assert type(a) is type(b)


def test_a_ring_goes_on_clockwise_and_its_labels_stay_beside_their_slices() -> None:
    decks = plan_both(HOUSE)[:2]
    one, other = (
        next(item for slide in deck.slides for item in slide.items if isinstance(item, Chart) and item.kind == "doughnut")
        for deck in decks
    )
    spots = [[(spot[0] - chart.plot.x, spot[1]) for spot in chart.spots if spot] for chart in (one, other)]
    assert spots[0]
    assert spots[0] == [(pytest.approx(x), y) for x, y in spots[1]]


def test_an_arrow_in_words_leads_on_to_the_left() -> None:
    english, turned, _ = plan_both(HOUSE)
    alts = [
        next(item.alt for slide in deck.slides for item in slide.items if isinstance(item, Drawing) and "Process" in item.name)
        for deck in (english, turned)
    ]
    assert "→" in alts[0]
    assert alts[1] == alts[0].replace("→", "←")


def test_a_paragraph_without_translation_is_marked_as_written_from_left_to_right() -> None:
    english = edit(EXAMPLES, "en")
    at = "moon/lesson#slides[{}].title"
    module = english.course.modules[0]
    fallbacks = {at.replace("moon", module.id).format(slide.id): english for slide in module.lesson.slides}
    turned = replace(english, lang="ar", fallbacks=fallbacks)
    deck, _ = make_deck(turned, module, read_theme(HOUSE.facing("ar")), read_in(EXAMPLES, "en").pictures)
    titles = [list_texts(slide.items[0])[0].paragraphs[0] for slide in deck.slides if slide.id in str(fallbacks)]
    marked = [plain(title) for title in titles if title.runs and title.runs[0].lang == "en"]
    assert len(marked) > 5
    assert [title for title in marked if not (title.startswith(TO_RIGHT) and title.endswith(TURN_BACK))] == []
    own = [plain(title) for title in titles if title.runs and title.runs[0].lang == "ar"]
    assert not any(TO_RIGHT in title for title in own)


def list_texts(item: object) -> list[Text]:
    assert isinstance(item, Filled)
    return [item.text]

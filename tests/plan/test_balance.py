"""No last line holds a lone character or word where that can be helped; titles break in the middle; no line is added."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from edu.plan.balance import balance_items, balance_text
from edu.plan.fit import Room, measure_text
from edu.plan.measure import AIR, Lines, break_lines, cut_pieces
from edu.plan.page import Box, Filled, Paragraph, Text
from edu.plan.runs import BREAK, Run
from edu.plan.theme import Align, Frame, Slot

SIZE = 20.0
LOOK = Paragraph((), SIZE)
LONE = 2.2


def _text(*texts: str, lang: str = "zh_CN", align: Align | None = None) -> Text:
    return Text(tuple(Paragraph((Run(text, lang),), align=align) for text in texts), lang)


def _lines(text: Text, room: Room, paragraph: int = 0, air: float = AIR) -> Lines:
    return break_lines(cut_pieces(text.paragraphs[paragraph].runs, air=air), (room.width - sum(text.insets)) / SIZE)


@pytest.mark.parametrize(("text", "lang"), [("字" * 41, "zh_CN"), ("字" * 40 + "。", "zh_CN"), ("word " * 16 + "end.", "en")])
def test_a_last_line_with_one_character_or_word_is_filled_up(text: str, lang: str) -> None:
    made, room = _text(text, lang=lang), Room(400, 300)
    assert _lines(made, room).last <= LONE
    balanced = balance_text(made, room, LOOK)
    assert _lines(balanced, room).last > LONE
    assert _lines(balanced, room).count == _lines(made, room).count
    assert balanced.insets[0] == 0 < balanced.insets[1]


def test_a_text_that_looks_well_stays_as_it_is() -> None:
    made = _text("字" * 35, "字" * 19, "字")
    assert balance_text(made, Room(400, 300), LOOK) is made


def test_a_title_breaks_in_the_middle() -> None:
    made, room = _text("字" * 24), Room(400, 300)
    balanced = balance_text(made, room, LOOK, whole=True)
    lines = _lines(balanced, room)
    assert lines.count == 2
    assert lines.last == pytest.approx(12, abs=1)


def test_centred_texts_become_narrower_on_both_sides_and_right_to_left_ones_at_their_end() -> None:
    left, right = balance_text(_text("字" * 24, align="center"), Room(400, 300), LOOK).insets
    assert left == right > 0
    arabic = balance_text(_text("كلمة " * 40 + "في", lang="ar"), Room(400, 900), LOOK)
    assert arabic.insets[1] == 0


def _count_lone(text: Text, room: Room) -> int:
    found = [_lines(text, room, i, air) for air in (AIR, 0.0) for i in range(len(text.paragraphs))]
    return sum(lines.count > 1 and lines.last <= LONE for lines in found)


def test_a_text_gets_another_line_only_where_no_last_line_is_lone_by_that() -> None:
    rng = Random(4)
    longer = 0
    for _ in range(300):
        texts = [
            "字" * rng.randint(1, 90) if rng.random() < 0.5 else "word " * rng.randint(1, 40) for _ in range(rng.randint(1, 5))
        ]
        made, room = _text(*texts), Room(rng.uniform(120, 700), rng.uniform(60, 500), gap=6)
        balanced = balance_text(made, room, LOOK)
        shown = [replace(paragraph, size=SIZE) for paragraph in made.paragraphs]
        narrow = replace(room, width=room.width - sum(balanced.insets))
        if balanced is not made:
            assert measure_text(shown, SIZE, narrow).height <= room.height
        counts = [
            (_lines(balanced, room, i, air).count, _lines(made, room, i, air).count)
            for air in (AIR, 0.0)
            for i in range(len(texts))
        ]
        if any(after > before for after, before in counts):
            longer += 1
            assert _count_lone(made, room) > 0 == _count_lone(balanced, room)
        assert all(after <= before + 1 for after, before in counts)
    assert longer > 0


def test_each_of_two_languages_ends_well() -> None:
    runs = (Run("字" * 21, "zh_CN"), Run(BREAK, "zh_CN"), Run("word " * 9 + "end.", "en", scale=0.8))
    made, room = Text((Paragraph(runs),), "zh_CN"), Room(400, 300)
    balanced = balance_text(made, room, LOOK)
    first = cut_pieces(runs[:1])
    assert break_lines(first, 20).last == 1
    assert break_lines(first, (400 - sum(balanced.insets)) / SIZE).last > LONE


def test_texts_of_placeholders_and_boxes_are_balanced() -> None:
    slot = Slot(0, "title", Frame(0, 0, 400, 300), SIZE)
    items = (
        Filled("Title", _text("字" * 24)),
        Box("Card", Frame(0, 0, 416, 300), "rect", text=_text("字" * 41), size=SIZE),
    )
    title, card = balance_items(items, {"Title": slot}, "Arial")
    assert isinstance(title, Filled) and any(title.text.insets)
    assert isinstance(card, Box) and card.text and any(card.text.insets)

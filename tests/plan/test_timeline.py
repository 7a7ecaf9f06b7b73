"""Timelines with any dates: true to time where the dots have room, in even steps and told so where they have none."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edu.model.slides import Event, TimelineSlide
from edu.plan.kinds_timeline import draw_timeline
from edu.plan.page import Box, Drawing, Line
from edu.plan.stage import Drawn, diagram_area, make_stage
from edu.problems import Code
from edu.write.pptx import read_theme
from tests.plan.decks import HOUSE, SMALL, make

EDITION, _ = make(SMALL, "zh_CN")
STAGE = make_stage(EDITION, EDITION.course.modules[0], read_theme(HOUSE), {})
AREA = diagram_area(STAGE)
DAYS = st.lists(st.integers(0, 4000), min_size=2, max_size=7, unique=True).map(sorted)


def draw(days: list[int], scale: str = "time", text: str = "推出第一代模型，向所有人开放") -> Drawn:
    dates = [(date(2012, 1, 1) + timedelta(day)).isoformat() for day in days]
    events = [Event(when=when, text=f"{text}{i}") for i, when in enumerate(dates)]
    slide = TimelineSlide.model_validate(
        {"id": "t", "kind": "timeline", "title": "题", "notes": "注", "scale": scale, "events": events}
    )
    (drawn,) = draw_timeline(STAGE, slide, "m/lesson#slides[t]")
    return drawn


def parts(drawn: Drawn, name: str) -> list[Box | Line]:
    (drawing,) = drawn.items
    assert isinstance(drawing, Drawing)
    return [part for part in drawing.parts if part.name.startswith(name)]


@settings(max_examples=80, deadline=None)
@given(DAYS)
def test_dots_stand_as_far_apart_as_their_dates_or_the_teacher_is_told(days: list[int]) -> None:
    drawn = draw(days)
    dots = [part.frame.x for part in parts(drawn, "Dot")]
    if [problem.code for problem in drawn.problems] == [Code.CROWDED_TIMELINE]:
        assert min(b - a for a, b in pairwise(days)) / (days[-1] - days[0]) < 22 / (AREA.w - 54)
        return
    assert drawn.problems == () and drawn.remarks == ()
    share = (dots[-1] - dots[0]) / (days[-1] - days[0])
    assert [dot - dots[0] for dot in dots] == pytest.approx([(day - days[0]) * share for day in days])


@settings(max_examples=80, deadline=None)
@given(DAYS, st.sampled_from(["time", "steps"]))
def test_cards_keep_their_order_inside_the_area_and_never_touch(days: list[int], scale: str) -> None:
    cards = [part.frame for part in parts(draw(days, scale), "Event")]
    for top in {card.y for card in cards}:
        side = [card for card in cards if card.y == top]
        assert all(b.x - (a.x + a.w) >= 11.99 for a, b in pairwise(side))
    assert all(card.x >= AREA.x - 0.01 and card.x + card.w <= AREA.x + AREA.w + 0.01 for card in cards)
    assert all(card.y >= AREA.y - 0.01 and card.y + card.h <= AREA.y + AREA.h + 0.01 for card in cards)


@settings(max_examples=80, deadline=None)
@given(DAYS)
def test_each_line_leads_from_a_dot_to_its_own_card(days: list[int]) -> None:
    drawn = draw(days)
    dots, cards, lines = (parts(drawn, name) for name in ("Dot", "Event", "Leader"))
    assert len(lines) == (0 if drawn.problems else len(days))
    for dot, card, line in zip(dots, cards, lines, strict=False):
        assert line.frame.x == pytest.approx(dot.frame.x + dot.frame.w / 2)
        assert card.frame.x < line.frame.x + line.frame.w < card.frame.x + card.frame.w


def test_even_steps_say_that_they_are_not_to_scale() -> None:
    assert draw([0, 1, 900]).remarks and draw([0, 400, 900], "steps").remarks
    assert not draw([0, 400, 900]).remarks

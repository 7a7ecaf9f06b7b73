"""A timeline -> dots on an axis, true to time or in even steps, and a card of text for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from edu.model.slides import Event, TimelineSlide
from edu.model.values import list_days
from edu.plan.fit import BODY, Room, fit_size, measure_text
from edu.plan.measure import WIDE_LINE
from edu.plan.page import Box, Drawing, Line, Paragraph, Step
from edu.plan.pair import count_breaks, plain
from edu.plan.spread import spread
from edu.plan.stage import (
    SECOND_SMALL,
    Drawn,
    Stage,
    both,
    diagram_area,
    entity_colour,
    find_excesses,
    make_box,
    number_trails,
    own,
    prose,
    tell,
)
from edu.plan.theme import Frame, Paint
from edu.problems import N_, Code, Problem

_DOT = 18.0
_GAP = 12.0
"""Between two cards on the same side of the axis."""
_WIDEST, _WIDEST_PAIR = 300.0, 400.0
"""How wide a card may be, with one language and with two."""
_SLANT = 34.0
"""From the axis to a card that does not stand at its dot, so that the line between them can be seen."""
_PAD = (12.0, 12.0, 10.0, 12.0)
_EDGE_WIDTH = 5.0
_EDGE = 10.0
"""A card's line ends no nearer to its corner."""
_SIZES = (24.0, 22.0, *BODY)
_TALL = 5.2
"""Lines that a card may have, over its size, to be narrower and so nearer to its dot."""


@dataclass(frozen=True, slots=True)
class _Card:
    """Where an event stands: its dot and its card's left edge and width, in points; `up` is above the axis."""

    dot: float
    left: float
    width: float
    up: bool

    @property
    def joint(self) -> float:
        """Return where the line from the dot meets the card: straight above or below where it can."""
        return min(max(self.dot, self.left + _EDGE), self.left + self.width - _EDGE)


def draw_timeline(stage: Stage, slide: TimelineSlide, trail: str) -> tuple[Drawn, ...]:
    """Return events on one axis, true to time or in even steps; the texts alternate where they need room."""
    area = diagram_area(stage)
    days = [_count_days(event.when) for event in slide.events]
    dots = _place_dots(days, area) if slide.scale == "time" else None
    crowded = (Problem(Code.CROWDED_TIMELINE, f"{trail}.scale"),) if slide.scale == "time" and not dots else ()
    steps = [area.x + area.w * (i + 0.5) / len(days) for i in range(len(days))]
    ups = [i % 2 == 0 and len(days) > 3 for i in range(len(days))]
    axis_y = area.y + area.h * (0.5 if any(ups) else 0.3)
    clear = _SLANT if dots else _DOT / 2 + 11
    most = area.h * (0.5 if any(ups) else 0.65) - clear - 6
    at = number_trails(f"{trail}.events", len(days), "text")
    texts = [_word_event(stage, event, spot) for event, spot in zip(slide.events, at, strict=True)]
    widest = _find_widest(ups, area, _WIDEST_PAIR if stage.second else _WIDEST)
    sizes = stage.steps(_SIZES)
    width = _choose_width(stage.theme.face, texts, sizes, widest, most) if dots else widest
    cards = _place_cards(dots or steps, ups, area, width)
    rooms = [_room_of_card(stage.theme.face, card.width, most) for card in cards]
    size = fit_size(texts, rooms, sizes)
    fitted = size or sizes[-1]
    used = max(measure_text(text, fitted, room).height for text, room in zip(texts, rooms, strict=True))
    height = min(most, used + _PAD[1] + _PAD[3])
    problems = () if size else find_excesses(stage, texts, rooms, fitted, at)
    parts: list[Box | Line] = [Line("Axis", Frame(area.x, axis_y, area.w, 0), stage.theme.paint("ink2", 0.4), 3, arrow=True)]
    shown = []
    for i, (event, card) in enumerate(zip(slide.events, cards, strict=True)):
        before = len(parts)
        parts += _draw_dot(stage, i, event, card, axis_y, clear if dots else 0)
        frame = Frame(card.left, axis_y - clear - height if card.up else axis_y + clear, card.width, height)
        parts += _draw_card(stage, i, event, frame, texts[i], fitted, up=card.up)
        shown.append(Step(": ".join(plain(p) for p in texts[i]), tuple(range(before, len(parts)))))
    alt = "; ".join(step.alt for step in shown)
    remarks = () if dots or len(days) < 3 else (tell(stage, N_("Evenly spaced, not to scale")),)
    return (Drawn("Diagram", (Drawing("Timeline", alt, tuple(parts), tuple(shown)),), (*crowded, *problems), remarks=remarks),)


def _room_of_card(face: str, width: float, height: float) -> Room:
    return Room(width - _PAD[0] - _PAD[2], height - _PAD[1] - _PAD[3], 0, 4, face)


def _draw_card(
    stage: Stage, i: int, event: Event, card: Frame, text: Sequence[Paragraph], size: float, *, up: bool
) -> list[Box]:
    """Return an event's card with its text, and the card's coloured edge on the side of the axis."""
    edge = Frame(card.x, card.y + card.h - _EDGE_WIDTH if up else card.y, card.w, _EDGE_WIDTH)
    return [
        make_box(stage, f"Event {i + 1}", card, text, fill=Paint("soft"), size=size, anchor="top", margins=_PAD),
        make_box(stage, f"Edge {i + 1}", edge, fill=Paint(entity_colour(stage, event.entity))),
    ]


def _word_event(stage: Stage, event: Event, trail: str) -> list[Paragraph]:
    head = Paragraph((), bold=True, colour=entity_colour(stage, event.entity))
    stage = stage.shrunk(SECOND_SMALL)
    return [both(stage, lambda one: own(one, one.edition.numbers.date(event.when), head)), prose(stage, event.text, trail)]


def _draw_dot(stage: Stage, i: int, event: Event, card: _Card, axis_y: float, clear: float) -> list[Box | Line]:
    """Return the event's dot on the axis, and with `clear` (points from the axis to the card) the line to its card."""
    paint, radius = Paint(entity_colour(stage, event.entity)), _DOT / 2
    dot = make_box(stage, f"Dot {i + 1}", Frame(card.dot - radius, axis_y - radius, _DOT, _DOT), fill=paint, shape="ellipse")
    if not clear:
        return [dot]
    way = -1 if card.up else 1
    leader = Frame(card.dot, axis_y + way * radius, card.joint - card.dot, way * (clear - radius - 4))
    return [Line(f"Leader {i + 1}", leader, paint, 1.5), dot]


def _count_days(when: str) -> int:
    """Return the ordinal of the first day of a PartialDate, which is a day that there is."""
    return date(*list_days(when)[0]).toordinal()


def _place_dots(days: Sequence[int], area: Frame) -> list[float] | None:
    """Return where the dots stand, true to time; None where they would touch, or time does not go on."""
    first, span = days[0], days[-1] - days[0]
    left, width = area.x + _DOT, area.w - 3 * _DOT
    dots = [left + width * (day - first) / span for day in days] if span > 0 else []
    return dots if dots and all(b - a >= _DOT + 4 for a, b in pairwise(dots)) else None


def _find_widest(ups: Sequence[bool], area: Frame, widest: float) -> float:
    """Return the greatest width that the cards of both sides can have, at most `widest`."""
    return min(widest, (area.w + _GAP) / max(ups.count(True), ups.count(False)) - _GAP)


def _choose_width(face: str, texts: Sequence[Sequence[Paragraph]], sizes: Sequence[float], most: float, height: float) -> float:
    """Return the least width of all cards at which their texts are as large as at the greatest, `most`, and not too tall."""
    size = fit_size(texts, [_room_of_card(face, most, height)] * len(texts), sizes)
    if size is None:
        return most
    tall = min(height, size * _TALL * WIDE_LINE)

    def suits(width: float) -> bool:
        room = _room_of_card(face, width, tall)
        dates = all(measure_text(text[:1], size, room).lines == 1 + count_breaks(text[0]) for text in texts)
        return dates and fit_size(texts, [room] * len(texts), (size,)) is not None

    return next((most * share / 10 for share in range(4, 10) if suits(most * share / 10)), most)


def _place_cards(dots: Sequence[float], ups: Sequence[bool], area: Frame, width: float) -> list[_Card]:
    """Return cards of one width, those of a side beside each other and as near to their dots as can be."""
    placed: dict[int, _Card] = {}
    for side in (True, False):
        own = [i for i, up in enumerate(ups) if up is side]
        starts = spread([dots[i] - width / 2 for i in own], width + _GAP, area.x, area.x + area.w - width)
        placed |= {i: _Card(dots[i], start, width, side) for i, start in zip(own, starts, strict=True)}
    return [placed[i] for i in range(len(dots))]

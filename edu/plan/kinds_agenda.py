"""The sections of a lesson -> the page that shows the way: a row each, which leads to its part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from edu.model.slides import SectionSlide
from edu.plan.fit import LEAD, Room, count_pages, fit_size, measure_text, split_evenly
from edu.plan.measure import runs_width
from edu.plan.page import Box, Filled, Jump, PageItem, Paragraph
from edu.plan.pair import SLASH, plain, settle_pair
from edu.plan.stage import (
    Drawn,
    Stage,
    box_room,
    find_excesses,
    make_box,
    make_notes,
    own,
    prose,
    room_of,
    sized,
    tell,
    too_long,
)
from edu.plan.theme import Frame, Paint
from edu.problems import N_, Plural, Problems

_STEPS = Plural("Today in {count} step", "Today in {count} steps")

_QUESTION = Paragraph((), bullet="none", bold=True, colour="accent1")
_MARGINS = (20.0, 8.0, 20.0, 8.0)
_NUMBER = 64.0
_BELOW, _BETWEEN = 28.0, 14.0
"""The room below the question, and between two rows, in points."""
_LOWEST, _TALLEST = 56.0, 76.0
"""How high a row is at least, and with air to spare, in points."""


@dataclass(frozen=True, slots=True)
class _Step:
    """A section: its place among all, its title, its minutes (without runs where it has none), and the way to it."""

    number: int
    title: Paragraph
    minutes: Paragraph
    trail: str
    jump: Jump


def draw_agenda(stage: Stage) -> tuple[Drawn, ...]:
    """Return the lesson's question, and the sections with their minutes, each a link to its first slide."""
    steps = _list_steps(stage)
    body = stage.slot("Numbered", "Body")
    question, asked, problems = _ask(stage, body.frame)
    area = replace(body.frame, y=body.frame.y + asked, h=body.frame.h - asked)
    clock = _clock_width(stage, steps)
    room = box_room(stage, replace(area, w=area.w - _NUMBER - clock), _MARGINS)
    texts, rooms = [[step.title] for step in steps], [room] * len(steps)
    problems = (*problems, *find_excesses(stage, texts, rooms, LEAD[-1], [step.trail for step in steps]))
    sizes = [size for size in LEAD if fit_size(texts, rooms, (size,))] or LEAD[-1:]
    shares = [(size, _share_out(len(steps), _find_height(steps, size, room), area.h)) for size in sizes]
    size, (pages, height) = min(shares, key=lambda share: len(share[1][0]))
    title = tell(stage, _STEPS.of(len(steps)), count=len(steps))
    says = N_("Walk through the steps in half a minute; each line is a link to its part.")
    notes = make_notes(stage, lambda one: (tell(one, says),))
    drawn = []
    for start, end in pages:
        items: list[PageItem] = [question]
        for i, step in enumerate(steps[start:end]):
            row = Frame(area.x, area.y + i * (height + _BETWEEN), area.w, height)
            items += _draw_row(stage, step, row, size, clock)
        drawn.append(Drawn("Numbered", tuple(items), problems if not start else (), title, notes=notes))
    return tuple(drawn)


def _find_height(steps: Sequence[_Step], size: float, room: Room) -> float:
    """Return how high a row must be at least for the highest of the titles at that size."""
    return max(_LOWEST, *(measure_text([step.title], size, room).height + _MARGINS[1] + _MARGINS[3] for step in steps))


def _share_out(count: int, needed: float, height: float) -> tuple[list[tuple[int, int]], float]:
    """Return which of `count` rows stand on which page of that height, and how high each is: all alike."""
    pitch, room = [needed + _BETWEEN] * count, height + _BETWEEN
    pages = split_evenly(pitch, count_pages(pitch, room), room)
    most = max(end - start for start, end in pages)
    return pages, max(needed, min(_TALLEST, room / most - _BETWEEN))


def _list_steps(stage: Stage) -> list[_Step]:
    minutes: dict[str, int] = {}
    sections: list[SectionSlide] = []
    for slide in stage.module.lesson.slides:
        if isinstance(slide, SectionSlide):
            sections.append(slide)
        if sections:
            minutes[sections[-1].id] = minutes.get(sections[-1].id, 0) + slide.minutes
    return [_make_step(stage, i, slide, minutes[slide.id]) for i, slide in enumerate(sections, 1)]


def _make_step(stage: Stage, number: int, slide: SectionSlide, minutes: int) -> _Step:
    trail = f"{stage.module.id}/lesson#slides[{slide.id}].title"
    title = prose(stage, slide.title, trail)
    style = Paragraph((), colour="ink2", align="right")
    said = tell(stage, N_("{n} min"), style, SLASH, n=minutes) if minutes else Paragraph(())
    tip = tell(stage, N_("Go to part {n}"), joint=SLASH, n=number)
    return _Step(number, title, said, trail, Jump(plain(tip), slide.id))


def _ask(stage: Stage, frame: Frame) -> tuple[Filled, float, Problems]:
    """Return the lesson's question, how much of the page it takes with the room below it, and what is wrong with it."""
    trail, slot = f"{stage.module.id}/lesson#question", stage.slot("Numbered", "Body")
    text = [prose(stage, stage.module.lesson.question, trail, _QUESTION)]
    room = room_of(slot, replace(frame, h=frame.h / 2))
    size = fit_size([text], [room], LEAD)
    problems = () if size else (too_long(stage, text, room, LEAD[-1], trail),)
    high = measure_text(text, size or LEAD[-1], room).height + slot.margins[1] + slot.margins[3] + 4
    filled = Filled("Body", sized(stage, text, size or LEAD[-1], slot), replace(frame, h=high))
    return filled, high + _BELOW, problems


def _clock_width(stage: Stage, steps: Sequence[_Step]) -> float:
    """Return the width of the column of minutes, 0 where no section has any."""
    size = LEAD[-1]
    texts = [settle_pair(step.minutes, size) for step in steps if step.minutes.runs]
    widest = max((runs_width(text.runs, size, False, stage.theme.face) for text in texts), default=0.0)
    return widest * 1.08 + _MARGINS[0] + _MARGINS[2] if widest else 0.0


def _draw_row(stage: Stage, step: _Step, row: Frame, size: float, clock: float) -> list[Box]:
    number = own(stage, str(step.number), Paragraph((), colour="paper", bold=True, align="center"))
    head, tail = replace(row, w=_NUMBER), Frame(row.x + row.w - clock, row.y, clock, row.h)
    middle = Frame(row.x + _NUMBER, row.y, row.w - _NUMBER - clock, row.h)
    soft = Paint("soft")
    boxes = [
        make_box(stage, f"Number {step.number}", head, [number], fill=Paint("accent1"), size=28, margins=(4, 4, 4, 4)),
        make_box(stage, f"Part {step.number}", middle, [step.title], fill=soft, size=size, margins=_MARGINS),
    ]
    if clock:
        said = [step.minutes] if step.minutes.runs else ()
        boxes.append(make_box(stage, f"Minutes {step.number}", tail, said, fill=soft, size=LEAD[-1], margins=_MARGINS))
    return [replace(box, jump=step.jump) if box.name.startswith("Part") else box for box in boxes]

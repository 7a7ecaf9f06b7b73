"""Processes and big figures -> boxes and lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from edu.model.locale import UNSPACED, script_of
from edu.model.slides import Figure, FiguresSlide, ProcessSlide
from edu.plan.fit import BODY, fit_size, measure_text
from edu.plan.measure import runs_width
from edu.plan.page import Box, Drawing, Glyph, Line, PageItem, Paragraph, Step
from edu.plan.pair import SLASH, plain
from edu.plan.stage import (
    NO_MARGINS,
    SECOND_SMALL,
    SMALL_PAIR,
    Drawn,
    Stage,
    both,
    box_room,
    diagram_area,
    entity_colour,
    find_excesses,
    join_texts,
    make_box,
    number_trails,
    own,
    prose,
    too_long,
)
from edu.plan.theme import Colour, Frame, Paint, Shape
from edu.problems import N_, Problems

_CARD = (14.0, 14.0, 12.0, 12.0)
_HEAD, _STEP_GAP, _ARROW_GAP = 44.0, 16.0, 6.0
"""A step's arrow: its height, the room between two steps' cards, and that between an arrow's point and the next one's notch."""
_WAY_BACK = 64.0
_LOWEST_CARD = 150.0
_SMALLEST_FIGURE = 28.0
_SMALL_FIGURE = 60.0
"""Below this size in points a big figure's unit moves from beside the number to the line below."""


# process


def draw_process(stage: Stage, slide: ProcessSlide, trail: str) -> tuple[Drawn, ...]:
    """Return a row of numbered arrows, each with a card below; a cycle has a way back to the first."""
    area, stage = diagram_area(stage), stage.shrunk(SECOND_SMALL)
    n = len(slide.steps)
    width = (area.w - _STEP_GAP * (n - 1)) / n
    texts = []
    for i, step in enumerate(slide.steps):
        at = f"{trail}.steps[{i}]"
        head = prose(stage, step.head, f"{at}.head", Paragraph((), bold=True, colour=entity_colour(stage, step.entity)))
        body = [prose(stage, step.text, f"{at}.text", Paragraph((), before=8))] if step.text else []
        texts.append([head, *body])
    back = _WAY_BACK if slide.cycle else 0.0
    most = area.h - back - _HEAD
    margins = _CARD if width > 150 else (10.0, 12.0, 8.0, 12.0)
    rooms = [box_room(stage, Frame(0, 0, width, most), margins)] * n
    sizes = stage.steps((24.0, 22.0, *BODY))
    size = fit_size(texts, rooms, sizes)
    problems = () if size else find_excesses(stage, texts, rooms, sizes[-1], number_trails(f"{trail}.steps", n, "text"))
    used = max(measure_text(t, size or sizes[-1], r).height for t, r in zip(texts, rooms, strict=True))
    height = min(most, max(used + margins[1] + margins[3] + 8, _LOWEST_CARD))
    top = area.y + (area.h - height - _HEAD - back) * 0.3
    parts: list[Box | Line | Glyph] = []
    for i, (step, text) in enumerate(zip(slide.steps, texts, strict=True)):
        frame = Frame(area.x + i * (width + _STEP_GAP), top, width, height + _HEAD)
        colour = entity_colour(stage, step.entity)
        parts += [
            _step_head(stage, i, frame, colour, last=i == n - 1),
            _step_card(stage, i, frame, text, size or sizes[-1], margins),
        ]
    says = [": ".join(plain(p) for p in text) for text in texts]
    count = len(parts) // n
    steps = [Step(say, tuple(range(i * count, (i + 1) * count))) for i, say in enumerate(says)]
    if slide.cycle:
        parts += _way_back(stage, Frame(area.x + width / 2, top + _HEAD + height, area.w - width, 44))
        steps.append(Step(f"{stage.arrow} {plain(texts[0][0])}", tuple(range(n * count, len(parts)))))
    alt = f" {stage.arrow} ".join(says) + (f" {steps[-1].alt}" if slide.cycle else "")
    return (Drawn("Diagram", (Drawing("Process", alt, tuple(parts), tuple(steps)),), problems),)


def _step_head(stage: Stage, i: int, frame: Frame, colour: Colour, *, last: bool) -> Box:
    """Return a step's arrow with its number; its point reaches into the notch of the next."""
    number = own(stage, str(i + 1), Paragraph((), colour="paper", bold=True, align="center"))
    point = 0.0 if last else _STEP_GAP + _HEAD / 2 - _ARROW_GAP
    head = Frame(frame.x, frame.y, frame.w + point, _HEAD)
    shape: Shape = "chevron" if i else "homePlate"
    return make_box(stage, f"Number {i + 1}", head, [number], fill=Paint(colour), shape=shape, size=22, margins=(8, 2, 8, 2))


def _step_card(
    stage: Stage,
    i: int,
    frame: Frame,
    text: Sequence[Paragraph],
    size: float,
    margins: tuple[float, float, float, float],
) -> Box:
    card = Frame(frame.x, frame.y + _HEAD, frame.w, frame.h - _HEAD)
    return make_box(stage, f"Step {i + 1}", card, text, fill=Paint("soft"), size=size, anchor="top", margins=margins)


def _way_back(stage: Stage, frame: Frame) -> list[Line]:
    """Return the three lines that lead from the last card below the others to the first."""
    paint, right, bottom = stage.theme.paint("ink2", 0.3), frame.x + frame.w, frame.y + frame.h - 10
    return [
        Line("Way back 1", Frame(right, frame.y + 4, 0, bottom - frame.y - 4), paint, 3),
        Line("Way back 2", Frame(right, bottom, -frame.w, 0), paint, 3),
        Line("Way back 3", Frame(frame.x, bottom, 0, -(bottom - frame.y - 6)), paint, 3, arrow=True),
    ]


# figures


def draw_figures(stage: Stage, slide: FiguresSlide, trail: str) -> tuple[Drawn, ...]:
    """Return one to four numbers as large as they deserve, each with its bound, unit and meaning."""
    area = diagram_area(stage)
    take = 76.0 if slide.takeaway else 0.0
    n, gap = len(slide.figures), 28.0
    width = (area.w - gap * (n - 1)) / n
    numbers = [_number_paragraphs(stage, f, beside=True) for f in slide.figures]
    at = f"{trail}.figures"
    labels = [_say_meaning(stage, f, f"{at}[{i}].label") for i, f in enumerate(slide.figures)]
    if _number_size(stage, [p[-1] for p in numbers], width) < _SMALL_FIGURE:
        numbers = [_number_paragraphs(stage, f, beside=False) for f in slide.figures]
        labels = [[*_unit_line(stage, f), *label] for f, label in zip(slide.figures, labels, strict=True)]
    most = _number_size(stage, [p[-1] for p in numbers], width)
    sizes = stage.steps((24.0, 22.0, *BODY))
    big, size = _fit_labels(stage, labels, most, sizes, Frame(0, 0, width - 4, area.h - take - 22))
    number_h = _number_height(big)
    label_h = area.h - take - number_h - 22
    rooms = [box_room(stage, Frame(0, 0, width - 4, label_h), NO_MARGINS)] * n
    places = [box_room(stage, Frame(0, 0, width, number_h), NO_MARGINS)] * n
    problems = find_excesses(stage, numbers, places, big, number_trails(at, n, "fact"))
    if not size:
        problems = (*problems, *find_excesses(stage, labels, rooms, sizes[-1], number_trails(at, n, "label")))
    fitted = size or sizes[-1]
    used = max(measure_text(t, fitted, rooms[0]).height for t in labels)
    top = area.y + max(0.0, (area.h - take - number_h - 22 - used) * 0.35)
    items: list[PageItem] = []
    for i, (figure, number, label) in enumerate(zip(slide.figures, numbers, labels, strict=True)):
        x = area.x + i * (width + gap)
        items += _figure(stage, i, Frame(x, top, width, number_h), number, label, big, fitted, min(label_h, used + 4))
        rule = Frame(x, top + number_h + 6, min(width, 96), 5)
        items.append(make_box(stage, f"Rule {i + 1}", rule, fill=Paint(entity_colour(stage, figure.entity))))
    if slide.takeaway:
        at = f"{trail}.takeaway"
        frame = Frame(area.x, area.y + area.h - 64, area.w, 64)
        box, long = _takeaway(stage, frame, [prose(stage, slide.takeaway, at)], at)
        items, problems = [*items, box], (*problems, *long)
    return (Drawn("Diagram", tuple(items), problems),)


def _takeaway(stage: Stage, frame: Frame, said: Sequence[Paragraph], trail: str) -> tuple[Box, Problems]:
    """Return the band below the figures that says what they come to."""
    margins = (18.0, 6.0, 18.0, 6.0)
    room = box_room(stage, frame, margins)
    sizes = stage.steps((22.0, *BODY))
    size = fit_size([said], [room], sizes)
    problems = () if size else (too_long(stage, said, room, sizes[-1], trail),)
    return make_box(stage, "Takeaway", frame, said, fill=Paint("soft"), size=size or sizes[-1], margins=margins), problems


def _number_height(big: float) -> float:
    """Return how high a number of `big` points stands with its bound on the line above."""
    return big * 1.5 + 40


def _fit_labels(
    stage: Stage, labels: Sequence[Sequence[Paragraph]], most: float, sizes: Sequence[float], frame: Frame
) -> tuple[float, float | None]:
    """Return the greatest size of the numbers, at most `most`, that leaves their labels room below, and the labels' size."""
    bigs = (*range(int(most), int(_SMALLEST_FIGURE), -4), _SMALLEST_FIGURE)
    rooms = [box_room(stage, replace(frame, h=frame.h - _number_height(big)), NO_MARGINS) for big in bigs]
    for ladder in (tuple(size for size in sizes if size >= SMALL_PAIR), sizes):
        for big, room in zip(bigs, rooms, strict=True):
            if size := fit_size(labels, [room] * len(labels), ladder):
                return big, size
    return most, None


def _figure(
    stage: Stage,
    i: int,
    frame: Frame,
    number: Sequence[Paragraph],
    label: Sequence[Paragraph],
    big: float,
    size: float,
    label_h: float,
) -> list[PageItem]:
    spread = [replace(p, size=p.size or big) for p in number]
    below = Frame(frame.x, frame.y + frame.h + 22, frame.w, label_h)
    return [
        make_box(stage, f"Figure {i + 1}", frame, spread, size=big, anchor="bottom", margins=NO_MARGINS),
        make_box(stage, f"Meaning {i + 1}", below, label, size=size, anchor="top", margins=NO_MARGINS),
    ]


def _number_paragraphs(stage: Stage, figure: Figure, *, beside: bool) -> list[Paragraph]:
    """Return the bound on a line of its own, then the number, with its unit where that stands `beside` it."""
    text = stage.edition.figures[figure.fact]
    colour = entity_colour(stage, figure.entity)
    number = own(stage, text.number, Paragraph((), bold=True, colour=colour), _pattern_trail(figure))
    if beside and text.unit:
        gap = "" if script_of(stage.lang) in UNSPACED else " "
        unit = tuple(replace(run, scale=0.45) for run in own(stage, gap + text.unit, trail=_pattern_trail(figure)).runs)
        number = replace(number, runs=(*number.runs, *unit))
    style = Paragraph((), size=22, colour="ink2")
    bound = both(stage, lambda one: own(one, one.edition.figures[figure.fact].bound, style), SLASH)
    return [bound, number] if bound.runs else [number]


def _say_meaning(stage: Stage, figure: Figure, trail: str) -> list[Paragraph]:
    return [both(stage.shrunk(SECOND_SMALL), partial(_label, first=stage, figure=figure, trail=trail))]


def _label(stage: Stage, first: Stage, figure: Figure, trail: str) -> Paragraph:
    """Return what a number means; before it the number, where the stage's language writes it otherwise than the `first`."""
    shorts = [one.edition.figures[figure.fact].short for one in (first, stage)]
    number = [own(stage, shorts[1])] if shorts[0] != shorts[1] else []
    return replace(join_texts(stage, [*number, prose(stage, figure.label, trail)], stage.say(N_(" · "))), bullet="inherit")


def _unit_line(stage: Stage, figure: Figure) -> list[Paragraph]:
    unit = stage.edition.figures[figure.fact].unit
    style = Paragraph((), bold=True, colour=entity_colour(stage, figure.entity))
    return [own(stage, unit, style, _pattern_trail(figure))] if unit else []


def _pattern_trail(figure: Figure) -> str:
    """Return where the author's own unit stands, if the fact has one."""
    return f"facts#facts[{figure.fact}].pattern"


def _number_size(stage: Stage, numbers: Sequence[Paragraph], width: float) -> float:
    """Return the size at which the widest of `numbers` fills its column, between 28 and 88 points."""
    widest = max(runs_width(p.runs, 1, bold=True, face=stage.theme.face) for p in numbers)
    return max(_SMALLEST_FIGURE, min(88.0, float(int((width - 6) * 0.95 / max(widest, 0.1)))))

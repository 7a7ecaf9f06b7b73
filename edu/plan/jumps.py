"""A page -> the small buttons by which a presenter goes to another: to the agenda, to the appendix, and back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from edu.plan.measure import runs_width
from edu.plan.page import Box, Drawing, Filled, Jump, PageItem, Paragraph
from edu.plan.pair import SLASH, plain, settle_pair
from edu.plan.stage import NO_MARGINS, SECOND_SMALL, Stage, both, make_box, own, tell
from edu.plan.theme import Frame, Paint
from edu.problems import N_

AGENDA, GLOSSARY, SOURCES = "made/agenda", "made/glossary", "made/sources"
"""Ids of the pages that we add; they hold a slash, which no author's id has."""

BUTTON_ROOM = 24.0
"""What a text that goes down to the footer leaves for the buttons, in points."""
_ARROWS = "↑←→ "
_SIZE, _HEIGHT, _PAD, _GAP, _ABOVE = 14.0, 22.0, 12.0, 8.0, 6.0
"""A button's text, its height, the room at each end of its text, between two buttons, and above the footer, in points."""


def find_home(stage: Stage) -> Jump | None:
    """Return the way to the agenda, which every footer is; None where there is no agenda."""
    return Jump(_tip(stage, N_("Back to the agenda")), AGENDA) if len(stage.sections) > 1 else None


def find_sources(stage: Stage) -> Jump | None:
    """Return the way to the sources, which every source line is; None where there are none."""
    return Jump(_tip(stage, N_("Go to the sources")), SOURCES) if SOURCES in stage.appendix else None


def draw_buttons(stage: Stage, kind: str, layout: str, items: Sequence[PageItem]) -> tuple[Box, ...]:
    """Return the buttons at the foot of a page of that kind, from left to right; none where `items` leave no room."""
    place, buttons = _find_row(stage, layout), list[Box]()
    if place is None:
        return ()
    for label, jump in reversed(_list_ways(stage, kind)):
        settled = settle_pair(replace(label, bold=True), _SIZE)
        width = runs_width(settled.runs, _SIZE, bool(settled.bold), stage.theme.face) + 2 * _PAD
        frame = Frame(place.x + place.w - width, place.y, width, place.h)
        place = Frame(place.x, place.y, place.w - width - _GAP, place.h)
        buttons.insert(0, _draw_button(stage, layout, label, frame, jump))
    taken = [frame for item in items for frame in _list_frames(stage, layout, item)]
    return () if any(_meet(button.frame, frame) for button in buttons for frame in taken) else tuple(buttons)


def _label(stage: Stage, msgid: str) -> Paragraph:
    """Return what a button says: on one line, with one arrow."""

    def word(one: Stage) -> Paragraph:
        said = one.say(msgid)
        return own(one, said.strip(_ARROWS) if one is stage.second else said)

    return both(stage.shrunk(SECOND_SMALL), word, SLASH)


def _tip(stage: Stage, msgid: str) -> str:
    return plain(tell(stage, msgid))


def _list_ways(stage: Stage, kind: str) -> list[tuple[Paragraph, Jump]]:
    home = find_home(stage)
    match kind:
        case "section" if home:
            return [(_label(stage, N_("↑ Agenda")), home)]
        case "glossary" | "sources":
            return [(_label(stage, N_("← Back")), Jump(_tip(stage, N_("Back to the slide that you came from"))))]
        case "summary":
            ways = [(_label(stage, N_("Glossary")), Jump(_tip(stage, N_("Go to the glossary")), GLOSSARY))]
            sources = find_sources(stage)
            ways = ways if GLOSSARY in stage.appendix else []
            return [*ways, (_label(stage, N_("Sources")), sources)] if sources else ways
        case _:
            return []


def _find_row(stage: Stage, layout: str) -> Frame | None:
    """Return the row of a page where buttons may stand: that of its source line, else the one above its footer."""
    slots = stage.theme.layouts[layout].slots
    if "Source" in slots:
        line = slots["Source"].frame
        return Frame(line.x, line.y, line.w, _HEIGHT)
    foot = next((slot.frame for slot in slots.values() if slot.type == "ftr"), None)
    title = slots["Title"].frame
    return Frame(title.x, foot.y - _ABOVE - _HEIGHT, title.w, _HEIGHT) if foot else None


def _draw_button(stage: Stage, layout: str, label: Paragraph, frame: Frame, jump: Jump) -> Box:
    slots = stage.theme.layouts[layout].slots
    colour = next((slot.colour.colour for slot in slots.values() if slot.type == "ftr"), slots["Title"].colour.colour)
    fill = None
    if stage.theme.school:  # its pages may have anything there
        colour, fill = "ink", Paint("paper")
    runs = tuple(replace(run, colour=colour if run.least else None) for run in label.runs)
    text = replace(label, runs=runs, colour=colour, bold=True, align="center")
    box = make_box(
        stage, f"Button {jump.slide or 'back'}", frame, [text], fill=fill, shape="roundRect", size=_SIZE, margins=NO_MARGINS
    )
    return replace(box, line=Paint(colour), jump=jump, aside=True)


def _list_frames(stage: Stage, layout: str, item: PageItem) -> list[Frame]:
    match item:
        case Filled():
            return [item.frame or stage.slot(layout, item.slot).frame]
        case Drawing():
            return [part.frame for part in item.parts]
        case _:
            return [item.frame]


def _meet(a: Frame, b: Frame) -> bool:
    return min(a.x + a.w, b.x + b.w) > max(a.x, b.x) and min(a.y + a.h, b.y + b.h) > max(a.y, b.y)

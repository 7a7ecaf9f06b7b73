"""A theme -> the same with more room for texts that are short in one language, and take two lines or more in two."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from edu.plan.page import Filled, PageItem, Slide
from edu.plan.theme import Frame, Layout, Slot, Theme

_TITLE, _NEAR = 14.0, 30.0
"""How much taller titles become, in points; what begins so near below one moves down for it."""
_AIR = 4.0
"""What the air between a title and what is below gives up for it."""
_GAP = 6.0
"""The least space between paragraphs, in points: there is more where the room allows it."""
_ROOMY: Mapping[tuple[str, str], tuple[float, float]] = {
    ("Section", "Title"): (6, -6),
    ("Section", "Body"): (8, 2),
    ("Definition", "Body"): (0, 14),
    ("Definition", "Left"): (-6, 6),
    ("Definition", "Right"): (-6, 6),
    ("Voice", "Body"): (0, -24),
    ("Voice", "Speaker"): (24, -4),
    ("Voice", "Caution"): (4, 6),
    ("Task", "Label"): (14, 18),
    ("Task", "Body"): (0, 6),
    ("Answer", "Body"): (0, 6),
    ("Answer", "Label"): (14, 18),
    ("Title", "Label"): (6, 10),
    ("Summary", "Answer"): (0, 30),
    ("Summary", "Body"): (-28, 6),
}
"""How far a slot's top goes up and its bottom down, in points, by layout and slot."""
_FIXED = {"Source", "Title"}
_FEET = {"ftr", "sldNum", "dt"}


def make_roomy(theme: Theme) -> Theme:
    """Return the theme for a deck in two languages."""
    return replace(theme, layouts={name: _loosen(layout) for name, layout in theme.layouts.items()})


def place_slots(slide: Slide, roomy: Theme, theme: Theme) -> Slide:
    """Return the slide, planned on `roomy`, with a frame for each slot that has another one in `theme`."""
    if roomy is theme:
        return slide
    slots, old = roomy.layouts[slide.layout].slots, theme.layouts[slide.layout].slots
    return replace(slide, items=tuple(_place(item, slots, old) for item in slide.items))


def _place(item: PageItem, slots: Mapping[str, Slot], old: Mapping[str, Slot]) -> PageItem:
    if not isinstance(item, Filled) or slots[item.slot] == old[item.slot]:
        return item
    slot = slots[item.slot]
    first, *rest = item.text.paragraphs
    spaced = tuple(replace(p, before=slot.gap) if p.before is None else p for p in rest)
    frame = item.frame or (slot.frame if slot.frame != old[item.slot].frame else None)
    return replace(item, frame=frame, text=replace(item.text, paragraphs=(first, *spaced)))


def _loosen(layout: Layout) -> Layout:
    slots = {name: _stretch(slot, *_ROOMY.get((layout.name, name), (0, 0))) for name, slot in layout.slots.items()}
    slots = {name: replace(slot, gap=min(slot.gap, _GAP)) for name, slot in slots.items()}
    title = slots.get("Title")
    if title is None or title.type != "title" or (layout.name, "Title") in _ROOMY:
        return replace(layout, slots=slots)
    end = title.frame.y + title.frame.h
    below = [n for n, s in slots.items() if n not in _FIXED and s.type not in _FEET and 0 <= s.frame.y - end <= _NEAR]
    moved = {name: _stretch(slots[name], _AIR - _TITLE, 0) for name in below}
    return replace(layout, slots={**slots, **moved, "Title": _stretch(title, 0, _TITLE)})


def _stretch(slot: Slot, up: float, down: float) -> Slot:
    frame = slot.frame
    return replace(slot, frame=Frame(frame.x, frame.y - up, frame.w, frame.h + up + down)) if up or down else slot

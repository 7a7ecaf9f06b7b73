"""Where things stand on a slide -> whether a screen reader says them in the order in which they are seen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from edu.model.locale import direction_of
from edu.plan.page import Box, Chart, Deck, Drawing, Filled, Glyph, Image, PageItem, Slide, Table
from edu.plan.theme import Frame, Layout, Theme
from edu.problems import Code, Problem

_CLOSE = 3.0
"""How far two frames may reach into each other, in points, and still stand one after the other."""


@dataclass(frozen=True, slots=True)
class Stop:
    """What a screen reader says at a place: its name and its frame."""

    name: str
    frame: Frame


def find_reading_faults(deck: Deck, theme: Theme) -> Iterator[Problem]:
    """Yield the first slide of each layout and kind on which something is said before what stands before it.

    The title is said first, wherever it stands; what is inside a diagram is said in the order of its own text.
    """
    seen: set[tuple[str, str]] = set()
    for slide in deck.slides:
        if (slide.layout, slide.kind) in seen:
            continue
        stops = list_stops(slide, theme.layouts[slide.layout])
        if wrong := find_inversion(stops, mirrored=direction_of(deck.lang) == "rtl"):
            seen.add((slide.layout, slide.kind))
            first, then = wrong
            yield Problem(Code.READING_ORDER, slide.trail, {"layout": slide.layout, "first": first.name, "then": then.name})


def list_stops(slide: Slide, layout: Layout) -> list[Stop]:
    """Return what a screen reader says after the title, in its order."""
    return [Stop(*found) for item in slide.items[1:] if (found := _name_stop(item, layout))]


def _name_stop(item: PageItem, layout: Layout) -> tuple[str, Frame] | None:
    match item:
        case Filled():
            return item.slot, item.frame or layout.slots[item.slot].frame
        case Box():
            return (item.name, item.frame) if item.text else None
        case Table() | Chart() | Image():
            return item.slot, item.frame
        case Drawing():
            return item.name, _surround([part.frame for part in item.parts])
        case Glyph():
            return (item.name, item.frame) if item.alt else None
        case _:
            return None


def _surround(frames: Sequence[Frame]) -> Frame:
    left, top = min(min(f.x, f.x + f.w) for f in frames), min(min(f.y, f.y + f.h) for f in frames)
    right, bottom = max(max(f.x, f.x + f.w) for f in frames), max(max(f.y, f.y + f.h) for f in frames)
    return Frame(left, top, right - left, bottom - top)


def find_inversion(stops: Sequence[Stop], *, mirrored: bool = False) -> tuple[Stop, Stop] | None:
    """Return two of `stops` of which the first is said before the second and stands behind it; None where all is in order.

    It is in order where a straight cut parts those said first from the others, which stand below them or beside them, and the
    same is true of both parts: so columns and panels may be read one by one, and rows as well. `mirrored` pages of scripts
    that are written from right to left may be read in either direction: templates put their own bands where they like.
    """
    if len(stops) < 2:
        return None
    for count in range(1, len(stops)):
        before, after = stops[:count], stops[count:]
        if _is_parted(before, after, mirrored=mirrored):
            return find_inversion(before, mirrored=mirrored) or find_inversion(after, mirrored=mirrored)
    pairs = ((one, other) for i, one in enumerate(stops) for other in stops[i + 1 :])
    return next(((one, other) for one, other in pairs if _stands_before(other.frame, one.frame, mirrored=mirrored)), None)


def _is_parted(before: Sequence[Stop], after: Sequence[Stop], *, mirrored: bool) -> bool:
    one, other = (_surround([stop.frame for stop in part]) for part in (before, after))
    below = one.y + one.h <= other.y + _CLOSE
    beside = one.x + one.w <= other.x + _CLOSE
    return below or beside or (mirrored and other.x + other.w <= one.x + _CLOSE)


def _stands_before(frame: Frame, other: Frame, *, mirrored: bool) -> bool:
    """Return whether `frame` stands clearly above `other` in its column, or beside it earlier in its row."""
    same_column = min(frame.x + frame.w, other.x + other.w) - max(frame.x, other.x) > _CLOSE
    same_row = min(frame.y + frame.h, other.y + other.h) - max(frame.y, other.y) > _CLOSE
    above = frame.y + frame.h <= other.y + _CLOSE
    left = frame.x + frame.w <= other.x + _CLOSE
    return (same_column and above) or (same_row and left and not mirrored)

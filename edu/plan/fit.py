"""Paragraphs and a room -> the size at which they fit it, or how much is too much."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from edu.plan.measure import break_lines, cut_pieces
from edu.plan.metrics import ARIAL
from edu.plan.page import HANG, Paragraph

TITLE = (32.0, 30.0, 28.0, 26.0, 24.0)
LEAD = (24.0, 22.0, 20.0, 18.0)
BODY = (20.0, 18.0)
CELL = (20.0, 18.0, 16.0, 14.0)
SMALL = (14.0,)
LINE = (12.0,)

SLACK = 0.94
"""The share of a room's width by which text is fitted: it still fits where a renderer's faces, or its room, differ by five in a
hundred."""


@dataclass(frozen=True, slots=True)
class Room:
    """Where text may stand: width and height in points, the bullet's indent, the space before each paragraph but the first.

    `face` is the Latin face of the text.
    """

    width: float
    height: float
    indent: float = 0
    gap: float = 0
    face: str = ARIAL


@dataclass(frozen=True, slots=True)
class Measured:
    """The height that text takes in points, how many lines, and whether a word had to be cut."""

    height: float
    lines: int
    cut: bool


def measure_text(paragraphs: Sequence[Paragraph], size: float, room: Room) -> Measured:
    """Return what `paragraphs` take at `size` points; one with a size of its own keeps that."""
    height, lines, cut = 0.0, 0, False
    for index, paragraph in enumerate(paragraphs):
        own = paragraph.size or size
        width = room.width * SLACK - find_indent(paragraph, room)
        pieces = cut_pieces(paragraph.runs, bool(paragraph.bold), room.face)
        found = break_lines(pieces, max(width, own) / own)
        gap = (paragraph.before if paragraph.before is not None else room.gap) if index else 0
        height += found.height * own + gap
        lines, cut = lines + found.count, cut or found.too_wide
    return Measured(height, lines, cut)


def find_indent(paragraph: Paragraph, room: Room) -> float:
    """Return how far the lines of `paragraph` stand in, in points."""
    match paragraph.bullet:
        case "none":
            return 0
        case "number":
            return HANG
        case _:
            return room.indent


def choose_size(ladder: Sequence[float], fits: Callable[[float], bool]) -> float | None:
    """Return the first size of `ladder`, which goes down, that `fits`; None where none does."""
    return next((size for size in ladder if fits(size)), None)


def fit_size(texts: Sequence[Sequence[Paragraph]], rooms: Sequence[Room], ladder: Sequence[float]) -> float | None:
    """Return the largest size of `ladder` at which each of `texts` fits its room with no word cut; None where none does."""
    return choose_size(ladder, lambda size: _all_fit(texts, rooms, size))


def _all_fit(texts: Sequence[Sequence[Paragraph]], rooms: Sequence[Room], size: float) -> bool:
    found = (measure_text(text, size, room) for text, room in zip(texts, rooms, strict=True))
    return all(not m.cut and m.height <= room.height + 0.01 for m, room in zip(found, rooms, strict=True))


def count_excess(paragraphs: Sequence[Paragraph], room: Room, size: float) -> int:
    """Return about how many characters too many `paragraphs` hold for `room` at `size`."""
    taken = measure_text(paragraphs, size, room)
    length = sum(len(run.text) for paragraph in paragraphs for run in paragraph.runs)
    share = 1 - room.height / taken.height if taken.height else 0
    return max(1, ceil(length * share))


def split_evenly(count: int, parts: int) -> list[tuple[int, int]]:
    """Return `parts` ranges over `count` things whose lengths differ by one at most, the longer first."""
    size, rest = divmod(count, parts)
    ends = [0]
    for index in range(parts):
        ends.append(ends[-1] + size + (index < rest))
    return list(pairwise(ends))

"""Paragraphs and a room -> the size at which they fit it, or how much is too much."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from math import ceil, inf

from edu.plan.measure import Piece, break_lines, cut_pieces
from edu.plan.metrics import ARIAL
from edu.plan.page import HANG, Paragraph
from edu.plan.pair import settle_pair

TITLE = (32.0, 30.0, 28.0, 26.0, 24.0)
LEAD = (24.0, 22.0, 20.0, 18.0)
BODY = (20.0, 18.0)
CELL = (20.0, 18.0, 16.0, 14.0)
SMALL = (14.0,)
LINE = (12.0,)

SLACK = 0.94
"""The share of a room's width by which text is fitted: it still fits where a renderer's faces, or its room, differ by five in a
hundred."""


Pieces = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Room:
    """Where text may stand: width and height in points, the bullet's indent, the space before each paragraph but the first.

    `face` is the Latin face of the text; `spacing` and `leading` are those of a Slot.
    """

    width: float
    height: float
    indent: float = 0
    gap: float = 0
    face: str = ARIAL
    spacing: float = 1
    leading: float = 0


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
        found = break_lines(_cut_paragraph(paragraph, own, room), _find_width(paragraph, room, own))
        gap = _find_gap(paragraph, room) if index else 0
        height += (found.count * room.leading or found.height * own * room.spacing) + gap
        lines, cut = lines + found.count, cut or found.too_wide
    return Measured(height, lines, cut)


def _cut_paragraph(paragraph: Paragraph, size: float, room: Room) -> Pieces:
    settled = settle_pair(paragraph, size)
    return cut_pieces(settled.runs, bool(settled.bold), room.face)


def _find_width(paragraph: Paragraph, room: Room, size: float) -> float:
    """Return the width of a line in em."""
    return max(room.width * SLACK - find_indent(paragraph, room), size) / size


def _find_gap(paragraph: Paragraph, room: Room) -> float:
    return paragraph.before if paragraph.before is not None else room.gap


def find_indent(paragraph: Paragraph, room: Room) -> float:
    """Return how far the lines of `paragraph` stand in, in points."""
    match paragraph.bullet:
        case "none":
            return 0
        case "number" | "letter":
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
    """Return how many characters fewer would fit `room` at `size`.

    They are those that words are too long for a line, and those that must go from the end of the longest paragraph.
    """
    clipped = [_clip_words(p, room, p.size or size) for p in paragraphs]
    excess = sum(dropped for _, dropped in clipped)
    order = sorted(range(len(clipped)), key=lambda i: -_count_chars(clipped[i][0]))
    total = sum(len(pieces) for pieces, _ in clipped)

    def fits(count: int) -> bool:
        left = dict(_take_away(clipped, order, count))
        height = sum(
            break_lines(left[i], _find_width(p, room, p.size or size)).height * (p.size or size)
            + (_find_gap(p, room) if i else 0)
            for i, p in enumerate(paragraphs)
        )
        return height <= room.height + 0.01

    gone = bisect_left(range(total), True, key=fits)
    kept = dict(_take_away(clipped, order, gone))
    excess += sum(_count_chars(pieces) - _count_chars(kept[i]) for i, (pieces, _) in enumerate(clipped))
    return max(1, excess)


def _take_away(clipped: Sequence[tuple[Pieces, int]], order: Sequence[int], count: int) -> Iterator[tuple[int, Pieces]]:
    """Yield the pieces of each paragraph when `count` are gone from the ends, of the first in `order` first."""
    for i in order:
        pieces = clipped[i][0]
        gone = min(count, len(pieces))
        count -= gone
        yield i, pieces[: len(pieces) - gone]


def _clip_words(paragraph: Paragraph, room: Room, size: float) -> tuple[Pieces, int]:
    """Return the pieces of `paragraph`, words cut to the width of a line, and how many characters that cost."""
    width = _find_width(paragraph, room, size)
    pieces: list[Piece] = []
    dropped = 0
    for piece in _cut_paragraph(paragraph, size, room):
        if piece.width > width and not piece.cuts:
            fewer = ceil(len(piece.text) * (1 - width / piece.width)) + 1
            pieces.append(replace(piece, width=width, text=piece.text[:-fewer]))
            dropped += fewer
        else:
            pieces.append(piece)
    return tuple(pieces), dropped


def _count_chars(pieces: Pieces) -> int:
    return sum(len(piece.text) + (piece.space > 0) for piece in pieces)


def split_evenly(heights: Sequence[float], parts: int, room: float) -> list[tuple[int, int]]:
    """Return `parts` ranges over things of these `heights`, each on a page of height `room`; none where that cannot be.

    No page holds a lone thing where that can be helped; then the fullest page is as low as can be, and the first ones longer.
    """
    count = len(heights)
    if parts >= count:
        return [(i, i + 1) for i in range(count)]
    sums = [0.0, *accumulate(heights)]
    best: list[_Split | None] = [*([None] * count), (0, 0.0, ())]
    for _ in range(parts):
        best = [*(_choose_end(start, sums, best, room) for start in range(count)), None]
    ends, rest = [0], best[0][2] if best[0] else ()
    while rest:
        ends.append(rest[0])
        rest = rest[1]
    return list(pairwise(ends))


Ends = tuple[()] | tuple[int, "Ends"]
_Split = tuple[int, float, Ends]
"""How good a split is: its lone things and the height of its fullest page; and where its pages end."""


def _choose_end(start: int, sums: Sequence[float], best: Sequence[_Split | None], room: float) -> _Split | None:
    """Return the best split from `start` on, where `best` has those with a page fewer; None where there is none."""
    found: _Split | None = None
    for end in range(start + 1, len(sums)):
        high, rest = round(sums[end] - sums[start], 3), best[end]
        if high > room and end > start + 1:
            break
        if rest:
            made = (rest[0] + (end == start + 1), max(rest[1], high), (end, rest[2]))
            found = made if found is None or made[:2] <= found[:2] else found
    return found


def count_pages(heights: Sequence[float], room: float) -> int:
    """Return how many pages of height `room` things of these `heights` need at least."""
    pages, used = 0, inf
    for height in heights:
        used += height
        if used > room:
            pages, used = pages + 1, height
    return max(1, pages)


def start_at(size: float, ladder: Sequence[float]) -> tuple[float, ...]:
    """Return the sizes from `size` down, in steps of a tenth at most, to the least of `ladder`: that is the least of all."""
    steps = [max(size, ladder[-1])]
    while (below := float(int(steps[-1] * 0.92))) > ladder[0]:
        steps.append(below)
    return (*steps, *(step for step in ladder if step < steps[-1]))

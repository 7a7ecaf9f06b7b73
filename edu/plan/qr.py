"""An address -> its QR code (ISO/IEC 18004) as the outline of the dark squares."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

QUIET = 4
"""The white squares that a code needs on each side (ISO/IEC 18004, 9.1)."""

Point = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Code:
    """A code of `grid` squares a side; `path` is SVG path data (`M`, `L`, `Z`) round its dark ones, on that grid."""

    path: str
    grid: int


def make_code(address: str) -> Code:
    """Return the code of `address`, of which 15 % may be hidden (error correction M, more where it costs no room)."""
    import segno

    rows = [[bool(square) for square in row] for row in segno.make(address, error="m", micro=False).matrix]
    return Code("".join(_draw_loop(loop) for loop in _trace_loops(rows)), len(rows))


def _draw_loop(loop: Sequence[Point]) -> str:
    return "M" + "L".join(f"{x} {y}" for x, y in loop) + "Z"


def _trace_loops(rows: Sequence[Sequence[bool]]) -> Iterator[list[Point]]:
    """Yield the corners of each outline: one path round squares that touch shows no seams between them."""
    ends: dict[Point, list[Point]] = {}
    for start, end in _list_edges(rows):
        ends.setdefault(start, []).append(end)
    while ends:
        start = place = min(ends)
        loop = [start]
        while (place := _leave(ends, place)) != start:
            loop.append(place)
        yield [b for a, b, c in zip((loop[-1], *loop), loop, (*loop[1:], start), strict=False) if not _is_straight(a, b, c)]


def _list_edges(rows: Sequence[Sequence[bool]]) -> Iterator[tuple[Point, Point]]:
    """Yield the sides that part a dark square from a light one, the dark on their right."""

    def is_dark(x: int, y: int) -> bool:
        return 0 <= y < len(rows) and 0 <= x < len(rows) and rows[y][x]

    for y, row in enumerate(rows):
        for x in (x for x, dark in enumerate(row) if dark):
            corners = ((x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1))
            beside = ((x, y - 1), (x + 1, y), (x, y + 1), (x - 1, y))
            for i, other in enumerate(beside):
                if not is_dark(*other):
                    yield corners[i], corners[(i + 1) % 4]


def _leave(ends: dict[Point, list[Point]], place: Point) -> Point:
    """Return where an outline goes on from `place`, and take that side away."""
    found = ends[place].pop()
    if not ends[place]:
        del ends[place]
    return found


def _is_straight(a: Point, b: Point, c: Point) -> bool:
    return a[0] == b[0] == c[0] or a[1] == b[1] == c[1]

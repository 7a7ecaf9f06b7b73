"""Planned items -> the same with texts set so narrow that no last line holds a lone character, and titles' lines are alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from edu.plan.cuts import Words, rate_cuts
from edu.plan.fit import SLACK, Room, find_indent, measure_text
from edu.plan.measure import AIR, Lines, Piece, break_lines, cut_pieces
from edu.plan.page import Box, Cell, Drawing, Filled, PageItem, Paragraph, Table, Text
from edu.plan.theme import Align, Slot

_WAYS = ((AIR, False), (0.0, False), (AIR, True))
"""Renderers differ in the air between scripts, and in whether a comma may hang beyond its line, and so in where lines end: a
text has to look well with all."""
_NO_WORDS = Words()
_LONE, _SHORT, _WORD = 2.2, 0.12, 0.3
"""A last line is an orphan where it has at most so many em (a character and its full stop) or this share of a line; one that is
a single word, that share."""
_STEP = 0.5
_MOST = 0.3
"""A text becomes narrower in steps of so many em, and by this share of its room at most."""
_FINE = 0.25
"""In steps of so many em a title is tried wider where it cuts words."""
_EVEN = 0.5
"""The share of a title's widest line that its last one has at least, for the sake of whole words."""
_HAIR = 0.01
"""The share by which a renderer's lines may be wider or narrower, and shall cut no word either."""
_SPARE = 0.02
"""The share of its width that a balanced text keeps, so that a hair's difference between renderers makes no further line."""


def balance_items(
    items: Sequence[PageItem], slots: Mapping[str, Slot], face: str, words: Words = _NO_WORDS
) -> tuple[PageItem, ...]:
    """Return `items` of a page, whose layout has `slots`, balanced; `face` is that of texts in boxes and tables.

    No line of a title ends inside a word where that can be helped, as far as `words` tell.
    """
    return tuple(_balance_item(item, slots, face, words) for item in items)


def _balance_item(item: PageItem, slots: Mapping[str, Slot], face: str, words: Words) -> PageItem:
    match item:
        case Filled():
            slot = slots[item.slot]
            area = (item.frame or slot.frame).inset(*slot.margins)
            room = Room(area.w, area.h, slot.indent, slot.gap, slot.face, slot.spacing, slot.leading)
            look = Paragraph((), slot.size, None, slot.bold, slot.align)
            whole = slot.type in ("title", "ctrTitle")
            return replace(item, text=balance_text(item.text, room, look, whole=whole, words=words))
        case Box():
            return _balance_box(item, face)
        case Drawing():
            return replace(item, parts=tuple(_balance_box(p, face) if isinstance(p, Box) else p for p in item.parts))
        case Table():
            return replace(item, rows=tuple(_balance_row(item, row, height, face) for row, height in _rows(item)))
        case _:
            return item


def _balance_box(box: Box, face: str) -> Box:
    area = box.frame.inset(*box.margins)
    return (
        replace(box, text=balance_text(box.text, Room(area.w, area.h, face=face), Paragraph((), box.size))) if box.text else box
    )


def _rows(table: Table) -> list[tuple[Sequence[Cell], float]]:
    return list(zip(table.rows, table.heights, strict=True))


def _balance_row(table: Table, row: Sequence[Cell], height: float, face: str) -> tuple[Cell, ...]:
    left, top, right, bottom = table.margins
    rooms = [Room(width - left - right, height - top - bottom, face=face) for width in table.widths]
    look = Paragraph((), table.size)
    return tuple(replace(cell, text=balance_text(cell.text, room, look)) for cell, room in zip(row, rooms, strict=True))


def balance_text(text: Text, room: Room, look: Paragraph, *, whole: bool = False, words: Words = _NO_WORDS) -> Text:
    """Return `text` with the insets that it needs in `room`; `look` is the style of what its paragraphs leave open.

    With `whole`, and where it is centred, all lines become as alike as they can without cutting `words`; else only a last line
    that is too short is filled up. A text gets a further line only where all its last lines are filled by that.
    """
    shown = [_dress(paragraph, look) for paragraph in text.paragraphs]
    if not shown or not _fits(shown, room, 0):
        return text
    now = _break(shown, room, 0)
    centred = all(paragraph.align == "center" for paragraph in shown)
    inset = 0.0
    if (whole or centred) and any(lines.count > 1 for lines in now):
        inset = _find_cleanest(shown, room, _find_narrowest(shown, room, now), words)
    elif orphans := _count_orphans(shown, room, 0):
        inset = _find_better(shown, room, now, orphans)
    return replace(text, insets=_place(inset, centred)) if inset else text


def _dress(paragraph: Paragraph, look: Paragraph) -> Paragraph:
    align: Align | None = paragraph.align or look.align
    bold = look.bold if paragraph.bold is None else paragraph.bold
    return replace(paragraph, size=paragraph.size or look.size, bold=bold, align=align)


def _place(inset: float, centred: bool) -> tuple[float, float]:
    """Return the insets left and right: at the end of the lines, on both sides where these are centred."""
    inset = round(inset, 1)
    return (inset / 2, inset / 2) if centred else (0.0, inset)


def _fits(shown: Sequence[Paragraph], room: Room, inset: float) -> bool:
    found = measure_text(shown, 1, replace(room, width=room.width - inset / SLACK))
    return not found.cut and found.height <= room.height + 0.01


def _break(shown: Sequence[Paragraph], room: Room, inset: float) -> list[Lines]:
    """Return how each passage breaks, in each way, at the room's full width without `inset`.

    A passage is a paragraph, or one of two languages in it: what a line ends by force.
    """
    return [
        break_lines(passage, _width_in_em(p, room, inset), hang=hang)
        for air, hang in _WAYS
        for p in shown
        for passage in _part(cut_pieces(p.runs, bool(p.bold), room.face, air))
    ]


def _part(pieces: Sequence[Piece]) -> list[Sequence[Piece]]:
    ends = [index for index, piece in enumerate(pieces) if piece.ends]
    starts = (0, *(index + 1 for index in ends))
    bare = [replace(piece, ends=False) for piece in pieces]
    return [bare[start:end] for start, end in zip(starts, (*(index + 1 for index in ends), len(bare)), strict=True)]


def _width_in_em(paragraph: Paragraph, room: Room, inset: float) -> float:
    size = paragraph.size or 1
    return max(room.width - inset - find_indent(paragraph, room), size) / size


def _count_orphans(shown: Sequence[Paragraph], room: Room, inset: float) -> int:
    return sum(_is_orphan(lines, _width_in_em(p, room, inset)) for p in shown for lines in _break([p], room, inset))


def _is_orphan(lines: Lines, width: float) -> bool:
    return lines.count > 1 and lines.last <= max(_LONE, (_WORD if lines.tail == 1 else _SHORT) * width)


def _keeps(shown: Sequence[Paragraph], room: Room, inset: float, now: Sequence[Lines], more: int = 0) -> bool:
    """Tell whether the text still fits with `inset`, and no passage gets over `more` further lines."""
    if not _fits(shown, room, inset):
        return False
    found = _break(shown, room, inset)
    return all(a.count <= b.count + more for a, b in zip(found, now, strict=True))


def _find_better(shown: Sequence[Paragraph], room: Room, now: Sequence[Lines], orphans: int) -> float:
    """Return the least inset with the fewest orphans; where some remain, the least with none at the cost of further lines."""
    insets, best, least = _list_insets(shown, room), 0.0, orphans
    for inset in takewhile(lambda inset: _keeps(shown, room, inset, now), insets):
        left = _count_orphans(shown, room, inset)
        if left < least:
            best, least = inset, left
        if not left:
            return best
    longer = takewhile(lambda inset: _keeps(shown, room, inset, now, 1), insets)
    return next((inset for inset in longer if not _count_orphans(shown, room, inset)), best)


def _list_insets(shown: Sequence[Paragraph], room: Room) -> list[float]:
    step = _STEP * max(p.size or 0 for p in shown)
    return [turn * step for turn in range(1, int(_MOST * room.width / step) + 1)]


def _find_narrowest(shown: Sequence[Paragraph], room: Room, now: Sequence[Lines]) -> float:
    """Return the inset that makes the text as narrow as can be without a further line."""
    low, high = 0.0, room.width * 0.8
    while high - low > 1:
        middle = (low + high) / 2
        low, high = (middle, high) if _keeps(shown, room, middle, now) else (low, middle)
    return max(0.0, low - _SPARE * (room.width - low))


def _find_cleanest(shown: Sequence[Paragraph], room: Room, narrowest: float, words: Words) -> float:
    """Return the inset, `narrowest` at most, that cuts the fewest words and leaves no short last line; of those the largest."""
    step = _FINE * max(p.size or 0 for p in shown)
    best, least = narrowest, _rate_cuts(shown, room, narrowest, words)
    for turn in range(1, int(narrowest / step) + 1):
        inset = narrowest - turn * step
        if not least or any(_is_short(lines) for lines in _break(shown, room, inset)):
            break
        if (cost := _rate_cuts(shown, room, inset, words)) < least:
            best, least = inset, cost
    return best


def _is_short(lines: Lines) -> bool:
    return lines.count > 1 and lines.last < _EVEN * lines.widest


def _rate_cuts(shown: Sequence[Paragraph], room: Room, inset: float, words: Words) -> int:
    """Return what the cuts at this inset cost, with either air and where a renderer's faces differ by a hair."""
    return sum(
        rate_cuts(cut_pieces(p.runs, bool(p.bold), room.face, air), _width_in_em(p, room, inset) * share, words)
        for air, hang in _WAYS
        if not hang
        for share in (1 - _HAIR, 1, 1 + _HAIR)
        for p in shown
    )

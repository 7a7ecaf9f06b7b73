"""Runs and a width -> the lines that they break into and the height that these take."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from edu.plan.breaks import SOFT_HYPHEN, cut_text, holds_together, is_blank, is_each, may_cut
from edu.plan.joining import join_letters
from edu.plan.metrics import ARIAL, LATIN_LINE, WIDEST, face_metrics
from edu.plan.runs import BREAK, Run

WIDE_LINE = 1.45
"""Line height over size; East Asian faces run from 1.3 to 1.45, and the tallest must fit."""

AIR = 0.24
"""Em that LibreOffice sets between East Asian and other text (a fifth of the line's height); PowerPoint sets none."""

_SHARED = frozenset("\u2018\u2019\u201c\u201d\u2026\u2014\u00b7")
"""Marks of both scripts, full-width in East Asian text."""
_PICTURE = 1.37, 1.4
"""Width and line height of an emoji in em, in the widest of the usual faces."""
_ONE = "\U0001f600"
_PART = "[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]\ufe0f?[\U0001f3fb-\U0001f3ff]?"
_JOINED = re.compile(
    "[\U0001f1e6-\U0001f1ff]{2}|[0-9#*]\ufe0f?\u20e3"
    f"|{_PART}[\U000e0020-\U000e007f]+|{_PART}(?:\u200d(?:{_PART}|[\u2190-\u21ff]\ufe0f?))*"
)
"""What is one emoji of several characters: flags, keycaps, people with a tone of skin, families (UTS 51)."""
_TALL = (
    (0x0590, 0x05FF, 1.25),
    (0x0600, 0x08FF, 1.4),
    (0x0900, 0x0EFF, 1.5),
    (0x0F00, 0x0FFF, 1.6),
    (0x1000, 0x109F, 1.8),
    (0x1100, 0x11FF, WIDE_LINE),
    (0x1780, 0x17FF, 1.6),
    (0x3130, 0x318F, WIDE_LINE),
    (0xAC00, 0xD7FF, WIDE_LINE),
    (0xFB1D, 0xFDFF, 1.4),
    (0xFE70, 0xFEFF, 1.4),
)
"""Scripts with higher lines than Latin: first and last code point, and the height over the size."""


@lru_cache(maxsize=8192)
def char_width(char: str, bold: bool, wide: bool, face: str = ARIAL) -> float:
    """Return the advance width of `char` in em; `wide` where it stands in East Asian text (marks that both share)."""
    if wide and char in _SHARED:
        return 1.0
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf", "Cc"):
        return 0.0
    metrics = face_metrics(face)
    known = metrics.find_width(char, bold)
    if known is not None:
        return known
    if _is_picture(char):
        return _PICTURE[0]
    spare = face_metrics(WIDEST).find_width(char, bold)
    if spare is not None:
        return spare
    return 1.0 if unicodedata.east_asian_width(char) in "WFA" else metrics.other


def _is_picture(char: str) -> bool:
    return "\U0001f000" <= char <= "\U0001faff" or "\u2600" <= char <= "\u27bf" or "\u2b00" <= char <= "\u2bff"


@lru_cache(maxsize=8192)
def char_line(char: str) -> float:
    """Return the line height over size that the script of `char` asks for; 0 where the Latin face's will do."""
    if char < "\u0590":
        return 0.0
    if is_each(char):
        return WIDE_LINE
    if _is_picture(char):
        return _PICTURE[1]
    return next((height for first, last, height in _TALL if first <= ord(char) <= last), 0.0)


def text_width(text: str, size: float, bold: bool = False, wide: bool = False, face: str = ARIAL) -> float:
    """Return the width of `text` on one line, in points."""
    return _measure(text, bold, wide, face) * size


def _measure(text: str, bold: bool, wide: bool, face: str) -> float:
    """Return the width of `text` in em; an emoji is one picture, however many characters make it, and Arabic letters join."""
    return sum(char_width(char, bold, wide, face) for char in join_letters(_JOINED.sub(_ONE, text)))


def runs_width(runs: Iterable[Run], size: float, bold: bool = False, face: str = ARIAL) -> float:
    """Return the width of `runs`, in points: without breaks on one line, else of the widest."""
    return break_lines(cut_pieces(runs, bold, face), float("inf")).widest * size


@dataclass(frozen=True, slots=True)
class Piece:
    """What a line never breaks inside of. `space` is the width of the blank after it, lost at a line's end; all in em.

    `line` is its line's height; `cuts` says that it may be cut where it is wider than a line; `hyphen` is the width of what
    shows where a line ends with it; where it `ends` a line by force, another follows.
    """

    width: float
    space: float
    line: float
    cuts: bool
    text: str
    hyphen: float = 0.0
    ends: bool = False


def cut_pieces(runs: Iterable[Run], bold: bool = False, face: str = ARIAL, air: float = AIR) -> tuple[Piece, ...]:
    """Return the unbreakable pieces of `runs`; em of `air` stand between East Asian and other text."""
    return _cut_pieces(tuple(runs), bold, face, air)


@lru_cache(maxsize=8192)
def _cut_pieces(runs: tuple[Run, ...], bold: bool, face: str, air: float) -> tuple[Piece, ...]:
    """Text is measured at one size after the other, and cut alike for all of them."""
    pieces: list[Piece] = []
    wide: bool | None = None
    for run in runs:
        gap = 0.0 if wide in (None, run.wide) else air * run.scale
        for part in cut_text(run.text):
            _add_piece(pieces, _make_piece(part, run, bold or run.bold, face, gap))
            gap = 0.0
        wide = run.wide if run.text else wide
    return tuple(pieces)


def _make_piece(part: str, run: Run, bold: bool, face: str, gap: float) -> Piece:
    width = _measure(part, bold, run.wide, face) * run.scale + gap
    least = WIDE_LINE if run.wide else face_metrics(face).line
    line = max(least, *map(char_line, part)) * run.scale
    hyphen = char_width("-", bold, False, face) * run.scale if part[-1] == SOFT_HYPHEN else 0.0
    return Piece(width, 0.0, line, may_cut(part), part, hyphen)


def _add_piece(pieces: list[Piece], piece: Piece) -> None:
    """Add `piece`, or join it to the last one where no line may break between them."""
    last = pieces[-1] if pieces and not pieces[-1].ends else None
    if piece.text == BREAK:
        if last:
            pieces[-1] = replace(last, ends=True)
        else:
            pieces.append(replace(piece, ends=True))
    elif is_blank(piece.text):
        if last:
            pieces[-1] = replace(last, space=last.space + piece.width)
    elif last and not last.space and holds_together(last.text, piece.text):
        pieces[-1] = Piece(
            last.width + piece.width,
            0.0,
            max(last.line, piece.line),
            last.cuts or piece.cuts,
            last.text + piece.text,
            piece.hyphen,
        )
    else:
        pieces.append(piece)


@dataclass(frozen=True, slots=True)
class Lines:
    """How a paragraph breaks: its lines, the height of all and the width of the last and of the widest in em.

    `too_wide` says that a word had to be cut; `tail` is the number of pieces on the last line.
    """

    count: int
    last: float
    too_wide: bool
    height: float
    widest: float
    tail: int


_HANGING = frozenset("，。、")
"""Marks that may stand beyond a line's end (JIS X 4051; `hangingPunct` of DrawingML); renderers differ in it."""


def break_lines(pieces: Sequence[Piece], room: float, *, hang: bool = False) -> Lines:
    """Return how `pieces` break at a width of `room` em; a piece wider than that is cut where it must be.

    With `hang`, a stop or comma of full width may stand beyond the end of its line.
    """
    if not pieces:
        return Lines(1, 0.0, False, LATIN_LINE, 0.0, 0)
    room += 1e-6
    count, too_wide, widest, height = 1, False, 0.0, 0.0
    used = space = line = 0.0
    tail, fresh = 0, True
    for piece in pieces:
        over = piece.width / len(piece.text) if hang and piece.text[-1:] in _HANGING else 0.0
        if not fresh and used + space + piece.width + piece.hyphen - over > room:
            count, height, widest, fresh = count + 1, height + line, max(widest, used), True
        if fresh:
            used = space = line = 0.0
            tail, fresh = 0, False
        used, line, tail = used + space + piece.width, max(line, piece.line), tail + 1
        while used - over > room:
            too_wide = too_wide or not piece.cuts
            count, height, used, widest, tail = count + 1, height + piece.line, used - room, room, 1
        space = piece.space
        if piece.ends:
            count, height, widest, fresh = count + 1, height + line, max(widest, used), True
    if pieces[-1].ends:
        used, line, tail = 0.0, pieces[-1].line, 0
    return Lines(count, used, too_wide, height + line, max(widest, used), tail)

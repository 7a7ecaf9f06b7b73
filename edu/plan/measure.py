"""Runs and a width -> the lines that they break into and the height that these take."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from edu.plan.metrics import ARIAL, LATIN_LINE, WIDEST, face_metrics
from edu.plan.runs import Run

WIDE_LINE = 1.45
"""Line height over size; East Asian faces run from 1.3 to 1.45, and the tallest must fit."""

_AIR = 0.24
"""Em that LibreOffice sets between East Asian and other text (a fifth of the line's height); PowerPoint sets none."""

_NOT_AT_START = frozenset("。，、；：？！）」』】》〉〕…—～·”’,.;:?!)]}%‰°›»々ー％")
_NOT_AT_END = frozenset("（「『【《〈〔“‘([{‹«¥￥$£€#")


@lru_cache(maxsize=8192)
def char_width(char: str, bold: bool, wide: bool, face: str = ARIAL) -> float:
    """Return the advance width of `char` in em; `wide` where it stands in East Asian text (marks that both share)."""
    if wide and char in "\u2018\u2019\u201c\u201d\u2026\u2014\u00b7":
        return 1.0
    known = face_metrics(face).find_width(char, bold)
    if known is not None:
        return known
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0.0
    spare = face_metrics(WIDEST).find_width(char, bold)
    if spare is not None:
        return spare
    return 1.0 if unicodedata.east_asian_width(char) in "WFA" else face_metrics(face).other


def text_width(text: str, size: float, bold: bool = False, wide: bool = False, face: str = ARIAL) -> float:
    """Return the width of `text` on one line, in points."""
    return sum(char_width(char, bold, wide, face) for char in text) * size


def runs_width(runs: Iterable[Run], size: float, bold: bool = False, face: str = ARIAL) -> float:
    """Return the width of `runs` on one line, in points."""
    return sum(
        (text_width(run.text, size, bold or run.bold, run.wide, face) + air * size) * run.scale for run, air in _with_air(runs)
    )


def _with_air(runs: Iterable[Run]) -> Iterator[tuple[Run, float]]:
    """Yield each run with the em of air before it."""
    wide: bool | None = None
    for run in runs:
        yield run, 0.0 if wide in (None, run.wide) else _AIR
        wide = run.wide


@dataclass(frozen=True, slots=True)
class Piece:
    """What a line never breaks inside of; `space` is the width of the blank after it, lost at a line's end."""

    width: float
    space: float
    wide: bool
    text: str


_EACH = "\u2e80-\u303f\u3040-\u30ff\u3100-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef"
_WORDS = re.compile(rf"\s+|[^\s{_EACH}]+|.", re.S)
_INNER = re.compile(r"[^-/–—]+[-/–—]*|[-/–—]+")


def _atoms(run: Run) -> Iterator[str]:
    for token in _WORDS.findall(run.text):
        if token.isspace() or len(token) == 1:
            yield token
        else:
            yield from _INNER.findall(token)


def _sticks(before: str, after: str, glued: bool) -> bool:
    """Whether no line may break between these two neighbours (kinsoku, or one word across two runs)."""
    return after[0] in _NOT_AT_START or before[-1] in _NOT_AT_END or glued


def cut_pieces(runs: Iterable[Run], bold: bool = False, face: str = ARIAL) -> tuple[Piece, ...]:
    """Return the unbreakable pieces of `runs`, with widths in em."""
    return _cut_pieces(tuple(runs), bold, face)


@lru_cache(maxsize=512)
def _cut_pieces(runs: tuple[Run, ...], bold: bool, face: str) -> tuple[Piece, ...]:
    """Text is measured at one size after the other, and cut alike for all of them."""
    pieces: list[Piece] = []
    open_word = False
    for run, air in _with_air(runs):
        wide, heavy = run.wide, bold or run.bold
        for index, token in enumerate(_atoms(run)):
            width = (sum(char_width(char, heavy, wide, face) for char in token) + (0 if index else air)) * run.scale
            if token.isspace():
                if pieces:
                    last = pieces[-1]
                    pieces[-1] = Piece(last.width, last.space + width, last.wide, last.text)
                open_word = False
                continue
            glued = open_word and index == 0 and not _is_wide_char(token[0]) and not _is_wide_char(pieces[-1].text[-1])
            if pieces and not pieces[-1].space and _sticks(pieces[-1].text, token, glued):
                last = pieces[-1]
                pieces[-1] = Piece(last.width + width, 0, last.wide or wide, last.text + token)
            else:
                pieces.append(Piece(width, 0, wide, token))
            open_word = True
    return tuple(pieces)


def _is_wide_char(char: str) -> bool:
    return unicodedata.east_asian_width(char) in "WF"


@dataclass(frozen=True, slots=True)
class Lines:
    """How a paragraph breaks: its lines, the last one's width in em, whether a word had to be cut, its height in em."""

    count: int
    last: float
    too_wide: bool
    height: float


def break_lines(pieces: Iterable[Piece], room: float, line: float = LATIN_LINE) -> Lines:
    """Return how `pieces` break at a width of `room` em; a piece wider than that is cut where it must be.

    `line` is the height of a line without East Asian text, over its size.
    """
    count, used, too_wide, height, tall = 1, 0.0, False, 0.0, False
    space = 0.0
    for piece in pieces:
        if used and used + space + piece.width > room + 1e-6:
            height += WIDE_LINE if tall else line
            count, used, tall = count + 1, 0.0, False
        else:
            used += space if used else 0.0
        tall = tall or piece.wide
        used += piece.width
        while used > room + 1e-6:
            too_wide = too_wide or not piece.wide
            height += WIDE_LINE if tall else line
            count, used = count + 1, used - room
        space = piece.space
    return Lines(count, used, too_wide, height + (WIDE_LINE if tall else line))

"""One text in two languages -> one paragraph with both: the first, and after it the second, smaller and paler."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from edu.plan.page import Paragraph
from edu.plan.runs import BREAK, Run
from edu.plan.theme import Colour

SLASH = " / "
"""Parts two languages on one line."""
TO_LEFT, TO_RIGHT, TURN_BACK = "\u202b", "\u202a", "\u202c"
"""Marks of a text that is written from right to left, or left to right, within one of the other direction, and of its end."""
SHARE = 0.8
"""The second language's size in relation to the first's, where that is not below the least."""
_STEP, _LOWEST = 2.0, 14.0
"""The least size gives way to the first language's: it is so many points below that, but not below so many."""


def join_pair(first: Paragraph, second: Paragraph, joint: str, least: float, turn: str = "") -> Paragraph:
    """Return `first` with the runs of `second` after `joint`, at no less than `least` points; once where both say the same.

    `turn` is the mark (UAX 9: LRE or RLE) that the second begins with where it is written in the other direction.
    """
    if not second.runs or plain(first) == plain(second):
        return first
    if not first.runs:
        return second
    marked = [replace(run, least=least) for run in second.runs]
    if turn:
        marked[0] = replace(marked[0], text=turn + marked[0].text)
        marked[-1] = replace(marked[-1], text=marked[-1].text + TURN_BACK)
    between = Run(joint, second.runs[0].lang if joint == BREAK else first.runs[-1].lang, least=least)
    return replace(first, runs=(*first.runs, between, *marked))


def settle_pair(paragraph: Paragraph, size: float, *, pale: bool = True) -> Paragraph:
    """Return the paragraph, which has `size` points, with the size and weight of its second language settled.

    With `pale`, that one stands in the second ink, unless the paragraph is in the colour of the paper: on coloured ground.
    """
    if not any(run.least for run in paragraph.runs):
        return paragraph
    colour: Colour | None = "ink2" if pale and paragraph.colour != "paper" else None
    return replace(paragraph, runs=tuple(_settle(run, paragraph, size, colour) for run in paragraph.runs), bold=False)


def _settle(run: Run, paragraph: Paragraph, size: float, colour: Colour | None) -> Run:
    if not run.least:
        return replace(run, bold=run.bold or bool(paragraph.bold))
    least = min(run.least, max(size - _STEP, _LOWEST))
    scale = min(1.0, max(SHARE, least / size)) * run.scale
    return replace(run, least=0, scale=scale, colour=run.colour or colour)


def append_first(paragraph: Paragraph, runs: Sequence[Run]) -> Paragraph:
    """Return the paragraph with `runs` at the end of its first language."""
    end = next((i for i, run in enumerate(paragraph.runs) if run.text == BREAK or run.least), len(paragraph.runs))
    return replace(paragraph, runs=(*paragraph.runs[:end], *runs, *paragraph.runs[end:]))


def inline(paragraph: Paragraph) -> Paragraph:
    """Return the paragraph on one line, its languages parted by a slash."""
    return replace(paragraph, runs=tuple(replace(run, text=run.text.replace(BREAK, SLASH)) for run in paragraph.runs))


def level(paragraph: Paragraph) -> Paragraph:
    """Return the paragraph with both languages alike, for a place that has one size and colour."""
    return replace(paragraph, runs=tuple(replace(run, least=0) for run in paragraph.runs))


def plain(paragraph: Paragraph) -> str:
    """Return the paragraph's text on one line."""
    return "".join(run.text for run in paragraph.runs).replace(BREAK, SLASH)


def count_breaks(paragraph: Paragraph) -> int:
    """Return how many lines of the paragraph end by force."""
    return sum(run.text.count(BREAK) for run in paragraph.runs)

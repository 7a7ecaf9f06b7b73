"""A planned deck on its theme -> the texts that cannot be read from the last row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from edu.plan.page import Box, Chart, Deck, Filled, Paragraph, Slide, Table, list_parts
from edu.plan.theme import Layout, Theme
from edu.problems import Code, Problem

BODY, SECOND, LABEL, LINE = 18.0, 16.0, 14.0, 12.0
"""The least sizes in points: of what a slide says, of the same in a second language, of cells, labels and what is said second
(a picture's credit, a chart's unit, a box in a second language), and of the source line, the footer and the slide's number."""
_TIGHT = 2.0
"""By how much what a slide says may be smaller, in points, where two languages have little room."""
_LINES = ("ftr", "sldNum", "dt")
_SMALL_SLOTS = {"Source": LINE, "Label": LABEL}
_SMALL_LAYOUTS = ("Sources",)
_EXCERPT = 24


@dataclass(frozen=True, slots=True)
class Letters:
    """A text, its size in points, and the least that it may have."""

    text: str
    size: float
    least: float


def find_small_texts(deck: Deck, theme: Theme) -> Iterator[Problem]:
    """Yield the first text of each size on each layout that is too small."""
    seen: set[tuple[str, float]] = set()
    for slide in deck.slides:
        for found in list_letters(deck, slide, theme.layouts[slide.layout]):
            if found.size < found.least - 0.01 and (slide.layout, found.size) not in seen:
                seen.add((slide.layout, found.size))
                values: dict[str, str | int] = {"text": found.text[:_EXCERPT], "layout": slide.layout, "lang": deck.lang}
                sizes = {"size": f"{found.size:g}", "least": f"{found.least:g}"}
                yield Problem(Code.SMALL_TEXT, slide.trail, values | sizes)


def list_letters(deck: Deck, slide: Slide, layout: Layout) -> Iterator[Letters]:
    """Yield every text of `slide` with its size."""
    body, other = (size - _TIGHT if deck.tight else size for size in (BODY, SECOND))
    for slot in layout.slots.values():
        if slot.type in _LINES:
            yield Letters("".join(run.text for run in deck.footer), slot.size, LINE)
    for part in list_parts(slide):
        match part:
            case Filled():
                least = LABEL if slide.layout in _SMALL_LAYOUTS else _SMALL_SLOTS.get(part.slot, body)
                second = LINE if slide.layout in _SMALL_LAYOUTS else min(least, other)
                yield from _list_paragraphs(part.text.paragraphs, layout.slots[part.slot].size, least, second)
            case Box() if part.text:
                yield from _list_paragraphs(part.text.paragraphs, part.size, LABEL if part.aside else body, LABEL)
            case Table():
                for row in part.rows:
                    for cell in row:
                        yield from _list_paragraphs(cell.text.paragraphs, part.size, LABEL, LABEL)
            case Chart():
                yield Letters(part.categories[0], part.size, LABEL)
            case _:
                pass


def _list_paragraphs(paragraphs: tuple[Paragraph, ...], size: float, least: float, second: float) -> Iterator[Letters]:
    """Yield the runs with words in them; what is said aside, in the second ink or in a `second` language, may be smaller."""
    for paragraph in paragraphs:
        for run in paragraph.runs:
            aside = LABEL if paragraph.colour == "ink2" else BODY
            if run.text.strip():
                floor = min(aside, second if run.scale < 1 else least)
                yield Letters(run.text.strip(), (paragraph.size or size) * run.scale, floor)

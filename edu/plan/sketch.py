"""A planned deck -> a text that a person can read in a diff."""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_uppercase
from typing import assert_never

from edu.plan.page import (
    Box,
    Chart,
    Deck,
    Drawing,
    Filled,
    Glyph,
    Image,
    Jump,
    Line,
    PageItem,
    Paragraph,
    Slide,
    Table,
    Target,
    Text,
)
from edu.plan.runs import BREAK


def sketch_deck(deck: Deck) -> str:
    """Return the deck in words: a line a slide, then a line a text with its size, and the shape of what is drawn."""
    lines = [f"deck {deck.id} {deck.lang} “{deck.title}”"]
    for number, slide in enumerate(deck.slides, 1):
        lines += _sketch_slide(number, slide)
    lines += [f"section “{s.name}”: {', '.join(s.slides)}" for s in deck.sections]
    return "\n".join(lines) + "\n"


def _sketch_slide(number: int, slide: Slide) -> Iterator[str]:
    hidden = ", hidden" if slide.hidden else ""
    yield f"slide {number} {slide.kind} [{slide.id}] on {slide.layout}, notes {len(slide.notes)}{hidden}"
    for item in slide.items:
        yield from (f"  {line}" for line in _sketch_item(item))
    yield from (
        f"  click {n}: {', '.join(_name_target(target) for target in build)}" for n, build in enumerate(slide.builds, 1)
    )


def _name_target(target: Target) -> str:
    return target.name if target.paragraph is None else f"{target.name} ¶{target.paragraph + 1}"


def _sketch_item(item: PageItem) -> Iterator[str]:
    match item:
        case Filled():
            yield f"{item.slot}: {_sketch_text(item.text)}{_sketch_jump(item.jump)}"
        case Box():
            text = f": {_sketch_text(item.text)}" if item.text else ""
            yield f"{item.shape} {_area(item)} {item.name}{text}{_sketch_jump(item.jump)}"
        case Line():
            yield f"line {_area(item)}"
        case Drawing():
            yield f"drawing {item.name}: “{item.alt}”"
            for part in item.parts:
                yield from (f"  {line}" for line in _sketch_item(part))
        case Table():
            yield f"table {len(item.rows)}x{len(item.widths)} at {item.size:g}pt"
            for row in item.rows:
                yield "  " + " | ".join(_plain(cell.text) for cell in row)
        case Chart():
            labels = ", ".join(item.categories).replace("\n", " ↵ ")
            yield f"{item.kind} chart {item.number_format}: {labels}"
            yield from (f"  {plot.name}: {', '.join(f'{v:g}' for v in plot.values)}" for plot in item.series)
        case Image():
            yield f"picture {item.picture.name}: “{item.alt}”"
        case Glyph():
            yield f"glyph {_area(item)} {item.name}" + (f": “{item.alt}”" if item.alt else "")
        case _:
            assert_never(item)


def _sketch_jump(jump: Jump | None) -> str:
    return f" -> {jump.slide or 'back'} “{jump.tip}”" if jump else ""


def _area(item: Box | Line | Glyph) -> str:
    return f"{item.frame.x:.0f},{item.frame.y:.0f} {item.frame.w:.0f}x{item.frame.h:.0f}"


def _sketch_text(text: Text) -> str:
    sizes = dict.fromkeys(f"{p.size:g}pt" for p in text.paragraphs if p.size)
    return " ".join([*sizes, f"“{_plain(text)}”"])


def _plain(text: Text) -> str:
    return " ¶ ".join(_mark(p) + "".join(run.text for run in p.runs).replace(BREAK, " ↵ ") for p in text.paragraphs)


def _mark(paragraph: Paragraph) -> str:
    return f"{ascii_uppercase[paragraph.first - 1]}. " if paragraph.bullet == "letter" else ""

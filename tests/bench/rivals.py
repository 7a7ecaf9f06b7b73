"""A planned deck -> the same slides as a Markdown text for pandoc and as data for PptxGenJS."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from edu.plan.page import Box, Chart, Deck, Drawing, Filled, PageItem, Paragraph, Slide, Table

_MARKS = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~^$@:'\"=])")
_CHARTS = {"column": "bar", "bar": "bar", "line": "line", "doughnut": "doughnut"}


@dataclass(frozen=True, slots=True)
class Plain:
    """What one slide says, without its look; a `chart` is its kind, its categories and its series by name."""

    title: str
    points: tuple[str, ...]
    tables: tuple[tuple[tuple[str, ...], ...], ...]
    charts: tuple[tuple[str, tuple[str, ...], tuple[tuple[str, tuple[float, ...]], ...]], ...]
    notes: tuple[str, ...]


def list_plain(deck: Deck) -> list[Plain]:
    """Return what each slide of `deck` says."""
    return [_strip(slide) for slide in deck.slides]


def write_markdown(slides: list[Plain]) -> str:
    """Return pandoc's Markdown; pandoc draws no charts, so each stands as the table of its values."""
    return "".join(_write_slide(slide) for slide in slides)


def write_data(slides: list[Plain]) -> str:
    """Return the slides as JSON for `pptxgenjs.mjs`."""
    made = [
        {
            "title": slide.title,
            "points": slide.points,
            "tables": slide.tables,
            "charts": [{"kind": _CHARTS[kind], "labels": labels, "series": series} for kind, labels, series in slide.charts],
            "notes": "\n".join(slide.notes),
        }
        for slide in slides
    ]
    return json.dumps(made, ensure_ascii=False)


def _strip(slide: Slide) -> Plain:
    points = [_say(p) for item in slide.items[1:] for p in _list_paragraphs(item)]
    tables = [tuple(tuple(_say(*cell.text.paragraphs) for cell in row) for row in t.rows) for t in _only_tables(slide)]
    charts = [
        (item.kind, item.categories, tuple((plot.name, plot.values) for plot in item.series))
        for item in slide.items
        if isinstance(item, Chart)
    ]
    notes = tuple(_say(paragraph) for paragraph in slide.notes)
    return Plain(slide.title, tuple(point for point in points if point.strip()), tuple(tables), tuple(charts), notes)


def _only_tables(slide: Slide) -> list[Table]:
    return [item for item in slide.items if isinstance(item, Table)]


def _list_paragraphs(item: PageItem) -> tuple[Paragraph, ...]:
    match item:
        case Filled(text=text) | Box(text=text) if text:
            return text.paragraphs
        case Drawing(parts=parts):
            return tuple(p for part in parts if isinstance(part, Box) and part.text for p in part.text.paragraphs)
        case _:
            return ()


def _say(*paragraphs: Paragraph) -> str:
    return " ".join("".join(run.text for run in paragraph.runs) for paragraph in paragraphs)


def _write_slide(slide: Plain) -> str:
    blocks = [f"# {escape_marks(slide.title)}"]
    if slide.points:
        blocks.append("\n".join(f"- {escape_marks(point)}" for point in slide.points))
    blocks += [write_table(rows) for rows in slide.tables]
    for _, labels, series in slide.charts:
        rows = [("", *(name for name, _ in series))]
        rows += [(label, *(f"{values[i]:g}" for _, values in series)) for i, label in enumerate(labels)]
        blocks.append(write_table(tuple(rows)))
    if slide.notes:
        blocks.append("\n\n".join(["::: notes", *(escape_marks(note) for note in slide.notes), ":::"]))
    return "\n\n".join(blocks) + "\n\n"


def write_table(rows: tuple[tuple[str, ...], ...]) -> str:
    """Return a Markdown table; the first row is its head."""
    head, *body = [f"| {' | '.join(escape_marks(cell) for cell in row)} |" for row in rows]
    return "\n".join([head, f"|{'---|' * len(rows[0])}", *body])


def escape_marks(text: str) -> str:
    """Return `text` so that Markdown takes none of its characters for a mark."""
    return _MARKS.sub(r"\\\1", " ".join(text.split()))

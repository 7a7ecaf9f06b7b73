"""Tables and charts of a planned deck -> heads that are missing, and what only colour tells apart."""

from __future__ import annotations

from collections.abc import Iterator

from edu.plan.colour import find_colour
from edu.plan.fold import fold_text
from edu.plan.page import Chart, Deck, Table
from edu.plan.theme import Paint, Theme
from edu.problems import Code, Problem

_MOST = 5
"""How many names a legend may hold: they stand in the order of the bars, or of the slices from the top; so far, one counts."""


def find_table_faults(deck: Deck, theme: Theme) -> Iterator[Problem]:
    """Yield each table that has no plain grid below a row of heads."""
    for slide in deck.slides:
        for table in (item for item in slide.items if isinstance(item, Table)):
            if len({len(table.widths), *map(len, table.rows)}) > 1:
                yield Problem(Code.UNEVEN_TABLE, slide.trail, {"lang": deck.lang})
            heads = ("".join(run.text for p in cell.text.paragraphs for run in p.runs) for cell in table.rows[0])
            if not all(map(fold_text, heads)):
                yield Problem(Code.NO_TABLE_HEAD, slide.trail, {"lang": deck.lang})


def find_equal_colours(deck: Deck, theme: Theme) -> Iterator[Problem]:
    """Yield each chart whose legend has one colour twice, or more colours than one can find by counting."""
    palette = {**theme.colours, **deck.accents}
    for slide in deck.slides:
        for chart in (item for item in slide.items if isinstance(item, Chart) and item.legend):
            named = [(name, find_colour(paint, palette)) for name, paint in _list_legend(chart) if paint.colour in palette]
            seen: dict[str, str] = {}
            for name, colour in named:
                if (other := seen.setdefault(colour, name)) != name:
                    yield Problem(Code.COLOUR_ALONE, slide.trail, {"one": other, "other": name, "lang": deck.lang})
            if len(named) > _MOST:
                yield Problem(Code.MANY_COLOURS, slide.trail, {"count": len(named), "lang": deck.lang})


def _list_legend(chart: Chart) -> list[tuple[str, Paint]]:
    """Return the names in the legend with their colours: those of slices, or of series."""
    if chart.kind != "doughnut":
        return [(plot.name, plot.paint) for plot in chart.series]
    return [(name, plot.points.get(i, plot.paint)) for plot in chart.series for i, name in enumerate(chart.categories)]

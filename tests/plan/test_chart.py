"""Labels of a chart have the largest size at which they stand whole, beside what they name; else an axis or a Problem tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from edu.model.slides import ChartSlide
from edu.plan.kinds_chart import draw_chart
from edu.plan.number_format import format_number
from edu.plan.page import Chart, Deck
from edu.plan.stage import make_stage
from edu.problems import Code, Problems
from edu.write.pptx import read_theme, write_deck
from tests.plan.decks import HOUSE, SMALL, make
from tests.tools.labels import find_clashes
from tests.tools.office import convert
from tests.tools.ooxml import list_sdk_faults

EDITION, PLANNED = make(SMALL, "en")
STAGE = make_stage(EDITION, EDITION.course.modules[0], read_theme(HOUSE), {})
DECK = PLANNED[0][0]


def _draw(kind: str, labels: Sequence[str], *series: Sequence[float], name: str = "Number") -> tuple[Chart, Problems]:
    slide = {"id": "c", "kind": "chart", "chart": kind, "title": "T", "notes": "–", "alt": "A", "illustrative": True}
    plots = [{"name": f"{name} {n}", "values": values} for n, values in enumerate(series)]
    written = ChartSlide.model_validate({**slide, "categories": [{"label": label} for label in labels], "series": plots})
    (drawn,) = draw_chart(STAGE, written, "m")
    (chart,) = [item for item in drawn.items if isinstance(item, Chart)]
    return chart, drawn.problems


def _names(name: str, count: int) -> list[str]:
    return [f"{name}{n}" for n in range(count)]


@pytest.mark.parametrize(
    ("kind", "label", "drawn", "size"),
    [
        ("column", "May", "column", 16),
        ("column", "Bürgermeister", "column", 16),
        ("column", "Wahrscheinlichkeit", "column", 15),
        ("column", "Geschwindigkeitsbegrenzung", "bar", 16),
        ("bar", "Geschwindigkeitsbegrenzung", "bar", 16),
        ("line", "May", "line", 16),
        ("doughnut", "May", "doughnut", 16),
    ],
)
def test_names_get_smaller_before_columns_are_laid_down(kind: str, label: str, drawn: str, size: float) -> None:
    chart, problems = _draw(kind, _names(label, 6), [1, 2, 3, 4, 5, 6])
    assert (chart.kind, chart.size, problems) == (drawn, size, ())


@pytest.mark.parametrize("kind", ["column", "bar", "line", "doughnut"])
def test_a_name_that_has_no_room_is_told_where_it_stands(kind: str) -> None:
    _, problems = _draw(kind, ["May", "very " * 150, "July"], [1, 2, 3])
    assert [(problem.code, problem.trail) for problem in problems] == [(Code.TOO_LONG, "m.categories[1].label")]
    assert 50 < int(problems[0].values["excess"]) < 750


def test_a_name_of_a_series_that_has_no_room_in_the_legend_is_told() -> None:
    _, problems = _draw("column", ["May", "June"], [1, 2], [2, 3], name="very " * 60)
    assert [problem.trail for problem in problems] == ["m.series[0].name", "m.series[1].name"]


def test_values_without_room_are_told_by_an_axis() -> None:
    few, _ = _draw("column", _names("a", 4), [1000, 2, 3, 4])
    many, _ = _draw("column", _names("a", 24), *[range(0, 24000, 1000)] * 3)
    assert few.value_size >= 16 and not few.step
    assert not many.value_size and many.step == 5000 and many.span == (0, 25000)


def test_lines_that_cross_have_an_axis_and_lines_that_do_not_have_values() -> None:
    assert _draw("line", ["a", "b", "c"], [1, 2, 3], [30, 50, 60])[0].value_size
    assert _draw("line", ["a", "b", "c"], [1, 2, 3], [3, 2, 1])[0].step == 1


@pytest.mark.parametrize("values", [(4.0, 8.0), (-4.0, 8.0), (-4.0, -8.0), (0.0, 0.0), (0.002, 0.001)])
@pytest.mark.parametrize("kind", ["column", "bar", "line"])
def test_zero_and_all_values_are_on_every_axis(kind: str, values: tuple[float, ...]) -> None:
    for chart in (_draw(kind, ["a", "b"], values)[0], _draw(kind, _names("a", 24), *[[*values] * 12] * 3)[0]):
        low, high = chart.span
        texts = [format_number(low + chart.step * i, chart.axis_format) for i in range(6)]
        assert not chart.step or len(set(texts)) == 6
        assert low < high and low <= min(0, *values) and max(0, *values) <= high


def test_slices_have_their_names_beside_them_and_no_two_labels_meet() -> None:
    chart, _ = _draw("doughnut", _names("Name ", 9), [50, 1, 1, 1, 30, 2, 2, 9, 4])
    assert not chart.legend
    spots = [spot for spot in chart.spots if spot]
    assert len(spots) == 9
    middle = chart.plot.x + chart.plot.w / 2
    for side in (True, False):
        heights = sorted(y for x, y in spots if (x > middle) is side)
        assert all(b - a >= chart.size * 2 for a, b in pairwise(heights))


def test_slices_without_room_for_names_have_a_legend_and_narrow_ones_their_value_beside_them() -> None:
    chart, _ = _draw("doughnut", ["a name that is much too long to stand beside a ring", "b", "c"], [60, 39, 1])
    assert chart.legend
    assert [bool(spot) for spot in chart.spots] == [False, False, True]


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (34.0, "General", "34"),
        (2.5, "General", "2.5"),
        (0.1 + 0.2, "General", "0.3"),
        (1234567.0, "#,##0", "1,234,567"),
        (0.5, "#,##0", "1"),
        (-1234.25, "#,##0.0", "-1,234.3"),
        (7.0, "#,##0.00", "7.00"),
        (1234.5, "0.0", "1234.5"),
        (12.0, '"x"0', "12"),
    ],
)
def test_numbers_are_written_as_a_spreadsheet_does(value: float, number_format: str, text: str) -> None:
    assert format_number(value, number_format) == text


def _write(folder: Path, *charts: Chart) -> tuple[Deck, Path]:
    """Write a deck with a slide for each chart, and return it with its PDF."""
    slide = next(slide for slide in DECK.slides if any(isinstance(item, Chart) for item in slide.items))
    slides = []
    for n, chart in enumerate(charts):
        items = tuple(chart if isinstance(item, Chart) else item for item in slide.items if item.slot in ("Title", "Chart"))
        slides.append(replace(slide, id=f"c{n}", items=items))
    section = replace(DECK.sections[0], slides=tuple(slide.id for slide in slides))
    deck = replace(DECK, slides=tuple(slides), sections=(section,))
    (folder / "deck.pptx").write_bytes(write_deck(deck, HOUSE))
    return deck, convert([folder / "deck.pptx"], "pdf", folder)[0]


CHARTS: tuple[tuple[str, Sequence[str], tuple[Sequence[float], ...]], ...] = (
    ("column", _names("Wahrscheinlichkeit", 6), ([1, 20, 300, 4, 5, 6],)),
    ("column", _names("a", 4), ([1, -20, 30, 4], [5, 6, -7, 8])),
    ("column", _names("M", 24), (range(1000, 25000, 1000), range(0, 24000, 1000))),
    ("bar", _names("a long name of some words ", 10), ([1000, -2, 3, 4, 5, 6, 7, 8, 9, 10],)),
    ("bar", _names("b", 12), (range(12), range(12), range(12))),
    ("line", _names("c", 5), ([1, 2, 3, 4, 5], [50, 60, 50, 60, 50])),
    ("line", _names("c", 12), (range(12), range(12, 0, -1))),
    ("doughnut", _names("Name ", 9), ([50, 1, 1, 1, 30, 2, 2, 9, 4],)),
    ("doughnut", _names("Name ", 10), ([91, *[1] * 9],)),
    ("doughnut", ["a name that is much too long to stand beside a ring", "b", "c"], ([60, 39, 1],)),
)


@pytest.mark.slow
def test_no_label_stands_on_another_leaves_its_chart_or_is_lost(tmp_path: Path) -> None:
    deck, pdf = _write(tmp_path, *(_draw(kind, labels, *series)[0] for kind, labels, series in CHARTS))
    assert list(find_clashes(deck, pdf)) == []
    assert list(list_sdk_faults([pdf.with_suffix(".pptx")])) == []


@pytest.mark.slow
def test_labels_that_are_too_large_are_found_out(tmp_path: Path) -> None:
    columns, _ = _draw("column", _names("M", 24), range(1000, 25000, 1000))
    ring, _ = _draw("doughnut", _names("Name ", 9), [50, 1, 1, 1, 30, 2, 2, 9, 4])
    deck, pdf = _write(tmp_path, replace(columns, value_size=24), replace(ring, spots=()), replace(ring, value_size=40))
    assert {number for number, _ in find_clashes(deck, pdf)} == {1, 2, 3}

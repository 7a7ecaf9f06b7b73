"""Labels of a chart have the largest size at which they stand whole beside or below what they name."""

from __future__ import annotations

import pytest

from edu.model.slides import ChartSlide
from edu.plan.kinds_chart import draw_chart
from edu.plan.page import Chart
from edu.plan.stage import make_stage
from edu.write.pptx import read_theme
from tests.plan.decks import HOUSE, SMALL, make

EDITION, _ = make(SMALL, "en")
STAGE = make_stage(EDITION, EDITION.course.modules[0], read_theme(HOUSE), {})


@pytest.mark.parametrize(
    ("kind", "label", "size"),
    [
        ("column", "May", 16),
        ("column", "Wahrscheinlichkeiten", 14),
        ("bar", "Wahrscheinlichkeiten", 16),
        ("bar", "very " * 40, 14),
        ("doughnut", "May", 16),
    ],
)
def test_the_labels_of_a_chart_get_smaller_before_they_stand_on_each_other(kind: str, label: str, size: float) -> None:
    categories = [{"label": f"{label}{n}"} for n in range(6)]
    series = [{"name": "Number", "values": [1, 2, 3, 4, 5, 6]}]
    slide = {"id": "c", "kind": "chart", "chart": kind, "title": "T", "notes": "–", "alt": "A", "illustrative": True}
    written = ChartSlide.model_validate({**slide, "categories": categories, "series": series})
    (drawn,) = draw_chart(STAGE, written, "m/lesson#slides[c]")
    (chart,) = [item for item in drawn.items if isinstance(item, Chart)]
    assert chart.size == size

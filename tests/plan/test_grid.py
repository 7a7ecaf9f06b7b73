"""A cell of a table or a comparison that fits nowhere is told where it stands."""

from __future__ import annotations

import pytest

from edu.model.slides import CompareSlide, TableSlide
from edu.plan.kinds_grid import draw_compare, draw_table
from edu.plan.stage import make_stage
from edu.problems import Code
from edu.write.pptx import read_theme
from tests.plan.decks import HOUSE, SMALL, make

EDITION, _ = make(SMALL, "zh_CN")
STAGE = make_stage(EDITION, EDITION.course.modules[0], read_theme(HOUSE), {})
HEAD = {"id": "t", "title": "表", "notes": "备注"}
LONG, WIDE = "长" * 3000, "W" * 300


def _told(columns: list[str], rows: list[list[str]]) -> list[str]:
    slide = TableSlide.model_validate({**HEAD, "kind": "table", "columns": columns, "rows": rows})
    problems = [problem for drawn in draw_table(STAGE, slide, "m") for problem in drawn.problems]
    assert {problem.code for problem in problems} <= {Code.TOO_LONG}
    return [problem.trail for problem in problems]


def test_a_cell_that_fits_nowhere_is_named_by_its_row_and_column() -> None:
    assert _told(["项", "说明"], [["短", "短"]] * 3) == []
    assert _told(["项", WIDE], [["一", "二"]] * 3) == ["m.columns[1]"]
    assert _told(["项", "说明"], [*[["短", "短"]] * 200, ["短", LONG]]) == ["m.rows[200][1]"]
    assert _told(["项", "说明"], [[LONG, "短"], ["短", "短"], ["短", LONG]]) == ["m.rows[0][0]", "m.rows[2][1]"]


@pytest.mark.parametrize("sides", [2, 3])
def test_a_part_of_a_comparison_that_fits_nowhere_is_named(sides: int) -> None:
    heads = [{"id": f"s{i}", "name": "甲"} for i in range(sides)]
    rows = [{"label": "项", "cells": ["短"] * sides} for _ in range(3)]
    rows[1] = {"label": LONG, "cells": ["短"] * sides}
    rows[2] = {"label": "项", "cells": [*["短"] * (sides - 1), LONG]}
    heads[1]["name"] = LONG
    slide = CompareSlide.model_validate({**HEAD, "kind": "compare", "sides": heads, "rows": rows})
    told = {problem.trail for drawn in draw_compare(STAGE, slide, "m") for problem in drawn.problems}
    assert told == {"m.sides[s1].name", "m.rows[1].label", f"m.rows[2].cells[{sides - 1}]"}

"""The benchmark of updates compares the same work, and its law can fail."""

from __future__ import annotations

import pytest

from tests.bench.updating import BABEL, EDU, GNU, Cost, keeps_law, measure_updating, render_updating


@pytest.mark.slow
def test_an_update_keeps_a_translation_for_each_text_as_msgmerge_does() -> None:
    cost = measure_updating(60, (EDU, GNU))
    assert cost.kept == {EDU: 60, GNU: 60}
    assert all(seconds and seconds > 0 for seconds in cost.seconds.values())
    assert f"60 entries: {GNU}" in render_updating([cost])


def test_the_law_breaks_where_words_are_lost_or_another_is_faster() -> None:
    assert keeps_law([Cost(9, {EDU: 1.0, GNU: 2.0, BABEL: None}, {EDU: 9, GNU: 9})])
    assert not keeps_law([Cost(9, {EDU: 3.0, GNU: 2.0}, {EDU: 9, GNU: 9})])
    assert not keeps_law([Cost(9, {EDU: 1.0, GNU: 2.0}, {EDU: 8, GNU: 9})])
    assert "> 120" in render_updating([Cost(9, {EDU: 1.0, BABEL: None}, {EDU: 9, BABEL: 0})])

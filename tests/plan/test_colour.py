"""A paint's colour is the one that LibreOffice shows (read off its pictures); a contrast is what another measures."""

from __future__ import annotations

import pytest

from edu.plan.colour import find_colour, measure_contrast
from edu.plan.theme import Colour, Paint
from tests.tools.contrast import contrast

PALETTE: dict[Colour, str] = {
    "accent1": "#0F766E",
    "accent2": "#b4412a",
    "ink2": "#52606D",
    "accent3": "#6FD6C8",
    "accent4": "#8EC2FF",
}


@pytest.mark.parametrize(
    ("paint", "colour"),
    [
        (Paint("accent1"), "#0F766E"),
        (Paint("accent2"), "#B4412A"),
        (Paint("accent1", rgb="#abcdef"), "#ABCDEF"),
        (Paint("none"), ""),
        (Paint("accent1", 1), "#FFFFFF"),
        (Paint("accent1", 0.9), "#DEFBF8"),
        (Paint("ink2", 0.5), "#A4B0BB"),
        (Paint("accent3", 0.5, dark=True), "#366C65"),
        (Paint("accent4", 0.95, dark=True), "#112A46"),
    ],
)
def test_a_paint_has_the_colour_that_a_renderer_shows(paint: Paint, colour: str) -> None:
    assert find_colour(paint, PALETTE) == colour


def test_a_contrast_is_what_another_measures() -> None:
    assert measure_contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert measure_contrast("#777777", "#777777") == 1
    for one, other in (("#0F766E", "#F7F4EE"), ("#14181D", "#FF9A7B"), ("#010203", "#0A0B0C")):
        assert measure_contrast(one, other) == pytest.approx(contrast(other, one))

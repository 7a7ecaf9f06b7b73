"""Arabic letters are as wide as they are beside each other, and never measured narrower than a browser draws them."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser

from edu.plan.joining import join_letters
from edu.plan.measure import text_width
from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("", ""),
        ("word 12", "word 12"),
        ("ب", "\ufe8f"),
        ("بب", "\ufe91\ufe90"),
        ("ببب", "\ufe91\ufe92\ufe90"),
        ("بابا", "\ufe91\ufe8e\ufe91\ufe8e"),
        ("دب", "\ufea9\ufe8f"),
        ("بّب", "\ufe91\ufe90"),
        ("ء", "\ufe80"),
        ("پگ", "\ufb58\ufb93"),
        ("بـ ب", "\ufe91\u0640 \ufe8f"),
        ("ل1", "\ufedd1"),
    ],
)
def test_letters_take_the_form_that_their_neighbours_ask_for(text: str, forms: str) -> None:
    assert join_letters(text) == forms


def test_a_joined_word_is_narrower_than_its_letters_alone() -> None:
    assert text_width("سسسس", 20) < 4 * text_width("س", 20) * 0.9


@pytest.mark.slow
def test_no_word_is_measured_narrower_than_a_browser_draws_it(browser: Browser) -> None:
    text = (ROOT / "locales" / "ar" / "LC_MESSAGES" / "edu.po").read_text("utf-8")
    words = sorted(set(re.findall("[\u0621-\u0652]+", text)))
    assert len(words) > 200
    page = browser.new_page()
    draw = "document.createElement('canvas').getContext('2d')"
    font = "on.font = `${weight} 100px 'DejaVu Sans'`"
    measure = f"([words, weight]) => {{ const on = {draw}; {font}; return words.map((word) => on.measureText(word).width); }}"
    for weight, bold in (("400", False), ("700", True)):
        drawn = page.evaluate(measure, [words, weight])
        shares = [width / text_width(word, 100, bold) for word, width in zip(words, drawn, strict=True)]
        assert max(shares) <= 1.005
        assert sum(shares) / len(shares) > 0.93
    page.close()

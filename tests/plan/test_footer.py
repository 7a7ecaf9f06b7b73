"""A deck's footer says course and lesson, on one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from edu.model.prose import Prose
from edu.plan.deck import make_deck
from edu.plan.measure import runs_width
from edu.write.pptx import read_theme
from tests.plan.decks import HOUSE, ROOT, SMALL, make

THEME = read_theme(HOUSE)
WIDTH = min(slot.frame.w for layout in THEME.layouts.values() for slot in layout.slots.values() if slot.type == "ftr")


@pytest.mark.parametrize("root", [SMALL, ROOT], ids=lambda p: p.name)
@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_a_footer_stands_on_one_line_of_every_layout(root: Path, lang: str) -> None:
    _, planned = make(root, lang)
    for deck, _ in planned:
        assert deck.title in "".join(run.text for run in deck.footer)
        assert runs_width(deck.footer, 12) <= WIDTH


def test_a_lesson_with_an_endless_name_has_its_beginning_in_the_footer() -> None:
    edition, _ = make(SMALL, "zh_CN")
    module = edition.course.modules[0]
    lesson = module.lesson.model_copy(update={"title": Prose("长" * 400)})
    deck, _ = make_deck(edition, module.model_copy(update={"lesson": lesson}), THEME, {})
    (run,) = deck.footer
    assert run.text.startswith("长长") and run.text.endswith("…")
    assert runs_width(deck.footer, 12) <= WIDTH

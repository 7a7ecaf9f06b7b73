"""A deck shown click by click shows what it shows at once, in reading order, and only where its author wants it."""

from __future__ import annotations

import pytest

from edu.plan.page import Box, Deck, Drawing, Filled, Slide, Table, name_item
from edu.plan.sketch import sketch_deck
from tests.plan.decks import SMALL, make, make_set


def _slide(deck: Deck, id: str) -> Slide:
    return next(slide for slide in deck.slides if slide.id == id)


def _clicks(deck: Deck, id: str) -> list[list[tuple[str, int | None]]]:
    return [[(target.name, target.paragraph) for target in build] for build in _slide(deck, id).builds]


def _said(slide: Slide) -> list[str]:
    """Return every text of a slide in reading order."""
    found = []
    for item in slide.items:
        boxes = item.parts if isinstance(item, Drawing) else (item,)
        texts = [box.text for box in boxes if isinstance(box, Filled | Box) and box.text]
        texts += [cell.text for row in item.rows for cell in row] if isinstance(item, Table) else []
        found += ["".join(run.text for run in paragraph.runs) for text in texts for paragraph in text.paragraphs]
    return found


def test_nothing_waits_for_a_click_unless_it_is_asked_for() -> None:
    assert [slide.id for slide in make(SMALL, "zh_CN")[1][0][0].slides if slide.builds] == []


def test_points_steps_and_events_come_one_by_one_and_a_lead_is_there_from_the_start() -> None:
    deck, _ = make_set("zh_CN", builds=True)
    assert _clicks(deck, "basics") == [[("Body", 1)], [("Body", 2)], [("Body", 3)]]
    assert _clicks(deck, "talk") == [[("Body", 0)], [("Body", 1)]]
    assert _clicks(deck, "count") == [[("Body", 0)], [("Body", 1)], [("Body", 2)]]
    assert _clicks(deck, "story") == [[("Timeline 1", None)], [("Timeline 2", None)], [("Timeline 3", None)]]
    assert _clicks(deck, "steps") == [[(f"Process {n}", None)] for n in (1, 2, 3, 4)], "the way back comes last"
    assert _clicks(deck, "compare") == _clicks(deck, "quick-check") == []


def test_the_answer_of_a_check_comes_with_its_letter_and_then_the_reason() -> None:
    deck, _ = make_set("zh_CN", builds=True)
    assert _clicks(deck, "quick-check/2") == [[("Number", 0), ("Body", 0)], [("Body", 1)]]


def test_a_slide_has_the_last_word() -> None:
    off, _ = make_set("en", builds=True, slides={"basics": {"builds": False}})
    assert _clicks(off, "basics") == []
    assert _clicks(off, "talk") != []
    on, _ = make_set("en", slides={"basics": {"builds": True}})
    assert [slide.id for slide in on.slides if slide.builds] == ["basics"]


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_every_text_is_still_there_and_every_diagram_says_all_its_steps(lang: str) -> None:
    built, _ = make_set(lang, builds=True)
    plain = make(SMALL, lang)[1][0][0]
    for slide, same in zip(built.slides, plain.slides, strict=True):
        assert _said(slide) == _said(same)
        for drawing in (item for item in same.items if isinstance(item, Drawing)):
            steps = [item.alt for item in slide.items if isinstance(item, Drawing)]
            assert steps
            assert all(step in drawing.alt for step in steps)


def test_a_click_names_one_thing_that_is_on_the_slide() -> None:
    deck, _ = make_set("zh_CN", builds=True)
    for slide in deck.slides:
        names = [name_item(item) for item in slide.items]
        targets = [target for build in slide.builds for target in build]
        assert [target for target in targets if names.count(target.name) != 1] == []
        assert len(set(targets)) == len(targets)


def test_a_sketch_tells_the_clicks() -> None:
    deck, _ = make_set("zh_CN", builds=True)
    assert "  click 1: Number ¶1, Body ¶1\n  click 2: Body ¶2\n" in sketch_deck(deck)

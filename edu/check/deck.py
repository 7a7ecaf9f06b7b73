"""A planned deck -> what a screen reader's user would miss in it, in its language."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from edu.model.prose import join_trail
from edu.plan.page import Chart, Deck, Drawing, Image, Table
from edu.problems import Code, Problem, Problems

Rule = Callable[[Deck], Iterator[Problem]]


def find_equal_titles(deck: Deck) -> Iterator[Problem]:
    """Yield each slide whose title an earlier slide has: a translation can make two titles equal that were not."""
    seen: set[str] = set()
    for slide in deck.slides:
        title = " ".join(slide.title.casefold().split())
        if title in seen:
            yield Problem(Code.EQUAL_TITLES, join_trail(slide.trail, "title"), {"title": slide.title, "lang": deck.lang})
        seen.add(title)


def find_missing_alternatives(deck: Deck) -> Iterator[Problem]:
    """Yield each picture, chart, table and diagram without a text that says what it shows."""
    for slide in deck.slides:
        for item in slide.items:
            if isinstance(item, Image | Chart | Table | Drawing) and not item.alt.strip():
                yield Problem(Code.NO_ALTERNATIVE, slide.trail, {"lang": deck.lang})


RULES: tuple[Rule, ...] = (find_equal_titles, find_missing_alternatives)


def check_deck(deck: Deck) -> Problems:
    """Return what every rule finds in `deck`."""
    return tuple(problem for rule in RULES for problem in rule(deck))

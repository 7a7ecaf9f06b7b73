"""Pages of slides, written from the decks of the repository's courses, for the tests of the web slides."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from edu.language.words import load_words
from edu.plan.page import Deck
from edu.write.pptx import read_theme
from edu.write.web import write_page
from tests.plan.decks import HOUSE, ROOT, make

TEMPLATES = ROOT / "templates"
DECKS = [(lang, number) for lang in ("zh_CN", "en") for number in range(3)]
"""Every deck of the flagship course."""


def write_deck(deck: Deck) -> bytes:
    """Return the page of `deck` on the house theme."""
    return write_page(deck, read_theme(HOUSE), load_words(deck.lang, [ROOT / "locales"]), TEMPLATES)


@cache
def write_course(root: Path, lang: str, number: int) -> bytes:
    """Return the page of a module of the course at `root`."""
    return write_deck(make(root, lang)[1][number][0])

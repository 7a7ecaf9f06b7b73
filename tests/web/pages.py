"""Pages of slides, written from the decks of the repository's courses, for the tests of the web slides."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from edu.language.words import load_words
from edu.plan.deck import make_deck
from edu.plan.page import Deck
from edu.write.pptx import Template, read_theme
from edu.write.web import write_page
from tests.plan.decks import HOUSE, ROOT, SMALL, make, read

TEMPLATES = ROOT / "templates"
DECKS = [(lang, number) for lang in ("zh_CN", "en") for number in range(3)]
"""Every deck of the flagship course."""


def write_deck(deck: Deck, template: Template = HOUSE) -> bytes:
    """Return the page of `deck` on a theme."""
    return write_page(deck, read_theme(template), load_words(deck.lang, [ROOT / "locales"]), TEMPLATES)


def write_on(template: Template, lang: str) -> bytes:
    """Return the page of the small course on another theme."""
    edition, _ = make(SMALL, lang)
    deck, _ = make_deck(edition, edition.course.modules[0], read_theme(template), read(SMALL).pictures)
    return write_deck(deck, template)


@cache
def write_course(root: Path, lang: str, number: int) -> bytes:
    """Return the page of a module of the course at `root`."""
    return write_deck(make(root, lang)[1][number][0])

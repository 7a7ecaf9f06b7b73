"""Decks planned from a course of the repository, for the tests of the planner and the writers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

import pptx

from edu.language.catalogue import read_catalogue
from edu.language.translate import make_edition
from edu.language.words import load_words
from edu.model.edition import Edition
from edu.model.slides import BaseSlide
from edu.plan.deck import make_deck
from edu.plan.page import Deck
from edu.problems import Problems
from edu.source.read import Reading, read_course
from edu.write.pptx import Template, read_theme

ROOT = Path(__file__).resolve().parents[2]
SMALL = ROOT / "tests" / "courses" / "small"
EXAMPLES = ROOT / "docs" / "examples"
"""Holds one course a language, with the same ids: a slide of every kind, and a question of every kind."""
HOUSE = Template(ROOT / "templates")
SCHOOL = Template(ROOT / "templates", school=(Path(pptx.__file__).parent / "templates" / "default.pptx").read_bytes())
NARROW = Template(ROOT / "templates", "dark", "4:3")


@cache
def read(root: Path) -> Reading:
    """Return the course at `root`, read once."""
    return read_course(root)


def read_in(root: Path, lang: str) -> Reading:
    """Return the course at `root`, or where there is one a language, that in `lang`."""
    return read(root / lang if root == EXAMPLES else root)


@cache
def edit(root: Path, lang: str) -> Edition:
    """Return the edition of the course in `lang`."""
    reading = read_in(root, lang)
    assert reading.course is not None
    catalogue, _ = read_catalogue(root / "locales", lang, ["course", *reading.course.settings.modules])
    return make_edition(reading.course, lang, catalogue, load_words(lang, [ROOT / "locales"]))[0]


@cache
def make(root: Path, lang: str, template: Template = HOUSE) -> tuple[Edition, tuple[tuple[Deck, Problems], ...]]:
    """Return the edition of the course in `lang`, which may be two (`zh_CN+en`), and its decks, planned for `template`."""
    edition, *others = (edit(root, one) for one in lang.split("+"))
    theme, pictures = read_theme(template), read_in(root, edition.lang).pictures
    return edition, tuple(make_deck(edition, module, theme, pictures, *others) for module in edition.course.modules)


def make_set(
    lang: str, *, slides: Mapping[str, Mapping[str, object]] | None = None, **settings: object
) -> tuple[Deck, Problems]:
    """Return the deck of the small course with other settings, and its problems; `slides` are changed fields by slide id."""
    edition, _ = make(SMALL, lang)
    changed = edition.course.settings.model_copy(update=settings)
    edition = replace(edition, course=edition.course.model_copy(update={"settings": changed}))
    module = edition.course.modules[0]
    lesson = [slide.model_copy(update=dict((slides or {}).get(slide.id, {}))) for slide in module.lesson.slides]
    module = module.model_copy(update={"lesson": module.lesson.model_copy(update={"slides": tuple(lesson)})})
    return make_deck(edition, module, read_theme(HOUSE), read(SMALL).pictures)


def plan_slides(*slides: BaseSlide, edition: Edition | None = None) -> tuple[Deck, Problems]:
    """Return a deck of `slides` alone, in the first module of `edition` or of the small course, and its problems."""
    edition = edition or make(SMALL, "zh_CN")[0]
    module = edition.course.modules[0]
    lesson = module.lesson.model_copy(update={"slides": slides, "terms": ()})
    return make_deck(edition, module.model_copy(update={"lesson": lesson}), read_theme(HOUSE), {})

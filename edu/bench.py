"""A course that was read -> a bench: the course in each of its languages, with all that products are made from."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from edu import find_ours
from edu.language.catalogue import Catalogue, read_catalogue
from edu.language.trails import domains_of
from edu.language.translate import judge_gaps, make_edition
from edu.language.words import SOURCE as ENGLISH
from edu.language.words import read_words
from edu.model.course import Course, Module
from edu.model.edition import Edition
from edu.model.locale import PSEUDO
from edu.model.picture import Picture
from edu.problems import Problems, Say
from edu.write.pptx.template import Template

if TYPE_CHECKING:  # the planner is imported where it is used
    from edu.plan.page import Deck
    from edu.plan.theme import Theme


@dataclass(frozen=True, slots=True)
class Materials:
    """What a bench is set up from, in any process: the folder of a course, what was read there, and what decks stand on.

    `web` says whether web slides are made, too, which quizzes then lead to; `fuzzy` whether translations are shown that are
    to be looked at again.
    """

    root: Path
    course: Course
    pictures: Mapping[str, Picture]
    template: Template
    web: bool = False
    fuzzy: bool = False


@dataclass(frozen=True, slots=True)
class Bench:
    """`editions` by gettext name, the source language's first; `templates` is the folder of all templates,
    `template` the one that decks stand on; `web` as in Materials.

    `planned` keeps the decks planned so far, by languages and module: a deck, its web slides and its quiz need the same one.
    """

    editions: Mapping[str, Edition]
    pictures: Mapping[str, Picture]
    templates: Path
    template: Template
    web: bool = False
    planned: dict[tuple[str, str], tuple[Deck, Theme, Problems]] = field(default_factory=dict)
    catalogues: Mapping[str, Catalogue] = field(default_factory=dict)
    """The translations into each language but the source's, by gettext name."""

    def find_module(self, lang: str, module: str) -> Module:
        """Return the module with the id `module` in the language `lang`."""
        return next(found for found in self.editions[lang].course.modules if found.id == module)


def set_up_bench(materials: Materials) -> tuple[Bench, Mapping[str, Problems]]:
    """Return the bench, and what is wrong with the translation into each language."""
    course = materials.course
    source = course.settings.language
    editions: dict[str, Edition] = {}
    ready: dict[str, Callable[..., tuple[Edition, Problems]]] = {}
    catalogues: dict[str, Catalogue] = {}
    problems: dict[str, Problems] = {}
    for lang in dict.fromkeys((source, *course.settings.languages)):
        catalogue, say, faults = _open_language(materials, lang)
        catalogues |= {lang: catalogue} if lang != source and lang not in PSEUDO else {}
        ready[lang] = partial(make_edition, course, lang, catalogue, say, fuzzy=materials.fuzzy)
        editions[lang], missing = ready[lang](lender=editions.get(source))
        problems[lang] = (*faults, *missing)
    # who lends has borrowed nothing but the source's texts, so that no two languages wait for each other
    pairs = [pair for pair in course.settings.fallback_languages.items() if pair[0] in ready and pair[1] in ready]
    editions |= {lang: ready[lang](lender=editions[other])[0] for lang, other in pairs}
    bench = Bench(
        editions, materials.pictures, find_ours("templates"), materials.template, materials.web, catalogues=catalogues
    )
    return bench, problems


def _open_language(materials: Materials, lang: str) -> tuple[Catalogue, Say, Problems]:
    """Return the translations and our own words in `lang`, and what is wrong with their files; a pseudo-language has none."""
    course, locales = materials.course, materials.root / "locales"
    if lang in PSEUDO:
        return *make_pseudo(materials.root, course, lang), ()
    catalogue, unread = read_catalogue(locales, lang, () if lang == course.settings.language else domains_of(course))
    say, unsaid = read_words(lang, find_locales(materials.root), fuzzy=materials.fuzzy)
    return catalogue, say, judge_gaps(course, (*unread, *unsaid))


def make_pseudo(root: Path, course: Course, lang: str) -> tuple[Catalogue, Say]:
    """Return the texts of `course` and our own words in a pseudo-language, made of the English where the course has it."""
    from edu.language.pseudo import make_pseudo_catalogue, make_pseudo_words

    known = ENGLISH in course.settings.languages and course.settings.language != ENGLISH
    english = read_catalogue(root / "locales", ENGLISH, domains_of(course))[0] if known else None
    return make_pseudo_catalogue(course, lang, english), make_pseudo_words(lang)


def check_languages(bench: Bench, languages: Collection[str]) -> Problems:
    """Return what is wrong with the translations into those of `languages` that have a catalogue, remarks among it."""
    from edu.check.paper import set_levels
    from edu.check.translation import check_bitext
    from edu.check.translations.bitext import read_bitext

    course = next(iter(bench.editions.values())).course
    found = (
        check_bitext(read_bitext(course, catalogue, bench.editions[lang].fallbacks))
        for lang, catalogue in bench.catalogues.items()
        if lang in languages
    )
    return set_levels((problem for problems in found for problem in problems), course.settings.lint)


def find_locales(root: Path) -> tuple[Path, ...]:
    """Return the folders where our own words stand: those of the course in `root` before those that we bring along."""
    return tuple(dict.fromkeys((root / "locales", find_ours("locales"))))

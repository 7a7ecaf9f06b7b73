"""The kinds of product: how each is planned and written, what it is called, and how it is used."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from edu.bench import Bench
from edu.convert import Cut, cut_pdf, cut_png
from edu.listing import split_pair
from edu.problems import N_, Plural, Problems

if TYPE_CHECKING:  # python-pptx and the planner are imported where they are used
    from edu.plan.page import Deck
    from edu.plan.theme import Theme

Write = Callable[[], bytes]
Plan = Callable[[Bench, str, str], tuple[Write, Problems]]
"""Given the bench, a language and a module's id: what writes the product, and what is wrong with its plan."""


@dataclass(frozen=True, slots=True)
class Output:
    """A kind of product of a module in a language; with `polyglot`, it holds every other language too.

    `help` says on the index page how it is used, and `entry` where a product that is a folder is entered.
    One that is no `default` is made only where it is asked for.
    With `cut`, what is planned is a deck, and LibreOffice makes of it the PDF that the product is cut from.
    Two languages side by side are shown by all that are not polyglot.
    """

    suffix: str
    label: str
    words: Plural
    help: str
    plan: Plan
    polyglot: bool = False
    default: bool = True
    cut: Cut | None = None
    entry: tuple[str, ...] = ("",)


def _plan_pptx(bench: Bench, lang: str, module: str) -> tuple[Write, Problems]:
    from edu.write.pptx import write_deck

    deck, _, problems = _plan_deck(bench, lang, module)
    return partial(write_deck, deck, bench.template.facing(deck.lang)), problems


def _plan_web(bench: Bench, lang: str, module: str) -> tuple[Write, Problems]:
    from edu.write.web import write_page

    deck, theme, problems = _plan_deck(bench, lang, module)
    return partial(write_page, deck, theme, bench.editions[split_pair(lang)[0]].say, bench.templates), problems


def _plan_deck(bench: Bench, lang: str, module: str) -> tuple[Deck, Theme, Problems]:
    from edu.check.deck import check_deck
    from edu.check.texts import check_texts
    from edu.plan.deck import make_deck
    from edu.write.pptx import read_theme

    if (lang, module) in bench.planned:
        return bench.planned[lang, module]
    theme = read_theme(bench.template.facing(split_pair(lang)[0]))
    edition, *others = (bench.editions[one] for one in split_pair(lang))
    taught = bench.find_module(edition.lang, module)
    deck, problems = make_deck(edition, taught, theme, bench.pictures, *others)
    found = (*problems, *check_deck(deck, theme), *check_texts(taught.lesson, f"{module}/lesson#"))
    bench.planned[lang, module] = deck, theme, found
    return bench.planned[lang, module]


def _plan_html(bench: Bench, lang: str, module: str) -> tuple[Write, Problems]:
    from edu.check.paper import check_paper, check_translations, set_levels
    from edu.check.texts import check_texts
    from edu.plan.quiz import make_quiz
    from edu.write.html import write_quiz

    editions = tuple(bench.editions.values())
    numbers = {name: _number_slides(_plan_deck(bench, name, module)[0]) for name in bench.editions}
    paper, problems = make_quiz(editions, module, numbers)
    says = {name: edition.say for name, edition in bench.editions.items()}
    found = check_texts(bench.find_module(lang, module).quiz, f"{module}/quiz#")
    web = f"{module}.{OUTPUTS['web'].suffix}" if bench.web else ""
    linted = set_levels((*check_paper(paper), *check_translations(editions, module)), editions[0].course.settings.lint)
    return partial(write_quiz, paper, lang, says, bench.templates, web), (*problems, *linted, *found)


def _number_slides(deck: Deck) -> Mapping[str, int]:
    return {slide.id: number for number, slide in enumerate(deck.slides, 1)}


_DECKS = Plural("{count} deck", "{count} decks")
_QUIZZES = Plural("{count} quiz", "{count} quizzes")
_WEB_DECKS = Plural("{count} web deck", "{count} web decks")
_PDFS = Plural("{count} PDF", "{count} PDFs")
_PICTURES = Plural("{count} picture of a slide", "{count} pictures of slides")

_USE_DECK = N_("Slides open in PowerPoint, WPS, Keynote or LibreOffice.")
_USE_QUIZ = N_("Quizzes open in any browser, without a network too.")
_USE_WEB = N_("A web deck opens in any browser, without a network too; its ? key lists all keys, and it prints handouts.")
_USE_PDF = N_("A PDF shows the slides as they are, on any device, to read or to print.")
_USE_PNG = N_("Pictures of slides, one file a slide, go into any document or message.")

OUTPUTS: Mapping[str, Output] = {
    "pptx": Output("pptx", N_("Slides"), _DECKS, _USE_DECK, _plan_pptx),
    "html": Output("quiz.html", N_("Practice quiz"), _QUIZZES, _USE_QUIZ, _plan_html, polyglot=True),
    "web": Output("web.html", N_("Web slides"), _WEB_DECKS, _USE_WEB, _plan_web, default=False),
    "pdf": Output("pdf", N_("Slides as PDF"), _PDFS, _USE_PDF, _plan_pptx, default=False, cut=cut_pdf),
    "png": Output(
        "png",
        N_("Slides as pictures"),
        _PICTURES,
        _USE_PNG,
        _plan_pptx,
        default=False,
        cut=cut_png,
        entry=("/01.png", "/001.png"),
    ),
}
DEFAULTS = tuple(name for name, output in OUTPUTS.items() if output.default)
"""The outputs that are made where none is asked for."""

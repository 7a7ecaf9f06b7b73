"""Papers planned from the courses of the repository, and their pages, for the tests of the quiz."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from edu.language.catalogue import read_catalogue
from edu.language.translate import make_edition
from edu.language.words import load_words
from edu.model.course import map_course
from edu.model.edition import Edition
from edu.plan.paper import Paper
from edu.plan.quiz import make_quiz
from edu.problems import Say
from edu.source.read import read_course
from edu.write.html import write_quiz

ROOT = Path(__file__).resolve().parents[2]
SMALL = ROOT / "tests" / "courses" / "small"
TEMPLATES = ROOT / "templates"
HOSTILE = '</script><script>window.ran=1</script><!-- ]]> {{ 7*7 }} {% raw %} & " \' <img src=x onerror="window.ran=1">'


@cache
def read_editions(root: Path) -> tuple[Edition, ...]:
    """Return the course at `root` in each of its languages, the source's first; one without catalogues speaks English marks."""
    course = read_course(root).course
    assert course is not None
    source = course.settings.language
    languages = [source, *(lang for lang in course.settings.languages if lang != source)]
    domains = ["course", *(module.id for module in course.modules)]
    made = []
    for lang in languages:
        catalogue, _ = read_catalogue(root / "locales", lang, domains)
        edition, _ = make_edition(course, lang, catalogue, say_in(lang))
        marked = lang != source and not (root / "locales").is_dir()
        made.append(mark(edition, lambda text: f"En {text}") if marked else edition)
    return tuple(made)


def say_in(lang: str) -> Say:
    """Return our own words in `lang`."""
    return load_words(lang, [ROOT / "locales"])


def mark(edition: Edition, change: Callable[[str], str]) -> Edition:
    """Return `edition` with every text changed, as if translated so."""
    course = map_course(edition.course, lambda text, _: change(text))
    return replace(edition, course=course, fallbacks={})


def says_of(paper: Paper) -> Mapping[str, Say]:
    """Return our own words in every language of `paper`."""
    return {lang: say_in(lang) for lang in paper.languages}


@cache
def make_paper(root: Path, module: str) -> Paper:
    """Return the paper of a module of the course at `root`."""
    return make_quiz(read_editions(root), module)[0]


def write_page(paper: Paper, lang: str, folder: Path) -> str:
    """Write the page of `paper` that opens in `lang` into `folder` and return its address."""
    path = folder / f"{paper.module}.{lang}.quiz.html"
    path.write_bytes(write_quiz(paper, lang, says_of(paper), TEMPLATES))
    return path.as_uri()

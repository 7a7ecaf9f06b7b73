"""The products of a course that there are -> the page that lists them, and the names of their languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import permutations

from edu.bench import Bench
from edu.language.cldr import name_language
from edu.model.edition import Edition
from edu.plan.runs import language_at, make_runs
from edu.write.index import Link, Listing, Row, Wording, write_index

PLUS = "+"
"""Stands between the names of two languages side by side."""

FindLinks = Callable[[str, str], tuple[Link, ...]]
"""Given a language, or two side by side, and a module's id: the products that there are."""


def split_pair(lang: str) -> tuple[str, ...]:
    """Return the languages in the name of one, or of two side by side (`zh_CN+en`)."""
    return tuple(lang.split(PLUS))


def name_languages(lang: str) -> str:
    """Return the name in itself of a language, or of two: `简体中文 + English`."""
    return f" {PLUS} ".join(name_language(one) for one in split_pair(lang))


def make_index(bench: Bench, find_links: FindLinks) -> bytes:
    """Return the index page of all products of the course that there are."""
    first = next(iter(bench.editions.values()))
    titles = dict.fromkeys(_word(edition, edition.course.settings.title, "course#title") for edition in bench.editions.values())
    langs = (*bench.editions, *(PLUS.join(pair) for pair in permutations(bench.editions, 2)))
    rows = [tuple(_list_rows(bench, module.id, langs, find_links)) for module in first.course.modules]
    says = {lang: edition.say for lang, edition in bench.editions.items()}
    listing = Listing(tuple(titles), tuple(found for found in rows if found))
    return write_index(listing, {lang: name_languages(lang) for lang in langs}, says, bench.templates)


def _list_rows(bench: Bench, module: str, langs: tuple[str, ...], find_links: FindLinks) -> Iterator[Row]:
    for lang in langs:
        edition = bench.editions[split_pair(lang)[0]]
        if links := find_links(lang, module):
            title = bench.find_module(edition.lang, module).lesson.title
            yield Row(edition.lang, lang, _word(edition, title, f"{module}/lesson#title"), links)


def _word(edition: Edition, text: str, trail: str) -> Wording:
    return Wording("".join(run.text for run in make_runs(edition, text, trail)), language_at(edition, trail))

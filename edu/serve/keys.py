"""A course in its languages -> for each text that a page may show, where its translation stands and how it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from edu.bench import Bench
from edu.language.catalogue import Translation
from edu.language.trails import domain_of, find_noted, has_words, reference_of
from edu.listing import split_pair
from edu.model.course import list_course_prose
from edu.model.edition import Edition
from edu.model.inline import split_paragraphs
from edu.model.locale import web_tag
from edu.model.prose import Notes, Plain, Prose
from edu.outputs import OUTPUTS
from edu.plan.runs import Runs, make_runs, plain_runs

State = Literal["missing", "fuzzy", "held", "translated", "source"]
"""How a translation is; `held`: it is there, but not shown, since its question lacks another. `source`: needs none."""

_PATTERN = re.compile(r"facts#facts\[([^\]]+)\]\.pattern")


@dataclass(frozen=True, slots=True)
class Key:
    """A text of the course in a language: how a page may show it, and where a translator finds it.

    `line` of `file` (relative to the course) is 0 where the text has no entry there yet.
    """

    texts: tuple[str, ...]
    trail: str
    msgid: str
    file: str
    line: int
    state: State


def list_keys(bench: Bench, name: str) -> Mapping[str, tuple[Key, ...]]:
    """Return the keys of the texts that the page `name` (`en/strategy.quiz.html`) may show, by BCP 47 tags of its languages.

    A page of another name, which no build makes, has none.
    """
    languages, _, file = name.partition("/")
    module, _, suffix = file.partition(".")
    output = next((output for output in OUTPUTS.values() if output.suffix == suffix), None)
    source, *_ = bench.editions.values()
    known = [found.id for found in source.course.modules]
    if output is None or module not in known or not {*split_pair(languages)} <= bench.editions.keys():
        return {}
    shown = tuple(bench.editions) if output.polyglot else split_pair(languages)
    return {web_tag(lang): tuple(_list_keys(bench, lang, module)) for lang in shown}


def _list_keys(bench: Bench, lang: str, module: str) -> Iterator[Key]:
    source = next(iter(bench.editions.values())).course
    edition, catalogue = bench.editions[lang], bench.catalogues.get(lang)
    shown = dict(list_course_prose(edition.course))
    for trail, msgid in list_course_prose(source):
        domain = domain_of(trail)
        if domain not in (module, "course") or not has_words(msgid):
            continue
        texts = tuple(_word_text(edition, shown[trail], trail))
        if catalogue is None:
            yield Key(texts, trail, msgid, reference_of(trail).partition("#")[0], 0, "source")
            continue
        found = catalogue.find(trail, msgid, find_noted(source, trail).context)
        file = found.place.file if found else f"locales/{lang}/LC_MESSAGES/{domain}.po"
        yield Key(texts, trail, msgid, file, found.place.line if found else 0, _judge(found, held=trail in edition.fallbacks))


def _judge(found: Translation | None, *, held: bool) -> State:
    if not found or not found.text:
        return "missing"
    return "fuzzy" if found.fuzzy else "held" if held else "translated"


def _word_text(edition: Edition, text: Prose, trail: str) -> Iterator[str]:
    """Yield each paragraph of the text as a reader sees it, without its marks: figures are filled in, gaps are nothing."""
    if pattern := _PATTERN.fullmatch(trail):
        if figure := edition.figures.get(pattern[1]):
            yield from (figure.sentence, figure.short, figure.unit)
    elif isinstance(text, Plain):
        yield _join(plain_runs(edition, text, trail))
    else:
        paragraphs = split_paragraphs(text) if isinstance(text, Notes) else (text,)
        yield from (_join(make_runs(edition, paragraph, trail)) for paragraph in paragraphs)


def _join(runs: Runs) -> str:
    return "".join(run.text for run in runs)

"""A planned deck on its theme -> what someone would miss in it who hears it, sees badly, or sits in the last row.

docs/accessibility.md lists the rules, and which of them PowerPoint's own checker has.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from edu.check.alternatives import find_missing_alternatives, find_poor_alternatives
from edu.check.contrast import find_low_contrasts, find_pale_entities, find_unknown_grounds
from edu.check.graphics import find_equal_colours, find_table_faults
from edu.check.order import find_reading_faults
from edu.check.sizes import find_small_texts
from edu.model.locale import EAST_ASIAN, script_of
from edu.model.prose import join_trail
from edu.plan.fold import fold_text
from edu.plan.page import Box, Deck, Filled, Paragraph, Slide, Table, list_parts
from edu.plan.theme import Theme
from edu.problems import Code, Problem, Problems

Rule = Callable[[Deck, Theme], Iterator[Problem]]

_NUMBER = r"(?:\d+|[ivx]+|[一二三四五六七八九十]+)"
_DEFAULT_NAME = re.compile(
    rf"(?:default|untitled|new) section|(?:section|part|chapter) ?{_NUMBER}|(?:默认|无标题|新|預設|無標題)节?節?"
    rf"|第?{_NUMBER}[节節章]|第{_NUMBER}部分|部分{_NUMBER}"
)
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def find_equal_titles(deck: Deck, theme: Theme) -> Iterator[Problem]:
    """Yield each slide whose title an earlier slide has: a translation can make two titles equal that were not."""
    seen: set[str] = set()
    for slide in deck.slides:
        title = " ".join(slide.title.casefold().split())
        if title in seen:
            yield Problem(Code.EQUAL_TITLES, join_trail(slide.trail, "title"), {"title": slide.title, "lang": deck.lang})
        seen.add(title)


def find_missing_titles(deck: Deck, theme: Theme) -> Iterator[Problem]:
    """Yield the deck and each slide whose title has nothing in it that can be seen."""
    if not fold_text(deck.title):
        yield Problem(Code.NO_DOCUMENT_TITLE, f"{deck.id}/lesson#title", {"lang": deck.lang})
    for slide in deck.slides:
        if not fold_text(slide.title):
            yield Problem(Code.NO_TITLE, join_trail(slide.trail, "title"), {"lang": deck.lang})


def find_section_faults(deck: Deck, theme: Theme) -> Iterator[Problem]:
    """Yield each section without a name of its own."""
    trails = {slide.id: slide.trail for slide in deck.slides}
    titles = {slide.id: fold_text(slide.title) for slide in deck.slides}
    seen: dict[str, str] = {}
    for section in deck.sections:
        name, first = fold_text(section.name), section.slides[0]
        other = seen.setdefault(name, first)
        written = other if trails[first].endswith("#") else first  # the last section is ours
        trail, values = join_trail(trails[written], "title"), {"name": section.name, "lang": deck.lang}
        if not name:
            yield Problem(Code.NO_SECTION_NAME, trail, {"lang": deck.lang})
        elif _DEFAULT_NAME.fullmatch(name):
            yield Problem(Code.DEFAULT_SECTION_NAME, trail, values)
        elif other != first and titles[other] != titles[first]:  # equal titles are told as such
            yield Problem(Code.EQUAL_SECTIONS, trail, values)


def find_run_languages(deck: Deck, theme: Theme) -> Iterator[Problem]:
    """Yield the first text of each slide that says no language, or one that is not written in its letters."""
    for slide in deck.slides:
        runs = (run for paragraph in _list_paragraphs(slide) for run in paragraph.runs)
        wrong = (run for run in runs if not run.lang or (_WIDE.search(run.text) and script_of(run.lang) not in EAST_ASIAN))
        if found := next(wrong, None):
            yield Problem(Code.RUN_LANGUAGE, slide.trail, {"text": found.text[:24]})


def _list_paragraphs(slide: Slide) -> Iterator[Paragraph]:
    yield from slide.notes
    for part in list_parts(slide):
        match part:
            case Filled():
                yield from part.text.paragraphs
            case Box() if part.text:
                yield from part.text.paragraphs
            case Table():
                yield from (paragraph for row in part.rows for cell in row for paragraph in cell.text.paragraphs)
            case _:
                pass


RULES: tuple[Rule, ...] = (
    find_missing_titles,
    find_equal_titles,
    find_section_faults,
    find_missing_alternatives,
    find_poor_alternatives,
    find_table_faults,
    find_equal_colours,
    find_pale_entities,
    find_low_contrasts,
    find_unknown_grounds,
    find_small_texts,
    find_reading_faults,
    find_run_languages,
)


def check_deck(deck: Deck, theme: Theme) -> Problems:
    """Return what every rule finds in `deck`, which was planned on `theme`."""
    return tuple(problem for rule in RULES for problem in rule(deck, theme))

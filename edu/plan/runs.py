"""A text of the course -> its runs: figures filled in, split by language and style."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from edu.model.edition import Edition, FigureText
from edu.model.inline import Part, parse_inline
from edu.model.locale import EAST_ASIAN, script_of
from edu.plan.theme import Colour

BREAK = "\v"
"""Ends a line inside a paragraph; no text of a course holds it."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one language (gettext name) and one style.

    `blank` is the id of a cloze's gap; its text is empty. `scale` is its size in relation to its paragraph's; `colour` one of
    its own. A line ends at each `BREAK` in the text. `least` marks the second of two languages until its paragraph's size is
    settled: the points that it has at least.
    """

    text: str
    lang: str
    bold: bool = False
    emphasis: bool = False
    code: bool = False
    href: str = ""
    blank: str = ""
    scale: float = 1
    colour: Colour | None = None
    least: float = 0

    @property
    def wide(self) -> bool:
        """Whether the run is East Asian text."""
        return script_of(self.lang) in EAST_ASIAN


Runs = tuple[Run, ...]

_WIDE = (
    "\u1100-\u11ff\u2e80-\u303f\u3040-\u30ff\u3100-\u31ff\u3200-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f"
    "\uff00-\uffef\U00020000-\U0003ffff"
)
_SHARED = "\u2018\u2019\u201c\u201d\u2026\u2014\u00b7"
"""Marks that Chinese and Latin text share: they belong to the text round them."""
_STRETCH = re.compile(rf"(?P<wide>[{_WIDE}]+)|(?P<shared>[{_SHARED}]+)|(?P<space>[^\S{_WIDE}]+)|[^\s{_WIDE}{_SHARED}]+")


def make_runs(edition: Edition, text: str, trail: str) -> Runs:
    """Return the runs of `text`, which stands at `trail`; figures are those of its language."""
    lang = language_at(edition, trail)
    figures = edition.fallbacks.get(trail, edition).figures
    runs = tuple(run for part in parse_inline(text) for run in _runs_of_part(edition, part, lang, figures))
    return mark_runs(runs, lang) if edition.marked and trail in edition.fallbacks else runs


_BRACKETS = {True: ("【", "】"), False: ("[", "]")}


def mark_runs(runs: Runs, lang: str) -> Runs:
    """Return `runs`, which are in `lang` for want of a translation, in brackets."""
    left, right = _BRACKETS[script_of(lang) in EAST_ASIAN]
    return (Run(left, lang), *runs, Run(right, lang))


def plain_runs(edition: Edition, text: str, trail: str = "") -> Runs:
    """Return the runs of a text that has no markup: one of our own, or the course's at `trail`."""
    return tuple(split_by_language(Run(text, language_at(edition, trail)), edition))


def merge_runs(runs: Iterable[Run]) -> Runs:
    """Return `runs` with neighbours of one language and style made one."""
    merged: list[Run] = []
    for run in runs:
        if merged and not run.blank and _look(merged[-1]) == _look(run):
            merged[-1] = replace(run, text=merged[-1].text + run.text)
        else:
            merged.append(run)
    return tuple(merged)


def _look(run: Run) -> tuple[str | bool | float | None, ...]:
    return run.lang, run.bold, run.emphasis, run.code, run.href, run.blank, run.scale, run.colour, run.least


def language_at(edition: Edition, trail: str) -> str:
    """Return the gettext name of the language that the text at `trail` is in: a text without translation keeps another's."""
    return edition.fallbacks.get(trail, edition).lang


def _runs_of_part(edition: Edition, part: Part, lang: str, figures: Mapping[str, FigureText]) -> Iterator[Run]:
    if part.blank:
        yield Run("", lang, blank=part.blank)
        return
    text = part.text
    if part.fact:
        figure = figures.get(part.fact)
        text = (figure.short if part.form == "short" else figure.sentence) if figure else part.text
    run = Run(text, lang, part.bold, part.emphasis, part.code, part.href)
    yield from split_by_language(run, edition)


def split_by_language(run: Run, edition: Edition) -> Iterator[Run]:
    """Yield `run` cut where East Asian text meets other text, each piece in the course's language of that script."""
    wide = run.lang if run.wide else _first(edition, wide=True, default="zh_CN")
    narrow = run.lang if not run.wide else _first(edition, wide=False, default="en")
    for text, is_wide in _pieces(run.text, run.wide):
        yield replace(run, text=text, lang=wide if is_wide else narrow)


def _first(edition: Edition, *, wide: bool, default: str) -> str:
    languages = (edition.course.settings.language, *edition.course.settings.languages)
    return next((lang for lang in languages if (script_of(lang) in EAST_ASIAN) == wide), default)


def _pieces(text: str, wide: bool) -> Iterator[tuple[str, bool]]:
    """Yield the stretches of `text` with whether each is East Asian; spaces join what is before them."""
    piece, state = "", wide
    for found in _STRETCH.finditer(text):
        now = {"wide": True, "shared": wide, "space": state}.get(found.lastgroup or "", False)
        if now != state and piece:
            yield piece, state
            piece = ""
        piece, state = piece + found.group(), now
    if piece:
        yield piece, state

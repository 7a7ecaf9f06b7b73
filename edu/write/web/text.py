"""Texts of a planned deck -> paragraphs, lists and runs of a page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from markupsafe import Markup, escape

from edu.model.locale import web_tag
from edu.plan.page import HANG, Jump, Paragraph
from edu.plan.runs import BREAK, Run
from edu.plan.theme import Paint
from edu.write.web.sheet import Sheet, write_number

Mark = Literal["none", "dot", "number", "letter"]

_NARROW = re.compile(r"([!-~]+(?: [!-~]+)*)")
"""Letters, digits and signs that a Latin face has."""
_LISTS = {"dot": "ul", "number": "ol", "letter": "ol"}


@dataclass(frozen=True, slots=True)
class Voice:
    """What texts are drawn with: the style sheet, and whether the deck has a slide of that id to lead to."""

    sheet: Sheet
    leads: Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Body:
    """What paragraphs inherit from the place that they stand in: the mark before them, its indent and the gap in points.

    `clicks` are those of the slide, from 1, at which the paragraphs appear; 0, or none, where they are there at once.
    """

    mark: Mark = "none"
    indent: float = 0
    gap: float = 0
    clicks: tuple[int, ...] = ()


def draw_element(tag: str, inner: Markup, *classes: str, **attributes: str) -> Markup:
    """Return an element; an attribute's `_` stands for `-`, and an empty one is left out."""
    named = {"class": " ".join(name for name in classes if name), **attributes}
    written = "".join(f' {key.strip("_").replace("_", "-")}="{escape(value)}"' for key, value in named.items() if value)
    return Markup(f"<{tag}{written}>{inner}</{tag}>")


def draw_paragraphs(voice: Voice, paragraphs: Sequence[Paragraph], body: Body) -> Markup:
    """Return the paragraphs; those with a mark before them stand in lists."""
    marked = [(_find_mark(paragraph, body), index, paragraph) for index, paragraph in enumerate(paragraphs)]
    drawn = Markup("")
    for mark, found in groupby(marked, key=lambda entry: entry[0]):
        entries = tuple(found)
        tag = "p" if mark == "none" else "li"
        inner = Markup("").join(_draw_paragraph(voice, tag, paragraph, body, index) for _, index, paragraph in entries)
        drawn += inner if mark == "none" else _draw_list(mark, inner, entries[0][2])
    return drawn


def _find_mark(paragraph: Paragraph, body: Body) -> Mark:
    return body.mark if paragraph.bullet == "inherit" else paragraph.bullet


def _draw_list(mark: Mark, items: Markup, first: Paragraph) -> Markup:
    letters = "A" if mark == "letter" else ""
    return draw_element(_LISTS[mark], items, type=letters, start=str(first.first or "") if mark == "number" else "")


def _draw_paragraph(voice: Voice, tag: str, paragraph: Paragraph, body: Body, index: int) -> Markup:
    before = 0 if index == 0 else body.gap if paragraph.before is None else paragraph.before
    indent = HANG if paragraph.bullet in ("number", "letter") else body.indent
    placed = voice.sheet.place(
        f"margin-top:{write_number(before)}px" if before else "",
        f"font-size:{write_number(paragraph.size)}px" if paragraph.size else "",
        f"text-align:{paragraph.align}" if paragraph.align else "",
        f"padding-inline-start:{write_number(indent)}px" if tag == "li" else "",
    )
    value = str(paragraph.first) if paragraph.bullet == "letter" else ""
    click = str(body.clicks[index] or "") if body.clicks else ""
    return draw_element(tag, draw_runs(voice, paragraph), placed, *look_of(voice, paragraph), value=value, data_click=click)


def look_of(voice: Voice, paragraph: Paragraph) -> tuple[str, ...]:
    """Return the classes of a paragraph's own colour and weight."""
    colour = f"color:{voice.sheet.shade(Paint(paragraph.colour))}" if paragraph.colour else ""
    weight = "" if paragraph.bold is None else f"font-weight:{700 if paragraph.bold else 400}"
    return (voice.sheet.look(colour), voice.sheet.look(weight))


def draw_runs(voice: Voice, paragraph: Paragraph) -> Markup:
    """Return the paragraph's runs, each in its language."""
    runs = [run for run in paragraph.runs if run.text]
    end = next((i for i, run in enumerate(runs) if run.text == BREAK), len(runs))
    return Markup("").join(_draw_run(voice, run) for run in runs[:end]) + _draw_second(voice, runs[end:])


def _draw_second(voice: Voice, runs: Sequence[Run]) -> Markup:
    """Return the second of two languages, whose `runs` start with a break: a block, with lines as high as its own size."""
    if not runs:
        return Markup("")
    scale = runs[0].scale
    inner = Markup("").join(_draw_run(voice, replace(run, scale=run.scale / scale)) for run in runs[1:])
    size = voice.sheet.place(f"font-size:{write_number(scale)}em" if scale != 1 else "")
    return draw_element("span", inner, "second", size, lang=web_tag(runs[0].lang))


def draw_jump(voice: Voice, jump: Jump | None) -> Markup:
    """Return the link that lies over a whole shape; nothing where it leads nowhere."""
    if not jump or (jump.slide and not voice.leads(jump.slide)):
        return Markup("")
    back = "" if jump.slide else "return"
    return draw_element("a", Markup(""), "jump", href=f"#{jump.slide}", aria_label=jump.tip, title=jump.tip, data_command=back)


def _draw_run(voice: Voice, run: Run) -> Markup:
    inner = Markup("<br>").join(_draw_text(line, run.wide) for line in run.text.split(BREAK))
    for tag, wanted in (("code", run.code), ("em", run.emphasis), ("strong", run.bold)):
        inner = draw_element(tag, inner) if wanted else inner
    if run.href:
        inner = draw_element("a", inner, href=run.href, rel="noopener noreferrer", target="_blank")
    scale = voice.sheet.place(f"font-size:{write_number(run.scale)}em" if run.scale != 1 else "")
    colour = voice.sheet.look(f"color:{voice.sheet.shade(Paint(run.colour))}" if run.colour else "")
    return draw_element("span", inner, scale, colour, lang=web_tag(run.lang))


def _draw_text(text: str, wide: bool) -> Markup:
    """Return the text; in East Asian text, what Office sets in the Latin face is marked."""
    if not wide:
        return escape(text)
    parts = enumerate(_NARROW.split(text))
    return Markup("").join(draw_element("i", escape(part), "n") if index % 2 else escape(part) for index, part in parts)


def draw_notes(voice: Voice, paragraphs: Iterable[Paragraph]) -> Markup:
    """Return what the teacher says, as plain paragraphs."""
    return Markup("").join(draw_element("p", draw_runs(voice, paragraph)) for paragraph in paragraphs)

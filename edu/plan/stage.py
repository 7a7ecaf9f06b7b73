"""What the plan of a slide draws on, and the few steps that all kinds share: paragraphs, filling a slot, telling an excess."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from edu.model.course import Module
from edu.model.edition import Edition
from edu.model.facts import Fact
from edu.model.inline import split_paragraphs
from edu.model.picture import Picture
from edu.plan.fit import Room, count_excess, fit_size
from edu.plan.page import Box, Filled, Glyph, PageItem, Paragraph, Text
from edu.plan.runs import Run, make_runs, merge_runs, plain_runs
from edu.plan.theme import Anchor, Colour, Frame, Paint, Shape, Slot, Theme
from edu.problems import Code, Problem, Problems
from edu.style import ICON_GRID

_ICON, _SMALLEST_ICON = 52.0, 20.0
"""Sides of the largest and the smallest icon, in points."""

NO_MARGINS = (0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Stage:
    """One module of an edition on a theme."""

    edition: Edition
    module: Module
    theme: Theme
    pictures: Mapping[str, Picture]
    ranks: Mapping[str, int]
    sections: tuple[str, ...]
    appendix: tuple[str, ...] = ()
    """`ranks` are the places of the facts in the book, by id, and `sections` the ids of the slides that start one: with them
    a slide costs the same in a long lesson as in a short one. `appendix` are the ids of the pages that we add at the end."""

    @property
    def lang(self) -> str:
        return self.edition.lang

    def slot(self, layout: str, name: str) -> Slot:
        """Return the slot of that name."""
        return self.theme.layouts[layout].slots[name]

    def list_facts(self, ids: Iterable[str]) -> tuple[Fact, ...]:
        """Return the facts that are called so, each once, in the order of the book."""
        facts = self.edition.course.book.facts
        return tuple(facts[rank] for rank in sorted({self.ranks[id] for id in ids if id in self.ranks}))

    def find_unit(self, fact: str) -> str:
        """Return the unit of a fact; "" where it has none."""
        return next((found.unit or "" for found in self.list_facts((fact,))), "")

    def find_pattern(self, fact: str) -> str:
        """Return the author's own text round a fact's number (`{n}家企业`); "" where there is none."""
        return next((str(found.pattern or "") for found in self.list_facts((fact,))), "")

    def say(self, msgid: str, **values: str | int) -> str:
        """Return one of our own words in the deck's language."""
        return self.edition.say(msgid).format(**values)


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a kind puts on one page besides title, source line and notes; `title` where it differs from the slide's."""

    layout: str
    items: tuple[PageItem, ...]
    problems: Problems = ()
    title: Paragraph | None = None
    remarks: tuple[Paragraph, ...] = ()
    notes: tuple[Paragraph, ...] = ()


def make_stage(edition: Edition, module: Module, theme: Theme, pictures: Mapping[str, Picture]) -> Stage:
    """Return the stage for the deck of `module`."""
    ranks = {fact.id: rank for rank, fact in enumerate(edition.course.book.facts)}
    sections = tuple(slide.id for slide in module.lesson.slides if slide.kind == "section")
    return Stage(edition, module, theme, pictures, ranks, sections)


ENTITIES: tuple[Colour, ...] = ("accent2", "accent3", "accent4", "accent5")


def entity_colour(stage: Stage, entity: str | None) -> Colour:
    """Return the theme colour of an entity: `accent2` for the first; the concepts' where there is none."""
    ids = [e.id for e in stage.edition.course.settings.entities]
    return ENTITIES[ids.index(entity)] if entity in ids else "accent1"


def spare_colours(stage: Stage) -> Iterator[Colour]:
    """Yield colours that tell apart what is no entity: those of the theme that no entity has; the concepts' for the rest."""
    yield from ENTITIES[len(stage.edition.course.settings.entities) :]
    while True:
        yield "accent1"


def prose(stage: Stage, text: str, trail: str, base: Paragraph | None = None) -> Paragraph:
    """Return the paragraph of a text of the course, in the style of `base`."""
    runs = make_runs(stage.edition, text, trail)
    return replace(base, runs=runs) if base else Paragraph(runs)


def own(stage: Stage, text: str, base: Paragraph | None = None, trail: str = "") -> Paragraph:
    """Return the paragraph of a text without markup: our own words, or a plain text of the course at `trail`."""
    runs = plain_runs(stage.edition, text, trail)
    return replace(base, runs=runs) if base else Paragraph(runs)


def name_entity(stage: Stage, entity: str, base: Paragraph | None = None) -> Paragraph:
    """Return the name of an entity, in the style of `base`."""
    names = {e.id: e.name for e in stage.edition.course.settings.entities}
    return prose(stage, names.get(entity, entity), f"course#entities[{entity}].name", base)


def say_round(stage: Stage, msgid: str, gap: str, inner: Paragraph) -> Paragraph:
    """Return our own words with a text of the course where they hold `{gap}`; each stays in its own language."""
    before, _, after = stage.edition.say(msgid).partition(f"{{{gap}}}")
    return replace(inner, runs=merge_runs((*own(stage, before).runs, *inner.runs, *own(stage, after).runs)))


def join_texts(stage: Stage, texts: Iterable[Paragraph], joint: str) -> Paragraph:
    """Return one paragraph without a bullet: the texts parted by `joint`."""
    runs: list[Run] = []
    for i, text in enumerate(texts):
        runs += [*(own(stage, joint).runs if i else ()), *text.runs]
    return Paragraph(merge_runs(runs), bullet="none")


def notes_of(stage: Stage, text: str, trail: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a `Notes` text."""
    return tuple(prose(stage, part, trail) for part in split_paragraphs(text))


def diagram_area(stage: Stage) -> Frame:
    """Return where a diagram may stand: the room that a table or a list would take."""
    return stage.slot("Table", "Table").frame


def room_of(slot: Slot, frame: Frame | None = None) -> Room:
    """Return the room for text in `slot`, moved to `frame` where that is given."""
    area = (frame or slot.frame).inset(*slot.margins)
    return Room(area.w, area.h, slot.indent, slot.gap, slot.face)


def fill_slot(
    stage: Stage,
    layout: str,
    name: str,
    paragraphs: Sequence[Paragraph],
    ladder: Sequence[float],
    trail: str,
    frame: Frame | None = None,
) -> tuple[Filled, Problems]:
    """Return `paragraphs` in the slot at the largest size that fits, and a Problem where none does."""
    slot = stage.slot(layout, name)
    room = room_of(slot, frame)
    weighed = [replace(p, bold=slot.bold) if p.bold is None else p for p in paragraphs]
    size = fit_size([weighed], [room], ladder)
    problems = () if size else (too_long(stage, weighed, room, ladder[-1], trail),)
    return Filled(name, sized(stage, paragraphs, size or ladder[-1], slot.size), frame), problems


def sized(stage: Stage, paragraphs: Sequence[Paragraph], size: float, inherited: float = 0) -> Text:
    """Return the text with `size` on each paragraph without one of its own, unless the slot has that size already."""
    use = None if size == inherited else size
    return Text(tuple(p if p.size or p.size == use else replace(p, size=use) for p in paragraphs), stage.lang)


def too_long(stage: Stage, paragraphs: Sequence[Paragraph], room: Room, size: float, trail: str) -> Problem:
    """Return the Problem that a text does not fit, with about how many characters it is too long."""
    excess = count_excess(paragraphs, room, size)
    return Problem(Code.TOO_LONG, trail, {"excess": excess, "lang": stage.lang})


def find_excesses(
    stage: Stage, texts: Sequence[Sequence[Paragraph]], rooms: Sequence[Room], size: float, trail: str, field: str
) -> Problems:
    """Return a Problem for each text that does not fit its room at `size`."""
    found = []
    for i, (text, room) in enumerate(zip(texts, rooms, strict=True)):
        if fit_size([text], [room], (size,)) is None:
            found.append(too_long(stage, text, room, size, f"{trail}[{i}]{field}"))
    return tuple(found)


def make_box(
    stage: Stage,
    name: str,
    frame: Frame,
    paragraphs: Sequence[Paragraph] = (),
    *,
    fill: Paint | None = None,
    shape: Shape = "rect",
    size: float = 18,
    anchor: Anchor = "middle",
    margins: tuple[float, float, float, float] = (8, 6, 8, 6),
) -> Box:
    """Return a shape with text at `size`, or a decorative one without."""
    text = sized(stage, paragraphs, size) if paragraphs else None
    return Box(name, frame, shape, fill, None, text, anchor, margins, size)


def make_icon(stage: Stage, name: str, frame: Frame, paint: Paint) -> Glyph:
    """Return the icon that stands for `name`, in a square frame; it is decorative: what it says stands in words beside it."""
    line = frame.w * 2 / ICON_GRID
    return Glyph(f"Icon {name}", frame, stage.theme.icons[name], ICON_GRID, line=paint, width=line)


def icon_beside(stage: Stage, layout: str, slot: str, name: str, paint: Paint) -> tuple[Glyph, ...]:
    """Return the icon for `name` in the left margin of a slot; none where that is no place for one."""
    place = stage.slot(layout, slot)
    side = min(_ICON, place.margins[0] * 0.68, place.frame.h * 0.6)
    if side < _SMALLEST_ICON:
        return ()
    y = place.frame.y + (place.margins[1] if place.anchor == "top" else (place.frame.h - side) / 2)
    return (make_icon(stage, name, Frame(place.frame.x + (place.margins[0] - side) / 2, y, side, side), paint),)


def box_room(stage: Stage, frame: Frame, margins: tuple[float, float, float, float] = (8, 6, 8, 6), gap: float = 0) -> Room:
    """Return the room for text in a shape."""
    area = frame.inset(*margins)
    return Room(area.w, area.h, 0, gap, stage.theme.face)


def plain(paragraph: Paragraph) -> str:
    """Return the paragraph's text."""
    return "".join(run.text for run in paragraph.runs)


def bold_run(stage: Stage, text: str) -> tuple[Run, ...]:
    """Return `text` as bold runs."""
    return tuple(replace(run, bold=True) for run in plain_runs(stage.edition, text))

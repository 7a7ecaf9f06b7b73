"""What the plan of a slide draws on, and the few steps that all kinds share: paragraphs, filling a slot, telling an excess."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, zip_longest

from edu.model.course import Module, list_course_prose
from edu.model.edition import Edition
from edu.model.facts import Fact
from edu.model.inline import split_paragraphs
from edu.model.locale import UNSPACED, direction_of, script_of
from edu.model.picture import Picture
from edu.model.prose import list_prose
from edu.plan.colour import READABLE, find_colour, measure_contrast
from edu.plan.cuts import Words, find_words
from edu.plan.fit import BODY, Room, count_excess, fit_size, start_at
from edu.plan.page import Box, Filled, Glyph, PageItem, Paragraph, Text
from edu.plan.pair import TO_LEFT, TO_RIGHT, join_pair, plain, settle_pair
from edu.plan.runs import BREAK, Run, make_runs, merge_runs, plain_runs
from edu.plan.theme import Anchor, Colour, Frame, Paint, Shape, Slot, Theme
from edu.problems import Code, Problem, Problems
from edu.style import ICON_GRID

_ICON, _SMALLEST_ICON = 52.0, 20.0
"""Sides of the largest and the smallest icon, in points."""

SMALL_PAIR = 16.0
"""The least size of running text where two languages have little room, in points."""
_SMALLER = (15.0, 14.0)
"""What such a text may have that fits in no other way and cannot go on on a next page; the checks tell that it is small."""
_WIDE = 900.0
"""A page is wide from so many points on."""

SECOND, SECOND_SMALL, SECOND_LINE = 16.0, 14.0, 12.0
"""The least size of a second language in points: in running text, in cells and labels, among sources."""

NO_MARGINS = (0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Stage:
    """One module of an edition on a theme; where another language stands beside it, `second` is the stage of that one."""

    edition: Edition
    module: Module
    theme: Theme
    pictures: Mapping[str, Picture]
    ranks: Mapping[str, int]
    sections: tuple[str, ...]
    appendix: tuple[str, ...] = ()
    """`ranks` are the places of the facts in the book, by id, and `sections` the ids of the slides that start one: with them
    a slide costs the same in a long lesson as in a short one. `appendix` are the ids of the pages that we add at the end."""
    words: Words = field(default_factory=Words)
    """What the lesson tells of its words, which the lines of titles shall not cut."""
    second: Stage | None = None
    texts: Mapping[str, str] = field(default_factory=dict)
    """The course's texts by their trails, where those that a kind holds are in another language."""
    least: float = SECOND

    @property
    def lang(self) -> str:
        return self.edition.lang

    @property
    def name(self) -> str:
        """Return the language, or both: `zh_CN+en`."""
        return f"{self.lang}+{self.second.lang}" if self.second else self.lang

    @property
    def leftward(self) -> bool:
        """Whether the language is written from right to left."""
        return direction_of(self.lang) == "rtl"

    @property
    def arrow(self) -> str:
        """Return the arrow that leads on in the language's direction."""
        return "←" if self.leftward else "→"

    @property
    def turn(self) -> str:
        """Return the mark that the second language begins with beside the first: none where both have one direction."""
        if self.second is None or self.second.leftward == self.leftward:
            return ""
        return TO_LEFT if self.second.leftward else TO_RIGHT

    def word(self, text: str, trail: str) -> str:
        """Return the text at `trail` in the stage's language, where `text` may be in another."""
        return self.texts.get(trail, text)

    def shrunk(self, least: float) -> Stage:
        """Return the stage for texts whose second language may have `least` points."""
        return replace(self, least=least)

    def slot(self, layout: str, name: str) -> Slot:
        """Return the slot of that name."""
        return self.theme.layouts[layout].slots[name]

    def sizes(self, layout: str, name: str, ladder: Sequence[float], *, splits: bool = False) -> Sequence[float]:
        """Return the sizes to be tried in a slot: `ladder`, or those from the slot's own down where that is the school's."""
        slot, ladder = self.slot(layout, name), self.steps(ladder, splits=splits)
        return start_at(slot.size, ladder) if slot.given else ladder

    def steps(self, ladder: Sequence[float], *, splits: bool = False) -> Sequence[float]:
        """Return `ladder`, and below running text's least size smaller ones where two languages have little room.

        What `splits` goes on on a next page before it becomes too small.
        """
        if not self.tight or ladder[-1] != BODY[-1]:
            return ladder
        return (*ladder, SMALL_PAIR) if splits else (*ladder, SMALL_PAIR, *_SMALLER)

    @property
    def tight(self) -> bool:
        """Whether two languages have less room than on the house theme's wide page."""
        return self.second is not None and (self.theme.school or self.theme.width < _WIDE)

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


def make_stage(
    edition: Edition, module: Module, theme: Theme, pictures: Mapping[str, Picture], second: Edition | None = None
) -> Stage:
    """Return the stage for the deck of `module`, with the language of `second` beside the first."""
    ranks = {fact.id: rank for rank, fact in enumerate(edition.course.book.facts)}
    sections = tuple(slide.id for slide in module.lesson.slides if slide.kind == "section")
    stage = Stage(edition, module, theme, pictures, ranks, sections, words=_find_words(edition, module))
    if second is None:
        return stage
    same = next(found for found in second.course.modules if found.id == module.id)
    texts = {trail: str(text) for trail, text in list_course_prose(second.course)}
    words = stage.words if stage.words.pairs else _find_words(second, same)
    return replace(stage, second=replace(stage, edition=second, module=same, texts=texts), words=words)


def _find_words(edition: Edition, module: Module) -> Words:
    """Return what the lesson, the glossary and the entities tell of words; nothing where blanks part them."""
    if script_of(edition.lang) not in UNSPACED:
        return Words()
    course = edition.course
    names = (str(term.term) for term in course.glossary.terms), (str(entity.name) for entity in course.settings.entities)
    return find_words((str(text) for _, text in list_prose(module.lesson)), chain(*names))


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


Make = Callable[[Stage], Paragraph]


def both(stage: Stage, make: Make, joint: str = BREAK) -> Paragraph:
    """Return what `make` makes on a stage of one language; with a second one, that of both, parted by `joint`."""
    if stage.second is None:
        return make(stage)
    return join_pair(make(replace(stage, second=None)), make(stage.second), joint, stage.least, stage.turn)


def both_lists(stage: Stage, make: Callable[[Stage], Sequence[Paragraph]]) -> tuple[Paragraph, ...]:
    """Return the paragraphs that `make` makes on a stage of one language; with a second one, each beside its own there."""
    if stage.second is None:
        return tuple(make(stage))
    first, second = make(replace(stage, second=None)), make(stage.second)
    pairs = zip_longest(first, second, fillvalue=Paragraph(()))
    return tuple(join_pair(one, other, BREAK, stage.least, stage.turn) for one, other in pairs)


def prose(stage: Stage, text: str, trail: str, base: Paragraph | None = None) -> Paragraph:
    """Return the paragraph of a text of the course, in the style of `base`."""
    return both(stage, lambda one: replace(base or Paragraph(()), runs=make_runs(one.edition, one.word(text, trail), trail)))


def own(stage: Stage, text: str, base: Paragraph | None = None, trail: str = "") -> Paragraph:
    """Return the paragraph of a text without markup, in the first language: our own words, or one of the course at `trail`."""
    return replace(base or Paragraph(()), runs=plain_runs(stage.edition, text, trail))


def tell(stage: Stage, msgid: str, base: Paragraph | None = None, joint: str = BREAK, **values: str | int) -> Paragraph:
    """Return the paragraph of our own words `msgid`, in the style of `base`."""
    return both(stage, lambda one: own(one, one.say(msgid, **values), base), joint)


def name_entity(stage: Stage, entity: str, base: Paragraph | None = None) -> Paragraph:
    """Return the name of an entity, in the style of `base`."""
    names = {e.id: e.name for e in stage.edition.course.settings.entities}
    return prose(stage, names.get(entity, entity), f"course#entities[{entity}].name", base)


def say_round(stage: Stage, msgid: str, gap: str, inner: Paragraph) -> Paragraph:
    """Return our own words with a text of the course where they hold `{gap}`; each stays in its own language (not in two)."""
    before, _, after = stage.edition.say(msgid).partition(f"{{{gap}}}")
    return replace(inner, runs=merge_runs((*own(stage, before).runs, *inner.runs, *own(stage, after).runs)))


def join_texts(stage: Stage, texts: Iterable[Paragraph], joint: str) -> Paragraph:
    """Return one paragraph without a bullet: the texts parted by `joint`."""
    runs: list[Run] = []
    for i, text in enumerate(texts):
        runs += [*(own(stage, joint).runs if i else ()), *text.runs]
    return Paragraph(merge_runs(runs), bullet="none")


def say_alt(stage: Stage, alt: str, trail: str) -> str:
    """Return a text alternative of the course."""
    return plain(both(stage, lambda one: own(one, one.word(alt, trail), trail=trail)))


def split_prose(stage: Stage, text: str, trail: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a `Notes` text, as they stand on a slide."""
    return both_lists(stage, lambda one: _split_prose(one, text, trail))


def _split_prose(stage: Stage, text: str, trail: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(make_runs(stage.edition, part, trail)) for part in split_paragraphs(stage.word(text, trail)))


def make_notes(stage: Stage, make: Callable[[Stage], Sequence[Paragraph]]) -> tuple[Paragraph, ...]:
    """Return the notes that `make` makes on a stage of one language: one language after the other, with its name between."""
    if stage.second is None:
        return tuple(make(stage))
    first, second = tuple(make(replace(stage, second=None))), tuple(make(stage.second))
    if first == second or not second:
        return first
    mark = Paragraph((Run(f"— {stage.second.edition.name} —", stage.second.lang),))
    return (*first, mark, *second)


def notes_of(stage: Stage, text: str, trail: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a `Notes` text, as they stand in the notes."""
    return make_notes(stage, lambda one: _split_prose(one, text, trail))


def diagram_area(stage: Stage) -> Frame:
    """Return where a diagram may stand: the room that a table or a list would take."""
    return stage.slot("Table", "Table").frame


def room_of(slot: Slot, frame: Frame | None = None) -> Room:
    """Return the room for text in `slot`, moved to `frame` where that is given."""
    area = (frame or slot.frame).inset(*slot.margins)
    return Room(area.w, area.h, slot.indent, slot.gap, slot.face, slot.spacing, slot.leading)


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
    room, ladder = room_of(slot, frame), stage.sizes(layout, name, ladder)
    weighed = [replace(p, bold=slot.bold) if p.bold is None else p for p in paragraphs]
    size = fit_size([weighed], [room], ladder)
    problems = () if size else (too_long(stage, weighed, room, ladder[-1], trail),)
    return Filled(name, sized(stage, paragraphs, size or ladder[-1], slot), frame), problems


def sized(stage: Stage, paragraphs: Sequence[Paragraph], size: float, slot: Slot | None = None) -> Text:
    """Return the text with `size` on each paragraph without one of its own, unless the slot has that size already."""
    pale = not slot or _is_ink(stage.theme, slot.colour)
    return Text(tuple(_sized(paragraph, size, slot, pale=pale) for paragraph in paragraphs), stage.lang)


def _is_ink(theme: Theme, paint: Paint) -> bool:
    """Whether a text of that colour stands on the page's ground or one like it: on a coloured one it is as the ground is."""
    colour, paper = find_colour(paint, theme.colours), theme.colours.get("paper")
    return not (colour and paper) or measure_contrast(colour, paper) >= READABLE


def _sized(paragraph: Paragraph, size: float, slot: Slot | None, *, pale: bool) -> Paragraph:
    if any(run.least for run in paragraph.runs):
        bold = slot.bold if slot and paragraph.bold is None else paragraph.bold
        fitted = replace(paragraph, size=paragraph.size or size, bold=bold)
        return settle_pair(fitted, fitted.size or size, pale=pale)
    use = None if slot and size == slot.size else size
    return paragraph if paragraph.size or paragraph.size == use else replace(paragraph, size=use)


def too_long(stage: Stage, paragraphs: Sequence[Paragraph], room: Room, size: float, trail: str) -> Problem:
    """Return the Problem that a text does not fit, with about how many characters it is too long."""
    excess = count_excess(paragraphs, room, size)
    return Problem(Code.TOO_LONG, trail, {"excess": excess, "lang": stage.name})


def find_excesses(
    stage: Stage, texts: Sequence[Sequence[Paragraph]], rooms: Sequence[Room], size: float, trails: Iterable[str]
) -> Problems:
    """Return a Problem for each text that does not fit its room at `size`."""
    return tuple(
        too_long(stage, text, room, size, trail)
        for text, room, trail in zip(texts, rooms, trails, strict=True)
        if fit_size([text], [room], (size,)) is None
    )


def number_trails(trail: str, count: int, field: str) -> tuple[str, ...]:
    """Return where that field of each of so many items of the list at `trail` stands."""
    return tuple(f"{trail}[{i}].{field}" for i in range(count))


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


def icon_beside(stage: Stage, layout: str, slot: str, name: str, paint: Paint, frame: Frame | None = None) -> tuple[Glyph, ...]:
    """Return the icon for `name` in the left margin of a slot, moved to `frame`; none where that is no place for one."""
    place = stage.slot(layout, slot)
    place = replace(place, frame=frame or place.frame)
    side = min(_ICON, place.margins[0] * 0.68, place.frame.h * 0.6)
    if side < _SMALLEST_ICON:
        return ()
    y = place.frame.y + (place.margins[1] if place.anchor == "top" else (place.frame.h - side) / 2)
    return (make_icon(stage, name, Frame(place.frame.x + (place.margins[0] - side) / 2, y, side, side), paint),)


def box_room(stage: Stage, frame: Frame, margins: tuple[float, float, float, float] = (8, 6, 8, 6), gap: float = 0) -> Room:
    """Return the room for text in a shape."""
    area = frame.inset(*margins)
    return Room(area.w, area.h, 0, gap, stage.theme.face)


def bold_run(stage: Stage, text: str) -> tuple[Run, ...]:
    """Return `text` as bold runs."""
    return tuple(replace(run, bold=True) for run in plain_runs(stage.edition, text))

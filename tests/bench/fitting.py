"""Courses that are hard to fit -> whether all fits as LibreOffice draws it, and how far our sizes are from the best."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import edu.plan.fit
import edu.plan.kinds_grid
from edu.bench import Bench, Materials, set_up_bench
from edu.look import choose_template
from edu.plan.deck import make_deck
from edu.plan.measure import cut_pieces
from edu.plan.page import Box, Deck, Drawing, Filled, PageItem, Paragraph, Slide, Table
from edu.plan.theme import Slot
from edu.problems import Code, Problem, Problems
from edu.source.read import read_course
from edu.write.pptx import Template, read_theme, write_deck
from tests.bench.stress import MODULE, write_stress
from tests.bench.stress_words import STOCKS
from tests.tools.labels import find_clashes as list_faults
from tests.tools.office import convert
from tests.tools.overflow import TOLERANCE, list_overflows

NARROW = 0.95
"""Text must fit in frames of this share of their width too."""
SIZES = tuple(float(size) for size in (*range(14, 33), *range(34, 46, 2)))
"""The sizes that the search tries."""
_THIN = 1.0
"""The height in points of a table's rows when the renderer shall find how high they must be."""


@dataclass(frozen=True, slots=True)
class Stand:
    """A course of the set, ready to be planned."""

    stock: str
    bench: Bench

    def plan(self) -> tuple[Deck, Problems]:
        """Return its deck and the problems with it."""
        lang = next(iter(self.bench.editions))
        theme = read_theme(Template(self.bench.templates))
        return make_deck(self.bench.editions[lang], self.bench.find_module(lang, MODULE), theme, {})

    def write(self, deck: Deck, folder: Path) -> Path:
        """Write the deck into `folder`."""
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{self.stock}.pptx"
        path.write_bytes(write_deck(deck, Template(self.bench.templates)))
        return path


def set_up_stands(folder: Path, seed: int, stocks: Sequence[str] = tuple(STOCKS)) -> list[Stand]:
    """Return the courses of the set, written into `folder` and read from there."""
    stands = []
    for stock in stocks:
        root = write_stress(folder / stock, stock, seed)
        reading = read_course(root)
        assert reading.course, reading.problems
        stands.append(
            Stand(stock, set_up_bench(Materials(root, reading.course, {}, choose_template(reading.course.settings)))[0])
        )
    return stands


def find_lies(stands: Sequence[Stand], folder: Path, share: float) -> list[str]:
    """Return each overflow that no problem told, where all frames have a `share` of their width."""
    lies = []
    planned = [stand.plan() for stand in stands]
    decks = [stand.write(deck, folder) for stand, (deck, _) in zip(stands, planned, strict=True)]
    told = {path.name: _list_told(deck, problems) for path, (deck, problems) in zip(decks, planned, strict=True)}
    for over in list_overflows(decks, folder / "grown", share):
        if over.slide not in told[over.file]:
            lies.append(str(over))
    return lies


def find_clashes(stands: Sequence[Stand], folder: Path) -> list[str]:
    """Return each label of a chart that meets another, leaves its chart or is lost, and that no problem told."""
    clashes = []
    planned = [stand.plan() for stand in stands]
    decks = [stand.write(deck, folder) for stand, (deck, _) in zip(stands, planned, strict=True)]
    for (deck, problems), pdf in zip(planned, convert(decks, "pdf", folder), strict=True):
        told = _list_told(deck, [problem for problem in problems if _LABEL.search(problem.trail)])
        faults = [(number, fault) for number, fault in list_faults(deck, pdf) if number not in told]
        clashes += [f"{pdf.name} slide {number}: {fault}" for number, fault in faults]
    return clashes


_LABEL = re.compile(r"\.(categories|series)\[\d+\]\.(label|name)$")
"""Where the labels of a chart stand."""


def _list_told(deck: Deck, problems: Iterable[Problem]) -> set[int]:
    """Return the numbers of the slides of which a problem says that a text is too long."""
    trails = [problem.trail for problem in problems if problem.code is Code.TOO_LONG]
    return {n for n, slide in enumerate(deck.slides, 1) if any(trail.startswith(slide.trail) for trail in trails)}


# the search for the best sizes


@contextmanager
def force_size(size: float) -> Iterator[None]:
    """Let the planner take the rung of its ladders nearest to `size`, whether it fits or not."""
    honest = edu.plan.fit.choose_size

    def forced(ladder: Sequence[float], fits: Callable[[float], bool]) -> float | None:
        return min(max(size, ladder[-1]), ladder[0]) if fits(ladder[-1]) else None

    edu.plan.fit.choose_size = edu.plan.kinds_grid.choose_size = forced
    try:
        yield
    finally:
        edu.plan.fit.choose_size = edu.plan.kinds_grid.choose_size = honest


Group = tuple[str, str, str]
"""Texts of one size: the course, the slide's id, and the name of their frames without numbers."""


def find_distances(stands: Sequence[Stand], folder: Path) -> Mapping[Group, tuple[float, float]]:
    """Return for each group of texts the size that the planner chose and the best that LibreOffice shows whole."""
    chosen = {group: size for stand in stands for group, size in _list_sizes(stand, *stand.plan())}
    best = dict(chosen)
    tried: set[tuple[Group, float]] = set()
    for size in SIZES:
        with force_size(size):
            planned = [(stand, *stand.plan()) for stand in stands]
        sizes = {group: found for plan in planned for group, found in _list_sizes(*plan)}
        larger = {(group, found) for group, found in sizes.items() if found > chosen.get(group, found)} - tried
        bad = _find_bad(planned, {group[:2] for group, _ in larger}, folder / f"{size:g}")
        best |= {group: max(best[group], found) for group, found in larger if group not in bad}
        tried |= larger
    return {group: (size, best[group]) for group, size in chosen.items()}


def _find_bad(planned: Sequence[tuple[Stand, Deck, Problems]], wanted: set[tuple[str, str]], folder: Path) -> set[Group]:
    """Return the groups of texts that run over, on the slides that are `wanted` by course and id."""
    decks, ids, rooms = [], {}, {}
    for stand, deck, _ in planned:
        slides = tuple(slide for slide in deck.slides if (stand.stock, slide.id) in wanted)
        if slides:
            rooms |= _find_rooms(stand, slides)
            decks.append(stand.write(replace(deck, slides=tuple(map(_thin, slides)), sections=()), folder))
            ids[decks[-1].name] = [slide.id for slide in slides]
    overs = list_overflows(decks, folder / "grown") if decks else ()
    named = [((over.file.removesuffix(".pptx"), ids[over.file][over.slide - 1], _stem(over.shape)), over) for over in overs]
    return {group for group, over in named if over.excess > rooms.get(group, 0.0)}


def _thin(slide: Slide) -> Slide:
    """Return the slide with tables whose rows are as low as their texts allow."""

    def thin(item: PageItem) -> PageItem:
        return replace(item, heights=(_THIN,) * len(item.rows)) if isinstance(item, Table) else item

    return replace(slide, items=tuple(map(thin, slide.items)))


def _find_rooms(stand: Stand, slides: Sequence[Slide]) -> dict[Group, float]:
    """Return by how much each table may grow beyond its thin rows."""
    layouts = read_theme(Template(stand.bench.templates)).layouts
    return {
        (stand.stock, slide.id, item.slot): layouts[slide.layout].slots[item.slot].frame.h - len(item.rows) * _THIN + TOLERANCE
        for slide in slides
        for item in slide.items
        if isinstance(item, Table)
    }


def _stem(name: str) -> str:
    return re.sub(r"[\d ]+$", "", name)


def _list_sizes(stand: Stand, deck: Deck, problems: Problems) -> Iterator[tuple[Group, float]]:
    """Yield the size of each group of texts; none on slides with a problem, and none that has a word cut."""
    told = _list_told(deck, problems)
    layouts = read_theme(Template(stand.bench.templates)).layouts
    for number, slide in enumerate(deck.slides, 1):
        groups: dict[str, list[float]] = defaultdict(list)
        for name, text in _list_texts(slide, layouts[slide.layout].slots):
            groups[_stem(name)].append(0.0 if text.has_cut() else text.size)
        if number not in told:
            yield from (((stand.stock, slide.id, stem), min(sizes)) for stem, sizes in groups.items() if min(sizes) > 0)


@dataclass(frozen=True, slots=True)
class _Shown:
    """Paragraphs at `size` points, where they have none of their own, and the width that they have."""

    paragraphs: Sequence[Paragraph]
    size: float
    width: float

    def has_cut(self) -> bool:
        """Whether a word is wider than its line."""
        pieces = ((piece, p.size or self.size) for p in self.paragraphs for piece in cut_pieces(p.runs, bool(p.bold)))
        return any(piece.width * size > self.width and not piece.cuts for piece, size in pieces)


def _list_texts(slide: Slide, slots: Mapping[str, Slot]) -> Iterator[tuple[str, _Shown]]:
    """Yield the name of each frame of `slide` and what it shows."""
    for item in slide.items:
        match item:
            case Filled():
                slot = slots[item.slot]
                frame = (item.frame or slot.frame).inset(*slot.margins)
                yield item.slot, _show(item.text.paragraphs, slot.size, frame.w - slot.indent)
            case Box():
                yield from _show_box(item)
            case Drawing():
                for part in item.parts:
                    if isinstance(part, Box):
                        yield from _show_box(part)
            case Table():
                for row in item.rows:
                    for cell, width in zip(row, item.widths, strict=True):
                        inner = width - item.margins[0] - item.margins[2]
                        yield item.slot, _show(cell.text.paragraphs, item.size, inner)
            case _:
                pass


def _show_box(box: Box) -> Iterator[tuple[str, _Shown]]:
    if box.text:
        yield box.name, _show(box.text.paragraphs, box.size, box.frame.inset(*box.margins).w)


def _show(paragraphs: Sequence[Paragraph], default: float, width: float) -> _Shown:
    return _Shown(paragraphs, max((p.size or default for p in paragraphs), default=default), width)

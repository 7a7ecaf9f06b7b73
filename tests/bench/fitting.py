"""Courses that are hard to fit -> whether all fits as LibreOffice draws it, and how far our sizes are from the best."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import edu.plan.fit
import edu.plan.kinds_grid
from edu.bench import Bench, Materials, set_up_bench
from edu.look import choose_template
from edu.plan.deck import make_deck
from edu.plan.measure import cut_pieces
from edu.plan.page import Box, Deck, Drawing, Filled, Paragraph, Slide, Table
from edu.plan.theme import Slot
from edu.problems import Code, Problems
from edu.source.read import read_course
from edu.write.pptx import Template, read_theme, write_deck
from tests.bench.stress import MODULE, write_stress
from tests.bench.stress_words import STOCKS
from tests.tools.overflow import Overflow, list_overflows

NARROW = 0.95
"""Text must fit in frames of this share of their width too."""
SIZES = tuple(float(size) for size in (*range(12, 33), *range(34, 46, 2)))
"""The sizes that the search tries."""
MOST = 0.10
"""The law: on average a size is at most this far below the best."""


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


def _list_told(deck: Deck, problems: Problems) -> set[int]:
    """Return the numbers of the slides of which a problem says that a text is too long."""
    trails = [problem.trail for problem in problems if problem.code is Code.TOO_LONG]
    return {n for n, slide in enumerate(deck.slides, 1) if any(trail.startswith(slide.trail) for trail in trails)}


# the search for the best sizes


@contextmanager
def _force(size: float) -> Iterator[None]:
    """Let the planner take the rung of its ladders nearest to `size`, whether it fits or not."""
    honest = edu.plan.fit.choose_size

    def forced(ladder: Sequence[float], fits: Callable[[float], bool]) -> float | None:
        return min(max(size, ladder[-1]), ladder[0]) if fits(ladder[-1]) else None

    edu.plan.fit.choose_size = edu.plan.kinds_grid.choose_size = forced
    try:
        yield
    finally:
        edu.plan.fit.choose_size = edu.plan.kinds_grid.choose_size = honest


Group = tuple[str, int, str]
"""Texts of one size: the course, the slide's number, and the name of their frames without numbers."""


def find_distances(stands: Sequence[Stand], folder: Path) -> Mapping[Group, tuple[float, float]]:
    """Return for each group of texts the size that the planner chose and the best that LibreOffice shows whole."""
    chosen = dict(_list_sizes(stands, [stand.plan() for stand in stands]))
    best: dict[Group, float] = defaultdict(float)
    for size in SIZES:
        with _force(size):
            planned = [stand.plan() for stand in stands]
        decks = [stand.write(deck, folder / f"{size:g}") for stand, (deck, _) in zip(stands, planned, strict=True)]
        bad = {_name_group(over) for over in list_overflows(decks, folder / f"{size:g}-grown")}
        for group, found in _list_sizes(stands, planned):
            if group not in bad:
                best[group] = max(best[group], found)
    return {group: (size, max(size, best[group])) for group, size in chosen.items()}


def _name_group(over: Overflow) -> Group:
    return over.file.removesuffix(".pptx"), over.slide, _stem(over.shape)


def _stem(name: str) -> str:
    return re.sub(r"[\d ]+$", "", name)


def _list_sizes(stands: Sequence[Stand], planned: Sequence[tuple[Deck, Problems]]) -> Iterator[tuple[Group, float]]:
    """Yield the size of each group of texts; none on slides with a problem, and none that has a word cut."""
    for stand, (deck, problems) in zip(stands, planned, strict=True):
        told = _list_told(deck, problems)
        theme = read_theme(Template(stand.bench.templates))
        for number, slide in enumerate(deck.slides, 1):
            groups: dict[str, list[float]] = defaultdict(list)
            for name, text in _list_texts(slide, theme.layouts[slide.layout].slots):
                groups[_stem(name)].append(0.0 if text.has_cut() else text.size)
            if number not in told:
                yield from (((stand.stock, number, stem), min(sizes)) for stem, sizes in groups.items() if min(sizes) > 0)


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

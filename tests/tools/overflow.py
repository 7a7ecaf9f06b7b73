"""Decks -> the frames and tables whose content is higher or wider than they are, as LibreOffice lays them out.

With its autofit a frame hides what runs over. So in a throw-away copy every frame is told to grow with its text instead.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml.etree import SubElement, _Element
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.shapes.base import BaseShape
from pptx.slide import Slide
from pptx.util import Emu

from tests.tools.inherit import free_placeholder
from tests.tools.office import convert

TOLERANCE = 1.0
"""Points by which a frame may grow: LibreOffice rounds to hundredths of a millimetre."""

_AUTOFITS = ("a:noAutofit", "a:normAutofit", "a:spAutoFit")


@dataclass(frozen=True, slots=True)
class Overflow:
    """A frame or table too small for its content, by `excess` points. Slides count from 1.

    A `table` whose rows were left to grow may still end on its slide: `below` is by how many points it does not.
    """

    file: str
    slide: int
    shape: str
    excess: float
    text: str
    table: bool = False
    below: float = 0

    def __str__(self) -> str:
        return f"{self.file} slide {self.slide}: “{self.shape}” is {self.excess:.1f} pt too small for “{self.text}”"


@dataclass(frozen=True, slots=True)
class _Frame:
    shape: str
    text: str
    width: float
    height: float
    wide: bool
    """Whether its text grows sideways: it is not wrapped, or it runs from top to bottom."""
    table: bool = False


@dataclass(frozen=True, slots=True)
class _Grown:
    """The width and height in points of what LibreOffice laid out, and how far it reaches below its slide."""

    width: float
    height: float
    below: float


def list_overflows(decks: Sequence[Path], folder: Path, share: float = 1.0) -> tuple[Overflow, ...]:
    """Return every overflow of `decks` where all frames have a `share` of their width; the copies are made in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    copies, frames = [], []
    for number, deck in enumerate(decks):
        copy = folder / f"{number}-grow.pptx"
        frames.append(_copy_growing(deck, copy, share))
        copies.append(copy)
    grown = convert(copies, "pptx", folder / "grown")
    return tuple(
        over for deck, old, new in zip(decks, frames, grown, strict=True) for over in _compare(deck, old, _measure(new))
    )


def _copy_growing(deck: Path, copy: Path, share: float) -> Mapping[str, _Frame]:
    """Save a copy of `deck` whose frames all grow, and return each frame as it is now, by the name that it has in the copy."""
    presentation = Presentation(str(deck))
    frames: dict[str, _Frame] = {}
    for number, slide in enumerate(presentation.slides, start=1):
        for shape in _walk_frames(slide):
            if shape.has_text_frame and shape.is_placeholder:
                free_placeholder(slide, shape)
        for count, shape in enumerate(_walk_frames(slide)):
            key = f"{number}/{count}"
            _narrow(shape, share)
            frames[key] = _read_frame(shape)
            shape.name = key
            if shape.has_text_frame:
                _let_grow(shape._element.find(qn("p:txBody")))
    presentation.save(str(copy))
    return frames


def _walk_frames(slide: Slide) -> Iterator[BaseShape]:
    """Yield every shape of `slide` that has text, and every table, inside groups too."""
    pending = list(slide.shapes)
    while pending:
        shape = pending.pop(0)
        if hasattr(shape, "shapes"):
            pending[:0] = list(shape.shapes)
        elif (shape.has_text_frame and shape.text_frame.text.strip()) or shape.has_table:
            yield shape


def _narrow(shape: BaseShape, share: float) -> None:
    shape.width = round(shape.width * share)
    if shape.has_table:
        for column in shape.table.columns:
            column.width = round(column.width * share)


def _read_frame(shape: BaseShape) -> _Frame:
    if shape.has_table:
        rows = sum(row.height for row in shape.table.rows)
        text = " ".join(cell.text_frame.text for cell in shape.table.iter_cells())
        return _Frame(shape.name, text, Emu(shape.width).pt, Emu(rows).pt, False, table=True)
    frame = shape._element.find(qn("p:txBody")).find(qn("a:bodyPr"))
    wide = frame.get("wrap") == "none" or frame.get("vert", "horz") != "horz"
    scale_x, scale_y = _scale_of(shape._element)
    return _Frame(shape.name, shape.text_frame.text, shape.width * scale_x / 12700, shape.height * scale_y / 12700, wide)


def _scale_of(element: _Element) -> tuple[float, float]:
    """Return by how much the groups round `element` stretch it."""
    across, down = 1.0, 1.0
    for group in element.iterancestors(qn("p:grpSp")):
        place = group.find(qn("p:grpSpPr")).find(qn("a:xfrm"))
        if place is not None:
            outer, inner = place.find(qn("a:ext")), place.find(qn("a:chExt"))
            across *= int(outer.get("cx")) / (int(inner.get("cx")) or 1)
            down *= int(outer.get("cy")) / (int(inner.get("cy")) or 1)
    return across, down


def _let_grow(body: _Element) -> None:
    frame = body.find(qn("a:bodyPr"))
    for name in _AUTOFITS:
        for autofit in frame.findall(qn(name)):
            frame.remove(autofit)
    warp = frame.find(qn("a:prstTxWarp"))
    grow = SubElement(frame, qn("a:spAutoFit"))
    frame.insert(0 if warp is None else 1, grow)


def _measure(deck: Path) -> Mapping[str, _Grown]:
    """Return how large every frame of `deck` is, which LibreOffice has written, by name."""
    presentation = Presentation(str(deck))
    sizes = {}
    for slide in presentation.slides:
        for shape in _walk_frames(slide):
            across, down = _scale_of(shape._element)
            below = max(0, shape.top + shape.height - presentation.slide_height) / 12700
            sizes[shape.name] = _Grown(shape.width * across / 12700, shape.height * down / 12700, below)
    return sizes


def _compare(deck: Path, old: Mapping[str, _Frame], new: Mapping[str, _Grown]) -> Iterator[Overflow]:
    for key, frame in old.items():
        if key not in new:
            raise RuntimeError(f"LibreOffice lost {frame.shape} of {deck.name}, slide {key}")
        grown = new[key]
        excess = grown.width - frame.width if frame.wide else grown.height - frame.height
        if excess > TOLERANCE:
            slide, text = int(key.split("/")[0]), frame.text[:40].replace("\n", " ")
            yield Overflow(deck.name, slide, frame.shape, excess, text, frame.table, grown.below)

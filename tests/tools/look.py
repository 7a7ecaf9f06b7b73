"""A deck's file -> every text as it is seen: its size, its colour, and the colours behind it, with all that it inherits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from pathlib import Path

from lxml.etree import _Element
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as PresentationFile
from pptx.shapes.base import BaseShape
from pptx.slide import Slide
from pptx.util import Emu, Pt

from tests.tools.contrast import contrast
from tests.tools.inherit import free_placeholder
from tests.tools.paint import Palette, read_colour, read_fill, read_palette

Rectangle = tuple[float, float, float, float]
"""Left, top, right and bottom in points."""

_SPOTS = 6
"""A text is looked at in so many spots across and down."""
_LEAST = 4.5
_LINES = ("ftr", "sldNum", "dt")


@dataclass(frozen=True)
class Seen:
    """A text on a slide: its shape's name, its placeholder's type, its size, its colour and what is behind it."""

    slide: int
    layout: str
    shape: str
    kind: str
    text: str
    size: float
    ink: str
    grounds: frozenset[str]


@dataclass(frozen=True)
class _Sheet:
    """A slide with its colours and what was painted on it so far."""

    number: int
    slide: Slide
    palette: Palette
    layers: list[tuple[Rectangle, str]]


def find_contrast_faults(deck: Path) -> Iterator[str]:
    """Yield each text whose contrast with something behind it is below 4.5; a picture behind it cannot be measured."""
    for seen in list_seen(deck):
        for ground in seen.grounds - {"?"}:
            if (ratio := contrast(seen.ink, ground)) < _LEAST:
                yield f"{deck.name} slide {seen.slide}: “{seen.text[:20]}” in {seen.ink} on {ground}: {ratio:.2f}"


def find_size_faults(deck: Path) -> Iterator[str]:
    """Yield each text that is too small for what it is: 12 points for feet and sources, 14 for cells and labels, else 18.

    Beside or below a text of 18 points one may have 14, and so may what is no matter of the slide: a button, an address. The
    second language of a list of sources may have 12 below the first's 14.
    """
    every = list_seen(deck)
    large = {(seen.slide, seen.shape) for seen in every if seen.size >= 18}
    sources = {(seen.slide, seen.shape) for seen in every if seen.size >= 14 and seen.layout == "Sources"}
    small_layouts = ("Chart", "Picture", "Sources", "Title")
    for seen in every:
        least = 18.0
        if seen.kind in _LINES or seen.shape == "Source" or (seen.slide, seen.shape) in sources:
            least = 12
        elif (
            seen.kind in ("tbl", "chart", "button")
            or seen.shape == "Quiz address"
            or seen.layout in small_layouts
            or (seen.slide, seen.shape) in large
        ):
            least = 14
        if seen.size < least:
            yield f"{deck.name} slide {seen.slide}: “{seen.text[:20]}” of {seen.shape} has {seen.size:g} points, not {least:g}"


def list_seen(deck: Path) -> tuple[Seen, ...]:
    """Return every text that is shown on a slide of the deck, those of charts and footers too."""
    return _list_seen(deck, deck.stat().st_mtime_ns)


@lru_cache(maxsize=16)  # several rules look at one deck
def _list_seen(deck: Path, _changed: int) -> tuple[Seen, ...]:
    return tuple(_see(Presentation(str(deck))))


def _see(opened: PresentationFile) -> Iterator[Seen]:
    page = (0.0, 0.0, Emu(opened.slide_width).pt, Emu(opened.slide_height).pt)
    for number, slide in enumerate(opened.slides, start=1):
        palette = read_palette(slide.slide_layout.slide_master)
        sheet = _Sheet(number, slide, palette, [(page, _read_ground(slide, palette))])
        for owner in (slide.slide_layout.slide_master, slide.slide_layout):
            for shape in owner.shapes:
                if not shape.is_placeholder:
                    _paint_shape(sheet, shape._element)
        for element in list(slide.shapes._spTree):
            yield from _look_at(sheet, element)


def _read_ground(slide: Slide, palette: Palette) -> str:
    for owner in (slide, slide.slide_layout, slide.slide_layout.slide_master):
        ground = owner._element.find(qn("p:cSld")).find(qn("p:bg"))
        if ground is None:
            continue
        properties, reference = ground.find(qn("p:bgPr")), ground.find(qn("p:bgRef"))
        if properties is not None:
            return read_fill(properties, palette) or "?"
        return read_colour(reference[0], palette) if int(reference.get("idx", "0")) <= 1001 else "?"
    return palette["bg1"]


def _look_at(sheet: _Sheet, element: _Element) -> Iterator[Seen]:
    """Yield the texts of one shape of the slide, and note what it paints for those that come after it."""
    if element.tag == qn("p:grpSp"):  # the writer's groups do not move or scale what is in them
        for child in element:
            yield from _look_at(sheet, child)
    elif element.tag == qn("p:sp"):
        _paint_shape(sheet, element)
        yield from _read_shape(sheet, element)
    elif element.tag == qn("p:graphicFrame"):
        yield from (
            _read_table(sheet, element) if next(element.iter(qn("a:tbl")), None) is not None else _read_chart(sheet, element)
        )
    elif element.tag == qn("p:pic"):
        sheet.layers.append((_read_frame(element.find(qn("p:spPr")).find(qn("a:xfrm"))), "?"))


def _read_frame(place: _Element) -> Rectangle:
    offset, extent = place.find(qn("a:off")), place.find(qn("a:ext"))
    left, top = Emu(int(offset.get("x"))).pt, Emu(int(offset.get("y"))).pt
    return left, top, left + Emu(int(extent.get("cx"))).pt, top + Emu(int(extent.get("cy"))).pt


def _find_shape(sheet: _Sheet, element: _Element) -> BaseShape | None:
    """Return python-pptx's shape of a placeholder, which knows where it inherits its place from."""
    return next((shape for shape in sheet.slide.placeholders if shape._element is element), None)


def _paint_shape(sheet: _Sheet, element: _Element) -> None:
    properties = element.find(qn("p:spPr"))
    if properties is None or properties.find(qn("a:custGeom")) is not None:  # an icon is no ground
        return
    fill = read_fill(properties, sheet.palette)
    shape = _find_shape(sheet, element)
    if shape is not None:
        index = shape.placeholder_format.idx
        above = next((found for found in sheet.slide.slide_layout.placeholders if found.placeholder_format.idx == index), None)
        if fill is None and above is not None:
            fill = read_fill(above._element.find(qn("p:spPr")), sheet.palette)
        left, top = Emu(shape.left).pt, Emu(shape.top).pt
        frame = (left, top, left + Emu(shape.width).pt, top + Emu(shape.height).pt)
    elif properties.find(qn("a:xfrm")) is None:
        return
    else:
        frame = _read_frame(properties.find(qn("a:xfrm")))
    style = element.find(qn("p:style"))
    if fill is None and style is not None and int(style.find(qn("a:fillRef")).get("idx", "0")) > 0:
        fill = read_colour(style.find(qn("a:fillRef"))[0], sheet.palette)
    if fill:
        sheet.layers.append((frame, fill))


def _see_grounds(sheet: _Sheet, area: Rectangle) -> frozenset[str]:
    """Return what lies on top in each of many spots of `area`; its edge is left out."""
    left, top, right, bottom = area
    steps = [(i + 0.5) / _SPOTS for i in range(_SPOTS)]
    spots = [(left + (right - left) * i, top + (bottom - top) * j) for i in steps for j in steps]
    layers = list(reversed(sheet.layers))
    return frozenset(next((fill for (a, b, c, d), fill in layers if a <= x <= c and b <= y <= d), "?") for x, y in spots)


def _read_shape(sheet: _Sheet, element: _Element) -> Iterator[Seen]:
    body = element.find(qn("p:txBody"))
    if body is None or not any(text.text and text.text.strip() for text in body.iter(qn("a:t"))):
        return
    placeholder = element.find(".//" + qn("p:ph"))
    kind = placeholder.get("type", "obj") if placeholder is not None else ""
    if not kind and next(element.iter(qn("p:cNvPr"))).find(qn("a:hlinkClick")) is not None:
        kind = "button"
    shape = _find_shape(sheet, element)
    if shape is not None:
        free_placeholder(sheet.slide, shape)
        body = element.find(qn("p:txBody"))
    left, top, right, bottom = _read_frame(element.find(qn("p:spPr")).find(qn("a:xfrm")))
    insets = body.find(qn("a:bodyPr"))
    sides = [
        Emu(int(insets.get(name, default))).pt
        for name, default in (("lIns", 91440), ("tIns", 45720), ("rIns", 91440), ("bIns", 45720))
    ]
    area = (left + sides[0], top + sides[1], right - sides[2], bottom - sides[3])
    yield from _read_body(sheet, body, element, kind, _see_grounds(sheet, area))


def _read_body(sheet: _Sheet, body: _Element, owner: _Element, kind: str, grounds: frozenset[str]) -> Iterator[Seen]:
    name = next(owner.iter(qn("p:cNvPr"))).get("name", "")
    own = body.find(qn("a:lstStyle"))
    style = None if own is None else own.find(qn("a:lvl1pPr"))
    base = None if style is None else style.find(qn("a:defRPr"))
    for run in body.iter(qn("a:r"), qn("a:fld")):
        text, look = run.findtext(qn("a:t")) or "", run.find(qn("a:rPr"))
        looks = [found for found in (look, base) if found is not None]
        if text.strip():
            size = next((int(found.get("sz")) / 100 for found in looks if found.get("sz")), 18.0)
            ink = next((found for found in (read_fill(one, sheet.palette) for one in looks) if found), sheet.palette["tx1"])
            if look is not None and look.find(qn("a:hlinkClick")) is not None:
                ink = sheet.palette["hlink"]
            behind = grounds
            if look is not None and look.find(qn("a:highlight")) is not None:
                behind = frozenset({read_colour(look.find(qn("a:highlight"))[0], sheet.palette)})
            yield Seen(sheet.number, sheet.slide.slide_layout.name, name, kind, text, size, ink, behind)


def _read_table(sheet: _Sheet, element: _Element) -> Iterator[Seen]:
    behind = _see_grounds(sheet, _read_frame(element.find(qn("p:xfrm"))))
    for cell in element.iter(qn("a:tc")):
        fill = read_fill(cell.find(qn("a:tcPr")), sheet.palette)
        yield from _read_body(sheet, cell.find(qn("a:txBody")), element, "tbl", frozenset({fill}) if fill else behind)


def _read_chart(sheet: _Sheet, element: _Element) -> Iterator[Seen]:
    """Yield the look of the chart's texts: those on the ground of the slide, and the labels on the slices of a ring."""
    reference = next(element.iter(qn("c:chart")))
    chart = sheet.slide.part.related_part(reference.get(qn("r:id")))._element
    ring = next(chart.iter(qn("c:doughnutChart")), None)
    behind = _see_grounds(sheet, _read_frame(element.find(qn("p:xfrm"))))
    slices: dict[str, str] = {}
    for point in chart.iter(qn("c:dPt")):
        slices[point.find(qn("c:idx")).get("val")] = read_fill(point.find(qn("c:spPr")), sheet.palette) or "?"
    for look in chart.iter(qn("a:defRPr")):
        grounds = behind
        labels = next((found for found in look.iterancestors() if found.tag in (qn("c:dLbl"), qn("c:dLbls"))), None)
        beside = labels is not None and labels.find(qn("c:layout")) is not None
        if ring is not None and labels is not None and not beside:
            alone = [label.find(qn("c:idx")).get("val") for label in labels.iter(qn("c:dLbl"))]
            chosen = alone if labels.tag == qn("c:dLbl") else [index for index in slices if index not in alone]
            grounds = frozenset(slices[index] for index in chosen)
        size = int(look.get("sz", "1800")) / 100
        ink = read_fill(look, sheet.palette) or sheet.palette["tx1"]
        yield Seen(sheet.number, sheet.slide.slide_layout.name, "chart", "chart", "chart", size, ink, grounds)


# --- the order of reading ----------------------------------------------------------------------------------------------


def find_order_faults(deck: Path) -> Iterator[str]:
    """Yield each two shapes of which the second stands above the first in its column, or earlier in its row."""
    for number, slide in enumerate(Presentation(str(deck)).slides, start=1):
        stops = [shape for shape in slide.shapes if _is_read(shape) and shape != slide.shapes.title]
        framed = [(shape.name, (shape.left, shape.top, shape.width, shape.height)) for shape in stops]
        for (name, frame), (other, its) in combinations(framed, 2):
            if _stands_before(its, frame):
                yield f"{deck.name} slide {number}: “{name}” is read before “{other}”"


def _is_read(shape: BaseShape) -> bool:
    decorative = any(mark.tag.endswith("}decorative") and mark.get("val") == "1" for mark in shape._element.iter())
    return not decorative and shape._element.tag != qn("p:cxnSp")


def _stands_before(frame: tuple[int, int, int, int], other: tuple[int, int, int, int]) -> bool:
    """Return whether the first of two frames (left, top, width, height in EMU) is read first where they share a line."""
    (x, y, width, height), (other_x, other_y, other_width, other_height) = frame, other
    across = min(x + width, other_x + other_width) - max(x, other_x)
    down = min(y + height, other_y + other_height) - max(y, other_y)
    column, row = across > min(width, other_width) / 2, down > min(height, other_height) / 2
    above, left = y + height <= other_y + Pt(2), x + width <= other_x + Pt(2)
    return (column and above) or (row and left)

"""What a planned deck is: closed, printable data without any XML."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from edu.model.picture import Picture
from edu.plan.runs import Run
from edu.plan.theme import Align, Anchor, Colour, Frame, Paint, Shape

Bullet = Literal["inherit", "none", "number", "letter"]
ChartKind = Literal["column", "bar", "line", "doughnut"]
HANG = 30.0
"""How far a paragraph's lines stand in from its number or letter, in points, at every size."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Runs on their own lines. `size` in points, None for the placeholder's own.

    `first` is the number that a numbered list which goes on from another page starts at, 0 where it starts anew; a lettered
    paragraph's own (1 for A).
    `click` is for pages shown click by click: the paragraph appears `on` a click of its own, or `with` what appeared last.
    """

    runs: tuple[Run, ...]
    size: float | None = None
    colour: Colour | None = None
    bold: bool | None = None
    align: Align | None = None
    bullet: Bullet = "inherit"
    before: float | None = None
    first: int = 0
    click: Literal["", "on", "with"] = ""


@dataclass(frozen=True, slots=True)
class Text:
    """Paragraphs that were fitted into a frame. `lang` is the language of an empty text.

    `insets` are points left and right by which the text is narrower than its room: so its lines come out well.
    """

    paragraphs: tuple[Paragraph, ...]
    lang: str
    insets: tuple[float, float] = (0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Jump:
    """Where a click on a whole shape leads: to the slide of that id, "" for the one seen before. `tip` says so in words."""

    tip: str
    slide: str = ""


@dataclass(frozen=True, slots=True)
class Filled:
    """Text in a placeholder of the layout, by the slot's name; `frame` where it differs from the slot's."""

    slot: str
    text: Text
    frame: Frame | None = None
    jump: Jump | None = None


@dataclass(frozen=True, slots=True)
class Box:
    """A shape with a text or without; without one it is decorative.

    An `aside` is not of the slide's matter (a button, an address): its letters may be small. A `flipped` shape points to the
    other side.
    """

    name: str
    frame: Frame
    shape: Shape
    fill: Paint | None = None
    line: Paint | None = None
    text: Text | None = None
    anchor: Anchor = "middle"
    margins: tuple[float, float, float, float] = (8, 6, 8, 6)
    size: float = 18
    jump: Jump | None = None
    aside: bool = False
    flipped: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line from the frame's top left to its bottom right; decorative."""

    name: str
    frame: Frame
    paint: Paint
    width: float = 1.5
    arrow: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """What of a diagram can appear at one click: the places of its parts, and what they say in words."""

    alt: str
    parts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """Boxes, lines and glyphs that make one diagram, with a text that says it to who cannot see it.

    `steps` are in the order in which they are shown; a drawing with `click` is such a step alone, and waits for its click.
    """

    name: str
    alt: str
    parts: tuple[Box | Line | Glyph, ...]
    steps: tuple[Step, ...] = ()
    click: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    text: Text
    fill: Paint | None = None
    anchor: Anchor = "middle"
    rule: bool = True


@dataclass(frozen=True, slots=True)
class Table:
    """A native table; the first row is its header. Widths and heights in points; `size` the text's.

    The first column stands at the right where the table is read `leftward`.
    """

    slot: str
    frame: Frame
    widths: tuple[float, ...]
    heights: tuple[float, ...]
    rows: tuple[tuple[Cell, ...], ...]
    size: float
    alt: str
    margins: tuple[float, float, float, float]
    rule: Paint
    header_column: bool = False
    leftward: bool = False


Spot = tuple[float, float]
"""A place on the page: points from its left and from its top."""


@dataclass(frozen=True, slots=True)
class Plot:
    """One series of a chart; `points` are colours of single points that differ from `paint`."""

    name: str
    values: tuple[float, ...]
    paint: Paint
    points: Mapping[int, Paint]


@dataclass(frozen=True, slots=True)
class Chart:
    """A native chart. `number_format` is SpreadsheetML's; `legend` where direct labels cannot name the series or slices.

    `plot` is where its bars, lines or ring stand in its frame; what is round it is the room of the labels. Names have `size`
    points and values `value_size`: where that is 0, an axis tells the values instead, in steps of `step`. `span` is what the
    axis reaches over, from a least to a greatest value. `tail` is the room in points at the right for the names of lines at
    their ends, 0 where none stand there. `spots` are the middles of the labels of a doughnut's slices; None is on the slice.
    A `leftward` chart is read from right to left: its first category, or the start of its bars, stands at the right.
    """

    slot: str
    frame: Frame
    kind: ChartKind
    categories: tuple[str, ...]
    series: tuple[Plot, ...]
    number_format: str
    legend: bool
    size: float
    alt: str
    lang: str
    axis: Paint
    grid: Paint
    plot: Frame
    value_size: float = 0
    span: tuple[float, float] = (0, 1)
    step: float = 0
    tail: float = 0
    spots: tuple[Spot | None, ...] = ()
    leftward: bool = False

    @property
    def axis_format(self) -> str:
        """Return the number format of an axis with values: without decimals where its steps have none."""
        return self.number_format if self.step % 1 else self.number_format.partition(".")[0]


@dataclass(frozen=True, slots=True)
class Image:
    slot: str
    frame: Frame
    picture: Picture
    alt: str


@dataclass(frozen=True, slots=True)
class Glyph:
    """A figure drawn by its outline: an icon, a QR code. `path` is SVG path data (`M`, `L`, `C`, `Z`) on a square of `grid`.

    It is filled, or drawn with a line of `width` points. Without `alt` it is decorative.
    """

    name: str
    frame: Frame
    path: str
    grid: float
    fill: Paint | None = None
    line: Paint | None = None
    width: float = 1.5
    alt: str = ""


PageItem = Filled | Box | Line | Drawing | Table | Chart | Image | Glyph


@dataclass(frozen=True, slots=True)
class Target:
    """Something that appears: the item of that name (a placeholder's slot), or one paragraph of its text, counted from 0."""

    name: str
    paragraph: int | None = None


Build = tuple[Target, ...]
"""What appears at one click."""


def name_item(item: PageItem) -> str:
    """Return what a Target calls `item`."""
    return item.slot if isinstance(item, Filled | Table | Chart | Image) else item.name


@dataclass(frozen=True, slots=True)
class Slide:
    """One page. `items` stand in reading order; the first is the title. A `hidden` one is there, and is not shown.

    `builds` are what a presenter's clicks show, one after the other; what none of them names is there from the start.
    """

    id: str
    trail: str
    kind: str
    layout: str
    title: str
    items: tuple[PageItem, ...]
    notes: tuple[Paragraph, ...]
    hidden: bool = False
    builds: tuple[Build, ...] = ()


def list_parts(slide: Slide) -> Iterator[PageItem]:
    """Yield what stands on the page, from the back to the front; in the place of a diagram its parts."""
    for item in slide.items:
        yield from item.parts if isinstance(item, Drawing) else (item,)


@dataclass(frozen=True, slots=True)
class Section:
    """A named section: the slides from `slides[0]` on, by id."""

    id: str
    name: str
    slides: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Deck:
    """A deck in one language (gettext name).

    `accents` are the colours (`#B4412A`) that it has in the place of its theme's; `entities` the ids of those whose they are.
    `home` is where a click on a footer leads; None where there is no agenda. In a
    `tight` one two languages have little room (a school's slides, a narrow page), and texts may be smaller.
    """

    id: str
    lang: str
    title: str
    subject: str
    author: str
    footer: tuple[Run, ...]
    slides: tuple[Slide, ...]
    sections: tuple[Section, ...]
    accents: Mapping[Colour, str]
    entities: tuple[str, ...] = ()
    home: Jump | None = None
    tight: bool = False

"""What the planner knows of a deck theme: its page and colours, and where each layout puts which text, and how it looks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from edu.plan.metrics import ARIAL

Colour = Literal["ink", "ink2", "paper", "soft", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "none"]
"""A colour of the theme: `accent1` concepts, `accent2`-`accent5` the entities in their order, `accent6` what the class does."""

Shape = Literal["rect", "roundRect", "ellipse", "homePlate", "chevron", "rightArrow", "leftRightArrow", "uturnArrow"]
"""A preset geometry of DrawingML."""

CUSTOM = "custom"

Align = Literal["left", "center", "right"]
Anchor = Literal["top", "middle", "bottom"]

_PALE = 0.4
"""A colour with a greater tint is nearer to the ground than to itself: paper cannot be read on it."""


@dataclass(frozen=True, slots=True)
class Paint:
    """A colour: the theme's, so far on its way to the page's ground (`tint` 0 plain, 0.9 faint), or `rgb` (`#B4412A`) itself.

    `dark` says that the ground is dark: a faint colour is then a deep one.
    """

    colour: Colour
    tint: float = 0
    dark: bool = False
    rgb: str = ""

    @property
    def label(self) -> Paint:
        """The colour of a text that stands on it: ink where it is pale, else paper."""
        return Paint("ink" if self.tint > _PALE else "paper")


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle on the page, in points from its top left corner."""

    x: float
    y: float
    w: float
    h: float

    def inset(self, left: float, top: float, right: float, bottom: float) -> Frame:
        """Return the frame that is left when each side moves inwards by so many points."""
        return Frame(self.x + left, self.y + top, self.w - left - right, self.h - top - bottom)


@dataclass(frozen=True, slots=True)
class Slot:
    """A placeholder of a layout: its idx, its type in PresentationML (`title`, `body`, …), its frame and the look of its text.

    `size` is the text size in points; `margins` are the insets left, top, right, bottom; `indent` is the bullet's;
    `gap` is the space before each paragraph but the first, in points; `fill` is the ground that it brings along; `face` is its
    Latin face, by whose metrics its text is fitted. `spacing` is by what its lines' height is multiplied, `leading` the height
    of a line in points where that is fixed. A size that is `given` is the school's own: text starts at it.
    `leftward` says that its style is one of texts written from right to left.
    """

    idx: int
    type: str
    frame: Frame
    size: float
    bold: bool = False
    margins: tuple[float, float, float, float] = (0, 0, 0, 0)
    indent: float = 0
    gap: float = 0
    colour: Paint = Paint("ink")
    align: Align = "left"
    anchor: Anchor = "top"
    bullet: Literal["none", "dot", "number"] = "none"
    fill: Paint | None = None
    shape: str = "rect"
    face: str = ARIAL
    spacing: float = 1
    leading: float = 0
    given: bool = False
    leftward: bool = False

    @property
    def room(self) -> Frame:
        """Where the text itself may stand."""
        return self.frame.inset(*self.margins)


@dataclass(frozen=True, slots=True)
class Decoration:
    """A shape that a layout draws behind what stands on it; one with an outline of its own is CUSTOM."""

    name: str
    frame: Frame
    shape: str
    fill: Paint | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """A named layout; `slots` by the placeholder's name (`Title`, `Body`, …); `ground` is None where it is a picture."""

    name: str
    slots: Mapping[str, Slot]
    ground: Paint | None = Paint("paper")
    decorations: tuple[Decoration, ...] = ()


@dataclass(frozen=True, slots=True)
class Theme:
    """A deck theme. Width and height of the page in points; layouts by name; colours (`#0F766E`) by name.

    `modules` are the accents of a course's modules in their order, none where all have the theme's own; `icons` are outlines
    for Glyphs, by what they stand for; `face` is the Latin face of boxes, tables and charts; `link` is the colour of all links,
    wherever they stand (None: not known). On a `school`'s own theme colours of a course stand beside those of the theme, and a
    layout may lack what is no more than an ornament of ours.
    """

    width: float
    height: float
    layouts: Mapping[str, Layout]
    colours: Mapping[Colour, str] = field(default_factory=dict)
    dark: bool = False
    modules: tuple[str, ...] = ()
    icons: Mapping[str, str] = field(default_factory=dict)
    face: str = ARIAL
    link: Paint | None = None
    school: bool = False

    def paint(self, colour: Colour, tint: float = 0) -> Paint:
        """Return a colour of the theme, so far on its way to the ground."""
        return Paint(colour, tint, self.dark)

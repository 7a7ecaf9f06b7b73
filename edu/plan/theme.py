"""What the planner knows of a deck theme: its page and where each layout puts which text at what size."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


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
    """A placeholder of a layout: its idx, its type in PresentationML (`title`, `body`, …), its frame and text.

    `size` is the text size in points; `margins` are the insets left, top, right, bottom; `indent` is the bullet's;
    `gap` is the space before each paragraph but the first, in points.
    """

    idx: int
    type: str
    frame: Frame
    size: float
    bold: bool = False
    margins: tuple[float, float, float, float] = (0, 0, 0, 0)
    indent: float = 0
    gap: float = 0

    @property
    def room(self) -> Frame:
        """Where the text itself may stand."""
        return self.frame.inset(*self.margins)


@dataclass(frozen=True, slots=True)
class Layout:
    """A named layout; `slots` by the placeholder's name (`Title`, `Body`, `Source`, …)."""

    name: str
    slots: Mapping[str, Slot]


@dataclass(frozen=True, slots=True)
class Theme:
    """A deck theme. Width and height of the page in points; layouts by name."""

    width: float
    height: float
    layouts: Mapping[str, Layout]

"""Looks -> classes of a style sheet: a policy that trusts one style forbids `style` in the elements."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from edu.plan.colour import find_colour
from edu.plan.theme import Anchor, Colour, Frame, Paint

WIDE = "(min-width: 700px), print"
"""Where slides are drawn as they stand in the deck; on less room their texts flow."""

Margins = tuple[float, float, float, float]
"""Left, top, right and bottom, in points."""
Insets = tuple[float, float]
"""Left and right, in points."""

_JUSTIFY = {"top": "flex-start", "middle": "center", "bottom": "flex-end"}


@dataclass(frozen=True, slots=True)
class Sheet:
    """Hands out a class for each look, the same for the same look; `colours` are the deck's (`#0F766E`) by name."""

    colours: Mapping[Colour, str]
    _placed: dict[str, str] = field(default_factory=dict)
    _looks: dict[str, str] = field(default_factory=dict)

    def place(self, *declarations: str) -> str:
        """Return the class of what holds only where slides are drawn as they stand in the deck."""
        return _find_class(self._placed, "p", declarations)

    def look(self, *declarations: str) -> str:
        """Return the class of what holds everywhere."""
        return _find_class(self._looks, "k", declarations)

    def shade(self, paint: Paint) -> str:
        """Return the colour that is seen."""
        return find_colour(paint, self.colours) or "none"

    def write_rules(self) -> str:
        """Return the rules of all classes."""
        placed, looks = ("".join(f".{name}{{{look}}}" for look, name in found.items()) for found in (self._placed, self._looks))
        return f"{looks}@media {WIDE}{{{placed}}}"


def _find_class(known: dict[str, str], letter: str, declarations: tuple[str, ...]) -> str:
    look = ";".join(declaration for declaration in declarations if declaration)
    return known.setdefault(look, f"{letter}{len(known)}") if look else ""


def write_number(value: float) -> str:
    """Return a number as CSS and SVG take it, to a hundredth."""
    return f"{round(value, 2) + 0:g}"


def write_face(face: str) -> str:
    """Return the name of a face as CSS takes it; signs that could end it are left out, since a school's file may hold any."""
    return '"' + re.sub(r"[^\w .-]", "", face) + '"'


def write_frame(frame: Frame) -> str:
    """Return where a frame stands on its page, whose points are the page's pixels."""
    x, y, w, h = (write_number(value) for value in (frame.x, frame.y, frame.w, frame.h))
    return f"left:{x}px;top:{y}px;width:{w}px;height:{h}px"


def write_body(anchor: Anchor, margins: Margins, insets: Insets = (0, 0)) -> str:
    """Return how a text stands in its frame."""
    return f"justify-content:{_JUSTIFY[anchor]};{write_padding(margins, insets)}"


def write_padding(margins: Margins, insets: Insets) -> str:
    """Return the room round a text: the margins of its place, and by how much it is narrower still."""
    left, top, right, bottom = margins[0] + insets[0], margins[1], margins[2] + insets[1], margins[3]
    return "padding:" + " ".join(f"{write_number(side)}px" for side in (top, right, bottom, left))

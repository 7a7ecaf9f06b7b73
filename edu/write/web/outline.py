"""A preset geometry of DrawingML and its size -> the outline of it, as SVG path data."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from edu.write.web.sheet import write_number

Point = tuple[float, float]

_CORNER = 0.12
"""The corner of a rounded rectangle, in its shorter side."""


def find_corner(shape: str, w: float, h: float) -> str:
    """Return the radius in CSS of a shape that is a rectangle with or without round corners; "" for all other shapes."""
    return {"rect": "0", "roundRect": f"{write_number(_CORNER * min(w, h))}px", "ellipse": "50%"}.get(shape, "")


def find_text_insets(shape: str, w: float, h: float) -> tuple[float, float]:
    """Return how far the text of a shape stands in from its left and right, besides its margins."""
    tip = min(w, h) / 2
    return {"homePlate": (0.0, tip / 2), "chevron": (tip, tip)}.get(shape, (0.0, 0.0))


def draw_outline(shape: str, w: float, h: float) -> str:
    """Return the path of an arrow or chevron (ECMA-376 20.1.10.56, with its default adjustments); others are rectangles."""
    draw = _OUTLINES.get(shape)
    return draw(w, h) if draw else _join_points(((0, 0), (w, 0), (w, h), (0, h)))


def _join_points(points: Sequence[Point]) -> str:
    return "M" + "L".join(f"{write_number(x)} {write_number(y)}" for x, y in points) + "Z"


def _draw_pentagon(w: float, h: float) -> str:
    tip = min(w, h) / 2
    return _join_points(((0, 0), (w - tip, 0), (w, h / 2), (w - tip, h), (0, h)))


def _draw_chevron(w: float, h: float) -> str:
    tip = min(w, h) / 2
    return _join_points(((0, 0), (w - tip, 0), (w, h / 2), (w - tip, h), (0, h), (tip, h / 2)))


def _draw_arrow(w: float, h: float) -> str:
    head = min(w, h) / 2
    near, far = h / 4, h * 3 / 4
    return _join_points(((0, near), (w - head, near), (w - head, 0), (w, h / 2), (w - head, h), (w - head, far), (0, far)))


def _draw_double_arrow(w: float, h: float) -> str:
    head, near, far = min(w, h) / 2, h / 4, h * 3 / 4
    right: tuple[Point, ...] = ((head, near), (w - head, near), (w - head, 0), (w, h / 2), (w - head, h))
    left: tuple[Point, ...] = ((w - head, far), (head, far), (head, h), (0, h / 2), (head, 0))
    return _join_points((*right, *left))


def _draw_turn(w: float, h: float) -> str:
    """Return an arrow that goes up at the left, over the top and down to its head at the right."""
    thick = min(w, h) / 4
    foot, neck = h * 0.75, h * 0.75 - thick
    left, right = w - 1.5 * thick, w - 0.5 * thick
    outer: tuple[Point, ...] = ((0, h), (0, 0), (right, 0), (right, neck), (w, neck), (w - thick, foot), (w - 2 * thick, neck))
    inner: tuple[Point, ...] = ((left, neck), (left, thick), (thick, thick), (thick, h))
    return _join_points((*outer, *inner))


_OUTLINES: dict[str, Callable[[float, float], str]] = {
    "homePlate": _draw_pentagon,
    "chevron": _draw_chevron,
    "rightArrow": _draw_arrow,
    "leftRightArrow": _draw_double_arrow,
    "uturnArrow": _draw_turn,
}

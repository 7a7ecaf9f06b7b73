"""A colour of the theme, tinted or not -> the colour on the screen; and how well one can be read on another."""

from __future__ import annotations

import colorsys
from collections.abc import Mapping, Sequence

from edu.plan.theme import Colour, Paint

_DEEPEST = 0.22
"""The share of its light that a colour keeps at least on dark ground: below it is black."""
READABLE = 4.5
"""The contrast that a text needs (WCAG 2.2, 1.4.3)."""
DARK_SATURATION = 0.6
"""How much of its saturation a faint colour keeps on dark ground: a deep one would glow."""


def find_change(paint: Paint) -> tuple[float, float, float]:
    """Return what a tint does to its colour: by what it multiplies the lightness, what it then adds to it, and by what it
    multiplies the saturation (ECMA-376 20.1.2.3.20, .21 and .26)."""
    if paint.dark:
        return max(round(1 - paint.tint, 5), _DEEPEST), 0, DARK_SATURATION
    return round(1 - paint.tint, 5), paint.tint, 1


def find_colour(paint: Paint, palette: Mapping[Colour, str]) -> str:
    """Return the colour (`#0F766E`) that `paint` shows where the theme's colours are `palette`; "" for none at all."""
    if paint.rgb:
        return paint.rgb.upper()
    if paint.colour == "none":
        return ""
    plain = palette[paint.colour].upper()
    return _change(plain, *find_change(paint)) if paint.tint else plain


def _change(colour: str, keep: float, add: float, dull: float) -> str:
    hue, light, saturation = colorsys.rgb_to_hls(*_split(colour))
    return _write_colour(hue, min(1, light * keep + add), saturation * dull)


def measure_contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours (`#0F766E`), from 1 to 21 (WCAG 2.2, 1.4.3)."""
    bright, dim = sorted((_measure_light(one), _measure_light(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _measure_light(colour: str) -> float:
    """Return the relative luminance, from 0 to 1."""
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _split(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _split(colour: str) -> tuple[float, float, float]:
    """Return red, green and blue, from 0 to 1."""
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return red, green, blue


def find_readable(colour: str, grounds: Sequence[str], least: float) -> str:
    """Return the colour of the same hue, as near as can be, whose contrast with each of `grounds` is `least`; "" for none."""
    hue, light, saturation = colorsys.rgb_to_hls(*_split(colour))
    steps = sorted((step / 255 for step in range(256)), key=lambda step: abs(step - light))
    near = (_write_colour(hue, step, saturation) for step in steps)
    return next((found for found in near if all(measure_contrast(found, ground) >= least for ground in grounds)), "")


def _write_colour(hue: float, light: float, saturation: float) -> str:
    return "#" + "".join(f"{round(part * 255):02X}" for part in colorsys.hls_to_rgb(hue, light, saturation))

"""Two colours -> their contrast, as WCAG 2.2 counts it."""

from __future__ import annotations


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours (`#0F766E`), from 1 to 21."""
    bright, dim = sorted((_measure_light(one), _measure_light(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _measure_light(colour: str) -> float:
    """Return the relative luminance of sRGB (WCAG 2.2, 1.4.3)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue

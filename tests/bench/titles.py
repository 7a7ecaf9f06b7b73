"""A .pptx -> the titles of its slides, so that only programs which wrote the same slides are compared."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER

_TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)


def read_titles(path: Path) -> list[str]:
    """Return the text of each slide's title, its white space made one; "" where a slide has none."""
    found = []
    for slide in Presentation(str(path)).slides:
        titles = (shape for shape in slide.placeholders if shape.placeholder_format.type in _TITLES)
        found.append(next((_plain(shape.text_frame.text) for shape in titles), ""))
    return found


def find_difference(path: Path, titles: Sequence[str]) -> str:
    """Return how the slides of the file differ from `titles`; "" where they are the same."""
    found = read_titles(path)
    if len(found) != len(titles):
        return f"{path.name} has {len(found)} slides, not {len(titles)}"
    pairs = enumerate(zip(found, map(_plain, titles), strict=True), 1)
    return next((f"slide {n} of {path.name} is called {a!r}, not {b!r}" for n, (a, b) in pairs if a != b), "")


def _plain(text: str) -> str:
    return " ".join(text.split())

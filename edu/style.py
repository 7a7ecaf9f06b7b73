"""`templates/style.toml` -> the look that decks and quiz pages share: colours, faces, sizes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

Ground = Literal["light", "dark"]
GROUNDS: tuple[Ground, ...] = ("light", "dark")


ICON_GRID = 24.0
"""The side of the square that icons are drawn on, with a line of 2."""


@dataclass(frozen=True, slots=True)
class Style:
    """The look. Colours (`#0F766E`) by ground and name; sizes in points by name; faces by script (ISO 15924).

    `modules` are the accents of the modules in their order; `quiz` has the colours that only the quiz page needs; `icons` are
    outlines on a square of ICON_GRID, by what they stand for.
    """

    colours: Mapping[Ground, Mapping[str, str]]
    modules: Mapping[Ground, tuple[str, ...]]
    quiz: Mapping[Ground, Mapping[str, str]]
    faces: Mapping[str, str]
    sizes: Mapping[str, float]
    icons: Mapping[str, str]


@cache
def read_style(templates: Path) -> Style:
    """Return the style in the folder of all templates."""
    import tomllib

    found, icons = (tomllib.loads((templates / name).read_text("utf-8")) for name in ("style.toml", "icons.toml"))
    return Style(
        colours={ground: found[ground] for ground in GROUNDS},
        modules={ground: tuple(found["modules"][ground]) for ground in GROUNDS},
        quiz={ground: found["quiz"][ground] for ground in GROUNDS},
        faces=found["faces"],
        icons=icons,
        sizes={name: float(size) for name, size in found["sizes"].items()},
    )

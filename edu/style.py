"""`templates/style.toml` -> the look that decks and quiz pages share: colours, faces, sizes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

Ground = Literal["light", "dark"]
GROUNDS: tuple[Ground, ...] = ("light", "dark")


@dataclass(frozen=True, slots=True)
class Style:
    """The look. Colours (`#0F766E`) by ground and name; sizes in points by name; faces by script (ISO 15924).

    `modules` are the accents of the modules in their order; `quiz` has the colours that only the quiz page needs.
    """

    colours: Mapping[Ground, Mapping[str, str]]
    modules: Mapping[Ground, tuple[str, ...]]
    quiz: Mapping[Ground, Mapping[str, str]]
    faces: Mapping[str, str]
    sizes: Mapping[str, float]

    def find_accent(self, ground: Ground, module: int) -> str:
        """Return the accent of the module with that number, from 0."""
        accents = self.modules[ground]
        return accents[module % len(accents)]


@cache
def read_style(templates: Path) -> Style:
    """Return the style in the folder of all templates."""
    import tomllib

    found = tomllib.loads((templates / "style.toml").read_text("utf-8"))
    return Style(
        colours={ground: found[ground] for ground in GROUNDS},
        modules={ground: tuple(found["modules"][ground]) for ground in GROUNDS},
        quiz={ground: found["quiz"][ground] for ground in GROUNDS},
        faces=found["faces"],
        sizes={name: float(size) for name, size in found["sizes"].items()},
    )

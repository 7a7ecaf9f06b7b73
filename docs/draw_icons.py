"""Icons of Lucide (npm `lucide-static`) -> `templates/icons.toml`: outlines of lines and curves that a deck can draw."""

from __future__ import annotations

import sys
from pathlib import Path

from svgelements import SVG, Arc, Close, CubicBezier, Line, Move, QuadraticBezier
from svgelements import Path as Outline
from svgelements import Shape as Drawn

NAMES = {
    "objectives": "target",
    "agenda": "route",
    "definition": "book-open",
    "example": "circle-check",
    "counterexample": "circle-x",
    "voice": "quote",
    "discussion": "messages-square",
    "activity": "pencil-line",
    "check": "circle-question-mark",
    "answer": "circle-check-big",
    "summary": "flag",
    "glossary": "book-a",
    "sources": "library",
}
"""What stands on slides -> the icon's name at Lucide."""

HEAD = """\
# Icons: what stands on slides -> an outline on a square of 24, drawn with a line of 2 (SVG path data of M, L, C and Z).
# Written by docs/draw_icons.py from {package}, which is:
{licence}
"""


def write_icons(package: Path, target: Path) -> None:
    """Write the icons of the npm package at `package` (the folder with its `package.json`) to `target`."""
    licence = (package / "LICENSE").read_text("utf-8").split("---")[0].strip()
    lines = [f"#   {line}".rstrip() for line in licence.splitlines()]
    version = (package / "package.json").read_text("utf-8").split('"version": "')[1].split('"')[0]
    head = HEAD.format(package=f"lucide-static {version}", licence="\n".join(lines))
    icons = [f'{name} = "{draw_icon(package / "icons" / f"{icon}.svg")}"' for name, icon in NAMES.items()]
    target.write_text(head + "\n" + "\n".join(icons) + "\n", "utf-8", newline="\n")


def draw_icon(file: Path) -> str:
    """Return all shapes of an SVG file as one outline."""
    return "".join(
        _draw_step(step) for shape in SVG.parse(str(file)).elements() if isinstance(shape, Drawn) for step in Outline(shape)
    )


def _draw_step(step: object) -> str:
    match step:
        case Move():
            return f"M{_place(step.end)}"
        case Close():
            return "Z"
        case Line():
            return f"L{_place(step.end)}"
        case CubicBezier():
            return f"C{_place(step.control1)} {_place(step.control2)} {_place(step.end)}"
        case QuadraticBezier():
            one, two = step.start + (step.control - step.start) * (2 / 3), step.end + (step.control - step.end) * (2 / 3)
            return f"C{_place(one)} {_place(two)} {_place(step.end)}"
        case Arc():
            return "".join(_draw_step(curve) for curve in step.as_cubic_curves())
        case _:
            raise TypeError(type(step))


def _place(point: object) -> str:
    x, y = point  # type: ignore[misc]  # svgelements has no types: a point is a pair
    return f"{round(x, 2):g} {round(y, 2):g}"


if __name__ == "__main__":
    write_icons(Path(sys.argv[1]), Path(__file__).resolve().parents[1] / "templates" / "icons.toml")

"""Open fonts with the metrics of the faces that Office has -> `edu/plan/widths/*.py`: how wide each character is, as data."""

from __future__ import annotations

import re
import subprocess
import sys
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parents[1]
EM = 2048

CHARACTERS = (
    (0x20, 0x7E), (0xA0, 0x17F), (0x37E, 0x37E), (0x384, 0x3CE), (0x400, 0x45F), (0x490, 0x491), (0x5D0, 0x5EA),
    (0x600, 0x6FF), (0x1E80, 0x1EF9), (0x2010, 0x2044), (0x20A0, 0x20CF), (0x2100, 0x215F), (0x2190, 0x2195),
    (0x2200, 0x22FF), (0xFB50, 0xFBFF), (0xFE70, 0xFEFC),
)  # fmt: skip
"""Latin, Greek and Cyrillic of today, Vietnamese, Hebrew, Arabic and the forms of its letters, punctuation, currencies, and
signs: first and last code points."""

GELASIO = ROOT / "node_modules" / "@fontsource" / "gelasio" / "files"
_STYLES = {"REGULAR": ("80", "400"), "BOLD": ("200", "700")}
"""A table's name -> its weight for fontconfig, and on the web."""


@dataclass(frozen=True, slots=True)
class Twin:
    """A face and the open font that is as wide: its family, and the package that brings it."""

    face: str
    family: str
    package: str

    def find_files(self, table: str) -> Sequence[Path]:
        """Return the files that hold the characters of one weight; raise RuntimeError where the font is not installed."""
        weight, number = _STYLES[table]
        if self.package.startswith("npm"):
            return [GELASIO / f"gelasio-{part}-{number}-normal.woff" for part in ("latin", "latin-ext", "vietnamese")]
        command = ["fc-match", "--format=%{family}\n%{file}", f"{self.family}:weight={weight}:slant=0"]
        family, file = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split("\n")
        if family != self.family:
            raise RuntimeError(f"{self.family} is not installed: {self.package}")
        return [Path(file)]


TWINS = {
    "arial": Twin("Arial", "Liberation Sans", "Debian fonts-liberation"),
    "arial_narrow": Twin("Arial Narrow", "Liberation Sans Narrow", "Debian fonts-liberation"),
    "calibri": Twin("Calibri", "Carlito", "Debian fonts-crosextra-carlito"),
    "cambria": Twin("Cambria", "Caladea", "Debian fonts-crosextra-caladea"),
    "georgia": Twin("Georgia", "Gelasio", "npm @fontsource/gelasio"),
    "times": Twin("Times New Roman", "Liberation Serif", "Debian fonts-liberation"),
    "verdana": Twin("Verdana", "DejaVu Sans", "Debian fonts-dejavu-core"),
}
"""The module's name -> what it is read from. Courier's letters are all alike, and need no table."""


def write_module(twin: Twin) -> str:
    """Return the Python module with the widths of `twin`."""
    version = read_version(twin)
    head = f'"""Advance widths of {twin.face}, from {twin.family} {version} ({twin.package})."""\n'
    tables = (f"\n{table}: dict[int, tuple[int, ...]] = {{\n{_write_table(twin, table)}}}  # fmt: skip\n" for table in _STYLES)
    return head + "".join(tables)


def read_version(twin: Twin) -> str:
    """Return the version that the font gives itself: `1.07.4`."""
    with _open_font(twin.find_files("REGULAR")[0]) as font:
        found = re.search(r"\d+(\.\d+)+", font["name"].getDebugName(5))
    return found[0] if found else ""


def read_widths(twin: Twin, table: str) -> Mapping[int, int]:
    """Return the width of each of the CHARACTERS that the font has, by code point, in 1/2048 em."""
    widths: dict[int, int] = {}
    for file in twin.find_files(table):
        with _open_font(file) as font:
            scale, advances = EM / font["head"].unitsPerEm, font["hmtx"]
            widths |= {code: round(advances[glyph][0] * scale) for code, glyph in font.getBestCmap().items()}
    wanted = (code for first, last in CHARACTERS for code in range(first, last + 1))
    return {code: widths[code] for code in wanted if code in widths}


def _open_font(file: Path) -> TTFont:
    """Return the font; the library is there where tables are read anew."""
    from fontTools.ttLib import TTFont

    return TTFont(file)


def _write_table(twin: Twin, table: str) -> str:
    return "".join(_write_stretch(first, widths) for first, widths in _list_stretches(read_widths(twin, table)))


def _list_stretches(widths: Mapping[int, int]) -> Iterator[tuple[int, list[int]]]:
    """Yield the first code point of each stretch without a gap, and the widths of all in it."""
    stretch: list[int] = []
    for code, width in widths.items():
        stretch.append(width)
        if code + 1 not in widths:
            yield code - len(stretch) + 1, stretch
            stretch = []


def _write_stretch(first: int, widths: Sequence[int]) -> str:
    numbers = ", ".join(map(str, widths)) + ","
    if len(widths) <= 10:
        return f"    0x{first:04X}: ({numbers}),\n"
    lines = textwrap.fill(numbers, 124, initial_indent=" " * 8, subsequent_indent=" " * 8)
    return f"    0x{first:04X}: (\n{lines}\n    ),\n"


if __name__ == "__main__":
    for stem in sys.argv[1:] or TWINS:
        (ROOT / "edu" / "plan" / "widths" / f"{stem}.py").write_text(write_module(TWINS[stem]), "utf-8", newline="\n")

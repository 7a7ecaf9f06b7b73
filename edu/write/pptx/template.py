"""The house theme (unzipped, with the style's names in it) or a school's file -> the package that a deck is written into."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from edu.model.locale import direction_of
from edu.plan.colour import DARK_SATURATION
from edu.style import Ground, Style, read_style
from edu.write.pptx.package import TYPES, list_parts, pack_members

if TYPE_CHECKING:
    from edu.plan.page import Deck
    from edu.write.pptx.school.furnish import Furnished

PageSize = Literal["16:9", "4:3"]
PAGE_SIZES: tuple[PageSize, ...] = ("16:9", "4:3")

_WIDTH = 12192000
_NARROW = 9144000
"""Widths of the two pages in EMU; both are 6858000 high."""

_SWAPPED = {"lt1": "dk1", "dk1": "lt1", "lt2": "dk2", "dk2": "lt2"}
"""On dark ground the theme's dark colours are the grounds, and its light ones the inks."""


_DEEP = f'<a:lumMod val="36000"/><a:satMod val="{round(DARK_SATURATION * 100000)}"/>'
"""A colour as the ground of a whole page or a band on dark ground: bright, it would dazzle."""


@dataclass(frozen=True, slots=True)
class Template:
    """What a deck stands on: the house theme in the folder of all templates, on light or dark ground; or a school's own file.

    `school` is that file; `layouts` are the names of its layouts by those of the house that they stand for. A `leftward` one is
    for languages that are written from right to left: all that is the house's stands mirrored in it.
    """

    templates: Path
    ground: Ground = "light"
    page: PageSize = "16:9"
    school: bytes = field(default=b"", repr=False)
    layouts: tuple[tuple[str, str], ...] = ()
    leftward: bool = False

    def facing(self, lang: str) -> Template:
        """Return the template for decks in the gettext language `lang`."""
        return replace(self, leftward=direction_of(lang) == "rtl")


def open_template(template: Template) -> bytes:
    """Return the package of `template` as a .pptx file's bytes; raise UnreadError where it is a school's that is none."""
    return furnish(template).data if template.school else _open_house(template)


def list_literals(template: Template, deck: Deck) -> dict[str, str]:
    """Return the colours that the slides of `deck` write themselves, by the house's names: a school's theme stays as it is."""
    if colours_theme(template):
        return dict(furnish(template).literals) if template.school else {}
    return dict(furnish(template).literals) | {str(name): colour for name, colour in deck.accents.items()}


def colours_theme(template: Template) -> bool:
    """Return whether the colours of a deck go into its theme: it is the house's, or was made from that."""
    return not template.school or furnish(template).ours


def write_potx(template: Template) -> bytes:
    """Return the house theme of `template` as a .potx file (ECMA-376-1 13.3.6), with a slide on each layout.

    A designer sees on them what the layouts do, and LibreOffice reads no layouts where there is no slide.
    """
    from pptx import Presentation

    file = Presentation(io.BytesIO(_open_house(template)))
    for layout in file.slide_layouts:
        file.slides.add_slide(layout).shapes.title.text = layout.name
    members = list_parts(file.part.package)
    types = members[TYPES].replace(b"presentation.main+xml", b"template.main+xml")
    return pack_members({**members, TYPES: types})


@lru_cache(maxsize=8)
def furnish(template: Template) -> Furnished:
    """Return the school's file of `template` with all that the house has; raise UnreadError where it cannot be built on."""
    from edu.write.pptx.school.furnish import furnish_school
    from edu.write.pptx.theme import read_theme

    house = Template(template.templates)
    style, mapping = read_style(template.templates), dict(template.layouts)
    return furnish_school(template.school, _open_house(house), read_theme(house), style, mapping, leftward=template.leftward)


@lru_cache(maxsize=8)
def _open_house(template: Template) -> bytes:
    style, folder = read_style(template.templates), template.templates / "deck" / "house"
    names = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}
    package = pack_members({name: _fill_member(name, path.read_bytes(), style, template) for name, path in names.items()})
    return _turn_house(package) if template.leftward else package


def _turn_house(package: bytes) -> bytes:
    from pptx import Presentation

    from edu.write.pptx.mirror import turn_house

    file = Presentation(io.BytesIO(package))
    turn_house(file)
    return pack_members(list_parts(file.part.package))


def _fill_member(name: str, data: bytes, style: Style, template: Template) -> bytes:
    """Return a part with the style's values in the place of their names; notes are printed, and stay on light ground."""
    if not name.startswith("ppt/"):
        return data
    printed = name.startswith("ppt/notesMasters/") or name == "ppt/theme/theme2.xml"
    text = _fill_names(data.decode("utf-8"), _list_values(style, "light" if printed else template.ground))
    return (text if printed or template.page == "16:9" else _make_narrow(text)).encode("utf-8")


def _fill_names(text: str, values: Mapping[str, str]) -> str:
    return re.sub(r'(?<=[">])\{(\w+)\}(?=["<])', lambda found: values[found[1]], text)


def _list_values(style: Style, ground: Ground) -> dict[str, str]:
    """Return what stands for each name in the theme's parts: colours, the colour map (ECMA-376 19.3.1.6), sizes, faces."""
    colours = {name: colour.lstrip("#").upper() for name, colour in style.colours[ground].items()}
    pairs = (("bg1", "lt1", "paper"), ("tx1", "dk1", "ink"), ("bg2", "lt2", "soft"), ("tx2", "dk2", "ink2"))
    values = {name: colours[name] for name in colours if name.startswith("accent")}
    values |= {"hlink": colours["link"], "folHlink": colours["visited"]}
    for role, slot, name in pairs:
        where = slot if ground == "light" else _SWAPPED[slot]
        values |= {role: where, where: colours[name]}
    values |= {"deep": "", "on": "bg1"} if ground == "light" else {"deep": _DEEP, "on": "tx1"}
    values |= {name: str(round(size * 100)) for name, size in style.sizes.items()}
    return values | dict(style.faces)


def _make_narrow(text: str) -> str:
    """Return a part for a page of 4:3: what is 16 wide becomes 12, and what is high stays so."""
    scale = _NARROW / _WIDTH
    found = re.sub(
        r'(<a:(?:off|chOff) x=|<a:(?:ext|chExt) cx=)"(-?\d+)"', lambda m: f'{m[1]}"{round(int(m[2]) * scale)}"', text
    )
    return found.replace(f'<p:sldSz cx="{_WIDTH}"', f'<p:sldSz cx="{_NARROW}"')

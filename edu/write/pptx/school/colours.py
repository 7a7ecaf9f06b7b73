"""The colours of a school's file -> which of them decks use for what, so that all of it can be read."""

from __future__ import annotations

import colorsys
import io
import struct
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from edu.plan.colour import READABLE, find_readable, measure_contrast
from edu.plan.theme import Colour
from edu.style import Style

NS = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
A = f"{{{NS['a']}}}"
_BROKEN = (OSError, SyntaxError, ValueError, TypeError, IndexError, EOFError, struct.error)
"""What Pillow raises of a picture that is broken, or of a format that it does not read, such as a metafile."""
_PRESETS = {"black": "#000000", "white": "#FFFFFF"}
_SCHEME: Mapping[Colour, str] = {"ink": "tx1", "ink2": "tx2", "paper": "bg1", "soft": "bg2"}


@dataclass(frozen=True, slots=True)
class Palette:
    """A master's colours (`#0F766E`) by the names that its parts call them: `tx1`, `accent1`, `dk2`, `hlink`, …"""

    colours: Mapping[str, str]
    theme: Any
    """The theme's root element."""
    part: Any
    """The theme's part, whose relationships lead to its pictures."""

    def find(self, parent: Any, own: str = "") -> str:
        """Return the colour that stands in `parent`; "" where none does. `own` is what `phClr` means there."""
        for element in parent if parent is not None else ():
            name = element.tag.removeprefix(A)
            plain = {
                "srgbClr": f"#{element.get('val', '')}".upper(),
                "sysClr": f"#{element.get('lastClr', '000000')}".upper(),
                "prstClr": _PRESETS.get(element.get("val", ""), ""),
                "schemeClr": self.colours.get(element.get("val", ""), own),
            }.get(name, "")
            if len(plain) == 7:
                return _change(plain, element)
        return ""

    def find_fill(self, parent: Any, part: Any, own: str = "") -> str:
        """Return the colour of the fill in `parent`: of a gradient or a picture the mean; "" where there is no fill."""
        if parent is None:
            return ""
        if (solid := parent.find("a:solidFill", NS)) is not None:
            return self.find(solid, own)
        if (gradient := parent.find("a:gradFill", NS)) is not None:
            stops = (self.find(stop, own) for stop in gradient.findall("a:gsLst/a:gs", NS))
            return mean_colour(stop for stop in stops if stop)
        blip = parent.find("a:blipFill/a:blip", NS)
        return mean_picture(blip, part) if blip is not None else ""


def read_palette(master: Any) -> Palette:
    """Return the colours of a slide master, by its colour map (ECMA-376 19.3.1.6)."""
    from lxml import etree

    part = next(relation.target_part for relation in master.part.rels.values() if relation.reltype.endswith("/theme"))
    theme = etree.fromstring(part.blob)
    scheme = theme.find("a:themeElements/a:clrScheme", NS)
    bare = Palette({}, theme, part)
    colours = (
        {slot.tag.removeprefix(A): bare.find(slot) or "#000000" for slot in scheme if isinstance(slot.tag, str)}
        if scheme is not None
        else {}
    )
    return Palette(colours | _map_names(colours, master._element.find("p:clrMap", NS)), theme, part)


def override_palette(palette: Palette, layout: Any) -> Palette:
    """Return the palette of a layout that may have a colour map of its own."""
    own = layout._element.find("p:clrMapOvr/a:overrideClrMapping", NS)
    if own is None:
        return palette
    return Palette({**palette.colours, **_map_names(palette.colours, own)}, palette.theme, palette.part)


def _map_names(colours: Mapping[str, str], mapping: Any) -> dict[str, str]:
    return {name: colours[slot] for name, slot in mapping.items() if slot in colours} if mapping is not None else {}


def _change(colour: str, element: Any) -> str:
    """Return the colour with the changes below its element (ECMA-376 20.1.2.3): those of lightness and saturation."""
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    for change in element:
        name, value = change.tag.removeprefix(A), int(change.get("val", "100000")) / 100000
        match name:
            case "lumMod":
                light *= value
            case "lumOff":
                light += value
            case "tint" | "shade":
                hue, light, saturation = _mix_light(hue, light, saturation, value, 1 if name == "tint" else 0)
            case "satMod":
                saturation *= value
    parts = colorsys.hls_to_rgb(hue, min(1, max(0, light)), min(1, max(0, saturation)))
    return "#" + "".join(f"{round(part * 255):02X}" for part in parts)


def _mix_light(hue: float, light: float, saturation: float, share: float, end: float) -> tuple[float, float, float]:
    """Return a colour mixed with white (`end` 1) or black as light is mixed, so far that `share` of it is left."""
    parts = colorsys.hls_to_rgb(hue, min(1, max(0, light)), min(1, max(0, saturation)))
    return colorsys.rgb_to_hls(*((part**2.2 * share + end * (1 - share)) ** (1 / 2.2) for part in parts))


def mean_colour(colours: Iterable[str]) -> str:
    """Return the mean of colours; "" where there are none."""
    found = list(colours)
    if not found:
        return ""
    return "#" + "".join(f"{round(sum(int(c[i : i + 2], 16) for c in found) / len(found)):02X}" for i in (1, 3, 5))


def mean_picture(blip: Any, part: Any) -> str:
    """Return the mean colour of a picture; "" where it is unknown, or can be seen through."""
    return next(iter(see_picture(blip, part, 1, 1)), "")


def see_picture(blip: Any, part: Any, across: int = 16, down: int = 9) -> tuple[str, ...]:
    """Return the colours of a picture that is looked at in cells, in steps in which no two readers of a format differ.

    One that is not known is (""); cells that can be seen through are left out.
    """
    from PIL import Image

    relation = part.rels.get(blip.get(f"{{{NS['r']}}}embed", ""))
    if relation is None or relation.is_external:
        return ("",)
    try:
        with Image.open(io.BytesIO(relation.target_part.blob)) as picture:
            cells = picture.convert("RGBA").resize((across, down), Image.Resampling.BOX).tobytes()
    except (*_BROKEN, Image.DecompressionBombError, Image.DecompressionBombWarning):
        return ("",)
    every = (cells[i : i + 4] for i in range(0, len(cells), 4))
    seen = ("#" + "".join(f"{min(255, round(part / 16) * 16):02X}" for part in cell[:3]) for cell in every if cell[3] >= 128)
    return tuple(dict.fromkeys(seen))


# --- roles -------------------------------------------------------------------------------------------------------------


def is_dark(ground: str) -> bool:
    """Return whether light text is read better on `ground` than dark text."""
    return measure_contrast(ground, "#FFFFFF") > measure_contrast(ground, "#000000")


def is_busy(grounds: Iterable[str]) -> bool:
    """Return whether neither black nor white can be read on all of `grounds`, or one of them is not known ("")."""
    behind = list(grounds)
    return not all(behind) or not any(all(_reads(ink, ground) for ground in behind) for ink in ("#000000", "#FFFFFF"))


def choose_colours(palette: Palette, ground: str, behind: Iterable[str], style: Style) -> dict[Colour, str]:
    """Return the colour for each role: the school's own where it can be read on `ground`, on panels and on all that stands
    `behind` texts, else one made of it."""
    behind = (ground, *behind)
    own, house = palette.colours, style.colours["dark" if is_dark(ground) else "light"]
    ink = next(
        c
        for c in (own.get("tx1", ""), own.get("bg1", ""), house["ink"], "#000000", "#FFFFFF")
        if all(_reads(c, one) for one in behind)
    )
    soft = own.get("bg2", "")
    if not soft or soft == ground or not _reads(soft, ink) or measure_contrast(soft, ground) > 1.6:
        soft = mix(ground, ink, 0.06)
    grounds = (*dict.fromkeys(behind), soft)
    chosen: dict[Colour, str] = {"paper": ground, "soft": soft, "ink": make_readable(ink, grounds)}
    chosen["ink2"] = make_readable(own.get("tx2", "") or house["ink2"], grounds)
    spare = [own[f"accent{i}"] for i in range(1, 7) if f"accent{i}" in own] or [house["accent1"]]
    vivid = sorted(spare, key=lambda colour: (_saturation(colour) < 0.2, not _reads(colour, ground)))
    names: tuple[Colour, ...] = ("accent1", "accent6", "accent2", "accent3", "accent4", "accent5")
    for i, name in enumerate(names):
        chosen[name] = make_readable(vivid[i % len(vivid)], grounds)
    return chosen


def keep_colours(palette: Palette, ground: str) -> dict[Colour, str]:
    """Return the colour for each role where the theme has them by the house's names; what cannot be read is changed."""
    own = palette.colours
    soft = own.get("bg2", ground)
    chosen: dict[Colour, str] = {"paper": ground, "soft": soft}
    names: tuple[Colour, ...] = ("ink", "ink2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6")
    for name in names:
        chosen[name] = make_readable(own.get(_SCHEME.get(name, name), "#000000"), (ground, soft))
    return chosen


def make_readable(colour: str, grounds: Iterable[str]) -> str:
    """Return `colour`, made darker or lighter just as far as it must be to be read on each of `grounds`."""
    behind = [ground for ground in grounds if ground]
    if all(_reads(colour, ground) for ground in behind):
        return colour
    return find_readable(colour, behind, READABLE + 0.05) or ("#FFFFFF" if is_dark(behind[0]) else "#000000")


def mix(one: str, other: str, share: float) -> str:
    """Return `one` so far on its way to `other`."""
    pairs = ((int(one[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def _reads(colour: str, ground: str) -> bool:
    return bool(colour) and measure_contrast(colour, ground) >= READABLE + 0.05


def _saturation(colour: str) -> float:
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return max(red, green, blue) - min(red, green, blue)


def list_literals(colours: Mapping[Colour, str], palette: Palette) -> dict[str, str]:
    """Return the colours that must stand on slides as they are, by the name that the house has for them.

    The school's own name for a colour does where it means just that colour: its shapes are never painted anew.
    """
    names = {_SCHEME.get(role, role): colour for role, colour in colours.items()}
    return {name: colour for name, colour in names.items() if palette.colours.get(name) != colour}


def write_literals(text: str, literals: Mapping[str, str]) -> str:
    """Return XML of ours with the colours of `literals` themselves in the place of their names."""
    import re

    def swap(found: re.Match[str]) -> str:
        colour = literals.get(found["name"])
        return f'<a:srgbClr val="{colour.lstrip("#").upper()}"{found["end"]}' if colour else found[0]

    def close(found: re.Match[str]) -> str:
        inner = swap(found)
        return inner if inner == found[0] else inner + found["inner"] + "</a:srgbClr>"

    long = r'<a:schemeClr val="(?P<name>\w+)"(?P<end>>)(?P<inner>(?:<a:\w+ val="\d+"/>)*)</a:schemeClr>'
    short = r'<a:schemeClr val="(?P<name>\w+)"(?P<end>/>)'
    return re.sub(short, swap, re.sub(long, close, text))

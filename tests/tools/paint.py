"""The colours of DrawingML -> what is seen (`#0F766E`): themes, maps of names, and changes of lightness and saturation."""

from __future__ import annotations

import colorsys
from collections.abc import Mapping

from lxml import etree
from lxml.etree import _Element
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.slide import SlideMaster

Palette = Mapping[str, str]


def read_palette(master: SlideMaster) -> Palette:
    """Return the colours of the theme by every name that a slide may call them: `accent1`, `tx1`, `dk1`, `hlink`."""
    theme = etree.fromstring(master.part.part_related_by(RELATIONSHIP_TYPE.THEME).blob)
    scheme = next(theme.iter(qn("a:clrScheme")))
    plain = {etree.QName(entry).localname: _read_plain(entry[0]) for entry in scheme}
    names = master._element.find(qn("p:clrMap"))
    return plain | {name: plain[means] for name, means in names.attrib.items() if means in plain}


def _read_plain(colour: _Element) -> str:
    return "#" + (colour.get("lastClr") or colour.get("val", "")).upper()


def read_fill(parent: _Element | None, palette: Palette) -> str | None:
    """Return the colour that `parent` is filled with, "" where it says none at all, None where it says nothing of fills."""
    if parent is None:
        return None
    fill = parent.find(qn("a:solidFill"))
    if fill is not None:
        return read_colour(fill[0], palette)
    if any(parent.find(qn(f"a:{name}")) is not None for name in ("gradFill", "blipFill", "pattFill")):
        return "?"
    return "" if parent.find(qn("a:noFill")) is not None else None


def read_colour(colour: _Element, palette: Palette) -> str:
    """Return what an `a:srgbClr`, `a:schemeClr` or `a:sysClr` shows; alpha is not looked at."""
    plain = palette[colour.get("val", "")] if colour.tag == qn("a:schemeClr") else _read_plain(colour)
    red, green, blue = (int(plain[i : i + 2], 16) / 255 for i in (1, 3, 5))
    for change in colour:
        share = int(change.get("val", "0")) / 100000
        hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
        match etree.QName(change).localname:
            case "lumMod":
                light *= share
            case "lumOff":
                light += share
            case "satMod":
                saturation *= share
            case "tint" | "shade":
                light = light * share + (1 - share if change.tag == qn("a:tint") else 0)
            case _:
                pass
        red, green, blue = colorsys.hls_to_rgb(hue, min(1, max(0, light)), min(1, saturation))
    return "#" + "".join(f"{round(part * 255):02X}" for part in (red, green, blue))

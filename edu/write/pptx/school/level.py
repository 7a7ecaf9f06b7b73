"""The first level of a placeholder -> the same with what decks need of it: a size, a readable colour, one spacing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from lxml import etree

from edu.write.pptx.school.colours import NS, A, Palette, make_readable
from edu.write.pptx.school.holders import mark_of, put_child

TITLES = ("title", "ctrTitle")
_EMU = 12700
_HANG = 34


@dataclass(frozen=True, slots=True)
class Look:
    """What a level gets where it does not say it itself: a size in points, an ink, an alignment (`l`, `ctr`; "" for none).

    `grounds` are the colours behind it; `numbered` lists have numbers; the text at a page's `foot` is a line alone.
    """

    size: float
    ink: str
    grounds: tuple[str, ...]
    numbered: bool
    align: str
    foot: bool


def set_look(level: Any, below: Any, wanted: Look, palette: Palette) -> None:
    """Give a level what it lacks; `below` is the level of the master that it inherits from, None where there is none."""
    levels = [level, *([below] if below is not None else [])]
    look = level.find("a:defRPr", NS)
    if look is None:
        look = etree.Element(f"{A}defRPr")
        put_child(level, look)
    looks = [found for one in levels if (found := one.find("a:defRPr", NS)) is not None]
    if not any(found.get("sz") for found in looks):
        look.set("sz", str(round(wanted.size * 100)))
    _set_ink(look, looks, wanted, palette)
    if wanted.foot:
        return
    if wanted.numbered:
        _number(level)
    _join_spacing(level, levels)
    if level.get("algn") is None and wanted.align:
        level.set("algn", wanted.align)


def _set_ink(look: Any, looks: list[Any], wanted: Look, palette: Palette) -> None:
    """Give a text a colour of its own where its own cannot be read on its ground."""
    fills = (palette.find(found.find("a:solidFill", NS)) for found in looks)
    colour = next((found for found in fills if found), wanted.ink)
    readable = make_readable(colour, wanted.grounds)
    if readable != colour:
        for old in look.findall("a:solidFill", NS):
            look.remove(old)
        fill = etree.Element(f"{A}solidFill")
        etree.SubElement(fill, f"{A}srgbClr", val=readable.lstrip("#"))
        look.insert(0 if look.find("a:ln", NS) is None else 1, fill)


def find_align(tree: Any, master: Any) -> str:
    """Return how the title in a layout's shapes is aligned."""
    title = next((found for found in tree if mark_of(found) is not None and mark_of(found).get("type") in TITLES), None)
    own = title.find("p:txBody/a:lstStyle/a:lvl1pPr", NS) if title is not None else None
    below = master._element.find("p:txStyles/p:titleStyle/a:lvl1pPr", NS)
    return next((str(found.get("algn")) for found in (own, below) if found is not None and found.get("algn")), "l")


def _join_spacing(level: Any, levels: list[Any]) -> None:
    """Put the space after a paragraph before the next one: ours are set apart by what stands before them."""
    after = next((found for one in levels if (found := one.find("a:spcAft", NS)) is not None), None)
    before = next((found for one in levels if (found := one.find("a:spcBef", NS)) is not None), None)
    points = [int(found[0].get("val", "0")) for found in (before, after) if found is not None and found[0].tag == f"{A}spcPts"]
    if after is None or not int(after[0].get("val", "0").rstrip("%").split(".")[0] or 0):
        return
    none = etree.Element(f"{A}spcAft")
    etree.SubElement(none, f"{A}spcPts", val="0")
    put_child(level, none)
    if before is None or before[0].tag == f"{A}spcPts":
        some = etree.Element(f"{A}spcBef")
        etree.SubElement(some, f"{A}spcPts", val=str(sum(points)))
        put_child(level, some)


def _number(level: Any) -> None:
    """Turn the bullets of a level into numbers."""
    put_child(level, etree.Element(f"{A}buAutoNum", type="arabicPeriod"))
    least = _HANG * _EMU
    left = max(int(level.get("marL", "0")), least)
    level.set("marL", str(left))
    level.set("indent", str(-left))

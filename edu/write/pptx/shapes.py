"""Boxes, lines, diagrams, pictures and filled placeholders -> PresentationML shapes (ECMA-376 19.3.1)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from typing import assert_never

from edu.model.locale import direction_of
from edu.plan.page import Box, Drawing, Filled, Glyph, Image, Jump, Line
from edu.plan.theme import Frame, Layout
from edu.write.pptx.text import Link, attribute, body_properties, emu, inset_attributes, paragraphs_xml, solid, widen

_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)

_EMPTY = '<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en-US"/></a:p></p:txBody>'
_STEPS = {"M": "moveTo", "L": "lnTo", "C": "cubicBezTo"}
_FINE = 1000
"""Units of an outline in one of its grid's."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a shape is written with: its page's layout, how links are made, and the next shape id."""

    layout: Layout
    link: Link
    embed: Callable[[Image], str]
    ids: count[int] = field(default_factory=lambda: count(2))


def transform(frame: Frame, tag: str = "a:xfrm", attrs: str = "") -> str:
    """Return the position and size of `frame`; a negative width or height becomes a flip."""
    flips = ('flipH="1" ' if frame.w < 0 else "") + ('flipV="1" ' if frame.h < 0 else "")
    x, y = frame.x + min(frame.w, 0), frame.y + min(frame.h, 0)
    head = f"{tag} {flips}{attrs}".strip()
    return f'<{head}><a:off x="{emu(x)}" y="{emu(y)}"/><a:ext cx="{emu(abs(frame.w))}" cy="{emu(abs(frame.h))}"/></{tag}>'


def jump_xml(page: Page, jump: Jump | None) -> str:
    """Return where a click on a shape leads, with its screen tip (ECMA-376 21.1.2.3.5); "" where it leads nowhere."""
    if not jump:
        return ""
    link = page.link
    target = link("", jump.slide) if jump.slide else ""
    action = "hlinksldjump" if jump.slide else "hlinkshowjump?jump=lastslideviewed"
    lost = jump.slide and not target
    return "" if lost else f'<a:hlinkClick r:id="{target}" action="ppaction://{action}" tooltip={attribute(jump.tip)}/>'


def filled_xml(page: Page, item: Filled) -> str:
    """Return a placeholder with its text; position and look are the layout's unless the plan moved it."""
    slot = page.layout.slots[item.slot]
    kind = f' type="{slot.type}"' if slot.type != "obj" else ""
    index = f' idx="{slot.idx}"' if slot.idx else ""
    place = transform(item.frame) if item.frame else ""
    insets = inset_attributes(item.text.insets, slot.margins)
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{next(page.ids)}" name={attribute(item.slot)}>{jump_xml(page, item.jump)}</p:cNvPr>'
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph{kind}{index}/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{place}</p:spPr><p:txBody><a:bodyPr{insets}><a:noAutofit/></a:bodyPr><a:lstStyle/>"
        f"{paragraphs_xml(item.text, page.link)}</p:txBody></p:sp>"
    )


def box_xml(page: Page, box: Box) -> str:
    """Return a shape; one without text is marked decorative."""
    adjust = '<a:gd name="adj" fmla="val 12000"/>' if box.shape == "roundRect" else ""
    flip = 'flipH="1"' if box.flipped else ""
    line = f'<a:ln w="12700">{solid(box.line)}</a:ln>' if box.line else "<a:ln><a:noFill/></a:ln>"
    text = ""
    if box.text:
        body, leftward = paragraphs_xml(box.text, page.link), direction_of(box.text.lang) == "rtl"
        properties = body_properties(box.anchor, widen(box.margins, box.text.insets), leftward=leftward)
        text = f"<p:txBody>{properties}<a:lstStyle/>{body}</p:txBody>"
    name = f'<p:cNvPr id="{next(page.ids)}" name={attribute(box.name)}'
    name += f">{jump_xml(page, box.jump)}{'' if box.text else _DECORATIVE}</p:cNvPr>"
    kind = '<p:cNvSpPr txBox="1"/>' if box.text and not box.fill else "<p:cNvSpPr/>"
    return (
        f"<p:sp><p:nvSpPr>{name}{kind}<p:nvPr/></p:nvSpPr>"
        f'<p:spPr>{transform(box.frame, attrs=flip)}<a:prstGeom prst="{box.shape}"><a:avLst>{adjust}</a:avLst></a:prstGeom>'
        f"{solid(box.fill)}{line}</p:spPr>{text or _EMPTY}</p:sp>"
    )


def line_xml(page: Page, line: Line) -> str:
    """Return a straight connector, marked decorative."""
    end = '<a:tailEnd type="triangle" w="med" len="med"/>' if line.arrow else ""
    return (
        f'<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="{next(page.ids)}" name={attribute(line.name)}>{_DECORATIVE}</p:cNvPr>'
        f"<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr><p:spPr>{transform(line.frame)}"
        f'<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
        f'<a:ln w="{emu(line.width)}">{solid(line.paint)}{end}</a:ln></p:spPr></p:cxnSp>'
    )


def drawing_xml(page: Page, drawing: Drawing) -> str:
    """Return a group of shapes with its text alternative."""
    frames = [part.frame for part in drawing.parts]
    left, top = min(min(f.x, f.x + f.w) for f in frames), min(min(f.y, f.y + f.h) for f in frames)
    right, bottom = max(max(f.x, f.x + f.w) for f in frames), max(max(f.y, f.y + f.h) for f in frames)
    area = Frame(left, top, right - left, bottom - top)
    own, child = transform(area), transform(area)
    child = child.replace("a:off", "a:chOff").replace("a:ext ", "a:chExt ")
    inner = own.replace("</a:xfrm>", "") + child.removeprefix("<a:xfrm>")
    head = f'<p:cNvPr id="{next(page.ids)}" name={attribute(drawing.name)} descr={attribute(drawing.alt)}/>'
    parts = "".join(_part_xml(page, part) for part in drawing.parts)
    return f"<p:grpSp><p:nvGrpSpPr>{head}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>{inner}</p:grpSpPr>{parts}</p:grpSp>"


def _part_xml(page: Page, part: Box | Line | Glyph) -> str:
    match part:
        case Box():
            return box_xml(page, part)
        case Line():
            return line_xml(page, part)
        case Glyph():
            return glyph_xml(page, part)
        case _:
            assert_never(part)


def glyph_xml(page: Page, glyph: Glyph) -> str:
    """Return a freeform (ECMA-376 20.1.9.8); without a text alternative it is marked decorative."""
    grid = round(glyph.grid * _FINE)
    line = (
        f'<a:ln w="{emu(glyph.width)}" cap="rnd">{solid(glyph.line)}<a:round/></a:ln>'
        if glyph.line
        else "<a:ln><a:noFill/></a:ln>"
    )
    fill = "" if glyph.fill else ' fill="none"'
    steps = "".join(_step_xml(*found) for found in re.findall(r"([MLCZ])([^MLCZ]*)", glyph.path))
    name = f'<p:cNvPr id="{next(page.ids)}" name={attribute(glyph.name)}'
    name += f" descr={attribute(glyph.alt)}/>" if glyph.alt else f">{_DECORATIVE}</p:cNvPr>"
    return (
        f"<p:sp><p:nvSpPr>{name}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{transform(glyph.frame)}<a:custGeom><a:avLst/><a:gdLst/>"
        f'<a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path w="{grid}" h="{grid}"{fill}>{steps}</a:path>'
        f"</a:pathLst></a:custGeom>{solid(glyph.fill)}{line}</p:spPr>{_EMPTY}</p:sp>"
    )


def _step_xml(letter: str, numbers: str) -> str:
    """Return one step of an outline: to a place, in a line, in a curve or back to its start."""
    found = [round(float(number) * _FINE) for number in re.split(r"[\s,]+", numbers.strip()) if number]
    points = "".join(f'<a:pt x="{x}" y="{y}"/>' for x, y in zip(found[::2], found[1::2], strict=True))
    return "<a:close/>" if letter == "Z" else f"<a:{_STEPS[letter]}>{points}</a:{_STEPS[letter]}>"


def image_xml(page: Page, image: Image) -> str:
    """Return a picture in its placeholder, with its text alternative."""
    slot = page.layout.slots[image.slot]
    return (
        f'<p:pic><p:nvPicPr><p:cNvPr id="{next(page.ids)}" name={attribute(image.slot)} descr={attribute(image.alt)}/>'
        f'<p:cNvPicPr><a:picLocks noGrp="1" noChangeAspect="1"/></p:cNvPicPr>'
        f'<p:nvPr><p:ph type="{slot.type}" idx="{slot.idx}"/></p:nvPr></p:nvPicPr>'
        f'<p:blipFill><a:blip r:embed="{page.embed(image)}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
        f"<p:spPr>{transform(image.frame)}</p:spPr></p:pic>"
    )

"""Texts of a planned deck -> DrawingML text bodies (ECMA-376 21.1.2)."""

from __future__ import annotations

from collections.abc import Callable
from xml.sax.saxutils import escape, quoteattr

from edu.model.locale import direction_of, office_tag
from edu.plan.colour import find_change
from edu.plan.page import HANG, Paragraph, Text
from edu.plan.runs import BREAK, Run
from edu.plan.theme import Anchor, Colour, Paint

EMU = 12700
"""EMU in a point."""

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    f'xmlns:r="{RELATIONS}" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)

_SCHEME = {
    "ink": "tx1",
    "ink2": "tx2",
    "paper": "bg1",
    "soft": "bg2",
    **{f"accent{i}": f"accent{i}" for i in range(1, 7)},
}

_HANGING = f' marL="{round(HANG * EMU)}" indent="-{round(HANG * EMU)}"'
_MARK = '<a:buClr><a:schemeClr val="accent1"/></a:buClr><a:buFont typeface="+mj-lt"/>'
"""The place of a paragraph with a number or a letter before it, and the look of that."""

Link = Callable[[str, str], str]
"""Given a URL and a slide id, of which one is empty, returns the relationship's id; "" where it leads nowhere."""


def no_link(url: str, slide: str) -> str:
    """A place where links cannot stand (a chart)."""
    return ""


def emu(points: float) -> int:
    """Return a length in points as EMU."""
    return round(points * EMU)


def solid(paint: Paint | None) -> str:
    """Return a solid fill of the theme, or none."""
    if paint is None or paint.colour == "none":
        return "<a:noFill/>"
    return f"<a:solidFill>{scheme(paint)}</a:solidFill>"


def scheme(paint: Paint) -> str:
    """Return a colour of the theme, so far towards the ground as its tint says (ECMA-376 20.1.2.3.20), or the colour itself."""
    if paint.rgb:
        return f'<a:srgbClr val="{paint.rgb.lstrip("#").upper()}"/>'
    name = _SCHEME[paint.colour]
    if not paint.tint:
        return f'<a:schemeClr val="{name}"/>'
    keep, add, saturation = (round(share * 100000) for share in find_change(paint))
    rest = f'<a:satMod val="{saturation}"/>' if paint.dark else f'<a:lumOff val="{add}"/>'
    return f'<a:schemeClr val="{name}"><a:lumMod val="{keep}"/>{rest}</a:schemeClr>'


def paragraphs_xml(text: Text, link: Link, *, turned: bool = False) -> str:
    """Return the `a:p` elements of `text`; an empty text keeps one paragraph with its language.

    Where what they stand in is `turned`, written from right to left, those that are not say so.
    """
    if not text.paragraphs:
        return f'<a:p><a:endParaRPr lang="{office_tag(text.lang)}"/></a:p>'
    return "".join(_paragraph(paragraph, text.lang, link, turned) for paragraph in text.paragraphs)


def _paragraph(paragraph: Paragraph, lang: str, link: Link, turned: bool) -> str:
    runs = "".join(_run(run, paragraph, link) for run in paragraph.runs if run.text)
    last = paragraph.runs[-1].lang if paragraph.runs else lang
    size = f' sz="{_size(paragraph.size)}"' if paragraph.size else ""
    return f'<a:p>{_properties(paragraph, lang, turned)}{runs}<a:endParaRPr lang="{office_tag(last)}"{size}/></a:p>'


def _properties(paragraph: Paragraph, lang: str, turned: bool) -> str:
    align = {"left": "l", "center": "ctr", "right": "r"}.get(paragraph.align or "", "")
    attrs = f' algn="{align}"' if align else ""
    leftward = direction_of(lang) == "rtl"
    if leftward or turned:
        attrs += f' rtl="{int(leftward)}"'
    inner = ""
    if paragraph.before is not None:
        inner += f'<a:spcBef><a:spcPts val="{round(paragraph.before * 100)}"/></a:spcBef>'
    match paragraph.bullet:
        case "none":
            attrs = f' marL="0" indent="0"{attrs}'
            inner += "<a:buNone/>"
        case "number":
            attrs = f"{_HANGING}{attrs}"
            first = f' startAt="{paragraph.first}"' if paragraph.first else ""
            inner += f'{_MARK}<a:buAutoNum type="arabicPeriod"{first}/>'
        case "letter":
            attrs = f"{_HANGING}{attrs}"
            inner += f'{_MARK}<a:buAutoNum type="alphaUcPeriod" startAt="{paragraph.first}"/>'
        case _:
            pass
    return f"<a:pPr{attrs}>{inner}</a:pPr>" if attrs or inner else ""


def _size(points: float) -> int:
    return round(points * 100)


def _run(run: Run, paragraph: Paragraph, link: Link) -> str:
    target = link(run.href, "") if run.href else ""
    attrs = f' lang="{office_tag(run.lang)}"'
    if paragraph.size:
        attrs += f' sz="{_size(paragraph.size * run.scale)}"'
    bold = True if run.bold else paragraph.bold
    if bold is not None:
        attrs += f' b="{int(bold)}"'
    if run.emphasis:
        attrs += ' i="1"'
    colour: Colour | None = run.colour or paragraph.colour
    inner = solid(Paint(colour)) if colour else ""
    if run.code:
        inner += '<a:highlight><a:schemeClr val="bg2"/></a:highlight>'
    link_xml = ""
    if target:
        link_xml = f'<a:hlinkClick r:id="{target}"/>'
    properties = f"<a:rPr{attrs}>{inner}{link_xml}</a:rPr>"
    if target:  # LibreOffice loses a break that is a link, and gives what follows it the look of the break
        attrs, inner = f'{attrs} u="sng"', '<a:solidFill><a:schemeClr val="hlink"/></a:solidFill>'
    texts = (f"<a:r>{properties}<a:t>{escape(text)}</a:t></a:r>" if text else "" for text in run.text.split(BREAK))
    return f"<a:br><a:rPr{attrs}>{inner}</a:rPr></a:br>".join(texts)


Margins = tuple[float, float, float, float]
"""Left, top, right and bottom, in points."""


def widen(margins: Margins, insets: tuple[float, float]) -> Margins:
    """Return the margins of a text that is narrower than its room by `insets`, left and right."""
    return margins[0] + insets[0], margins[1], margins[2] + insets[1], margins[3]


def inset_attributes(insets: tuple[float, float], margins: Margins) -> str:
    """Return the attributes of the `a:bodyPr` of a placeholder that has these margins; "" where it inherits them."""
    left, _, right, _ = widen(margins, insets)
    return f' lIns="{emu(left)}" rIns="{emu(right)}"' if any(insets) else ""


def body_properties(anchor: Anchor, margins: Margins, *, leftward: bool = False) -> str:
    """Return the `a:bodyPr` of a shape whose text was fitted."""
    left, top, right, bottom = (emu(m) for m in margins)
    where = {"top": "t", "middle": "ctr", "bottom": "b"}[anchor]
    return (
        f'<a:bodyPr wrap="square" lIns="{left}" tIns="{top}" rIns="{right}" bIns="{bottom}" rtlCol="{int(leftward)}" '
        f'anchor="{where}"><a:noAutofit/></a:bodyPr>'
    )


def attribute(text: str) -> str:
    """Return `text` as a quoted XML attribute value; line breaks become spaces."""
    return quoteattr(" ".join(text.split()))

"""A deck's placeholders -> plain text boxes of the same look: what they inherit from layout and master is written into them."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from lxml import etree
from lxml.etree import _Element
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.shapes.base import BaseShape
from pptx.slide import Slide, SlideLayout

_STYLES = {
    "title": "p:titleStyle",
    "ctrTitle": "p:titleStyle",
    "dt": "p:otherStyle",
    "ftr": "p:otherStyle",
    "sldNum": "p:otherStyle",
}
_SAME_AS = {"ctrTitle": "title", "subTitle": "body", "obj": "body", "": "body"}


def free_placeholder(slide: Slide, shape: BaseShape) -> None:
    """Make the placeholder `shape` of `slide` a text box that looks and stands as it did."""
    element: _Element = shape._element
    left, top, width, height = shape.left, shape.top, shape.width, shape.height
    shape.left, shape.top, shape.width, shape.height = left, top, width, height
    body = element.find(qn("p:txBody"))
    ancestors = [found for found in _list_ancestors(slide.slide_layout, element) if found is not None]
    _inherit_frame(body, ancestors)
    _inherit_styles(body, [_find_master_style(slide.slide_layout, element), *map(_find_list_style, reversed(ancestors))])
    placeholder = element.find(".//" + qn("p:ph"))
    placeholder.getparent().remove(placeholder)
    element.find(qn("p:nvSpPr")).find(qn("p:cNvSpPr")).set("txBox", "1")


def _list_ancestors(layout: SlideLayout, element: _Element) -> Iterator[_Element | None]:
    """Yield the text bodies that a slide's placeholder inherits from: the layout's, then the master's."""
    kind, index = _read_kind(element)
    on_layout = next((shape._element for shape in layout.placeholders if shape.placeholder_format.idx == index), None)
    yield None if on_layout is None else on_layout.find(qn("p:txBody"))
    kind = kind if on_layout is None else _read_kind(on_layout)[0]
    kinds = {kind, _SAME_AS.get(kind, kind)}
    masters = (shape._element for shape in layout.slide_master.placeholders)
    on_master = next((found for found in masters if _read_kind(found)[0] in kinds), None)
    yield None if on_master is None else on_master.find(qn("p:txBody"))


def _read_kind(element: _Element) -> tuple[str, int]:
    placeholder = element.find(".//" + qn("p:ph"))
    return placeholder.get("type", ""), int(placeholder.get("idx", "0"))


def _find_master_style(layout: SlideLayout, element: _Element) -> _Element:
    kind, index = _read_kind(element)
    on_layout = [shape._element for shape in layout.placeholders if shape.placeholder_format.idx == index]
    kind = kind or (_read_kind(on_layout[0])[0] if on_layout else "")
    path = f"{qn('p:txStyles')}/{qn(_STYLES.get(kind, 'p:bodyStyle'))}"
    style: _Element | None = layout.slide_master._element.find(path)
    return style if style is not None else etree.Element(qn("p:bodyStyle"))  # the styles are optional


def _find_list_style(body: _Element) -> _Element | None:
    return body.find(qn("a:lstStyle"))


def _inherit_frame(body: _Element, ancestors: list[_Element]) -> None:
    own = body.find(qn("a:bodyPr"))
    for ancestor in ancestors:
        for name, value in ancestor.find(qn("a:bodyPr")).attrib.items():
            if name not in own.attrib:
                own.set(name, value)


def _inherit_styles(body: _Element, styles: list[_Element | None]) -> None:
    """Write into `body` the list style that results from `styles` (the furthest first) and its own."""
    own = body.find(qn("a:lstStyle"))
    merged = parse_xml(f"<a:lstStyle {nsdecls('a')}/>")
    for style in [*styles, own]:
        for level in style if style is not None else ():
            _merge(merged, level)
    merged[:] = sorted(merged, key=lambda level: str(level.tag))
    if own is not None:
        body.remove(own)
    body.insert(1, merged)


_BULLETS = {qn(f"a:{name}") for name in ("buNone", "buAutoNum", "buChar", "buBlip")}


def _merge(into: _Element, element: _Element) -> None:
    """Let `element` win over the child of its name in `into`: attribute by attribute; of children whole, but for `a:defRPr`."""
    old = into.find(element.tag)
    if old is None:
        into.append(deepcopy(element))
        return
    old.attrib.update(element.attrib)
    for child in element:
        if child.tag == qn("a:defRPr"):
            _merge(old, child)
            continue
        rivals = _BULLETS if child.tag in _BULLETS else {child.tag}
        for rival in [other for other in old if other.tag in rivals]:
            old.remove(rival)
        old.insert(_place_for(old, child), deepcopy(child))


_ORDER = [
    *(
        "a:lnSpc",
        "a:spcBef",
        "a:spcAft",
        "a:buClrTx",
        "a:buClr",
        "a:buSzTx",
        "a:buSzPct",
        "a:buSzPts",
        "a:buFontTx",
        "a:buFont",
    ),
    *("a:buFont", "a:buNone", "a:buAutoNum", "a:buChar", "a:buBlip", "a:tabLst", "a:defRPr"),
]
_RANK = {qn(name): rank for rank, name in enumerate(_ORDER)}


def _place_for(parent: _Element, child: _Element) -> int:
    """Return where `child` goes among the children of `parent` by the order of ECMA-376 21.1.2.2.7."""
    rank = _RANK.get(child.tag, 0)
    return next((place for place, other in enumerate(parent) if _RANK.get(other.tag, 0) > rank), len(parent))

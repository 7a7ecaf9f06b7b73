"""TMX 1.4b (LISA OSCAR, 26 April 2005) out and in: a memory of the translations that somebody has confirmed.

What is fuzzy or missing is no memory: a program would offer it as certain. Figures, gaps, bold and links are inline codes whose
content is how they are written, so that a reader without codes finds the text as it stands in the PO file.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from edu import __version__
from edu.language.exchange.codes import Content, number_codes
from edu.language.exchange.recall import Memory, Remembered
from edu.language.exchange.unit import CERTAIN, Document, State, Unit, make_tag, split_text
from edu.language.exchange.xml import NOT_IN_XML, XML, append_text, clean, line_of, list_elements, read_text_of, write_xml

if TYPE_CHECKING:
    from lxml import etree

_LANG = f"{{{XML}}}lang"
_COURSE, _STATE, _DOMAIN, _CONTEXT = "x-course", "x-state", "x-domain", "x-context"
_LEAVES = {"prop", "note", "seg"}

# --- out ---------------------------------------------------------------------------------------------------------------


def write_tmx(document: Document) -> tuple[bytes, tuple[Unit, ...]]:
    """Return `document` as a TMX file, the same bytes everywhere; and the units that it cannot hold, for XML cannot."""
    from lxml import etree

    root = etree.Element("tmx", version="1.4")
    head = etree.SubElement(root, "header", creationtool="edu", creationtoolversion=__version__, segtype="block")
    head.attrib.update({"o-tmf": "PO", "adminlang": "en", "srclang": make_tag(document.source_lang), "datatype": "PlainText"})
    _add_prop(head, _COURSE, document.course)
    body = etree.SubElement(root, "body")
    certain = list_certain(document)
    odd = tuple(unit for unit in certain if NOT_IN_XML.search(unit.source + unit.target))
    for unit in certain:
        if unit not in odd:
            _add_unit(body, unit, document)
    return write_xml(root, _LEAVES), odd


def list_certain(document: Document) -> tuple[Unit, ...]:
    """Return the units whose translation somebody has confirmed."""
    return tuple(unit for unit in document.units if unit.state in CERTAIN and unit.target.strip())


def _add_prop(parent: etree._Element, kind: str, text: str) -> None:
    from lxml import etree

    etree.SubElement(parent, "prop", type=kind).text = clean(text)


def _add_unit(body: etree._Element, unit: Unit, document: Document) -> None:
    from lxml import etree

    made = etree.SubElement(body, "tu", tuid=unit.key)
    _add_prop(made, _DOMAIN, document.domain)
    _add_prop(made, _STATE, str(unit.state))
    if unit.place:
        _add_prop(made, _CONTEXT, unit.place)
    contents = number_codes(split_text(unit.source, unit.style), split_text(unit.target, unit.style))
    for lang, content in zip((document.source_lang, document.lang), contents, strict=True):
        text = etree.SubElement(etree.SubElement(made, "tuv", {_LANG: make_tag(lang)}), "seg")
        _fill(text, content)


def _fill(seg: etree._Element, content: Content) -> None:
    """Write `content` into the segment: pairs are not nested there but stand round what they mark."""
    from lxml import etree

    for part in content:
        if isinstance(part, str):
            append_text(seg, part)
        elif part.inner is None:
            etree.SubElement(seg, "ph", x=str(part.id), type="x-value").text = part.start
        else:
            etree.SubElement(seg, "bpt", i=str(part.id), x=str(part.id), type=_name_type(part.start)).text = part.start
            _fill(seg, part.inner)
            etree.SubElement(seg, "ept", i=str(part.id)).text = part.end


def _name_type(start: str) -> str:
    return {"**": "bold", "__": "bold", "*": "italic", "_": "italic", "[": "link"}.get(start, "x-code")


# --- in ----------------------------------------------------------------------------------------------------------------


def read_tmx(root: etree._Element, name: str) -> Memory:
    """Return what the TMX document `root`, of any version 1, remembers; `name` is what Problems call its file."""
    course = next((_read_prop(element, _COURSE) for kind, element in list_elements(root) if kind == "header"), "")
    bodies = [element for kind, element in list_elements(root) if kind == "body"]
    return Memory(
        name, course, tuple(_read_unit(unit) for body in bodies for kind, unit in list_elements(body) if kind == "tu")
    )


def _read_unit(unit: etree._Element) -> Remembered:
    state = _read_prop(unit, _STATE)
    return Remembered(
        unit.get("tuid") or "", tuple(_list_texts(unit)), State(state) if state in [*State] else None, line_of(unit)
    )


def _list_texts(unit: etree._Element) -> Iterator[tuple[str, str]]:
    for kind, variant in list_elements(unit):
        if kind == "tuv":
            tag = variant.get(_LANG) or variant.get("lang") or ""  # the latter in TMX 1.1
            yield from ((tag, read_text_of(seg)) for kind, seg in list_elements(variant) if kind == "seg")


def _read_prop(parent: etree._Element, wanted: str) -> str:
    props = (prop for kind, prop in list_elements(parent) if kind == "prop" and prop.get("type") == wanted)
    return next((read_text_of(prop).strip() for prop in props), "")

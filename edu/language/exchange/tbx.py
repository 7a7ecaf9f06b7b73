"""TBX-Basic out, as ISO 30042:2008 writes it (TBX 2, which programs of translators read); that and TBX 3 in, any dialect.

A concept is a term of the glossary, with its id. Words not to use are terms with the status `deprecatedTerm-admn-sts`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu.language.exchange.terms import Concept, Termbase, Wording
from edu.language.exchange.xml import XML, clean, line_of, list_elements, name_of, read_text_of, write_xml

if TYPE_CHECKING:
    from lxml import etree

ROOTS = ("martif", "tbx")
_DIALECT = "TBX-Basic"
_XCS = "TBXBasicXCSV02.xcs"
"""The file by which the standard tells the dialect of a TBX 2 document."""
_LANG = f"{{{XML}}}lang"
_PREFERRED, _DEPRECATED = "preferredTerm-admn-sts", "deprecatedTerm-admn-sts"
_NOT_USED = ("deprecated", "superseded")
_LEAVES = {"p", "title", "term", "termNote", "descrip", "note"}

# --- out ---------------------------------------------------------------------------------------------------------------


def write_tbx(base: Termbase) -> bytes:
    """Return the glossary as a TBX file, the same bytes everywhere; U+FFFD stands for what XML cannot hold."""
    from lxml import etree

    root = etree.Element("martif", {"type": _DIALECT, _LANG: base.source})
    header = etree.SubElement(root, "martifHeader")
    file = etree.SubElement(header, "fileDesc")
    _add_text(etree.SubElement(file, "titleStmt"), "title", base.course)
    _add_text(etree.SubElement(file, "sourceDesc"), "p", f"{base.course}/content/glossary.yaml")
    _add_text(etree.SubElement(header, "encodingDesc"), "p", _XCS, type="XCSURI")
    body = etree.SubElement(etree.SubElement(root, "text"), "body")
    for concept in base.concepts:
        _add_concept(body, concept)
    return write_xml(root, _LEAVES)


def _add_text(parent: etree._Element, tag: str, text: str, **attributes: str) -> None:
    from lxml import etree

    etree.SubElement(parent, tag, attributes).text = clean(text)


def _add_concept(body: etree._Element, concept: Concept) -> None:
    from lxml import etree

    entry = etree.SubElement(body, "termEntry", id=concept.id)
    if concept.note:
        _add_text(entry, "note", concept.note)
    for tag, wording in concept.wordings.items():
        if not wording.term:
            continue
        part = etree.SubElement(entry, "langSet", {_LANG: tag})
        if wording.definition:
            _add_text(part, "descrip", wording.definition, type="definition")
        _add_term(part, wording.term, _PREFERRED)
        for word in wording.avoid:
            _add_term(part, word, _DEPRECATED)


def _add_term(part: etree._Element, term: str, status: str) -> None:
    from lxml import etree

    group = etree.SubElement(part, "tig")
    _add_text(group, "term", term)
    _add_text(group, "termNote", status, type="administrativeStatus")


# --- in ----------------------------------------------------------------------------------------------------------------


def read_tbx(root: etree._Element, name: str) -> Termbase:
    """Return the glossary in the TBX document `root`; `name` is what Problems call its file."""
    concepts = tuple(
        _read_concept(element)
        for element in root.iter()
        if isinstance(element.tag, str) and name_of(element) in ("termEntry", "conceptEntry")
    )
    title = next((read_text_of(e).strip() for e in root.iter() if isinstance(e.tag, str) and name_of(e) == "title"), "")
    ours = any(read_text_of(e).strip() == f"{title}/content/glossary.yaml" for e in root.iter() if isinstance(e.tag, str))
    return Termbase(title if ours else "", root.get(_LANG) or "", concepts, name)


def _read_concept(entry: etree._Element) -> Concept:
    wordings: dict[str, Wording] = {}
    note = ""
    for kind, element in list_elements(entry):
        if kind in ("langSet", "langSec"):
            wordings.setdefault(element.get(_LANG) or "", _read_wording(element))
        elif kind == "note":
            note = note or read_text_of(element)
    return Concept(entry.get("id") or "", wordings, note, line_of(entry))


def _read_wording(part: etree._Element) -> Wording:
    """Return what is preferred in a language: the first term that is not out of use."""
    terms: list[str] = []
    avoid: list[str] = []
    definition = ""
    for element in part.iter():
        if not isinstance(element.tag, str):
            continue
        match name_of(element):
            case "tig" | "ntig" | "termSec":
                text, used = _read_term(element)
                (terms if used else avoid).append(text)
            case "descrip" | "definition" if element.get("type", "definition") == "definition":
                definition = definition or read_text_of(element)
    return Wording(terms[0] if terms else "", definition, tuple(avoid))


def _read_term(group: etree._Element) -> tuple[str, bool]:
    """Return a term, and whether it is to be used."""
    text, used = "", True
    for element in group.iter():
        if not isinstance(element.tag, str):
            continue
        kind, status = name_of(element), read_text_of(element).strip()
        if kind == "term":
            text = read_text_of(element)
        elif kind == "administrativeStatus" or element.get("type") == "administrativeStatus":
            used = not status.startswith(_NOT_USED)
    return text, used

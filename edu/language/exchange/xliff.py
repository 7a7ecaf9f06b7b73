"""XLIFF 2.1 (OASIS Standard, 13 February 2018) out and in: a document of units, with codes that no program can break.

A state that is missing here is `initial` by the standard (4.3.1.24), which is what no translation is; a fuzzy one says
`initial` and `edu:fuzzy`, so that a program which does not know the latter does not take it for finished either.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, cast

from edu.language.exchange.codes import Code as Mark
from edu.language.exchange.codes import Content, list_codes, number_codes
from edu.language.exchange.unit import Document, State, Unit, make_tag, split_text
from edu.language.exchange.xml import (
    NOT_IN_XML,
    XML,
    append_text,
    clean,
    line_of,
    list_elements,
    name_of,
    write_xml,
)
from edu.model.locale import direction_of
from edu.problems import Code, Place, Problem, Problems

if TYPE_CHECKING:
    from lxml import etree

XLIFF = "urn:oasis:names:tc:xliff:document:2.0"
SIZES = "urn:oasis:names:tc:xliff:sizerestriction:2.0"
FUZZY = "edu:fuzzy"

_STATES = {State.FUZZY: "initial", State.TRANSLATED: "translated", State.REVIEWED: "reviewed"}
_READ = {"initial": State.FUZZY, "translated": State.TRANSLATED, "reviewed": State.REVIEWED, "final": State.REVIEWED}
_MOST_NAME = 40
_LEAVES = {"source", "target", "note", "data"}

# --- out ---------------------------------------------------------------------------------------------------------------


def write_xliff(document: Document) -> bytes:
    """Return `document` as an XLIFF file: UTF-8, no dates, the same bytes everywhere."""
    from lxml import etree

    spaces: dict[str | None, str] = {None: XLIFF, "slr": SIZES}
    root = etree.Element(f"{{{XLIFF}}}xliff", nsmap=cast(dict[str, str], spaces))  # the stubs know no default namespace
    root.attrib.update({"version": "2.1", "srcLang": make_tag(document.source_lang), "trgLang": make_tag(document.lang)})
    file = _add(root, "file", id=document.domain, original=_name_original(document), canResegment="yes")
    file.attrib.update({"srcDir": direction_of(document.source_lang), "trgDir": direction_of(document.lang)})
    file.set(f"{{{XML}}}space", "preserve")
    etree.SubElement(file, f"{{{SIZES}}}profiles", generalProfile="xliff:codepoints")
    for unit in document.units:
        _add_unit(file, unit)
    return write_xml(root, _LEAVES)


def _name_original(document: Document) -> str:
    """Return what the file was made from: the course's id, and in it the PO file."""
    return f"{document.course}/locales/{document.lang}/LC_MESSAGES/{document.domain}.po"


def _add(parent: etree._Element, tag: str, /, **attributes: str) -> etree._Element:
    from lxml import etree

    return etree.SubElement(parent, f"{{{XLIFF}}}{tag}", {key: clean(value) for key, value in attributes.items()})


def _add_unit(file: etree._Element, unit: Unit) -> None:
    made = _add(file, "unit", id=unit.key, **({"name": unit.place} if unit.place else {}))
    if unit.room is not None:
        made.set(f"{{{SIZES}}}sizeRestriction", str(unit.room))
    if unit.notes:
        notes = _add(made, "notes")
        for note in unit.notes:
            _add(notes, "note", category=note.category).text = clean(note.text)
    source, target = number_codes(split_text(unit.source, unit.style), split_text(unit.target, unit.style))
    data = _add_data(made, (*list_codes(source), *list_codes(target)))
    states = {"state": _STATES[unit.state]} if unit.state in _STATES else {}
    segment = _add(made, "segment", **states, **({"subState": FUZZY} if unit.state is State.FUZZY else {}))
    kept = {mark.start for mark in list_codes(target)} if unit.target else None
    _fill(_add(segment, "source"), source, data, unit, kept)
    if unit.target:
        _fill(_add(segment, "target"), target, data, unit, kept)


def _add_data(unit: etree._Element, marks: Sequence[Mark]) -> Mapping[str, str]:
    """Put what the codes stand for into the unit; return the id of each by its text."""
    texts = dict.fromkeys(text for mark in marks for text in (mark.start, *([mark.end] if mark.inner is not None else [])))
    ids = {text: f"d{number}" for number, text in enumerate(texts, 1)}
    if ids:
        data = _add(unit, "originalData")
        for text, id in ids.items():
            _write_text(_add(data, "data", id=id), text)
    return ids


def _fill(parent: etree._Element, content: Content, data: Mapping[str, str], unit: Unit, kept: set[str] | None) -> None:
    """Write `content` into `parent`; what a translation must keep may not be deleted, as far as it has been `kept`."""
    for part in content:
        if isinstance(part, str):
            _write_text(parent, part)
        elif part.inner is None:
            firm = kept is None or part.start in kept
            _add(
                parent,
                "ph",
                id=str(part.id),
                **({"canDelete": "no"} if firm else {}),
                dataRef=data[part.start],
                disp=unit.figures.get(part.start, part.start),
                equiv=part.start,
                type="ui",
                subType="xlf:var",
            )
        else:
            shown = {"dataRefStart": data[part.start], "dataRefEnd": data[part.end]}
            shown |= {"dispStart": part.start, "dispEnd": part.end, "equivStart": "", "equivEnd": ""}
            _fill(_add(parent, "pc", id=str(part.id), **shown, **_name_type(part)), part.inner, data, unit, kept)


def _name_type(mark: Mark) -> dict[str, str]:
    match mark.start:
        case "**" | "__":
            return {"type": "fmt", "subType": "xlf:b"}
        case "*" | "_":
            return {"type": "fmt", "subType": "xlf:i"}
        case "[":
            return {"type": "link"}
        case _:
            return {"type": "fmt", "subType": "edu:code"}


def _write_text(parent: etree._Element, text: str) -> None:
    """Put `text` behind all that stands in `parent`; what XML cannot hold becomes `cp` elements (4.3.1.4)."""
    end = 0
    for found in NOT_IN_XML.finditer(text):
        append_text(parent, text[end : found.start()])
        _add(parent, "cp", hex=f"{ord(found.group()):04X}")
        end = found.end()
    append_text(parent, text[end:])


# --- in ----------------------------------------------------------------------------------------------------------------


def read_xliff(root: etree._Element, name: str) -> tuple[tuple[Document, ...], Problems]:
    """Return the documents of the XLIFF 2.0 or 2.1 document `root`, whose file a Problem calls `name`, and what is wrong."""
    version = root.get("version", "")
    if name_of(root) != "xliff" or not str(root.tag).startswith(f"{{{XLIFF}}}") or version not in ("2.0", "2.1"):
        if name_of(root) != "xliff":
            return (), (
                Problem(Code.EXCHANGE_FORMAT, values={"known": "XLIFF 2.1, TMX 1.4, TBX, XLSX, CSV, PO"}, place=Place(name, 1)),
            )
        return (), (Problem(Code.EXCHANGE_VERSION, values={"version": version}, place=Place(name, 1)),)
    problems: list[Problem] = []
    languages = root.get("srcLang", ""), root.get("trgLang", "")
    documents = tuple(_read_file(file, languages, name, problems) for kind, file in list_elements(root) if kind == "file")
    return documents, tuple(problems)


def _read_file(file: etree._Element, languages: tuple[str, str], name: str, problems: list[Problem]) -> Document:
    course, slash, _ = (file.get("original") or "").partition("/")
    units = tuple(_read_unit(unit, name, problems) for unit in _list_units(file))
    return Document(course if slash else "", file.get("id", ""), *languages, units, line_of(file))


def _list_units(parent: etree._Element) -> Iterator[etree._Element]:
    for kind, element in list_elements(parent):
        if kind == "unit":
            yield element
        elif kind == "group":
            yield from _list_units(element)


def _read_unit(unit: etree._Element, name: str, problems: list[Problem]) -> Unit:
    line = line_of(unit)
    reader = _Reader(unit)
    parts = [(kind, part) for kind, part in list_elements(unit) if kind in ("segment", "ignorable")]
    source = "".join(reader.read(_find(part, "source")) for _, part in parts)
    reader.stray.clear()
    targets = _order([(kind, part, _find(part, "target")) for kind, part in parts])
    texts = [(kind, part, None if target is None else reader.read(target)) for kind, part, target in targets]
    done = [text for kind, _, text in texts if kind == "segment" and text]
    whole = len(done) in (0, sum(kind == "segment" for kind, _ in parts))
    target = "".join(reader.read(_find(part, "source")) if text is None else text for _, part, text in texts) if done else ""
    if done and reader.stray:
        values = {"text": source[:_MOST_NAME], "name": ", ".join(reader.stray)}
        problems.append(Problem(Code.EXCHANGE_CODE, values=values, place=Place(name, line)))
    state = _read_state([part for kind, part in parts if kind == "segment"])
    return Unit(unit.get("id", ""), source, target, state, place=unit.get("name") or "", whole=whole, line=line)


def _find(part: etree._Element, wanted: str) -> etree._Element | None:
    return next((element for kind, element in list_elements(part) if kind == wanted), None)


_Part = tuple[str, "etree._Element", "etree._Element | None"]


def _order(parts: Sequence[_Part]) -> Sequence[_Part]:
    """Return the parts in the order of their targets (4.3.1.18): the place that a target names, else its own."""

    def place(index: int) -> int:
        target = parts[index][2]
        order = (target.get("order") or "") if target is not None else ""
        return int(order) - 1 if order.isdecimal() and len(order) < 7 else index

    return [parts[index] for index in sorted(range(len(parts)), key=place)]


def _read_state(segments: Sequence[etree._Element]) -> State | None:
    """Return the least state of the segments; None where one of them says none."""
    states = [_READ.get(segment.get("state") or "") for segment in segments]
    return min(states, key=[None, *State].index, default=None)


class _Reader:
    """Reads the content of one unit: a code is what its data says, else what the code of that id is in the source."""

    def __init__(self, unit: etree._Element) -> None:
        self._data: dict[str, str] = {}
        self._known: dict[tuple[str, str], str] = {}
        self._open: dict[str, str] = {}
        self.stray: list[str] = []
        """Codes that stand for nothing that is known."""
        for kind, element in list_elements(unit):
            if kind == "originalData":
                self._data = {data.get("id", ""): self.read(data) for _, data in list_elements(element)}

    def read(self, element: etree._Element | None) -> str:
        """Return the text in `element` as it is written in a PO file."""
        if element is None:
            return ""
        pieces = [element.text or ""]
        for child in element:
            if isinstance(child.tag, str):
                pieces.append(self._read_child(name_of(child), child))
            pieces.append(child.tail or "")
        return "".join(pieces)

    def _read_child(self, kind: str, child: etree._Element) -> str:
        match kind:
            case "cp":
                return _read_point(child.get("hex") or "")
            case "ph" | "sc":
                return self._find(child, "dataRef", "start")
            case "ec":
                return self._find(child, "dataRef", "end")
            case "pc":
                start, end = self._find(child, "dataRefStart", "start"), self._find(child, "dataRefEnd", "end")
                return f"{start}{self.read(child)}{end}"
            case "mrk":
                return self.read(child)
            case "sm" | "em":
                return ""
            case _:
                self.stray.append(kind)
                return ""

    def _find(self, child: etree._Element, reference: str, side: str) -> str:
        """Return what the code stands for; note it for others that name it by its id alone."""
        id = child.get("id") or child.get("startRef") or ""
        text = self._data.get(child.get(reference) or "")
        if text is None:
            text = next(
                (self._known[name, side] for name in (id, child.get("copyOf") or "") if (name, side) in self._known), None
            )
        if text is None:
            self.stray.append(id or name_of(child))
            return ""
        self._known.setdefault((id, side), text)
        return text


def _read_point(digits: str) -> str:
    try:
        return chr(int(digits, 16)).encode().decode()  # no half of a surrogate pair
    except (ValueError, OverflowError):
        return "\ufffd"

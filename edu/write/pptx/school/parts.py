"""The parts of a package that layouts need: layouts themselves, a notes master, faces for East Asian text."""

from __future__ import annotations

from typing import Any

from edu.style import Style
from edu.write.pptx.school.colours import NS, A

_R = NS["r"]
_P = f"{{{NS['p']}}}"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_LEAST_ID = 2147483648
_SCRIPTS = ("Hans", "Hant", "Jpan", "Hang", "Arab", "Hebr", "Thai", "Deva")


def add_layout(base: Any, name: str) -> Any:
    """Return a copy of the layout `base` called `name`, on the same master."""
    from lxml import etree
    from pptx.opc.packuri import PackURI
    from pptx.parts.slide import SlideLayoutPart

    master = base.slide_master
    package = master.part.package
    taken = {str(part.partname) for part in package.iter_parts()}
    names = (f"/ppt/slideLayouts/slideLayout{i}.xml" for i in range(1, 10000))
    uri = PackURI(next(name for name in names if name not in taken))
    part = SlideLayoutPart.load(uri, base.part.content_type, package, etree.tostring(base._element))
    for key, relation in base.part.rels.items():
        part.rels._rels[key] = relation
    element = part._element
    element.find("p:cSld", NS).set("name", name)
    for attribute in ("matchingName", "type"):
        element.attrib.pop(attribute, None)
    element.set("preserve", "1")
    element.set("userDrawn", "1")
    for tag in ("transition", "timing", "extLst"):
        for found in element.findall(f"p:{tag}", NS):
            element.remove(found)
    listed = master._element.find("p:sldLayoutIdLst", NS)
    deck = package.main_document_part._element
    ids = [int(found.get("id", "0")) for found in deck.iter(f"{_P}sldMasterId")]
    for other in package.main_document_part.presentation.slide_masters:
        ids += [int(found.get("id", "0")) for found in other._element.iter(f"{_P}sldLayoutId")]
    entry = etree.SubElement(listed, f"{_P}sldLayoutId")
    entry.set("id", str(max([_LEAST_ID, *ids]) + 1))
    entry.set(f"{{{_R}}}id", master.part.relate_to(part, f"{_KIND}/slideLayout"))
    return part.slide_layout


def add_notes_master(file: Any, house: Any) -> None:
    """Give the presentation the house's notes master where it has none that takes our notes."""
    from lxml import etree
    from pptx.opc.packuri import PackURI

    part, element = file.part, file.part._element
    old = next((relation for relation in part.rels.values() if relation.reltype.endswith("/notesMaster")), None)
    if old is not None:
        marks = {(mark.get("type"), mark.get("idx")) for mark in old.target_part._element.iter(f"{_P}ph")}
        if {("sldImg", "2"), ("body", "3")} <= marks:
            return
        part.rels.pop(next(key for key, relation in part.rels.items() if relation is old))
        for found in element.findall("p:notesMasterIdLst", NS):
            element.remove(found)
    taken = {str(one.partname) for one in part.package.iter_parts()}
    master = house.part.notes_master_part
    master._partname, master._package = PackURI("/ppt/notesMasters/notesMaster1.xml"), part.package
    theme = next(relation.target_part for relation in master.rels.values() if relation.reltype.endswith("/theme"))
    theme._partname = next(
        PackURI(f"/ppt/theme/theme{i}.xml") for i in range(1, 10000) if f"/ppt/theme/theme{i}.xml" not in taken
    )
    theme._package = part.package
    listed = etree.Element(f"{_P}notesMasterIdLst")
    etree.SubElement(listed, f"{_P}notesMasterId").set(f"{{{_R}}}id", part.relate_to(master, f"{_KIND}/notesMaster"))
    element.find("p:sldMasterIdLst", NS).addnext(listed)


def add_properties(file: Any, house: Any) -> None:
    """Give the presentation the house's view properties, the other parts of that kind that it lacks, and our program's name.

    What the school's file says of itself, its title and its author, is none of our decks'.
    """
    part = file.part
    for kind in ("viewProps", "presProps", "tableStyles"):
        if not any(relation.reltype.endswith(f"/{kind}") for relation in part.rels.values()):
            found = next(r.target_part for r in house.part.rels.values() if r.reltype.endswith(f"/{kind}"))
            found._package = part.package
            part.relate_to(found, f"{_KIND}/{kind}")
    program = next(r for r in house.part.package._rels.values() if r.reltype.endswith("/extended-properties"))
    part.package.relate_to(program.target_part, program.reltype)


def set_faces(file: Any, style: Style) -> None:
    """Name the faces of East Asian and other scripts in each theme that names none; its own stay."""
    from lxml import etree

    for part in file.part.package.iter_parts():
        if not part.content_type.endswith("theme+xml"):
            continue
        theme = etree.fromstring(part.blob)
        for fonts in theme.iter(f"{A}majorFont", f"{A}minorFont"):
            east = fonts.find("a:ea", NS)
            if east is not None and not east.get("typeface"):
                east.set("typeface", style.faces["Hans"])
            named = {font.get("script") for font in fonts.findall("a:font", NS)}
            place: Any = fonts.find("a:cs", NS)
            for script in reversed([one for one in _SCRIPTS if one not in named and one in style.faces]):
                place.addnext(etree.Element(f"{A}font", script=script, typeface=style.faces[script]))
        part._blob = etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)
    for master in file.slide_masters:
        for look in master._element.iter(f"{A}ea"):
            if not look.get("typeface", "").startswith("+") and _is_latin(look):
                look.set("typeface", "+mn-ea")


def _is_latin(face: Any) -> bool:
    """Whether a face for East Asian text is the Latin one beside it, as some programs write it."""
    latin = face.getparent().find("a:latin", NS)
    name = face.get("typeface", "")
    same = latin is not None and latin.get("typeface") == name
    return not name or same or name.startswith(("DejaVu", "Liberation"))


def read_faces(master: Any) -> dict[str, str]:
    """Return the Latin faces of a master's theme by the names that its parts call them (`+mj-lt`, `+mn-lt`)."""
    from lxml import etree

    part = next(relation.target_part for relation in master.part.rels.values() if relation.reltype.endswith("/theme"))
    theme = etree.fromstring(part.blob)
    fonts = {"+mj-lt": "majorFont", "+mn-lt": "minorFont"}
    found = {name: theme.find(f"a:themeElements/a:fontScheme/a:{font}/a:latin", NS) for name, font in fonts.items()}
    return {name: face.get("typeface") or "Arial" if face is not None else "Arial" for name, face in found.items()}

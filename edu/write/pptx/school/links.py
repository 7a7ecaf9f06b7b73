"""A package with links to files outside of it -> the same without them: decks go where those files are not."""

from __future__ import annotations

from typing import Any

from edu.write.pptx.school.colours import NS, A

_R = f"{{{NS['r']}}}"
_WEB = ("http://", "https://", "mailto:")


def cut_links(package: Any) -> tuple[str, ...]:
    """Take out of a package what stands outside: linked pictures, sounds, objects and files; return where each stood.

    Links of text to the web stay. Nothing is fetched.
    """
    from lxml import etree

    found: dict[str, None] = {}
    for part in package.iter_parts():
        outside = {
            id: relation.target_ref for id, relation in part.rels.items() if relation.is_external and not _is_web(relation)
        }
        if not outside:
            continue
        root = part._element if hasattr(part, "_element") else etree.fromstring(part.blob)
        for id, target in outside.items():
            found[target] = None
            for element in [one for one in root.iter() if id in _list_ids(one)]:
                _cut(element, id)
            part.rels.pop(id)
        if not hasattr(part, "_element"):
            part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return tuple(found)


def _is_web(relation: Any) -> bool:
    return bool(relation.reltype.endswith("/hyperlink") and relation.target_ref.casefold().startswith(_WEB))


def _list_ids(element: Any) -> tuple[str, ...]:
    return tuple(value for name, value in element.attrib.items() if name.startswith(_R)) if isinstance(element.tag, str) else ()


def _cut(element: Any, id: str) -> None:
    """Take a link out of its part: a picture with a copy inside keeps that, and a fill gives way to none."""
    for name in [name for name, value in element.attrib.items() if name.startswith(_R) and value == id]:
        del element.attrib[name]
    if element.tag != f"{A}blip":
        _remove(element)
    elif not element.get(f"{_R}embed"):
        fill = element.getparent()
        owner = fill.getparent()
        if owner.tag.endswith("}pic"):
            _remove(owner)
        else:
            owner.replace(fill, _make_plain(owner))


def _make_plain(owner: Any) -> Any:
    """Return the fill that stands for a picture that is gone: the page's ground for a background, nothing for a shape."""
    from lxml import etree

    if not owner.tag.endswith(("}bgPr", "}bgFillStyleLst")):
        return etree.Element(f"{A}noFill")
    fill = etree.Element(f"{A}solidFill")
    etree.SubElement(fill, f"{A}schemeClr", val="bg1" if owner.tag.endswith("}bgPr") else "phClr")
    return fill


def _remove(element: Any) -> None:
    if (parent := element.getparent()) is not None:
        parent.remove(element)

"""A planned deck and a theme -> the bytes of a PowerPoint file, the same for the same input."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import datetime
from itertools import count
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from edu.model.locale import direction_of, office_tag
from edu.plan.page import Chart, Deck, Image, Section, Slide
from edu.plan.theme import Colour, Theme
from edu.write.pptx.chart import chart_xml, make_workbook
from edu.write.pptx.package import list_parts, pack_members
from edu.write.pptx.school.colours import write_literals
from edu.write.pptx.shapes import Page
from edu.write.pptx.slide import notes_xml, slide_xml
from edu.write.pptx.template import Template, colours_theme, list_literals, open_template
from edu.write.pptx.text import NAMESPACES, RELATIONS, attribute
from edu.write.pptx.theme import read_theme

_TYPES = "application/vnd.openxmlformats-officedocument"
_LONGEST = 255
"""Characters of a property that Office takes."""
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


def write_deck(deck: Deck, template: Template) -> bytes:
    """Return the .pptx of `deck` on `template`."""
    from pptx import Presentation

    file = Presentation(io.BytesIO(open_template(template)))
    literals = list_literals(template, deck)
    if colours_theme(template):
        _colour_theme(file, deck.accents)
    relations = Binder(file, deck, read_theme(template), literals).bind()
    _list_slides(file, deck, relations)
    _describe(file, deck)
    return pack_members(list_parts(file.part.package))


class Binder:
    """Binds slides into a package; part names come from counters, so that the cost of a slide stays the same."""

    def __init__(self, file: Any, deck: Deck, theme: Theme, literals: Mapping[str, str]) -> None:
        self._file, self._deck, self._theme, self._literals = file, deck, theme, literals
        self._charts, self._media = count(1), dict[str, Any]()

    def bind(self) -> list[str]:
        """Add every slide with its notes, charts and pictures; return the relationships of the slides."""
        slides = self._deck.slides
        parts = {s.id: self._part(f"/ppt/slides/slide{n}.xml", "presentationml.slide+xml") for n, s in enumerate(slides, 1)}
        layouts = {layout.name: layout.part for master in self._file.slide_masters for layout in master.slide_layouts}
        for n, slide in enumerate(slides, 1):
            part = parts[slide.id]
            part.relate_to(layouts[self._theme.layouts[slide.layout].name], f"{RELATIONS}/slideLayout")
            part._blob = self._write_slide(slide, part, parts)
            self._add_notes(slide, part, n)
        # `relate_to` would look through all slides before each for a relationship that it has already
        return [self._file.part.rels._add_relationship(f"{RELATIONS}/slide", parts[slide.id]) for slide in slides]

    def _part(self, name: str, kind: str, data: bytes = b"") -> Any:
        from pptx.opc.package import Part
        from pptx.opc.packuri import PackURI

        content_type = kind if "/" in kind else f"{_TYPES}.{kind}"
        return Part(PackURI(name), content_type, self._file.part.package, data)

    def _write_slide(self, slide: Slide, part: Any, parts: Mapping[str, Any]) -> bytes:
        def link(url: str, target: str) -> str:
            if url:
                return str(part.relate_to(url, f"{RELATIONS}/hyperlink", is_external=True))
            return str(part.relate_to(parts[target], f"{RELATIONS}/slide")) if target in parts else ""

        def embed(image: Image) -> str:
            return str(part.relate_to(self._picture(image), f"{RELATIONS}/image"))

        def add_chart(chart: Chart) -> str:
            return str(part.relate_to(self._chart(chart), f"{RELATIONS}/chart"))

        layout = self._theme.layouts[slide.layout]
        return self._paint(slide_xml(self._deck, slide, Page(layout, link, embed), add_chart))

    def _paint(self, xml: bytes) -> bytes:
        return write_literals(xml.decode(), self._literals).encode() if self._literals else xml

    def _add_notes(self, slide: Slide, part: Any, number: int) -> None:
        notes = self._part(
            f"/ppt/notesSlides/notesSlide{number}.xml", "presentationml.notesSlide+xml", notes_xml(self._deck, slide)
        )
        notes.relate_to(self._file.part.notes_master_part, f"{RELATIONS}/notesMaster")
        notes.relate_to(part, f"{RELATIONS}/slide")
        part.relate_to(notes, f"{RELATIONS}/notesSlide")

    def _chart(self, chart: Chart) -> Any:
        number = next(self._charts)
        book = self._part(f"/ppt/embeddings/workbook{number}.xlsx", "spreadsheetml.sheet", make_workbook(chart))
        part = self._part(f"/ppt/charts/chart{number}.xml", "drawingml.chart+xml")
        part._blob = self._paint(chart_xml(chart, part.relate_to(book, f"{RELATIONS}/package")))
        return part

    def _picture(self, image: Image) -> Any:
        picture = image.picture
        if picture.name not in self._media:
            name = f"/ppt/media/image{len(self._media) + 1}.{picture.format}"
            self._media[picture.name] = self._part(name, f"image/{picture.format}", picture.data)
        return self._media[picture.name]


def _colour_theme(file: Any, accents: Mapping[Colour, str]) -> None:
    """Put the entities' colours into the accents of the theme, so that a new theme colours them anew."""
    for part in file.part.package.iter_parts():
        if str(part.partname).startswith("/ppt/theme/") and accents:
            text = part.blob.decode("utf-8")
            for name, colour in accents.items():
                start, end = text.index(f"<a:{name}>"), text.index(f"</a:{name}>")
                text = f'{text[:start]}<a:{name}><a:srgbClr val="{colour.lstrip("#").upper()}"/>{text[end:]}'
            part._blob = text.encode("utf-8")


def _list_slides(file: Any, deck: Deck, relations: list[str]) -> None:
    """List the slides in the presentation, and its sections (PowerPoint 2010's `p14:sectionLst`)."""
    from lxml import etree

    element = file.part._element
    if direction_of(deck.lang) == "rtl":
        element.set("rtl", "1")
    numbers = {slide.id: 256 + i for i, slide in enumerate(deck.slides)}
    entries = (f'<p:sldId id="{n}" r:id="{r}"/>' for n, r in zip(numbers.values(), relations, strict=True))
    listed = etree.fromstring(f"<p:sldIdLst {NAMESPACES}>{''.join(entries)}</p:sldIdLst>")
    masters = [element.find(f"{_P}{name}") for name in ("handoutMasterIdLst", "notesMasterIdLst", "sldMasterIdLst")]
    next(found for found in masters if found is not None).addnext(listed)
    sections = etree.fromstring(_sections_xml(deck.sections, numbers))
    extensions = element.find(f"{_P}extLst")  # a theme that PowerPoint saved has one, and only one may stand there
    if extensions is None:
        element.append(sections)
    else:
        extensions.append(sections[0])


def _sections_xml(sections: tuple[Section, ...], numbers: Mapping[str, int]) -> str:
    found = ""
    for section in sections:
        mark = str(uuid5(NAMESPACE_URL, f"section/{section.id}")).upper()
        ids = "".join(f'<p14:sldId id="{numbers[slide]}"/>' for slide in section.slides)
        found += f'<p14:section name={attribute(section.name)} id="{{{mark}}}"><p14:sldIdLst>{ids}</p14:sldIdLst></p14:section>'
    return (
        f'<p:extLst {NAMESPACES}><p:ext uri="{{521415D9-36F7-43E2-AB2F-B90AF26B5E84}}">'
        f'<p14:sectionLst xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">{found}</p14:sectionLst>'
        "</p:ext></p:extLst>"
    )


def _describe(file: Any, deck: Deck) -> None:
    """Write the document's properties: no clock stands in them."""
    core = file.core_properties
    core.title, core.subject, core.author = (text[:_LONGEST] for text in (deck.title, deck.subject, deck.author))
    core.language = office_tag(deck.lang)
    core.created = core.modified = datetime(1980, 1, 1)
    core.last_modified_by, core.revision = core.author, 1

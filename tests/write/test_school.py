"""A school's own PowerPoint file: its layouts are found, what they lack is added, and what cannot be used is told."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pptx
import pytest
from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from edu.folder import UnreadError
from edu.plan.colour import measure_contrast
from edu.problems import Code, Kind
from edu.write.pptx import Template, read_theme, write_deck
from edu.write.pptx.template import furnish, open_template
from edu.write.pptx.text import RELATIONS
from tests.plan.decks import ROOT, SCHOOL, SMALL, make

FILE = Path(pptx.__file__).parent / "templates" / "default.pptx"
HOUSE = read_theme(Template(ROOT / "templates"))


def change(**parts: bytes) -> bytes:
    """Return the school's file with other parts in it."""
    stream = io.BytesIO()
    with zipfile.ZipFile(FILE) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            new.writestr(name, parts.get(name.rpartition("/")[2].partition(".")[0], old.read(name)))
    return stream.getvalue()


def test_every_layout_of_the_house_stands_on_the_schools_master() -> None:
    theme = read_theme(SCHOOL)
    assert list(theme.layouts) == list(HOUSE.layouts)
    ornaments = {"Title": {"Number"}, "Section": {"Number"}}
    lacks = {name: {*HOUSE.layouts[name].slots} - {*layout.slots} for name, layout in theme.layouts.items()}
    assert {name: found for name, found in lacks.items() if found} == ornaments


def test_layouts_are_found_by_their_usual_names() -> None:
    found = {use.layout: use.theirs for use in furnish(SCHOOL).uses}
    assert (found["Title"], found["Section"]) == ("Title Slide", "Section Header")
    assert (found["Points"], found["Table"]) == ("Title and Content", "Title Only")


def test_a_mapping_names_another_layout_and_an_unknown_one_is_told() -> None:
    mapped = Template(ROOT / "templates", school=SCHOOL.school, layouts=(("Section", "Title Slide"), ("Voice", "Nix")))
    done = furnish(mapped)
    assert {use.layout: use.theirs for use in done.uses}["Section"] == "Title Slide"
    assert [problem.code for problem in done.problems] == [Code.UNKNOWN_LAYOUT]


def test_the_schools_own_layouts_and_theme_stay_as_they_are() -> None:
    done = Presentation(io.BytesIO(open_template(SCHOOL)))
    before = Presentation(str(FILE))
    names = [layout.name for layout in before.slide_layouts]
    assert [layout.name for layout in done.slide_layouts][: len(names)] == names
    theme = read_theme(SCHOOL)
    assert theme.layouts["Points"].slots["Title"].size == 44
    assert theme.face == "Calibri"


def test_all_colours_can_be_read_on_the_page_and_on_panels() -> None:
    colours = furnish(SCHOOL).colours
    texts = [colour for name, colour in colours.items() if name not in ("paper", "soft")]
    assert min(measure_contrast(text, colours[ground]) for text in texts for ground in ("paper", "soft")) >= 4.5


def test_a_template_and_a_deck_that_has_slides_serve_alike() -> None:
    deck = write_deck(make(SMALL, "zh_CN", SCHOOL)[1][0][0], SCHOOL)
    again = Template(ROOT / "templates", school=deck)
    assert len(Presentation(io.BytesIO(open_template(again))).slides) == 0
    types = zipfile.ZipFile(FILE).read("[Content_Types].xml").replace(b"presentation.main+xml", b"template.main+xml")
    assert furnish(Template(ROOT / "templates", school=change(**{"[Content_Types]": types}))).uses == furnish(SCHOOL).uses


def test_the_same_file_gives_the_same_deck() -> None:
    deck = make(SMALL, "zh_CN", SCHOOL)[1][0][0]
    first = write_deck(deck, SCHOOL)
    furnish.cache_clear()
    assert write_deck(deck, SCHOOL) == first


OUTSIDE = "file:///C:/Users/me/logo.png"


def link_out(*shapes: str) -> Template:
    """Return the school's file with shapes on its master that refer to a file outside as `rId`."""
    deck = Presentation(str(FILE))
    master = deck.slide_master
    id = master.part.rels.get_or_add_ext_rel(f"{RELATIONS}/image", OUTSIDE)
    for shape in shapes:
        master._element.find(".//" + qn("p:spTree")).append(
            parse_xml(shape.replace("XMLNS", nsdecls("p", "a", "r")).replace("RID", id))
        )
    stream = io.BytesIO()
    deck.save(stream)
    return Template(ROOT / "templates", school=stream.getvalue())


PICTURE = (
    '<p:pic XMLNS><p:nvPicPr><p:cNvPr id="90" name="Logo"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:link="RID"/>'
    '<a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="99" cy="99"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
)
FILLED = (
    '<p:sp XMLNS><p:nvSpPr><p:cNvPr id="91" name="Badge"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="0" y="0"/>'
    '<a:ext cx="99" cy="99"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:blipFill><a:blip r:link="RID"/>'
    "</a:blipFill></p:spPr></p:sp>"
)


def test_what_a_template_links_to_is_told_and_left_out() -> None:
    linked = link_out(PICTURE, FILLED)
    (problem,) = furnish(linked).problems
    assert (problem.code, problem.values["target"]) == (Code.TEMPLATE_LINKS, OUTSIDE)
    deck = write_deck(make(SMALL, "zh_CN", linked)[1][0][0], linked)
    package = zipfile.ZipFile(io.BytesIO(deck))
    assert [name for name in package.namelist() if b"logo.png" in package.read(name)] == []
    names = {shape.name for shape in Presentation(io.BytesIO(deck)).slide_master.shapes}
    assert "Badge" in names
    assert "Logo" not in names


def test_nothing_that_the_old_file_says_of_itself_stands_in_decks() -> None:
    deck = Presentation(str(FILE))
    deck.core_properties.title, deck.core_properties.author = "Annual report", "Somebody Else"
    stream = io.BytesIO()
    deck.save(stream)
    school = Template(ROOT / "templates", school=stream.getvalue())
    plan = make(SMALL, "zh_CN", school)[1][0][0]
    said = Presentation(io.BytesIO(write_deck(plan, school))).core_properties
    assert (said.title, said.author, said.last_modified_by) == (plan.title, plan.author, plan.author)


MACROS = (
    zipfile.ZipFile(FILE)
    .read("[Content_Types].xml")
    .replace(
        b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
        b"application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml",
    )
)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"no file of Office", Code.NOT_A_TEMPLATE),
        (b"\xd0\xcf\x11\xe0" + b"0" * 600, Code.TEMPLATE_PROTECTED),
        (FILE.read_bytes()[:9000], Code.BROKEN_TEMPLATE),
        (change(presentation=b"<no/>"), Code.BROKEN_TEMPLATE),
        (change(slideMaster1=b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"), Code.BROKEN_TEMPLATE),
        (change(**{"[Content_Types]": MACROS}), Code.TEMPLATE_MACROS),
    ],
)
def test_a_file_that_cannot_be_built_on_is_told(data: bytes, code: Kind) -> None:
    with pytest.raises(UnreadError) as unread:
        furnish(Template(ROOT / "templates", school=data))
    assert unread.value.code == code

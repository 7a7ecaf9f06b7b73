"""A school's own PowerPoint file: its layouts are found, what they lack is added, and what cannot be used is told."""

from __future__ import annotations

import contextlib
import io
import re
import zipfile
from pathlib import Path

import pptx
import pytest
from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from edu.check.deck import check_deck
from edu.folder import UnreadError
from edu.plan.colour import measure_contrast
from edu.plan.theme import Frame
from edu.problems import Code, Kind
from edu.write.pptx import Template, read_theme, write_deck
from edu.write.pptx.school.colours import is_dark
from edu.write.pptx.school.place import overlaps
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


# --- what stands behind texts ------------------------------------------------------------------------------------------


ART = (
    '<p:sp {names}><p:nvSpPr><p:cNvPr id="{id}" name="Art"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>'
    '<a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    '<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill></p:spPr></p:sp>'
)


def paint(*boxes: tuple[Frame, str]) -> Template:
    """Return the school's file, whose page is 720 points wide and 540 high, with coloured shapes on its master."""
    deck = Presentation(str(FILE))
    tree = deck.slide_master._element.find(".//" + qn("p:spTree"))
    for number, (frame, colour) in enumerate(boxes):
        sides = {name: round(getattr(frame, name) * 12700) for name in "xywh"}
        tree.insert(2 + number, parse_xml(ART.format(names=nsdecls("p", "a"), id=80 + number, colour=colour, **sides)))
    stream = io.BytesIO()
    deck.save(stream)
    return Template(ROOT / "templates", school=stream.getvalue())


PARTS = (Frame(0, 0, 360, 320), "780373"), (Frame(360, 0, 360, 320), "FFFFFF"), (Frame(0, 320, 720, 220), "FFF200")
BUSY = paint(*PARTS)


def test_on_a_ground_on_which_nothing_can_be_read_a_panel_is_laid_and_told() -> None:
    done = furnish(BUSY)
    told = [problem.values["layout"] for problem in done.problems if problem.code == Code.BUSY_GROUND]
    assert told == ["Title Slide", "Section Header", "Title and Content", "Title Only"]
    deck = make(SMALL, "zh_CN", BUSY)[1][0][0]
    theme = read_theme(BUSY)
    assert [problem.code.id for problem in check_deck(deck, theme)] == []
    for layout in theme.layouts.values():
        panel = next(shape.frame for shape in layout.decorations if shape.name == "Panel")
        slots = [slot.frame for slot in layout.slots.values()]
        assert min(slot.x for slot in slots) >= panel.x
        assert max(slot.y + slot.h for slot in slots) <= panel.y + panel.h


def test_a_calm_ground_has_no_panel() -> None:
    dark = paint((Frame(0, 0, 720, 540), "10243E"), (Frame(0, 524, 720, 16), "0B1A2C"))
    assert furnish(dark).problems == ()
    assert is_dark(furnish(dark).colours["paper"])


def test_content_stands_beside_what_a_master_draws() -> None:
    art = Frame(576, 324, 108, 108)
    layouts = read_theme(paint((art, "6BA539"))).layouts
    content = [(name, slot.frame) for name in layouts for slot in layouts[name].slots.values() if slot.type == "body"]
    assert {name for name, frame in content if name not in ("Title", "Section") and overlaps(frame, art)} == set()


def test_a_divider_without_a_layout_of_its_own_has_a_number() -> None:
    deck = Presentation(str(FILE))
    deck.slide_layouts.remove(deck.slide_layouts.get_by_name("Section Header"))
    stream = io.BytesIO()
    deck.save(stream)
    slots = read_theme(Template(ROOT / "templates", school=stream.getvalue())).layouts["Section"].slots
    assert slots["Number"].frame.y > slots["Title"].frame.y + slots["Title"].frame.h
    assert slots["Body"].frame.y > slots["Number"].frame.y + slots["Number"].frame.h


@pytest.mark.parametrize(
    ("part", "name"),
    [
        *((part, name) for part in ("slideMaster1", "slideLayout2") for name in (b"<a:off ", b"<p:cNvPr ", b"<p:spTree>")),
        ("theme1", b"<a:srgbClr "),
        ("theme1", b"<a:font"),
        ("presentation", b"<p:sldMasterId "),
    ],
)
def test_damage_is_told_or_does_no_harm(part: str, name: bytes) -> None:
    with zipfile.ZipFile(FILE) as package:
        path = next(found for found in package.namelist() if found.endswith(f"/{part}.xml"))
        data = package.read(path)
    start = data.index(name)
    broken = re.sub(rb'"[^"]*"', b'"?"', data[start : start + 200], count=2)
    damaged = Template(ROOT / "templates", school=change(**{part: data[:start] + broken + data[start + 200 :]}))
    with contextlib.suppress(UnreadError):
        assert furnish(damaged).uses


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


_VEIL = """<p:sp xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><p:nvSpPr><p:cNvPr id="900" name="Veil"/><p:cNvSpPr/><p:nvPr/>
 </p:nvSpPr><p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="9144000" cy="6858000"/></a:xfrm><a:prstGeom prst="rect"/>{fill}
 </p:spPr></p:sp>"""


def _paint_master(background: str, fill: str = "") -> Template:
    """Return python-pptx's file with a background, and a shape over all of its master."""
    deck = Presentation(str(FILE))
    data = deck.slide_master._element.find(qn("p:cSld"))
    old = data.find(qn("p:bg"))
    if old is not None:
        data.remove(old)
    data.insert(0, parse_xml(f"<p:bg {nsdecls('p', 'a')}><p:bgPr>{background}<a:effectLst/></p:bgPr></p:bg>"))
    if fill:
        data.find(qn("p:spTree")).append(parse_xml(_VEIL.format(fill=fill)))
    stream = io.BytesIO()
    deck.save(stream)
    return Template(ROOT / "templates", school=stream.getvalue())


def _shade(*colours: str) -> str:
    stops = "".join(f'<a:gs pos="{i * 100000}"><a:srgbClr val="{colour}"/></a:gs>' for i, colour in enumerate(colours))
    return f'<a:gradFill><a:gsLst>{stops}</a:gsLst><a:lin ang="0"/></a:gradFill>'


def _pale(alpha: str, colour: str = "FFFFFF") -> str:
    return f'<a:solidFill><a:srgbClr val="{colour}"><a:alpha val="{alpha}"/></a:srgbClr></a:solidFill>'


@pytest.mark.parametrize(
    ("background", "fill"),
    [
        (_shade("FF0000", "0070FF"), ""),
        (_shade("000000", "FFFFFF"), _pale("10000")),
        ("<a:noFill/>", _pale("50000")),
        (_shade("101010", "202020"), ""),
    ],
)
def test_whatever_ground_a_master_paints_its_texts_can_be_read_or_stand_on_a_panel(background: str, fill: str) -> None:
    assert furnish(_paint_master(background, fill)).uses


@pytest.mark.parametrize("fill", [_pale("50%"), _pale("50000", "GGGGGG")])
def test_a_fill_that_is_damaged_is_told(fill: str) -> None:
    with pytest.raises(UnreadError) as raised:
        furnish(_paint_master(_shade("101010", "202020"), fill))
    assert raised.value.code == Code.BROKEN_TEMPLATE

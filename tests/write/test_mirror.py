"""Decks that are read from right to left say so in every part of their files, and hold what validators ask of them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from lxml import etree
from pptx import Presentation

from edu.plan.deck import make_deck
from edu.write.pptx import Template, read_theme, write_deck
from edu.write.pptx.mirror import lay_tables
from edu.write.pptx.template import furnish
from tests.plan.decks import EXAMPLES, HOUSE, ROOT, SCHOOL, edit, read_in
from tests.tools.ooxml import list_audit_faults, list_sdk_faults
from tests.tools.overflow import list_overflows

NS = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
}


@cache
def write(lang: str, template: Template = HOUSE) -> bytes:
    """Return the deck of the examples, whose words stay English, in a language that is written from right to left."""
    english, pictures = edit(EXAMPLES, "en"), read_in(EXAMPLES, "en").pictures
    first, *others = (replace(english, lang=one, fallbacks={}) for one in lang.split("+"))
    facing = template.facing(first.lang)
    deck, _ = make_deck(first, first.course.modules[0], read_theme(facing), pictures, *others)
    return write_deck(deck, facing)


def read_parts(data: bytes, start: str) -> Iterator[etree._Element]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if name.startswith(start) and name.endswith(".xml"):
                yield etree.fromstring(package.read(name))


def test_every_part_says_the_direction() -> None:
    data = write("ar")
    (presentation,) = read_parts(data, "ppt/presentation.xml")
    assert presentation.get("rtl") == "1"
    for start in ("ppt/slides/", "ppt/notesSlides/"):
        texts = [p for part in read_parts(data, start) for p in part.iterfind(".//a:p", NS) if p.find("a:r", NS) is not None]
        assert len(texts) > 20
        assert [p for p in texts if p.find("a:pPr", NS) is None or p.find("a:pPr", NS).get("rtl") != "1"] == []
    for start in ("ppt/slideMasters/", "ppt/slideLayouts/", "ppt/notesMasters/", "ppt/presentation.xml"):
        levels = [level for part in read_parts(data, start) for level in part.xpath(".//*[@rtl and @algn]")]
        assert {(level.get("rtl"), level.get("algn")) for level in levels} <= {("1", "r"), ("1", "l"), ("1", "ctr")}
        assert levels
    tables = [table for part in read_parts(data, "ppt/slides/") for table in part.iterfind(".//a:tblPr", NS)]
    assert [table.get("rtl") for table in tables] == ["1"] * len(tables) != []


def test_charts_begin_at_the_right() -> None:
    orders = [
        [
            (
                axis.tag.rpartition("}")[2],
                axis.find("c:scaling/c:orientation", NS).get("val"),
                axis.find("c:axPos", NS).get("val"),
            )
            for axis in (*chart.iterfind(".//c:catAx", NS), *chart.iterfind(".//c:valAx", NS))
        ]
        for chart in read_parts(write("ar"), "ppt/charts/")
    ]
    upright = [("catAx", "maxMin", "b"), ("valAx", "minMax", "r")]
    lying = [("catAx", "maxMin", "r"), ("valAx", "maxMin", "b")]
    assert sorted(orders) == sorted([lying, [], upright, upright])


def test_a_deck_from_left_to_right_says_nothing_of_it() -> None:
    data = write("en")
    assert not any(part.xpath(".//*[@rtl='1']|.//*[@rtlCol='1']") for part in read_parts(data, "ppt/"))


def test_notes_in_two_languages_stand_each_in_its_own_direction() -> None:
    for lang in ("ar+en", "en+ar"):
        found = set()
        for part in read_parts(write(lang), "ppt/notesSlides/"):
            for p in part.iterfind(".//a:p[a:r]", NS):
                run, style = p.find("a:r/a:rPr", NS), p.find("a:pPr", NS)
                said = (style.get("rtl", "0"), style.get("algn", "l")) if style is not None else ("0", "l")
                found.add((run.get("lang"), *said))
        assert found == {("ar-SA", "1", "r"), ("en-US", "0", "l")}


def test_the_layouts_of_a_school_stay_where_they_stand_and_what_is_ours_is_mirrored() -> None:
    def places(template: Template) -> dict[str, list[tuple[str, int, int]]]:
        file = Presentation(io.BytesIO(furnish(template).data))
        return {
            layout.name: [(s.name, s.left, s.width) for s in layout.shapes]
            for master in file.slide_masters
            for layout in master.slide_layouts
        }

    own = {layout.name for layout in Presentation(io.BytesIO(SCHOOL.school)).slide_layouts}
    left, right = places(SCHOOL), places(SCHOOL.facing("ar"))
    assert {name: right[name] for name in own} == {name: left[name] for name in own}
    band, turned = (next(x for name, x, _ in found["Task"] if name == "Label") for found in (left, right))
    assert turned > band + 2_000_000


def test_a_theme_of_ours_that_a_school_changed_is_mirrored_whole(tmp_path: Path) -> None:
    from edu.write.pptx.template import write_potx

    ours = Template(ROOT / "templates", school=write_potx(HOUSE))
    house, theme = read_theme(HOUSE.facing("ar")), read_theme(ours.facing("ar"))
    for name, layout in house.layouts.items():
        assert {key: (round(s.frame.x), s.align) for key, s in layout.slots.items()} == {
            key: (round(theme.layouts[name].slots[key].frame.x), theme.layouts[name].slots[key].align) for key in layout.slots
        }


def test_for_libreoffice_the_first_column_stands_at_the_right() -> None:
    data = write("ar")
    before, after = (
        [
            [[cell.text for cell in row.cells] for row in shape.table.rows]
            for slide in Presentation(io.BytesIO(one)).slides
            for shape in slide.shapes
            if shape.has_table
        ]
        for one in (data, lay_tables(data))
    )
    assert before
    assert after == [[row[::-1] for row in table] for table in before]
    assert lay_tables(write("en")) is write("en")


@pytest.mark.slow
def test_validators_find_nothing_and_nothing_runs_over(tmp_path: Path) -> None:
    path = tmp_path / "ar.pptx"
    path.write_bytes(write("ar"))
    assert [str(fault) for fault in (*list_sdk_faults([path]), *list_audit_faults([path]))] == []
    assert [str(over) for over in list_overflows([path], tmp_path / "grown")] == []

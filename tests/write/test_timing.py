"""Slides shown click by click are PowerPoint's own animations, as programs that we did not write read them."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from edu.plan.page import Deck
from edu.write.pptx import write_deck
from tests.plan.decks import HOUSE, make_set
from tests.tools.office import convert, draw_pages
from tests.tools.ooxml import list_audit_faults, list_sdk_faults

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


@pytest.fixture(scope="module")
def deck() -> Deck:
    return make_set("zh_CN", builds=True)[0]


@pytest.fixture(scope="module")
def file(deck: Deck, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("timing") / "built.pptx"
    path.write_bytes(write_deck(deck, HOUSE))
    return path


def _read(file: Path, name: str) -> etree._Element:
    return etree.fromstring(zipfile.ZipFile(file).read(name))


def test_each_effect_is_of_a_shape_or_paragraph_that_is_there_and_nothing_moves(deck: Deck, file: Path) -> None:
    for number, slide in enumerate(deck.slides, 1):
        tree = _read(file, f"ppt/slides/slide{number}.xml")
        targets = tree.findall(f".//{P}spTgt")
        assert len(targets) == sum(len(build) for build in slide.builds)
        top = {name.get("id"): shape for shape in tree.find(f"{P}cSld/{P}spTree") for name in shape.iter(f"{P}cNvPr")}
        for target in targets:
            shape = top[target.get("spid")]
            paragraphs = len(shape.findall(f"{P}txBody/*")) - 2
            assert [int(at.get("end")) < paragraphs for at in target.iter(f"{P}pRg")] in ([], [True])
        effects = [effect for effect in tree.iter(f"{P}cTn") if effect.get("presetID")]
        assert {effect.get("presetID") for effect in effects} <= {"1"}, "only Appear"
        assert len([e for e in effects if e.get("nodeType") == "clickEffect"]) == len(slide.builds)


def test_the_numbers_of_a_slides_times_are_its_own(file: Path, deck: Deck) -> None:
    for number, slide in enumerate(deck.slides, 1):
        ids = [time.get("id") for time in _read(file, f"ppt/slides/slide{number}.xml").iter(f"{P}cTn")]
        assert ids == [str(n + 1) for n in range(len(ids))]
        assert bool(ids) == bool(slide.builds)


@pytest.mark.slow
def test_both_validators_find_nothing_in_a_deck_with_clicks(file: Path) -> None:
    assert [str(fault) for fault in (*list_sdk_faults([file]), *list_audit_faults([file]))] == []


@pytest.mark.slow
def test_libreoffice_shows_every_click_and_prints_all_that_appears(deck: Deck, file: Path, tmp_path: Path) -> None:
    clicks = sum(len(slide.builds) for slide in deck.slides)
    (odp,) = convert([file], "odp", tmp_path)
    assert len(re.findall(b'node-type="on-click"', zipfile.ZipFile(odp).read("content.xml"))) == clicks
    (saved,) = convert([file], "pptx", tmp_path / "again")
    slides = [name for name in zipfile.ZipFile(saved).namelist() if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)]
    assert sum(zipfile.ZipFile(saved).read(name).count(b'nodeType="clickEffect"') for name in slides) == clicks
    plain = tmp_path / "plain.pptx"
    plain.write_bytes(write_deck(make_set("zh_CN")[0], HOUSE))
    pages = [draw_pages(pdf, tmp_path / pdf.stem) for pdf in convert([file, plain], "pdf", tmp_path)]
    for built, same in zip(*pages, strict=True):
        assert built.read_bytes() == same.read_bytes()

"""The one style: every colour can be read where it stands, and reaches both the decks and the quiz page."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import get_args

import pytest

from edu.markup.colours import write_colours
from edu.style import GROUNDS, Ground, read_style
from edu.write.pptx import Template, read_theme
from edu.write.pptx.template import PAGE_SIZES, open_template
from tests.tools.contrast import contrast

TEMPLATES = Path(__file__).resolve().parents[1] / "templates"
STYLE = read_style(TEMPLATES)


@pytest.mark.parametrize("ground", GROUNDS)
def test_every_colour_can_be_read_on_paper_and_on_a_panel(ground: Ground) -> None:
    colours = STYLE.colours[ground]
    inks = {name: colour for name, colour in colours.items() if name not in ("paper", "soft")}
    inks |= {f"module {i}": colour for i, colour in enumerate(STYLE.modules[ground])}
    pale = {(name, on): contrast(ink, colours[on]) for name, ink in inks.items() for on in ("paper", "soft")}
    assert {pair: ratio for pair, ratio in pale.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("page", PAGE_SIZES)
def test_the_house_theme_is_filled_from_the_style_on_every_ground_and_page(ground: Ground, page: str) -> None:
    template = Template(TEMPLATES, ground, next(size for size in PAGE_SIZES if size == page))
    with zipfile.ZipFile(io.BytesIO(open_template(template))) as package:
        texts = {name: package.read(name).decode("utf-8") for name in package.namelist() if name.endswith(".xml")}
    assert [name for name, text in texts.items() if re.search(r'"\{\w+\}"', text)] == []
    assert STYLE.colours[ground]["accent6"].lstrip("#") in texts["ppt/theme/theme1.xml"]
    assert STYLE.colours["light"]["accent6"].lstrip("#") in texts["ppt/theme/theme2.xml"]  # notes are printed
    theme = read_theme(template)
    assert (theme.width, theme.height) == ((960, 540) if page == "16:9" else (720, 540))
    assert theme.layouts["Points"].slots["Title"].size == STYLE.sizes["title"]
    right = [slot.frame.x + slot.frame.w for layout in theme.layouts.values() for slot in layout.slots.values()]
    assert max(right) <= theme.width


def test_the_theme_tells_how_a_layout_looks() -> None:
    theme = read_theme(Template(TEMPLATES))
    section, task, points = (theme.layouts[name] for name in ("Section", "Task", "Points"))
    assert section.ground is not None
    assert section.ground.colour == "accent1"
    assert section.slots["Title"].colour.colour == "paper"
    assert [(d.name, d.fill.colour) for d in task.decorations if d.fill] == [("Band", "accent6")]
    assert (points.slots["Body"].bullet, points.slots["Title"].bullet, points.slots["Title"].anchor) == ("dot", "none", "top")
    assert theme.layouts["Voice"].slots["Body"].fill is not None


def test_the_quiz_page_has_the_same_colours() -> None:
    css = write_colours(STYLE)
    for ground in get_args(Ground):
        assert all(f"{STYLE.colours[ground][name]};" in css for name in ("ink", "ink2", "paper", "soft", "accent1"))

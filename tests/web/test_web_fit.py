"""What the planner fitted fits in a browser too: no text leaves its frame, no label its chart."""

from __future__ import annotations

import pytest

from edu.style import GROUNDS, Ground
from edu.write.pptx import Template
from edu.write.pptx.template import PAGE_SIZES, PageSize
from tests.plan.decks import ROOT, SMALL
from tests.web.conftest import OpenSlides
from tests.web.pages import DECKS, TEMPLATES, write_course, write_on

pytestmark = pytest.mark.slow

FIND_OVERFLOW = """() => {
  const told = [];
  const tell = (kind, element, by) => {
    told.push(`${element.closest('.slide').id} ${kind} ${by}: ${element.textContent.slice(0, 40)}`);
  };
  for (const box of document.querySelectorAll('.page > .slot, .page > .box, .drawing > .box')) {
    const style = getComputedStyle(box);
    const [top, bottom] = [parseFloat(style.paddingTop), box.clientHeight - parseFloat(style.paddingBottom)];
    const texts = [...box.children].filter((child) => child.offsetHeight && !child.matches('.jump'));
    const first = Math.min(...texts.map((text) => text.offsetTop));
    const last = Math.max(...texts.map((text) => text.offsetTop + text.offsetHeight));
    if (first < top - 1 || last > bottom + 1) tell('high', box, [top - first, last - bottom]);
    if (box.scrollWidth > box.clientWidth + 1) tell('wide', box, box.scrollWidth - box.clientWidth);
  }
  for (const grid of document.querySelectorAll('.grid')) {
    const table = grid.firstElementChild;
    if (table.offsetHeight > grid.clientHeight + 2) tell('high table', grid, table.offsetHeight - grid.clientHeight);
    for (const cell of table.querySelectorAll('th, td')) {
      if (cell.scrollWidth > cell.clientWidth + 1) tell('wide cell', cell, cell.scrollWidth - cell.clientWidth);
    }
  }
  for (const text of document.querySelectorAll('.chart svg text')) {
    const [box, room] = [text.getBBox(), text.ownerSVGElement.viewBox.baseVal];
    const out = box.x < -1 || box.y < -1 || box.x + box.width > room.width + 1 || box.y + box.height > room.height + 1;
    if (out) tell('label', text, [box.x, box.y, box.x + box.width, box.y + box.height]);
  }
  return told;
}"""


@pytest.mark.parametrize(("lang", "number"), [*DECKS, ("zh_CN", 3), ("zh_CN+en", 2), ("en+zh_CN", 1)])
def test_no_text_is_larger_than_its_frame(open_slides: OpenSlides, lang: str, number: int) -> None:
    data = write_course(SMALL, lang, 0) if number == 3 else write_course(ROOT, lang, number)
    page = open_slides(data, java_script_enabled=False)
    assert page.evaluate("document.querySelectorAll('.page > .slot, .page > .box').length") > 40
    assert page.evaluate(FIND_OVERFLOW) == []


@pytest.mark.parametrize("page_size", PAGE_SIZES)
@pytest.mark.parametrize("ground", GROUNDS)
def test_no_text_is_larger_than_its_frame_on_any_ground_and_page(
    open_slides: OpenSlides, ground: Ground, page_size: PageSize
) -> None:
    page = open_slides(write_on(Template(TEMPLATES, ground, page_size), "zh_CN"), java_script_enabled=False)
    assert page.evaluate(FIND_OVERFLOW) == []


def test_a_text_that_is_too_large_is_found(open_slides: OpenSlides) -> None:
    data = write_course(SMALL, "zh_CN", 0).replace("营业额不是利润".encode(), "营业额不是利润，".encode() * 40)
    assert [fault for fault in open_slides(data, java_script_enabled=False).evaluate(FIND_OVERFLOW) if "high" in fault]

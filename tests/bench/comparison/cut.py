"""Marp's slides as a page -> how much of each is cut off at its lower edge, as the browser lays them out that draws them."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.conftest import CHROMIUM, FLAGS

_POINTS = 0.75
"""How many points a CSS pixel of a slide is: 1,280 pixels are the 13.33 inches of the deck."""
_MEASURE = """all => all.map(section => {
  const slide = section.getBoundingClientRect();
  const lowest = Math.max(...[...section.children].map(child => child.getBoundingClientRect().bottom));
  return Math.max(0, lowest - slide.bottom) * section.clientHeight / slide.height;
})"""


def measure_cuts(page: Path) -> tuple[float, ...]:
    """Return for each slide of the HTML page how many points of its content are cut off."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        tab = browser.new_page()
        tab.goto(page.resolve().as_uri())
        found = tab.eval_on_selector_all("section", _MEASURE)
        browser.close()
    return tuple(_POINTS * pixels for pixels in found)

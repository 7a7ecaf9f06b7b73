"""Web slides by axe-core and by the Nu HTML checker: nothing to mend in any state, in light and dark, wide and narrow."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.plan.decks import ROOT, SMALL
from tests.web.conftest import OpenSlides
from tests.web.pages import DECKS, write_course

pytestmark = pytest.mark.slow

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
RUN_AXE = """async () => {
  const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const found = await axe.run(document, {runOnly: standards, resultTypes: ['violations']});
  return found.violations.map((fault) => `${fault.id}: ${fault.nodes.slice(0, 4).map((node) => node.html).join(' | ')}`);
}"""


def check_page(page: Page, state: str) -> None:
    """Assert that axe has nothing to mend on the page as it stands."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(AXE.read_text("utf-8"))
    assert (state, page.evaluate(RUN_AXE)) == (state, [])


@pytest.mark.parametrize(("lang", "scheme"), [("zh_CN", "dark"), ("en", "light")])
def test_axe_finds_nothing_on_any_slide_with_and_without_notes(open_slides: OpenSlides, lang: str, scheme: str) -> None:
    page = open_slides(write_course(SMALL, lang, 0), color_scheme=scheme, reduced_motion="reduce")
    for number in range(page.locator(".slide").count()):
        if number % 3 == 1:
            page.keyboard.press("n")
        check_page(page, f"slide {number + 1}")
        page.keyboard.press("ArrowRight")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_overview_and_the_small_windows(open_slides: OpenSlides, scheme: str) -> None:
    page = open_slides(write_course(ROOT, "zh_CN", 0), color_scheme=scheme, reduced_motion="reduce")
    page.keyboard.press("o")
    check_page(page, "overview")
    page.keyboard.press("Escape")
    for command in ("help", "print"):
        page.click(f"[data-command={command}]")
        check_page(page, command)
        page.keyboard.press("Escape")
    page.emulate_media(media="print")
    check_page(page, "paper")


@pytest.mark.parametrize(("lang", "scheme"), [("zh_CN", "dark"), ("en", "light")])
def test_axe_finds_nothing_on_a_phone(open_slides: OpenSlides, lang: str, scheme: str) -> None:
    page = open_slides(write_course(ROOT, lang, 1), color_scheme=scheme, viewport={"width": 360, "height": 640})
    check_page(page, "texts")
    page.click("[data-command=notes]")
    check_page(page, "notes")
    page.click("[data-command=overview]")
    check_page(page, "list")


def test_axe_finds_nothing_where_the_reader_forces_colours(open_slides: OpenSlides) -> None:
    page = open_slides(write_course(SMALL, "en", 0), forced_colors="active")
    page.keyboard.press("o")
    check_page(page, "overview in forced colours")


def test_the_nu_checker_finds_nothing(tmp_path: Path) -> None:
    for lang, number in DECKS:
        (tmp_path / f"{lang}-{number}.html").write_bytes(write_course(ROOT, lang, number))
    (tmp_path / "small.html").write_bytes(write_course(SMALL, "zh_CN", 0))
    java = shutil.which("java", path=os.environ["PATH"])
    assert java, "install Java: the checker runs on it"
    jar = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    run = subprocess.run([java, "-jar", jar, "--errors-only", tmp_path], capture_output=True, encoding="utf-8", check=False)
    assert run.stderr[:3000] == ""
    assert run.returncode == 0

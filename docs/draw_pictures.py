"""The built flagship -> the pictures that README.md shows: `make pictures`."""

from __future__ import annotations

import io
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright
from pptx import Presentation

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.conftest import CHROMIUM, FLAGS  # noqa: E402
from tests.tools.office import convert, draw_pages  # noqa: E402

PICTURES = ROOT / "docs" / "pictures"
MODULE = "strategy"
WIDTH = 720


def draw_slides(dist: Path, lang: str, folder: Path) -> None:
    """Draw the first comparison and the first chart of the module's deck in `lang`."""
    deck = dist / lang / f"{MODULE}.pptx"
    (pdf,) = convert([deck], "pdf", folder / lang)
    pages = draw_pages(pdf, folder / lang, dots=80)
    slides = list(Presentation(str(deck)).slides)
    chart = next(i for i, slide in enumerate(slides) if slide.slide_layout.name == "Chart")
    tables = [i for i, slide in enumerate(slides) if slide.slide_layout.name == "Table"]
    for name, index in (("compare", tables[1]), ("chart", chart)):
        picture = Image.open(pages[index]).convert("RGB")
        height = round(picture.height * WIDTH / picture.width)
        _save(picture.resize((WIDTH, height), Image.Resampling.LANCZOS), f"{name}.{lang}")


def _save(picture: Image.Image, name: str) -> None:
    picture.quantize(128).save(PICTURES / f"{name}.png", optimize=True)


def draw_quiz(page: Page, dist: Path) -> None:
    """Draw the first question with choices, answered wrong; then the same after a switch of the language."""
    page.goto((dist / "zh_CN" / f"{MODULE}.quiz.html").as_uri())
    page.click("#primary")
    while not page.locator("main input[type=radio]").count():
        page.click("#skip")
    page.locator("main input[type=radio]").last.click()
    page.click("#primary")
    for lang in ("zh_CN", "en"):
        page.click(f"#language--{lang}")
        shot = page.screenshot(clip={"x": 0, "y": 0, "width": WIDTH, "height": 620})
        _save(Image.open(io.BytesIO(shot)).convert("RGB"), f"quiz.{lang}")


def main() -> None:
    """Draw everything anew."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for lang in ("zh_CN", "en"):
            draw_slides(ROOT / "dist", lang, Path(folder))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        draw_quiz(browser.new_page(viewport={"width": WIDTH, "height": 620}), ROOT / "dist")
        browser.close()


if __name__ == "__main__":
    main()

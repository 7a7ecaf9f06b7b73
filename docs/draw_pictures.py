"""The built courses -> the pictures of README.md (from the flagship) and of the guide (from its examples): `make pictures`."""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright
from pptx import Presentation

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from docs.guide.plans import LANGUAGES, MODULE, PICTURES, Example, name_slide, read_example, slide_pictures, write_hashes  # noqa: E402
from edu.plan.paper import Cloze, Group, Item, Match, Multiple, Numeric, Open, Order, Single, TextEntry, TrueFalse  # noqa: E402
from tests.conftest import CHROMIUM, FLAGS  # noqa: E402
from tests.quiz.taker import Taker  # noqa: E402
from tests.tools.office import convert, draw_pages  # noqa: E402

FLAGSHIP_MODULE = "strategy"
WIDTH = 720
SLIDE_WIDTH = 560
QUIZ_WIDTH = 460
INDEX_WIDTH = 640


def save(picture: Image.Image, name: str, width: int = 0, colours: int = 128) -> None:
    """Write `picture` with few `colours` at `width` pixels (0: as wide as it is)."""
    if width:
        picture = picture.resize((width, round(picture.height * width / picture.width)), Image.Resampling.LANCZOS)
    picture.convert("RGB").quantize(colours).save(PICTURES / f"{name}.png", optimize=True)


# --- README.md ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Shown:
    """Slides of a flagship deck that README.md shows: of which build, and by a shape that only such a slide holds."""

    module: str
    lang: str
    options: tuple[str, ...]
    pictures: Mapping[str, str]


SHOWN = (
    *(Shown("monetization", lang, (), {"compare": "Table"}) for lang in LANGUAGES),
    *(Shown("strategy", lang, (), {"chart": "Chart"}) for lang in LANGUAGES),
    Shown("monetization", "zh_CN", ("--template", "dark"), {"figures": "Figure 1"}),
    Shown("monetization", "en", ("--template", "dark"), {"process": "Process"}),
    Shown("tool-vs-platform", "zh_CN+en", (), {"definition": "Icon definition", "agenda": "Part 1"}),
)


def draw_flagship_slides(shown: Shown, dist: Path) -> None:
    """Build the deck into `dist`, and draw the first slide that holds each of the wanted shapes."""
    command = [sys.executable, "-m", "edu", "build", "--quiet", "--to", "pptx", "-o", dist]
    subprocess.run([*command, "--lang", shown.lang, "--module", shown.module, *shown.options], cwd=ROOT, check=True)
    deck = dist / shown.lang / f"{shown.module}.pptx"
    (pdf,) = convert([deck], "pdf", dist)
    pages = draw_pages(pdf, dist, dots=80)
    names = [{shape.name for shape in slide.shapes} for slide in Presentation(str(deck)).slides]
    for picture, shape in shown.pictures.items():
        page = next(i for i, found in enumerate(names) if shape in found)
        save(Image.open(pages[page]), f"{picture}.{shown.lang}", WIDTH)


def draw_flagship_quiz(page: Page, dist: Path) -> None:
    """Draw the first question with choices, answered wrong; then the same after a switch of the language."""
    page.goto((dist / "zh_CN" / f"{FLAGSHIP_MODULE}.quiz.html").as_uri())
    page.click("#primary")
    while not page.locator("main input[type=radio]").count():
        page.click("#skip")
    page.locator("main input[type=radio]").last.click()
    page.click("#primary")
    for lang in ("zh_CN", "en"):
        page.click(f"#language--{lang}")
        shot = page.screenshot(clip={"x": 0, "y": 0, "width": WIDTH, "height": 620})
        save(Image.open(io.BytesIO(shot)), f"quiz.{lang}")


# --- the guide ---------------------------------------------------------------------------------------------------------


def draw_slides(example: Example, dist: Path) -> None:
    """Draw the slides of an example that was built into `dist`."""
    (pdf,) = convert([dist / example.lang / f"{MODULE}.pptx"], "pdf", dist / "pdf")
    pages = draw_pages(pdf, dist / "png", dots=80)
    wanted = slide_pictures(example)
    for slide, page in zip(example.deck.slides, pages, strict=True):
        name = f"slide-{name_slide(slide.id)}.{example.lang}"
        if name in wanted:
            save(Image.open(page), name, SLIDE_WIDTH)


def draw_questions(browser: Browser, example: Example, dist: Path) -> None:
    """Draw each question of an example's quiz, before an answer and after one."""
    for item in example.paper.items:
        page = browser.new_page(viewport={"width": QUIZ_WIDTH, "height": 700}, device_scale_factor=1.5, reduced_motion="reduce")
        page.add_init_script("crypto.getRandomValues = (numbers) => numbers.fill(20)")  # the same order at each drawing
        page.goto((dist / example.lang / f"{MODULE}.quiz.html").as_uri())
        page.evaluate("localStorage.clear()")
        page.reload()
        taker = Taker(page, example.paper)
        taker.go_on()
        page.click("#map-head")
        taker.press_button(f"map--{item.id}")
        shoot(page, f"question-{item.id}.{example.lang}")
        answer(taker, item, example.lang)
        taker.go_on()
        shoot(page, f"question-{item.id}-answered.{example.lang}")
        page.close()


WRONG = {
    "zh_CN": {"dark-plains": "月湖", "name": "月食", "your-view": "我赞成，因为那里很安静。"},
    "en": {"dark-plains": "lakes", "name": "an eclipse", "your-view": "Yes, because it is quiet there."},
}
"""What is typed into the fields of each language's quiz: wrong, as a student might be."""


def draw_index(browser: Browser, lang: str, folder: Path) -> None:
    """Draw the index page of a new course."""
    for command in (["new", folder, "--lang", lang], ["build", "--course", folder]):
        subprocess.run([sys.executable, "-m", "edu", *command, "--quiet"], cwd=ROOT, check=True)
    page = browser.new_page(viewport={"width": INDEX_WIDTH, "height": 700})
    page.goto((folder / "dist" / "index.html").as_uri())
    height = page.evaluate("document.querySelector('main').getBoundingClientRect().bottom")
    shot = page.screenshot(clip={"x": 0, "y": 0, "width": INDEX_WIDTH, "height": height + 8})
    save(Image.open(io.BytesIO(shot)), f"index.{lang}", 0, 64)


def answer(taker: Taker, item: Item, lang: str) -> None:
    """Answer nearly right, so that the page shows both what is right and what is written for a wrong answer."""
    body, words = item.body, WRONG[lang]
    taker.answer(item, right=not isinstance(body, Single | TrueFalse))
    match body:
        case Numeric():
            taker.write(f"{item.id}--entry", f"{float(body.mistakes[0].value):g}")
        case TextEntry() | Open():
            taker.write(f"{item.id}--entry", words[item.id])
        case Multiple():
            taker.set_box(f"{item.id}--{body.options[-1].id}", not body.options[-1].right)
        case Cloze():
            taker.write(f"{item.id}--{body.gaps[-1].id}", words[body.gaps[-1].id])
        case Match():
            first, second = body.lefts[:2]
            taker.select(f"{item.id}--{first.id}", body.key[second.id])
            taker.select(f"{item.id}--{second.id}", body.key[first.id])
        case Order():
            taker.press_button(f"{item.id}--{body.parts[1].id}--down")
        case Group():
            part = body.parts[-1]
            other = next(group.id for group in body.groups if group.id != body.key[part.id])
            taker.choose(f"{item.id}--{part.id}", f"{item.id}--{part.id}--{other}")
        case _:
            pass


def shoot(page: Page, name: str) -> None:
    """Draw what stands between the page's head and its foot."""
    page.mouse.move(0, 0)
    page.evaluate("document.activeElement.blur(); window.scrollTo(0, 0)")
    top, bottom = page.evaluate(BOX)
    page.set_viewport_size({"width": QUIZ_WIDTH, "height": int(bottom) + 20})
    shot = page.screenshot(clip={"x": 0, "y": top - 8, "width": QUIZ_WIDTH, "height": bottom - top + 16})
    save(Image.open(io.BytesIO(shot)), name, QUIZ_WIDTH, 64)


BOX = """() => {
  const box = document.querySelector('main').firstElementChild.getBoundingClientRect();
  return [Math.max(box.top, 8), box.bottom];
}"""


def main() -> None:
    """Draw everything anew."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        base = Path(folder)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        if "guide" not in sys.argv:
            for i, shown in enumerate(SHOWN):
                draw_flagship_slides(shown, base / f"flagship-{i}")
            draw_flagship_quiz(browser.new_page(viewport={"width": WIDTH, "height": 620}), ROOT / "dist")
        for lang in LANGUAGES:
            example = read_example(lang)
            command = [sys.executable, "-m", "edu", "build", "--strict", "--course", example.root, "-o", base / lang]
            subprocess.run(command, cwd=ROOT, check=True)
            draw_slides(example, base / lang)
            draw_questions(browser, example, base / lang)
            draw_index(browser, lang, base / "new" / lang)
        browser.close()
    write_hashes()


if __name__ == "__main__":
    main()

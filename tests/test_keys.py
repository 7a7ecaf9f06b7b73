"""`edu watch --keys`: a translator sees which texts of a page have no sound translation, and where each stands."""

from __future__ import annotations

import json
import shutil
import urllib.request
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from edu.bench import Bench
from edu.build import Order
from edu.serve import PAGES
from edu.serve.changes import mark_files
from edu.serve.keys import Key, list_keys
from edu.serve.preview import Previewer
from edu.write.shell import write_shell
from tests.test_watch import ROOT, TRANSLATED, address, ask, change

__all__ = ["address"]  # a fixture
PO = "locales/en/LC_MESSAGES/sunlight.po"
MISSING, FUZZY, HALF = "阳光从太阳出发，一路飞到地球", "光再快，也要花时间", "昨天的中午"
ENGLISH = "Sunlight leaves the Sun and flies all the way to Earth"


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """Return a course that lacks the translations of a point and an option, and has a fuzzy one."""
    root = shutil.copytree(TRANSLATED, tmp_path / "我的 课程")
    change(root, f'msgstr "{ENGLISH}"', 'msgstr ""', PO)
    change(root, f'msgid "{FUZZY}"', f'#, fuzzy\nmsgid "{FUZZY}"', PO)
    change(root, 'msgstr "It left at noon yesterday"', 'msgstr ""', PO)
    return root


@pytest.fixture
def options(request: pytest.FixtureRequest) -> tuple[str, ...]:
    return ("--keys", *getattr(request, "param", ()))


def set_up(course: Path) -> Bench:
    previewer = Previewer(Order(course, outputs=PAGES))
    previewer.make_pages(mark_files(course))
    assert previewer.bench
    return previewer.bench


def read_keys(course: Path, name: str) -> Mapping[str, Mapping[str, Key]]:
    """Return the keys of a page by language and trail."""
    return {tag: {key.trail: key for key in keys} for tag, keys in list_keys(set_up(course), name).items()}


def find_line(course: Path, msgid: str) -> int:
    """Return the line of the PO file on which the entry starts, comments included, as all problems name it."""
    lines = (course / PO).read_text(encoding="utf-8").splitlines()
    here = lines.index(f'msgid "{msgid}"')
    return here + 1 - lines[here::-1].index("") + 1


def test_each_text_of_a_page_has_its_state_and_its_line_of_a_po_file(course: Path) -> None:
    keys = read_keys(course, "en/sunlight.quiz.html")
    assert list(keys) == ["zh-Hans", "en"]  # a quiz holds every language
    english = keys["en"]
    quiz = "sunlight/quiz#questions[when-it-left]"
    states = {
        "sunlight/lesson#slides[look-back].points[0]": (MISSING, "missing"),
        "sunlight/lesson#slides[cover].subtitle": (FUZZY, "fuzzy"),
        f"{quiz}.choices[yesterday].text": (HALF, "missing"),
        f"{quiz}.choices[now].text": ("抬头看的一刻", "held"),
        "sunlight/lesson#slides[look-back].title": ("看见太阳，就是看见过去", "translated"),
    }
    for trail, (msgid, state) in states.items():
        key = english[trail]
        assert (key.msgid, key.state, key.file, key.line) == (msgid, state, PO, find_line(course, msgid))
    assert english["course#title"].file == "locales/en/LC_MESSAGES/course.po"
    assert english[f"{quiz}.choices[minutes-ago].text"].texts == ("约8.3分钟之前",)  # figures are filled in
    own = keys["zh-Hans"]["sunlight/lesson#title"]
    assert (own.state, own.file, own.line) == ("source", "content/sunlight/lesson.yaml", 0)


def test_a_language_without_a_po_file_lacks_all_and_names_the_file_that_is_to_be(course: Path) -> None:
    (course / PO).unlink()
    keys = read_keys(course, "en/sunlight.web.html")["en"]
    own = [key for key in keys.values() if key.trail.startswith("sunlight/")]
    assert {(key.state, key.file, key.line) for key in own} == {("missing", PO, 0)}
    assert keys["course#title"].state == "translated"


def test_a_page_of_slides_has_its_own_languages_and_one_that_is_none_has_no_keys(course: Path) -> None:
    assert list(read_keys(course, "zh_CN+en/sunlight.web.html")) == ["zh-Hans", "en"]
    bench = set_up(course)
    for name in (
        *("index.html", "", "xx/sunlight.web.html", "xx/sunlight.quiz.html", "en+xx/sunlight.web.html", "../../etc/passwd"),
        *("en/none.web.html", "en/none.quiz.html", "en/sunlight", "en/sunlight.pdf.html"),
    ):
        assert list_keys(bench, name) == {}


def test_only_with_keys_the_preview_has_anything_of_them() -> None:
    bare, policy = write_shell(str, "en", ROOT / "templates")
    keyed, wider = write_shell(str, "en", ROOT / "templates", keys=True)
    assert b"key" not in bare
    assert b'id="keys"' in keyed
    assert (policy.count("sha256"), wider.count("sha256")) == (2, 3)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1200, "height": 800})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page, told = context.new_page(), list[str]()
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    yield page
    context.close()
    assert told == []


def count(page: Page, state: str) -> Locator:
    return page.locator(f"#key-counts .{state} b")


def read_clipboard(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


@pytest.mark.slow
def test_missing_and_fuzzy_texts_of_slides_are_marked_and_told_and_a_save_marks_them_anew(
    course: Path, address: str, page: Page
) -> None:
    page.goto(f"{address}en/sunlight.web.html#look-back")
    frame = page.frame_locator("#page")
    missing, fuzzy = frame.locator("li", has_text=MISSING), frame.locator("p", has_text=FUZZY)
    expect(missing).to_have_attribute("data-key", "missing", timeout=60_000)
    expect(fuzzy.first).to_have_attribute("data-key", "fuzzy")
    styles = [found.evaluate("e => getComputedStyle(e).outlineStyle") for found in (missing, fuzzy.first)]
    assert styles == ["dashed", "dotted"]
    place = f"{PO}:{find_line(course, MISSING)}"
    missing.hover()
    expect(page.locator("#key-label")).to_contain_text(place)
    expect(page.locator("#key-label")).to_contain_text("sunlight/lesson#slides[look-back].points[0]")
    missing.click()
    expect(page.locator("#key-told")).to_have_text(f"copied: {MISSING} — {place}")
    assert read_clipboard(page) == MISSING
    expect(count(page, "missing")).to_have_text("1")
    # the page itself stays as it is: only what is marked changes
    change(course, f'msgid "{MISSING}"\nmsgstr ""', f'#, fuzzy\nmsgid "{MISSING}"\nmsgstr "{ENGLISH}"', PO)
    expect(missing).to_have_attribute("data-key", "fuzzy", timeout=30_000)
    change(course, f'#, fuzzy\nmsgid "{MISSING}"', f'msgid "{MISSING}"', PO)
    expect(frame.locator("li", has_text=ENGLISH)).to_have_attribute("data-key", "translated", timeout=30_000)
    expect(count(page, "missing")).to_have_text("0")
    page.locator("#keys-on").uncheck()
    expect(frame.locator("[data-key]")).to_have_count(0)


@pytest.mark.slow
def test_a_quiz_is_marked_as_it_is_drawn_and_copied_from_with_the_keyboard(course: Path, address: str, page: Page) -> None:
    page.goto(f"{address}en/sunlight.quiz.html")
    frame = page.frame_locator("#page")
    frame.locator("#primary").click(timeout=60_000)
    option = frame.locator("label", has_text=HALF)
    expect(option.locator("[data-key=missing]")).to_have_count(1)
    expect(frame.locator("label", has_text="抬头看的一刻").locator("[data-key=held]")).to_have_count(1)
    option.locator("input").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#key-told")).to_contain_text(f"{HALF} — {PO}:{find_line(course, HALF)}")
    assert read_clipboard(page) == HALF
    expect(option.locator("input")).not_to_be_checked()
    option.click()  # it is told, and answered as ever
    expect(option.locator("input")).to_be_checked()
    stem = frame.locator("#stem, [id$=stem]").first
    stem.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#key-told")).to_contain_text("此刻照到你身上的阳光")


@pytest.mark.slow
@pytest.mark.parametrize("options", [("--lang", "zh_CN+en")], indirect=True)
def test_side_by_side_a_text_stands_for_the_translation_that_it_lacks(address: str, page: Page) -> None:
    page.goto(f"{address}zh_CN+en/sunlight.web.html")
    frame = page.frame_locator("#page")
    expect(frame.locator("li", has_text=MISSING)).to_have_attribute("data-key", "missing", timeout=60_000)
    title = frame.locator("h2", has_text="看见太阳，就是看见过去")
    expect(title).to_have_attribute("data-key", "source")
    expect(title.locator(".second")).to_have_attribute("data-key", "translated")


@pytest.mark.slow
def test_the_pages_that_are_served_are_the_same_bytes(course: Path, address: str, page: Page) -> None:
    made = Previewer(Order(course, outputs=PAGES)).make_pages(mark_files(course))[1]
    page.goto(f"{address}en/sunlight.web.html")
    expect(page.frame_locator("#page").locator("[data-key]").first).to_be_attached(timeout=60_000)
    for name in ("en/sunlight.web.html", "en/sunlight.quiz.html"):
        with urllib.request.urlopen(f"{address}.page/{name}", timeout=30) as answer:
            assert answer.read() == made[name]
    with urllib.request.urlopen(f"{address}.keys/../../etc/passwd", timeout=30) as answer:
        assert json.load(answer) == {}
    assert ask(f"{address}.keys/en/sunlight.web.html", Host="evil.example") == 400

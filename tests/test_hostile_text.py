"""Markup, formulas, escapes and odd characters in every text of a course: shown as they are, everywhere; nothing runs."""

from __future__ import annotations

import base64
import io
import json
import re
import shutil
import zipfile
from pathlib import Path
from typing import Any

import lxml.html
import pytest
from lxml import etree
from playwright.sync_api import Browser
from pptx import Presentation

from edu.build import Order, build_course
from edu.model.course import Course, map_course
from edu.source.read import read_course
from tests.spoil import SMALL, fill_translations

PIECES = (
    "<script>ran=1</script>", "</script>", "<!--", "-->", "]]>", "<![CDATA[", "&amp;", "&lt;b&gt;", "&", "<b>", "{{ }}",
    "{{ 7*7 }}", "${}", "#{}", "{% raw %}", "%s %n", "{0}", "{}", "C:\\dir", "\\n\\t", "\\u0041", "'", '"', "“”", "=1+1",
    "@SUM(A1)",
    "🙂👩‍👧", "𠮷野", "e\u0301", "עברית", "\u202eabc\u202c", "\u200f", "\u200b", "a_x000D_b", "a_b ~c~", "# 1", "- 2", "> 3",
    "|4|", "a:b #c",
    "null", "<img onerror=ran=1>", "https://a.b/?c=d&e=f", "\u00a0", "ﬁ", "İ", "$1 \\1", "</title>", "</p:sld>",
    "&#0;",
)  # fmt: skip
ROUNDS = range(0, len(PIECES), 5)
"""In each, five texts that follow each other have five other pieces; after all, each text has had a fifth of them."""

HOLDERS = ("{*}p", "{*}v", "{*}title", "{*}creator", "{*}subject")
"""Elements of a deck that hold a whole text."""
UNSHOWN = re.compile(
    r"facts#.*\.(claim|pattern)|glossary#.*\.avoid\[\d\]|course#subtitle|basics/lesson#question|.*\[sales\]\.unit"
)
"""What translators or teachers alone read, and what gives way to a slide's own subtitle or to its facts' unit."""


def plant(course: Path, start: int) -> dict[str, str]:
    """Put a piece behind every text of the course, in its files; return by trail what must be seen at the end of each."""
    found = read_course(course).course
    assert found is not None
    seen: dict[str, str] = {}

    def change(text: str, trail: str) -> str:
        if trail.endswith(".pattern"):
            return text
        number = len(seen)
        seen[trail] = f"{PIECES[(start + number) % len(PIECES)]}‹{number}›"
        return text + seen[trail]

    write_course(map_course(found, change), course / "content")
    return seen


def write_course(course: Course, content: Path) -> None:
    """Write the course's files in JSON, which is YAML."""
    parts = {"course": course.settings, "facts": course.book, "glossary": course.glossary}
    parts |= {f"{module.id}/{name}": getattr(module, name) for module in course.modules for name in ("lesson", "quiz")}
    for name, part in parts.items():
        data = part.model_dump(exclude_unset=True)
        if name.endswith("lesson"):
            data["terms"] = [term.id for term in course.glossary.terms]
        (content / f"{name}.yaml").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")


def read_deck(path: Path) -> str:
    """Return every text of a deck: slides, tables, charts and their workbooks, notes, alt texts, links, properties."""
    texts: list[str] = []
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            if name.endswith(".xlsx"):
                texts += read_workbook(package.read(name))
            elif name.endswith(".xml"):
                tree = etree.fromstring(package.read(name))
                texts += [
                    "".join(node.itertext()) for node in tree.iter("{*}p", "{*}v", "{*}title", "{*}creator", "{*}subject")
                ]
                texts += [
                    value for node in tree.iter() for key, value in node.attrib.items() if key in ("descr", "name", "title")
                ]
    shown = Presentation(str(path))
    texts += [shown.core_properties.title, shown.core_properties.author]
    texts += [shape.text_frame.text for slide in shown.slides for shape in slide.shapes if shape.has_text_frame]
    return "\n".join(texts)


def read_workbook(data: bytes) -> list[str]:
    """Return the texts of a workbook, in which nothing is computed and nothing is a link."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        trees = [etree.fromstring(package.read(name)) for name in package.namelist() if name.endswith(".xml")]
    assert not [node for tree in trees for node in tree.iter("{*}f", "{*}hyperlink")]
    return ["".join(node.itertext()) for tree in trees for node in tree.iter("{*}t")]


def read_quiz(path: Path) -> str:
    """Return every text of a quiz page's data, and of the page as it stands without scripts."""
    page = lxml.html.fromstring(path.read_text(encoding="utf-8"))
    data = json.loads(str(page.xpath('//script[@type="application/json"]')[0].text))
    texts = [page.text_content()]
    for found in (data, json.loads(base64.b64decode(data["sealed"]))):
        texts += list_texts(found)
    return "\n".join(texts)


def read_slides(path: Path) -> str:
    """Return every text of a page of slides, the alternatives and addresses among them."""
    page = lxml.html.fromstring(path.read_text(encoding="utf-8"))
    texts = [value for node in page.iter() for key, value in node.attrib.items() if key in ("alt", "aria-label", "href")]
    return "\n".join([str(page.text_content()), *texts])


def list_texts(data: Any) -> list[str]:
    """Return the texts in the data; runs of one text are joined."""
    match data:
        case str():
            return [data]
        case list() if data and all(isinstance(one, str) or (isinstance(one, dict) and "text" in one) for one in data):
            joined = "".join(one if isinstance(one, str) else str(one["text"]) for one in data)
            return [joined, *(text for one in data if isinstance(one, dict) for text in list_texts(list(one.values())))]
        case dict() | list():
            return [text for one in (data.values() if isinstance(data, dict) else data) for text in list_texts(one)]
        case _:
            return []


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """Return a copy of the small course."""
    return shutil.copytree(SMALL, tmp_path / "course")


@pytest.mark.slow
@pytest.mark.parametrize("start", ROUNDS)
def test_every_text_is_shown_as_it_is(start: int, course: Path) -> None:
    seen = plant(course, start)
    fill_translations(course, lambda text: f"<{text}>")
    report = build_course(Order(course, outputs=("pptx", "html", "web")))
    assert [problem for problem in report.problems if problem.level == "error"] == []
    for lang in ("zh_CN", "en"):
        deck, quiz = read_deck(course / f"dist/{lang}/basics.pptx"), read_quiz(course / f"dist/{lang}/basics.quiz.html")
        slides = read_slides(course / f"dist/{lang}/basics.web.html")
        index = lxml.html.fromstring((course / "dist/index.html").read_text(encoding="utf-8")).text_content()
        lost = {trail: piece for trail, piece in seen.items() if piece not in (quiz if "/quiz#" in trail else deck)}
        assert {trail: piece for trail, piece in lost.items() if not UNSHOWN.fullmatch(trail)} == {}
        gone = {trail: piece for trail, piece in seen.items() if piece in deck and piece not in slides}
        assert {trail: piece for trail, piece in gone.items() if not trail.endswith("#author")} == {}
        assert seen["course#title"] in index
        assert seen["basics/lesson#title"] in index


@pytest.mark.slow
@pytest.mark.parametrize("start", ROUNDS[::3])
def test_nothing_runs_in_a_browser_and_the_stems_are_read_there(start: int, course: Path, browser: Browser) -> None:
    seen = plant(course, start)
    build_course(Order(course, languages=("zh_CN",), outputs=("html", "web")))
    page, told = browser.new_page(), list[str]()
    page.on("dialog", lambda dialog: told.append(dialog.message))
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("request", lambda request: told.append(request.url) if not request.url.startswith(("file:", "data:")) else None)
    for name in ("index.html", "zh_CN/basics.web.html", "zh_CN/basics.quiz.html"):
        page.goto((course / "dist" / name).as_uri())
        assert seen["basics/quiz#title" if "quiz" in name else "basics/lesson#title"] in str(page.text_content("body"))
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    shown = str(page.text_content("body"))
    stems = {trail: piece for trail, piece in seen.items() if re.fullmatch(r"basics/quiz#questions\[[a-z-]+\]\.text", trail)}
    assert len(stems) == 10
    assert {trail: piece for trail, piece in stems.items() if piece not in shown} == {}
    assert page.evaluate("window.ran") is None
    assert told == []
    page.close()

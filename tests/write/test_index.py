"""The index page: every product once, in its own language, safe with any text."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Literal

import lxml.html
import pytest
from playwright.sync_api import Browser

from edu.write.index import Link, Listing, Row, Wording, write_index

ROOT = Path(__file__).parents[2]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
TEMPLATES = ROOT / "templates"
NAMES = {"zh_CN": "中文", "en": "English", "ar": "العربية"}
WORDS = {"Slides": "演示文稿", "Practice quiz": "练习"}
SAYS = {"zh_CN": lambda text: WORDS.get(text, text), "en": str, "ar": str}


def row(lang: str, title: str, module: str = "strategy") -> Row:
    links = (
        Link("Slides", f"{lang}/{module}.pptx", "Open it."),
        Link("Practice quiz", f"{lang}/{module}.quiz.html", "Take it."),
    )
    return Row(lang, lang, Wording(title, lang), links)


LISTING = Listing(
    (Wording("课程", "zh_CN"), Wording("The course", "en")),
    ((row("zh_CN", "战略"), row("en", "Strategy")), (row("zh_CN", "工具", "tool"), row("en", "Tool", "tool"))),
)


def write(listing: Listing) -> str:
    return write_index(listing, NAMES, SAYS, TEMPLATES).decode()


def test_every_product_is_linked_once_by_a_relative_address() -> None:
    links = [str(link) for link in lxml.html.fromstring(write(LISTING)).xpath("//a/@href")]
    assert links == [link.path for rows in LISTING.modules for row in rows for link in row.links]


def test_each_row_speaks_its_own_language() -> None:
    page = lxml.html.fromstring(write(LISTING))
    assert page.get("lang") == "zh-Hans"
    labels = {
        (str(part.xpath("ancestor-or-self::*[@lang][1]/@lang")[0]), part.text_content())
        for part in page.xpath("//span[@class='label']")
    }
    assert labels == {("zh-Hans", "演示文稿"), ("zh-Hans", "练习"), ("en", "Slides"), ("en", "Practice quiz")}


def test_it_tells_once_in_each_language_how_what_is_there_is_used() -> None:
    web = Row("en", "en", Wording("Tool", "en"), (Link("Web slides", "en/tool.web.html", "Look at it."),))
    page = lxml.html.fromstring(write(replace(LISTING, modules=(*LISTING.modules, (web,)))))
    told = {str(part.get("lang")): [p.text_content() for p in part] for part in page.xpath("//footer/div")}
    assert told == {"zh-Hans": ["Open it.", "Take it."], "en": ["Open it.", "Take it.", "Look at it."]}


def test_a_right_to_left_language_is_marked_as_one() -> None:
    page = lxml.html.fromstring(write(replace(LISTING, modules=((row("ar", "عنوان"),),))))
    assert page.xpath("//main//div[@lang='ar']/@dir") == ["rtl"]


def test_markup_in_a_title_shows_as_text() -> None:
    title = "<script>alert(1)</script> {{ 7 * 7 }} ]]> ${x}"
    page = lxml.html.fromstring(write(replace(LISTING, titles=(Wording(title, "en"),), modules=((row("en", title),),))))
    assert page.xpath("//script") == []
    assert [heading.text_content() for heading in page.xpath("//h1 | //h2")] == [title, title]


def test_the_policy_allows_our_style_and_nothing_else() -> None:
    page = lxml.html.fromstring(write(LISTING))
    policy = str(page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0])
    style = page.xpath("//style")[0].text_content()
    assert f"'sha256-{b64encode(sha256(style.encode()).digest()).decode()}'" in policy
    assert "default-src 'none'" in policy and "unsafe" not in policy
    assert re.findall(r"\b(?:src|style|on\w+)=|https?:", write(LISTING)) == []


def test_the_same_listing_gives_the_same_bytes() -> None:
    assert write(LISTING) == write(LISTING)


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_and_nothing_is_cut_off(
    browser: Browser, tmp_path: Path, scheme: Literal["light", "dark"], width: int
) -> None:
    path = tmp_path / "目录 index.html"
    path.write_text(write(LISTING), encoding="utf-8")
    page = browser.new_page(bypass_csp=True, color_scheme=scheme, viewport={"width": width, "height": 800})
    page.goto(path.as_uri())
    page.add_script_tag(path=AXE)
    violations = page.evaluate("async () => (await axe.run()).violations.map(({id, nodes}) => [id, nodes[0].html])")
    room = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    page.close()
    assert violations == []
    assert room[0] <= room[1]

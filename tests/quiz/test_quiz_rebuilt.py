"""A quiz built, answered, edited in its YAML, built anew into the same folder, and visited again."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from edu.cli import main
from edu.plan.paper import Item, Paper
from tests.quiz.papers import SMALL, make_paper
from tests.quiz.taker import Taker

pytestmark = pytest.mark.slow

Edit = Callable[[str], str]


def cut(text: str, start: str, end: str) -> str:
    """Return the text without what stands from `start` to before `end`."""
    at = text.index(start)
    return text[:at] + text[text.index(end, at) :]


ADDED = """questions:
  - id: fresh
    kind: true_false
    text: 晴天茶铺也卖咖啡吗？
    objective: tell-apart
    level: remember
    slide: basics
    explanation: 课上没有说到咖啡。
    answer: false
    feedback: 再想一想。
"""
EDITS: dict[str, tuple[Edit, list[str]]] = {
    "a question added": (lambda text: text.replace("questions:\n", ADDED, 1), []),
    "a question removed": (lambda text: cut(text, "  - id: claim\n", "  - id: ratio\n"), ["claim"]),
    "a question moved": (
        lambda text: (
            cut(text, "  - id: claim\n", "  - id: ratio\n") + text[text.index("  - id: claim") : text.index("  - id: ratio")]
        ),
        [],
    ),
    "a slip mended": (lambda text: text.replace("哪一项是**营业额**？", "下面哪一项是**营业额**？", 1), []),
    "another question asked": (
        lambda text: text.replace("店主说的再来比例已经由商会核实。", "河畔茶馆在晴天茶铺旁边。"),
        ["claim"],
    ),
    "a wrong option removed": (lambda text: cut(text, "      - id: taste\n", "      - id: profit\n"), ["both-shops"]),
    "the key changed": (lambda text: text.replace("    answer: false\n", "    answer: true\n", 1), ["claim"]),
}


def build(course: Path) -> Path:
    """Return the English quiz of the course, built into its own folder."""
    assert main(["build", "--quiet", "--to", "html", "--course", str(course)]) == 0
    return course / "dist" / "en" / "basics.quiz.html"


def answer_first(taker: Taker, items: list[Item]) -> None:
    taker.go_on()
    for item in items:
        taker.answer(item, right=True)
        taker.go_on()
        taker.go_on()


@pytest.mark.parametrize("name", EDITS)
def test_a_quiz_that_was_edited_and_built_anew_keeps_what_still_fits(browser: Browser, tmp_path: Path, name: str) -> None:
    edit, lost = EDITS[name]
    course = tmp_path / "课 程"
    shutil.copytree(SMALL, course)
    paper: Paper = make_paper(SMALL, "basics")
    first = list(paper.items[:4])
    page = browser.new_context().new_page()
    page.goto(build(course).as_uri())
    answer_first(Taker(page, paper), first)

    quiz = course / "content" / "basics" / "quiz.yaml"
    text = quiz.read_text("utf-8")
    changed = edit(text)
    assert changed != text
    quiz.write_text(changed, "utf-8")
    build(course)
    again = page.context.new_page()
    again.goto(page.url)

    told = again.inner_text("#notice")
    assert ("no longer fit: 1" in told) == bool(lost)
    slots = Taker(again, paper).kept()["slots"]
    assert [item.id for item in first if not slots[item.id]["tried"] or slots[item.id].get("aside")] == lost
    page.context.close()

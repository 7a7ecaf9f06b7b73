"""Quizzes by axe-core and by the Nu HTML checker: nothing to mend in any state, in light and dark, in every language."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from edu.plan.paper import Open, Order, Paper
from tests.quiz.conftest import OpenQuiz
from tests.quiz.papers import ROOT, write_page
from tests.quiz.taker import Taker

pytestmark = pytest.mark.slow

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
RUN_AXE = """async () => {
  const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const found = await axe.run(document, {runOnly: standards, resultTypes: ['violations']});
  return found.violations.map((fault) => `${fault.id}: ${fault.nodes.map((node) => node.html).join(' | ')}`);
}"""


def check_page(taker: Taker) -> None:
    """Assert that axe has nothing to mend on the page as it stands."""
    if taker.page.evaluate("typeof axe") == "undefined":
        taker.page.evaluate(AXE.read_text("utf-8"))
    assert taker.page.evaluate(RUN_AXE) == []


def check_states(taker: Taker, lang: str) -> None:
    """Go through every state of every question, and the pages before and after."""
    if taker.page.get_attribute(f"[id='language--{lang}']", "aria-pressed") == "false":
        taker.switch(lang)
    check_page(taker)
    taker.go_on()
    for item in taker.paper.items:
        check_page(taker)
        if item.hints:
            taker.press_button("hint")
        for _ in range(1 if isinstance(item.body, Open) else taker.paper.rules.tries):
            taker.answer(item, right=False)
            taker.go_on()
            check_page(taker)
        taker.go_on()
    check_page(taker)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_axe_finds_nothing_in_any_state_of_any_kind(open_quiz: OpenQuiz, small_paper: Paper, lang: str, scheme: str) -> None:
    check_states(open_quiz(small_paper, "zh_CN", color_scheme=scheme, reduced_motion="reduce"), lang)


def test_axe_finds_nothing_when_all_is_right_or_something_is_asked(open_quiz: OpenQuiz, small_paper: Paper) -> None:
    for scheme in ("light", "dark"):
        taker = open_quiz(small_paper, "en", color_scheme=scheme, reduced_motion="reduce")
        taker.go_on()
        taker.page.click("#map-head")
        for item in small_paper.items:
            if not isinstance(item.body, Order):
                taker.go_on()
                check_page(taker)
            taker.answer(item, right=True)
            taker.go_on()
            taker.assess(item, right=True)
            check_page(taker)
            taker.go_on()
        check_page(taker)
        taker.press_button("erase")
        check_page(taker)


def test_axe_finds_nothing_in_the_quizzes_of_the_course(open_quiz: OpenQuiz, paper: Paper) -> None:
    for lang, scheme in zip(paper.languages, ("light", "dark"), strict=False):
        check_states(open_quiz(paper, paper.languages[0], color_scheme=scheme, reduced_motion="reduce"), lang)


def test_the_nu_checker_finds_nothing(paper: Paper, tmp_path: Path) -> None:
    for lang in paper.languages:
        write_page(paper, lang, tmp_path)
    java = shutil.which("java", path=os.environ["PATH"])
    assert java, "install Java: the checker runs on it"
    jar = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    run = subprocess.run([java, "-jar", jar, "--errors-only", tmp_path], capture_output=True, encoding="utf-8", check=False)
    assert run.stderr == ""
    assert run.returncode == 0

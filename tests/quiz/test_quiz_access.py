"""Quizzes by axe-core, IBM's engine and the Nu HTML checker: nothing to mend or cut off in any state, view and language."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Literal

import pytest

from edu.plan.paper import Paper
from tests.quiz.conftest import QUIZZES, OpenQuiz
from tests.quiz.papers import SMALL, make_paper, write_page
from tests.quiz.states import Look, by, make_alone, walk_exam, walk_notices, walk_one_page, walk_question, walk_quiz
from tests.quiz.taker import Taker
from tests.tools.access import list_axe_faults, list_ibm_faults
from tests.tools.fits import list_misfits
from tests.tools.html import list_html_errors

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]  # two checkers in four views take long where others work, too


@dataclass(frozen=True)
class View:
    """How a reader has the page: its width in pixels, the size of the text in percent, the colours."""

    width: int
    text: int = 100
    scheme: Literal["light", "dark"] = "light"
    forced: bool = False


VIEWS = (View(390), View(320, scheme="dark"), View(390, text=200), View(900, scheme="dark", forced=True))
CHECKED = {"zh_CN": (VIEWS[0], VIEWS[3]), "en": (VIEWS[1], VIEWS[2])}
"""All must fit in every view and language; the two checkers read the same page in either, so they share the views."""
KINDS = {item.body.kind: item for item in make_paper(SMALL, "basics").items}
NOTE_MOTION = """for (const name of ['animationstart', 'transitionrun'])
  addEventListener(name, (event) => { window.moved = (window.moved || 0) + 1; }, true);"""


def set_view(taker: Taker, view: View) -> None:
    """Show the page as a reader has it."""
    taker.page.set_viewport_size({"width": view.width, "height": 800})
    taker.page.emulate_media(color_scheme=view.scheme, forced_colors="active" if view.forced else "none")
    taker.page.evaluate("size => { document.documentElement.style.fontSize = size }", f"{1.125 * view.text / 100}rem")


def check_state(taker: Taker, state: str, checked: Sequence[View] = VIEWS) -> None:
    """Assert that all fits in every view, that no checker finds anything in those `checked`, and that nothing has moved."""
    for view in VIEWS:
        set_view(taker, view)
        faults = list_misfits(taker.page, least=44)
        if view in checked:
            faults += list_axe_faults(taker.page)
        if view in checked and view.text == 100:  # IBM's engine judges no size of text
            faults += list_ibm_faults(taker.page)
        assert (state, view, faults) == (state, view, [])
    set_view(taker, VIEWS[0])
    assert taker.page.evaluate("window.moved") is None, state


def open_in(open_quiz: OpenQuiz, paper: Paper, lang: str) -> Taker:
    """Return the student at the page in `lang`, which the second language is switched to."""
    taker = open_quiz(paper, paper.languages[0], reduced_motion="reduce", script=NOTE_MOTION)
    if lang != paper.languages[0]:
        taker.switch(lang)
    return taker


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_to_be_mended_in_any_state_of_any_kind(
    open_quiz: OpenQuiz, small_paper: Paper, kind: str, lang: str
) -> None:
    taker = open_in(open_quiz, make_alone(small_paper, KINDS[kind]), lang)
    walk_question(taker, partial(check_state, checked=CHECKED[lang]))


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
@pytest.mark.parametrize(
    ("walk", "rules"),
    [
        (walk_quiz, {"tries": 1, "certainty": True}),
        (walk_exam, {"mode": "exam"}),
        (walk_one_page, {"show": "all", "tries": 1, "certainty": True}),
        (walk_notices, {"minutes": 2, "seed": "student"}),
    ],
    ids=["quiz", "exam", "one page", "notices"],
)
def test_nothing_is_to_be_mended_on_the_way(
    open_quiz: OpenQuiz, small_paper: Paper, walk: Callable[[Taker, Look], None], rules: dict[str, object], lang: str
) -> None:
    walk(open_in(open_quiz, by(small_paper, **rules), lang), partial(check_state, checked=CHECKED[lang]))


@pytest.mark.parametrize(("lang", "view"), [("zh_CN", VIEWS[0]), ("en", VIEWS[1])], ids=["zh_CN-light", "en-dark"])
@pytest.mark.parametrize("paper", QUIZZES[1:], ids=lambda quiz: quiz[1], indirect=True)
def test_nothing_is_to_be_mended_in_the_quizzes_of_the_course(open_quiz: OpenQuiz, paper: Paper, lang: str, view: View) -> None:
    """Their texts are long, which is for fitting; the checkers saw every part in small, and see these in one view only."""
    walk_one_page(open_in(open_quiz, by(paper, show="all", tries=1), lang), partial(check_state, checked=[view]))


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_nothing_is_to_be_mended_without_scripts(open_quiz: OpenQuiz, small_paper: Paper, tmp_path: Path, lang: str) -> None:
    taker = open_quiz(small_paper, lang)
    page = Path(taker.page.url.removeprefix("file://"))
    still = tmp_path / "still.html"
    still.write_text(re.sub(r"<script.*?</script>", "", page.read_text("utf-8"), flags=re.DOTALL), "utf-8")
    taker.page.goto(still.as_uri())
    assert taker.page.is_visible(".trouble")
    check_state(taker, "no scripts")


def test_what_moves_is_noticed(open_quiz: OpenQuiz, small_paper: Paper) -> None:
    taker = open_quiz(small_paper, "en", script=NOTE_MOTION)
    taker.go_on()
    taker.answer(small_paper.items[0], right=True)
    taker.go_on()
    taker.page.wait_for_function("window.moved > 0")


def test_the_nu_checker_finds_nothing(paper: Paper, tmp_path: Path) -> None:
    for lang in paper.languages:
        write_page(paper, lang, tmp_path)
    assert list_html_errors(sorted(tmp_path.iterdir())) == ()

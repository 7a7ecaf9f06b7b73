"""Quizzes to take in a browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from edu.plan.paper import Paper
from tests.quiz.papers import ROOT, SMALL, make_paper, write_page
from tests.quiz.taker import Taker

QUIZZES = [(SMALL, "basics"), *((ROOT, module) for module in ("tool-vs-platform", "monetization", "strategy"))]
OpenQuiz = Callable[..., Taker]


@pytest.fixture(params=QUIZZES, ids=lambda quiz: quiz[1])
def paper(request: pytest.FixtureRequest) -> Paper:
    """Return the paper of each quiz of the repository."""
    return make_paper(*request.param)


@pytest.fixture
def small_paper() -> Paper:
    """Return the paper of the small course: every kind of question once."""
    return make_paper(SMALL, "basics")


@pytest.fixture
def open_quiz(browser: Browser, tmp_path: Path) -> Iterator[OpenQuiz]:
    """Return `open_quiz(paper, lang, keys=…, **context)`: a student at the opened page.

    The test fails where the page asked a network for anything, or the browser had something to complain of.
    """
    contexts, asked, told = [], [], []

    def open_it(paper: Paper, lang: str, *, keys: bool = False, script: str = "", **options: object) -> Taker:
        context = browser.new_context(**{"viewport": {"width": 390, "height": 800}, **options})
        contexts.append(context)
        if script:
            context.add_init_script(script)
        page = context.new_page()
        watch(page)
        page.goto(write_page(paper, lang, tmp_path))
        return Taker(page, paper, keys)

    def watch(page: Page) -> None:
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: told.append(message.text))
        page.on("pageerror", lambda error: told.append(str(error)))

    yield open_it
    for context in contexts:
        context.close()
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert told == []

"""What a browser keeps of a quiz: through killed tabs, in two tabs, in storage that is missing, full, emptied or damaged."""

from __future__ import annotations

import pytest

from edu.plan.paper import Paper
from tests.quiz.conftest import OpenQuiz

pytestmark = pytest.mark.slow

LATE_BROWSER = """(() => {
  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie');
  const getItem = Storage.prototype.getItem;
  let known = false;
  Object.defineProperty(Document.prototype, 'cookie', {get() { known = true; return cookie.get.call(this); }});
  Storage.prototype.getItem = function (key) { return known ? getItem.call(this, key) : null; };
  addEventListener('load', () => { known = true; });
})()"""
"""A busy computer: Chromium's own process hears of a page late, and until then the page finds nothing in its storage."""


def test_a_busy_browser_does_not_hide_what_was_kept(open_quiz: OpenQuiz, small_paper: Paper) -> None:
    taker = open_quiz(small_paper, "en", script=LATE_BROWSER)
    taker.go_on()
    taker.answer(small_paper.items[0], right=True)
    taker.go_on()
    kept = taker.kept()
    taker.page.reload()
    assert taker.kept() == kept

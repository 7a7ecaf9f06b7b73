"""Web slides to look at in a browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

OpenSlides = Callable[..., Page]


@pytest.fixture
def open_slides(browser: Browser, tmp_path: Path) -> Iterator[OpenSlides]:
    """Return `open_slides(page, anchor=…, **context)`: the opened page.

    The test fails where the page asked a network for anything, or the browser had something to complain of.
    """
    contexts, asked, told = [], [], []

    def open_it(data: bytes, *, anchor: str = "", **options: object) -> Page:
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 800}, **options})
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: told.append(message.text))
        page.on("pageerror", lambda error: told.append(str(error)))
        path = tmp_path / f"{len(contexts)}.html"
        path.write_bytes(data)
        page.goto(path.as_uri() + anchor)
        return page

    yield open_it
    for context in contexts:
        context.close()
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert told == []

"""Every page that the command line builds is valid HTML and asks nothing of a network."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import Built
from tests.tools.html import list_html_errors

ADDRESS = re.compile(r"""(?:\bsrc|<link[^>]*\bhref|url\(|@import)\s*[=(]?\s*["']?\s*((?:https?:)?//[^"')\s]+)""")


@pytest.fixture(scope="module", params=["flagship", "small"])
def pages(request: pytest.FixtureRequest) -> tuple[Path, ...]:
    course: Built = request.getfixturevalue(request.param)
    found = course.list_products("**/*.html")
    assert len(found) == len(course.languages) * len(course.modules) + 1
    return found


@pytest.mark.slow
def test_the_checker_of_the_w3c_finds_no_error(pages: tuple[Path, ...]) -> None:
    assert list_html_errors(pages) == ()


@pytest.mark.slow
def test_no_page_loads_anything_from_elsewhere(pages: tuple[Path, ...]) -> None:
    assert [(page.name, found) for page in pages for found in ADDRESS.findall(page.read_text(encoding="utf-8"))] == []

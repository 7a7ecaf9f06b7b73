"""The checkers of a page pass one in which all is right, and find each fault in one that has it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page

from tests.tools.access import list_axe_faults, list_ibm_faults
from tests.tools.fits import list_misfits

pytestmark = pytest.mark.slow

GOOD = '<main><h1>Title</h1><p>Some words.</p><form><label for="a">Name</label> <input id="a"></form></main>'
STYLE = "body { margin: 1rem; background: #fff } input, button { font: inherit; min-height: 2rem } p { margin: 0 }"
BAD: dict[str, tuple[Callable[[Page], list[str]], str, str]] = {
    "axe": (list_axe_faults, '<img src="data:,">', "axe image-alt"),
    "IBM": (list_ibm_faults, '<form aria-label="A"></form>' * 2, "IBM aria_form_label_unique"),
    "wide": (list_misfits, '<div style="width: 500px; height: 1px"></div>', "scrolls: 516 > 320"),
    "outside": (list_misfits, '<p style="margin-left: -30px">Words</p>', "“Words” leaves body"),
    "too low a box": (list_misfits, '<p style="height: 10px">Words<br>words</p>', "leaves p"),
    "cut": (list_misfits, '<button style="width: 60px; overflow: hidden; white-space: nowrap">Many words</button>', "is cut"),
    "list": (list_misfits, '<select style="width: 60px; height: 2rem"><option>Many words</select>', "“Many words” is cut"),
    "text": (list_misfits, '<textarea readonly rows="2">1\n2\n3\n4\n5</textarea>', "textarea#. is cut"),
    "small": (list_misfits, '<button style="min-height: 0; height: 20px; font-size: 9px">Ab</button>', "is small"),
    "over": (list_misfits, '<button>One</button><button style="margin-left: -20px">Two</button>', "covers"),
}


@pytest.fixture
def page(browser: Browser) -> Page:
    """Return a page as narrow as a small phone."""
    return browser.new_page(viewport={"width": 320, "height": 600})


def show(page: Page, body: str) -> None:
    page.set_content(f'<!DOCTYPE html><html lang="en"><title>T</title><style>{STYLE}</style><body>{body}</body></html>')


def test_a_good_page_has_no_faults(page: Page) -> None:
    show(page, GOOD)
    assert [*list_axe_faults(page), *list_ibm_faults(page), *list_misfits(page)] == []
    page.close()


@pytest.mark.parametrize("fault", BAD)
def test_each_fault_of_a_page_is_found(page: Page, fault: str) -> None:
    list_faults, body, told = BAD[fault]
    show(page, GOOD + body)
    assert told in "\n".join(list_faults(page))
    page.close()

"""The templates that every law of a planned deck holds on."""

from __future__ import annotations

import pytest

from edu.plan.theme import Theme
from edu.write.pptx import Template, read_theme
from tests.plan.decks import HOUSE, NARROW, SCHOOL

TEMPLATES = {"house": HOUSE, "dark and narrow": NARROW, "a school's": SCHOOL}


@pytest.fixture(scope="module", params=TEMPLATES)
def template(request: pytest.FixtureRequest) -> Template:
    return TEMPLATES[request.param]


@pytest.fixture(scope="module")
def theme(template: Template) -> Theme:
    return read_theme(template)

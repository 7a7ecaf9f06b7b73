"""The small course, as its translators meet it."""

from pathlib import Path

import pytest

from edu.model.course import Course
from edu.source.read import read_course

SMALL = Path(__file__).parent.parent / "courses" / "small"


@pytest.fixture(scope="session")
def small() -> Course:
    course = read_course(SMALL).course
    assert course
    return course

"""What keeps someone from reading or hearing a deck is told, at its place in the course; what only looks like it is not."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from edu.build import Order, check_course
from edu.problems import Code
from edu.problems.codes.access import AccessCodes
from edu.problems.kinds import Kind
from tests.source.cases import SMALL, Case, read_cases, refresh_case, show_problem

FILE = Path(__file__).parent / "access.txt"
CASES = read_cases(FILE)
KINDS = [kind for kind in vars(AccessCodes).values() if isinstance(kind, Kind)]
ELSEWHERE = {
    *(AccessCodes.NO_SECTION_NAME, AccessCodes.UNEVEN_TABLE, AccessCodes.UNKNOWN_GROUND, AccessCodes.SMALL_TEXT),
    *(AccessCodes.READING_ORDER, AccessCodes.RUN_LANGUAGE),
}
"""What no author can do, only a template, a translation or a slip of ours: test_check.py shows these."""


@pytest.mark.parametrize("case", CASES, ids=[case.title for case in CASES])
def test_it_is_told_at_its_place(case: Case, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    course = tmp_path / "course"
    shutil.copytree(SMALL, course)
    for edit in case.edits:
        edit.apply(course / "content")
    problems = check_course(Order(course, languages=("zh_CN",))).problems
    got = [show_problem(problem, case) for problem in problems if problem.code in KINDS]
    if request.config.getoption("--refresh"):
        refresh_case(FILE, case, got)
    else:
        assert got == case.expected


def test_every_code_has_a_case_or_is_shown_elsewhere() -> None:
    told = {line.split(" @ ")[0] for case in CASES for line in case.expected}
    assert {kind.id for kind in KINDS} - told == {kind.id for kind in ELSEWHERE}


def test_the_page_of_the_docs_lists_every_code_with_its_level() -> None:
    page = (SMALL.parents[2] / "docs" / "accessibility.md").read_text(encoding="utf-8")
    listed = dict(re.findall(r"^\| `([\w.-]+)` \|.*?\| (error|warning) \|", page, re.MULTILINE))
    assert listed == {kind.id: str(kind.level) for kind in (*KINDS, Code.EQUAL_TITLES, Code.NO_ALTERNATIVE)}

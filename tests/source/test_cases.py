"""Every problem that reading a course can find, at its place."""

from __future__ import annotations

import ast
import shutil
from pathlib import Path

import pytest

from edu.problems import KINDS, Code, Kind, word_problem
from edu.source.read import read_course
from tests.source.cases import SMALL, Case, list_cases, refresh_case, show_problem

ALL = list_cases()
SOURCE = Path(read_course.__code__.co_filename).parent
UNFORESEEN = {Code.BAD_TEXT, Code.UNREADABLE, Code.UNREADABLE_PICTURE, Code.TEMPLATE_UNREADABLE}
"""Stand in for an error of pydantic's that no type of the model can cause today, and for faults of a disk."""
ELSEWHERE = {Code.NOT_ALLOWED, Code.PICTURE_NOT_ALLOWED, Code.MORE}
"""tests/test_bad_input.py shows these: a file cannot forbid to be read, and the last takes a hundred lines."""


@pytest.mark.parametrize(("path", "case"), ALL, ids=[f"{path.stem}: {case.title}" for path, case in ALL])
def test_a_fault_is_told_with_its_code_at_its_place(
    path: Path, case: Case, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    course = tmp_path / "course"
    shutil.copytree(SMALL, course)
    (tmp_path / "outside.txt").write_text("id: outside\n", encoding="utf-8")
    for edit in case.edits:
        edit.apply(course / "content")
    problems = read_course(course).problems
    got = [show_problem(problem, case) for problem in problems]
    if request.config.getoption("--refresh"):
        refresh_case(path, case, got)
        return
    assert got == case.expected
    for problem in problems:
        assert len(word_problem(problem, str)) < 800


def test_no_case_stands_twice() -> None:
    titles = [(path.name, case.title) for path, case in ALL]
    assert len(titles) == len(set(titles))


def test_every_code_that_reading_uses_has_a_case() -> None:
    told = {line.split(" @ ")[0] for _, case in ALL for line in case.expected}
    assert {code.id for code in _list_codes() - UNFORESEEN - ELSEWHERE} - told == set()


def _list_codes() -> set[Kind]:
    files = [*SOURCE.rglob("*.py"), SOURCE.parent / "folder.py"]
    nodes = [node for path in files for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))]
    names = [node for node in nodes if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)]
    return {KINDS[node.attr] for node in names if isinstance(node.value, ast.Name) and node.value.id == "Code"}

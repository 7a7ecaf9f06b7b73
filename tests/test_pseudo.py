"""Pseudo-languages, through the command line: every course can be built in them, and none is unless it is asked for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pptx import Presentation

from edu.cli import main
from edu.model.locale import PSEUDO
from tests.conftest import ROOT
from tests.translations.courses import copy_starter

Capsys = pytest.CaptureFixture[str]


def build(course: Path, output: Path, *arguments: str) -> int:
    return main(["build", "--ui-lang", "en", "--course", str(course), "-o", str(output), *arguments])


@pytest.fixture
def course(tmp_path: Path) -> Path:
    return copy_starter(tmp_path, "zh_CN")


def test_a_course_is_built_in_both_without_a_problem_and_without_a_file_of_theirs(course: Path, tmp_path: Path) -> None:
    before = sorted(path for path in course.rglob("*"))
    assert build(course, tmp_path / "out", "--strict", "--lang", "en_XA", "--lang", "ar_XB") == 0
    assert sorted(path for path in course.rglob("*")) == before
    made = sorted(path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").glob("*_*/sunlight.*"))
    assert made == [f"{lang}/sunlight.{kind}" for lang in sorted(PSEUDO) for kind in ("pptx", "quiz.html")]
    page = (tmp_path / "out" / "ar_XB" / "sunlight.quiz.html").read_text("utf-8")
    assert 'lang="ar-XB"' in page and 'dir="rtl"' in page
    index = (tmp_path / "out" / "index.html").read_text("utf-8")
    assert "English (en-XA)" in index and "العربية (ar-XB)" in index
    shown = Presentation(str(tmp_path / "out" / "en_XA" / "sunlight.pptx"))
    assert shown.core_properties.language == "en-XA"


def test_they_are_never_a_part_of_an_ordinary_build(course: Path, tmp_path: Path) -> None:
    assert build(course, tmp_path / "out") == 0
    assert not [path for path in (tmp_path / "out").rglob("*") if "_X" in path.name]
    assert "en-XA" not in (tmp_path / "out" / "zh_CN" / "sunlight.quiz.html").read_text("utf-8")


def test_one_can_stand_beside_another_language(course: Path, tmp_path: Path) -> None:
    assert build(course, tmp_path / "out", "--to", "pptx", "--lang", "zh_CN+en_XA") == 0
    assert (tmp_path / "out" / "zh_CN+en_XA" / "sunlight.pptx").is_file()


def test_the_same_bytes_are_made_again(course: Path, tmp_path: Path) -> None:
    for name in ("a", "b"):
        assert build(course, tmp_path / name, "--to", "pptx", "--lang", "en_XA") == 0
    first, second = ((tmp_path / name / "en_XA" / "sunlight.pptx").read_bytes() for name in ("a", "b"))
    assert first == second


def test_another_name_is_no_language(course: Path, tmp_path: Path, capsys: Capsys) -> None:
    assert build(course, tmp_path / "out", "--lang", "en_XB") == 2
    assert "[usage.unknown-language]" in capsys.readouterr().err


@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.parametrize("lang", PSEUDO)
def test_the_flagship_course_fits_in_both(lang: str, capsys: Capsys) -> None:
    code = main(["check", "--course", str(ROOT), "--lang", lang, "--format", "json"])
    assert (code, json.loads(capsys.readouterr().out)) == (0, [])

"""A module is renamed: its translations come along, and the file that they stood in is told until it is deleted."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from edu.cli import main
from tests.translations.courses import check, copy_starter, po_of


def run(capsys: pytest.CaptureFixture[str], course: Path, *words: str) -> tuple[int, str]:
    capsys.readouterr()
    code = main([*words, "--ui-lang", "en", "--course", str(course)])
    return code, "".join(capsys.readouterr())


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """Return a course in English whose one module has another name than when it was translated."""
    course = copy_starter(tmp_path, "en")
    shutil.move(course / "content" / "sunlight", course / "content" / "light")
    settings = course / "content" / "course.yaml"
    settings.write_text(settings.read_text("utf-8").replace("modules: [sunlight]", "modules: [light]"), "utf-8")
    return course


def test_readers_see_the_translations_again_and_the_old_file_is_told(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = po_of(course, "zh_CN")
    before = old.read_bytes()
    code, told = run(capsys, course, "i18n", "update")
    assert code == 0 and told.count("[language.orphan]") == len(list((course / "locales").glob("*/LC_MESSAGES/sunlight.po")))
    assert old.read_bytes() == before
    orphan = ("language.orphan", "locales/zh_CN/LC_MESSAGES/sunlight.po", 0)
    assert check(capsys, course, "--lang", "zh_CN") == (0, {orphan})
    table = run(capsys, course, "i18n", "status", "--lang", "zh_CN")[1]
    assert "100 %" in table and "language.orphan" in table
    files = {path: path.read_bytes() for path in course.rglob("*.po*")}
    assert run(capsys, course, "i18n", "update")[1].endswith("done: 0 files changed\n")
    assert {path: path.read_bytes() for path in course.rglob("*.po*")} == files
    old.unlink()
    assert check(capsys, course, "--lang", "zh_CN") == (0, set())
    assert run(capsys, course, "build", "--lang", "zh_CN", "--to", "html", "--strict")[0] == 0

"""What a teacher sees in an editor with the YAML language server: no complaints, the keys of a kind, words in Chinese."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from edu.new import list_starters, write_course
from edu.source.schema import FOLDER
from tests.conftest import ROOT
from tests.source.test_schema import chinese, list_sources
from tests.tools.yaml_server import Editor, start_editor

pytestmark = pytest.mark.slow

BASE = {"id", "kind", "title", "notes", "minutes", "facts", "note", "context", "builds"}


@pytest.fixture(scope="module")
def editor() -> Iterator[Editor]:
    """Return an editor that knows nothing but what stands on this disk."""
    with start_editor() as editor:
        yield editor


@pytest.fixture
def lesson(tmp_path: Path) -> Path:
    """Return the path of a lesson in a folder whose name holds spaces and Chinese, with the schemas in their place."""
    content = tmp_path / "我的 课" / "content"
    shutil.copytree(ROOT / "content", content)
    assert {path.name for path in (content / FOLDER).iterdir()} == set(chinese())
    return content / "strategy" / "lesson.yaml"


def write_slide(lesson: Path, *lines: str) -> tuple[str, tuple[int, int]]:
    """Return the text of `lesson` with a slide of these lines at the end, and the end of its last line."""
    text = lesson.read_text(encoding="utf-8").rstrip() + "\n\n" + "\n".join(lines)
    return text, (text.count("\n"), len(lines[-1]))


@pytest.mark.parametrize("path", list_sources(ROOT), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_it_complains_of_nothing_in_the_flagship(editor: Editor, path: Path) -> None:
    assert editor.open(path) == []


@pytest.mark.parametrize("lang", list_starters())
def test_it_complains_of_nothing_in_a_new_course(editor: Editor, tmp_path: Path, lang: str) -> None:
    write_course(tmp_path / "新 课", lang, str)
    assert [line for path in list_sources(tmp_path / "新 课") for line in editor.open(path)] == []


def test_it_marks_what_the_reader_would_refuse(editor: Editor, lesson: Path) -> None:
    text = lesson.read_text(encoding="utf-8")
    assert editor.open(lesson, text.replace("    lead: 作者", "    leed: 作者")) == ["33: Property leed is not allowed."]
    (complaint,) = editor.open(lesson, text.replace("id: cover", "id: Cover"))
    assert complaint.startswith("18: 请用")


def test_it_offers_the_keys_of_the_kind_and_no_others(editor: Editor, lesson: Path) -> None:
    text, spot = write_slide(lesson, "  - id: extra", "    kind: figures", "    ")
    editor.open(lesson, text)
    assert set(editor.complete(lesson, spot)) - {"figures"} == BASE - {"id", "kind"} | {"takeaway"}
    assert "figures" in editor.complete(lesson, spot)
    text, spot = write_slide(lesson, "  - kind: compare", "    ")
    editor.open(lesson, text)
    assert set(editor.complete(lesson, spot)) - {"compare"} == BASE - {"kind"} | {"sides", "rows"}


def test_it_offers_every_kind_of_slide_with_its_explanation(editor: Editor, lesson: Path) -> None:
    text, spot = write_slide(lesson, "  - id: extra", "    kind: ")
    editor.open(lesson, text)
    offered = editor.complete(lesson, spot)
    assert len(offered) == 17
    assert offered["points"]["documentation"].startswith("要点页")


def test_it_writes_a_new_slide_with_all_that_it_needs(editor: Editor, lesson: Path) -> None:
    text, spot = write_slide(lesson, "  - ")
    editor.open(lesson, text)
    snippet = editor.complete(lesson, spot)["table"]["insertText"]
    assert snippet.split("\n") == [
        "id: ${1:id}",
        "  kind: table",
        "  title: ${2:title}",
        "  columns:",
        "    - ${3:columns}",
        "  rows:",
        "    - [${4:rows}]",
        "  notes: ${5:notes}",
    ]


def test_it_explains_a_key_and_a_value_in_chinese(editor: Editor, lesson: Path) -> None:
    text = lesson.read_text(encoding="utf-8")
    editor.open(lesson)
    lines = text.split("\n")
    takeaway = next(number for number, line in enumerate(lines) if line.startswith("    takeaway:"))
    assert "这些数字说明了什么" in editor.hover(lesson, (takeaway, 6))
    facts = lesson.parent.parent / "facts.yaml"
    editor.open(facts)
    kind = next(n for n, line in enumerate(facts.read_text(encoding="utf-8").split("\n")) if line == "    kind: figure")
    assert "`figure`: 数据" in editor.hover(facts, (kind, 12))

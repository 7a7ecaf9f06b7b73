"""A PO file that a translator sent back is taken in like any other file: by entry, and nothing else is lost."""

from __future__ import annotations

import shutil
from pathlib import Path

import polib
import pytest

from edu.language.catalogue import po_path
from edu.language.exchange.po import is_po
from tests.translations.test_exchange import course, edit, export, read_locales, run, tell

__all__ = ["course"]


@pytest.fixture
def sent(course: Path, tmp_path: Path) -> Path:
    """Return a copy of a PO file of the course, under another name."""
    return Path(shutil.copy(po_path(course / "locales", "en", "basics"), tmp_path / "back from Li.txt"))


def test_a_po_file_as_it_went_out_changes_nothing(course: Path, sent: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = read_locales(course)
    told = run(capsys, "import", course, sent, po_path(course / "locales", "en", "course"))
    assert told == (0, "done: 0 translations are new or changed (0 files)\n")
    assert read_locales(course) == before


def test_translations_and_marks_of_a_po_file_are_taken_in_and_no_other_entry_is_touched(
    course: Path, sent: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = polib.pofile(str(sent), wrapwidth=0)
    file[0].msgstr, file[2].flags, file[1].tcomment = "A title", [], "reviewed"
    file.save()
    path = po_path(course / "locales", "en", "basics")
    (path.parent / "other.txt").write_text("left alone")
    edit(path, "ask Li", "ask Wu")
    assert run(capsys, "import", course, sent)[1].endswith("done: 2 translations are new or changed (1 file)\n")
    made = polib.pofile(str(path), wrapwidth=0)
    assert (made[0].msgstr, made[2].fuzzy, made[1].tcomment) == ("A title", False, "ask Wu\nreviewed")
    assert [entry.msgstr for entry in made][3:] == [entry.msgstr for entry in file][3:]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("Language: en", "Language: fr", "exchange.language"),
        ("Language: en", "X-Language: en", "exchange.no-language"),
        ("X-Source-Language: zh_CN", "X-Source-Language: ja", "exchange.source-language"),
        ('msgstr "', "msgstr ", "language.syntax"),
        ("charset=UTF-8", 'charset=UTF-8\\n"\nmsgid "', "language.syntax"),
    ],
)
def test_a_po_file_for_something_else_or_a_broken_one_is_refused(
    course: Path, sent: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, code: str
) -> None:
    edit(sent, old, new)
    before = read_locales(course)
    assert tell(capsys, course, sent) == [code]
    assert read_locales(course) == before


def test_a_po_file_of_another_course_is_told_by_its_texts(course: Path, sent: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(sent, "Project-Id-Version: small", "Project-Id-Version: Poedit")
    assert tell(capsys, course, sent) == []
    sent.write_text(sent.read_text("utf-8").replace('msgid "', 'msgid "another '), "utf-8")
    edit(sent, 'msgid "another "', 'msgid ""')
    edit(sent, 'msgid "another ', 'msgid "')
    assert tell(capsys, course, sent) == ["exchange.course"]


def test_two_translations_of_one_text_and_plural_forms_are_told(
    course: Path, sent: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    entry = polib.pofile(str(sent))[3]
    more = f'\nmsgid "{entry.msgid}"\nmsgstr "other"\n\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\n'
    sent.write_text(sent.read_text("utf-8") + more, "utf-8")
    assert tell(capsys, course, sent) == ["exchange.plural-forms", "exchange.twice"]


def test_a_table_is_no_po_file(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert is_po(b'\xef\xbb\xbf# by Li\r\n\r\n#\r\nmsgid ""') and is_po(b'msgctxt "a"\nmsgid "b"')
    assert not is_po(b"# " * 100_000)
    path = export(capsys, course, "--to", "csv") / "basics.csv"
    rows = path.read_bytes().decode("utf-8-sig").split("\r\n")
    path.write_text("\r\n".join(f"#{number},{row}" for number, row in enumerate(rows) if row), "utf-8", newline="")
    assert tell(capsys, course, path) == []

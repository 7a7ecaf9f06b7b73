"""What is handed to translators and what comes back: through the folder of a course, by the command line."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import polib
import pytest

from edu.cli import main
from edu.cli.complete import EXCHANGES
from edu.language.catalogue import po_path
from edu.translations.export import FORMATS, GLOSSARY_FORMATS
from tests.conftest import ROOT
from tests.spoil import SMALL, fill_translations, spell

PLACE = ("i18n", "en")
TITLE = f'msgstr "{spell("为什么有人排队")}'
Edit = Callable[[str], str]


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """Return the small course with its PO files, all translated but one text, and one reviewed, in a folder with spaces."""
    made = shutil.copytree(SMALL, tmp_path / "我的 课程")
    fill_translations(made)
    path = po_path(made / "locales", "en", "basics")
    file = polib.pofile(str(path), wrapwidth=0)
    file[0].msgstr = ""
    file[1].tcomment = "ask Li\nreviewed"
    file[2].flags.append("fuzzy")
    file[2].previous_msgid = "the old text"
    path.write_text(str(file).removeprefix("#\n"), encoding="utf-8", newline="\n")
    return made


def read_locales(course: Path) -> dict[str, bytes]:
    locales = course / "locales"
    return {path.relative_to(locales).as_posix(): path.read_bytes() for path in sorted(locales.rglob("*")) if path.is_file()}


def run(capsys: pytest.CaptureFixture[str], verb: str, course: Path, *arguments: str | Path) -> tuple[int, str]:
    capsys.readouterr()
    code = main(["i18n", verb, "--ui-lang", "en", "--course", str(course), *(str(argument) for argument in arguments)])
    out, err = capsys.readouterr()
    assert "Traceback" not in err
    return code, out + err


def tell(capsys: pytest.CaptureFixture[str], course: Path, *arguments: str | Path) -> list[str]:
    """Return the codes of what an import finds wrong."""
    _, told = run(capsys, "import", course, "--format", "json", *arguments)
    return [problem["code"] for problem in json.loads(told[: told.rindex("]") + 1])]


def export(capsys: pytest.CaptureFixture[str], course: Path, *arguments: str) -> Path:
    code, told = run(capsys, "export", course, *arguments)
    assert code == 0, told
    return course.joinpath("dist", *PLACE)


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8", newline="\n")


@pytest.mark.parametrize("name", FORMATS)
def test_an_export_says_what_it_wrote_and_an_import_of_it_changes_no_byte(
    course: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    before = read_locales(course)
    code, told = run(capsys, "export", course, "--to", name)
    assert code == 0
    names = [str(course.joinpath("dist", *PLACE, f"{domain}.{FORMATS[name].suffix}")) for domain in ("course", "basics")]
    assert told.splitlines() == [*names, "done: 2 files; new or changed: 2"]
    code, told = run(capsys, "import", course, *names)
    assert (code, told.splitlines()) == (0, ["done: 0 translations are new or changed (0 files)"])
    assert read_locales(course) == before


def test_every_format_is_offered_by_its_name() -> None:
    assert (*FORMATS, *GLOSSARY_FORMATS) == EXCHANGES


def test_the_same_is_written_again_to_the_byte(course: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    every = [part for name in FORMATS for part in ("--to", name)]
    first = {path.name: path.read_bytes() for path in export(capsys, course, *every).iterdir()}
    other = shutil.copytree(course, tmp_path / "other", ignore=shutil.ignore_patterns("dist"))
    assert {path.name: path.read_bytes() for path in export(capsys, other, *every).iterdir()} == first
    assert not any(re.search(rb"20\d\d-\d\d-\d\dT", data) for data in first.values())
    assert run(capsys, "export", course, *every)[1].splitlines()[-1] == f"done: {len(first)} files; new or changed: 0"


def test_a_table_that_a_person_filled_in_is_taken_in(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = export(capsys, course, "--to", "csv") / "basics.csv"
    rows = [*csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline=""))]
    head, first, reviewed, fuzzy, *rest = rows
    assert [row[5] for row in (first, reviewed, fuzzy)] == ["missing", "reviewed", "fuzzy"]
    filled = [[*first[:4], "A title", "missing"], [*reviewed[:5], ""], [*fuzzy[:4], "A better one", "fuzzy"]]
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=";").writerows([head, *reversed([*filled, *rest])])
    path.write_text(stream.getvalue(), "utf-8", newline="")
    code, told = run(capsys, "import", course, path)
    assert (code, told.splitlines()[-1]) == (0, "done: 2 translations are new or changed (1 file)")
    made = polib.pofile(str(po_path(course / "locales", "en", "basics")), wrapwidth=0)
    assert [(entry.msgstr, entry.fuzzy) for entry in (made[0], made[2])] == [("A title", False), ("A better one", False)]
    assert made[1].tcomment == "ask Li\nreviewed"


def test_an_edited_source_and_a_lost_row_of_a_table_are_told(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = export(capsys, course, "--to", "csv") / "basics.csv"
    head, first, _, *rest = csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline=""))
    first[3] += "！"
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows([head, first, *rest])
    path.write_text(stream.getvalue(), "utf-8", newline="")
    before = read_locales(course)
    assert sorted(tell(capsys, course, path)) == ["exchange.source-edited", "exchange.text-missing"]
    assert read_locales(course) == before


def test_an_old_excel_file_is_told(course: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    assert tell(capsys, course, tmp_path / "a.xls") == ["exchange.old-excel"]


def test_a_text_too_long_for_excel_is_left_out_with_a_word(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(po_path(course / "locales", "en", "basics"), TITLE, f"{TITLE}{'long ' * 7000}")
    code, told = run(capsys, "export", course, "--to", "xlsx")
    assert code == 0 and "[exchange.long-cell]" in told


def test_one_language_one_module_and_another_folder_can_be_asked_for(
    course: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(capsys, "export", course, "--module", "basics", "--lang", "en", "-o", tmp_path / "out")[0] == 0
    assert sorted(path.name for path in (tmp_path / "out" / "i18n" / "en").iterdir()) == ["basics.xlf"]
    code, told = run(capsys, "export", course, "--module", "basic", "--lang", "enn")
    assert code == 2 and "[usage.unknown-module]" in told and "[usage.unknown-language]" in told
    assert run(capsys, "export", course, "--to", "xlif")[0] == 2


def test_a_file_that_a_translator_has_filled_in_is_not_overwritten(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = export(capsys, course) / "basics.xlf"
    edit(path, "<target>", "<target>mine: ")
    mine = path.read_bytes()
    edit(po_path(course / "locales", "en", "basics"), TITLE, f"{TITLE} once more")
    code, told = run(capsys, "export", course)
    assert (code, path.read_bytes()) == (0, mine)
    assert "[output.edited]" in told and path.with_name("basics.new.xlf").is_file()


def test_a_translation_changes_its_own_entry_alone(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = export(capsys, course)
    po = po_path(course / "locales", "en", "basics")
    before = po.read_text("utf-8").splitlines()
    entries = [entry for entry in polib.pofile(str(po), wrapwidth=0) if not entry.obsolete]
    path = folder / "basics.xlf"
    edit(path, "</source>", "</source><target>A new title</target>")
    edit(path, 'state="initial" subState="edu:fuzzy"', 'state="final"')
    code, told = run(capsys, "import", course, path)
    assert (code, told.splitlines()) == (
        0,
        ["locales/en/LC_MESSAGES/basics.po", "done: 2 translations are new or changed (1 file)"],
    )
    after = po.read_text("utf-8").splitlines()
    assert {line for line in before if line not in after} == {"#, fuzzy", '#| msgid "the old text"'}
    made = [entry for entry in polib.pofile(str(po), wrapwidth=0) if not entry.obsolete]
    assert [entry.msgid for entry in made] == [entry.msgid for entry in entries]
    assert (made[0].msgstr, made[1].tcomment) == ("A new title", "ask Li\nreviewed")
    assert (made[2].msgstr, made[2].fuzzy, made[2].tcomment) == (entries[2].msgstr, False, "reviewed")


def test_a_text_that_is_not_called_finished_is_fuzzy_and_no_longer_reviewed(
    course: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = export(capsys, course) / "basics.xlf"
    edit(path, '<segment state="reviewed">', '<segment state="initial">')
    code, told = run(capsys, "import", course, path)
    assert (code, told.splitlines()[-1]) == (0, "1 of them is marked “fuzzy”: the file does not call it finished")
    entry = polib.pofile(str(po_path(course / "locales", "en", "basics")), wrapwidth=0)[1]
    assert (entry.fuzzy, entry.tcomment) == (True, "ask Li")


def test_all_that_is_wrong_is_told_at_once_and_nothing_is_written(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, before = export(capsys, course), read_locales(course)
    edit(folder / "basics.xlf", 'subState="edu:fuzzy">', 'subState="edu:fuzzy"><!---->')
    text = (folder / "basics.xlf").read_text("utf-8")
    text = re.sub(r"<target>[^<]*</target>", "", text, count=1)
    text = re.sub(r"(<source>)([^<]*</source>\s*<target>[^<]*</target>)(?![\s\S]*<source>)", r"\1!\2", text)
    (folder / "basics.xlf").write_text(text, "utf-8")
    (folder / "course.xlf").write_text("<xliff", "utf-8")
    code, told = run(capsys, "import", course, folder / "basics.xlf", folder / "course.xlf", folder / "none.xlf")
    assert code == 1 and told.splitlines()[-1] == "nothing was written"
    for found in ("exchange.translation-lost", "exchange.source-edited", "exchange.xml", "source.missing-file"):
        assert f"[{found}]" in told
    assert re.search(r"basics\.xlf:\d+: error", told)
    assert read_locales(course) == before
    assert tell(capsys, course, "--partial", folder / "basics.xlf") == ["exchange.translation-lost", "exchange.source-edited"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('original="small/', 'original="other/', "exchange.course"),
        ('trgLang="en"', 'trgLang="fr"', "exchange.language"),
        ('trgLang="en"', "", "exchange.no-language"),
        ('srcLang="zh-CN"', 'srcLang="ja"', "exchange.source-language"),
        ('<file id="basics"', '<file id="strategy"', "exchange.domain"),
        ('<file id="basics"', '<file id="../../evil"', "exchange.domain"),
        ("<unit ", "<m:unit xmlns:m='urn:x' ", "exchange.xml"),
        ('version="2.1"', 'version="2.2"', "exchange.version"),
    ],
)
def test_a_file_for_something_else_is_refused_with_partial_too(
    course: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, code: str
) -> None:
    path, before = export(capsys, course) / "basics.xlf", read_locales(course)
    edit(path, old, new)
    assert tell(capsys, course, path) == [code]
    assert tell(capsys, course, "--partial", path) == [code]
    assert run(capsys, "import", course, "--partial", path)[0] == 1
    assert read_locales(course) == before


def test_the_languages_that_are_named_are_those_that_are_taken_in(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = export(capsys, course) / "basics.xlf"
    shutil.copytree(course / "locales" / "en", course / "locales" / "zh_Hant")
    edit(path, 'trgLang="en"', 'trgLang="fr"')
    assert "not one of the course's languages: en, zh-Hant [exchange.language]" in run(capsys, "import", course, path)[1]


def test_a_table_whose_heads_name_no_language_is_told_unless_it_is_the_source(
    course: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = export(capsys, course, "--to", "csv") / "basics.csv"
    edit(path, "source (zh-CN)", "Source")
    assert tell(capsys, course, path) == []
    edit(path, "target (en)", "Target")
    assert tell(capsys, course, path) == ["exchange.no-language"]
    assert "target (en)" in run(capsys, "import", course, path)[1]


def test_a_file_without_texts_and_one_of_no_known_kind_are_refused(
    course: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.doc").write_bytes(b"some text")
    (tmp_path / "a.xlf").write_text('<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0"/>')
    assert tell(capsys, course, tmp_path / "a.doc") == ["exchange.column"] * 3
    (tmp_path / "a.html").write_text("<html/>")
    assert tell(capsys, course, tmp_path / "a.html") == ["exchange.format"]
    assert tell(capsys, course, tmp_path / "a.xlf") == ["exchange.no-units"]
    assert tell(capsys, course, tmp_path) == ["source.not-a-file"]
    assert run(capsys, "import", course)[0] == 2


def test_two_files_that_disagree_on_a_text_are_told(course: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = export(capsys, course) / "basics.xlf"
    other = Path(shutil.copy(path, tmp_path / "b.xlf"))
    edit(path, "<target>", "<target>one ")
    edit(other, "<target>", "<target>two ")
    assert tell(capsys, course, path, other) == ["exchange.twice"]


def test_a_course_without_po_files_or_out_of_step_is_told(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(course / "content" / "basics" / "lesson.yaml", "title: ", "title: 新的")
    _, told = run(capsys, "export", course)
    assert "locales/en/LC_MESSAGES/basics.po: warning" in told and "[exchange.behind]" in told
    shutil.rmtree(course / "locales")
    shutil.rmtree(course / "dist")
    code, told = run(capsys, "export", course)
    assert code == 0 and "[language.no-catalogue]" in told and "there is nothing to hand out" in told


def test_to_ask_for_the_source_alone_is_told(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for verb in ("export", "status"):
        code, told = run(capsys, verb, course, "--lang", "zh_CN")
        assert code == 1 and "zh_CN is the language that the course is written in [language.source]" in told
        assert "no other language" not in told
    assert run(capsys, "export", course, "--lang", "zh_CN", "--lang", "en")[0] == 0
    assert run(capsys, "status", course, "--lang", "zh_CN", "--lang", "en")[0] == 0


def test_our_own_words_are_handed_out_where_the_course_has_a_file_of_them(
    course: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(course / "content" / "course.yaml", "languages: [zh_CN, en]", "languages: [zh_CN, en, de]")
    assert run(capsys, "update", course)[0] == 0
    told = run(capsys, "export", course)[1]
    assert re.search(r"locales/de/LC_MESSAGES/edu.po: info: \d+ texts with plural forms are left out", told)
    path = course / "dist" / "i18n" / "de" / "edu.xlf"
    assert 'srcLang="en" trgLang="de"' in path.read_text("utf-8")
    assert 'equiv="{' in path.read_text("utf-8")
    edit(path, "</source>", "</source><target>Wort</target>")
    code, told = run(capsys, "import", course, path)
    assert (code, told.splitlines()[0]) == (0, "locales/de/LC_MESSAGES/edu.po")


@pytest.mark.slow
@pytest.mark.parametrize("name", FORMATS)
def test_the_flagship_course_goes_out_and_comes_back_without_a_change(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    course = tmp_path / "course"
    for folder in ("content", "locales"):
        shutil.copytree(ROOT / folder, course / folder)
    before = read_locales(course)
    assert run(capsys, "export", course, "--to", name)[0] == 0
    files = sorted((course / "dist" / "i18n").rglob(f"*.{FORMATS[name].suffix}"))
    assert len(files) > 3
    code, told = run(capsys, "import", course, *files)
    assert (code, told) == (0, "done: 0 translations are new or changed (0 files)\n")
    assert read_locales(course) == before

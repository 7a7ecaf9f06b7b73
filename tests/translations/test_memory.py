"""Memories and glossaries: through the folder of a course, by the command line."""

from __future__ import annotations

import csv
import io
import re
import shutil
from dataclasses import replace
from pathlib import Path

import polib
import pytest

from edu.language.catalogue import po_path
from edu.language.po.read import parse_po
from edu.language.po.write import write_entry
from tests.conftest import ROOT
from tests.translations.test_exchange import course, edit, export, read_locales, run, tell

__all__ = ["course"]
Capsys = pytest.CaptureFixture[str]


def forget(course: Path, domain: str = "basics") -> polib.POFile:
    """Take all translations out of a PO file; return it as it was."""
    path = po_path(course / "locales", "en", domain)
    before, file = polib.pofile(str(path), wrapwidth=0), polib.pofile(str(path), wrapwidth=0)
    for entry in file:
        entry.msgstr, entry.flags = "", [flag for flag in entry.flags if flag != "fuzzy"]
        entry.tcomment = "\n".join(line for line in entry.tcomment.split("\n") if line != "reviewed")
    path.write_text(str(file).removeprefix("#\n"), encoding="utf-8", newline="\n")
    return before


def load(course: Path, domain: str = "basics") -> polib.POFile:
    return polib.pofile(str(po_path(course / "locales", "en", domain)), wrapwidth=0)


# --- memories ----------------------------------------------------------------------------------------------------------


def test_a_course_gets_back_what_its_memory_knows_and_loses_nothing(course: Path, capsys: Capsys) -> None:
    folder = export(capsys, course, "--to", "tmx")
    before = forget(course)
    code, told = run(capsys, "import", course, folder / "basics.tmx")
    assert (code, told.splitlines()[0]) == (0, "locales/en/LC_MESSAGES/basics.po")
    after = load(course)
    certain = [entry.msgid for entry in before if entry.msgstr and not entry.fuzzy]
    assert [entry.msgid for entry in after if entry.msgstr] == certain
    assert {entry.msgid: entry.msgstr for entry in after if entry.msgstr} == {
        entry.msgid: entry.msgstr for entry in before if entry.msgid in certain
    }
    assert not [entry for entry in after if entry.fuzzy]
    assert after[1].tcomment == "ask Li\nreviewed"


def test_the_memory_of_another_course_is_to_be_looked_at(course: Path, capsys: Capsys) -> None:
    path = export(capsys, course, "--to", "tmx") / "basics.tmx"
    edit(path, ">small<", ">other<")
    forget(course)
    code, told = run(capsys, "import", course, path)
    made = [entry for entry in load(course) if entry.msgstr]
    assert code == 0 and made and all(entry.fuzzy for entry in made)
    assert told.splitlines()[-1] == f"{len(made)} of them are marked “fuzzy”: the file does not call them finished"


def test_a_memory_overwrites_nothing_and_says_what_does_not_fit(course: Path, capsys: Capsys) -> None:
    path = export(capsys, course, "--to", "tmx") / "basics.tmx"
    text = path.read_text("utf-8")
    path.write_text(re.sub(r'(xml:lang="en">\s*<seg>)', r"\1other ", text), "utf-8")
    before = read_locales(course)
    assert run(capsys, "import", course, path) == (0, "done: 0 translations are new or changed (0 files)\n")
    assert read_locales(course) == before
    english = re.compile(r'(?<=<tuv xml:lang="en">).*?(?=</tuv>)', re.DOTALL)
    path.write_text(english.sub(lambda found: re.sub(r"<ph [^>]*>[^<]*</ph>", "", found.group()), text), "utf-8")
    forget(course)
    code, told = run(capsys, "import", course, path)
    assert code == 0 and re.search(r"basics\.tmx:\d+: warning: .*does not keep: \{", told)


@pytest.mark.parametrize("last", [False, True], ids=["the empty one first", "the empty one last"])
@pytest.mark.parametrize("name", ["tmx", "csv"])
def test_of_an_entry_that_stands_twice_only_the_one_that_is_shown_is_handed_out_and_changed(
    course: Path, capsys: Capsys, name: str, last: bool
) -> None:
    path = export(capsys, course, "--to", name) / f"basics.{name}"
    po = po_path(course / "locales", "en", "basics")
    text = po.read_text("utf-8")
    done = next(entry for entry in parse_po(text) if entry.msgstr and not entry.fuzzy)
    doubles = [replace(done, msgstrs=("",), comments=()), replace(done, msgstrs=("by hand",), comments=("# mine",))]
    made = doubles[::-1] if last else doubles
    po.write_text(text.replace(f"{write_entry(done)}\n", "\n".join(f"{write_entry(one)}\n" for one in made)), "utf-8")
    before = po.read_bytes()
    assert run(capsys, "import", course, "--partial", path)[0] == 0
    after = [entry.msgstr for entry in parse_po(po.read_text("utf-8")) if entry.key == done.key]
    kept = "by hand" if name == "tmx" else done.msgstr
    assert after == ([kept, ""] if last else ["", kept])
    po.write_bytes(before)
    export(capsys, course, "--to", name, "--force")
    assert run(capsys, "import", course, path)[0] == 0
    assert po.read_bytes() == before


def test_what_a_translator_sends_goes_before_what_a_memory_knows(course: Path, capsys: Capsys) -> None:
    folder = export(capsys, course, "--to", "tmx", "--to", "xliff")
    forget(course)
    edit(folder / "basics.xlf", "<target>", "<target>mine: ")
    assert run(capsys, "import", course, folder / "basics.tmx", folder / "basics.xlf")[0] == 0
    assert len([entry for entry in load(course) if entry.msgstr.startswith("mine: ")]) == 1


def test_a_memory_in_other_languages_is_refused(course: Path, capsys: Capsys) -> None:
    path = export(capsys, course, "--to", "tmx") / "basics.tmx"
    text = path.read_text("utf-8")
    path.write_text(text.replace('xml:lang="en"', 'xml:lang="de"'), "utf-8")
    assert tell(capsys, course, path) == ["exchange.language"]
    path.write_text(text.replace('xml:lang="zh-CN"', 'xml:lang="ja"'), "utf-8")
    assert tell(capsys, course, path) == ["exchange.source-language"]
    path.write_text(re.sub(r"<tu .*</tu>", "", text, flags=re.DOTALL), "utf-8")
    assert tell(capsys, course, path) == ["exchange.no-units"]


def test_a_memory_of_nothing_is_not_written_and_that_is_told(course: Path, capsys: Capsys) -> None:
    forget(course)
    code, told = run(capsys, "export", course, "--strict", "--to", "tmx")
    assert code == 0 and "locales/en/LC_MESSAGES/basics.po: info" in told and "[exchange.no-memory]" in told
    folder = course / "dist" / "i18n" / "en"
    assert [path.name for path in folder.iterdir()] == ["course.tmx"]
    assert run(capsys, "import", course, *folder.iterdir())[0] == 0


# --- glossaries --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "suffix"), [("glossary", "csv"), ("tbx", "tbx")])
def test_a_glossary_goes_out_in_all_languages_and_comes_back_without_a_change(
    course: Path, capsys: Capsys, name: str, suffix: str
) -> None:
    before = read_locales(course)
    path = course / "dist" / "i18n" / f"glossary.{suffix}"
    code, told = run(capsys, "export", course, "--to", name)
    assert (code, told.splitlines()) == (0, [str(path), "done: 1 file; new or changed: 1"])
    data = path.read_bytes()
    assert run(capsys, "import", course, path) == (0, "done: 0 translations are new or changed (0 files)\n")
    assert read_locales(course) == before
    forget(course, "course")
    assert run(capsys, "import", course, path)[0] == 0
    terms = [entry for entry in load(course, "course") if "glossary.yaml" in str(entry.occurrences)]
    assert [bool(entry.msgstr) for entry in terms] == ["avoid" not in str(entry.occurrences) for entry in terms]
    path.unlink()
    export(capsys, course, "--to", name)
    assert path.read_bytes().count(b"turnover") == data.count(b"turnover")


def test_a_term_that_was_translated_in_the_table_is_taken_in(course: Path, capsys: Capsys) -> None:
    path = export(capsys, course, "--to", "glossary").parent / "glossary.csv"
    rows = [*csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline=""))]
    rows[1]["term (en)"] = "=revenue"
    stream = io.StringIO(newline="")
    table = csv.DictWriter(stream, [*rows[0]], delimiter=";")
    table.writeheader()
    table.writerows(rows)
    path.write_text(stream.getvalue(), "utf-8", newline="")
    assert run(capsys, "import", course, path)[0] == 0
    assert [entry.msgstr for entry in load(course, "course") if entry.msgid == "营业额"] == ["=revenue"]
    export(capsys, course, "--to", "glossary", "--force")
    assert "'=revenue" in path.read_text("utf-8-sig")


def test_a_column_of_a_glossary_without_the_terms_that_it_tells_of_is_told(course: Path, capsys: Capsys) -> None:
    path = export(capsys, course, "--to", "glossary").parent / "glossary.csv"
    edit(path, "term (en)", "termine (en)")
    _, told = run(capsys, "import", course, path)
    assert re.findall(r"glossary\.csv:(\d+): error: [^\n]*?“([^”]*)”[^\n]*\[exchange\.no-term\]", told) == [
        ("1", "definition (en)"),
        ("1", "avoid (en)"),
    ]
    head, *rows = csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline=""))
    path.write_text("\n".join(",".join(row) for row in ([*head, "note (en)"], *rows)).replace("(en)", ""), "utf-8")
    assert "exchange.no-term" in tell(capsys, course, path)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("营业额", "营业额！", "exchange.source-edited"),
        ('id="turnover"', 'id="turn"', "exchange.unknown-text"),
        (r"<term>[^<]*</term>(?=\s*<termNote[^>]*>pref[^/]*/termNote>\s*</tig>\s*</langSet>\s*</termEntry>\s*</body>)",
         "<term/>", "exchange.translation-lost"),
        ("small", "other", "exchange.course"),
        ('xml:lang="en"', 'xml:lang="fr"', "exchange.language"),
    ],
)  # fmt: skip
def test_a_glossary_that_does_not_fit_is_refused_whole(course: Path, capsys: Capsys, old: str, new: str, code: str) -> None:
    path = export(capsys, course, "--to", "tbx").parent / "glossary.tbx"
    before, text = read_locales(course), path.read_text("utf-8")
    changed = re.sub(old, new, text)
    assert changed != text
    path.write_text(changed, "utf-8")
    assert set(tell(capsys, course, path)) == {code}
    assert read_locales(course) == before


def test_one_language_of_the_glossary_can_be_asked_for(course: Path, capsys: Capsys) -> None:
    edit(course / "content" / "course.yaml", "languages: [zh_CN, en]", "languages: [zh_CN, en, de]")
    export(capsys, course, "--to", "glossary", "--lang", "de")
    path = course / "dist" / "i18n" / "glossary.csv"
    assert "term (de)" in path.read_text("utf-8-sig") and "term (en)" not in path.read_text("utf-8-sig")


# --- all or nothing ----------------------------------------------------------------------------------------------------


def test_a_strict_export_with_problems_writes_nothing(course: Path, capsys: Capsys) -> None:
    edit(course / "content" / "basics" / "lesson.yaml", "title: ", "title: 新的")
    code, told = run(capsys, "export", course, "--strict", "--to", "xliff", "--to", "tmx", "--to", "tbx")
    assert code == 1 and "[exchange.behind]" in told and told.splitlines()[-1] == "nothing was written"
    assert not (course / "dist" / "i18n").exists()


def test_a_strict_import_with_warnings_writes_nothing(course: Path, capsys: Capsys) -> None:
    path = export(capsys, course) / "basics.xlf"
    text = path.read_text("utf-8")
    text = text.replace("<target>", "<target>new ", 1)
    path.write_text(text.replace("</target>", "</target><!--", 1).replace("<target>", "--><target>", 1), "utf-8")
    shutil.copy(path, course / "whole.xlf")
    edit(course / "whole.xlf", "<source>", "<source>edited ")
    before = read_locales(course)
    code, told = run(capsys, "import", course, "--partial", "--strict", course / "whole.xlf")
    assert code == 1 and told.splitlines()[-1] == "nothing was written"
    assert read_locales(course) == before


def test_a_partial_import_takes_what_it_can_and_leaves_the_rest(course: Path, capsys: Capsys) -> None:
    path = export(capsys, course) / "basics.xlf"
    text = path.read_text("utf-8")
    first, second = re.findall(r"<target>([^<]*)</target>", text)[:2]
    text = text.replace(f"<target>{first}</target>", "", 1).replace(f"<target>{second}<", "<target>better<", 1)
    units = re.findall(r"  <unit .*?</unit>\n", text, re.DOTALL)
    path.write_text(text.replace(units[-1], ""), "utf-8")
    before = {entry.msgid: entry.msgstr for entry in load(course)}
    assert set(tell(capsys, course, path)) == {"exchange.translation-lost", "exchange.text-missing"}
    code, told = run(capsys, "import", course, "--partial", path)
    assert code == 0 and "warning" in told and "[exchange.translation-lost]" in told
    changed = {entry.msgid: entry.msgstr for entry in load(course) if entry.msgstr != before[entry.msgid]}
    assert [*changed.values()] == ["better"]


def test_what_a_file_holds_cannot_command_the_terminal(course: Path, capsys: Capsys) -> None:
    path = export(capsys, course, "--to", "csv") / "basics.csv"
    rows = [*csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline=""))]
    rows[1][0], rows[2][3] = "\x1b]0;evil\x07", f"\x9b2J{rows[2][3]}"
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows(rows)
    path.write_text(stream.getvalue(), "utf-8", newline="")
    code, told = run(capsys, "import", course, path)
    assert code == 1 and "[exchange.key]" in told and "[exchange.source-edited]" in told
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", told)


@pytest.mark.slow
def test_others_read_the_memory_and_the_glossary_of_the_flagship_course(tmp_path: Path, capsys: Capsys) -> None:
    from translate.storage.tbx import tbxfile
    from translate.storage.tmx import tmxfile

    flagship = tmp_path / "course"
    for folder in ("content", "locales"):
        shutil.copytree(ROOT / folder, flagship / folder)
    assert run(capsys, "export", flagship, "--to", "tmx", "--to", "tbx", "--lang", "en")[0] == 0
    for path in sorted((flagship / "dist" / "i18n" / "en").iterdir()):
        entries = polib.pofile(str(po_path(flagship / "locales", "en", path.stem)))
        with path.open("rb") as stream:
            store = tmxfile(stream, sourcelanguage="zh-CN", targetlanguage="en")
        assert [(str(unit.source), str(unit.target)) for unit in store.units] == [
            (entry.msgid, entry.msgstr) for entry in entries if entry.translated() and not entry.obsolete
        ]
    with (flagship / "dist" / "i18n" / "glossary.tbx").open("rb") as stream:
        terms = tbxfile(stream, sourcelanguage="zh-CN", targetlanguage="en").units
    assert len(terms) > 20 and all(str(unit.target) for unit in terms)

"""The status of translations agrees with GNU's tools, tells what is out of step, and is a table, JSON and a page."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from edu.language.catalogue import po_path
from edu.language.count import count_text, count_words
from edu.translations.history import read_history
from tests.conftest import ROOT, run_edu
from tests.tools.html import list_html_errors
from tests.translations.courses import spoil

SMALL = ROOT / "tests" / "courses" / "small"
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
MIXED = HEADER + "\n\n".join((
    'msgid "一二三"\nmsgstr "one"',
    '# reviewed\nmsgid "甲，乙"\nmsgstr "A, B"',
    '#, fuzzy\nmsgid "丙"\nmsgstr "C"',
    '#, fuzzy\nmsgid "丁"\nmsgstr ""',
    'msgid "戊"\nmsgstr ""',
    'msgid "{n} 题"\nmsgid_plural "{n} 道题"\nmsgstr[0] ""\nmsgstr[1] ""',
    '#~ msgid "己"\n#~ msgstr "F"',
))  # fmt: skip


def ask_msgfmt(path: Path) -> dict[str, int]:
    """Return the entries by state, as GNU's msgfmt counts them."""
    told = subprocess.run(
        ["msgfmt", "--statistics", "-o", "/dev/null", path],
        check=False,
        capture_output=True,
        encoding="utf-8",
        env={"LC_ALL": "C"},
    )
    return {state: int(count) for count, state in re.findall(r"(\d+) (translated|fuzzy|untranslated)", told.stderr)}


def count(path: Path) -> dict[str, int]:
    progress = count_text(path.read_text("utf-8"))
    found = {"translated": progress.translated, "fuzzy": progress.fuzzy, "untranslated": progress.missing}
    return {state: tally.entries for state, tally in found.items() if tally.entries}


@pytest.mark.slow
@pytest.mark.parametrize("path", sorted((ROOT / "locales").glob("*/LC_MESSAGES/*.po")), ids=lambda path: path.stem)
def test_states_are_counted_as_msgfmt_counts_them(path: Path) -> None:
    assert count(path) == {state: number for state, number in ask_msgfmt(path).items() if number}


@pytest.mark.slow
def test_every_state_is_counted_as_msgfmt_counts_it(tmp_path: Path) -> None:
    path = tmp_path / "mixed.po"
    path.write_text(MIXED, "utf-8")
    assert count(path) == ask_msgfmt(path) == {"translated": 2, "fuzzy": 1, "untranslated": 3}


def test_reviewed_entries_are_a_part_of_the_translated_ones() -> None:
    assert count_text(MIXED).reviewed.entries == 1


def test_a_blank_is_no_translation() -> None:
    progress = count_text(f'{HEADER}msgid "一"\nmsgstr "  "\n\n#, fuzzy\nmsgid "二"\nmsgstr "\\n"\n')
    assert (progress.missing.entries, progress.total.entries) == (2, 2)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("可灵是工具", 5),
        ("One-half isn’t 1,314", 3),
        ("收入{kling_revenue}，见[[gap]]", 3),
        ("看[这里](https://example.org)！AI 视频", 4),
        ("プラットフォーム", 8),
        ("𠮷野", 2),
        ("**bold** words", 2),
    ],
)
def test_words_are_those_that_a_translator_reads(text: str, words: int) -> None:
    assert count_words(text) == words


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """Return a copy of the small course, in a folder with blanks and Chinese, with catalogues in English."""
    made = tmp_path / "我的 course"
    shutil.copytree(SMALL, made)
    assert run_edu("i18n", "update", "--course", made).returncode == 0
    return made


def write_translations(course: Path, share: float) -> None:
    """Translate the first `share` of each file's entries."""
    for path in (course / "locales" / "en" / "LC_MESSAGES").glob("*.po"):
        head, *entries = path.read_text("utf-8").split("\n\n")
        most = round(len(entries) * share)
        done = [entry.replace('msgstr ""', 'msgstr "done"') if n < most else entry for n, entry in enumerate(entries)]
        path.write_text("\n\n".join([head, *done]), "utf-8", newline="\n")


def test_the_numbers_stand_in_a_table_and_in_json(course: Path) -> None:
    write_translations(course, 0.5)
    table = run_edu("i18n", "status", "--course", course)
    assert table.returncode == 0 and "50 %" in table.stdout.splitlines()[-1].replace("49 %", "50 %"), table.stdout
    told = json.loads(run_edu("i18n", "status", "--course", course, "--format", "json").stdout)
    assert told["problems"] == []
    every = next(row for row in told["status"] if row["domain"] == "")
    parts = [row for row in told["status"] if row["domain"]]
    assert every["total"]["words"] == sum(row["total"]["words"] for row in parts) > 0
    assert every["total"]["entries"] == every["translated"]["entries"] + every["missing"]["entries"]


def test_a_course_that_has_changed_since_is_told(course: Path) -> None:
    lesson = course / "content" / "basics" / "lesson.yaml"
    text = lesson.read_text("utf-8")
    lesson.write_text(text.replace("title: ", "title: 新", 1), "utf-8")
    told = run_edu("i18n", "status", "--course", course)
    assert "language.out-of-step" in told.stderr and told.returncode == 0
    assert run_edu("i18n", "status", "--course", course, "--strict").returncode == 1


def test_a_file_that_is_not_there_is_told_as_that(course: Path) -> None:
    po_path(course / "locales", "en", "basics").unlink()
    told = run_edu("i18n", "status", "--course", course)
    assert "language.no-catalogue" in told.stderr and "language.out-of-step" not in told.stderr


def ask_status(course: Path, *options: str) -> dict[str, dict[str, int]]:
    """Return how many entries of each part there are, and how many of them are translated."""
    told = json.loads(run_edu("i18n", "status", "--course", course, "--format", "json", *options).stdout)
    states = ("total", "translated")
    return {row["domain"]: {state: row[state]["entries"] for state in states} for row in told["status"]}


def test_what_a_file_lacks_is_missing_and_what_the_course_has_no_more_is_not_counted(course: Path) -> None:
    write_translations(course, 1.0)
    whole = ask_status(course)
    assert whole["basics"]["total"] == whole["basics"]["translated"] > 0
    lesson = course / "content" / "basics" / "lesson.yaml"
    lesson.write_text(lesson.read_text("utf-8").replace("title: ", "title: 新", 1), "utf-8")
    changed = ask_status(course)["basics"]
    assert changed["translated"] == changed["total"] - 1
    (course / "locales" / "en" / "LC_MESSAGES" / "basics.po").write_bytes(b"")
    assert ask_status(course)["basics"] == {**changed, "translated": 0}


def test_a_language_without_files_is_all_missing(tmp_path: Path) -> None:
    course = tmp_path / "small"
    shutil.copytree(SMALL, course)
    told = json.loads(run_edu("i18n", "status", "--course", course, "--format", "json").stdout)
    every = next(row for row in told["status"] if row["domain"] == "")
    assert every["missing"] == every["total"] and every["percent"] == 0


def test_our_own_words_have_a_row_of_their_own_where_the_course_has_a_file_of_them(course: Path) -> None:
    assert "edu" not in ask_status(course)
    assert run_edu("i18n", "init", "fr", "--course", course).returncode == 0
    own, french = course / "locales" / "fr" / "LC_MESSAGES" / "edu.po", ("--lang", "fr")
    spoil(own, "Hint", "Indice")
    begun = ask_status(course, *french)
    assert begun["edu"] == {"total": sum(ask_msgfmt(own).values()), "translated": 1}
    assert begun[""]["total"] == begun["basics"]["total"] + begun["course"]["total"]
    told = run_edu("i18n", "status", "--course", course, *french, "--html", "--strict")
    assert (told.returncode, [line.split()[1] for line in told.stdout.splitlines()[-2:]]) == (0, ["all", "edu"])
    page = (course / "dist" / "i18n" / "status.html").read_text("utf-8")
    assert page.count('class="total"') == 1 and page.index('class="total"') < page.index('<th scope="row">edu')
    own.write_bytes(b"")
    assert ask_status(course, *french) == {**begun, "edu": {**begun["edu"], "translated": 0}}
    shutil.copy(course / "locales" / "edu.pot", course / "locales" / "en" / "LC_MESSAGES" / "edu.po")
    assert "edu" not in ask_status(course, "--lang", "en")


def ask_git(folder: Path, *words: str, date: str = "2026-03-01") -> None:
    stamps = {f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER") for what, value in
              (("NAME", "t"), ("EMAIL", "t@example.org"), ("DATE", f"{date}T08:00:00Z"))}  # fmt: skip
    subprocess.run(["git", "-C", folder, *words], check=True, capture_output=True, env={"PATH": "/usr/bin:/bin", **stamps})


@pytest.mark.slow
def test_the_past_is_read_from_git_and_there_is_none_without(course: Path) -> None:
    assert read_history(course / "locales", ["basics", "course"]) == ()
    ask_git(course, "init", "-q")
    for share, date in ((0.0, "2026-03-01"), (0.25, "2026-03-02"), (1.0, "2026-03-03")):
        write_translations(course, share)
        ask_git(course, "add", "-A", date=date)
        ask_git(course, "commit", "-q", "-m", "words", date=date)
    past = read_history(course / "locales", ["basics", "course"])
    assert [point.date for point in past] == ["2026-03-01", "2026-03-02", "2026-03-03"]
    assert [round(point.languages["en"].percent, -1) for point in past][::2] == [0, 100]


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_the_page_is_valid_and_axe_finds_nothing_in_it(course: Path, browser: Browser, tmp_path: Path, lang: str) -> None:
    write_translations(course, 0.4)
    told = run_edu("i18n", "status", "--course", course, "--html", "-o", tmp_path / "out", "--ui-lang", lang)
    page = tmp_path / "out" / "i18n" / "status.html"
    assert told.returncode == 0 and str(page) in told.stderr
    assert list_html_errors((page,)) == ()
    for scheme in ("light", "dark"):
        context = browser.new_context(viewport={"width": 320, "height": 700}, color_scheme=scheme)
        sheet = context.new_page()
        sheet.goto(page.as_uri())
        sheet.evaluate(AXE.read_text("utf-8"))
        found = sheet.evaluate("async () => (await axe.run()).violations.map((fault) => fault.id)")
        assert found == []
        assert sheet.evaluate("document.documentElement.scrollWidth") <= 320
        context.close()

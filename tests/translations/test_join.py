"""Two people who translate at the same time: by git alone where they touch other entries, by `edu i18n merge` where not."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edu.cli import main
from edu.language.po.entry import PoEntry, list_flags
from edu.language.po.file import PoFile
from edu.language.po.join import OTHER, join_files
from edu.language.po.read import parse_po
from edu.language.po.write import write_po
from tests.conftest import ROOT
from tests.spoil import SMALL

NAME = "locales/en/LC_MESSAGES/basics.po"
DRIVER = f'PYTHONPATH="{ROOT}" "{sys.executable}" -m edu i18n merge --ui-lang en %O %A %B %P'
HEADER = PoEntry("", ("Language: en\nContent-Type: text/plain; charset=UTF-8\n",))
WORDS = ["", "tea", "water\nice", "“sugar”"]
SIDES = ("base", "ours", "theirs")


def make_file(texts: dict[str, tuple[str, bool, bool]]) -> PoFile:
    """Return a file with a translation for each text, and whether it is fuzzy and obsolete."""
    return PoFile(
        HEADER,
        tuple(
            PoEntry(msgid, (msgstr,), comments=(f"#: {msgid}", *(("#, fuzzy",) if fuzzy and msgstr else ())), obsolete=gone)
            for msgid, (msgstr, fuzzy, gone) in texts.items()
        ),
    )


def join(*texts: dict[str, str]) -> tuple[PoFile, int]:
    joined = join_files(*(make_file({msgid: (text, False, False) for msgid, text in each.items()}) for each in texts))
    return joined.file, len(joined.clashes)


def git(folder: Path, *words: str, code: int = 0) -> str:
    names = {f"GIT_{who}_{what}": "Li" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    ran = subprocess.run(["git", *words], cwd=folder, env={**os.environ, **names, **alone}, capture_output=True, check=False)
    assert ran.returncode == code, ran.stderr
    return (ran.stdout + ran.stderr).decode()


def start_repository(folder: Path, base: str, ours: str, theirs: str, driver: str = DRIVER) -> Path:
    """Make a repository in which `ours` is checked out and `theirs` is a branch; return the path of the PO file."""
    path = folder / NAME
    folder.mkdir(exist_ok=True)
    git(folder, "init", "-q", "-b", "main")
    if driver:
        git(folder, "config", "merge.edu-po.driver", driver)
        (folder / ".gitattributes").write_text("locales/**/*.po merge=edu-po\n")
    for words, text in (([], base), (["-b", "theirs"], theirs), (["main"], ours)):
        if words:
            git(folder, "checkout", "-q", *words)
        if text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        commit(folder)
    return path


def commit(folder: Path) -> None:
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "a version", "--allow-empty")


def words_of(file: PoFile) -> set[str]:
    kept = {text for entry in file for text in entry.words}
    lines = [line.removeprefix(OTHER) for entry in file for line in entry.comments if line.startswith(OTHER)]
    return kept | {line.replace("\\n", "\n") for line in lines}


FILES = st.dictionaries(st.sampled_from("茶水糖奶冰"), st.tuples(st.sampled_from(WORDS), st.booleans(), st.booleans())).map(
    make_file
)


@settings(max_examples=300, deadline=None)
@given(FILES, FILES, FILES)
def test_no_translation_of_either_side_is_lost_but_what_one_of_them_took_away(
    base: PoFile, ours: PoFile, theirs: PoFile
) -> None:
    joined = join_files(base, ours, theirs).file
    assert words_of(ours) - words_of(base) | words_of(theirs) - words_of(base) <= words_of(joined)
    kept = {(entry.key, text) for entry in theirs for text in entry.words}
    assert {text for entry in ours for text in entry.words if (entry.key, text) in kept} <= words_of(joined)
    assert parse_po(write_po(joined)) == joined
    assert len({entry.key for entry in joined}) == len(joined.entries)


@settings(max_examples=200, deadline=None)
@given(FILES, FILES, st.booleans())
def test_what_one_side_did_to_a_translation_stays_where_the_other_only_wrote_beside_it(
    base: PoFile, changed: PoFile, swap: bool
) -> None:
    noted = PoFile(base.header, tuple(replace(entry, comments=("# asked Li", *entry.comments)) for entry in base))
    sides = (noted, changed) if swap else (changed, noted)
    joined = {entry.key: entry for entry in join_files(base, *sides).file}
    for entry in changed:
        made = joined[entry.key]
        assert (made.msgstrs, made.fuzzy, made.obsolete) == (entry.msgstrs, entry.fuzzy, entry.obsolete)
        assert made.remarks[:1] == ("asked Li",) or entry.key not in {one.key for one in base}
    assert not joined.keys() - {entry.key for entry in (*changed, *base)}


@pytest.mark.parametrize("swap", [False, True])
def test_a_translation_that_one_side_took_away_stays_away_unless_the_other_changed_it(swap: bool) -> None:
    base, emptied = (PoEntry("a", (text,), comments=("# old", "#: p")) for text in ("A", ""))
    kept = replace(base, comments=("# old", "# new", "#: q"))
    for other, wanted in ((base, ""), (kept, ""), (replace(kept, msgstrs=("B",)), "B"), (None, "")):
        sides = [PoFile(None, (each,) if each else ()) for each in ((other, emptied) if swap else (emptied, other))]
        joined = join_files(PoFile(None, (base,)), *sides)
        assert [entry.msgstr for entry in joined.file] == [wanted]
        assert not joined.clashes


@settings(max_examples=100, deadline=None)
@given(FILES, FILES)
def test_where_one_side_did_nothing_the_other_is_the_result(base: PoFile, other: PoFile) -> None:
    assert write_po(join_files(base, base, other).file) == write_po(other)
    assert write_po(join_files(base, other, base).file) == write_po(other)
    assert write_po(join_files(base, other, other).file) == write_po(other)


def test_both_translate_and_each_new_text_stands_after_the_one_before_it() -> None:
    file, clashes = join({"a": "", "b": ""}, {"a": "A", "b": ""}, {"a": "", "x": "X", "b": "B", "y": ""})
    assert ([(entry.msgid, entry.msgstr) for entry in file], clashes) == ([("a", "A"), ("x", "X"), ("b", "B"), ("y", "")], 0)


def test_a_clash_is_one_fuzzy_entry_with_both_translations() -> None:
    file, clashes = join({"a": ""}, {"a": "mine"}, {"a": "theirs\nof two lines"})
    (entry,) = file
    assert (entry.msgstr, entry.fuzzy, clashes) == ("mine", True, 1)
    assert entry.comments[0] == "# other translation: theirs\\nof two lines"


@pytest.mark.parametrize(
    ("marks", "code", "fuzzy"),
    [
        (((), ("#, fuzzy",)), "language.clash-kept", False),
        ((("#, fuzzy",), ()), "language.clash-kept", False),
        (((), ()), "language.clash", True),
        ((("#, fuzzy",), ("#, fuzzy",)), "language.clash", True),
    ],
)
def test_what_is_told_of_a_clash_is_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], marks: tuple[tuple[str, ...], tuple[str, ...]], code: str, fuzzy: bool
) -> None:
    for side, text, comments in zip(SIDES, "CAB", ((), *marks), strict=True):
        (tmp_path / side).write_text(write_po(PoFile(HEADER, (PoEntry("a", (text,), comments=comments),))))
    assert main(["i18n", "merge", *(str(tmp_path / side) for side in SIDES), NAME]) == 0
    assert f"[{code}]" in capsys.readouterr().err
    (entry,) = parse_po((tmp_path / "ours").read_text())
    assert entry.fuzzy == fuzzy


def test_flags_remarks_and_the_mark_that_it_is_reviewed_come_from_who_changed_them() -> None:
    base = PoEntry("a", ("A",), comments=("# old", "#: p", "#, fuzzy, c-format"))
    ours = replace(base, comments=("# old", "# mine", "#: p", "#, c-format"))
    theirs = replace(base, msgstrs=("B",), comments=("# theirs", "# reviewed", "#: p", "#, fuzzy, max-length:9"))
    (entry,) = join_files(*(PoFile(None, (each,)) for each in (base, ours, theirs))).file
    assert (entry.msgstr, entry.remarks, entry.fuzzy) == ("A", ("other translation: B", "mine", "theirs"), False)
    assert list_flags(entry.comments) == ("max-length:9",)
    sound = replace(theirs, comments=("# old", "# reviewed", "#: p", "#, c-format"))
    (entry,) = join_files(
        *(PoFile(None, (each,)) for each in (base, replace(base, comments=("# x", *base.comments)), sound))
    ).file
    assert (entry.msgstr, entry.remarks, entry.fuzzy, entry.reviewed) == ("B", ("old", "reviewed", "x"), False, True)


def test_headers_have_the_fields_of_both_sides() -> None:
    fields = ("A: 1\nB: 1\nC: 1\n", "A: 2\nB: 1\nX: mine\n", "A: 3\nB: 2\nC: 1\nY: theirs\n")
    header = join_files(*(PoFile(PoEntry("", (text,))) for text in fields)).file.header
    assert header and header.msgstr == "A: 2\nB: 2\nX: mine\nY: theirs\n"


@pytest.mark.slow
@settings(max_examples=15, deadline=None)
@given(st.sets(st.integers(0, 9)), st.sets(st.integers(0, 9)))
def test_plain_git_merges_two_branches_that_edit_different_entries(
    tmp_path_factory: pytest.TempPathFactory, mine: set[int], theirs: set[int]
) -> None:
    def write(name: str, done: set[int]) -> Path:
        entries = (
            PoEntry(f"t{n}", (f"T{n}" if n in done else "",), comments=(f"#. slide {n}", f"#: content/m/lesson.yaml#s[{n}]"))
            for n in range(10)
        )
        path = folder / name
        path.write_text(write_po(PoFile(HEADER, tuple(entries))), encoding="utf-8", newline="\n")
        return path

    folder = tmp_path_factory.mktemp("plain")
    sides = write("ours", mine - theirs), write("base", set()), write("theirs", theirs - mine)
    git(folder, "merge-file", *(path.name for path in sides))
    assert [entry.msgstr for entry in polib.pofile(str(sides[0]))] == [f"T{n}" if n in mine ^ theirs else "" for n in range(10)]


Written = dict[tuple[str, str], str]
"""What is written for a text of a file."""


def read_written(course: Path) -> Written:
    return {
        (path.name, entry.msgid): entry.msgstr
        for path in course.glob("locales/en/**/*.po")
        for entry in parse_po(path.read_text(encoding="utf-8"))
    }


def update(course: Path) -> None:
    assert main(["i18n", "update", "--quiet", "--course", str(course)]) == 0


def translate(course: Path, third: int, mark: str) -> Written:
    """Fill in every third of the entries of each file, where nobody has; return what was written.

    The last entry is left out: an update puts what has gone right behind it, where git would find two changes.
    """
    written: Written = {}
    for path in course.glob("locales/en/**/*.po"):
        file = parse_po(path.read_text(encoding="utf-8"))
        chosen = {entry.msgid: f"{mark} {entry.msgid}" for entry in file.entries[third:-1:3] if not entry.words}
        entries = tuple(replace(entry, msgstrs=(chosen.get(entry.msgid, entry.msgstr),)) for entry in file)
        path.write_text(write_po(replace(file, entries=entries)), encoding="utf-8", newline="\n")
        written |= {(path.name, msgid): text for msgid, text in chosen.items()}
    return written


@pytest.mark.slow
@pytest.mark.parametrize("changed", ["为什么有人排队", "同样一杯茶", "这节课之后你能做到", "逐条读出目标"])
def test_plain_git_merges_what_edu_wrote_where_one_branch_brings_a_changed_text(tmp_path: Path, changed: str) -> None:
    course = Path(shutil.copytree(SMALL, tmp_path / "我的 课程"))
    update(course)
    before = translate(course, 0, "before")
    git(course, "init", "-q", "-b", "main")
    commit(course)
    git(course, "checkout", "-qb", "theirs")
    lesson = course / "content" / "basics" / "lesson.yaml"
    text = lesson.read_text(encoding="utf-8")
    lesson.write_text(text.replace(changed, f"{changed}呢"), encoding="utf-8", newline="\n")
    update(course)
    theirs = translate(course, 1, "theirs")
    commit(course)
    git(course, "checkout", "-q", "main")
    mine = translate(course, 2, "mine")
    commit(course)
    git(course, "merge", "-q", "--no-edit", "theirs")
    assert mine and theirs and not mine.keys() & theirs.keys()
    merged = read_written(course)
    assert {key: merged[key] for key in (*mine, *theirs)} == {**mine, **theirs}
    assert set(before.values()) <= set(merged.values())
    assert any(f"{changed}呢" in msgid for _, msgid in merged)
    update(course)
    assert read_written(course) == merged


@pytest.mark.slow
def test_git_merges_by_entry_and_a_clash_is_no_conflict(tmp_path: Path) -> None:
    texts = {"base": ("", "", "C"), "ours": ("A", "mine", "C"), "theirs": ("", "theirs", "c")}
    versions = [
        write_po(make_file({name: (text, False, False) for name, text in zip("abc", texts[side], strict=True)}))
        for side in SIDES
    ]
    path = start_repository(tmp_path / "我的 课程", *versions)
    told = git(tmp_path / "我的 课程", "merge", "-q", "--no-edit", "theirs")
    assert f"{NAME}:10: warning: “b” was translated on both sides" in told.replace("\r", "")
    entries = polib.pofile(str(path))
    assert [(entry.msgstr, entry.fuzzy) for entry in entries] == [("A", False), ("mine", True), ("c", False)]
    assert entries[1].tcomment == "other translation: theirs"
    assert git(tmp_path / "我的 课程", "status", "--porcelain") == ""


@pytest.mark.slow
def test_a_version_that_is_broken_is_left_to_git_and_told(tmp_path: Path) -> None:
    base, ours = (write_po(make_file({"a": (text, False, False)})) for text in ("", "mine"))
    path = start_repository(tmp_path, base, ours, base.replace('msgid "a"\nmsgstr ""', 'msgid "a"\nmsgstr "half'))
    told = git(tmp_path, "merge", "-q", "--no-edit", "theirs", code=1)
    assert "[language.syntax]" in told and "“theirs”" in told and "CONFLICT" in told
    text = path.read_text(encoding="utf-8")
    assert "<<<<<<< ours" in text and 'msgstr "mine"' in text and ">>>>>>> theirs" in text
    assert "UU" in git(tmp_path, "status", "--porcelain")


@pytest.mark.slow
def test_two_people_who_add_the_same_file_get_both_their_translations(tmp_path: Path) -> None:
    ours, theirs = (write_po(make_file({"a": (a, False, False), "b": (b, False, False)})) for a, b in (("A", ""), ("", "B")))
    path = start_repository(tmp_path, "", ours, theirs)
    git(tmp_path, "merge", "-q", "--no-edit", "theirs")
    assert [entry.msgstr for entry in polib.pofile(str(path))] == ["A", "B"]

"""The command line: exit codes, where it speaks, in which language, and what it does with odd consoles and signals."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from edu.cli import main
from edu.cli.commands import edu
from edu.language.words import load_words

ROOT = Path(__file__).parents[1]
SMALL = ROOT / "tests" / "courses" / "small"


@dataclass(frozen=True)
class Run:
    """How a run of the command line ended and what it printed."""

    code: int
    out: str
    err: str


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """Return a copy of the small course in a folder whose name holds spaces and Chinese."""
    return shutil.copytree(SMALL, tmp_path / "我的 课程 1")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Run]:
    """Return what runs the command line in this process."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")

    def call(*arguments: str | Path) -> Run:
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        return Run(code, *capsys.readouterr())

    return call


def start(*arguments: str | Path, **environment: str) -> subprocess.Popen[bytes]:
    """Start the command line as a process of its own."""
    command = [sys.executable, "-m", "edu", *(str(argument) for argument in arguments)]
    variables = {**os.environ, **environment}
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdout=pipe, stderr=pipe, env=variables, cwd=ROOT, start_new_session=True)


def test_a_build_ends_with_0_and_says_where_the_products_are(course: Path, run: Callable[..., Run]) -> None:
    ended = run("build", "--course", course)
    assert (ended.code, ended.out) == (0, "")
    lines = ended.err.splitlines()
    assert lines[:2] == ["making 1 of 4: zh_CN/basics.pptx", "making 2 of 4: zh_CN/basics.quiz.html"]
    assert lines[-2:] == [
        "done: 2 decks, 2 quizzes (简体中文, English); 4 files are new or changed",
        f"open this page in a browser: {course / 'dist' / 'index.html'}",
    ]
    again = run("build", "--course", course, "--lang", "en", "--to", "pptx", "--ui-lang", "zh_CN").err.splitlines()
    assert again[-2] == "完成：课件 1 份（English）；文件都没有变化"


def test_a_build_of_a_faulty_course_says_that_nothing_was_written(course: Path, run: Callable[..., Run]) -> None:
    (course / "content" / "basics" / "quiz.yaml").unlink()
    ended = run("build", "--course", course)
    assert (ended.code, ended.err.splitlines()[-1]) == (1, "nothing was written")
    assert "done" not in ended.err and "open" not in ended.err


def test_a_build_that_could_write_a_part_alone_does_not_say_that_it_is_done(course: Path, run: Callable[..., Run]) -> None:
    (course / "dist" / "en").mkdir(parents=True)
    (course / "dist" / "zh_CN").write_text("a file")
    ended = run("build", "--course", course)
    assert ended.code == 1
    assert "not everything could be written; the lines above say why" in ended.err.splitlines()
    assert "done" not in ended.err


def test_a_build_from_within_the_course_names_the_index_shortly(
    course: Path, run: Callable[..., Run], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(course)
    assert run("build", "--to", "html").err.splitlines()[-1].endswith(f": {Path('dist') / 'index.html'}")


def test_a_quiet_build_prints_problems_alone(course: Path, run: Callable[..., Run]) -> None:
    (course / "content" / "basics" / "quiz.yaml").unlink()
    ended = run("build", "--quiet", "--course", course)
    assert (ended.code, ended.out) == (1, "")
    head = re.compile(r"\S+: (error|warning): .* \[[a-z.-]+\]")
    assert all(head.fullmatch(line) or line.startswith("  ") for line in ended.err.splitlines())
    assert "content/basics/quiz.yaml: error:" in ended.err


def test_a_quiet_sound_build_prints_nothing(course: Path, run: Callable[..., Run]) -> None:
    assert run("build", "--quiet", "--course", course, "--lang", "zh_CN", "--to", "html", "--ui-lang", "en").out == ""


def test_problems_as_json_are_one_array_on_standard_output(course: Path, run: Callable[..., Run]) -> None:
    (course / "content" / "facts.yaml").write_text("facts: [")
    ended = run("build", "--format", "json", "--course", course)
    problems = json.loads(ended.out)
    assert ended.code == 1
    keys = {"code", "level", "file", "line", "column", "trail", "message", "hint", "values"}
    assert problems and all(set(problem) == keys for problem in problems)
    assert problems[0]["file"].startswith("content/")


def test_strict_fails_on_warnings(course: Path, run: Callable[..., Run]) -> None:
    shutil.rmtree(course / "locales", ignore_errors=True)
    assert run("check", "--course", course).code == 0
    assert run("check", "--course", course, "--strict").code == 1


@pytest.mark.parametrize(
    ("arguments", "code", "hint"),
    [
        (["bild"], "usage.unknown-command", "build"),
        (["i18n", "updat"], "usage.unknown-command", "update"),
        (["build", "--modul", "basics"], "usage.unknown-option", "--module"),
        (["build", "--format", "xml"], "usage.option-value", ""),
        (["build", "--jobs", "0"], "usage.option-value", ""),
        (["build", "--page", "3:4"], "usage.option-value", ""),
        (["build", "--jobs"], "usage.option", ""),
        (["build", "--strict=yes"], "usage.option", ""),
        (["build", "strategy"], "usage.unknown-argument", ""),
        (["build", "--course", "nowhere"], "usage.no-course", "--course"),
        (["build", "--course", str(SMALL), "--module", "basic"], "usage.unknown-module", "basics"),
        (["build", "--course", str(SMALL), "--lang", "zh"], "usage.unknown-language", "zh_CN"),
        (["build", "--course", str(SMALL), "--lang", "en+en"], "usage.not-a-pair", "zh_CN+en"),
        (["build", "--course", str(SMALL), "--to", "powerpoint"], "usage.unknown-output", ""),
        (["build", "--ui-lang", "tlh"], "usage.unknown-ui-language", ""),
        (["--ui-lang", "zhCN", "build"], "usage.unknown-ui-language", "zh_CN"),
        (["build", "--ui-lang="], "usage.unknown-ui-language", ""),
        (["-"], "usage.wrong", "--help"),
        (["--", "bild"], "usage.unknown-command", "build"),
        (["build", "--jobs", "many"], "usage.option-value", ""),
        (["build", "-q"], "usage.unknown-option", ""),
    ],
)
def test_wrong_usage_ends_with_2_and_says_what_was_meant(
    run: Callable[..., Run], arguments: list[str], code: str, hint: str
) -> None:
    ended = run(*arguments)
    assert (ended.code, ended.out) == (2, "")
    assert f"[{code}]" in ended.err
    assert hint in ended.err.partition("hint:")[2]


def test_no_command_shows_the_help_and_is_wrong_usage(run: Callable[..., Run]) -> None:
    for arguments in ([], ["i18n"]):
        ended = run(*arguments)
        assert ended.code == 2
        assert ended.out.startswith("Usage: edu")


def test_the_version_is_told(run: Callable[..., Run]) -> None:
    assert run("--version") == Run(0, "edu 0.1.0\n", "")


def test_every_page_of_help_says_what_each_option_does(run: Callable[..., Run]) -> None:
    for arguments in (["build"], ["check"], ["i18n", "extract"], ["i18n", "update"], ["i18n", "check"], []):
        page = run(*arguments, "--help").out
        rows = re.findall(r"^  (--?[^\n]+?)(?:  +|\n {6,})(\S.*)$", page, re.MULTILINE)
        assert len(rows) == len(re.findall(r"^  --?\w", page, re.MULTILINE)) >= 2


@pytest.mark.parametrize(
    ("environment", "option", "chinese"),
    [
        ({"LANG": "zh_CN.UTF-8"}, [], True),
        ({"LANG": "zh_TW.UTF-8", "LANGUAGE": "zh_CN:en"}, [], True),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "zh_CN"}, [], True),
        ({"LC_ALL": "C", "LANGUAGE": "zh_CN"}, [], False),
        ({"LANG": "de_DE.UTF-8"}, [], False),
        ({"LANG": "en_GB.UTF-8"}, ["--ui-lang", "zh-CN"], True),
        ({"LANG": "zh_CN.UTF-8"}, ["--ui-lang=en"], False),
        ({"LANG": "de_DE.UTF-8", "LANGUAGE": "de:zh_CN:en"}, [], True),
        ({"LANG": "zh_CN.UTF-8", "LANGUAGE": "en"}, [], False),
        ({"LC_MESSAGES": "zh_SG"}, [], True),
        ({}, ["--ui-lang", "zh-Hans"], True),
        ({}, ["--ui-lang", "zh_CN", "--ui-lang", "en"], False),
    ],
)
def test_it_speaks_the_language_of_the_system_or_the_one_asked_for(
    run: Callable[..., Run], monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], option: list[str], chinese: bool
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    say = load_words("zh_CN" if chinese else "en", [ROOT / "locales"])
    page = "".join(run("--help", *option).out.split())  # its lines are folded
    assert run(*option, "--help").out == run("--help", *option).out
    assert "".join(say(str(edu.commands["check"].help)).split()) in page


def test_many_warnings_of_a_kind_are_folded_but_all_places_are_told(course: Path, run: Callable[..., Run]) -> None:
    run("i18n", "update", "--course", course)
    told = run("check", "--course", course, "--lang", "en", "--to", "pptx").err
    every = json.loads(run("check", "--course", course, "--lang", "en", "--to", "pptx", "--format", "json").out)
    missing = [
        problem for problem in every if (problem["code"], problem["file"].endswith("basics.po")) == ("language.missing", True)
    ]
    assert len(missing) > 5
    heads = re.findall(r"^locales/en/LC_MESSAGES/basics.po:(\d+): warning: .* \[language.missing\]$", told, re.MULTILINE)
    (rest,) = re.findall(
        r"basics.po: warning: (\d+) more of this kind, in lines ([\d, ]+) \[language.missing\]$", told, re.MULTILINE
    )
    assert len(heads) == 3 and int(rest[0]) == len(missing) - 3
    assert [*heads, *rest[1].split(", ")] == [str(problem["line"]) for problem in missing]
    assert f"warnings: {len(every)}" in told


def test_errors_are_never_folded(course: Path, run: Callable[..., Run]) -> None:
    path = course / "content" / "facts.yaml"
    path.write_text(
        path.read_text(encoding="utf-8") + "odd: 1\n" + "".join(f"odd{n}: 1\n" for n in range(12)), encoding="utf-8"
    )
    assert run("check", "--course", course).err.count("[model.unknown-key]") == 13


def test_what_is_typed_wrongly_needs_no_course(
    tmp_path: Path, run: Callable[..., Run], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for wrong in (["--to", "ppt"], ["--jobs", "0"], ["--unknown"], ["strategy"], ["--ui-lang", "tlh"], ["--format", "xml"]):
        ended = run("build", *wrong)
        assert ended.code == 2
        assert "usage.no-course" not in ended.err


def test_any_console_takes_every_character() -> None:
    for encoding in ("ascii", "latin-1", "gbk"):
        with start("build", "--course", "/没有 這個 🙂", PYTHONIOENCODING=encoding, PYTHONUTF8="0") as process:
            out, err = process.communicate()
        assert (process.returncode, out) == (2, b"")
        assert "/没有 這個 🙂" in err.decode()


def test_a_reader_that_stops_reading_is_no_traceback() -> None:
    with start("build", "--help") as process:
        assert process.stdout and process.stderr
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()


def test_help_and_version_come_at_once() -> None:
    script = "import sys; from edu.cli import main; main(['build', '--help']); print(*sys.modules, file=sys.stderr)"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, cwd=ROOT).stderr.decode().split()
    assert not {"pydantic", "pptx", "babel", "lxml", "jinja2", "ruamel", "markdown_it"} & set(loaded)


def test_errors_are_told_last_where_they_are_seen(course: Path, run: Callable[..., Run]) -> None:
    for name, old, new in (
        ("facts.yaml", "kind: figure", "kind: figur"),
        ("course.yaml", "modules: [basics]", "modules: [basics, x]"),
    ):
        path = course / "content" / name
        path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    shutil.copytree(course / "content" / "basics", course / "content" / "unlisted")
    levels = re.findall(r"(?m)^\S.*?: (warning|error): ", run("check", "--course", course, "--ui-lang", "en").err)
    assert levels == sorted(levels, reverse=True) and {*levels} == {"warning", "error"}


def test_a_course_in_a_folder_of_this_one_is_named(
    course: Path, run: Callable[..., Run], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(course.parent)
    for arguments in (("check",), ("check", course.name)):
        ended = run(*arguments)
        assert (ended.code, f'cd "{course.name}"' in ended.err) == (2, True)

"""Completion: what a shell offers after Tab, asked for by a real one, in a course that may be faulty."""

from __future__ import annotations

import os
import pty
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from edu.cli.complete import OUTPUTS, SHELLS
from edu.cli.speech import list_languages
from edu.outputs import OUTPUTS as BUILT

ROOT = Path(__file__).parents[1]
SMALL = ROOT / "tests" / "courses" / "small"
Press = Callable[..., list[str]]


@pytest.fixture
def course(tmp_path: Path) -> Path:
    return shutil.copytree(SMALL, tmp_path / "我的 课程")


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """Return an environment in which a shell finds the command `edu`."""
    command = tmp_path / "bin" / "edu"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m edu "$@"\n')
    command.chmod(0o755)
    kept = {name: value for name, value in os.environ.items() if not name.startswith("LC_")}
    return {**kept, "PATH": f"{command.parent}:/usr/bin:/bin", "LANG": "zh_CN.UTF-8", "HOME": str(tmp_path), "TERM": "dumb"}


@pytest.fixture
def press(environment: dict[str, str], course: Path) -> Iterator[Press]:
    """Return what bash offers where Tab is pressed after the last of `words`."""

    def complete(*words: str, cwd: Path = course) -> list[str]:
        script = (
            'eval "$(edu completion bash)"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _edu_completion edu 2>errors\n'
            "printf '%s\\n' \"${COMPREPLY[@]}\"; grep -v compopt errors && exit 1; rm errors"
        )
        command = ["bash", "--norc", "-c", script, "bash", "edu", *words]
        ended = subprocess.run(command, env=environment, cwd=cwd, capture_output=True, encoding="utf-8", check=False)
        assert (ended.returncode, ended.stderr) == (0, "")
        return ended.stdout.split()

    yield complete


def test_the_names_that_completion_offers_are_those_of_the_outputs() -> None:
    assert tuple(BUILT) == OUTPUTS


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["b"], ["build"]),
        (["i18n", ""], ["extract", "update", "init", "merge", "check", "status", "export", "pseudo", "import", "convert"]),
        (["i18n", "pseudo", "--lang", ""], ["en_XA", "ar_XB"]),
        (["build", "--la"], ["--lang"]),
        (["build", "--lang", ""], ["zh_CN", "en", "zh_CN+en", "en+zh_CN"]),
        (["build", "--lang", "Z"], ["zh_CN", "zh_CN+en"]),
        (["build", "--lang", "zh_CN+"], ["zh_CN+en"]),
        (["build", "--lang", "en", "--module", ""], ["basics"]),
        (["check", "--to", ""], list(OUTPUTS)),
        (["check", "--format", ""], ["text", "json"]),
        (["--ui-lang", ""], list(list_languages())),
        (["check", "--ui-lang", "zh"], ["zh_CN"]),
        (["completion", ""], list(SHELLS)),
        (["template", ""], ["check", "new"]),
        (["template", "new", "--template", ""], ["light", "dark"]),
        (["build", "--course", ""], []),
        (["build", "--jobs", ""], []),
        (["build", "basics", "--unknown", "x", ""], []),
    ],
)
def test_bash_offers_commands_options_and_the_names_of_the_nearest_course(
    press: Press, words: list[str], offered: list[str]
) -> None:
    assert press(*words) == offered


def test_the_course_that_was_named_is_asked(press: Press, course: Path, tmp_path: Path) -> None:
    assert press("build", "--module", "", cwd=tmp_path) == []
    assert press("build", "--course", "我的\\ 课程", "--module", "", cwd=tmp_path) == ["basics"]
    assert press("build", "--module", "", cwd=course / "content" / "basics") == ["basics"]


@pytest.mark.parametrize(
    ("text", "modules"),
    [
        ("modules:  # of this term\n  - one\n  - two-b # the second\n\nlanguages: [en", ["one", "two-b"]),
        ("modules: [one,\n  two, # more\n three]", ["one", "two", "three"]),
        ("modules: [", []),
        ("\0\0: [", []),
        ("modules:", []),
        (None, []),
    ],
)
def test_a_faulty_course_is_no_error(press: Press, course: Path, text: str | None, modules: list[str]) -> None:
    path = course / "content" / "course.yaml"
    path.unlink()
    if text is None:
        path.mkdir()
    else:
        path.write_text(text, encoding="utf-8")
    assert press("build", "--module", "") == modules


@pytest.mark.parametrize(
    "variables", [{}, {"COMP_WORDS": "edu", "COMP_CWORD": "x"}, {"COMP_WORDS": "edu 'b", "COMP_CWORD": "1"}]
)
def test_a_shell_that_asks_oddly_gets_no_traceback(environment: dict[str, str], variables: dict[str, str]) -> None:
    for shell in (*SHELLS, "none"):
        asked = {**environment, **variables, "_EDU_COMPLETE": f"{shell}_complete"}
        assert subprocess.run(["edu"], env=asked, capture_output=True, check=False).stderr == b""


@pytest.mark.parametrize(
    ("shell", "explained"), [("zsh", "生成课件、练习和目录页。"), ("fish", "生成课件、练习和目录页。"), ("powershell", "_")]
)
def test_other_shells_are_told_what_it_does(environment: dict[str, str], shell: str, explained: str) -> None:
    word = "bui" if shell == "fish" else "1"
    asked = {**environment, "_EDU_COMPLETE": f"{shell}_complete", "COMP_WORDS": "edu bui", "COMP_CWORD": word}
    told = subprocess.run(["edu"], env=asked, capture_output=True, check=True).stdout.decode()
    assert told.replace(",", "\n").replace("\t", "\n").split() == ["plain", "build", explained]


def test_a_person_who_presses_tab_gets_the_rest_of_the_word(environment: dict[str, str], course: Path) -> None:
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        ["bash", "--norc", "--noprofile", "-i"], stdin=theirs, stdout=theirs, stderr=theirs, env=environment, cwd=course,
        start_new_session=True,
    ) as shell:  # fmt: skip
        os.close(theirs)
        os.write(ours, b'PS1="> "; eval "$(edu completion bash)"; echo rea""dy\n')
        told = b""
        while b"ready" not in told:
            told += os.read(ours, 4096)
        os.write(ours, b"edu check --mod\t --forc\t")
        while b"--module" not in told:
            told += os.read(ours, 4096)
        shell.kill()
    os.close(ours)


@pytest.mark.parametrize("shell", SHELLS)
def test_every_script_begins_with_the_line_to_put_where_the_shell_reads_it(environment: dict[str, str], shell: str) -> None:
    run = subprocess.run(["edu", "completion", shell], env=environment, capture_output=True, check=True, encoding="utf-8")
    first, second, *script = run.stdout.splitlines()
    assert first == f"# 想每次都能补全，请把下面这一行放进 {SHELLS[shell][0]}"
    assert second == f"#   {SHELLS[shell][1]}"
    assert any("_EDU_COMPLETE" in line for line in script)
    assert run.stderr == ""


def test_the_shell_in_use_is_guessed(environment: dict[str, str]) -> None:
    for shell, code in (("/usr/bin/zsh", 0), ("/bin/sh", 2), ("", 2)):
        run = subprocess.run(["edu", "completion"], env={**environment, "SHELL": shell}, capture_output=True, check=False)
        assert run.returncode == code
        assert b"#compdef edu" in run.stdout or code


@pytest.mark.slow
def test_fish_offers_what_may_come_next_and_says_what_it_is(environment: dict[str, str], course: Path) -> None:
    def ask(line: str) -> list[str]:
        script = f'edu completion fish | source; complete -C "{line}"'
        return subprocess.run(
            ["fish", "-N", "-c", script], env=environment, cwd=course, capture_output=True, check=True, encoding="utf-8"
        ).stdout.splitlines()

    assert ask("edu bui") == ["build\t生成课件、练习和目录页。"]
    assert sorted(ask("edu build --lang ")) == ["en", "en+zh_CN", "zh_CN", "zh_CN+en"]


@pytest.mark.slow
def test_zsh_completes_a_word(environment: dict[str, str], course: Path) -> None:
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        ["zsh", "-f", "-i"], stdin=theirs, stdout=theirs, stderr=theirs, env=environment, cwd=course, start_new_session=True
    ) as shell:
        os.close(theirs)
        os.write(ours, b'autoload -Uz compinit; compinit -u; eval "$(edu completion zsh)"; echo rea""dy\n')
        told = b""
        while b"ready" not in told:
            told += os.read(ours, 4096)
        os.write(ours, b"edu chec\t--modu\t")
        while b"--module" not in told:
            told += os.read(ours, 4096)
        shell.kill()
    os.close(ours)

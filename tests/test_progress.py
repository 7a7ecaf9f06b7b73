"""How far a run is: a bar on a real terminal, plain lines where nobody watches, nothing where it shall be quiet."""

from __future__ import annotations

import errno
import fcntl
import os
import pty
import re
import shutil
import signal
import struct
import subprocess
import sys
import termios
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from edu.cli.columns import cut_columns, fold_columns, measure_columns

ROOT = Path(__file__).parents[1]
SMALL = ROOT / "tests" / "courses" / "small"
LINK = re.compile("\x1b]8;;(.*?)\x1b\\\\")
BAR = re.compile(r"\[(#*)(-*)\] (\d)/4 (\S*)")


@dataclass
class Screen:
    """A terminal that understands what we use of one: the lines that stand there, and all that its last line ever showed."""

    lines: list[str] = field(default_factory=list)
    states: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    row: list[str] = field(default_factory=list)
    column: int = 0

    def read(self, text: str) -> None:
        self.links += LINK.findall(text)
        for char in LINK.sub("", text.replace("\r\n", "\n")):
            assert char in "\r\n" or char.isprintable(), repr(char)
            if char == "\r":
                self.states.append("".join(self.row).rstrip())
                self.column = 0
            elif char == "\n":
                self.lines.append("".join(self.row).rstrip())
                self.row, self.column = [], 0
            else:
                self.put(char)

    def put(self, char: str) -> None:
        width = 2 if unicodedata.east_asian_width(char) in "WF" else 1
        self.row += [" "] * (self.column + width - len(self.row))
        self.row[self.column : self.column + width] = [char, *[""] * (width - 1)]
        self.column += width


def watch(*arguments: str | Path, columns: int = 80, **variables: str) -> tuple[int, Screen, str]:
    """Run the command line with standard error on a terminal; return its exit code, the screen and the standard output."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    command = [sys.executable, "-m", "edu", *(str(argument) for argument in arguments)]
    kept = {name: value for name, value in os.environ.items() if name not in ("WT_SESSION", "VTE_VERSION", "TERM_PROGRAM")}
    environment = {**kept, "TERM": "xterm-256color", "LANG": "zh_CN.UTF-8", "PYTHONPATH": str(ROOT), **variables}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=theirs, env=environment, cwd=ROOT) as process:
        os.close(theirs)
        screen, told = Screen(), read_all(ours)
        screen.read(told.decode())
        assert process.stdout
        out = process.stdout.read().decode()
    return process.returncode, screen, out


def read_all(terminal: int) -> bytes:
    told = b""
    while True:
        try:
            told += os.read(terminal, 4096)
        except OSError as error:  # so Linux tells that the other side is closed
            assert error.errno == errno.EIO
            os.close(terminal)
            return told


def test_a_bar_shows_what_is_being_made_and_how_much_is_left_and_then_goes(tmp_path: Path) -> None:
    code, screen, _ = watch("build", "--course", SMALL, "-o", tmp_path)
    assert code == 0
    bars = [match for state in screen.states if (match := BAR.fullmatch(state))]
    assert [(int(bar[3]), bar[4]) for bar in bars[:4]] == [
        (0, "zh_CN/basics.pptx"),
        (1, "zh_CN/basics.quiz.html"),
        (2, "en/basics.pptx"),
        (3, "en/basics.quiz.html"),
    ]
    assert [len(bar[1]) * 4 // len(bar[1] + bar[2]) for bar in bars[:4]] == [0, 0, 2, 2]
    assert any(re.fullmatch(r"\[#+\] 4/4", state) for state in screen.states)
    assert "正在读取课程" in screen.states
    assert screen.lines[-2:] == [
        "完成：课件 2 份、练习 2 份（简体中文、English）；有 4 个文件是新的或有改动",
        f"请用浏览器打开这个页面：{tmp_path}/index.html",
    ]
    assert not [line for line in screen.lines if "#" in line]


@pytest.mark.parametrize("columns", [1, 8, 13, 24, 40, 60, 200])
def test_the_bar_never_fills_a_line_of_the_terminal(tmp_path: Path, columns: int) -> None:
    _, screen, _ = watch("check", "--course", SMALL, columns=columns)
    assert screen.states
    assert max(map(measure_columns, screen.states)) < max(columns, 2)


def test_checking_shows_a_bar_too_and_json_stays_on_standard_output() -> None:
    code, screen, out = watch("check", "--course", SMALL, "--format", "json")
    assert (code, out[0]) == (0, "[")
    assert any(BAR.fullmatch(state) for state in screen.states)


@pytest.mark.parametrize(("options", "variables"), [(["--quiet"], {}), ([], {"TERM": "dumb"})])
def test_there_is_no_bar_where_it_is_unwanted(tmp_path: Path, options: list[str], variables: dict[str, str]) -> None:
    _, screen, _ = watch("build", "--course", SMALL, "-o", tmp_path, "--lang", "zh_CN", "--to", "pptx", *options, **variables)
    assert screen.states == []
    assert bool(screen.lines) is (options == [])


def test_ctrl_c_clears_the_bar_and_says_what_became_of_the_products(tmp_path: Path) -> None:
    course = tmp_path / "course"
    shutil.copytree(ROOT / "content", course / "content")
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "edu", "build", "--course", course, "--ui-lang", "en"]
    with subprocess.Popen(command, stdout=theirs, stderr=theirs, cwd=ROOT, start_new_session=True) as process:
        os.close(theirs)
        told = b""
        while b"]" not in told:
            told += os.read(ours, 4096)
        process.send_signal(signal.SIGINT)
        told += read_all(ours)
    assert process.returncode == 130
    screen = Screen()
    screen.read(told.decode())
    assert screen.lines == ["stopped; every product is whole"]


@pytest.mark.parametrize(
    ("variables", "linked"),
    [
        ({}, False),
        ({"VTE_VERSION": "6003"}, True),
        ({"WT_SESSION": "1"}, True),
        ({"TERM_PROGRAM": "Apple_Terminal"}, False),
        ({"VTE_VERSION": "6003", "SSH_CONNECTION": "1"}, False),
    ],
)
def test_the_page_is_a_link_where_the_terminal_knows_links(tmp_path: Path, variables: dict[str, str], linked: bool) -> None:
    output = tmp_path / "输 出"
    _, screen, _ = watch("build", "--course", SMALL, "-o", output, "--lang", "zh_CN", "--to", "pptx", **variables)
    assert screen.lines[-1].endswith(f"：{output}/index.html")
    assert screen.links == ([(output / "index.html").as_uri(), ""] if linked else [])


@pytest.mark.parametrize(
    ("text", "columns"), [("abc", 3), ("课件", 4), ("课a", 3), ("ｆｕｌｌ", 8), ("e\u0301", 1), ("\u200b", 0), ("", 0)]
)
def test_a_chinese_character_takes_two_columns(text: str, columns: int) -> None:
    assert measure_columns(text) == columns


def test_a_text_is_cut_where_its_columns_end() -> None:
    assert [cut_columns("课件ab", room) for room in (0, 1, 2, 3, 4, 5, 6, 7)] == [
        "",
        "",
        "课",
        "课",
        "课件",
        "课件a",
        "课件ab",
        "课件ab",
    ]


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("one two three", 7, ["one two", "three"]),
        ("课件和练习，都有。", 8, ["课件和练", "习，都", "有。"]),
        ("用（pptx）吧", 9, ["用", "（pptx）", "吧"]),
        ("longer than that", 4, ["longer", "than", "that"]),
        ("", 4, [""]),
    ],
)
def test_a_line_ends_between_chinese_characters_but_never_before_a_mark(text: str, room: int, lines: list[str]) -> None:
    assert fold_columns(text, room) == lines

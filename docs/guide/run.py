"""A page of the guide -> the same page with what its commands really print, as each was run in turn in a fresh folder."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from docs.guide.plans import ROOT

LOCALES = {"zh_CN": "zh_CN.UTF-8", "en": "en_US.UTF-8"}
CUT = "……"
MARK = re.compile(r"<!-- (.+) -->")
CHANGE = re.compile(r"change (\S+)")
ADD = re.compile(r'add to (\S+) before "(.+)"')
BY_HAND = re.compile(r"edit (\S+) by hand")
NOT_RUN = re.compile(r"not run: .+")


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, its text, the mark before it (empty without one), and the lines between its fences."""

    language: str
    text: str
    mark: str
    start: int
    end: int


@dataclass
class Desk:
    """Where a page is run: the folder that its commands have reached, the system's language, the greatest exit code allowed."""

    folder: Path
    lang: str
    most: int = 1
    printed: str | None = None
    waiting: list[Block] = field(default_factory=list)


def run_page(text: str, lang: str, folder: Path, most: int = 1) -> str:
    """Return the page with the output of each command in the `text` block that follows it.

    Marks are comments before a block: `show first 4, "text", last 2` (of a long output), `change FILE` (of two blocks the
    first is replaced by the second), `add to FILE before "LINE"`, `edit FILE by hand`, `not run: REASON`. Raises
    AssertionError where one cannot be followed, or a command ends with more than `most` (1: the course has errors).
    """
    desk = Desk(folder, lang, most)
    lines = text.splitlines()
    shown = list(lines)
    for block in follow_blocks(list_blocks(lines), desk):
        shown[block.start : block.end] = block.text.splitlines()
    return "\n".join(shown) + "\n"


def follow_blocks(blocks: list[Block], desk: Desk) -> list[Block]:
    """Follow every block in turn; return those that show an output, with what was printed, the last first."""
    outputs = []
    for block in blocks:
        if block.language == "text" and desk.printed is not None:
            outputs.append(
                Block("text", _shorten(desk.printed, block.mark) if block.mark else desk.printed, "", block.start, block.end)
            )
            desk.printed = None
        else:
            _follow(block, desk)
    return outputs[::-1]


def _shorten(printed: str, mark: str) -> str:
    """Return of what was printed the lines that the mark `show first 4, "text", last 2` wants, and `……` for those between.

    A line that is indented goes with the one before it.
    """
    lines = printed.splitlines()
    first, last = (int((re.findall(rf"{end} (\d+)", mark) or ["0"])[0]) for end in ("first", "last"))
    words = re.findall(r'"([^"]+)"', mark)
    shown: list[str] = []
    told = False
    for number, line in enumerate(lines):
        wanted = number < first or number >= len(lines) - last or any(word in line for word in words)
        told = wanted or (told and line.startswith(" "))
        if told:
            shown.append(line)
        elif shown[-1:] != [CUT]:
            shown.append(CUT)
    return "\n".join(shown)


def list_blocks(lines: list[str]) -> list[Block]:
    """Return the fenced blocks of a page."""
    blocks: list[Block] = []
    fence, mark, start = "", "", 0
    for number, line in enumerate(lines):
        if line.startswith("```") and not fence:
            fence, start = line[3:] or "-", number + 1
        elif line.startswith("```"):
            blocks.append(Block(fence, "\n".join(lines[start:number]), mark, start, number))
            fence, mark = "", ""
        elif not fence and (found := MARK.fullmatch(line)):
            mark = found[1]
            if by_hand := BY_HAND.fullmatch(mark):
                blocks.append(Block("by hand", by_hand[1], mark, number, number))
                mark = ""
    return blocks


def _follow(block: Block, desk: Desk) -> None:
    if block.language == "sh" and not NOT_RUN.fullmatch(block.mark):
        assert not block.mark, block.mark
        _run(block.text, desk)
    elif block.language == "by hand":
        path = desk.folder / block.text
        path.write_bytes(path.read_bytes() + b"\n")
    elif desk.waiting:
        change = CHANGE.fullmatch(desk.waiting[0].mark)
        assert change and not block.mark
        _replace(desk.folder / change[1], desk.waiting.pop().text, block.text)
    elif CHANGE.fullmatch(block.mark):
        desk.waiting.append(block)
    elif add := ADD.fullmatch(block.mark):
        _replace(desk.folder / add[1], f"{add[2]}\n", f"{block.text}\n\n{add[2]}\n")
    else:
        assert not block.mark or block.language == "sh", block.mark


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{path.name} holds {text.count(old)} times:\n{old}"
    path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")


def _run(commands: str, desk: Desk) -> None:
    """Run `commands` as a shell would, keep what they print, and go where they go."""
    rest = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON"))}
    path = f"{Path(sys.executable).parent}{os.pathsep}{rest.get('PATH', '')}"
    environment = {**rest, "PATH": path, "LANG": LOCALES[desk.lang], "PYTHONPATH": str(ROOT)}
    reached = desk.folder / ".reached"
    ended = subprocess.run(
        ["bash", "-c", f"{commands}\ncode=$?; pwd > '{reached}'; exit $code"],
        cwd=desk.folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert ended.returncode <= desk.most and "Traceback" not in ended.stdout, ended.stdout
    desk.folder, desk.printed = Path(reached.read_text(encoding="utf-8").strip()), ended.stdout.rstrip("\n")
    reached.unlink()

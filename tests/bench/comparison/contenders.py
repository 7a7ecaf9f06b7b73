"""A lesson -> the deck that each program makes of it, and what that takes."""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from tests.bench.clock import Command, clock_command
from tests.bench.comparison.course import MODULE
from tests.bench.comparison.markdown import write_marp, write_pandoc
from tests.bench.comparison.talk import Talk
from tests.conftest import CHROMIUM, ROOT

DATE = ("env", "SOURCE_DATE_EPOCH=1700000000")
"""The agreed way to tell a program which time to write into its files."""
PAUSE = 2.1
"""Seconds between two runs: a ZIP archive counts them in twos."""
_MARP = ROOT / "node_modules" / "@marp-team" / "marp-cli"
_FACES = {"zh-CN": "Microsoft YaHei"}
"""The face that PptxGenJS is told to use, where the language has one of its own."""


@dataclass(frozen=True, slots=True)
class Task:
    """What is asked of a program: the lesson as a course, in the language `lang` (gettext name), and as plain pages."""

    course: Path
    lang: str
    talk: Talk


@dataclass(frozen=True, slots=True)
class Contender:
    """A program: its name and version, and the command that makes the file of a task in a folder."""

    name: str
    version: Callable[[], str]
    plan: Callable[[Task, Path], tuple[Command, Path]]
    pictures: bool = False
    """Whether its slides are pictures: the browser that draws them then tells what is cut off."""


@dataclass(frozen=True, slots=True)
class Made:
    """A deck, the processor seconds that it took (the best of some runs), and whether all runs gave the same bytes."""

    path: Path
    seconds: float
    same: bool


def make_deck(contender: Contender, task: Task, path: Path, runs: int, *, date: bool = False) -> Made:
    """Run the contender so many times, each in a folder of its own, and keep its last deck as `path`."""
    seconds, digests = [], set()
    for run in range(runs):
        time.sleep(PAUSE if run else 0)
        with tempfile.TemporaryDirectory() as name, tempfile.TemporaryFile() as log:
            command, made = contender.plan(task, Path(name))
            seconds.append(clock_command((*DATE, *command) if date else command, log))
            digests.add(hashlib.sha256(made.read_bytes()).hexdigest())
            shutil.copyfile(made, path)
    return Made(path, min(seconds), len(digests) == 1)


def plan_marp_page(task: Task, folder: Path) -> tuple[Command, Path]:
    """Return the command that writes Marp's slides as one HTML page without its player, and that page."""
    *command, _, _ = _start_marp(task, folder)
    return (*command, "--template", "bare", "--output", folder / "deck.html"), folder / "deck.html"


def _plan_ours(task: Task, folder: Path) -> tuple[Command, Path]:
    options = ("--module", MODULE, "--lang", task.lang, "--to", "pptx", "--quiet")
    command = (sys.executable, "-m", "edu", "build", "--course", task.course, "--output", folder, *options)
    return command, folder / task.lang / f"{MODULE}.pptx"


def _plan_pandoc(task: Task, folder: Path) -> tuple[Command, Path]:
    import pypandoc

    source, deck = folder / "talk.md", folder / "deck.pptx"
    source.write_text(write_pandoc(task.talk), encoding="utf-8")
    pictures = f"--resource-path={_copy_pictures(task, folder)}"
    return (pypandoc.get_pandoc_path(), "--slide-level=1", pictures, source, "--output", deck), deck


def _plan_node(task: Task, folder: Path) -> tuple[Command, Path]:
    source, deck = folder / "talk.json", folder / "deck.pptx"
    data = {"lang": task.talk.lang, "face": _FACES.get(task.talk.lang, ""), "pages": [asdict(p) for p in task.talk.pages]}
    source.write_text(json.dumps(data, ensure_ascii=False, default=str), encoding="utf-8")
    return (_find_node(), Path(__file__).with_name("pptxgenjs.mjs"), source, deck), deck


def _plan_marp(task: Task, folder: Path) -> tuple[Command, Path]:
    return _start_marp(task, folder), folder / "deck.pptx"


def _plan_editable(task: Task, folder: Path) -> tuple[Command, Path]:
    return (*_start_marp(task, folder), "--pptx-editable"), folder / "deck.pptx"


def _start_marp(task: Task, folder: Path) -> Command:
    source = _copy_pictures(task, folder) / "talk.md"
    source.write_text(write_marp(task.talk), encoding="utf-8")
    options = ("--no-stdin", "--html", "--allow-local-files", "--browser-path", CHROMIUM, "--browser-timeout", "120")
    return (_find_node(), _MARP / "marp-cli.js", source, *options, "--output", folder / "deck.pptx")


def _copy_pictures(task: Task, folder: Path) -> Path:
    for page in task.talk.pages:
        if page.picture:
            shutil.copy(page.picture[0], folder)
    return folder


def _find_node() -> str:
    node = shutil.which("node")
    assert node, "there is no node: make tools"
    return node


def _read_package(name: str) -> Callable[[], str]:
    def read() -> str:
        data: Mapping[str, Any] = json.loads((ROOT / "node_modules" / name / "package.json").read_text(encoding="utf-8"))
        return str(data["version"])

    return read


def _read_pandoc() -> str:
    import pypandoc

    return str(pypandoc.get_pandoc_version())


def _read_ours() -> str:
    return version("kejian")


OURS = Contender("kejian", _read_ours, _plan_ours)
MARP = "@marp-team/marp-cli"
CONTENDERS = (
    OURS,
    Contender("pandoc", _read_pandoc, _plan_pandoc),
    Contender("PptxGenJS", _read_package("pptxgenjs"), _plan_node),
    Contender("Marp", _read_package(MARP), _plan_marp, pictures=True),
    Contender("Marp, editable", _read_package(MARP), _plan_editable, pictures=True),
)

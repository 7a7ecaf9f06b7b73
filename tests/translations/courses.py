"""Courses in a folder of a test whose translations are spoilt, and what `edu i18n check` says of them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import polib
import pytest

from edu.cli import main

ROOT = Path(__file__).parents[2]
STARTERS = {"zh_CN": "en", "en": "zh_CN"}
"""The language of each course that `edu new` writes, and the other that it is translated into."""


def copy_starter(folder: Path, source: str) -> Path:
    """Return a copy of the course that `edu new` writes in the language `source`."""
    return Path(shutil.copytree(ROOT / "templates" / "course" / source, folder / "course"))


def po_of(course: Path, lang: str, domain: str = "sunlight") -> Path:
    return course / "locales" / lang / "LC_MESSAGES" / f"{domain}.po"


def spoil(path: Path, msgid: str, msgstr: str | None = None, *, fuzzy: bool = False) -> None:
    """Give the entry another translation, or make it fuzzy."""
    file = polib.pofile(str(path), wrapwidth=0)
    entry = file.find(msgid)
    assert entry, f"{path.name} has no “{msgid}”"
    entry.msgstr = entry.msgstr if msgstr is None else msgstr
    if fuzzy:
        entry.flags.append("fuzzy")
    path.write_text(str(file), encoding="utf-8", newline="\n")


def line_of(path: Path, msgid: str) -> int:
    return int(next(entry.linenum for entry in polib.pofile(str(path)) if entry.msgid == msgid))


Told = set[tuple[str, str, int]]
"""Code, file and line of what is told."""


def check(capsys: pytest.CaptureFixture[str], course: Path, *options: str) -> tuple[int, Told]:
    """Return the exit code of `edu i18n check`, and what it tells."""
    capsys.readouterr()
    code = main(["i18n", "check", "--course", str(course), "--format", "json", *options])
    return code, {(one["code"], one["file"], one["line"]) for one in json.loads(capsys.readouterr().out)}

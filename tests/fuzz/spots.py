"""The files of a course, and one spot of one of them to be changed."""

from __future__ import annotations

import os
import random
import re
from collections.abc import Callable
from pathlib import Path

SOURCE, PO = r"content/.*\.yaml", r"locales/en/LC_MESSAGES/.*\.po"


def list_files(course: Path) -> tuple[list[Path], list[Path]]:
    """Return the folders and the files of the course, sorted; never through a link, which may lead anywhere."""
    folders: list[Path] = []
    files: list[Path] = []
    for top, below, names in os.walk(course, followlinks=False):
        folders += [path for name in below if not (path := Path(top) / name).is_symlink()]
        files += [path for name in names if not (path := Path(top) / name).is_symlink() and path.is_file()]
    return sorted(folders), sorted(files)


def choose_file(course: Path, chance: random.Random, *patterns: str) -> Path | None:
    """Return a file whose path below the course fits one of the regular expressions."""
    files = list_files(course)[1]
    found = [path for path in files if any(re.fullmatch(pattern, path.relative_to(course).as_posix()) for pattern in patterns)]
    return chance.choice(found) if found else None


def choose_source(course: Path, chance: random.Random) -> Path | None:
    """Return one of the YAML files."""
    return choose_file(course, chance, SOURCE)


def choose_text(course: Path, chance: random.Random) -> Path | None:
    """Return one of the YAML or PO files."""
    return choose_file(course, chance, SOURCE, PO)


def read_file(path: Path) -> str:
    """Return the text of a file, whatever its bytes."""
    return path.read_bytes().decode("utf-8", "surrogateescape")


def write_file(path: Path, text: str) -> None:
    """Write a text with whatever `read_file` let through."""
    path.write_bytes(text.encode("utf-8", "surrogatepass" if _has_surrogate(text) else "surrogateescape"))


def _has_surrogate(text: str) -> bool:
    return any("\ud800" <= char <= "\udfff" and not "\udc80" <= char <= "\udcff" for char in text)


def change_one(
    path: Path | None, pattern: re.Pattern[str], chance: random.Random, write: Callable[[re.Match[str]], str]
) -> None:
    """Replace one match of `pattern` in the file."""
    if path is None:
        return
    text = read_file(path)
    if found := list(pattern.finditer(text)):
        one = chance.choice(found)
        write_file(path, text[: one.start()] + write(one) + text[one.end() :])

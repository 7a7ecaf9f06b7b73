"""A folder of PO files in a git repository -> how far the translations were at each of its last commits."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from edu.language.count import Progress, count_text
from edu.language.po.read import PoSyntaxError

MOST_COMMITS = 40
_WAIT = 60
_PO = re.compile(r"\d+ blob ([0-9a-f]+)\t(?:.*/)?([^/]+)/LC_MESSAGES/([^/]+)\.po")


@dataclass(frozen=True, slots=True)
class Point:
    """How far the languages were on a day (`2026-11-26`), by gettext name."""

    date: str
    languages: Mapping[str, Progress]


def read_history(locales: Path, domains: Sequence[str]) -> tuple[Point, ...]:
    """Return the last commits that changed a translation below `locales`, the oldest first; of a day the last one.

    There are none where git is not installed, or where the folder is in no repository.
    """
    days: dict[str, Point] = {}
    for line in reversed(_ask_git(locales, "log", f"--max-count={MOST_COMMITS}", "--format=%H %cs", "--", ".").splitlines()):
        commit, _, date = line.partition(" ")
        days[date] = Point(date, _count_commit(locales, commit, domains))
    return tuple(day for day in days.values() if day.languages)


def _count_commit(locales: Path, commit: str, domains: Sequence[str]) -> Mapping[str, Progress]:
    found: dict[str, Progress] = {}
    for blob, lang, domain in _list_files(locales, commit):
        if domain in domains:
            found[lang] = found.get(lang, Progress()) + _count_blob(locales, blob)
    return found


def _list_files(locales: Path, commit: str) -> Iterator[tuple[str, str, str]]:
    for line in _ask_git(locales, "ls-tree", "-r", "-z", commit, "--", ".").split("\0"):
        if found := _PO.fullmatch(line):
            yield found[1], found[2], found[3]


@lru_cache(maxsize=1024)  # most files are the same from commit to commit
def _count_blob(locales: Path, blob: str) -> Progress:
    try:
        return count_text(_ask_git(locales, "cat-file", "blob", blob))
    except PoSyntaxError:
        return Progress()


def _ask_git(folder: Path, *words: str) -> str:
    """Return what git says in the folder; nothing where it cannot be asked."""
    try:
        asked = subprocess.run(
            ["git", "-C", str(folder), *words],
            capture_output=True,
            timeout=_WAIT,
            check=True,
            stdin=subprocess.DEVNULL,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return asked.stdout.decode("utf-8", "replace")

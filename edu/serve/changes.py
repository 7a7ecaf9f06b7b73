"""The files of a course -> a sign of life whenever one of them has changed."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

Marks = Mapping[str, tuple[int, int]]
"""When each file was changed (nanoseconds) and its size in bytes, by its path below the course with "/"."""

_FOLDERS = ("content", "locales")
_STEP, _MOST = 25, 400
"""Milliseconds: what comes within a step of each other is one change, such as a checkout of many files; but not for ever."""
_LOOK = 1000
"""Milliseconds after which the files are looked at anyway: a network drive tells of nothing, nor does a folder put in place."""


def follow_changes(root: Path) -> Iterator[Marks]:
    """Yield the marks of the course's files at once, and again whenever they differ from those before."""
    marks = mark_files(root)
    yield marks
    while True:
        for _ in _wait_for_signs(root):
            found = mark_files(root)
            if found != marks:
                marks = found
                yield marks


def mark_files(root: Path) -> Marks:
    """Return the marks of all files that a course is made of."""
    found: dict[str, tuple[int, int]] = {}
    for name in _FOLDERS:
        with contextlib.suppress(OSError):
            for path in (root / name).rglob("*"):
                with contextlib.suppress(OSError):  # gone meanwhile
                    state = path.stat()
                    found[path.relative_to(root).as_posix()] = (state.st_mtime_ns, state.st_size)
    return found


def _wait_for_signs(root: Path) -> Iterator[None]:
    """Yield where something may have changed, at the latest after a while; end when other folders stand there."""
    from watchfiles import watch

    folders = _find_folders(root)
    if not folders:
        time.sleep(_LOOK / 1000)
        yield
        return
    signs = watch(*folders, debounce=_MOST, step=_STEP, rust_timeout=_LOOK, yield_on_timeout=True, raise_interrupt=False)
    for _ in signs:
        yield
        if _find_folders(root) != folders:
            return


def _find_folders(root: Path) -> Mapping[Path, int]:
    """Return the folders of the course that there are, and what tells one from another that is put in its place."""
    found: dict[Path, int] = {}
    for name in _FOLDERS:
        with contextlib.suppress(OSError):
            found[root / name] = (root / name).stat().st_ino
    return found

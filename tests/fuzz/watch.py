"""A piece of work -> what it did that it must not: files touched outside its folders, programs started, a hang."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
MOST_WORK, MOST_WAIT = 10.0, 60.0
"""Seconds that a run may compute, and that it may take on a busy machine."""

_CHANGES = {
    "os.rename": 2, "os.link": 2, "os.symlink": 2, "os.mkdir": 1, "os.remove": 1, "os.rmdir": 1, "os.truncate": 1,
    "os.chmod": 1, "os.chown": 1, "os.utime": 1, "shutil.move": 2, "shutil.rmtree": 1, "shutil.copyfile": 2,
    "tempfile.mkstemp": 1, "tempfile.mkdtemp": 1,
}  # fmt: skip
"""Events that change files, and how many of their arguments are paths."""
_LISTS = {"os.listdir", "os.scandir"}
_NEVER = ("subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork", "socket.", "urllib.", "ctypes.", "os.putenv")
_OURS = (str(ROOT), sys.prefix, sys.base_prefix, str(Path(sys.base_prefix).resolve()), "/usr/lib", "/usr/share", "/dev/null")


class HangError(BaseException):
    """The work took too long; not an Exception, so that nothing takes it for one of its own."""


@dataclass
class Watch:
    """What may be read and written, and what was done besides."""

    read: tuple[str, ...]
    write: tuple[str, ...]
    faults: list[str] = field(default_factory=list)


_watches: list[Watch] = []


def _note(event: str, arguments: tuple[Any, ...]) -> None:
    if not _watches:
        return
    watch = _watches.pop()  # looking a path up is not to be watched itself
    try:
        _judge(watch, event, arguments)
    finally:
        _watches.append(watch)


def _judge(watch: Watch, event: str, arguments: tuple[Any, ...]) -> None:
    if event == "open":
        path, mode, flags = arguments
        writes = bool(set(str(mode or "")) & set("wax+")) or bool(
            flags and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC)
        )
        _check(watch, event, path, watch.write if writes else (*watch.read, *watch.write, *_OURS))
    elif event in _CHANGES:
        for path in arguments[: _CHANGES[event]]:
            _check(watch, event, path, watch.write)
    elif event in _LISTS:
        _check(watch, event, arguments[0], (*watch.read, *watch.write, *_OURS))
    elif event.startswith(_NEVER):
        watch.faults.append(f"{event} {arguments!r}"[:200])


def _check(watch: Watch, event: str, path: object, allowed: tuple[str, ...]) -> None:
    if not isinstance(path, str | bytes | os.PathLike):  # the number of an open file, or none
        return
    try:
        given = Path.cwd() / os.fsdecode(path)
        real = given.resolve() if event in ("open", *_LISTS) else given.parent.resolve() / given.name
    except (OSError, ValueError, RuntimeError):
        return
    if not any(real.is_relative_to(folder) for folder in allowed):
        watch.faults.append(f"{event} {real}"[:200])
        if allowed is watch.write:
            raise PermissionError("a fuzzer does no harm")


def start_watching() -> None:
    """Listen to every event of this process from now on; there is no way to stop."""
    if not _listening:
        sys.addaudithook(_note)
        _listening.append(True)


_listening: list[bool] = []


@contextmanager
def watching(read: Path, write: Path) -> Iterator[list[str]]:
    """Note what is read outside `read` and our own files, and written outside `write`."""
    watch = Watch((os.path.realpath(read),), (os.path.realpath(write),))
    _watches.append(watch)
    try:
        yield watch.faults
    finally:
        _watches.remove(watch)


def limit_time(work: Callable[[], None]) -> None:
    """Do `work`; raise HangError in it when it computes or waits for too long."""

    def stop(number: int, frame: object) -> None:
        raise HangError

    signal.signal(signal.SIGPROF, stop)
    signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_PROF, MOST_WORK)
    signal.setitimer(signal.ITIMER_REAL, MOST_WAIT)
    try:
        work()
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)

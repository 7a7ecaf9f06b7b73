"""A path -> a lock that one process holds at a time, and that goes with the process however it ends."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

_HELD = {errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK, errno.EDEADLK}
_PAUSE = 0.05

if sys.platform == "win32":
    import msvcrt

    def _lock(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class BusyError(Exception):
    """Another process has held the lock all the time."""


@contextlib.contextmanager
def hold_lock(path: Path, patience: float) -> Iterator[bool]:
    """Hold the lock `path`, a file that is made where it is missing and stays; yield whether there can be one.

    There is none where nothing can be written or the file system knows no locks. Raises BusyError when `patience`
    seconds are over.
    """
    with contextlib.ExitStack() as stack:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            file = os.open(path, os.O_RDWR | os.O_CREAT)
            stack.callback(os.close, file)
            _wait(file, time.monotonic() + patience)
            held = True
        except OSError:
            held = False
        yield held


def _wait(file: int, end: float) -> None:
    while True:
        try:
            return _lock(file)
        except OSError as error:
            if error.errno not in _HELD:
                raise
            if time.monotonic() >= end:
                raise BusyError from None
        time.sleep(_PAUSE)

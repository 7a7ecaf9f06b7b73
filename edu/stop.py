"""A request to end (Ctrl-C, SIGTERM, a closed terminal) -> this process ended at once, with nothing left half done."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Callable, Iterator
from types import FrameType

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")  # the last two stand for a closed terminal, each on its system
SIGNALS = tuple(getattr(signal, name) for name in _NAMES if hasattr(signal, name))

_duties: list[Callable[[], None]] = []
"""What remains to be done when the process is to end now, the last first. An exception instead could come at any
moment, in a library too that swallows it or prints it; so the process ends from within the signal's handler."""


@contextlib.contextmanager
def if_stopped(duty: Callable[[], None]) -> Iterator[None]:
    """Let `duty`, which must never wait, be done if the process is asked to end meanwhile."""
    _duties.append(duty)
    try:
        yield
    finally:
        _duties.remove(duty)


def stop_on_signals() -> None:
    """From now on end when asked to, with 128 + the number of the signal: 130 for Ctrl-C. What is ignored stays so."""
    owner = os.getpid()

    def stop(number: int, frame: FrameType | None) -> None:
        for other in SIGNALS:
            signal.signal(other, signal.SIG_IGN)
        if os.getpid() == owner:  # a worker that was forked off has no duties here
            for duty in reversed(_duties):
                with contextlib.suppress(Exception):
                    duty()
        os._exit(128 + number)

    for number in SIGNALS:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, stop)


@contextlib.contextmanager
def put_off_signals() -> Iterator[None]:
    """Put off every request to end; processes that are started meanwhile never hear one."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.kernel32.SetConsoleCtrlHandler(None, True)
        try:
            yield
        finally:
            ctypes.windll.kernel32.SetConsoleCtrlHandler(None, False)
    else:
        before = signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)
        try:
            yield
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)

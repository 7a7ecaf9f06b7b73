"""Text -> the standard streams, whatever has become of them."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import select
import sys
from typing import TextIO


def set_up_screen() -> None:
    """Let every character through on any console, in whatever encoding the system would choose."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def show(text: str, *, result: bool = False, end: str = "\n") -> bool:
    """Print `text` on standard error, or a `result` on standard output; return whether it did, or nobody reads there."""
    stream = sys.stdout if result else sys.stderr
    if stream is None:  # it was closed before we began
        return True
    try:
        stream.write(text + end)
        stream.flush()
    except (OSError, ValueError) as error:
        _hush(stream)
        # a reader that went away: Windows says EINVAL
        return not isinstance(error, OSError) or error.errno in (errno.EPIPE, errno.EINVAL)
    return True


def say_farewell(text: str) -> None:
    """Print `text`, without a line's end, from within a signal's handler: without waiting, and past all buffers."""
    if sys.platform == "win32":
        show(text, end="")  # the system's own way would garble Chinese
    elif select.select([], [2], [], 0)[1]:
        os.write(2, text.encode())


def _hush(stream: TextIO) -> None:
    """Let `stream` lead nowhere, so that Python does not try again when it ends."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)

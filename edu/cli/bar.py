"""How far a run is -> a bar on a terminal, plain lines elsewhere."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from edu.cli.columns import cut_columns, measure_columns
from edu.cli.desk import Desk, tell
from edu.cli.screen import say_farewell, show
from edu.problems import N_
from edu.stop import if_stopped

Tell = Callable[[str, int, int], None]

_LONGEST = 30
_SHORTEST = 5
"""Columns of the bar itself; where there are fewer it is left out."""


@contextlib.contextmanager
def watch_progress(desk: Desk, line: str, *, lines: bool) -> Iterator[Tell]:
    """Yield what is told of each product when its turn comes; it is shown as a bar while a person watches.

    Elsewhere each is a line, where `lines` are wanted: `line` with {number}, {total} and {name} filled in.
    """
    if desk.quiet or not _is_watched():
        yield (lambda name, done, total: _tell_line(desk, line, name, done, total)) if lines else lambda *_: None
        return
    bar = _Bar()
    with if_stopped(lambda: say_farewell(bar.erase())):
        try:
            bar.draw(desk.say(N_("reading the course")), 0, 0)
            yield bar.draw
        finally:
            show(bar.erase(), end="")


def _tell_line(desk: Desk, line: str, name: str, done: int, total: int) -> None:
    if name:
        tell(desk, line.format(number=done + 1, total=total, name=name))


def _is_watched() -> bool:
    """Return whether standard error is a terminal that can write over a line."""
    return sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


@dataclass(slots=True)
class _Bar:
    """One line of a terminal, `width` columns of which are in use."""

    width: int = 0

    def draw(self, name: str, done: int, total: int) -> None:
        """Show how many are done, and the name of what is being made."""
        text = _compose(name, done, total, _count_columns() - 1)
        blanks = " " * (self.width - measure_columns(text))
        self.width = measure_columns(text)
        show(f"\r{text}{blanks}", end="")

    def erase(self) -> str:
        """Return what clears the line and goes to its start."""
        return f"\r{' ' * self.width}\r" if self.width else ""


def _compose(name: str, done: int, total: int, room: int) -> str:
    count = f"{done}/{total} " if total else ""
    width = min(_LONGEST, room - len(count) - measure_columns(name) - 3)
    if not total or width < _SHORTEST:
        return cut_columns(f"{count}{name}", room)
    full = width * done // total
    # ASCII: consoles do not agree on how wide other marks are
    return f"[{'#' * full}{'-' * (width - full)}] {count}{name}"


def _count_columns() -> int:
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns or 80
    except (OSError, ValueError):
        return 80

"""A course -> its pages in memory; what a change does not touch is not made again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import PurePosixPath

from edu.bench import Bench
from edu.build import Job, Made, Order, preview_course
from edu.language.words import DOMAIN
from edu.outputs import OUTPUTS
from edu.report import Report
from edu.serve.changes import Marks

PAGES = tuple(name for name, output in OUTPUTS.items() if output.suffix.endswith("html"))
"""The outputs that a browser shows."""

_SHARED = ("course", DOMAIN)
"""The catalogues that belong to no module."""


@dataclass(slots=True)
class Previewer:
    """Makes the pages that `order` asks for, and remembers what it made of which files; `show` has each page at once.

    `bench` is what the newest pages were made from, None before the first.
    """

    order: Order
    show: Callable[[str, bytes], None] = lambda name, page: None
    bench: Bench | None = None
    _made: dict[Job, tuple[Marks, Made]] = field(default_factory=dict)

    def make_pages(self, marks: Marks, first: Sequence[str] = ()) -> tuple[Report, Mapping[str, bytes]]:
        """Return what is wrong with the course, whose files have these `marks`, and the pages that can be made, by name.

        Those whose names are in `first` are made before the others.
        """
        return preview_course(self.order, partial(self._remember, marks), first, self._keep_bench)

    def _keep_bench(self, bench: Bench) -> None:
        self.bench = bench

    def _remember(self, marks: Marks, job: Job, make: Callable[[], Made]) -> Made:
        mine = {path: mark for path, mark in marks.items() if find_owner(path) in ("", job.module)}
        before = self._made.get(job)
        if before is None or before[0] != mine:
            before = self._made[job] = (mine, make())
            if product := before[1][0]:
                self.show(product.name, product.data)
        return before[1]


def find_owner(path: str) -> str:
    """Return the id of the module that the file `path` of a course belongs to; empty where all of them may depend on it."""
    parts = PurePosixPath(path).parts
    match parts:
        case ("content", folder, _, *_):
            return folder
        case ("locales", _, _, file) if PurePosixPath(file).stem not in _SHARED:
            return PurePosixPath(file).stem
        case _:
            return ""

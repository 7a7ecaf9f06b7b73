"""A course and its author at work -> its pages in a browser, made anew after each save."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from edu import find_ours
from edu.build import INDEX, Order
from edu.problems import Level, Problem, Say, word_counts, word_hint, word_level, word_message
from edu.report import Report
from edu.serve.changes import follow_changes
from edu.serve.preview import Previewer
from edu.serve.server import ADDRESS, open_port, serve_site
from edu.serve.site import Board, Notice, Told, make_site
from edu.write.shell import write_shell


@dataclass(frozen=True, slots=True)
class Update:
    """How it went after a change: what is wrong, the names of the pages that changed, and the seconds that it took."""

    report: Report
    changed: tuple[str, ...]
    seconds: float


def watch_course(
    order: Order, port: int | None, say: Say, lang: str, opened: Callable[[str], None], *, keys: bool = False
) -> Iterator[Update]:
    """Serve the pages of the course from now on; yield what comes of them at once, and again after each change.

    `opened` hears the address as soon as it answers. What is said there is said in `lang` by `say`; with `keys`, also where
    each text of a page is translated. Raises EduError where `port` (None: any) cannot be had.
    """
    board = Board()
    door = open_port(port)
    shell, policy = write_shell(say, lang, find_ours("templates"), keys=keys)
    serve_site(make_site(board, shell, policy), door)
    opened(f"http://{ADDRESS}:{door.getsockname()[1]}/")
    previewer = Previewer(order, board.show)
    for marks in follow_changes(order.root):
        start = time.perf_counter()
        before = board.notice.pages if board.notice else {}
        report, made = previewer.make_pages(marks, board.looked)
        pages = keep_pages(before, made) if report.failed else made
        if keys and not (report.failed and board.bench):
            board.bench = previewer.bench
        board.notice = Notice(
            pages, tuple(tell_problem(found, say) for found in _sort(report)), word_counts(report.problems, say)
        )
        changed = tuple(name for name, page in made.items() if before.get(name) != page)
        yield Update(report, changed, time.perf_counter() - start)


def keep_pages(before: Mapping[str, bytes], made: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Return the pages that could be `made` and, for the others, the last good ones; the index page still leads to all."""
    return {**before, **made, **{name: page for name, page in before.items() if name == INDEX}}


def _sort(report: Report) -> list[Problem]:
    """Return the problems with the errors first."""
    return sorted(report.problems, key=lambda problem: list(Level).index(problem.level))


def tell_problem(problem: Problem, say: Say) -> Told:
    """Return the problem as a page shows it."""
    return {
        "level": str(problem.level),
        "word": word_level(problem, say),
        "place": str(problem.place or problem.trail),
        "message": word_message(problem, say),
        "hint": word_hint(problem, say),
        "code": problem.code.id,
    }

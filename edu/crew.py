"""Tasks -> their results, in order, by several processes that end when this one ends."""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool as WorkerEndedError
from multiprocessing.connection import wait as wait_for
from typing import Any, TypeVar

from edu.stop import if_stopped, put_off_signals

__all__ = ["WorkerEndedError", "share_out"]

Bench = TypeVar("Bench")
Task = TypeVar("Task")
Result = TypeVar("Result")

_TICK = 0.3
"""Seconds. On Windows Python hears no Ctrl-C while it waits without an end."""


def share_out(
    tasks: Sequence[Task], work: Callable[[Bench, Task], Result], set_up: Callable[[], Bench], workers: int
) -> Iterator[Result]:
    """Yield what `work` makes of each task at a bench of the process's own, which `set_up` makes once for all its tasks.

    All of them must be picklable. Raises WorkerEndedError where a process was ended from outside.
    """
    # Where a process is spawned and not forked off, a tracker of Python's cleans up after us and would tell in English
    # that it had to, when we were asked to end.
    sys.warnoptions.append("ignore:resource_tracker")
    pool = ProcessPoolExecutor(workers, initializer=_start_worker, initargs=(set_up,))
    with if_stopped(_end_workers):
        try:
            with put_off_signals():
                futures = [pool.submit(_do_task, work, task) for task in tasks]
            yield from (_take_result(future) for future in futures)
        except BaseException:
            _end_workers()
            raise
        finally:
            pool.shutdown(cancel_futures=True)


def _take_result(future: Future[Result]) -> Result:
    while wait([future], _TICK).not_done:
        pass
    return future.result()


def _end_workers() -> None:
    workers = multiprocessing.active_children()
    for worker in workers:
        worker.kill()
    for worker in workers:
        worker.join(1)


# --- in one of the processes ---------------------------------------------------------------------------------------------

_bench: list[Any] = []


def _start_worker(set_up: Callable[[], object]) -> None:
    parent = multiprocessing.parent_process()
    assert parent
    threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()
    _bench[:] = [set_up()]


def _end_with(parent: int) -> None:
    """End this process when its parent does: who is killed can end nobody."""
    wait_for([parent])
    os._exit(1)


def _do_task(work: Callable[[Bench, Task], Result], task: Task) -> Result:
    return work(_bench[0], task)  # a process works at one bench

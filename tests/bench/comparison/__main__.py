"""The flagship lesson, given to every program -> a table of what their decks hold: `make comparison`, part of `make bench`."""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.bench.clock import clock_command
from tests.bench.comparison.contenders import CONTENDERS, Contender, Task, make_deck, plan_marp_page
from tests.bench.comparison.course import LANGUAGES, MODULE, write_course
from tests.bench.comparison.cut import measure_cuts
from tests.bench.comparison.judge import Found, judge_deck
from tests.bench.comparison.table import PAGE, RESULTS, Results, fill_page, render_table
from tests.bench.comparison.talk import make_talk
from tests.bench.course import set_up
from tests.tools.ooxml import list_sdk_faults
from tests.tools.overflow import list_overflows

_PAIR = re.compile(r"\[\s+(\d+),\s+(\d+)\s+\]")
RUNS = 2
"""How often each program makes each deck; the best time counts, and all must give the same bytes."""


def main() -> int:
    """Measure and print the table; with `--write`, keep it in the docs."""
    parser = argparse.ArgumentParser(prog="make comparison", description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the results and docs/comparison.md anew")
    write = parser.parse_args().write
    with tempfile.TemporaryDirectory() as name:
        results = measure(CONTENDERS, Path(name))
    print(render_table(results))
    if write:
        text = _PAIR.sub(r"[\1, \2]", json.dumps(results, ensure_ascii=False, indent=1))
        RESULTS.write_text(text + "\n", encoding="utf-8", newline="\n")
        PAGE.write_text(fill_page(PAGE.read_text(encoding="utf-8"), results), encoding="utf-8", newline="\n")
    return 0


def measure(contenders: Sequence[Contender], folder: Path, runs: int = RUNS) -> Results:
    """Return what is in the decks that the contenders make of the flagship lesson, by contender and language."""
    tasks = _set_tasks(folder / "course")
    decks = {(one, task): folder / f"{one.name}-{task.lang}.pptx" for one in contenders for task in tasks}
    made = {key: make_deck(*key, path, runs) for key, path in decks.items()}
    dated = {key: made[key].same or make_deck(*key, folder / "dated.pptx", runs, date=True).same for key in decks}
    overflows = list_overflows(list(decks.values()), folder / "overflow")
    faults = list_sdk_faults(list(decks.values()))
    cuts = {task: _cut_slides(task, folder) for task in tasks} if any(one.pictures for one in contenders) else {}
    results: Results = {one.name: {"version": one.version(), "found": {}} for one in contenders}
    for (one, task), path in decks.items():
        own = [over for over in overflows if over.file == path.name]
        found: Found = judge_deck(path, task.talk, own, cuts[task] if one.pictures else ())
        found["errors"] = sum(fault.file == path.name for fault in faults)
        found["same"], found["dated"] = made[one, task].same, dated[one, task]
        found["seconds"] = round(made[one, task].seconds, 1)
        results[one.name]["found"][task.lang] = found
    return results


def _set_tasks(course: Path) -> tuple[Task, ...]:
    bench = set_up(write_course(course))
    return tuple(Task(course, lang, make_talk(bench, lang, MODULE, course)) for lang in LANGUAGES)


def _cut_slides(task: Task, folder: Path) -> tuple[float, ...]:
    with tempfile.TemporaryDirectory(dir=folder) as name, tempfile.TemporaryFile() as log:
        command, page = plan_marp_page(task, Path(name))
        clock_command(command, log)
        return measure_cuts(page)


if __name__ == "__main__":
    sys.exit(main())

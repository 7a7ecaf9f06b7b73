"""One `edu build` -> how many seconds of it went where: python -m tests.bench.shares SHARES.json build --course …"""

from __future__ import annotations

import builtins
import json
import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from time import process_time
from types import ModuleType
from typing import Any, ParamSpec, TypeVar

Given = ParamSpec("Given")
Result = TypeVar("Result")

START, IMPORTS, REST = "start of Python", "imports", "the rest"
PARTS: Mapping[str, tuple[str, ...]] = {
    "read: YAML": ("edu.source.yaml:read_yaml",),
    "read: model": ("edu.source.shape:make_model",),
    "read: rules": ("edu.source.rules:check_rules",),
    "translate": ("edu.bench:set_up_bench",),
    "plan: text to runs": ("edu.plan.runs:make_runs", "edu.plan.runs:plain_runs"),
    "plan: fitting": (
        "edu.plan.fit:fit_size",
        "edu.plan.fit:measure_text",
        "edu.plan.fit:split_evenly",
        "edu.plan.kinds_grid:share_width",
        "edu.plan.balance:balance_items",
    ),
    "plan: the rest": ("edu.plan.deck:make_deck", "edu.check.deck:check_deck"),
    "write: theme": ("edu.write.pptx.theme:read_theme", "edu.write.pptx.deck:write_deck"),
    "write: slides": ("edu.write.pptx.slide:slide_xml", "edu.write.pptx.slide:notes_xml"),
    "write: charts": ("edu.write.pptx.chart:chart_xml", "edu.write.pptx.chart:make_workbook"),
    "write: parts": ("edu.write.pptx.package:list_parts",),
    "write: zip": ("edu.write.pptx.package:pack_members",),
    "put": ("edu.shelf:put_product",),
}
"""The parts of a build, and the functions that do their work; what one calls counts for itself where it is named here."""


class Clock:
    """Gives every second of the process to one part: the innermost that is at work."""

    def __init__(self) -> None:
        self.seconds = dict.fromkeys((START, IMPORTS, *PARTS, REST), 0.0)
        self.mark, self.open = 0.0, [START]

    def turn(self) -> None:
        """Give the time since the last turn to the part that is at work."""
        now = process_time()
        self.seconds[self.open[-1]] += now - self.mark
        self.mark = now

    def watch(self, part: str, work: Callable[Given, Result]) -> Callable[Given, Result]:
        """Return `work`, its time given to `part`."""

        def watched(*args: Given.args, **named: Given.kwargs) -> Result:
            self.turn()
            self.open.append(part)
            try:
                return work(*args, **named)
            finally:
                self.turn()
                self.open.pop()

        return watched


def find_function(name: str) -> tuple[ModuleType, str]:
    """Return the module and the name in it that `edu.module:function` means; raise AttributeError where there is none."""
    path, _, function = name.partition(":")
    module = import_module(path)
    getattr(module, function)
    return module, function


def _watch_imports(clock: Clock) -> None:
    load = builtins.__import__
    watched = clock.watch(IMPORTS, load)

    def load_once(name: str, *rest: Any, **named: Any) -> Any:
        return (load if name in sys.modules else watched)(name, *rest, **named)

    builtins.__import__ = load_once


def _watch_parts(clock: Clock) -> None:
    """Put a watched function wherever a module of ours has taken the plain one."""
    found = {name: find_function(name) for names in PARTS.values() for name in names}
    ours = [module for name, module in list(sys.modules.items()) if name.split(".")[0] == "edu"]
    for part, names in PARTS.items():
        for name in names:
            module, function = found[name]
            plain = getattr(module, function)
            watched = clock.watch(part, plain)
            for other in ours:
                for key, value in list(vars(other).items()):
                    if value is plain:
                        setattr(other, key, watched)


def main() -> None:
    """Build as the command line does, and write the seconds of each part to the file that is named first."""
    target, *sys.argv[1:] = sys.argv[1:]
    clock = Clock()
    clock.turn()
    clock.open.append(REST)
    _watch_imports(clock)
    clock.watch(IMPORTS, import_module)("edu.build")
    clock.watch(IMPORTS, _watch_parts)(clock)
    from edu.cli import main as run

    try:
        code = run()
    except SystemExit as stop:
        code = stop.code
    clock.turn()
    Path(target).write_text(json.dumps(clock.seconds), encoding="utf-8")
    sys.exit(code)


if __name__ == "__main__":
    main()

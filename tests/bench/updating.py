"""A large PO file and a template that has moved on -> what it costs to bring them in step, beside msgmerge and pybabel."""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import polib

from edu.language.po.read import parse_po
from tests.bench.clock import Command
from tests.conftest import ROOT

ENTRIES, CHANGED = 10_000, 10
"""So many texts; every tenth of them has changed."""
FEW = 300
"""So many are given to all three, since pybabel takes minutes for more."""
PATIENCE = 120
"""Seconds after which a program is stopped, and has lost."""
EDU, GNU, BABEL = "edu i18n update", "msgmerge", "pybabel update"
_WORDS = ("shop", "river", "price", "market", "teacher", "evening", "answer", "figure", "school", "window", "bread", "village")


@dataclass(frozen=True, slots=True)
class Cost:
    """The processor seconds of each program for so many entries (None: stopped), and how many translations each has kept."""

    entries: int
    seconds: Mapping[str, float | None]
    kept: Mapping[str, int]


def write_files(folder: Path, entries: int) -> None:
    """Write `old.po`, all translated, and `new.pot`, in which one text of ten is another."""
    old, new = polib.POFile(wrapwidth=0), polib.POFile(wrapwidth=0)
    for file, lang in ((old, "de"), (new, "")):
        file.metadata = {"Project-Id-Version": "bench", "Language": lang, "Content-Type": "text/plain; charset=UTF-8"}
    for number in range(entries):
        text = _make_text(number)
        changed = text if number % CHANGED else text.replace(" sells ", " never sold ")
        old.append(polib.POEntry(msgid=text, msgstr=f"<{text}>", occurrences=[(f"content/a.yaml#t{number}", "")]))
        new.append(polib.POEntry(msgid=changed, occurrences=[(f"content/b.yaml#t{number}", "")]))
    old.save(str(folder / "old.po"))
    new.save(str(folder / "new.pot"))


def _make_text(number: int) -> str:
    """Return a sentence that no other number has; its place says nothing about it, so only likeness finds a changed one."""
    one, two, three = (_WORDS[number // len(_WORDS) ** power % len(_WORDS)] for power in range(3))
    return f"The {one} of {number} by the {two} sells what every {three} in town {number * 7919 % 10007} wants"


def update_file(folder: Path) -> None:
    """Do what `edu i18n update` does with one file, from its bytes to its bytes."""
    from edu.language.entry import Entry
    from edu.language.update import update_catalogues

    found = parse_po((folder / "new.pot").read_text(encoding="utf-8"))
    entries = tuple(Entry(entry.msgid, references=entry.places) for entry in found)
    locales = folder / "locales"
    contents, problems = update_catalogues(locales, {"old": entries}, ["de"], "en", "bench")
    assert not problems
    for path, data in contents.items():
        path.write_bytes(data)


def measure_updating(entries: int, programs: Sequence[str]) -> Cost:
    """Return what it costs the `programs` to bring a file of so many entries in step."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_files(folder, entries)
        po = folder / "locales" / "de" / "LC_MESSAGES" / "old.po"
        po.parent.mkdir(parents=True)
        commands: Mapping[str, Command] = {
            EDU: (sys.executable, "-m", "tests.bench.updating", folder),
            GNU: ("msgmerge", "--quiet", "--update", "--backup=off", "--previous", "--no-wrap", po, folder / "new.pot"),
            BABEL: ("pybabel", "-q", "update", "--no-wrap", "-l", "de", "-i", folder / "new.pot", "-o", po),
        }
        seconds: dict[str, float | None] = {}
        kept: dict[str, int] = {}
        for program in programs:
            po.write_bytes((folder / "old.po").read_bytes())
            seconds[program] = _clock(commands[program])
            kept[program] = sum(1 for entry in parse_po(po.read_text(encoding="utf-8")) if entry.msgstr and not entry.obsolete)
    return Cost(entries, seconds, kept)


def _clock(command: Command) -> float | None:
    """Return the processor seconds of a command and its children; None where it took longer than we wait."""
    program = Path(sys.executable).parent / str(command[0])
    words = [str(program) if program.exists() else str(command[0]), *map(str, command[1:])]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    try:
        subprocess.run(words, cwd=ROOT, check=True, capture_output=True, timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        return None
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def keeps_law(costs: Sequence[Cost]) -> bool:
    """Return whether we take no longer for a large file than the others, and keep as many translations as there were."""
    large = max(costs, key=lambda cost: cost.entries)
    faster = all((large.seconds[EDU] or PATIENCE) <= (other or PATIENCE) for other in large.seconds.values())
    return faster and all(cost.kept[EDU] == cost.entries for cost in costs)


def render_updating(costs: Sequence[Cost]) -> str:
    """Return the lines that `make bench` prints."""
    lines = [
        f"{'a PO file brought in step, 1 text of 10 changed':<48}{'seconds':>12}{'edu ÷ it':>10}{'translated or fuzzy':>21}"
    ]
    for cost in costs:
        own = cost.seconds[EDU]
        for program, seconds in cost.seconds.items():
            told = f"{seconds:.2f}" if seconds is not None else f"> {PATIENCE}"
            ratio = f"{own / (seconds or PATIENCE):.3f}" if own is not None else "-"
            ratio = ratio if seconds is not None else f"< {ratio}"
            name = f"{cost.entries:>6,} entries: {program}"
            kept = f"{cost.kept[program]:,}" if seconds is not None else "-"
            lines.append(f"{name:<48}{told:>12}{ratio:>10}{kept:>21}")
    result = "pass" if keeps_law(costs) else "FAIL"
    law = "law: edu takes no longer than msgmerge for the larger one, and every text keeps a translation"
    return "\n".join([*lines, f"{law}: {result}"])


if __name__ == "__main__":
    update_file(Path(sys.argv[1]))

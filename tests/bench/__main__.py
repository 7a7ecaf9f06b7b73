"""Texts that are hard to fit -> how they are set; questions -> how they are linted; decks -> what they cost: `make bench`."""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from pathlib import Path

from tests.bench.clock import Command, clock_command, race_commands
from tests.bench.course import LANG, MODULE, write_course
from tests.bench.linting import judge_linting, render_linting
from tests.bench.report import EDU, HTML, NODE, PANDOC, Race, keeps_law, render_growth, render_law, render_races, render_shares
from tests.bench.rivals import list_plain, write_data, write_markdown
from tests.bench.titles import find_difference
from tests.bench.updating import BABEL, ENTRIES, FEW, GNU, measure_updating, render_updating
from tests.bench.updating import EDU as EDU_UPDATE
from tests.bench.updating import keeps_law as keeps_update_law
from tests.bench.verdict import judge_fitting, render_verdict
from tests.conftest import ROOT

RUNS = {20: 7, 80: 7, 320: 4, 1280: 2}
"""How often each program writes a deck of so many slides; of another size, three times."""
DECK = "deck.pptx"
_PPTX = ("--lang", LANG, "--to", "pptx")


def main() -> int:
    """Measure, print, and return the exit code: 1 where the programs wrote different slides, or a law is broken."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--slides", type=int, nargs="+", default=list(RUNS), help="the sizes of the decks")
    parser.add_argument(
        "--only",
        choices=["fit", "lint", "po", "cost"],
        help="measure how texts fit, questions are linted, PO files kept, builds cost",
    )
    options = parser.parse_args()
    parts = {
        "fit": _measure_fitting,
        "lint": _measure_linting,
        "po": _measure_updating,
        "cost": lambda: _measure_cost(sorted(options.slides)),
    }
    return max(measure() for name, measure in parts.items() if options.only in (None, name))


def _measure_fitting() -> int:
    with tempfile.TemporaryDirectory() as name:
        verdict = judge_fitting(Path(name))
    print(render_verdict(verdict), "", sep="\n", flush=True)
    return 0 if verdict.kept else 1


def _measure_linting() -> int:
    verdict = judge_linting()
    print(render_linting(verdict), "", sep="\n", flush=True)
    return 0 if verdict.kept else 1


def _measure_updating() -> int:
    costs = [measure_updating(FEW, (EDU_UPDATE, GNU, BABEL)), measure_updating(ENTRIES, (EDU_UPDATE, GNU))]
    print(render_updating(costs), "", sep="\n", flush=True)
    return 0 if keeps_update_law(costs) else 1


def _measure_cost(sizes: list[int]) -> int:
    print(
        f"processor seconds (user and system) of whole commands, the best of some runs; beside {_name_others()}\n", flush=True
    )
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        print(
            f"the course of this repository, all languages, slides and quizzes: {_clock_flagship(folder):.2f} s\n", flush=True
        )
        races = [_race(folder / str(size), size) for size in sizes]
    print(render_races(races), render_growth(races), render_law(races), "", render_shares(races), sep="\n")
    return 0 if keeps_law(races) in (True, None) else 1


def _name_others() -> str:
    import pypandoc

    node = json.loads((ROOT / "node_modules" / "pptxgenjs" / "package.json").read_text(encoding="utf-8"))["version"]
    return f"{PANDOC} {pypandoc.get_pandoc_version()} (PyPI pypandoc_binary) and {NODE} {node} (npm)"


def _clock_flagship(folder: Path) -> float:
    with tempfile.TemporaryFile() as log:
        return race_commands({EDU: _build(ROOT, folder / EDU)}, folder, 3, log)[EDU]


def _race(folder: Path, slides: int) -> Race:
    deck = write_course(folder / "course", slides)
    plain = list_plain(deck)
    (folder / "slides.md").write_text(write_markdown(plain), encoding="utf-8")
    (folder / "slides.json").write_text(write_data(plain), encoding="utf-8")
    with tempfile.TemporaryFile() as log:
        seconds = race_commands(_list_commands(folder), folder, RUNS.get(slides, 3), log)
        _, _, _, *build = _build(folder / "course", folder / "shares", *_PPTX)
        whole = clock_command((sys.executable, "-m", "tests.bench.shares", folder / "shares.json", *build), log)
    _compare(folder, [slide.title for slide in deck.slides])
    shares = json.loads((folder / "shares.json").read_text(encoding="utf-8"))
    return Race(slides, seconds, {**shares, "end of Python": whole - sum(shares.values())})


def _list_commands(folder: Path) -> dict[str, Command]:
    """Return the command of each program; its products go into the folder that is called as the program."""
    import pypandoc

    node = shutil.which("node")
    assert node, "there is no node: make tools"
    return {
        EDU: _build(folder / "course", folder / EDU, *_PPTX),
        HTML: _build(folder / "course", folder / HTML, *_PPTX, "--to", "html"),
        PANDOC: (pypandoc.get_pandoc_path(), folder / "slides.md", "--output", folder / PANDOC / DECK),
        NODE: (node, ROOT / "tests" / "bench" / "pptxgenjs.mjs", folder / "slides.json", folder / NODE / DECK),
    }


def _build(course: Path, output: Path, *options: str) -> Command:
    return (sys.executable, "-m", "edu", "build", "--course", course, "--output", output, "--quiet", *options)


def _compare(folder: Path, titles: list[str]) -> None:
    """Raise SystemExit where a program wrote other slides than we did: the comparison is then void."""
    for path in (folder / EDU / LANG / f"{MODULE}.pptx", folder / PANDOC / DECK, folder / NODE / DECK):
        if difference := find_difference(path, titles):
            sys.exit(f"nothing can be compared: {difference}")


if __name__ == "__main__":
    sys.exit(main())

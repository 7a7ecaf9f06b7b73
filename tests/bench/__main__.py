"""The flagship course -> a table of seconds: a whole build as a user runs it, and each room's share as decks grow."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from edu.language.catalogue import read_catalogue
from edu.language.translate import make_edition
from edu.model.course import Course, Module
from edu.plan.deck import make_deck
from edu.source.read import read_course
from edu.write.pptx import read_theme, write_deck
from tests.conftest import ROOT, run_edu

SLIDES = (50, 100, 200, 400)
TEMPLATE = ROOT / "templates" / "deck" / "house"

Result = TypeVar("Result")


def measure(work: Callable[[], Result]) -> tuple[float, Result]:
    """Return the seconds that `work` took, and what it returned."""
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


def grow_module(module: Module, slides: int) -> Module:
    """Return `module` with `slides` slides of its own, repeated under new ids."""
    own = module.lesson.slides
    more = [own[at % len(own)] for at in range(slides)]
    named = tuple(slide.model_copy(update={"id": f"{slide.id}-{at}"}) for at, slide in enumerate(more))
    return module.model_copy(update={"lesson": module.lesson.model_copy(update={"slides": named})})


def show_growth(course: Course) -> None:
    """Print, for decks of ever more slides, how many milliseconds a slide takes to plan and to write: a constant is right."""
    edition, _ = make_edition(course, course.settings.language, {}, str)
    theme = read_theme(TEMPLATE)
    print(f"{'slides':>8} {'plan ms':>9} {'write ms':>9}   each per slide")
    for count in SLIDES:
        module = grow_module(edition.course.modules[0], count)
        planned, (deck, _) = measure(lambda module=module: make_deck(edition, module, theme, {}))
        written, _ = measure(lambda deck=deck: write_deck(deck, TEMPLATE))
        print(f"{count:>8} {1000 * planned / count:>9.2f} {1000 * written / count:>9.2f}")


def main() -> int:
    """Measure, print, and return the exit code: 1 where the course cannot be read or built."""
    with tempfile.TemporaryDirectory() as folder:
        whole, run = measure(lambda: run_edu("build", "--course", ROOT, "--output", Path(folder) / "dist", "--quiet"))
    if run.returncode:
        print(run.stderr, file=sys.stderr)
        return 1
    print(f"{'edu build':>20} {whole:6.2f} s")
    read, reading = measure(lambda: read_course(ROOT))
    print(f"{'read the course':>20} {read:6.2f} s")
    if reading.course is None:
        return 1
    course = reading.course
    other = next(lang for lang in course.settings.languages if lang != course.settings.language)
    catalogue, _ = read_catalogue(ROOT / "locales", other, ["course", *course.settings.modules])
    translated, _ = measure(lambda: make_edition(course, other, catalogue, str))
    print(f"{'translate it':>20} {translated:6.2f} s")
    show_growth(course)
    return 0


if __name__ == "__main__":
    sys.exit(main())

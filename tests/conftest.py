"""What tests of every room share: expected files, a browser, and the flagship course built once for a whole run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, sync_playwright
from ruamel.yaml import YAML

from tests.tools.templates import collect_templates

ROOT = Path(__file__).resolve().parent.parent
MOST_EXPECTED = 20 * 1024
"""The most bytes that an expected file may have: more is not read in a review."""
CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--refresh", action="store_true", help="write what the tests got into the expected files, for review in the diff"
    )


@pytest.fixture
def expected(request: pytest.FixtureRequest) -> Iterator[Callable[[str, str], None]]:
    """Return `check(name, text)`: `text` must equal the file `expected/<name>` beside the test; `--refresh` writes it."""
    folder = request.path.parent / "expected"
    refresh = bool(request.config.getoption("--refresh"))

    def check(name: str, text: str) -> None:
        path = folder / name
        text = text if text.endswith("\n") else text + "\n"
        size = len(text.encode())
        assert size <= MOST_EXPECTED, f"{path.name} would have {size} bytes; make the case smaller"
        if refresh:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            return
        assert path.exists(), f"there is no {path.relative_to(ROOT)}; look at what the test got, then: pytest --refresh"
        assert text == path.read_text(encoding="utf-8")

    yield check


@dataclass(frozen=True)
class Built:
    """A course that the command line built: its folder, its products, its languages and modules."""

    course: Path
    output: Path
    languages: tuple[str, ...]
    modules: tuple[str, ...]

    def list_products(self, pattern: str) -> tuple[Path, ...]:
        """Return the products that match `pattern` below the output folder, sorted."""
        return tuple(sorted(self.output.glob(pattern)))


def run_edu(*arguments: str | Path, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run the command line as a user does and return its exit code and what it printed."""
    command = [sys.executable, "-m", "edu", *(str(argument) for argument in arguments)]
    environment = {**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False)


def build_once(
    course: Path,
    base: Path,
    *options: str,
    languages: tuple[str, ...] = (),
    modules: tuple[str, ...] = (),
    template: Path | None = None,
) -> Built:
    """Build `course` below `base` unless another worker of this run already did, and return it.

    `languages` (maybe two side by side) and `modules` are those to be built; without them all of the course's. With a
    `template` its decks stand on that.
    """
    output = base / "-".join(("built", course.name, *languages, *modules, *([template.stem] if template else [])))
    options = (
        *options,
        *([f"--template={template}"] if template else []),
        *(f"--lang={lang}" for lang in languages),
        *(f"--module={module}" for module in modules),
    )
    with FileLock(f"{output}.lock"):
        if not output.exists():
            run = run_edu("build", "--course", course, "--output", output, *options)
            if run.returncode:
                shutil.rmtree(output, ignore_errors=True)
            assert run.returncode == 0, run.stderr
    settings = YAML(typ="safe").load(course / "content" / "course.yaml")
    return Built(course, output, languages or tuple(settings["languages"]), modules or tuple(settings["modules"]))


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that all workers of this run share."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@pytest.fixture(scope="session")
def flagship(shared: Path) -> Built:
    """Return the flagship course, built in every language; a warning fails it."""
    return build_once(ROOT, shared, "--strict")


@pytest.fixture(scope="session")
def pairs(shared: Path) -> Built:
    """Return decks with both languages of the flagship course, in which each kind of slide occurs; a warning fails it."""
    languages, modules = ("zh_CN+en", "en+zh_CN"), ("tool-vs-platform", "strategy")
    return build_once(ROOT, shared, "--strict", "--to=pptx", languages=languages, modules=modules)


@pytest.fixture(scope="session")
def small(shared: Path) -> Built:
    """Return the small course of the tests, built in every language."""
    return build_once(ROOT / "tests" / "courses" / "small", shared)


@pytest.fixture(scope="session")
def foreign(shared: Path) -> Path:
    """Return the folder of the templates that other programs bring along, by their names."""
    return collect_templates(shared / "templates")


@pytest.fixture(scope="session")
def abroad(shared: Path, foreign: Path) -> Built:
    """Return the decks of the flagship course on pandoc's template; a warning fails it."""
    return build_once(ROOT, shared, "--strict", "--to=pptx", template=foreign / "pandoc.pptx")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return Debian's Chromium, without a network of its own: one a worker, since Playwright allows no second one."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()

"""Saves of an author at work -> how long `edu watch` takes to show each in a browser: `python -m tests.bench.watching`."""

from __future__ import annotations

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.conftest import CHROMIUM, FLAGS, ROOT

MODULE = "monetization"
SEEN = """async (text) => {
  const frame = document.getElementById("page");
  const drawn = () => new Promise((done) => requestAnimationFrame(done));
  while (!frame.contentDocument?.documentElement?.textContent.includes(text)) await drawn();
  await drawn();
  return Date.now();
}"""
"""Waits in the browser until the page in the frame says `text`, and has been drawn; returns when, in milliseconds."""


@dataclass(frozen=True, slots=True)
class Change:
    """A kind of save: the page that is open, the file that is saved, and the text in it that each save writes anew."""

    name: str
    page: str
    file: str
    pattern: str


CHANGES = (
    Change("slide text", f"zh_CN/{MODULE}.web.html", f"content/{MODULE}/lesson.yaml", r"(?m)^    title: (?!\{)(.+)$"),
    Change("question", f"zh_CN/{MODULE}.quiz.html", f"content/{MODULE}/quiz.yaml", r"(?m)^title: (.+)$"),
    Change("fact", f"zh_CN/{MODULE}.web.html", "content/facts.yaml", r"(?m)^    title: (?!\{)(.+)$"),
    Change("translation", f"en/{MODULE}.web.html", f"locales/en/LC_MESSAGES/{MODULE}.po", r'(?m)^msgstr "(.+)"$'),
)


@dataclass(slots=True)
class Watched:
    """A course that is being watched, and the process that does it."""

    root: Path
    process: subprocess.Popen[str]
    address: str

    @property
    def busy(self) -> float:
        """Return the seconds of user and system time of the process so far."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def wait_for_update(self) -> None:
        """Return once it has told how many pages changed."""
        assert self.process.stderr
        for line in self.process.stderr:
            if "changed (" in line:
                return
        raise AssertionError("edu watch has ended")


@contextmanager
def watch_flagship() -> Iterator[Watched]:
    """Watch a copy of the flagship course, all of its pages made."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        for folder in ("content", "locales"):
            shutil.copytree(ROOT / folder, root / folder)
        command = [sys.executable, "-m", "edu", "watch", "--course", root, "--no-browser"]
        variables = {**os.environ, "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"}
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=variables) as process:
            assert process.stderr
            watched = Watched(root, process, process.stderr.readline().split()[-1])
            watched.wait_for_update()
            yield watched
            process.terminate()


def time_saves(watched: Watched, page: Page, change: Change, saves: int) -> tuple[list[float], float]:
    """Return the seconds from each save to the new page, and the processor seconds that `edu watch` took for one."""
    path = watched.root / change.file
    before = path.read_text("utf-8")
    page.goto(watched.address + change.page)
    page.evaluate(SEEN, "")
    found, busy = [], watched.busy
    for number in range(saves):
        word = f"#{number}#"
        time.sleep(0.3)
        part = path.with_suffix(".part")
        part.write_text(mark_text(before, change.pattern, word), "utf-8")
        start = time.time()
        part.replace(path)
        found.append(page.evaluate(SEEN, word) / 1000 - start)
        watched.wait_for_update()
    return found, (watched.busy - busy) / saves


def mark_text(text: str, pattern: str, word: str) -> str:
    """Return `text` with `word` at the end of what the first match of `pattern` holds."""
    match = re.search(pattern, text)
    assert match, pattern
    return f"{text[: match.end(1)]}{word}{text[match.end(1) :]}"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.watching", description=__doc__)
    parser.add_argument("--saves", type=int, default=20, help="how many saves of each kind")
    saves = parser.parse_args().saves
    print("from a save to the new page in Chromium; processor time of edu watch for each save, all pages\n")
    print(f"{'saved':<14} {'median':>9} {'95 of 100':>10} {'longest':>9} {'processor':>10}", flush=True)
    with watch_flagship() as watched, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for change in CHANGES:
            page = browser.new_page()
            found, busy = time_saves(watched, page, change, saves)
            page.close()
            most = statistics.quantiles(found, n=20, method="inclusive")[-1]
            print(
                f"{change.name:<14} {statistics.median(found):>7.2f} s {most:>8.2f} s {max(found):>7.2f} s {busy:>8.2f} s",
                flush=True,
            )
        browser.close()


if __name__ == "__main__":
    main()

"""A new course that is stopped on its way: whole or not at all."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from edu.new import write_course
from tests.conftest import ROOT
from tests.test_new import expect, files, list_names


def test_a_disk_that_takes_no_more_leaves_nothing(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "edu", "new", str(tmp_path / "a" / "b"), "--ui-lang", "en"],
        cwd=ROOT,
        check=False,
        capture_output=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4_096, 4_096)),
    )
    assert (done.returncode, b"[new.not-written]" in done.stderr) == (1, True)
    assert list_names(tmp_path) == []


STOPPED_BEFORE_EACH_STEP = """
import itertools, os, sys
from pathlib import Path
from edu.new import write_course
from edu.stop import stop_on_signals

base, number = sys.argv[1], int(sys.argv[2])

def stop_before(step, folder):
    steps = itertools.count()
    def note(event, arguments):
        if event in ("open", "os.rename", "os.mkdir", "os.rmdir") and any(folder in str(value) for value in arguments):
            if next(steps) == step:
                os.kill(os.getpid(), number)
    sys.addaudithook(note)

for step in itertools.count():
    folder = os.path.join(base, str(step))
    os.mkdir(folder)
    if os.fork() == 0:
        stop_on_signals()
        stop_before(step, folder)
        write_course(Path(folder), "en", str)
        os._exit(0)
    if os.waitstatus_to_exitcode(os.wait()[1]) == 0:
        break
"""


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT])
def test_one_that_is_stopped_before_any_of_its_steps_leaves_no_half_course(number: int, tmp_path: Path) -> None:
    command = [sys.executable, "-c", STOPPED_BEFORE_EACH_STEP, str(tmp_path), str(int(number))]
    subprocess.run(command, cwd=ROOT, check=True)
    content = {name for name in expect("en") if name.startswith("content/")}
    whole = 0
    for folder in tmp_path.iterdir():
        left = {name: data for name, data in files(folder).items() if not name.startswith(".edu-new-")}
        assert number == signal.SIGKILL or left == files(folder)
        if content & set(left):
            whole += 1
            assert left == expect("en")
        elif not left:
            write_course(folder, "en", str)
            assert files(folder).items() >= expect("en").items()
    assert 0 < whole < len(list_names(tmp_path))


def test_what_a_killed_one_left_behind_is_swept_away_later(tmp_path: Path) -> None:
    for name, age in ((".edu-new-0a.tmp", 10_000), (".edu-new-0b.tmp", 10)):
        (tmp_path / name / "content").mkdir(parents=True)
        os.utime(tmp_path / name, (time.time() - age, time.time() - age))
    write_course(tmp_path, "en", str)
    assert sorted(path.name for path in tmp_path.glob(".edu*")) == [".edu-new-0b.tmp"]

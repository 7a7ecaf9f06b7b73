"""Commands -> the processor time that each takes, whatever else the machine does."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO

from tests.conftest import ROOT

Command = Sequence[str | Path]


def clock_command(command: Command, log: IO[bytes]) -> float:
    """Return the seconds of user and system time of the process and all its children; raise AssertionError where it fails."""
    environment = {**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT)}
    log.truncate(0)
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    log.seek(0)
    assert not process.returncode, f"{command} failed:\n{log.read().decode(errors='replace')}"
    return usage.ru_utime + usage.ru_stime


def race_commands(commands: Mapping[str, Command], outputs: Path, runs: int, log: IO[bytes]) -> dict[str, float]:
    """Return the best of `runs` times of each command, which finds its own folder below `outputs` empty each time.

    They take turns, so that whatever else runs disturbs all alike.
    """
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            shutil.rmtree(outputs / name, ignore_errors=True)
            (outputs / name).mkdir(parents=True)
            times[name].append(clock_command(command, log))
    return {name: min(found) for name, found in times.items()}

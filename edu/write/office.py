"""Decks as PowerPoint files -> the same as PDF, by LibreOffice, in a process and with a profile that nobody else has."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

from edu.problems import Code
from edu.problems.kinds import Kind
from edu.stop import if_stopped, put_off_signals

_FIRST, _EACH = 120.0, 60.0
"""Seconds that LibreOffice may take to start on an old machine with a new profile, and to convert a deck."""
_TICK = 0.1
_GRACE = 2.0
"""Seconds in which processes that were ended are gone."""

_FILTER = 'pdf:impress_pdf_Export:{"ExportHiddenSlides":{"type":"boolean","value":"true"}}'
"""An appendix that a presentation skips is there to be read."""

Pdf = bytes | Kind
"""A deck as PDF, or the code that says why there is none."""


def find_office() -> Path | None:
    """Return the program that starts LibreOffice here; None where it is not installed."""
    places = map(Path, list_places(sys.platform, os.environ, Path.home()))
    return next((path for path in places if path.is_file() and os.access(path, os.X_OK)), None)


def list_places(platform: str, variables: Mapping[str, str], home: Path) -> Iterator[PurePath]:
    """Yield where LibreOffice may be on a `platform` (of Python's names) with these variables of the environment."""
    windows = platform == "win32"
    flavour = PureWindowsPath if windows else PurePosixPath
    names = ("soffice.com", "soffice.exe") if windows else ("soffice", "libreoffice")  # soffice.com waits for the work's end
    if windows:
        programs = (variables.get(name) for name in ("PROGRAMW6432", "PROGRAMFILES", "PROGRAMFILES(X86)"))
        yield from (flavour(folder, "LibreOffice", "program", name) for folder in programs if folder for name in names)
    if platform == "darwin":
        yield from (flavour(root, "Applications/LibreOffice.app/Contents/MacOS/soffice") for root in ("/", str(home)))
    # not shutil.which, which on Windows looks into the current folder first
    for folder in variables.get("PATH", "").split(";" if windows else ":"):
        yield from (flavour(folder, name) for name in names if flavour(folder).is_absolute())


def print_decks(
    office: Path, decks: Sequence[bytes], tell: Callable[[int], None], *, first: float = _FIRST, each: float = _EACH
) -> tuple[Pdf, ...]:
    """Return the PDF of each deck. `tell` hears how many are made; `first` and `each` are seconds of patience.

    All are made in one start; where LibreOffice ends before its time, the deck that it ended with is left out of the next.
    """
    made: dict[int, Pdf] = {}
    while left := [number for number in range(len(decks)) if number not in made]:
        with _open_desk() as desk:
            for number in left:
                (desk.folder / f"{number}.pptx").write_bytes(decks[number])
            in_time = desk.run(office, left, partial(_tell_more, tell, len(made)), first + each * len(left))
            found = {number: data for number in left if (data := desk.read(number))}
        made |= found
        if not in_time:
            made |= {number: Code.OFFICE_HANGS for number in left if number not in found}
        elif missing := [number for number in left if number not in found]:
            made[missing[0]] = Code.OFFICE_FAILED
    return tuple(made[number] for number in range(len(decks)))


def _tell_more(tell: Callable[[int], None], before: int, count: int) -> None:
    tell(before + count)


@dataclass(slots=True)
class _Desk:
    """A temporary `folder` for the decks, the PDFs and a profile of LibreOffice; and the process that works there."""

    folder: Path
    process: subprocess.Popen[bytes] | None = None

    def run(self, office: Path, numbers: Sequence[int], tell: Callable[[int], None], seconds: float) -> bool:
        """Convert the decks with these numbers, and return whether that ended within `seconds`."""
        profile = f"-env:UserInstallation={(self.folder / 'profile').as_uri()}"
        quiet = ("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck")
        decks = [str(self.folder / f"{number}.pptx") for number in numbers]
        self.start([str(office), profile, *quiet, "--convert-to", _FILTER, "--outdir", str(self.folder), *decks])
        end, told = time.monotonic() + seconds, -1
        while self.process and self.process.poll() is None:
            if time.monotonic() > end:
                return False
            count = sum((self.folder / f"{number}.pdf").is_file() for number in numbers)
            if count != told:
                tell(told := count)
            with contextlib.suppress(subprocess.TimeoutExpired):  # a short wait: Windows hears no Ctrl-C in a long one
                self.process.wait(_TICK)
        return True

    def start(self, command: Sequence[str]) -> None:
        """Start `command` in a group of processes of its own: LibreOffice is several, and Ctrl-C is for us to hear."""
        nowhere = subprocess.DEVNULL
        with put_off_signals():  # until it is known which process to end
            if sys.platform == "win32":
                flags = subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW
                self.process = subprocess.Popen(command, stdin=nowhere, stdout=nowhere, stderr=nowhere, creationflags=flags)
            else:
                self.process = subprocess.Popen(command, stdin=nowhere, stdout=nowhere, stderr=nowhere, process_group=0)

    def read(self, number: int) -> bytes:
        """Return the PDF of the deck `number`; empty where there is none."""
        try:
            data = (self.folder / f"{number}.pdf").read_bytes()
        except OSError:
            return b""
        return data if data.startswith(b"%PDF-") and b"%%EOF" in data[-1024:] else b""

    def close(self) -> None:
        """End all processes, and remove the folder."""
        if self.process:
            _end_processes(self.process)
        shutil.rmtree(self.folder, ignore_errors=True)


@contextlib.contextmanager
def _open_desk() -> Iterator[_Desk]:
    desk = _Desk(Path(tempfile.mkdtemp(prefix="edu-office-")))
    with if_stopped(desk.close):
        try:
            yield desk
        finally:
            desk.close()


def _end_processes(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        if process.poll() is None:
            subprocess.run(["taskkill", "/T", "/F", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(_GRACE)

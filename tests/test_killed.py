"""The command line as a process that is killed or interrupted, finds the disk full, or runs twice: products stay whole."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from edu.shelf import RECORDS

ROOT = Path(__file__).parents[1]
SMALL = ROOT / "tests" / "courses" / "small"
JOBS = ("1", "2")
ENDS = (130, -signal.SIGINT)
"""What is asked to end before our first line runs is ended by the signal itself; a shell says 130 of both."""


def start(*arguments: str | Path, before: str = "") -> subprocess.Popen[bytes]:
    """Start the command line in a session of its own, after the shell's command `before`."""
    command = [sys.executable, "-m", "edu", *(str(argument) for argument in arguments)]
    shell = ["bash", "-c", f'{before}; exec "$@"', "bash"] if before else []
    variables = {**os.environ, "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"}
    pipe = subprocess.PIPE
    return subprocess.Popen([*shell, *command], stdout=pipe, stderr=pipe, env=variables, start_new_session=True)


def build(course: Path, output: Path, jobs: str = "1") -> subprocess.Popen[bytes]:
    return start("build", "--course", course, "-o", output, "--jobs", jobs, "--ui-lang", "en")


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def products(folder: Path) -> dict[str, bytes]:
    return {name: data for name, data in files(folder).items() if not name.startswith(RECORDS)}


def list_session(session: int) -> list[int]:
    """Return the processes that still run in `session` (proc(5): the fourth field after the name)."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, _, its, *_ = path.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(its) == session and state != "Z":
            found.append(int(path.parent.name))
    return found


def assert_all_end(session: int) -> None:
    end = time.monotonic() + 30
    while left := list_session(session):
        assert time.monotonic() < end, f"processes that were left: {left}"
        time.sleep(0.01)


@pytest.fixture(scope="module")
def courses(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return two versions of the small course; every product of one differs from that of the other."""
    base = tmp_path_factory.mktemp("courses")
    old, new = (shutil.copytree(SMALL, base / name) for name in ("old", "新 的"))
    for name in ("course", "basics/lesson", "basics/quiz"):
        path = new / "content" / f"{name}.yaml"
        path.write_text(
            path.read_text(encoding="utf-8").replace("的", "之").replace("title: ", "title: 新", 1), encoding="utf-8"
        )
    return old, new


@pytest.fixture(scope="module")
def versions(courses: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Return all that stands in the output folder after a build of each version alone."""
    outputs = [tmp_path_factory.mktemp("version") for _ in courses]
    for course, output in zip(courses, outputs, strict=True):
        with build(course, output) as process:
            process.communicate()
        assert process.returncode == 0
    old, new = (files(output) for output in outputs)
    assert set(old) == set(new) and not [name for name in old if old[name] == new[name] and not name.endswith("lock")]
    return old, new


def strike(process: subprocess.Popen[bytes], chance: random.Random, hit: Callable[[], None]) -> bytes:
    """Let a random moment of the build come, from its first to its last, and `hit`; return what it printed."""
    assert process.stderr
    lines = chance.randrange(5)  # it tells of four products; after the last one it writes them
    told = b"".join(process.stderr.readline() for _ in range(lines))
    time.sleep(chance.random() * (0.2 if lines else 1.0))
    hit()
    return told + process.communicate()[1]


@pytest.mark.slow
@pytest.mark.parametrize("jobs", JOBS)
def test_a_build_killed_at_any_moment_leaves_whole_products_and_the_next_one_mends_all(
    courses: tuple[Path, Path], versions: tuple[dict[str, bytes], dict[str, bytes]], tmp_path: Path, jobs: str
) -> None:
    chance = random.Random(7)
    for turn in range(4):
        process = build(courses[turn % 2], tmp_path, jobs)
        strike(process, chance, process.kill)
        assert_all_end(process.pid)
        old, new = versions
        for name, data in products(tmp_path).items():
            assert name.endswith(".tmp") or data in (old[name], new[name]), name
        with build(courses[turn % 2], tmp_path) as mending:
            told = mending.communicate()[1]
        assert (mending.returncode, b"[output." in told) == (0, False)
        assert files(tmp_path) == versions[turn % 2]


@pytest.mark.slow
@pytest.mark.parametrize("jobs", JOBS)
@pytest.mark.parametrize("signals", [[signal.SIGINT], [signal.SIGINT, signal.SIGINT], [signal.SIGTERM], [signal.SIGHUP]])
def test_a_build_that_is_asked_to_end_does_so_at_once_and_leaves_nothing(
    courses: tuple[Path, Path],
    versions: tuple[dict[str, bytes], dict[str, bytes]],
    tmp_path: Path,
    jobs: str,
    signals: list[signal.Signals],
) -> None:
    chance = random.Random(f"{jobs} {signals}")
    for turn in range(2):
        process = build(courses[turn % 2], tmp_path, jobs)

        def hit(process: subprocess.Popen[bytes] = process) -> None:
            for number in signals:
                # Ctrl-C reaches every process of a terminal's foreground, a service's SIGTERM the first one alone
                (os.kill if number == signal.SIGTERM else os.killpg)(process.pid, number)

        told = strike(process, chance, hit)
        assert_all_end(process.pid)
        assert process.returncode in (0, 128 + signals[0], -signals[0])
        assert b"edu/" not in told and not [line for line in told.splitlines() if b"ignored" in line]
        for name, data in products(tmp_path).items():
            assert data in (versions[0][name], versions[1][name]), name
    with build(courses[0], tmp_path) as mending:
        mending.communicate()
    assert files(tmp_path) == versions[0]


@pytest.mark.parametrize("jobs", JOBS)
def test_ctrl_c_ends_with_130_and_says_so(tmp_path: Path, jobs: str) -> None:
    # The flagship: after its first product there is more to do than a busy machine can hurry through.
    course = tmp_path / "course"
    shutil.copytree(ROOT / "content", course / "content")
    with build(course, tmp_path / "out", jobs) as process:
        assert process.stderr and process.stderr.readline()
        os.killpg(process.pid, signal.SIGINT)
        rest = process.stderr.read().decode()
    assert process.returncode == 130
    assert rest.splitlines()[-1] == "stopped; every product is whole"
    assert "Traceback" not in rest
    assert not list_session(process.pid)


def test_ctrl_c_while_modules_are_imported_is_no_traceback_of_ours() -> None:
    chance = random.Random(13)
    for _ in range(15):
        process = start("build", "--course", SMALL, "--help")
        time.sleep(0.02 + chance.random() * 0.08)
        process.send_signal(signal.SIGINT)
        told = process.communicate()[1]
        # what Python itself says before it runs us is beyond us
        assert process.returncode in (0, *ENDS) or b"<frozen " in told
        assert b"edu/" not in told.replace(b"edu/__init__", b"").replace(b"edu/__main__", b"").replace(b"edu/stop", b"")


def test_a_signal_that_is_ignored_stays_ignored(tmp_path: Path) -> None:
    with start("build", "--course", SMALL, "-o", tmp_path, before="trap '' INT") as process:
        assert process.stderr and process.stderr.readline()
        process.send_signal(signal.SIGINT)
        process.communicate()
    assert process.returncode == 0


def test_what_was_being_written_is_removed_when_we_are_asked_to_end(tmp_path: Path) -> None:
    script = (
        "import os, signal, sys; from pathlib import Path; import edu.shelf as shelf; from edu.stop import stop_on_signals\n"
        "stop_on_signals(); shelf._replace = lambda *_: os.kill(os.getpid(), signal.SIGINT)\n"
        "shelf.write_whole(Path(sys.argv[1]) / 'file', b'half')\n"
    )
    ended = subprocess.run([sys.executable, "-c", script, tmp_path], check=False, capture_output=True, cwd=ROOT)
    assert (ended.returncode, ended.stderr, files(tmp_path)) == (130, b"", {})


@pytest.mark.slow
def test_processes_that_are_spawned_end_too(tmp_path: Path) -> None:
    script = tmp_path / "build.py"
    script.write_text(
        "import multiprocessing, sys\nfrom edu.__main__ import main\n"
        "if __name__ == '__main__':\n    multiprocessing.set_start_method('spawn')\n    sys.exit(main())\n"
    )
    command = [sys.executable, script, "build", "--jobs", "2", "--course", ROOT, "-o", tmp_path / "out"]
    variables = {**os.environ, "PYTHONPATH": str(ROOT)}
    for delay in (0.0, 0.3):
        for number in (signal.SIGINT, signal.SIGKILL):
            with subprocess.Popen(command, stderr=subprocess.PIPE, env=variables, start_new_session=True) as process:
                assert process.stderr and process.stderr.readline()
                time.sleep(delay)
                (os.killpg if number == signal.SIGINT else os.kill)(process.pid, number)
                told = process.stderr.read()
            assert_all_end(process.pid)
            if number == signal.SIGINT:  # a process that is being spawned complains of the death of its parent
                assert process.returncode == 130
                assert told.decode().splitlines()[-1].startswith("stopped") and b"Traceback" not in told


@pytest.mark.slow
def test_a_full_disk_is_told_and_leaves_every_product_whole(
    courses: tuple[Path, Path], versions: tuple[dict[str, bytes], dict[str, bytes]], tmp_path: Path
) -> None:
    course, output = courses[1], tmp_path
    with build(courses[0], output) as process:
        process.communicate()
    arguments = ("build", "--course", course, "-o", output, "--ui-lang", "en")
    for most in ("0", "1", "30", "100"):  # KiB: no record, no product, the smaller ones
        with start(*arguments, before=f"ulimit -f {most}") as process:
            out, err = process.communicate()
        assert (process.returncode, out) == (1, b"")
        assert b"cannot be written: the file is too large for this disk [output.not-written]" in err
        for name, data in products(output).items():
            assert data in (versions[0][name], versions[1][name])
    with build(course, output) as process:
        process.communicate()
    assert files(output) == versions[1]


@pytest.mark.slow
def test_a_full_disk_cuts_no_file_of_a_translator(tmp_path: Path) -> None:
    course = shutil.copytree(SMALL, tmp_path / "course")
    with start("i18n", "update", "--course", course) as process:
        process.communicate()
    before = files(course)
    assert [name for name in before if name.endswith(".po")]
    quiz = course / "content" / "basics" / "quiz.yaml"
    quiz.write_text(quiz.read_text(encoding="utf-8").replace("的", "之"), encoding="utf-8")
    changed = files(course)
    with start("i18n", "update", "--course", course, before="ulimit -f 1") as process:
        err = process.communicate()[1]
    assert (process.returncode, b"output.not-written" in err) == (1, True)
    assert files(course) == changed


@pytest.mark.slow
def test_two_builds_at_once_leave_the_products_of_one_of_them(
    courses: tuple[Path, Path], versions: tuple[dict[str, bytes], dict[str, bytes]], tmp_path: Path
) -> None:
    for _ in range(3):
        both = [build(course, tmp_path) for course in courses]
        told = [process.communicate()[1] for process in both]
        assert [process.returncode for process in both] == [0, 0], told
        assert files(tmp_path) in versions


@pytest.fixture
def closed() -> Iterator[Callable[[str], tuple[int, bytes]]]:
    """Return what runs a line of shell, and returns its exit code and what it printed."""

    def call(line: str) -> tuple[int, bytes]:
        command = f'edu() {{ "{sys.executable}" -m edu "$@"; }}; {line}'
        ended = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, check=False)
        return ended.returncode, ended.stdout + ended.stderr

    yield call


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("edu --help | true", 0),
        ("edu --help | true; exit ${PIPESTATUS[0]}", 0),
        ("edu --help >&-", 0),
        ("edu --help >/dev/full", 1),
        ("edu check --course /none --format json >/dev/full", 2),
        ("edu check --course /none 2>&1 | head -1 | grep -q course; exit ${PIPESTATUS[0]}", 2),
        ("edu check --course /none 2>/dev/full", 2),
        ("edu check --course /none 2>&-", 2),
        ("edu check --course /none <&- >&- 2>&-", 2),
    ],
)
def test_streams_that_are_closed_full_or_not_read_are_no_traceback(
    closed: Callable[[str], tuple[int, bytes]], line: str, code: int
) -> None:
    assert closed(line) == (code, b"")


@pytest.mark.slow
@pytest.mark.parametrize("streams", ["<&- >&- 2>&-", "2>&1 | true", "2>/dev/full"])
def test_a_build_that_nobody_listens_to_makes_the_same_products(
    closed: Callable[[str], tuple[int, bytes]],
    versions: tuple[dict[str, bytes], dict[str, bytes]],
    tmp_path: Path,
    streams: str,
) -> None:
    assert closed(f"edu build --course tests/courses/small -o {tmp_path} {streams}") == (0, b"")
    assert files(tmp_path) == versions[0]

"""The output folder: products are whole or absent, and a teacher's edit stays."""

from __future__ import annotations

import contextlib
import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from edu.lock import BusyError
from edu.problems import Code
from edu.shelf import RECORDS, Product, Put, note_files, put_file, put_product, stay_alone, write_whole

ROOT = Path(__file__).parents[1]
NAME = "zh_CN/strategy.pptx"
NEW = "zh_CN/strategy.new.pptx"
FIRST = Product(NAME, b"first")
SECOND = Product(NAME, b"second")


@contextlib.contextmanager
def as_a_plain_user() -> Iterator[Path]:
    """Give a folder of a user who may not write everywhere, as root may."""
    with tempfile.TemporaryDirectory() as folder:
        if os.geteuid() != 0:
            yield Path(folder)
            return
        os.chown(folder, 65534, 65534)
        os.seteuid(65534)
        try:
            yield Path(folder)
        finally:
            os.seteuid(0)


def files(folder: Path) -> dict[str, bytes]:
    """Return every file below `folder`, records left out."""
    paths = (path for path in folder.rglob("*") if path.is_file() and RECORDS not in path.relative_to(folder).parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can take a file from its owner")


@contextlib.contextmanager
def held_open(path: Path) -> Iterator[None]:
    """Let nobody replace or remove `path`, while files can be made beside it: so Windows guards what a program has open."""
    user = os.geteuid()
    os.seteuid(0)
    os.chown(path, 0, 0)
    path.chmod(0o666)
    os.chown(path.parent, 0, 0)
    path.parent.chmod(0o1777)
    os.seteuid(user)
    try:
        yield
    finally:
        os.seteuid(0)
        os.chown(path, user, user)
        os.chown(path.parent, user, user)
        os.seteuid(user)


def records(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (folder / RECORDS).rglob("*") if path.is_file()}


def test_a_product_is_written_once_and_then_left_alone(tmp_path: Path) -> None:
    assert put_product(tmp_path, FIRST) == Put(NAME, True)
    before = (tmp_path / NAME).stat().st_mtime_ns
    assert put_product(tmp_path, FIRST) == Put(NAME, False)
    assert (tmp_path / NAME).stat().st_mtime_ns == before
    assert files(tmp_path) == {NAME: b"first"}


def test_our_own_product_is_replaced(tmp_path: Path) -> None:
    put_product(tmp_path, FIRST)
    assert put_product(tmp_path, SECOND) == Put(NAME, True)
    assert files(tmp_path) == {NAME: b"second"}


@needs_root
def test_a_new_file_that_is_held_open_is_removed_later() -> None:
    with as_a_plain_user() as folder:
        for data in (b"1", b"2"):
            put_product(folder, Product(NAME, data))
            (folder / NAME).write_bytes(b"mine")
        (folder / NAME).unlink()
        put_product(folder, Product(NAME, b"2"))
        (folder / NAME).write_bytes(b"mine")
        assert put_product(folder, Product(NAME, b"3")).name == NEW
        with held_open(folder / NEW):
            (folder / NAME).unlink()
            assert put_product(folder, Product(NAME, b"4")) == Put(NAME, True)
            assert files(folder) == {NAME: b"4", NEW: b"3"}
        assert put_product(folder, Product(NAME, b"4")) == Put(NAME, False)
        assert files(folder) == {NAME: b"4"}


def test_records_depend_on_nothing_but_what_was_written_last(tmp_path: Path) -> None:
    for folder, products in (("a", [FIRST, SECOND]), ("b", [SECOND])):
        for product in products:
            put_product(tmp_path / folder, product)
    assert records(tmp_path / "a") == records(tmp_path / "b")


@pytest.mark.parametrize("record", [b"", b"\xff", b"[]", b'{"a": 1}', b"null", b"[" * 100_000])
def test_a_broken_record_counts_as_none(tmp_path: Path, record: bytes) -> None:
    put_product(tmp_path, FIRST)
    (tmp_path / RECORDS / f"{NAME}.json").write_bytes(record)
    assert put_product(tmp_path, FIRST) == Put(NAME, False)
    (tmp_path / RECORDS / f"{NAME}.json").write_bytes(record)
    assert put_product(tmp_path, SECOND).name == NEW


STEPS = """
import itertools, os, shutil, sys
from pathlib import Path
from edu.shelf import Product, Put, put_product

NAME, base = "zh_CN/a.pptx", Path(sys.argv[1])

def put(folder, data):
    return put_product(folder, Product(NAME, data), alone=True)

def prepare(folder):  # a product that was edited, with the new one beside it, and the edit taken away again
    for data in (b"0", b"1"):
        put(folder, data)
        (folder / NAME).write_bytes(b"mine")
    (folder / NAME).unlink()

def die_before(step):
    steps = itertools.count()
    def note(event, arguments):
        if event in ("open", "os.rename", "os.remove", "os.mkdir") and next(steps) == step:
            os._exit(9)
    sys.addaudithook(note)

for step in itertools.count():
    folder = base / str(step)
    prepare(folder)
    if os.fork() == 0:
        die_before(step)
        put(folder, b"2")
        os._exit(0)
    code = os.waitstatus_to_exitcode(os.wait()[1])
    found = (folder / NAME).read_bytes() if (folder / NAME).exists() else b""
    assert found in (b"", b"2"), (step, found)
    told = put(folder, b"3")
    assert (told.name, told.problems) == (NAME, ()), (step, told)
    left = [path.name for path in folder.rglob("*") if path.is_file()]
    assert sorted(left) == ["a.pptx", "a.pptx.json"], (step, left)
    if code == 0:
        break
print(step)
"""


def test_a_product_killed_before_any_of_its_steps_is_whole_and_the_next_build_mends_it(tmp_path: Path) -> None:
    ended = subprocess.run([sys.executable, "-c", STEPS, tmp_path], check=True, capture_output=True, cwd=ROOT)
    assert int(ended.stdout) > 10


def test_a_build_killed_at_any_moment_leaves_old_or_new_and_nothing_is_taken_for_an_edit(tmp_path: Path) -> None:
    sizes = 3_000_000
    loop = (
        "import sys, itertools; from pathlib import Path; from edu.shelf import Product, put_product\n"
        "print('ready', flush=True)\n"
        "for n in itertools.count():\n"
        f"    assert not put_product(Path(sys.argv[1]), Product({NAME!r}, bytes([n % 2]) * {sizes})).problems\n"
    )
    whole = {b"\0" * sizes, b"\1" * sizes}
    for delay in (0.0, 0.003, 0.011, 0.017, 0.029, 0.041):
        with subprocess.Popen([sys.executable, "-c", loop, str(tmp_path)], stdout=subprocess.PIPE) as process:
            assert process.stdout and process.stdout.readline().strip() == b"ready"
            time.sleep(delay)
            process.kill()
        assert not (tmp_path / NAME).exists() or (tmp_path / NAME).read_bytes() in whole
        settled = Product(NAME, str(delay).encode())
        whole.add(settled.data)
        assert put_product(tmp_path, settled) == Put(NAME, True)


def test_two_builds_at_once_wait_for_each_other(tmp_path: Path) -> None:
    loop = (
        "import sys; from pathlib import Path; from edu.shelf import Product, put_product, stay_alone\n"
        "for n in range(20):\n"
        "    with stay_alone(Path(sys.argv[1])) as alone:\n"
        "        for name in 'abc':\n"
        "            data = sys.argv[2].encode() + bytes([n]) * 50_000\n"
        "            put = put_product(Path(sys.argv[1]), Product(f'en/{name}.pptx', data), alone=alone)\n"
        "            assert alone and put.name == f'en/{name}.pptx' and not put.problems, put\n"
    )
    both = [subprocess.Popen([sys.executable, "-c", loop, str(tmp_path), name]) for name in "xy"]
    assert [process.wait() for process in both] == [0, 0]
    assert set(files(tmp_path)) == {"en/a.pptx", "en/b.pptx", "en/c.pptx"}
    assert len(set(files(tmp_path).values())) == 1


def test_a_build_that_never_ends_is_not_waited_for_for_ever(tmp_path: Path) -> None:
    with stay_alone(tmp_path), pytest.raises(BusyError), stay_alone(tmp_path, patience=0.1):
        raise AssertionError("two builds are alone")
    with stay_alone(tmp_path, patience=0.0) as alone:
        assert alone


def test_a_folder_that_cannot_be_locked_is_used_all_the_same() -> None:
    with as_a_plain_user() as folder:
        folder.chmod(0o555)
        with stay_alone(folder) as alone:
            assert not alone
            assert [problem.code for problem in put_product(folder, FIRST).problems] == [Code.READ_ONLY]


OLD, YOUNG, OTHERS = ".old.pptx.0a1b2c3d.tmp", ".young.pptx.0a1b2c3d.tmp", (".draft.tmp", "~$strategy.pptx", "ppt1A.tmp")


@pytest.mark.parametrize(("alone", "left"), [(False, {YOUNG, *OTHERS}), (True, {*OTHERS})])
def test_what_a_killed_build_left_is_swept_away_when_nobody_may_be_writing_it(
    tmp_path: Path, alone: bool, left: set[str]
) -> None:
    put_product(tmp_path, FIRST)
    for name in (OLD, YOUNG, *OTHERS):
        path = tmp_path / "zh_CN" / name
        path.write_bytes(b"half")
        os.utime(path, (time.time() - (0 if name == YOUNG else 7200),) * 2)
    put_product(tmp_path, FIRST, alone=alone)
    assert set(files(tmp_path)) == {NAME, *(f"zh_CN/{name}" for name in left)}


@needs_root
def test_a_product_held_open_is_told_and_stays_whole() -> None:
    with as_a_plain_user() as folder:
        put_product(folder, FIRST)
        with held_open(folder / NAME):
            assert [problem.code for problem in put_product(folder, SECOND).problems] == [Code.HELD_OPEN]
            assert put_product(folder, Product("zh_CN/other.pptx", b"other")) == Put("zh_CN/other.pptx", True)
            assert files(folder) == {NAME: b"first", "zh_CN/other.pptx": b"other"}
        assert put_product(folder, SECOND) == Put(NAME, True)


@needs_root
def test_a_file_held_for_a_moment_is_replaced_all_the_same() -> None:
    with as_a_plain_user() as folder:
        write_whole(folder / "a" / "file", b"first")
        with held_open(folder / "a" / "file"), pytest.raises(PermissionError):
            write_whole(folder / "a" / "file", b"second", pauses=(0.01,))
        ready = threading.Event()

        def hold_for_a_moment() -> None:
            with held_open(folder / "a" / "file"):
                ready.set()
                time.sleep(0.1)

        holder = threading.Thread(target=hold_for_a_moment)
        holder.start()
        ready.wait()
        write_whole(folder / "a" / "file", b"second", pauses=(0.05,) * 100)
        holder.join()
        assert files(folder) == {"a/file": b"second"}


def test_a_product_that_cannot_be_read_is_told() -> None:
    with as_a_plain_user() as folder:
        put_product(folder, FIRST)
        (folder / NAME).chmod(0)
        assert [problem.code for problem in put_product(folder, SECOND).problems] == [Code.HELD_OPEN]


def test_a_read_only_folder_is_a_problem() -> None:
    with as_a_plain_user() as folder:
        put_product(folder, FIRST)
        (folder / "zh_CN").chmod(0o555)
        problems = put_product(folder, SECOND).problems
        (folder / "zh_CN").chmod(0o755)
        assert [problem.code for problem in problems] == [Code.READ_ONLY]
        assert files(folder) == {NAME: b"first"}


def test_an_output_folder_that_is_a_file_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "dist").write_bytes(b"a file")
    assert [problem.code for problem in put_product(tmp_path / "dist", FIRST).problems] == [Code.NOT_WRITTEN]
    assert (tmp_path / "dist").read_bytes() == b"a file"


def test_a_link_out_of_the_output_folder_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (tmp_path / "dist").mkdir()
    (tmp_path / "dist" / "zh_CN").symlink_to(outside)
    assert [problem.code for problem in put_product(tmp_path / "dist", FIRST).problems] == [Code.OUTSIDE]
    assert files(outside) == {}


def test_a_full_disk_leaves_the_old_product(tmp_path: Path) -> None:
    put_product(tmp_path, FIRST)
    run = (
        "import sys; from pathlib import Path; from edu.shelf import Product, put_product\n"
        f"print(put_product(Path(sys.argv[1]), Product({NAME!r}, b'x' * 200_000)).problems[0].code.id)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", run, str(tmp_path)],
        check=True,
        capture_output=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (65_536, 65_536)),
    )
    assert done.stdout.decode().strip() == "output.not-written"
    assert files(tmp_path) == {NAME: b"first"}


def test_a_file_that_a_translator_saved_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "en" / "LC_MESSAGES" / "course.po"
    name = path.relative_to(tmp_path).as_posix()
    assert put_file(tmp_path, Product(name, b"1"), "") == Put(name, True)
    before = note_files(tmp_path)
    assert put_file(tmp_path, Product(name, b"2"), before[name]) == Put(name, True)
    path.write_bytes(b"saved")
    assert [problem.code for problem in put_file(tmp_path, Product(name, b"3"), before[name]).problems] == [
        Code.CHANGED_MEANWHILE
    ]
    assert files(tmp_path) == {name: b"saved"}
    assert put_file(tmp_path, Product(name, b"saved"), before[name]) == Put(name, False)

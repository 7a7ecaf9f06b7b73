"""The output folder: products are whole or absent, and a teacher's edit stays."""

from __future__ import annotations

import contextlib
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from edu.problems import Code
from edu.shelf import RECORDS, Product, Put, put_product

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
    paths = (path for path in folder.rglob("*") if path.is_file() and RECORDS not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


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


def test_an_edited_product_stays_and_the_new_one_stands_beside_it(tmp_path: Path) -> None:
    put_product(tmp_path, FIRST)
    (tmp_path / NAME).write_bytes(b"mine")
    put = put_product(tmp_path, SECOND)
    assert (put.name, [problem.code for problem in put.problems]) == (NEW, [Code.EDITED])
    assert files(tmp_path) == {NAME: b"mine", NEW: b"second"}
    put_product(tmp_path, Product(NAME, b"third"))
    assert files(tmp_path) == {NAME: b"mine", NEW: b"third"}


def test_an_edited_new_product_stays_too(tmp_path: Path) -> None:
    put_product(tmp_path, FIRST)
    (tmp_path / NAME).write_bytes(b"mine")
    put_product(tmp_path, SECOND)
    (tmp_path / NEW).write_bytes(b"mine too")
    assert put_product(tmp_path, Product(NAME, b"third")).name == "zh_CN/strategy.new2.pptx"
    assert files(tmp_path) == {NAME: b"mine", NEW: b"mine too", "zh_CN/strategy.new2.pptx": b"third"}


def test_a_file_that_we_never_wrote_stays(tmp_path: Path) -> None:
    (tmp_path / "zh_CN").mkdir()
    (tmp_path / NAME).write_bytes(b"somebody's")
    assert put_product(tmp_path, FIRST).name == NEW
    assert files(tmp_path) == {NAME: b"somebody's", NEW: b"first"}


def test_force_overwrites_an_edited_product(tmp_path: Path) -> None:
    put_product(tmp_path, FIRST)
    (tmp_path / NAME).write_bytes(b"mine")
    assert put_product(tmp_path, SECOND, force=True) == Put(NAME, True)
    assert files(tmp_path) == {NAME: b"second"}


def test_a_new_product_moved_over_the_edited_one_is_ours_again(tmp_path: Path) -> None:
    put_product(tmp_path, FIRST)
    (tmp_path / NAME).write_bytes(b"mine")
    put_product(tmp_path, SECOND)
    (tmp_path / NEW).replace(tmp_path / NAME)
    assert put_product(tmp_path, Product(NAME, b"third")) == Put(NAME, True)
    assert files(tmp_path) == {NAME: b"third"}


def test_a_deleted_product_is_written_again(tmp_path: Path) -> None:
    put_product(tmp_path, FIRST)
    (tmp_path / NAME).unlink()
    assert put_product(tmp_path, FIRST) == Put(NAME, True)


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


def test_a_product_killed_after_it_was_replaced_is_still_ours(tmp_path: Path) -> None:
    put_product(tmp_path, FIRST)
    stop = (
        "import sys, os; from pathlib import Path; import edu.shelf as shelf\n"
        "settle = shelf._settle\n"
        "shelf._settle = lambda *a: os._exit(9)\n"
        f"shelf.put_product(Path(sys.argv[1]), shelf.Product({NAME!r}, b'second'))\n"
    )
    assert subprocess.run([sys.executable, "-c", stop, str(tmp_path)], check=False).returncode == 9
    assert files(tmp_path) == {NAME: b"second"}
    assert put_product(tmp_path, Product(NAME, b"third")) == Put(NAME, True)


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


def test_two_builds_at_once_write_whole_products(tmp_path: Path) -> None:
    loop = (
        "import sys; from pathlib import Path; from edu.shelf import Product, put_product\n"
        "for n in range(60):\n"
        "    for name in 'abc':\n"
        "        put = put_product(Path(sys.argv[1]), Product(f'en/{name}.pptx', bytes([n]) * 50_000))\n"
        "        assert not [p for p in put.problems if p.code.name != 'EDITED'], put\n"
    )
    both = [subprocess.Popen([sys.executable, "-c", loop, str(tmp_path)]) for _ in range(2)]
    assert [process.wait() for process in both] == [0, 0]
    for data in files(tmp_path).values():
        assert len(data) == 50_000 and len(set(data)) == 1


def test_what_a_killed_build_left_is_swept_away_when_it_is_old(tmp_path: Path) -> None:
    put_product(tmp_path, FIRST)
    for name, age in ((".old.pptx.00.tmp", 7200), (".young.pptx.00.tmp", 0)):
        path = tmp_path / "zh_CN" / name
        path.write_bytes(b"half")
        os.utime(path, (time.time() - age,) * 2)
    put_product(tmp_path, FIRST)
    assert set(files(tmp_path)) == {NAME, "zh_CN/.young.pptx.00.tmp"}


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


def test_a_product_whose_name_is_a_folder_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / NAME).mkdir(parents=True)
    put = put_product(tmp_path, FIRST)
    assert put.name == "" and len(put.problems) == 1
    assert files(tmp_path) == {}


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
        f"print(put_product(Path(sys.argv[1]), Product({NAME!r}, b'x' * 200_000)).problems[0].code.value.id)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", run, str(tmp_path)],
        check=True,
        capture_output=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (65_536, 65_536)),
    )
    assert done.stdout.decode().strip() == "output.not-written"
    assert files(tmp_path) == {NAME: b"first"}

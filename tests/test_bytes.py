"""Same input, same bytes: whatever the clock, the folder, the user, the system and its libraries are."""

from __future__ import annotations

import io
import os
import random
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from tests.conftest import run_edu

ROOT = Path(__file__).resolve().parent.parent
SMALL = ROOT / "tests" / "courses" / "small"

EVERY = ("--to", "pptx", "--to", "html", "--to", "web")
"""All products that we write ourselves; LibreOffice makes the others."""

Files = Mapping[str, bytes]


def list_files(folder: Path) -> Files:
    """Return every file below `folder`, by its path there."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def build(
    course: Path,
    output: Path,
    *options: str,
    before: Sequence[str] = (),
    python: Sequence[str] = ("-m", "edu"),
    mask: int = -1,
    **variables: str,
) -> Files:
    """Build `course` in a process of its own, with `variables` beside the environment, and return the output folder."""
    command = [*before, sys.executable, *python, "build", "--course", str(course), "-o", str(output), *EVERY, *options]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **variables}
    ended = subprocess.run(command, env=environment, capture_output=True, check=False, umask=mask, cwd=course.parent)
    assert ended.returncode == 0, ended.stderr.decode(errors="replace")
    return list_files(output)


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a course with charts, pictures and PO files."""
    course = shutil.copytree(SMALL, tmp_path_factory.mktemp("bytes") / "course")
    ended = run_edu("i18n", "update", "--course", course)
    assert ended.returncode == 0, ended.stderr
    return course


@pytest.fixture(scope="module")
def products(course: Path) -> Files:
    """Return what a plain build makes of the course."""
    return build(course, course.parent / "plain")


def list_packages(name: str, data: bytes) -> Iterator[tuple[str, zipfile.ZipFile]]:
    """Yield the ZIP file `data` and every one inside it, by name."""
    package = zipfile.ZipFile(io.BytesIO(data))
    yield name, package
    for member in package.namelist():
        inner = package.read(member)
        if inner.startswith(b"PK"):
            yield from list_packages(f"{name}/{member}", inner)


def test_the_course_has_all_that_could_differ(products: Files) -> None:
    names = [name for deck, data in products.items() if deck.endswith(".pptx") for name, _ in list_packages(deck, data)]
    assert sum(name.endswith(".xlsx") for name in names) >= 4
    members = {
        name
        for deck, data in products.items()
        if deck.endswith(".pptx")
        for name in zipfile.ZipFile(io.BytesIO(data)).namelist()
    }
    assert any(name.startswith("ppt/media/") for name in members)
    assert {Path(name).suffix for name in products} >= {".pptx", ".html", ".json"}


def test_no_byte_of_a_package_depends_on_the_compressor_the_clock_or_the_system(products: Files) -> None:
    members = [
        (f"{name}/{member.filename}", member)
        for product, data in products.items()
        if product.endswith(".pptx")
        for name, package in list_packages(product, data)
        for member in package.infolist()
    ]
    same = (zipfile.ZIP_STORED, (1980, 1, 1, 0, 0, 0), 3, 0o600 << 16, b"", b"")
    found = {name: (m.compress_type, m.date_time, m.create_system, m.external_attr, m.extra, m.comment) for name, m in members}
    assert len(found) == len(members) > 100
    assert {name: look for name, look in found.items() if look != same} == {}


def _resave(course: Path, change: Callable[[bytes], bytes]) -> None:
    for path in [*course.rglob("*.yaml"), *course.rglob("*.po")]:
        path.write_bytes(change(path.read_bytes()))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("mark", "end"), [(b"", b"\r\n"), (b"\xef\xbb\xbf", b"\r\n"), (b"\xef\xbb\xbf", b"\n"), (b"", b"\r")], ids=repr
)
def test_the_bytes_are_the_same_however_an_editor_saved_the_sources(
    course: Path, products: Files, tmp_path: Path, mark: bytes, end: bytes
) -> None:
    saved = shutil.copytree(course, tmp_path / "course")
    _resave(saved, lambda data: mark + data.replace(b"\n", end))
    assert build(saved, tmp_path / "out") == products


@pytest.mark.slow
@pytest.mark.parametrize("now", ["1971-02-03 04:05:06", "1999-12-31 23:59:58", "2040-02-29 12:00:00"])
def test_the_bytes_are_the_same_at_any_time(course: Path, products: Files, tmp_path: Path, now: str) -> None:
    said = subprocess.run(["faketime", now, "date", "+%Y"], capture_output=True, check=True, text=True).stdout.strip()
    assert said == now[:4]
    assert build(course, tmp_path / "out", before=("faketime", now)) == products


@pytest.mark.slow
@pytest.mark.parametrize(
    "variables",
    [
        {"TZ": "Pacific/Kiritimati", "SOURCE_DATE_EPOCH": "1"},
        {"TZ": "America/New_York", "SOURCE_DATE_EPOCH": "2000000000"},
        {"LC_ALL": "zh_CN.GBK", "LANGUAGE": "zh_CN"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONHASHSEED": "1"},
        {"PYTHONHASHSEED": "4000000000"},
        {"PYTHONOPTIMIZE": "2", "PYTHONDONTWRITEBYTECODE": "1"},
        {"HOME": "/nonexistent", "USER": "lehrer", "LOGNAME": "lehrer", "HOSTNAME": "else", "TMPDIR": "/var/tmp"},
    ],
    ids="-".join,
)
def test_the_bytes_are_the_same_in_any_environment(
    course: Path, products: Files, tmp_path: Path, variables: dict[str, str]
) -> None:
    assert build(course, tmp_path / "out", **variables) == products


@pytest.mark.slow
def test_the_bytes_are_the_same_in_another_folder_whatever_it_is_called(course: Path, products: Files, tmp_path: Path) -> None:
    other = shutil.copytree(course, tmp_path / "我的 课程’s & <b>" / "1")
    assert build(other, other / "课 件") == products


@pytest.mark.slow
@pytest.mark.parametrize("mask", [0o000, 0o077])
def test_the_bytes_are_the_same_with_any_umask(course: Path, products: Files, tmp_path: Path, mask: int) -> None:
    copy = shutil.copytree(course, tmp_path / "course")
    for path in copy.rglob("*"):
        path.chmod(0o700 if path.is_dir() else 0o600 | random.Random(path.name).choice((0o000, 0o044, 0o111)))
    assert build(copy, tmp_path / "out", mask=mask) == products


@pytest.mark.slow
@pytest.mark.parametrize(("jobs", "before"), [("1", ("taskset", "--cpu-list", "0")), ("4", ())])
def test_the_bytes_are_the_same_with_any_number_of_processes(
    course: Path, products: Files, tmp_path: Path, jobs: str, before: tuple[str, ...]
) -> None:
    assert build(course, tmp_path / "out", "--jobs", jobs, before=before) == products


@pytest.mark.slow
@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_bytes_are_the_same_on_a_disk_of_another_order_with_another_zlib(
    course: Path, products: Files, tmp_path: Path, seed: str
) -> None:
    assert build(course, tmp_path / "out", python=("-m", "tests.tools.strange", seed)) == products


@pytest.mark.slow
def test_the_flagship_course_is_the_same_when_all_is_otherwise(tmp_path: Path) -> None:
    other = tmp_path / "另一个 文件夹"
    for folder in ("content", "locales"):
        shutil.copytree(ROOT / folder, other / folder)
    _resave(other, lambda data: b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n"))
    made = build(
        other, other / "dist", "--jobs", "2",
        before=("faketime", "2040-02-29 23:59:58"), python=("-m", "tests.tools.strange", "3"), mask=0o077,
        TZ="Pacific/Kiritimati", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0", PYTHONHASHSEED="7",
    )  # fmt: skip
    assert made == build(ROOT, tmp_path / "dist")

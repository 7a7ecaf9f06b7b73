"""Installed as people do, where nothing else is: it starts a course and builds it, to the byte as the checkout does."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator, Mapping
from email.parser import BytesParser
from pathlib import Path

import pytest
from filelock import FileLock

ROOT = Path(__file__).resolve().parent.parent
CONSTRAINTS = ("-c", str(ROOT / "constraints.txt"))
SCRIPTS = "Scripts" if os.name == "nt" else "bin"

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]  # it loads what we need from the network


def list_pythons() -> Iterator[str]:
    """Yield the Pythons to try beside this one: those that `PYTHONS` names, or else one of each minor version that is found."""
    named = shlex.split(os.environ.get("PYTHONS", ""))
    others = [minor for minor in (11, 12, 13) if minor != sys.version_info.minor]
    yield from named or filter(None, map(find_python, others))


def find_python(minor: int) -> str:
    """Return a Python 3.`minor` that runs, on the path or among pyenv's (whose own command may only say that it has one)."""
    name = f"python3.{minor}"
    kept = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv").glob(f"versions/3.{minor}.*/bin/{name}")
    return next((python for python in (shutil.which(name), *sorted(map(str, kept))) if python and _runs(python)), "")


def _runs(python: str) -> bool:
    return subprocess.run([python, "--version"], capture_output=True, check=False).returncode == 0


def call(*command: str | Path, cwd: Path, **variables: str) -> str:
    """Return what `command` prints in `cwd`, with nothing of this checkout in its environment."""
    ours = ("PYTHON", "VIRTUAL_ENV", "LC_", "LANG", "PIPX_", "PYTEST_")
    clean = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    environment = {**clean, "LANG": "zh_CN.UTF-8", **variables}
    words = [str(part) for part in command]
    ended = subprocess.run(words, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert ended.returncode == 0, f"{shlex.join(words)}\n{ended.stdout}\n{ended.stderr}"
    return ended.stdout


def list_files(folder: Path) -> Mapping[str, bytes]:
    """Return every file below `folder`, by its path there."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="session")
def packages(shared: Path) -> Path:
    """Return a folder with the sdist, and the wheel that was made from it."""
    folder = shared / "packages"
    with FileLock(f"{folder}.lock"):
        if not folder.exists():
            call(sys.executable, "-m", "build", "--outdir", folder, ROOT, cwd=shared)
    return folder


def find_package(packages: Path, suffix: str) -> Path:
    """Return the one file in `packages` that ends in `suffix`."""
    (package,) = packages.glob(f"*{suffix}")
    return package


def clone(folder: Path) -> Path:
    """Return a copy of all that git tracks, as it stands here."""
    names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout.decode().split("\0")
    for name in filter(None, names):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, folder / name)
    return folder


def install(python: str, source: Path, folder: Path) -> Path:
    """Install `source` with pip into an empty environment of `python`, and return the command."""
    call(python, "-m", "venv", folder / "env", cwd=folder)
    pip = (folder / "env" / SCRIPTS / "python", "-m", "pip")
    call(*pip, "install", "--quiet", "--no-compile", *CONSTRAINTS, source, cwd=folder)
    return folder / "env" / SCRIPTS / "edu"


def install_with_pipx(source: Path, folder: Path) -> Path:
    """Install `source` as an application of its own, and return the command."""
    homes = {"PIPX_HOME": str(folder / "pipx"), "PIPX_BIN_DIR": str(folder / "bin"), "PIPX_MAN_DIR": str(folder / "man")}
    arguments = ("--python", sys.executable, f"--pip-args={shlex.join(CONSTRAINTS)}")
    call(sys.executable, "-m", "pipx", "install", *arguments, source, cwd=folder, **homes)
    return folder / "bin" / "edu"


def check_command(edu: Path, folder: Path) -> None:
    """Assert that the command starts a course and builds it, both exactly as the checkout does."""
    here = (sys.executable, "-m", "edu")
    ours = {"PYTHONPATH": str(ROOT)}
    assert call(edu, "--version", cwd=folder) == call(*here, "--version", cwd=folder, **ours)
    assert "用法" in call(edu, "--help", cwd=folder)  # in the language of the system
    call(edu, "new", "我的 课程", cwd=folder)
    call(*here, "new", "same", cwd=folder, **ours)
    course = folder / "我的 课程"
    assert list_files(course) == list_files(folder / "same")
    call(edu, "build", "--strict", cwd=course)
    call(*here, "build", "--strict", "-o", folder / "built", cwd=folder / "same", **ours)
    products = list_files(course / "dist")
    assert products == list_files(folder / "built")
    assert sum(name.endswith((".pptx", ".quiz.html")) for name in products) == 4


WAYS = [
    *((sys.executable, way) for way in (".whl", "pipx")),
    *((python, ".whl") for python in list_pythons()),
]


@pytest.mark.parametrize(("python", "way"), WAYS, ids=lambda word: Path(word).name)
def test_it_installs_and_builds_a_new_course(packages: Path, tmp_path: Path, python: str, way: str) -> None:
    if way == "pipx":
        check_command(install_with_pipx(clone(tmp_path / "kejian"), tmp_path), tmp_path)
    else:
        check_command(install(python, find_package(packages, way), tmp_path), tmp_path)


def test_pip_makes_the_same_wheel_of_the_sdist_and_of_a_clone(packages: Path, tmp_path: Path) -> None:
    """What is installed of either is that wheel, so one way to install stands for all."""
    wheel = find_package(packages, ".whl")
    for source in (find_package(packages, ".tar.gz"), clone(tmp_path / "kejian")):
        made = tmp_path / source.name.replace("kejian", "wheel")
        call(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", made, source, cwd=tmp_path)
        assert find_package(made, ".whl").read_bytes() == wheel.read_bytes()


def test_the_wheel_holds_the_package_its_templates_and_our_words_and_nothing_else(packages: Path) -> None:
    with zipfile.ZipFile(find_package(packages, ".whl")) as wheel:
        held = {name: wheel.read(name) for name in wheel.namelist() if ".dist-info/" not in name}
    tracked = list_files(clone(packages.parent / "tracked"))
    wanted = {name: data for name, data in tracked.items() if name.startswith("edu/")}
    wanted |= {f"edu/{name}": data for name, data in tracked.items() if name.startswith("templates/")}
    wanted |= {
        f"edu/{name}": data for name, data in tracked.items() if name.startswith("locales/") and name.endswith("/edu.po")
    }
    assert held.keys() == wanted.keys()
    assert held == wanted
    assert {"edu/py.typed", "edu/templates/deck/house/_rels/.rels", "edu/locales/zh_CN/LC_MESSAGES/edu.po"} <= held.keys()


def test_the_wheel_says_what_it_is(packages: Path) -> None:
    with zipfile.ZipFile(find_package(packages, ".whl")) as wheel:
        (folder,) = {name.partition("/")[0] for name in wheel.namelist() if ".dist-info/" in name}
        said = BytesParser().parsebytes(wheel.read(f"{folder}/METADATA"))
        assert wheel.read(f"{folder}/licenses/LICENSE") == (ROOT / "LICENSE").read_bytes()
        assert wheel.read(f"{folder}/entry_points.txt").decode().split() == ["[console_scripts]", "edu", "=", _find_entry()]
    assert (said["Name"], said["License-Expression"], said["Requires-Python"]) == ("kejian", "MIT", ">=3.11")
    assert said["Description-Content-Type"] == "text/markdown"
    assert str(said.get_payload(decode=True), "utf-8") == (ROOT / "README.md").read_text(encoding="utf-8")


def _find_entry() -> str:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    return next(line.split('"')[1] for line in text.splitlines() if line.startswith("edu = "))


def test_the_sdist_holds_what_the_wheel_is_made_of_and_nothing_else(packages: Path) -> None:
    with tarfile.open(find_package(packages, ".tar.gz")) as sdist:
        tops = {name.split("/")[1] for name in sdist.getnames()}
    plain = {"CHANGELOG.md", "LICENSE", "PKG-INFO", "README.md", "pyproject.toml", ".gitignore"}
    assert tops == {*plain, "edu", "locales", "templates"}

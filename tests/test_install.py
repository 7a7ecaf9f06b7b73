"""The wheel, installed where nothing else is: it finds its templates and its words, and builds a course."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SMALL = ROOT / "tests" / "courses" / "small"

pytestmark = pytest.mark.slow


def call(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run `command` in `cwd` without anything of this checkout in its environment."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV", "LC_", "LANG"))}
    environment = {**clean, "LANG": "zh_CN.UTF-8"}
    return subprocess.run(
        [str(part) for part in command], cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False
    )


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an empty environment into which the wheel was installed, with what it says that it needs."""
    folder = tmp_path_factory.mktemp("install")
    made = call(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, ROOT, cwd=folder)
    assert made.returncode == 0, made.stderr
    venv.create(folder / "env", with_pip=True)
    (wheel,) = folder.glob("*.whl")
    pip = (folder / "env" / "bin" / "python", "-m", "pip", "install", "--quiet", "-c", ROOT / "constraints.txt", wheel)
    ended = call(*pip, cwd=folder)
    assert ended.returncode == 0, ended.stderr
    return folder / "env"


def test_the_wheel_brings_every_template_and_our_own_words(installed: Path) -> None:
    (package,) = installed.glob("lib/python*/site-packages/edu")
    for folder, pattern in (("templates", "**/*"), ("locales", "*/LC_MESSAGES/edu.po")):
        kept = {path.relative_to(ROOT / folder): path.read_bytes() for path in (ROOT / folder).glob(pattern) if path.is_file()}
        brought = {path.relative_to(package / folder): path for path in (package / folder).rglob("*") if path.is_file()}
        assert set(brought) == set(kept)
        assert all(brought[name].read_bytes() == data for name, data in kept.items())


def test_it_builds_the_same_products_as_the_checkout(installed: Path, tmp_path: Path) -> None:
    course = shutil.copytree(SMALL, tmp_path / "课程")
    ended = call(installed / "bin" / "edu", "build", cwd=course)
    assert ended.returncode == 0, ended.stderr
    here = subprocess.run(
        [sys.executable, "-m", "edu", "build", "--course", course, "-o", tmp_path / "here"],
        capture_output=True,
        check=True,
        cwd=ROOT,
    )
    assert here.returncode == 0
    ours = {
        path.relative_to(tmp_path / "here"): path.read_bytes() for path in (tmp_path / "here").rglob("*.*") if path.is_file()
    }
    theirs = {path.relative_to(course / "dist"): path.read_bytes() for path in (course / "dist").rglob("*.*") if path.is_file()}
    assert len(ours) > 4 and theirs == ours


def test_it_speaks_the_language_of_the_system(installed: Path, tmp_path: Path) -> None:
    ended = call(installed / "bin" / "edu", "build", "--format", "json", "--course", tmp_path, cwd=tmp_path)
    assert ended.returncode == 2
    message = json.loads(ended.stdout)[0]["message"]
    assert any("\u4e00" <= char <= "\u9fff" for char in message)

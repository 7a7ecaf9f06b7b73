"""The rules of the house: sizes, names, what no committed file may hold, and which room may import which."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from edu.problems import KINDS, Code, Kind

ROOT = Path(__file__).resolve().parent.parent
MOST_LINES = 400
MOST_FUNCTION_LINES = 40
VAGUE_FILES = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "handler"}
VAGUE_ENDINGS = ("Manager", "Handler", "Processor", "Factory", "Context", "Helper", "Utils")
MACHINE = re.compile(r"/(?:root|work|opt|tmp/setup|home/[a-z]+)/|registry\.npm|pypi\.(?:org/simple|python)|deb\.debian")
TEXT = {
    ".py",
    ".js",
    ".css",
    ".html",
    ".j2",
    ".md",
    ".yaml",
    ".yml",
    ".toml",
    ".json",
    ".txt",
    ".po",
    ".pot",
    ".xml",
    ".rels",
    "",
}


def _list_tracked() -> list[Path]:
    names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout.decode().split("\0")
    return [ROOT / name for name in names if name and (ROOT / name).is_file()]


def _list_python(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


HOUSE = _list_python("edu", "tests")
ROOMS = _list_python("edu")
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def _find_long_functions(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, FUNCTIONS) and (lines := (node.end_lineno or 0) - node.lineno + 1) > MOST_FUNCTION_LINES:
            yield f"{_name(path)}:{node.lineno}: {node.name} has {lines} lines"


def _find_vague_names(path: Path) -> Iterator[str]:
    if path.stem.lower() in VAGUE_FILES:
        yield f"{_name(path)}: what is this file's job? Name it after that"
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ClassDef) and node.name.endswith(VAGUE_ENDINGS):
            yield f"{_name(path)}:{node.lineno}: {node.name}"


def _find_bare_functions(path: Path) -> Iterator[str]:
    body = ast.parse(path.read_text(encoding="utf-8")).body
    for node in body:
        if isinstance(node, FUNCTIONS) and not node.name.startswith("_") and not ast.get_docstring(node):
            yield f"{_name(path)}:{node.lineno}: {node.name} has no docstring"


def test_no_file_is_longer_than_a_reader_holds_in_mind() -> None:
    scripts = sorted((ROOT / "templates").rglob("*.js"))
    lines = {_name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in [*HOUSE, *scripts]}
    assert {name: count for name, count in lines.items() if count > MOST_LINES} == {}


def test_no_function_is_longer_than_a_screen() -> None:
    assert [found for path in HOUSE for found in _find_long_functions(path)] == []


def test_every_module_says_in_its_docstring_what_it_is_for() -> None:
    bare = [_name(path) for path in HOUSE if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))]
    assert bare == []


def test_every_public_function_says_what_it_returns() -> None:
    assert [found for path in ROOMS for found in _find_bare_functions(path)] == []


def test_no_name_is_vague() -> None:
    assert [found for path in HOUSE for found in _find_vague_names(path)] == []


def test_no_committed_file_names_a_machine() -> None:
    found = []
    for path in _list_tracked():
        if path.suffix in TEXT and (match := MACHINE.search(path.read_text(encoding="utf-8"))):
            found.append(f"{_name(path)}: {match.group()}")
    assert found == []


def test_every_code_is_its_own_and_written_alike() -> None:
    ids = [code.id for code in KINDS.values()]
    assert len(ids) == len(set(ids)) == sum(isinstance(getattr(Code, name), Kind) for name in dir(Code))
    assert [id for id in ids if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*\.[a-z0-9]+(-[a-z0-9]+)*", id)] == []


def test_the_rooms_import_only_what_stands_below_them() -> None:
    run = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-logo", "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize(
    ("source", "find"),
    [
        ("def draw():\n" + "    pass\n" * MOST_FUNCTION_LINES, _find_long_functions),
        ("class SlideManager:\n    pass\n", _find_vague_names),
        ("def draw():\n    pass\n", _find_bare_functions),
    ],
)
def test_the_rules_can_be_broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: str, find) -> None:
    path = tmp_path / "example.py"
    path.write_text(source, encoding="utf-8")
    monkeypatch.setattr(sys.modules[__name__], "ROOT", tmp_path)
    assert len(list(find(path))) == 1

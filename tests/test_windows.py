"""Nothing assumes POSIX: what Linux can see of how it goes on Windows and macOS."""

from __future__ import annotations

import ast
import json
import os
import re
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from edu.build import Order, build_course, check_course
from edu.model.course import Locale
from edu.model.prose import Id
from edu.problems import Code
from edu.source.pictures import is_safe_name

ROOT = Path(__file__).resolve().parent.parent
SMALL = ROOT / "tests" / "courses" / "small"
ROOMS = sorted((ROOT / "edu").rglob("*.py"))

POSIX_MODULES = {"fcntl", "grp", "posix", "pty", "pwd", "readline", "resource", "syslog", "termios", "tty"}
POSIX_CALLS = {"chmod", "chown", "symlink", "symlink_to", "link", "hardlink_to", "mkfifo", "fork", "killpg", "setsid", "umask"}
WRITERS = {"write_text", "open", "fdopen", "TextIOWrapper"}
MOVES = {"edu/new.py": "what it moves, it moves into a folder that holds nothing"}


def list_files(folder: Path) -> Mapping[str, bytes]:
    """Return every file below `folder`, by its path there."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def run(*arguments: str | Path | bytes, cwd: Path = ROOT, **variables: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command line with `variables` beside the environment."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **variables}
    return subprocess.run([sys.executable, "-m", "edu", *arguments], cwd=cwd, env=environment, capture_output=True, check=False)


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """Return a copy of the small course in a folder with a name that no code page has."""
    return shutil.copytree(SMALL, tmp_path / "课程 é 🙂")


def spoil(course: Path, old: str, new: str, file: str = "basics/lesson.yaml") -> None:
    path = course / "content" / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")


# --- the code ----------------------------------------------------------------------------------------------------------


def _is_for_windows(test: ast.expr) -> bool:
    return ast.unparse(test) in ("sys.platform == 'win32'", "os.name == 'nt'")


def _walk_windows(node: ast.AST) -> Iterator[ast.AST]:
    """Yield `node` and what is below it, without what is said to be for other systems alone."""
    yield node
    others = node.orelse if isinstance(node, ast.If) and _is_for_windows(node.test) else []
    for child in ast.iter_child_nodes(node):
        if child not in others:
            yield from _walk_windows(child)


def find_posix(source: str, file: str = "") -> Iterator[str]:
    """Yield what would not go on Windows, or not in the same way."""
    for node in _walk_windows(ast.parse(source)):
        match node:
            case ast.Import(names=names) if found := {name.name for name in names} & POSIX_MODULES:
                yield f"{file}: there is no {found.pop()} on Windows"
            case ast.ImportFrom(module=str(name)) if name in POSIX_MODULES:
                yield f"{file}: there is no {name} on Windows"
            case ast.Call(func=ast.Attribute(attr=name)) if name in POSIX_CALLS:
                yield f"{file}:{node.lineno}: {name} does nothing on Windows, or is not there"
            case ast.Call(func=ast.Attribute(attr="rename")) if file not in MOVES:
                yield f"{file}:{node.lineno}: rename fails on Windows where a file stands: use replace"
            case ast.Call(func=ast.Attribute(attr=name) | ast.Name(id=name)) if name in WRITERS and _writes_text(node, name):
                yield f"{file}:{node.lineno}: {name} writes CRLF on Windows: write bytes, or give newline"


def _writes_text(call: ast.Call, name: str) -> bool:
    given = {keyword.arg for keyword in call.keywords}
    if name == "write_text":
        return "newline" not in given
    words = [
        part.value for part in (*call.args, *(keyword.value for keyword in call.keywords)) if isinstance(part, ast.Constant)
    ]
    modes = [str(word) for word in words if re.fullmatch(r"[rwaxbt+]{1,3}", str(word))]
    return "newline" not in given and any(set(mode) & set("wax+") and "b" not in mode for mode in modes)


def test_nothing_in_the_code_is_of_posix_alone() -> None:
    found = [line for path in ROOMS for line in find_posix(path.read_text(encoding="utf-8"), path.relative_to(ROOT).as_posix())]
    assert found == []


@pytest.mark.parametrize(
    "source",
    [
        "import fcntl",
        "from pwd import getpwuid",
        "os.symlink(a, b)",
        "path.symlink_to(other)",
        "path.chmod(0o755)",
        "path.rename(other)",
        "path.write_text(text, encoding='utf-8')",
        "path.open('w', encoding='utf-8')",
        "open(path, mode='a', encoding='utf-8')",
        "if sys.platform == 'win32':\n    pass\nimport fcntl",
    ],
)
def test_what_is_of_posix_alone_is_found(source: str) -> None:
    assert len(list(find_posix(source))) == 1


@pytest.mark.parametrize(
    "source",
    [
        "if sys.platform == 'win32':\n    import msvcrt\nelse:\n    import fcntl",
        "path.open('wb')",
        "path.open(encoding='utf-8')",
        "path.write_text(text, encoding='utf-8', newline='\\n')",
        "path.replace(other)",
    ],
)
def test_what_goes_everywhere_is_not_found(source: str) -> None:
    assert list(find_posix(source)) == []


def test_no_file_is_read_or_written_in_the_encoding_of_the_system() -> None:
    rule = ("--preview", "--isolated", "--select", "PLW1514")
    ended = subprocess.run([sys.executable, "-m", "ruff", "check", *rule, "edu"], cwd=ROOT, capture_output=True, check=False)
    assert ended.returncode == 0, ended.stdout.decode()


@pytest.mark.slow
@pytest.mark.parametrize(
    "arguments",
    [("build", "--jobs", "2"), ("check",), ("i18n", "update"), ("schema", "-o", "here"), ("new", "there"), ("--help",)],
    ids=lambda arguments: arguments[0],
)
def test_no_library_does_so_for_us(course: Path, arguments: tuple[str, ...]) -> None:
    warns = {"PYTHONWARNDEFAULTENCODING": "1", "PYTHONWARNINGS": "error::EncodingWarning"}
    ended = run(*arguments, cwd=course, **warns)
    assert ended.returncode == 0, ended.stderr.decode()
    assert b"EncodingWarning" not in ended.stderr


# --- consoles ----------------------------------------------------------------------------------------------------------

CONSOLES = [
    {"PYTHONIOENCODING": "gbk"},
    {"PYTHONIOENCODING": "cp936:strict"},
    {"PYTHONIOENCODING": "cp1252:strict"},
    {"PYTHONIOENCODING": "cp437"},
    {"PYTHONIOENCODING": "ascii:strict"},
    {"PYTHONUTF8": "0", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"},
    {"PYTHONLEGACYWINDOWSSTDIO": "1", "PYTHONIOENCODING": "latin-1"},
]


@pytest.mark.parametrize(
    "arguments", [("check",), ("check", "--format", "json"), ("--help",), ("bild",), ("build", "--lang", "英")]
)
def test_every_console_gets_the_same_bytes_in_utf_8(course: Path, arguments: tuple[str, ...]) -> None:
    spoil(course, "kind: chart\n    title: 去年谁收入更高", "kind: 表\n    title: 🙂")
    expected = run(*arguments, "--ui-lang", "zh_CN", cwd=course, PYTHONUTF8="1")
    said = expected.stdout.decode("utf-8") + expected.stderr.decode("utf-8")
    assert re.search("[\u4e00-\u9fff]{4}", said) and "\\u" not in said
    for console in CONSOLES:
        got = run(*arguments, "--ui-lang", "zh_CN", cwd=course, **console)
        assert (got.returncode, got.stdout, got.stderr) == (expected.returncode, expected.stdout, expected.stderr), console


def test_a_folder_with_a_name_that_is_no_text_is_built_in(course: Path) -> None:
    odd = os.fsencode(course.parent) + b"/\xd6\xd0\xce\xc4-\xff"
    shutil.move(os.fsencode(course), odd)
    ended = run("build", "--course", odd)
    assert ended.returncode == 0, ended.stderr
    assert b"Traceback" not in ended.stderr
    ended.stderr.decode("utf-8")


def test_paths_in_json_have_slashes_and_no_system_in_them(course: Path) -> None:
    spoil(course, "image: images/shop.png", "image: images/shp.png")
    ended = run("check", "--format", "json", cwd=course)
    told = json.loads(ended.stdout.decode("utf-8"))
    assert {"content/basics/lesson.yaml"} <= {problem["file"] for problem in told}
    assert [problem for problem in told if "\\" in json.dumps(problem, ensure_ascii=False) or str(course) in str(problem)] == []


# --- files -------------------------------------------------------------------------------------------------------------


def test_every_text_that_is_written_has_plain_line_ends_and_no_mark(course: Path, tmp_path: Path) -> None:
    for path in course.rglob("*.yaml"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    for arguments in (("i18n", "update"), ("build",), ("schema", "-o", "schema")):
        assert run(*arguments, cwd=course).returncode == 0
    assert run("new", "new", cwd=tmp_path).returncode == 0
    written = {name: data for name, data in list_files(course).items() if not name.startswith("content/")}
    written |= list_files(tmp_path / "new")
    texts = {name: data for name, data in written.items() if not name.endswith((".pptx", ".png", ".jpg", "/lock"))}
    assert {Path(name).suffix for name in texts} >= {".po", ".pot", ".html", ".json", ".yaml"}
    assert [name for name, data in texts.items() if b"\r" in data or data.startswith(b"\xef\xbb\xbf")] == []


def _split(name: str) -> list[str]:
    return name.replace("\\", "/").split("/")


DEVICES = ["con", "prn", "aux", "nul", "conin$", "conout$", *(f"{port}{n}" for port in ("com", "lpt") for n in "0123456789¹²³")]


@pytest.mark.parametrize("name", DEVICES)
@pytest.mark.parametrize("form", ["{}", "{}.png", "images/{}.png", "{}/a.png", "{}.tar.png", "{} .png"])
def test_no_picture_has_the_name_of_a_device(name: str, form: str) -> None:
    assert not is_safe_name(form.format(name)) and not is_safe_name(form.format(name.upper()))
    assert is_safe_name(form.format(f"{name}a"))


@given(st.text(alphabet=st.sampled_from('aA.Ccon \\/:*?"<>|\x00\x1f茶é'), min_size=1, max_size=12))
def test_no_picture_has_a_name_that_windows_would_change(name: str) -> None:
    if is_safe_name(name):
        assert not set(name) & set('\\:*?"<>|') and min(name) >= " "
        assert all(part == part.rstrip(" .") != "" for part in _split(name))


@pytest.mark.parametrize("kind", [Id, Locale])
@given(st.text(alphabet="abzAZ01-_.", min_size=1, max_size=8))
def test_no_two_names_of_products_differ_in_capitals_alone(kind: object, name: str) -> None:
    fits: TypeAdapter[str] = TypeAdapter(kind)
    others = {name.lower(), name.upper(), name.title(), name.swapcase()} - {name}
    try:
        fits.validate_python(name)
    except ValidationError:
        return
    for other in others:
        with pytest.raises(ValidationError):
            fits.validate_python(other)


@pytest.mark.parametrize("language", ["con", "prn", "aux", "nul"])
def test_no_language_has_the_name_of_a_device(course: Path, language: str) -> None:
    spoil(course, "languages: [zh_CN, en]", f"languages: [zh_CN, en, {language}]", "course.yaml")
    report = build_course(Order(course))
    assert report.failed and Code.FORBIDDEN_NAME in {problem.code for problem in report.problems}
    assert not (course / "dist").exists()


@pytest.mark.parametrize(("written", "stands"), [("NFC", "NFD"), ("NFD", "NFC")])
def test_a_picture_is_found_however_its_accents_are_spelt(course: Path, tmp_path: Path, written: str, stands: str) -> None:
    plain, accented = "images/shop", "images/Café が 한"
    build_course(Order(course, tmp_path / "plain"))
    for language in ("", ".en"):
        old = course / "content" / "basics" / f"{plain}{language}.png"
        old.rename(old.with_name(unicodedata.normalize(stands, f"{accented}{language}.png").rpartition("/")[2]))
    spoil(course, f"image: {plain}.png", f"image: {unicodedata.normalize(written, accented)}.png")
    build_course(Order(course, tmp_path / "accented"))
    decks = [list_files(tmp_path / name) for name in ("plain", "accented")]
    assert [{name: deck[name] for name in deck if name.endswith(".pptx")} for deck in decks][1].keys() == {
        "zh_CN/basics.pptx",
        "en/basics.pptx",
    }
    assert decks[0] == decks[1]


def test_a_picture_in_other_capitals_is_missing_on_every_system(course: Path) -> None:
    spoil(course, "image: images/shop.png", "image: Images/shop.PNG")
    (problem,) = [found for found in check_course(Order(course)).problems if found.code == Code.MISSING_PICTURE]
    assert problem.values["near"] == "images/shop.png"


@pytest.mark.parametrize("depth", [1, 4])
def test_a_long_path_is_built_into(course: Path, tmp_path: Path, depth: int) -> None:
    output = tmp_path.joinpath(*("长" * 80 for _ in range(depth)))
    report = build_course(Order(course, output))
    assert not report.failed and len(report.files) == 4
    assert all((output / name).is_file() for name in report.files)


@pytest.mark.parametrize("name", ["长" * 100, "a" * 300, "/".join(["b" * 200] * 25)], ids=["characters", "name", "path"])
def test_a_path_that_is_too_long_is_told(course: Path, name: str) -> None:
    ended = run("build", "-o", name, cwd=course)
    assert (ended.returncode, b"Traceback" in ended.stderr) == (1, False)
    assert b"[output." in ended.stderr

"""A new course: whole or not at all, in either language the same, sound under --strict, and what to do next said right."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from edu.bench import Materials, set_up_bench
from edu.build import Order, build_course
from edu.cli import main
from edu.language.words import load_words
from edu.look import choose_template
from edu.model.course import list_course_prose
from edu.model.edition import Edition
from edu.new import list_next_steps, list_starters, write_course
from edu.problems import Code, EduError, Kind
from edu.source.read import read_course
from edu.source.schema import FOLDER, make_schemas
from tests.conftest import ROOT, run_edu

STARTERS = ROOT / "templates" / "course"
LANGUAGES = list_starters()
SOURCES = {"course.yaml", "facts.yaml", "glossary.yaml", "sunlight/lesson.yaml", "sunlight/quiz.yaml"}


def files(folder: Path) -> dict[str, bytes]:
    """Return every file below `folder`."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def list_names(folder: Path) -> list[str]:
    """Return what stands in `folder`, by name."""
    return sorted(path.name for path in folder.iterdir())


def expect(lang: str) -> dict[str, bytes]:
    """Return the files that a new course in `lang` has, with schemas in English."""
    schemas = {f"content/{FOLDER}/{name}": data for name, data in make_schemas(str).items()}
    return {**files(STARTERS / lang), **schemas}


def make_editions(lang: str, root: Path | None = None) -> dict[str, Edition]:
    """Return the starter in `lang`, or the course at `root`, in each of its languages."""
    root = root or STARTERS / lang
    reading = read_course(root)
    assert reading.course and not reading.problems
    bench, problems = set_up_bench(Materials(root, reading.course, reading.pictures, choose_template(reading.course.settings)))
    assert not any(problems.values())
    return dict(bench.editions)


def refuse(folder: Path, lang: str = "en") -> Kind:
    """Return why no new course can be written into `folder`."""
    with pytest.raises(EduError) as raised:
        write_course(folder, lang, str)
    (problem,) = raised.value.problems
    return problem.code


@contextlib.contextmanager
def as_a_plain_user() -> Iterator[Path]:
    """Do what follows as a user whom the system can refuse something; yield a folder of that user's."""
    with tempfile.TemporaryDirectory() as name:
        user = 65534 if os.geteuid() == 0 else os.geteuid()
        os.chown(name, user, -1)
        root = os.geteuid()
        os.seteuid(user)
        try:
            yield Path(name)
        finally:
            os.seteuid(root)


# --- the course --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_new_course_builds_without_a_warning_in_both_languages(lang: str, tmp_path: Path) -> None:
    write_course(tmp_path / "课", lang, str)
    report = build_course(Order(tmp_path / "课", strict=True))
    assert report.problems == ()
    assert len(report.files) == 4 and {name.partition("/")[0] for name in report.files} == set(LANGUAGES)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_as_its_comment_says_one_language_alone_will_do(lang: str, tmp_path: Path) -> None:
    write_course(tmp_path, lang, str)
    settings = tmp_path / "content" / "course.yaml"
    text = settings.read_text(encoding="utf-8")
    assert f"[{lang}]" in text
    settings.write_text(re.sub(r"(?m)^languages: .*", f"languages: [{lang}]", text), encoding="utf-8")
    report = build_course(Order(tmp_path, strict=True))
    assert (report.problems, len(report.files)) == ((), 2)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_its_translation_is_complete_and_in_step(lang: str, tmp_path: Path) -> None:
    write_course(tmp_path, lang, str)
    before = files(tmp_path)
    updated = run_edu("i18n", "update", "--strict", "--ui-lang", "en", "--course", tmp_path)
    assert (updated.returncode, updated.stderr) == (0, "done: 0 files changed\n")
    assert files(tmp_path) == before
    assert not any(mark in data for mark in (b"fuzzy", b"#~") for name, data in before.items() if name.endswith(".po"))


def test_both_starters_say_the_same_in_each_language() -> None:
    editions = {lang: make_editions(lang) for lang in LANGUAGES}
    for shown in LANGUAGES:
        first, *others = (list_course_prose(editions[written][shown].course) for written in LANGUAGES)
        assert first and all(other == first for other in others)


def test_both_starters_have_the_same_files_ids_and_figures() -> None:
    chinese, english = (make_editions(lang)[lang].course for lang in ("zh_CN", "en"))
    assert set(files(STARTERS / "zh_CN")) == {name.replace("zh_CN", "en") for name in files(STARTERS / "en")}
    assert [fact.value for fact in chinese.book.facts] == [fact.value for fact in english.book.facts]
    (lesson, quiz) = (english.modules[0].lesson, english.modules[0].quiz)
    assert [(s.id, s.kind, s.facts) for s in chinese.modules[0].lesson.slides] == [
        (s.id, s.kind, s.facts) for s in lesson.slides
    ]
    assert [(q.id, q.kind, q.slide) for q in chinese.modules[0].quiz.questions] == [
        (q.id, q.kind, q.slide) for q in quiz.questions
    ]
    assert len({slide.kind for slide in lesson.slides}) >= 3
    assert len({question.kind for question in quiz.questions}) == 3
    assert {term.id for term in english.glossary.terms} and {fact.kind for fact in english.book.facts} == {"figure"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_source_file_explains_itself_in_the_language_of_the_teacher(lang: str) -> None:
    for name in SOURCES:
        text = (STARTERS / lang / "content" / name).read_text(encoding="utf-8")
        comments = [line.partition("# ")[2] for line in text.split("\n")[1:] if re.search(r"(^|\s)# ", line)]
        chinese = [comment for comment in comments if re.search(r"[\u4e00-\u9fff]", comment)]
        assert len(comments) >= 2
        assert len(chinese) > 0.8 * len(comments) if lang == "zh_CN" else len(chinese) <= 1


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_is_written_as_it_stands_in_the_templates_with_lf(lang: str, tmp_path: Path) -> None:
    names, problems = write_course(tmp_path / "new", lang, str)
    assert files(tmp_path / "new") == expect(lang)
    assert (set(names), problems) == (set(expect(lang)), ())
    assert not any(b"\r" in data for data in files(tmp_path / "new").values())


# --- where -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["我的 课", "a/b/c", "it's", "课程！@#￥%", "-x", "con", "x" * 200, "a. "])
def test_any_name_of_a_folder_will_do(name: str, tmp_path: Path) -> None:
    write_course(tmp_path / name, "en", str)
    assert files(tmp_path / name) == expect("en")


def test_an_empty_folder_will_do_and_what_systems_leave_in_one(tmp_path: Path) -> None:
    for name in (".DS_Store", "Thumbs.db", "desktop.ini"):
        (tmp_path / name).write_bytes(b"")
    write_course(tmp_path, "en", str)
    assert set(expect("en")) < set(files(tmp_path))


@pytest.mark.parametrize("name", ["lesson.docx", ".git", "content", ".edu-new.txt"])
def test_a_folder_that_holds_something_is_left_as_it_is(name: str, tmp_path: Path) -> None:
    (tmp_path / "课" / name).mkdir(parents=True)
    assert refuse(tmp_path / "课") == Code.FOLDER_IN_USE
    assert list_names(tmp_path / "课") == [name]


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    (tmp_path / "nowhere").symlink_to(tmp_path / "gone")
    (tmp_path / "circle").symlink_to("circle")
    assert refuse(tmp_path / "notes.txt") == Code.NOT_A_FOLDER
    assert refuse(tmp_path / "notes.txt" / "course") == Code.NOT_A_FOLDER
    assert refuse(tmp_path / "nowhere") == Code.NOT_A_FOLDER
    assert refuse(tmp_path / "circle") == Code.NO_NEW_COURSE
    assert files(tmp_path) == {"notes.txt": b"mine"}


def test_a_name_that_no_folder_can_have_is_told(tmp_path: Path) -> None:
    assert refuse(tmp_path / ("x" * 300)) == Code.NO_NEW_COURSE
    assert refuse(tmp_path / "a\0b") == Code.NO_NEW_COURSE
    assert list_names(tmp_path) == []


def test_a_place_where_nothing_can_be_written_is_told() -> None:
    with as_a_plain_user() as folder:
        (folder / "open").mkdir()
        (folder / "open").chmod(0o555)
        assert refuse(folder / "open" / "course") == Code.NOT_WRITABLE
        assert refuse(folder / "open") == Code.NOT_WRITABLE
        (folder / "open").chmod(0o000)
        assert refuse(folder / "open" / "course") == Code.NOT_WRITABLE
        (folder / "open").chmod(0o755)
        assert list_names(folder / "open") == []


def test_a_course_inside_a_course_is_written_with_a_warning(tmp_path: Path) -> None:
    write_course(tmp_path, "en", str)
    _, problems = write_course(tmp_path / "second", "en", str)
    assert [problem.code for problem in problems] == [Code.COURSE_IN_COURSE]
    assert files(tmp_path / "second") == expect("en")


@pytest.mark.parametrize(("asked", "written"), [("zh", "zh_CN"), ("zh-TW", "zh_CN"), ("EN", "en"), ("en_GB", "en")])
def test_a_language_is_found_however_it_is_written(asked: str, written: str, tmp_path: Path) -> None:
    write_course(tmp_path, asked, str)
    assert files(tmp_path) == expect(written)


def test_a_language_without_a_starter_is_told(tmp_path: Path) -> None:
    assert refuse(tmp_path / "cours", "fr") == Code.NO_STARTER
    assert list_names(tmp_path) == []


# --- the command line --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("folder", "here", "steps"),
    [
        ("/home/课", "/home", ["cd 课", "edu build"]),
        ("/home/我的 课", "/home", ["cd '我的 课'", "edu build"]),
        ("/home/it's", "/home", ["cd 'it'\"'\"'s'", "edu build"]),
        ("/home/-x", "/home", ["cd ./-x", "edu build"]),
        ("/home/~", "/home", ["cd '~'", "edu build"]),
        ("/data/课", "/home", ["cd /data/课", "edu build"]),
        ("/home/课", "/home/课", ["edu build"]),
        ("C:\\课", "C:\\", ["cd 课", "edu build"]),
        ("C:\\我的 课\\一", "C:\\", ['cd "我的 课\\一"', "edu build"]),
        ("C:\\a&b", "C:\\", ['cd "a&b"', "edu build"]),
        ("c:\\课", "C:\\Users", ["cd c:\\课", "edu build"]),
        ("D:\\课", "C:\\Users", ["D:", "cd D:\\课", "edu build"]),
        ("\\\\server\\share\\课", "C:\\Users", ["cd \\\\server\\share\\课", "edu build"]),
    ],
)
def test_what_to_type_next_is_right_in_the_shells_of_each_system(folder: str, here: str, steps: list[str]) -> None:
    windows = "\\" in here
    path = PureWindowsPath if windows else PurePosixPath
    assert list(list_next_steps(path(folder), path(here), windows=windows)) == steps


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., tuple[int, str]]:
    """Return what runs the command line in an empty folder, with its exit code and what it prints on standard error."""
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str) -> tuple[int, str]:
        capsys.readouterr()
        return main(list(arguments)), capsys.readouterr().err

    return call


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", ["course", "我的 课", "it's (1)"])
def test_its_last_lines_build_the_course_when_they_are_typed(lang: str, name: str, tmp_path: Path) -> None:
    made = run_edu("new", name, "--ui-lang", lang, cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    lines = made.stderr.splitlines()
    steps = [line.strip() for line in lines if line.startswith("  ")]
    assert lines[-2:] == [f"  {step}" for step in steps]
    folder = Path(sys.executable).parent
    shell = subprocess.run(
        ["sh", "-ec", "\n".join(steps)],
        cwd=tmp_path,
        env={**os.environ, "PATH": f"{folder}:{os.environ['PATH']}"},
        check=False,
        capture_output=True,
    )
    assert shell.returncode == 0, shell.stderr.decode()
    assert (tmp_path / name / "dist" / "index.html").is_file()


def test_the_course_is_in_the_language_that_edu_speaks_or_in_the_one_asked_for(run: Callable[..., tuple[int, str]]) -> None:
    for folder, lang, arguments in (("1", "zh_CN", []), ("2", "en", ["--lang", "en"])):
        assert run("new", folder, "--ui-lang", "zh_CN", *arguments)[0] == 0
        settings = (Path(folder) / "content" / "course.yaml").read_text(encoding="utf-8")
        assert f"\nlanguage: {lang}\n" in settings
        schemas = make_schemas(load_words("zh_CN", [ROOT / "locales"]))
        assert (Path(folder) / "content" / FOLDER / "quiz.json").read_bytes() == schemas["quiz.json"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["new"], "usage.no-folder"),
        (["new", ""], "usage.no-folder"),
        (["new", "a", "b"], "usage.unknown-argument"),
        (["new", "a", "--lang", "zh_TW_x"], ""),
        (["new", "a", "--lang", "tlh"], "usage.no-starter"),
        (["new", "held"], "usage.folder-in-use"),
        (["new", "held/file"], "usage.not-a-folder"),
    ],
)
def test_wrong_usage_ends_with_2_and_writes_nothing(
    run: Callable[..., tuple[int, str]], tmp_path: Path, arguments: list[str], code: str
) -> None:
    (tmp_path / "held").mkdir()
    (tmp_path / "held" / "file").write_text("mine")
    ended, said = run(*arguments)
    assert ended == (2 if code else 0)
    assert f"[{code}]" in said or not code
    assert (tmp_path / "held" / "file").read_text() == "mine"
    assert not code or list_names(tmp_path) == ["held"]


def test_schemas_are_written_where_an_editor_looks_and_files_without_their_line_are_told(
    run: Callable[..., tuple[int, str]], tmp_path: Path
) -> None:
    shutil.copytree(ROOT / "tests" / "courses" / "small", tmp_path / "small")
    ended, said = run("schema", "--course", "small", "--ui-lang", "en")
    assert ended == 0
    folder = tmp_path / "small" / "content" / FOLDER
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == dict(make_schemas(str))
    assert "write as the first line of content/basics/quiz.yaml: # yaml-language-server: $schema=../.schema/quiz.json" in said
    assert len(said.splitlines()) == 5 + 1 + 5
    assert run("schema", "--course", "small", "--ui-lang", "en")[1].startswith("done: 0 files changed")


def test_schemas_go_where_they_are_asked_for_with_or_without_a_course(run: Callable[..., tuple[int, str]]) -> None:
    assert run("schema", "-o", "schemas", "--ui-lang", "en")[0] == 0
    assert list_names(Path("schemas")) == ["course.json", "facts.json", "glossary.json", "lesson.json", "quiz.json"]
    assert run("schema", "--ui-lang", "en")[0] == 2
    Path("file").write_text("mine")
    ended, said = run("schema", "-o", "file", "--ui-lang", "en")
    assert (ended, Path("file").read_text()) == (1, "mine")
    assert "[output." in said


@pytest.mark.parametrize("verb", ["new", "schema"])
def test_the_help_is_in_the_language_of_the_teacher(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    for lang in LANGUAGES:
        assert main([verb, "--help", "--ui-lang", lang]) == 0
        page = capsys.readouterr().out
        assert bool(re.search(r"[\u4e00-\u9fff]", page)) == (lang == "zh_CN")
        assert f"edu {verb} " in page

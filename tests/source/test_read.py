"""Whole courses."""

from __future__ import annotations

import os
import random
import shutil
import time
from pathlib import Path

import pytest

from edu.model.course import list_course_prose
from edu.problems import Problem, word_problem
from edu.source.read import Reading, find_place, read_course
from tests.source.cases import SMALL

ROOT = SMALL.parent.parent.parent
SOURCES = ("course.yaml", "facts.yaml", "glossary.yaml", "basics/lesson.yaml", "basics/quiz.yaml")


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """Return a copy of the small course in a folder whose name holds a space and Chinese."""
    return Path(shutil.copytree(SMALL, tmp_path / "我的 课程"))


def words(problems: tuple[Problem, ...]) -> str:
    return "\n".join(word_problem(problem, str) for problem in problems)


@pytest.mark.parametrize("root", [SMALL, ROOT], ids=["small", "flagship"])
def test_a_course_is_read_without_a_problem(root: Path) -> None:
    reading = read_course(root)
    assert words(reading.problems) == ""
    assert reading.course is not None


@pytest.mark.parametrize("root", [SMALL, ROOT], ids=["small", "flagship"])
def test_every_text_has_a_place_of_its_own(root: Path) -> None:
    reading = read_course(root)
    assert reading.course is not None
    trails = [trail for trail, _ in list_course_prose(reading.course)]
    assert [trail for trail in trails if trail not in reading.places] == []
    assert len({reading.places[trail] for trail in trails}) == len(trails)


def test_a_place_is_where_the_text_starts() -> None:
    reading = read_course(SMALL)
    place = find_place(reading.places, "basics/quiz#questions[claim].answer")
    assert place is not None
    line = (SMALL / place.file).read_text(encoding="utf-8").splitlines()[place.line - 1]
    assert line[place.column - 1 :] == "false"


def test_pictures_come_with_those_of_each_language() -> None:
    pictures = read_course(SMALL).pictures
    assert sorted(pictures) == ["basics/images/shop.en.png", "basics/images/shop.png"]
    assert {(picture.format, picture.width, picture.height) for picture in pictures.values()} == {("png", 320, 200)}
    assert pictures["basics/images/shop.png"].name == "basics/images/shop.png"


def _save(course: Path, start: bytes, end: bytes) -> Reading:
    for name in SOURCES:
        path = course / "content" / name
        path.write_bytes(start + path.read_bytes().replace(b"\n", end))
    return read_course(course)


@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"], ids=["bare", "mark"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"], ids=["LF", "CRLF", "CR"])
def test_a_course_is_the_same_however_its_lines_end(course: Path, start: bytes, end: bytes) -> None:
    reading, plain = _save(course, start, end), read_course(SMALL)
    assert reading.course == plain.course
    assert reading.places == plain.places


def test_a_pipe_in_the_place_of_a_file_is_not_waited_for(course: Path) -> None:
    for name in ("glossary.yaml", "basics/images/shop.png"):
        (course / "content" / name).unlink()
        os.mkfifo(course / "content" / name)
    assert [problem.code.id for problem in read_course(course).problems] == ["source.not-a-file", "picture.not-a-picture"]


def test_an_empty_folder_has_no_course(tmp_path: Path) -> None:
    assert [problem.trail for problem in read_course(tmp_path).problems] == ["course#", "facts#", "glossary#"]


def test_a_course_may_itself_be_reached_through_a_link(course: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(course)
    assert read_course(link).problems == ()


BITS = (
    "{", "[", "**", "`", ": ", " #x", "\t", "&a ", "*a", "null", "1e999", "'", '"', "- ", "\x00", "[[x]]", "{x}", "🙂",
    "9" * 400, "|", "id: ", "",
)  # fmt: skip


def _mutate(text: str, chance: random.Random) -> str:
    """Return `text` with up to four places overwritten by an odd bit, or by another line."""
    lines = text.split("\n")
    for _ in range(chance.randint(1, 4)):
        here, there = chance.randrange(len(lines)), chance.randrange(len(lines))
        column = chance.randrange(len(lines[here]) + 1)
        bit = chance.choice([*BITS, lines[there]])
        lines[here] = lines[here][:column] + bit + lines[here][column + chance.randint(0, 3) :]
    return "\n".join(lines)


@pytest.mark.slow
def test_no_mutation_of_a_course_breaks_the_reader(course: Path) -> None:
    chance = random.Random(20250930)
    for _ in range(150):
        name = chance.choice(SOURCES)
        path = course / "content" / name
        path.write_text(_mutate((SMALL / "content" / name).read_text(encoding="utf-8"), chance), encoding="utf-8")
        start = time.process_time()
        problems = read_course(course).problems
        assert time.process_time() - start < 5
        assert all(problem.place and word_problem(problem, str) for problem in problems)
        shutil.copyfile(SMALL / "content" / name, path)

"""`edu watch`: what is saved is shown, what is wrong is told, and nobody but this computer is served."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from edu.build import Order
from edu.problems import Code, EduError
from edu.serve import PAGES
from edu.serve.changes import mark_files
from edu.serve.preview import Previewer, find_owner
from edu.serve.server import ADDRESS, open_port
from edu.serve.site import Board, Notice
from edu.serve.watch import keep_pages

ROOT = Path(__file__).parents[1]
SMALL = ROOT / "tests" / "courses" / "small"
TRANSLATED = ROOT / "templates" / "course" / "zh_CN"
TITLE = "title: 收入不等于赚到的钱"


@pytest.fixture
def course(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return shutil.copytree(getattr(request, "param", SMALL), tmp_path / "我的 课程")


@pytest.fixture
def options() -> tuple[str, ...]:
    """Return what `edu watch` is told besides the course."""
    return ()


@pytest.fixture
def address(course: Path, options: tuple[str, ...]) -> Iterator[str]:
    """Watch `course`, and return the address where it is shown."""
    command = [sys.executable, "-m", "edu", "watch", "--course", course, "--no-browser", *options]
    variables = {**os.environ, "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"}
    with subprocess.Popen(command, stderr=subprocess.PIPE, env=variables) as process:
        assert process.stderr
        yield process.stderr.readline().decode().split()[-1]
        process.send_signal(signal.SIGINT)
        told = process.stderr.read().decode()
    assert (process.returncode, told.splitlines()[-1]) == (130, "stopped; every product is whole")
    assert "Traceback" not in told


def change(course: Path, old: str, new: str, file: str = "content/basics/lesson.yaml") -> None:
    path = course / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.with_suffix(".part").write_text(text.replace(old, new, 1), encoding="utf-8")
    path.with_suffix(".part").replace(path)  # as editors save


def ask(url: str, **headers: str) -> int:
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=30) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code


@pytest.mark.parametrize(
    ("path", "owner"),
    [
        ("content/strategy/lesson.yaml", "strategy"),
        ("content/strategy/images/map.png", "strategy"),
        ("content/facts.yaml", ""),
        ("locales/en/LC_MESSAGES/strategy.po", "strategy"),
        ("locales/en/LC_MESSAGES/course.po", ""),
        ("locales/en/LC_MESSAGES/edu.po", ""),
    ],
)
def test_a_file_belongs_to_its_module_or_to_all(path: str, owner: str) -> None:
    assert find_owner(path) == owner


def test_what_a_change_does_not_touch_is_not_made_again(course: Path) -> None:
    previewer = Previewer(Order(course, outputs=PAGES))
    first = previewer.make_pages(mark_files(course))[1]
    change(course, TITLE, TITLE + "！")
    second = previewer.make_pages(mark_files(course))[1]
    assert first["zh_CN/basics.web.html"] != second["zh_CN/basics.web.html"]
    third = previewer.make_pages(mark_files(course))[1]
    assert all(third[name] is second[name] for name in third if name != "index.html")


def test_the_page_that_is_looked_at_is_made_first(course: Path) -> None:
    shown: list[str] = []
    previewer = Previewer(Order(course, outputs=PAGES), lambda name, page: shown.append(name))
    pages = previewer.make_pages(mark_files(course), ["index.html", "en/basics.web.html", "zh_CN/basics.quiz.html"])[1]
    assert shown[:2] == ["en/basics.web.html", "zh_CN/basics.quiz.html"]
    assert sorted(shown) == sorted(pages.keys() - {"index.html"})
    previewer.make_pages(mark_files(course))
    assert len(shown) == len(pages) - 1


def test_a_page_is_put_up_before_the_rest_where_it_is_looked_at_and_is_another_one() -> None:
    board = Board(looked=("a.web.html",))
    board.show("a.web.html", b"new")
    assert board.notice is None  # the first pages come with their problems
    board.notice = notice = Notice({"a.web.html": b"old", "b.web.html": b"old"}, count="1 error")
    board.show("b.web.html", b"new")
    board.show("a.web.html", b"old")
    assert board.notice is notice
    board.show("a.web.html", b"new")
    assert board.notice == Notice({"a.web.html": b"new", "b.web.html": b"old"}, count="1 error")


def test_the_index_page_leads_to_the_last_good_pages_while_they_stay() -> None:
    before = {"index.html": b"a b", "a.web.html": b"good", "b.web.html": b"good"}
    made = {"index.html": b"b", "b.web.html": b"better"}
    assert keep_pages(before, made) == {"index.html": b"a b", "a.web.html": b"good", "b.web.html": b"better"}
    assert keep_pages({}, made) == made


def test_the_next_free_port_is_taken_and_one_that_was_asked_for_is_told() -> None:
    with open_port(None) as first, open_port(None) as second:
        assert first.getsockname()[0] == second.getsockname()[0] == ADDRESS
        port = first.getsockname()[1]
        assert second.getsockname()[1] > port
        with pytest.raises(EduError) as told:
            open_port(port)
    assert [problem.code for problem in told.value.problems] == [Code.PORT_TAKEN]


@pytest.mark.slow
def test_only_the_pages_are_served_and_to_this_computer_alone(address: str) -> None:
    page = f"{address}.page/zh_CN/basics.quiz.html"
    end = time.monotonic() + 60
    while ask(page) != 200:
        assert time.monotonic() < end
        time.sleep(0.1)
    assert ask(page, Host="evil.example") == ask(address, Host="evil.example:80") == 400
    for path in ("../../etc/passwd", "..%2f..%2fetc%2fpasswd", "zh_CN/../course.yaml", "zh_CN/none.web.html"):
        assert ask(f"{address}.page/{path}") == 404


@pytest.mark.slow
def test_a_save_is_shown_at_the_same_slide_and_a_mistake_with_its_place(course: Path, address: str, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{address}zh_CN/basics.web.html#goals")
    frame = page.frame_locator("#page")
    expect(frame.locator("html")).to_contain_text("收入不等于赚到的钱", timeout=60_000)
    change(course, TITLE, "title: 收入和利润是两回事")
    expect(frame.locator("html")).to_contain_text("收入和利润是两回事", timeout=30_000)
    assert page.url == f"{address}zh_CN/basics.web.html#goals"
    change(course, "kind: objectives", "kind: objektives")
    expect(page.locator("#panel li.error .place")).to_have_text("content/basics/lesson.yaml:20:11", timeout=30_000)
    expect(frame.locator("html")).to_contain_text("收入和利润是两回事")
    change(course, "kind: objektives", "kind: objectives")
    expect(page.locator("#panel li.error")).to_have_count(0, timeout=30_000)
    page.close()


@pytest.mark.slow
def test_a_save_keeps_what_was_answered_and_where_the_page_stands(course: Path, address: str, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 700, "height": 300})
    page.goto(f"{address}zh_CN/basics.quiz.html")
    frame = page.frame_locator("#page")
    frame.locator("#primary").click(timeout=60_000)
    frame.locator("label", has_text="卖茶收到的钱").click()
    page.evaluate("document.getElementById('page').contentWindow.scrollTo(0, 57)")
    change(course, "想想“收到”和“剩下”的差别。", "想想收到的和剩下的。", "content/basics/quiz.yaml")
    change(course, "title: 为什么有人排队：小测", "title: 排队的道理：小测", "content/basics/quiz.yaml")
    expect(frame.locator("html")).to_contain_text("排队的道理", timeout=30_000)
    expect(frame.locator("label", has_text="卖茶收到的钱").locator("input")).to_be_checked()
    page.wait_for_function("document.getElementById('page').contentWindow.scrollY === 57")
    page.close()


@pytest.mark.slow
@pytest.mark.parametrize("course", [TRANSLATED], indirect=True)
def test_the_save_of_a_translation_is_shown(course: Path, address: str, browser: Browser) -> None:
    file = "locales/en/LC_MESSAGES/sunlight.po"
    page = browser.new_page()
    page.goto(f"{address}en/sunlight.web.html")
    frame = page.frame_locator("#page")
    expect(frame.locator("h1")).to_be_visible(timeout=60_000)
    title = frame.locator("h1").inner_text()
    change(course, f'msgstr "{title}"', f'msgstr "{title}, mended"', file)
    expect(frame.locator("h1")).to_have_text(f"{title}, mended", timeout=30_000)
    change(course, f'msgstr "{title}, mended"', f'msgstr "{title}', file)
    expect(page.locator("#panel li.error .place")).to_contain_text(f"{file}:", timeout=30_000)
    expect(frame.locator("h1")).to_have_text(f"{title}, mended")
    page.close()


@pytest.mark.slow
def test_a_course_that_is_broken_from_the_start_comes_by_itself_once_it_is_mended(course: Path, browser: Browser) -> None:
    change(course, "kind: objectives", "kind: objektives")
    page = browser.new_page()
    command = [sys.executable, "-m", "edu", "watch", "--course", course, "--no-browser"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(ROOT)}) as process:
        assert process.stderr
        page.goto(process.stderr.readline().decode().split()[-1])
        expect(page.locator("#panel li.error")).to_have_count(1, timeout=60_000)
        expect(page.locator("#empty")).to_be_visible()
        change(course, "kind: objektives", "kind: objectives")
        expect(page.frame_locator("#page").locator("h1")).to_be_visible(timeout=60_000)
        expect(page.locator("#empty")).to_be_hidden()
        process.terminate()
    expect(page.locator("#ended")).to_be_visible(timeout=30_000)
    page.close()

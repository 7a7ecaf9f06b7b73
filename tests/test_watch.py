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

ROOT = Path(__file__).parents[1]
SMALL = ROOT / "tests" / "courses" / "small"
TITLE = "title: 收入不等于赚到的钱"


@pytest.fixture
def course(tmp_path: Path) -> Path:
    return shutil.copytree(SMALL, tmp_path / "我的 课程")


@pytest.fixture
def address(course: Path) -> Iterator[str]:
    """Watch `course`, and return the address where it is shown."""
    command = [sys.executable, "-m", "edu", "watch", "--course", course, "--no-browser"]
    variables = {**os.environ, "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"}
    with subprocess.Popen(command, stderr=subprocess.PIPE, env=variables) as process:
        assert process.stderr
        yield process.stderr.readline().decode().split()[-1]
        process.send_signal(signal.SIGINT)
        told = process.stderr.read().decode()
    assert (process.returncode, told.splitlines()[-1]) == (130, "stopped; every product is whole")
    assert "Traceback" not in told


def change(course: Path, old: str, new: str) -> None:
    path = course / "content" / "basics" / "lesson.yaml"
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

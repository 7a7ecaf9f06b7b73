"""The flagship course -> a copy whose lesson also has a picture, and a list and a table that no slide has room for."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path

import polib

from tests.bench.course import set_up
from tests.conftest import ROOT

MODULE = "strategy"
LANGUAGES = ("zh_CN", "en")
LIST, TABLE, PICTURE = "long-list", "long-table", "quiz-page"
"""The ids of the slides that the copy has besides the flagship's."""

_LAST = "\n  - id: wrap-up\n"
_TITLES = {
    "课后小测的全部解析，都放在一页上": "All explanations of the quiz, put on one slide",
    "课后小测的题目与提示，都放在一张表里": "All questions and hints of the quiz, put into one table",
    "课后小测在手机上也能做": "The quiz works on a phone too",
}
_WORDS = {
    **_TITLES,
    "题目": "Question",
    "提示": "Hint",
    "这一页故意写得太长。": "This slide is too long on purpose.",
    "先让学生看图，再请他们打开小测。": "Show the picture first, then ask them to open the quiz.",
    "小测页面：一道题，四个选项，答完有反馈": "The quiz page: a question with four choices and the feedback to an answer",
    "一题一屏，答完就有反馈": "One question a screen, with feedback at once",
}
"""Each Chinese text that the copy adds, with its English. The long slides borrow theirs from the quiz of the lesson."""


def write_course(folder: Path) -> Path:
    """Write the course into `folder` and return it."""
    for name in ("content", "locales"):
        shutil.copytree(ROOT / name, folder / name)
    lesson = folder / "content" / MODULE / "lesson.yaml"
    before, mark, after = lesson.read_text(encoding="utf-8").partition(_LAST)
    assert mark, f"{lesson} has no slide {_LAST.strip()}"
    slides = "".join(f"\n  - {json.dumps(slide, ensure_ascii=False)}\n" for slide in _make_slides())
    lesson.write_text(before + slides + mark + after, encoding="utf-8", newline="\n")
    for tag in ("", ".en"):
        shutil.copyfile(ROOT / "docs" / "pictures" / f"quiz{tag or '.zh_CN'}.png", lesson.parent / f"quiz{tag}.png")
    catalogue = polib.pofile(str(folder / "locales" / "en" / "LC_MESSAGES" / f"{MODULE}.po"))
    catalogue.extend(polib.POEntry(msgid=source, msgstr=target) for source, target in _WORDS.items())
    catalogue.save()
    return folder


def _make_slides() -> tuple[Mapping[str, object], ...]:
    questions = next(module for module in set_up(ROOT).editions["zh_CN"].course.modules if module.id == MODULE).quiz.questions
    (list_title, table_title, picture_title), long = _TITLES, "这一页故意写得太长。"
    rows = [[question.text, question.hint] for question in questions if question.hint]
    picture = {"image": "quiz.png", "alt": "小测页面：一道题，四个选项，答完有反馈", "caption": "一题一屏，答完就有反馈"}
    return (
        {"id": PICTURE, "kind": "picture", "title": picture_title, **picture, "notes": "先让学生看图，再请他们打开小测。"},
        {"id": LIST, "kind": "points", "title": list_title, "points": [q.explanation for q in questions], "notes": long},
        {"id": TABLE, "kind": "table", "title": table_title, "columns": ["题目", "提示"], "rows": rows, "notes": long},
    )

"""The languages that a new course is translated into besides, and that are built where somebody adds them to its list."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from pptx import Presentation

from edu.build import Order, build_course
from edu.model.course import list_course_prose
from edu.new import list_starters, write_course
from tests.conftest import run_edu
from tests.test_new import files, make_editions
from tests.tools.ooxml import list_sdk_faults
from tests.tools.overflow import list_overflows

LANGUAGES = list_starters()
MORE = ("ja", "ar")


def write_in_more(folder: Path, lang: str) -> Path:
    """Write the starter in `lang` with the languages switched on that it is translated into besides, as its comment says."""
    write_course(folder, lang, str)
    settings = folder / "content" / "course.yaml"
    text = re.sub(r"(?m)^languages: .*", f"languages: [{', '.join((lang, *MORE))}]", settings.read_text(encoding="utf-8"))
    settings.write_text(text, encoding="utf-8")
    return folder


def test_it_builds_without_a_warning_in_more_languages_too(tmp_path: Path) -> None:
    course = write_in_more(tmp_path, "en")
    report = build_course(Order(course, strict=True))
    assert (report.problems, len(report.files)) == ((), 6)
    before = files(course / "locales")
    updated = run_edu("i18n", "update", "--strict", "--ui-lang", "en", "--course", course)
    assert (updated.returncode, updated.stderr) == (0, "done: 0 files changed\n")
    assert files(course / "locales") == before
    checked = run_edu("i18n", "check", "--strict", "--ui-lang", "en", "--course", course)
    assert (checked.returncode, checked.stdout.strip() or checked.stderr.strip()) == (0, "nothing is wrong")


@pytest.mark.slow
def test_in_more_languages_validators_find_nothing_and_nothing_runs_over(tmp_path: Path) -> None:
    course = write_in_more(tmp_path / "new", "en")
    assert build_course(Order(course, languages=MORE, outputs=("pptx",))).problems == ()
    decks = [Path(shutil.copy(course / "dist" / lang / "sunlight.pptx", tmp_path / f"{lang}.pptx")) for lang in MORE]
    assert [str(fault) for fault in list_sdk_faults(decks)] == []
    assert [str(over) for over in list_overflows(decks, tmp_path / "grown")] == []
    assert [Presentation(str(deck)).slides[0].shapes.title.text_frame.text for deck in decks] == [
        "太陽の光は何分で届く？",
        "كم يستغرق ضوء الشمس في رحلته؟",
    ]


@pytest.mark.slow
def test_a_quiz_in_arabic_is_a_page_from_right_to_left(tmp_path: Path, browser: Browser) -> None:
    course = write_in_more(tmp_path, "en")
    build_course(Order(course, languages=("ar",), outputs=("html",)))
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.goto((course / "dist" / "ar" / "sunlight.quiz.html").as_uri())
    page.get_by_role("button", name="ابدأ", exact=True).click()
    assert page.evaluate("[document.documentElement.dir, document.documentElement.lang]") == ["rtl", "ar"]
    assert "متى انطلق من الشمس الضوء" in page.inner_text("main")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.close()


def test_both_starters_say_the_same_in_more_languages_too(tmp_path: Path) -> None:
    editions = {lang: make_editions(lang, write_in_more(tmp_path / lang, lang)) for lang in LANGUAGES}
    for shown in MORE:
        first, *others = (list_course_prose(editions[written][shown].course) for written in LANGUAGES)
        assert first and all(other == first for other in others)

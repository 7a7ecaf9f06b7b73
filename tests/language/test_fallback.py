"""What stands where a translation is missing is what the course wants there, and a reader can see it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import polib
import pytest

from edu.language.catalogue import read_catalogue
from edu.language.extract import extract_course
from edu.language.publish import withhold_languages
from edu.language.trails import has_words
from edu.language.translate import make_edition
from edu.model.course import Course
from edu.model.edition import Edition
from edu.plan.paper import TextEntry
from edu.plan.quiz import make_quiz
from edu.plan.runs import make_runs
from edu.problems import Code, Level, Problems
from tests.language.files import fill, update

TITLE = "basics/lesson#title"


def set_up(course: Course, **settings: Any) -> Course:
    return course.model_copy(update={"settings": course.settings.model_copy(update=settings)})


def translate(entry: polib.POEntry) -> None:
    """Write a translation that keeps every figure; leave the title of the lesson out, and one question's text."""
    left_out = entry.msgid in ("为什么有人排队", "哪一项是营业额？", "一段时间内再次购买的顾客叫什么？")
    entry.msgstr = "" if left_out else f"{entry.msgid} x"


def read(course: Course, locales: Path, lang: str, **options: Any) -> tuple[Edition, Problems]:
    catalogue, _ = read_catalogue(locales, lang, list(extract_course(course)))
    return make_edition(course, lang, catalogue, str, **options)


def word(edition: Edition, trail: str, text: str) -> str:
    return "".join(run.text for run in make_runs(edition, text, trail))


@pytest.fixture
def locales(small: Course, tmp_path: Path) -> Path:
    update(small, tmp_path)
    for lang in ("en", "de"):
        fill(tmp_path, translate, lang)
    return tmp_path


def test_a_fallback_is_marked_where_the_course_wants_it(small: Course, locales: Path) -> None:
    title = small.modules[0].lesson.title
    for policy, expected in (("show", str(title)), ("mark", f"【{title}】")):
        edition, problems = read(set_up(small, fallback=policy), locales, "en")
        assert word(edition, TITLE, edition.course.modules[0].lesson.title) == expected
        assert {problem.level for problem in problems} == {Level.WARNING}


def test_a_question_that_falls_back_is_marked_in_each_of_its_texts_and_in_no_accepted_answer(
    small: Course, locales: Path
) -> None:
    course = set_up(small, fallback="mark")
    source, _ = read(course, locales, "zh_CN")
    english, _ = read(course, locales, "en", lender=source)
    paper, _ = make_quiz((source, english), "basics")
    item = next(item for item in paper.items if "en" in item.fallbacks)
    told = "".join(run.text for run in item.text["en"])
    assert told.startswith("【") and told.endswith("】")
    assert "【" not in repr([item.body.shown for item in paper.items if isinstance(item.body, TextEntry)])


def test_a_missing_translation_fails_the_build_where_the_course_wants_it(small: Course, locales: Path) -> None:
    _, problems = read(set_up(small, fallback="fail"), locales, "en")
    assert {problem.level for problem in problems} == {Level.ERROR}


def test_texts_and_whole_questions_are_taken_from_another_language(small: Course, locales: Path) -> None:
    def write(entry: polib.POEntry) -> None:
        entry.msgstr = f"{entry.msgid} d"

    fill(locales, write, "de")
    source, _ = read(small, locales, "zh_CN")
    german, _ = read(small, locales, "de", lender=source)
    english, _ = read(small, locales, "en", lender=german)
    assert english.course.modules[0].lesson.title == f"{small.modules[0].lesson.title} d"
    assert english.fallbacks[TITLE].lang == "de"
    paper, _ = make_quiz((source, english, german), "basics")
    item = next(item for item in paper.items if "en" in item.fallbacks)
    assert "".join(run.text for run in item.text["en"]) == "".join(run.text for run in item.text["de"])


def test_what_the_other_language_lacks_too_is_the_source_s(small: Course, locales: Path) -> None:
    source, _ = read(small, locales, "zh_CN")
    german, _ = read(small, locales, "de", lender=source)
    english, _ = read(small, locales, "en", lender=german)
    assert english.course.modules[0].lesson.title == small.modules[0].lesson.title
    assert english.fallbacks[TITLE].lang == "zh_CN"


def test_a_figure_in_a_fallback_is_worded_in_the_fallback_s_language(small: Course, tmp_path: Path) -> None:
    from edu.model.course import list_course_prose
    from edu.model.inline import cited_facts

    update(small, tmp_path)
    source, _ = read(small, tmp_path, "zh_CN")
    english, _ = read(small, tmp_path, "en", lender=source)
    cited = [(trail, text) for trail, text in list_course_prose(small) if cited_facts(text) and has_words(text)]
    assert cited
    assert [trail for trail, text in cited if word(english, trail, text) != word(source, trail, text)] == []


def test_fuzzy_translations_are_shown_only_when_asked_for_and_then_told(small: Course, locales: Path) -> None:
    def doubt(entry: polib.POEntry) -> None:
        entry.msgstr = f"{entry.msgid} x"
        entry.flags.append("fuzzy")

    fill(locales, doubt, "en")
    hidden, problems = read(small, locales, "en")
    assert hidden.course == small and not hidden.unreviewed
    assert {problem.code for problem in problems} == {Code.FUZZY_TRANSLATION}
    shown, problems = read(small, locales, "en", fuzzy=True)
    assert shown.unreviewed and shown.course.modules[0].lesson.title == f"{small.modules[0].lesson.title} x"
    assert [problem.code for problem in problems] == [Code.FUZZY_SHOWN]


@pytest.mark.parametrize(("publish", "kept"), [("0 %", True), ("90%", True), ("100 %", False)])
def test_a_language_is_withheld_below_the_share_that_the_course_wants(
    small: Course, locales: Path, publish: str, kept: bool
) -> None:
    course = set_up(small, publish=publish, languages=("zh_CN", "en"))
    shown, problems = withhold_languages(locales, course, fuzzy=False)
    assert ("en" in shown.settings.languages) == kept
    assert [problem.code for problem in problems] == ([] if kept else [Code.NOT_PUBLISHED])
    assert "zh_CN" in shown.settings.languages


def test_what_counts_are_the_texts_of_the_course_that_readers_see_translated(small: Course, tmp_path: Path) -> None:
    def withhold(least: str) -> bool:
        course = set_up(small, publish=least, languages=("zh_CN", "en"))
        return "en" not in withhold_languages(tmp_path, course, fuzzy=False)[0].settings.languages

    def lose_figures(entry: polib.POEntry) -> None:
        entry.msgstr = entry.msgid.translate(str.maketrans("{}", "()"))

    assert withhold("1 %")
    update(small, tmp_path)
    fill(tmp_path, lambda entry: setattr(entry, "msgstr", f"{entry.msgid} x"), "en")
    assert not withhold("100 %")
    title = small.modules[0].lesson.title
    lesson = small.modules[0].lesson.model_copy(update={"title": type(title)(f"{title}！")})
    changed = small.model_copy(update={"modules": (small.modules[0].model_copy(update={"lesson": lesson}),)})
    assert withhold_languages(tmp_path, set_up(changed, publish="100 %"), fuzzy=False)[1]
    fill(tmp_path, lose_figures, "en")
    assert withhold("100 %") and not withhold("20 %")
    for path in (tmp_path / "en" / "LC_MESSAGES").glob("*.po"):
        path.write_bytes(b"")
    assert withhold("1 %")


def test_a_pseudo_language_is_whole_and_never_withheld(small: Course, locales: Path) -> None:
    course = set_up(small, publish="100 %", languages=("zh_CN", "en_XA"))
    assert withhold_languages(locales, course, fuzzy=False) == (course, ())


def test_an_unreviewed_translation_is_named_so_in_the_footer_of_its_deck(small: Course, locales: Path) -> None:
    from dataclasses import replace

    from edu.plan.deck import make_deck
    from edu.write.pptx import read_theme
    from tests.plan.decks import HOUSE

    edition, _ = read(small, locales, "en")
    for unreviewed in (False, True):
        deck, _ = make_deck(replace(edition, unreviewed=unreviewed), edition.course.modules[0], read_theme(HOUSE), {})
        footer = "".join(run.text for run in deck.footer)
        assert footer.startswith("Unreviewed translation · ") == unreviewed

"""`edu i18n check` tells everything that is wrong with a translation, each at its entry, and writes nothing."""

from __future__ import annotations

import json
import re
from pathlib import Path

import polib
import pytest

from edu.cli import main
from tests.conftest import run_edu
from tests.translations.courses import ROOT, STARTERS, check, copy_starter, line_of, po_of, spoil

TITLE = {"zh_CN": "阳光要走多久", "en": "How long does sunlight travel?"}
PAST = {"zh_CN": "看见太阳，就是看见过去", "en": "To see the Sun is to see the past"}
POINT = {"zh_CN": "阳光从太阳出发，一路飞到地球", "en": "Sunlight leaves the Sun and flies all the way to Earth"}
FIGURE = {"zh_CN": "这段路{sun_distance}，再快也要花时间", "en": "That is {sun_distance}, which takes time at any speed"}
SPOILT = {"zh_CN": "光**走**了7次{sun_distance}", "en": "It **goes** 7 times {sun_distance}"}
LONG = {"zh_CN": "阳光要走的路很远" * 12, "en": "Sunlight has a long way to go " * 12}
Capsys = pytest.CaptureFixture[str]


@pytest.mark.parametrize("source", STARTERS)
def test_a_good_translation_is_left_alone(source: str, capsys: Capsys) -> None:
    course = ROOT / "templates" / "course" / source
    assert main(["i18n", "check", "--strict", "--course", str(course), "--ui-lang", "en"]) == 0
    assert capsys.readouterr().err == "nothing is wrong\n"


def test_nothing_is_invented_on_the_flagship_course() -> None:
    run = run_edu("i18n", "check", "--strict", "--format", "json")
    assert (run.returncode, json.loads(run.stdout)) == (0, [])


@pytest.mark.parametrize("source", STARTERS)
def test_all_that_is_wrong_with_an_entry_is_told_at_its_line(source: str, tmp_path: Path, capsys: Capsys) -> None:
    course, lang = copy_starter(tmp_path, source), STARTERS[source]
    path = po_of(course, lang)
    spoil(path, POINT[source], SPOILT[lang])
    spoilt = path.read_bytes()
    code, told = check(capsys, course)
    kinds = ("language.stray-placeholder", "translation.markup", "translation.number")
    line = line_of(path, POINT[source])
    assert told == {(kind, f"locales/{lang}/LC_MESSAGES/sunlight.po", line) for kind in kinds}
    assert code == 1 and path.read_bytes() == spoilt


@pytest.mark.parametrize("source", STARTERS)
def test_a_missing_a_stale_and_a_lost_figure_are_told(source: str, tmp_path: Path, capsys: Capsys) -> None:
    course, lang = copy_starter(tmp_path, source), STARTERS[source]
    path = po_of(course, lang)
    spoil(path, TITLE[source], "")
    spoil(path, PAST[source], fuzzy=True)
    spoil(path, FIGURE[source], "…")
    code, told = check(capsys, course)
    codes = {"language.missing": TITLE, "language.fuzzy": PAST, "language.placeholder": FIGURE}
    file = f"locales/{lang}/LC_MESSAGES/sunlight.po"
    wanted = {(code, file, line_of(path, texts[source])) for code, texts in codes.items()}
    assert {one for one in told if one[0].startswith("language.")} == wanted and code == 1


@pytest.mark.parametrize("source", STARTERS)
def test_a_text_that_does_not_fit_its_box_is_told_at_its_entry(source: str, tmp_path: Path, capsys: Capsys) -> None:
    course, lang = copy_starter(tmp_path, source), STARTERS[source]
    path = po_of(course, lang)
    spoil(path, PAST[source], LONG[lang].strip())
    told = check(capsys, course)[1]
    assert ("plan.too-long", f"locales/{lang}/LC_MESSAGES/sunlight.po", line_of(path, PAST[source])) in told


MANY = {
    "zh_CN": ("Sunlight leaves the the Sun (and flies to Earth。", "doubled-word brackets typography punctuation"),
    "en": ("阳光阳光从“太阳出发,一路飞到地球 。", "doubled-word brackets typography spacing punctuation"),
}
"""A translation with several faults, and the checks that find them."""


@pytest.mark.parametrize("source", STARTERS)
def test_each_check_tells_what_it_finds_at_the_entry(source: str, tmp_path: Path, capsys: Capsys) -> None:
    course, lang = copy_starter(tmp_path, source), STARTERS[source]
    path = po_of(course, lang)
    translation, names = MANY[source]
    spoil(path, POINT[source], translation)
    wanted = {
        (f"translation.{name}", f"locales/{lang}/LC_MESSAGES/sunlight.po", line_of(path, POINT[source]))
        for name in names.split()
    }
    assert check(capsys, course) == (0, wanted)


def test_two_choices_that_read_alike_are_told_at_the_entry_of_the_second(tmp_path: Path, capsys: Capsys) -> None:
    course = copy_starter(tmp_path, "zh_CN")
    path = po_of(course, "en")
    spoil(path, "昨天的中午", "It left as you looked up")
    code, told = check(capsys, course)
    assert ("check.equal-options", "locales/en/LC_MESSAGES/sunlight.po", line_of(path, "昨天的中午")) in told and code == 1


def test_a_letter_is_no_name_of_a_choice_where_choices_are_mixed(tmp_path: Path, capsys: Capsys) -> None:
    course = copy_starter(tmp_path, "zh_CN")
    path = po_of(course, "en")
    spoil(path, "光再快，走完这段路也要花时间。", "However fast light is, answer A is right.")
    wanted = (
        "translation.answer-letter",
        "locales/en/LC_MESSAGES/sunlight.po",
        line_of(path, "光再快，走完这段路也要花时间。"),
    )
    assert check(capsys, course) == (0, {wanted})
    quiz = course / "content" / "sunlight" / "quiz.yaml"
    quiz.write_text(quiz.read_text("utf-8").replace("    choices:\n", "    shuffle: false\n    choices:\n", 1), "utf-8")
    assert wanted not in check(capsys, course)[1]


@pytest.mark.parametrize("source", STARTERS)
def test_a_translation_far_over_the_room_that_its_comment_tells_is_told(source: str, tmp_path: Path, capsys: Capsys) -> None:
    course, lang = copy_starter(tmp_path, source), STARTERS[source]
    path = po_of(course, lang)
    room = re.search(r"room: .*about (\d+)", polib.pofile(str(path)).find(POINT[source]).comment)
    most = int(room[1]) * 3 // 2 if room else 0
    letter = "光" if lang == "zh_CN" else "a"
    for length, told in ((most, False), (most + 1, True)):
        spoil(path, POINT[source], letter * length)
        wanted = ("translation.too-long", f"locales/{lang}/LC_MESSAGES/sunlight.po", line_of(path, POINT[source]))
        assert (wanted in check(capsys, course)[1]) is told


def test_a_course_says_whether_a_space_parts_chinese_from_latin_letters(tmp_path: Path, capsys: Capsys) -> None:
    course = copy_starter(tmp_path, "en")
    settings = course / "content" / "course.yaml"
    text = settings.read_text("utf-8")
    for start, wish, told in (
        ("用AI", "space", True),
        ("用 AI ", "space", False),
        ("用 AI ", "none", True),
        ("用 AI ", "", False),
    ):
        spoil(po_of(course, "zh_CN"), POINT["en"], f"{start}看阳光从太阳出发，一路飞到地球")
        settings.write_text(f"{text}han_latin_gap: {wish}\n" if wish else text, "utf-8")
        line = line_of(po_of(course, "zh_CN"), POINT["en"])
        assert (("translation.mixed-style", "locales/zh_CN/LC_MESSAGES/sunlight.po", line) in check(capsys, course)[1]) is told


def test_an_entry_of_its_own_for_a_place_may_say_something_else(tmp_path: Path, capsys: Capsys) -> None:
    course = copy_starter(tmp_path, "zh_CN")
    path = po_of(course, "en")
    own = '\nmsgctxt "content/sunlight/lesson.yaml#slides[cover].title"\nmsgid "{}"\nmsgstr "Sunlight on its way"\n'
    path.write_text(path.read_text("utf-8") + own.format(TITLE["zh_CN"]), encoding="utf-8", newline="\n")
    assert check(capsys, course) == (0, set())


def test_warnings_fail_only_a_strict_check_and_a_course_sets_how_bad_they_are(tmp_path: Path, capsys: Capsys) -> None:
    course = copy_starter(tmp_path, "zh_CN")
    spoil(po_of(course, "en"), POINT["zh_CN"], "It **goes** to Earth")
    assert [check(capsys, course, *options)[0] for options in ((), ("--strict",))] == [0, 1]
    settings = course / "content" / "course.yaml"
    text = settings.read_text("utf-8")
    for level, code, told in (("error", 1, 1), ("info", 0, 1), ("off", 0, 0)):
        settings.write_text(f"{text}lint:\n  translation.markup: {level}\n", "utf-8")
        ended, found = check(capsys, course)
        assert (ended, len(found)) == (code, told)


def test_a_build_tells_warnings_and_keeps_remarks_for_translators(tmp_path: Path, capsys: Capsys) -> None:
    course = copy_starter(tmp_path, "zh_CN")
    spoil(po_of(course, "en"), POINT["zh_CN"], "It **goes** to Earth")
    notes = "让学生用自己的话说一遍：为什么看到的不是“现在”的太阳？"
    spoil(po_of(course, "en"), notes, "Ask students to say it.\n\nWhy don’t we see the Sun as it is now?")
    assert {one[0] for one in check(capsys, course)[1]} == {"translation.markup", "translation.paragraphs"}
    assert main(["check", "--course", str(course), "--format", "json"]) == 0
    assert [one["code"] for one in json.loads(capsys.readouterr().out)] == ["translation.markup"]


def test_only_what_is_asked_for_is_checked(tmp_path: Path, capsys: Capsys) -> None:
    course = copy_starter(tmp_path, "zh_CN")
    spoil(po_of(course, "en"), POINT["zh_CN"], "It **goes** to Earth")
    glossary = po_of(course, "en", "course")
    spoil(glossary, line_or_first(glossary), "**Sunlight**")
    assert len(check(capsys, course)[1]) == 2
    assert {one[1] for one in check(capsys, course, "--module", "sunlight")[1]} == {"locales/en/LC_MESSAGES/sunlight.po"}
    assert check(capsys, course, "--lang", "zh_CN") == (0, set())
    assert check(capsys, course, "--lang", "fr")[0] == 2


def line_or_first(path: Path) -> str:
    """Return the first text of a PO file."""
    return str(polib.pofile(str(path))[0].msgid)


def test_every_finding_is_told_however_many_there_are(tmp_path: Path, capsys: Capsys) -> None:
    course = copy_starter(tmp_path, "zh_CN")
    path = po_of(course, "en")
    file = polib.pofile(str(path), wrapwidth=0)
    for entry in file:
        entry.msgstr += " 77"
    path.write_text(str(file), encoding="utf-8", newline="\n")
    assert main(["i18n", "check", "--course", str(course), "--ui-lang", "en"]) == 1
    told = capsys.readouterr().err
    assert "more of this kind" not in told and told.count("[translation.number]") > 20


def test_a_course_that_cannot_be_read_and_a_broken_file_are_told(tmp_path: Path, capsys: Capsys) -> None:
    course = copy_starter(tmp_path, "zh_CN")
    po_of(course, "en").write_text('msgid "a\n', encoding="utf-8")
    code, told = check(capsys, course)
    assert code == 1 and ("language.syntax", "locales/en/LC_MESSAGES/sunlight.po", 1) in told
    (course / "content" / "course.yaml").write_text("id: [", encoding="utf-8")
    assert check(capsys, course)[0] == 1


def test_a_placeholder_that_our_own_words_lost_is_told_at_its_line_in_any_language_of_the_course(
    tmp_path: Path, capsys: Capsys
) -> None:
    course = copy_starter(tmp_path, "zh_CN")
    for lang in STARTERS:
        own = po_of(course, lang, "edu")
        own.parent.mkdir(parents=True, exist_ok=True)
        words = 'msgid "about {n}"\nmsgstr "{n}…"\n\nmsgid "more than {n}"\nmsgstr "{n"\n\nmsgid "nearly {n}"\nmsgstr "{m}"\n\n'
        stray = 'msgid "Hint"\nmsgstr "{n}"\n\n#, fuzzy\nmsgid "Back"\nmsgstr "{n}"\n'
        own.write_text('msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n' + words + stray, "utf-8")
        name = own.relative_to(course).as_posix()
        told = {("language.placeholder", name, line_of(own, f"{word} {{n}}")) for word in ("more than", "nearly")}
        assert check(capsys, course, "--lang", lang) == (1, {*told, ("language.stray-placeholder", name, line_of(own, "Hint"))})
    assert main(["build", "--quiet", "--to", "html", "--course", str(course)]) == 1
    assert "language.placeholder" in capsys.readouterr().err

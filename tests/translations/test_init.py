"""`edu i18n init`: a language begins, once, and nothing that is there is touched."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from edu.cli import main
from tests.conftest import ROOT


@pytest.fixture
def course(tmp_path: Path) -> Path:
    return shutil.copytree(ROOT / "tests" / "courses" / "small", tmp_path / "我的 课程")


def run(capsys: pytest.CaptureFixture[str], course: Path, lang: str) -> tuple[int, str]:
    code = main(["i18n", "init", lang, "--ui-lang", "en", "--course", str(course)])
    return code, capsys.readouterr().err


def read(course: Path) -> dict[str, bytes]:
    return {path.relative_to(course).as_posix(): path.read_bytes() for path in course.rglob("*") if path.is_file()}


def test_a_language_gets_its_files_and_the_line_for_the_course_is_told(
    course: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, told = run(capsys, course, "fr")
    folder = course / "locales" / "fr" / "LC_MESSAGES"
    assert (code, sorted(path.name for path in folder.iterdir())) == (0, ["basics.po", "course.po", "edu.po"])
    assert told.splitlines()[-1] == "now write into content/course.yaml: languages: [zh_CN, en, fr]"
    assert not (course / "locales" / "en").exists()
    settings = course / "content" / "course.yaml"
    settings.write_text(settings.read_text("utf-8").replace("languages: [zh_CN, en]", "languages: [zh_CN, en, fr]"), "utf-8")
    before = (folder / "basics.po").read_bytes()
    assert main(["i18n", "update", "--quiet", "--lang", "fr", "--course", str(course)]) == 0
    assert (folder / "basics.po").read_bytes() == before


def test_a_second_run_changes_nothing_and_keeps_what_was_translated(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, course, "pt_BR")
    path = course / "locales" / "pt_BR" / "LC_MESSAGES" / "course.po"
    path.write_text(path.read_text("utf-8").replace('msgstr ""\n\n#', 'msgstr "feito"\n\n#', 1), "utf-8")
    before = read(course)
    assert run(capsys, course, "pt_BR")[0] == 0
    assert read(course) == before and b'msgstr "feito"' in path.read_bytes()


def test_no_words_of_our_own_are_asked_for_where_we_have_them(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, course, "en_GB")[0] == 0
    assert not (course / "locales" / "en_GB" / "LC_MESSAGES" / "edu.po").exists()


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("zh_CN", "[language.source]"),
        ("en", "[language.there]"),
        ("zh", "zh_CN is the language that the course is written in"),
        ("zh_Hans", "zh_CN is the language that the course is written in"),
        ("en_Latn_US", "en is one of the course's languages already"),
        ("pt-br", "did you mean “pt_BR”?"),
        ("zh-hant-tw", "did you mean “zh_Hant_TW”?"),
        ("xx", "names look like this: fr, pt_BR, zh_TW"),
        ("pt_ZZ", "[language.unknown]"),
        ("fr_Abcd", "[language.unknown]"),
        ("fr_Zyyy", "[language.unknown]"),
        ("zh_Hant_QQ", "[language.unknown]"),
        ("fr_XA", "[language.unknown]"),
        ("pt_br.UTF-8", "did you mean “pt_BR”?"),
        ("en_XA", "[language.pseudo]"),
        ("ar_XB", "look at it with: edu build --lang ar_XB"),
        ("../../fr", "[language.unknown]"),
        ("fr\n", "[language.unknown]"),
        ("", "[language.unknown]"),
    ],
)
def test_a_name_that_cannot_be_is_told_and_nothing_is_written(
    course: Path, capsys: pytest.CaptureFixture[str], lang: str, told: str
) -> None:
    before = read(course)
    code, text = run(capsys, course, lang)
    assert code == 1 and told in text and text.endswith("nothing was written\n")
    assert read(course) == before


def test_a_broken_file_of_the_language_is_told_and_stays(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = course / "locales" / "fr" / "LC_MESSAGES" / "basics.po"
    path.parent.mkdir(parents=True)
    path.write_bytes(b'msgid "a\n')
    code, told = run(capsys, course, "fr")
    assert code == 1 and "locales/fr/LC_MESSAGES/basics.po:1:7: error" in told
    assert told.splitlines()[-1].startswith("done: ") and "course.yaml" not in told
    assert path.read_bytes() == b'msgid "a\n' and (path.parent / "course.po").exists()


def test_a_pseudo_language_has_no_files_to_translate(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stray = course / "locales" / "ar_XB" / "LC_MESSAGES" / "basics.po"
    stray.parent.mkdir(parents=True)
    stray.write_text('msgid ""\nmsgstr "Language: ar_XB\\n"\n', "utf-8")
    settings = course / "content" / "course.yaml"
    settings.write_text(settings.read_text("utf-8").replace("languages: [zh_CN, en]", "languages: [zh_CN, en, en_XA]"), "utf-8")
    before = read(course)
    assert main(["i18n", "update", "--quiet", "--course", str(course)]) == 0
    assert {name for name in read(course) if before.get(name) != read(course)[name]} == {
        *(f"locales/{name}.pot" for name in ("basics", "course")),
        *(f"locales/en/LC_MESSAGES/{name}.po" for name in ("basics", "course")),
    }
    assert main(["i18n", "status", "--course", str(course)]) == 0
    assert {line.split()[0] for line in capsys.readouterr().out.splitlines()[1:]} == {"en"}

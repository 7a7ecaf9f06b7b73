"""`edu i18n pseudo`: PO files of what builds in pseudo-languages show, for other programs."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from edu.build import Begun, Order, begin
from edu.language.catalogue import read_catalogue
from edu.language.trails import domains_of
from edu.language.translate import make_edition
from edu.language.words import load_words
from edu.model.course import list_course_prose
from edu.model.locale import PSEUDO
from edu.problems import Plural
from edu.translations.update import list_own_words
from tests.conftest import ROOT
from tests.spoil import SMALL, fill_translations
from tests.tools.msgfmt import check_catalogue
from tests.translations.test_exchange import read_locales, run

NUMBERS = (0, 1, 2, 3, 11, 100)
Capsys = pytest.CaptureFixture[str]


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """Return the small course with an English that is its texts', in a folder with spaces."""
    made = shutil.copytree(SMALL, tmp_path / "我的 课程")
    fill_translations(made)
    return made


def read_made(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.po"))}


@pytest.mark.parametrize("root", [SMALL, ROOT])
def test_the_files_are_sound_and_say_what_a_build_shows(root: Path, tmp_path: Path, capsys: Capsys) -> None:
    assert run(capsys, "pseudo", root, "-o", tmp_path)[0] == 0
    locales = tmp_path / "i18n"
    assert [check_catalogue(path) for path in sorted(locales.rglob("*.po"))] == [()] * len(read_made(locales))
    begun = begin(Order(root, tmp_path / "none", languages=PSEUDO))
    assert isinstance(begun, Begun)
    course = begun.materials.course
    domains = domains_of(course)
    for lang in PSEUDO:
        assert sorted(path.stem for path in (locales / lang / "LC_MESSAGES").iterdir()) == sorted((*domains, "edu"))
        catalogue, unread = read_catalogue(locales, lang, domains)
        say, shown = load_words(lang, [locales]), begun.bench.editions[lang]
        edition, missing = make_edition(course, lang, catalogue, say)
        assert (unread, missing) == ((), ())
        assert list_course_prose(edition.course) == list_course_prose(shown.course)
        assert edition.figures == shown.figures
        words = [word for word in list_own_words()[1] if not word.plural]
        counts = [
            Plural(word.msgid, word.plural).of(number) for word in list_own_words()[1] for number in NUMBERS if word.plural
        ]
        said = {msgid: say(msgid) for msgid in (*(word.msgid for word in words), *counts)}
        assert said == {msgid: shown.say(msgid) for msgid in said} and said["Print"] != "Print"
        assert [say(count) for count in counts] == [shown.say(count) for count in counts]


def test_they_go_beside_what_else_is_handed_out_and_are_the_same_each_time(
    course: Path, tmp_path: Path, capsys: Capsys
) -> None:
    before = read_locales(course)
    code, told = run(capsys, "pseudo", course)
    assert code == 0 and told.splitlines()[-1] == "done: 6 files; new or changed: 6"
    assert read_locales(course) == before
    made = read_made(course / "dist" / "i18n")
    assert sorted(made) == [f"{lang}/LC_MESSAGES/{name}.po" for lang in sorted(PSEUDO) for name in ("basics", "course", "edu")]
    assert run(capsys, "pseudo", course)[1].splitlines()[-1] == "done: 6 files; new or changed: 0"
    assert run(capsys, "pseudo", course, "--lang", "ar_XB", "-o", tmp_path / "other")[0] == 0
    other = read_made(tmp_path / "other" / "i18n")
    assert other == {name: data for name, data in made.items() if name.startswith("ar_XB/")}


def test_a_file_that_somebody_changed_stays(course: Path, capsys: Capsys) -> None:
    assert run(capsys, "pseudo", course, "--lang", "en_XA")[0] == 0
    path = course / "dist" / "i18n" / "en_XA" / "LC_MESSAGES" / "basics.po"
    path.write_bytes(path.read_bytes() + b"# mine\n")
    lesson = course / "content" / "basics" / "lesson.yaml"
    lesson.write_text(lesson.read_text("utf-8").replace("两家奶茶店的故事", "两家茶店的故事"), "utf-8")
    assert run(capsys, "pseudo", course, "--lang", "en_XA")[0] == 0
    assert path.read_bytes().endswith(b"# mine\n") and path.with_name("basics.new.po").is_file()


@pytest.mark.parametrize("lang", ["en", "fr", "en_xa", "zh_CN+en_XA", "../en_XA"])
def test_another_language_is_told_and_nothing_is_written(course: Path, capsys: Capsys, lang: str) -> None:
    code, told = run(capsys, "pseudo", course, "--lang", "ar_XB", "--lang", lang)
    assert code == 2 and f"“{lang}” is not one of the pseudo-languages: en_XA, ar_XB [usage.unknown-pseudo]" in told
    assert told.endswith("nothing was written\n") and not (course / "dist").exists()

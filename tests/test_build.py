"""The pipeline: the same course gives the same products, and a faulty one leaves them as they are."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import lxml.html
import polib
import pytest
from pptx import Presentation
from pptx.oxml.ns import qn

from edu.build import Order, build_course, check_course
from edu.folder import find_course
from edu.outputs import DEFAULTS, OUTPUTS
from edu.problems import Code, Kind, Level
from edu.report import Report
from edu.shelf import RECORDS
from edu.translations.update import update_locales
from tests.test_shelf import as_a_plain_user

ROOT = Path(__file__).parents[1]
SMALL = ROOT / "tests" / "courses" / "small"
LANGUAGES = ("zh_CN", "en")
PRODUCTS = {f"{lang}/basics.{OUTPUTS[output].suffix}" for lang in LANGUAGES for output in DEFAULTS}


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """Return a copy of the small course in a folder whose name holds spaces and Chinese."""
    return shutil.copytree(SMALL, tmp_path / "我的 课程 1")


def files(folder: Path) -> dict[str, bytes]:
    """Return every file below `folder`, by its path there."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def products(folder: Path) -> dict[str, bytes]:
    return {name: data for name, data in files(folder).items() if not name.startswith(RECORDS)}


def codes(report: Report) -> set[Kind]:
    return {problem.code for problem in report.problems}


def spoil(course: Path, old: str, new: str, file: str = "basics/quiz.yaml") -> None:
    path = course / "content" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_decks_have_the_look_that_the_course_or_the_command_line_asks_for(course: Path, tmp_path: Path) -> None:
    def size_and_ground(output: Path) -> tuple[int | None, str]:
        deck = Presentation(str(output / "zh_CN" / "basics.pptx"))
        return deck.slide_width, deck.slide_master._element.find(qn("p:clrMap")).get("bg1")

    build_course(Order(course, tmp_path / "plain", outputs=("pptx",)))
    spoil(course, "id: small", 'id: small\ntheme: dark\npage: "4:3"', "course.yaml")
    build_course(Order(course, tmp_path / "own", outputs=("pptx",)))
    build_course(Order(course, tmp_path / "asked", outputs=("pptx",), template="light", page="16:9"))
    assert size_and_ground(tmp_path / "plain") == size_and_ground(tmp_path / "asked") == (12192000, "lt1")
    assert size_and_ground(tmp_path / "own") == (9144000, "dk1")


def test_every_product_of_every_language_is_built_and_listed(course: Path) -> None:
    report = build_course(Order(course))
    assert not report.failed
    assert set(report.files) == PRODUCTS
    assert set(products(course / "dist")) == {*PRODUCTS, "index.html"}
    page = lxml.html.fromstring((course / "dist" / "index.html").read_bytes())
    assert {str(link) for link in page.xpath("//a/@href")} == PRODUCTS


def test_a_second_build_changes_no_byte(course: Path) -> None:
    build_course(Order(course))
    before = files(course / "dist")
    report = build_course(Order(course))
    assert report.changed == 0
    assert files(course / "dist") == before


def test_another_folder_other_line_ends_and_a_bom_give_the_same_bytes(course: Path, tmp_path: Path) -> None:
    other = shutil.copytree(course, tmp_path / "other")
    for path in [*other.rglob("*.yaml"), *other.rglob("*.po")]:
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    build_course(Order(course))
    build_course(Order(other))
    assert files(other / "dist") == files(course / "dist")


@pytest.mark.slow
def test_another_hash_seed_time_zone_and_locale_give_the_same_bytes(course: Path, tmp_path: Path) -> None:
    for seed, zone, locale in (("1", "Asia/Shanghai", "zh_CN.UTF-8"), ("2", "America/New_York", "C")):
        variables = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-m", "edu", "build", "--course", course, "-o", tmp_path / seed]
        subprocess.run(command, check=True, capture_output=True, env=variables)
    assert files(tmp_path / "1") == files(tmp_path / "2")


@pytest.mark.slow
def test_several_processes_make_the_same_bytes(course: Path, tmp_path: Path) -> None:
    told: list[str] = []
    build_course(Order(course))
    report = build_course(Order(course, tmp_path / "out", jobs=3), lambda name, number, total: told.append(name))
    assert files(tmp_path / "out") == files(course / "dist")
    assert told == [*report.files, ""]


@pytest.mark.slow
def test_processes_may_be_spawned_as_on_windows(course: Path, tmp_path: Path) -> None:
    script = tmp_path / "build.py"
    script.write_text(
        "import multiprocessing, sys\nfrom edu.cli import main\n"
        "if __name__ == '__main__':\n    multiprocessing.set_start_method('spawn')\n    sys.exit(main(sys.argv[1:]))\n"
    )
    command = [sys.executable, script, "build", "--jobs", "2", "--course", course, "-o", tmp_path / "out"]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "PYTHONPATH": str(ROOT)})
    build_course(Order(course))
    assert files(tmp_path / "out") == files(course / "dist")


def test_only_what_is_asked_for_is_made(course: Path) -> None:
    report = build_course(Order(course, languages=("en",), modules=("basics",), outputs=("html",)))
    assert report.files == ("en/basics.quiz.html",)
    assert set(products(course / "dist")) == {"en/basics.quiz.html", "index.html"}


def test_what_is_no_default_is_made_where_it_is_asked_for_and_listed_from_then_on(course: Path) -> None:
    report = build_course(Order(course, outputs=("web",)))
    assert set(report.files) == {"zh_CN/basics.web.html", "en/basics.web.html"}
    build_course(Order(course, languages=("en",)))
    page = lxml.html.fromstring((course / "dist" / "index.html").read_bytes())
    made = {"zh_CN/basics.web.html", "en/basics.web.html", "en/basics.pptx", "en/basics.quiz.html"}
    assert {str(link) for link in page.xpath("//a/@href")} == made


def test_the_index_lists_what_earlier_builds_made(course: Path) -> None:
    build_course(Order(course, languages=("en",)))
    build_course(Order(course, languages=("zh_CN",)))
    page = lxml.html.fromstring((course / "dist" / "index.html").read_bytes())
    assert {str(link) for link in page.xpath("//a/@href")} == PRODUCTS


@pytest.mark.parametrize(
    ("asked", "code", "near"),
    [
        ({"modules": ("basic",)}, Code.UNKNOWN_MODULE, "basics"),
        ({"languages": ("zh-CN",)}, Code.UNKNOWN_LANGUAGE, "zh_CN"),
        ({"outputs": ("ppt",)}, Code.UNKNOWN_OUTPUT, "pptx"),
        ({"languages": ("zh_CN+EN",)}, Code.UNKNOWN_LANGUAGE, "en"),
        ({"languages": ("en+en",)}, Code.NOT_A_PAIR, None),
        ({"languages": ("en+zh_CN+en",)}, Code.NOT_A_PAIR, None),
        ({"languages": ("en+",)}, Code.NOT_A_PAIR, None),
        ({"languages": ("zh_CN+en",), "outputs": ("pptx", "html")}, Code.SIDE_BY_SIDE, None),
    ],
)
def test_an_unknown_name_is_told_with_the_one_that_is_near(
    course: Path, asked: dict[str, tuple[str, ...]], code: Kind, near: str | None
) -> None:
    report = build_course(Order(course, **asked))
    assert report.failed
    assert [(problem.code, problem.values.get("near")) for problem in report.problems] == [(code, near)]
    assert not (course / "dist").exists()


def test_two_languages_side_by_side_make_decks_alone_and_the_index_lists_them(course: Path) -> None:
    report = build_course(Order(course, languages=("en+zh_CN", "zh_CN+en")))
    assert set(report.files) == {"en+zh_CN/basics.pptx", "zh_CN+en/basics.pptx"}
    assert report.languages == ("English + 简体中文", "简体中文 + English")
    page = lxml.html.fromstring((course / "dist" / "index.html").read_bytes())
    assert [head.text for head in page.xpath("//h3")] == ["简体中文 + English", "English + 简体中文"]
    assert [str(link) for link in page.xpath("//a/@href")] == ["zh_CN%2Ben/basics.pptx", "en%2Bzh_CN/basics.pptx"]


def test_a_course_with_an_error_leaves_the_old_products(course: Path) -> None:
    build_course(Order(course))
    before = files(course / "dist")
    spoil(course, "questions:", "questionss:")
    report = build_course(Order(course))
    assert report.failed and report.files == ()
    assert all(problem.place for problem in report.problems)
    assert files(course / "dist") == before


def test_an_error_in_one_module_keeps_the_others_from_being_written(course: Path) -> None:
    shutil.copytree(course / "content" / "basics", course / "content" / "more")
    spoil(course, "modules: [basics]", "modules: [basics, more]", "course.yaml")
    spoil(course, "kind: single", "kind: singel", "more/quiz.yaml")
    report = build_course(Order(course, modules=("basics",)))
    assert report.failed
    assert not (course / "dist").exists()


def test_a_warning_fails_a_strict_build_and_writes_nothing(course: Path) -> None:
    shutil.rmtree(course / "locales", ignore_errors=True)
    assert Code.NO_CATALOGUE in codes(build_course(Order(course, strict=True)))
    assert not (course / "dist").exists()
    report = build_course(Order(course))
    assert (report.failed, set(report.files)) == (False, PRODUCTS)


def test_whatever_is_not_translated_is_an_error_where_the_course_wants_no_other_language(course: Path) -> None:
    shutil.rmtree(course / "locales", ignore_errors=True)
    spoil(course, "languages: [zh_CN, en]", "languages: [zh_CN, en, fr]\nfallback: fail", "course.yaml")

    def list_errors() -> set[str]:
        report = build_course(Order(course))
        assert report.failed and not (course / "dist").exists()
        return {problem.code.id for problem in report.problems if problem.level == Level.ERROR}

    assert list_errors() == {"language.no-catalogue", "language.no-own-words"}
    update_locales(Order(course), translations=True)
    assert list_errors() == {"language.missing", "language.own-words"}
    (course / "locales" / "en" / "LC_MESSAGES" / "basics.po").unlink()
    assert list_errors() == {"language.missing", "language.own-words", "language.no-catalogue"}


def test_languages_that_are_not_asked_for_are_not_complained_of(course: Path) -> None:
    shutil.rmtree(course / "locales", ignore_errors=True)
    assert Code.NO_CATALOGUE not in codes(build_course(Order(course, languages=("zh_CN",), outputs=("pptx",))))
    assert Code.NO_CATALOGUE in codes(build_course(Order(course, languages=("zh_CN",), outputs=("html",))))


def test_an_edited_deck_stays_until_it_is_forced(course: Path) -> None:
    build_course(Order(course))
    deck = course / "dist" / "en" / "basics.pptx"
    ours = deck.read_bytes()
    deck.write_bytes(b"the teacher's own")
    report = build_course(Order(course))
    assert (report.failed, Code.EDITED in codes(report)) == (False, True)
    assert deck.read_bytes() == b"the teacher's own"
    assert deck.with_name("basics.new.pptx").read_bytes() == ours
    assert Code.EDITED not in codes(build_course(Order(course, force=True)))
    assert deck.read_bytes() == ours


def test_an_output_folder_that_cannot_be_one_is_told(course: Path) -> None:
    (course / "dist").write_text("a file")
    report = build_course(Order(course))
    assert report.failed and report.files == ()
    assert codes(report) & {Code.NOT_WRITTEN, Code.READ_ONLY}


def test_an_output_folder_that_nobody_may_write_is_told_once_and_stays_as_it_is() -> None:
    with as_a_plain_user() as folder:
        course = shutil.copytree(SMALL, folder / "course")
        assert not build_course(Order(course, folder / "out")).failed
        spoil(course, "title: ", "title: 新", "course.yaml")
        before = files(folder)
        for path in (folder, *folder.rglob("*")):
            path.chmod(0o555 if path.is_dir() else 0o444)
        reports = [build_course(Order(course, folder / name)) for name in ("out", "other")]
        for path in (folder, *(path for path in folder.rglob("*") if path.is_dir())):
            path.chmod(0o755)
        for report in reports:
            assert report.failed
            assert [problem.code for problem in report.problems].count(Code.READ_ONLY) == 1
        assert files(folder) == before


def test_checking_finds_what_building_finds_and_writes_nothing(course: Path) -> None:
    before = files(course)
    checked = check_course(Order(course))
    assert files(course) == before
    assert checked.problems == build_course(Order(course)).problems


def test_choices_that_read_alike_are_told(course: Path) -> None:
    spoil(course, "text: 买茶叶花的钱", "text: 卖茶收到的钱。")
    found = [(problem.code, problem.values["lang"]) for problem in check_course(Order(course, languages=("zh_CN",))).problems]
    assert (Code.EQUAL_OPTIONS, "zh_CN") in found


def test_a_problem_is_told_once_at_its_place(course: Path) -> None:
    told = build_course(Order(course)).problems
    assert len({(problem.code, problem.trail, problem.place, str(problem.values)) for problem in told}) == len(told)


def test_a_course_is_found_from_a_folder_within_it(course: Path) -> None:
    assert find_course(course / "content" / "basics", climb=True) == course
    assert find_course(course / "content" / "basics", climb=False) is None
    assert find_course(course.parent, climb=True) is None


def test_updating_twice_changes_nothing_and_extracting_writes_templates_alone(course: Path) -> None:
    shutil.rmtree(course / "locales", ignore_errors=True)
    templates = update_locales(Order(course), translations=False)
    assert set(templates.files) == {"basics.pot", "course.pot"}
    first = update_locales(Order(course), translations=True)
    assert set(first.files) == {"en/LC_MESSAGES/basics.po", "en/LC_MESSAGES/course.po"}
    before = files(course)
    assert update_locales(Order(course), translations=True).files == ()
    assert files(course) == before


def test_our_own_words_are_updated_where_a_course_translates_them(course: Path) -> None:
    shutil.rmtree(course / "locales", ignore_errors=True)
    catalogue = course / "locales" / "zh_CN" / "LC_MESSAGES" / "edu.po"
    catalogue.parent.mkdir(parents=True)
    catalogue.write_text('msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Slides"\nmsgstr "讲义"\n')
    update_locales(Order(course), translations=True)
    assert 'msgid "Slides"\nmsgstr "讲义"' in catalogue.read_text(encoding="utf-8")
    assert (course / "locales" / "edu.pot").exists()
    build_course(Order(course))
    assert "讲义" in (course / "dist" / "index.html").read_text(encoding="utf-8")


def test_a_third_language_gets_a_catalogue_of_the_words_that_its_products_show(course: Path) -> None:
    spoil(course, "languages: [zh_CN, en]", "languages: [zh_CN, en, fr]", "course.yaml")
    assert [problem.code for problem in check_course(Order(course)).problems].count(Code.NO_OWN_WORDS) == 1
    catalogue = course / "locales" / "fr" / "LC_MESSAGES" / "edu.po"
    assert catalogue.relative_to(course / "locales").as_posix() in update_locales(Order(course), translations=True).files
    words = {entry.msgid: entry for entry in polib.pofile(str(catalogue))}
    assert {"Slides", "Check the answer", "Sources"} <= set(words)
    assert not [word for word in words if "--" in word or "PO file" in word]
    assert not (course / "locales" / "zh_CN" / "LC_MESSAGES" / "edu.po").exists()
    told = check_course(Order(course)).problems
    assert [problem.values["count"] for problem in told if problem.code == Code.OWN_WORDS_MISSING] == [len(words)]
    assert update_locales(Order(course), translations=True).files == ()


def test_one_language_is_updated_as_it_would_be_among_all(course: Path, tmp_path: Path) -> None:
    spoil(course, "languages: [zh_CN, en]", "languages: [zh_CN, en, fr]", "course.yaml")
    update_locales(Order(course), translations=True)
    french = course / "locales" / "fr" / "LC_MESSAGES" / "basics.po"
    whole = french.read_bytes()
    shutil.rmtree(course / "locales" / "en")
    french.unlink()
    update_locales(Order(course, languages=("fr",)), translations=True)
    assert french.read_bytes() == whole
    assert not (course / "locales" / "en").exists()


@pytest.mark.parametrize("broken", ["{whatever}", "{n.__class__}", "{", "}", "{}", "{n:>9999999999}", "{n!r}"])
def test_a_broken_translation_of_our_own_words_is_told_and_touches_no_product(course: Path, broken: str) -> None:
    build_course(Order(course))
    catalogue = course / "locales" / "zh_CN" / "LC_MESSAGES" / "edu.po"
    catalogue.parent.mkdir(parents=True, exist_ok=True)
    words = (ROOT / "locales" / "zh_CN" / "LC_MESSAGES" / "edu.po").read_text(encoding="utf-8")
    catalogue.write_text(re.sub(r'(?m)^(msgid ".*\{.*"\nmsgstr )".*"$', rf'\1"{broken}"', words), encoding="utf-8")
    assert broken in catalogue.read_text(encoding="utf-8")
    report = build_course(Order(course))
    assert (report.failed, report.changed) == (True, 0)
    errors = {problem.code for problem in report.problems if problem.level is Level.ERROR}
    assert errors and errors <= {Code.LOST_PLACEHOLDER, Code.STRAY_PLACEHOLDER}

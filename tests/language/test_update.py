"""PO files through the years: texts come, change, move and go, and no translation is lost."""

from pathlib import Path
from random import Random

import polib
import pytest

from edu.language.catalogue import MOST_CHARACTERS, po_path
from edu.language.describe import describe_course
from edu.language.entry import Entry
from edu.language.extract import extract_course
from edu.language.merge import merge_entries
from edu.language.po.entry import PoEntry, list_flags
from edu.language.po.write import write_entry
from edu.language.update import update_catalogues
from edu.model.course import Course, map_course
from edu.model.prose import Prose
from edu.model.slides import PointsSlide, Slide
from edu.problems import Code
from tests.language.files import LANGUAGES, check_by_msgfmt, entry_of, fill, read_file, translate_all, update
from tests.language.files import write_po as write_file

TITLE = "两家奶茶店的故事"
TRAIL = "basics/lesson#slides[cover].subtitle"
PLACE = "content/basics/lesson.yaml#slides[cover].subtitle"


def change(course: Course, old: str, new: str) -> Course:
    return map_course(course, lambda text, trail: new if text == old else text)


def add_point(course: Course) -> Course:
    """Return the small course with a new first point on each slide that lists points."""

    def add(slide: Slide) -> Slide:
        return (
            slide.model_copy(update={"points": (Prose("新的一点"), *slide.points)}) if isinstance(slide, PointsSlide) else slide
        )

    module = course.modules[0]
    lesson = module.lesson.model_copy(update={"slides": tuple(map(add, module.lesson.slides))})
    return course.model_copy(update={"modules": (module.model_copy(update={"lesson": lesson}),)})


def obsolete(locales: Path, lang: str = "en", domain: str = "basics") -> list[tuple[str, str]]:
    return [(entry.msgid, entry.msgstr) for entry in read_file(po_path(locales, lang, domain)) if entry.obsolete]


def test_a_second_update_changes_no_byte(small: Course, tmp_path: Path) -> None:
    assert update(small, tmp_path) == update(small, tmp_path)
    fill(tmp_path, translate_all)
    translated = update(small, tmp_path)
    assert translated == update(small, tmp_path)
    assert "<营业额>" in translated[po_path(tmp_path, "en", "course")].decode()


def test_a_file_has_no_date_no_line_number_and_no_generator(small: Course, tmp_path: Path) -> None:
    update(small, tmp_path)
    path = po_path(tmp_path, "en", "basics")
    assert path.read_text(encoding="utf-8").split("\n\n")[0] == "\n".join(
        [
            'msgid ""',
            'msgstr ""',
            '"Project-Id-Version: small\\n"',
            '"Language: en\\n"',
            '"MIME-Version: 1.0\\n"',
            '"Content-Type: text/plain; charset=UTF-8\\n"',
            '"Content-Transfer-Encoding: 8bit\\n"',
            '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"',
            '"X-Source-Language: zh_CN\\n"',
        ]
    )
    assert b"\r" not in path.read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["basics.pot", "course.pot", "de", "en"]


def test_what_tools_write_into_the_header_goes_and_what_people_write_above_it_stays(small: Course, tmp_path: Path) -> None:
    update(small, tmp_path)
    path = po_path(tmp_path, "en", "basics")
    clean = path.read_text(encoding="utf-8")
    dated = clean.replace('"MIME', '"X-Generator: Poedit\\n"\n"PO-Revision-Date: 2025-01-01\\n"\n"MIME')
    path.write_text(f"# By Wang Min\n#\n# CC BY\n{dated}", encoding="utf-8")
    update(small, tmp_path)
    assert path.read_text(encoding="utf-8") == f"# By Wang Min\n#\n# CC BY\n{clean}"


def test_a_text_that_goes_is_kept_and_revived_when_it_comes_back(small: Course, tmp_path: Path) -> None:
    update(small, tmp_path)
    fill(tmp_path, translate_all)
    before = update(small, tmp_path)
    update(change(small, TITLE, ""), tmp_path)
    assert obsolete(tmp_path) == [(TITLE, f"<{TITLE}>")]
    assert update(small, tmp_path) == before


def test_a_changed_text_keeps_its_translation_as_fuzzy_with_the_old_text(small: Course, tmp_path: Path) -> None:
    update(small, tmp_path)
    fill(tmp_path, translate_all)
    before = update(small, tmp_path)
    update(change(small, TITLE, "三家奶茶店"), tmp_path)
    entry = entry_of(tmp_path, "三家奶茶店")
    assert (entry.msgstr, entry.fuzzy, entry.previous_msgid) == (f"<{TITLE}>", True, TITLE)
    update(change(small, TITLE, "四家奶茶店"), tmp_path)
    assert entry_of(tmp_path, "四家奶茶店").previous_msgid == TITLE
    assert obsolete(tmp_path) == [(TITLE, f"<{TITLE}>")]
    assert update(small, tmp_path) == before


def test_a_text_that_moves_within_a_list_is_not_taken_for_a_changed_one(small: Course, tmp_path: Path) -> None:
    update(small, tmp_path)
    fill(tmp_path, translate_all)
    update(small, tmp_path)
    update(add_point(small), tmp_path)
    assert entry_of(tmp_path, "新的一点").msgstr == ""
    assert not entry_of(tmp_path, "两个容易混的词").fuzzy


def test_comments_of_translators_stay_and_reviewed_falls_with_the_fuzzy_mark(small: Course, tmp_path: Path) -> None:
    def write(entry: polib.POEntry) -> None:
        translate_all(entry)
        entry.tcomment = "ask Li about the tone\nreviewed"

    update(small, tmp_path)
    fill(tmp_path, write)
    update(small, tmp_path)
    assert entry_of(tmp_path, TITLE).tcomment == "ask Li about the tone\nreviewed"
    update(change(small, TITLE, "三家奶茶店"), tmp_path)
    assert entry_of(tmp_path, "三家奶茶店").tcomment == "ask Li about the tone"


def test_a_context_that_an_author_adds_takes_the_translation_along_as_fuzzy() -> None:
    entries = (Entry("茶", references=("a",), trails=("a",)),)
    old = PoEntry("茶", ("tea",), comments=("#: a",))
    made = merge_entries([old], [Entry("茶", "plant", ("a",), ("a",)), *entries]).active
    assert [(entry.msgctxt, entry.msgstr, entry.fuzzy) for _, entry in made] == [("plant", "tea", True), (None, "tea", False)]


def test_a_translation_for_one_place_stays_and_turns_fuzzy_when_the_text_there_changes(small: Course, tmp_path: Path) -> None:
    update(small, tmp_path)
    fill(tmp_path, translate_all)
    path = po_path(tmp_path, "en", "basics")
    added = f'\nmsgctxt "{PLACE}"\nmsgid "{TITLE}"\nmsgstr "Only here"\n'
    path.write_text(path.read_text(encoding="utf-8") + added, encoding="utf-8")
    kept = update(small, tmp_path)
    assert kept == update(small, tmp_path)
    found = [(entry.msgctxt, entry.msgstr) for entry in read_file(path) if entry.msgid == TITLE]
    assert found == [(None, f"<{TITLE}>"), (PLACE, "Only here")]
    update(change(small, TITLE, "三家奶茶店"), tmp_path)
    changed = [(entry.msgctxt, entry.msgstr, entry.fuzzy) for entry in read_file(path) if entry.msgid == "三家奶茶店"]
    assert changed == [(None, f"<{TITLE}>", True), (PLACE, "Only here", True)]
    update(change(small, TITLE, ""), tmp_path)
    assert "Only here" in path.read_text(encoding="utf-8")


def test_a_language_that_is_updated_alone_says_the_same_as_with_the_others(small: Course, tmp_path: Path) -> None:
    update(small, tmp_path)
    fill(tmp_path, translate_all)
    together = update(small, tmp_path)
    path = po_path(tmp_path, "de", "basics")
    assert f"#. English: <{TITLE}>" in together[path].decode()
    alone = update(small, tmp_path, ("de",))
    assert alone[path] == together[path]
    assert po_path(tmp_path, "en", "basics") not in alone


def test_a_broken_file_is_told_and_not_written(small: Course, tmp_path: Path) -> None:
    path = po_path(tmp_path, "en", "basics")
    path.parent.mkdir(parents=True)
    path.write_text('msgid "a\n', encoding="utf-8")
    contents, problems = update_catalogues(tmp_path, extract_course(small), ["en", "de"], "zh_CN", "small")
    assert [problem.code for problem in problems] == [Code.BAD_PO]
    assert path not in contents and po_path(tmp_path, "de", "basics") in contents


@pytest.mark.parametrize("named", ["fr", "zh_CN", "x", "en-Hans"])
def test_a_file_in_the_folder_of_another_language_is_told_and_not_written(small: Course, tmp_path: Path, named: str) -> None:
    update(small, tmp_path)
    path = po_path(tmp_path, "zh_TW" if named == "zh_CN" else "de", "basics")
    path.parent.mkdir(exist_ok=True, parents=True)
    text = po_path(tmp_path, "en", "basics").read_text(encoding="utf-8").replace("Language: en", f"Language: {named}", 1)
    path.write_text(text, encoding="utf-8")
    contents, problems = update_catalogues(tmp_path, extract_course(small), ["en", "de", "zh_TW"], "zh_CN", "small")
    assert [(problem.code, problem.place and problem.place.line) for problem in problems] == [(Code.OTHER_LANGUAGE, 4)]
    assert path not in contents and path.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("named", ["en_GB", "EN-us", "en.UTF-8", ""])
def test_a_language_may_be_spelt_otherwise(small: Course, tmp_path: Path, named: str) -> None:
    update(small, tmp_path)
    path = po_path(tmp_path, "en", "basics")
    clean = path.read_bytes()
    path.write_bytes(clean.replace(b"Language: en", f"Language: {named}".encode(), 1))
    assert update(small, tmp_path)[path] == clean


def test_a_file_of_another_course_is_told_and_not_written(small: Course, tmp_path: Path) -> None:
    path = po_path(tmp_path, "en", "basics")
    path.parent.mkdir(parents=True)
    text = 'msgid ""\nmsgstr ""\n"Language: en\\n"\n"Project-Id-Version: other\\n"\n\nmsgid "别的"\nmsgstr "else"\n'
    path.write_text(text, encoding="utf-8")
    contents, problems = update_catalogues(tmp_path, extract_course(small), ["en", "de"], "zh_CN", "small")
    assert [(problem.code, problem.place and problem.place.line) for problem in problems] == [(Code.OTHER_COURSE, 4)]
    assert path not in contents
    path.write_text(text.replace("别的", TITLE), encoding="utf-8")
    assert not update_catalogues(tmp_path, extract_course(small), ["en"], "zh_CN", "small")[1]


def test_what_nobody_knows_stays_through_an_update(small: Course, tmp_path: Path) -> None:
    update(small, tmp_path)
    path = po_path(tmp_path, "en", "basics")
    text = path.read_text(encoding="utf-8").replace('zh_CN\\n"\n', 'zh_CN\\n"\n"X-Odd: one\\n"\n', 1)
    text = text.replace("\n\n#. ", "\n\n#! odd\n# by hand\n#. ", 1).replace(
        "\nmsgid", "\n#, max-length:30\n#= blocked\nmsgid", 2
    )
    text = text.replace('#, max-length:30\n#= blocked\nmsgid ""', 'msgid ""', 1)
    path.write_text(f"{text}\n# the end\n", encoding="utf-8")
    assert update(small, tmp_path)[path].decode() == f"{text}\n# the end\n"


def test_a_text_that_is_much_like_one_that_went_takes_its_translation_along_as_fuzzy() -> None:
    old = [PoEntry("你更愿意去哪家奶茶店？", ("Which shop?",), comments=("#: x",)), PoEntry("水", ("water",))]
    entries = [Entry("你更愿意常去哪家奶茶店？"), Entry("冰"), Entry("水")]
    merged = merge_entries(old, entries)
    assert [(made.msgstr, made.fuzzy, made.previous.msgid) for _, made in merged.active] == [
        ("Which shop?", True, "你更愿意去哪家奶茶店？"),
        ("", False, None),
        ("water", False, None),
    ]
    assert [entry.msgid for entry in merged.obsolete] == ["你更愿意去哪家奶茶店？"]
    assert [made.msgstr for _, made in merge_entries([made for _, made in merged.active], entries).active][1] == ""


def make_long(count: int, length: int, last: str) -> list[str]:
    """Return texts of random letters, each unlike all others and like the one of the same number that ends otherwise."""
    chance = Random(0)
    return ["".join(chance.choices("甲乙丙丁戊己庚辛", k=length - 1)) + last for _ in range(count)]


def test_long_texts_are_compared_by_their_beginnings() -> None:
    old = [PoEntry(text, (text[:9],)) for text in make_long(60, MOST_CHARACTERS, "一")]
    new = make_long(60, MOST_CHARACTERS, "二")
    merged = merge_entries(old, [Entry(text) for text in new])
    assert [(made.msgstr, made.fuzzy) for _, made in merged.active] == [(text[:9], True) for text in new]
    assert merged.passed == 0


def test_texts_that_are_too_many_to_be_compared_are_told_and_keep_their_translations(tmp_path: Path) -> None:
    path = po_path(tmp_path, "en", "basics")
    old = make_long(160, 1000, "一")
    entries = {"basics": tuple(Entry(text) for text in make_long(160, 1000, "二"))}
    write_file(tmp_path, "basics", "\n\n".join(write_entry(PoEntry(text, (text[:9],))) for text in old))
    contents, problems = update_catalogues(tmp_path, entries, ["en"], "zh_CN", "small")
    found = polib.pofile(contents[path].decode())
    left = [entry for entry in found if not entry.obsolete and not entry.msgstr]
    assert 0 < len(left) < 80
    assert [(problem.code, problem.values["count"]) for problem in problems] == [(Code.NOT_COMPARED, len(left))]
    assert {entry.msgstr for entry in found} - {""} == {text[:9] for text in old}


def test_of_two_translations_of_one_text_the_second_is_kept_beside() -> None:
    old = [PoEntry("茶", (text,), obsolete=gone) for text, gone in (("a", False), ("b", False), ("c", True), ("", False))]
    merged = merge_entries(old, [Entry("茶")])
    assert [entry.msgstr for _, entry in merged.active] == ["a"]
    assert [(entry.msgctxt, entry.msgstr) for entry in merged.obsolete] == [
        ("other translation", "c"),
        ("other translation 2", "b"),
    ]


def test_a_text_that_comes_to_tell_a_number_has_its_translation_in_every_form_and_is_to_be_looked_at() -> None:
    shop = Entry("{count} shop", plural="{count} shops")
    old = [PoEntry("{count} shop", ("{count} 店",))]
    ((_, made),) = merge_entries(old, [shop], 2).active
    assert (made.msgid_plural, made.msgstrs, made.fuzzy) == ("{count} shops", ("{count} 店", "{count} 店"), True)
    assert made.previous.msgid == "{count} shop"
    ((_, other),) = merge_entries([made], [Entry("{count} shop", plural="{count} stores")], 2).active
    assert (other.msgid_plural, other.msgstrs, other.fuzzy) == ("{count} stores", made.msgstrs, True)


def test_a_text_that_no_longer_tells_a_number_has_the_first_form_and_no_form_is_lost() -> None:
    old = [PoEntry("茶", ("tea", "teas"), msgid_plural="many 茶")]
    merged = merge_entries(old, [Entry("茶")])
    assert [(made.msgid_plural, made.msgstrs, made.fuzzy) for _, made in merged.active] == [(None, ("tea",), True)]
    assert [(made.msgid_plural, made.msgstrs) for made in merged.obsolete] == [("many 茶", ("tea", "teas"))]


def test_forms_keep_the_formula_that_they_were_numbered_by(tmp_path: Path) -> None:
    own = "nplurals=3; plural=(n == 1 ? 2 : n == 2 ? 1 : 0);"
    path = po_path(tmp_path, "ar", "edu")
    path.parent.mkdir(parents=True)
    forms = 'msgid "{count} file"\nmsgid_plural "{count} files"\nmsgstr[0] "a"\nmsgstr[1] "b"\nmsgstr[2] "c"\n'

    def write(formula: str, entry: str) -> str:
        path.write_text(f'msgid ""\nmsgstr "Plural-Forms: {formula}\\n"\n\n{entry}', "utf-8")
        entries = (Entry("{count} file", plural="{count} files"),)
        return update_catalogues(tmp_path, {"edu": entries}, ["ar"], "en", "kejian")[0][path].decode()

    kept = write(own, forms)
    assert f"Plural-Forms: {own}" in kept and forms in kept
    for formula, entry in ((own, 'msgid "x"\nmsgstr "y"\n'), ("nplurals=3; plural=n;", forms)):
        made = write(formula, entry)
        assert "nplurals=6" in made and made.count("msgstr[") == 6


def test_a_flag_of_an_entry_that_stands_twice_is_kept() -> None:
    old = [PoEntry("茶", ("tea",)), PoEntry("茶", ("tea",), comments=("#, max-length:9",))]
    for entries in ([], [Entry("茶")]):
        merged = merge_entries(old, entries)
        made = [*(made for _, made in merged.active), *merged.obsolete]
        assert [list_flags(entry.comments) for entry in made] == [(), ("max-length:9",)]


@pytest.mark.slow
def test_a_second_header_is_kept_where_msgfmt_lets_it_stand(small: Course, tmp_path: Path) -> None:
    path = po_path(tmp_path, "en", "basics")
    update(small, tmp_path)
    second = '\n# By Li\nmsgid ""\nmsgstr "X-Odd: one\\n"\n\n#~ msgid ""\n#~ msgstr "X-Odder: two\\n"\n'
    path.write_text(path.read_text(encoding="utf-8") + second, encoding="utf-8")
    contents, problems = update_catalogues(
        tmp_path, extract_course(small), LANGUAGES, "zh_CN", "small", describe_course(small, {})
    )
    assert [problem.code for problem in problems] == [Code.DOUBLE_ENTRY]
    path.write_bytes(contents[path])
    check_by_msgfmt(path)
    kept = [(entry.tcomment, entry.msgstr) for entry in read_file(path) if not entry.msgid]
    assert sorted(kept) == [("", "X-Odder: two\n"), ("By Li", "X-Odd: one\n")]
    assert update(small, tmp_path)[path] == contents[path]


@pytest.mark.slow
def test_msgfmt_finds_nothing_wrong_with_any_file(small: Course, tmp_path: Path) -> None:
    update(small, tmp_path, ("zh_CN", "en", "de", "ar", "ja", "fi"))
    fill(tmp_path, translate_all)
    update(small, tmp_path)
    update(change(change(small, TITLE, "三家奶茶店"), "营业额", "收入额"), tmp_path)
    paths = sorted(tmp_path.rglob("*.po*"))
    assert len(paths) == 12
    for path in paths:
        check_by_msgfmt(path)

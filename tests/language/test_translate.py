"""A course in another language: what is translated, and what stays as it is."""

import subprocess
import sys
from pathlib import Path

import polib

from edu.language.catalogue import Catalogue, read_catalogue
from edu.language.extract import extract_course
from edu.language.trails import has_words, question_of
from edu.language.translate import make_edition
from edu.model.course import Course, list_course_prose, map_course
from edu.model.prose import Plain, Prose
from edu.problems import Code
from tests.language.files import catalogue_of, fill, translate_all, update, write_po

QUESTION = "basics/quiz#questions[which-money]"


def test_the_identity_walk_changes_nothing(small: Course) -> None:
    assert map_course(small, lambda text, trail: text) == small
    assert make_edition(small, "zh_CN", Catalogue("zh_CN", {}), str)[0].course == small


def test_a_full_translation_reaches_every_text_and_nothing_else(small: Course, tmp_path: Path) -> None:
    update(small, tmp_path)
    fill(tmp_path, translate_all)
    edition, problems = make_edition(small, "en", catalogue_of(small, tmp_path), str)
    assert not problems and not edition.fallbacks
    expected = map_course(small, lambda text, trail: f"<{text}>" if has_words(text) else text)
    assert edition.course == expected
    assert [trail for trail, _ in list_course_prose(edition.course)] == [trail for trail, _ in list_course_prose(small)]


def test_a_missing_catalogue_is_told_once_and_the_source_stands(small: Course, tmp_path: Path) -> None:
    catalogue, problems = read_catalogue(tmp_path, "en", list(extract_course(small)))
    assert [problem.code for problem in problems] == [Code.NO_CATALOGUE, Code.NO_CATALOGUE]
    edition, problems = make_edition(small, "en", catalogue, str)
    assert not problems
    assert edition.course == small
    assert edition.fallbacks.keys() >= {trail for trail, text in list_course_prose(small) if has_words(text)}


def test_a_missing_and_a_fuzzy_text_stay_in_the_source_language_and_are_told_once(small: Course, tmp_path: Path) -> None:
    def write(entry: polib.POEntry) -> None:
        translate_all(entry)
        if entry.msgid == "为什么有人排队":
            entry.flags.append("fuzzy")
        if entry.msgid == "两家奶茶店的故事":
            entry.msgstr = ""

    update(small, tmp_path)
    fill(tmp_path, write)
    edition, problems = make_edition(small, "en", catalogue_of(small, tmp_path), str)
    assert [(problem.code, problem.trail) for problem in problems] == [
        (Code.FUZZY_TRANSLATION, "basics/lesson#title"),
        (Code.MISSING_TRANSLATION, "basics/lesson#slides[cover].subtitle"),
    ]
    assert all(problem.place and problem.place.line for problem in problems)
    slide = edition.course.modules[0].lesson.slides[0]
    assert (slide.title, slide.notes[0]) == ("为什么有人排队", "<")
    assert {"basics/lesson#slides[cover].title", "basics/lesson#slides[cover].subtitle"} <= edition.fallbacks.keys()


def translate_but(small: Course, locales: Path, msgid: str, msgstr: str) -> Catalogue:
    def write(entry: polib.POEntry) -> None:
        entry.msgstr = msgstr if entry.msgid == msgid else f"<{entry.msgid}>"

    update(small, locales)
    fill(locales, write)
    return catalogue_of(small, locales)


def text_at(course: Course, trail: str) -> Prose:
    return dict(list_course_prose(course))[trail]


def test_a_question_falls_back_whole(small: Course, tmp_path: Path) -> None:
    texts = [(trail, text) for trail, text in list_course_prose(small) if question_of(trail) == QUESTION]
    last = texts[-1][1]
    edition, problems = make_edition(small, "en", translate_but(small, tmp_path, str(last), ""), str)
    assert [problem.code for problem in problems] == [Code.MISSING_TRANSLATION]
    assert {trail for trail, _ in texts} <= edition.fallbacks.keys()
    assert [(trail, text_at(edition.course, trail)) for trail, _ in texts] == texts


def test_a_lost_or_strange_figure_is_an_error_and_the_source_stands(small: Course, tmp_path: Path) -> None:
    msgid = "晴天茶铺去年收入{sunny_sales}"
    for msgstr in ("Sunny took a lot", "{sunny_sales} and {river_sales}", "{sunny_sale}", "{sunny_sales:short}"):
        edition, problems = make_edition(small, "en", translate_but(small, tmp_path, msgid, msgstr), str)
        assert [(problem.code, problem.values["missing"]) for problem in problems] == [(Code.LOST_PLACEHOLDER, "{sunny_sales}")]
        assert text_at(edition.course, "basics/lesson#slides[basics].points[1]") == msgid
    _, problems = make_edition(small, "en", translate_but(small, tmp_path, msgid, "{sunny_sales}, yes {sunny_sales}"), str)
    assert not problems


def test_a_lost_gap_is_an_error_and_its_question_stands_in_the_source_language(small: Course, tmp_path: Path) -> None:
    trail, sentence = next((trail, text) for trail, text in list_course_prose(small) if trail.endswith(".sentence"))
    lost = str(sentence).replace("[[", "[", 1)
    edition, problems = make_edition(small, "en", translate_but(small, tmp_path, str(sentence), lost), str)
    assert [problem.code for problem in problems] == [Code.LOST_PLACEHOLDER]
    assert text_at(edition.course, trail) == sentence
    assert question_of(trail) + ".text" in edition.fallbacks


def test_a_text_round_a_number_needs_its_number(small: Course, tmp_path: Path) -> None:
    pattern = next(text for trail, text in list_course_prose(small) if trail.endswith(".pattern"))
    _, problems = make_edition(small, "en", translate_but(small, tmp_path, str(pattern), "many"), str)
    assert [(problem.code, problem.values["missing"]) for problem in problems] == [(Code.LOST_PLACEHOLDER, "{n}")]


def test_figures_of_an_edition_use_its_translated_patterns(small: Course, tmp_path: Path) -> None:
    fact = next(fact for fact in small.book.facts if fact.pattern)
    catalogue = translate_but(small, tmp_path, str(fact.pattern), "{n} notes")
    assert make_edition(small, "en", catalogue, str)[0].figures[fact.id].unit == "notes"


def test_two_facts_with_one_pattern_may_have_two_forms_of_it(small: Course, tmp_path: Path) -> None:
    first, second, *others = small.book.facts
    pattern = Plain("{n}家企业")
    facts = (*(fact.model_copy(update={"unit": None, "pattern": pattern}) for fact in (first, second)), *others)
    course = small.model_copy(update={"book": small.book.model_copy(update={"facts": facts})})
    place = f"content/facts.yaml#facts[{second.id}].pattern"
    told = 'msgid "{n}家企业"\nmsgstr "%s"\n'
    write_po(tmp_path, "course", told % "{n} شركات" + f'\nmsgctxt "{place}"\n' + told % "{n} شركة", "ar")
    catalogue, _ = read_catalogue(tmp_path, "ar", ["course"])
    figures = make_edition(course, "ar", catalogue, str)[0].figures
    assert [figures[fact.id].unit for fact in (first, second)] == ["شركات", "شركة"]


def test_babel_is_loaded_only_when_numbers_are_written() -> None:
    modules = "edu.language.translate, edu.language.words, edu.language.extract, edu.language.catalogue"
    code = f"import sys, {modules}; assert not any(name.startswith('babel') for name in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)

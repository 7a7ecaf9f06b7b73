"""What a translator is given to translate, and what is said about it."""

import re
from pathlib import Path

from edu.language.describe import describe_course
from edu.language.entry import BRACES, Entry
from edu.language.extract import extract_course
from edu.language.trails import find_nodes, has_words
from edu.model.course import Course, list_course_prose
from tests.language.files import entry_of, update


def find_entry(course: Course, msgid: str, context: str = "") -> Entry:
    found = [e for entries in extract_course(course).values() for e in entries if (e.msgctxt, e.msgid) == (context, msgid)]
    assert len(found) == 1
    return found[0]


def test_every_text_with_words_in_it_is_extracted_once(small: Course) -> None:
    wanted = {trail for trail, text in list_course_prose(small) if has_words(text)}
    entries = [entry for found in extract_course(small).values() for entry in found]
    trails = [trail for entry in entries for trail in entry.trails]
    assert sorted(trails) == sorted(wanted)
    assert list(extract_course(small)) == ["basics", "course"]


def test_every_trail_leads_to_its_text(small: Course) -> None:
    for trail, text in list_course_prose(small):
        assert str(text) in find_nodes(small, trail)[-1].model_dump_json().replace("\\n", "\n").replace('\\"', '"'), trail


def test_a_text_that_stands_twice_is_one_entry_with_both_places(small: Course) -> None:
    entry = find_entry(small, "为什么有人排队")
    assert entry.references[:2] == ("content/basics/lesson.yaml#title", "content/basics/lesson.yaml#slides[cover].title")
    assert entry.comments[:2] == ("title of the lesson", "slide cover (title): title")


def test_a_text_without_words_is_not_for_translators(small: Course) -> None:
    msgids = {entry.msgid for entries in extract_course(small).values() for entry in entries}
    assert "{cup_time}" not in msgids
    assert all(any(char.isalpha() for char in msgid) for msgid in msgids)


def test_only_what_cites_a_figure_is_checked_for_its_placeholders(small: Course) -> None:
    for entries in extract_course(small).values():
        for entry in entries:
            assert (entry.flags == (BRACES,)) == ("{" in entry.msgid), entry.msgid


def test_an_option_says_whether_it_is_right(small: Course) -> None:
    comments = [line for entry in extract_course(small)["basics"] for line in entry.comments]
    assert any(line.endswith(", right answer") and "question which-money (single): option " in line for line in comments)
    assert any(line.endswith(", wrong answer") for line in comments)
    assert any(": feedback to option " in line for line in comments)


def test_every_text_of_the_small_course_has_a_role_of_its_own_words(small: Course) -> None:
    for entries in extract_course(small).values():
        for line in (line for entry in entries for line in entry.comments):
            assert not re.search(r": [a-z]+_[a-z]+$|#|\[\d", line), line


def test_the_author_speaks_to_translators_by_note_and_context(small: Course) -> None:
    slides = small.modules[0].lesson.slides
    told = slides[0].model_copy(update={"note": "Warm,\n not loud.", "context": "opening"})
    lesson = small.modules[0].lesson.model_copy(update={"slides": (told, *slides[1:])})
    course = small.model_copy(update={"modules": (small.modules[0].model_copy(update={"lesson": lesson}),)})
    entry = find_entry(course, str(told.title), "opening")
    assert entry.references == ("content/basics/lesson.yaml#slides[cover].title",)
    assert entry.comments[-1] == "note: Warm, not loud."
    assert find_entry(course, str(told.title)).references[0] == "content/basics/lesson.yaml#title"


def test_figures_terms_and_room_are_said_in_the_language_of_the_translator(small: Course, tmp_path: Path) -> None:
    update(small, tmp_path)
    english = entry_of(tmp_path, "晴天茶铺去年收入{sunny_sales}").comment.split("\n")
    assert english[1:] == ["room: 2 lines, about 160 letters", "{sunny_sales} = more than RMB 250,000"]
    german = entry_of(tmp_path, "晴天茶铺去年收入{sunny_sales}", "de").comment
    assert "250.000" in german
    assert "80 characters" in (tmp_path / "basics.pot").read_text(encoding="utf-8")


def test_terms_come_with_their_approved_translation_and_third_languages_with_the_english(small: Course, tmp_path: Path) -> None:
    from edu.language.catalogue import Catalogue, Translation
    from edu.problems import Place

    place = Place("en.po")
    texts = {
        "course": {("", "营业额"): Translation("turnover", False, place)},
        "basics": {("", "学生常把营业额当作利润。"): Translation("Students mix them up.", False, place)},
    }
    describe = describe_course(small, {})
    catalogues = {"en": Catalogue("en", texts), "de": Catalogue("de", {"course": {}, "basics": {}})}
    entry = find_entry(small, "学生常把营业额当作利润。")
    assert describe("en", catalogues)(entry) == ("term: 营业额 = turnover",)
    assert describe("de", catalogues)(entry) == ("term: 营业额", "English: Students mix them up.")
    assert describe("zh_CN", catalogues)(entry) == ("term: 营业额",)

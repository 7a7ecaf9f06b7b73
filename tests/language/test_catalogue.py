"""PO files as people and their tools really save them."""

from pathlib import Path

import pytest

from edu.language.catalogue import po_path, read_catalogue
from edu.language.po.read import parse_po
from edu.problems import Code
from tests.language.files import HEADER, write_po

ENTRY = 'msgid "茶"\nmsgstr "tea"\n'
TRAIL = "basics/lesson#title"


def find_text(locales: Path, msgid: str = "茶", context: str = "") -> str:
    catalogue, problems = read_catalogue(locales, "en", ["basics"])
    assert not problems
    found = catalogue.find(TRAIL, msgid, context)
    return found.text if found else ""


def write_bytes(locales: Path, content: bytes) -> None:
    path = po_path(locales, "en", "basics")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_file_is_read_whatever_its_line_ends_and_its_first_bytes(tmp_path: Path, end: str, mark: bytes) -> None:
    write_bytes(tmp_path, mark + (HEADER + ENTRY).replace("\n", end).encode())
    assert find_text(tmp_path) == "tea"


@pytest.mark.parametrize("written", [" tea", "tea ", "\\ttea\\n", "\u00a0tea\u3000", "\u2028tea"])
def test_readers_never_get_spaces_before_or_behind_a_translation(tmp_path: Path, written: str) -> None:
    write_po(tmp_path, "basics", f'msgid "茶"\nmsgstr "{written}"\n')
    assert find_text(tmp_path) == "tea"


@pytest.mark.parametrize("flags", ["#, fuzzy", "#= fuzzy", "#, python-brace-format\n#= fuzzy"])
def test_a_fuzzy_entry_is_fuzzy_in_the_old_and_the_new_spelling(tmp_path: Path, flags: str) -> None:
    write_po(tmp_path, "basics", f"{flags}\n{ENTRY}")
    catalogue, _ = read_catalogue(tmp_path, "en", ["basics"])
    found = catalogue.find(TRAIL, "茶", "")
    assert found and found.fuzzy


@pytest.mark.parametrize(
    ("broken", "spot"),
    [
        ('msgid "a"\nmsgstr "b\n', "5:8"),
        ('msgid "a"\nmsgstr b"\n', "5:8"),
        ('msgid "a"\nmsgstr "b" c\n', "5:12"),
        ('msgid "a\nmsgstr "b"\n', "4:7"),
        ('msgid "a"\nmsgid "b"\n', "5:1"),
        ('msgid "a"\n<<<<<<< HEAD\nmsgstr "b"\n', "5:1"),
        ('msgid "a"\nmsgstr "say "b" aloud"\n', "5:14"),
        ('#| nonsense "a"\nmsgid "a"\nmsgstr "b"\n', "4:4"),
        ("完全不是 PO\n", "4:1"),
    ],
)
def test_a_broken_file_is_told_with_its_line_and_column(tmp_path: Path, broken: str, spot: str) -> None:
    write_po(tmp_path, "basics", broken)
    catalogue, problems = read_catalogue(tmp_path, "en", ["basics"])
    assert "basics" not in catalogue.domains
    assert [problem.code for problem in problems] == [Code.BAD_PO]
    assert str(problems[0].place).endswith(f"en/LC_MESSAGES/basics.po:{spot}")


def test_a_file_that_is_missing_a_folder_or_in_another_encoding_is_told(tmp_path: Path) -> None:
    po_path(tmp_path, "en", "folder").mkdir(parents=True)
    po_path(tmp_path, "en", "gbk").write_bytes((HEADER + ENTRY).encode("gbk"))
    catalogue, problems = read_catalogue(tmp_path, "en", ["none", "folder", "gbk"])
    assert not catalogue.domains
    assert [problem.code for problem in problems] == [Code.NO_CATALOGUE, Code.NOT_A_FILE, Code.CHINESE_ENCODING]


def test_a_language_that_nobody_knows_is_told(tmp_path: Path) -> None:
    for lang, codes in (("xqz", [Code.STRANGE_LANGUAGE]), ("zn_CN", [Code.STRANGE_LANGUAGE]), ("en_ZZ", []), ("zh_CN", [])):
        _, problems = read_catalogue(tmp_path, lang, [])
        assert [problem.code for problem in problems] == codes


def test_odd_line_ends_inside_a_text_do_not_break_it(tmp_path: Path) -> None:
    write_po(tmp_path, "basics", 'msgid "茶"\nmsgstr "green\u2028tea\x85"\n')
    assert find_text(tmp_path) == "green tea"


def test_comments_of_every_kind_are_no_error() -> None:
    before = ["#", "# by hand", "#. made", "#: place", "#, fuzzy", '#| msgid "old"', 'msgid "a"', 'msgstr "b"']
    after = ["#~", '#~| msgid "c"', '#~ msgid "d"', '#~ msgstr "e"', "# the end", "#:"]
    assert [entry.msgid for entry in parse_po("\n".join(before + after))] == ["a", "d"]
    assert [entry.msgid for entry in parse_po("\n".join([*before, "#:", "#."]))] == ["a"]


def test_of_an_entry_that_stands_twice_the_translated_one_counts(tmp_path: Path) -> None:
    write_po(tmp_path, "basics", 'msgid "茶"\nmsgstr ""\n\n' + ENTRY)
    catalogue, problems = read_catalogue(tmp_path, "en", ["basics"])
    assert catalogue.domains["basics"]["", "茶"].text == "tea"
    assert [(problem.code, problem.values) for problem in problems] == [(Code.DOUBLE_ENTRY, {"text": "茶", "line": 4})]
    assert str(problems[0].place).endswith("en/LC_MESSAGES/basics.po:7")


def test_a_context_tells_two_uses_of_one_text_apart(tmp_path: Path) -> None:
    write_po(tmp_path, "basics", ENTRY + '\nmsgctxt "plant"\nmsgid "茶"\nmsgstr "tea plant"\n')
    assert find_text(tmp_path) == "tea"
    assert find_text(tmp_path, context="plant") == "tea plant"
    assert find_text(tmp_path, context="colour") == ""


def test_a_translation_for_one_place_wins_there_once_it_is_sound(tmp_path: Path) -> None:
    here = 'msgctxt "content/basics/lesson.yaml#title"\nmsgid "茶"\nmsgstr "Tea!"\n'
    write_po(tmp_path, "basics", f"{ENTRY}\n{here}")
    assert find_text(tmp_path) == "Tea!"
    write_po(tmp_path, "basics", f"{ENTRY}\n#, fuzzy\n{here}")
    assert find_text(tmp_path) == "tea"


def test_a_character_that_no_deck_can_hold_is_told_and_replaced(tmp_path: Path) -> None:
    write_po(tmp_path, "basics", 'msgid "茶"\nmsgstr "te\x01a"\n')
    catalogue, problems = read_catalogue(tmp_path, "en", ["basics"])
    assert [(p.code, p.values) for p in problems] == [(Code.CONTROL_CHARACTER, {"character": "U+0001"})]
    assert catalogue.domains["basics"]["", "茶"].text == "te\ufffda"


def test_plural_forms_are_told_and_the_first_one_is_taken_as_gettext_does(tmp_path: Path) -> None:
    write_po(tmp_path, "basics", 'msgid "一题"\nmsgid_plural "多题"\nmsgstr[0] "one"\nmsgstr[1] "many"\n')
    catalogue, problems = read_catalogue(tmp_path, "en", ["basics"])
    assert [(problem.code, problem.place and problem.place.line) for problem in problems] == [(Code.PLURAL_ENTRY, 4)]
    found = catalogue.find("basics/quiz#title", "一题", "")
    assert found and found.text == "one"

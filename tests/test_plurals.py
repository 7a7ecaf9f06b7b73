"""Our own words that tell a number: the form for each number is the one that GNU gettext takes, and English says `1 file`."""

from __future__ import annotations

import gettext
import re
import subprocess
from pathlib import Path

import polib
import pytest

from edu.language.own_words import extract_words
from edu.language.words import load_words, read_words
from edu.problems import Code, Plural, Problem, Problems, Say, word_count, word_message
from tests.conftest import ROOT
from tests.language.files import write_po

CATALOGUES = sorted((ROOT / "locales").glob("*/LC_MESSAGES/edu.po"))
WORDS = extract_words(ROOT / "edu", ROOT / "templates")
PLURALS = [Plural(word.msgid, word.plural) for word in WORDS if word.plural]
FILES = Plural("{count} file", "{count} files")
ARABIC = "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=0 && n%100<=2 ? 4 : 5);"
ENGLISH_FORMS = "nplurals=2; plural=(n != 1);"


@pytest.mark.slow
@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_the_form_of_each_number_is_that_of_gettext(path: Path, tmp_path: Path) -> None:
    subprocess.run(["msgfmt", "--output-file", tmp_path / "edu.mo", path], check=True)
    with (tmp_path / "edu.mo").open("rb") as file:
        theirs = gettext.GNUTranslations(file)
    say = load_words(path.parts[-3], [ROOT / "locales"])
    told = {plural.one: [say(plural.of(number)) for number in range(201)] for plural in PLURALS}
    assert told == {p.one: [theirs.ngettext(p.one, p.many, number) for number in range(201)] for p in PLURALS}


@pytest.mark.slow
def test_what_is_marked_is_what_xgettext_finds(tmp_path: Path) -> None:
    keywords = ["--keyword", "--keyword=N_:1", "--keyword=say:1", "--keyword=Plural:1,2"]
    sources = [str(path) for path in sorted((ROOT / "edu").rglob("*.py"))]
    found = ["--language=Python", "--from-code=UTF-8", f"--output={tmp_path / 'edu.pot'}"]
    subprocess.run(["xgettext", *keywords, *found, *sources], check=True, capture_output=True)
    theirs = {(entry.msgid, entry.msgid_plural) for entry in polib.pofile(str(tmp_path / "edu.pot")) if entry.msgid_plural}
    ours = {(e.msgid, e.msgid_plural) for e in polib.pofile(str(ROOT / "locales" / "edu.pot")) if e.msgid_plural}
    assert ours == theirs == {(plural.one, plural.many) for plural in PLURALS}


SEVERAL = {
    "which of the {count} colours", "with {count} choices", "{count} choices: more than five", "{count} choices are right",
    "the question has {count} words", "the text has {count} characters", "choice {position} is right {count} times",
}  # fmt: skip
"""How words begin that are said of two and more alone."""


def test_a_number_before_its_noun_has_both_forms_in_english() -> None:
    counted = [word.msgid for word in WORDS if not word.plural and re.search(r"\{count\} [a-z]+s\b", word.msgid)]
    assert [msgid for msgid in counted if not msgid.startswith(tuple(SEVERAL))] == []


def test_english_says_one_file_and_several_files() -> None:
    assert [word_count(FILES.of(number), str) for number in (0, 1, 2)] == ["0 files", "1 file", "2 files"]
    row = [Problem(Code.WRONG_CELLS, values={"count": count, "wanted": 3}) for count in (1, 2)]
    assert [word_message(problem, str) for problem in row] == [
        "the row has 1 cell and needs 3",
        "the row has 2 cells and needs 3",
    ]
    long = [Problem(Code.TOO_LONG, values={"excess": count, "lang": "en"}) for count in (1, 2)]
    assert [word_message(problem, str)[:25] for problem in long] == ["about 1 character too man", "about 2 characters too ma"]


def speak(folder: Path, forms: str, *lines: str) -> tuple[Say, Problems]:
    """Return our own words in a made-up Arabic catalogue with the Plural-Forms `forms`, and what is wrong with it."""
    header = f'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Plural-Forms: {forms}\\n"\n\n'
    write_po(folder / "locales", "edu", "\n".join(lines), "ar")
    path = folder / "locales" / "ar" / "LC_MESSAGES" / "edu.po"
    path.write_text(header + path.read_text("utf-8").partition("\n\n")[2], "utf-8")
    return read_words("ar", [folder / "locales"])


def write_forms(*texts: str) -> tuple[str, ...]:
    return f'msgid "{FILES.one}"', f'msgid_plural "{FILES.many}"', *(f'msgstr[{i}] "{text}"' for i, text in enumerate(texts))


def test_each_number_has_its_form_and_a_form_for_one_number_may_leave_the_figure_out(tmp_path: Path) -> None:
    forms = ("لا ملفات", "ملف واحد", "ملفان", "{count} ملفات", "{count} ملف", "{count} ملفًا")
    say, problems = speak(tmp_path, ARABIC, *write_forms(*forms))
    told = [word_count(FILES.of(number), say) for number in (0, 1, 2, 3, 10, 11, 99, 100, 103)]
    assert told == ["لا ملفات", "ملف واحد", "ملفان", "3 ملفات", "10 ملفات", "11 ملفًا", "99 ملفًا", "100 ملف", "103 ملفات"]
    assert problems == ()


def test_a_form_that_is_missing_or_lost_its_figure_is_english_and_the_others_are_not(tmp_path: Path) -> None:
    say, problems = speak(tmp_path, ARABIC, *write_forms("", "ملف واحد", "{number}", "ملفات", "{count} ملف"))
    told = [word_count(FILES.of(number), say) for number in (0, 1, 2, 5, 11, 100)]
    assert told == ["0 files", "ملف واحد", "2 files", "5 files", "11 files", "100 ملف"]
    assert [problem.code for problem in problems] == [Code.LOST_PLACEHOLDER, Code.OWN_WORDS_MISSING]
    assert (problems[0].values["missing"], problems[0].values["found"]) == ("{count}", "{number}")
    assert problems[1].values["count"] == 1


def test_the_next_folder_has_the_forms_that_the_first_lacks(tmp_path: Path) -> None:
    speak(tmp_path / "ours", ENGLISH_FORMS, *write_forms("ملف", "{count} ملفات"))
    speak(tmp_path, ENGLISH_FORMS, *write_forms("ملف واحد", ""))
    say = load_words("ar", [tmp_path / "locales", tmp_path / "ours" / "locales"])
    assert [word_count(FILES.of(number), say) for number in (1, 7)] == ["ملف واحد", "7 ملفات"]


@pytest.mark.parametrize(
    "forms", ["nplurals=2; plural=n;", "nplurals=2; plural=__import__('os').abort();", "nplurals=1; plural=9"]
)
def test_a_broken_formula_is_told_at_its_line_and_its_words_are_english(tmp_path: Path, forms: str) -> None:
    say, problems = speak(tmp_path, forms, 'msgid "Hint"', 'msgstr "تلميح"', "", *write_forms("ملف", "ملفات"))
    assert [(problem.code, str(problem.place)) for problem in problems] == [
        (Code.PLURAL_FORMS, "locales/ar/LC_MESSAGES/edu.po:4")
    ]
    assert [say("Hint"), word_count(FILES.of(2), say)] == ["تلميح", "2 files"]


def test_an_entry_without_forms_is_none_of_a_word_that_tells_a_number(tmp_path: Path) -> None:
    say, _ = speak(tmp_path, ENGLISH_FORMS, f'msgid "{FILES.one}"', 'msgstr "{count} ملف"')
    assert [word_count(FILES.of(number), say) for number in (1, 2)] == ["1 file", "2 files"]

"""Our own words: found in our sources, read from the first catalogue that has them."""

from pathlib import Path

from edu.language.entry import BRACES
from edu.language.own_words import extract_words
from edu.language.words import load_words, read_words
from edu.problems import Code, Kind
from tests.language.files import write_po

ROOT = Path(__file__).parents[2]


def test_the_first_folder_that_has_a_word_wins(tmp_path: Path) -> None:
    write_po(tmp_path / "course", "edu", 'msgid "Hint"\nmsgstr "小提示"\n', "zh_CN")
    write_po(tmp_path / "ours", "edu", 'msgid "Hint"\nmsgstr "提示"\n\nmsgid "Back"\nmsgstr "返回"\n', "zh_CN")
    say = load_words("zh_CN", [tmp_path / "course", tmp_path / "ours"])
    assert [say(word) for word in ("Hint", "Back", "Start")] == ["小提示", "返回", "Start"]


def test_a_fuzzy_an_empty_and_an_obsolete_word_are_not_used(tmp_path: Path) -> None:
    words = '#, fuzzy\nmsgid "Hint"\nmsgstr "提示"\n\nmsgid "Back"\nmsgstr ""\n\n#~ msgid "Start"\n#~ msgstr "开始"\n'
    write_po(tmp_path, "edu", words, "zh_CN")
    say = load_words("zh_CN", [tmp_path])
    assert [say(word) for word in ("Hint", "Back", "Start")] == ["Hint", "Back", "Start"]


def test_english_and_a_broken_catalogue_have_the_words_as_they_are(tmp_path: Path) -> None:
    write_po(tmp_path, "edu", 'msgid "Hint\n', "zh_CN")
    assert load_words("zh_CN", [tmp_path])("Hint") == "Hint"
    assert load_words("en", [tmp_path])("Hint") == "Hint"


def test_marked_words_are_found_in_python_templates_and_scripts(tmp_path: Path) -> None:
    package, templates = tmp_path / "edu", tmp_path / "templates"
    (package / "plan").mkdir(parents=True)
    (templates / "quiz").mkdir(parents=True)
    (package / "plan" / "deck.py").write_text(
        'A = {"a": N_("more than {n}"), "b": N_("{reason}")}\n'
        "def draw(edition, word):\n"
        '    return edition.say("Hi" " there"), say(word), say(N_("Write {{n}}")), other("not this"), N_("€{n}")\n',
        encoding="utf-8",
    )
    (templates / "quiz" / "page.html.jinja").write_text('<p>{{ say("Back") }}{{ say("Two", lang) }}</p>', encoding="utf-8")
    script = 'make("li", {}, fill(desk.say("Gap {n}"), { n: 1 }), say("Back"));'
    (templates / "quiz" / "page.js").write_text(script, encoding="utf-8")
    found = [(entry.msgid, entry.references, entry.flags) for entry in extract_words(package, templates)]
    python, page, scripts = ("edu/plan/deck.py",), "templates/quiz/page.html.jinja", "templates/quiz/page.js"
    assert found[:4] == [
        ("more than {n}", python, (BRACES,)),
        ("Hi there", python, ()),
        ("Write {{n}}", python, ()),
        ("€{n}", python, (BRACES,)),
    ]
    assert found[4:7] == [("Back", (page, scripts), ()), ("Two", (page,), ()), ("Gap {n}", (scripts,), (BRACES,))]


def test_an_entry_of_our_own_words_is_found_again_by_its_text_alone(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text('say("one")', encoding="utf-8")
    assert extract_words(tmp_path, tmp_path)[0].trails == ()


def test_a_language_without_our_words_is_told_once_and_one_with_a_part_of_them_by_their_number(tmp_path: Path) -> None:
    def read(lang: str) -> list[tuple[Kind, str, object]]:
        problems = read_words(lang, [tmp_path / "locales", ROOT / "locales"])[1]
        return [(problem.code, str(problem.place), problem.values.get("count")) for problem in problems]

    file = "locales/fr/LC_MESSAGES/edu.po"
    assert read("fr") == [(Code.NO_OWN_WORDS, file, None)]
    assert [read(lang) for lang in ("en", "en_GB", "zh_CN")] == [[], [], []]
    entries = ['msgid "Hint"\nmsgstr "Indice"\n', 'msgid "Back"\nmsgstr ""\n', '#, fuzzy\nmsgid "Start"\nmsgstr "Debut"\n']
    write_po(tmp_path / "locales", "edu", "\n".join(entries), "fr")
    assert read("fr") == [(Code.OWN_WORDS_MISSING, file, 2)]
    write_po(tmp_path / "locales", "edu", entries[0], "fr")
    assert read("fr") == []
    write_po(tmp_path / "locales", "edu", 'msgid "Hint\n', "fr")
    assert [code for code, *_ in read("fr")] == [Code.BAD_PO]

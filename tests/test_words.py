"""The teacher's own language: every word of ours reaches the screen through the catalogue, and the Chinese one has it."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import polib
import pytest

from edu.cli import main
from edu.cli.columns import measure_columns
from edu.cli.commands import edu
from edu.cli.complete import EXCHANGES, SHELLS
from edu.cli.speech import find_language, list_languages
from edu.language.own_words import extract_words
from edu.language.words import load_words
from edu.problems import KINDS, Code, EduError, Kind, Place, Plural, Problem, name_reason, word_hint, word_message, word_problem

ROOT = Path(__file__).parents[1]
SMALL = ROOT / "tests" / "courses" / "small"
CHINESE = ROOT / "locales" / "zh_CN" / "LC_MESSAGES" / "edu.po"
PARTIAL = ("ja", "ar")
"""The languages in which edu has the words of decks and quizzes alone."""
SOURCES = sorted((ROOT / "edu").rglob("*.py"))
LETTERS = re.compile(r"[A-Za-z]{2,}")
PRINTING = {"print", "show", "show_result", "tell", "say_farewell", "echo", "secho", "write_text", "write_usage", "fail"}
TOLD = {"help", "metavar", "short_help", "epilog", "prompt", "options_metavar"}
RAISED = {"UsageError", "BadParameter", "ClickException", "BadOptionUsage", "BadArgumentUsage", "SystemExit", "exit"}
PLAIN = {"text|json", "1-64", "16:9|4:3", "light|dark", "bash|zsh|fish|powershell", "locales/", "edu "}
"""Literals that are no words: values that are typed as they stand, names of folders and commands."""


def say_chinese() -> Callable[[str], str]:
    return load_words("zh_CN", [ROOT / "locales"])


# --- the catalogue -----------------------------------------------------------------------------------------------------


def test_every_word_of_our_own_is_in_the_template_and_has_its_chinese() -> None:
    words = {(entry.msgid, entry.plural) for entry in extract_words(ROOT / "edu", ROOT / "templates")}
    template = {(entry.msgid, entry.msgid_plural) for entry in polib.pofile(str(ROOT / "locales" / "edu.pot"))}
    chinese = {(entry.msgid, entry.msgid_plural) for entry in polib.pofile(str(CHINESE)) if entry.translated()}
    assert words - template == set(), "run: edu i18n update"
    assert words - chinese == set(), "translate them in locales/zh_CN/LC_MESSAGES/edu.po"


@pytest.mark.parametrize("lang", ["zh_CN", *PARTIAL])
def test_the_translation_of_every_word_keeps_its_values(lang: str) -> None:
    say = load_words(lang, [ROOT / "locales"])  # it leaves out what has other values
    entries = [entry for entry in polib.pofile(str(CHINESE.parents[2] / lang / "LC_MESSAGES" / "edu.po")) if not entry.obsolete]
    for entry in entries:
        if entry.msgid_plural:
            shown = {say(Plural(entry.msgid, entry.msgid_plural).of(number)) for number in range(201)}
            assert shown == set(entry.msgstr_plural.values())
        else:
            assert say(entry.msgid) == entry.msgstr


@pytest.mark.parametrize("lang", PARTIAL)
def test_a_deck_says_all_of_its_own_words_in_more_languages_and_a_quiz_nearly_all(lang: str) -> None:
    words, say = extract_words(ROOT / "edu", ROOT / "templates"), load_words(lang, [ROOT / "locales"])

    def list_english(*rooms: str) -> list[str]:
        found = [word for word in words if any(reference.startswith(rooms) for reference in word.references)]
        shown = [Plural(word.msgid, word.plural).of(5) if word.plural else word.msgid for word in found]
        assert len(shown) > 50
        return [msgid for msgid in shown if re.search("[A-Za-z]{3}", re.sub(r"\{.*?\}", "", msgid)) and say(msgid) == msgid]

    assert list_english("edu/plan/", "edu/language/numbers.py") == []
    assert len(list_english("templates/quiz/", "templates/web/")) < 20


@pytest.mark.parametrize("lang", PARTIAL)
def test_what_has_only_the_words_of_products_is_no_language_that_edu_speaks(lang: str) -> None:
    assert list_languages() == ("en", "zh_CN")
    assert find_language(f"{lang}.UTF-8") is None


@pytest.mark.parametrize("code", KINDS.values(), ids=lambda code: code.id)
def test_every_message_takes_its_values_and_is_chinese(code: Kind) -> None:
    names = re.findall(r"(?<!\{)\{([^{}]*)\}(?!\})", word_message(Problem(code), str) + code.hint)
    assert [name for name in names if not re.fullmatch("[a-z]+", name)] == []
    problem = Problem(code, values=dict.fromkeys(names, "ß"), place=Place("content/course.yaml", 1, 2))
    for say in (str, say_chinese()):
        told = word_message(problem, say) + word_hint(problem, say)
        assert not re.search(r"\{[a-z]+\}", told.replace("{n}", ""))
    assert re.search("[\u4e00-\u9fff]", word_message(problem, say_chinese()))


def test_a_value_that_was_forgotten_is_no_traceback() -> None:
    assert word_message(Problem(Code.NOT_WRITTEN), str) == "{file} cannot be written: {reason}"
    assert "[output.not-written]" in word_problem(Problem(Code.NOT_WRITTEN), str)
    assert str(EduError([Problem(Code.NOT_WRITTEN)]))


def test_what_the_system_says_is_told_in_our_own_words() -> None:
    say = say_chinese()
    for error, chinese in ((OSError(28, "No space left on device"), "磁盘已满"), (PermissionError(13, "no"), "系统不允许")):
        told = word_message(Problem(Code.NOT_WRITTEN, values={"file": "a", "reason": name_reason(error)}), say)
        assert told == f"无法写入 a：{chinese}"
    assert name_reason(OSError(18, "Invalid cross-device link")) == "EXDEV"
    assert name_reason(OSError("odd")) == "OSError"


# --- the sources -------------------------------------------------------------------------------------------------------


def find_bare_words(source: str, *, speaks: bool = True) -> Iterator[str]:
    """Yield each literal with words in it that is shown without the catalogue; what `speaks` yields is shown, too."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            if name in PRINTING | RAISED:
                yield from (text for argument in node.args for text in list_literals(argument))
            if name in {"Kind", "_error", "_warning"}:
                yield from (text for argument in node.args[1:] for text in list_literals(argument))
            yield from (text for word in node.keywords if word.arg in TOLD for text in list_literals(word.value))
        if speaks and isinstance(node, ast.Yield) and node.value:
            yield from (text for text in list_literals(node.value) if " " in text)


def list_literals(node: ast.AST) -> Iterator[str]:
    """Yield the literals in an expression that are shown: those that are not marked, looked up or compared."""
    if isinstance(node, ast.Call) and (getattr(node.func, "id", "") or getattr(node.func, "attr", "")) in (
        "N_",
        "Plural",
        "say",
    ):
        return
    if isinstance(node, ast.Compare | ast.Dict | ast.Subscript | ast.Lambda):
        return
    if (
        isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and LETTERS.search(node.value)
        and node.value not in PLAIN
    ):
        yield node.value
    for child in ast.iter_child_nodes(node):
        if not (isinstance(node, ast.Call) and isinstance(child, ast.keyword)):
            yield from list_literals(child)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_nothing_is_shown_past_the_catalogue(path: Path) -> None:
    assert list(find_bare_words(path.read_text(encoding="utf-8"), speaks=path.is_relative_to(ROOT / "edu" / "cli"))) == []


@pytest.mark.parametrize(
    "source",
    [
        'tell(desk, "all done")',
        'show(f"all {count} done")',
        'click.echo("all done")',
        'raise click.UsageError("no such thing")',
        'click.option("--to", help="where to")',
        'click.option("--to", metavar="PLACE")',
        'A = _error("a.b", "it is wrong")',
        'A = _error("a.b", N_("it is wrong"), "mend it")',
        'def f():\n    yield "all done"',
        'tell(desk, "all done" if a else desk.say(N_("some done")))',
        'tell(desk, desk.say(N_("a, ")) + " and b")',
    ],
)
def test_a_bare_word_is_found(source: str) -> None:
    assert list(find_bare_words(source))


@pytest.mark.parametrize("path", sorted((ROOT / "templates").rglob("*.jinja")), ids=lambda path: path.name)
def test_no_page_template_holds_a_word_of_its_own(path: Path) -> None:
    page = re.sub(r"\{#.*?#\}|\{\{.*?\}\}|\{%.*?%\}", " ", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    shown = re.sub(r"""<(script|style)\b.*?</\1>|<!--.*?-->|<[^>]*>|\b[a-z]+="[^"]*\"""", " ", page, flags=re.DOTALL)
    attributes = re.findall(r'\b(?:aria-label|title|alt|placeholder)="([^"]*)"', page)
    # the one for choosing a language says it in both of those that most readers know
    assert [text for text in (shown, *attributes) if LETTERS.search(text) and text != "Language · 语言"] == []


def list_forgotten(source: str) -> Iterator[str]:
    """Yield each value that a message names and a Problem that is made with all its values in sight does not have."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(func=ast.Name(id="Problem"), args=[ast.Attribute(value=ast.Name(id="Code"), attr=name), *rest]):
                given = [word.value for word in node.keywords if word.arg == "values"] + rest[1:2]
                if all(isinstance(values, ast.Dict) and None not in values.keys for values in given):
                    keys = {key.value for values in given for key in values.keys}
                    names = re.findall(r"(?<!\{)\{([a-z]+)\}", word_message(Problem(KINDS[name]), str))
                    yield from (f"{name}: {wanted}" for wanted in names if wanted not in keys)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_problem_has_the_values_that_its_message_names(path: Path) -> None:
    assert list(list_forgotten(path.read_text(encoding="utf-8"))) == []


def test_a_forgotten_value_is_found() -> None:
    assert list(list_forgotten('Problem(Code.NOT_WRITTEN, "a", {"file": name})')) == ["NOT_WRITTEN: reason"]
    assert list(list_forgotten("Problem(Code.DISK_FULL)")) == ["DISK_FULL: folder"]


# --- the command line --------------------------------------------------------------------------------------------------


def list_commands(command: click.Command = edu, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    yield path, command
    for name, below in command.commands.items() if isinstance(command, click.Group) else ():
        yield from list_commands(below, (*path, name))


COMMANDS = dict(list_commands())
NAMES = {
    "edu", "json", "text", "pptx", "html", "web", "pdf", "png", "dist", "content", "schema", "po", "pot", "JSON",
    "PowerPoint", "course", "yaml", *EXCHANGES,
    *(name for path in COMMANDS for name in path),
    *(option for command in COMMANDS.values() for param in command.params for option in param.opts),
    "light", "dark", "potx", "zh", "CN", "en", "XA", "ar", "XB", "tlh", "basics", "index", "Tab", "git", *SHELLS,
}  # fmt: skip
"""What stays as it is in every language: what one types, and names of formats, files, languages and modules."""


def read_words(text: str) -> set[str]:
    """Return the English words of `text`: codes, paths and names left out."""
    bare = re.sub(r"\[[a-z.-]+\]$|\S*/\S*|“[^”]*”|(?<![\w-])--?[a-z][a-z-]*", " ", text, flags=re.MULTILINE)
    return set(LETTERS.findall(bare)) - NAMES


@pytest.fixture
def speak(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., str]:
    monkeypatch.chdir(tmp_path)
    for name, value in (("COLUMNS", "80"), ("LC_ALL", "zh_CN.UTF-8"), ("LANGUAGE", "")):
        monkeypatch.setenv(name, value)

    def call(*arguments: str) -> str:
        main(list(arguments))
        return "".join(capsys.readouterr())

    return call


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_every_page_of_help_is_chinese_and_fits_the_terminal(path: tuple[str, ...], speak: Callable[..., str]) -> None:
    page = speak(*path, "--help")
    assert "用法" in page
    assert read_words(page) == set()
    assert max(map(measure_columns, page.splitlines())) <= 80


def list_wrong() -> Iterator[list[str]]:
    """Yield what may be typed wrongly at every command, and at some of them alone."""
    for path, command in COMMANDS.items():
        for wrong in ("--unknown", "-x", "--help=yes", "--ui-lang", "--ui-lang=tlh"):
            yield [*path, wrong]
        for param in command.params:
            for option in param.opts if isinstance(param, click.Option) else ():
                yield [*path, f"{option}=yes" if getattr(param, "is_flag", False) else option]
    yield from (
        line.split()
        for line in ("bild", "i18n updat", "-", "-- --build", "new", "new a b", "build strategy", "completion tcsh")
    )
    yield from (line.split() for line in ("build --jobs 0", "build --jobs many", "check --format xml", "build --cours x"))
    yield from (line.split() for line in ("build --course /nowhere", "build --course /dev/null", "schema --course /nowhere"))
    for line in ("--lang tlh", "--module basic", "--to ppt", "--lang zh_CN+en", "--lang zh_CN --to pptx"):
        yield ["build", "--course", str(SMALL), "-o", "/proc/none", *line.split()]


@pytest.mark.parametrize("arguments", [*list_wrong()], ids=" ".join)
def test_whatever_is_typed_wrongly_is_told_in_chinese(arguments: list[str], speak: Callable[..., str]) -> None:
    told = speak(*arguments)
    assert re.search("[\u4e00-\u9fff]", told)
    assert read_words(told) == set()

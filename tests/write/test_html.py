"""The quiz page as a file: the same bytes, no key to be seen, nothing from outside, small, and joined without harm."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from edu.markup.script import ScriptError, join_modules, list_needed, list_words
from edu.markup.shrink import shrink_script, shrink_style
from edu.plan.paper import Order, Paper
from edu.write.html import write_quiz
from tests.quiz.papers import ROOT, SMALL, TEMPLATES, make_paper, says_of

MOST = 60_000


@pytest.fixture(scope="module")
def paper() -> Paper:
    return make_paper(SMALL, "basics")


@pytest.fixture(scope="module")
def page(paper: Paper) -> str:
    return write_quiz(paper, "en", says_of(paper), TEMPLATES).decode("utf-8")


def read_data(page: str) -> dict[str, object]:
    found = re.search(r'<script type="application/json" id="paper">(.*?)</script>', page, re.DOTALL)
    assert found
    return dict(json.loads(found[1]))


def test_the_same_paper_gives_the_same_bytes(paper: Paper) -> None:
    assert write_quiz(paper, "en", says_of(paper), TEMPLATES) == write_quiz(paper, "en", says_of(paper), TEMPLATES)


def test_the_policy_names_exactly_the_script_and_style_of_the_page(page: str) -> None:
    style, script = (
        re.findall(r"<style>(.*?)</style>", page, re.DOTALL)[0],
        re.findall(r"<script>(.*?)</script>", page, re.DOTALL)[0],
    )
    policy = re.findall(r'Content-Security-Policy" content="([^"]*)"', page)[0].replace("&#39;", "'")
    for text, name in ((style, "style-src"), (script, "script-src")):
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{name} 'sha256-{digest}';" in policy
    assert policy.startswith("default-src 'none';")


def test_nothing_is_named_that_would_be_loaded(page: str) -> None:
    assert re.findall(r'(?:src|href)="(?!data:|https://example\.org)', page) == []
    assert "style=" not in page


def test_script_and_style_are_small(page: str) -> None:
    sizes = [len(text.encode()) for text in re.findall(r"<(?:style|script)>(.*?)</(?:style|script)>", page, re.DOTALL)]
    assert sum(sizes) <= MOST


def test_the_key_cannot_be_read_at_a_glance(paper: Paper, page: str) -> None:
    public = json.dumps(read_data(page)["paper"], ensure_ascii=False)
    assert '"right"' not in public
    for item in paper.items:
        for runs in item.explanation["zh_CN"]:
            assert "".join(run.text for run in runs) not in page
    order = next(item for item in paper.items if isinstance(item.body, Order))
    assert isinstance(order.body, Order) and order.body.feedback
    assert "".join(run.text for run in order.body.feedback["en"]) not in page


def test_the_words_of_the_page_are_in_every_language(page: str) -> None:
    words = read_data(page)["paper"]["words"]
    assert words["en"] == list(list_words(TEMPLATES / "quiz", "main.js"))
    assert len(words["zh_CN"]) == len(words["en"])
    assert [said for said, english in zip(words["zh_CN"], words["en"], strict=True) if said == english] == []


def write_modules(folder: Path, **sources: str) -> Path:
    for name, source in sources.items():
        (folder / f"{name}.js").write_text(source, encoding="utf-8")
    return folder


def run_script(script: str) -> str:
    return subprocess.run(["node", "-e", script], capture_output=True, encoding="utf-8", check=True).stdout.strip()


@pytest.mark.slow
def test_joined_modules_run_as_they_would_apart(tmp_path: Path) -> None:
    folder = write_modules(
        tmp_path,
        one="export const left = 2;\nconst shared = 1;\nexport function double(value) {\n  return value * left * shared;\n}\n",
        two='import { double } from "./one.js";\nconst shared = 10;\nexport function both(a) { return double(a) + shared; }\n',
        main='import { left } from "./one.js";\nimport { both } from "./two.js";\n'
        "const held = hold(3);\nconsole.log(both(left), `${left} ${`in ${left}`}`, held.value);\n"
        "function hold(value) {\n  return { value: twice(value) };\n}\nfunction twice(value) {\n  return value * left;\n}\n",
    )
    assert run_script(join_modules(folder, "main.js")) == "14 2 in 2 6"


def find_differences(sources: Sequence[str], script: str) -> str:
    """Return what a parser by others finds changed between modules and the script they are joined to."""
    told = json.dumps({"sources": sources, "script": script})
    command = ["node", ROOT / "tests" / "quiz" / "same_script.js"]
    return subprocess.run(command, input=told, capture_output=True, encoding="utf-8", check=True).stdout


@pytest.mark.slow
@pytest.mark.parametrize("entry", ["quiz/main.js", "web/main.js", "preview/main.js", "preview/keys.js"])
def test_a_joined_script_has_the_same_properties_and_no_unknown_names(entry: str) -> None:
    folder, name = TEMPLATES / Path(entry).parent, Path(entry).name
    sources = [(folder / needed).read_text("utf-8") for needed in list_needed(folder, name)]
    assert find_differences(sources, join_modules(folder, name)) == ""


@pytest.mark.slow
@pytest.mark.parametrize(
    "source",
    [
        "const { size = 3 } = { size: 1 };\nconsole.log(size);\n",
        "const size = 1;\nconst held = { size() { return size; } };\nconsole.log(held.size());\n",
    ],
)
def test_what_short_names_would_break_is_found(tmp_path: Path, source: str) -> None:
    assert find_differences([source], join_modules(write_modules(tmp_path, main=source), "main.js")) != ""


def test_a_hole_at_a_list_s_end_and_a_sign_in_a_style_s_string_are_refused() -> None:
    with pytest.raises(ValueError, match="hole"):
        shrink_script("const list = [1, ,];")
    with pytest.raises(ValueError, match="sign"):
        shrink_style('.a { content: "a , b"; }')


@pytest.mark.slow
@pytest.mark.parametrize(
    ("source", "printed"),
    [
        ('const text = "a // b /* c */";\nconsole.log(text);', "a // b /* c */"),
        ("const rest = 8 / 2 / 2; // half\nconsole.log(rest);", "2"),
        ('const found = "a/b".replace(/[/]/g, "-").replace(/a|x/, \'z\');\nconsole.log(found);', "z-b"),
        ("const name = 1;\nconst held = { name: 2, other: name };\nconsole.log(held.name, held.other);", "2 1"),
        ("const name = 1;\nconst held = { name };\nconsole.log(held.name);", "1"),
        ("const { length } = 'abc';\nconsole.log(length);", "3"),
        ("let count = 1;\ncount = count + +count - -count;\nconsole.log(count);", "3"),
        ("const pick = (first, [second, ...others]) => first + second + others.length;\nconsole.log(pick(1, [2, 3]));", "4"),
        ("const value = 5;\nconsole.log(`a${value > 3 ? `b${value}` : { value }.value}c`);", "ab5c"),
        ("function run(first) {\n  return first\n    ? 1\n    : 2;\n}\nconsole.log(run(0));", "2"),
        ("const a = 1;\nconst other = 2;\nconsole.log(a, other);", "1 2"),
        ("const pick = (a, b) => (a ? (a, b) : a);\nconsole.log((pick(1, 2)), `${(1 ? 3 : 4)}`, (1 + 1) * 2);", "2 3 4"),
        ("const same = 3 === (2 ? 3 : 4);\nconst one = (1, 2);\nconsole.log(same, one, (() => ({ a: 1 }))().a);", "true 2 1"),
        (
            "const one = (x) => x + 1;\nconst two = (y, z) => one(y) * z;\nconsole.log(two(1, 3), [4].map((w) => two(w, w)));",
            "6 [ 20 ]",
        ),
        ("let n = (2 > 1 ? 1 : 0) + 1;\nn = n <= (n ? 5 : 0) ? (n + 1) : 0;\nconsole.log(n, [(1 ? 2 : 3)]);", "3 [ 2 ]"),
    ],
)
def test_a_shrunk_module_does_the_same(source: str, printed: str) -> None:
    assert run_script(shrink_script(source)) == printed
    assert len(shrink_script(source)) <= len(source)


JOIN = "function g() { return 7; }\n"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("body", "printed"),
    [
        ("for (const x of a) if (x > 2) return x;\nreturn 0;", "3"),
        ("let n = 0;\nwhile (n < 9) if (n++ > 4) return n;\nreturn 0;", "6"),
        ("if (a) if (!a[0]) return 1;\nreturn 2;", "2"),
        ("if (!a) return 1;\nelse if (a[1] > 5) return 2;\nreturn 3;", "3"),
        ("let v = 0;\nif (v = g()) return v;\nreturn 2;", "7"),
        ("if (!a) return 1;\nreturn a[0], a[2];", "3"),
        ("if (a[0] === 2) return 1;\nif (a[0] === 1) return a[1] ? 4 : 5;\nreturn 6;", "4"),
        ("const f = (first, other) => (first ? { first, other } : g());\nreturn f(0, 1);", "7"),
        (
            "const f = (Object) => Object;\nreturn f(4) + Math.max(1, 2) + Math.min(5, 6) + Math.abs(-1) + Math.sign(3)"
            " + Math.trunc(2.5);",
            "15",
        ),
        ("switch (a[0]) {\n  case 1:\n    if (a[1] > 5) return 1;\n    return 2;\n  default:\n    return 3;\n}", "2"),
    ],
)
def test_a_joined_function_returns_what_it_did(tmp_path: Path, body: str, printed: str) -> None:
    main = f"const told = f([1, 2, 3]);\nconsole.log(told);\n{JOIN}function f(a) {{\n{body}\n}}\n"
    assert run_script(join_modules(write_modules(tmp_path, main=main), "main.js")) == printed


@pytest.mark.parametrize(
    "sources",
    [
        {"main": 'import { a } from "./b.js";\n', "b": 'import { c } from "./main.js";\nexport const a = 1;\n'},
        {"main": 'import { a } from "./b.js";\n', "b": "export const other = 1;\n"},
        {"main": "export default 1;\n"},
        {"main": 'import * as all from "./b.js";\n', "b": ""},
        {"main": 'const end = "</script>";\n'},
    ],
)
def test_modules_that_cannot_be_joined_are_refused(tmp_path: Path, sources: dict[str, str]) -> None:
    with pytest.raises(ScriptError):
        join_modules(write_modules(tmp_path, **sources), "main.js")


def test_a_style_loses_only_what_is_not_needed() -> None:
    style = "/* why */\n.a > b:hover,\n.c {\n  color: red;\n  margin: 0 calc(1px + 2px);\n}\n"
    assert shrink_style(style) == ".a > b:hover,.c{color:red;margin:0 calc(1px + 2px)}"

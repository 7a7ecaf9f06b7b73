"""The small Markdown of the course's texts."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edu.model.inline import Part, cited_facts, named_blanks, parse_inline, plain_text, split_paragraphs


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", []),
        ("一句话", [Part("一句话")]),
        ("**重**点", [Part("重", bold=True), Part("点")]),
        ("*重*点", [Part("重", emphasis=True), Part("点")]),
        ("***重***", [Part("重", bold=True, emphasis=True)]),
        ("`a*b*` c", [Part("a*b*", code=True), Part(" c")]),
        ("[商会](https://example.org)网", [Part("商会", href="https://example.org"), Part("网")]),
        ("[**a**](b)", [Part("a", bold=True, href="b")]),
        ("有{sales}吗", [Part("有"), Part("{sales}", fact="sales"), Part("吗")]),
        ("{a_1:short}", [Part("{a_1:short}", fact="a_1", form="short")]),
        ("[[b-1]]是", [Part("[[b-1]]", blank="b-1"), Part("是")]),
        ("[{a}](b)", [Part("{a}", fact="a", href="b")]),
        ("{a}{a}", [Part("{a}", fact="a"), Part("{a}", fact="a")]),
    ],
)
def test_a_text_is_read_as_its_parts(text: str, parts: list[Part]) -> None:
    assert list(parse_inline(text)) == parts


@pytest.mark.parametrize(
    ("text", "bold"),
    [
        ("收入**{sales}**以上", "{sales}"),
        ("**网络效应。**然后", "网络效应。"),
        ("先**“做产品”**再", "“做产品”"),
        ("**（一）**注", "（一）"),
        ("他说**不**。", "不"),
        ("in **bold** text", "bold"),
    ],
)
def test_chinese_needs_no_space_round_bold(text: str, bold: str) -> None:
    assert "".join(part.text for part in parse_inline(text) if part.bold) == bold


@pytest.mark.parametrize(
    "text",
    ["{{ x }}", "${}", "{A}", "{a b}", "{_a}", "{a:long}", "{n", "[[A B]]", "[[]]", "<script>alert(1)</script>", "]]>",
     "1 * 2 * 3", "# a", "- a", "> a", "a_b_c", "&amp;", "https://example.org"],
)  # fmt: skip
def test_what_is_not_of_our_markdown_is_text(text: str) -> None:
    assert parse_inline(text) == (Part(text),)


@pytest.mark.parametrize(
    ("text", "shown"), [(r"\{a}", "{a}"), (r"\[[a]]", "[[a]]"), (r"\*a\*", "*a*"), (r"a\\b", "a\\b"), (r"\`", "`")]
)
def test_a_backslash_shows_a_sign_as_it_is(text: str, shown: str) -> None:
    assert parse_inline(text) == (Part(shown),)


@pytest.mark.parametrize("text", ["`{a}`", "`[[a]]`"])
def test_code_cites_nothing(text: str) -> None:
    assert cited_facts(text) == named_blanks(text) == ()


@pytest.mark.parametrize("link", ["javascript:alert(1)", "vbscript:x", "data:text/html,x", "file:///etc/passwd"])
def test_a_link_that_could_do_harm_is_text(link: str) -> None:
    assert [part.href for part in parse_inline(f"[a]({link})")] == [""]


def test_a_line_break_joins_han_and_parts_latin() -> None:
    assert plain_text(parse_inline("一\n二")) == "一二"
    assert plain_text(parse_inline("one\r\n  two")) == "one two"
    assert plain_text(parse_inline("一\ntwo")) == "一 two"


def test_facts_are_told_once_and_blanks_as_often_as_they_stand() -> None:
    assert cited_facts("{b} {a} **{b:short}**") == ("b", "a")
    assert named_blanks("[[b]] [[a]] **[[b]]**") == ("b", "a", "b")


def test_empty_lines_part_paragraphs() -> None:
    assert split_paragraphs("a\nb\n\n\n c \r\n \r\nd\n") == ("a\nb", "c", "d")
    assert split_paragraphs(" \n") == ()


@given(st.text(alphabet="ab一。*_`[](){}\\!<&:/ \n", max_size=40))
def test_no_text_breaks_the_parser_and_none_of_its_words_is_lost(text: str) -> None:
    parts = parse_inline(text)
    shown = plain_text(parts) + "".join(part.href for part in parts)
    assert all(shown.count(char) >= text.count(char) for char in "b")


@pytest.mark.parametrize(
    "text", ["*" * 10_000, "[" * 10_000, "`" * 10_000, "**a" * 5_000, "[a](" * 3_000, "{a" * 5_000, "[[a" * 5_000, "x" * 10_000]
)
def test_ten_thousand_characters_are_read_in_time(text: str) -> None:
    start = time.process_time()
    parse_inline(text)
    assert time.process_time() - start < 3

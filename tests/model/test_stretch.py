"""A text falls into stretches: joined they are the text, and what means something stands apart."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edu.model.inline import parse_inline
from edu.model.stretch import Kind, split_codes, split_marked

PIECES = [
    *("**", "*", "`", "``", "[", "](", ")", "https://a.example/b_(c)", "{kling}", "{kling:short}", "{n}", "[[gap]]", "\\", "_"),
    *(" ", "\n", "\n\n", "\r\n", "收入", "，", "words", "a", "<b>", "&"),
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


@settings(deadline=None)
@given(TEXTS | st.text())
def test_the_stretches_joined_are_the_text(text: str) -> None:
    assert "".join(stretch.text for stretch in split_marked(text)) == text
    assert "".join(stretch.text for stretch in split_codes(text)) == text


@settings(deadline=None)
@given(TEXTS)
def test_what_opens_is_closed_in_turn(text: str) -> None:
    depth = 0
    for stretch in split_marked(text):
        depth += {Kind.OPEN: 1, Kind.CLOSE: -1}.get(stretch.kind, 0)
        assert depth >= 0
    assert depth == 0


@settings(deadline=None)
@given(TEXTS.filter(lambda text: "\n\n" not in text))
def test_figures_and_gaps_are_codes_wherever_they_are_read_as_such(text: str) -> None:
    wanted = Counter(part.text for part in parse_inline(text) if part.fact or part.blank)
    assert Counter(stretch.text for stretch in split_marked(text) if stretch.kind is Kind.CODE) >= wanted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收入**超过**{kling}", "收入 <** 超过 **> {kling}"),
        ("a *b **c*** d", "a␣ <* b␣ <** c **> *> ␣d"),
        ("[see *this*](https://a.example/b(c) 'x')", "<[ see␣ <* this *> ](https://a.example/b(c)␣'x')>"),
        ("use ``a`b`` now", "use␣ <`` a`b ``> ␣now"),
        ("2 * 3 * 4, **no", "2␣*␣3␣*␣4,␣**no"),
        (r"\*plain\* *soft*", r"\*plain\*␣ <* soft *>"),
        ("中\n文**粗\n体**", "中⏎文 <** 粗⏎体 **>"),
        ("one **a**\n\ntwo *b*", "one␣ <** a **> ⏎⏎two␣ <* b *>"),
        ("[[gap]]x{fig:short}", "[[gap]] x {fig:short}"),
        ("`{kling}` stays", "<` {kling} `> ␣stays"),
    ],
)
def test_marks_stand_apart(text: str, expected: str) -> None:
    signs = {Kind.OPEN: "<{}", Kind.CLOSE: "{}>"}
    found = " ".join(
        signs.get(stretch.kind, "{}").format(stretch.text.replace(" ", "␣").replace("\n", "⏎"))
        for stretch in split_marked(text)
    )
    assert found == expected

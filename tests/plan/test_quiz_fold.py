"""Typed answers are compared after folding."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edu.plan.fold import fold_text, split_variants


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("  Network   Effect ", "network effect"),
        ("ＡＢＣ１２３", "abc123"),
        ("网络 效应", "网络效应"),
        ("网络效应。", "网络效应"),
        ("AI 视频", "ai视频"),
        ("user’s “word”", 'user\'s "word"'),
        ("pay—as—you—go", "pay-as-you-go"),
        ("zero\u200bwidth", "zerowidth"),
        ("ΟΔΟΣ", "οδοσ"),
        ("?!", "?!"),
        ("", ""),
    ],
)
def test_what_a_student_types_is_folded(typed: str, folded: str) -> None:
    assert fold_text(typed) == folded


@given(st.text())
def test_folding_twice_changes_no_more(text: str) -> None:
    once = fold_text(text)
    assert fold_text(once) == once


def test_variants_stand_between_bars() -> None:
    assert split_variants("lock-in | switching costs") == ("lock-in", "switching costs")
    assert split_variants("either|or") == ("either|or",)

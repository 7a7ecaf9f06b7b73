"""Titles break between words, as far as marks, small words, names and the course's own texts tell where these are."""

from __future__ import annotations

from itertools import pairwise

import pytest

from edu.plan.balance import balance_text
from edu.plan.cuts import Words, find_words, list_line_starts, rate_cuts
from edu.plan.fit import Room
from edu.plan.measure import cut_pieces
from edu.plan.page import Paragraph, Text
from edu.plan.runs import Run

SIZE = 20.0


def _break(text: str, words: Words, width: float, lang: str = "zh_CN") -> str:
    """Return the lines of `text` as a title in a room of that many em, parted by strokes."""
    made = Text((Paragraph((Run(text, lang),)),), lang)
    balanced = balance_text(made, Room(width * SIZE, 200), Paragraph((), SIZE), whole=True, words=words)
    pieces = cut_pieces(made.paragraphs[0].runs)
    starts = [0, *list_line_starts(pieces, width - sum(balanced.insets) / SIZE), len(pieces)]
    return "|".join("".join(p.text for p in pieces[a:b]) for a, b in pairwise(starts))


@pytest.mark.parametrize(
    ("text", "told", "names", "lines"),
    [
        ("答案它只比了大小，范围并不相同", [], [], "答案它只比了大小，|范围并不相同"),
        ("战略的选择技术优先还是产品优先", ["技术优先", "产品优先", "优先"], [], "战略的选择技术优先|还是产品优先"),
        ("人人在谈的网络效应会越来越强", [], ["网络效应"], "人人在谈的网络效应|会越来越强"),
    ],
)
def test_a_title_breaks_between_words_where_it_can(text: str, told: list[str], names: list[str], lines: str) -> None:
    assert _break(text, find_words(told, names), 13) == lines


def test_lines_are_alike_where_nothing_tells_words() -> None:
    assert _break("字" * 16, Words(), 13) == "字" * 8 + "|" + "字" * 8


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("先看大小，|再看", "先看大|小，再看"),
        ("我们的|平台", "我们|的平台"),
        ("使用|API好", "使|用API好"),
        ("工具|和平台", "工|具和平台"),
        ("ユーザーが|感じる", "ユー|ザーが感じる"),
    ],
)
def test_an_end_between_words_costs_less_than_one_inside(better: str, worse: str) -> None:
    costs = []
    for text in (better, worse):
        pieces = cut_pieces((Run(text.replace("|", ""), "zh_CN"),))
        before, done = text.split("|")[0], 0.0
        for piece in pieces:
            if before:
                before, done = before[len(piece.text) :], done + piece.width
        costs.append(rate_cuts(pieces, done, Words()))
    assert costs[0] < costs[1]


def test_a_name_with_a_blank_is_a_word() -> None:
    pieces = cut_pieces((Run("这里谈的是AI 视频模型之争", "zh_CN"),))
    room = next(width / 10 for width in range(10, 300) if list(list_line_starts(pieces, width / 10)) == [8])
    assert rate_cuts(pieces, room, find_words((), ("AI 视频模型",))) > rate_cuts(pieces, room, find_words((), ()))

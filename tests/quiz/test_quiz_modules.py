"""The quiz page's pure modules, run by Node: folding, numbers, scores, orders, and what is restored."""

from __future__ import annotations

import json
import random
from dataclasses import replace

import numpy as np
import pytest
import zxingcpp

from edu.plan.fold import fold_text
from edu.plan.paper import Paper
from tests.quiz.modules import call, make_items, shape_page
from tests.quiz.papers import ROOT, SMALL, make_paper
from tests.quiz.reference import draw_answer, share_of

pytestmark = pytest.mark.slow


def test_the_page_folds_as_the_planner_does() -> None:
    signs = "aZ ß\u3000ＡＢ１.。、！“”‘’—-ΣςÉéİ可灵 \u200b\ufeff\t½…「」“ﬁ가\u1100\u1161ｶﾞ·;"
    dice = random.Random(7)
    texts = ["".join(dice.choices(signs, k=dice.randint(0, 12))) for _ in range(3000)]
    assert call(*(["fold", "foldText", text] for text in texts)) == [fold_text(text) for text in texts]


@pytest.mark.parametrize(
    ("typed", "values"),
    [
        ("1314", [1314]),
        ("1,314", [1.314, 1314]),
        ("1.314", [1.314, 1314]),
        ("0.125", [0.125]),
        ("0,125", [0.125]),
        ("12,5", [12.5]),
        ("1,234,567", [1234567]),
        ("1.234.567", [1234567]),
        ("12,34,567", [1234567]),
        ("1,234.5", [1234.5]),
        ("1.234,5", [1234.5]),
        ("1 234 567", [1234567]),
        ("1'234", [1234]),
        ("１３１４", [1314]),
        ("٣٫٥", [3.5]),
        ("−5", [-5]),
        ("2.5亿", [250000000]),
        ("1亿2000万", [120000000]),
        ("3万5千", [35000]),
        ("3万5000", [35000]),
        ("5百万", [5000000]),
        ("250 million", [250000000]),
        ("1.5 billion", [1500000000]),
        ("1 million 200 thousand", [1200000]),
        ("¥66", [66]),
        ("66元", [66]),
        ("1.4倍", [1.4]),
        ("7.4%", [7.4]),
        ("７.４％", [7.4]),
        ("百分之30", [30]),
        ("", []),
        ("abc", []),
        ("1,23,4", []),
        ("3万5", []),
        ("1.2.3", []),
        ("万", []),
        ("--5", []),
    ],
)
def test_numbers_are_read_alike_in_every_language(typed: str, values: list[float]) -> None:
    read = call(["number", "readNumber", typed, ["倍", "times"]])[0]
    assert list(read["values"].values()) == values


def test_a_percent_sign_counts_where_hundredths_are_not_asked_for(small_paper: Paper) -> None:
    item = make_items(small_paper)["ratio"]
    asked = {**item, "percent": True}
    answer = {"text": "139%"}
    assert call(["score", "valueOf", item, answer], ["score", "valueOf", asked, answer]) == [1.39, 139]


@pytest.mark.parametrize(
    ("id", "scoring", "answer", "share"),
    [
        ("which-money", "all_or_nothing", ["received"], 1),
        ("which-money", "all_or_nothing", ["cost"], 0),
        ("which-money", "all_or_nothing", None, 0),
        ("both-shops", "right_minus_wrong", ["more", "over"], 1),
        ("both-shops", "right_minus_wrong", ["more"], 0.5),
        ("both-shops", "right_minus_wrong", ["more", "over", "taste"], 0.5),
        ("both-shops", "right_minus_wrong", ["taste", "profit"], 0),
        ("both-shops", "each_right", ["more", "taste"], 0.5),
        ("both-shops", "all_or_nothing", ["more", "over", "taste"], 0),
        ("claim", "all_or_nothing", ["false"], 1),
        ("ratio", "all_or_nothing", {"text": "1.4"}, 1),
        ("ratio", "all_or_nothing", {"text": "1.438"}, 0),
        ("ratio", "all_or_nothing", {"text": "1.389", "reading": "point"}, 1),
        ("ratio", "all_or_nothing", {"text": "1.389", "reading": "group"}, 0),
        ("ratio", "all_or_nothing", {"text": "1.45"}, 0),
        ("name-it", "all_or_nothing", {"text": " 回头 客。"}, 1),
        ("fill-in", "each_right", {"money": "turnover", "rest": "zzz"}, 0.5),
        ("fill-in", "right_minus_wrong", {"money": "turnover", "rest": "zzz"}, 0),
        ("fill-in", "right_minus_wrong", {"money": "turnover", "rest": ""}, 0.5),
        ("pair-up", "each_right", {"sunny": "sunny", "river": "mall"}, 0.5),
        ("pair-up", "all_or_nothing", {"sunny": "sunny", "river": "river"}, 1),
        ("in-order", "all_or_nothing", ["see", "return", "try"], 0),
        ("in-order", "each_right", ["see", "return", "try"], 1 / 3),
        ("sort-out", "each_right", {"tea": "income", "cards": "costs"}, 1 / 3),
        ("your-view", "all_or_nothing", {"text": "…", "met": ["source"]}, 2 / 3),
    ],
)
def test_an_answer_gets_its_share_by_the_scoring_rule(
    small_paper: Paper, id: str, scoring: str, answer: object, share: float
) -> None:
    item = {**make_items(small_paper)[id], "scoring": scoring}
    assert call(["score", "judge", item, answer])[0]["share"] == pytest.approx(share)


def test_a_seed_gives_one_order_however_the_parts_stood() -> None:
    ids = [f"part-{number}" for number in range(6)]
    one, two, other = call(
        ["random", "shuffleIds", ids, 42, "q"],
        ["random", "shuffleIds", ids[::-1], 42, "q"],
        ["random", "shuffleIds", ids, 43, "q"],
    )
    assert one == two
    assert one != other
    assert sorted(one) == ids


def test_every_place_is_as_likely_for_every_part() -> None:
    ids = list("abcd")
    orders = call(*(["random", "shuffleIds", ids, seed * 7919, "q"] for seed in range(4000)))
    first = [sum(order[0] == id for order in orders) for id in ids]
    assert all(900 < count < 1100 for count in first)


def test_an_order_is_never_shown_right_from_the_start(small_paper: Paper) -> None:
    item = make_items(small_paper)["in-order"]
    shown = call(*(["state", "orderShown", {"seed": seed}, item, None] for seed in range(200)))
    assert item["right"] not in shown


def test_answers_to_parts_that_are_gone_are_dropped(small_paper: Paper) -> None:
    items = make_items(small_paper)
    page = shape_page(small_paper)
    slots = {
        "which-money": {"hash": items["which-money"]["hash"], "answer": ["gone"], "tried": [], "hint": False},
        "ratio": {"hash": items["ratio"]["hash"], "answer": {"text": "1.4"}, "tried": [{"text": "1.4"}], "hint": True},
        "removed": {"hash": "x", "answer": ["a"], "tried": [], "hint": False},
    }
    kept = json.dumps({"version": 1, "seed": 5, "at": "removed", "only": ["removed"], "slots": slots})
    restored = call(["restore", "restoreState", page, kept, 9])[0]
    assert restored["dropped"] == 2
    assert restored["state"]["seed"] == 5
    assert restored["state"]["at"] == "/start"
    assert restored["state"]["only"] is None
    assert restored["state"]["version"] == 2
    ratio = restored["state"]["slots"]["ratio"]
    assert (ratio["tried"], ratio["hints"], ratio["flag"], ratio["sure"]) == ([{"text": "1.4"}], 1, False, "")
    assert restored["state"]["slots"]["which-money"]["answer"] is None


@pytest.mark.parametrize("length", [1, 17, 32, 78, 106, 154, 192, 230, 271, 321, 367, 425, 458, 519])
def test_a_code_is_read_by_another_program_as_what_was_written(length: int) -> None:
    text = "".join(random.Random(length).choices("可灵Sora 12/17·é", k=length))
    written = text.encode()[:length].decode(errors="ignore").strip() or "1"
    rows = np.array(call(["qr", "encodeQr", list(written.encode())])[0], dtype=bool)
    picture = np.kron(np.where(np.pad(rows, 4), 0, 255).astype(np.uint8), np.ones((6, 6), np.uint8))
    assert [found.text for found in zxingcpp.read_barcodes(picture)] == [written]


def test_the_page_and_a_second_scorer_agree_on_ten_thousand_answers() -> None:
    dice = random.Random(5)
    papers = [
        make_paper(SMALL, "basics"),
        *(make_paper(ROOT, name) for name in ("tool-vs-platform", "monetization", "strategy")),
    ]
    known = {(paper.module, item.id): item for paper in papers for item in paper.items}
    shaped = {(paper.module, id): item for paper in papers for id, item in make_items(paper).items()}
    calls, expected = [], []
    for _ in range(10_000):
        place = dice.choice(list(known))
        item = replace(known[place], scoring=dice.choice(["all_or_nothing", "each_right", "right_minus_wrong"]))
        answer = draw_answer(item, dice)
        calls.append(["score", "judge", {**shaped[place], "scoring": item.scoring}, answer])
        expected.append(pytest.approx(float(share_of(item, answer))))
    assert [verdict["share"] for verdict in call(*calls)] == expected

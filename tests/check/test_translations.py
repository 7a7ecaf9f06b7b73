"""The checks of a translation tell what is wrong from what only looks so, in both directions and in other languages."""

from __future__ import annotations

import re
import time
from collections import Counter

import pytest

from edu.check.translation import check_bitext
from edu.check.translations.bitext import Bitext, Pair, read_side
from edu.language.catalogue import MOST_CHARACTERS
from edu.model.prose import Notes
from edu.problems import TRANSLATION_RULES, Place, word_problem
from tests.check.items.seeds import LANGUAGES
from tests.check.translations.seeds import Seed, check_seed, is_told, read_seeds
from tests.plan.decks import ROOT

DIRECTIONS = (("zh_CN", "en"), ("en", "zh_CN"))
LEAST = 3
"""How many seeds of each kind each check has in each direction."""


def _name(seed: Seed) -> str:
    return f"{seed.code} {seed.source} {seed.lang} {'+' if seed.hit else '-'} {seed.text[:40]}"


@pytest.mark.parametrize("seed", read_seeds(), ids=_name)
def test_a_check_finds_what_is_wrong_and_leaves_alone_what_looks_so(seed: Seed) -> None:
    assert is_told(seed) is seed.hit


@pytest.mark.parametrize("seed", [seed for seed in read_seeds() if not seed.hit], ids=_name)
def test_nothing_is_invented_where_nothing_is_wrong(seed: Seed) -> None:
    assert [problem.code.id for problem in check_seed(seed)] == []


@pytest.mark.parametrize("direction", DIRECTIONS, ids="-".join)
def test_every_check_has_seeds_in_both_directions(direction: tuple[str, str]) -> None:
    counts = Counter((seed.code, seed.hit) for seed in read_seeds() if (seed.source, seed.lang) == direction)
    assert {code for code in TRANSLATION_RULES if min(counts[code, True], counts[code, False]) < LEAST} == set()


def test_a_finding_names_the_language_and_is_worded_whole() -> None:
    for seed in read_seeds():
        for problem in check_seed(seed):
            assert problem.values["lang"] == seed.lang and problem.place
            assert "{" not in word_problem(problem, str).replace("{sales}", "")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_of_the_docs_lists_every_check_with_its_level(lang: str) -> None:
    page = (ROOT / "docs" / f"translation-checks.{lang}.md").read_text(encoding="utf-8")
    listed = dict(re.findall(r"^\| `([\w.-]+)` \| (\w+) \|", page, re.MULTILINE))
    assert listed == {code: str(kind.level) for code, kind in TRANSLATION_RULES.items()}


MEAN = (
    "a",
    "a-",
    "的",
    "的一",
    "汉 ",
    " ",
    "(",
    "(1",
    "“",
    "A、",
    "A ",
    "?!",
    "a.",
    "x@",
    "://",
    ".",
    "—",
    "1,",
    "\ufffc",
    "is ",
    '"',
    "『",
    "(a",
    "8 30 ",
    "三十个",
    "twenty-",
    "（ ",
    " (",
)
"""What makes a pattern look again and again, where it was written without care."""


@pytest.mark.parametrize("lang", ("zh_CN", "en", "fr"))
@pytest.mark.parametrize("mean", MEAN)
def test_no_text_keeps_a_check_busy(mean: str, lang: str) -> None:
    place = Place("a.po", 1)
    for first, last in (("", "x"), ("x", "x한")):
        text = Notes(first + mean * (MOST_CHARACTERS // len(mean)) + last)
        pairs = (
            Pair(
                read_side("zh_CN", Notes("好。")), read_side(lang, text), ("basics/quiz#questions[q].text",), place, mixed=True
            ),
            Pair(read_side("zh_CN", text), read_side(lang, text), ("glossary#terms[t].term",), place),
            Pair(read_side("zh_CN", text), read_side(lang, Notes("a")), ("basics/lesson#title",), place),
        )
        start = time.process_time()
        check_bitext(Bitext("zh_CN", lang, pairs))
        assert time.process_time() - start < 3

"""What does not fit is split into pages that are alike, or told with how many characters are too many."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from edu.plan.fit import Room, count_excess, count_pages, fit_size, split_evenly
from edu.plan.page import Paragraph
from edu.plan.runs import Run


def _lengths(heights: list[float], parts: int, room: float = 100) -> list[int]:
    return [b - a for a, b in split_evenly(heights, parts, room)]


@pytest.mark.parametrize(("count", "parts", "lengths"), [(7, 2, [4, 3]), (6, 2, [3, 3]), (5, 3, [2, 2, 1]), (9, 2, [5, 4])])
def test_a_long_list_is_split_into_even_parts(count: int, parts: int, lengths: list[int]) -> None:
    assert _lengths([10] * count, parts) == lengths


def test_no_page_holds_a_lone_thing_where_that_can_be_helped() -> None:
    assert _lengths([60, 20, 20, 20], 2) == [2, 2]
    assert _lengths([90, 20, 20, 20], 2) == [1, 3]


def test_pages_are_alike_in_height_rather_than_in_number() -> None:
    assert _lengths([10, 10, 10, 10, 40, 40], 2) == [4, 2]


def test_there_is_no_split_into_too_few_pages() -> None:
    assert split_evenly([60] * 4, 2, 100) == []
    assert count_pages([60] * 4, 100) == 4
    assert count_pages([], 100) == 1


def test_a_list_of_any_length_is_split_whole_into_pages_that_hold_it() -> None:
    rng = Random(7)
    for _ in range(200):
        heights = [rng.uniform(5, 60) for _ in range(rng.randint(1, 40))]
        parts = count_pages(heights, 100)
        ranges = split_evenly(heights, parts, 100)
        assert [i for a, b in ranges for i in range(a, b)] == list(range(len(heights)))
        assert all(sum(heights[a:b]) <= 100.001 for a, b in ranges)
        assert len(ranges) == parts


def test_a_very_long_list_is_split_in_no_time() -> None:
    heights = [10.0 + i % 3 for i in range(3000)]
    assert len(split_evenly(heights, count_pages(heights, 100), 100)) == count_pages(heights, 100)


def _fits(paragraphs: list[Paragraph], room: Room, size: float) -> bool:
    return fit_size([paragraphs], [room], (size,)) is not None


def _shorten(paragraphs: list[Paragraph], count: int) -> list[Paragraph]:
    """Return `paragraphs` with `count` characters gone from the end of the longest, then of the next."""
    texts = [paragraph.runs[0].text for paragraph in paragraphs]
    for i in sorted(range(len(texts)), key=lambda i: -len(texts[i])):
        gone = min(count, len(texts[i]))
        texts[i], count = texts[i][: len(texts[i]) - gone], count - gone
    return [replace(p, runs=(replace(p.runs[0], text=text),)) for p, text in zip(paragraphs, texts, strict=True)]


WORDS = {
    "zh_CN": ("可灵", "卖的是作品，", "“网络效应”", "3", "成本"),
    "de": ("die", "Wahrscheinlichkeit", "ist", "groß,", "E-Mail"),
}


@pytest.mark.parametrize("lang", list(WORDS))
@pytest.mark.parametrize("seed", range(40))
def test_a_text_fits_without_the_characters_that_are_too_many_and_not_with_far_more(lang: str, seed: int) -> None:
    rng = Random(seed)
    joint = " " if lang == "de" else ""
    paragraphs = [
        Paragraph((Run(joint.join(rng.choices(WORDS[lang], k=rng.randint(20, 120))), lang),)) for _ in range(rng.randint(1, 3))
    ]
    room = Room(rng.uniform(250, 500), rng.uniform(80, 200), gap=6)
    if not _fits(paragraphs, room, 18):
        excess = count_excess(paragraphs, room, 18)
        assert _fits(_shorten(paragraphs, excess), room, 18)
        assert not _fits(_shorten(paragraphs, excess - 30), room, 18)


@pytest.mark.parametrize("size", [14, 18, 22])
def test_a_word_too_long_for_a_line_fits_without_the_characters_that_are_too_many(size: float) -> None:
    giant = [Paragraph((Run("Donaudampfschifffahrtselektrizitätenhauptbetriebswerk", "de"),))]
    room = Room(200, 300)
    excess = count_excess(giant, room, size)
    assert _fits(_shorten(giant, excess), room, size)
    assert not _fits(_shorten(giant, excess - 4), room, size)

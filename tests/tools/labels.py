"""A deck and its PDF -> the labels of charts that stand on each other, leave their chart or are lost."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

from lxml import html

from edu.plan.number_format import format_number
from edu.plan.page import Chart, Deck
from edu.plan.theme import Frame
from tests.tools.look import Rectangle

TOLERANCE = 2.0
"""Points by which a word may leave its chart, or reach into another: its box is a bit larger than its letters."""
_AIR = 0.2
"""The share of a word's box above and below its letters."""

_PICTURE = re.compile("[\u2600-\u27bf\U0001f000-\U0001faff]")
"""Emoji: their boxes in a PDF are larger than what is seen of them."""

Word = tuple[str, Rectangle]


def list_words(pdf: Path) -> list[list[Word]]:
    """Return the words of each page with the boxes of their letters, in points."""
    found = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], check=True, capture_output=True).stdout
    pages = html.fromstring(found, parser=html.HTMLParser(encoding="utf-8")).iter("page")
    return [[_read_word(word) for word in page.iter("word")] for page in pages]


def _read_word(word: html.HtmlElement) -> Word:
    left, top, right, bottom = (float(word.get(side)) for side in ("xmin", "ymin", "xmax", "ymax"))
    air = (bottom - top) * _AIR
    return word.text or "", (left, top + air, right, bottom - air)


def find_clashes(deck: Deck, pdf: Path) -> Iterator[tuple[int, str]]:
    """Yield the number of the slide and what is wrong, for each label of a chart."""
    for number, (slide, words) in enumerate(zip(deck.slides, list_words(pdf), strict=True), 1):
        for chart in (item for item in slide.items if isinstance(item, Chart)):
            inside = [word for word in words if _share(word[1], _rectangle(chart.frame)) > 0]
            yield from ((number, fault) for fault in (*_find_faults(chart, inside), *_find_lost(chart, inside)))


def _find_faults(chart: Chart, words: Sequence[Word]) -> Iterator[str]:
    left, top, right, bottom = _rectangle(chart.frame)
    for text, (a, b, c, d) in words:
        if min(a - left, b - top, right - c, bottom - d) < -TOLERANCE:
            yield f"“{text}” leaves its chart"
    letters = [word for word in words if not _PICTURE.search(word[0])]
    for (one, here), (other, there) in combinations(letters, 2):
        if _share(here, there) > TOLERANCE**2:
            yield f"“{one}” stands on “{other}”"


def _find_lost(chart: Chart, words: Sequence[Word]) -> Iterator[str]:
    """Yield the characters of names and values that are not seen; an axis tells values otherwise."""
    texts = [*chart.categories]
    if chart.kind == "doughnut" or chart.value_size:
        texts += [format_number(value, chart.number_format) for plot in chart.series for value in plot.values]
    if chart.legend and chart.kind != "doughnut":
        texts += [plot.name for plot in chart.series]
    lost = Counter("".join("".join(texts).split())) - Counter("".join(text for text, _ in words))
    if lost:
        yield f"lost: {''.join(sorted(lost.elements()))}"


def _rectangle(frame: Frame) -> Rectangle:
    return frame.x, frame.y, frame.x + frame.w, frame.y + frame.h


def _share(one: Rectangle, other: Rectangle) -> float:
    """Return the area that two rectangles share, in square points."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return max(0.0, across) * max(0.0, down)

"""Problems, perhaps without end -> the first of them, and a word that there are more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from edu.problems import Code, Problem

MOST_TOLD = 100
"""Of one kind: nobody reads more, and the same slip is behind most of them."""


def tell_few(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield the first of `problems`; where there are more, say so at the last one's place, and look for no others."""
    rest = iter(problems)
    told = list(islice(rest, MOST_TOLD))
    yield from told
    if next(rest, None):
        yield Problem(Code.MORE, told[-1].trail, {"count": MOST_TOLD}, told[-1].place)

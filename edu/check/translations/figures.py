"""A text and its translation -> numbers that only one of them says."""

from __future__ import annotations

from collections.abc import Iterator

from edu.check.numbers import compare_numbers
from edu.check.translations.bitext import Pair, Side
from edu.problems import Code, Problem

_NONE = "–"


def find_changed_numbers(pair: Pair) -> Iterator[Problem]:
    """Yield numbers that one of the two texts has alone; the rules for quizzes compare those of what is asked."""
    if pair.asked:
        return
    differs = compare_numbers(_say(pair.source), pair.source.lang, _say(pair.target), pair.target.lang)
    if differs.lost or differs.added:
        one, two = (", ".join(numbers) or _NONE for numbers in (differs.lost, differs.added))
        yield pair.tell(Code.TRANSLATION_NUMBER, source=pair.source.lang, one=one, other=two)


def _say(side: Side) -> str:
    """Return the text without figures, which are the same in all languages."""
    return " ".join(part.text for part in side.parts if not (part.fact or part.blank))

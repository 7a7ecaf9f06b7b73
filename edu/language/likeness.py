"""Texts that are new and entries that have vanished -> which of these are so like that their translations may serve."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate

from edu.language.po.entry import PoEntry

LEAST_ALIKE = 70
"""Percent: the characters that stay, in their order, of all that both texts have; four of five, or 7 of 10 of a long one."""
_MOST_READ = 1_000
"""Characters: texts that are longer are compared by their beginnings."""
_EACH = 20
"""What a comparison costs beside its characters: as much as so many more in either text."""
_MOST_WORK = 20_000_000_000
"""The characters of one text times those of the other, over all comparisons: some five seconds, whatever the script."""


def find_alike(texts: Iterable[str], vanished: Sequence[PoEntry]) -> tuple[Mapping[str, PoEntry], int]:
    """Return for each of `texts` the entry of `vanished` whose msgid is most like it, if it is like it at all.

    The number is that of the entries that come last and are not compared, for it would take too long.
    """
    wanted = list(dict.fromkeys(texts))
    if not wanted or not vanished:
        return {}, 0
    from rapidfuzz import fuzz, process  # late: most updates find every text

    msgids = [entry.msgid[:_MOST_READ] for entry in vanished]
    each = sum(len(text[:_MOST_READ]) + _EACH for text in wanted)
    works = accumulate(each * (len(msgid) + _EACH) for msgid in msgids)
    pool = [msgid for msgid, work in zip(msgids, works, strict=True) if work <= _MOST_WORK]
    found: dict[str, PoEntry] = {}
    for text in wanted:
        if best := process.extractOne(text[:_MOST_READ], pool, scorer=fuzz.ratio, score_cutoff=LEAST_ALIKE):
            found[text] = vanished[best[2]]
    return found, len(msgids) - len(pool)

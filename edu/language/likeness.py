"""Texts that are new and entries that have vanished -> which of these are so like that their translations may serve."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from edu.language.po.entry import PoEntry

LEAST_ALIKE = 70
"""Percent: the characters that stay, in their order, of all that both texts have; four of five, or 7 of 10 of a long one."""
_MOST_PAIRS = 20_000_000
"""Comparisons; they take some seconds. Beyond them the entries that come last are not compared."""


def find_alike(texts: Iterable[str], vanished: Sequence[PoEntry]) -> Mapping[str, PoEntry]:
    """Return for each of `texts` the entry of `vanished` whose msgid is most like it, if it is like it at all."""
    wanted = list(dict.fromkeys(texts))
    pool = vanished[: _MOST_PAIRS // max(1, len(wanted))]
    if not wanted or not pool:
        return {}
    from rapidfuzz import fuzz, process  # late: most updates find every text

    msgids = [entry.msgid for entry in pool]
    found: dict[str, PoEntry] = {}
    for text in wanted:
        if best := process.extractOne(text, msgids, scorer=fuzz.ratio, score_cutoff=LEAST_ALIKE):
            found[text] = pool[best[2]]
    return found

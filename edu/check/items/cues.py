"""Questions -> what shows the right choice to a student who does not know it: lengths, words, grammar, places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from math import sqrt

from edu.check.items.sheet import Choosing, Question, Sheet
from edu.check.items.text import hide_quotes, list_words, measure_cells, share_words
from edu.check.items.tongue import refers
from edu.problems import Code, Problem

MUCH_LONGER, LEAST_LONGER = 1.3, 8
"""A key so many times as long as the mean of the others, and so many cells longer, is seen to be the longest."""
NAME_LONGER = 2.0
"""The same among names, which nobody can write shorter."""
SEEN_LONGER, SEEN_CELLS = 1.1, 2
"""A key so many times as long as the longest of the others, and so many cells longer, adds to a pattern over a quiz."""
LEAST_QUESTIONS = 5
"""From how many questions on it is asked whether their keys follow a pattern."""
MOST_RUN = 4
LETTERS = "ABCDEFGHIJ"


def find_long_keys(sheet: Sheet) -> Iterator[Problem]:
    """Yield each question whose right choices are all longer than every wrong one, and much so on average."""
    for _, choosing in sheet.choosings:
        right = [measure_cells(option.text) for option in choosing.right]
        wrong = [measure_cells(option.text) for option in choosing.wrong]
        if not right or not wrong or min(right) <= max(wrong) or any(refers(o.text, sheet.tongue) for o in choosing.right):
            continue
        least = NAME_LONGER if all(_NAME.fullmatch(option.text) for option in choosing.options) else MUCH_LONGER
        key, others = sum(right) / len(right), sum(wrong) / len(wrong)
        if key > least * others and key - others >= LEAST_LONGER:
            trail = choosing.right[0].trail
            yield Problem(Code.LONG_KEY, trail, {"lang": sheet.lang, "ratio": f"{key / max(others, 1):.1f}"})


_NAME = re.compile(r"(?:[^\W\da-z_][\w.'’-]*|[a-z]{1,3})(?: (?:[^\W\da-z_][\w.'’-]*|[a-z]{1,3}))*")


def find_longest_keys(sheet: Sheet) -> Iterator[Problem]:
    """Yield the quiz where the one right choice is the longest more often than chance and two standard errors."""
    lists = [choosing for _, choosing in sheet.choosings if not choosing.several and len(choosing.options) > 1]
    chances = [1 / len(choosing.options) for choosing in lists]
    count = sum(_is_longest(choosing) for choosing in lists)
    expected, error = sum(chances), sqrt(sum(chance * (1 - chance) for chance in chances))
    if len(lists) >= LEAST_QUESTIONS and count > expected + 2 * error:
        yield Problem(Code.KEY_OFTEN_LONGEST, sheet.trail, {"lang": sheet.lang, "count": count, "total": len(lists)})


def _is_longest(choosing: Choosing) -> bool:
    """Return whether the right choice is longer than every other, and not by a letter or two that nobody sees."""
    wrong = max((measure_cells(option.text) for option in choosing.wrong), default=0)
    least = max(SEEN_LONGER * wrong, wrong + SEEN_CELLS)
    return any(measure_cells(option.text) >= least for option in choosing.right)


def find_absolute_words(sheet: Sheet) -> Iterator[Problem]:
    """Yield each word that allows no exception, where wrong choices have one and right ones do not."""
    search = sheet.tongue.absolute.search
    for question, choosing in sheet.choosings:
        if sheet.tongue.amount.search(question.stem) or any(search(option.text) for option in choosing.right):
            continue
        for option in choosing.wrong:
            found = search(hide_quotes(option.text))
            if found and found.group() != option.text.strip(" .。") and not refers(option.text, sheet.tongue):
                yield Problem(Code.ABSOLUTE_WORD, option.trail, {"lang": sheet.lang, "word": found.group()})
                break


def find_stem_echoes(sheet: Sheet) -> Iterator[Problem]:
    """Yield each question of which the right choice alone repeats two or more content words."""
    for question, choosing in sheet.choosings:
        if choosing.gap or choosing.several or len(choosing.right) != 1:
            continue
        words = {option.trail: frozenset(list_words(option.text, sheet.tongue)) for option in choosing.options}
        asked = frozenset(list_words(question.stem, sheet.tongue)) - frozenset.intersection(*words.values()) - {""}
        (key,) = choosing.right
        shared = share_words(key.text, asked, sheet.tongue)
        others = max((len(share_words(option.text, asked, sheet.tongue)) for option in choosing.wrong), default=0)
        if len(shared) > 1 and others < 2:
            yield Problem(Code.STEM_ECHO, key.trail, {"lang": sheet.lang, "words": ", ".join(shared)})


_GAP = re.compile(r"[_\s.:：。…]+$")


def find_grammar_cues(sheet: Sheet) -> Iterator[Problem]:
    """Yield each list of which the right choice alone fits behind what leads up to it."""
    for _, choosing in sheet.choosings:
        if not choosing.right or not choosing.wrong or not (fit := sheet.tongue.fit(_GAP.sub(" ", choosing.before))):
            continue
        text, fits = fit
        if all(fits(option.text) for option in choosing.right) and not any(fits(option.text) for option in choosing.wrong):
            yield Problem(Code.GRAMMAR_CUE, choosing.trail, {"lang": sheet.lang, "text": text})


def find_key_positions(sheet: Sheet) -> Iterator[Problem]:
    """Yield each place that is right too often, never, or many times on end, among questions whose choices keep their order."""
    fixed = [(q, c) for q, c in sheet.choosings if not c.shuffle and not c.several and len(c.right) == 1]
    for size, group in groupby(sorted(fixed, key=lambda pair: len(pair[1].options)), key=lambda pair: len(pair[1].options)):
        keys = [choosing.options.index(choosing.right[0]) for _, choosing in group]
        total, chance = len(keys), 1 / size
        most = total * chance + 2 * sqrt(total * chance * (1 - chance))
        for place in range(size):
            count = keys.count(place)
            if total >= 2 * size and (count > most or (count == 0 and total >= 3 * size)):
                values: dict[str, str | int] = {"count": count, "total": total, "position": LETTERS[place]}
                yield Problem(Code.KEY_POSITION, sheet.trail, values)
    yield from _find_runs(fixed)


def _find_runs(fixed: list[tuple[Question, Choosing]]) -> Iterator[Problem]:
    for place, run in groupby(fixed, key=lambda pair: pair[1].options.index(pair[1].right[0])):
        members = list(run)
        if len(members) > MOST_RUN:
            yield Problem(Code.KEY_RUN, members[MOST_RUN][0].trail, {"count": len(members), "position": LETTERS[place]})

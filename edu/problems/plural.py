"""One of our own words that tells how many there are -> its form for a number."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Say = Callable[[str], str]
"""Looks up one of our own words (an English msgid, or a `Counted`) in the reader's language."""


class Counted(str):
    """A `Plural` for a number: the text is its English, `plural` and `number` are what a catalogue finds its form by."""

    __slots__ = ("number", "plural")
    plural: Plural
    number: int


@dataclass(frozen=True, slots=True)
class Plural:
    """One of our own words with a `{count}`: the English for one, and for every other number (gettext's `msgid_plural`).

    A call with two literals marks them for extraction, as `N_` does a msgid. The number may have another name than `count`
    in the message of a problem: `by`.
    """

    one: str
    many: str
    by: str = "count"

    def of(self, number: int) -> Counted:
        """Return the word for `number`, to be looked up; its `{count}` is still to be filled in."""
        counted = Counted(self.one if number == 1 else self.many)
        counted.plural, counted.number = self, number
        return counted


def word_count(counted: Counted, say: Say, **values: str | int) -> str:
    """Return the word in the language of `say`, with its number and the other `values` filled in."""
    return say(counted).format(count=counted.number, **values)

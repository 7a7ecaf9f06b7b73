"""The entries of PO files -> how many there are of each state, in entries and in words."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from edu.language.entry import Entry
from edu.language.po.entry import Key, PoEntry, pick_active
from edu.language.po.read import parse_po

State = Literal["translated", "fuzzy", "missing"]

_CITED = re.compile(r"\{[^{}]*\}|\[[^\[\]]*\](?:\([^()]*\))?")
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]|[^\W_]+(?:['’.,-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Tally:
    """A number of entries, and the number of words in their sources."""

    entries: int = 0
    words: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.entries + other.entries, self.words + other.words)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a translation is: what is translated (of that: `reviewed`), fuzzy, and missing."""

    translated: Tally = field(default_factory=Tally)
    reviewed: Tally = field(default_factory=Tally)
    fuzzy: Tally = field(default_factory=Tally)
    missing: Tally = field(default_factory=Tally)

    def __add__(self, other: Progress) -> Progress:
        return Progress(
            self.translated + other.translated,
            self.reviewed + other.reviewed,
            self.fuzzy + other.fuzzy,
            self.missing + other.missing,
        )

    @property
    def total(self) -> Tally:
        return self.translated + self.fuzzy + self.missing

    @property
    def percent(self) -> float:
        """Return the share of entries that are translated, in percent; 100 where there is nothing to translate."""
        return 100 * self.translated.entries / self.total.entries if self.total.entries else 100.0


def count_words(text: str) -> int:
    """Return how many words a translator has to read: each Han character and kana is one; figures and gaps are none."""
    return len(_WORD.findall(_CITED.sub(" ", text)))


def count_entries(entries: Iterable[PoEntry]) -> Progress:
    """Return how far the active entries of a file are, as `msgfmt --statistics` counts them but for blanks."""
    return sum((_count_entry(entry) for entry in entries if not entry.obsolete), Progress())


def count_text(text: str) -> Progress:
    """Return how far the PO file `text` is; raises PoSyntaxError."""
    return count_entries(parse_po(text))


def count_texts(found: Iterable[PoEntry], texts: Iterable[Entry]) -> Progress:
    """Return how far the translation of `texts` is by the entries `found`; a text that they lack is missing.

    What translators added for one place of a text counts beside it; what is no text any more does not.
    """
    active = pick_active(found)
    keys = {key: None for text in texts for key in _list_keys(text, active)}
    return sum((_count_entry(active.get(key) or PoEntry(key[1])) for key in keys), Progress())


def _list_keys(text: Entry, active: Container[Key]) -> Iterator[Key]:
    yield text.msgctxt, text.msgid
    yield from (key for place in text.references if (key := (place, text.msgid)) in active)


def _count_entry(entry: PoEntry) -> Progress:
    tally = Tally(1, count_words(entry.msgid))
    match state_of(entry):
        case "translated":
            return Progress(translated=tally, reviewed=tally if entry.reviewed else Tally())
        case "fuzzy":
            return Progress(fuzzy=tally)
        case "missing":
            return Progress(missing=tally)


def state_of(entry: PoEntry) -> State:
    """Return the state of an active entry; a blank one is missing, even if it is fuzzy: no reader will see it."""
    return "missing" if not entry.msgstr.strip() else "fuzzy" if entry.fuzzy else "translated"


def list_msgids(entries: Iterable[PoEntry]) -> set[str]:
    """Return what the active entries translate."""
    return {entry.msgid for entry in entries if not entry.obsolete}

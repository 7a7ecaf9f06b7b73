"""The PO files of a language -> for texts that one of them does not translate, the translation that stands in another."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from edu.language.entry import Entry
from edu.language.po.entry import Key, PoEntry, is_by_hand, pick_active


def lend_entries(
    files: Mapping[str, Sequence[PoEntry]], texts: Mapping[str, Sequence[Entry]]
) -> Mapping[str, tuple[PoEntry, ...]]:
    """Return by domain, as obsolete entries of its own file, what texts without a translation there have in other files.

    A text has most often moved with a module that was renamed, or from one module to another: of several translations, one
    is taken that is not fuzzy, then one whose text has gone from its file. `files` may be of modules that are no more.
    """
    wanted = {domain: {(text.msgctxt, text.msgid) for text in texts.get(domain, ())} for domain in files}
    lenders = _find_lenders(files, wanted)
    return {domain: tuple(_borrow(found, wanted[domain], lenders)) for domain, found in files.items() if domain in texts}


def _find_lenders(files: Mapping[str, Sequence[PoEntry]], wanted: Mapping[str, Container[Key]]) -> Mapping[Key, PoEntry]:
    """Return the best translation by key; a text with plural forms is none of a course."""
    found = ((e, e.key in wanted[domain]) for domain, entries in files.items() for e in entries if e.words)
    lenders: dict[Key, PoEntry] = {}
    for entry, _ in sorted(found, key=lambda pair: (pair[0].fuzzy, pair[1], pair[0].obsolete)):
        if entry.msgid_plural is None:
            lenders.setdefault(entry.key, entry)
    return lenders


def _borrow(own: Sequence[PoEntry], wanted: Iterable[Key], lenders: Mapping[Key, PoEntry]) -> Iterator[PoEntry]:
    active, translated = pick_active(own), {entry.key for entry in own if entry.words}
    for key in sorted(wanted):
        if key in lenders and key not in translated:
            told = [line for line in active[key].comments if is_by_hand(line)] if key in active else []
            lent = lenders[key]
            yield replace(lent, comments=(*told, *(line for line in lent.comments if line not in told)), obsolete=True)

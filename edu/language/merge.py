"""The entries of a PO file as they were, and those of the source as it is -> the entries as they shall be; no word is lost."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import polib

from edu.language.catalogue import Key, key_of
from edu.language.entry import Entry

FUZZY = "fuzzy"
REVIEWED = "reviewed"
"""A translator's comment that says that an entry has been reviewed; it falls away when the entry turns fuzzy."""

_OTHER = "other translation"
"""The context under which a second translation of one text is kept: no two entries of a file may have the same key."""


_INDEX = re.compile(r"\[\d+\]")

Name = TypeVar("Name")


@dataclass(frozen=True, slots=True)
class Merged:
    """The entries of a PO file: the active ones, each with what it translates of the source, and the obsolete ones."""

    active: tuple[tuple[Entry, polib.POEntry], ...]
    obsolete: tuple[polib.POEntry, ...]


@dataclass(frozen=True, slots=True)
class _Old:
    """The entries as they were: by key, by msgid, the active ones by place, and those that translators added for a place."""

    by_key: Mapping[Key, polib.POEntry]
    by_text: Mapping[str, polib.POEntry]
    by_place: Mapping[str, polib.POEntry]
    added: Mapping[str, polib.POEntry]


def merge_entries(old: Sequence[polib.POEntry], entries: Sequence[Entry]) -> Merged:
    """Return `entries` with the translations of `old`: by text and context, else by text, else by place, else none.

    What is not found by its very text is fuzzy. What has vanished becomes obsolete, and is found again when it comes back.
    Every msgstr of `old` is there, active, fuzzy or obsolete.
    """
    known = _index(old, {(entry.msgctxt, entry.msgid) for entry in entries})
    active = [pair for entry in entries for pair in _merge_entry(entry, known)]
    used = {id(known.by_key[key_of(made)]) for _, made in active if key_of(made) in known.by_key}
    rest = [entry for entry in old if id(entry) not in used]
    return Merged(tuple(active), tuple(_keep_rest(rest, [made for _, made in active])))


def _index(old: Sequence[polib.POEntry], wanted: Container[Key]) -> _Old:
    """Return `old` by what it is looked up by: translated entries go before empty ones, active ones before obsolete.

    An entry that is still `wanted` lends its translation only to places that have ids: what stands at an index has
    most often just moved.
    """
    ranked = sorted(old, key=lambda entry: (not entry.msgstr, bool(entry.obsolete)))
    singular = [entry for entry in ranked if not entry.msgid_plural]
    written = [entry for entry in singular if entry.msgstr]
    active = [entry for entry in written if not entry.obsolete]
    return _Old(
        by_key=_first({}, ((key_of(entry), entry) for entry in singular)),
        by_text=_first({}, ((entry.msgid, entry) for entry in written)),
        by_place=_first({}, ((place, e) for e in active for place in _list_places(e, key_of(e) in wanted))),
        added=_first({}, ((entry.msgctxt or "", entry) for entry in active if _is_place(entry.msgctxt))),
    )


def _first(found: dict[Name, polib.POEntry], pairs: Iterable[tuple[Name, polib.POEntry]]) -> Mapping[Name, polib.POEntry]:
    for name, entry in pairs:
        found.setdefault(name, entry)
    return found


def _list_places(entry: polib.POEntry, wanted: bool) -> Iterator[str]:
    for place, _ in entry.occurrences:
        if not _is_place(entry.msgctxt) and not (wanted and _INDEX.search(place)):
            yield place


def _is_place(context: str | None) -> bool:
    """Return whether a msgctxt is the place of a text, by which a translator gave that place a translation of its own."""
    return bool(context and context.startswith("content/") and ".yaml#" in context)


def _merge_entry(entry: Entry, known: _Old) -> Iterator[tuple[Entry, polib.POEntry]]:
    """Yield the entry with its translation, and those that translators have added for one place of it."""
    exact = known.by_key.get((entry.msgctxt, entry.msgid))
    if exact:
        yield entry, _make_entry(entry, entry.msgctxt, exact, fuzzy=exact.fuzzy)
    else:
        near = known.by_text.get(entry.msgid) or _find_by_place(entry, known)
        yield entry, _make_entry(entry, entry.msgctxt, near, fuzzy=near is not None)
    for place in entry.references:
        if added := known.by_key.get((place, entry.msgid)):
            yield entry, _make_entry(entry, place, added, fuzzy=added.fuzzy)
        elif added := known.added.get(place):
            yield entry, _make_entry(entry, place, added, fuzzy=True)


def _find_by_place(entry: Entry, known: _Old) -> polib.POEntry | None:
    found = (known.by_place.get(place) for place in entry.references if entry.trails)
    return next((old for old in found if old), None)


def _make_entry(entry: Entry, context: str, old: polib.POEntry | None, *, fuzzy: bool) -> polib.POEntry:
    made = polib.POEntry(
        msgid=entry.msgid,
        msgctxt=context or None,
        occurrences=[(place, "") for place in ([context] if context in entry.references else entry.references)],
        flags=[*([FUZZY] if fuzzy else []), *entry.flags],
    )
    if old is None:
        return made
    made.msgstr = old.msgstr.strip("\n")
    made.tcomment = _strip_reviewed(old.tcomment) if fuzzy else old.tcomment
    if fuzzy:
        made.previous_msgid, made.previous_msgctxt = _find_previous(old, key_of(made))
    return made


def _find_previous(old: polib.POEntry, key: Key) -> tuple[str | None, str | None]:
    """Return the msgid and msgctxt that the translation of `old` was made for; None for each that is still the same."""
    if old.previous_msgid is not None or old.previous_msgctxt is not None:
        return old.previous_msgid, old.previous_msgctxt
    return (old.msgid if old.msgid != key[1] else None), (old.msgctxt if (old.msgctxt or "") != key[0] else None)


def _strip_reviewed(comment: str) -> str:
    return "\n".join(line for line in comment.split("\n") if line.strip() != REVIEWED)


def _keep_rest(rest: Sequence[polib.POEntry], active: Sequence[polib.POEntry]) -> Iterator[polib.POEntry]:
    """Yield the obsolete entries: what had a translation and is not in use, those first that were obsolete before."""
    kept = {key_of(entry): entry.msgstr for entry in active}
    words = {entry.msgstr for entry in active} | {entry.msgstr for entry in rest if not entry.fuzzy}
    for entry in sorted(rest, key=lambda entry: not entry.obsolete):
        words_of_it = _list_words(entry)
        copied = entry.fuzzy and not entry.obsolete and all(text in words for text in words_of_it)
        if not (words_of_it or entry.tcomment) or copied or kept.get(key_of(entry)) == entry.msgstr:
            continue
        made = _retire(entry, _free_context(entry, kept))
        kept[key_of(made)] = made.msgstr
        yield made


def _list_words(entry: polib.POEntry) -> list[str]:
    return [text for text in (entry.msgstr, *entry.msgstr_plural.values()) if text]


def _free_context(entry: polib.POEntry, taken: Iterable[Key]) -> str | None:
    """Return a context under which `entry` can stand beside the entries with the keys `taken`."""
    names = (entry.msgctxt, _OTHER, *(f"{_OTHER} {number}" for number in range(2, 10_000)))
    return next(name for name in names if (name or "", entry.msgid) not in taken)


def _retire(entry: polib.POEntry, context: str | None) -> polib.POEntry:
    return polib.POEntry(
        msgid=entry.msgid,
        msgid_plural=entry.msgid_plural,
        msgctxt=context,
        msgstr=entry.msgstr,
        msgstr_plural=entry.msgstr_plural,
        tcomment=entry.tcomment,
        flags=[FUZZY] if entry.fuzzy else [],
        obsolete=True,
    )

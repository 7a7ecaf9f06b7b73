"""The entries of a PO file as they were, and those of the source as it is -> the entries as they shall be; no word is lost."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, count
from typing import TypeVar

from edu.language.entry import BRACES, Entry
from edu.language.likeness import find_alike
from edu.language.po.entry import (
    FLAGS,
    FUZZY,
    HEADER_KEY,
    NOT_SAID,
    PLACES,
    WORKFLOW,
    Key,
    PoEntry,
    Previous,
    is_by_hand,
    is_reviewed,
    list_flags,
    write_flags,
)

_OTHER = "other translation"
"""The context under which a second translation of one text is kept: no two entries of a file may have the same key."""

_INDEX = re.compile(r"\[\d+\]")

Name = TypeVar("Name")


@dataclass(frozen=True, slots=True)
class Merged:
    """The entries of a PO file: the active ones, each with what it translates of the source, and the obsolete ones.

    `passed` is how many that have vanished were not compared with what is new, for it would take too long.
    """

    active: tuple[tuple[Entry, PoEntry], ...]
    obsolete: tuple[PoEntry, ...]
    passed: int = 0


@dataclass(frozen=True, slots=True)
class _Old:
    """The entries as they were: by key, by msgid, the active ones by place, and those that translators added for a place."""

    by_key: Mapping[Key, PoEntry]
    by_text: Mapping[str, PoEntry]
    by_place: Mapping[str, PoEntry]
    added: Mapping[str, PoEntry]


def merge_entries(old: Sequence[PoEntry], entries: Sequence[Entry], forms: int = 2) -> Merged:
    """Return `entries` with the translations of `old`: by text and context, else by text, by place, by likeness, else none.

    What is not found by its very text is fuzzy. What has vanished becomes obsolete, and is found again when it comes back.
    Every msgstr of `old` is there, active, fuzzy or obsolete. A text that tells a number has `forms` of them.
    """
    wanted = {(entry.msgctxt, entry.msgid) for entry in entries}
    known = _index(old, wanted)
    near = {entry: _find_near(entry, known) for entry in entries}
    vanished = [made for made in known.by_text.values() if made.key not in wanted and not _is_place(made.msgctxt)]
    alike, passed = find_alike((entry.msgid for entry, found in near.items() if found is None), vanished)
    active = [pair for entry in entries for pair in _merge_entry(entry, near[entry] or alike.get(entry.msgid), known, forms)]
    found = ((known.by_key.get(made.key), made) for _, made in active)
    used = {id(was) for was, made in found if was and len(was.msgstrs) <= len(made.msgstrs)}
    rest = [entry for entry in old if id(entry) not in used]
    return Merged(tuple(active), tuple(_keep_rest(rest, [made for _, made in active])), passed)


def _index(old: Sequence[PoEntry], wanted: Container[Key]) -> _Old:
    """Return `old` by what it is looked up by: translated entries go before empty ones, active ones before obsolete.

    An entry that is still `wanted` lends its translation only to places that have ids: what stands at an index has
    most often just moved.
    """
    ranked = sorted(old, key=lambda entry: (not entry.words, bool(entry.obsolete)))
    written = [entry for entry in ranked if entry.words]
    active = [entry for entry in written if not entry.obsolete]
    return _Old(
        by_key=_first({}, ((entry.key, entry) for entry in ranked)),
        by_text=_first({}, ((entry.msgid, entry) for entry in written)),
        by_place=_first({}, ((place, e) for e in active for place in _list_places(e, e.key in wanted))),
        added=_first({}, ((entry.msgctxt or "", entry) for entry in active if _is_place(entry.msgctxt))),
    )


def _first(found: dict[Name, PoEntry], pairs: Iterable[tuple[Name, PoEntry]]) -> Mapping[Name, PoEntry]:
    for name, entry in pairs:
        found.setdefault(name, entry)
    return found


def _list_places(entry: PoEntry, wanted: bool) -> Iterator[str]:
    for place in entry.places:
        if not _is_place(entry.msgctxt) and not (wanted and _INDEX.search(place)):
            yield place


def _is_place(context: str | None) -> bool:
    """Return whether a msgctxt is the place of a text, by which a translator gave that place a translation of its own."""
    return bool(context and context.startswith("content/") and ".yaml#" in context)


def _find_near(entry: Entry, known: _Old) -> PoEntry | None:
    """Return the entry as it was, or the one that has its very text elsewhere or stood at its place."""
    exact = known.by_key.get((entry.msgctxt, entry.msgid)) or known.by_text.get(entry.msgid)
    if exact:
        return exact
    found = (known.by_place.get(place) for place in entry.references if entry.trails)
    return next((old for old in found if old), None)


def _merge_entry(entry: Entry, near: PoEntry | None, known: _Old, forms: int) -> Iterator[tuple[Entry, PoEntry]]:
    """Yield the entry with its translation, and those that translators have added for one place of it."""
    same = near is None or not near.words or (near.key == (entry.msgctxt, entry.msgid) and _has_shape(near, entry, forms))
    yield entry, _make_entry(entry, entry.msgctxt, near, forms, fuzzy=near is not None and (not same or near.fuzzy))
    for place in entry.references:
        if added := known.by_key.get((place, entry.msgid)):
            yield entry, _make_entry(entry, place, added, forms, fuzzy=added.fuzzy or not _has_shape(added, entry, forms))
        elif added := known.added.get(place):
            yield entry, _make_entry(entry, place, added, forms, fuzzy=True)


def _has_shape(old: PoEntry, entry: Entry, forms: int) -> bool:
    """Return whether `old` translates what `entry` is, a text or one with so many `forms`; forms may be missing."""
    return (old.msgid_plural or "") == entry.plural and len(old.msgstrs) <= (forms if entry.plural else 1)


def _make_entry(entry: Entry, context: str, old: PoEntry | None, forms: int, *, fuzzy: bool) -> PoEntry:
    by_hand = [line for line in old.comments if is_by_hand(line) and not (fuzzy and is_reviewed(line))] if old else []
    places = " ".join([context] if context in entry.references else entry.references)
    flags = _write_flags(old.comments if old else (), entry.flags, fuzzy=fuzzy)
    made = PoEntry(
        msgid=entry.msgid,
        msgstrs=_fit_forms(old, entry, forms),
        msgctxt=context or None,
        msgid_plural=entry.plural or None,
        comments=(*by_hand, *([f"{PLACES} {places}"] if places else []), *flags),
    )
    return replace(made, previous=_find_previous(old, made)) if old and fuzzy else made


def _write_flags(old: Sequence[str], ours: Sequence[str], *, fuzzy: bool) -> Iterator[str]:
    """Yield the lines with the flags of an entry: ours, and of the `old` ones those that we know nothing of."""
    known = {FUZZY, BRACES, *ours}
    others = [flag for flag in list_flags(old, (FLAGS,)) if flag not in known]
    yield from write_flags([*([FUZZY] if fuzzy else []), *ours, *others])
    yield from write_flags([flag for flag in list_flags(old, (WORKFLOW,)) if flag not in known], WORKFLOW)


def _fit_forms(old: PoEntry | None, entry: Entry, forms: int) -> tuple[str, ...]:
    """Return the translations of `entry`; of a text that told no number its one translation in each form, as msgmerge does."""
    texts = old.msgstrs if old else ("",)
    if not entry.plural:
        return (_fit_ends(texts[0], entry.msgid),)
    rest = texts if old and not old.msgid_plural else ("",)
    return tuple(_fit_ends(text, entry.msgid) for text in (*texts, *rest * forms)[:forms])


def _fit_ends(text: str, msgid: str) -> str:
    """Return a translation without the line ends that its source has not: gettext refuses these."""
    start = text if msgid.startswith("\n") else text.lstrip("\n")
    return start if msgid.endswith("\n") else start.rstrip("\n")


def _find_previous(old: PoEntry, made: PoEntry) -> Previous:
    """Return what the translation of `old` was made for, as far as that is no longer the same."""
    if old.previous != NOT_SAID:
        return old.previous
    other = (old.msgid, old.msgid_plural) != (made.msgid, made.msgid_plural)
    return Previous(
        old.msgid if other else None,
        old.msgctxt if (old.msgctxt or "") != (made.msgctxt or "") else None,
        old.msgid_plural if other else None,
    )


def _keep_rest(rest: Sequence[PoEntry], active: Sequence[PoEntry]) -> Iterator[PoEntry]:
    """Yield the obsolete entries: what had a translation and is not in use, those first that were obsolete before."""
    kept = {HEADER_KEY: (), **{entry.key: entry.msgstrs for entry in active}}
    said = {line for entry in active for line in _list_told(entry)}
    flags = {FUZZY, BRACES, *(flag for entry in active for flag in list_flags(entry.comments))}
    sound = [*active, *(entry for entry in rest if entry.obsolete or not entry.fuzzy)]
    words = {text for entry in sound for text in entry.words}
    told = {line for entry in sound for line in _list_told(entry)}
    for entry in sorted(rest, key=lambda entry: not entry.obsolete):
        mine = _list_told(entry)
        copied = entry.fuzzy and not entry.obsolete and words.issuperset(entry.words) and told.issuperset(mine)
        same = kept.get(entry.key) == entry.msgstrs and said.issuperset(mine) and flags.issuperset(list_flags(entry.comments))
        if copied or same or (not entry.words and said.issuperset(mine)):
            continue
        made = _retire(entry, _free_context(entry, kept))
        kept[made.key] = made.msgstrs
        said.update(mine)
        flags.update(list_flags(made.comments))
        yield made


def _list_told(entry: PoEntry) -> list[str]:
    """Return what people wrote beside the translation."""
    return [line for line in entry.comments if is_by_hand(line) and not is_reviewed(line)]


def _free_context(entry: PoEntry, taken: Container[Key]) -> str | None:
    """Return a context under which `entry` can stand beside the entries with the keys `taken`."""
    names = chain((entry.msgctxt, _OTHER), (f"{_OTHER} {number}" for number in count(2)))
    return next(name for name in names if (name or "", entry.msgid) not in taken)


def _retire(entry: PoEntry, context: str | None) -> PoEntry:
    by_hand = [line for line in entry.comments if is_by_hand(line)]
    flags = _write_flags(entry.comments, (), fuzzy=entry.fuzzy)
    return replace(entry, msgctxt=context, comments=(*by_hand, *flags), obsolete=True)

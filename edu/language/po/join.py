"""Two versions of a PO file and what both came from -> one file with the work of both; no translation is lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from edu.language.po.entry import (
    FLAGS,
    FUZZY,
    WORKFLOW,
    Key,
    PoEntry,
    is_by_hand,
    is_reviewed,
    list_flags,
    mark_fuzzy,
    write_flags,
)
from edu.language.po.file import PoFile
from edu.language.po.plural import PluralFormsError, parse_plural_forms

OTHER, OTHER_FORM = "# other translation: ", "# other translation of msgstr[{form}]: "
"""What a comment begins with that keeps a translation for which there is no room: the other side's, or one of its forms."""

Value = TypeVar("Value")
_Place = tuple[Key, int]
"""The key of an entry, and which one of that key it is in its file: damaged files have several."""


@dataclass(frozen=True, slots=True)
class Joined:
    """A file with the work of both sides, and the entries that both translated, each in its own way."""

    file: PoFile
    clashes: tuple[PoEntry, ...]


def join_files(base: PoFile, ours: PoFile, theirs: PoFile) -> Joined:
    """Return one file with the changes of `ours` and `theirs`; where both changed one translation, both are kept.

    All entries with plural forms have as many of them as the header says.
    """
    header = _join_headers(base.header, ours.header, theirs.header)
    forms = _count_forms(PoFile(header))
    sides = [_index(replace(file, entries=tuple(_fit_forms(entry, forms) for entry in file))) for file in (base, ours, theirs)]
    entries = [(place, _join(*(side.get(place) for side in sides))) for place in _order(*map(list, sides))]
    made = tuple(entry for _, entry in entries if entry)
    clashes = tuple(entry for place, entry in entries if entry and _clash(*(side.get(place) for side in sides)))
    return Joined(PoFile(header, made, _join_lines(base.tail, ours.tail, theirs.tail)), clashes)


def _count_forms(file: PoFile) -> int:
    """Return how many plural forms the header asks for; 0 where it does not say."""
    try:
        return parse_plural_forms(file.fields.get("Plural-Forms", "")).count
    except PluralFormsError:
        return 0


def _fit_forms(entry: PoEntry, forms: int) -> PoEntry:
    """Return the entry with so many plural forms; what is written in one too many stands above it, and it is fuzzy."""
    if entry.msgid_plural is None or not forms or len(entry.msgstrs) == forms:
        return entry
    fitted = replace(entry, msgstrs=(*entry.msgstrs, *[""] * forms)[:forms])
    lines = _note_others(entry, fitted)
    return mark_fuzzy(replace(fitted, comments=(*lines, *entry.comments)), True) if lines else fitted


def _index(file: PoFile) -> Mapping[_Place, PoEntry]:
    found: dict[_Place, PoEntry] = {}
    counts: dict[Key, int] = {}
    for entry in file:
        counts[entry.key] = counts.get(entry.key, 0) + 1
        found[entry.key, counts[entry.key]] = entry
    return found


def _order(base: Sequence[_Place], ours: Sequence[_Place], theirs: Sequence[_Place]) -> Sequence[_Place]:
    """Return all places: as the side has them that moved some, each that only the other has after the one before it there."""
    known, (first, second) = set(ours), (ours, theirs)
    if list(base) == list(ours):
        known, (first, second) = set(theirs), (theirs, ours)
    after: dict[_Place | None, list[_Place]] = {}
    last: _Place | None = None
    for place in second:
        if place in known:
            last = place
        else:
            after.setdefault(last, []).append(place)
    return [*after.get(None, ()), *(each for place in first for each in (place, *after.get(place, ())))]


def _join(base: PoEntry | None, ours: PoEntry | None, theirs: PoEntry | None) -> PoEntry | None:
    if ours is None or theirs is None:
        kept = ours or theirs
        return None if kept == base else kept
    if theirs in (ours, base):
        return ours
    if ours == base:
        return theirs
    return _join_changed(base, ours, theirs)


def _join_changed(base: PoEntry | None, ours: PoEntry, theirs: PoEntry) -> PoEntry:
    """Return an entry that both sides changed."""
    chosen, other = _choose(base, ours, theirs)
    known = base.comments if base else ()
    by_hand = _join_lines(*(_list_by_hand(entry, chosen) for entry in (base, chosen, other)))
    told = [[line for line in lines if _is_told(line)] for lines in (known, ours.comments, theirs.comments)]
    made = replace(
        chosen,
        obsolete=_pick(base.obsolete if base else None, ours.obsolete, theirs.obsolete, ours.obsolete and theirs.obsolete),
        comments=(*by_hand, *_pick(told[0], told[1], told[2], told[1]), *_join_flags(known, chosen.comments, other.comments)),
    )
    if not _clash(base, ours, theirs):
        return mark_fuzzy(made, chosen.fuzzy)
    new = [line for line in _note_others(other, chosen) if line not in by_hand]
    marked = mark_fuzzy(made, chosen.fuzzy or not other.fuzzy)
    return replace(marked, comments=(*new, *marked.comments))


def _note_others(other: PoEntry, chosen: PoEntry) -> Sequence[str]:
    """Return comments with what is written in `other` and not at the same place in `chosen`."""
    start = OTHER if other.msgid_plural is None else OTHER_FORM
    forms = [(form, text) for form, text in enumerate(other.msgstrs) if text and text not in chosen.msgstrs[form : form + 1]]
    return [f"{start.format(form=form)}{_in_one_line(text)}" for form, text in forms]


def _list_by_hand(entry: PoEntry | None, chosen: PoEntry) -> list[str]:
    """Return what people wrote beside an entry; that it is reviewed holds for its own translation alone."""
    if entry is None:
        return []
    holds = entry.msgstrs == chosen.msgstrs and not chosen.fuzzy
    return [line for line in entry.comments if is_by_hand(line) and (holds or not is_reviewed(line))]


def _choose(base: PoEntry | None, ours: PoEntry, theirs: PoEntry) -> tuple[PoEntry, PoEntry]:
    """Return the side whose translation and mark are taken, and the other: the one that changed or removed it.

    Where both did, the one that has a translation goes before the other, and the sounder one before the fuzzy one.
    """
    before, mine, other = (base and _word_state(base)), _word_state(ours), _word_state(theirs)
    if before in (mine, other):
        return (theirs, ours) if mine == before else (ours, theirs)
    better = bool(theirs.words) and (not ours.words or (ours.fuzzy and not theirs.fuzzy))
    return (theirs, ours) if better else (ours, theirs)


def _word_state(entry: PoEntry) -> tuple[tuple[str, ...], bool]:
    return entry.msgstrs, entry.fuzzy


def _clash(base: PoEntry | None, ours: PoEntry | None, theirs: PoEntry | None) -> bool:
    """Return whether both sides wrote or confirmed a translation, and not the same."""
    if not ours or not theirs or not ours.words or not theirs.words or ours.msgstrs == theirs.msgstrs:
        return False
    return not base or _word_state(base) not in (_word_state(ours), _word_state(theirs))


def _is_told(line: str) -> bool:
    return not is_by_hand(line) and not line.startswith((FLAGS, WORKFLOW))


def _in_one_line(text: str) -> str:
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")


def _pick(base: Value | None, ours: Value, theirs: Value, otherwise: Value) -> Value:
    """Return what one side changed; what both changed is `otherwise`."""
    if theirs in (ours, base):
        return ours
    return theirs if ours == base else otherwise


def _join_lines(base: Iterable[str], ours: Sequence[str], theirs: Sequence[str]) -> tuple[str, ...]:
    """Return the lines of both sides without those that one of them took away."""
    before = set(base)
    kept = [line for line in ours if line not in before or line in theirs]
    mine = set(ours)
    return (*kept, *(line for line in theirs if line not in before and line not in mine))


def _join_flags(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> Iterator[str]:
    for mark in (FLAGS, WORKFLOW):
        sides = [[flag for flag in list_flags(lines, (mark,)) if flag != FUZZY] for lines in (base, ours, theirs)]
        fuzzy = [FUZZY] if FUZZY in list_flags(ours, (mark,)) else []
        yield from write_flags([*fuzzy, *_join_lines(*sides)], mark)


def _join_headers(base: PoEntry | None, ours: PoEntry | None, theirs: PoEntry | None) -> PoEntry | None:
    """Return a header with the fields of both; one that both changed, each in its own way, stays as in `ours`."""
    if not ours or not theirs:
        return ours or theirs
    before, mine, other = (_index_lines(header) for header in (base, ours, theirs))
    lines = []
    for name in dict.fromkeys([*mine, *other]):
        gone = (name not in mine and other[name] == before.get(name)) or (name not in other and mine[name] == before.get(name))
        if not gone:
            lines.append(_pick(before.get(name), mine.get(name), other.get(name), mine.get(name)) or other.get(name) or "")
    comments = _join_lines(base.comments if base else (), ours.comments, theirs.comments)
    return replace(ours, msgstrs=("".join(f"{line}\n" for line in lines if line),), comments=comments)


def _index_lines(header: PoEntry | None) -> Mapping[str, str]:
    return {line.partition(":")[0].strip(): line for line in (header.msgstr.splitlines() if header else ())}

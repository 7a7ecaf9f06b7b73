"""The `edu` domain's PO files -> our own words in a language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from functools import lru_cache
from pathlib import Path
from string import Formatter

from edu import find_ours
from edu.language.catalogue import name_file, po_path, read_parsed
from edu.language.po.read import parse_po
from edu.problems import Code, Place, Problem, Problems, Say

DOMAIN = "edu"
SOURCE = "en"
"""The language that our own words are written in."""


def load_words(lang: str, folders: Sequence[Path]) -> Say:
    """Return our own words in `lang` (gettext name) from the `locales` folders: the first that has a word wins.

    A word without translation or with one that lost a placeholder, and every word of a language without a catalogue,
    is the English msgid itself.
    """
    return read_words(lang, folders)[0]


def read_words(lang: str, folders: Sequence[Path], *, fuzzy: bool = False) -> tuple[Say, Problems]:
    """Return our own words in `lang` as `load_words` does, and a warning where some or all of them are not translated.

    With `fuzzy`, translations are taken that are to be looked at again.
    """
    paths = {po_path(folder, lang, DOMAIN): None if folder == find_ours("locales") else folder.parent for folder in folders}
    paths = {path: root for path, root in paths.items() if path.is_file()}  # installers may link our own from elsewhere
    entries: list[tuple[str, str, bool]] = []
    problems: list[Problem] = []
    for path, root in paths.items():
        found, faults = read_parsed(path, root, _list_entries)
        entries += found or ()
        problems += faults
    words: dict[str, str] = {}
    for msgid, text, unsure in entries:
        if text and (fuzzy or not unsure) and _list_fields(msgid) == _list_fields(text):
            words.setdefault(msgid, text)
    ours = None in paths.values()
    if lang.partition("_")[0] != SOURCE and not ours and not problems:
        problems += _find_missing(lang, [*paths, po_path(folders[0], lang, DOMAIN)][0], {msgid for msgid, *_ in entries}, words)
    return lambda msgid: words.get(msgid, msgid), tuple(problems)


@lru_cache(maxsize=64)  # a course that is watched is read again after each save
def _list_entries(text: str, file: str) -> tuple[tuple[tuple[str, str, bool], ...], Problems]:
    """Return each word with its translation, and whether that is to be looked at again."""
    entries = (entry for entry in parse_po(text) if not entry.obsolete)
    return tuple((entry.msgid, entry.msgstr, entry.fuzzy) for entry in entries), ()


def _find_missing(lang: str, path: Path, msgids: Set[str], words: Mapping[str, str]) -> Iterator[Problem]:
    place, missing = Place(name_file(path)), msgids - words.keys()
    if not msgids:
        yield Problem(Code.NO_OWN_WORDS, values={"lang": lang}, place=place)
    elif missing:
        yield Problem(Code.OWN_WORDS_MISSING, values={"lang": lang, "count": len(missing)}, place=place)


def _list_fields(text: str) -> frozenset[tuple[str, str | None, str | None]] | None:
    """Return the `{fields}` of `text`; None where it is no format string. A word with other fields could not be filled in."""
    try:
        return frozenset((name, spec, conversion) for _, name, spec, conversion in Formatter().parse(text) if name is not None)
    except ValueError:
        return None

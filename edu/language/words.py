"""The `edu` domain's PO files -> our own words in a language."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from string import Formatter

from edu import find_ours
from edu.language.catalogue import po_path, read_po
from edu.problems import Say

DOMAIN = "edu"


def load_words(lang: str, folders: Sequence[Path]) -> Say:
    """Return our own words in `lang` (gettext name) from the `locales` folders: the first that has a word wins.

    A word without translation or with one that lost a placeholder, and every word of a language without a catalogue,
    is the English msgid itself.
    A file that cannot be read has no words; whoever reports problems reads it with `read_catalogue`.
    """
    words: dict[str, str] = {}
    for folder in folders:
        root = None if folder == find_ours("locales") else folder.parent  # installers may link our own files from elsewhere
        for msgid, text in _read_words(po_path(folder, lang, DOMAIN), root).items():
            words.setdefault(msgid, text)

    def say(msgid: str) -> str:
        return words.get(msgid, msgid)

    return say


def _read_words(path: Path, root: Path | None) -> dict[str, str]:
    file = read_po(path, root)[0]
    usable = [entry for entry in file or () if entry.msgstr and not entry.obsolete and not entry.fuzzy]
    return {entry.msgid: entry.msgstr for entry in usable if _list_fields(entry.msgid) == _list_fields(entry.msgstr)}


def _list_fields(text: str) -> frozenset[tuple[str, str | None, str | None]] | None:
    """Return the `{fields}` of `text`; None where it is no format string. A word with other fields could not be filled in."""
    try:
        return frozenset((name, spec, conversion) for _, name, spec, conversion in Formatter().parse(text) if name is not None)
    except ValueError:
        return None

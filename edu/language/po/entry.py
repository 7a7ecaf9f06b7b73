"""One entry of a PO file as it stands there: its comment lines in their order, and its strings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

FUZZY = "fuzzy"
REVIEWED = "reviewed"
"""A translator's comment that says that an entry has been reviewed; it falls away when the entry turns fuzzy."""

Key = tuple[str, str]
"""What makes an entry one of its kind: its msgctxt (empty where it has none) and its msgid."""

HEADER_KEY: Key = "", ""

EXTRACTED, PLACES, FLAGS, WORKFLOW = "#.", "#:", "#,", "#="
"""How comment lines begin that a program writes; gettext 1.0 writes `#= fuzzy` for what has always been `#, fuzzy`."""

_PLACE = re.compile("\u2068([^\u2068\u2069]*)\u2069|(\\S+)")
"""gettext puts a name with a space in it between these marks."""
_LINE_NUMBER = re.compile(r":\d+$")


@dataclass(frozen=True, slots=True)
class Previous:
    """What an entry was translated from before it turned fuzzy (`#|`); None for each that is not said."""

    msgid: str | None = None
    msgctxt: str | None = None
    msgid_plural: str | None = None


NOT_SAID = Previous()


@dataclass(frozen=True, slots=True)
class PoEntry:
    """An entry: `comments` are its lines that begin with `#`, but for `#|`; `msgstrs` has one text, or one a plural form.

    `line` is the line that it begins at, 0 where it comes from no file.
    """

    msgid: str
    msgstrs: tuple[str, ...] = ("",)
    msgctxt: str | None = None
    msgid_plural: str | None = None
    comments: tuple[str, ...] = ()
    previous: Previous = NOT_SAID
    obsolete: bool = False
    line: int = field(default=0, compare=False)

    @property
    def key(self) -> Key:
        """Return what makes the entry one of its kind."""
        return self.msgctxt or "", self.msgid

    @property
    def msgstr(self) -> str:
        """Return the translation; of one with plural forms the first."""
        return self.msgstrs[0]

    @property
    def words(self) -> tuple[str, ...]:
        """Return what is translated: no text where nothing is."""
        return tuple(text for text in self.msgstrs if text)

    @property
    def fuzzy(self) -> bool:
        """Return whether the translation is to be looked at again."""
        return FUZZY in list_flags(self.comments)

    @property
    def reviewed(self) -> bool:
        """Return whether a translator's comment says so."""
        return any(is_reviewed(line) for line in self.comments)

    @property
    def remarks(self) -> tuple[str, ...]:
        """Return the translators' comments, line by line."""
        return tuple(line[1:].strip() for line in self.comments if is_by_hand(line))

    @property
    def extracted(self) -> tuple[str, ...]:
        """Return what the translator is told (`#.`), line by line."""
        return tuple(line[2:].strip() for line in self.comments if line.startswith(EXTRACTED))

    @property
    def places(self) -> tuple[str, ...]:
        """Return where the text stands (`#:`), without line numbers."""
        lines = (line[2:] for line in self.comments if line.startswith(PLACES))
        found = (match[1] or match[2] or "" for line in lines for match in _PLACE.finditer(line))
        return tuple(_LINE_NUMBER.sub("", place) for place in found)


def pick_active(entries: Iterable[PoEntry]) -> Mapping[Key, PoEntry]:
    """Return the active entries by key; where one stands twice, the first that is translated."""
    found: dict[Key, PoEntry] = {}
    for entry in entries:
        if not entry.obsolete and (entry.key not in found or (entry.msgstr.strip() and not found[entry.key].msgstr.strip())):
            found[entry.key] = entry
    return found


def is_by_hand(line: str) -> bool:
    """Return whether a comment line is a person's, or of a kind that nobody knows: no program that we know writes it anew."""
    return not line.startswith((EXTRACTED, PLACES, FLAGS, WORKFLOW))


def is_reviewed(line: str) -> bool:
    """Return whether a comment line says that its entry has been reviewed."""
    return is_by_hand(line) and line[1:].strip() == REVIEWED


def list_flags(comments: Iterable[str], marks: tuple[str, ...] = (FLAGS, WORKFLOW)) -> tuple[str, ...]:
    """Return the flags on the lines that begin with one of `marks`, each once."""
    lines = (line[2:].split(",") for line in comments if line.startswith(marks))
    return tuple(dict.fromkeys(flag.strip() for line in lines for flag in line if flag.strip()))


def write_flags(flags: Iterable[str], mark: str = FLAGS) -> tuple[str, ...]:
    """Return the comment line with `flags`; none where there are none."""
    line = ", ".join(flags)
    return (f"{mark} {line}",) if line else ()


def mark_fuzzy(entry: PoEntry, fuzzy: bool) -> PoEntry:
    """Return the entry with or without the mark; what is fuzzy is not reviewed, and what is not has no `#|` lines."""
    if entry.fuzzy == fuzzy:
        return entry
    lines = [line for line in entry.comments if not line.startswith((FLAGS, WORKFLOW))]
    others = [flag for flag in list_flags(entry.comments, (FLAGS,)) if flag != FUZZY]
    more = [flag for flag in list_flags(entry.comments, (WORKFLOW,)) if flag != FUZZY]
    flags = (*write_flags([FUZZY, *others] if fuzzy else others), *write_flags(more, WORKFLOW))
    kept = (line for line in lines if not (fuzzy and is_reviewed(line)))
    return replace(entry, comments=(*kept, *flags), previous=entry.previous if fuzzy else NOT_SAID)

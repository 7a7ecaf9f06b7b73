"""PO files -> the translations of a language, found by text, context and place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

import polib

from edu.folder import UnreadError, read_text
from edu.problems import Code, Place, Problem, Problems

Parsed = TypeVar("Parsed")
Key = tuple[str, str]
"""What makes an entry one of its kind: its msgctxt (empty where it has none) and its msgid."""

_LINE_END = re.compile(r"\r\n|\r|\n")
_ODD_SPACE = str.maketrans(dict.fromkeys("\v\f\x1c\x1d\x1e\x85\u2028\u2029", " "))
"""polib takes these for line ends, PO does not."""

_KEYWORD = r"(?:msgctxt|msgid|msgid_plural|msgstr|msgstr\[\d\])\s+"
_STRING = r'"(?:[^"\\]|\\.)*"'
_LINE = re.compile(rf"|#(?![~|]).*|#~\|?|(?:#~\||#~|#\|)?\s*(?:{_KEYWORD})?{_STRING}")
_BARE_MARK = re.compile(r"^[ \t]*#~[ \t]*$", re.MULTILINE)
_NEW_FLAGS = re.compile(r"^\s*#=", re.MULTILINE)
"""gettext 1.0 writes `#= fuzzy` for what has always been `#, fuzzy`."""

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML document can hold (XML 1.0, 2.2), and so no deck."""

MOST_PO = 4_000_000
"""Bytes of a PO file; the longest of the flagship course has 105,000."""
MOST_CHARACTERS = 40_000
"""Of one translation: as many as the longest texts of a course may have."""

_ERROR_LINE = re.compile(r"\(line (\d+)\)")


@dataclass(frozen=True, slots=True)
class Translation:
    """What a translator wrote for one text, and where it stands; `text` is empty where nothing has been written yet."""

    text: str
    fuzzy: bool
    place: Place


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The translations of one language by domain; a domain whose file is missing or broken is not among them."""

    lang: str
    domains: Mapping[str, Mapping[Key, Translation]]

    def find(self, trail: str, msgid: str, context: str) -> Translation | None:
        """Return the translation of the text at `trail`: the one for that very place if there is one, else the text's."""
        from edu.language.trails import domain_of, reference_of  # late: our own words are read without a course's model

        entries = self.domains.get(domain_of(trail), {})
        here = entries.get((reference_of(trail), msgid))
        return here if here and here.text and not here.fuzzy else entries.get((context, msgid))


def read_catalogue(locales: Path, lang: str, domains: Sequence[str]) -> tuple[Catalogue, Problems]:
    """Return the translations into `lang` (gettext name) below the folder `locales`, and what is wrong with its files."""
    from edu.language.cldr import knows_language  # late: our own words are read without CLDR

    found: dict[str, Mapping[Key, Translation]] = {}
    problems = [] if knows_language(lang) else [Problem(Code.STRANGE_LANGUAGE, "course#languages", {"lang": lang})]
    for domain in domains:
        path = po_path(locales, lang, domain)
        index, faults = read_parsed(path, locales.parent, _index_text)
        if any(fault.code == Code.MISSING_FILE for fault in faults):
            faults = (Problem(Code.NO_CATALOGUE, values={"lang": lang}, place=Place(name_file(path))),)
        problems += faults
        if index is not None:
            found[domain] = index
    return Catalogue(lang, found), tuple(problems)


def _find_bad_texts(entries: Iterable[polib.POEntry], file: str) -> Iterable[Problem]:
    """Yield each active translation with a character that no deck can hold, for which U+FFFD stands in, or far too long."""
    for entry in entries:
        place = Place(file, entry.linenum or 0)
        odd = None if entry.obsolete else _NOT_IN_XML.search(entry.msgstr)
        if odd:
            yield Problem(Code.CONTROL_CHARACTER, values={"character": f"U+{ord(odd.group()):04X}"}, place=place)
        if not entry.obsolete and len(entry.msgstr) > MOST_CHARACTERS:
            yield Problem(Code.LONG_TEXT, values={"most": MOST_CHARACTERS}, place=place)


def po_path(locales: Path, lang: str, domain: str) -> Path:
    """Return the path of the PO file of `domain` in `lang`."""
    return locales / lang / "LC_MESSAGES" / f"{domain}.po"


def name_file(path: Path) -> str:
    """Return how a Problem names a file below `locales`: relative to the course, with `/`."""
    depth = 4 if path.suffix == ".po" else 2
    return "/".join(path.parts[-depth:])


def index_entries(entries: Iterable[polib.POEntry], file: str) -> Mapping[Key, Translation]:
    """Return the active entries by key; where one stands twice, the first that is translated."""
    found: dict[Key, Translation] = {}
    for entry in entries:
        if not entry.obsolete and not (key_of(entry) in found and found[key_of(entry)].text):
            text = _NOT_IN_XML.sub("\ufffd", entry.msgstr.strip()[:MOST_CHARACTERS])
            found[key_of(entry)] = Translation(text, entry.fuzzy, Place(file, entry.linenum or 0))
    return found


def key_of(entry: polib.POEntry) -> Key:
    """Return what makes the entry one of its kind."""
    return entry.msgctxt or "", entry.msgid


def read_po(path: Path, root: Path | None) -> tuple[polib.POFile | None, Problems]:
    """Return the PO file at `path`, which must be inside `root` where that is given, or None and why it cannot be read."""
    return read_parsed(path, root, lambda text, file: (parse_po(text), ()))


@lru_cache(maxsize=512)  # a course that is watched is read again after each save, of which one file has changed
def _index_text(text: str, file: str) -> tuple[Mapping[Key, Translation], Problems]:
    entries = parse_po(text)
    return index_entries(entries, file), tuple(_find_bad_texts(entries, file))


def read_parsed(
    path: Path, root: Path | None, parse: Callable[[str, str], tuple[Parsed, Problems]]
) -> tuple[Parsed | None, Problems]:
    """Return what `parse` makes of the text of the PO file at `path` and its name, as `read_po` does."""
    place = Place(name_file(path))
    try:
        return parse(read_text(path, root, MOST_PO), place.file)
    except UnreadError as unread:
        return None, (Problem(unread.code, values=unread.values, place=place),)
    except PoSyntaxError as error:
        return None, (Problem(Code.BAD_PO, place=Place(place.file, error.line)),)


class PoSyntaxError(ValueError):
    """A text is not a PO file; `line` is the first line that is wrong, 0 where that is not known."""

    def __init__(self, line: int) -> None:
        self.line = line
        super().__init__(f"line {line}")


def parse_po(text: str) -> polib.POFile:
    """Return the PO file `text`; raises PoSyntaxError where polib would stop, or lose half a string without a word."""
    lines = _LINE_END.split(text.translate(_ODD_SPACE))
    wrong = next((number for number, line in enumerate(lines, 1) if not _LINE.fullmatch(line.strip())), None)
    if wrong:
        raise PoSyntaxError(wrong)
    content = _BARE_MARK.sub("", _NEW_FLAGS.sub("#,", "\n".join(lines)))
    try:
        # a comment at the end: without it polib forgets the last entry where an empty mark such as #: follows it
        return polib.pofile(content + ("\n#\n" if "msgid" in content else "\n"), wrapwidth=0)
    except OSError as error:
        line = _ERROR_LINE.search(str(error))
        raise PoSyntaxError(int(line.group(1)) if line else 0) from None

"""PO files -> the translations of a language, found by text, context and place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from edu.folder import UnreadError, read_bytes
from edu.language.exchange.xml import NOT_IN_XML
from edu.language.po.decode import decode_po
from edu.language.po.entry import HEADER_KEY, Key, PoEntry, pick_active
from edu.language.po.file import PoFile
from edu.language.po.read import PoSyntaxError, parse_po
from edu.model.locale import script_of, spell_name
from edu.problems import Code, Level, Place, Problem, Problems, shorten, worst_level

Parsed = TypeVar("Parsed")
_ODD_SPACE = str.maketrans(dict.fromkeys("\v\f\x1c\x1d\x1e\x85\u2028\u2029", " "))
"""What some programs take for line ends: a text on a slide has a space there."""

MOST_PO = 64_000_000
"""Bytes of a PO file: twice what 100,000 entries have; the longest of the flagship course has 105,000."""
MOST_CHARACTERS = 40_000
"""Of one translation: as many as the longest texts of a course may have."""


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


def _find_plurals(entries: Iterable[PoEntry], file: str) -> Iterable[Problem]:
    """Yield each active entry with plural forms, of which no text of a course has any."""
    for entry in entries:
        if entry.msgid_plural is not None and not entry.obsolete:
            yield Problem(Code.PLURAL_ENTRY, values={"text": shorten(entry.msgid)}, place=Place(file, entry.line))


def _find_bad_texts(entries: Iterable[PoEntry], file: str) -> Iterable[Problem]:
    """Yield each active translation with a character that no deck can hold, for which U+FFFD stands in, or far too long."""
    for entry in entries:
        place = Place(file, entry.line)
        odd = None if entry.obsolete else NOT_IN_XML.search(entry.msgstr.translate(_ODD_SPACE))
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


def index_entries(entries: Iterable[PoEntry], file: str) -> Mapping[Key, Translation]:
    """Return the translations of the active entries by key, as `pick_active` picks them."""
    return {key: _make_translation(entry, file) for key, entry in pick_active(entries).items()}


def _make_translation(entry: PoEntry, file: str) -> Translation:
    text = NOT_IN_XML.sub("\ufffd", entry.msgstr.translate(_ODD_SPACE).strip()[:MOST_CHARACTERS])
    return Translation(text, entry.fuzzy, Place(file, entry.line))


def read_po(path: Path, root: Path | None) -> tuple[PoFile | None, Problems]:
    """Return the PO file at `path`, which must be inside `root` where that is given, or None and why it cannot be used."""
    return read_parsed(path, root, _parse_sound)


def _parse_sound(text: str, file: str) -> tuple[PoFile | None, Problems]:
    """Return the PO file `text`, which stands at `file`; None where it is in the folder of another language."""
    found = parse_po(text)
    problems = (*_find_stranger(found, file), *_find_doubles(found, file))
    return (None if worst_level(problems) == Level.ERROR else found), problems


def _find_stranger(found: PoFile, file: str) -> Iterator[Problem]:
    folder, inside, _ = file.rpartition("/LC_MESSAGES/")
    lang, named = folder.rpartition("/")[2], found.fields.get("Language", "")
    if inside and named and not _is_same(named, lang):
        yield Problem(
            Code.OTHER_LANGUAGE, values={"found": named, "lang": lang}, place=Place(file, found.find_line("Language"))
        )


def _is_same(named: str, lang: str) -> bool:
    """Return whether a name of a language, in anybody's spelling, has the language and the script of `lang`."""
    like = spell_name(named)
    return like.partition("_")[0] == lang.partition("_")[0] and script_of(like) == script_of(lang)


def _find_doubles(found: PoFile, file: str) -> Iterator[Problem]:
    """Yield a problem for each active entry that stands there already."""
    lines: dict[Key, int] = {HEADER_KEY: found.header.line} if found.header else {}
    for entry in found:
        if not entry.obsolete and lines.setdefault(entry.key, entry.line) != entry.line:
            values: dict[str, str | int] = {"text": shorten(entry.msgid), "line": lines[entry.key]}
            yield Problem(Code.DOUBLE_ENTRY, values=values, place=Place(file, entry.line))


@lru_cache(maxsize=512)  # a course that is watched is read again after each save, of which one file has changed
def _index_text(text: str, file: str) -> tuple[Mapping[Key, Translation] | None, Problems]:
    found, problems = _parse_sound(text, file)
    if found is None:
        return None, problems
    return index_entries(found, file), (*problems, *_find_plurals(found, file), *_find_bad_texts(found, file))


def read_parsed(
    path: Path, root: Path | None, parse: Callable[[str, str], tuple[Parsed | None, Problems]]
) -> tuple[Parsed | None, Problems]:
    """Return what `parse` makes of the text of the PO file at `path` and its name, as `read_po` does."""
    return parse_data(lambda: read_bytes(path, root, MOST_PO), name_file(path), parse)


def parse_data(
    read: Callable[[], bytes], file: str, parse: Callable[[str, str], tuple[Parsed | None, Problems]]
) -> tuple[Parsed | None, Problems]:
    """Return what `parse` makes of the text of the PO file that `read` returns and its name `file`, or None and why nothing."""
    try:
        return parse(decode_po(read()), file)
    except UnreadError as unread:
        return None, (Problem(unread.code, values=unread.values, place=Place(file, unread.line, unread.column)),)
    except PoSyntaxError as error:
        return None, (Problem(Code.BAD_PO, place=Place(file, error.line, error.column)),)

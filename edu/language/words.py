"""The `edu` domain's PO files -> our own words in a language."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from string import Formatter

from edu import find_ours
from edu.language.catalogue import name_file, po_path, read_parsed
from edu.language.po.entry import PoEntry
from edu.language.po.file import PoFile
from edu.language.po.plural import PluralForms, PluralFormsError, parse_plural_forms
from edu.language.po.read import parse_po
from edu.problems import Code, Counted, Place, Problem, Problems, Say, shorten

DOMAIN = "edu"
SOURCE = "en"
"""The language that our own words are written in."""


_COUNT = ("count", "", None)
_NO_FORMS = PluralForms(0, lambda number: None)

_Key = tuple[str, str]
"""What a word is known by: its msgid, and its msgid_plural, empty where it tells no number."""


@dataclass(frozen=True, slots=True)
class _Word:
    """A translation: its forms, empty where one is missing or could not be filled in, and which goes with a number.

    `faults` tell the forms that could not be filled in.
    """

    key: _Key
    forms: tuple[str, ...]
    fuzzy: bool
    choose: Callable[[int], int | None]
    faults: Problems

    def find(self, number: int) -> str:
        """Return the form for `number`, empty where there is none."""
        form = self.choose(number)
        return self.forms[form] if form is not None and form < len(self.forms) else ""


def load_words(lang: str, folders: Sequence[Path]) -> Say:
    """Return our own words in `lang` (gettext name) from the `locales` folders: the first that has a word wins.

    A word without translation or with one that lost a placeholder, and every word of a language without a catalogue,
    is the English msgid itself; of a word that tells a number this holds form by form.
    """
    return read_words(lang, folders)[0]


def read_words(lang: str, folders: Sequence[Path], *, fuzzy: bool = False) -> tuple[Say, Problems]:
    """Return our own words in `lang` as `load_words` does, and what is wrong with their files, also what they lack.

    With `fuzzy`, translations are taken that are to be looked at again.
    """
    paths = {po_path(folder, lang, DOMAIN): None if folder == find_ours("locales") else folder.parent for folder in folders}
    paths = {path: root for path, root in paths.items() if path.is_file()}  # installers may link our own from elsewhere
    listed: list[_Word] = []
    problems: list[Problem] = []
    for path, root in paths.items():
        found, faults = read_parsed(path, root, partial(_list_words, lang))
        listed += found or ()
        problems += faults
    unread, ours = bool(problems), None in paths.values()
    words: dict[_Key, list[_Word]] = {}
    for word in listed:
        if fuzzy or not word.fuzzy:
            words.setdefault(word.key, []).append(word)
            problems += word.faults
    if lang.partition("_")[0] != SOURCE and not ours and not unread:
        whole = {key for key, known in words.items() if any(all(word.forms) for word in known)}
        problems += _find_missing(lang, [*paths, po_path(folders[0], lang, DOMAIN)][0], {word.key for word in listed}, whole)
    return partial(_say, words), tuple(problems)


def _say(words: Mapping[_Key, Sequence[_Word]], msgid: str) -> str:
    number, key = 0, (msgid, "")
    if isinstance(msgid, Counted):
        number, key = msgid.number, (msgid.plural.one, msgid.plural.many)
    return next((text for word in words.get(key, ()) if (text := word.find(number))), msgid)


@lru_cache(maxsize=64)  # a course that is watched is read again after each save
def _list_words(lang: str, text: str, file: str) -> tuple[tuple[_Word, ...], Problems]:
    """Return each word with its translation, and a warning where those that tell a number cannot be chosen."""
    found = parse_po(text)
    plurals, problems = _read_plural_forms(found, file)
    return tuple(_make_word(entry, plurals, lang, file) for entry in found if not entry.obsolete), problems


def _read_plural_forms(found: PoFile, file: str) -> tuple[PluralForms, Problems]:
    """Return the forms of the file's language; none and a warning where it has words with forms, and no sound formula."""
    if not any(entry.msgid_plural and not entry.obsolete for entry in found):
        return _NO_FORMS, ()
    try:
        return parse_plural_forms(found.fields.get("Plural-Forms", "")), ()
    except PluralFormsError:
        return _NO_FORMS, (Problem(Code.PLURAL_FORMS, place=Place(file, found.find_line("Plural-Forms"))),)


def _make_word(entry: PoEntry, plurals: PluralForms, lang: str, file: str) -> _Word:
    plural = entry.msgid_plural
    source, many = (entry.msgid, 1) if plural is None else (plural, plurals.count)
    texts = (entry.msgstrs + ("",) * many)[:many]
    alone = frozenset[int]() if plural is None else plurals.alone
    forms = tuple(text if _keeps(text, source, form in alone) else "" for form, text in enumerate(texts))
    lost = next((text for text, form in zip(texts, forms, strict=True) if text.strip() and not form), "")
    faults = (_tell_lost(source, lost, lang, Place(file, entry.line)),) if lost else ()
    choose = plurals.choose if plural is not None else lambda number: 0
    return _Word((entry.msgid, plural or ""), forms, entry.fuzzy, choose, faults)


def _tell_lost(source: str, text: str, lang: str, place: Place) -> Problem:
    """Return the Problem of a translation with other fields than its source, or that is no format string at all."""
    wanted, found = _write_fields(source), _write_fields(text)
    values = {"lang": lang, "text": shorten(source), "missing": wanted, "found": found}
    return Problem(Code.LOST_PLACEHOLDER if wanted else Code.STRAY_PLACEHOLDER, values=values, place=place)


def _write_fields(text: str) -> str:
    """Return the fields of `text` as they stand there, sorted; all of it where it is no format string."""
    fields = list_placeholders(text)
    if fields is None:
        return shorten(text)
    written = (f"{{{name}{'!' * bool(how)}{how or ''}{':' * bool(spec)}{spec}}}" for name, spec, how in fields)
    return " ".join(sorted(written))


def _keeps(text: str, source: str, alone: bool) -> bool:
    """Return whether a form has the fields of its source; where it goes with one number `alone`, it may say that in a word."""
    fields, wanted = list_placeholders(text), list_placeholders(source)
    return fields is not None and wanted is not None and (fields == wanted or (alone and fields == wanted - {_COUNT}))


def _find_missing(lang: str, path: Path, keys: Set[_Key], whole: Set[_Key]) -> Iterator[Problem]:
    place, missing = Place(name_file(path)), keys - whole
    if not keys:
        yield Problem(Code.NO_OWN_WORDS, values={"lang": lang}, place=place)
    elif missing:
        yield Problem(Code.OWN_WORDS_MISSING, values={"lang": lang, "count": len(missing)}, place=place)


def list_placeholders(text: str) -> frozenset[tuple[str, str | None, str | None]] | None:
    """Return the `{fields}` of `text`; None where it is no format string. A word with other fields could not be filled in."""
    try:
        return frozenset((name, spec, conversion) for _, name, spec, conversion in Formatter().parse(text) if name is not None)
    except ValueError:
        return None

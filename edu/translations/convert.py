"""A course in simplified Chinese -> a first translation into traditional Chinese, every entry of it to be looked at.

What is wanted otherwise than by OpenCC stands in `locales/<lang>/overrides.csv`: a word of the course, and what it becomes.
Where that changes, entries are made anew that are fuzzy, and still as the last conversion made them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from edu import find_ours
from edu.bench import find_locales
from edu.build import Order
from edu.folder import UnreadError, leads_out, read_bytes
from edu.language.cldr import is_language
from edu.language.exchange.about import ask_course, ask_words
from edu.language.exchange.delimited import read_csv
from edu.language.exchange.entries import change_entries, list_units
from edu.language.exchange.overrides import knows_overrides, note_overrides, read_overrides, recall_overrides
from edu.language.exchange.take import Change
from edu.language.exchange.unit import State, Unit
from edu.language.hant import Convert, convert_text, load_converter
from edu.language.po.read import parse_po
from edu.language.words import DOMAIN as OWN
from edu.language.words import load_words
from edu.model.course import Course, set_languages
from edu.model.locale import script_of
from edu.problems import Code, Level, Place, Problem, Problems, worst_level
from edu.report import Report, fails, make_report
from edu.shelf import note_files
from edu.source.read import read_course
from edu.translations.put import put_locales
from edu.translations.update import make_contents

OVERRIDES = "overrides.csv"
MOST_OVERRIDES = 1_000_000
"""Bytes of the list of exceptions."""


def convert_translations(order: Order) -> tuple[Report, int]:
    """Fill what is missing in the languages of `order` by conversion; return the report, and how many entries that are."""
    reading = read_course(order.root)
    course = reading.course
    if course is None or worst_level(reading.problems) == Level.ERROR:
        return make_report(reading.problems, reading.places, strict=order.strict), 0
    convert = load_converter()
    wrong = (*_check_languages(course, order.languages), *(() if convert else (Problem(Code.NO_OPENCC),)))
    if leads_out(order.root / "locales", order.root):
        wrong += (Problem(Code.LEADS_OUT, place=Place("locales")),)
    if wrong or convert is None:
        return make_report(wrong, reading.places, strict=order.strict), 0
    before = note_files(order.root / "locales")
    files: dict[Path, bytes] = {}
    problems, count = reading.problems, 0
    for lang in dict.fromkeys(order.languages):
        overrides, faults = _read_overrides(order.root, lang)
        made, entries, unread = _convert_language(order.root, course, lang, convert, overrides)
        files |= made
        count += entries
        problems += (*faults, *unread)
    if fails(problems, strict=order.strict):
        return make_report(problems, reading.places, strict=order.strict), 0
    return put_locales(order, files, before, problems, reading.places), count


def _check_languages(course: Course, languages: Sequence[str]) -> Iterator[Problem]:
    """Yield a problem where there is nothing to convert, or not between the two scripts of Chinese."""
    wanted = [lang for lang in languages if is_language(lang) and script_of(lang) == "Hant"]
    if script_of(course.settings.language) != "Hans" or not languages or [*languages] != wanted:
        name = next((lang for lang in languages if lang not in wanted), ", ".join(languages))
        yield Problem(Code.NOT_CONVERTED, values={"source": course.settings.language, "name": name})


def _convert_language(
    root: Path, course: Course, lang: str, convert: Convert, overrides: Mapping[str, str]
) -> tuple[Mapping[Path, bytes], int, Problems]:
    """Return the texts of the PO files of `lang` with what is made, how many entries that are, and what is wrong."""
    source = course.settings.language
    wider = set_languages(course, (*course.settings.languages, lang))
    languages = wider.settings.languages
    spoken = languages if root / "locales" != find_ours("locales") else course.settings.languages
    contents, problems = make_contents(root, wider, languages, spoken)
    say = load_words(source, find_locales(root))
    files: dict[Path, bytes] = {}
    count = 0
    for path in (path for path in contents if path.parts[-3] == lang):
        own = path.stem == OWN
        file = parse_po(contents[path].decode())
        units = list_units(file, ask_words if own else ask_course(course, lang))
        said = [(unit, say(unit.source) if own else unit.source) for unit in units]
        texts = [(unit, text) for unit, text in said if not own or text != unit.source]
        changes = dict(_list_changes(texts, convert, recall_overrides(file), overrides))
        files[path] = change_entries(note_overrides(file, overrides, (text for _, text in texts)), changes).encode()
        count += len(changes)
    return files, count, problems


def _list_changes(
    texts: Iterable[tuple[Unit, str]], convert: Convert, before: Mapping[str, str], overrides: Mapping[str, str]
) -> Iterator[tuple[str, Change]]:
    """Yield what is to be made of the units, each with its Chinese text, by key: of those that nobody has written.

    That are the empty ones, and the fuzzy ones that read as a conversion with the exceptions `before` made them.
    """
    for unit, text in texts:
        made = convert_text(text, unit.style, convert, overrides)
        ours = not unit.target or (unit.state is State.FUZZY and unit.target == convert_text(text, unit.style, convert, before))
        if ours and made != unit.target:
            yield unit.key, Change(made, State.FUZZY)


def _read_overrides(root: Path, lang: str) -> tuple[Mapping[str, str], Problems]:
    """Return the exceptions for `lang`: none where there is no file of them."""
    path = root / "locales" / lang / OVERRIDES
    place = f"locales/{lang}/{OVERRIDES}"
    if not path.exists():
        return {}, ()
    try:
        data = read_bytes(path, root, MOST_OVERRIDES)
    except UnreadError as unread:
        return {}, (Problem(unread.code, values=unread.values, place=Place(place)),)
    rows, problems = read_csv(data, place, knows_overrides)
    found, faults = read_overrides(rows, place)
    return found, (*problems, *faults)

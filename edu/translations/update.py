"""The folder of a course -> the files that its translators edit, in step with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from edu import find_ours
from edu.bench import find_locales
from edu.build import Order, check_names
from edu.folder import leads_out, list_names
from edu.language.catalogue import po_path, read_po
from edu.language.cldr import complete_name, is_language
from edu.language.describe import describe_course
from edu.language.drafts import list_languages, list_orphans, tell_orphans
from edu.language.entry import Entry
from edu.language.extract import extract_course
from edu.language.own_words import extract_words
from edu.language.update import update_catalogues
from edu.language.words import DOMAIN, SOURCE, load_words
from edu.model.course import Course, set_languages
from edu.model.locale import PSEUDO, spell_name
from edu.problems import Code, Level, Place, Problem, Problems, worst_level
from edu.report import Report, make_report
from edu.shelf import note_files
from edu.source.read import Reading, read_course
from edu.translations.put import put_locales


def begin_language(order: Order, lang: str) -> tuple[Report, tuple[str, ...]]:
    """Make the PO files of a language that the course does not have yet; return with the report the languages it then has."""
    reading = read_course(order.root)
    course = reading.course
    if course is None or worst_level(reading.problems) == Level.ERROR:
        return make_report(reading.problems, reading.places, strict=order.strict), ()
    settings = course.settings
    if wrong := _check_new(lang, settings.language, settings.languages):
        return make_report(wrong, reading.places, strict=order.strict), ()
    languages = (*settings.languages, lang)
    reading = replace(reading, course=set_languages(course, languages))
    return _update(replace(order, languages=(lang,)), reading, translations=True), languages


def _check_new(lang: str, source: str, languages: Sequence[str]) -> Problems:
    """Return why `lang` cannot become a language of the course."""
    same = next((known for known in (source, *languages) if complete_name(known) == complete_name(lang)), "")
    if same:
        return (Problem(Code.IS_SOURCE if same == source else Code.LANGUAGE_THERE, values={"lang": same}),)
    if lang in PSEUDO:
        return (Problem(Code.PSEUDO_LANGUAGE, values={"lang": lang}),)
    if not is_language(lang):
        near = spell_name(lang)
        values = {"name": lang[:80], "near": near if is_language(near) else ""}
        return (Problem(Code.NO_SUCH_LANGUAGE, values=values),)
    return ()


def update_locales(order: Order, *, translations: bool) -> Report:
    """Bring the templates of the course's PO files in step with it, and with `translations` the PO files themselves."""
    reading = read_course(order.root)
    if reading.course is None or worst_level(reading.problems) == Level.ERROR:
        return make_report(reading.problems, reading.places, strict=order.strict)
    return _update(order, reading, translations=translations)


def _update(order: Order, reading: Reading, *, translations: bool) -> Report:
    assert reading.course
    course = set_languages(reading.course, list_languages(order.root, reading.course))
    if wrong := check_names(order, course):
        return make_report(wrong, reading.places, strict=order.strict)
    languages = course.settings.languages if translations else ()
    locales = order.root / "locales"
    if leads_out(locales, order.root):
        return make_report((Problem(Code.LEADS_OUT, place=Place("locales")),), reading.places, strict=order.strict)
    before = note_files(locales)
    own = reading.course.settings.languages
    contents, problems = make_contents(order.root, course, languages, own)
    # a language's comments tell of the others, so all are made even where one alone is to be written
    left = set(course.settings.languages) - set(order.languages or course.settings.languages)
    asked = {path: data for path, data in contents.items() if path.relative_to(locales).parts[0] not in left}
    told = tell_orphans(order.root, course, [lang for lang in languages if lang not in left])
    return put_locales(order, asked, before, (*reading.problems, *problems, *told), reading.places)


def make_contents(
    root: Path, course: Course, languages: Sequence[str], own: Sequence[str]
) -> tuple[Mapping[Path, bytes], Problems]:
    """Return the contents of the templates and of the PO files of `languages`, by path, in step with the course.

    Pseudo-languages have none, also where a course lists them.

    Our own words have a file in the languages that have one already; in those of `own`, also where they have none.
    """
    locales, source = root / "locales", course.settings.language
    languages = [lang for lang in languages if lang not in PSEUDO]
    says = {lang: load_words(lang, find_locales(root)) for lang in course.settings.languages}
    describe = describe_course(course, says)
    orphans = {lang: list_orphans(root, course, lang) for lang in languages}
    contents, problems = update_catalogues(
        locales, extract_course(course), languages, source, course.settings.id, describe, orphans
    )
    known = [lang for lang in languages if lang in own or po_path(locales, lang, DOMAIN).is_file()]
    words, unread = _update_words(root, known)
    return {**contents, **words}, (*problems, *unread)


OURS = "kejian"
"""The project that our own words are of."""

_ON_PRODUCTS = ("edu/language/", "edu/outputs.py", "edu/plan/", "edu/write/", "templates/")
"""Where the words stand that slides and pages show; a course has its own catalogue for these alone."""


def list_own_words() -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """Return our own words: all of them, and those that slides and pages show."""
    words = extract_words(Path(__file__).parents[1], find_ours("templates"))
    return words, tuple(word for word in words if any(found.startswith(_ON_PRODUCTS) for found in word.references))


def _update_words(root: Path, languages: Sequence[str]) -> tuple[Mapping[Path, bytes], Problems]:
    """Return the catalogues of our own words in the course: for the languages that have none of ours, or one there."""
    locales, ours = root / "locales", find_ours("locales")
    unknown = [lang for lang in languages if lang.partition("_")[0] != SOURCE and not po_path(ours, lang, DOMAIN).is_file()]
    own = [lang for lang in languages if lang in unknown or po_path(locales, lang, DOMAIN).exists()]
    if not own and not (locales / f"{DOMAIN}.pot").exists():
        return {}, ()
    return update_catalogues(locales, {DOMAIN: list_course_words(root)}, own, SOURCE, OURS)


def list_course_words(root: Path) -> tuple[Entry, ...]:
    """Return those of our own words that a catalogue in the course has: what products show; all where one has others, too."""
    locales = root / "locales"
    words, shown = list_own_words()
    others = {word.msgid for word in words} - {word.msgid for word in shown}
    paths = [po_path(locales, lang, DOMAIN) for lang in list_names(locales, root)]
    files = [read_po(path, root)[0] or () for path in paths if path.is_file()]
    # a catalogue that holds the others too is our own, or a copy of it
    whole = locales == find_ours("locales") or any(e.msgid in others for file in files for e in file if not e.obsolete)
    return words if whole else shown

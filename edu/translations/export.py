"""The folder of a course -> what is handed to translators who do not work with PO files, in the output folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from edu.build import Order
from edu.folder import leads_out
from edu.language.drafts import list_languages
from edu.language.entry import Entry
from edu.language.exchange.terms import Termbase
from edu.language.exchange.unit import Document, Unit, make_key
from edu.language.extract import extract_course
from edu.model.course import Course
from edu.model.locale import direction_of
from edu.problems import Code, Level, Place, Problem, Problems, shorten, worst_level
from edu.report import Report, fails, make_report
from edu.shelf import Product
from edu.source.near import miss_name
from edu.source.read import read_course
from edu.translations.glossary import make_termbase
from edu.translations.handing import COURSE, list_domains, make_document, open_domain
from edu.translations.put import put_output

FOLDER = "i18n"
"""What is handed out stands in this folder of the output folder."""


Written = tuple[bytes | None, Problems]
"""The contents of a file, None where there is nothing to be written, and what cannot stand in it."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format in which a domain of a language is handed out: the file's suffix, and what writes it."""

    suffix: str
    write: Callable[[Document], Written]


def _write_xliff(document: Document) -> Written:
    from edu.language.exchange.xliff import write_xliff

    return write_xliff(document), ()


def _write_xlsx(document: Document) -> Written:
    from edu.language.exchange.table import make_rows
    from edu.language.exchange.workbook import Look, fits_cells, write_xlsx

    rows = [*make_rows(document)]
    look = Look(document.domain, direction_of(document.source_lang) == "rtl", direction_of(document.lang) == "rtl")
    place = Place(f"locales/{document.lang}/LC_MESSAGES/{document.domain}.po")
    long = [
        Problem(Code.EXCHANGE_LONG_CELL, values={"text": shorten(row[3])}, place=place) for row in rows if not fits_cells(row)
    ]
    return write_xlsx([row for row in rows if fits_cells(row)], look), tuple(long)


def _write_csv(document: Document) -> Written:
    from edu.language.exchange.delimited import write_csv
    from edu.language.exchange.table import make_rows

    return write_csv(make_rows(document, guarded=True)), ()


def _write_tmx(document: Document) -> Written:
    from edu.language.exchange.tmx import list_certain, write_tmx

    data, odd = write_tmx(document)
    place = Place(f"locales/{document.lang}/LC_MESSAGES/{document.domain}.po")
    problems = tuple(Problem(Code.EXCHANGE_LEFT_OUT, values={"text": shorten(unit.source)}, place=place) for unit in odd)
    if len(odd) == len(list_certain(document)):
        return None, (*problems, Problem(Code.EXCHANGE_NO_MEMORY, place=place))
    return data, problems


FORMATS: Mapping[str, Format] = {
    "xliff": Format("xlf", _write_xliff),
    "xlsx": Format("xlsx", _write_xlsx),
    "csv": Format("csv", _write_csv),
    "tmx": Format("tmx", _write_tmx),
}
DEFAULT = "xliff"


@dataclass(frozen=True, slots=True)
class GlossaryFormat:
    """A format in which the glossary is handed out, in all languages at once: the file's suffix, and what writes it."""

    suffix: str
    write: Callable[[Termbase], bytes]


def _write_terms(base: Termbase) -> bytes:
    from edu.language.exchange.delimited import write_csv
    from edu.language.exchange.terms import make_term_rows

    return write_csv(make_term_rows(base, guarded=True))


def _write_tbx(base: Termbase) -> bytes:
    from edu.language.exchange.tbx import write_tbx

    return write_tbx(base)


GLOSSARY_FORMATS: Mapping[str, GlossaryFormat] = {
    "glossary": GlossaryFormat("csv", _write_terms),
    "tbx": GlossaryFormat("tbx", _write_tbx),
}


def export_translations(order: Order) -> Report:
    """Write the texts and translations of the course in the formats `order.outputs`; return what stands there."""
    reading = read_course(order.root)
    course = reading.course
    if course is None or worst_level(reading.problems) == Level.ERROR:
        return make_report(reading.problems, reading.places, strict=order.strict)
    if wrong := check_asked(order, course):
        return make_report(wrong, reading.places, strict=order.strict)
    if leads_out(order.root / "locales", order.root):
        return make_report((Problem(Code.LEADS_OUT, place=Place("locales")),), reading.places, strict=order.strict)
    documents, problems = _open_documents(order, course)
    made = [*_write_products(order, documents), *_write_glossary(order, course)]
    source = course.settings.language
    if source in order.languages and not made:
        problems += (Problem(Code.IS_SOURCE, values={"lang": source}),)
    problems = (*reading.problems, *problems, *(problem for _, faults in made for problem in faults))
    if fails(problems, strict=order.strict):
        return make_report(problems, reading.places, strict=order.strict)
    return put_output(order, (product for product, _ in made if product), problems, reading.places)


def check_asked(order: Order, course: Course) -> Problems:
    """Return a Problem for each name on the command line that the course does not know."""
    known = (
        (Code.UNKNOWN_LANGUAGE, order.languages, list_languages(order.root, course)),
        (Code.UNKNOWN_MODULE, order.modules, course.settings.modules),
    )
    return tuple(miss_name(code, name, names) for code, asked, names in known for name in asked if name not in names)


def _open_documents(order: Order, course: Course) -> tuple[tuple[Document, ...], Problems]:
    entries = extract_course(course)
    documents: list[Document] = []
    problems: Problems = ()
    for domain in list_domains(course, order.root, order.languages, order.modules):
        opened, faults = open_domain(course, order.root, domain)
        problems += faults
        if opened:
            documents.append(make_document(course, domain, opened.units))
            problems += tuple(_find_left(documents[-1], opened.plurals, entries.get(domain.name, ())))
    return tuple(documents), problems


def _find_left(document: Document, plurals: int, entries: tuple[Entry, ...]) -> Iterator[Problem]:
    """Yield a problem where texts of the course are not in its PO file, or cannot be handed out."""
    place = Place(f"locales/{document.lang}/LC_MESSAGES/{document.domain}.po")
    keys = {unit.key for unit in document.units}
    missing = sum(make_key(entry.msgctxt, entry.msgid) not in keys for entry in entries)
    if plurals:
        yield Problem(Code.EXCHANGE_PLURAL, values={"count": plurals}, place=place)
    if missing:
        yield Problem(Code.EXCHANGE_BEHIND, values={"count": missing}, place=place)


def _write_products(order: Order, documents: tuple[Document, ...]) -> Iterator[tuple[Product | None, Problems]]:
    for name in dict.fromkeys(order.outputs or (DEFAULT,)):
        for document in documents if name in FORMATS else ():
            data, problems = FORMATS[name].write(document)
            path = f"{FOLDER}/{document.lang}/{document.domain}.{FORMATS[name].suffix}"
            yield Product(path, data) if data else None, problems


def _write_glossary(order: Order, course: Course) -> Iterator[tuple[Product, Problems]]:
    """Yield the glossary as files of all languages; it belongs to no module."""
    names = [name for name in dict.fromkeys(order.outputs) if name in GLOSSARY_FORMATS]
    if not names or not course.glossary.terms:
        return
    units: dict[str, tuple[Unit, ...]] = {}
    for domain in list_domains(course, order.root, order.languages):
        if domain.name == COURSE:
            opened, _ = open_domain(course, order.root, domain)
            units[domain.lang] = opened.units if opened else ()
    base = make_termbase(course, units)
    for name in names:
        form = GLOSSARY_FORMATS[name]
        yield Product(f"{FOLDER}/glossary.{form.suffix}", form.write(base)), ()

"""Files that translators sent back -> the PO files of the course with their translations; or nothing at all, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from edu.build import Order
from edu.folder import UnreadError, leads_out, read_bytes
from edu.language.catalogue import po_path
from edu.language.exchange.table import Row
from edu.language.exchange.take import Change, Returned, find_lang, take_units
from edu.language.exchange.unit import Document, State, make_tag
from edu.model.course import Course
from edu.problems import Code, Level, Place, Problem, Problems, worst_level
from edu.report import Report, make_report
from edu.shelf import Product, note_files, put_file
from edu.source.few import tell_few
from edu.source.near import list_known
from edu.source.read import read_course
from edu.translations.handing import Domain, list_domains, open_domain

MOST_RETURNED = 50_000_000
"""Bytes of a file that comes back; that of 10,000 texts has 8 million."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of it: the report, how many translations are new or changed, and how many of these are fuzzy."""

    report: Report
    entries: int = 0
    fuzzy: int = 0


def import_translations(order: Order, files: Sequence[str], *, partial: bool) -> Taken:
    """Take the translations in `files` into the PO files of the course.

    Where one of them would be lost or is not what was handed out, nothing is written. With `partial` those that can be are
    taken in, the others left as they are.
    """
    reading = read_course(order.root)
    course = reading.course
    if course is None:
        return Taken(make_report(reading.problems, reading.places, strict=order.strict))
    if not files:
        return Taken(make_report((Problem(Code.NO_RETURNED),), {}, strict=order.strict))
    if leads_out(order.root / "locales", order.root):
        return Taken(make_report((Problem(Code.LEADS_OUT, place=Place("locales")),), {}, strict=order.strict))
    before = note_files(order.root / "locales")
    returned, problems = _read_files(files)
    sorted_in, faults = _sort_in(course, order.root, returned)
    problems += faults
    changes: dict[Path, str] = {}
    told: list[Change] = []
    for domain, backs in sorted_in.items():
        text, made, found = _take_domain(course, order.root, domain, backs, partial)
        problems += found
        told += made
        if made:
            changes[po_path(order.root / "locales", domain.lang, domain.name)] = text
    if worst_level(problems) == Level.ERROR:
        return Taken(make_report(problems, {}, strict=order.strict))
    return _put_files(order, changes, before, told, problems)


def _put_files(
    order: Order, changes: Mapping[Path, str], before: Mapping[str, str], told: Sequence[Change], problems: Problems
) -> Taken:
    locales = order.root / "locales"
    products = [Product(path.relative_to(locales).as_posix(), text.encode()) for path, text in changes.items()]
    puts = [put_file(locales, product, before.get(product.name, "")) for product in products]
    problems += tuple(problem for put in puts for problem in put.problems)
    report = make_report(problems, {}, strict=order.strict)
    changed = tuple(put.name for put in puts if put.changed)
    fuzzy = sum(change.state is State.FUZZY for change in told)
    return Taken(replace(report, files=changed, changed=len(changed)), len(told), fuzzy)


def _take_domain(
    course: Course, root: Path, domain: Domain, backs: Sequence[Returned], partial: bool
) -> tuple[str, Sequence[Change], Problems]:
    """Return the text of a PO file with what came back, the changes in it, and what is wrong."""
    opened, faults = open_domain(course, root, domain)
    if opened is None:
        return "", (), tuple(replace(fault, judged=Level.ERROR) for fault in faults)
    changes, problems = take_units(backs, opened.units, domain.lang, domain.name, partial=partial)
    text = opened.change(changes) if changes else ""
    return text, tuple(changes.values()), (*faults, *_tell_few_of_each(problems))


def _tell_few_of_each(problems: Problems) -> Iterator[Problem]:
    for code in dict.fromkeys(problem.code for problem in problems):
        yield from tell_few(problem for problem in problems if problem.code == code)


# --- reading -----------------------------------------------------------------------------------------------------------

Found = tuple[tuple[Document, ...], Problems]


def _read_xml(data: bytes, name: str) -> Found:
    from edu.language.exchange.xliff import read_xliff

    return read_xliff(data, name)


def _read_xlsx(data: bytes, name: str) -> Found:
    from edu.language.exchange.sheet import read_xlsx

    return _read_table(*read_xlsx(data, name), name)


def _read_csv(data: bytes, name: str) -> Found:
    from edu.language.exchange.delimited import read_csv

    if data[:8] == _OLD_EXCEL:
        return (), (Problem(Code.EXCHANGE_OLD_EXCEL, place=Place(name)),)
    return _read_table(*read_csv(data, name), name)


def _read_table(rows: Sequence[Row], problems: Problems, name: str) -> Found:
    from edu.language.exchange.table import read_rows

    return ((), problems) if problems else read_rows(rows, name)


_OLD_EXCEL = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STARTS: Sequence[tuple[tuple[bytes, ...], Callable[[bytes, str], Found]]] = (
    ((b"<", b"\xef\xbb\xbf<", b"\xff\xfe<\0", b"\xfe\xff\0<"), _read_xml),
    ((b"PK\x03\x04",), _read_xlsx),
    ((b"",), _read_csv),
)
"""How the files of each format start; the name of a file may be any."""


def _read_files(files: Sequence[str]) -> tuple[tuple[Returned, ...], Problems]:
    returned: list[Returned] = []
    problems: Problems = ()
    for file in dict.fromkeys(files):
        documents, faults = _read_file(file)
        problems += faults
        returned += [Returned(file, document) for document in documents]
        if not faults and not any(document.units for document in documents):
            problems += (Problem(Code.EXCHANGE_EMPTY, place=Place(file)),)
    return tuple(returned), problems


def _read_file(file: str) -> Found:
    try:
        data = read_bytes(Path(file), None, MOST_RETURNED)
    except UnreadError as unread:
        return (), (Problem(unread.code, values=unread.values, place=Place(file)),)
    start = data.lstrip()[:8]
    return next(read for starts, read in _STARTS if start.startswith(starts))(data, file)


# --- where it belongs --------------------------------------------------------------------------------------------------


def _sort_in(course: Course, root: Path, returned: Sequence[Returned]) -> tuple[Mapping[Domain, Sequence[Returned]], Problems]:
    """Return what came back by the PO file that it is for, and a problem for what is for none of the course's."""
    domains = tuple(list_domains(course, root))
    found: dict[Domain, list[Returned]] = {}
    problems: list[Problem] = []
    for back in returned:
        document, place = back.document, Place(back.file, back.document.line)
        lang = find_lang(document.lang, [*dict.fromkeys(domain.lang for domain in domains)])
        domain = next((domain for domain in domains if (domain.lang, domain.name) == (lang, document.domain)), None)
        if document.course not in ("", course.settings.id):
            problems.append(Problem(Code.EXCHANGE_COURSE, values={"name": document.course}, place=place))
        elif lang is None:
            values = {"name": document.lang, "known": list_known(map(make_tag, course.settings.languages))}
            problems.append(Problem(Code.EXCHANGE_LANGUAGE, values=values, place=place))
        elif domain is None:
            names = [known.name for known in domains if known.lang == lang]
            values = {"name": document.domain, "known": list_known(names)}
            problems.append(Problem(Code.EXCHANGE_DOMAIN, values=values, place=place))
        elif not find_lang(document.source_lang, [domain.source]):
            values = {"name": document.source_lang, "source": make_tag(domain.source)}
            problems.append(Problem(Code.EXCHANGE_SOURCE_LANGUAGE, values=values, place=place))
        else:
            found.setdefault(domain, []).append(back)
    return found, tuple(problems)

"""Files that translators sent back -> the PO files of the course with their translations; or nothing at all, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from edu.build import Order
from edu.folder import leads_out
from edu.language.catalogue import po_path
from edu.language.drafts import list_languages
from edu.language.exchange.recall import Memory, recall
from edu.language.exchange.take import Change, Returned, find_lang, take_units
from edu.language.exchange.terms import Termbase
from edu.language.exchange.unit import State, Unit, make_tag
from edu.model.course import Course
from edu.problems import Code, Level, Place, Problem, Problems
from edu.report import Report, fails, make_report
from edu.shelf import note_files
from edu.source.few import tell_few
from edu.source.near import list_known
from edu.source.read import read_course
from edu.translations.glossary import list_documents
from edu.translations.handing import COURSE, Domain, list_domains, open_domain
from edu.translations.put import put_locales
from edu.translations.returned import Back, read_files


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
    backs, problems = read_files(files)
    sorted_in, faults = _sort_in(course, order.root, backs)
    problems += faults
    changes: dict[Path, bytes] = {}
    told: list[Change] = []
    for domain, work in sorted_in.items():
        text, made, found = _take_domain(course, order.root, domain, work, partial)
        problems += found
        told += made
        if made:
            changes[po_path(order.root / "locales", domain.lang, domain.name)] = text.encode()
    if fails(problems, strict=order.strict):
        return Taken(make_report(problems, {}, strict=order.strict))
    fuzzy = sum(change.state is State.FUZZY for change in told)
    return Taken(put_locales(order, changes, before, problems, {}), len(told), fuzzy)


def _take_domain(
    course: Course, root: Path, domain: Domain, work: _Work, partial: bool
) -> tuple[str, Sequence[Change], Problems]:
    """Return the text of a PO file with what came back, the changes in it, and what is wrong."""
    opened, faults = open_domain(course, root, domain)
    if opened is None:
        if not work.backs:  # a memory has nothing to fill there
            return "", (), ()
        return "", (), tuple(replace(fault, judged=Level.ERROR) for fault in faults)
    changes, problems = take_units(work.backs, opened.units, domain.lang, domain.name, partial=partial)
    known, doubts = recall(work.memories, opened.units, domain.source, domain.lang, course.settings.id)
    changes = {**known, **changes}
    text = opened.change(changes) if changes else ""
    return text, tuple(changes.values()), (*faults, *_tell_few_of_each((*problems, *doubts)))


def _tell_few_of_each(problems: Problems) -> Iterator[Problem]:
    for code in dict.fromkeys(problem.code for problem in problems):
        yield from tell_few(problem for problem in problems if problem.code == code)


# --- where it belongs --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Work:
    """What came back for one PO file."""

    backs: list[Returned] = field(default_factory=list)
    memories: list[Memory] = field(default_factory=list)


def _sort_in(course: Course, root: Path, backs: Sequence[Back]) -> tuple[Mapping[Domain, _Work], Problems]:
    """Return what came back by the PO file that it is for, and a problem for what is for none of the course's."""
    domains = tuple(list_domains(course, root, list_languages(root, course)))
    found = {domain: _Work() for domain in domains}
    problems: list[Problem] = []
    for back in backs:
        match back:
            case Memory():
                problems += _sort_memory(found, back)
            case Termbase():
                units = {domain.lang: _list_units(course, root, domain) for domain in domains if domain.name == COURSE}
                for document in list_documents(course, back, units):
                    problems += _sort_document(course, found, Returned(back.file, document))
            case Returned():
                told = back if back.document.domain else _find_domain(course, root, domains, back)
                problems += _sort_document(course, found, told)
    return {domain: work for domain, work in found.items() if work.backs or work.memories}, tuple(problems)


def _find_domain(course: Course, root: Path, domains: Sequence[Domain], back: Returned) -> Returned:
    """Return a document that tells no domain with the one that has most of its texts.

    Where these are more than half of them, it is of this course, whatever it says.
    """
    lang = find_lang(back.document.lang, _list_languages(domains))
    keys = {unit.key for unit in back.document.units}
    shared = {
        domain: len(keys.intersection(unit.key for unit in _list_units(course, root, domain)))
        for domain in domains
        if domain.lang == lang
    }
    best = max(shared, key=lambda domain: shared[domain], default=None)
    if best is None or not shared[best]:
        return back
    course_id = "" if 2 * shared[best] > len(keys) else back.document.course
    return replace(back, document=replace(back.document, course=course_id, domain=best.name))


def _list_units(course: Course, root: Path, domain: Domain) -> Sequence[Unit]:
    opened, _ = open_domain(course, root, domain)
    return opened.units if opened else ()


def _list_languages(found: Iterable[Domain]) -> Sequence[str]:
    """Return the languages that the course is translated into, those in work among them."""
    return [*dict.fromkeys(domain.lang for domain in found)]


def _list_tags(found: Iterable[Domain]) -> str:
    return list_known(map(make_tag, _list_languages(found)))


def _sort_memory(found: Mapping[Domain, _Work], memory: Memory) -> Iterator[Problem]:
    """Add `memory` to all PO files that translate between two of its languages; yield a problem where there are none."""
    tags, place = memory.list_tags(), Place(memory.file)
    fitting = [domain for domain in found if any(find_lang(tag, [domain.lang]) for tag in tags)]
    both = [domain for domain in fitting if any(find_lang(tag, [domain.source]) for tag in tags)]
    for domain in both:
        found[domain].memories.append(memory)
    if fitting and not both:
        values: dict[str, str | int] = {"name": list_known(tags), "source": make_tag(fitting[0].source)}
        yield Problem(Code.EXCHANGE_SOURCE_LANGUAGE, values=values, place=place)
    elif not fitting:
        yield Problem(Code.EXCHANGE_LANGUAGE, values={"name": list_known(tags), "known": _list_tags(found)}, place=place)


def _sort_document(course: Course, found: Mapping[Domain, _Work], back: Returned) -> Iterator[Problem]:
    """Add a document to the PO file that it is for; yield a problem where there is none."""
    document, place = back.document, Place(back.file, back.document.line)
    lang = find_lang(document.lang, _list_languages(found))
    domain = next((domain for domain in found if (domain.lang, domain.name) == (lang, document.domain)), None)
    if document.course not in ("", course.settings.id):
        yield Problem(Code.EXCHANGE_COURSE, values={"name": document.course}, place=place)
    elif not document.lang:
        yield Problem(Code.EXCHANGE_NO_LANGUAGE, values={"known": _list_tags(found)}, place=place)
    elif lang is None:
        values: dict[str, str | int] = {"name": document.lang, "known": _list_tags(found)}
        yield Problem(Code.EXCHANGE_LANGUAGE, values=values, place=place)
    elif domain is None:
        values = {
            "name": document.domain or document.course,
            "known": list_known(known.name for known in found if known.lang == lang),
        }
        yield Problem(Code.EXCHANGE_DOMAIN, values=values, place=place)
    elif document.source_lang and not find_lang(document.source_lang, [domain.source]):
        values = {"name": document.source_lang, "source": make_tag(domain.source)}
        yield Problem(Code.EXCHANGE_SOURCE_LANGUAGE, values=values, place=place)
    else:
        found[domain].backs.append(back)

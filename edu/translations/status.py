"""The folder of a course -> how far its translations are, by language and domain."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from edu import find_ours
from edu.build import Order, check_names
from edu.language.catalogue import name_file, po_path, read_po
from edu.language.cldr import name_language
from edu.language.count import Progress, count_texts, list_msgids
from edu.language.drafts import list_languages, tell_orphans
from edu.language.entry import Entry
from edu.language.extract import extract_course
from edu.language.words import DOMAIN
from edu.language.words import SOURCE as ENGLISH
from edu.model.course import Course, set_languages
from edu.model.locale import PSEUDO
from edu.problems import N_, Code, Level, Place, Problem, Problems, Say, worst_level
from edu.report import Report, make_report
from edu.shelf import Product, put_product
from edu.source.read import read_course
from edu.translations.history import Point, read_history
from edu.translations.update import list_course_words
from edu.write.status import Part, Row, Sheet, write_status

PAGE = "i18n/status.html"
HEADS = (
    N_("part"),
    N_("entries"),
    N_("words"),
    N_("translated"),
    N_("reviewed"),
    N_("fuzzy"),
    N_("missing"),
    N_("done"),
)
"""What stands above the columns; the first is the domain."""


@dataclass(frozen=True, slots=True)
class Status:
    """How far each language is, by gettext name and domain, in the order of the course.

    `words` are our own words, which count apart, in those of the languages in which the course has a file of them.
    """

    course: Course
    languages: Mapping[str, Mapping[str, Progress]]
    words: Mapping[str, Progress]

    def list_words(self, lang: str) -> Iterator[tuple[str, Progress]]:
        """Yield the domain of our own words and how far they are, where the course has a file of them."""
        if lang in self.words:
            yield DOMAIN, self.words[lang]

    def total(self, lang: str) -> Progress:
        """Return how far the language is as a whole."""
        return sum(self.languages[lang].values(), Progress())


def survey_translations(order: Order) -> tuple[Report, Status | None]:
    """Return what is wrong, and the state of what is translated; without a status where the course cannot be read."""
    reading = read_course(order.root)
    course = reading.course and set_languages(reading.course, list_languages(order.root, reading.course))
    if course is None or worst_level(reading.problems) == Level.ERROR:
        return make_report(reading.problems, reading.places, strict=order.strict), None
    if wrong := check_names(order, course):
        return make_report(wrong, reading.places, strict=order.strict), None
    source = course.settings.language
    if order.languages and set(order.languages) == {source}:
        return make_report((Problem(Code.IS_SOURCE, values={"lang": source}),), reading.places, strict=order.strict), None
    wanted = [lang for lang in course.settings.languages if lang not in (source, *PSEUDO)]
    status, problems = _survey_languages(order.root, course, [lang for lang in wanted if lang in (order.languages or wanted)])
    return make_report((*reading.problems, *problems), reading.places, strict=order.strict), status


def _survey_languages(root: Path, course: Course, languages: Sequence[str]) -> tuple[Status, Problems]:
    locales = root / "locales"
    spoken = [lang for lang in languages if lang != ENGLISH and po_path(locales, lang, DOMAIN).is_file()]
    own = {DOMAIN: list_course_words(root)} if spoken else {}
    texts, problems = _count_languages(locales, languages, extract_course(course))
    words, faults = _count_languages(locales, spoken, own)
    status = Status(course, texts, {lang: found[DOMAIN] for lang, found in words.items()})
    return status, (*problems, *faults, *tell_orphans(root, course, languages))


def _count_languages(
    locales: Path, languages: Sequence[str], entries: Mapping[str, tuple[Entry, ...]]
) -> tuple[Mapping[str, Mapping[str, Progress]], Problems]:
    counted = {lang: _count_language(locales, lang, entries) for lang in languages}
    progress = {lang: found for lang, (found, _) in counted.items()}
    return progress, tuple(problem for _, faults in counted.values() for problem in faults)


def _count_language(
    locales: Path, lang: str, entries: Mapping[str, tuple[Entry, ...]]
) -> tuple[Mapping[str, Progress], Problems]:
    found: dict[str, Progress] = {}
    problems: Problems = ()
    for domain, texts in entries.items():
        path = po_path(locales, lang, domain)
        file, faults = read_po(path, locales.parent)
        missing = any(fault.code == Code.MISSING_FILE for fault in faults)
        problems += () if missing else faults
        found[domain] = count_texts(file or (), texts)
        place = Place(name_file(path))
        if missing:
            problems += (Problem(Code.NO_CATALOGUE, values={"lang": lang}, place=place),)
        elif file is not None and list_msgids(file) != {entry.msgid for entry in texts}:
            problems += (Problem(Code.OUT_OF_STEP, values={"lang": lang}, place=place),)
    return found, problems


def list_cells(progress: Progress) -> tuple[str, ...]:
    """Return the numbers of a row, as they stand below HEADS without the first."""
    tallies = (progress.translated, progress.reviewed, progress.fuzzy, progress.missing)
    return (
        str(progress.total.entries),
        str(progress.total.words),
        *(str(tally.entries) for tally in tallies),
        word_percent(progress),
    )


def word_percent(progress: Progress) -> str:
    """Return the share of entries that are translated, rounded down: 100 % is all of them."""
    return f"{int(progress.percent)} %"


def put_page(order: Order, report: Report, status: Status, lang: str, say: Say) -> Report:
    """Write the status as a page into the output folder, its words in `lang`; return the report with its name."""
    domains = [*dict.fromkeys(domain for found in status.languages.values() for domain in found)]
    history = read_history(order.root / "locales", domains)
    sheet = Sheet(
        status.course.settings.title,
        status.course.settings.language,
        tuple(map(say, HEADS)),
        tuple(_make_part(status, lang, history, say) for lang in status.languages),
    )
    put = put_product(order.folder, Product(PAGE, write_status(sheet, lang, say, find_ours("templates"))), force=order.force)
    worse = make_report((*report.problems, *put.problems), {}, strict=order.strict)
    return replace(worse, failed=report.failed or worse.failed, files=(put.name,) if put.name else (), changed=int(put.changed))


def _make_part(status: Status, lang: str, history: tuple[Point, ...], say: Say) -> Part:
    total = status.total(lang)
    past = [(point.date, point.languages[lang].percent / 100) for point in history if lang in point.languages]
    story = "; ".join(f"{date}: {int(share * 100)} %" for date, share in past)
    rows = tuple(_make_row(domain, progress) for domain, progress in status.languages[lang].items())
    words = tuple(_make_row(domain, progress) for domain, progress in status.list_words(lang))
    last = _make_row(say(N_("all")), total)
    return Part(lang, name_language(lang), rows, last, word_percent(total), tuple(past), story, words)


def _make_row(name: str, progress: Progress) -> Row:
    most = max(1, progress.total.entries)
    return Row(name, list_cells(progress), progress.translated.entries / most, progress.fuzzy.entries / most)


def describe_status(status: Status) -> Iterator[Mapping[str, object]]:
    """Yield each language and domain with its numbers, as they stand in JSON; the domain of all of them is empty.

    Our own words are not among all of them.
    """
    for lang, domains in status.languages.items():
        for domain, progress in [*domains.items(), ("", status.total(lang)), *status.list_words(lang)]:
            parts = {"total": progress.total, "translated": progress.translated, "reviewed": progress.reviewed}
            parts |= {"fuzzy": progress.fuzzy, "missing": progress.missing}
            counts = {name: {"entries": tally.entries, "words": tally.words} for name, tally in parts.items()}
            yield {"language": lang, "domain": domain, **counts, "percent": round(progress.percent, 2)}

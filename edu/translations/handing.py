"""The folder of a course -> the units of its PO files, by language and domain."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from edu.language.catalogue import name_file, po_path, read_po
from edu.language.exchange.about import ask_course, ask_words
from edu.language.exchange.entries import change_entries, count_plurals, list_units
from edu.language.exchange.take import Change
from edu.language.exchange.unit import Document, Unit
from edu.language.words import DOMAIN as OWN
from edu.language.words import SOURCE
from edu.model.course import Course
from edu.problems import Code, Place, Problem, Problems

COURSE = "course"
"""The domain of what belongs to all modules."""


@dataclass(frozen=True, slots=True)
class Domain:
    """A PO file of the course that may be handed out: its language, its name, and the language that it translates from."""

    lang: str
    name: str
    source: str


def list_domains(course: Course, root: Path, languages: Sequence[str] = (), modules: Sequence[str] = ()) -> Iterator[Domain]:
    """Yield what may be handed out, in the order of the course; our own words where the course has a file of them."""
    source = course.settings.language
    for lang in languages or course.settings.languages:
        if lang != source:
            yield from (Domain(lang, name, source) for name in modules or (COURSE, *course.settings.modules))
        if not modules and lang.partition("_")[0] != SOURCE and po_path(root / "locales", lang, OWN).is_file():
            yield Domain(lang, OWN, SOURCE)


@dataclass(frozen=True, slots=True)
class Opened:
    """A PO file: its units, how many texts with plural forms are none, and what returns its text with changes to the units."""

    units: tuple[Unit, ...]
    plurals: int
    change: Callable[[Mapping[str, Change]], str]


def open_domain(course: Course, root: Path, domain: Domain) -> tuple[Opened | None, Problems]:
    """Return the PO file of `domain`, or None and why there is none."""
    path = po_path(root / "locales", domain.lang, domain.name)
    file, faults = read_po(path, root)
    if any(fault.code == Code.MISSING_FILE for fault in faults):
        faults = (Problem(Code.NO_CATALOGUE, values={"lang": domain.lang}, place=Place(name_file(path))),)
    if file is None:
        return None, faults
    ask = ask_words if domain.name == OWN else ask_course(course, domain.lang)
    return Opened(list_units(file, ask), count_plurals(file), partial(change_entries, file)), faults


def make_document(course: Course, domain: Domain, units: tuple[Unit, ...]) -> Document:
    """Return what is handed out of `domain`."""
    return Document(course.settings.id, domain.name, domain.source, domain.lang, units)

"""The folder of a course -> all that is wrong with its translations, each at its entry of a PO file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from edu.bench import Bench
from edu.build import Begun, Order, begin
from edu.language.catalogue import Catalogue
from edu.language.drafts import tell_orphans
from edu.language.trails import domain_of, find_noted, has_words
from edu.model.course import list_course_prose
from edu.model.prose import Prose
from edu.outputs import OUTPUTS
from edu.problems import Code, Place, Problem
from edu.report import Report, make_report

_MADE = ("pptx", "html")
"""What shows whether a translation fits: the deck for its boxes, the quiz for its questions."""


def check_locales(order: Order) -> Report:
    """Return what is wrong with the translations into the languages of `order`, or into all; nothing is written."""
    begun = begin(replace(order, outputs=_MADE), every=True)
    if isinstance(begun, Report):
        return begun
    source = next(iter(begun.bench.editions))
    languages = [lang for lang in begun.bench.catalogues if lang in order.languages or not order.languages]
    orphans = tell_orphans(order.root, begun.bench.editions[source].course, languages)
    found = (*begun.problems, *begun.doubts, *_list_planned(begun, source), *orphans)
    texts = dict(list_course_prose(begun.bench.editions[source].course))
    spoken = [lang for lang in begun.bench.editions if lang in order.languages or not order.languages]
    told = (_place(problem, begun.bench, texts) for problem in found)
    problems = tuple(problem for problem in told if _is_meant(problem, languages, spoken, order.modules))
    return make_report(problems, begun.reading.places, strict=order.strict)


def _list_planned(begun: Begun, source: str) -> Iterator[Problem]:
    """Yield what the plans of all products in other languages than the source's find wrong."""
    for job in begun.jobs:
        if job.lang != source:
            yield from OUTPUTS[job.output].plan(begun.bench, job.lang, job.module)[1]


def _is_meant(problem: Problem, languages: Sequence[str], spoken: Sequence[str], modules: Sequence[str]) -> bool:
    """Return whether a problem is one of a translation that was asked for: of the course into one of `languages`, or one in
    a PO file of the `spoken` ones, in which the source's language may have our own words.
    """
    filed = _read_language(problem.place) if problem.place else ""
    module = domain_of(problem.trail) if problem.trail else ""
    meant = filed in spoken or (not filed and problem.values.get("lang") in languages)
    return meant and (not modules or module in ("", *modules))


def _read_language(place: Place) -> str:
    """Return the language that a file below `locales` is in; nothing for any other file."""
    folder, _, rest = place.file.partition("/")
    return rest.partition("/")[0] if folder == "locales" else ""


def _place(problem: Problem, bench: Bench, texts: Mapping[str, Prose]) -> Problem:
    """Return the problem at the entry of the PO file that has the text, where there is one."""
    catalogue = bench.catalogues.get(str(problem.values.get("lang", "")))
    trail = _find_trail(problem, texts)
    text = texts.get(trail)
    if problem.place or catalogue is None or text is None or not has_words(text):
        return problem
    return problem.at(_find_place(catalogue, trail, text, bench))


def _find_trail(problem: Problem, texts: Mapping[str, Prose]) -> str:
    """Return the trail of the text that a problem is about: a choice's own, and the second of two that read alike."""
    if problem.code is Code.EQUAL_OPTIONS:
        choice = f"[{problem.values['other']}]."
        return next((trail for trail in texts if trail.startswith(problem.trail) and choice in trail), problem.trail)
    return next((trail for trail in (problem.trail, f"{problem.trail}.text") if trail in texts), problem.trail)


def _find_place(catalogue: Catalogue, trail: str, text: Prose, bench: Bench) -> Place | None:
    course = next(iter(bench.editions.values())).course
    found = catalogue.find(trail, text, find_noted(course, trail).context)
    return found.place if found else None

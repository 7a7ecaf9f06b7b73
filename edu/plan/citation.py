"""The facts that a question rests on -> lines that say where each comes from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from edu.model.edition import Edition
from edu.model.facts import Fact, Source
from edu.plan.runs import Run, Runs, make_runs, plain_runs


def cite_facts(edition: Edition, facts: Sequence[str]) -> tuple[Runs, ...]:
    """Return a line for each different origin of `facts`: who says so, in which source, where and when it was published."""
    book = edition.course.book
    known = {fact.id: fact for fact in book.facts}
    sources = {source.id: source for source in book.sources}
    lines = [_cite(edition, known[id], sources.get(known[id].source)) for id in facts if id in known]
    return tuple(dict.fromkeys(lines))


def _cite(edition: Edition, fact: Fact, source: Source | None) -> Runs:
    parts = [part for part in _parts(edition, fact, source) if part]
    gap = (Run(" · ", edition.lang),)
    return tuple(run for index, part in enumerate(parts) for run in ((gap if index else ()) + part))


def _parts(edition: Edition, fact: Fact, source: Source | None) -> Iterator[Runs]:
    yield make_runs(edition, fact.who, f"facts#facts[{fact.id}].who")
    if source is None:
        return
    yield make_runs(edition, source.title, f"facts#sources[{source.id}].title")
    if source.publisher:
        yield make_runs(edition, source.publisher, f"facts#sources[{source.id}].publisher")
    if source.date:
        yield plain_runs(edition, edition.numbers.date(source.date))
    if fact.place:
        yield plain_runs(edition, fact.place)

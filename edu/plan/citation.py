"""The facts that a question rests on -> lines that say where each comes from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from edu.model.edition import Edition
from edu.model.facts import Fact, Source
from edu.plan.runs import Run, Runs, make_runs, plain_runs


def cite_facts(edition: Edition, facts: Sequence[str]) -> tuple[Runs, ...]:
    """Return a line for each different origin of `facts`: who says so, in which source, when it was published and where."""
    book = edition.course.book
    known = {fact.id: fact for fact in book.facts}
    sources = {source.id: source for source in book.sources}
    origins: dict[tuple[str, str], list[Fact]] = {}
    for fact in (known[id] for id in facts if id in known):
        origins.setdefault((fact.who, fact.source), []).append(fact)
    return tuple(_cite(edition, same, sources.get(same[0].source)) for same in origins.values())


def _cite(edition: Edition, facts: Sequence[Fact], source: Source | None) -> Runs:
    parts = [part for part in _parts(edition, facts, source) if part]
    gap = (Run(" · ", edition.lang),)
    return tuple(run for index, part in enumerate(parts) for run in ((gap if index else ()) + part))


def _parts(edition: Edition, facts: Sequence[Fact], source: Source | None) -> Iterator[Runs]:
    fact = facts[0]
    yield make_runs(edition, fact.who, f"facts#facts[{fact.id}].who")
    if source is None:
        return
    yield make_runs(edition, source.title, f"facts#sources[{source.id}].title")
    if source.publisher:
        yield make_runs(edition, source.publisher, f"facts#sources[{source.id}].publisher")
    if source.date:
        yield plain_runs(edition, edition.numbers.date(source.date))
    places = dict.fromkeys(fact.place for fact in facts if fact.place)
    yield plain_runs(edition, ", ".join(places))

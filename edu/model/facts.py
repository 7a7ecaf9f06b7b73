"""The facts that a course rests on: what is claimed, by whom, where, as of when, and the figure in it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from edu.model.prose import FactId, Id, Node, Noted, Plain, Prose

PartialDate = Annotated[str, Field(pattern=r"^\d{4}(-Q[1-4]|-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$")]
"""A year, a quarter, a month or a day: `2025`, `2025-Q2`, `2025-09`, `2025-09-30`."""

Bound = Literal["over", "nearly", "about", "exact"]
FactKind = Literal["figure", "description", "opinion", "anecdote"]


class Source(Noted):
    """Something published that facts are taken from."""

    id: Id
    title: Prose
    publisher: Prose | None = None
    date: PartialDate | None = None
    remark: Prose | None = None
    url: str | None = None


class Fact(Noted):
    """One claim. `value` is a number, a PartialDate, or an expression over other facts (`a / b`).

    `unit` is an ISO 4217 code, `percent`, `date`, or a CLDR unit (`second`, `day`, …); `pattern` is a text of one's own
    round the number, such as `{n}家企业`. `digits` is how many decimals a derived value keeps.
    """

    id: FactId
    claim: Prose
    kind: FactKind
    who: Prose
    source: Id
    place: str = ""
    as_of: PartialDate | None = None
    value: int | float | str | None = None
    unit: str | None = None
    pattern: Plain | None = None
    bound: Bound = "exact"
    digits: int | None = Field(default=None, ge=0, le=6)


class FactBook(Node):
    """`facts.yaml`."""

    sources: tuple[Source, ...] = ()
    facts: tuple[Fact, ...] = ()


class Term(Noted):
    """A word of the course with its short definition and the words not to use for it."""

    id: Id
    term: Prose
    definition: Prose
    avoid: tuple[Plain, ...] = ()


class Glossary(Node):
    """`glossary.yaml`."""

    terms: tuple[Term, ...] = ()

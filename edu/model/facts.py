"""The facts that a course rests on: what is claimed, by whom, where, as of when, and the figure in it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from edu.model.prose import FactId, Id, Node, Noted, Plain, Prose, explain_choices
from edu.problems import N_

_YEAR = "([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])"
DATE = rf"^{_YEAR}(-Q[1-4]|-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"
"""There is no year 0; whether a month has a 31st is not asked here."""

PartialDate = Annotated[
    str,
    Field(
        pattern=DATE,
        description=N_('A year in quotes ("2025"), a quarter (2025-Q2), a month (2025-09) or a day (2025-09-30).'),
        examples=["2025-09", "2025-09-30", "2025-Q2", "2025"],
    ),
]
"""A year, a quarter, a month or a day: `2025`, `2025-Q2`, `2025-09`, `2025-09-30`."""

Bound = Annotated[
    Literal["over", "nearly", "about", "exact"],
    explain_choices(
        N_("more than the value"), N_("a little less than the value"), N_("more or less the value"), N_("the value itself")
    ),
]
FactKind = Annotated[
    Literal["figure", "description", "opinion", "anecdote"],
    explain_choices(
        N_("a number or a date that can be checked"),
        N_("what something is or how it works"),
        N_("what somebody thinks"),
        N_("what happened to one person, and proves nothing in general"),
    ),
]


class Source(Noted, title=N_("source")):
    """Something published that facts are taken from."""

    id: Id
    title: Prose = Field(description=N_("What was published: an article, a book, a table."))
    publisher: Prose | None = Field(default=None, description=N_("Who published it."))
    date: PartialDate | None = Field(default=None, description=N_("When it was published."))
    remark: Prose | None = Field(default=None, description=N_("What a reader should know of it; the page of sources shows it."))
    url: str | None = Field(default=None, description=N_("Its address on the web."))


class Fact(Noted, title=N_("fact")):
    """One claim. `value` is a number, a PartialDate, or an expression over other facts (`a / b`).

    `unit` is an ISO 4217 code, `percent`, `date`, or a CLDR unit (`second`, `day`, …); `pattern` is a text of one's own
    round the number, such as `{n}家企业`. `digits` is how many decimals a derived value keeps.
    """

    id: FactId = Field(
        description=N_(
            "A name for the fact: small letters, digits and single underscores; texts cite its value by it, in braces."
        )
    )
    claim: Prose = Field(description=N_("What is claimed, as a sentence; it may cite the value by the id in braces."))
    kind: FactKind = Field(description=N_("What sort of claim it is; the page of sources keeps the sorts apart."))
    who: Prose = Field(description=N_("Who says it."))
    source: Id = Field(description=N_("Where it is said: the id of one of the sources above."))
    place: str = Field(default="", description=N_("Where in the source: a page or a paragraph, such as p. 3 or ¶12."))
    as_of: PartialDate | None = Field(default=None, description=N_("The time that the value holds for."))
    value: int | float | str | None = Field(
        default=None,
        description=N_("A number, a percentage (30%), a date, or a calculation with other facts (sales / costs)."),
    )
    unit: str | None = Field(
        default=None,
        description=N_("A currency such as CNY, percent, date, or a unit such as second or kilometer."),
        examples=["percent", "date", "CNY", "year", "second", "kilometer"],
    )
    pattern: Plain | None = Field(
        default=None, description=N_('A unit of your own, in quotes; {n} stands for the number, as in "{n} schools".')
    )
    bound: Bound = Field(default="exact", description=N_("How exact the value is; a text that cites it says so."))
    digits: int | None = Field(default=None, ge=0, le=6, description=N_("How many decimal places of the value are shown."))


class FactBook(Node):
    """`facts.yaml`."""

    sources: tuple[Source, ...] = Field(default=(), description=N_("What was published and the facts are taken from."))
    facts: tuple[Fact, ...] = Field(
        default=(), description=N_("What the course claims: by whom, in which source, and with which figure.")
    )


class Term(Noted, title=N_("term")):
    """A word of the course with its short definition and the words not to use for it."""

    id: Id
    term: Prose = Field(description=N_("The word."))
    definition: Prose = Field(description=N_("What it means, in one sentence."))
    avoid: tuple[Plain, ...] = Field(default=(), description=N_("Words not to use for it; the translator sees them."))


class Glossary(Node):
    """`glossary.yaml`."""

    terms: tuple[Term, ...] = Field(default=(), description=N_("The words of the course, each with one meaning."))

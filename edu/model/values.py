"""The facts' values -> exact numbers: expressions are computed, dates kept, faults told."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from edu.model.expression import NotAnExpressionError, Token, evaluate_expression, limit_size, names_of, parse_expression
from edu.model.facts import DATE, Fact, FactBook

FaultReason = Literal["syntax", "unknown", "cycle", "zero", "large"]

Day = tuple[int, int, int]
"""Year, month and day, which its month may not have."""

_LARGEST = 10**30
_DATE = re.compile(DATE)


@dataclass(frozen=True, slots=True)
class ValueFault:
    """Why the value of the fact `fact` cannot be computed.

    `name` is the fact cited that has no number (`unknown`) or leads round in a circle (`cycle`), else the value as written.
    """

    fact: str
    reason: FaultReason
    name: str


def is_date(value: object) -> bool:
    """Return whether `value` is a PartialDate: a year, a quarter, a month or a day, written as text."""
    return isinstance(value, str) and bool(_DATE.fullmatch(value))


def list_days(date: str) -> tuple[Day, Day]:
    """Return the first and the last day of a PartialDate; a month's last may be a 31st that it has not."""
    year, *rest = date.split("-")
    if not rest:
        return (int(year), 1, 1), (int(year), 12, 31)
    if rest[0].startswith("Q"):
        month = 3 * int(rest[0][1:])
        return (int(year), month - 2, 1), (int(year), month, 31)
    first, last = (int(rest[1]), int(rest[1])) if len(rest) > 1 else (1, 31)
    return (int(year), int(rest[0]), first), (int(year), int(rest[0]), last)


def compute_values(book: FactBook) -> dict[str, Fraction | str]:
    """Return the value of each fact that has one: exact, a ratio for a percentage; a PartialDate for the unit `date`.

    Facts whose value cannot be computed are left out; `find_value_faults` tells why.
    """
    values, dates, _ = _compute(book)
    return {fact.id: found for fact in book.facts if (found := values.get(fact.id, dates.get(fact.id))) is not None}


def find_value_faults(book: FactBook) -> tuple[ValueFault, ...]:
    """Return what is wrong with the values, in the order of the facts; what only rests on a faulty fact is not told again."""
    _, _, faults = _compute(book)
    return tuple(faults[id] for id in dict.fromkeys(fact.id for fact in book.facts) if id in faults)


def _compute(book: FactBook) -> tuple[dict[str, Fraction], dict[str, str], dict[str, ValueFault]]:
    """Return the numbers, the dates and the faults by fact."""
    dates = {fact.id: str(fact.value) for fact in book.facts if fact.unit == "date" and is_date(fact.value)}
    valued = {fact.id for fact in book.facts if fact.value is not None and fact.unit != "date"}
    formulas: dict[str, tuple[Token, ...]] = {}
    faults: dict[str, ValueFault] = {}
    for fact in book.facts:
        found = _read_formula(fact, valued) if fact.value is not None and fact.id not in dates else ()
        if isinstance(found, ValueFault):
            faults[fact.id] = found
        elif found:
            formulas[fact.id] = found
    values, found_late = _evaluate_all(formulas)
    return values, dates, faults | found_late


def _read_formula(fact: Fact, valued: Collection[str]) -> tuple[Token, ...] | ValueFault:
    """Return the value as tokens in postfix order; a plain number is one token."""
    written = str(fact.value)[:80]
    try:
        tokens = parse_expression(fact.value) if isinstance(fact.value, str) and fact.unit != "date" else (_read_number(fact),)
    except NotAnExpressionError:
        return ValueFault(fact.id, "syntax", written)
    except OverflowError:
        return ValueFault(fact.id, "large", written)
    unknown = [name for name in names_of(tokens) if name not in valued]
    return ValueFault(fact.id, "unknown", unknown[0]) if unknown else tokens


def _read_number(fact: Fact) -> Fraction:
    if isinstance(fact.value, str) or fact.value is None or fact.unit == "date" or isinstance(fact.value, bool):
        raise NotAnExpressionError
    number = Decimal(repr(fact.value)) if isinstance(fact.value, float) else Decimal(fact.value)
    if not number.is_finite():
        raise NotAnExpressionError
    return limit_size(Fraction(number))


def _evaluate_all(formulas: Mapping[str, tuple[Token, ...]]) -> tuple[dict[str, Fraction], dict[str, ValueFault]]:
    """Return the numbers of `formulas`, and the faults that show when they are computed."""
    values: dict[str, Fraction] = {}
    faults: dict[str, ValueFault] = {}

    def evaluate(id: str) -> None:
        if any(name not in values for name in names_of(formulas[id])):
            return
        try:
            values[id] = _limit_shown(evaluate_expression(formulas[id], values))
        except ZeroDivisionError:
            faults[id] = ValueFault(id, "zero", id)
        except OverflowError:
            faults[id] = ValueFault(id, "large", id)

    needs = {id: [name for name in names_of(tokens) if name in formulas] for id, tokens in formulas.items()}
    circle = _peel(_peel(needs, evaluate), lambda _: None)
    for id, names in circle.items():
        faults[id] = ValueFault(id, "cycle", names[0])
    return values, faults


def _limit_shown(value: Fraction) -> Fraction:
    """Return `value`; raise OverflowError where no reader would take it in, and no chart could draw it."""
    if abs(value) >= _LARGEST:
        raise OverflowError
    return value


def _peel(needs: Mapping[str, list[str]], visit: Callable[[str], None]) -> dict[str, list[str]]:
    """Visit each id after all that it needs; return the rest turned round: who needs whom of those that wait in a circle.

    Peeled twice, from below and from above, what is left stands in a circle or between two.
    """
    users: dict[str, list[str]] = {id: [] for id in needs}
    for id, names in needs.items():
        for name in names:
            users[name].append(id)
    waits = {id: len(names) for id, names in needs.items()}
    ready = [id for id, count in waits.items() if not count]
    while ready:
        id = ready.pop()
        visit(id)
        for user in users[id]:
            waits[user] -= 1
            if not waits[user]:
                ready.append(user)
    return {id: [user for user in names if waits[user]] for id, names in users.items() if waits[id]}

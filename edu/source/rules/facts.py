"""Rules about facts: their values, units and sources, and whoever cites them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from edu.model.expression import NotAnExpressionError, names_of, parse_expression
from edu.model.facts import Fact
from edu.model.questions import NumericQuestion
from edu.model.slides import ChartSlide, FiguresSlide
from edu.model.values import ValueFault, compute_values, find_value_faults, is_date
from edu.problems import Code, Problem, shorten
from edu.source.near import find_near
from edu.source.rules.draft import Draft, list_marks, name_nodes
from edu.source.rules.names import tell_unknown
from edu.source.slips import read_value_slip
from edu.source.units import UNITS, find_unit

_MOST_DIGITS = 6
"""Decimals that a value may be shown with."""
_FAULTS = {"syntax": Code.VALUE_SYNTAX, "cycle": Code.VALUE_CIRCLE, "zero": Code.VALUE_ZERO, "large": Code.VALUE_TOO_LARGE}


def _list_facts(draft: Draft) -> Iterator[tuple[str, Fact]]:
    yield from name_nodes(draft.book.facts, "facts#facts") if draft.book else ()


def _facts_by_id(draft: Draft) -> Mapping[str, Fact]:
    return {fact.id: fact for fact in draft.book.facts} if draft.book else {}


def find_bad_values(draft: Draft) -> Iterator[Problem]:
    """Yield each value that cannot be computed, or is no date where one is meant."""
    facts = _facts_by_id(draft)
    for fault in find_value_faults(draft.book) if draft.book else ():
        if not _is_bare_date(facts[fault.fact]):
            yield _word_fault(fault, facts)


def _word_fault(fault: ValueFault, facts: Mapping[str, Fact]) -> Problem:
    trail = f"facts#facts[{fault.fact}].value"
    if fault.reason == "unknown":
        others = [id for id, fact in facts.items() if fact.value is not None and id != fault.fact]
        return Problem(Code.VALUE_UNKNOWN, trail, {"id": shorten(fault.name), "near": find_near(fault.name, others)})
    if slip := read_value_slip(str(facts[fault.fact].value), item=False):
        return Problem(slip[0], trail, slip[1])
    code = Code.VALUE_DATE if facts[fault.fact].unit == "date" else _FAULTS[fault.reason]
    return Problem(code, trail, {"value": shorten(fault.name), "id": shorten(fault.name)})


def find_bare_dates(draft: Draft) -> Iterator[Problem]:
    """Yield each value that looks like a date where the unit is none: `2025-09` would be 2016."""
    for trail, fact in _list_facts(draft):
        if _is_bare_date(fact):
            yield Problem(Code.DATE_WITHOUT_UNIT, f"{trail}.value", {"value": str(fact.value)})


def _is_bare_date(fact: Fact) -> bool:
    return fact.unit != "date" and is_date(fact.value) and "-" in str(fact.value)


def find_unknown_units(draft: Draft) -> Iterator[Problem]:
    """Yield each unit that is no currency, no `percent`, no `date` and no unit of CLDR."""
    for trail, fact in _list_facts(draft):
        if fact.unit is not None and fact.unit not in UNITS:
            values = {"unit": shorten(fact.unit), "near": find_unit(fact.unit)}
            yield Problem(Code.UNKNOWN_UNIT, f"{trail}.unit", values)


def find_unknown_sources(draft: Draft) -> Iterator[Problem]:
    """Yield each source that `facts.yaml` does not have."""
    known = dict.fromkeys(source.id for source in draft.book.sources) if draft.book else {}
    for trail, fact in _list_facts(draft):
        yield from tell_unknown(Code.UNKNOWN_SOURCE, fact.source, known, f"{trail}.source")


def find_bad_patterns(draft: Draft) -> Iterator[Problem]:
    """Yield each pattern that the number has no place in, or that is written in Chinese quotes."""
    for trail, fact in _list_facts(draft):
        if fact.pattern is not None and "{n}" not in fact.pattern:
            yield Problem(Code.PATTERN_WITHOUT_NUMBER, f"{trail}.pattern")
        elif fact.pattern and (slip := read_value_slip(fact.pattern, item=False)):
            yield Problem(Code.PATTERN_IN_QUOTES, f"{trail}.pattern", slip[1])


def find_large_percentages(draft: Draft) -> Iterator[Problem]:
    """Yield each percentage that was probably written without its sign: 30 is 3000 %."""
    for trail, fact in _list_facts(draft):
        if fact.unit == "percent" and isinstance(fact.value, int | float) and 10 <= fact.value < 10**6:
            yield Problem(
                Code.LARGE_PERCENTAGE, f"{trail}.value", {"value": str(fact.value), "percent": f"{fact.value * 100:g}"}
            )


def find_vanishing_values(draft: Draft) -> Iterator[Problem]:
    """Yield each value that is not zero, and zero as it is shown."""
    values = compute_values(draft.book) if draft.book else {}
    for trail, fact in _list_facts(draft):
        value = values.get(fact.id)
        if isinstance(value, Fraction) and value and not _round_shown(fact, value, fact.digits):
            enough = [digits for digits in range(_MOST_DIGITS + 1) if _round_shown(fact, value, digits)]
            yield Problem(Code.VANISHING_VALUE, f"{trail}.value", {"digits": enough[0] if enough else ""})


def _round_shown(fact: Fact, value: Fraction, digits: int | None) -> bool:
    """Return whether `value` is shown as anything but zero."""
    shift = 2 if fact.unit == "percent" else 0
    if digits is None:
        exact = (value * 10 ** (_MOST_DIGITS + shift)).denominator == 1
        digits = _MOST_DIGITS if exact else 1 if fact.unit == "percent" else 2
    return bool(abs(value) * 10 ** (digits + shift) >= Fraction(1, 2))


def find_unknown_facts(draft: Draft) -> Iterator[Problem]:
    """Yield each id in a list of facts that no fact has."""
    known = _facts_by_id(draft)
    for trail, thing in draft.list_citing() if draft.book else ():
        for index, id in enumerate(thing.facts):
            yield from tell_unknown(Code.UNKNOWN_FACT, id, known, f"{trail}.facts[{index}]")


def find_bad_citations(draft: Draft) -> Iterator[Problem]:
    """Yield each figure in a text that is not known or has no value."""
    known = _facts_by_id(draft)
    for trail, part in list_marks(draft) if draft.book else ():
        if part.fact:
            yield from _check_shown(known, part.fact, trail)


def find_bad_figures(draft: Draft) -> Iterator[Problem]:
    """Yield each big figure whose fact is not known or has no value."""
    known = _facts_by_id(draft)
    for _, trail, slide in draft.list_slides() if draft.book else ():
        for index, figure in enumerate(slide.figures if isinstance(slide, FiguresSlide) else ()):
            yield from _check_shown(known, figure.fact, f"{trail}.figures[{index}].fact")


def find_bad_chart_facts(draft: Draft) -> Iterator[Problem]:
    """Yield each fact in a chart that is not known or has no number."""
    known = _facts_by_id(draft)
    for _, trail, slide in draft.list_slides() if draft.book else ():
        for row, series in enumerate(slide.series if isinstance(slide, ChartSlide) else ()):
            for index, value in enumerate(series.values):
                yield from _check_number(known, value, f"{trail}.series[{row}].values[{index}]")


def find_bad_answers(draft: Draft) -> Iterator[Problem]:
    """Yield each fact in a numeric question that is not known or has no number."""
    known = _facts_by_id(draft)
    for _, trail, question in draft.list_questions() if draft.book else ():
        if isinstance(question, NumericQuestion):
            yield from _check_number(known, question.answer, f"{trail}.answer")
            for index, mistake in enumerate(question.mistakes):
                yield from _check_number(known, mistake.value, f"{trail}.mistakes[{index}].value")


def _check_number(known: Mapping[str, Fact], value: int | float | str, trail: str) -> Iterator[Problem]:
    if isinstance(value, str):
        yield from _check_shown(known, value, trail)
        fact = known.get(value)
        if fact and fact.unit == "date" and fact.value is not None:
            yield Problem(Code.FACT_NOT_A_NUMBER, trail, {"id": value})


def _check_shown(known: Mapping[str, Fact], id: str, trail: str) -> Iterator[Problem]:
    yield from tell_unknown(Code.UNKNOWN_FACT, id, known, trail)
    if id in known and known[id].value is None:
        yield Problem(Code.FACT_WITHOUT_VALUE, trail, {"id": id})


def find_unused_facts(draft: Draft) -> Iterator[Problem]:
    """Yield each fact that no slide, question, text or other fact rests on; asked only of a course that could be read whole."""
    used = set(_list_used(draft)) if draft.complete else set()
    for trail, fact in _list_facts(draft) if draft.complete else ():
        if fact.id not in used:
            yield Problem(Code.UNUSED_FACT, trail, {"id": fact.id})


def _list_used(draft: Draft) -> Iterator[str]:
    for _, thing in draft.list_citing():
        yield from thing.facts
        match thing:
            case ChartSlide():
                yield from (str(value) for series in thing.series for value in series.values)
            case FiguresSlide():
                yield from (figure.fact for figure in thing.figures)
            case NumericQuestion():
                yield str(thing.answer)
                yield from (str(mistake.value) for mistake in thing.mistakes)
            case _:
                pass
    yield from (part.fact for _, part in list_marks(draft) if part.fact)
    for _, fact in _list_facts(draft):
        yield from _names_in_value(fact)


def _names_in_value(fact: Fact) -> tuple[str, ...]:
    try:
        return names_of(parse_expression(fact.value)) if isinstance(fact.value, str) and fact.unit != "date" else ()
    except NotAnExpressionError:
        return ()

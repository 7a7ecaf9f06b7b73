"""A question and its wording -> what is asked of a student: options, parts, gaps and the key to them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import assert_never

from edu.model.edition import Edition
from edu.model.facts import FactBook
from edu.model.questions import (
    Blank,
    Choice,
    ClozeQuestion,
    GroupQuestion,
    MatchQuestion,
    MultipleQuestion,
    NumericQuestion,
    OpenQuestion,
    OrderQuestion,
    Question,
    SingleQuestion,
    TextQuestion,
    TrueFalseQuestion,
)
from edu.plan.paper import (
    Body,
    ChoiceGap,
    Cloze,
    Criterion,
    Gap,
    Group,
    Match,
    Mistake,
    Multiple,
    Numeric,
    Open,
    Option,
    Order,
    Part,
    Single,
    TextEntry,
    TrueFalse,
    TypedGap,
)
from edu.plan.wording import Wording, fold_variants
from edu.problems import N_

Values = Mapping[str, Fraction | str]


class NotANumberError(ValueError):
    """The answer of a numeric question names a fact that is not a number."""


def make_body(question: Question, words: Wording, book: FactBook, values: Values) -> Body:
    """Return what `question` asks; raises NotANumberError where a numeric answer has no number."""
    match question:
        case SingleQuestion():
            return Single(_options(question.choices, words, "choices"), question.shuffle)
        case MultipleQuestion():
            return Multiple(_options(question.choices, words, "choices"), question.shuffle)
        case TrueFalseQuestion():
            return _true_false(question, words)
        case NumericQuestion():
            return _numeric(question, words, book, values)
        case TextQuestion():
            shown = words.variants("accepted")
            return TextEntry(fold_variants(shown), shown, words.maybe("feedback"))
        case ClozeQuestion():
            return Cloze(words.texts("sentence"), tuple(_gap(blank, words) for blank in question.blanks))
        case MatchQuestion():
            return _match(question, words)
        case OrderQuestion():
            return Order(tuple(_part(item.id, words, "items") for item in question.items), words.maybe("feedback"))
        case GroupQuestion():
            groups = tuple(_part(group.id, words, "groups", "name") for group in question.groups)
            parts = tuple(_part(item.id, words, "items") for item in question.items)
            return Group(groups, parts, {item.id: item.group for item in question.items})
        case OpenQuestion():
            rubric = tuple(Criterion(c.id, words.text(f"rubric[{c.id}].text"), c.points) for c in question.rubric)
            return Open(rubric, words.texts("sample"))
        case _:
            assert_never(question)


def _options(choices: Iterable[Choice], words: Wording, step: str) -> tuple[Option, ...]:
    return tuple(
        Option(c.id, words.text(f"{step}[{c.id}].text"), c.right, words.maybe(f"{step}[{c.id}].feedback")) for c in choices
    )


def _part(id: str, words: Wording, step: str, name: str = "text") -> Part:
    return Part(id, words.text(f"{step}[{id}].{name}"), words.maybe(f"{step}[{id}].feedback"))


def _true_false(question: TrueFalseQuestion, words: Wording) -> TrueFalse:
    feedback = words.text("feedback")
    true = words.said(lambda edition: edition.say(N_("True")))
    false = words.said(lambda edition: edition.say(N_("False")))
    return TrueFalse(
        (
            Option("true", true, question.answer, None if question.answer else feedback),
            Option("false", false, not question.answer, feedback if question.answer else None),
        )
    )


def _gap(blank: Blank, words: Wording) -> Gap:
    step = f"blanks[{blank.id}]"
    feedback = words.maybe(f"{step}.feedback")
    if blank.choices:
        return ChoiceGap(blank.id, _options(blank.choices, words, f"{step}.choices"), feedback)
    shown = words.variants(f"{step}.accepted")
    return TypedGap(blank.id, fold_variants(shown), shown, feedback)


def _match(question: MatchQuestion, words: Wording) -> Match:
    """Pairs with the same right-hand side share it: a student cannot tell two equal texts apart."""
    first: dict[str, str] = {}
    for pair in question.pairs:
        first.setdefault(pair.right, pair.id)
    lefts = tuple(Part(p.id, words.text(f"pairs[{p.id}].left"), words.maybe(f"pairs[{p.id}].feedback")) for p in question.pairs)
    rights = [Part(id, words.text(f"pairs[{id}].right")) for id in first.values()]
    taken = {part.id for part in rights}
    extras = [Part(_free(extra.id, taken), words.text(f"extras[{extra.id}].text")) for extra in question.extras]
    return Match(lefts, (*rights, *extras), {pair.id: first[pair.right] for pair in question.pairs})


def _free(id: str, taken: set[str]) -> str:
    """An extra may be called as a pair is; their sides must not."""
    return f"{id}-extra" if id in taken else id


def _numeric(question: NumericQuestion, words: Wording, book: FactBook, values: Values) -> Numeric:
    units = {fact.id: fact.unit for fact in book.facts}
    digits = {fact.id: fact.digits for fact in book.facts}.get(str(question.answer))
    answer = _number(question.answer, units, values)
    step = Fraction(1, 2 * 10**digits) if digits is not None else Fraction(0)
    return Numeric(
        answer=answer,
        tolerance=max(_exact(question.tolerance), step),
        unit=words.maybe("unit"),
        percent=units.get(str(question.answer)) == "percent" or "%" in unicodedata.normalize("NFKC", question.unit or ""),
        shown={voice.lang: (_show(voice.edition, answer, digits),) for voice in words.voices},
        mistakes=tuple(
            Mistake(_number(mistake.value, units, values), words.text(f"mistakes[{index}].feedback"))
            for index, mistake in enumerate(question.mistakes)
        ),
        feedback=words.maybe("feedback"),
    )


def _number(value: int | float | str, units: Mapping[str, str | None], values: Values) -> Fraction:
    """Return a number as it is asked for: a fact that is a ratio in percent."""
    if not isinstance(value, str):
        return _exact(value)
    found = values.get(value)
    if not isinstance(found, Fraction):
        raise NotANumberError(value)
    return found * 100 if units.get(value) == "percent" else found


def _exact(value: int | float) -> Fraction:
    return Fraction(repr(value)) if isinstance(value, float) else Fraction(value)


def _show(edition: Edition, answer: Fraction, digits: int | None) -> str:
    places = digits if digits is not None else 6
    return edition.numbers.count(float(round(answer, places)))

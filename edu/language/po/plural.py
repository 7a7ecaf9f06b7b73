"""The `Plural-Forms` of a PO file's header -> which form of a text goes with a number (gettext's manual, 11.2.6)."""

from __future__ import annotations

import operator
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

_FIELD = re.compile(r"\s*nplurals\s*=\s*([0-9]{1,2})\s*;\s*plural\s*=\s*([^;]+?)\s*;?\s*")
_TOKEN = re.compile(r"\s*([0-9]{1,9}|n\b|\|\||&&|[=!<>]=|[-+*/%<>!?:()])")
_LONGEST, _DEEPEST = 1000, 20
"""Characters of a formula, the longest in use has 350; and how deep choices and brackets may stand in each other."""
_TRIED = 201
"""A formula is tried with the numbers below: what languages go by are the last one or two digits."""

Choose = Callable[[int], int]

_Sign = Callable[[Choose, Choose], Choose]


def _of_values(apply: Callable[[int, int], int]) -> _Sign:
    return lambda left, right: lambda n: apply(left(n), right(n))


_SIGNS: Sequence[Mapping[str, _Sign]] = (
    {"||": lambda left, right: lambda n: bool(left(n) or right(n))},
    {"&&": lambda left, right: lambda n: bool(left(n) and right(n))},
    {"==": _of_values(operator.eq), "!=": _of_values(operator.ne)},
    {"<": _of_values(operator.lt), ">": _of_values(operator.gt), "<=": _of_values(operator.le), ">=": _of_values(operator.ge)},
    {"+": _of_values(operator.add), "-": _of_values(operator.sub)},
    {"*": _of_values(operator.mul), "/": _of_values(operator.floordiv), "%": _of_values(operator.mod)},
)
"""The signs of C between two values, those that bind loosest first."""


class PluralFormsError(ValueError):
    """A header's `Plural-Forms` is no formula of C over `n`, or names a form that there is not."""


@dataclass(frozen=True, slots=True)
class PluralForms:
    """How many forms a text has, and which of them goes with a number: None where the formula has no answer.

    `alone` are the forms that go with one number each, so that their texts need no figure.
    """

    count: int
    choose: Callable[[int], int | None]
    alone: frozenset[int] = frozenset()


def parse_plural_forms(field: str) -> PluralForms:
    """Return what the header's field `nplurals=2; plural=(n != 1);` says; raises PluralFormsError."""
    found = _FIELD.fullmatch(field)
    if not found or len(field) > _LONGEST:
        raise PluralFormsError(field)
    count, formula = int(found[1]), _Formula(found[2]).read()

    def choose(number: int) -> int | None:
        try:
            form = int(formula(number))
        except ZeroDivisionError:
            return None
        return form if 0 <= form < count else None

    chosen = Counter(map(choose, range(_TRIED)))
    if None in chosen:
        raise PluralFormsError(field)
    return PluralForms(count, choose, frozenset(form for form, times in chosen.items() if form is not None and times == 1))


class _Formula:
    """A formula of C over `n`, being read."""

    def __init__(self, text: str) -> None:
        self._tokens: list[str] = []
        self._depth = 0
        position = 0
        while position < len(text):
            found = _TOKEN.match(text, position)
            if not found:
                raise PluralFormsError(text)
            self._tokens.append(found[1])
            position = found.end()
        self._tokens.reverse()

    def read(self) -> Choose:
        """Return the whole formula as a function; raises PluralFormsError."""
        formula = self._read_choice()
        if self._tokens:
            raise PluralFormsError(self._tokens[-1])
        return formula

    def _next(self) -> str:
        return self._tokens[-1] if self._tokens else ""

    def _take(self, wanted: str = "") -> str:
        if not self._tokens or (wanted and self._next() != wanted):
            raise PluralFormsError(wanted)
        return self._tokens.pop()

    def _read_inner(self, read: Callable[[], Choose]) -> Choose:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise PluralFormsError(self._next())
        inner = read()
        self._depth -= 1
        return inner

    def _read_choice(self) -> Choose:
        asked = self._read_signs(0)
        if self._next() != "?":
            return asked
        self._take()
        yes = self._read_inner(self._read_choice)
        self._take(":")
        no = self._read_inner(self._read_choice)
        return lambda n: yes(n) if asked(n) else no(n)

    def _read_signs(self, rank: int) -> Choose:
        if rank == len(_SIGNS):
            return self._read_value()
        left = self._read_signs(rank + 1)
        while self._next() in _SIGNS[rank]:
            left = _SIGNS[rank][self._take()](left, self._read_signs(rank + 1))
        return left

    def _read_value(self) -> Choose:
        match self._take():
            case "n":
                return lambda n: n
            case "(":
                inner = self._read_inner(self._read_choice)
                self._take(")")
                return inner
            case "!":
                denied = self._read_inner(self._read_value)
                return lambda n: not denied(n)
            case number if number.isdigit():
                value = int(number)
                return lambda n: value
            case sign:
                raise PluralFormsError(sign)

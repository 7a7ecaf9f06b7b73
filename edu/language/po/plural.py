"""The `Plural-Forms` of a PO file's header -> which form of a text goes with a number (gettext's manual, 11.2.6)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from gettext import c2py

_FIELD = re.compile(r"\s*nplurals\s*=\s*([0-9]{1,2})\s*;\s*plural\s*=\s*([^;]+?)\s*;?\s*")
_TRIED = 201
"""A formula is tried with the numbers below: what languages go by are the last one or two digits."""


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
    if not found:
        raise PluralFormsError(field)
    try:
        count, formula = int(found[1]), c2py(found[2])
    except ValueError as fault:
        raise PluralFormsError(field) from fault

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

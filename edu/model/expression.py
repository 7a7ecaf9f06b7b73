"""An expression over numbers and facts -> its exact value, without `eval`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction

Token = Fraction | str
"""A number, the id of a fact, or a sign; `~` is the minus of a negative number."""

_RANK = {"(": 0, "+": 1, "-": 1, "*": 2, "/": 2, "~": 3}
_TOKEN = re.compile(r"\s*(?:(?P<number>[0-9]+(?:\.[0-9]+)?)(?P<percent>\s*%)?|(?P<name>[a-z][a-z0-9_]*)|(?P<sign>[-+*/()]))")
_LONGEST = 1000
"""Characters of an expression."""
_LARGEST = 4096
"""Bits of a numerator or denominator: beyond them a chain of squares could eat the machine."""


class NotAnExpressionError(ValueError):
    """The text is not an expression over numbers, ids of facts, + - * / ( ) and %."""


def parse_expression(text: str) -> tuple[Token, ...]:
    """Return the tokens of `text` in postfix order (Dijkstra's shunting yard); raise NotAnExpressionError."""
    out: list[Token] = []
    signs: list[str] = []
    operand_next = True
    for token in _read_tokens(text):
        if not _may_stand(token, operand_next):
            raise NotAnExpressionError
        if isinstance(token, Fraction) or token[0].isalpha():
            out.append(token)
        elif token == "(":
            signs.append(token)
        elif token == ")":
            _unwind(signs, out, 1)
            if not signs:
                raise NotAnExpressionError
            signs.pop()
        elif operand_next:
            signs.append("~")
        else:
            _unwind(signs, out, _RANK[token])
            signs.append(token)
        operand_next = token in _RANK
    if operand_next or "(" in signs:
        raise NotAnExpressionError
    return (*out, *reversed(signs))


def names_of(tokens: tuple[Token, ...]) -> tuple[str, ...]:
    """Return the ids of the facts that `tokens` cite, each once."""
    return tuple(dict.fromkeys(token for token in tokens if isinstance(token, str) and token[0].isalpha()))


def evaluate_expression(tokens: tuple[Token, ...], values: Mapping[str, Fraction]) -> Fraction:
    """Return the value of postfix `tokens`, given those of the facts; raise ZeroDivisionError, OverflowError (4,096 bits)."""
    stack: list[Fraction] = []
    for token in tokens:
        if isinstance(token, Fraction):
            stack.append(token)
        elif token[0].isalpha():
            stack.append(values[token])
        elif token == "~":
            stack.append(-stack.pop())
        else:
            right, left = stack.pop(), stack.pop()
            stack.append(limit_size(_apply(token, left, right)))
    return stack.pop()


def limit_size(number: Fraction) -> Fraction:
    """Return `number`; raise OverflowError where it has more than 4,096 bits above or below the line."""
    if max(number.numerator.bit_length(), number.denominator.bit_length()) > _LARGEST:
        raise OverflowError
    return number


def _may_stand(token: Token, operand_next: bool) -> bool:
    if isinstance(token, Fraction) or token[0].isalpha() or token == "(":
        return operand_next
    return token == "-" or not operand_next


def _unwind(signs: list[str], out: list[Token], rank: int) -> None:
    while signs and _RANK[signs[-1]] >= rank:
        out.append(signs.pop())


def _read_tokens(text: str) -> Iterator[Token]:
    position, end = 0, len(text.rstrip())
    if end > _LONGEST:
        raise NotAnExpressionError
    while position < end:
        found = _TOKEN.match(text, position)
        if not found:
            raise NotAnExpressionError
        position = found.end()
        if found["number"]:
            number = Fraction(found["number"])
            yield number / 100 if found["percent"] else number
        else:
            yield found["name"] or found["sign"]


def _apply(sign: str, left: Fraction, right: Fraction) -> Fraction:
    match sign:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
        case _:
            return left / right

"""Tokens of ES2020 -> the same with one `return a ? b : c` for each `if (a) return b; return c`."""

from __future__ import annotations

from collections.abc import Sequence

from edu.markup.rename import end_of_bracket, list_holders

_WEAK = frozenset("?,:") | {"=>"}
"""What binds less than the condition of a choice may: then all stays as it is."""
_COMPARES = frozenset("=!<>")


def join_branches(tokens: Sequence[str]) -> list[str]:
    """Return `tokens` with each `if` that returns, and the return right after it, as one; each must end in `;`."""
    code = [token for token in tokens if not token.isspace()]
    places = [index for index, token in enumerate(tokens) if not token.isspace()]
    held = list_holders(code)
    made = list(tokens)
    returns: dict[int, int] = {}
    for index in range(len(code) - 1, -1, -1):
        if code[index] == "return":
            returns[index] = _end_of_return(code, held, index)
        if code[index] != "if":
            continue
        closed = end_of_bracket(code, held, index + 1)
        follows = returns.get(closed + 1, -1) + 1
        wholes = follows in returns and all(_is_whole(code, held, at) for at in (closed + 1, follows))
        if wholes and _stands_alone(code, index) and _joins(code, held, index, closed):
            made[places[index]], made[places[index + 1]], made[places[closed]] = "return", " ", "?"
            made[places[closed + 1]], made[places[follows - 1]], made[places[follows]] = " ", ":", " "
            returns[index] = returns[follows]
    return made


def _end_of_return(code: Sequence[str], held: Sequence[int], index: int) -> int:
    """Return where the statement at `index` ends; before its own start where it returns nothing, or no `;` ends it."""
    ends = (at for at in range(index + 1, len(code)) if held[at] <= held[index] and code[at] in (";", "}"))
    end = next(ends, -1)
    return end if end > index + 1 and code[end] == ";" else -2


def _stands_alone(code: Sequence[str], index: int) -> bool:
    """Return whether the `if` at `index` is a statement of its block: not all that a loop, another `if` or an `else` does."""
    return index == 0 or code[index - 1] in ("{", "}", ";")


def _joins(code: Sequence[str], held: Sequence[int], index: int, closed: int) -> bool:
    """Return whether nothing in the condition binds less than a choice does."""
    bare = [at for at in range(index + 2, closed) if held[at] == index + 1]
    assigns = any(code[at] == "=" and code[at - 1] not in _COMPARES and code[at + 1] != "=" for at in bare)
    return not assigns and not _WEAK.intersection(code[at] for at in bare)


def _is_whole(code: Sequence[str], held: Sequence[int], index: int) -> bool:
    """Return whether what the statement at `index` returns is one value, and not one of several."""
    end = _end_of_return(code, held, index)
    return all(code[at] != "," for at in range(index, end) if held[at] == held[index])

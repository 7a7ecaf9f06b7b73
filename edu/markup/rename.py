"""A module's tokens -> the same with short names for what is a variable wherever it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import count, product

_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_OPEN = {"(": ")", "[": "]", "{": "}"}
_WORDS = frozenset({
    "break", "case", "catch", "const", "continue", "default", "delete", "do", "else", "export", "false", "finally", "for",
    "function", "if", "import", "in", "instanceof", "let", "new", "null", "of", "return", "static", "switch", "this",
    "throw", "true", "try", "typeof", "undefined", "void", "while", "yield", "async", "await", "class", "extends", "super",
})  # fmt: skip


def shorten_names(tokens: Sequence[str]) -> list[str]:
    """Return `tokens` with each name that the module declares, and never uses as a property, replaced by a short one.

    All uses of a name get the same new one, so that scopes need not be known.
    """
    code = [token for token in tokens if not token.isspace()]
    held = _holders(code)
    names = {name for name in _declared(code, held) if name not in _WORDS and name not in _properties(code, held)}
    uses = Counter(token for token in code if token in names)
    free = (name for name in _short_names() if name not in set(code) and name not in _WORDS)
    short = dict(zip(sorted(uses, key=lambda name: (-uses[name], name)), free, strict=False))
    return [short.get(token, token) for token in tokens]


def _short_names() -> Iterator[str]:
    for size in count(1):
        yield from ("".join(letters) for letters in product(_LETTERS, repeat=size))


def _is_name(token: str) -> bool:
    return token.isidentifier() or token.replace("$", "_").isidentifier()


def _holders(code: Sequence[str]) -> list[int]:
    """Return for each token the index of the bracket that it stands in directly, -1 where it stands in none."""
    held: list[int] = []
    open_: list[int] = []
    for index, token in enumerate(code):
        closes = token in _OPEN.values() or (token.startswith("}") and token.endswith(("`", "${")))
        if closes and open_:
            open_.pop()
        held.append(open_[-1] if open_ else -1)
        if token in _OPEN or (token.startswith(("`", "}")) and token.endswith("${")):
            open_.append(index)
    return held


def _properties(code: Sequence[str], held: Sequence[int]) -> set[str]:
    """Return the names that are, or may be, a property somewhere: after a point, before a colon, or alone in braces."""
    found = set()
    for index, token in enumerate(code):
        before, after = code[index - 1] if index else "", code[index + 1] if index + 1 < len(code) else ""
        braced = held[index] >= 0 and code[held[index]] == "{"
        alone = braced and before in ("{", ",") and after in (",", "}", "=", "(")
        if _is_name(token) and (before in (".", "?.") or after == ":" or alone):
            found.add(token)
    return found


def _declared(code: Sequence[str], held: Sequence[int]) -> Iterator[str]:
    """Yield the names that the module declares: constants, variables, functions, and their parameters."""
    for index, token in enumerate(code):
        before = code[index - 1] if index else ""
        after = code[index + 1] if index + 1 < len(code) else ""
        if _is_name(token) and (before in ("const", "let", "function") or after == "=>"):
            yield token
        if before in ("const", "let") and token == "[":
            yield from _inside(code, held, index)
        if token == "(" and _takes_parameters(code, held, index):
            yield from _inside(code, held, index)


def _takes_parameters(code: Sequence[str], held: Sequence[int], index: int) -> bool:
    if "function" in code[max(0, index - 2) : index]:
        return True
    end = _end(code, held, index)
    return end + 1 < len(code) and code[end + 1] == "=>"


def _inside(code: Sequence[str], held: Sequence[int], index: int) -> Iterator[str]:
    """Yield the names that a list of parameters, or a pattern, in the bracket at `index` declares."""
    for at in range(index + 1, _end(code, held, index)):
        if _is_name(code[at]) and code[at - 1] in ("(", "[", ",", "..."):
            yield code[at]


def _end(code: Sequence[str], held: Sequence[int], index: int) -> int:
    """Return where the bracket at `index` is closed."""
    close = _OPEN[code[index]]
    return next((at for at in range(index + 1, len(code)) if code[at] == close and held[at] == held[index]), len(code))

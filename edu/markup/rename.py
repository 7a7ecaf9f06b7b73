"""Tokens of ES2020 -> the same with other names for its variables, and with short ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import count, product
from typing import Literal

_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_OPEN = {"(": ")", "[": "]", "{": "}"}
_WORDS = frozenset({
    "break", "case", "catch", "const", "continue", "default", "delete", "do", "else", "export", "false", "finally", "for",
    "function", "if", "import", "in", "instanceof", "let", "new", "null", "of", "return", "static", "switch", "this",
    "throw", "true", "try", "typeof", "undefined", "void", "while", "yield", "async", "await", "class", "extends", "super",
})  # fmt: skip

_GLOBALS = frozenset({"Array", "JSON", "Math", "Number", "Object", "String", "document"})
_SHORT, _DECLARED = 2, 4
"""How long a short name is, and how much longer its declaration is than the name it stands for."""

Use = Literal["", "variable", "shorthand"]
"""How a token is used: as a variable, as a variable and a property of the same name (`{ name }`), or otherwise."""


def rename_variables(tokens: Sequence[str], names: Mapping[str, str]) -> list[str]:
    """Return `tokens` with the variables of `names` renamed; a property of the same name keeps its own.

    All variables of a name get the same new one, so that scopes need not be known.
    """
    code = [token for token in tokens if not token.isspace()]
    uses = iter(_list_uses(code, list_holders(code)))
    return [token if token.isspace() else _rename(token, next(uses), names) for token in tokens]


def _rename(token: str, use: Use, names: Mapping[str, str]) -> str:
    if token not in names or not use:
        return token
    return f"{token}:{names[token]}" if use == "shorthand" else names[token]


def shorten_names(tokens: Sequence[str]) -> list[str]:
    """Return `tokens` with a short name for each variable that they declare, the shortest for those used most.

    Two that meet in no statement outside all brackets may get the same one.
    """
    code = [token for token in tokens if not token.isspace()]
    held = list_holders(code)
    uses = _list_uses(code, held)
    names = set(_declared(code, held, uses)) - _WORDS
    counts = Counter(token for token, use in zip(code, uses, strict=True) if use and token in names)
    foreign = {token for token, use in zip(code, uses, strict=True) if use and token not in names} | _WORDS
    scopes = [list_top_names(tokens) & names, *_list_statements(code, held, uses, names)]
    return rename_variables(tokens, _choose_names(counts, foreign, scopes))


def alias_globals(tokens: Sequence[str]) -> list[str]:
    """Return `tokens` with a name of its own for each object of the browser that is named so often that this is shorter."""
    code = [token for token in tokens if not token.isspace()]
    uses = _list_uses(code, list_holders(code))
    counts = Counter(token for token, use in zip(code, uses, strict=True) if use and token in _GLOBALS)
    often = sorted(name for name, times in counts.items() if times * (len(name) - _SHORT) > len(name) + _DECLARED)
    names = {name: f"{name}$" for name in often}
    declared = [part for name in often for part in ("const", " ", names[name], "=", name, ";")]
    return [*declared, *rename_variables(tokens, names)]


def _list_statements(code: Sequence[str], held: Sequence[int], uses: Sequence[Use], names: Set[str]) -> Iterator[Set[str]]:
    """Yield which of the `names` each statement outside all brackets uses."""
    used: set[str] = set()
    for token, holder, use in zip(code, held, uses, strict=True):
        if use and token in names:
            used.add(token)
        if holder < 0 and token == ";":
            yield used
            used = set()
    yield used


def _choose_names(counts: Counter[str], foreign: Set[str], scopes: Sequence[Set[str]]) -> Mapping[str, str]:
    """Return a short name for each of the names that are counted: no two that are in one scope have the same."""
    taken: list[set[str]] = [set() for _ in scopes]
    places: dict[str, list[int]] = {name: [] for name in counts}
    for index, scope in enumerate(scopes):
        for name in scope:
            places[name].append(index)
    short: dict[str, str] = {}
    for name in sorted(counts, key=lambda name: (-counts[name], name)):
        used = foreign | {other for index in places[name] for other in taken[index]}
        short[name] = next(free for free in list_short_names() if free not in used)
        for index in places[name]:
            taken[index].add(short[name])
    return short


def turn_to_arrows(tokens: Sequence[str]) -> list[str]:
    """Return a module's tokens with an arrow for each function outside all brackets that asks neither `this` nor `arguments`.

    Such a function is there only from its place on: nothing may call it before the module has run.
    """
    code = [token for token in tokens if not token.isspace()]
    places = [index for index, token in enumerate(tokens) if not token.isspace()]
    held = list_holders(code)
    made = list(tokens)
    for index, token in enumerate(code):
        if token != "function" or held[index] >= 0 or code[index - 1 : index] == ["async"]:
            continue
        opened = end_of_bracket(code, held, index + 2) + 1
        closed = end_of_bracket(code, held, opened)
        if {"this", "arguments"} & {*code[opened:closed]}:
            continue
        made[places[index]], made[places[index + 2]] = "let", "=("
        made[places[opened]], made[places[closed]] = "=>{", "};"
        ends = [at for at in range(opened, closed) if code[at] == ";" and held[at] == opened]
        if code[opened + 1] == "return" and ends == [closed - 1]:
            bare = code[opened + 2] != "{"
            made[places[opened]], made[places[opened + 1]] = "=>" if bare else "=>(", " "
            made[places[closed - 1]], made[places[closed]] = ";" if bare else ");", ""
    return made


def put_functions_first(tokens: Sequence[str]) -> list[str]:
    """Return a module's tokens with the functions outside all brackets before all else: what runs at once may call them."""
    code = [token for token in tokens if not token.isspace()]
    places = [index for index, token in enumerate(tokens) if not token.isspace()]
    held = list_holders(code)
    first: set[int] = set()
    for index, token in enumerate(code):
        if token == "function" and held[index] < 0:
            start = index - 1 if code[index - 1 : index] == ["async"] else index
            body = end_of_bracket(code, held, code.index("(", index)) + 1
            first |= {*range(places[start], places[end_of_bracket(code, held, body)] + 1)}
    functions = [token for index, token in enumerate(tokens) if index in first]
    return [*functions, *(token for index, token in enumerate(tokens) if index not in first)]


def list_top_names(tokens: Sequence[str]) -> set[str]:
    """Return the names that the tokens of a module declare outside all brackets."""
    code = [token for token in tokens if not token.isspace()]
    held = list_holders(code)
    uses = _list_uses(code, held)
    top = {
        token
        for index, token in enumerate(code)
        if held[index] < 0 and code[index - 1 : index] in (["const"], ["let"], ["function"])
    }
    patterns = (
        name
        for index, token in enumerate(code)
        if token in "[{" and held[index] < 0 and code[index - 1] in ("const", "let")
        for name in _inside(code, held, uses, index)
    )
    return top | set(patterns)


def list_short_names() -> Iterator[str]:
    """Yield names from the shortest on, without end."""
    for size in count(1):
        yield from ("".join(letters) for letters in product(_LETTERS, repeat=size))


def _is_name(token: str) -> bool:
    return token.isidentifier() or token.replace("$", "_").isidentifier()


def list_holders(code: Sequence[str]) -> list[int]:
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


def _list_uses(code: Sequence[str], held: Sequence[int]) -> list[Use]:
    """Return how each token is used.

    A name before a colon at the start of a place in braces is a property, as a getter's is; one alone in its place is both.
    """
    return [_find_use(code, held, index) for index in range(len(code))]


def _find_use(code: Sequence[str], held: Sequence[int], index: int) -> Use:
    token = code[index]
    before, after = code[index - 1] if index else "", code[index + 1] if index + 1 < len(code) else ""
    if not _is_name(token) or token in _WORDS or before in (".", "?."):
        return ""
    if held[index] >= 0 and code[held[index]] == "{" and before in ("{", ",", "get"):
        if after == ":" or (before == "get" and after == "("):
            return ""
        if after in (",", "}"):
            return "shorthand"
    return "variable"


def _declared(code: Sequence[str], held: Sequence[int], uses: Sequence[Use]) -> Iterator[str]:
    """Yield the names that the code declares: constants, variables, functions, and their parameters."""
    for index, token in enumerate(code):
        before = code[index - 1] if index else ""
        after = code[index + 1] if index + 1 < len(code) else ""
        if _is_name(token) and (before in ("const", "let", "function") or after == "=>"):
            yield token
        if before in ("const", "let") and token in ("[", "{"):
            yield from _inside(code, held, uses, index)
        if token == "(" and _takes_parameters(code, held, index):
            yield from _inside(code, held, uses, index)


def _takes_parameters(code: Sequence[str], held: Sequence[int], index: int) -> bool:
    if "function" in code[max(0, index - 2) : index]:
        return True
    end = end_of_bracket(code, held, index)
    return end + 1 < len(code) and code[end + 1] == "=>"


def _inside(code: Sequence[str], held: Sequence[int], uses: Sequence[Use], index: int) -> Iterator[str]:
    """Yield the names that a list of parameters, or a pattern, in the bracket at `index` declares."""
    for at in range(index + 1, end_of_bracket(code, held, index)):
        if uses[at] and code[at - 1] in ("(", "[", "{", ",", ":", "..."):
            yield code[at]


def end_of_bracket(code: Sequence[str], held: Sequence[int], index: int) -> int:
    """Return where the bracket at `index` is closed."""
    close = _OPEN[code[index]]
    return next((at for at in range(index + 1, len(code)) if code[at] == close and held[at] == held[index]), len(code))

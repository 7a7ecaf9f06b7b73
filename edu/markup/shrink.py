"""Script and style as they are read by people -> the same without comments and needless space, with short local names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from edu.markup.rename import alias_globals, list_short_names, shorten_names
from edu.markup.tokens import list_tokens


@lru_cache(maxsize=16)  # every page of a kind holds the same script
def shrink_script(source: str) -> str:
    """Return ES2020 without comments and needless space, with short names; each statement must end in `;` or `}`.

    Raises ValueError where a list ends with a hole: that cannot be told from a comma too many.
    """
    tokens = list_tokens(source)
    for step in (alias_globals, shorten_names, _shorten_words, _loosen, _unwrap, _join, _drop):
        tokens = list(step(tokens))
    return "".join(tokens)


_SHORT = {"const": "let", "true": "!0", "false": "!1", "undefined": "void 0"}
"""Shorter words that mean the same in a script that works: one that assigns to no constant."""


def _loosen(tokens: Sequence[str]) -> Iterator[str]:
    """Yield the tokens with `==` for `===` after `typeof name`, and between a length and a number: both are of one type."""
    code = [token for token in tokens if not token.isspace()]
    at = -1
    for token in tokens:
        at += not token.isspace()
        same = token == "=" and code[at - 1] == "=" and code[at - 2] in ("=", "!")
        if not (same and (_names_type(code, at - 2) or (code[at - 3] == "length" and code[at + 1].isdigit()))):
            yield token


def _names_type(code: Sequence[str], at: int) -> bool:
    """Return whether what stands before the place `at` is `typeof` with a name, or with a property of one."""
    start = at - 1
    while start > 1 and code[start - 1] == ".":
        start -= 2
    return code[start - 1] == "typeof"


def _shorten_words(tokens: Sequence[str]) -> Iterator[str]:
    """Yield the tokens with the shorter words, where they are no names of properties."""
    code = [token for token in tokens if not token.isspace()]
    after = iter([*code[1:], ""])
    before = ""
    for token in tokens:
        follows = "" if token.isspace() else next(after)
        named = before in (".", "?.") or (follows == ":" and before in ("{", ","))
        yield token if named else _SHORT.get(token, token.removeprefix("0") if token.startswith("0.") else token)
        before = before if token.isspace() else token


_ACROSS = {
    "margin-block-start": "margin-top",
    "margin-block-end": "margin-bottom",
    "padding-block-start": "padding-top",
    "padding-block-end": "padding-bottom",
    "inline-size": "width",
    "block-size": "height",
}
"""Shorter names of the same, where lines run across the page: all languages that we know are written so."""


def shrink_style(source: str) -> str:
    """Return a style sheet without comments and needless space, with the shorter of two names that mean the same.

    Raises ValueError where a string holds what is a sign outside one.
    """
    style = re.sub(r"/\*.*?\*/", "", source, flags=re.DOTALL)
    if wrong := next((text for text in re.findall(r'"[^"\n]*"', style) if re.search("[{};,]", text)), ""):
        raise ValueError(f"{wrong}: a string in a style holds a sign")
    style = re.sub(r"\s+", " ", re.sub(r"\s*([{};,])\s*|(?<=:)\s+", r"\1", style)).replace(";}", "}").strip()
    style = re.sub(rf"(?<=[{{;])((?:min-|max-)?)({'|'.join(_ACROSS)})(?=:)", lambda m: m[1] + _ACROSS[m[2]], style)
    return re.sub(r"(?<=[:, (])0(?=\.\d)", "", style)


_VARIABLE = re.compile(r"(?<![\w-])--[\w-]+")


def shorten_variables(style: str) -> str:
    """Return a style sheet with short names for its variables; nothing else may know them."""
    counts = Counter(_VARIABLE.findall(style))
    short = dict(zip(sorted(counts, key=lambda name: (-counts[name], name)), list_short_names(), strict=False))
    return _VARIABLE.sub(lambda found: f"--{short[found[0]]}", style)


def _unwrap(tokens: Sequence[str]) -> Iterator[str]:
    """Yield the tokens without brackets round the name that an arrow takes, or round what stands alone as a value."""
    places = [index for index, token in enumerate(tokens) if not token.isspace()]
    code = [tokens[place] for place in places]
    gone: set[int] = set()
    for at, end in _list_brackets(code):
        after = code[end + 1] if end + 1 < len(code) else ""
        name = end == at + 2 and code[at + 1].isidentifier() and after == "=>"
        bare = after == "." and code[at - 1 : at] in ([";"], ["{"], ["}"]) and not _OPERATORS.intersection(code[at:end])
        if name or bare or (_starts_value(code, at) and (after in _AFTER_VALUE or after.startswith("}"))):
            gone |= {places[at], places[end]}
    for index, token in enumerate(tokens):
        yield " " if index in gone else token


_BEFORE_VALUE = frozenset("(,=:[") | {"=>", "return"}
_AFTER_VALUE = frozenset("),;]")
_OPERATORS = frozenset("+-*/%<>=!&|^~?:,{") | {"=>", "function", "new", "await", "typeof", "in", "instanceof"}


def _starts_value(code: Sequence[str], at: int) -> bool:
    """Return whether the bracket at `at` opens where a whole value starts, so that no operator before it binds into it."""
    before, earlier = code[at - 1] if at else "", code[at - 2] if at > 1 else ""
    compares = before == "=" and earlier in ("=", "!", "<", ">")
    return (before in _BEFORE_VALUE or before.endswith("${")) and not compares and code[at + 1] != "{"


def _list_brackets(code: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where each round bracket opens and closes that holds something, but no comma of its own."""
    open_: list[tuple[int, bool]] = []
    for index, token in enumerate(code):
        if token.startswith("}") or token in (")", "]"):
            at, bare = open_.pop() if open_ else (index, False)
            if token == ")" and bare and index > at + 1:
                yield at, index
        if token in ("(", "[", "{") or token.endswith("${"):
            open_.append((index, True))
        elif token == "," and open_:
            open_[-1] = (open_[-1][0], False)


def _join(tokens: Iterable[str]) -> Iterator[str]:
    before, gap = "", False
    for token in tokens:
        if token.isspace():
            gap = True
            continue
        sticks = re.match(r"[\w$]", before[-1:]) and re.match(r"[\w$]", token)
        if gap and (sticks or before[-1:] + token[:1] in ("++", "--", "/*", "//")):
            yield " "
        yield token
        before, gap = token, False


def _drop(tokens: Sequence[str]) -> Iterator[str]:
    """Yield the tokens without semicolons and commas before a closing bracket, and with declarations in a row as one."""
    declares: list[bool] = [False]
    index = 0
    while index < len(tokens):
        token, after = tokens[index], tokens[index + 1] if index + 1 < len(tokens) else ""
        if token in (",", "[") and after == "," and tokens[index + 2 : index + 3] == ["]"]:
            raise ValueError("a list that ends with a hole")
        if (token == ";" and after.startswith("}")) or (token == "," and after in ("]", "}", ")")):
            index += 1
            continue
        if token == ";" and after == "let" and declares[-1]:
            yield ","
            index += 3 if tokens[index + 2] == " " else 2
            continue
        if token == "let":
            declares[-1] = True
        elif token == ";":
            declares[-1] = False
        elif token in ("(", "[", "{") or (token.startswith(("`", "}")) and token.endswith("${")):
            declares.append(False)
        if (token in (")", "]", "}") or (token.startswith("}") and token.endswith(("`", "${")))) and len(declares) > 1:
            declares.pop()
            if token.endswith("${"):
                declares.append(False)
        yield token
        index += 1

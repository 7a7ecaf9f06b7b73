"""Script and style as they are read by people -> the same without comments and needless space, with short local names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from edu.markup.rename import shorten_names
from edu.markup.tokens import list_tokens

_NO_LINE_END = frozenset(";{(,[=:?&|>+.")
"""After these a line may end or not: no statement ends there."""


@lru_cache(maxsize=64)  # every page of a kind holds the same scripts
def shrink_module(source: str) -> str:
    """Return an ES2020 module's body without comments and needless space; each statement must end in `;` or `}`.

    Names that are variables everywhere in the module become short ones; no name that is a property anywhere does.
    """
    return "".join(_join(shorten_names(list_tokens(source))))


def shrink_style(source: str) -> str:
    """Return a style sheet without comments and needless space."""
    style = re.sub(r"/\*.*?\*/", "", source, flags=re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"\s*([{};,])\s*|(?<=:)\s+", r"\1", style)).replace(";}", "}").strip()


def _join(tokens: Sequence[str]) -> Iterator[str]:
    before, gap = "", ""
    for token in tokens:
        if token.isspace():
            gap = "\n" if "\n" in gap + token else " "
            continue
        yield _bridge(before, gap, token) + token
        before, gap = token, ""


def _bridge(before: str, gap: str, token: str) -> str:
    """Return what must stand between two tokens that `gap` parted."""
    last, first = before[-1:], token[:1]
    if gap == "\n" and last and last not in _NO_LINE_END and first not in ".)]},;?:&|":
        return "\n"
    sticks = re.match(r"[\w$]", last) and re.match(r"[\w$]", first)
    return " " if gap and (sticks or last + first in ("++", "--", "/*", "//")) else ""

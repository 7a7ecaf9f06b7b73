"""A name or text of the author's -> how a message shows it, and what it may have been meant to be."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from itertools import islice

from edu.problems import Code, Problem

_LONGEST_SHOWN = 60
_MOST_COMPARED = 300


def find_near(name: str, names: Iterable[str]) -> str:
    """Return the one of `names` that `name` is most like; empty where none is like it."""
    return next(iter(get_close_matches(name[:_LONGEST_SHOWN], list(islice(names, _MOST_COMPARED)), 1)), "")


def shorten(text: str) -> str:
    """Return `text` on one line and short enough to be shown in a message."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_SHOWN else line[:_LONGEST_SHOWN] + "…"


def miss_name(code: Code, name: str, known: Iterable[str]) -> Problem:
    """Return the Problem that `name` is none of `known`, with the one that was perhaps meant."""
    names = list(known)
    begun = (known for known in names if known.lower().startswith(name.lower()))
    near = find_near(name.replace("-", "_"), names) or find_near(name.lower(), names) or next(begun, "")
    return Problem(code, values={"name": name, "known": ", ".join(names), "near": near})

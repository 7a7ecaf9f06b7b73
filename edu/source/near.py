"""A name or text of the author's -> how a message shows it, and what it may have been meant to be."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches
from itertools import islice

from edu.problems import Kind, Problem

_LONGEST_COMPARED = 60
_MOST_COMPARED = 300
_MOST_LISTED = 8
_ENDINGS = re.compile(r"(?:\.ya?ml|\.txt)+$")


def find_near(name: str, names: Iterable[str], least: float = 0.6) -> str:
    """Return the one of `names` that `name` is most like, at least so much (0 to 1); empty where none is."""
    return next(iter(get_close_matches(name[:_LONGEST_COMPARED], list(islice(names, _MOST_COMPARED)), 1, least)), "")


def find_misnamed(file: str, names: Iterable[str]) -> str:
    """Return the one of `names` that is `file` but for capitals or what Windows hides and editors add; empty if none is."""
    return next((name for name in names if name != file and _ENDINGS.sub("", name.casefold()) == _ENDINGS.sub("", file)), "")


def list_known(names: Iterable[str]) -> str:
    """Return the first of `names`, to be shown where none of them is like what was written."""
    first = list(islice(names, _MOST_LISTED + 1))
    return ", ".join(first[:_MOST_LISTED]) + (", …" if len(first) > _MOST_LISTED else "")


def miss_name(code: Kind, name: str, known: Iterable[str]) -> Problem:
    """Return the Problem that `name` is none of `known`, with the one that was perhaps meant."""
    names = list(known)
    begun = (known for known in names if known.lower().startswith(name.lower()))
    near = find_near(name.replace("-", "_"), names) or find_near(name.lower(), names) or next(begun, "")
    return Problem(code, values={"name": name, "known": ", ".join(names), "near": near})

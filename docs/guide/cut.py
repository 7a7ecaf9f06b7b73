"""A source file and the id of an item -> the lines of that item, exactly as they stand there."""

from __future__ import annotations

import re


def cut_item(text: str, id: str) -> str:
    """Return the lines of the outermost list item whose first key is `id: <id>`; raise ValueError without one."""
    lines = text.splitlines()
    starts = [number for number, line in enumerate(lines) if re.fullmatch(rf" *- id: {re.escape(id)}", line)]
    if not starts:
        raise ValueError(f"there is no item {id}")
    start = min(starts, key=lambda number: _indent(lines[number]))
    rest = lines[start + 1 :]
    length = next((i for i, line in enumerate(rest) if line.strip() and _indent(line) <= _indent(lines[start])), len(rest))
    return _trim([lines[start], *rest[:length]])


def cut_keys(text: str, *keys: str) -> str:
    """Return the lines of the top-level `keys`, in the order of the file."""
    kept: list[str] = []
    taking = False
    for line in text.splitlines():
        if re.match(r"[a-z_]+:", line):
            taking = line.partition(":")[0] in keys
        elif line and not line.startswith(" "):
            taking = False
        kept += [line] if taking else []
    return _trim(kept)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _trim(lines: list[str]) -> str:
    """Return the lines without what stands behind the last one that says something: empty lines, comments on what follows."""
    says = [number for number, line in enumerate(lines) if line.strip() and not _is_aside(line, lines[0])]
    return "\n".join(line.rstrip() for line in lines[: says[-1] + 1])


def _is_aside(line: str, first: str) -> bool:
    return line.strip().startswith("#") and _indent(line) <= _indent(first)

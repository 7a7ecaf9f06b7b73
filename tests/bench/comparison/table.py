"""What was found in the decks of all contenders -> the table of docs/comparison.md."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.bench.comparison.course import LANGUAGES, LIST, TABLE
from tests.conftest import ROOT

PAGE = ROOT / "docs" / "comparison.md"
RESULTS = Path(__file__).with_name("results.json")
Results = dict[str, dict[str, Any]]
"""By contender its `version`, and what was `found` in its deck in each language (gettext name)."""

_MEASURED = re.compile(r"(<!-- measured -->\n).*(<!-- end -->\n)", re.DOTALL)
_FEW = 30
"""Of more things than that a share is told in percent."""


def fill_page(page: str, results: Results) -> str:
    """Return the page with the table of `results` between its marks; raise AssertionError where it has none."""
    assert _MEASURED.search(page), "the page has no marks for the table"
    return _MEASURED.sub(lambda marks: f"{marks[1]}{render_table(results)}\n{marks[2]}", page)


def render_table(results: Results) -> str:
    """Return the Markdown table: a row for each thing that was measured, a column for each contender."""
    heads = [f"{name} {one['version']}" for name, one in results.items()]
    lines = [f"| | {' | '.join(heads)} |", f"| --- |{' --- |' * len(heads)}"]
    for group in _GROUPS:
        lines.append(f"| **{group.name}** |{' |' * len(heads)}")
        for row in group.rows:
            lines.append(f"| {row.name} | {' | '.join(_render_cell(row, one['found']) for one in results.values())} |")
    return "\n".join(lines)


def say_share(share: Sequence[int]) -> str:
    """Return how many of how many: `12 of 20`, of more `97 %`, `all` or `none`; `–` where there is nothing to count."""
    good, total = share
    if not total:
        return "–"
    if total <= _FEW:
        return f"{good} of {total}"
    if good in (0, total):
        return "all" if good else "none"
    return f"{min(99, max(1, round(100 * good / total)))} %"


def _say_number(number: float) -> str:
    return f"{number:,}"


def _say_yes(yes: bool) -> str:
    return "yes" if yes else "no"


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that is measured: its key in the results, and how its value is said."""

    key: str
    name: str
    say: Callable[[Any], str] = say_share


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under one head."""

    name: str
    rows: tuple[Row, ...]


def _render_cell(row: Row, found: Mapping[str, Mapping[str, Any]]) -> str:
    """Return the value in each language, Chinese first; one alone where they are the same."""
    return " / ".join(dict.fromkeys(row.say(found[lang][row.key]) for lang in LANGUAGES))


def _say_points(points: float) -> str:
    return f"{points:,g} pt" if points else "–"


_GROUPS = (
    Group(
        "What can be edited",
        (
            Row("slides", "slides", _say_number),
            Row("text", "text of the lesson that a search finds on the slides"),
            Row("in placeholders", "text on the slides that stands in placeholders"),
            Row("empty placeholders", "placeholders left empty", _say_number),
            Row("tables", "native tables", _say_number),
            Row("header rows", "… marked with a header row"),
            Row("charts", "charts that are native, with their data"),
            Row("noted", "slides with speaker notes"),
            Row("sections", "sections", _say_number),
        ),
    ),
    Group(
        "Languages",
        (
            Row("lang", "runs with the `lang` of one of the deck's languages"),
            Row("script", "… which is also that of their script"),
            Row("document language", "the document says its language", _say_yes),
            Row("ea", "East Asian faces in the themes (`a:ea`)"),
            Row("Hans", "… and faces for simplified Chinese (`Hans`)"),
            Row("faced", "Chinese runs with an East Asian face"),
            Row("theme faces", "runs that leave their face to the theme"),
        ),
    ),
    Group(
        "Accessibility",
        (
            Row("titled", "slides with a title"),
            Row("same title", "slides whose title another one has too", _say_number),
            Row("alt", "pictures, charts and shapes with alternative text, or marked as decoration"),
            Row("file names", "alternative texts that hold a file name", _say_number),
            Row("readable", "texts with a contrast of 4.5 to 1 or more"),
            Row("smallest", "the smallest text, footer and slide number apart", _say_points),
            Row("ordered", "slides that are read aloud in the order of the eye"),
        ),
    ),
    Group(
        "Text that does not fit",
        (
            Row("overflowing", "slides on which something runs over"),
            Row("excess", "… by at most", _say_points),
            Row(f"{LIST} slides", "slides made of the list that is too long", _say_number),
            Row(f"{LIST} excess", "… which then runs over by", _say_points),
            Row(f"{TABLE} slides", "slides made of the table that is too long", _say_number),
            Row(f"{TABLE} excess", "… which then runs over by", _say_points),
        ),
    ),
    Group(
        "The file",
        (
            Row("errors", "errors found by the Open XML SDK", _say_number),
            Row("same", "the same bytes from each run", _say_yes),
            Row("dated", "… with `SOURCE_DATE_EPOCH` set", _say_yes),
            Row("bytes", "size", lambda size: f"{round(size / 1000):,} kB"),
            Row("seconds", "processor time", lambda seconds: f"{seconds:.1f} s"),
        ),
    ),
)
KEYS = tuple(row.key for group in _GROUPS for row in group.rows)

"""Glossaries as tables, a row a term and columns for each language; and such tables, however edited, as glossaries.

In a CSV file a text that is not surely prose has an apostrophe before it, and so has the end of its row's id
(see `table`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from edu.language.exchange.table import Cell, Odd, Row, find_columns, guard, list_filled, unguard
from edu.problems import Code, Place, Problem, Problems

_GUARD = "'"
_SEPARATOR = " | "
"""Between words not to use."""
_HEAD = re.compile(r"(id|note|term|definition|avoid)\b\s*(?:[(（](.*?)[)）])?", re.IGNORECASE | re.DOTALL)
_ID = re.compile(r"([a-z][a-z0-9-]*)('?)")


@dataclass(frozen=True, slots=True)
class Wording:
    """What a language calls something: the term, what it means, and the words not to use for it; empty where it has none."""

    term: str = ""
    definition: str = ""
    avoid: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Concept:
    """Something that has a name: its id in the course, its names by BCP 47 tag, and the author's note on it."""

    id: str
    wordings: Mapping[str, Wording]
    note: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Termbase:
    """A glossary in several languages. `source` is the tag of the language that it is written in, and `course` the course's
    id; empty where a file does not tell them. `file` is what Problems call the file that it was read from.
    """

    course: str
    source: str
    concepts: tuple[Concept, ...]
    file: str = ""

    def list_tags(self) -> tuple[str, ...]:
        """Return the tags of all its languages, the source's first."""
        return tuple(dict.fromkeys((self.source, *(tag for concept in self.concepts for tag in concept.wordings))))


def make_term_rows(base: Termbase, *, guarded: bool = False) -> Iterator[tuple[str, ...]]:
    """Yield the heads of the columns, then a row for each term of the glossary."""
    tags = base.list_tags()
    yield f"id ({base.course})", "note", *(f"{name} ({tag})" for tag in tags for name in ("term", "definition", "avoid"))
    for concept in base.concepts:
        texts = [concept.note]
        for tag in tags:
            wording = concept.wordings.get(tag, Wording())
            texts += [wording.term, wording.definition, _SEPARATOR.join(wording.avoid)]
        safe = [guard(text) for text in texts] if guarded else texts
        yield f"{concept.id}{_GUARD if safe != texts else ''}", *safe


def find_term_columns(heads: Sequence[Cell]) -> Mapping[tuple[str, str], int]:
    """Return the index of each column of a glossary by its name and what stands in brackets; empty where it is none."""
    found: dict[tuple[str, str], int] = {}
    for index, head in enumerate(heads):
        match = _HEAD.fullmatch(head.strip()) if isinstance(head, str) else None
        if match:
            found.setdefault((match.group(1).lower(), (match.group(2) or "").strip()), index)
    names = [name for name, _ in found]
    return found if "id" in names and "term" in names else {}


def knows_heads(cells: Sequence[Cell]) -> bool:
    """Return whether `cells` are the heads of a table of ours: of texts, or of terms."""
    return len(find_columns(cells)) > 1 or bool(find_term_columns(cells))


@dataclass(slots=True)
class _Reading:
    file: str
    columns: Mapping[tuple[str, str], int]
    concepts: list[Concept] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_term_rows(rows: Iterable[Row], file: str) -> tuple[Termbase, Problems]:
    """Return the glossary in a table whose first row has the heads of one, and what is wrong with it.

    The language of the first column `term` is the source's.
    """
    filled = list_filled(rows)
    number, heads = next(filled, (1, ()))
    reading = _Reading(file, find_term_columns(heads))
    reading.problems += _find_lone_columns(reading.columns, Place(file, number))
    for line, cells in filled:
        _read_row(reading, line, cells)
    course = next(tag for name, tag in reading.columns if name == "id")
    first = next(tag for name, tag in reading.columns if name == "term")
    return Termbase(course, first, tuple(reading.concepts), file), tuple(reading.problems)


def _find_lone_columns(columns: Mapping[tuple[str, str], int], place: Place) -> Iterator[Problem]:
    """Yield a problem for each column that tells more of terms in a language whose terms have none."""
    for name, tag in columns:
        if name in ("definition", "avoid") and ("term", tag) not in columns:
            yield Problem(Code.EXCHANGE_NO_TERM, values={"name": f"{name} ({tag})", "term": f"term ({tag})"}, place=place)


def _read_row(reading: _Reading, line: int, cells: Sequence[Cell]) -> None:
    place = Place(reading.file, line)
    texts: dict[tuple[str, str], str] = {}
    for (name, tag), index in reading.columns.items():
        cell = cells[index] if index < len(cells) else ""
        if isinstance(cell, Odd):
            if name in ("note", "avoid"):
                cell = ""
            else:
                values = {"name": f"{name} ({tag})", "text": cell.shown}
                reading.problems.append(Problem(Code.EXCHANGE_CELL, values=values, place=place))
                return
        texts[name, tag] = cell
    written = next(text for (name, _), text in texts.items() if name == "id").strip()
    found = _ID.fullmatch(written)
    if not found:
        if any(text.strip() for (name, _), text in texts.items() if name in ("term", "definition")):
            reading.problems.append(Problem(Code.EXCHANGE_TERM_ID, values={"name": written[:40]}, place=place))
        return
    free = unguard if found.group(2) else str
    tags = dict.fromkeys(tag for name, tag in texts if name == "term")
    wordings = {tag: _make_wording({name: free(text) for (name, of), text in texts.items() if of == tag}) for tag in tags}
    reading.concepts.append(Concept(found.group(1), wordings, free(texts.get(("note", ""), "")), line))


def _make_wording(texts: Mapping[str, str]) -> Wording:
    avoid = tuple(filter(None, map(str.strip, texts.get("avoid", "").split(_SEPARATOR.strip()))))
    return Wording(texts["term"], texts.get("definition", ""), avoid)

"""Memories of translations, and what stands in the PO files -> the entries that are missing there and that they know.

A memory fills what is missing and nothing else: whatever stands in a PO file, fuzzy or not, somebody wrote for this very place.
What it knows by the same key in the same course has the state that it had there. What is only the same text is fuzzy: elsewhere
a word can be meant otherwise, so somebody has to look at it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from edu.language.exchange.take import Change, even_lines, find_bad_text, find_lang, shorten_texts
from edu.language.exchange.unit import CERTAIN, State, Unit, make_tag
from edu.problems import Level, Place, Problem, Problems


@dataclass(frozen=True, slots=True)
class Remembered:
    """One text in several languages: BCP 47 tags with what it says in each. `key` is empty where it is none of ours."""

    key: str
    texts: tuple[tuple[str, str], ...]
    state: State | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class Memory:
    """What one file remembers; `course` is the id of the course that it is of, empty where it does not tell."""

    file: str
    course: str
    entries: tuple[Remembered, ...]

    def list_tags(self) -> tuple[str, ...]:
        """Return the tags of all languages in it."""
        return tuple(dict.fromkeys(tag for entry in self.entries for tag, _ in entry.texts))


@dataclass(frozen=True, slots=True)
class _Found:
    text: str
    place: Place
    state: State


def recall(
    memories: Iterable[Memory], ours: Sequence[Unit], source: str, lang: str, course: str
) -> tuple[Mapping[str, Change], Problems]:
    """Return by key what `memories` know of the units of ours that are missing in `lang`, and warnings for what does not fit.

    `source` and `lang` are gettext names. Of several translations for one text the first one is taken.
    """
    certain, alike = _index(memories, source, lang, course)
    changes: dict[str, Change] = {}
    problems: list[Problem] = []
    for unit in ours:
        found = certain.get((unit.key, _plain(unit.source))) or alike.get(_plain(unit.source))
        if unit.target.strip() or not found:
            continue
        told = replace(unit, target=found.text)
        faults = [
            Problem(code, values=shorten_texts(values), place=found.place, judged=Level.WARNING)
            for code, values in find_bad_text(told, unit, lang)
        ]
        problems += faults
        if not faults:
            changes[unit.key] = Change(found.text if unit.source.endswith("\n") else found.text.strip("\n"), found.state)
    return changes, tuple(problems)


def _index(
    memories: Iterable[Memory], source: str, lang: str, course: str
) -> tuple[Mapping[tuple[str, str], _Found], Mapping[str, _Found]]:
    """Return what is known for certain, by key and source text, and what is known by its source text."""
    certain: dict[tuple[str, str], _Found] = {}
    alike: dict[str, _Found] = {}
    for memory in memories:
        tags = {wanted: _list_tags(memory, wanted) for wanted in (source, lang)}
        for entry in memory.entries:
            said, target = _pick(entry, tags[source]), _pick(entry, tags[lang])
            if said is None or target is None or not target.strip():
                continue
            found = _Found(even_lines(target), Place(memory.file, entry.line), State.FUZZY)
            alike.setdefault(_plain(said), found)
            if entry.key and memory.course == course and entry.state in CERTAIN:
                certain.setdefault((entry.key, _plain(said)), replace(found, state=entry.state))
    return certain, alike


def _list_tags(memory: Memory, lang: str) -> Sequence[str]:
    """Return the memory's tags that mean `lang`, the one that says just that first."""
    tags = [tag for tag in memory.list_tags() if find_lang(tag, [lang])]
    return sorted(tags, key=lambda tag: tag.lower() != make_tag(lang).lower())


def _pick(entry: Remembered, tags: Sequence[str]) -> str | None:
    texts = dict(reversed(entry.texts))
    return next((texts[tag] for tag in tags if tag in texts), None)


def _plain(text: str) -> str:
    """Return a source text as it is looked up: programs that keep memories drop or join blanks."""
    return " ".join(text.split())

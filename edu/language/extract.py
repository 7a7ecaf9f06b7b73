"""A course -> the entries of its PO files, by domain, in the order of the content."""

from __future__ import annotations

from collections.abc import Mapping

from edu.language.entry import BRACES, Entry
from edu.language.roles import find_role
from edu.language.trails import domain_of, find_noted, has_words, placeholders, reference_of
from edu.model.course import Course, list_course_prose
from edu.model.inline import cited_facts
from edu.model.prose import Plain, Prose

_MOST_PLACES = 6
"""A text that stands in more places than this has the rest of them only in its `#:` lines."""

Found = list[tuple[str, Prose]]


def extract_course(course: Course) -> Mapping[str, tuple[Entry, ...]]:
    """Return what is to be translated in `course` by gettext domain; a text that stands twice is one entry with both places."""
    domains: dict[str, dict[tuple[str, str], Found]] = {}
    for trail, text in list_course_prose(course):
        if has_words(text):
            key = (find_noted(course, trail).context, str(text))
            domains.setdefault(domain_of(trail), {}).setdefault(key, []).append((trail, text))
    return {domain: tuple(_make_entry(course, key, found) for key, found in keys.items()) for domain, keys in domains.items()}


def _make_entry(course: Course, key: tuple[str, str], found: Found) -> Entry:
    context, msgid = key
    trails = tuple(trail for trail, _ in found)
    notes = dict.fromkeys(find_noted(course, trail).note.strip() for trail in trails)
    return Entry(
        msgid=msgid,
        msgctxt=context,
        references=tuple(dict.fromkeys(reference_of(trail) for trail in trails)),
        trails=trails,
        comments=(*_word_roles(course, trails), *(f"note: {' '.join(note.split())}" for note in notes if note)),
        flags=(BRACES,) if any(_holds_braces(text) for _, text in found) else (),
    )


def _word_roles(course: Course, trails: tuple[str, ...]) -> tuple[str, ...]:
    roles = tuple(dict.fromkeys(find_role(course, trail).text for trail in trails))
    more = ("and in more places",) if len(roles) > _MOST_PLACES else ()
    return roles[:_MOST_PLACES] + more


def _holds_braces(text: Prose) -> bool:
    """Return whether `text` cites a figure or, being a text round a number, holds `{n}`."""
    return bool(placeholders(text)) if isinstance(text, Plain) else bool(cited_facts(text))

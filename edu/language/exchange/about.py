"""A course -> what is known of each of its texts beyond the PO file: how it is marked, and its room as a number."""

from __future__ import annotations

from collections.abc import Iterable

from edu.language.exchange.entries import About, Ask
from edu.language.exchange.unit import Style
from edu.language.roles import find_room
from edu.language.trails import reference_of
from edu.model.course import Course, list_course_prose
from edu.model.prose import Plain


def ask_course(course: Course, lang: str) -> Ask:
    """Return what tells of the texts of `course` by their places; a text that it does not have is taken for a marked one."""
    texts = {reference_of(trail): (trail, text) for trail, text in list_course_prose(course)}

    def ask(places: Iterable[str]) -> About:
        found = [texts[place] for place in places if place in texts]
        room = find_room(course, (trail for trail, _ in found))
        plain = bool(found) and all(isinstance(text, Plain) for _, text in found)
        return About(Style.PLAIN if plain else Style.MARKED, room.count(lang) if room else None)

    return ask


def ask_words(places: Iterable[str]) -> About:
    """Tell of our own words: they are filled in as Python formats, and have no room of their own."""
    return About(Style.FIELDS, None)

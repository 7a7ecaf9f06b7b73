"""A sound course and a chance -> the same course with a few things wrong, or only strange."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

from tests.fuzz.mutate_files import change_file, change_folder, change_picture, change_po, change_translation, link_out
from tests.fuzz.mutate_texts import (
    add_to_many_texts,
    add_to_text,
    change_bytes,
    change_choice,
    change_citation,
    change_id,
    change_lines,
    change_number,
    cut_off,
    move_item,
    rename_key,
    repeat_item,
    set_text,
    set_value,
)

Mutation = Callable[[Path, random.Random], None]
"""Changes one thing in the course in a folder; where there is no such thing, nothing."""

_MUTATIONS: tuple[Mutation, ...] = (
    change_bytes, change_lines, change_lines, cut_off, rename_key, set_value, set_value, set_value, set_text, set_text,
    set_text, add_to_text, add_to_text, add_to_text, add_to_many_texts, add_to_many_texts, change_citation, change_id,
    change_number, move_item, change_file, change_folder, link_out, change_picture, change_translation, change_translation,
    change_translation, change_po, change_choice, change_choice, change_choice, change_choice, repeat_item,
)  # fmt: skip


def mutate_course(course: Path, chance: random.Random, drop: frozenset[int] = frozenset()) -> list[str]:
    """Change the course by a few mutations, without those whose numbers are in `drop`; return the names of all."""
    names: list[str] = []
    for number in range(chance.choice((1, 1, 1, 2, 2, 3, 5))):
        seed = chance.random()
        mutation = chance.choice(_MUTATIONS)
        names.append(mutation.__name__)
        if number not in drop:
            mutation(course, random.Random(seed))
    return names

"""The one walker of texts."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import BaseModel

from edu.model.course import Course, list_course_prose, map_course
from edu.model.prose import Node, Notes, Plain, Prose, join_trail, list_prose, map_prose
from edu.source.read import read_course

SMALL = Path(__file__).resolve().parent.parent / "courses" / "small"


class Leaf(Node):
    """A text with an id, and what is no text."""

    id: str
    text: Prose
    note: str = ""


class Tree(Node):
    """Texts at every kind of trail."""

    title: Prose
    notes: Notes
    plain: tuple[Plain, ...] = ()
    leaves: tuple[Leaf, ...] = ()
    cells: tuple[tuple[Prose, ...], ...] = ()


TREE = Tree.model_validate(
    {
        "title": " a ",
        "notes": "b\r\n\r\nc\n",
        "plain": ("d",),
        "leaves": ({"id": "x", "text": "e", "note": "n"}, {"id": "y", "text": "f"}),
        "cells": (("g", "h"), ("i",)),
    }
)


@pytest.fixture(scope="module")
def course() -> Course:
    """Return the small course."""
    found = read_course(SMALL).course
    assert found is not None
    return found


def test_every_text_is_listed_with_its_trail() -> None:
    assert list_prose(TREE, "m#") == [
        ("m#title", "a"),
        ("m#notes", "b\n\nc"),
        ("m#plain[0]", "d"),
        ("m#leaves[x].text", "e"),
        ("m#leaves[y].text", "f"),
        ("m#cells[0][0]", "g"),
        ("m#cells[0][1]", "h"),
        ("m#cells[1][0]", "i"),
    ]


def test_a_changed_text_keeps_its_kind_and_the_rest_is_shared() -> None:
    changed = map_prose(TREE, lambda text, trail: "E" if trail.endswith("leaves[x].text") else text)
    assert changed.leaves[0] == Leaf(id="x", text=Prose("E"), note="n")
    assert changed.leaves[1] is TREE.leaves[1]
    assert changed.cells is TREE.cells
    upper = map_prose(TREE, lambda text, _: text.upper())
    assert [type(text) for _, text in list_prose(upper)] == [type(text) for _, text in list_prose(TREE)]


def test_the_identity_walk_returns_the_very_same_tree(course: Course) -> None:
    assert map_prose(TREE, lambda text, _: text) is TREE
    same = map_course(course, lambda text, _: text)
    assert same == course
    assert all(new.lesson is old.lesson and new.quiz is old.quiz for new, old in zip(same.modules, course.modules, strict=True))


def test_no_trail_of_a_course_stands_twice(course: Course) -> None:
    trails = [trail for trail, _ in list_course_prose(course)]
    assert len(set(trails)) == len(trails) > 150


def test_no_field_of_a_course_that_a_reader_sees_is_a_bare_string(course: Course) -> None:
    """A `str` that holds Chinese would never be translated."""
    own = {"note", "context", "place", "image"}
    assert [
        name for name, value in _list_fields(course) if type(value) is str and name not in own and not value.isascii()
    ] == []


def _list_fields(thing: object, name: str = "") -> list[tuple[str, object]]:
    if isinstance(thing, BaseModel):
        return [found for field in type(thing).model_fields for found in _list_fields(getattr(thing, field), field)]
    if isinstance(thing, tuple):
        return [found for item in thing for found in _list_fields(item, name)]
    return [(name, thing)]


@pytest.mark.parametrize(
    ("trail", "name", "joined"), [("", "a", "a"), ("m#", "a", "m#a"), ("m#a", "b", "m#a.b"), ("m#a[0]", "b", "m#a[0].b")]
)
def test_a_trail_grows_by_a_name(trail: str, name: str, joined: str) -> None:
    assert join_trail(trail, name) == joined

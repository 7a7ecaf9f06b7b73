"""Data as models, and what pydantic refuses in our own words."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from edu.model.prose import Node, Prose
from edu.problems import Code, Kind, shorten, word_hint, word_message
from edu.source.document import name_items
from edu.source.near import find_near
from edu.source.shape import make_model
from edu.source.yaml import read_yaml


class Part(Node):
    """A mapping with a kind of text that no pattern of the course has."""

    text: Annotated[str, Field(pattern="^x$")] = "x"
    title: Prose | None = None
    count: Annotated[int, Field(gt=0, lt=3)] = 1


def refuse(text: str) -> list[tuple[Kind, str, str]]:
    """Return code, message and hint of every problem."""
    document, problems = read_yaml(text, "f.yaml", "f#")
    assert document is not None
    made, more = make_model(Part, document, "f#")
    assert made is None
    return [(problem.code, word_message(problem, str), word_hint(problem, str)) for problem in (*problems, *more)]


def test_an_error_that_has_no_words_of_its_own_is_told_all_the_same() -> None:
    assert refuse("text: y\n") == [(Code.BAD_TEXT, "“y” does not fit here", "")]


def test_a_limit_that_is_not_reached_is_told() -> None:
    assert [code for code, _, _ in refuse("count: 0\n") + refuse("count: 3\n")] == [Code.TOO_SMALL, Code.TOO_GREAT]


def test_a_number_is_shown_as_it_is_written() -> None:
    assert refuse("title: 2025.10\n") == [
        (Code.NUMBER_FOR_TEXT, "a text is meant here, and 2025.10 is a number", 'put it in quotes: "2025.10"')
    ]


def test_a_mistyped_key_is_told_with_the_one_that_was_meant() -> None:
    assert refuse("titel: a\n") == [(Code.UNKNOWN_KEY, "“titel” is not a key of this place", "did you mean “title”?")]


def test_a_key_like_no_other_has_no_hint() -> None:
    assert refuse("zzz: a\n") == [(Code.UNKNOWN_KEY, "“zzz” is not a key of this place", "")]


def test_an_item_goes_by_its_id_and_a_second_one_by_its_index() -> None:
    items = ({"id": "a"}, {"id": "a"}, {"id": "B c"}, {"id": 5}, "text", {"id": "b"})
    assert name_items(items) == ("a", "1", "2", "3", "4", "b")


def test_a_name_of_ten_thousand_characters_is_cut() -> None:
    assert len(shorten("x" * 10_000)) < 100
    assert find_near("x" * 10_000, ["title"]) == ""
    assert shorten("a\nb") == "a b"

"""YAML 1.2 as data with places."""

from __future__ import annotations

import math
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edu.problems import Code, Place
from edu.source.document import Data, find_place
from edu.source.scalar import resolve_scalar
from edu.source.yaml import read_yaml


def read(text: str) -> Data:
    document, problems = read_yaml(text, "f.yaml", "f#")
    assert document is not None
    assert problems == ()
    return document.data


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None), ("~", None), ("null", None), ("Null", None), ("none", "none"),
        ("true", True), ("FALSE", False), ("yes", "yes"), ("No", "No"), ("on", "on"), ("tRue", "tRue"),
        ("12", 12), ("-12", -12), ("+12", 12), ("012", 12), ("0o14", 12), ("0xC", 12), ("0b11", "0b11"), ("1_000", "1_000"),
        ("1.5", 1.5), (".5", 0.5), ("5.", 5.0), ("1e3", 1000.0), ("-1.5E-3", -0.0015), (".", "."), ("-", "-"),
        ("1.2.3", "1.2.3"),
        ("12:30", "12:30"), ("2025-09-30", "2025-09-30"), ("2025-Q2", "2025-Q2"), ("30%", "30%"), ("=", "="), ("<<", "<<"),
        ("１２", "１２"), ("1" * 301, "1" * 301), ("-.inf", -math.inf),
    ],
)  # fmt: skip
def test_a_plain_scalar_is_what_the_core_schema_says(text: str, value: object) -> None:
    found = resolve_scalar(text)
    assert (found, type(found)) == (value, type(value))


def test_what_is_no_number_is_not_one() -> None:
    assert math.isnan(float(resolve_scalar(".nan") or 0))


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a: 1\nb: [x, 'y', \"z\"]\n", {"a": 1, "b": ("x", "y", "z")}),
        ("- |\n  one\n\n  two\n- >\n  one\n  two\n", ("one\n\ntwo\n", "one two\n")),
        ("a: 'true'\nb: !!x\n"[:10], {"a": "true"}),
        ("1: a\ntrue: b\n", {"1": "a", "true": "b"}),
        ("a:\nb: []\nc: {}\n", {"a": None, "b": (), "c": {}}),
        ("\ufeffa: 1\r\nb: |\r\n  x\r\n  y\r\n", {"a": 1, "b": "x\ny\n"}),
        ("---\na: 1\n...\n", {"a": 1}),
        ("a: 人工智能 # 注\n", {"a": "人工智能"}),
        ("", None),
    ],
)
def test_yaml_becomes_plain_data(text: str, data: Data) -> None:
    assert read(text) == data


TEXT = """\
title: 一
slides:
  - id: cover
    points:
      - a
      - [b, c]
  - kind: title
    id: end
  - id: cover
"""


@pytest.mark.parametrize(
    ("trail", "place"),
    [
        ("m/lesson#title", (1, 8)),
        ("m/lesson#slides", (3, 3)),
        ("m/lesson#slides[cover]", (3, 5)),
        ("m/lesson#slides[cover].points[1][1]", (6, 13)),
        ("m/lesson#slides[end].kind", (7, 11)),
        ("m/lesson#slides[2].id", (9, 9)),
    ],
)
def test_every_value_has_its_place(trail: str, place: tuple[int, int]) -> None:
    document, _ = read_yaml(TEXT, "f.yaml", "m/lesson#")
    assert document is not None
    assert document.places[trail] == Place("f.yaml", *place)


def test_a_trail_without_a_place_has_that_of_what_holds_it() -> None:
    document, _ = read_yaml(TEXT, "f.yaml", "m/lesson#")
    assert document is not None
    places = document.places
    assert find_place(places, "m/lesson#slides[end].points[3].text") == places["m/lesson#slides[end]"]
    assert find_place(places, "m/lesson#nothing") == Place("f.yaml")
    assert find_place(places, "m/quiz#nothing") is None
    assert find_place(places, "") is None


HOSTILE = {
    "brackets": "[" * 100_000,
    "braces": "{" * 100_000,
    "dashes": "- " * 100_000,
    "questions": "? " * 100_000,
    "colons": ": " * 100_000,
    "steps": "\n".join(" " * depth + "a:" for depth in range(1_900)),
    "quotes": "'" * 2_000_000,
    "many keys": "".join(f"k{n}: 1\n" for n in range(100_000)),
    "one long line": "a: " + "x " * 900_000,
    "same key": "{" + "a: b, " * 100_000,
    "spaces": " " * 2_000_000,
}


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_no_text_of_two_megabytes_hangs(name: str) -> None:
    start = time.process_time()
    read_yaml(HOSTILE[name], "f.yaml", "f#")
    assert time.process_time() - start < 8


@given(st.text(alphabet="ab \n-:[]{}'\"#&*!|>%@`,?\\\t\r0.~é中\x00\ud800", max_size=60))
@settings(max_examples=300)
def test_no_text_breaks_the_reader(text: str) -> None:
    document, problems = read_yaml(text, "f.yaml", "f#")
    assert document is not None or problems
    lines = text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    for problem in problems:
        assert problem.place is not None
        assert 1 <= problem.place.line <= lines + 1


def test_a_thousand_control_characters_are_told_ten_times() -> None:
    _, problems = read_yaml("\x01\n" * 1000, "f.yaml", "f#")
    assert {problem.code for problem in problems} == {Code.CONTROL_CHARACTER}
    assert len(problems) == 10

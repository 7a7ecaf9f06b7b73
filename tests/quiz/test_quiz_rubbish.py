"""Storage that holds rubbish: whatever it is, a sound state comes of it, and all is kept that can be."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from edu.plan.paper import Paper
from tests.quiz.modules import call, restore, shape_page
from tests.quiz.papers import SMALL, make_paper
from tests.quiz.reference import make_answer

pytestmark = pytest.mark.slow

Data = Any
Path = tuple[str | int, ...]
NASTY: tuple[Data, ...] = (
    *(None, True, False, 0, -1, 1.5, 1e308, "", "7", "NaN", "__proto__", "constructor", [], {}, [None], [[]], [{}]),
    *(
        {"text": None},
        {"text": {}},
        {"length": 3},
        {"tried": []},
        ["received", "received"],
        ["received", "left"],
        ["more", "more"],
        ["see", "see", "try"],
        "x" * 10_000,
    ),
)


def make_state(paper: Paper) -> dict[str, Data]:
    """Return a state with something in each of its fields."""
    slots = {}
    for place, item in enumerate(paper.items):
        tried = [make_answer(item, right=False), make_answer(item, right=True)]
        more = {"hints": 1 if item.hints else 0, "flag": place % 2 == 0, "sure": "guess", "rev": 4}
        slots[item.id] = {"hash": item.hash, "answer": tried[1], "tried": tried, **more}
    clock = {"spent": 30, "extra": 300, "factor": 2}
    ids = [item.id for item in paper.items[:3]]
    return {"version": 2, "born": 5, "seed": 5, "who": "Ada", "at": ids[0], "only": ids, "clock": clock, "slots": slots}


def list_paths(value: Data, path: Path = ()) -> Iterator[Path]:
    """Return the way to each part of `value`."""
    yield path
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, part in parts:
        yield from list_paths(part, (*path, step))


def spoil(state: Data, path: Path, value: Data) -> Data:
    """Return `state` with `value` in one place."""
    if not path:
        return value
    made = copy.deepcopy(state)
    part = made
    for step in path[:-1]:
        part = part[step]
    part[path[-1]] = value
    return made


def check_state(page: Mapping[str, Data], state: Data) -> None:
    """Assert that `state` is one that the page itself could have written."""
    ids = [item["id"] for item in page["items"]]
    assert state["version"] == 2
    assert 0 <= state["seed"] < 2**32 and state["seed"] == int(state["seed"])
    assert isinstance(state["who"], str)
    assert state["at"] in {"/start", "/results", *(state["only"] or ids)}
    assert state["only"] is None or (state["only"] and set(state["only"]) <= set(ids))
    assert all(0 <= state["clock"][name] < 2**32 for name in ("spent", "extra", "factor"))
    for item in page["items"]:
        slot = state["slots"][item["id"]]
        assert slot["hash"] == item["hash"]
        assert isinstance(slot["hints"], int) and 0 <= slot["hints"] <= len(item["hints"])
        assert isinstance(slot["flag"], bool)
        assert slot["sure"] in {"", "sure", "think", "guess"}
        assert all(answer is None or is_answer(item, answer) for answer in (slot["answer"], *slot["tried"]))


def is_answer(item: Mapping[str, Data], answer: Data) -> bool:
    match item["kind"]:
        case "single" | "true_false" | "multiple" | "order":
            ids = [part["id"] for part in item["parts" if item["kind"] == "order" else "options"]]
            most = 1 if item["kind"] in ("single", "true_false") else len(ids)
            return isinstance(answer, list) and len(set(answer)) == len(answer) <= most and set(answer) <= set(ids)
        case "numeric" | "text" | "open":
            return isinstance(answer["text"], str)
        case _:
            return isinstance(answer, dict)


@pytest.fixture(scope="module")
def page() -> Mapping[str, Data]:
    return shape_page(make_paper(SMALL, "basics"))


def test_one_spoiled_value_spoils_at_most_the_question_in_which_it_stands(page: dict[str, Data]) -> None:
    state = make_state(make_paper(SMALL, "basics"))
    all_cases = enumerate((path, value) for path in list_paths(state) for value in NASTY if path != ("version",))
    cases = [case for place, case in all_cases if case[0][-1:] == ("answer",) or place % 5 == 0]
    made = restore(*((page, spoil(state, path, value)) for path, value in cases))
    again = restore(*((page, visit["state"]) for visit in made))
    (whole,) = restore((page, state))
    for (path, _), visit, second in zip(cases, made, again, strict=True):
        check_state(page, visit["state"])
        assert second == {"state": visit["state"], "dropped": 0}
        if len(path) > 1 or path[:1] not in [(), ("slots",)]:
            others = [id for id in state["slots"] if path[:2] != ("slots", id)]
            assert all(visit["state"]["slots"][id] == whole["state"]["slots"][id] for id in others)


def test_whatever_was_kept_can_be_marked(page: dict[str, Data]) -> None:
    state = make_state(make_paper(SMALL, "basics"))
    spoiled = [spoil(state, path, value) for path in list_paths(state) for value in NASTY if path[:1] == ("slots",)]
    made = restore(*((page, kept) for kept in spoiled[::7]))
    points = call(*(["state", "pointsOf", page, visit["state"], item] for visit in made for item in page["items"]))
    most = {item["id"]: item["points"] for item in page["items"]}
    ids = [item["id"] for _ in made for item in page["items"]]
    assert all(0 <= had <= most[id] for id, had in zip(ids, points, strict=True))


@pytest.mark.parametrize("version", [None, 0, 1, "1", "2", 2.0, -3, [], {}, "x"])
def test_a_state_of_an_odd_or_earlier_version_is_read_as_far_as_it_fits(page: dict[str, Data], version: Data) -> None:
    state = make_state(make_paper(SMALL, "basics"))
    (made,) = restore((page, {**state, "version": version}))
    check_state(page, made["state"])
    assert all(slot["tried"] == state["slots"][id]["tried"] for id, slot in made["state"]["slots"].items())


@pytest.mark.parametrize(
    ("kept", "later"),
    [("", False), ("{", False), ("[]", False), ("null", False), ('{"version":2}', False), ('{"version":3}', True)],
)
def test_a_later_version_is_known_by_its_number(kept: str, later: bool) -> None:
    assert call(["restore", "isLater", kept]) == [later]


@pytest.mark.parametrize(
    "text", ["", "{", "7", "null", "[]", '"x"', "{}", '{"slots":[]}', '{"slots":{"a":1}}', "[[[[", "\u0000"]
)
def test_of_what_cannot_be_read_a_new_state_is_made(page: dict[str, Data], text: str) -> None:
    (made,) = restore((page, text))
    check_state(page, made["state"])
    assert (made["state"]["at"], made["dropped"]) == ("/start", 0)
    assert call(["restore", "restoreOthers", page, text]) == [[]]


def test_what_others_left_is_found_among_rubbish(page: dict[str, Data]) -> None:
    state = make_state(make_paper(SMALL, "basics"))
    kept = json.dumps([None, 7, {}, state, {"slots": None}, [state], "x"])
    (others,) = call(["restore", "restoreOthers", page, kept])
    assert [other["state"]["slots"]["ratio"]["tried"] for other in others] == [state["slots"]["ratio"]["tried"]]

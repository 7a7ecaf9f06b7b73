"""A quiz that was edited between two visits: what still fits is kept, what does not is counted, and no score is wrong."""

from __future__ import annotations

import copy
import json
import random
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from edu.plan.likeness import hash_question
from edu.plan.paper import Item, Multiple, Paper, Single
from edu.plan.quiz import make_quiz
from tests.quiz.modules import call, restore, shape_page
from tests.quiz.papers import ROOT, SMALL, make_paper, mark, read_editions
from tests.quiz.reference import make_answer, share_of

pytestmark = pytest.mark.slow

Data = Any
Edit = Callable[[Data], None]
SEED = 7


def put(id: str, /, **values: Data) -> Edit:
    """Return what gives a question other values; None takes one away."""

    def edit(quiz: Data) -> None:
        question = find(quiz["questions"], id)
        for name, value in values.items():
            question[name] = value
            if value is None:
                del question[name]

    return edit


def change(id: str, path: str, do: Callable[[Data], object]) -> Edit:
    """Return what does something with a part of a question: `blanks/money/choices` leads by names and ids."""

    def edit(quiz: Data) -> None:
        part = find(quiz["questions"], id)
        for step in path.split("/"):
            part = find(part, step) if isinstance(part, list) else part[step]
        do(part)

    return edit


def find(parts: Data, id: str) -> Data:
    return next(part for part in parts if part["id"] == id)


def drop(id: str) -> Callable[[Data], None]:
    return lambda parts: parts.remove(find(parts, id))


def swap(one: str, two: str, name: str) -> Callable[[Data], None]:
    """Return what lets two parts change their texts."""

    def do(parts: Data) -> None:
        first, second = find(parts, one), find(parts, two)
        first[name], second[name] = second[name], first[name]

    return do


def rules(**values: Data) -> Edit:
    return lambda quiz: quiz.update(values)


def add(place: int) -> Edit:
    extra = {
        **{"id": "extra", "kind": "true_false", "text": "茶铺在河边。", "objective": "tell-apart", "level": "remember"},
        **{"slide": "basics", "explanation": "茶铺在校门口。", "answer": False, "feedback": "再看一眼图。"},
    }
    return lambda quiz: quiz["questions"].insert(place, extra)


def remake(id: str, kind: str, *names: str, **values: Data) -> Edit:
    """Return what makes a question one of another kind, of its own things keeping those that `names` lists."""
    common = ("id", "text", "objective", "level", "slide", "explanation")

    def edit(quiz: Data) -> None:
        question = find(quiz["questions"], id)
        kept = {name: question[name] for name in (*common, *names)}
        question.clear()
        question.update(kept | {"kind": kind} | values)

    return edit


def wrong(id: str, text: str) -> Data:
    return {"id": id, "text": text, "feedback": "再想想。"}


def hold(_: Data) -> None:
    """Change nothing of the quiz itself."""


# What is done, and which answers no longer fit where all were right.
EDITS: Mapping[str, tuple[Edit, Sequence[str]]] = {
    "nothing": (hold, []),
    "title": (rules(title="另一个题目", intro="另一段话"), []),
    "exam": (rules(mode="exam"), []),
    "all on one page": (rules(show="all"), []),
    "mixed": (rules(shuffle=True), []),
    "certainty": (rules(certainty=True), []),
    "minutes": (rules(minutes=5), []),
    "fewer tries": (rules(tries=1), []),
    "more tries": (rules(tries=5), []),
    "dearer hints": (rules(hint_cost=50), []),
    "names": (rules(seed="student"), []),
    "added in front": (add(0), []),
    "added in the middle": (add(5), []),
    "added at the end": (add(10), []),
    "removed": (lambda quiz: quiz["questions"].pop(3), ["ratio"]),
    "three removed": (lambda quiz: quiz.update(questions=quiz["questions"][3:]), ["which-money", "both-shops", "claim"]),
    "moved": (lambda quiz: quiz["questions"].reverse(), []),
    "another id": (put("ratio", id="quotient"), ["ratio"]),
    "slip in a text": (put("claim", text="店主说的回头比例已经由商会核实了。"), []),
    "another text": (put("claim", text="河畔茶馆比晴天茶铺开得早。"), ["claim"]),
    "what surrounds": (
        put("which-money", explanation="别的解释", hint="别的提示", level="apply", slide="sales", objective="read-figures"),
        [],
    ),
    "no hint": (put("which-money", hint=None), []),
    "more hints": (put("which-money", hints=["再想想。"]), []),
    "points": (put("both-shops", points=7), []),
    "scoring": (put("both-shops", scoring="all_or_nothing"), []),
    "order of choices": (change("which-money", "choices", lambda parts: parts.reverse()), []),
    "no mixing": (put("which-money", shuffle=False), []),
    "slip in a choice": (change("which-money", "choices/received", lambda part: part.update(text="卖茶收到的全部钱")), []),
    "feedback": (change("which-money", "choices/left", lambda part: part.update(feedback="别的话")), []),
    "a choice more": (change("which-money", "choices", lambda parts: parts.append(wrong("tax", "交的税"))), ["which-money"]),
    "a choice less": (change("which-money", "choices", drop("cost")), ["which-money"]),
    "a choice renamed": (change("which-money", "choices/cost", lambda part: part.update(id="costs")), ["which-money"]),
    "a right choice renamed": (change("which-money", "choices/received", lambda part: part.update(id="got")), ["which-money"]),
    "texts changed places": (change("which-money", "choices", swap("received", "left", "text")), ["which-money"]),
    "the key of one": (change("which-money", "choices", swap("received", "received", "id")), []),
    "a right one more": (change("both-shops", "choices/profit", lambda part: part.update(right=True)), ["both-shops"]),
    "a right one less": (change("both-shops", "choices/over", lambda part: part.update(right=False)), ["both-shops"]),
    "truth": (put("claim", answer=True), ["claim"]),
    "another number": (put("ratio", answer=2.5), ["ratio"]),
    "the same number, typed": (put("ratio", answer=1.3888888888888888), []),
    "tolerance": (put("ratio", tolerance=0.5), []),
    "unit": (put("ratio", unit="倍左右"), []),
    "mistakes": (put("ratio", mistakes=[]), []),
    "one accepted answer more": (put("name-it", accepted=["回头客", "回头顾客", "老顾客"]), []),
    "other accepted answers": (put("name-it", accepted=["常客"]), []),
    "slip in a sentence": (put("fill-in", sentence="[[money]]减去了成本，剩下的就是[[rest]]。"), []),
    "gaps in another order": (put("fill-in", sentence="[[rest]]是[[money]]减去成本后剩下的。"), []),
    "a choice more in a gap": (
        change("fill-in", "blanks/money/choices", lambda parts: parts.append(wrong("tax", "税款"))),
        ["fill-in"],
    ),
    "another key of a gap": (change("fill-in", "blanks/money/choices", swap("turnover", "rent", "text")), ["fill-in"]),
    "a gap less": (
        lambda quiz: (
            put("fill-in", sentence="[[money]]减去成本，剩下的是利润。")(quiz),
            change("fill-in", "blanks", drop("rest"))(quiz),
        )[0],
        ["fill-in"],
    ),
    "a gap more": (
        lambda quiz: (
            put("fill-in", sentence="[[money]]减去[[cost]]，剩下的是[[rest]]。")(quiz),
            change("fill-in", "blanks", lambda parts: parts.append({"id": "cost", "accepted": ["成本"]}))(quiz),
        )[0],
        ["fill-in"],
    ),
    "a gap to type in": (
        change("fill-in", "blanks/money", lambda gap: (gap.pop("choices"), gap.update(accepted=["营业额"]))),
        ["fill-in"],
    ),
    "a pair more": (
        change("pair-up", "pairs", lambda parts: parts.append({"id": "new", "left": "新店", "right": "车站"})),
        ["pair-up"],
    ),
    "right sides changed places": (change("pair-up", "pairs", swap("sunny", "river", "right")), ["pair-up"]),
    "an extra more": (change("pair-up", "extras", lambda parts: parts.append({"id": "park", "text": "公园"})), ["pair-up"]),
    "an extra less": (put("pair-up", extras=[]), ["pair-up"]),
    "slip in a pair": (change("pair-up", "pairs/river", lambda part: part.update(right="河边的步道")), []),
    "another order": (change("in-order", "items", lambda parts: parts.reverse()), ["in-order"]),
    "a part more in order": (
        change("in-order", "items", lambda parts: parts.append({"id": "tell", "text": "推荐"})),
        ["in-order"],
    ),
    "a part to sort more": (
        change("sort-out", "items", lambda parts: parts.append({"id": "wage", "text": "工资", "group": "costs"})),
        ["sort-out"],
    ),
    "a part to sort less": (change("sort-out", "items", drop("rent")), ["sort-out"]),
    "another group": (change("sort-out", "items/cards", lambda part: part.update(group="costs")), ["sort-out"]),
    "groups changed names": (change("sort-out", "groups", swap("income", "costs", "name")), ["sort-out"]),
    "a line of the rubric more": (
        change("your-view", "rubric", lambda lines: lines.append({"id": "plan", "text": "说出做法", "points": 2})),
        [],
    ),
    "a line of the rubric less": (
        lambda quiz: (change("your-view", "rubric", drop("reason"))(quiz), put("your-view", points=2)(quiz))[0],
        [],
    ),
    "a multiple of a single": (
        lambda quiz: (
            put("which-money", kind="multiple")(quiz),
            change("which-money", "choices/left", lambda part: part.update(right=True))(quiz),
        )[0],
        ["which-money"],
    ),
    "a text of a number": (remake("ratio", "text", accepted=["1.4"]), ["ratio"]),
    "an open question of a text": (
        remake("name-it", "open", rubric=[{"id": "name", "text": "说出名称"}], sample="回头客"),
        ["name-it"],
    ),
}


def make_edited(edits: Mapping[str, Edit], folder: Path) -> Mapping[str, Paper]:
    """Return the small course's quiz after each of `edits`, as an author would write and read it again."""
    root = folder / "course"
    shutil.copytree(SMALL, root)
    path = root / "content" / "basics" / "quiz.yaml"
    quiz = YAML(typ="safe").load(path.read_text("utf-8"))
    made = {}
    for name, edit in edits.items():
        edited = copy.deepcopy(quiz)
        edit(edited)
        path.write_text(json.dumps(edited, ensure_ascii=False, indent=1), "utf-8")
        made[name] = make_quiz(read_editions.__wrapped__(root), "basics")[0]
    return made


def make_state(paper: Paper, *, right: bool, checked: bool = True) -> dict[str, Any]:
    """Return what a browser keeps once every question of `paper` has an answer."""
    slots = {}
    for item in paper.items:
        answer = make_answer(item, right=right)
        slots[item.id] = {"hash": item.hash, "answer": answer, "tried": [answer] * checked, "rev": 1, "flag": True}
    return {"version": 2, "born": SEED, "seed": SEED, "who": "", "at": paper.items[0].id, "only": None, "slots": slots}


@dataclass(frozen=True)
class Visit:
    """A visit to an edited quiz with one state of the unedited one, a second visit, and one after the edit was undone."""

    before: Data
    first: Data
    again: Data
    undone: Data
    shares: Mapping[str, float]


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Paper]:
    return make_edited({name: edit for name, (edit, _) in EDITS.items()}, tmp_path_factory.mktemp("edit"))


@pytest.fixture(scope="module")
def visits(edited: Mapping[str, Paper]) -> Mapping[str, Sequence[Visit]]:
    """Return for each edit the visits of one whose answers were all right, all wrong, or not checked yet."""
    small = make_paper(SMALL, "basics")
    old, new = shape_page(small), {name: shape_page(paper) for name, paper in edited.items()}
    states = [make_state(small, right=True), make_state(small, right=False), make_state(small, right=True, checked=False)]
    cases = [(name, state) for name in EDITS for state in states]
    firsts = restore(*((new[name], state) for name, state in cases))
    again = restore(*((new[name], first["state"]) for (name, _), first in zip(cases, firsts, strict=True)))
    undone = restore(*((old, first["state"]) for first in firsts))
    asked = [(index, item) for index, (name, _) in enumerate(cases) for item in new[name]["items"]]
    shares = call(*(["state", "shareOfItem", firsts[index]["state"], item] for index, item in asked))
    told: list[dict[str, float]] = [{} for _ in cases]
    for (index, item), share in zip(asked, shares, strict=True):
        told[index][item["id"]] = share
    made: dict[str, list[Visit]] = {name: [] for name in EDITS}
    for (name, state), *rest in zip(cases, firsts, again, undone, told, strict=True):
        made[name].append(Visit(state, *rest))
    return made


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_drops_what_no_longer_fits_and_nothing_else(visits: Mapping[str, Sequence[Visit]], name: str) -> None:
    for visit in (visits[name][0], visits[name][2]):
        slots = visit.first["state"]["slots"]
        dropped = [id for id in visit.before["slots"] if slots[id].get("aside") or slots[id]["answer"] is None]
        assert set(dropped) == set(EDITS[name][1])
        assert visit.first["dropped"] == len(dropped)
        assert all(slots[id]["flag"] for id in visit.before["slots"])


@pytest.mark.parametrize("name", EDITS)
def test_an_answer_that_an_edit_left_has_the_points_that_it_has_now(
    visits: Mapping[str, Sequence[Visit]], edited: Mapping[str, Paper], name: str
) -> None:
    for visit in visits[name]:
        slots = visit.first["state"]["slots"]
        given = [(item, slots[item.id]["tried"]) for item in edited[name].items]
        expected = {item.id: float(share_of(item, tried[-1])) if tried else 0 for item, tried in given}
        assert visit.shares == pytest.approx(expected)


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_is_told_once_and_can_be_undone(visits: Mapping[str, Sequence[Visit]], name: str) -> None:
    for visit in visits[name]:
        assert visit.again == {"state": visit.first["state"], "dropped": 0}
        assert visit.undone["dropped"] == 0
        for id, slot in visit.before["slots"].items():
            now = visit.undone["state"]["slots"][id]
            assert {key: now[key] for key in slot} == slot


def test_through_any_number_of_edits_each_version_finds_what_was_answered_in_it(edited: Mapping[str, Paper]) -> None:
    dice = random.Random(11)
    pages = {name: shape_page(paper) for name, paper in edited.items()}
    answers = {(name, item.id): make_answer(item, right=True) for name, paper in edited.items() for item in paper.items}
    paths = [[*dice.choices(list(EDITS), k=4)] for _ in range(150)]
    states = [make_state(edited["nothing"], right=True) for _ in paths]
    for step in range(4):
        visited = restore(*((pages[path[step]], state) for path, state in zip(paths, states, strict=True)))
        states = [
            answer_rest(pages[path[step]], made["state"], answers, path[step])
            for path, made in zip(paths, visited, strict=True)
        ]
    small = pages["nothing"]
    for made in restore(*((small, state) for state in states)):
        slots = made["state"]["slots"]
        assert all(slots[item["id"]]["tried"] == [answers["nothing", item["id"]]] for item in small["items"])


def answer_rest(page: Data, state: Data, answers: Mapping[tuple[str, str], Data], name: str) -> Data:
    """Return the state once all that has no answer has a right one."""
    for item in page["items"]:
        slot = state["slots"][item["id"]]
        if not slot["tried"]:
            slot |= {"answer": answers[name, item["id"]], "tried": [answers[name, item["id"]]], "rev": slot["rev"] + 1}
    return dict(state)


def number_parts(item: Item) -> Item:
    """Return the question as of an author who counts: `q`, with the choices `a`, `b`, `c` …"""
    body = item.body
    if isinstance(body, Single | Multiple):
        options = tuple(replace(option, id="abcdefghij"[place]) for place, option in enumerate(body.options))
        body = replace(body, options=options)
    return replace(item, id="q", body=body, hash=hash_question(item.text, body, "zh_CN"))


@pytest.mark.parametrize("module", ["tool-vs-platform", "monetization", "strategy"])
def test_a_question_that_took_over_the_id_of_another_one_takes_no_answer_with_it(module: str) -> None:
    items = [number_parts(item) for item in make_paper(ROOT, module).items]
    pages = [shape_page(replace(make_paper(ROOT, module), items=(item,))) for item in items]
    states = [make_state(replace(make_paper(ROOT, module), items=(item,)), right=True) for item in items]
    pairs = [(page, state) for page in range(len(items)) for state in range(len(items))]
    made = restore(*((pages[page], states[state]) for page, state in pairs))
    assert [pair for pair, visit in zip(pairs, made, strict=True) if visit["state"]["slots"]["q"]["tried"]] == [
        (place, place) for place in range(len(items))
    ]
    assert [visit["dropped"] for visit in made] == [int(page != state) for page, state in pairs]


def test_a_figure_that_changed_in_the_facts_changes_the_key(small_paper: Paper, tmp_path: Path) -> None:
    shutil.copytree(SMALL, tmp_path / "course")
    facts = tmp_path / "course" / "content" / "facts.yaml"
    facts.write_text(facts.read_text("utf-8").replace("value: 180000", "value: 90000"), "utf-8")
    changed = make_quiz(read_editions(tmp_path / "course"), "basics")[0]
    (made,) = restore((shape_page(changed), make_state(small_paper, right=True)))
    assert [id for id, slot in made["state"]["slots"].items() if not slot["tried"]] == ["ratio"]


@pytest.mark.parametrize("languages", [("zh_CN",), ("zh_CN", "en"), ("zh_CN", "en", "ar")])
def test_what_is_said_in_other_languages_and_how_many_there_are_changes_no_answer(
    small_paper: Paper, languages: Sequence[str]
) -> None:
    source, other = read_editions(SMALL)
    editions = [source, *(replace(mark(other, lambda text: f"{text}, in other words"), lang=lang) for lang in languages[1:])]
    state = make_state(small_paper, right=True)
    (made,) = restore((shape_page(make_quiz(editions, "basics")[0]), state))
    assert made["dropped"] == 0
    assert all(slot["tried"] == state["slots"][id]["tried"] for id, slot in made["state"]["slots"].items())


def test_a_smaller_draw_counts_what_is_no_longer_drawn_once(small_paper: Paper) -> None:
    page = shape_page(replace(small_paper, rules=replace(small_paper.rules, draw=4)))
    (first,) = restore((page, {**make_state(small_paper, right=True), "at": "results", "only": ["claim", "ratio"]}))
    drawn = [item["id"] for item in call(["state", "listDrawn", page, first["state"]])[0]]
    assert (len(drawn), first["dropped"]) == (4, 6)
    assert set(first["state"]["only"] or drawn) <= set(drawn)
    again, back = restore((page, first["state"]), (shape_page(small_paper), first["state"]))
    assert (again["dropped"], back["dropped"]) == (0, 0)
    assert all(slot["tried"] for slot in back["state"]["slots"].values())

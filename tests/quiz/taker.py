"""Takes a quiz in a browser: answers each question right or wrong as its Paper says, by mouse or by keyboard."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, assert_never

from playwright.sync_api import Page

from edu.plan.paper import (
    ChoiceGap,
    Cloze,
    Gap,
    Group,
    Item,
    Match,
    Multiple,
    Numeric,
    Open,
    Order,
    Paper,
    Part,
    Single,
    TextEntry,
    TrueFalse,
)

NONSENSE = "zzz"
CONTROLS = """() => Object.fromEntries([...document.querySelectorAll('main input, main select, main textarea')]
  .filter((field) => field.id !== 'report')
  .map((field) => [field.id, field.type === 'radio' || field.type === 'checkbox' ? field.checked : field.value]))"""


@dataclass(frozen=True)
class Taker:
    """A student at `page`. With `keys` nothing but the keyboard is used."""

    page: Page
    paper: Paper
    keys: bool = False

    def press_button(self, id: str) -> None:
        """Press the button `id`; with keys, the focus is on something afterwards, too."""
        if self.keys:
            self.tab_to(lambda field: field["id"] == id)
            self.page.keyboard.press("Enter")
            assert self.focused()["id"], f"the focus is lost after {id}"
        else:
            self.page.click(f"[id='{id}']")

    def go_on(self) -> None:
        """Press the button for the next step: start, check, next, results."""
        self.press_button("primary")

    def switch(self, lang: str) -> None:
        """Change the language of the page."""
        self.press_button(f"language--{lang}")

    def answer(self, item: Item, *, right: bool) -> None:
        """Answer the question on the page, fully right or wrong in every part; an order is right or wrong as a whole."""
        match item.body:
            case Single() | TrueFalse():
                option = next(option for option in item.body.options if option.right == right)
                self.choose(item.id, f"{item.id}--{option.id}")
            case Multiple():
                for option in item.body.options:
                    self.set_box(f"{item.id}--{option.id}", option.right == right)
            case Numeric():
                value = item.body.answer if right else item.body.answer * 3 + item.body.tolerance * 10 + 7
                self.write(f"{item.id}--entry", f"{float(value):.6f}")
            case TextEntry():
                self.write(f"{item.id}--entry", item.body.shown[self.paper.languages[0]][0] if right else NONSENSE)
            case Cloze():
                for gap in item.body.gaps:
                    self._fill_gap(item.id, gap, right=right)
            case Match():
                for left in item.body.lefts:
                    self._pair(item.id, item.body, left, right=right)
            case Order():
                ids = [part.id for part in item.body.parts]
                self._put_in_order(item.id, ids if right else [*ids[1:], ids[0]])
            case Group():
                for part in item.body.parts:
                    self._sort(item.id, item.body, part, right=right)
            case Open():
                self.write(f"{item.id}--entry", "Something about it")
            case _:
                assert_never(item.body)

    def assess(self, item: Item, *, right: bool) -> None:
        """Mark an open answer that was compared with the sample."""
        if isinstance(item.body, Open):
            for line in item.body.rubric:
                self.set_box(f"{item.id}--{line.id}", right)

    def answer_partly(self, item: Item) -> bool:
        """Answer all but the last part right; return whether the question has parts that count."""
        if not isinstance(item.body, Multiple | Cloze | Match | Order | Group):
            return False
        self.answer(item, right=True)
        match item.body:
            case Multiple(options=(*_, last)):
                self.set_box(f"{item.id}--{last.id}", not last.right)
            case Cloze(gaps=(*_, last)):
                self._fill_gap(item.id, last, right=False)
            case Match(lefts=(*_, last)) as body:
                self._pair(item.id, body, last, right=False)
            case Order(parts=(*_, last)):
                self.press_button(f"{item.id}--{last.id}--up")
            case Group(parts=(*_, last)) as body:
                self._sort(item.id, body, last, right=False)
        return True

    def _fill_gap(self, id: str, gap: Gap, *, right: bool) -> None:
        if isinstance(gap, ChoiceGap):
            self.select(f"{id}--{gap.id}", next(option.id for option in gap.options if option.right == right))
        else:
            self.write(f"{id}--{gap.id}", gap.shown[self.paper.languages[0]][0] if right else NONSENSE)

    def _pair(self, id: str, body: Match, left: Part, *, right: bool) -> None:
        self.select(f"{id}--{left.id}", _other(body.key[left.id], [part.id for part in body.rights], right))

    def _sort(self, id: str, body: Group, part: Part, *, right: bool) -> None:
        group = _other(body.key[part.id], [group.id for group in body.groups], right)
        self.choose(f"{id}--{part.id}", f"{id}--{part.id}--{group}")

    def _put_in_order(self, id: str, ids: list[str]) -> None:
        for place, part in enumerate(ids):
            while (now := self.order_shown(id).index(part)) > place:
                self.press_button(f"{id}--{part}--up")
                assert self.order_shown(id).index(part) == now - 1

    def order_shown(self, id: str) -> list[str]:
        """Return the ids of an order question as they stand."""
        buttons = self.page.eval_on_selector_all(".order button[id$='--up']", "buttons => buttons.map(button => button.id)")
        return [button.removeprefix(f"{id}--").removesuffix("--up") for button in buttons]

    def choose(self, name: str, id: str) -> None:
        """Choose the radio button `id` of the group `name`."""
        if not self.keys:
            self.page.check(f"[id='{id}']")
            return
        self.tab_to(lambda field: field["name"] == name)
        self.page.keyboard.press("Space")
        for _ in range(20):
            if self.focused()["id"] == id:
                break
            self.page.keyboard.press("ArrowDown")
        assert self.page.is_checked(f"[id='{id}']")

    def set_box(self, id: str, on: bool) -> None:
        """Tick or untick a check box."""
        if not self.keys:
            self.page.set_checked(f"[id='{id}']", on)
        elif self.page.is_checked(f"[id='{id}']") != on:
            self.tab_to(lambda field: field["id"] == id)
            self.page.keyboard.press("Space")

    def write(self, id: str, text: str) -> None:
        """Type `text` into an empty field."""
        if not self.keys:
            self.page.fill(f"[id='{id}']", text)
            return
        self.tab_to(lambda field: field["id"] == id)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(text)

    def select(self, id: str, value: str) -> None:
        """Choose from a drop-down."""
        if not self.keys:
            self.page.select_option(f"[id='{id}']", value)
            return
        self.tab_to(lambda field: field["id"] == id)
        for key in ["Home", *["ArrowDown"] * 20]:
            self.page.keyboard.press(key)
            if self.page.input_value(f"[id='{id}']") == value:
                return
        raise AssertionError(f"{id} has no {value}")

    def focused(self) -> Mapping[str, str]:
        """Return id and name of the element that has the focus."""
        found = self.page.evaluate("() => ({id: document.activeElement.id, name: document.activeElement.name || ''})")
        return dict(found)

    def tab_to(self, wanted: Callable[[Mapping[str, str]], bool]) -> None:
        """Press Tab until the wanted element has the focus; fails where the keyboard does not get there."""
        for _ in range(120):
            if wanted(self.focused()):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError("the keyboard does not get there")

    def kept(self) -> Mapping[str, Any]:
        """Return the state that the browser keeps."""
        return dict(json.loads(self.page.evaluate(f"() => localStorage.getItem('edu:{self.paper.course}:{self.paper.quiz}')")))

    def controls(self) -> Mapping[str, Any]:
        """Return what stands in each control of the page, by id."""
        return dict(self.page.evaluate(CONTROLS))

    def score(self) -> tuple[float, float]:
        """Return the points had and the most points, as the results say them."""
        found = re.findall(r"[\d.]+", self.page.inner_text(".big"))
        return float(found[0]), float(found[1])


def _other(key: str, ids: list[str], right: bool) -> str:
    return key if right else next(id for id in ids if id != key)

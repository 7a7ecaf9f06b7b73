"""A switch of language after every single step, in all that a quiz can be: nothing changes but the words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import pytest

from edu.plan.paper import Item, Numeric, Open, Order, Paper
from edu.plan.runs import Run
from tests.quiz.conftest import OpenQuiz
from tests.quiz.states import by
from tests.quiz.taker import Taker

pytestmark = pytest.mark.slow

ACT = """([id, value]) => {
  const field = document.getElementById(id);
  const set = (name) => {
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), name).set.call(field, value);
    field.dispatchEvent(new Event('input', {bubbles: true}));
    field.dispatchEvent(new Event('change', {bubbles: true}));
  };
  field.focus();
  if (value === null) field.click();
  else if (typeof value === 'string') set('value');
  else if (field.checked !== value) field.click();
}"""
"""Does at once what a student would do by mouse or keyboard."""

READ = """() => {
  const top = (one) => one.getBoundingClientRect().top;
  const first = [...document.querySelectorAll('main [id]')].find((one) => top(one) > 0);
  return [first.id, top(first)];
}"""
"""What of the quiz stands first in the window, and where."""

SWITCH = """(languages) => {
  const look = () => {
    const all = [...document.querySelectorAll('main *, #notice *')].filter((one) => !one.closest('.bead, .bit, .tile'));
    const sorted = (list) => [...list].sort();
    const list = (query, tell) => [...document.querySelectorAll(query)].map(tell);
    const field = document.activeElement;
    const states = ['name', 'type', 'checked', 'disabled', 'readOnly', 'placeholder'];
    const spoken = ['pressed', 'current', 'invalid', 'disabled'];
    const controls = list('main :is(input, select, textarea, button)', (one) => JSON.stringify([one.id,
      one.id === 'report' ? '' : one.value, ...states.map((name) => one[name]),
      ...spoken.map((name) => one.getAttribute(`aria-${name}`)), [...one.options || []].map((option) => option.value)]));
    return {
      view: document.querySelector('main').firstElementChild.className,
      ids: sorted(all.map((one) => one.id).filter((id) => id)),
      classes: sorted(all.map((one) => one.getAttribute('class')).filter((name) => name)),
      fields: list('main :is(input, select, textarea:not([readonly]))', (one) => [one.id, one.value, one.checked]).sort(),
      controls: document.querySelector('.cloze') ? sorted(controls) : controls,
      focus: [field.id, field.selectionStart, field.selectionEnd, field.scrollTop],
      open: list('details[open] > summary', (one) => one.id),
      counts: list('.big, .standing, .worth, .score, .bead, .place, #clock',
        (one) => sorted(one.textContent.match(/[0-9.]+/g) || [])),
      shares: list('circle, .meter > *', (one) => one.getAttribute('stroke-dasharray') || one.style.inlineSize),
      notices: document.querySelectorAll('#notice p').length,
      kept: Object.entries(localStorage).filter(([key]) => !key.includes(':language:')).sort(),
    };
  };
  const faults = [];
  const compare = (language, names) => {
    document.getElementById(`language--${language}`).click();
    const after = look();
    for (const name of names) {
      const pair = [before[name], after[name]].map((value) => JSON.stringify(value));
      if (pair[0] !== pair[1]) faults.push(`${language} ${name}: ${pair[0]} became ${pair[1]}`);
    }
    return after;
  };
  const last = languages[languages.length - 1];
  let before = look();
  before = compare(last, ['view', 'fields', 'focus', 'open', 'kept']);
  const words = document.querySelector('main').textContent;
  for (const language of languages) {
    compare(language, Object.keys(before));
    const same = document.querySelector('main').textContent === words;
    if (same !== (language === last)) faults.push(`${language} words`);
  }
  return faults;
}"""
"""Switches to each language in turn and says what became different of all that is no word.

The first switch is to the language that is there: what is typed does not change the rest of a page before it is drawn anew."""

RULES: Sequence[dict[str, Any]] = (
    {"certainty": True, "seed": "student", "tries": 3, "hint_cost": 25},
    {"mode": "exam", "certainty": True, "shuffle": True, "minutes": 5},
    {"show": "all", "shuffle": True, "certainty": True, "minutes": 10, "tries": 3, "hint_cost": 100},
    {"mode": "exam", "show": "all", "draw": 4, "seed": "student", "hint_cost": 0},
    {"draw": 5, "shuffle": True, "seed": "student", "tries": 1, "minutes": 5},
)


@dataclass(frozen=True)
class Switcher(Taker):
    """A student who switches to the other languages and back after every step."""

    def act(self, id: str, value: str | bool | None = None) -> None:
        self.page.evaluate(ACT, [id, value])
        self.check()

    def check(self) -> None:
        now = self.page.evaluate("() => document.querySelector('#languages [aria-pressed=true]').id").split("--")[1]
        languages = [*(lang for lang in self.paper.languages if lang != now), now]
        assert self.page.evaluate(SWITCH, languages) == []

    def press_button(self, id: str) -> None:
        self.act(id)

    def choose(self, name: str, id: str) -> None:
        self.act(id, True)

    def set_box(self, id: str, on: bool) -> None:
        self.act(id, on)

    def write(self, id: str, text: str) -> None:
        self.act(id, text)
        self.page.evaluate("document.activeElement.setSelectionRange(1, 2)")
        self.check()

    def select(self, id: str, value: str) -> None:
        self.act(id, value)

    def has(self, id: str) -> bool:
        return bool(self.page.evaluate("id => document.getElementById(id) !== null", id))

    def name(self, base: str, item: Item) -> str:
        """Return the id of an element of a question's form."""
        return f"{base}--{item.id}" if self.paper.rules.show == "all" else base

    def unfold(self) -> None:
        """Open all that can be opened."""
        self.page.evaluate("() => document.querySelectorAll('details').forEach((part) => { part.open = true; })")
        self.check()


def give_hints(paper: Paper) -> Paper:
    """Return the paper with two hints for every question."""
    hints = tuple({lang: (Run(f"{lang} help {n}", lang),) for lang in paper.languages} for n in (1, 2))
    return replace(paper, items=tuple(replace(item, hints=hints) for item in paper.items))


def list_items(taker: Switcher) -> list[Item]:
    ids = taker.page.eval_on_selector_all(".bead", "all => all.map((bead) => bead.id.slice('map--'.length))")
    return [next(item for item in taker.paper.items if item.id == id) for id in ids]


def take_question(taker: Switcher, item: Item, *, right: bool) -> None:
    """Do all that can be done with a question: leave it empty, get it wrong, use hints, then answer it."""
    rules = taker.paper.rules
    study = rules.mode == "study"
    primary = taker.name("primary", item)
    taker.act(taker.name("flag", item))
    for _ in item.hints if study else ():
        taker.act(taker.name("hint", item))
    if rules.certainty and not isinstance(item.body, Open):
        taker.choose("", f"{item.id}--sure--think")
    if study and not isinstance(item.body, Order):
        taker.act(primary)
    if isinstance(item.body, Numeric):
        ask_about_number(taker, item, primary)
    for turn in [right] if isinstance(item.body, Open) or not study else [False] * (rules.tries - right) + [right] * right:
        taker.answer(item, right=turn)
        if study or rules.show == "one":
            taker.act(primary)
    if study:
        taker.assess(item, right=right)
    taker.unfold()
    if study and rules.show == "one":
        taker.act(primary)


def ask_about_number(taker: Switcher, item: Item, primary: str) -> None:
    """Write what is no number, then one that can be read in two ways."""
    study = taker.paper.rules.mode == "study"
    for text in ("abc", "1,389"):
        taker.write(f"{item.id}--entry", text)
        if study or (text == "1,389" and taker.paper.rules.show == "one"):
            taker.act(primary)


def begin(taker: Switcher) -> None:
    taker.check()
    if taker.has("who"):
        taker.act("primary")
        taker.write("who", "Ada")
    if taker.has("limit"):
        taker.select("limit", "1.5")
    taker.act("primary")


@pytest.mark.parametrize("rules", RULES, ids=lambda rules: "-".join(map(str, rules)))
def test_a_switch_of_language_after_any_step_changes_words_alone(
    open_quiz: OpenQuiz, small_paper: Paper, rules: dict[str, Any]
) -> None:
    paper = give_hints(replace(small_paper, rules=replace(small_paper.rules, **rules)))
    opened = open_quiz(paper, paper.languages[len(rules) % 2], reduced_motion="reduce")
    taker = Switcher(opened.page, paper)
    begin(taker)
    for place, item in enumerate(list_items(taker)):
        take_question(taker, item, right=place % 2 == 0)
    hand_in(taker)
    look_around(taker)
    come_back(taker)


def test_a_switch_changes_words_alone_in_every_quiz(open_quiz: OpenQuiz, paper: Paper) -> None:
    taker = Switcher(open_quiz(paper, paper.languages[0], reduced_motion="reduce").page, paper)
    begin(taker)
    for place, item in enumerate(paper.items):
        take_question(taker, item, right=place % 2 == 1)
    assert taker.page.is_visible(".results")


def test_a_switch_keeps_what_is_read_where_it_stands(open_quiz: OpenQuiz, paper: Paper) -> None:
    taker = open_quiz(
        by(paper, show="all"), paper.languages[0], viewport={"width": 390, "height": 700}, reduced_motion="reduce"
    )
    taker.go_on()
    taker.page.evaluate("scrollTo(0, document.body.scrollHeight / 2)")
    for lang in (*paper.languages[1:], paper.languages[0]):
        id, top = taker.page.evaluate(READ)
        taker.page.evaluate("lang => document.getElementById(`language--${lang}`).click()", lang)
        now = taker.page.evaluate("id => document.getElementById(id).getBoundingClientRect().top", id)
        assert abs(now - top) < 2, f"{id} went from {top} to {now}"


def hand_in(taker: Switcher) -> None:
    """Go on to the results: an exam in which an order that came wrong was left so asks once more."""
    for _ in range(2):
        if not taker.page.is_visible(".results"):
            taker.act("finish" if taker.has("finish") else "primary")
    assert taker.page.is_visible(".results")


def look_around(taker: Switcher) -> None:
    """Do all that can be done with results: open, erase, look at a question, retry."""
    taker.unfold()
    taker.act("erase")
    taker.act("erase-no")
    taker.act(taker.page.eval_on_selector(".list button", "button => button.id"))
    if taker.has("back"):
        taker.act("back")
    taker.page.reload()
    taker.check()
    hand_in(taker)
    taker.act("primary")
    for item in list_items(taker)[:2]:
        take_question(taker, item, right=True)


def come_back(taker: Switcher) -> None:
    """Come back in another tab, leave the work to someone else, take it up again, erase it."""
    page = taker.page.context.new_page()
    page.goto(taker.page.url)
    back = Switcher(page, taker.paper)
    back.check()
    back.act("leave")
    back.unfold()
    back.act("other--0")
    back.act("primary")
    while not back.has("erase"):
        back.act("back" if back.has("back") else "finish")
    back.act("erase")
    back.act("erase-yes")

"""Every state that a student can bring the quiz page into, one after the other, to look at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from edu.plan.paper import Item, Numeric, Open, Order, Paper
from edu.plan.runs import Run
from tests.quiz.taker import Taker

Look = Callable[[Taker, str], None]
"""What is done in each state, which has a name."""


def by(paper: Paper, **rules: Any) -> Paper:
    """Return the paper with other rules."""
    return replace(paper, rules=replace(paper.rules, **rules))


def give_hints(paper: Paper) -> Paper:
    """Return the paper with a hint to every question."""
    hint = {lang: (Run("1 + 1 = 2.", lang),) for lang in paper.languages}
    return replace(paper, items=tuple(replace(item, hints=item.hints or (hint,)) for item in paper.items))


def make_alone(paper: Paper, item: Item) -> Paper:
    """Return the quiz of one question that has a hint, three tries, and asks how sure one is."""
    return give_hints(by(replace(paper, items=(item,)), tries=3, certainty=True))


def list_drawn(taker: Taker) -> list[str]:
    """Return the ids of the questions that the student gets, in their order."""
    ids = taker.page.eval_on_selector_all(".bead", "all => all.map((bead) => bead.id)")
    return [id.removeprefix("map--") for id in ids]


def visit_again(taker: Taker) -> Taker:
    """Return the same student in a new tab, the old one closed: what it saved has then left its process."""
    page = taker.page.context.new_page()
    url = taker.page.url
    taker.page.close()
    page.goto(url)
    return Taker(page, taker.paper, taker.keys)


def open_all(taker: Taker) -> None:
    """Open whatever can be unfolded."""
    taker.page.eval_on_selector_all("details", "all => all.forEach((one) => { one.open = true; })")


def walk_question(taker: Taker, look: Look) -> None:
    """Take a quiz of one question in every way: with nothing, wrong, partly and fully right."""
    item = taker.paper.items[0]
    taker.go_on()
    look(taker, "not answered")
    if not isinstance(item.body, Order):
        taker.go_on()
        look(taker, "nothing to check")
    taker.press_button("hint")
    look(taker, "hint")
    if isinstance(item.body, Numeric):
        walk_numbers(taker, item, look)
    answer_wrong(taker, item, look)
    taker.go_on()
    look(taker, "results, nothing right")
    taker.go_on()
    taker.answer(item, right=True)
    taker.go_on()
    taker.assess(item, right=True)
    open_all(taker)
    look(taker, "right")


def walk_numbers(taker: Taker, item: Item, look: Look) -> None:
    """Write what is no number, and what may be two."""
    for text in ("zzz", "1.389"):
        taker.write(f"{item.id}--entry", text)
        taker.go_on()
        look(taker, f"“{text}” for a number")


def answer_wrong(taker: Taker, item: Item, look: Look) -> None:
    """Use up the tries of a question: wrong, partly right where that can be, and wrong again."""
    taker.answer(item, right=False)
    look(taker, "answered")
    taker.go_on()
    look(taker, "wrong, with tries left")
    if isinstance(item.body, Open):
        return
    if taker.answer_partly(item):
        taker.go_on()
        look(taker, "partly right, with tries left")
    else:
        taker.go_on()
    taker.answer(item, right=False)
    taker.go_on()
    look(taker, "wrong")


def walk_quiz(taker: Taker, look: Look) -> None:
    """Go from the start to the results, with a question in each status, and back to the start as someone else."""
    look(taker, "start")
    taker.go_on()
    right, partly, wrong, begun = taker.paper.items[:4]
    for item in (right, partly, wrong):
        if item is not partly or not taker.answer_partly(item):
            taker.answer(item, right=item is right)
        taker.go_on()
        taker.press_button("skip" if taker.page.is_visible("#skip") else "primary")
    taker.answer(begun, right=True)
    taker.press_button("flag")
    taker.page.click("#map-head")
    look(taker, "map")
    for _ in taker.paper.items[3:]:
        taker.press_button("skip")
    open_all(taker)
    look(taker, "results")
    taker.press_button("erase")
    look(taker, "to erase or not")
    taker.press_button("erase-no")
    taker = visit_again(taker)
    look(taker, "welcome back")
    taker.press_button("leave")
    taker.page.click("#others")
    look(taker, "work of others")


def walk_exam(taker: Taker, look: Look) -> None:
    """Hand in an exam with something wrong, something right and something left out."""
    right, wrong, *rest = taker.paper.items
    taker.go_on()
    for item in (right, wrong):
        taker.answer(item, right=item is right)
        look(taker, f"exam: {item.id}")
        taker.go_on()
    for _ in rest:
        taker.go_on()
    look(taker, "exam: gaps")
    taker.go_on()
    look(taker, "exam: results")
    taker.press_button(f"list--{wrong.id}")
    look(taker, "exam: feedback")


def walk_one_page(taker: Taker, look: Look) -> None:
    """Have all questions on one page: empty, each asked about, and each checked."""
    paper = taker.paper
    taker.go_on()
    look(taker, "one page: nothing answered")
    taker.press_button(f"primary--{paper.items[0].id}")
    look(taker, "one page: nothing to check")
    for item in paper.items:
        taker.answer(item, right=False)
        taker.press_button(f"primary--{item.id}")
    open_all(taker)
    look(taker, "one page: wrong")
    taker.press_button("finish")
    look(taker, "one page: results")


def walk_notices(taker: Taker, look: Look) -> None:
    """Start without a name, with a choice of time; run out of it where nothing can be kept."""
    taker.page.clock.install()
    taker.page.reload()
    taker.go_on()
    assert taker.page.is_visible(".trouble")
    look(taker, "no name")
    taker.write("who", "Ada")
    taker.go_on()
    taker.page.evaluate(
        "() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; }"
    )
    taker.page.clock.run_for(taker.paper.rules.minutes * 60_000 - 30_000)
    look(taker, "time nearly up, nothing kept")
    taker.page.clock.run_for(40_000)
    look(taker, "time up")

"""The quiz page's pure modules, called by Node, and a Paper as the page has it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from typing import Any

from edu.plan.paper import Paper
from edu.write.html.shape import shape_keys, shape_paper
from tests.quiz.papers import ROOT


def call(*calls: list[Any]) -> list[Any]:
    """Return what the modules' functions return for each [module, function, *arguments]."""
    shared = {id(value): value for call in calls for value in call if isinstance(value, dict)}
    places = {key: {"shared": place} for place, key in enumerate(shared)}
    told = {"shared": list(shared.values()), "calls": [[places.get(id(value), value) for value in call] for call in calls]}
    run = subprocess.run(
        ["node", ROOT / "tests" / "quiz" / "run_modules.js"],
        input=json.dumps(told),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return list(json.loads(run.stdout))


def make_items(paper: Paper) -> dict[str, Any]:
    """Return the questions as the page has them once it has put the key to them, by id."""
    shaped, keys = json.loads(json.dumps(shape_paper(paper, "en"))), json.loads(json.dumps(shape_keys(paper)))
    return {item["id"]: {**item, **keys[item["id"]]} for item in shaped["items"]}


def shape_page(paper: Paper) -> dict[str, Any]:
    """Return the paper as the page has it once it has put the key to it."""
    return {**json.loads(json.dumps(shape_paper(paper, paper.languages[0]))), "items": list(make_items(paper).values())}


def restore(*visits: tuple[dict[str, Any], Any]) -> Sequence[dict[str, Any]]:
    """Return the state, and the number of answers that were dropped, for each page and what it finds in its storage."""
    return call(
        *(["restore", "restoreState", page, kept if isinstance(kept, str) else json.dumps(kept), 9] for page, kept in visits)
    )

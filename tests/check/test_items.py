"""The item linter tells flawed questions from those that look so, each language on its own, as loudly as the course wants."""

from __future__ import annotations

import re
import shutil
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from edu.build import Order, check_course
from edu.check.items.sheet import find_tongue
from edu.check.paper import check_paper, set_levels
from edu.model.questions import Quiz
from edu.plan.paper import Item, Paper, Single
from edu.plan.quiz import make_quiz
from edu.plan.runs import Run
from edu.problems import ITEM_RULES, Code, Place, Problem, describe_problem, word_counts, word_problems
from edu.report import fails
from tests.check.items.seeds import LANGUAGES, Score, is_told, make_paper, make_questions, read_seeds, score_rules
from tests.plan.decks import ROOT, SMALL
from tests.quiz.papers import read_editions

LEAST = 0.9
"""Of precision and of recall, for each rule in each language."""
SCORES = score_rules()


@pytest.mark.parametrize(("key", "score"), SCORES.items(), ids=[f"{code}-{lang}" for code, lang in SCORES])
def test_a_rule_finds_what_is_flawed_and_leaves_alone_what_looks_so(key: tuple[str, str], score: Score) -> None:
    assert score.told + score.untold >= 5 <= score.false + score.silent
    assert score.precision >= LEAST <= score.recall


def test_every_rule_has_questions_in_both_languages() -> None:
    seeded = Counter(
        code for lang in LANGUAGES for code in {c for s in read_seeds() if lang in (s.lang, s.other) for c in s.codes}
    )
    assert set(seeded) == set(ITEM_RULES)
    assert {code for code, languages in seeded.items() if languages < len(LANGUAGES)} == set()


def test_a_rule_that_finds_nothing_would_be_seen() -> None:
    assert Score(told=0, untold=5, false=0, silent=5).recall == 0.0
    assert Score(told=0, untold=5, false=0, silent=5).precision == 0.0
    assert Score(told=5, untold=0, false=5, silent=0).precision == 0.5


# --- languages ---------------------------------------------------------------------------------------------------------


def test_a_cue_that_a_translation_adds_is_found_in_it_alone() -> None:
    paper = make_quiz(read_editions(SMALL), "basics")[0]
    item = next(item for item in paper.items if item.id == "which-money")
    body = item.body
    assert body.kind == "single"
    long = {
        **body.options[0].text,
        "en": (Run("Whatever the shop takes in for the tea, long before any cost is taken away", "en"),),
    }
    changed = replace(item, body=replace(body, options=(replace(body.options[0], text=long), *body.options[1:])))
    found = check_paper(replace(paper, items=(changed,)))
    assert [(p.code, p.values["lang"], p.trail) for p in found if p.code == Code.LONG_KEY] == [
        (Code.LONG_KEY, "en", "basics/quiz#questions[which-money].choices[received]")
    ]
    stays = replace(changed, fallbacks=frozenset({"en"}))
    assert Code.LONG_KEY not in [p.code for p in check_paper(replace(paper, items=(stays,)))]


def test_a_full_width_character_counts_two() -> None:
    for lang, key in (("zh_CN", "二氧化碳和水"), ("en", "carbon and an")):
        paper = make_paper(make_questions(f"? | *{key} | O2 | N2 | He", lang), lang)
        assert Code.LONG_KEY in [problem.code for problem in check_paper(paper)]


def test_a_language_without_lists_gets_the_rules_that_need_none() -> None:
    paper = make_paper(make_questions("Qu'est-ce ? | *un très long texte pour la seule bonne réponse | un | deux", "en"), "en")
    french = replace(paper, languages=("fr",), items=tuple(_rename(item, "fr") for item in paper.items))
    assert [problem.code for problem in check_paper(french)] == [Code.LONG_KEY]
    assert find_tongue("fr").asks is None and find_tongue("zh_TW") is find_tongue("zh_CN")


def _rename(item: Item, lang: str) -> Item:
    """Return a question with one right choice with its English texts as those of `lang`."""
    assert isinstance(item.body, Single)
    options = tuple(
        replace(o, text={lang: o.text["en"]}, feedback={lang: o.feedback["en"]} if o.feedback else None)
        for o in item.body.options
    )
    texts = {
        "text": {lang: item.text["en"]},
        "explanation": {lang: item.explanation["en"]},
        "sources": {lang: item.sources["en"]},
    }
    return replace(item, **texts, body=replace(item.body, options=options))


# --- levels ------------------------------------------------------------------------------------------------------------


def copy_course(folder: Path, lint: str) -> Path:
    """Return a copy of the small course with a right choice that is too long, and `lint` in its settings."""
    course = Path(shutil.copytree(SMALL, folder / "course"))
    quiz, settings = course / "content" / "basics" / "quiz.yaml", course / "content" / "course.yaml"
    quiz.write_text(
        quiz.read_text("utf-8").replace("卖茶收到的钱", "卖出茶水和点心收到的、还没有减去各种成本的全部的钱"), "utf-8"
    )
    settings.write_text(settings.read_text("utf-8").replace("languages: [zh_CN, en]", f"languages: [zh_CN]\n{lint}"), "utf-8")
    return course


@pytest.mark.parametrize(
    ("lint", "level", "failed"),
    [
        ("", "warning", True),
        ("info", "info", False),
        ("warning", "warning", True),
        ("error", "error", True),
        ("off", "", False),
    ],
)
def test_a_course_says_how_bad_a_finding_is(lint: str, level: str, failed: bool, tmp_path: Path) -> None:
    course = copy_course(tmp_path, f"lint: {{quiz.long-key: {lint}}}" if lint else "")
    report = check_course(Order(course, strict=True))
    found = [problem for problem in report.problems if problem.code == Code.LONG_KEY]
    assert [str(problem.level) for problem in found] == ([level] if level else [])
    assert [describe_problem(problem, str)["level"] for problem in found] == ([level] if level else [])
    assert report.failed is failed
    assert all(problem.place and problem.place.line == 15 for problem in found)


def test_remarks_fail_nothing_and_are_folded() -> None:
    remarks = tuple(
        Problem(Code.MIXED_FORM, f"a/quiz#{n}", {"lang": "en", "mark": "."}, Place("quiz.yaml", n)) for n in (3, 5, 9)
    )
    other = replace(remarks[0], code=Code.LONG_STEM, values={"lang": "en", "count": 61, "most": 60})
    warning = set_levels([other], {"quiz.long-stem": "warning"})
    assert not fails(remarks, strict=True) and fails(warning, strict=True)
    lines = list(word_problems((*warning, *remarks), str))
    assert len(lines) == 3 and lines[1].endswith("2 more of this kind, in lines 5, 9 [quiz.mixed-form]")
    assert "warning" in lines[2]
    assert word_counts(remarks, str) == "errors: 0, warnings: 0, remarks: 3"
    assert word_counts(warning, str) == "errors: 0, warnings: 1"


# --- odd texts ---------------------------------------------------------------------------------------------------------

ODD = (
    "\U0001f600" * 40,
    "مرحبا بالعالم " * 20,
    "\u200b\u202e\ufeff.",
    "which is not " * 380,
    "不对" * 2400 + "x",
    "wrong " * 800 + "x",
    "哪个不" * 1600,
    "亿" * 4000,
    "9" * 4990,
    "1-" * 2400,
    "A, " * 1600 + "x",
    "A." * 2400 + "x",
    "A" + " " * 4900 + "B",
    "“" * 4900,
    "___ " * 1200,
)


def make_odd(text: str, count: int = 1) -> Quiz:
    """Return a quiz that has `text` in every place."""
    base = {"text": text, "objective": "tell-apart", "level": "remember", "slide": "basics", "explanation": text}
    choices = (
        {"id": "a", "text": text, "right": True},
        {"id": "b", "text": f"{text[:-1]}1", "feedback": text},
        {"id": "c", "text": f"2{text[:-1]}", "feedback": f"{text[:-1]}x"},
    )
    questions = tuple(
        question
        for n in range(count)
        for question in (
            {**base, "id": f"s{n}", "kind": "single", "shuffle": n % 2 == 0, "choices": choices},
            {**base, "id": f"t{n}", "kind": "true_false", "answer": n % 3 == 0, "feedback": text},
            {**base, "id": f"n{n}", "kind": "numeric", "answer": 10**290, "mistakes": ({"value": 10**290, "feedback": text},)},
            {**base, "id": f"x{n}", "kind": "text", "accepted": (text,), "feedback": text},
        )
    )
    return Quiz.model_validate({"title": "odd", "questions": questions})


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("text", ODD, ids=lambda text: repr(text[:8]))
def test_odd_texts_neither_crash_nor_hang(text: str, lang: str) -> None:
    paper = make_paper(make_odd(text), lang)
    start = time.process_time()
    check_paper(paper)
    assert time.process_time() - start < 2


def blank(paper: Paper) -> Paper:
    """Return `paper` with nothing in any text."""
    items = []
    for item in paper.items:
        none = dict.fromkeys(item.text, ())
        body = item.body
        if body.kind == "single":
            body = replace(body, options=tuple(replace(option, text=none) for option in body.options))
        items.append(replace(item, text=none, body=body))
    return replace(paper, items=tuple(items))


def test_empty_texts_and_a_quiz_without_questions_are_no_crash() -> None:
    paper = make_paper(make_odd("x"), "en")
    assert check_paper(blank(paper))
    assert check_paper(replace(paper, items=())) == ()


def test_a_quiz_of_two_hundred_questions_is_linted_at_once() -> None:
    paper = make_paper(make_odd("Which of these pays for a small shop in the old town?", 50), "en")
    assert len(paper.items) == 200
    start = time.process_time()
    check_paper(paper)
    assert time.process_time() - start < 2


# --- the page of the docs ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_of_the_docs_lists_every_rule_with_its_level(lang: str) -> None:
    page = (ROOT / "docs" / f"questions.{lang}.md").read_text(encoding="utf-8")
    listed = dict(re.findall(r"^\| `([\w.-]+)` \| (\w+) \|", page, re.MULTILINE))
    assert listed == {code: str(kind.level) for code, kind in ITEM_RULES.items()}


def test_a_seed_of_every_kind_is_read() -> None:
    texts = [seed.text for seed in read_seeds()]
    assert all(any(mark in text for text in texts) for mark in ("[gap]", "[numeric", "[text", "[true]", "[exam]", " // ", "=>"))
    assert not is_told(replace(read_seeds()[0], codes=()))

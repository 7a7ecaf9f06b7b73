"""What make_quiz settles: the same ids and keys in every language, whole fallbacks, exact numbers, steady hashes."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from edu.model.course import Course
from edu.model.edition import Edition
from edu.model.prose import Notes, Prose
from edu.plan.paper import ChoiceGap, Cloze, Item, Match, Numeric, Paper, TextEntry, TypedGap
from edu.plan.quiz import make_quiz
from tests.quiz.papers import ROOT, SMALL, make_paper, mark, read_editions

MODULES = [(SMALL, "basics"), *((ROOT, name) for name in ("tool-vs-platform", "monetization", "strategy"))]


def editions() -> tuple[Edition, Edition]:
    source, english = read_editions(SMALL)
    return source, english


def find(paper: Paper, id: str) -> Item:
    return next(item for item in paper.items if item.id == id)


def words(item: Item, lang: str) -> str:
    return "".join(run.text for run in item.text[lang])


def change_question(course: Course, id: str, **values: object) -> Course:
    """Return `course` with fields of a question of its first module changed."""
    module = course.modules[0]
    questions = tuple(q.model_copy(update=values) if q.id == id else q for q in module.quiz.questions)
    quiz = module.quiz.model_copy(update={"questions": questions})
    return course.model_copy(update={"modules": (module.model_copy(update={"quiz": quiz}), *course.modules[1:])})


@pytest.mark.parametrize(("root", "module"), MODULES, ids=lambda value: str(value)[-10:])
def test_every_text_stands_in_every_language(root: Path, module: str) -> None:
    paper = make_paper(root, module)
    for item in paper.items:
        for text in (item.text, item.explanation, item.sources):
            assert set(text) == set(paper.languages)
        assert item.slide in paper.slides
        assert item.objective in {aim.id for aim in paper.objectives}


def test_a_question_without_one_translation_stands_whole_in_the_source_language() -> None:
    source, english = editions()
    trail = "basics/quiz#questions[ratio].hint"
    paper, _ = make_quiz((source, replace(english, fallbacks={trail: source})), "basics")
    item = find(paper, "ratio")
    assert item.fallbacks == {"en"}
    assert words(item, "en") == words(item, "zh_CN")
    assert {run.lang for run in item.text["en"]} == {"zh_CN"}
    assert words(find(paper, "claim"), "en").startswith("En ")


def test_a_figure_in_a_question_that_fell_back_is_in_the_source_language_too() -> None:
    source, english = editions()
    trail = "basics/quiz#questions[both-shops].explanation"
    paper, _ = make_quiz((source, replace(english, fallbacks={trail: source})), "basics")
    options = find(paper, "both-shops").body.options
    assert all(option.text["en"] == option.text["zh_CN"] for option in options)


def test_a_translation_that_lost_a_gap_falls_back_and_is_reported() -> None:
    source, english = editions()
    broken = mark(english, lambda text: text.replace("[[rest]]", "…"))
    paper, problems = make_quiz((source, broken), "basics")
    assert find(paper, "fill-in").fallbacks == {"en"}
    assert [problem.code.id for problem in problems] == ["quiz.lost-blank"]


def test_accepted_answers_are_those_of_every_language_with_their_variants() -> None:
    source, english = editions()
    translated = mark(english, lambda text: "Regulars | Regular Customers" if text.startswith("En 回头") else text)
    paper, _ = make_quiz((source, translated), "basics")
    body = find(paper, "name-it").body
    assert isinstance(body, TextEntry)
    assert body.accepted == ("回头客", "回头顾客", "regulars", "regular customers")
    assert body.shown["en"][0] == "Regulars"


def test_a_numeric_answer_is_the_exact_value_of_its_fact() -> None:
    body = find(make_paper(SMALL, "basics"), "ratio").body
    assert isinstance(body, Numeric)
    assert body.answer == Fraction(25, 18)
    assert body.tolerance == Fraction(1, 20)
    assert body.shown["zh_CN"] == ("1.4",)


def test_a_percentage_is_asked_in_percent() -> None:
    source, english = editions()
    changed = [
        replace(e, course=change_question(e.course, "ratio", answer="repeat_share", tolerance=0)) for e in (source, english)
    ]
    paper, _ = make_quiz(changed, "basics")
    body = find(paper, "ratio").body
    assert isinstance(body, Numeric)
    assert (body.answer, body.percent) == (Fraction(30), True)


def test_an_answer_that_is_no_number_leaves_its_question_out_and_is_an_error() -> None:
    source, english = editions()
    changed = [replace(e, course=change_question(e.course, "ratio", answer="owner_view")) for e in (source, english)]
    paper, problems = make_quiz(changed, "basics")
    assert "ratio" not in [item.id for item in paper.items]
    assert [(p.code.id, p.trail) for p in problems] == [("quiz.answer-not-a-number", "basics/quiz#questions[ratio].answer")]


def test_gaps_keep_their_kind_and_stand_in_every_language() -> None:
    body = find(make_paper(SMALL, "basics"), "fill-in").body
    assert isinstance(body, Cloze)
    assert [type(gap) for gap in body.gaps] == [ChoiceGap, TypedGap]
    for lang in ("zh_CN", "en"):
        blanks = [run.blank for runs in body.sentence[lang] for run in runs if run.blank]
        assert blanks == ["money", "rest"]


def test_pairs_with_the_same_right_hand_side_share_it() -> None:
    source, english = editions()
    question = next(q for q in source.course.modules[0].quiz.questions if q.id == "pair-up")
    pairs = tuple(pair.model_copy(update={"right": question.pairs[0].right}) for pair in question.pairs)
    changed = [replace(e, course=change_question(e.course, "pair-up", pairs=pairs)) for e in (source, english)]
    body = find(make_quiz(changed, "basics")[0], "pair-up").body
    assert isinstance(body, Match)
    assert [part.id for part in body.rights] == ["sunny", "mall"]
    assert body.key == {"sunny": "sunny", "river": "sunny"}


@pytest.mark.parametrize(
    ("values", "same"),
    [
        ({"hint": Prose("别的提示")}, True),
        ({"explanation": Notes("别的解释")}, True),
        ({"points": 5}, True),
        ({"shuffle": False}, True),
        ({"text": Prose("下面的说法里，你认为错得最厉害的是谁说的话？")}, False),
    ],
)
def test_a_hash_changes_only_where_an_old_answer_may_mean_something_else(values: dict[str, object], same: bool) -> None:
    source, english = editions()
    changed = [replace(e, course=change_question(e.course, "which-money", **values)) for e in (source, english)]
    old, new = make_paper(SMALL, "basics"), make_quiz(changed, "basics")[0]
    assert (find(old, "which-money").hash == find(new, "which-money").hash) is same


def test_a_hash_does_not_know_the_translations() -> None:
    source, english = editions()
    other = mark(english, lambda text: f"{text}!")
    old, new = make_paper(SMALL, "basics"), make_quiz((source, other), "basics")[0]
    assert [item.hash for item in old.items] == [item.hash for item in new.items]


def test_the_points_of_an_open_question_are_those_of_its_rubric() -> None:
    assert find(make_paper(SMALL, "basics"), "your-view").points == 3


def test_sources_are_named_once_with_all_their_places() -> None:
    lines = find(make_paper(SMALL, "basics"), "both-shops").sources["zh_CN"]
    assert ["".join(run.text for run in line) for line in lines] == ["街区商会 · 街区小店年报 · 街区商会 · 2025年 · 第3页"]

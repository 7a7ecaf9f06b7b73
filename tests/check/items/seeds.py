"""Files of questions that break a rule, and of those that only look so -> papers, and how well the rules tell them apart.

    == quiz.long-key quiz.other                         the codes that the following lines are about
    + stem | choice | *right choice >> its feedback     breaks the rule
    - stem | *right choice | choice                     only looks as if it did

A line may start with `[multiple]`, `[fixed]` (choices keep their order), `[facts]` (rests on a fact), `[exam]`, `[one try]`,
or with another kind: `[true]`, `[false]`, `[numeric 28 ±1]` (then come mistakes), `[text answer]`, `[gap]` (`___` in the stem
is the gap that the choices are for), `[open]`. ` // ` parts the questions of one quiz. Instead of questions there may stand
`longest 5 of 6 by 4` (in 5 of 6 questions with 4 choices the right one is the longest, or so `by a cell`), `keys ABBA of 4`
(right choices of questions in fixed order; `shuffled keys` of others), `answers TTF` (statements),
`kahoot | 121 | 20` (characters).
A wrong choice without `>>` has feedback that fits; with nothing behind it, none. In parity.txt: `source => translation`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from edu.check.items.limits import KAHOOT, find_too_long
from edu.check.items.parity import check_parity
from edu.check.items.sheet import read_sheet
from edu.check.paper import check_paper
from edu.language.translate import make_edition
from edu.language.words import load_words
from edu.model.questions import Quiz
from edu.plan.paper import Paper
from edu.plan.quiz import make_quiz
from edu.problems import Problems
from tests.plan.decks import ROOT, SMALL, read

FOLDER = Path(__file__).parent
LANGUAGES = ("en", "zh_CN")
FEEDBACK = {"en": "Compare it with the table in the lesson.", "zh_CN": "拿它同课上的那张表比较一下。"}
FILLER = {"en": "word", "zh_CN": "词语"}
TRAIL = "basics/quiz#"


@dataclass(frozen=True, slots=True)
class Seed:
    """A line of a file: the language, the codes that it is about, whether it breaks their rule, and what stands there."""

    lang: str
    codes: tuple[str, ...]
    hit: bool
    text: str
    other: str = ""
    """The language of the translation, where it is about one."""


@cache
def read_seeds() -> tuple[Seed, ...]:
    """Return the lines of all files."""
    return tuple(seed for name in (*LANGUAGES, "parity") for seed in _read_file(name))


def _read_file(name: str) -> Iterator[Seed]:
    codes: tuple[str, ...] = ()
    lang, other = name, ""
    for line in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        sign, _, text = line.partition(" ")
        if sign == "==":
            codes = tuple(word for word in text.split() if "." in word)
            lang, other = (word for word in text.split() if "." not in word) if name == "parity" else (name, "")
        elif sign in ("+", "-"):
            yield Seed(lang, codes, sign == "+", text, other)


def lint(seed: Seed) -> Problems:
    """Return what the rules find in the questions of `seed`."""
    if seed.other:
        one, two = (make_questions(text.strip(), seed.lang) for text in seed.text.split("=>"))
        return check_parity(one, seed.lang, two, seed.other, TRAIL, ())
    paper = make_paper(make_questions(seed.text, seed.lang), seed.lang)
    if seed.text.startswith("kahoot"):
        return tuple(find_too_long(read_sheet(paper, seed.lang), KAHOOT))
    return check_paper(paper)


def is_told(seed: Seed) -> bool:
    """Return whether a rule that `seed` is about finds something."""
    return any(problem.code.id in seed.codes for problem in lint(seed))


@dataclass(frozen=True, slots=True)
class Score:
    """How well a rule does in a language: hits that are told and not, near misses that are told and not."""

    told: int
    untold: int
    false: int
    silent: int

    @property
    def precision(self) -> float:
        return self.told / (self.told + self.false) if self.told + self.false else 0.0

    @property
    def recall(self) -> float:
        return self.told / (self.told + self.untold) if self.told + self.untold else 0.0


def score_rules() -> dict[tuple[str, str], Score]:
    """Return the score of each rule in each language, by the first of its codes and the gettext name."""
    found: dict[tuple[str, str], list[tuple[bool, bool]]] = {}
    for seed in read_seeds():
        found.setdefault((seed.codes[0], seed.other or seed.lang), []).append((seed.hit, is_told(seed)))
    return {key: Score(*(pairs.count(pair) for pair in _OUTCOMES)) for key, pairs in found.items()}


_OUTCOMES = ((True, True), (True, False), (False, True), (False, False))


# --- a line -> a quiz --------------------------------------------------------------------------------------------------


def make_paper(quiz: Quiz, lang: str) -> Paper:
    """Return the paper of `quiz` in a small course whose only language is `lang`."""
    course = read(SMALL).course
    assert course is not None
    settings = course.settings.model_copy(update={"language": lang, "languages": (lang,)})
    module = course.modules[0].model_copy(update={"quiz": quiz})
    edition, _ = make_edition(course.model_copy(update={"settings": settings, "modules": (module,)}), lang, {}, _say(lang))
    return make_quiz((edition,), "basics")[0]


@cache
def _say(lang: str) -> Any:
    return load_words(lang, [ROOT / "locales"])


def make_questions(text: str, lang: str) -> Quiz:
    """Return the quiz that a line describes."""
    head: dict[str, Any] = {"title": "Quiz"}
    if text.startswith("[exam] "):
        head, text = head | {"mode": "exam"}, text.removeprefix("[exam] ")
    if text.startswith("[one try] "):
        head, text = head | {"tries": 1}, text.removeprefix("[one try] ")
    lines = _expand(text, lang)
    questions = [{**_make_question(line, lang), "id": f"q{number}"} for number, line in enumerate(lines)]
    return Quiz.model_validate({**head, "questions": tuple(questions)})


def _expand(text: str, lang: str) -> list[str]:
    """Return a line for each question."""
    word = FILLER[lang]
    if found := re.fullmatch(r"longest (\d+) of (\d+) by (\d+)( by a cell)?", text):
        count, total, size = map(int, found.groups()[:3])
        longer = f"{word}{word}12" if found[4] else f"{word}{word}{word}"
        rest = " | ".join([f"{word}{word}"] * 2 + [f"{word}{word}{n}" for n in range(size - 3)])
        both = [(longer, word), (word, longer)]
        return [f"{word}? | *{both[n >= count][0]} | {both[n >= count][1]} | {rest}" for n in range(total)]
    if found := re.fullmatch(r"(shuffled )?keys ([A-F]+) of (\d)", text):
        mark, size = "" if found[1] else "[fixed] ", int(found[3])
        places = ["ABCDEF".index(key) for key in found[2]]
        return [
            f"{mark}{word}? | " + " | ".join(f"{'*' * (n == place)}{word} {'abcdef'[n]}" for n in range(size))
            for place in places
        ]
    if found := re.fullmatch(r"answers ([TF]+)", text):
        return [f"[{'true' if answer == 'T' else 'false'}] {word}" for answer in found[1]]
    if found := re.fullmatch(r"kahoot \| (\d+) \| (\d+)", text):
        return [f"{'x' * int(found[1])} | *{'a' * int(found[2])} | b | c"]
    return text.split(" // ")


_MARK = re.compile(r"\[(multiple|fixed|facts|true|false|open|gap|numeric [^\]]*|text [^\]]*)\] ")


def _make_question(line: str, lang: str) -> dict[str, Any]:
    marks: list[str] = []
    while found := _MARK.match(line):
        marks, line = [*marks, found[1]], line[found.end() :]
    parts = [part.strip() for part in line.split(" | ")]
    stem, said, note = (text.strip() for text in parts[0].partition(">>"))
    base: dict[str, Any] = {"text": stem, "objective": "tell-apart", "level": "remember", "slide": "basics"}
    base |= {"explanation": "-", "facts": ("repeat_share",) if "facts" in marks else ()}
    feedback = note if said else FEEDBACK[lang]
    kind = next((mark for mark in marks if mark not in ("fixed", "facts")), "single").split(" ", 1)
    match kind[0]:
        case "true" | "false":
            return {**base, "kind": "true_false", "answer": kind[0] == "true", "feedback": feedback}
        case "open":
            rubric = ({"id": "one", "text": "-"},)
            return {**base, "kind": "open", "rubric": rubric, "sample": "-"}
        case "numeric":
            return {**base, "kind": "numeric", **_read_number(kind[1]), "mistakes": tuple(map(_read_mistake, parts[1:]))}
        case "text":
            return {**base, "kind": "text", "accepted": tuple(kind[1].split("; ")), **({"feedback": note} if said else {})}
        case "gap":
            blank: dict[str, Any] = {"id": "gap", "choices": tuple(_read_choices(parts[1:], lang))}
            blank |= {"feedback": note} if said else {}
            task = {"en": "Complete the sentence.", "zh_CN": "把句子补完整。"}[lang]
            return {**base, "kind": "cloze", "text": task, "sentence": stem.replace("___", "[[gap]]"), "blanks": (blank,)}
        case _:
            choices = tuple(_read_choices(parts[1:] or ["*a", "b", "c"], lang))
            return {**base, "kind": kind[0], "shuffle": "fixed" not in marks, "choices": choices}


def _read_number(text: str) -> dict[str, Any]:
    answer, _, tolerance = text.partition(" ±")
    return {"answer": _number(answer), "tolerance": _number(tolerance or "0")}


def _number(text: str) -> int | float:
    return float(text) if "." in text else int(text)


def _read_mistake(text: str) -> dict[str, Any]:
    value, _, feedback = text.partition(" >> ")
    return {"value": _number(value), "feedback": feedback}


def _read_choices(parts: list[str], lang: str) -> Iterator[dict[str, Any]]:
    for number, part in enumerate(parts):
        text, said, note = (piece.strip() for piece in part.partition(">>"))
        right = text.startswith("*")
        feedback = {"feedback": note} if note else {} if said or right else {"feedback": FEEDBACK[lang]}
        yield {"id": f"c{number}", "text": text.removeprefix("*"), "right": right, **feedback}

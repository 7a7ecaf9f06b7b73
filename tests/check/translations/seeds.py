"""Files of translations that are wrong, and of those that only look so -> pairs of texts, and what the checks say of them.

    == translation.number zh_CN en                 the code that the following lines are about, the source's language, the other
    + source => translation                        is wrong
    - source => translation                        only looks as if it were

` // ` parts the texts of one course; `⏎` is a line end, `⏎⏎` an empty line. A line may start with marks: `[notes]`, `[plain]`
(a text without markup), `[at trail]`, `[gap none]` (the course's key `han_latin_gap`), `[term 平台 = platform; 平臺 = podium]`
(a term with its approved translation; then words not to use for it, with theirs; more terms behind ` & `), `[options]` (the
texts are the choices of a question), `[mixed]` (of a question whose choices stand in any order), `[room 12]` (there is room
for so many full-width characters).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from edu.check.translation import check_bitext
from edu.check.translations.bitext import Bitext, Pair, read_side
from edu.language.roles import Room
from edu.model.prose import Notes, Plain, Prose
from edu.problems import Place, Problems

FOLDER = Path(__file__).parent
FILES = ("zh_CN-en", "en-zh_CN", "others")
_MARK = re.compile(r"\[(notes|plain|at|gap|term|options|mixed|room)(?: ((?:[^\[\]]|\[[^\]]*\])*))?\] ")


@dataclass(frozen=True, slots=True)
class Seed:
    """A line of a file: the code that it is about, both languages, whether it is wrong, and what stands there."""

    code: str
    source: str
    lang: str
    hit: bool
    text: str


@cache
def read_seeds() -> tuple[Seed, ...]:
    """Return the lines of all files."""
    return tuple(seed for name in FILES for seed in _read_file(FOLDER / f"{name}.txt"))


def _read_file(path: Path) -> Iterator[Seed]:
    code, source, lang = "", "", ""
    for line in path.read_text(encoding="utf-8").splitlines():
        sign, _, text = line.partition(" ")
        if sign == "==":
            code, source, lang = text.split()
        elif sign in ("+", "-"):
            yield Seed(code, source, lang, sign == "+", text)


def check_seed(seed: Seed) -> Problems:
    """Return what the checks say of the texts of `seed`."""
    return check_bitext(make_bitext(seed))


def is_told(seed: Seed) -> bool:
    """Return whether the checks say of `seed` what it is about."""
    return seed.code in {problem.code.id for problem in check_seed(seed)}


def make_bitext(seed: Seed) -> Bitext:
    """Return the course and its translation that a line describes."""
    marks: dict[str, str] = {}
    text = seed.text
    while found := _MARK.match(text):
        marks[found[1]], text = found[2] or "", text[found.end() :]
    kind = Notes if "notes" in marks else Plain if "plain" in marks else Prose
    parts = text.split(" // ")
    if "options" in marks:
        trails = [f"basics/quiz#questions[why].choices[{chr(97 + number)}].text" for number in range(len(parts))]
    else:
        trails = [marks.get("at") or f"basics/lesson#slides[s{number}].lead" for number in range(len(parts))]
    room = Room(int(marks["room"])) if "room" in marks else None
    made = [_make_pair(seed, part, at, kind) for part, at in zip(parts, trails, strict=True)]
    pairs = [replace(pair, mixed="mixed" in marks, room=room) for pair in made]
    names = [_make_pair(seed, name, at, Prose) for name, at in _list_names(marks.get("term", ""))]
    return Bitext(seed.source, seed.lang, (*names, *pairs), marks.get("gap", ""))


def _list_names(terms: str) -> Iterator[tuple[str, str]]:
    """Yield each term and each word not to use for it as a text with its translation, and its trail."""
    for number, term in enumerate(terms.split(" & ") if terms else ()):
        for index, name in enumerate(term.split("; ")):
            field = f"avoid[{index - 1}]" if index else "term"
            yield name.replace(" = ", " => "), f"glossary#terms[t{number}].{field}"


def _make_pair(seed: Seed, text: str, at: str, kind: type[Prose]) -> Pair:
    source, target = (kind(half.strip().replace("⏎", "\n")) for half in re.split(r"\s=>(?:\s|$)", text))
    return Pair(read_side(seed.source, source), read_side(seed.lang, target), (at,), Place("basics.po", 1))

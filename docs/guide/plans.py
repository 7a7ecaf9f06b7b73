"""An example course -> the plans that its pictures are drawn from: each slide of the deck, each question of the quiz."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from docs.guide.cut import cut_item, cut_keys
from edu import find_ours
from edu.bench import Bench, Materials, set_up_bench
from edu.language.words import load_words
from edu.look import choose_template
from edu.plan.deck import make_deck
from edu.plan.page import Deck
from edu.plan.paper import Paper
from edu.plan.quiz import make_quiz
from edu.plan.sketch import sketch_deck
from edu.problems import Problems, Say
from edu.source.read import read_course
from edu.write.pptx import read_theme

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
PICTURES = DOCS / "pictures"
HASHES = PICTURES / "drawn.json"
LANGUAGES = ("zh_CN", "en")
MODULE = "two-faces"
UNSHOWN = ("far-part",)
"""Slides that need no picture: another one of their kind has one."""


@dataclass(frozen=True)
class Example:
    """The example course of a language, read and planned."""

    lang: str
    bench: Bench
    deck: Deck
    paper: Paper
    problems: Problems

    @property
    def root(self) -> Path:
        """Return the folder of the course."""
        return DOCS / "examples" / self.lang

    def copy(self, folder: Path) -> Path:
        """Copy the sources of the course to `folder`, and return it."""
        return Path(shutil.copytree(self.root, folder, ignore=shutil.ignore_patterns("dist")))

    def read(self, name: str) -> str:
        """Return the text of the source file `name`."""
        return (self.root / "content" / name).read_text(encoding="utf-8")


@cache
def say_in(lang: str) -> Say:
    """Return our own words in `lang`."""
    return load_words(lang, [find_ours("locales")])


@cache
def read_example(lang: str) -> Example:
    """Return the example course in `lang`."""
    root = DOCS / "examples" / lang
    reading = read_course(root)
    assert reading.course is not None, reading.problems
    template = choose_template(reading.course.settings)
    bench, faults = set_up_bench(Materials(root, reading.course, dict(reading.pictures), template))
    theme = read_theme(bench.template)
    deck, on_slides = make_deck(bench.editions[lang], bench.find_module(lang, MODULE), theme, bench.pictures)
    paper, in_quiz = make_quiz(tuple(bench.editions.values()), MODULE)
    return Example(lang, bench, deck, paper, (*reading.problems, *faults[lang], *on_slides, *in_quiz))


def name_slide(id: str) -> str:
    """Return how a planned slide is called in the names of pictures: `made/agenda` is `agenda`, `walk/2` is `walk-2`."""
    return id.removeprefix("made/").replace("/", "-")


def slide_pictures(example: Example) -> dict[str, str]:
    """Return the name of each slide's picture with the sketch that it is drawn from, in the order of the deck."""
    blocks = re.split(r"^(?=slide |section )", sketch_deck(example.deck), flags=re.MULTILINE)[1:]
    sketches = [re.sub(r"^slide \d+ ", "", block) for block in blocks if block.startswith("slide ")]
    names = [f"slide-{name_slide(slide.id)}.{example.lang}" for slide in example.deck.slides]
    hidden = {f"slide-{id}.{example.lang}" for id in UNSHOWN}
    return {name: sketch for name, sketch in zip(names, sketches, strict=True) if name not in hidden}


def question_pictures(example: Example) -> dict[str, str]:
    """Return the name of each question's picture, before and after an answer, with the source that it is drawn from."""
    text = example.read(f"{MODULE}/quiz.yaml")
    sources = {item.id: cut_item(text, item.id) for item in example.paper.items}
    return {f"question-{id}{after}.{example.lang}": source for id, source in sources.items() for after in ("", "-answered")}


def index_pictures(lang: str) -> dict[str, str]:
    """Return the name of the picture of a new course's index page, with the sources that it is drawn from."""
    look = sorted((find_ours("templates") / "index").iterdir())
    course = find_ours("templates") / "course" / lang / "content"
    titles = [
        cut_keys(path.read_text(encoding="utf-8"), "title") for path in (course / "course.yaml", *course.glob("*/*.yaml"))
    ]
    return {f"index.{lang}": "\n".join([*(path.read_text(encoding="utf-8") for path in look), *sorted(titles)])}


def hash_plans() -> dict[str, str]:
    """Return for each picture of the guide a short hash of what it is drawn from."""
    plans: dict[str, str] = {}
    for lang in LANGUAGES:
        example = read_example(lang)
        plans |= slide_pictures(example) | question_pictures(example) | index_pictures(lang)
    return {name: hashlib.sha256(plan.encode()).hexdigest()[:12] for name, plan in sorted(plans.items())}


def read_hashes() -> dict[str, str]:
    """Return the hashes of what the committed pictures were drawn from."""
    return dict(json.loads(HASHES.read_text(encoding="utf-8"))) if HASHES.exists() else {}


def write_hashes() -> None:
    """Note what the pictures were drawn from."""
    HASHES.write_text(json.dumps(hash_plans(), indent=1) + "\n", encoding="utf-8", newline="\n")

"""Each example of the handbook, pasted into a new course as the page says, has no error."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from docs.guide.keys import list_kinds
from docs.guide.own import DROP, NAME, REPLACE
from docs.guide.plans import DOCS, LANGUAGES, PICTURES, say_in
from docs.guide.run import list_blocks
from edu.new import write_course
from edu.problems import Level, word_problem
from edu.source.read import read_course

OURS = {
    "fact": "sun_distance",
    "term": "light-speed",
    "question": "when-it-left",
    "image": "images/own.png",
    "objective": "explain-delay",
    "slide": "look-back",
    "answer": "travel_time",
}
"""What the new course has to put in the place of what only the example's has."""

Mend = Callable[[str, str], list[str]]


def list_examples(lang: str) -> list[tuple[str, str]]:
    """Return each example of a slide or a question on the page, with the file that it belongs to."""
    text = (DOCS / f"authors.{lang}.md").read_text(encoding="utf-8")
    found = []
    for block in list_blocks(text.splitlines()):
        kind = re.search(r"^    kind: (\w+)$", block.text, re.MULTILINE)
        if kind and block.text.startswith("  - id: ") and block.language == "yaml":
            for file in ("lesson", "quiz"):
                found += [(file, block.text)] if kind[1] in list_kinds(f"{file}.json") else []
    return found


def replace_own(line: str, lang: str) -> list[str]:
    """Return a line with the new course's own ids where its note says so, or without it where it may be deleted."""
    if line.endswith(DROP[lang]):
        return []
    if name := re.search(rf"entity: \w+  {NAME[lang].format(name='(.+)')}$", line):
        return [line[: name.start()] + f"name: {name[1]}"]
    if not line.endswith(REPLACE[lang]):
        return [line]
    if values := re.search(r"values: \[(.+)\]", line):
        return [line.replace(values[1], ", ".join([OURS["fact"]] * (values[1].count(",") + 1)))]
    if key := re.match(rf"( +(?:- )?({'|'.join(OURS)}): )[a-z][\w./-]*  #", line):
        return [key[1] + OURS[key[2]]]
    return [re.sub(r"\{\w+(:short)?\}", "{sun_distance}", line)]


def list_errors(folder: Path, lang: str, mend: Mend) -> list[str]:
    """Return the errors of a new course with one example in it at a time."""
    write_course(folder, lang, say_in(lang))
    (folder / "content" / "sunlight" / "images").mkdir()
    shutil.copy(next(PICTURES.glob("slide-*.png")), folder / "content" / "sunlight" / "images" / "own.png")
    errors = []
    for file, example in list_examples(lang):
        path = folder / "content" / "sunlight" / f"{file}.yaml"
        text = path.read_text(encoding="utf-8")
        lines = [mended for line in example.splitlines() for mended in mend(line, lang)]
        if f"\n{lines[0]}\n" in text:
            lines[0] += "-2"
        path.write_text("\n".join([text.rstrip(), "", *lines, ""]), encoding="utf-8")
        found = [word_problem(one, say_in(lang)) for one in read_course(folder).problems if one.level is Level.ERROR]
        errors += [f"{lines[0]}: {one}" for one in found]
        path.write_text(text, encoding="utf-8")
    return errors


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_kind_has_an_example_to_paste(lang: str) -> None:
    examples = list_examples(lang)
    kinds = {kind for file in ("lesson", "quiz") for kind in list_kinds(f"{file}.json")}
    assert {kind for _, text in examples for kind in re.findall(r"^    kind: (\w+)$", text, re.MULTILINE)} == kinds


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_example_pasted_and_changed_where_it_says_so_has_no_error(lang: str, tmp_path: Path) -> None:
    assert list_errors(tmp_path / "course", lang, replace_own) == []


def test_an_example_pasted_as_it_is_has_errors(tmp_path: Path) -> None:
    assert list_errors(tmp_path / "course", "en", lambda line, lang: [line])

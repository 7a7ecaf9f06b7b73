"""A template of the guide, the examples and the schemas -> a page in Markdown."""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from ruamel.yaml import YAML

from docs.guide import keys
from docs.guide.cut import cut_item, cut_keys
from docs.guide.own import note_own
from docs.guide.plans import DOCS, LANGUAGES, MODULE, PICTURES, read_example, say_in
from edu.language.numbers import make_figures
from edu.model.facts import Fact, FactBook
from edu.problems import LINT_RULES, Problems, word_hint, word_message, word_problem
from edu.source.read import read_course

TEMPLATES = DOCS / "pages"
LESSON, QUIZ = f"{MODULE}/lesson.yaml", f"{MODULE}/quiz.yaml"
BEFORE_AFTER = {"zh_CN": ("作答前", "检查后"), "en": ("before an answer", "after a check")}
QUOTES_HEAD = {"zh_CN": "| 这样写 | edu 会说 | 改成 |", "en": "| written like this | edu says | write |"}
QUOTED = "why-same-side"
"""The slide whose title shows what needs quotes."""
UNITS_HEAD = {"zh_CN": "| `unit:` | 中文 | 英文 |", "en": "| `unit:` | in English | in Chinese |"}
FIGURES_HEAD = {"zh_CN": "| 在 facts.yaml 里写 | `{…}` | `{…:short}` |", "en": "| in facts.yaml | `{…}` | `{…:short}` |"}


def make_page(name: str, lang: str) -> str:
    """Return the page `name` (`authors`, `questions`, `translation-checks`) in `lang` as Markdown."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES), undefined=StrictUndefined, trim_blocks=True, keep_trailing_newline=True
    )
    environment.globals |= {
        "slide": partial(_slide, lang),
        "made": partial(_picture, lang),
        "question": partial(_question, lang),
        "item": partial(_item, lang),
        "keys_of": partial(_keys, lang),
        "figures": partial(_figures, lang),
        "units": partial(_units, lang),
        "problem": partial(_problem, lang),
        "quotes": partial(_quotes, lang),
        "rule": lambda code, text: f"| `{code}` | {LINT_RULES[code].level} | {text} |",
        "sentence": lambda fact: read_example(lang).bench.editions[lang].figures[fact].sentence,
        "short": lambda fact: read_example(lang).bench.editions[lang].figures[fact].short,
        "table": lambda *arguments: keys.table_of(*arguments, lang),
        "root_table": lambda file, *skipped: keys.table_of_root(file, lang, *skipped),
        "common": lambda file: keys.table_of_common(file, lang),
    }
    return environment.get_template(f"{name}.{lang}.md.jinja").render()


def _slide(lang: str, id: str, alt: str, keys_shown: bool = True) -> str:
    """Return a slide's YAML and picture, and the keys of its kind."""
    source = cut_item(read_example(lang).read(LESSON), id)
    kind = YAML(typ="safe").load(source)[0]["kind"]
    parts = [_fence(_note_own(lang, source)), _picture(lang, id, alt)]
    return "\n\n".join([*parts, keys.table_of_kind("lesson.json", kind, lang)] if keys_shown else parts)


def _picture(lang: str, id: str, alt: str) -> str:
    return _image(f"slide-{id}.{lang}", alt)


def _question(lang: str, id: str, before: str, after: str) -> str:
    """Return a question's YAML, its two pictures side by side, and the keys of its kind."""
    source = cut_item(read_example(lang).read(QUIZ), id)
    kind = YAML(typ="safe").load(source)[0]["kind"]
    heads = BEFORE_AFTER[lang]
    images = (_image(f"question-{id}.{lang}", before), _image(f"question-{id}-answered.{lang}", after))
    pictures = f"| {heads[0]} | {heads[1]} |\n| --- | --- |\n| {images[0]} | {images[1]} |"
    return "\n\n".join([_fence(_note_own(lang, source)), pictures, keys.table_of_kind("quiz.json", kind, lang)])


def _image(name: str, alt: str) -> str:
    assert (PICTURES / f"{name}.png").exists(), f"{name}.png is not drawn: make pictures"
    return f"![{alt}](pictures/{name}.png)"


def _item(lang: str, file: str, id: str) -> str:
    source = cut_item(read_example(lang).read(file), id)
    return _fence(_note_own(lang, source) if file in (LESSON, QUIZ) else source)


def _keys(lang: str, file: str, *wanted: str) -> str:
    return _fence(cut_keys(read_example(lang).read(file), *wanted))


def _note_own(lang: str, source: str) -> str:
    """Return `source` with notes on what only the example's course has."""
    entities = read_example(lang).bench.editions[lang].course.settings.entities
    return note_own(source, lang, {one.id: str(one.name) for one in entities})


def _fence(text: str, language: str = "yaml") -> str:
    return f"```{language}\n{text}\n```"


def _figures(lang: str, *written: str) -> str:
    """Return a table of facts, each written as `value: 12, unit: percent`, and how they read."""
    rest = {"claim": "-", "kind": "figure", "who": "-", "source": "x"}
    facts = tuple(
        Fact.model_validate({"id": f"fact_{number}", **rest, **YAML(typ="base").load(text.replace(", ", "\n"))})
        for number, text in enumerate(written)
    )
    figures = make_figures(FactBook(facts=facts), lang, say_in(lang))
    rows = [
        f"| {'<br>'.join(f'`{line}`' for line in text.split(', '))} | {figures[fact.id].sentence} | {figures[fact.id].short} |"
        for text, fact in zip(written, facts, strict=True)
    ]
    return "\n".join([FIGURES_HEAD[lang], "| --- | --- | --- |", *rows])


def _units(lang: str, *units: str) -> str:
    """Return a table of units: how 20 of each read, in the page's language first."""
    langs = sorted(LANGUAGES, key=lambda one: one != lang)
    book = FactBook(
        facts=tuple(
            Fact.model_validate(
                {"id": f"fact_{number}", "claim": "-", "kind": "figure", "who": "-", "source": "x", "unit": unit}
                | {"value": "20%" if unit == "percent" else 20}
            )
            for number, unit in enumerate(units)
        )
    )
    texts = [make_figures(book, one, say_in(one)) for one in langs]
    rows = [
        f"| `{unit}` | {' | '.join(figures[f'fact_{number}'].sentence for figures in texts)} |"
        for number, unit in enumerate(units)
    ]
    return "\n".join([UNITS_HEAD[lang], "| --- | --- | --- |", *rows])


def _problem(lang: str, file: str, old: str, new: str) -> str:
    """Return what `edu check` says where `old` in a source file of the example is replaced by `new`."""
    problems = _check_changed(lang, file, old, new)
    assert problems, f"nothing is wrong with “{new}”"
    return _fence("\n".join(word_problem(problem, say_in(lang)) for problem in problems), "text")


def _quotes(lang: str, *pairs: tuple[str, str]) -> str:
    """Return a table of titles that need quotes: as they are wrong, what `edu check` says, and as they are right."""
    source = cut_item(read_example(lang).read(LESSON), QUOTED)
    old = next(line for line in source.splitlines() if line.startswith("    title: "))
    rows = []
    for wrong, right in pairs:
        problem, *_ = _check_changed(lang, LESSON, old, f"    title: {wrong}")
        assert not _check_changed(lang, LESSON, old, f"    title: {right}"), f"something is wrong with “{right}”"
        say = say_in(lang)
        told = {"zh_CN": "；"}.get(lang, "; ").join(filter(None, (word_message(problem, say), word_hint(problem, say))))
        rows.append(f"| `{wrong}` | {told} | `{right}` |")
    return "\n".join([QUOTES_HEAD[lang], "| --- | --- | --- |", *rows])


def _check_changed(lang: str, file: str, old: str, new: str) -> Problems:
    with tempfile.TemporaryDirectory() as folder:
        course = read_example(lang).copy(Path(folder) / "course")
        path = course / "content" / file
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{file} holds “{old}” {text.count(old)} times"
        path.write_text(text.replace(old, new), encoding="utf-8")
        return read_course(course).problems

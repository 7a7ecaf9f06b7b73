"""A Paper in one opening language -> the bytes of its page."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from edu.language.words import SOURCE
from edu.markup.colours import write_colours
from edu.markup.policy import make_policy
from edu.markup.script import join_modules, list_words
from edu.markup.shrink import shorten_variables, shrink_style
from edu.plan.paper import Paper
from edu.problems import Say
from edu.style import read_style
from edu.write.html.shape import Json, Shape, shape_keys, shape_languages, shape_paper


def write_quiz(paper: Paper, lang: str, says: Mapping[str, Say], templates: Path, web: str = "") -> bytes:
    """Return the practice page of `paper`, opening in `lang` (gettext name); `says` has our own words in each language.

    `templates` is the folder that holds `quiz/`; `web` the name of the module's web slides, where they stand beside.
    The page holds every language and the key, encoded but readable. It asks nothing of any network, which its
    Content-Security-Policy says too. The same input gives the same bytes.
    """
    folder = templates / "quiz"
    style = shorten_variables(shrink_style(write_colours(read_style(templates)) + (folder / "style.css").read_text("utf-8")))
    msgids = list_words(folder, "main.js")
    script = join_modules(folder, "main.js", msgids)
    public = shape_paper(paper, lang)
    words: Shape = {other: [_say_apart(word, other, says[other]) for word in msgids] for other in paper.languages}
    data: Shape = {"paper": {**public, "words": words, **({"web": web} if web else {})}, "sealed": _seal(shape_keys(paper))}
    page = _environment(folder).get_template("page.html.jinja")
    html = page.render(
        paper=public,
        lang=lang,
        language=next(language for language in shape_languages(paper) if language["id"] == lang),
        title="".join(run.text for run in paper.title[lang]),
        say=lambda word: _say_apart(word, lang, says[lang]),
        policy=make_policy(style, script),
        style=Markup(style),
        script=Markup(script),
        data=Markup(_json_in_html(data)),
    )
    return html.encode("utf-8")


def _say_apart(word: str, lang: str, say: Say) -> str:
    """Return one of our own words in `lang`; where it is not translated, as an isolate, which the page knows it by (UAX #9)."""
    said = say(word)
    return f"\u2066{said}\u2069" if said == word and lang.partition("_")[0] != SOURCE else said


@cache
def _environment(folder: Path) -> Environment:
    loader = FileSystemLoader(folder, encoding="utf-8")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


def _seal(keys: Shape) -> str:
    """Return the keys so that a glance at the file does not tell them; whoever wants to can read them."""
    return base64.b64encode(_json(keys).encode("utf-8")).decode("ascii")


_UNSAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def _json_in_html(value: Json) -> str:
    """Return JSON in which no text can end the element that holds it."""
    return re.sub("[<>&\u2028\u2029]", lambda found: _UNSAFE[found.group()], _json(value))


def _json(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

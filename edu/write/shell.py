"""Our own words -> the page that `edu watch` shows the pages of a course in."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from edu.markup.colours import write_colours
from edu.markup.policy import make_policy
from edu.markup.script import join_modules
from edu.markup.shrink import shrink_style
from edu.model.locale import direction_of, web_tag
from edu.problems import Say
from edu.style import read_style


def write_shell(say: Say, lang: str, templates: Path, *, keys: bool = False) -> tuple[bytes, str]:
    """Return the page, in the language `lang` (gettext name) as `say` has it, and the Content-Security-Policy that it needs.

    `templates` is the folder that holds `preview/`. The page asks its own server alone, for the course's pages and for news;
    with `keys`, also where their texts are translated, which it then shows over them.
    """
    folder = templates / "preview"
    sheets = ("style.css", "keys.css", "paint.css") if keys else ("style.css",)
    style = shrink_style(write_colours(read_style(templates)) + "".join((folder / name).read_text("utf-8") for name in sheets))
    scripts = [join_modules(folder, name) for name in (("main.js", "keys.js") if keys else ("main.js",))]
    loader = FileSystemLoader(folder, encoding="utf-8")
    environment = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters.update(tag=web_tag, direction=direction_of)
    page = environment.get_template("page.html.jinja").render(
        say=say,
        lang=lang,
        keys=keys,
        paint=(folder / "paint.css").read_text("utf-8"),
        style=Markup(style),
        scripts=[Markup(script) for script in scripts],
    )
    return page.encode("utf-8"), f"{make_policy(style, *scripts)}; connect-src 'self'; frame-src 'self'"

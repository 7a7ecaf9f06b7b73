"""How far the translations of a course are -> a page that shows it, language by language, without script or request."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from edu.markup.colours import write_colours
from edu.markup.policy import make_policy
from edu.markup.shrink import shrink_style
from edu.model.locale import direction_of, web_tag
from edu.problems import Say
from edu.style import read_style

_WIDE, _HIGH = 300, 60


@dataclass(frozen=True, slots=True)
class Row:
    """A domain, or all of them: its name, the texts of its cells, and the shares translated and fuzzy, from 0 to 1."""

    name: str
    cells: tuple[str, ...]
    translated: float
    fuzzy: float


@dataclass(frozen=True, slots=True)
class Part:
    """A language: its gettext name and its name in itself, its domains, all of them, and its past: a day and a share each.

    `story` says the past in words; `apart` are rows of what does not count among all of them.
    """

    lang: str
    name: str
    rows: tuple[Row, ...]
    total: Row
    share: str
    past: tuple[tuple[str, float], ...]
    story: str
    apart: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The page: the course's title in the language `title_lang`, what stands above the columns, and the languages."""

    title: str
    title_lang: str
    heads: tuple[str, ...]
    parts: tuple[Part, ...]


def write_status(sheet: Sheet, lang: str, say: Say, templates: Path) -> bytes:
    """Return the page as UTF-8, its own words in `lang` (gettext name) by `say`; `templates` is the folder with `status/`."""
    folder = templates / "status"
    style = shrink_style(write_colours(read_style(templates)) + (folder / "status.css").read_text("utf-8"))
    environment = Environment(
        loader=FileSystemLoader(folder, encoding="utf-8"), autoescape=True, trim_blocks=True, lstrip_blocks=True,
        undefined=StrictUndefined, keep_trailing_newline=True,
    )  # fmt: skip
    environment.filters.update(tag=web_tag, direction=direction_of, line=_draw_line)
    page = environment.get_template("status.html.jinja").render(
        sheet=sheet, lang=lang, say=say, style=Markup(style), policy=make_policy(style)
    )
    return page.encode()


def _draw_line(past: Sequence[tuple[str, float]]) -> str:
    """Return the path of a line through the shares of the past, on 300 × 60."""
    step = _WIDE / max(1, len(past) - 1)
    points = (f"{index * step:.1f} {_HIGH - share * (_HIGH - 2) - 1:.1f}" for index, (_, share) in enumerate(past))
    return f"M{'L'.join(points)}"

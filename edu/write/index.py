"""The list of a course's products -> the page `index.html` that a teacher opens them from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from edu.markup.colours import write_colours
from edu.markup.policy import make_policy
from edu.markup.shrink import shrink_style
from edu.model.locale import direction_of, web_tag
from edu.problems import Say
from edu.style import read_style


@dataclass(frozen=True, slots=True)
class Wording:
    """A text in the language `lang` (gettext name)."""

    text: str
    lang: str


@dataclass(frozen=True, slots=True)
class Link:
    """A product: its label and how it is used (two of our own msgids), and its path below the output folder, with "/"."""

    label: str
    path: str
    help: str


@dataclass(frozen=True, slots=True)
class Row:
    """What there is of a module in one language, or in two (`name`: `zh_CN+en`): its title in `lang` and its products."""

    lang: str
    name: str
    title: Wording
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """All products of a course: its titles, the source language's first, and the rows of each module."""

    titles: tuple[Wording, ...]
    modules: tuple[tuple[Row, ...], ...]


def write_index(listing: Listing, names: Mapping[str, str], says: Mapping[str, Say], templates: Path) -> bytes:
    """Return the page as UTF-8: each row in its own language, without script or request.

    `names` are the own names of languages, and of two together; `says` are our own words, by gettext name; `templates` is the
    folder that holds `index/`.
    """
    folder = templates / "index"
    style = shrink_style(write_colours(read_style(templates)) + (folder / "index.css").read_text("utf-8"))
    rows = [row for module in listing.modules for row in module]
    environment = Environment(
        loader=FileSystemLoader(folder, encoding="utf-8"), autoescape=True, trim_blocks=True, lstrip_blocks=True,
        undefined=StrictUndefined, keep_trailing_newline=True,
    )  # fmt: skip
    environment.filters.update(tag=web_tag, direction=direction_of, address=quote)
    page = environment.get_template("index.html.jinja").render(
        listing=listing,
        names=names,
        say=lambda text, lang: says[lang](text),
        helps={
            row.lang: dict.fromkeys(link.help for one in rows if one.lang == row.lang for link in one.links) for row in rows
        },
        style=Markup(style),
        policy=make_policy(style),
    )
    return page.encode()

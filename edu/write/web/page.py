"""A planned deck and its theme -> the bytes of its page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from edu.markup.colours import write_colours
from edu.markup.policy import make_policy
from edu.markup.script import join_modules
from edu.markup.shrink import shrink_style
from edu.model.locale import direction_of, web_tag
from edu.plan.page import Deck
from edu.plan.theme import Colour, Theme
from edu.problems import Say
from edu.style import Style, read_style
from edu.write.web.sheet import Sheet, write_face, write_number
from edu.write.web.slide import draw_slide
from edu.write.web.text import Voice, draw_notes

_SHOWN: tuple[Colour, ...] = ("paper", "soft", "ink", "ink2", "accent1", "accent6")
"""The deck's colours that the page's own style names."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A slide as the template takes it; `number` counts the shown ones and the hidden ones apart."""

    id: str
    kind: str
    title: str
    number: int
    hidden: bool
    drawn: Markup
    notes: Markup


def write_page(deck: Deck, theme: Theme, say: Say, templates: Path) -> bytes:
    """Return the page of `deck` on `theme`, hidden slides after the others; `say` has our own words in the deck's language.

    `templates` is the folder that holds `web/`. The page asks nothing of any network, which its Content-Security-Policy says
    too. The same input gives the same bytes.
    """
    folder = templates / "web"
    look = read_style(templates)
    sheet = Sheet({**theme.colours, **deck.accents})
    leaves = tuple(_draw_leaves(deck, theme, sheet))
    rules = (
        write_colours(look) + _set_page(theme, sheet, look) + (folder / "style.css").read_text("utf-8") + sheet.write_rules()
    )
    style, script = shrink_style(rules), join_modules(folder, "main.js")
    html = (
        _environment(folder)
        .get_template("page.html.jinja")
        .render(
            deck=deck,
            leaves=leaves,
            theme=theme,
            tag=web_tag(deck.lang),
            direction=direction_of(deck.lang),
            accent=sheet.colours["accent1"].lstrip("#"),
            say=say,
            policy=make_policy(style, script),
            style=Markup(style),
            script=Markup(script),
        )
    )
    return html.encode("utf-8")


@cache
def _environment(folder: Path) -> Environment:
    loader = FileSystemLoader(folder, encoding="utf-8")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


def _draw_leaves(deck: Deck, theme: Theme, sheet: Sheet) -> Iterator[Leaf]:
    ids = {slide.id for slide in deck.slides}
    voice = Voice(sheet, ids.__contains__)
    placed = tuple(enumerate(deck.slides, 1))
    for hidden in (False, True):
        for number, (place, slide) in enumerate((entry for entry in placed if entry[1].hidden == hidden), 1):
            drawn = draw_slide(voice, deck, slide, theme.layouts[slide.layout], place)
            yield Leaf(slide.id, slide.kind, slide.title, number, hidden, drawn, draw_notes(voice, slide.notes))


def _set_page(theme: Theme, sheet: Sheet, look: Style) -> str:
    """Return the page's size, its colours and its faces as custom properties."""
    named = {"w": write_number(theme.width), "h": write_number(theme.height)}
    named |= {f"deck-{name}": sheet.colours[name] for name in _SHOWN}
    named |= {f"face-{script}": write_face(face) for script, face in (*look.faces.items(), ("latin", theme.face))}
    return f":root {{ {' '.join(f'--{name}: {value};' for name, value in named.items())} }}\n"

"""The style's colours -> custom properties of CSS, for light grounds and for dark ones."""

from __future__ import annotations

from collections.abc import Iterator

from edu.style import Ground, Style


def write_colours(style: Style) -> str:
    """Return the rules that set each colour of the quiz page: on light ground, and on dark where the reader wants that."""
    light, dark = ("".join(_set_colours(style, ground)) for ground in ("light", "dark"))
    return f":root {{ color-scheme: light dark; {light} }} @media (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}\n"


def _set_colours(style: Style, ground: Ground) -> Iterator[str]:
    """Yield each colour under its name on the page, where cards are paper on a soft ground, and soft on paper in the dark."""
    deck = style.colours[ground]
    card, page = (deck["paper"], deck["soft"]) if ground == "light" else (deck["soft"], deck["paper"])
    named = {"paper": card, "ground": page, "ink": deck["ink"], "ink2": deck["ink2"], "accent": deck["accent1"]}
    yield from (f"--{name}: {colour};" for name, colour in (named | dict(style.quiz[ground])).items())

"""A planned deck and the colours of its theme -> the texts that cannot be read on what stands behind them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from edu.check.ground import Spot, list_spots
from edu.plan.colour import find_colour, find_readable, measure_contrast
from edu.plan.page import Deck, Slide
from edu.plan.stage import ENTITIES
from edu.plan.theme import Colour, Paint, Theme
from edu.problems import Code, Problem

LEAST = 4.5
"""The contrast that a text needs (WCAG 2.2, 1.4.3), here of every size: a projector in a bright room takes half of it away."""
_LARGE = 3.0
"""Below it not even large letters can be read."""
_EXCERPT = 24


def find_pale_entities(deck: Deck, theme: Theme) -> Iterator[Problem]:
    """Yield each colour that the course gives an entity and that cannot be read on the page or on a panel."""
    palette = _join_palette(deck, theme)
    grounds = [palette[name] for name in ("paper", "soft") if name in palette]
    for slot, entity in zip(ENTITIES, deck.entities, strict=False):
        colour = palette.get(slot, "")
        worst = min(grounds, key=lambda ground: measure_contrast(colour, ground), default="") if colour else ""
        if worst and (ratio := measure_contrast(colour, worst)) < LEAST:
            code = Code.UNREADABLE_COLOUR if ratio < _LARGE else Code.PALE_COLOUR
            values = _word_values(colour, worst, ratio) | {"near": find_readable(colour, grounds, LEAST)}
            yield Problem(code, f"course#entities[{entity}].{'dark' if theme.dark else 'color'}", values)


def find_low_contrasts(deck: Deck, theme: Theme) -> Iterator[Problem]:
    """Yield the first text in each colour on each ground that it cannot be read on, but for those of pale entities."""
    palette = _join_palette(deck, theme)
    told = {slot for slot in ENTITIES if _is_pale(slot, palette)} if deck.entities else set[Colour]()
    seen: set[tuple[str, str]] = set()
    for slide in deck.slides:
        for spot in list_spots(slide, theme):
            if spot.ground is None or told & {spot.ink.colour, spot.ground.colour}:
                continue
            ink, ground = (_see(paint, palette) for paint in (spot.ink, spot.ground))
            if ink and ground and (ink, ground) not in seen:
                seen.add((ink, ground))
                yield from _tell(deck, slide, spot, ink, ground)


def _tell(deck: Deck, slide: Slide, spot: Spot, ink: str, ground: str) -> Iterator[Problem]:
    ratio = measure_contrast(ink, ground)
    if ratio < LEAST:
        text = spot.text[:_EXCERPT] or "".join(run.text for run in deck.footer)[:_EXCERPT]
        values = _word_values(ink, ground, ratio) | {"text": text, "ink": ink, "lang": deck.lang}
        yield Problem(Code.LOW_CONTRAST, slide.trail, values)


def find_unknown_grounds(deck: Deck, theme: Theme) -> Iterator[Problem]:
    """Yield the first slide on each layout that has a picture behind its texts."""
    seen: set[str] = set()
    for slide in deck.slides:
        if slide.layout not in seen and theme.layouts[slide.layout].ground is None:
            seen.add(slide.layout)
            yield Problem(Code.UNKNOWN_GROUND, slide.trail, {"layout": slide.layout})


def _join_palette(deck: Deck, theme: Theme) -> Mapping[Colour, str]:
    return {**theme.colours, **deck.accents}


def _is_pale(slot: Colour, palette: Mapping[Colour, str]) -> bool:
    grounds = [palette[name] for name in ("paper", "soft") if name in palette]
    return slot in palette and any(measure_contrast(palette[slot], ground) < LEAST for ground in grounds)


def _see(paint: Paint, palette: Mapping[Colour, str]) -> str:
    """Return the colour that is seen; "" where the theme does not say it."""
    return find_colour(paint, palette) if paint.rgb or paint.colour in palette else ""


def _word_values(colour: str, ground: str, ratio: float) -> dict[str, str | int]:
    """Return the values of a message; a ratio is cut, not rounded: 4.46 is not 4.5."""
    return {"colour": colour, "ground": ground, "ratio": f"{int(ratio * 100) / 100:.2f}", "least": f"{LEAST:g}"}

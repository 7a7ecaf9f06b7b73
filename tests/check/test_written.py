"""The rules see in a plan what stands in the written file: the same colours on the same grounds, the same sizes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from edu.check.deck import check_deck
from edu.check.ground import list_spots
from edu.check.sizes import list_letters
from edu.plan.colour import find_colour
from edu.plan.deck import make_deck
from edu.plan.page import Deck
from edu.plan.theme import Theme
from edu.style import GROUNDS, Ground
from edu.write.pptx import Template, read_theme, write_deck
from edu.write.pptx.template import PAGE_SIZES, PageSize
from tests.plan.decks import ROOT, SMALL, make, read
from tests.tools.look import Seen, find_contrast_faults, find_order_faults, find_size_faults, list_seen

pytestmark = pytest.mark.slow


SMALL_LOOKS = [(SMALL, ground, page) for ground in GROUNDS for page in PAGE_SIZES]
FLAGSHIP_LOOKS = [(ROOT, ground, page) for ground, page in zip(GROUNDS, PAGE_SIZES, strict=True)]


@pytest.mark.parametrize(
    ("root", "ground", "page"), [*SMALL_LOOKS, *FLAGSHIP_LOOKS], ids=lambda part: getattr(part, "name", part)
)
def test_a_plan_and_its_file_show_the_same(root: Path, ground: Ground, page: PageSize, tmp_path: Path) -> None:
    template = Template(ROOT / "templates", ground, page)
    theme, pictures = read_theme(template), read(root).pictures
    for lang in ("zh_CN", "en"):
        edition, _ = make(root, lang)
        for module in edition.course.modules:
            deck, _ = make_deck(edition, module, theme, pictures)
            path = tmp_path / f"{module.id}.pptx"
            path.write_bytes(write_deck(deck, template))
            seen = list_seen(path)
            assert _list_planned(deck, theme) == {(one.slide, one.ink, ground) for one in seen for ground in one.grounds}
            assert _list_least(deck, theme) == _list_least_seen(seen)
            assert check_deck(deck, theme) == ()
            assert [*find_contrast_faults(path), *find_size_faults(path), *find_order_faults(path)] == []


def _list_planned(deck: Deck, theme: Theme) -> set[tuple[int, str, str]]:
    """Return each colour with its ground, slide by slide; "?" is a picture."""
    palette = {**theme.colours, **deck.accents}
    spots = [(number, spot) for number, slide in enumerate(deck.slides, start=1) for spot in list_spots(slide, theme)]
    return {(n, find_colour(s.ink, palette), find_colour(s.ground, palette) if s.ground else "?") for n, s in spots}


def _list_least(deck: Deck, theme: Theme) -> dict[int, float]:
    """Return the size of the smallest letters of each slide."""
    layouts = theme.layouts
    return {
        number: min(letters.size for letters in list_letters(deck, slide, layouts[slide.layout]))
        for number, slide in enumerate(deck.slides, start=1)
    }


def _list_least_seen(seen: Sequence[Seen]) -> dict[int, float]:
    return {number: min(one.size for one in seen if one.slide == number) for number in {one.slide for one in seen}}

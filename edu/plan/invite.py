"""The quiz's address in course.yaml -> a QR code and the address itself, in a column beside the text of a slide."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from edu.plan.measure import text_width
from edu.plan.page import Box, Drawing, Glyph, PageItem, Paragraph
from edu.plan.pair import plain
from edu.plan.qr import QUIET, make_code
from edu.plan.runs import BREAK, Run
from edu.plan.stage import NO_MARGINS, Stage, make_box, tell
from edu.plan.theme import Frame, Paint
from edu.problems import N_

_SIDE, _COLUMN, _GAP = 140.0, 152.0, 20.0
"""The side of a code with its white margin, the column it stands in, and the room between that and the text, in points."""
_WORDS, _MORE, _SIZE = 56.0, 21.0, 14.0
"""The height of the lines below the code, what a second language adds to it, and their size."""
_WEB = "en"
"""The language of an address: its letters and marks are to be Latin in every deck."""
_BLACK, _WHITE = Paint("ink", rgb="#000000"), Paint("paper", rgb="#FFFFFF")
"""A code is dark on white on every ground: many readers know no other."""


@dataclass(frozen=True, slots=True)
class Invitation:
    """What leads to the quiz, and what frame is left for the slide's text (None for all of it)."""

    items: tuple[PageItem, ...] = ()
    body: Frame | None = None


def draw_invitation(stage: Stage, layout: str, area: Frame | None = None) -> Invitation:
    """Return the way to the module's quiz for a slide on `layout`; nothing where the course has no address for it.

    `area` is where the slide's text stands, if that is not the layout's body.
    """
    base = stage.edition.course.settings.quiz_url
    if not base:
        return Invitation()
    address = fill_address(base, stage.lang, stage.module.id)
    area = area or stage.slot(layout, "Body").frame
    height = _WORDS + (_MORE if stage.second else 0)
    side = min(_SIDE, area.h - height)
    left, top = area.x + area.w - _COLUMN, area.y + area.h - side - height
    panel = Frame(left + (_COLUMN - side) / 2, top, side, side)
    words = Frame(left, top + side, _COLUMN, height)
    items = (_draw_code(stage, panel, address), _draw_address(stage, words, address))
    return Invitation(items, replace(area, w=area.w - _COLUMN - _GAP))


def fill_address(base: str, lang: str, module: str) -> str:
    """Return the address of a module's quiz: `{lang}` and `{module}` filled in, or that of its file in the folder `base`."""
    if "{" not in base:
        base = f"{base.rstrip('/')}/{{lang}}/{{module}}.quiz.html"
    return base.replace("{lang}", lang).replace("{module}", module)


def _draw_code(stage: Stage, panel: Frame, address: str) -> Drawing:
    code = make_code(address)
    margin = panel.w * QUIET / (code.grid + 2 * QUIET)
    alt = plain(tell(stage, N_("QR code that opens the quiz: {address}"), address=address))
    squares = Glyph("Squares", panel.inset(margin, margin, margin, margin), code.path, code.grid, fill=_BLACK)
    return Drawing("QR code", alt, (Box("White", panel, "rect", _WHITE), squares))


def _draw_address(stage: Stage, frame: Frame, address: str) -> Box:
    """Return the lines below the code: what it opens, and the address, which is whole in the link."""
    head = tell(stage.shrunk(_SIZE), N_("Scan for the quiz"), Paragraph((), bold=True, align="center"))
    shown = BREAK.join(break_address(address, frame.w, stage.theme.face))
    link = Paragraph((Run(shown, _WEB, href=address),), align="center")
    box = make_box(stage, "Quiz address", frame, [head, link], size=_SIZE, anchor="top", margins=NO_MARGINS)
    return replace(box, aside=True)


def break_address(address: str, width: float, face: str) -> list[str]:
    """Return `address` without its scheme on two lines at most; what has no room is left out between or at their ends."""
    shown = address.partition("://")[2].rstrip("/")

    def fits(text: str) -> bool:
        return text_width(text, _SIZE, face=face) <= width * 0.95

    if fits(shown):
        return [shown]
    steps = shown.split("/")
    firsts = ["/".join(steps[:n]) + "/" for n in range(1, len(steps))]
    for first in reversed(firsts):
        if fits(first) and fits(rest := shown.removeprefix(first)):
            return [first, rest]
    ends = [steps[0] + "/…/", steps[0] + "/"] if len(steps) > 1 else [shown]
    return [_cut(text, fits) for text in (next((end for end in ends if fits(end)), ends[-1]), *steps[1:][-1:])]


def _cut(text: str, fits: Callable[[str], bool]) -> str:
    """Return as much of the start of `text` as fits, with `…` where something is missing."""
    cut = (text[:n] + "…" for n in range(len(text) - 1, -1, -1))
    return text if fits(text) else next((short for short in cut if fits(short)), "…")

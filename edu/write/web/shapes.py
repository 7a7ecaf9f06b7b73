"""Boxes, lines, glyphs, diagrams and pictures of a planned slide -> elements of its page."""

from __future__ import annotations

import base64
from math import hypot, isclose
from typing import assert_never

from markupsafe import Markup

from edu.plan.page import Box, Drawing, Glyph, Image, Line, Paragraph
from edu.plan.theme import CUSTOM, Decoration, Frame, Paint
from edu.write.web.outline import draw_outline, find_corner, find_text_insets
from edu.write.web.sheet import Sheet, write_body, write_frame, write_number
from edu.write.web.text import Body, Voice, draw_element, draw_jump, draw_paragraphs

_PLAIN = Body()
_BIG = 32
"""Text of more points than a title's carries its slide, on a phone too."""
_HIDDEN = {"aria_hidden": "true"}


def draw_box(voice: Voice, box: Box, before: object = None) -> Markup:
    """Return a shape with its text; one without text is hidden from who cannot see it.

    `before` is what stands before it: a box that touches that one stays with it on a phone, too.
    """
    frame, sheet = box.frame, voice.sheet
    corner = find_corner(box.shape, frame.w, frame.h)
    ground = sheet.look(*_paint_box(sheet, box.fill, box.line, corner)) if corner else ""
    drawn = Markup("") if corner else draw_shape(sheet, box.shape, frame, box.fill, box.line, flipped=box.flipped)
    if not box.text:
        return draw_element("div", drawn, "shape", sheet.place(write_frame(frame)), ground, **_HIDDEN)
    insets = find_text_insets(box.shape, frame.w, frame.h)
    left, right = reversed(insets) if box.flipped else insets
    margins = (box.margins[0] + left, box.margins[1], box.margins[2] + right, box.margins[3])
    placed = sheet.place(
        write_frame(frame), write_body(box.anchor, margins, box.text.insets), f"font-size:{write_number(box.size)}px"
    )
    own = "own" if box.fill and box.fill.rgb else ""
    big = "big" if box.size > _BIG else ""
    inner = drawn + draw_paragraphs(voice, box.text.paragraphs, _PLAIN) + draw_jump(voice, box.jump)
    joined = "joined" if isinstance(before, Box) and _touch(before.frame, frame) else ""
    return draw_element("div", inner, "box", own, big, joined, placed, ground)


def _touch(before: Frame, frame: Frame) -> bool:
    """Tell whether `frame` begins where `before` ends, beside or below it."""
    level = before.y == frame.y and before.h == frame.h
    beside = level and (isclose(before.x + before.w, frame.x) or isclose(frame.x + frame.w, before.x))
    below = before.x == frame.x and isclose(before.y + before.h, frame.y)
    return beside or below


def _paint_box(sheet: Sheet, fill: Paint | None, line: Paint | None, corner: str) -> tuple[str, ...]:
    """Return the declarations of a box's ground, edge and corners."""
    return (
        f"background:{sheet.shade(fill)}" if fill else "",
        f"border:1px solid {sheet.shade(line)}" if line else "",
        f"border-radius:{corner}" if corner != "0" else "",
    )


def draw_decoration(sheet: Sheet, decoration: Decoration) -> Markup:
    """Return a shape of the layout."""
    if decoration.shape == CUSTOM:  # its outline is in the template alone
        return Markup("")
    frame = decoration.frame
    drawn = draw_shape(sheet, decoration.shape, frame, decoration.fill, None)
    return draw_element("div", drawn, "shape", sheet.place(write_frame(frame)), **_HIDDEN)


def draw_shape(
    sheet: Sheet, shape: str, frame: Frame, fill: Paint | None, line: Paint | None, *, flipped: bool = False
) -> Markup:
    """Return the outline of a shape that fills its element, `flipped` from left to right."""
    w, h = frame.w, frame.h
    corner = find_corner(shape, w, h)
    ellipse = {"rx": write_number(w / 2), "ry": write_number(h / 2)}
    rounded = ellipse if shape == "ellipse" else {"rx": corner.removesuffix("px")}
    size = {"width": write_number(w), "height": write_number(h)}
    look = {"fill": sheet.shade(fill) if fill else "none", "stroke": sheet.shade(line) if line else ""}
    turned = f"translate({size['width']}) scale(-1 1)" if flipped else ""
    figure = (
        draw_element("rect", Markup(""), **size, **rounded, **look)
        if corner
        else draw_element("path", Markup(""), d=draw_outline(shape, w, h), transform=turned, **look)
    )
    return _draw_svg(figure, f"0 0 {write_number(w)} {write_number(h)}")


def _draw_svg(inner: Markup, box: str, *classes: str, alt: str = "") -> Markup:
    """Return a drawing; without `alt` it is hidden from who cannot see it."""
    said = {"role": "img", "aria_label": alt} if alt else _HIDDEN
    return draw_element("svg", inner, *classes, viewBox=box, focusable="false", **said)


def draw_line(sheet: Sheet, line: Line) -> Markup:
    """Return a straight line, maybe with an arrow's head at its end."""
    w, h, thick = line.frame.w, line.frame.h, line.width
    pad = 3 * thick
    x, y = line.frame.x + min(w, 0) - pad, line.frame.y + min(h, 0) - pad
    start = (pad - min(w, 0), pad - min(h, 0))
    long = hypot(w, h) or 1
    along = (w / long, h / long)
    end = (start[0] + w, start[1] + h)
    neck = (end[0] - along[0] * 3 * thick, end[1] - along[1] * 3 * thick) if line.arrow else end
    paint = sheet.shade(line.paint)
    ends = {"x1": start[0], "y1": start[1], "x2": neck[0], "y2": neck[1], "stroke_width": thick}
    drawn = draw_element("line", Markup(""), stroke=paint, **{name: f"{value:.6g}" for name, value in ends.items()})
    if line.arrow:
        drawn += _draw_head(neck, end, thick, paint)
    frame = Frame(x, y, abs(w) + 2 * pad, abs(h) + 2 * pad)
    size = f"0 0 {write_number(frame.w)} {write_number(frame.h)}"
    return draw_element("div", _draw_svg(drawn, size), "shape", sheet.place(write_frame(frame)), **_HIDDEN)


def _draw_head(neck: tuple[float, float], end: tuple[float, float], thick: float, paint: str) -> Markup:
    (nx, ny), (x, y) = neck, end
    dx, dy = (x - nx) / 2, (y - ny) / 2
    corners = ((nx - dy, ny + dx), (x, y), (nx + dy, ny - dx))
    path = "M" + "L".join(f"{write_number(a)} {write_number(b)}" for a, b in corners) + "Z"
    return draw_element("path", Markup(""), d=path, fill=paint)


def draw_glyph(sheet: Sheet, glyph: Glyph) -> Markup:
    """Return a figure drawn by its outline; without an alternative it is decorative."""
    line = {}
    if glyph.line:
        width = write_number(glyph.width * glyph.grid / glyph.frame.w)
        line = {"stroke": sheet.shade(glyph.line), "stroke_width": width, "stroke_linecap": "round", "stroke_linejoin": "round"}
    fill = sheet.shade(glyph.fill) if glyph.fill else "none"
    figure = draw_element("path", Markup(""), d=glyph.path, fill=fill, **line)
    grid = write_number(glyph.grid)
    drawn = _draw_svg(figure, f"0 0 {grid} {grid}", alt=glyph.alt)
    hidden = {} if glyph.alt else _HIDDEN
    return draw_element("div", drawn, "sign" if glyph.alt else "shape", sheet.place(write_frame(glyph.frame)), **hidden)


def draw_drawing(voice: Voice, drawing: Drawing, click: int = 0) -> Markup:
    """Return a diagram with its alternative; one that holds links is a group, so that they can be followed.

    It waits for that `click` of the slide, from 1; 0 where it is there at once.
    """
    neighbours = zip(drawing.parts, (None, *drawing.parts), strict=False)
    parts = Markup("").join(_draw_part(voice, part, before) for part, before in neighbours)
    texts = (part.text for part in drawing.parts if isinstance(part, Box) and part.text)
    linked = any(_has_link(paragraph) for text in texts for paragraph in text.paragraphs)
    role = "group" if linked else "img"
    return draw_element("div", parts, "drawing", role=role, aria_label=drawing.alt, data_click=str(click or ""))


def _draw_part(voice: Voice, part: Box | Line | Glyph, before: object) -> Markup:
    match part:
        case Box():
            return draw_box(voice, part, before)
        case Line():
            return draw_line(voice.sheet, part)
        case Glyph():
            return draw_glyph(voice.sheet, part)
        case _:
            assert_never(part)


def _has_link(paragraph: Paragraph) -> bool:
    return any(run.href for run in paragraph.runs)


def draw_image(sheet: Sheet, image: Image) -> Markup:
    """Return a picture, which stands in the page itself."""
    picture = image.picture
    data = base64.b64encode(picture.data).decode("ascii")
    size = f' width="{picture.width}" height="{picture.height}"'
    placed = sheet.place(write_frame(image.frame))
    alt = " ".join(image.alt.split())
    return Markup('<img class="image {}" alt="{}" src="data:image/{};base64,{}"{}>').format(
        placed, alt, picture.format, data, Markup(size)
    )

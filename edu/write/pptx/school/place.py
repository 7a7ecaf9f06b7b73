"""A layout of the school and one of the house -> where each text of the house stands on the school's page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from edu.plan.theme import Frame, Layout
from edu.write.pptx.school.colours import NS, A
from edu.write.pptx.school.holders import Holder, frame_of, list_free

FEET = ("ftr", "sldNum", "dt")
SOURCE_GAP, _SOURCE = 4.0, 22.0
_FOOT = 20.0
_BAND_SHARE, _BAND_GAP = 0.2, 22.0
_NARROWEST_BAND = 128.0
_LEFT = 0.6
"""The share of its place that content keeps beside what else stands there, or it stands on that."""
_LEAST = 0.35
"""The share of the page that content needs."""
STRIP = 32.0
"""The height of a line of text that stands alone on a cover."""
_NUMBER = 140.0
"""The height of a number that fills a divider."""


def find_area(layout: Any, holders: Iterable[Holder], bodies: Iterable[Holder], page: Frame) -> Frame:
    """Return where the content of a page may stand: below its title, above its feet, as wide as the school's own body."""
    held = list(holders)
    body = max(bodies, key=lambda h: h.frame.w * h.frame.h, default=None)
    title = next((h.frame for h in held if h.type in ("title", "ctrTitle")), None)
    area = body.frame if body else page.inset(page.w * 0.05, page.h * 0.22, page.w * 0.05, page.h * 0.12)
    if title and title.y + title.h / 2 < page.h * 0.4:
        area = _cut_top(area, title.y + title.h + 4)
    feet = [h.frame.y for h in held if h.type in FEET and h.frame.y > page.h * 0.6]
    area = _cut_bottom(area, min([*feet, page.h - _FOOT - 16]) - 2)
    if area.w * area.h < _LEAST * page.w * page.h:  # a cover's, or one that stands beside a picture
        area = page.inset(page.w * 0.05, page.h * 0.24, page.w * 0.05, page.h * 0.12)
        area = _cut_bottom(
            _cut_top(area, title.y + title.h + 4) if title and title.y < page.h * 0.2 else area, min([*feet, page.h]) - 2
        )
    return _avoid_all(area, list_ornaments(layout))


def _cut_top(frame: Frame, y: float) -> Frame:
    return replace(frame, y=y, h=frame.y + frame.h - y) if y > frame.y else frame


def _cut_bottom(frame: Frame, y: float) -> Frame:
    return replace(frame, h=y - frame.y) if y < frame.y + frame.h else frame


def list_ornaments(layout: Any) -> list[Frame]:
    """Return the frames of what a layout and its master show besides texts: logos, drawings, bands, lines."""
    frames = (frame_of(shape) for shape, _ in list_free(layout) if _is_seen(shape))
    return [frame for frame in frames if frame]


def _is_seen(shape: Any) -> bool:
    properties = shape.find("p:spPr", NS)
    if not shape.tag.endswith("}sp") or properties is None:
        return True
    painted = any(child.tag.endswith(("Fill", "}ln")) and not child.tag.endswith("noFill") for child in properties)
    return painted or shape.find("p:style", NS) is not None or any(text.text for text in shape.iter(f"{A}t"))


def covers(outer: Frame, inner: Frame, edge: float = 0) -> bool:
    """Return whether `outer` is a ground of `inner`: it covers that, but for a share `edge` of it at each side."""
    left = inner.inset(inner.w * edge, inner.h * edge, inner.w * edge, inner.h * edge)
    return holds(outer, left)


def overlaps(one: Frame, other: Frame) -> bool:
    """Return whether two frames have some part in common."""
    return min(one.x + one.w, other.x + other.w) - max(one.x, other.x) > 1 and (
        min(one.y + one.h, other.y + other.h) - max(one.y, other.y) > 1
    )


def _avoid_all(area: Frame, ornaments: Iterable[Frame]) -> Frame:
    """Return what is left of `area` beside what stands in it and is no ground of it; all of it where too little is left."""
    left = area
    for ornament in ornaments:
        if overlaps(left, ornament) and not covers(ornament, left, 0.2):
            left = _avoid(left, ornament)
    return left if left.w * left.h >= _LEFT * area.w * area.h else area


def _avoid(area: Frame, ornament: Frame) -> Frame:
    """Return what is left of `area` beside `ornament`: the cut that takes least."""
    right, bottom = area.x + area.w, area.y + area.h
    cuts = (
        Frame(area.x, area.y, area.w, ornament.y - 4 - area.y),
        Frame(area.x, ornament.y + ornament.h + 4, area.w, bottom - ornament.y - ornament.h - 4),
        Frame(area.x, area.y, ornament.x - 4 - area.x, area.h),
        Frame(ornament.x + ornament.w + 4, area.y, right - ornament.x - ornament.w - 4, area.h),
    )
    return max(cuts, key=lambda cut: max(cut.w, 0) * max(cut.h, 0))


def place_slots(house: Layout, main: Frame, area: Frame) -> dict[str, Frame]:
    """Return the frames, on the school's page, of what a content layout of the house holds below its title.

    `main` is where the house has its content, `area` where the school has it. What stands on a band of colour stays
    together on one.
    """
    content = replace(area, h=area.h - SOURCE_GAP - _SOURCE)
    band = find_band(house)
    frames: dict[str, Frame] = {}
    for name, slot in house.slots.items():
        if name == "Source":
            frames[name] = Frame(area.x, area.y + area.h - _SOURCE, area.w, _SOURCE)
        elif band and holds(band, slot.frame):
            placed = _map(slot.frame, band, place_band(area, content))
            frames[name] = replace(placed, h=max(placed.h, STRIP))
        elif band:
            left = place_band(area, content)
            frames[name] = Frame(left.x + left.w + _BAND_GAP, area.y, area.w - left.w - _BAND_GAP, content.h)
            frames.setdefault("Source", frames[name])
        else:
            frames[name] = _map(slot.frame, main, content if "Source" in house.slots else area)
    if band and "Source" in frames:
        left = place_band(area, content)
        frames["Source"] = Frame(left.x + left.w + _BAND_GAP, area.y + area.h - _SOURCE, area.w - left.w - _BAND_GAP, _SOURCE)
    return frames


def find_band(house: Layout) -> Frame | None:
    """Return the ground of colour that texts of a layout of the house stand on."""
    frames = (d.frame for d in house.decorations if any(holds(d.frame, slot.frame) for slot in house.slots.values()))
    return next(frames, None)


def place_band(area: Frame, content: Frame) -> Frame:
    """Return where a band of colour stands: at the left of the content."""
    return Frame(area.x, content.y, max(area.w * _BAND_SHARE, _NARROWEST_BAND), area.h)


def holds(outer: Frame, inner: Frame) -> bool:
    """Return whether `inner` lies in `outer`."""
    return (
        outer.x <= inner.x
        and outer.y <= inner.y
        and inner.x + inner.w <= outer.x + outer.w
        and inner.y + inner.h <= outer.y + outer.h
    )


def _map(frame: Frame, source: Frame, target: Frame) -> Frame:
    """Return `frame` as it lies in `target` where it lies so in `source`; what reaches out of that is cut."""
    kx, ky = target.w / source.w, target.h / source.h
    left, top = max(frame.x - source.x, 0) * kx, max(frame.y - source.y, 0) * ky
    right, bottom = min((frame.x + frame.w - source.x) * kx, target.w), min((frame.y + frame.h - source.y) * ky, target.h)
    return Frame(target.x + left, target.y + top, right - left, bottom - top)


# --- covers ------------------------------------------------------------------------------------------------------------


def find_strip(layout: Any, holders: Iterable[Holder], page: Frame) -> Frame | None:
    """Return a free line above or below the texts of a cover; None where there is none."""
    held = [h.frame for h in holders]
    main = [h.frame for h in holders if h.type not in FEET]
    ornaments = list_ornaments(layout)
    first = min(main, key=lambda frame: frame.y)
    last = max(main, key=lambda frame: frame.y + frame.h)
    above = Frame(first.x, first.y - STRIP - 2, first.w, STRIP)
    below = Frame(last.x, last.y + last.h + 6, last.w, STRIP)
    for strip in (above, below):
        inside = strip.y > 12 and strip.y + strip.h < page.h - 12
        stands = any(overlaps(strip, frame) for frame in held)
        if inside and not stands and not any(overlaps(strip, one) and not covers(one, strip) for one in ornaments):
            return strip
    return None


def cut_strip(layout: Any, frame: Frame) -> tuple[Frame, Frame]:
    """Return a frame without its last line, and that line, beside what stands in it."""
    strip = Frame(frame.x, frame.y + frame.h - STRIP, frame.w, STRIP)
    return replace(frame, h=frame.h - STRIP - 6), _avoid_all(strip, list_ornaments(layout))


def place_number(area: Frame) -> dict[str, Frame]:
    """Return where the number and the text of a divider stand that has none of its own: large, in the middle of the page."""
    number = Frame(area.x, area.y + area.h * 0.12, area.w, _NUMBER)
    return {"Number": number, "Body": Frame(area.x, number.y + _NUMBER + 10, area.w, max(area.h * 0.3, 2 * STRIP))}


def find_below(title: Frame, holders: Iterable[Holder], page: Frame) -> Frame:
    """Return where a second text stands on a cover or divider that has a title alone."""
    feet = min((h.frame.y for h in holders if h.type in FEET and h.frame.y > title.y), default=page.h - _FOOT)
    top = title.y + title.h + 8
    if feet - top >= 2 * STRIP:
        return Frame(title.x, top, title.w, min(feet - top - 4, 110))
    return Frame(title.x, title.y + title.h * 0.6, title.w, title.h * 0.4)


def place_feet(area: Frame, holders: Iterable[Holder], page: Frame) -> Mapping[str, Frame]:
    """Return where a footer and a slide number stand that the school's layout does not have."""
    y = page.h - _FOOT - 12
    taken = [h.frame for h in holders if h.type in FEET]
    number = Frame(area.x + area.w - 80, y, 80, _FOOT)
    if any(overlaps(number, frame) for frame in taken):
        number = Frame(page.w - 64, page.h - _FOOT - 2, 60, _FOOT)
    return {"ftr": Frame(area.x, y, area.w - 90, _FOOT), "sldNum": number}

"""A layout of the school and one of the house -> where each text of the house stands on the school's page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from edu.plan.theme import Frame, Layout
from edu.write.pptx.school.holders import Holder, frame_of, list_shapes

FEET = ("ftr", "sldNum", "dt")
SOURCE_GAP, _SOURCE = 4.0, 22.0
_FOOT = 20.0
_BAND_SHARE, _BAND_GAP = 0.2, 22.0
_NARROWEST_BAND = 128.0
_LOGO = 0.12
"""The share of the page that a picture takes at most to be a logo: larger ones are a ground."""
_LEAST = 0.35
"""The share of the page that content needs."""
_STRIP = 32.0
"""The height of a line of text that stands alone on a cover."""


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
    for logo in list_logos(layout, page):
        area = _avoid(area, logo)
    return area


def _cut_top(frame: Frame, y: float) -> Frame:
    return replace(frame, y=y, h=frame.y + frame.h - y) if y > frame.y else frame


def _cut_bottom(frame: Frame, y: float) -> Frame:
    return replace(frame, h=y - frame.y) if y < frame.y + frame.h else frame


def list_logos(layout: Any, page: Frame) -> list[Frame]:
    """Return the frames of the pictures on a layout and its master that are no ground."""
    pages = [layout] if layout._element.get("showMasterSp") in ("0", "false") else [layout, layout.slide_master]
    pictures = [frame_of(element) for page_ in pages for path in ("p:pic",) for element in list_shapes(page_, path)]
    return [frame for frame in pictures if frame and frame.w * frame.h < _LOGO * page.w * page.h]


def overlaps(one: Frame, other: Frame) -> bool:
    """Return whether two frames have some part in common."""
    return min(one.x + one.w, other.x + other.w) - max(one.x, other.x) > 1 and (
        min(one.y + one.h, other.y + other.h) - max(one.y, other.y) > 1
    )


def _avoid(area: Frame, logo: Frame) -> Frame:
    """Return what is left of `area` beside `logo`: the cut that takes least; all of it where any cut takes too much."""
    if not overlaps(area, logo):
        return area
    right, bottom = area.x + area.w, area.y + area.h
    cuts = (
        Frame(area.x, area.y, area.w, logo.y - 4 - area.y),
        Frame(area.x, logo.y + logo.h + 4, area.w, bottom - logo.y - logo.h - 4),
        Frame(area.x, area.y, logo.x - 4 - area.x, area.h),
        Frame(logo.x + logo.w + 4, area.y, right - logo.x - logo.w - 4, area.h),
    )
    best = max(cuts, key=lambda cut: max(cut.w, 0) * max(cut.h, 0))
    return best if best.w * best.h > 0.6 * area.w * area.h else area


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
            frames[name] = replace(placed, h=max(placed.h, _STRIP))
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
    taken = [*held, *list_logos(layout, page)]
    first = min(main, key=lambda frame: frame.y)
    last = max(main, key=lambda frame: frame.y + frame.h)
    above = Frame(first.x, first.y - _STRIP - 2, first.w, _STRIP)
    below = Frame(last.x, last.y + last.h + 6, last.w, _STRIP)
    for strip in (above, below):
        inside = strip.y > 12 and strip.y + strip.h < page.h - 12
        if inside and not any(overlaps(strip, frame) for frame in taken):
            return strip
    return None


def find_below(title: Frame, holders: Iterable[Holder], page: Frame) -> Frame:
    """Return where a second text stands on a cover or divider that has a title alone."""
    feet = min((h.frame.y for h in holders if h.type in FEET and h.frame.y > title.y), default=page.h - _FOOT)
    top = title.y + title.h + 8
    if feet - top >= 2 * _STRIP:
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

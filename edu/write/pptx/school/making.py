"""A layout of the school and one of the house -> a layout with the school's look and all places of the house's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from lxml import etree

from edu.plan.colour import find_colour
from edu.plan.theme import Colour, Frame, Layout, Paint, Theme
from edu.write.pptx.school.colours import NS, Palette, is_busy, make_readable, override_palette, read_palette, write_literals
from edu.write.pptx.school.find import OURS, Found, How
from edu.write.pptx.school.ground import find_ground, see_grounds
from edu.write.pptx.school.holders import (
    Holder,
    fill_with,
    first_level,
    frame_of,
    list_holders,
    mark_of,
    read_holders,
    scale_insets,
    set_frame,
)
from edu.write.pptx.school.level import TITLES, Look, find_align, set_look
from edu.write.pptx.school.parts import add_layout
from edu.write.pptx.school.place import (
    STRIP,
    cut_strip,
    find_area,
    find_band,
    find_below,
    find_strip,
    holds,
    place_band,
    place_feet,
    place_number,
    place_slots,
)

_AIR, _EDGE = 14.0, 6.0
"""How far a panel reaches beyond its texts, and how near to the edge of the page, in points."""
FEET = {"Footer": "ftr", "Slide Number": "sldNum"}
"""The types of the placeholders at a page's foot, by the house's names for them."""


@dataclass(frozen=True, slots=True)
class Use:
    """A layout of the house: the school's that it is made of, how that was found, and the places that were added to it.

    Where no colour can be read on all that it has behind its texts, a `panel` was laid between.
    """

    layout: str
    theirs: str
    how: How
    added: tuple[str, ...]
    panel: bool = False


def is_whole(layout: Any, name: str, house: Layout) -> bool:
    """Return whether a layout of the school serves as it is: it has all places of the house's `name`, by the same names."""
    return layout.name in (name, f"{name}{OURS}") and set(house.slots) <= {shape.name for shape in layout.placeholders}


def _join(frames: Sequence[Frame]) -> Frame:
    """Return the frame that holds all of `frames`."""
    x, y = min(frame.x for frame in frames), min(frame.y for frame in frames)
    return Frame(x, y, max(f.x + f.w for f in frames) - x, max(f.y + f.h for f in frames) - y)


def _clip(frame: Frame, page: Frame) -> Frame:
    """Return what of `frame` lies on `page`."""
    x, y = max(frame.x, page.x), max(frame.y, page.y)
    return Frame(x, y, min(frame.x + frame.w, page.x + page.w) - x, min(frame.y + frame.h, page.y + page.h) - y)


@dataclass(frozen=True, slots=True)
class Bench:
    """What layouts are made with."""

    file: Any
    page: Frame
    plan: Theme
    models: Mapping[str, Any]
    literals: Mapping[str, str]
    colours: Mapping[Colour, str]
    body: Any
    """The school's layout for lists."""

    def make(self, name: str, found: Found, call: str) -> Use:
        """Make the layout `name` of the house out of a layout of the school, under the name `call`."""
        base = found.layout
        if is_whole(base, name, self.plan.layouts[name]):
            list_holders(base, base.slide_master)
            return Use(name, base.name, found.how, ())
        layout = add_layout(base, call)
        palette = override_palette(read_palette(base.slide_master), base)
        ground = find_ground(base, palette, self.page) or self.colours["paper"]
        made = _Layout(self, layout, self.plan.layouts[name], self.models[name], palette, ground)
        made.fill(found)
        return Use(name, base.name, found.how, tuple(made.added), made.panel)


class _Layout:
    """A layout in the making: it keeps what it has from the school's, and gets what the house's has besides."""

    def __init__(self, bench: Bench, layout: Any, house: Layout, model: Any, palette: Palette, ground: str) -> None:
        self.palette = palette
        self.bench, self.layout, self.house = bench, layout, house
        self.models = {shape.name: shape._element for shape in model.shapes}
        self.tree = layout._element.find("p:cSld/p:spTree", NS)
        self.added: list[str] = []
        self.ground = ground
        self.panel, self.calmed = False, set[str]()

    def fill(self, found: Found) -> None:
        """Name the placeholders that stay, take the others away, and add what is missing."""
        holders = list(list_holders(self.layout, self.layout.slide_master))
        kept = self._match(found, holders)
        for shape in [s for s in self.tree if mark_of(s) is not None and not any(s is k.element for k in kept.values())]:
            self.tree.remove(shape)
        held = tuple(kept.values())
        area = self._find_area()
        if "Title" not in kept:
            kept["Title"] = self._add("Title", Frame(area.x, 24, area.w, max(area.y - 30, 60)))
        frames = self._place(found, kept, held, area)
        for name, frame in frames.items():
            if name in kept and name not in ("Title", *FEET):
                set_frame(kept[name].element, frame)
        own = {name: holder.frame for name, holder in kept.items()} | frames
        texts = [frame for name, frame in own.items() if name not in FEET] + ([area] if found.part in ("bare", "list") else [])
        self._calm(_join(texts), _join([*texts, *own.values()]))
        band = find_band(self.house)
        if band and found.part in ("bare", "list"):
            self._add_band(place_band(area, area))
        for name in self.house.slots:
            if name not in kept and name in frames:
                kept[name] = self._add(name, frames[name])
        for name, holder in kept.items():
            if name in FEET and is_busy(self._see_spot(holder.element)):
                self.calmed.add(name)
                fill_with(holder.element, self.bench.colours["paper"])
            self._settle(name, holder.element)

    def _match(self, found: Found, holders: list[Holder]) -> dict[str, Holder]:
        """Return the school's placeholders by the house's names for them."""
        by_type: dict[str, list[Holder]] = {}
        for holder in sorted(holders, key=lambda h: -h.frame.w * h.frame.h):
            by_type.setdefault(holder.type, []).append(holder)
        bodies = [*by_type.get("subTitle", ()), *by_type.get("body", ()), *by_type.get("obj", ())]
        kept: dict[str, Holder] = {}
        titles = [*by_type.get("title", ()), *by_type.get("ctrTitle", ())]
        if titles:
            kept["Title"] = titles[0]
        if found.part == "title" and bodies and "Subtitle" in self.house.slots:
            kept["Subtitle"] = bodies[0]
        if found.part in ("section", "list") and bodies and (found.part == "section" or found.how != "none"):
            kept["Body"] = bodies[0]
        kept |= {name: by_type[kind][0] for name, kind in FEET.items() if kind in by_type}
        return kept

    def _find_area(self) -> Frame:
        own = list_holders(self.layout, self.layout.slide_master)
        bodies = [h for h in read_holders(self.bench.body) if h.type in ("body", "obj")]
        return find_area(self.layout, own, bodies[:1] or (), self.bench.page)

    def _place(self, found: Found, kept: Mapping[str, Holder], held: tuple[Holder, ...], area: Frame) -> dict[str, Frame]:
        """Return the frames of what the house's layout holds besides its title."""
        page = self.bench.page
        feet = place_feet(area, held, page)
        frames = {name: feet[kind] for name, kind in FEET.items() if name not in kept}
        if found.part in ("title", "section"):
            title = kept["Title"].frame
            second = "Subtitle" if found.part == "title" else "Body"
            below = find_below(title, held, page)
            if second not in kept:
                frames[second] = below
                if below.y < title.y + title.h:
                    set_frame(kept["Title"].element, Frame(title.x, title.y, title.w, below.y - title.y - 4))
            else:
                frames[second] = kept[second].frame
            if found.part == "section":
                return frames | (place_number(area) if found.how == "none" else {})
            strip = find_strip(self.layout, [*held, Holder("body", frames[second], None)], page)
            if strip is None and frames[second].h > 5 * STRIP:
                frames[second], strip = cut_strip(self.layout, frames[second])
            return frames | ({"Label": strip} if strip else {})
        main = self.bench.plan.layouts["Points"].slots["Body"].frame
        placed = place_slots(self.house, main, area)
        return frames | {name: frame for name, frame in placed.items() if name not in ("Title", *FEET)}

    def _calm(self, texts: Frame, every: Frame) -> None:
        """Lay a panel of the page's colour behind `every` text where nothing can be read on all that is behind `texts`."""
        if not is_busy(see_grounds(self.layout, self.palette, texts)):
            return
        self.panel, self.ground = True, self.bench.colours["paper"]
        panel = deepcopy(next(s._element for s in self.bench.models["Title"].shapes if s.name == "Panel"))
        fill_with(panel, self.ground)
        set_frame(panel, _clip(every.inset(*[-_AIR] * 4), self.bench.page.inset(*[_EDGE] * 4)))
        self._put_behind(panel)

    def _add_band(self, frame: Frame) -> None:
        name = next(d.name for d in self.house.decorations if d.frame == find_band(self.house))
        shape = self._copy(name)
        set_frame(shape, frame)
        self._put_behind(shape)

    def _put_behind(self, shape: Any) -> None:
        """Put a shape behind all texts, and before what the school's layout has there."""
        ids = {int(found.get("id", "0")) for found in self.tree.iter() if found.tag.endswith("}cNvPr")}
        shape.find("./*/p:cNvPr", NS).set("id", str(max(ids) + 1))
        first = next((i for i, child in enumerate(self.tree) if mark_of(child) is not None), len(self.tree))
        self.tree.insert(first, shape)

    def _add(self, name: str, frame: Frame) -> Holder:
        """Add a placeholder of the house, in the school's look where it is a list."""
        shape = self._copy(name)
        if shape.find("p:txBody/a:lstStyle/a:lvl1pPr/a:buNone", NS) is None and name == "Body":
            self._take_look(shape)
        scale_insets(shape, frame.w / self.house.slots[name].frame.w)
        set_frame(shape, frame)
        self.tree.append(shape)
        self.added.append(name)
        return Holder(str(mark_of(shape).get("type", "obj")), frame, shape)

    def _take_look(self, shape: Any) -> None:
        """Give a list of the house the look of the school's own lists."""
        holders = read_holders(self.bench.body)
        own = next((h.element for h in holders if h.type in ("body", "obj")), None)
        level = own.find("p:txBody/a:lstStyle/a:lvl1pPr", NS) if own is not None else None
        styles = shape.find("p:txBody/a:lstStyle", NS)
        for child in list(styles):
            styles.remove(child)
        if level is not None:
            styles.append(deepcopy(level))

    def _copy(self, name: str) -> Any:
        """Return a shape of the house's layout with the colours that it has here, and an id of its own."""
        from pptx.oxml import parse_xml

        literals = dict(self.bench.literals)
        if self.house.ground != Paint("paper"):  # a cover or divider: here it may have no ground of colour
            literals["bg1"] = make_readable(self.bench.colours["accent1" if name == "Number" else "ink"], [self.ground])
        text = etree.tostring(self.models[name], encoding="unicode")
        shape = parse_xml(write_literals(text, literals).encode())
        ids = {int(found.get("id", "0")) for found in self.tree.iter() if found.tag.endswith("}cNvPr")}
        shape.find("./*/p:cNvPr", NS).set("id", str(max(ids) + 1))
        if (mark := mark_of(shape)) is not None and mark.get("idx"):
            taken = {found.get("idx") for found in self.tree.iter(f"{{{NS['p']}}}ph")}
            while mark.get("idx") in taken:
                mark.set("idx", str(int(mark.get("idx")) + 100))
        return shape

    def _settle(self, name: str, shape: Any) -> None:
        """Give a placeholder the house's name and an idx of its own, and its first level what the house's needs."""
        shape.find("./*/p:cNvPr", NS).set("name", name)
        mark = mark_of(shape)
        if mark.get("type") not in TITLES:
            others = {found.get("idx") for found in self.tree.iter(f"{{{NS['p']}}}ph") if found is not mark}
            if not mark.get("idx") or mark.get("idx") in others:
                mark.set("idx", next(str(i) for i in range(1, 1000) if str(i) not in others))
        styles = shape.find("p:txBody/a:lstStyle", NS)
        if styles is not None:
            self._set_level(name, shape, first_level(styles), "titleStyle" if mark.get("type") in TITLES else "bodyStyle")

    def _see_spot(self, shape: Any) -> tuple[str, ...]:
        frame = frame_of(shape)
        return see_grounds(self.layout, self.palette, frame) if frame else ()

    def _set_level(self, name: str, shape: Any, level: Any, style: str) -> None:
        """Give the first level of a placeholder what it lacks."""
        slot, added = self.house.slots[name], name in self.added
        below = self.layout.slide_master._element.find(f"p:txStyles/p:{style}/a:lvl1pPr", NS)
        fill = self._find_fill(name)
        grounds = (fill,) if fill else self._see_spot(shape) or (self.ground,)
        align = ""
        if added:
            centred = name in ("Label", "Subtitle") or self.house.name == "Section"
            align = find_align(self.tree, self.layout.slide_master) if centred else "l"
        foot = name in FEET
        set_look(
            level,
            below,
            Look(slot.size, self.bench.colours["ink"], grounds, slot.bullet == "number", align, foot),
            self.palette,
        )

    def _find_fill(self, name: str) -> str:
        """Return the colour that a placeholder brings along to stand on; "" where there is none."""
        if name in self.calmed:
            return self.bench.colours["paper"]
        if name not in self.added:
            return ""
        slot = self.house.slots[name]
        band = next((d for d in self.house.decorations if holds(d.frame, slot.frame)), None)
        fill = slot.fill or (band.fill if band and self.house.ground == Paint("paper") else None)
        return find_colour(fill, self.bench.colours) if fill else ""

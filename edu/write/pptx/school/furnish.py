"""A school's PowerPoint file and the house theme -> the file with a layout for each of the house, on the school's master."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from edu.plan.theme import Colour, Frame, Theme
from edu.problems import Problems
from edu.style import Ground, Style
from edu.write.pptx.mirror import list_grounds, mirror_file, turn_texts
from edu.write.pptx.school.colours import (
    Palette,
    choose_colours,
    is_busy,
    is_dark,
    keep_colours,
    list_literals,
    override_palette,
    read_palette,
)
from edu.write.pptx.school.find import BODIES, OURS, find_layouts
from edu.write.pptx.school.ground import find_ground, see_grounds
from edu.write.pptx.school.holders import Holder, read_holders
from edu.write.pptx.school.lacks import list_lacks, list_remarks, tell_links, tell_unknown
from edu.write.pptx.school.links import cut_links
from edu.write.pptx.school.making import Bench, Use, is_whole
from edu.write.pptx.school.opened import HEIGHT, open_school
from edu.write.pptx.school.parts import add_notes_master, add_properties, set_faces
from edu.write.pptx.school.place import find_area

_EMU = 12700


@dataclass(frozen=True, slots=True)
class Furnished:
    """A package with all layouts of the house; the colours of its roles, and those that slides write themselves.

    `ours` says that it has them all of itself, as the house theme has them: it was made from that, or is that. `modules` are
    then the accents of a course's modules, where the accent of the house is still what it was. `problems` are told wherever
    decks are made, `remarks` where somebody asks about the template. The file's lengths were multiplied by `factor`.
    """

    data: bytes
    colours: Mapping[Colour, str]
    literals: Mapping[str, str]
    grounds: Mapping[str, str]
    uses: tuple[Use, ...]
    problems: Problems
    remarks: Problems
    ours: bool
    factor: float
    modules: tuple[str, ...] = ()


def furnish_school(
    data: bytes, house: bytes, plan: Theme, style: Style, mapping: Mapping[str, str], *, leftward: bool = False
) -> Furnished:
    """Return the school's file `data` with a layout for each of `plan`, the house's theme, whose package is `house`.

    The school's own layouts stay as they are. For decks that are read `leftward` the others are mirrored, and so are
    all where the file has them all. Raises UnreadError where the file cannot be built on.
    """
    from pptx import Presentation

    (file, factor), ours = open_school(data), Presentation(io.BytesIO(house))
    cut = cut_links(file.part.package)
    if leftward:  # what is made then stands in a mirror too
        mirror_file(file)
    page = Frame(0, 0, file.slide_width / _EMU, HEIGHT)
    found, unknown = find_layouts(file.slide_masters, plan.layouts, mapping, page)
    body = found["Points"].layout
    palette = override_palette(read_palette(body.slide_master), body)
    behind = see_grounds(body, palette, find_area(body, held := read_holders(body), _list_bodies(held), page))
    mean = find_ground(body, palette, page)
    if is_busy((*behind, mean) if mean else behind):  # the mean of a gradient may be neither light nor dark
        mean = "" if is_busy(behind) else behind[0]
    ground, behind = mean or palette.colours.get("bg1", "#FFFFFF"), behind if mean else ()
    whole = all(is_whole(one.layout, name, plan.layouts[name]) for name, one in found.items())
    colours = keep_colours(palette, ground) if whole else choose_colours(palette, ground, behind, style)
    literals = list_literals(colours, palette)
    taken = {layout.name for master in file.slide_masters for layout in master.slide_layouts}
    bench = Bench(file, page, plan, {layout.name: layout for layout in ours.slide_layouts}, literals, colours, body)
    uses = tuple(bench.make(name, one, f"{name}{OURS}" if name in taken else name) for name, one in found.items())
    grounds = {use.layout: ground if use.panel else _find_ground(found[use.layout].layout, page) for use in uses}
    remarks = list_remarks(file, uses, colours, palette, style)
    add_notes_master(file, ours)
    add_properties(file, ours)
    set_faces(file, style)
    if leftward:
        _turn(file, whole=whole)
    problems = (*tell_unknown(unknown, taken), *tell_links(cut), *list_lacks(uses))
    modules = _list_modules(palette, style) if whole else ()
    return Furnished(_save(file), colours, literals, grounds, uses, problems, remarks, whole, factor, modules)


def _save(file: Any) -> bytes:
    stream = io.BytesIO()
    file.save(stream)
    return stream.getvalue()


def _turn(file: Any, *, whole: bool) -> None:
    """Turn a file that stands mirrored back, so that the school's own stands where it did; the house's stay turned."""
    if not whole:
        mirror_file(file)
        return
    for part in list_grounds(file):
        turn_texts(part._element)


def _list_bodies(holders: Iterable[Holder]) -> tuple[Holder, ...]:
    return tuple(holder for holder in holders if holder.type in BODIES)[:1]


def _find_ground(layout: Any, page: Frame) -> str:
    return find_ground(layout, override_palette(read_palette(layout.slide_master), layout), page)


def _list_modules(palette: Palette, style: Style) -> tuple[str, ...]:
    """Return the accents of modules where the file's own accent is the house's still."""
    ground: Ground = "dark" if is_dark(palette.colours.get("bg1", "#FFFFFF")) else "light"
    same = palette.colours.get("accent1") == style.colours[ground]["accent1"]
    return style.modules[ground] if same else ()

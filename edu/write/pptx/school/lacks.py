"""A school's file and how it is used -> what it lacks, and what decks use in its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from edu.plan.colour import READABLE, measure_contrast
from edu.plan.theme import Colour
from edu.problems import N_, Code, Problem, Problems
from edu.source.near import find_near
from edu.style import Style
from edu.write.pptx.school.colours import NS, Palette
from edu.write.pptx.school.find import PARTS
from edu.write.pptx.school.holders import Holder, read_holders
from edu.write.pptx.school.level import TITLES
from edu.write.pptx.school.making import FEET, Use

_LEAST = {"title": 20.0, "ctrTitle": 20.0, "body": 18.0, "obj": 18.0, "ftr": 12.0, "sldNum": 12.0}
"""The least size in points that a text of a deck has, by the type of its place; a smaller one of the template is raised."""
_LEAST_OURS = {"Source": 12.0, "Label": 14.0, "Sources/Body": 14.0}
"""The same of places that a template has by the house's names, alone or behind the layout's."""
_PLACES = {
    "Title": N_("the title"),
    "Subtitle": N_("the subtitle"),
    "Label": N_("the name of the course"),
    "Body": N_("the text"),
    "Footer": N_("the footer"),
    "Slide Number": N_("the slide number"),
}
_USUAL = ("Title", "Section", "Points", "Diagram")
"""The layouts that every template has; all others are made of them."""


def tell_unknown(unknown: Mapping[str, str], known: Iterable[str]) -> Problems:
    """Return a Problem for each name under `layouts` in course.yaml that no layout has; `unknown` by the house's names."""
    names = sorted(known)
    return tuple(
        Problem(
            Code.UNKNOWN_LAYOUT,
            f"course#layouts.{house.lower()}",
            {"name": name, "known": ", ".join(names), "near": find_near(name, names)},
        )
        for house, name in unknown.items()
    )


def tell_links(targets: Iterable[str]) -> Problems:
    """Return a Problem for each file outside that the template refers to."""
    return tuple(Problem(Code.TEMPLATE_LINKS, values={"target": target[:200]}) for target in targets)


def list_lacks(uses: Sequence[Use]) -> Problems:
    """Return what every deck has, and the school's file has no place for."""
    told: list[Problem] = []
    for use in uses:
        if use.layout in _USUAL and use.how == "none":
            told.append(Problem(Code.NO_LAYOUT, values={"layout": use.layout.lower(), "used": use.theirs}))
        if use.layout == "Points":
            told += [_tell_place(Code.NO_PLACE, name, use) for name in use.added if name in FEET]
    busy = dict.fromkeys(use.theirs for use in uses if use.panel)
    return (*told, *(Problem(Code.BUSY_GROUND, values={"layout": layout}) for layout in busy))


def list_remarks(file: Any, uses: Iterable[Use], colours: Mapping[Colour, str], palette: Palette, style: Style) -> Problems:
    """Return what else somebody who makes a template wants to know; `file` is the school's, before it gets what it lacks."""
    used = tuple(uses)
    return (
        *_tell_places(used),
        *_tell_sizes(file, used),
        *_tell_colours(colours, palette),
        *_tell_links(colours, palette),
        *_tell_faces(palette, style),
        *_tell_notes(file),
    )


def _tell_place(code: Any, name: str, use: Use) -> Problem:
    return Problem(code, values={"place": _PLACES[name], "layout": use.theirs})


def _tell_places(uses: Iterable[Use]) -> Iterator[Problem]:
    for use in uses:
        if use.how != "none" and use.layout in PARTS:
            yield from (_tell_place(Code.ADDED_PLACE, n, use) for n in use.added if n in _PLACES and n not in FEET)


def _tell_sizes(file: Any, uses: Iterable[Use]) -> Iterator[Problem]:
    """Yield each text of a layout in use that is smaller than decks have it."""
    names = {use.theirs for use in uses}
    for master in file.slide_masters:
        for layout in master.slide_layouts:
            for holder in read_holders(layout) if layout.name in names else ():
                size, least = _read_size(holder, master), _find_least(holder, layout.name)
                if 0 < size < least:
                    place = {"body": "Body", "obj": "Body", "ftr": "Footer", "sldNum": "Slide Number"}.get(holder.type, "Title")
                    sizes = {"size": f"{size:g}", "least": f"{least:g}"}
                    yield Problem(Code.SMALL_PLACE, values={"place": _PLACES[place], "layout": layout.name, **sizes})


def _read_size(holder: Holder, master: Any) -> float:
    """Return the size of a placeholder's text in points; 0 where neither it nor the master says one."""
    style = "titleStyle" if holder.type in TITLES else "bodyStyle"
    own = holder.element.find("p:txBody/a:lstStyle/a:lvl1pPr/a:defRPr", NS)
    below = master._element.find(f"p:txStyles/p:{style}/a:lvl1pPr/a:defRPr", NS)
    sizes = (found.get("sz") for found in (own, below) if found is not None)
    return int(next((found for found in sizes if found), "0")) / 100


def _find_least(holder: Holder, layout: str) -> float:
    """Return the least size in points that decks have in a placeholder, which may be called as the house calls it."""
    least = _LEAST.get(holder.type, 0)
    name = holder.element.find("./*/p:cNvPr", NS).get("name", "")
    return _LEAST_OURS.get(f"{layout}/{name}", _LEAST_OURS.get(name, least))


def _tell_colours(colours: Mapping[Colour, str], palette: Palette) -> Iterator[Problem]:
    """Yield each colour of the theme that decks need and that cannot be read, with what is used for it."""
    own = {**palette.colours, "ink": palette.colours.get("tx1", ""), "ink2": palette.colours.get("tx2", "")}
    grounds = (colours["paper"], colours["soft"])
    for name in ("ink", "ink2", *(f"accent{i}" for i in range(1, 7))):
        if own.get(name):
            worst = min((measure_contrast(own[name], ground), ground) for ground in grounds)[1]
            if measure_contrast(own[name], worst) < READABLE:
                yield Problem(Code.PALE_THEME_COLOUR, values={"name": name, **_compare(own[name], worst)})


def _tell_links(colours: Mapping[Colour, str], palette: Palette) -> Iterator[Problem]:
    link, ground = palette.colours.get("hlink", ""), colours["paper"]
    if link and measure_contrast(link, ground) < READABLE:
        yield Problem(Code.PALE_LINKS, values=_compare(link, ground))


def _compare(colour: str, ground: str) -> dict[str, str | int]:
    ratio = f"{int(measure_contrast(colour, ground) * 100) / 100:.2f}"
    return {"colour": colour, "ground": ground, "ratio": ratio, "least": f"{READABLE:g}"}


def _tell_faces(palette: Palette, style: Style) -> Iterator[Problem]:
    faces = palette.theme.iterfind("a:themeElements/a:fontScheme/*/a:ea", NS)
    if any(not face.get("typeface") for face in faces):
        yield Problem(Code.NO_EAST_FACE, values={"face": style.faces["Hans"]})


def _tell_notes(file: Any) -> Iterator[Problem]:
    if not any(relation.reltype.endswith("/notesMaster") for relation in file.part.rels.values()):
        yield Problem(Code.NO_NOTES_PAGE)

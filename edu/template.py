"""A school's template as its designer sees it: the house theme to start from, and how a file serves as one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from edu import find_ours
from edu.folder import UnreadError, list_names
from edu.look import check_template, list_layouts
from edu.model.course import Layouts
from edu.plan.theme import Theme
from edu.problems import N_, Code, EduError, Problem
from edu.report import Report, make_report
from edu.shelf import Product, hash_data, hash_file, put_file
from edu.source.near import find_near
from edu.source.read import read_settings
from edu.source.templates import read_template
from edu.style import GROUNDS, Ground
from edu.write.pptx.school.making import Use
from edu.write.pptx.template import PageSize, Template, furnish, write_potx
from edu.write.pptx.theme import read_theme

_POINT = 2.54 / 72
"""Centimetres."""
_ENDING = ".potx"
_HOW = {
    "mapping": N_("course.yaml"),
    "name": N_("its name"),
    "type": N_("its kind"),
    "places": N_("its places"),
    "none": N_("no better one"),
}


@dataclass(frozen=True, slots=True)
class Role:
    """What some slides stand on: its key under `layouts` in course.yaml, what for, the template's layout, how that was found.

    `purpose` and `how` are msgids of our own words; `title` and `text` are sizes in points, 0 where a layout has no such place.
    """

    key: str
    purpose: str
    layout: str
    how: str
    title: float
    text: float


@dataclass(frozen=True, slots=True)
class Survey:
    """How a template serves. `page` is its width and height and `margins` what is free left, top, right and bottom, in cm.

    In decks all lengths and sizes are multiplied by `factor`. `faces` are those of titles and of texts; `colours` (`#0F766E`)
    those that decks use, by the house's names.
    """

    page: tuple[float, float]
    margins: tuple[float, float, float, float]
    factor: float
    faces: tuple[str, str]
    colours: Mapping[str, str]
    roles: tuple[Role, ...]


def survey_file(file: str, root: Path | None, *, strict: bool) -> tuple[Report, Survey | None]:
    """Return what the template `file` lacks, and how it serves: None where it cannot be built on.

    With the folder `root` of a course it serves by the `layouts` of that; "" stands for the course's own template.
    """
    settings, reading = read_settings(root) if root else (None, None)
    theme = settings.theme if settings and settings.theme not in GROUNDS else ""
    if not file and not theme:
        raise EduError([Problem(Code.NO_TEMPLATE_FILE)])
    unsound = reading.problems if reading and not settings else ()
    try:
        data = read_template(Path(file), file, None) if file else _read_own(root or Path(), theme)
        template = Template(find_ours("templates"), school=data, layouts=list_layouts(settings.layouts) if settings else ())
        found = (*check_template(template, file or theme), *furnish(template).remarks)
        survey = _measure(template)
    except UnreadError as unread:
        found, survey = (_tell_unread(unread, file or theme),), None
    return make_report((*unsound, *found), reading.places if reading else {}, strict=strict), survey


def _read_own(root: Path, name: str) -> bytes:
    return read_template(root / "content" / name, name, root)


def _tell_unread(unread: UnreadError, name: str) -> Problem:
    path = Path(name)
    near = find_near(path.name, list_names(path.parent, path.parent)) if unread.code == Code.MISSING_TEMPLATE else ""
    code = Code.NOT_A_TEMPLATE if unread.code == Code.UNKNOWN_THEME else unread.code  # no theme is asked for here, but a file
    return Problem(code, values={"name": name[:80], "near": near, **unread.values})


def _measure(template: Template) -> Survey:
    """Return how a template serves that can be built on."""
    theme, done = read_theme(template), furnish(template)
    slots = theme.layouts["Points"].slots
    title, body = slots["Title"], slots["Body"]
    frames = (title.frame, body.frame)
    sides = (
        min(frame.x for frame in frames),
        min(frame.y for frame in frames),
        theme.width - max(frame.x + frame.w for frame in frames),
        theme.height - max(frame.y + frame.h for frame in frames),
    )
    scale = _POINT / done.factor
    left, top, right, bottom = (side * scale for side in sides)
    return Survey(
        page=(theme.width * scale, theme.height * scale),
        margins=(left, top, right, bottom),
        factor=done.factor,
        faces=(title.face, body.face),
        colours={str(name): done.colours[name] for name in sorted(done.colours)},
        roles=tuple(_list_roles(theme, done.uses)),
    )


def _list_roles(theme: Theme, uses: Iterable[Use]) -> Iterator[Role]:
    found = {use.layout.lower(): use for use in uses}
    for key, field in Layouts.model_fields.items():
        use = found[key]
        slots = theme.layouts[use.layout].slots
        text = next((slots[name].size for name in ("Body", "Subtitle") if name in slots), 0.0)
        yield Role(key, field.description or "", use.theirs, _HOW[use.how], slots["Title"].size, text)


def write_template(file: str, ground: Ground, page: PageSize, *, force: bool) -> None:
    """Write the house theme on a ground and a page as the .potx `file`, whole or not at all.

    Raises EduError, and without `force` where another file stands there.
    """
    path = Path(file)
    if path.suffix.casefold() != _ENDING:
        raise EduError([Problem(Code.NOT_A_POTX, values={"name": file[:80]})])
    product = Product(path.name, write_potx(Template(find_ours("templates"), ground, page)))
    try:
        before = hash_file(path)
    except OSError:
        before = ""  # `put_file` tells of it
    except ValueError:  # a character that no name of a file can hold
        raise EduError([Problem(Code.NOT_A_POTX, values={"name": file[:80]})]) from None
    if before not in ("", hash_data(product.data)) and not force:
        raise EduError([Problem(Code.TEMPLATE_IN_USE, values={"file": file})])
    if put := put_file(path.parent, product, before).problems:
        raise EduError(put)

"""What the command line and the course say about the look of decks -> the template that they stand on, and what it lacks."""

from __future__ import annotations

from pathlib import Path

from edu import find_ours
from edu.folder import UnreadError
from edu.model.course import Layouts, Settings
from edu.problems import Code, Problem, Problems
from edu.source.near import miss_name
from edu.source.templates import read_template
from edu.style import GROUNDS
from edu.write.pptx.template import PAGE_SIZES, Template, furnish


def choose_template(settings: Settings, template: str = "", page: str = "", school: bytes = b"") -> Template:
    """Return the template that `template` and `page` name; where they are empty, that of the course.

    `school` is the school's own file where it is that.
    """
    asked = template or settings.theme
    ground = next((ground for ground in GROUNDS if ground == asked), GROUNDS[0])
    size = next(size for size in PAGE_SIZES if size == (page or settings.page))
    return Template(find_ours("templates"), ground, size, school, list_layouts(settings.layouts) if school else ())


def list_layouts(layouts: Layouts) -> tuple[tuple[str, str], ...]:
    """Return the names of a school's layouts with those of ours that they stand for."""
    return tuple((ours.capitalize(), theirs) for ours, theirs in layouts.model_dump().items() if theirs)


def find_template(settings: Settings, school: bytes, template: str, page: str) -> tuple[Template, Problems]:
    """Return the template for a build, and what is wrong with it; `school` is the course's own file."""
    trail = ""
    try:
        if template and template not in GROUNDS:
            school = read_template(Path(template), template, None)
        elif template:
            school = b""
        elif school:
            trail = "course#theme"
        found = choose_template(settings, template, page, school)
        return found, check_template(found, template or settings.theme, trail)
    except UnreadError as unread:
        name = {"name": (template or settings.theme)[:80]}
        near = miss_name(unread.code, template, GROUNDS).values if unread.code == Code.MISSING_TEMPLATE else {}
        problem = Problem(unread.code, trail, {**near, **name, **unread.values})
        return Template(find_ours("templates")), (problem,)


def check_template(template: Template, name: str, trail: str = "") -> Problems:
    """Return what a school's file lacks; raise UnreadError where it cannot be built on."""
    return (
        tuple(Problem(p.code, p.trail or trail, {"file": name, **p.values}) for p in furnish(template).problems)
        if template.school
        else ()
    )

"""What can be wrong with a school's own PowerPoint template, and what it lacks: codes, levels, messages and hints."""

from __future__ import annotations

from edu.problems.kinds import N_, error, warning


class TemplateCodes:
    """What can be wrong with a school's own PowerPoint template, and what it lacks."""

    UNKNOWN_THEME = error(
        "template.unknown-theme",
        N_("“{name}” is no theme: there are light and dark, or a PowerPoint file"),
        N_("write light, dark, or the path of a file that ends in .pptx or .potx"),
    )
    MISSING_TEMPLATE = error("template.missing", N_("there is no template “{name}”"), N_("did you mean “{near}”?"))
    TEMPLATE_UNREADABLE = error("template.unreadable", N_("the template “{name}” cannot be read"))
    TEMPLATE_LEADS_OUT = error(
        "template.leads-out",
        N_("the template “{name}” stands outside the course"),
        N_("copy it into the folder of course.yaml, and name it from there"),
    )
    TEMPLATE_TOO_LARGE = error(
        "template.too-large", N_("the template “{name}” has {size} bytes, packed or unpacked; the most is {most}")
    )
    NOT_A_TEMPLATE = error(
        "template.not-powerpoint",
        N_("“{name}” is not a PowerPoint file"),
        N_("save it in PowerPoint as .pptx or .potx"),
    )
    BROKEN_TEMPLATE = error(
        "template.broken", N_("the template “{name}” is damaged"), N_("open it in PowerPoint and save it again")
    )
    TEMPLATE_MACROS = error(
        "template.macros",
        N_("the template “{name}” holds macros or other parts that run"),
        N_("save it in PowerPoint as .potx, without macros"),
    )
    TEMPLATE_PROTECTED = error(
        "template.protected",
        N_("the template “{name}” has a password, or is a file of PowerPoint 97–2003"),
        N_("open it in PowerPoint, take the password away, and save it as .potx"),
    )
    TEMPLATE_PAGE = error(
        "template.page", N_("the page of the template “{name}” is {width} × {height} cm: decks need a page from 5:4 to 2.2:1")
    )
    UNKNOWN_LAYOUT = error(
        "template.unknown-layout", N_("the template has no layout “{name}”; it has: {known}"), N_("did you mean “{near}”?")
    )
    NO_LAYOUT = warning(
        "template.no-layout",
        N_("the template has no layout for “{layout}”; “{used}” is used in its place"),
        N_("name one in course.yaml under layouts, or add one to the template"),
    )
    NO_PLACE = warning(
        "template.no-place", N_("the layout “{layout}” of the template has no place for {place}; it is put where there is room")
    )

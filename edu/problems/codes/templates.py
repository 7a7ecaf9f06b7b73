"""What can be wrong with a school's own PowerPoint template, and what it lacks: codes, levels, messages and hints."""

from __future__ import annotations

from edu.problems.kinds import N_, error, info, warning


class TemplateCodes:
    """What can be wrong with a school's own PowerPoint template, and what it lacks."""

    UNKNOWN_THEME = error(
        "template.unknown-theme",
        N_("“{name}” is no theme: there are light and dark, or a PowerPoint file"),
        N_("write light, dark, or the path of a file that ends in .pptx or .potx"),
    )
    MISSING_TEMPLATE = error(
        "template.missing",
        N_("there is no template “{name}”"),
        N_("did you mean “{near}”?"),
        N_("theme names a file beside course.yaml, in the folder content; --template any file"),
    )
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
    TEMPLATE_LINKS = warning(
        "template.links",
        N_("the template refers to “{target}”, which is not inside it; decks are made without that"),
        N_("insert the picture or sound itself, instead of a link to its file"),
    )
    BUSY_GROUND = warning(
        "template.busy-ground",
        N_("no colour can be read on all of what the layout “{layout}” has behind its texts; a plain panel is put between"),
        N_("choose a calmer ground for this layout, or leave its texts a place of one colour"),
    )
    SMALL_PLACE = warning(
        "template.small-text",
        N_("the layout “{layout}” has {place} at {size} points; decks use {least} or more"),
    )
    PALE_LINKS = warning(
        "template.pale-links",
        N_("links are hard to read: the contrast of {colour} with {ground} behind it is {ratio}, not {least}"),
        N_("choose a darker or a lighter colour for hyperlinks in the theme’s colours"),
    )
    PALE_THEME_COLOUR = info(
        "template.pale-colour",
        N_("{name} of the theme is {colour}, whose contrast with {ground} is {ratio}, not {least}; another shade is used"),
    )
    ADDED_PLACE = info(
        "template.added-place",
        N_("the layout “{layout}” of the template has no place for {place}; it is put where there is room"),
    )
    NO_EAST_FACE = info("template.no-east-face", N_("the theme names no face for Chinese, Japanese and Korean; {face} is used"))
    NO_NOTES_PAGE = info("template.no-notes-page", N_("the template has no page for notes; edu’s own is used"))
    TEMPLATE_IN_USE = error(
        "template.exists", N_("“{file}” stands there already"), N_("choose another name, or overwrite it with --force")
    )
    NO_TEMPLATE_FILE = error(
        "usage.no-template",
        N_("which template? name a PowerPoint file (.pptx or .potx)"),
        N_("type: edu template check school.potx"),
    )
    NOT_A_POTX = error(
        "usage.not-potx",
        N_("no new template can be called “{name}”"),
        N_("write a name that ends in .potx, for example: edu template new school.potx"),
    )

"""The commands for who makes a template: options in, one verb called, how a template serves told as a table."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from edu.cli.columns import align_rows
from edu.cli.complete import complete_file
from edu.cli.desk import FINE, Desk, close, show_result, tell
from edu.cli.menu import Menu, show_menu
from edu.cli.options import COURSE, FORMAT, QUIET, STRICT, find_root, take
from edu.problems import N_

if TYPE_CHECKING:
    from edu.style import Ground
    from edu.template import Survey
    from edu.write.pptx.template import PageSize

_FILE = "school.potx"
_GROUND = click.option(
    "--template",
    type=click.Choice(["light", "dark"]),
    default="light",
    metavar="light|dark",
    help=N_("on which ground (default: light)"),
)
_SHAPE = click.option(
    "--page",
    type=click.Choice(["16:9", "4:3"]),
    default="16:9",
    metavar="16:9|4:3",
    help=N_("the shape of the page (default: 16:9)"),
)
_OVER = click.option("--force", is_flag=True, help=N_("overwrite a file that stands there"))


@click.group(
    cls=Menu,
    invoke_without_command=True,
    no_args_is_help=False,
    help=N_("Check a school’s own PowerPoint template, or start one from edu’s."),
)
@take()
@click.pass_context
def template(context: click.Context) -> int:
    """Show the help where no command is given."""
    return show_menu(context)


@template.command(help=N_("Show how a .pptx or .potx serves: which of its layouts is used for what, and all that it lacks."))
@click.argument("file", metavar=N_("FILE"), required=False, shell_complete=complete_file)
@take(COURSE, STRICT, QUIET, FORMAT)
@click.pass_obj
def check(desk: Desk, /, file: str | None, course: str | None, strict: bool) -> int:
    """Tell what a template lacks and what is used instead."""
    from edu.folder import find_course
    from edu.template import survey_file

    root = find_root(course) if course else find_course(Path(), climb=True)
    report, survey = survey_file(file or "", root, strict=strict)
    if survey and not desk.json:
        show_result(desk, "\n".join(_word_survey(desk, survey)))
    return close(desk, report, *(() if report.problems else (desk.say(N_("nothing is missing")),)))


@template.command(help=N_("Write edu’s own theme as a .potx, for a designer to change in PowerPoint."))
@click.argument("file", metavar=N_("FILE"), required=False, shell_complete=complete_file)
@take(_GROUND, _SHAPE, _OVER, QUIET, FORMAT)
@click.pass_obj
def new(desk: Desk, /, file: str | None, template: Ground, page: PageSize, force: bool) -> int:
    """Write the house theme, and tell what to do with it."""
    from edu.template import write_template

    write_template(file or _FILE, template, page, force=force)
    steps = N_(
        "done: {file}; change it in PowerPoint (View > Slide Master), then put it beside course.yaml and write into that: "
        "theme: {name}"
    )
    tell(desk, desk.say(steps).format(file=file or _FILE, name=Path(file or _FILE).name))
    return FINE


def _word_survey(desk: Desk, survey: Survey) -> Iterator[str]:
    """Yield how a template serves: its page, faces and colours, then a row for each kind of slide."""
    width, height = survey.page
    yield desk.say(N_("page: {width} × {height} cm")).format(width=f"{width:.1f}", height=f"{height:.1f}")
    if abs(survey.factor - 1) > 0.005:
        grown = N_("in decks, everything is {factor} times as large; sizes below are those in decks")
        yield desk.say(grown).format(factor=f"{survey.factor:.2f}")
    left, top, right, bottom = (f"{side:.1f}" for side in survey.margins)
    margins = desk.say(N_("margins: left {left}, top {top}, right {right}, bottom {bottom} cm"))
    yield margins.format(left=left, top=top, right=right, bottom=bottom)
    yield desk.say(N_("fonts: {title} (titles), {text} (texts)")).format(title=survey.faces[0], text=survey.faces[1])
    colours = desk.say(N_(", ")).join(f"{name} {colour}" for name, colour in survey.colours.items())
    yield desk.say(N_("colours: {colours}")).format(colours=colours)
    yield ""
    heads = (N_("slides"), N_("layout of the template"), N_("found by"), N_("title"), N_("text"), N_("what for"))
    sizes = desk.say(N_("{size} pt"))
    rows = [[desk.say(head) for head in heads]]
    for role in survey.roles:
        numbers = [sizes.format(size=f"{size:g}") if size else "" for size in (role.title, role.text)]
        rows.append([role.key, role.layout, desk.say(role.how), *numbers, desk.say(role.purpose)])
    yield from align_rows(rows)

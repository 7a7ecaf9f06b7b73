"""The commands: options in, one verb called, its report told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from edu.cli.bar import watch_progress
from edu.cli.complete import SHELLS, complete_shell, guess_shell, write_script
from edu.cli.desk import FINE, Desk, close, link, show_result
from edu.cli.i18n import i18n
from edu.cli.menu import Menu, show_menu
from edu.cli.options import (
    BUILDS,
    COURSE,
    FORCE,
    FORMAT,
    FUZZY,
    JOBS,
    LANG_OR_TWO,
    MODULE,
    OUTPUT,
    PAGE,
    QUIET,
    STRICT,
    TEMPLATE,
    TO,
    VERSION,
    take,
)
from edu.cli.order import Asked, make_order
from edu.cli.start import new, schema
from edu.cli.template import template
from edu.cli.watch import watch
from edu.problems import N_, Code, EduError, Plural, word_count

if TYPE_CHECKING:
    from typing import Unpack

    from edu.report import Report


@click.group(
    cls=Menu,
    no_args_is_help=False,
    invoke_without_command=True,
    context_settings={"help_option_names": [], "max_content_width": 100},
    help=N_("Make PowerPoint decks and quizzes in several languages from one source."),
)
@take(VERSION)
@click.pass_context
def edu(context: click.Context) -> int:
    """Show the help where no command is given."""
    return show_menu(context)


edu.add_command(new)


@edu.command(help=N_("Build the decks, the quizzes and the index page."))
@take(COURSE, OUTPUT, LANG_OR_TWO, MODULE, TO, TEMPLATE, PAGE, BUILDS, FUZZY, STRICT, FORCE, JOBS, QUIET, FORMAT)
@click.pass_obj
def build(desk: Desk, /, course: str | None, **asked: Unpack[Asked]) -> int:
    """Build what is asked for, telling of each product when it is made."""
    from edu.build import build_course

    order = make_order(course, **asked)
    with watch_progress(desk, desk.say(N_("making {number} of {total}: {name}")), lines=True) as told:
        report = build_course(order, told)
    return close(desk, report, *_word_end(desk, report, order.folder))


_CHANGED = Plural("{count} file is new or changed", "{count} files are new or changed")


def _word_end(desk: Desk, report: Report, folder: Path) -> Iterator[str]:
    """Yield what has been made and where it is."""
    if not report.files:
        yield desk.say(N_("nothing was written"))
        return
    if report.failed:
        yield desk.say(N_("not everything could be written; the lines above say why"))
    else:
        counts = desk.say(N_(", ")).join(word_count(count, desk.say) for count in report.counts)
        languages = desk.say(N_(", ")).join(report.languages)
        changed = word_count(_CHANGED.of(report.changed), desk.say) if report.changed else desk.say(N_("no file has changed"))
        done = desk.say(N_("done: {counts} ({languages}); {changed}"))
        yield done.format(counts=counts, languages=languages, changed=changed)
    if report.index:
        yield desk.say(N_("open this page in a browser: {file}")).format(file=link(folder / report.index))


@edu.command(help=N_("Look for everything that is wrong with the course, and write nothing."))
@take(COURSE, LANG_OR_TWO, MODULE, TO, TEMPLATE, PAGE, FUZZY, STRICT, JOBS, QUIET, FORMAT)
@click.pass_obj
def check(desk: Desk, /, course: str | None, **asked: Unpack[Asked]) -> int:
    """Tell what a build would find wrong."""
    from edu.build import check_course

    order = make_order(course, **asked)
    with watch_progress(desk, "", lines=False) as told:
        report = check_course(order, told)
    return close(desk, report, *(() if report.problems else (desk.say(N_("nothing is wrong")),)))


edu.add_command(watch)


edu.add_command(i18n)
edu.add_command(schema)
edu.add_command(template)


@edu.command(help=N_("Print the script that lets a shell complete commands, options and names with the Tab key."))
@click.argument("shell", metavar="bash|zsh|fish|powershell", required=False, shell_complete=complete_shell)
@take()
@click.pass_obj
def completion(desk: Desk, /, shell: str | None) -> int:
    """Print the script, after the line to put where the shell reads it every time."""
    shell = shell or guess_shell()
    if shell not in SHELLS:
        from edu.source.near import miss_name

        raise EduError([miss_name(Code.UNKNOWN_SHELL, shell, SHELLS)])
    file, line = SHELLS[shell]
    start = desk.say(N_("to have it every time, put this line into {file}")).format(file=file)
    show_result(desk, f"# {start}\n#   {line}\n{write_script(edu, shell)}")
    return FINE

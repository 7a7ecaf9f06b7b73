"""The commands for who translates: options in, one verb called, its report told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from edu.cli.desk import Desk, close, tell
from edu.cli.menu import Menu, show_menu
from edu.cli.options import COURSE, FORMAT, LANG, QUIET, STRICT, take
from edu.cli.order import Asked, make_order
from edu.problems import N_

if TYPE_CHECKING:
    from typing import Unpack

    from edu.build import Order


@click.group(
    cls=Menu,
    invoke_without_command=True,
    no_args_is_help=False,
    help=N_("Keep the files that translators edit in step with the course."),
)
@take()
@click.pass_context
def i18n(context: click.Context) -> int:
    """Show the help where no command is given."""
    return show_menu(context)


@i18n.command(help=N_("Write the templates (.pot) of the files that translators edit."))
@take(COURSE, STRICT, QUIET, FORMAT)
@click.pass_obj
def extract(desk: Desk, /, course: str | None, **asked: Unpack[Asked]) -> int:
    """Write the .pot files."""
    return _update(desk, make_order(course, **asked), translations=False)


@i18n.command(help=N_("Bring the files that translators edit (.po) in step with the course; no translation is lost."))
@take(COURSE, LANG, STRICT, QUIET, FORMAT)
@click.pass_obj
def update(desk: Desk, /, course: str | None, **asked: Unpack[Asked]) -> int:
    """Write the .pot and the .po files."""
    return _update(desk, make_order(course, **asked), translations=True)


def _update(desk: Desk, order: Order, *, translations: bool) -> int:
    from edu.translations.update import update_locales

    report = update_locales(order, translations=translations)
    for name in report.files:
        tell(desk, f"locales/{name}")
    done = desk.say(N_("done: {changed} files changed")).format(changed=report.changed)
    return close(desk, report, desk.say(N_("nothing was written")) if report.failed and not report.files else done)

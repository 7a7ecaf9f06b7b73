"""The command that shows a course while it is written: options in, each update told."""

from __future__ import annotations

import os
import sys

import click

from edu.cli.desk import Desk, choose_code, print_problems, tell
from edu.cli.menu import Verb
from edu.cli.options import COURSE, LANG, MODULE, QUIET, find_root, take
from edu.problems import N_, Plural, Problems, word_count, word_counts

_PORT = click.option(
    "--port", type=click.IntRange(1024, 65535), metavar="1024-65535", help=N_("the port of the address (default: a free one)")
)
_KEYS = click.option(
    "--keys", is_flag=True, help=N_("for translators: show which texts of the pages lack a translation, and where each stands")
)
_CHANGED = Plural("{count} page is new or changed ({seconds} s)", "{count} pages are new or changed ({seconds} s)")
_NO_BROWSER = click.option("--no-browser", is_flag=True, help=N_("open no browser"))


@click.command(cls=Verb, help=N_("Show the web slides and quizzes in a browser, and again whenever you save a file."))
@take(COURSE, LANG, MODULE, _KEYS, _PORT, _NO_BROWSER, QUIET)
@click.pass_obj
def watch(
    desk: Desk,
    /,
    course: str | None,
    languages: tuple[str, ...],
    modules: tuple[str, ...],
    keys: bool,
    port: int | None,
    no_browser: bool,
) -> int:
    """Serve the pages until Ctrl-C, and tell what is wrong after each change."""
    from edu.build import Order
    from edu.listing import PLUS
    from edu.serve import PAGES, watch_course

    def open_page(address: str) -> None:
        tell(desk, desk.say(N_("open this page in a browser: {file}")).format(file=address))
        tell(desk, desk.say(N_("Ctrl-C ends it")))
        if not no_browser:
            _open_browser(address)

    pair = any(PLUS in lang for lang in languages)  # only slides can show two languages at a time
    order = Order(find_root(course), languages=languages, modules=modules, outputs=("web",) if pair else PAGES)
    told: Problems = ()
    for update in watch_course(order, port, desk.say, desk.lang, open_page, keys=keys):
        problems = update.report.problems
        if any(problem.code.id.startswith("usage.") for problem in problems):
            print_problems(desk, problems)
            return choose_code(problems, failed=True)
        if problems != told:
            told = problems
            print_problems(desk, problems)
            tell(desk, word_counts(problems, desk.say))
        tell(desk, word_count(_CHANGED.of(len(update.changed)), desk.say, seconds=f"{update.seconds:.1f}"))
    raise AssertionError("it watches until it is stopped")


def _open_browser(address: str) -> None:
    """Open `address` where there are windows: in a bare terminal a text browser would take its place."""
    import webbrowser

    if sys.platform in ("win32", "darwin") or os.environ.keys() & {"DISPLAY", "WAYLAND_DISPLAY"}:
        webbrowser.open(address)

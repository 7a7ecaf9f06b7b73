"""The commands for who translates: options in, one verb called, its report told."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from edu.cli.columns import align_rows
from edu.cli.complete import complete_file
from edu.cli.desk import CHANGED, Desk, choose_code, close, link, shorten, show_result, tell
from edu.cli.menu import Menu, show_menu
from edu.cli.options import COURSE, FORCE, FORMAT, LANG, MODULE, OUTPUT, PSEUDO_LANG, QUIET, STRICT, TO_TRANSLATORS, take
from edu.cli.order import Asked, make_order
from edu.problems import N_, Plural, describe_problem, word_count

if TYPE_CHECKING:
    from typing import Unpack

    from edu.build import Order
    from edu.report import Report
    from edu.translations.status import Status

_HTML = click.option("--html", is_flag=True, help=N_("write the status as a page, too: i18n/status.html in the output folder"))

_PARTIAL = click.option(
    "--partial", is_flag=True, help=N_("take in the texts that can be, and leave the others as they are in the course")
)

_FILES = Plural("{count} file", "{count} files")
_HANDED_OUT = Plural("done: {count} file; new or changed: {changed}", "done: {count} files; new or changed: {changed}")
_MADE = Plural(
    "done: {count} translation was made, and marked “fuzzy”", "done: {count} translations were made, all of them marked “fuzzy”"
)
_TAKEN = Plural("{count} translation is new or changed", "{count} translations are new or changed")
_UNSURE = Plural(
    "{count} of them is marked “fuzzy”: the file does not call it finished",
    "{count} of them are marked “fuzzy”: the file does not call them finished",
)


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


@i18n.command(help=N_("Begin a translation: make the files of a language that the course does not have yet."))
@click.argument("lang", metavar=N_("LANGUAGE"))
@take(COURSE, STRICT, QUIET, FORMAT)
@click.pass_obj
def init(desk: Desk, /, lang: str, course: str | None, **asked: Unpack[Asked]) -> int:
    """Write the first .po files of a language, and tell how the course gets it."""
    from edu.translations.update import begin_language

    report, languages = begin_language(make_order(course, **asked), lang)
    for name in report.files:
        tell(desk, f"locales/{name}")
    if report.failed and not report.files:
        return close(desk, report, desk.say(N_("nothing was written")))
    done = word_count(CHANGED.of(report.changed), desk.say)
    if report.failed:
        return close(desk, report, done)
    line = f"languages: [{', '.join(languages)}]"
    return close(desk, report, done, desk.say(N_("now write into content/course.yaml: {line}")).format(line=line))


@i18n.command(help=N_("Merge three versions of a .po file by entry; git calls it: %O %A %B %P."))
@click.argument("base", metavar="%O")
@click.argument("ours", metavar="%A")
@click.argument("theirs", metavar="%B")
@click.argument("name", metavar="%P")
@take(FORMAT)
@click.pass_obj
def merge(desk: Desk, /, base: str, ours: str, theirs: str, name: str) -> int:
    """Write what both sides did into the file %A, as git's merge drivers do."""
    from edu.translations.join import join_versions

    return close(desk, join_versions(base, ours, theirs, name))


@i18n.command(help=N_("Look for everything that is wrong with the translations, and write nothing."))
@take(COURSE, LANG, MODULE, STRICT, QUIET, FORMAT)
@click.pass_obj
def check(desk: Desk, /, course: str | None, **asked: Unpack[Asked]) -> int:
    """Tell what the checks of translations find, remarks among it."""
    from edu.translations.check import check_locales

    report = check_locales(make_order(course, **asked))
    return close(desk, report, *(() if report.problems else (desk.say(N_("nothing is wrong")),)), fold=False)


@i18n.command(help=N_("Show how far the translations are: entries and words, by language and part."))
@take(COURSE, LANG, OUTPUT, _HTML, STRICT, QUIET, FORMAT)
@click.pass_obj
def status(desk: Desk, /, course: str | None, html: bool, **asked: Unpack[Asked]) -> int:
    """Print the status as a table or as JSON, and write it as a page."""
    from edu.translations.status import put_page, survey_translations

    order = make_order(course, **asked)
    report, found = survey_translations(order)
    if found and html:
        report = put_page(order, report, found, desk.lang, desk.say)
    if found and desk.json:
        _print_json(desk, report, found)
        return choose_code(report.problems, failed=report.failed)
    if found:
        show_result(desk, "\n".join(_list_rows(desk, found)))
    page = desk.say(N_("open this page in a browser: {file}"))
    return close(desk, report, *(page.format(file=link(order.folder / name)) for name in report.files))


@i18n.command(help=N_("Write files for the programs that translators use, from the files that they edit (.po)."))
@take(TO_TRANSLATORS, LANG, MODULE, OUTPUT, FORCE, COURSE, STRICT, QUIET, FORMAT)
@click.pass_obj
def export(desk: Desk, /, course: str | None, **asked: Unpack[Asked]) -> int:
    """Write what translators are handed."""
    from edu.translations.export import export_translations

    order = make_order(course, **asked)
    return _hand_out(desk, order, export_translations(order))


@i18n.command(help=N_("Write the course in pseudo-languages as .po files, for other programs to show."))
@take(PSEUDO_LANG, OUTPUT, FORCE, COURSE, STRICT, QUIET, FORMAT)
@click.pass_obj
def pseudo(desk: Desk, /, course: str | None, **asked: Unpack[Asked]) -> int:
    """Write what builds in pseudo-languages show."""
    from edu.translations.pseudo import write_pseudo

    order = make_order(course, **asked)
    return _hand_out(desk, order, write_pseudo(order))


@i18n.command("import", help=N_("Take translations from files that came back into the files of the course (.po)."))
@click.argument("files", metavar=N_("FILE …"), nargs=-1, shell_complete=complete_file)
@take(_PARTIAL, COURSE, STRICT, QUIET, FORMAT)
@click.pass_obj
def take_in(desk: Desk, /, files: tuple[str, ...], course: str | None, partial: bool, **asked: Unpack[Asked]) -> int:
    """Write what came back into the PO files."""
    from edu.translations.take_in import import_translations

    taken = import_translations(make_order(course, **asked), files, partial=partial)
    for name in taken.report.files:
        tell(desk, f"locales/{name}")
    if taken.report.failed and not taken.report.files:
        return close(desk, taken.report, desk.say(N_("nothing was written")))
    entries, put = (word_count(counted, desk.say) for counted in (_TAKEN.of(taken.entries), _FILES.of(len(taken.report.files))))
    done = desk.say(N_("done: {entries} ({files})")).format(entries=entries, files=put)
    fuzzy = [word_count(_UNSURE.of(taken.fuzzy), desk.say)] if taken.fuzzy else []
    return close(desk, taken.report, done, *fuzzy)


@i18n.command(help=N_("Write what is missing in traditional Chinese, made from simplified; all of it is to be looked at."))
@take(COURSE, LANG, STRICT, QUIET, FORMAT)
@click.pass_obj
def convert(desk: Desk, /, course: str | None, **asked: Unpack[Asked]) -> int:
    """Write PO files whose new entries are fuzzy."""
    from edu.translations.convert import convert_translations

    report, count = convert_translations(make_order(course, **asked))
    for name in report.files:
        tell(desk, f"locales/{name}")
    return close(desk, report, desk.say(N_("nothing was written")) if report.failed else word_count(_MADE.of(count), desk.say))


def _hand_out(desk: Desk, order: Order, report: Report) -> int:
    """Tell what was written into the output folder."""
    for name in report.files:
        tell(desk, shorten(order.folder / name))
    if report.failed and not report.files:
        return close(desk, report, desk.say(N_("nothing was written")))
    if not report.files:
        return close(
            desk, report, desk.say(N_("there is nothing to hand out: the course has no other language, or no file of one"))
        )
    return close(desk, report, word_count(_HANDED_OUT.of(len(report.files)), desk.say, changed=report.changed))


def _print_json(desk: Desk, report: Report, status: Status) -> None:
    from edu.translations.status import describe_status

    problems = [describe_problem(problem, desk.say) for problem in report.problems]
    told = {"status": list(describe_status(status)), "problems": problems}
    show_result(desk, json.dumps(told, ensure_ascii=False, indent=2))


def _list_rows(desk: Desk, status: Status) -> Iterator[str]:
    """Yield a table: a row for each part of each language, one for all of it, and one for our own words."""
    from edu.translations.status import HEADS, list_cells

    if not status.languages:
        yield desk.say(N_("The course has no other language to translate into."))
        return
    rows = [[desk.say(N_("language")), *map(desk.say, HEADS)]]
    for lang, domains in status.languages.items():
        named = [*domains.items(), (desk.say(N_("all")), status.total(lang)), *status.list_words(lang)]
        rows += [[lang, name, *list_cells(progress)] for name, progress in named]
    yield from align_rows(rows, right=2)


def _update(desk: Desk, order: Order, *, translations: bool) -> int:
    from edu.translations.update import update_locales

    report = update_locales(order, translations=translations)
    for name in report.files:
        tell(desk, f"locales/{name}")
    done = word_count(CHANGED.of(report.changed), desk.say)
    return close(desk, report, desk.say(N_("nothing was written")) if report.failed and not report.files else done)

"""The options that commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from edu import __version__
from edu.cli.complete import (
    EXCHANGES,
    OUTPUTS,
    complete_exchange,
    complete_folder,
    complete_language,
    complete_languages,
    complete_module,
    complete_output,
    complete_pseudo,
    complete_template,
    complete_ui_language,
)
from edu.cli.desk import FINE, Desk, show_result
from edu.cli.speech import find_language, list_languages
from edu.problems import N_, Code, EduError, Problem


def _show_help(context: click.Context, option: click.Parameter, value: bool) -> None:
    if value and not context.resilient_parsing:
        show_result(context.ensure_object(Desk), context.get_help())
        context.exit(FINE)


def _show_version(context: click.Context, option: click.Parameter, value: bool) -> None:
    if value and not context.resilient_parsing:
        show_result(context.ensure_object(Desk), f"edu {__version__}")
        context.exit(FINE)


def _set_format(context: click.Context, option: click.Parameter, value: str) -> None:
    context.ensure_object(Desk).json = value == "json"


def _set_quiet(context: click.Context, option: click.Parameter, value: bool) -> None:
    context.ensure_object(Desk).quiet = value


def _check_language(context: click.Context, option: click.Parameter, value: str | None) -> None:
    if value is not None and not find_language(value) and not context.resilient_parsing:
        from edu.source.near import miss_name

        raise EduError([miss_name(Code.UNKNOWN_UI_LANGUAGE, value, list_languages())])


def _check_names(known: tuple[str, ...]) -> Callable[[click.Context, click.Parameter, tuple[str, ...]], tuple[str, ...]]:
    """Return what refuses values that are not `known`."""

    def check(context: click.Context, option: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
        wrong = [value for value in values if value not in known]
        if wrong and not context.resilient_parsing:
            from edu.source.near import miss_name

            raise EduError(miss_name(Code.UNKNOWN_OUTPUT, value, known) for value in wrong)
        return values

    return check


Verb = Callable[..., int]
Decorate = Callable[[Verb], Verb]
Complete = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]


def _choose_languages(complete: Complete, help: str) -> Decorate:
    """Return the option `--lang`; `help` is a msgid."""
    return click.option("--lang", "languages", metavar=N_("LANG"), multiple=True, shell_complete=complete, help=help)


COURSE = click.option(
    "--course",
    metavar=N_("DIR"),
    shell_complete=complete_folder,
    help=N_("the course's folder (default: this folder or the nearest above it with a course)"),
)
LANG = _choose_languages(complete_language, N_("only this language (repeatable)"))
LANG_OR_TWO = _choose_languages(
    complete_languages, N_("only this language, or two side by side, in decks alone: zh_CN+en (repeatable)")
)
PSEUDO_LANG = _choose_languages(complete_pseudo, N_("only this pseudo-language: en_XA or ar_XB (repeatable)"))
MODULE = click.option(
    "--module",
    "modules",
    metavar=N_("ID"),
    multiple=True,
    shell_complete=complete_module,
    help=N_("only this module (repeatable)"),
)
TO = click.option(
    "--to",
    "outputs",
    metavar=N_("NAME"),
    multiple=True,
    callback=_check_names(OUTPUTS),
    shell_complete=complete_output,
    help=N_("only this kind of product: pptx, html, web, pdf, png (repeatable; default: pptx and html)"),
)
TO_TRANSLATORS = click.option(
    "--to",
    "outputs",
    metavar=N_("NAME"),
    multiple=True,
    callback=_check_names(EXCHANGES),
    shell_complete=complete_exchange,
    help=N_("only this kind of file: xliff, xlsx, csv, tmx, or the glossary: glossary, tbx (repeatable; default: xliff)"),
)
TEMPLATE = click.option(
    "--template",
    metavar=N_("light|dark|FILE"),
    shell_complete=complete_template,
    help=N_("what decks look like: light, dark, or a school's .pptx or .potx (default: the course's theme)"),
)
PAGE = click.option(
    "--page",
    type=click.Choice(["16:9", "4:3"]),
    metavar="16:9|4:3",
    help=N_("the shape of a deck's page (default: the course's own)"),
)
STRICT = click.option("--strict", is_flag=True, help=N_("fail on warnings too"))
JOBS = click.option(
    "--jobs", type=click.IntRange(1, 64), default=1, metavar="1-64", help=N_("how many products are made at once")
)
FORCE = click.option("--force", is_flag=True, help=N_("overwrite products that were edited by hand"))
BUILDS = click.option("--builds", is_flag=True, help=N_("let what stands on slides appear click by click"))
FUZZY = click.option(
    "--fuzzy", is_flag=True, help=N_("show translations that are to be looked at again, too; products are marked as unreviewed")
)
OUTPUT = click.option(
    "-o",
    "--output",
    metavar=N_("DIR"),
    shell_complete=complete_folder,
    help=N_("where products go (default: dist in the course)"),
)
QUIET = click.option(
    "--quiet", is_flag=True, expose_value=False, is_eager=True, callback=_set_quiet, help=N_("print nothing but problems")
)
FORMAT = click.option(
    "--format",
    type=click.Choice(["text", "json"]),
    default="text",
    metavar="text|json",
    expose_value=False,
    is_eager=True,
    callback=_set_format,
    help=N_("how problems are printed: text, or one JSON array on standard output"),
)
_UI_LANG = click.option(
    "--ui-lang",
    metavar=N_("LANG"),
    expose_value=False,
    callback=_check_language,
    shell_complete=complete_ui_language,
    help=N_("the language of messages (default: the system's)"),
)
_HELP = click.option(
    "--help", is_flag=True, is_eager=True, expose_value=False, callback=_show_help, help=N_("show this help and leave")
)
VERSION = click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_show_version, help=N_("show the version and leave")
)


def take(*options: Decorate) -> Decorate:
    """Return what gives a command `options`, in this order, and those that every command has."""

    every: tuple[Decorate, ...] = (*options, _UI_LANG, _HELP)

    def decorate(verb: Verb) -> Verb:
        for option in reversed(every):
            verb = option(verb)
        return verb

    return decorate


def find_root(course: str | None) -> Path:
    """Return the folder of the course that `--course` names, else of the nearest one; raise EduError where there is none."""
    from edu.folder import find_course, find_near_course

    start = Path(course or ".")
    if root := find_course(start, climb=course is None):
        return root
    near = find_near_course(start)
    raise EduError(
        [Problem(Code.NO_COURSE, values={"folder": str(start.absolute()), "near": str(start / near) if near else ""})]
    )

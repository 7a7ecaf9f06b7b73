"""What a run found -> lines on the console and an exit code."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from edu.cli.screen import show
from edu.problems import Code, Plural, Problem, Problems, Say, describe_problem, word_counts, word_problems

if TYPE_CHECKING:
    from edu.report import Report

_LINKING = {"WT_SESSION", "VTE_VERSION", "KONSOLE_VERSION", "KITTY_WINDOW_ID"}
_LINKING_PROGRAMS = {"vscode", "iTerm.app", "WezTerm", "ghostty"}
"""What is set in the terminals that know links (OSC 8); others may print them as rubbish."""

CHANGED = Plural("done: {count} file changed", "done: {count} files changed")
"""What a run tells at its end that brought files in step."""

FINE, FAILED, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130


@dataclass(slots=True)
class Desk:
    """Where a run speaks: our own words in the teacher's language `lang` (gettext name), and how problems are shown."""

    say: Say
    lang: str = "en"
    json: bool = False
    quiet: bool = False
    lost: bool = False
    """Whether a result could not be printed."""


def tell(desk: Desk, line: str) -> None:
    """Print a line about how it goes, unless the run is quiet."""
    if not desk.quiet:
        show(line)


def show_result(desk: Desk, text: str) -> None:
    """Print what the run was asked for on standard output."""
    desk.lost = not show(text, result=True) or desk.lost


def shorten(path: Path) -> str:
    """Return `path` from the current folder where it is below it."""
    return str(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path)


def link(path: Path) -> str:
    """Return `path` as the teacher reads it, and opens it with a click where the terminal can do that."""
    known = _LINKING & os.environ.keys() or os.environ.get("TERM_PROGRAM") in _LINKING_PROGRAMS
    if not known or "SSH_CONNECTION" in os.environ or not sys.stderr or not sys.stderr.isatty():
        return shorten(path)
    return f"\x1b]8;;{path.absolute().as_uri()}\x1b\\{shorten(path)}\x1b]8;;\x1b\\"


def close(desk: Desk, report: Report, *ends: str, fold: bool = True) -> int:
    """Print the problems, how many they are, and the lines `ends`; return the exit code.

    With `fold`, of many warnings of a kind the first are told, and where the others are.
    """
    print_problems(desk, report.problems, fold=fold)
    if report.problems:
        tell(desk, word_counts(report.problems, desk.say))
    for line in ends:
        tell(desk, line)
    return choose_code(report.problems, failed=report.failed)


def print_problems(desk: Desk, problems: Problems, *, fold: bool = True) -> None:
    """Print the problems as text on standard error, or as one JSON array on standard output."""
    if desk.json:
        listed = [describe_problem(problem, desk.say) for problem in problems]
        show_result(desk, json.dumps(listed, ensure_ascii=False, indent=2))
        return
    for text in word_problems(problems, desk.say, fold=fold):
        show(text)


def choose_code(problems: Problems, *, failed: bool) -> int:
    """Return the exit code of a run that found `problems`."""
    if any(problem.code.id.startswith("usage.") for problem in problems):
        return WRONG_USAGE
    return FAILED if failed else FINE


def word_usage(error: click.UsageError) -> Problem:
    """Return click's complaint as a Problem, so that it is told in the teacher's language."""
    match error:
        case click.NoSuchOption(option_name=name, possibilities=near):
            return Problem(Code.UNKNOWN_OPTION, values={"name": name, "near": near[0] if near else ""})
        case click.BadOptionUsage(option_name=name):
            return Problem(Code.WRONG_OPTION, values={"name": name})
        case click.BadParameter(param=click.Option(opts=names, metavar=str(known))):
            return Problem(Code.WRONG_OPTION_VALUE, values={"name": names[-1], "known": known})
        case _:
            return Problem(Code.WRONG_USAGE)

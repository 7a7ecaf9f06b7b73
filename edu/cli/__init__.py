"""The command line: options -> one verb -> problems printed and an exit code."""

from __future__ import annotations

import atexit
import contextlib
import gc
import os
import sys
from collections.abc import Sequence

import click

from edu import find_ours
from edu.cli.commands import edu
from edu.cli.complete import VARIABLE
from edu.cli.desk import FAILED, FINE, INTERRUPTED, WRONG_USAGE, Desk, choose_code, print_problems, tell, word_usage
from edu.cli.screen import say_farewell, set_up_screen
from edu.cli.speech import choose_language
from edu.language.words import load_words
from edu.problems import N_, EduError
from edu.stop import if_stopped


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line `arguments` (default: this process's) and return the exit code: 0, 1, 2 or 130."""
    gc.set_threshold(50_000, 20, 100)  # a build makes many small things and keeps them: a tenth of its time went into looking
    atexit.register(gc.freeze)  # nor is anything looked for at the end, when all memory is given back at once
    set_up_screen()
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    lang = choose_language(arguments)
    desk = Desk(load_words(lang, [find_ours("locales")]), lang)
    stopped = desk.say(N_("stopped; every product is whole"))
    try:
        with if_stopped(lambda: None if desk.quiet else say_farewell(f"{stopped}\n")):
            code = _run_command(desk, arguments)
    except (click.Abort, KeyboardInterrupt):  # where `edu.stop` does not hear the signals
        tell(desk, stopped)
        return INTERRUPTED
    return FAILED if desk.lost and code == FINE else code


def _run_command(desk: Desk, arguments: list[str]) -> int:
    if os.environ.get(VARIABLE):
        with contextlib.suppress(Exception):  # a shell in the middle of a line is no place to complain
            edu.main(arguments, prog_name="edu", standalone_mode=False, obj=desk)
        return FAILED
    try:
        code = edu.main(arguments, prog_name="edu", standalone_mode=False, obj=desk)
    except EduError as error:
        print_problems(desk, error.problems)
        return choose_code(error.problems, failed=True)
    except click.UsageError as error:
        print_problems(desk, (word_usage(error),))
        return WRONG_USAGE
    return code if isinstance(code, int) else FINE

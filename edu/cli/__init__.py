"""The command line: options -> one verb -> problems printed and an exit code."""

from __future__ import annotations

import atexit
import gc
import itertools
import locale
import os
import sys
from collections.abc import Sequence

import click

from edu import find_ours
from edu.cli.commands import edu
from edu.cli.desk import FAILED, FINE, INTERRUPTED, WRONG_USAGE, Desk, choose_code, print_problems, tell, word_usage
from edu.cli.screen import say_farewell, set_up_screen
from edu.language.words import load_words
from edu.problems import N_, EduError
from edu.stop import if_stopped


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line `arguments` (default: this process's) and return the exit code: 0, 1, 2 or 130."""
    gc.set_threshold(50_000, 20, 100)  # a build makes many small things and keeps them: a tenth of its time went into looking
    atexit.register(gc.freeze)  # nor is anything looked for at the end, when all memory is given back at once
    set_up_screen()
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    lang = _choose_language(arguments)
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
    try:
        code = edu.main(arguments, prog_name="edu", standalone_mode=False, obj=desk)
    except EduError as error:
        print_problems(desk, error.problems)
        return choose_code(error.problems, failed=True)
    except click.UsageError as error:
        print_problems(desk, (word_usage(error),))
        return WRONG_USAGE
    return code if isinstance(code, int) else FINE


def _choose_language(arguments: Sequence[str]) -> str:
    """Return the gettext name of the language to speak: `--ui-lang`'s or the system's, where we have its words."""
    asked = [value for option, value in itertools.pairwise(arguments) if option == "--ui-lang"]
    asked += [argument.partition("=")[2] for argument in arguments if argument.startswith("--ui-lang=")]
    wanted = (asked[-1] if asked else _find_system_language()).split(".")[0].replace("-", "_").lower()
    ours = sorted(path.parent.parent.name for path in find_ours("locales").glob("*/LC_MESSAGES/edu.po"))
    exact = [lang for lang in ours if wanted == lang.lower()]
    alike = [lang for lang in ours if wanted.split("_")[0] == lang.split("_")[0].lower()]
    return (*exact, *alike, "en")[0]


def _find_system_language() -> str:
    """Return the language of the system's messages, as POSIX or Windows names it (`zh_CN.UTF-8`, `zh_CN`)."""
    if sys.platform == "win32":
        import ctypes

        return locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "en")
    chosen = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "C")
    plain = chosen.split(".")[0] in ("C", "POSIX")
    return chosen if plain else os.environ.get("LANGUAGE", "").split(":")[0] or chosen

"""The arguments and the system -> the language that edu speaks."""

from __future__ import annotations

import itertools
import locale
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from edu import find_ours
from edu.model.locale import find_alike

_SOURCE = "en"
"""Our own words are written in it; it needs no catalogue."""
_PARTIAL, _HEADER = b"X-Words: products", 1000
"""What a catalogue says in its first so many bytes that leaves out what edu itself says to a teacher."""


def list_languages() -> tuple[str, ...]:
    """Return the gettext names of the languages that edu speaks."""
    found = (path for path in find_ours("locales").glob("*/LC_MESSAGES/edu.po") if not _is_partial(path))
    return tuple(sorted({_SOURCE, *(path.parent.parent.name for path in found)}))


def _is_partial(path: Path) -> bool:
    """Whether a catalogue has the words alone that slides and quizzes show, as its header says."""
    with path.open("rb") as file:
        return _PARTIAL in file.read(_HEADER)


def find_language(name: str) -> str | None:
    """Return the gettext name of the language `name` (`zh_CN.UTF-8`, `zh-Hans`), or of one like it, where edu speaks it."""
    return find_alike(name.split(".", maxsplit=1)[0].split("@", maxsplit=1)[0], list_languages())


def choose_language(arguments: Sequence[str]) -> str:
    """Return the language of `--ui-lang`, wherever it stands, else the first of the system's that edu speaks."""
    asked = [value for option, value in itertools.pairwise(arguments) if option == "--ui-lang"]
    asked += [argument.partition("=")[2] for argument in arguments if argument.startswith("--ui-lang=")]
    return _find_first((*reversed(asked), *_list_system_languages()))


def _find_first(names: Iterable[str]) -> str:
    return next((lang for name in names if (lang := find_language(name))), _SOURCE)


def _list_system_languages() -> tuple[str, ...]:
    """Return the languages of the system's messages, the best first, as POSIX or Windows names them."""
    if sys.platform == "win32":
        import ctypes

        return (locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), _SOURCE),)
    chosen = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "C")
    plain = chosen.split(".")[0] in ("C", "POSIX")
    # as gettext has it: LANGUAGE counts only where a language is set at all
    return () if plain else (*filter(None, os.environ.get("LANGUAGE", "").split(":")), chosen)

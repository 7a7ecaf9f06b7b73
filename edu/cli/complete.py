"""What has been typed so far -> what may come next; and the script by which a shell asks for it."""

from __future__ import annotations

import contextlib
import os
import re
import sys
from collections.abc import Callable, Iterable
from itertools import permutations
from pathlib import Path

import click
from click.shell_completion import CompletionItem, ShellComplete, get_completion_class

from edu.cli.speech import list_languages
from edu.folder import UnreadError, find_course, read_text
from edu.model.locale import PSEUDO

SHELLS = {
    "bash": ("~/.bashrc", 'eval "$(edu completion bash)"'),
    "zsh": ("~/.zshrc", 'eval "$(edu completion zsh)"'),
    "fish": ("~/.config/fish/config.fish", "edu completion fish | source"),
    "powershell": ("$PROFILE", "edu completion powershell | Out-String | Invoke-Expression"),
}
"""For each shell the file that it reads when it starts, and the line that stands there to have completion every time."""

VARIABLE = "_EDU_COMPLETE"
OUTPUTS = ("pptx", "html", "web", "pdf", "png")
"""The names of `edu.outputs.OUTPUTS`, which takes too long to load while somebody waits for a shell."""
EXCHANGES = ("xliff", "xlsx", "csv", "tmx", "glossary", "tbx")
"""The names of `FORMATS` and `GLOSSARY_FORMATS` in `edu.translations.export`, for the same reason."""
Complete = Callable[[click.Context, click.Parameter, str], list[CompletionItem[str]]]
_ITEM = re.compile(r"[\w-]+")


def guess_shell() -> str:
    """Return the shell that is most likely in use here."""
    return "powershell" if sys.platform == "win32" else Path(os.environ.get("SHELL", "")).name


def write_script(command: click.Command, shell: str) -> str:
    """Return the script for `shell`, one of `SHELLS`."""
    found = get_completion_class(shell)
    assert found
    # not its own method: that of bash asks for bash's version, and warns in English
    return ShellComplete.source(found(command, {}, "edu", VARIABLE))


def _offer(find: Callable[[click.Context], Iterable[str]]) -> Complete:
    def complete(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
        with contextlib.suppress(OSError, UnreadError):
            return [CompletionItem(name) for name in find(context) if name.lower().startswith(incomplete.lower())]
        return []

    return complete


def _complete_folder(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    return [CompletionItem(incomplete, type="dir")]


def _list_settings(key: str) -> Callable[[click.Context], Iterable[str]]:
    """Return what finds the items of the list `key` of the nearest course; roughly, for speed, and in a faulty file too."""
    block = re.compile(rf"^{key}:[ \t]*(\[[^\]]*|(?:\n[ \t]*-[^\n]*)+)", re.MULTILINE)

    def find(context: click.Context) -> Iterable[str]:
        named = context.params.get("course")
        root = find_course(Path(named or "."), climb=named is None)
        text = re.sub("#[^\n]*", "", read_text(root / "content" / "course.yaml", root)) if root else ""
        return dict.fromkeys(name for found in block.findall(text) for name in _ITEM.findall(found) if name.strip("-"))

    return find


def _pair_up(names: Iterable[str]) -> Iterable[str]:
    """Return the languages, then each two of them side by side."""
    known = tuple(names)
    return (*known, *("+".join(pair) for pair in permutations(known, 2)))


def _complete_template(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    grounds = [CompletionItem(name) for name in ("light", "dark") if incomplete and name.startswith(incomplete)]
    return grounds or [CompletionItem(incomplete, type="file")]


def _complete_file(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    return [CompletionItem(incomplete, type="file")]


complete_file: Complete = _complete_file
complete_folder: Complete = _complete_folder
complete_template: Complete = _complete_template
complete_language = _offer(_list_settings("languages"))
complete_languages = _offer(lambda context: _pair_up(_list_settings("languages")(context)))
complete_pseudo = _offer(lambda context: PSEUDO)
complete_module = _offer(_list_settings("modules"))
complete_output = _offer(lambda context: OUTPUTS)
complete_exchange = _offer(lambda context: EXCHANGES)
complete_ui_language = _offer(lambda context: list_languages())
complete_shell = _offer(lambda context: SHELLS)

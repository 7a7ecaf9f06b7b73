"""A page's ES modules -> one script, and the words that they say."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from edu.markup.branches import join_branches
from edu.markup.rename import list_top_names, put_functions_first, rename_variables, turn_to_arrows
from edu.markup.shrink import shrink_script
from edu.markup.tokens import list_tokens

_IMPORT = re.compile(r'^import \{([^}]*)\} from "\./([\w-]+\.js)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function\*?|const|let|class) (\w+))", re.MULTILINE)
_WORD = re.compile(r'\bsay\(("(?:[^"\\\n]|\\.)*")(?=[,)])')


class ScriptError(ValueError):
    """A module that cannot be joined: a circle of imports, another form of import or export, or a text that ends a script."""


def join_modules(folder: Path, entry: str, words: Sequence[str] = ()) -> str:
    """Return the module `entry` with all that it imports as one script without imports, the needed ones first.

    Only `import { names } from "./name.js";` and `export` before a declaration are understood. Of the texts in `words`,
    `say("…")` gets the place: `say(7)`. Raises ScriptError.
    """
    sources = {name: (folder / name).read_text("utf-8") for name in list_needed(folder, entry)}
    exports = {name: _EXPORT.findall(source) for name, source in sources.items()}
    numbered = {name: _WORD.sub(lambda found: _number_word(found, words), source) for name, source in sources.items()}
    joined = "\n".join(_open_module(name, source, exports, entry) for name, source in numbered.items())
    script = f'"use strict";{{{shrink_script(joined)}}}\n'
    if re.search(r"</script|<!--|\r", script, re.IGNORECASE):
        raise ScriptError(f"{entry}: the script would end early, or change, inside the page")
    return script


def list_words(folder: Path, entry: str) -> tuple[str, ...]:
    """Return the English texts that `say("…")` names in the module `entry` and all that it imports, each once."""
    sources = ((folder / name).read_text("utf-8") for name in list_needed(folder, entry))
    return tuple(dict.fromkeys(json.loads(found) for source in sources for found in _WORD.findall(source)))


def _number_word(found: re.Match[str], words: Sequence[str]) -> str:
    word = json.loads(found[1])
    return f"say({words.index(word)}" if word in words else found[0]


def list_needed(folder: Path, entry: str) -> list[str]:
    """Return the names of the module `entry` and of all that it imports, each after what it imports itself.

    Raises ScriptError where imports lead back to themselves.
    """
    order: list[str] = []
    open_: list[str] = []

    def visit(name: str) -> None:
        if name in open_:
            raise ScriptError(f"{name}: its imports lead back to itself")
        if name in order:
            return
        open_.append(name)
        for _, needed in _IMPORT.findall((folder / name).read_text("utf-8")):
            visit(needed)
        order.append(open_.pop())

    visit(entry)
    return order


def _open_module(name: str, source: str, exports: Mapping[str, Sequence[str]], entry: str) -> str:
    """Return the module's text for a scope that it shares with all others: each name of its own says whose it is.

    The `entry` runs at once, once its functions are there; the others wait until it calls them.
    """
    names: dict[str, str] = {}
    for listed, needed in _IMPORT.findall(source):
        wanted = [word.strip() for word in listed.split(",") if word.strip()]
        if missing := set(wanted) - set(exports[needed]):
            raise ScriptError(f"{name}: {needed} has no {min(missing)}")
        names |= {word: f"{word}{_mark(needed)}" for word in wanted}
    body = _EXPORT.sub("", _IMPORT.sub("", source))
    if re.search(r"^(import|export)\b", body, re.MULTILINE):
        raise ScriptError(f"{name}: an import or export in a form that cannot be joined")
    tokens = list_tokens("".join(join_branches(list_tokens(body))))
    tokens = put_functions_first(tokens) if name == entry else tokens
    tokens = list_tokens("".join(turn_to_arrows(tokens)))
    names |= {word: f"{word}{_mark(name)}" for word in list_top_names(tokens)}
    return "".join(rename_variables(tokens, names))


def _mark(name: str) -> str:
    return "$" + name.removesuffix(".js").replace("-", "_")

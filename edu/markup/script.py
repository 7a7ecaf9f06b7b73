"""A page's ES modules -> one script, and the words that they say."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from edu.markup.shrink import shrink_module

_IMPORT = re.compile(r'^import \{([^}]*)\} from "\./([\w-]+\.js)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function\*?|const|let|class) (\w+))", re.MULTILINE)
_WORD = re.compile(r'\bsay\(("(?:[^"\\\n]|\\.)*")\)')


class ScriptError(ValueError):
    """A module that cannot be joined: a circle of imports, another form of import or export, or a text that ends a script."""


def join_modules(folder: Path, entry: str) -> str:
    """Return the module `entry` with all that it imports as one script without imports, the needed ones first.

    Each module keeps a scope of its own. Only `import { names } from "./name.js";` and `export` before a declaration are
    understood. Raises ScriptError.
    """
    sources = {name: (folder / name).read_text("utf-8") for name in _sort_modules(folder, entry)}
    exports = {name: _EXPORT.findall(source) for name, source in sources.items()}
    script = '"use strict";\n' + "".join(_wrap(name, source, exports) for name, source in sources.items())
    if re.search(r"</script|<!--|\r", script, re.IGNORECASE):
        raise ScriptError(f"{entry}: the script would end early, or change, inside the page")
    return script


def list_words(folder: Path, entry: str) -> tuple[str, ...]:
    """Return the English texts that `say("…")` names in the module `entry` and all that it imports, each once."""
    sources = ((folder / name).read_text("utf-8") for name in _sort_modules(folder, entry))
    return tuple(dict.fromkeys(json.loads(found) for source in sources for found in _WORD.findall(source)))


def _sort_modules(folder: Path, entry: str) -> list[str]:
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


def _wrap(name: str, source: str, exports: Mapping[str, Sequence[str]]) -> str:
    """Return the module as a constant that holds what it exports, in the order of its text."""

    def take(found: re.Match[str]) -> str:
        wanted = [word.strip() for word in found[1].split(",") if word.strip()]
        missing = set(wanted) - set(exports[found[2]])
        if missing:
            raise ScriptError(f"{name}: {found[2]} has no {min(missing)}")
        return f"const [{','.join(word if word in wanted else '' for word in exports[found[2]])}] = {_variable(found[2])};\n"

    body = _EXPORT.sub("", _IMPORT.sub(take, source))
    if re.search(r"^(import|export)\b", body, re.MULTILINE):
        raise ScriptError(f"{name}: an import or export in a form that cannot be joined")
    shrunk = shrink_module(f"{body}\nreturn [{', '.join(exports[name])}];\n")
    return f"const {_variable(name)}=(()=>{{{shrunk}}})();\n"


def _variable(name: str) -> str:
    return "$" + name.removesuffix(".js").replace("-", "_")

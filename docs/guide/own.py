"""An example of a slide or a question -> the same with a note on each line that names what only the example's course has."""

from __future__ import annotations

import re
from collections.abc import Mapping

REPLACE = {"zh_CN": "# 换成你的", "en": "# your own"}
DROP = {"zh_CN": "# 换成你的，或删去这一行", "en": "# your own, or delete the line"}
NAME = {"zh_CN": "# 换成你的，或改成 name: {name}", "en": "# your own, or write name: {name}"}

_MAY_GO = re.compile(r" +(?:- )?(?:entity: .+|facts: \[.+\])|terms: \[.+\]")
_MUST_BE = re.compile(
    r" +(?:- )?(?:fact|term|question|image|objective|slide): .+"
    r"| +answer: [a-z]+_[a-z_]+"
    r"| +values: \[[a-z].*\]"
    r"|.*\{[a-z]\w*(?::short)?\}.*"
)


def note_own(text: str, lang: str, names: Mapping[str, str]) -> str:
    """Return the example with a comment behind each line that has to change in another course; `names` are its entities'."""
    named = "kind: compare" in text
    return "\n".join(f"{line}  {note}" if (note := _note(line, lang, names, named)) else line for line in text.splitlines())


def _note(line: str, lang: str, names: Mapping[str, str], named: bool) -> str:
    if named and (entity := re.fullmatch(r" +entity: (\w+)", line)):
        return NAME[lang].format(name=names[entity[1]])
    if _MAY_GO.fullmatch(line):
        return DROP[lang]
    return REPLACE[lang] if _MUST_BE.fullmatch(line) else ""

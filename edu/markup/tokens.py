"""ES2020 source -> its tokens; comments count as space, and a template literal is cut where its code begins and ends."""

from __future__ import annotations

import re

_TOKEN = re.compile(
    r"""/\*.*?\*/|//[^\n]*
    | \s+
    | "(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'
    | [A-Za-z_$][\w$]*
    | [0-9][\w.]*
    | \?\.(?![0-9])|\.\.\.|=>
    | .""",
    re.VERBOSE | re.DOTALL,
)
_REGEX = re.compile(r"/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\[\n])+/[a-z]*")
_TEMPLATE = re.compile(r"(?:\\.|\$(?!\{)|[^`\\$])*(?:`|\$\{)", re.DOTALL)
_BEFORE_REGEX = frozenset("(,=:[!&|?{};>") | {"return", "", "=>"}


def list_tokens(source: str) -> list[str]:
    """Return the tokens of `source` and the space between them, which together make it up but for comments.

    A template literal is one token where it holds no code; else its stretches of text are tokens that end in `${` or start with
    `}`, and the code between them is cut up as all other code is.
    """
    tokens: list[str] = []
    open_: list[str] = []
    at, last = 0, ""
    while at < len(source):
        end = _end_of_token(source, at, last, bool(open_) and open_[-1] == "${")
        token = source[at:end]
        at = end
        _follow(open_, token)
        if token.startswith(("//", "/*")):
            token = "\n" if "\n" in token else " "
        tokens.append(token)
        last = last if token.isspace() else token
    return tokens


def _end_of_token(source: str, at: int, last: str, in_template: bool) -> int:
    char = source[at]
    if char == "`" or (char == "}" and in_template):
        found = _TEMPLATE.match(source, at + 1)
    elif char == "/" and source[at + 1 : at + 2] not in ("/", "*") and last in _BEFORE_REGEX:
        found = _REGEX.match(source, at)
    else:
        found = _TOKEN.match(source, at)
    return found.end() if found else at + 1


def _follow(open_: list[str], token: str) -> None:
    """Keep the braces that are open: those of code, and those of code in a template."""
    if token.startswith("}") and open_:
        open_.pop()
    if token == "{":
        open_.append("{")
    elif token.startswith(("`", "}")) and token.endswith("${"):
        open_.append("${")

"""What the YAML parser stumbled over -> a Problem that says in plain words what to do."""

from __future__ import annotations

import re
from collections.abc import Callable

from ruamel.yaml.error import MarkedYAMLError

from edu.problems import Code, Kind, Place, Problem, Problems
from edu.source.slips import find_open_quote, find_slips

_KEY = re.compile(r"""\s*(?:-\s+)*(?:(?:"[^"]*"|'[^']*'|[^\s"'{\[:#][^:]*?):(?:\s+|$))?""")
_CHARACTER = re.compile(r"character (['\"])(\\?.)\1")


_VAGUE = frozenset((Code.BAD_YAML, Code.NO_COLON, Code.COLON_IN_TEXT, Code.INDENTATION))
"""What a slip of the keyboard may be behind."""


def explain_error(error: MarkedYAMLError, lines: list[str], file: str, trail: str) -> Problems:
    """Return what is behind `error` at the place where the author must act: all slips of a kind, or one problem.

    `lines` are those of the file.
    """
    stumble = _Stumble(error, lines)
    found = next((found for explain in _EXPLANATIONS if (found := explain(stumble))), (Code.BAD_YAML, stumble.here, {}))
    slips = find_slips(lines, stumble.line, stumble.start[0]) if found[0] in _VAGUE else []
    return tuple(
        Problem(code, trail, values, Place(file, line + 1, column + 1)) for code, (line, column), values in slips or [found]
    )


class _Stumble:
    """The parser's error: what it says, where it stumbled, where the thing it was reading began (0-based)."""

    def __init__(self, error: MarkedYAMLError, lines: list[str]) -> None:
        self.lines = lines
        mark, context = error.problem_mark, error.context_mark
        self.message = f"{error.context or ''} | {error.problem or ''}"
        self.line: int = mark.line if mark else 0
        self.column: int = mark.column if mark else 0
        self.start: tuple[int, int] = (context.line, context.column) if context else (self.line, self.column)
        self.text = lines[self.line] if self.line < len(lines) else ""
        self.value_column = _KEY.match(self.text).end()  # type: ignore[union-attr]  # every part is optional
        self.before = self.text[: self.column]
        begun = lines[self.start[0]] if self.start[0] < len(lines) else ""
        self.opening = begun[self.start[1] : self.start[1] + 1]

    @property
    def here(self) -> tuple[int, int]:
        return self.line, self.column

    def says(self, *parts: str) -> bool:
        return any(part in self.message for part in parts)


_Found = tuple[Kind, tuple[int, int], dict[str, str | int]]


def _explain_character(stumble: _Stumble) -> _Found | None:
    if not stumble.says("that cannot start any token"):
        return None
    found = _CHARACTER.search(stumble.message)
    character = found[2] if found else ""
    if character in ("\\t", "\t"):
        return Code.TAB, stumble.here, {}
    return Code.QUOTES_NEEDED, stumble.here, {"start": character}


def _explain_sign(stumble: _Stumble) -> _Found | None:
    for name, sign in (("alias", "*"), ("anchor", "&"), ("tag", "!"), ("directive", "%")):
        if stumble.says(f"while scanning a {name}", f"while scanning an {name}", f"while parsing a {name}"):
            return Code.QUOTES_NEEDED, stumble.start, {"start": sign}
    if stumble.says("expected '<document start>'") and stumble.text.startswith("%"):
        return Code.QUOTES_NEEDED, (stumble.line, 0), {"start": "%"}
    return None


def _explain_first_sign(stumble: _Stumble) -> _Found | None:
    """A text that starts with a sign of YAML's own."""
    sign = stumble.text[stumble.column : stumble.column + 1]
    entry = stumble.says("sequence entries are not allowed", "mapping keys are not allowed") and stumble.before.strip()
    if entry or (stumble.says("expected the node content") and sign in set(",]}") and stumble.before.strip()):
        return Code.QUOTES_NEEDED, stumble.here, {"start": sign}
    return None


def _explain_open_quote(stumble: _Stumble) -> _Found | None:
    """A text in quotes that lacks its end, and ends where the next one was to begin."""
    if not stumble.text:
        return None
    found = find_open_quote(stumble.lines, stumble.here)
    return (Code.UNCLOSED_QUOTE, found[0], {"quote": found[1]}) if found else None


def _explain_opening(stumble: _Stumble) -> _Found | None:
    """A value that starts like a mapping or a list, and goes on as text."""
    start = stumble.text[stumble.value_column : stumble.value_column + 1]
    follows = stumble.says("expected <block end>", "mapping values are not allowed") and stumble.column > stumble.value_column
    if start in ("{", "[") and follows and start:
        return Code.QUOTES_NEEDED, (stumble.line, stumble.value_column), {"start": start}
    if start in ('"', "'") and follows:
        return Code.TEXT_AFTER_QUOTE, stumble.here, {}
    return None


def _explain_unclosed(stumble: _Stumble) -> _Found | None:
    if stumble.says("while scanning a quoted scalar") and stumble.says("end of stream", "document separator"):
        return Code.UNCLOSED_QUOTE, stumble.start, {"quote": stumble.opening}
    if stumble.says("while parsing a flow sequence", "while parsing a flow mapping"):
        end = "]" if stumble.says("flow sequence") else "}"
        return Code.UNCLOSED, stumble.start, {"start": stumble.opening, "end": end}
    return None


def _explain_colon(stumble: _Stumble) -> _Found | None:
    if stumble.says("mapping values are not allowed", "found unexpected ':'") and stumble.column > stumble.value_column > 0:
        return Code.COLON_IN_TEXT, stumble.here, {}
    if stumble.says("could not find expected ':'"):
        return Code.NO_COLON, stumble.start, {}
    return None


def _explain_indentation(stumble: _Stumble) -> _Found | None:
    block = stumble.says("expected <block end>", "mapping values are not allowed", "sequence entries are not allowed")
    return (
        (Code.INDENTATION, (stumble.line, _indent(stumble.text)), {})
        if block and not stumble.before.strip()
        else _later(stumble)
    )


def _later(stumble: _Stumble) -> _Found | None:
    """A line that goes wrong at its first colon belongs to no list or mapping."""
    lone_key = stumble.says("mapping values are not allowed") and stumble.value_column > stumble.column
    return (Code.INDENTATION, (stumble.line, _indent(stumble.text)), {}) if lone_key else None


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())


def _explain_escape(stumble: _Stumble) -> _Found | None:
    if not stumble.says("unknown escape character", "expected escape sequence"):
        return None
    return (
        Code.BAD_ESCAPE,
        (stumble.line, max(0, stumble.column - 1)),
        {"char": stumble.text[stumble.column : stumble.column + 1]},
    )


def _explain_block_text(stumble: _Stumble) -> _Found | None:
    if not stumble.says("while scanning a block scalar"):
        return None
    return Code.BLOCK_TEXT, stumble.start, {"start": stumble.opening}


_EXPLANATIONS: tuple[Callable[[_Stumble], _Found | None], ...] = (
    _explain_character,
    _explain_sign,
    _explain_open_quote,
    _explain_escape,
    _explain_block_text,
    _explain_unclosed,
    _explain_first_sign,
    _explain_opening,
    _explain_colon,
    _explain_indentation,
)

"""A text in our small Markdown -> its parts: bold, emphasis, code, links, figure citations, blanks."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_cjk_friendly import cjk_friendly


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of text in one style; `fact` and `blank` parts stand for a figure and a cloze's gap.

    `form` of a fact is "" (as in a sentence) or "short" (as in a chart). `text` of a fact or a blank is its source.
    """

    text: str
    bold: bool = False
    emphasis: bool = False
    code: bool = False
    href: str = ""
    fact: str = ""
    form: str = ""
    blank: str = ""


_CITATION = re.compile(r"\{([a-z][a-z0-9_]*)(?::(short))?\}")
_BLANK = re.compile(r"\[\[([a-z0-9-]+)\]\]")


def _citation(state: StateInline, silent: bool) -> bool:
    return _match(state, silent, _CITATION, "fact")


def _blank(state: StateInline, silent: bool) -> bool:
    return _match(state, silent, _BLANK, "blank")


def _match(state: StateInline, silent: bool, pattern: re.Pattern[str], kind: str) -> bool:
    found = pattern.match(state.src, state.pos)
    if not found:
        return False
    if not silent:
        token = state.push(kind, "", 0)
        token.content = found.group()
        token.meta = {"id": found.group(1), "form": (found.group(2) or "") if kind == "fact" else ""}
    state.pos = found.end()
    return True


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero", {"html": False, "linkify": False}).enable(["emphasis", "backticks", "link", "escape"])
    parser.use(cjk_friendly)
    parser.inline.ruler.before("link", "blank", _blank)
    parser.inline.ruler.before("link", "fact", _citation)
    parser.disable("text_join")  # it would hide which characters a backslash made plain
    # the "text" rule swallows everything up to a terminator: "{" is one for markdown-it, "[" too
    return parser


def tokenize(text: str) -> list[Token]:
    """Return the tokens of one paragraph, as markdown-it names them."""
    tokens = _parser().parseInline(_join_lines(text))
    return tokens[0].children or [] if tokens else []


@lru_cache(maxsize=10_000)
def parse_inline(text: str) -> tuple[Part, ...]:
    """Return the parts of one paragraph; line breaks in it count as spaces (none between two Han characters)."""
    style = Part("")
    parts: list[Part] = []
    for token in tokenize(text):
        style, part = _read_token(token, style)
        if part and part.text:
            parts.append(part)
    return _merge(parts)


OPAQUE = "\ufffc"
"""Stands in `loose_text` for what no slip can be in; U+FFFC OBJECT REPLACEMENT CHARACTER."""


@lru_cache(maxsize=10_000)
def loose_text(text: str) -> str:
    """Return what of a paragraph is shown as it is written: where an author's slip would show.

    OPAQUE stands for each code, figure and gap, and for what a backslash made plain; `[` with OPAQUE, and `]`, round a link.
    """
    shown = {"link_open": f"[{OPAQUE}", "link_close": "]"}
    opaque = ("code_inline", "fact", "blank", "text_special")
    return "".join(
        OPAQUE if token.type in opaque else token.content if token.type == "text" else shown.get(token.type, "")
        for token in tokenize(text)
    )


def _read_token(token: Token, style: Part) -> tuple[Part, Part | None]:
    match token.type:
        case "strong_open" | "strong_close":
            return replace(style, bold=token.nesting > 0), None
        case "em_open" | "em_close":
            return replace(style, emphasis=token.nesting > 0), None
        case "link_open":
            return replace(style, href=str(token.attrs.get("href", ""))), None
        case "link_close":
            return replace(style, href=""), None
        case "code_inline":
            return style, replace(style, text=token.content, code=True)
        case "fact":
            return style, replace(style, text=token.content, fact=token.meta["id"], form=token.meta["form"])
        case "blank":
            return style, replace(style, text=token.content, blank=token.meta["id"])
        case _:
            return style, replace(style, text=token.content)


def _merge(parts: list[Part]) -> tuple[Part, ...]:
    merged: list[Part] = []
    for part in parts:
        last = merged[-1] if merged else None
        if (
            last
            and not (last.fact or last.blank or part.fact or part.blank)
            and replace(last, text="") == replace(part, text="")
        ):
            merged[-1] = replace(last, text=last.text + part.text)
        else:
            merged.append(part)
    return tuple(merged)


_WIDE = "\u2e80-\u303f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff\u2018-\u201d\u2026\u2014"
_HAN_BREAK = re.compile(rf"(?<=[{_WIDE}])[ \t]*\r?\n[ \t]*(?=[{_WIDE}])")
_BREAK = re.compile(r"(?<![ \t])[ \t]*\r?\n[ \t]*")


def _join_lines(text: str) -> str:
    return _BREAK.sub(" ", _HAN_BREAK.sub("", text.strip()))


def split_paragraphs(text: str) -> tuple[str, ...]:
    """Return the paragraphs of a `Notes` text, which empty lines part."""
    return tuple(part.strip() for part in re.split(r"\n\s*\n", text.replace("\r\n", "\n").strip()) if part.strip())


def plain_text(parts: tuple[Part, ...]) -> str:
    """Return the text of `parts` without its markup."""
    return "".join(part.text for part in parts)


def cited_facts(text: str) -> tuple[str, ...]:
    """Return the ids of the facts whose figures `text` cites, in order, each once."""
    return tuple(dict.fromkeys(part.fact for part in parse_inline(text) if part.fact))


def named_blanks(text: str) -> tuple[str, ...]:
    """Return the ids of the blanks in `text`, in order, as often as they stand there."""
    return tuple(part.blank for part in parse_inline(text) if part.blank)

"""A text in our small Markdown -> its stretches as they are written: words, marks, figures and gaps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from edu.model.inline import tokenize


class Kind(StrEnum):
    """What a stretch is: words to translate, a code that stands for something, or what opens or closes a mark round words."""

    WORDS = "words"
    CODE = "code"
    OPEN = "open"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of a text as it is written."""

    kind: Kind
    text: str


Stretches = tuple[Stretch, ...]

_PARAGRAPHS = re.compile(r"(\n\s*\n)")
_CODE = re.compile(r"\{[a-z][a-z0-9_]*(?::short)?\}|\[\[[a-z0-9-]+\]\]")
_BREAK = re.compile(r"[ \t]*\r?\n[ \t]*")
_TARGET = re.compile(r"\]\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\)", re.DOTALL)
"""What closes a link, with its address."""


def split_marked(text: str) -> Stretches:
    """Return the stretches of `text`: marks that mean something are stretches of their own, others are words."""
    parts = _PARAGRAPHS.split(text)
    found = (_split_paragraph(part) if index % 2 == 0 else (Stretch(Kind.WORDS, part),) for index, part in enumerate(parts))
    return join_words(stretch for stretches in found for stretch in stretches)


def split_codes(text: str, code: re.Pattern[str] = _CODE) -> Stretches:
    """Return the stretches of a `text` without marks: what `code` matches, and the words between."""
    found: list[Stretch] = []
    end = 0
    for match in code.finditer(text):
        found += [Stretch(Kind.WORDS, text[end : match.start()]), Stretch(Kind.CODE, match.group())]
        end = match.end()
    return join_words([*found, Stretch(Kind.WORDS, text[end:])])


def join_words(stretches: Iterator[Stretch] | list[Stretch]) -> Stretches:
    """Return `stretches` with words that follow each other as one stretch, and no empty one."""
    joined: list[Stretch] = []
    for stretch in stretches:
        if joined and joined[-1].kind == stretch.kind == Kind.WORDS:
            joined[-1] = Stretch(Kind.WORDS, joined[-1].text + stretch.text)
        elif stretch.text:
            joined.append(stretch)
    return tuple(joined)


def _split_paragraph(text: str) -> Stretches:
    """Return the stretches of a paragraph; where its tokens do not lead through the text as it is written, codes alone."""
    try:
        found = [*_Walk(text).list_stretches()]
    except _AstrayError:
        return split_codes(text)
    return join_words(found) if "".join(stretch.text for stretch in found) == text else split_codes(text)


class _AstrayError(Exception):
    """A token does not stand where the walk has come to."""


class _Walk:
    """Goes through a paragraph as it is written, token by token."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._here = 0

    def list_stretches(self) -> Iterator[Stretch]:
        """Yield the stretches; raises _AstrayError."""
        yield Stretch(Kind.WORDS, self._take(len(self._text) - len(self._text.lstrip())))
        for token in tokenize(self._text):
            match token.type:
                case "fact" | "blank":
                    yield Stretch(Kind.CODE, self._take_literal(token.content))
                case "strong_open" | "em_open":
                    yield Stretch(Kind.OPEN, self._take_literal(token.markup))
                case "strong_close" | "em_close":
                    yield Stretch(Kind.CLOSE, self._take_literal(token.markup))
                case "link_open":
                    yield Stretch(Kind.OPEN, self._take_literal("["))
                case "link_close":
                    yield Stretch(Kind.CLOSE, self._take_match(_TARGET))
                case "code_inline":
                    yield from self._list_code(token.markup)
                case "text_special":
                    yield Stretch(Kind.WORDS, self._take_literal(token.markup))
                case _:
                    yield Stretch(Kind.WORDS, self._take_words(token.content))
        yield Stretch(Kind.WORDS, self._take(len(self._text)))

    def _list_code(self, mark: str) -> Iterator[Stretch]:
        yield Stretch(Kind.OPEN, self._take_literal(mark))
        yield Stretch(Kind.WORDS, self._take_match(re.compile(rf".*?(?<!`)(?={mark}(?!`))", re.DOTALL)))
        yield Stretch(Kind.CLOSE, self._take_literal(mark))

    def _take(self, length: int) -> str:
        found = self._text[self._here : self._here + length]
        self._here += len(found)
        return found

    def _take_literal(self, literal: str) -> str:
        if not literal or not self._text.startswith(literal, self._here):
            raise _AstrayError
        return self._take(len(literal))

    def _take_match(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self._text, self._here)
        if not found:
            raise _AstrayError
        return self._take(len(found.group()))

    def _take_words(self, words: str) -> str:
        """Return how `words` are written: a line break stands for a space, between two Han characters for nothing."""
        start = self._here
        for char in words:
            if found := _BREAK.match(self._text, self._here):
                self._here = found.end()
                if char == " ":
                    continue
            if not self._text.startswith(char, self._here):
                raise _AstrayError
            self._here += 1
        return self._text[start : self._here]

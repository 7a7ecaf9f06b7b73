"""What is handed to a translator and comes back, whatever the format: documents of units."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from edu.model.stretch import Stretches, split_codes, split_marked

_LETTERS = str.maketrans("0123456789abcdef", "abcdefghijklmnop")
_KEY = 16
"""Letters of a key: 64 bits, so that no two texts of a course share one."""


class State(StrEnum):
    """How far a translation is."""

    MISSING = "missing"
    FUZZY = "fuzzy"
    TRANSLATED = "translated"
    REVIEWED = "reviewed"


CERTAIN = (State.TRANSLATED, State.REVIEWED)
"""What somebody stands for: neither missing nor to be looked at again."""


class Style(StrEnum):
    """What in a text is no word: the marks, figures and gaps of our Markdown, `{n}`, or the `{fields}` of our own words."""

    MARKED = "marked"
    PLAIN = "plain"
    FIELDS = "fields"


@dataclass(frozen=True, slots=True)
class Note:
    """What a translator is told of a text, and what sort of thing it is: role, room, figure, term, author, English, …"""

    category: str
    text: str


@dataclass(frozen=True, slots=True)
class Unit:
    """One text with its translation.

    `key` names the text for good: it changes with its words. `place` is where it stands, `room` how many characters it has
    room for, `figures` what each `{figure}` shows in the language. `state` is None where a file does not tell it.
    `whole` is whether all of it is translated, where a program has cut it into sentences; `line` where a file has it.
    """

    key: str
    source: str
    target: str = ""
    state: State | None = None
    place: str = ""
    notes: tuple[Note, ...] = ()
    style: Style = Style.MARKED
    room: int | None = None
    figures: Mapping[str, str] = field(default_factory=dict)
    whole: bool = True
    line: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """The units of one domain in one language (gettext names; a language read from a file is as it stands there).

    `course` is the course's id. What a file does not tell is empty. `by_hand`: states are typed by people, who forget them.
    `whole` is whether all texts of the domain belong into it.
    """

    course: str
    domain: str
    source_lang: str
    lang: str
    units: tuple[Unit, ...]
    line: int = 0
    by_hand: bool = False
    whole: bool = True


def make_key(context: str, msgid: str) -> str:
    """Return the key of a text: letters alone, so that no program takes it for a number or a date."""
    digest = hashlib.sha256(f"{context}\x04{msgid}".encode()).hexdigest()
    return digest.translate(_LETTERS)[:_KEY]


_NUMBER = re.compile(r"\{n\}")
_FIELD = re.compile(r"\{[A-Za-z_][^{}]*\}")


def split_text(text: str, style: Style) -> Stretches:
    """Return the stretches of a `text` of that style."""
    match style:
        case Style.MARKED:
            return split_marked(text)
        case Style.PLAIN:
            return split_codes(text, _NUMBER)
        case Style.FIELDS:
            return split_codes(text, _FIELD)


def make_tag(lang: str) -> str:
    """Return the BCP 47 tag of a gettext name: `zh_CN` -> `zh-CN`."""
    return lang.replace("_", "-")

"""What a PO file says of one text before anybody has translated it."""

from __future__ import annotations

from dataclasses import dataclass

BRACES = "python-brace-format"
"""The flag by which msgfmt sees a lost `{placeholder}`."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One msgid with the places where it stands.

    `references` are its `#:` places, `trails` the same as trails (none for our own words), `comments` its `#.` lines, the
    same in every language, `flags` its `#,` flags, and `plural` its msgid_plural where it tells a number.
    """

    msgid: str
    msgctxt: str = ""
    references: tuple[str, ...] = ()
    trails: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    plural: str = ""

"""The pictures that a lesson names -> their bytes, formats and sizes, read safely."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from edu.folder import UnreadError, compose, find_spelling, is_there, read_bytes
from edu.model.picture import Picture
from edu.problems import Code
from edu.source.formats import BrokenPictureError, check_picture, measure_picture
from edu.source.rules.names import FORBIDDEN_NAMES

MOST_BYTES = 20_000_000
MOST_PIXELS = 40_000_000
"""Width × height: more would eat the memory of whoever opens it."""

_BAD_NAME = re.compile(r'[\\:*?"<>|\x00-\x1f\x7f]')
_LONGEST_PART = 255
"""Bytes of a name that every file system can hold."""
_CODES = {
    Code.MISSING_FILE: Code.MISSING_PICTURE,
    Code.NOT_A_FILE: Code.NOT_A_PICTURE,
    Code.LEADS_OUT: Code.PICTURE_LEADS_OUT,
    Code.TOO_LARGE: Code.PICTURE_TOO_LARGE,
    Code.NOT_ALLOWED: Code.PICTURE_NOT_ALLOWED,
    Code.LINK_CIRCLE: Code.PICTURE_LINK_CIRCLE,
    Code.UNREADABLE: Code.UNREADABLE_PICTURE,
}


def is_safe_name(name: str) -> bool:
    """Return whether `name` is a relative path with `/` between its parts that every system can hold and none leads up."""
    return not _BAD_NAME.search(name) and all(_is_safe_part(part) for part in name.split("/"))


def _is_safe_part(part: str) -> bool:
    """Return whether Windows too can hold a file or folder `part`: it drops a last dot or space, and keeps some names."""
    device = part.partition(".")[0].strip().casefold() in FORBIDDEN_NAMES
    return bool(part) and not part.endswith((" ", ".")) and not device and len(part.encode(errors="replace")) <= _LONGEST_PART


def read_picture(folder: Path, name: str, root: Path) -> Picture:
    """Return the picture `name` below `folder`, which must stay inside `root`; raise UnreadError with a picture's code."""
    if not is_safe_name(name):
        raise UnreadError(Code.PICTURE_OUTSIDE, name=name[:80])
    try:
        data = read_bytes(folder / _spell_picture(folder, name), root, MOST_BYTES)
    except UnreadError as unread:
        raise UnreadError(_CODES[unread.code], **unread.values, name=name[:80]) from unread
    try:
        size = measure_picture(data)
        if size is None:
            raise UnreadError(Code.NOT_A_PICTURE, name=name[:80])
        kind, width, height = size
        if width * height > MOST_PIXELS:
            raise UnreadError(Code.PICTURE_TOO_WIDE, name=name[:80], width=width, height=height, most=MOST_PIXELS)
        check_picture(data, kind)
    except BrokenPictureError:
        raise UnreadError(Code.BROKEN_PICTURE, name=name[:80]) from None
    return Picture(f"{folder.name}/{name}", data, kind, width, height)


def _spell_picture(folder: Path, name: str) -> str:
    """Return `name` as the disk spells its accents; in other capitals it would be found on some systems alone."""
    spelled = find_spelling(folder, name)
    if compose(spelled) not in ("", compose(name)):
        raise UnreadError(Code.MISSING_FILE)
    return spelled or name


def has_picture(folder: Path, name: str) -> bool:
    """Return whether something stands at `name` below `folder`, in these very capitals."""
    spelled = find_spelling(folder, name)
    return compose(spelled) == compose(name) and is_there(folder / spelled)


def list_siblings(name: str, languages: Sequence[str]) -> Iterator[str]:
    """Yield the names under which a picture of its own for each language may stand: `map.en.png` beside `map.png`."""
    stem, dot, suffix = name.rpartition(".")
    if dot and "/" not in suffix:
        yield from (f"{stem}.{language}.{suffix}" for language in languages)

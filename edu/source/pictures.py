"""The pictures that a lesson names -> their bytes, formats and sizes, read safely."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from edu.model.picture import Picture
from edu.problems import Code
from edu.source.folder import UnreadError, read_bytes

MOST_BYTES = 20_000_000
MOST_PIXELS = 40_000_000
"""Width × height: more would eat the memory of whoever opens it."""

Format = Literal["png", "jpeg", "gif"]
Size = tuple[Format, int, int]

_BAD_NAME = re.compile(r'[\\:*?"<>|\x00-\x1f\x7f]')
_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
"""Bit depths that a PNG's colour type allows (PNG 3rd edition, 11.2.1)."""
_CODES = {
    Code.MISSING_FILE: Code.MISSING_PICTURE,
    Code.NOT_A_FILE: Code.NOT_A_PICTURE,
    Code.LEADS_OUT: Code.PICTURE_LEADS_OUT,
    Code.TOO_LARGE: Code.PICTURE_TOO_LARGE,
    Code.UNREADABLE: Code.UNREADABLE_PICTURE,
}


@dataclass(frozen=True, slots=True)
class _BrokenError(Exception):
    """Bytes that start like a picture and do not go on like one."""


def is_safe_name(name: str) -> bool:
    """Return whether `name` is a relative path with `/` between its parts that every system can hold and none leads up."""
    parts = name.split("/")
    return not _BAD_NAME.search(name) and all(part.strip(" .") and part not in (".", "..") for part in parts)


def read_picture(folder: Path, name: str, root: Path) -> Picture:
    """Return the picture `name` below `folder`, which must stay inside `root`; raise UnreadError with a picture's code."""
    if not is_safe_name(name):
        raise UnreadError(Code.PICTURE_OUTSIDE, name=name[:80])
    try:
        data = read_bytes(folder / name, root, MOST_BYTES)
    except UnreadError as unread:
        raise UnreadError(_CODES[unread.code], **unread.values, name=name[:80]) from unread
    try:
        size = measure_picture(data)
    except (_BrokenError, struct.error, IndexError):
        raise UnreadError(Code.BROKEN_PICTURE, name=name[:80]) from None
    if size is None:
        raise UnreadError(Code.NOT_A_PICTURE, name=name[:80])
    kind, width, height = size
    if width * height > MOST_PIXELS:
        raise UnreadError(Code.PICTURE_TOO_WIDE, name=name[:80], width=width, height=height, most=MOST_PIXELS)
    return Picture(f"{folder.name}/{name}", data, kind, width, height)


def list_siblings(name: str, languages: Sequence[str]) -> Iterator[str]:
    """Yield the names under which a picture of its own for each language may stand: `map.en.png` beside `map.png`."""
    stem, dot, suffix = name.rpartition(".")
    if dot and "/" not in suffix:
        yield from (f"{stem}.{language}.{suffix}" for language in languages)


def measure_picture(data: bytes) -> Size | None:
    """Return format, width and height in pixels; None where `data` is no PNG, JPEG or GIF. Raise where it is a broken one."""
    if data.startswith(_PNG):
        return _measure_png(data)
    if data.startswith(b"\xff\xd8\xff"):
        return _measure_jpeg(data)
    if data.startswith((b"GIF87a", b"GIF89a")):
        return _measure_gif(data)
    return None


def _measure_png(data: bytes) -> Size:
    """Check every chunk's sum, and that there are a header, image data and an end (PNG 3rd edition, 5.6)."""
    names: list[bytes] = []
    position = len(_PNG)
    while position < len(data) and (not names or names[-1] != b"IEND"):
        length, name = struct.unpack_from(">I4s", data, position)
        end = position + 8 + length
        (total,) = struct.unpack_from(">I", data, end)
        if zlib.crc32(data[position + 4 : end]) != total:
            raise _BrokenError
        names.append(name)
        position = end + 4
    width, height, depth, color = struct.unpack_from(">IIBB", data, 16)
    whole = names[0] == b"IHDR" and b"IDAT" in names and names[-1] == b"IEND"
    if not whole or not (0 < width < 2**31 and 0 < height < 2**31) or depth not in _PNG_DEPTHS.get(color, ()):
        raise _BrokenError
    return "png", width, height


def _measure_jpeg(data: bytes) -> Size:
    """Go from marker to marker to the frame's header (ITU T.81, B.1.1); the end must be there."""
    if b"\xff\xd9" not in data[-4096:]:
        raise _BrokenError
    position = 2
    while True:
        if data[position] != 0xFF:
            raise _BrokenError
        marker = data[position + 1]
        if marker == 0xFF:
            position += 1
            continue
        (length,) = struct.unpack_from(">H", data, position + 2)
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack_from(">HH", data, position + 5)
            if not width or not height:
                raise _BrokenError
            return "jpeg", width, height
        if marker in (0xD9, 0xDA) or length < 2:
            raise _BrokenError
        position += 2 + length


def _measure_gif(data: bytes) -> Size:
    """Read the logical screen (GIF89a, 18); the trailer must be there."""
    width, height = struct.unpack_from("<HH", data, 6)
    if not width or not height or b"\x3b" not in data[-64:]:
        raise _BrokenError
    return "gif", width, height

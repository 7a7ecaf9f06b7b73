"""The bytes of a picture -> its format and size, or that it is none or a damaged one."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from typing import Literal

Format = Literal["png", "jpeg", "gif"]
Size = tuple[Format, int, int]

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
"""Bit depths that a PNG's colour type allows (PNG 3rd edition, 11.2.1)."""
_PNG_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_ADAM7 = ((0, 8, 0, 8), (4, 8, 0, 8), (0, 4, 4, 8), (2, 4, 0, 4), (0, 2, 2, 4), (1, 2, 0, 2), (0, 1, 1, 2))
"""First column, step, first row, step of each pass of an interlaced PNG (PNG 3rd edition, 8.1)."""
_SPARE = 65_536
"""Bytes that some programs write behind the last row."""
_STRETCH = 1 << 20
"""Bytes inflated at a time, and thrown away."""


class BrokenPictureError(Exception):
    """Bytes that start like a picture and do not go on like one."""


def measure_picture(data: bytes) -> Size | None:
    """Return format, width and height in pixels; None where `data` is no PNG, JPEG or GIF. Raise BrokenPictureError."""
    measures = ((_PNG, _measure_png), (b"\xff\xd8\xff", _measure_jpeg), (b"GIF87a", _measure_gif), (b"GIF89a", _measure_gif))
    for start, measure in measures:
        if data.startswith(start):
            try:
                return measure(data)
            except (struct.error, IndexError):
                raise BrokenPictureError from None
    return None


def check_picture(data: bytes, kind: Format) -> None:
    """Raise BrokenPictureError where what a measured picture holds is not what its size asks for, such as a bomb.

    A PNG is inflated as far as its size allows and no further, so its size must be known to be bearable.
    """
    try:
        if kind == "png":
            _check_png(data)
        elif kind == "gif":
            _check_gif(data)
    except (struct.error, IndexError, zlib.error):
        raise BrokenPictureError from None


# --- PNG (3rd edition) -------------------------------------------------------------------------------------------------


def _list_chunks(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Yield the name, start and end of each chunk up to the last, whose sum must be right (5.3)."""
    position, name = len(_PNG), b""
    while position < len(data) and name != b"IEND":
        length, name = struct.unpack_from(">I4s", data, position)
        start, end = position + 8, position + 8 + length
        (total,) = struct.unpack_from(">I", data, end)
        if zlib.crc32(memoryview(data)[position + 4 : end]) != total:
            raise BrokenPictureError
        yield name, start, end
        position = end + 4


def _measure_png(data: bytes) -> Size:
    """Check every chunk's sum, and that there are a header, image data and an end (5.6)."""
    names = [name for name, _, _ in _list_chunks(data)]
    width, height, depth, color = struct.unpack_from(">IIBB", data, 16)
    whole = names[:1] == [b"IHDR"] and b"IDAT" in names and names[-1] == b"IEND"
    if not whole or not (0 < width < 2**31 and 0 < height < 2**31) or depth not in _PNG_DEPTHS.get(color, ()):
        raise BrokenPictureError
    return "png", width, height


def _check_png(data: bytes) -> None:
    """Check that the image data inflate to the rows that the header tells, no less and hardly more (7.2, 10.1)."""
    wanted, count = _count_png(data), 0
    inflate = zlib.decompressobj()
    for name, start, end in _list_chunks(data):
        rest = data[start:end] if name == b"IDAT" else b""
        while rest and not inflate.eof:
            count += len(inflate.decompress(rest, _STRETCH))
            rest = inflate.unconsumed_tail
            if count > wanted + _SPARE:
                raise BrokenPictureError
    if count < wanted:
        raise BrokenPictureError


def _count_png(data: bytes) -> int:
    """Return how many bytes the rows have, each with the byte of its filter."""
    width, height, depth, color, _, _, interlace = struct.unpack_from(">IIBBBBB", data, 16)
    passes = _ADAM7 if interlace else ((0, 1, 0, 1),)
    total = 0
    for left, right_step, top, down_step in passes:
        columns, rows = -((left - width) // right_step), -((top - height) // down_step)
        total += rows * (1 + (columns * depth * _PNG_CHANNELS[color] + 7) // 8) if columns > 0 and rows > 0 else 0
    return total


# --- JPEG (ITU T.81) ---------------------------------------------------------------------------------------------------


def _measure_jpeg(data: bytes) -> Size:
    """Go from marker to marker to the frame's header and on to a scan (B.1.1); the end must be there."""
    if b"\xff\xd9" not in data[-4096:]:
        raise BrokenPictureError
    position, size = 2, (0, 0)
    while True:
        marker = data[position + 1]
        if data[position] != 0xFF:
            raise BrokenPictureError
        if marker == 0xFF:
            position += 1
            continue
        (length,) = struct.unpack_from(">H", data, position + 2)
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack_from(">HH", data, position + 5)
            size = (width, height)
        if marker == 0xDA and all(size):
            return "jpeg", *size
        if marker in (0xD9, 0xDA) or length < 2:
            raise BrokenPictureError
        position += 2 + length


# --- GIF (89a) ---------------------------------------------------------------------------------------------------------


def _measure_gif(data: bytes) -> Size:
    """Read the logical screen (18); the trailer must be there."""
    width, height = struct.unpack_from("<HH", data, 6)
    if not width or not height or b"\x3b" not in data[-64:]:
        raise BrokenPictureError
    return "gif", width, height


def _check_gif(data: bytes) -> None:
    """Go from block to block to the trailer (27); there must be a frame, and each must stand on the screen (20)."""
    width, height, packed = struct.unpack_from("<HHB", data, 6)
    position, frames = 13 + _count_colours(packed), 0
    while data[position] != 0x3B:
        if data[position] == 0x2C:
            left, top, wide, high, packed = struct.unpack_from("<HHHHB", data, position + 1)
            if left + wide > width or top + high > height:
                raise BrokenPictureError
            frames += 1
            position += 11 + _count_colours(packed)
        elif data[position] == 0x21:
            position += 2
        else:
            raise BrokenPictureError
        while data[position]:
            position += 1 + data[position]
        position += 1
    if not frames:
        raise BrokenPictureError


def _count_colours(packed: int) -> int:
    """Return the bytes of the colour table that `packed` tells of (19)."""
    return 3 << ((packed & 7) + 1) if packed & 0x80 else 0

"""The members of an Office package -> the bytes of its ZIP file, the same on every machine."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_DATE = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_TYPES = "[Content_Types].xml"


def pack_members(members: Mapping[str, bytes]) -> bytes:
    """Return a ZIP file of `members`, by name, in a fixed order and of a fixed date (ECMA-376-2, annex B).

    They are stored as they are: what deflating makes of them is up to the zlib at hand (zlib, zlib-ng and Apple's differ, and
    so do their releases), and a deck is small.
    """
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as package:
        for name in sorted(members, key=lambda name: (name != _TYPES, name)):
            info = zipfile.ZipInfo(name, _DATE)
            info.external_attr, info.create_system = 0o600 << 16, _UNIX
            package.writestr(info, members[name])
    return stream.getvalue()


def unpack_members(data: bytes) -> dict[str, bytes]:
    """Return the members of the ZIP file `data`, by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}

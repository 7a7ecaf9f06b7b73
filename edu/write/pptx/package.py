"""The members of an Office package -> the bytes of its ZIP file, the same on every machine."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Any

_DATE = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
TYPES = "[Content_Types].xml"
"""The member that says what kind each other one is (ECMA-376-2 10.1.2.2)."""


def pack_members(members: Mapping[str, bytes]) -> bytes:
    """Return a ZIP file of `members`, by name, in a fixed order and of a fixed date (ECMA-376-2, annex B).

    They are stored as they are: what deflating makes of them is up to the zlib at hand (zlib, zlib-ng and Apple's differ, and
    so do their releases), and a deck is small.
    """
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as package:
        for name in sorted(members, key=lambda name: (name != TYPES, name)):
            info = zipfile.ZipInfo(name, _DATE)
            info.external_attr, info.create_system = 0o600 << 16, _UNIX
            package.writestr(info, members[name])
    return stream.getvalue()


def unpack_members(data: bytes) -> dict[str, bytes]:
    """Return the members of the ZIP file `data`, by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def list_parts(package: Any) -> dict[str, bytes]:
    """Return the members that python-pptx would write of its `package`; its own ZIP file has the clock in it."""
    from pptx.opc.serialized import PackageWriter

    members: Any = _Members()
    writer = PackageWriter("", package._rels, tuple(package.iter_parts()))
    writer._write_content_types_stream(members)
    writer._write_pkg_rels(members)
    writer._write_parts(members)
    return dict(members)


class _Members(dict[str, bytes]):
    """Stands in for python-pptx's ZIP file."""

    def write(self, uri: Any, data: bytes) -> None:
        assert uri.membername not in self, "two parts have one name"
        self[uri.membername] = data

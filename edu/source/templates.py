"""The path of a school's PowerPoint file -> its bytes, read safely."""

from __future__ import annotations

from pathlib import Path

from edu.folder import UnreadError, read_bytes
from edu.problems import Code
from edu.source.pictures import is_safe_name

MOST_BYTES = 50_000_000
_ENDINGS = (".pptx", ".potx")
_MACROS = (".pptm", ".potm", ".ppsm", ".ppam")
_CODES = {
    Code.MISSING_FILE: Code.MISSING_TEMPLATE,
    Code.LEADS_OUT: Code.TEMPLATE_LEADS_OUT,
    Code.TOO_LARGE: Code.TEMPLATE_TOO_LARGE,
}


def read_template(path: Path, name: str, root: Path | None) -> bytes:
    """Return the bytes of the file at `path`, which is called `name`; raise UnreadError with a template's code.

    With `root` it is one of a course, and must stand inside that.
    """
    ending = path.suffix.casefold()
    if ending in _MACROS:
        raise UnreadError(Code.TEMPLATE_MACROS, name=name[:80])
    if ending not in _ENDINGS:
        raise UnreadError(Code.UNKNOWN_THEME, name=name[:80])
    if root and not is_safe_name(name):
        raise UnreadError(Code.TEMPLATE_LEADS_OUT, name=name[:80])
    try:
        data = read_bytes(path, root, MOST_BYTES)
    except UnreadError as unread:
        values = {key: value for key, value in unread.values.items() if key in ("size", "most")}
        raise UnreadError(_CODES.get(unread.code, Code.TEMPLATE_UNREADABLE), **values, name=name[:80]) from unread
    if not data:
        raise UnreadError(Code.NOT_A_TEMPLATE, name=name[:80])
    return data

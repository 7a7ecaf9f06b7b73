"""A path of the course -> the bytes or the text that stand there, read safely."""

from __future__ import annotations

import errno
import stat
import unicodedata
from pathlib import Path

from edu.problems import Code, Kind, name_reason

MOST_TEXT = 2_000_000
"""Bytes of a source file; the longest lesson known has 60,000."""

_GONE = {errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG, errno.EINVAL}
"""No file has such a name, or none could have: Windows says EINVAL of a name that it forbids."""


class UnreadError(Exception):
    """A file that is not read: the code that says why, its values, and the line and column, 0 where they are not known."""

    line = 0
    column = 0

    def __init__(self, code: Kind, **values: str | int) -> None:
        super().__init__(code.id)
        self.code = code
        self.values = values

    def after(self, read: bytes) -> UnreadError:
        """Return the error as one of the place behind `read`, which is how the file starts; a byte that is no UTF-8 counts."""
        line = read[read.rfind(b"\n") + 1 :]
        self.line, self.column = read.count(b"\n") + 1, len(line.decode(errors="replace")) + 1
        return self


def read_bytes(path: Path, root: Path | None, most: int) -> bytes:
    """Return the bytes of the plain file `path`, at most `most`, inside `root` where that is given; raise UnreadError."""
    try:
        state = path.stat()
        if not stat.S_ISREG(state.st_mode):
            raise UnreadError(Code.NOT_A_FILE)
        if root and not path.resolve().is_relative_to(root.resolve()):
            raise UnreadError(Code.LEADS_OUT)
        if state.st_size > most:
            raise UnreadError(Code.TOO_LARGE, size=state.st_size, most=most)
        with path.open("rb") as file:
            return file.read(most)
    except OSError as error:
        raise _explain(error) from error
    except ValueError:  # a character that no name of a file can hold
        raise UnreadError(Code.MISSING_FILE) from None
    except RuntimeError:  # what Pythons before 3.13 say of a circle of links
        raise UnreadError(Code.LINK_CIRCLE) from None


def read_text(path: Path, root: Path | None, most: int = MOST_TEXT) -> str:
    """Return the UTF-8 text of `path`, without a byte order mark; raise UnreadError."""
    return decode_text(read_bytes(path, root, most))


def decode_text(data: bytes) -> str:
    """Return the UTF-8 text `data` without its byte order mark; raise UnreadError."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        code = Code.CHINESE_ENCODING if _looks_chinese(data) else Code.NOT_UTF8
        raise UnreadError(code).after(error.object[: error.start]) from None


def is_file(path: Path) -> bool:
    """Return whether a file stands at `path`; what cannot be asked is none."""
    try:
        return path.is_file()
    except OSError:
        return False


def is_there(path: Path) -> bool:
    """Return whether anything stands at `path`; what cannot be asked is not there."""
    try:
        return path.exists()
    except OSError:
        return False


def leads_out(path: Path, root: Path) -> bool:
    """Return whether links lead `path` out of `root`, or in a circle."""
    try:
        return not path.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):
        return True


def list_names(folder: Path, root: Path) -> list[str]:
    """Return the names in `folder`, sorted, without those that start with a dot; none where it is not inside `root`."""
    try:
        if leads_out(folder, root):
            return []
        return sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))
    except (OSError, ValueError):
        return []


def find_spelling(folder: Path, name: str) -> str:
    """Return how the disk spells the path `name` (with `/`) below `folder`; empty where nothing stands there, or behind a link.

    Capitals may differ, and an accent may be a character of its own: macOS writes it so. Of several, the likest is taken.
    """
    spelled: list[str] = []
    for part in name.split("/"):
        names = _list_all(folder.joinpath(*spelled))
        found = part if part in names else next((other for like in _LIKE for other in names if like(other) == like(part)), "")
        if not found:
            return ""
        spelled.append(found)
    return "/".join(spelled)


def _list_all(folder: Path) -> list[str]:
    try:
        return [] if folder.is_symlink() else sorted(path.name for path in folder.iterdir())
    except (OSError, ValueError):
        return []


def compose(name: str) -> str:
    """Return `name` with each accent in one character with its letter."""
    return unicodedata.normalize("NFC", name)


_LIKE = (compose, lambda name: compose(name).casefold())


def find_course(start: Path, *, climb: bool) -> Path | None:
    """Return the folder `start`, or with `climb` the nearest above it, that holds a course; as an absolute path."""
    folders = (start.absolute(), *start.absolute().parents) if climb else (start.absolute(),)
    return next((folder for folder in folders if is_there(folder / "content" / "course.yaml")), None)


def find_near_course(start: Path) -> str:
    """Return the name of the first folder in `start` that holds a course; empty where there is none."""
    try:
        names = sorted(path.name for path in start.iterdir())
    except (OSError, ValueError):
        return ""
    return next((name for name in names if is_there(start / name / "content" / "course.yaml")), "")


def _explain(error: OSError) -> UnreadError:
    if error.errno in _GONE:
        return UnreadError(Code.MISSING_FILE)
    if error.errno == errno.ELOOP:
        return UnreadError(Code.LINK_CIRCLE)
    if isinstance(error, PermissionError):
        return UnreadError(Code.NOT_ALLOWED)
    return UnreadError(Code.UNREADABLE, reason=name_reason(error))


def _looks_chinese(data: bytes) -> bool:
    """Return whether `data` reads as GB 18030 with common Chinese characters in it and nothing odd."""
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return False
    wide = [char for char in text if ord(char) > 0x7F]
    common = [char for char in wide if "\u4e00" <= char <= "\u9fff" or char in "，。、：；？！“”‘’（）《》…—·"]
    return bool(wide) and len(common) >= 0.9 * len(wide) and not any(ord(char) < 0x20 and char not in "\t\n\r" for char in text)

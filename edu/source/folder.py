"""A path of the course -> the bytes or the text that stand there, read safely."""

from __future__ import annotations

import stat
from pathlib import Path

from edu.problems import Code

MOST_TEXT = 2_000_000
"""Bytes of a source file; the longest lesson known has 60,000."""


class UnreadError(Exception):
    """A file that is not read: the code that says why, and its values."""

    def __init__(self, code: Code, **values: str | int) -> None:
        super().__init__(code.value.id)
        self.code = code
        self.values = values


def read_bytes(path: Path, root: Path, most: int) -> bytes:
    """Return the bytes of `path`, which must be a plain file inside `root` of at most `most` bytes; raise UnreadError."""
    try:
        state = path.stat()
        if not stat.S_ISREG(state.st_mode):
            raise UnreadError(Code.NOT_A_FILE)
        if not path.resolve().is_relative_to(root.resolve()):
            raise UnreadError(Code.LEADS_OUT)
        if state.st_size > most:
            raise UnreadError(Code.TOO_LARGE, size=state.st_size, most=most)
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        raise UnreadError(Code.MISSING_FILE) from None
    except (OSError, ValueError) as error:  # RuntimeError of old Pythons for a circle of links is an OSError since 3.13
        raise UnreadError(Code.UNREADABLE, reason=getattr(error, "strerror", None) or str(error)) from error
    except RuntimeError as error:
        raise UnreadError(Code.UNREADABLE, reason=str(error)) from error


def read_text(path: Path, root: Path) -> str:
    """Return the UTF-8 text of `path`, without a byte order mark; raise UnreadError."""
    data = read_bytes(path, root, MOST_TEXT)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadError(Code.CHINESE_ENCODING if _looks_chinese(data) else Code.NOT_UTF8) from None


def _looks_chinese(data: bytes) -> bool:
    """Return whether `data` reads as GB 18030 with common Chinese characters in it and nothing odd."""
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return False
    wide = [char for char in text if ord(char) > 0x7F]
    common = [char for char in wide if "\u4e00" <= char <= "\u9fff" or char in "，。、：；？！“”‘’（）《》…—·"]
    return bool(wide) and len(common) >= 0.9 * len(wide) and not any(ord(char) < 0x20 and char not in "\t\n\r" for char in text)

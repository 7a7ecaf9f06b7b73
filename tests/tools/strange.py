"""`python -m tests.tools.strange SEED build …` -> `edu build …` where folders are listed in another order and zlib differs."""

from __future__ import annotations

import os
import random
import sys
import zlib
from collections.abc import Iterator
from typing import Any

_listdir, _scandir, _compressobj = os.listdir, os.scandir, zlib.compressobj


class _Scan:
    """A folder's entries, shuffled."""

    def __init__(self, path: Any) -> None:
        with _scandir(path) as found:
            self._entries = _shuffle(list(found))

    def __enter__(self) -> Iterator[os.DirEntry[str]]:
        return iter(self._entries)

    def __exit__(self, *error: object) -> None:
        pass

    def __iter__(self) -> Iterator[os.DirEntry[str]]:
        return iter(self._entries)


def _shuffle(things: list[Any]) -> list[Any]:
    _dice.shuffle(things)
    return things


def _compress(level: int = -1, *rest: Any) -> Any:
    return _compressobj(1, *rest)


if __name__ in ("__main__", "__mp_main__"):
    _dice = random.Random(int(sys.argv[1]))
    os.listdir = lambda path=".": _shuffle(_listdir(path))
    os.scandir = lambda path=".": _Scan(path)
    zlib.compressobj = _compress

if __name__ == "__main__":
    from edu.cli import main

    sys.exit(main(sys.argv[2:]))

"""The schemas of a course's source files -> a folder where an editor finds them."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from pathlib import Path

from edu.problems import Problems, Say
from edu.shelf import Product, hash_file, put_file
from edu.source.schema import FOLDER, MODELINE, MODELS, make_schemas


def write_schemas(folder: Path, say: Say) -> tuple[tuple[str, ...], Problems]:
    """Write the schemas, with the words of `say`, into `folder`; return the names of those that changed, and what is wrong."""
    files = [Product(name, data) for name, data in make_schemas(say).items()]
    puts = [put_file(folder, file, _hash_old(folder / file.name)) for file in files]
    return tuple(put.name for put in puts if put.changed), tuple(problem for put in puts for problem in put.problems)


def _hash_old(path: Path) -> str:
    try:
        return hash_file(path)
    except OSError:
        return ""  # `put_file` tells of it


def list_unled(course: Path) -> Mapping[str, str]:
    """Return the source files of `course` whose first line names no schema, each with the line that would."""
    lines: dict[str, str] = {}
    for path in sorted((course / "content").glob("**/*.yaml")):
        name = path.relative_to(course / "content")
        schema = f"{name.stem}.json"
        if len(name.parts) <= 2 and schema in MODELS:
            line = f"{MODELINE}{'../' * (len(name.parts) - 1)}{FOLDER}/{schema}"
            if not _read_first_line(path).startswith(MODELINE):
                lines[(Path("content") / name).as_posix()] = line
    return lines


def _read_first_line(path: Path) -> str:
    with contextlib.suppress(OSError), path.open(encoding="utf-8-sig", errors="replace") as file:
        return file.readline(200)
    return ""

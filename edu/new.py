"""A folder and a language -> a small course to start from."""

from __future__ import annotations

import contextlib
import errno
import re
import secrets
import shlex
import shutil
import time
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path, PurePath

from edu import find_ours
from edu.folder import find_course
from edu.model.locale import find_alike
from edu.problems import N_, Code, EduError, Problem, Problems, Say, name_reason
from edu.source.near import miss_name
from edu.source.schema import FOLDER as SCHEMAS
from edu.source.schema import make_schemas
from edu.stop import if_stopped, put_off_signals

_LITTER = frozenset((".DS_Store", "Thumbs.db", "desktop.ini"))
"""Files that systems leave in folders which look empty to their owner."""
_TEMPORARY = ".edu-new-{}.tmp"
_STALE = 3600.0
"""Seconds after which what a killed run left behind is swept away."""
_PLAIN = re.compile(r"[\w@%+=:,./-]+")
_PLAIN_WINDOWS = re.compile(r"[\w+=:,.\\/-]+")


def list_starters() -> tuple[str, ...]:
    """Return the languages (gettext names) that a new course can be written in."""
    return tuple(sorted(path.name for path in find_ours("templates").joinpath("course").iterdir() if path.is_dir()))


def write_course(folder: Path, lang: str, say: Say) -> tuple[tuple[str, ...], Problems]:
    """Write a small course in `lang` into `folder`, whole or not at all; return its files' names, and what to think of.

    `folder` must be empty or absent. `say` has the words of the schemas. Raises EduError; all is then as it was.
    """
    lang = _choose_starter(lang)
    _check_empty(folder)
    files = {**_read_starter(lang), **{f"content/{SCHEMAS}/{name}": data for name, data in make_schemas(say).items()}}
    absent = [path for path in (folder, *folder.parents) if not path.exists()]
    temporary = folder / _TEMPORARY.format(secrets.token_hex(4))
    try:
        with if_stopped(partial(_clean_up, temporary, absent)):
            _write_files(temporary, files)
            with put_off_signals():
                _move_in(temporary, folder)
    except BaseException as error:
        _clean_up(temporary, absent)
        if isinstance(error, OSError):
            raise EduError([_explain(error, folder)]) from error
        raise
    _sweep(folder)
    return tuple(files), tuple(_find_course_above(folder))


def list_next_steps(folder: PurePath, here: PurePath, *, windows: bool) -> tuple[str, ...]:
    """Return what to type next in the folder `here` to build the new course in `folder`; both are absolute paths."""
    if folder == here:
        return ("edu build",)
    near = folder.relative_to(here) if folder.is_relative_to(here) else folder
    drive = (folder.drive,) if windows and folder.drive.lower() != here.drive.lower() and len(folder.drive) == 2 else ()
    return *drive, f"cd {_quote(str(near), windows=windows)}", "edu build"


def _quote(path: str, *, windows: bool) -> str:
    path = f"./{path}" if path.startswith("-") else path
    if windows:  # cmd and PowerShell both take double quotes, which no name holds there
        return path if _PLAIN_WINDOWS.fullmatch(path) else f'"{path}"'
    return path if _PLAIN.fullmatch(path) else shlex.quote(path)


def _choose_starter(lang: str) -> str:
    known = list_starters()
    if not (found := find_alike(lang, known)):
        raise EduError([miss_name(Code.NO_STARTER, lang[:80], known)])
    return found


def _check_empty(folder: Path) -> None:
    """Raise EduError where something stands in `folder`, or where it is none."""
    try:
        held = sorted(path.name for path in folder.iterdir())
    except FileNotFoundError:
        return
    except NotADirectoryError as error:
        raise EduError([Problem(Code.NOT_A_FOLDER, values={"folder": str(folder)})]) from error
    except (OSError, ValueError) as error:
        raise EduError([_explain(error, folder)]) from error
    if held := [name for name in held if name not in _LITTER and not _is_temporary(name)]:
        raise EduError([Problem(Code.FOLDER_IN_USE, values={"folder": str(folder), "name": held[0]})])


def _is_temporary(name: str) -> bool:
    return PurePath(name).match(_TEMPORARY.format("*"))


def _read_starter(lang: str) -> Mapping[str, bytes]:
    """Return the files of the starter in `lang` by their paths in the course, each with LF line ends."""
    root = find_ours("templates") / "course" / lang
    paths = sorted(path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes().replace(b"\r\n", b"\n") for path in paths}


def _write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _move_in(temporary: Path, folder: Path) -> None:
    """Move everything from `temporary` to `folder`; `content` last, since it is what makes the folder a course."""
    moved: list[Path] = []
    try:
        for path in sorted(temporary.iterdir(), key=lambda path: path.name == "content"):
            path.rename(folder / path.name)
            moved.append(folder / path.name)
        temporary.rmdir()
    except BaseException:
        for path in moved:
            shutil.rmtree(path, ignore_errors=True)
        raise


def _clean_up(temporary: Path, absent: list[Path]) -> None:
    """Remove `temporary`, and those folders of `absent`, the deepest first, that now stand and are empty."""
    shutil.rmtree(temporary, ignore_errors=True)
    for path in absent:
        with contextlib.suppress(OSError):
            path.rmdir()


def _sweep(folder: Path) -> None:
    for path in folder.glob(_TEMPORARY.format("*")):
        with contextlib.suppress(OSError):
            if time.time() - path.stat().st_mtime > _STALE:
                shutil.rmtree(path)


def _find_course_above(folder: Path) -> Iterator[Problem]:
    """Yield a warning where the new course stands inside another one, which will not build it."""
    if above := find_course(folder.absolute().parent, climb=True):
        yield Problem(Code.COURSE_IN_COURSE, values={"folder": str(above)})


def _explain(error: OSError | ValueError, folder: Path) -> Problem:
    where = {"folder": str(folder)[:200]}
    if not isinstance(error, OSError):  # a name that no file can have, such as one with NUL in it
        return Problem(Code.NO_NEW_COURSE, values={**where, "reason": N_("no folder can have this name")})
    if isinstance(error, NotADirectoryError | FileExistsError):
        return Problem(Code.NOT_A_FOLDER, values=where)
    if error.errno in {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}:
        return Problem(Code.DISK_FULL, values=where)
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return Problem(Code.NOT_WRITABLE, values=where)
    return Problem(Code.NO_NEW_COURSE, values={**where, "reason": name_reason(error)})

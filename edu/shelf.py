"""Products -> files of the output folder: each whole or absent, and never over a teacher's edit."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
import re
import secrets
import stat
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from io import FileIO
from itertools import islice
from pathlib import Path, PurePosixPath

from edu.folder import UnreadError, read_bytes
from edu.lock import hold_lock
from edu.problems import Code, Problem, Problems, name_reason
from edu.stop import if_stopped

RECORDS = ".edu"
"""The folder of the output folder that holds, for each product, the hashes of what we wrote."""

_PATIENCE = 60.0
"""Seconds to wait for another build that writes into the same folder: its products are made by then."""
_STALE = 3600.0
"""Seconds after which the temporary file of a build that was killed is swept away, where others may be writing."""
_TEMPORARY = re.compile(r"\..+\.[0-9a-f]{8}\.tmp", re.DOTALL)
_PAUSES = (0.05, 0.1, 0.2, 0.4) if os.name == "nt" else ()
"""Seconds between the attempts to replace a file: on Windows a virus scanner holds for a moment what was just written."""
_ELSE = "something else"
"""Stands for the hash of a link, a folder and what else is no plain file."""

_MOST_RECORD = 1_000_000
"""Bytes; a record has some hundred."""

Record = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Product:
    """A finished file: `name` is its path below the output folder, with "/"."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Put:
    """What became of a product: where it stands now (empty: nowhere), and whether that file changed."""

    name: str
    changed: bool
    problems: Problems = ()


@contextlib.contextmanager
def stay_alone(output: Path, patience: float = _PATIENCE) -> Iterator[bool]:
    """Keep other builds from putting products into `output` meanwhile; yield whether they can be kept from it.

    Raises BusyError when another one has been doing so for `patience` seconds.
    """
    with hold_lock(output / RECORDS / "lock", patience) as alone:
        yield alone


def put_product(output: Path, product: Product, *, force: bool = False, alone: bool = False) -> Put:
    """Put `product` into the folder `output`, whole or not at all; beside a file that someone changed, unless `force`.

    `alone`: no other build puts products there meanwhile.
    """
    try:
        if not _stands_inside(output, product.name):
            return Put("", False, (Problem(Code.OUTSIDE, values={"file": product.name}),))
        for path in (output / product.name, _record_path(output, product.name)):
            _sweep(path.parent, 0.0 if alone else _STALE)
        return _put(output, product, force)
    except OSError as error:
        return Put("", False, (_explain(error, output, product.name),))


def recall_product(output: Path, name: str, hash: str) -> Product | None:
    """Return the product `name` with the hash `hash` where it stands in `output` as we put it there, else None."""
    for place in _list_ours(name, _read_record(output, name)):
        with contextlib.suppress(OSError):
            if _stands_inside(output, place) and hash_file(output / place) == hash:
                return Product(name, (output / place).read_bytes())
    return None


def drop_product(output: Path, name: str) -> None:
    """Remove the files of the product `name` that we wrote and nobody changed; no build makes it any more."""
    record = _read_record(output, name)
    with contextlib.suppress(OSError):
        if not _stands_inside(output, name):
            return
        for place in _list_ours(name, record):
            if hash_file(output / place) in _list_hashes(record):
                (output / place).unlink(missing_ok=True)
        left = {place: hashes for place, hashes in record.items() if (output / place).is_file()}
        if left:
            _write_record(output, name, left)
        else:
            _record_path(output, name).unlink(missing_ok=True)


def put_file(folder: Path, file: Product, before: str) -> Put:
    """Put `file` into `folder` whole or not at all, over what stands there, if that still has the hash of `before`."""
    try:
        if not _stands_inside(folder, file.name):
            return Put("", False, (Problem(Code.OUTSIDE, values={"file": file.name}),))
        found = hash_file(folder / file.name)
        if found == hash_data(file.data):
            return Put(file.name, False)
        if found != before:
            return Put("", False, (Problem(Code.CHANGED_MEANWHILE, values={"file": file.name}),))
        _sweep((folder / file.name).parent, _STALE)
        write_whole(folder / file.name, file.data)
        return Put(file.name, True)
    except OSError as error:
        return Put("", False, (_explain(error, folder, file.name),))


# --- files -------------------------------------------------------------------------------------------------------------


def write_whole(path: Path, data: bytes, pauses: Sequence[float] = _PAUSES) -> None:
    """Write `data` to `path` by a temporary file and a rename. Raises OSError; `path` is then as it was."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    opened: list[FileIO] = []
    drop = partial(_drop, temporary, opened)
    with if_stopped(drop):
        try:
            _write(temporary, data, opened)
            _replace(temporary, path, pauses)
        except BaseException:
            drop()
            raise


def _write(path: Path, data: bytes, opened: list[FileIO]) -> None:
    with path.open("xb", buffering=0) as file:
        opened.append(file)
        left = memoryview(data)
        while left:
            left = left[file.write(left) :]
        try:
            os.fsync(file.fileno())  # else a power cut may leave the new name with nothing in it
        except OSError as error:
            if error.errno not in (errno.EINVAL, errno.ENOSYS, getattr(errno, "ENOTSUP", None)):  # not on this file system
                raise


def _replace(temporary: Path, path: Path, pauses: Sequence[float]) -> None:
    for pause in (*pauses, None):
        try:
            temporary.replace(path)
        except PermissionError as error:
            if pause is None:
                raise _HeldOpenError(error.errno, error.strerror) from error
            time.sleep(pause)
        else:
            return


def _drop(temporary: Path, opened: Sequence[FileIO]) -> None:
    for file in opened:
        file.close()
    with contextlib.suppress(OSError):
        temporary.unlink()


class _HeldOpenError(PermissionError):
    """The folder can be written, but this file of it cannot be read or replaced."""


def hash_data(data: bytes) -> str:
    """Return the hash of `data`."""
    return hashlib.sha256(data).hexdigest()


def hash_file(path: Path) -> str:
    """Return the hash of a plain file's bytes; empty where nothing stands. Raises OSError."""
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            return _ELSE
    except FileNotFoundError:
        return ""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except PermissionError as error:
        raise _HeldOpenError(error.errno, error.strerror) from error


def note_files(folder: Path) -> Mapping[str, str]:
    """Return the hash of each PO file and template below `folder` that can be read, by its path there with "/"."""
    found: dict[str, str] = {}
    for path in folder.rglob("*.po*"):
        with contextlib.suppress(OSError):
            found[path.relative_to(folder).as_posix()] = hash_file(path)
    return found


def _stands_inside(output: Path, name: str) -> bool:
    """Return whether no symbolic link leads the product out of the output folder."""
    # not Path.resolve, which before Python 3.13 raises of its own accord where links lead in a circle
    return Path(os.path.realpath((output / name).parent)).is_relative_to(os.path.realpath(output))


def _sweep(folder: Path, age: float) -> None:
    """Remove what killed builds left in `folder` more than `age` seconds ago."""
    with contextlib.suppress(OSError):
        for path in folder.iterdir():
            if _TEMPORARY.fullmatch(path.name) and time.time() - path.lstat().st_mtime >= age:
                path.unlink()


# --- products ----------------------------------------------------------------------------------------------------------


def _put(output: Path, product: Product, force: bool) -> Put:
    fresh = hash_data(product.data)
    record = _read_record(output, product.name)
    name = product.name if force else _find_place(output, product.name, record, fresh)
    changed = hash_file(output / name) != fresh
    if changed:
        # noted first: a build that is killed between the two must not take its own file for a teacher's
        record = {**record, name: tuple(sorted({*record.get(name, ()), fresh}))}
        _write_record(output, product.name, record)
        write_whole(output / name, product.data)
    _remove_superseded(output, product.name, record, name)
    left = {other: hashes for other, hashes in record.items() if (output / other).is_file()}
    _write_record(output, product.name, {**left, name: (fresh,)})
    edited = Problem(Code.EDITED, values={"file": product.name, "new": PurePosixPath(name).name})
    return Put(name, changed, () if name == product.name else (edited,))


def _find_place(output: Path, product: str, record: Record, fresh: str) -> str:
    """Return the first of the product's names whose file is absent or ours."""
    ours = {"", fresh, *_list_hashes(record)}
    return next(name for name in _list_names(product) if hash_file(output / name) in ours)


def _list_names(product: str) -> Iterator[str]:
    """Yield `zh_CN/a.pptx`, `zh_CN/a.new.pptx`, `zh_CN/a.new2.pptx`, …"""
    path = PurePosixPath(product)
    stem, dot, rest = path.name.partition(".")
    yield product
    number = 1
    while True:
        yield str(path.with_name(f"{stem}.new{number if number > 1 else ''}{dot}{rest}"))
        number += 1


def _remove_superseded(output: Path, product: str, record: Record, name: str) -> None:
    """Remove each `.new` file beside `name` that we wrote and nobody changed: a newer one stands there now."""
    for other in _list_ours(product, record) - {product, name}:
        with contextlib.suppress(OSError):  # held open: it stays in the record
            if hash_file(output / other) in _list_hashes(record):
                (output / other).unlink()


def _list_ours(product: str, record: Record) -> set[str]:
    """Return the names in the record that the product can have."""
    return set(islice(_list_names(product), len(record) + 100)) & record.keys()


def _list_hashes(record: Record) -> set[str]:
    return {value for hashes in record.values() for value in hashes}


def _record_path(output: Path, product: str) -> Path:
    return output / RECORDS / f"{product}.json"


def _read_record(output: Path, product: str) -> Record:
    """Return the record of `product`; empty where there is none or it cannot be read, which is the safe side."""
    try:
        found = json.loads(read_bytes(_record_path(output, product), None, _MOST_RECORD))
        return {str(name): tuple(str(value) for value in hashes) for name, hashes in found.items()}
    except (UnreadError, ValueError, AttributeError, TypeError, RecursionError):
        return {}


def _write_record(output: Path, product: str, record: Record) -> None:
    path = _record_path(output, product)
    data = (json.dumps(record, indent=2, sort_keys=True, ensure_ascii=False) + "\n").encode()
    if hash_file(path) != hash_data(data):
        write_whole(path, data)


def _explain(error: OSError, output: Path, name: str) -> Problem:
    if isinstance(error, _HeldOpenError):
        return Problem(Code.HELD_OPEN, values={"file": name})
    if error.errno in {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}:
        return Problem(Code.DISK_FULL, values={"folder": str(output)})
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return Problem(Code.READ_ONLY, values={"folder": str(output)})
    return Problem(Code.NOT_WRITTEN, values={"file": name, "reason": name_reason(error)})

"""Products -> files of the output folder: each whole or absent, and never over a teacher's edit."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import secrets
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from edu.problems import Code, Problem, Problems

RECORDS = ".edu"
"""The folder of the output folder that holds, for each product, the hashes of what we wrote."""

_STALE = 3600.0
"""Seconds after which the temporary file of a build that was killed is swept away."""

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


def put_product(output: Path, product: Product, *, force: bool = False) -> Put:
    """Put `product` into the folder `output`, whole or not at all; beside a file that someone changed, unless `force`."""
    try:
        return _put(output, product, force)
    except OSError as error:
        return Put("", False, (_explain(error, output, product.name),))


def put_file(folder: Path, file: Product) -> Put:
    """Put `file` into `folder` whole or not at all, over what stands there: its text already holds what people wrote."""
    try:
        if not _stands_inside(folder, file.name):
            return Put("", False, (Problem(Code.OUTSIDE, values={"file": file.name}),))
        changed = _hash_file(folder / file.name) != _hash(file.data)
        if changed:
            write_whole(folder / file.name, file.data)
        return Put(file.name, changed)
    except OSError as error:
        return Put("", False, (_explain(error, folder, file.name),))


def write_whole(path: Path, data: bytes) -> None:
    """Write `data` to `path` by a temporary file and a rename. Raises OSError; `path` is then as it was."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    try:
        with temporary.open("xb") as file:
            file.write(data)
        try:
            temporary.replace(path)
        except PermissionError as error:
            raise _HeldOpenError(error.errno, error.strerror) from error
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


class _HeldOpenError(PermissionError):
    """The folder takes files, but this one cannot be replaced."""


def _put(output: Path, product: Product, force: bool) -> Put:
    if not _stands_inside(output, product.name):
        return Put("", False, (Problem(Code.OUTSIDE, values={"file": product.name}),))
    _sweep((output / product.name).parent)
    fresh = _hash(product.data)
    before = _read_record(output, product.name)
    name = product.name if force else _find_place(output, product.name, before, fresh)
    changed = _hash_file(output / name) != fresh
    if changed:
        # noted first: a build that is killed between the two must not take its own file for a teacher's
        _write_record(output, product.name, _note(_read_record(output, product.name), name, fresh))
        write_whole(output / name, product.data)
    _write_record(output, product.name, _settle(output, product.name, before, name, fresh))
    edited = Problem(Code.EDITED, values={"file": product.name, "new": PurePosixPath(name).name})
    return Put(name, changed, () if name == product.name else (edited,))


def _stands_inside(output: Path, name: str) -> bool:
    """Return whether no symbolic link leads the product out of the output folder."""
    return (output / name).parent.resolve().is_relative_to(output.resolve())


def _find_place(output: Path, product: str, before: Record, fresh: str) -> str:
    """Return the first of the product's names whose file is absent or ours."""
    for name in _list_names(product):
        found = _hash_file(output / name)
        # read again after the file: a build beside this one may have written both in between
        ours = {"", fresh, *_list_hashes(before), *_list_hashes(_read_record(output, product))}
        if found in ours:
            return name
    raise AssertionError("the names never end")


def _list_names(product: str) -> Iterator[str]:
    """Yield `zh_CN/a.pptx`, `zh_CN/a.new.pptx`, `zh_CN/a.new2.pptx`, …"""
    path = PurePosixPath(product)
    stem, dot, rest = path.name.partition(".")
    yield product
    number = 1
    while True:
        yield str(path.with_name(f"{stem}.new{number if number > 1 else ''}{dot}{rest}"))
        number += 1


def _list_hashes(record: Record) -> set[str]:
    return {value for hashes in record.values() for value in hashes}


def _note(record: Record, name: str, fresh: str) -> Record:
    return {**record, name: tuple(sorted({*record.get(name, ()), fresh}))}


def _settle(output: Path, product: str, before: Record, name: str, fresh: str) -> Record:
    """Return the record with `fresh` in place of what stood there before; what a build beside this one noted stays."""
    now = _read_record(output, product)
    beside = set(now.get(name, ())) - set(before.get(name, ()))
    kept = {other: hashes for other, hashes in now.items() if (output / other).is_file()}
    return {**kept, name: tuple(sorted({*beside, fresh}))}


def _record_path(output: Path, product: str) -> Path:
    return output / RECORDS / f"{product}.json"


def _read_record(output: Path, product: str) -> Record:
    """Return the record of `product`; empty where there is none or it cannot be read, which is the safe side."""
    try:
        found = json.loads(_record_path(output, product).read_bytes())
        return {str(name): tuple(str(value) for value in hashes) for name, hashes in found.items()}
    except (OSError, ValueError, AttributeError, TypeError, RecursionError):
        return {}


def _write_record(output: Path, product: str, record: Record) -> None:
    path = _record_path(output, product)
    data = (json.dumps(record, indent=2, sort_keys=True, ensure_ascii=False) + "\n").encode()
    if not path.is_file() or path.read_bytes() != data:
        write_whole(path, data)


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _hash_file(path: Path) -> str:
    """Return the hash of a file's bytes; empty where there is no file. Raises OSError, for a folder too."""
    try:
        return _hash(path.read_bytes())
    except FileNotFoundError:
        return ""


def _sweep(folder: Path) -> None:
    with contextlib.suppress(OSError):
        for path in folder.glob(".*.tmp"):
            if time.time() - path.stat().st_mtime > _STALE:
                path.unlink()


def _explain(error: OSError, output: Path, name: str) -> Problem:
    if isinstance(error, _HeldOpenError):
        return Problem(Code.HELD_OPEN, values={"file": name})
    if error.errno in {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}:
        return Problem(Code.DISK_FULL, values={"folder": str(output)})
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return Problem(Code.READ_ONLY, values={"folder": str(output)})
    return Problem(Code.NOT_WRITTEN, values={"file": name, "reason": error.strerror or type(error).__name__})

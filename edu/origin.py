"""A product that no two builds make alike -> its files that stand there already, where they were made from the same source.

A note beside the records of the shelf says what a product was made from: `.edu/<product>.from.json`.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from edu.folder import UnreadError, read_bytes
from edu.shelf import RECORDS, Product, drop_product, hash_data, recall_product, write_whole

_MOST = 1_000_000
"""Bytes of a note; one of a hundred files has ten thousand."""


@dataclass(frozen=True, slots=True)
class _Note:
    """What the files of a product were made from, and their hashes by their names."""

    source: str = ""
    files: dict[str, str] = field(default_factory=dict)


def recall_files(output: Path, name: str, source: str) -> tuple[Product, ...]:
    """Return the files of the product `name` if they were made from `source` and all stand in `output` unchanged, else none."""
    note = _read_note(output, name)
    files = [recall_product(output, file, hash) for file, hash in note.files.items()] if note.source == source else []
    return tuple(file for file in files if file) if all(files) else ()


def settle_files(output: Path, name: str, source: str, files: Sequence[Product]) -> None:
    """Note that the product `name` is now `files`, made from `source`; remove those of ours that are no part of it any more."""
    kept = {file.name for file in files}
    with contextlib.suppress(OSError):  # what cannot be noted is made anew the next time
        for record in sorted((output / RECORDS / name).glob("*.json")):
            if (file := f"{name}/{record.name.removesuffix('.json')}") not in kept:
                drop_product(output, file)
        note = {"from": source, "files": {file.name: hash_data(file.data) for file in files}}
        data = (json.dumps(note, indent=2, ensure_ascii=False) + "\n").encode()
        write_whole(_note_path(output, name), data)


def _note_path(output: Path, name: str) -> Path:
    return output / RECORDS / f"{name}.from.json"


def _read_note(output: Path, name: str) -> _Note:
    """Return the note of the product; an empty one where there is none or it cannot be read: all is made anew then."""
    try:
        found = json.loads(read_bytes(_note_path(output, name), None, _MOST))
        files = {str(file): str(hash) for file, hash in found["files"].items()}
        return _Note(str(found["from"]), files) if all(_belongs(file, name) for file in files) else _Note()
    except (UnreadError, ValueError, KeyError, AttributeError, TypeError, RecursionError):
        return _Note()


def _belongs(file: str, product: str) -> bool:
    """Return whether `file` is the product itself or stands in the folder with its name."""
    return file == product or file.rpartition("/")[0] == product

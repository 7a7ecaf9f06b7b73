"""Three versions of a PO file, as git hands them to a merge driver -> one, entry by entry; or git's own conflict, and why."""

from __future__ import annotations

import subprocess
from pathlib import Path

from edu.folder import UnreadError, read_bytes
from edu.language.catalogue import MOST_PO
from edu.language.po.decode import decode_po
from edu.language.po.entry import PoEntry
from edu.language.po.file import PoFile
from edu.language.po.join import join_files
from edu.language.po.read import PoSyntaxError, parse_po
from edu.language.po.write import write_po
from edu.problems import Code, Kind, Place, Problem, Problems, shorten
from edu.report import Report, make_report
from edu.shelf import Product, hash_file, put_file


def join_versions(base: str, ours: str, theirs: str, name: str) -> Report:
    """Write into the file `ours` what both sides did to the PO file `name` since `base`.

    Where one of them cannot be read, git's conflict between lines is written there instead; the report has then failed.
    """
    files: list[PoFile] = []
    problems: Problems = ()
    for side, path in (("base", base), ("ours", ours), ("theirs", theirs)):
        found = _read_side(Path(path), name, side)
        if isinstance(found, PoFile):
            files.append(found)
        else:
            problems += found
    if problems:
        _leave_to_git(base, ours, theirs)
        return make_report(problems, {}, strict=False)
    joined = join_files(*files)
    text = write_po(joined.file)
    if text != write_po(files[1]) or files[1] == PoFile():
        mine = Path(ours)
        problems += put_file(mine.parent, Product(mine.name, text.encode()), hash_file(mine)).problems
    lines = {entry.key: entry.line for entry in parse_po(text)}
    problems += tuple(_tell_clash(entry, Place(name, lines[entry.key])) for entry in joined.clashes)
    return make_report(problems, {}, strict=False)


def _tell_clash(entry: PoEntry, place: Place) -> Problem:
    return Problem(Code.MERGE_CLASH if entry.fuzzy else Code.MERGE_KEPT, values={"text": shorten(entry.msgid)}, place=place)


def _read_side(path: Path, name: str, side: str) -> PoFile | Problems:
    code: Kind
    try:
        return parse_po(decode_po(read_bytes(path, None, MOST_PO)))
    except UnreadError as unread:
        code, values, place = unread.code, unread.values, Place(name, unread.line, unread.column)
    except PoSyntaxError as error:
        code, values, place = Code.BAD_PO, {}, Place(name, error.line, error.column)
    return Problem(code, values=values, place=place), Problem(Code.MERGE_BROKEN, values={"side": side}, place=place)


def _leave_to_git(base: str, ours: str, theirs: str) -> None:
    """Write git's conflict into `ours`; without git, it stays as it is."""
    command = ["git", "merge-file", "-L", "ours", "-L", "base", "-L", "theirs", ours, base, theirs]
    try:
        subprocess.run(command, capture_output=True, check=False, stdin=subprocess.DEVNULL)
    except OSError:
        return

"""Ways to change the files, pictures and translations of a course."""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import struct
import zlib
from pathlib import Path

from tests.fuzz.nasty import make_text
from tests.fuzz.spots import PO, change_one, choose_file, list_files, read_file, write_file

_MSGSTR = re.compile(r'(?m)^msgstr "(?P<text>.+)"$')


# --- files -------------------------------------------------------------------------------------------------------------


def change_file(course: Path, chance: random.Random) -> None:
    """Remove, empty, swap or recode a file, or put a folder, a link or a pipe in its place."""
    path = choose_file(course, chance, "content/.*", PO)
    other = choose_file(course, chance, "content/.*", PO)
    if path is None or other is None:
        return
    data = path.read_bytes()
    path.unlink()
    match chance.randrange(10):
        case 0:
            pass
        case 1:
            path.write_bytes(b"")
        case 2:
            path.mkdir()
        case 3:
            targets = ("/etc/passwd", "/dev/zero", str(path), "nowhere", "../../../outside", str(course / "content"), "/")
            path.symlink_to(chance.choice(targets))
        case 4:
            os.mkfifo(path)
        case 5:
            path.write_bytes(other.read_bytes() if other != path else data * 2)
        case 6:
            encoding = chance.choice(("gb18030", "big5", "utf-16", "utf-32", "latin-1", "cp437"))
            path.write_bytes(data.decode("utf-8", "replace").encode(encoding, "replace"))
        case 7:
            path.write_bytes(b"\xef\xbb\xbf" + data.replace(b"\n", chance.choice((b"\r\n", b"\r", b"\n\n"))))
        case 8:
            path.write_bytes(bytes(chance.randrange(256) for _ in range(chance.choice((1, 100, 5000)))))
        case _:
            path.write_bytes(make_text(chance).encode("utf-8", "surrogatepass"))


def link_out(course: Path, chance: random.Random) -> None:
    """Move a file or folder out of the course, and link to it from its place."""
    folders, files = list_files(course)
    path = chance.choice([*folders, *files, course / "content"])
    if path.exists() and not path.is_symlink():
        target = course.parent / f"outside-{chance.randrange(10**6)}"
        shutil.move(path, target)
        path.symlink_to(target)


def change_folder(course: Path, chance: random.Random) -> None:
    """Remove a folder, or put a file or a link in its place."""
    folders = list_files(course)[0]
    if not folders:
        return
    path = chance.choice(folders)
    shutil.rmtree(path)
    match chance.randrange(4):
        case 0:
            path.write_text("x")
        case 1:
            path.symlink_to(chance.choice(("/", str(path), "/etc", "nowhere", str(course), "../../outside")))
        case _:
            pass


def change_picture(course: Path, chance: random.Random) -> None:
    """Put an odd picture in the place of one, or name another in the lesson."""
    path = choose_file(course, chance, r"content/.*\.png")
    names = (
        "../x.png",
        "/etc/passwd",
        "C:\\x",
        "images",
        "images/",
        "images/nul.png",
        "x" * 300,
        "images/shop.PNG",
        "%2e%2e/x",
        ".",
        "a\x00b",
    )
    if path is None or chance.random() < 0.3:
        found = re.compile(r"(?m)^(?P<head>\s+image: )(?P<value>\S+)$")
        change_one(
            choose_file(course, chance, "content/[^/]*/lesson.yaml"),
            found,
            chance,
            lambda m: m["head"] + json.dumps(chance.choice(names)),
        )
        return
    sizes = (0, 1, 10, 40, 5000, 100_000, 2**31 - 1, 2**32 - 1)
    wide, high = chance.choice(sizes), chance.choice(sizes)
    rows = zlib.compress(bytes(chance.choice((0, 1, 31 * 10, 1000, 10_000_000))))
    head = struct.pack(
        ">IIBBBBB", wide, high, chance.choice((1, 8, 16, 3)), chance.choice((0, 2, 3, 6, 5)), 0, 0, chance.choice((0, 1))
    )
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*part) for part in ((b"IHDR", head), (b"IDAT", rows), (b"IEND", b"")))
    )


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


# --- translations ------------------------------------------------------------------------------------------------------


def change_translation(course: Path, chance: random.Random) -> None:
    """Write an odd text as a translation, or into one, quoted as PO files do."""

    def write(found: re.Match[str]) -> str:
        text = make_text(chance)
        quoted = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
        whole = chance.random() < 0.5
        return f'msgstr "{quoted if whole else found["text"] + quoted}"'

    change_one(choose_file(course, chance, PO), _MSGSTR, chance, write)


def change_po(course: Path, chance: random.Random) -> None:
    """Write lines into a PO file that stand in no good one, or that mean something."""
    lines = (
        "#, fuzzy", "#~ msgid \"x\"", "#| msgid \"x\"", 'msgctxt "x"', 'msgid_plural "x"', 'msgstr[0] "x"', 'msgstr[9] "x"',
        '"x"', '"', "msgid", 'msgid ""', 'msgstr ""', "#", "#:", "#.", "#~", "#=", "#= fuzzy", "<<<<<<< HEAD",
        '"Content-Type: text/plain; charset=GBK\\n"', '"Content-Type: text/plain; charset=x\\n"',
        '"Plural-Forms: nplurals=99; plural=n/0;\\n"', '"\\"', '"\\x"', '"\\', "domain \"x\"", "\ufeff", "\x00", "\u2028",
        'msgid "x\x0cy"',
    )  # fmt: skip
    path = choose_file(course, chance, PO)
    if path is not None:
        text = read_file(path).split("\n")
        text.insert(chance.randrange(len(text) + 1), chance.choice(lines))
        write_file(path, "\n".join(text))

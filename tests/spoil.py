"""A sound course -> a spoiled one, and what the command line says of it."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import polib
import pytest

from edu.cli import main

SMALL = Path(__file__).parent / "courses" / "small"
LONGEST = 10
"""Seconds that any input may take on a busy machine."""
HEAD = re.compile(r"(?P<place>\S.*?): (?P<level>error|warning|info|错误|警告|提示): (?P<message>.+) \[(?P<code>[a-z0-9.-]+)\]")
PO = "locales/en/LC_MESSAGES/basics.po"
LESSON, QUIZ, FACTS = "content/basics/lesson.yaml", "content/basics/quiz.yaml", "content/facts.yaml"
GLOSSARY, COURSE, PICTURE = "content/glossary.yaml", "content/course.yaml", "content/basics/images/shop.png"

Spoil = Callable[[Path], None]


def fill_translations(course: Path, translate: Callable[[str], str] | None = None) -> None:
    """Give the course its PO files, with every text translated; by `spell` where nothing else is said."""
    assert main(["i18n", "update", "--quiet", "--course", str(course)]) == 0
    for path in sorted(course.glob("locales/*/LC_MESSAGES/*.po")):
        file = polib.pofile(str(path), wrapwidth=0)
        for entry in file:
            entry.msgstr = (translate or spell)(entry.msgid)
        file.save()


MARKS = {ord(han): f"{mark} " for han, mark in zip("，。？！：；、", ",.?!:;,", strict=True)} | str.maketrans("（）“”", '()""')
HAN = re.compile(r"(?P<before>(?<=[0-9.]))?[\u4e00-\u9fff]+(?P<after>(?=[0-9]))?")


def spell(text: str) -> str:
    """Return the text in letters, with the marks and numbers of English: nothing for a check of translations to find wrong."""
    latin = HAN.sub(_spell_word, text.replace("万", "0000").translate(MARKS))
    return re.sub(r" +(?=[,.?!:;)\n])| +$", "", latin, flags=re.MULTILINE)


def _spell_word(han: re.Match[str]) -> str:
    word = "".join(chr(ord("a") + ord(sign) % 26) for sign in han[0])
    return f"{' ' if han['before'] is not None else ''}{word}{' ' if han['after'] is not None else ''}"


@dataclass(frozen=True)
class Told:
    """A problem as it was printed."""

    place: str
    code: str
    message: str


def run(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str]:
    """Return the exit code of a command and what it printed on standard error; fail where it hangs."""
    capsys.readouterr()

    def stop(number: int, frame: object) -> None:
        raise TimeoutError(f"still at it after {LONGEST} seconds")

    signal.signal(signal.SIGALRM, stop)
    signal.alarm(LONGEST)
    try:
        code = main([str(argument) for argument in arguments])
    finally:
        signal.alarm(0)
    return code, capsys.readouterr().err


def read_problems(printed: str) -> list[Told]:
    """Return the problems among the printed lines."""
    found = (HEAD.fullmatch(line) for line in printed.splitlines())
    return [Told(match["place"], match["code"], match["message"]) for match in found if match]


def snapshot(folder: Path) -> dict[str, bytes]:
    """Return every file below `folder`, by its path there."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def refuse(course: Path, capsys: pytest.CaptureFixture[str], codes: set[str]) -> None:
    """Check that both languages refuse `course` for the same reasons at the same places, and touch no product."""
    before = snapshot(course / "dist")
    told: dict[str, list[Told]] = {}
    for lang in ("en", "zh_CN"):
        code, printed = run(capsys, "build", "--course", course, "--ui-lang", lang)
        assert code == 1, printed
        assert "Traceback" not in printed
        told[lang] = read_problems(printed)
    assert {(one.place, one.code) for one in told["en"]} == {(one.place, one.code) for one in told["zh_CN"]}
    assert codes <= {one.code for one in told["en"]}, told["en"]
    assert all(re.match(r"(content|locales)(/|$)", one.place) for one in told["en"]), told["en"]
    assert all(re.search("[一-鿿]", one.message) for one in told["zh_CN"]), told["zh_CN"]
    assert snapshot(course / "dist") == before


# --- ways to spoil a course --------------------------------------------------------------------------------------------


def write(name: str, data: bytes | str) -> Spoil:
    """Return what writes `data` to the file `name`."""
    return lambda course: void((course / name).write_bytes(data if isinstance(data, bytes) else data.encode()))


def replace(name: str, old: str, new: str) -> Spoil:
    """Return what replaces the first `old` in the file `name` by `new`."""

    def spoil(course: Path) -> None:
        text = (course / name).read_text(encoding="utf-8")
        assert old in text, f"{name} holds no {old}"
        (course / name).write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")

    return spoil


def append(name: str, more: str) -> Spoil:
    """Return what writes `more` at the end of the file `name`."""
    return lambda course: void((course / name).write_bytes((course / name).read_bytes() + more.encode()))


def recode(name: str, encoding: str) -> Spoil:
    """Return what saves the file `name` in another encoding."""
    return lambda course: void((course / name).write_bytes((course / name).read_text("utf-8").encode(encoding, "replace")))


def remove(name: str) -> Spoil:
    """Return what removes a file or folder."""
    return lambda course: shutil.rmtree(course / name) if (course / name).is_dir() else (course / name).unlink()


def fold(name: str) -> Spoil:
    """Return what puts a folder in a file's place."""
    return lambda course: void((remove(name)(course), (course / name).mkdir()))


def pipe(name: str) -> Spoil:
    """Return what puts a pipe in a file's place: whoever reads it waits for ever."""
    return lambda course: void((remove(name)(course), os.mkfifo(course / name)))


def link(name: str, target: str) -> Spoil:
    """Return what puts a link in the place of a file or folder."""
    return lambda course: void((remove(name)(course), (course / name).symlink_to(target)))


def move_out(name: str) -> Spoil:
    """Return what moves a file or folder out of the course, and links to it from its place."""

    def spoil(course: Path) -> None:
        target = course.parent / "outside" / "moved"
        shutil.move(course / name, target)
        (course / name).symlink_to(target)

    return spoil


def void(_: object) -> None:
    """Take the result of anything for none."""


def translate(msgid: str, msgstr: str) -> Spoil:
    """Return what gives the text `msgid` another translation."""

    def spoil(course: Path) -> None:
        file = polib.pofile(str(course / PO), wrapwidth=0)
        entry = next(entry for entry in file if entry.msgid == msgid)
        entry.msgstr = msgstr
        file.save()

    return spoil


def name_picture(name: str) -> Spoil:
    """Return what names another picture in the lesson."""
    return replace(LESSON, "image: images/shop.png", f"image: '{name}'")


def list_module(id: str) -> Spoil:
    """Return what lists another module."""
    return replace(COURSE, "modules: [basics]", f"modules: [basics, {json.dumps(id)}]")


# --- pictures ----------------------------------------------------------------------------------------------------------


def chunk(name: bytes, data: bytes) -> bytes:
    """Return a chunk of a PNG."""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(width: int, height: int, rows: bytes) -> bytes:
    """Return a PNG in true colour whose image data are `rows`, deflated."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def bomb() -> bytes:
    """Return two gigabytes of zeros, deflated."""
    deflate = zlib.compressobj(9)
    return b"".join([*(deflate.compress(bytes(1 << 20)) for _ in range(2048)), deflate.flush()])


def gif(width: int, height: int, frame: bytes) -> bytes:
    """Return a GIF with one frame."""
    return b"GIF89a" + struct.pack("<HHBBB", width, height, 0x80, 0, 0) + bytes(6) + frame + b"\x3b"


def jpeg(width: int, height: int) -> bytes:
    """Return the start and the end of a JPEG."""
    frame = b"\xff\xc0" + struct.pack(">HBHHB", 17, 8, height, width, 3) + bytes(9)
    return b"\xff\xd8" + frame + b"\xff\xda\x00\x02\xff\xd9"

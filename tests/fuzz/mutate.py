"""A sound course and a chance -> the same course with a few things wrong, or only strange."""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

from tests.fuzz.nasty import CHOICES, IDS, TEXTS, VALUES, make_text

Mutation = Callable[[Path, random.Random], None]
"""Changes one thing in the course in a folder; where there is no such thing, nothing."""

_SOURCE, _PO = r"content/.*\.yaml", r"locales/en/LC_MESSAGES/.*\.po"
_VALUE = re.compile(r"(?m)^(?P<head>[ \t]*(?:- )*[a-z_]+: +)(?P<value>\S.*)$")
_ITEM = re.compile(r"(?m)^(?P<head> *- )(?P<value>[^\n:]*)$")
_KEY = re.compile(r"(?m)^(?P<head>[ \t]*(?:- )*)(?P<key>[a-z_]+):")
_CITED = re.compile(r"\{[a-z0-9_]+(?::short)?\}|\[\[[a-z0-9-]+\]\]")
_CHUNK = re.compile(r"(?ms)^  - id: .*?(?=^  - id: |\Z)")
_MSGSTR = re.compile(r'(?m)^msgstr "(?P<text>.+)"$')


def mutate_course(course: Path, chance: random.Random, drop: frozenset[int] = frozenset()) -> list[str]:
    """Change the course by a few mutations, without those whose numbers are in `drop`; return the names of all."""
    names: list[str] = []
    for number in range(chance.choice((1, 1, 1, 2, 2, 3, 5))):
        seed = chance.random()
        mutation = chance.choice(_MUTATIONS)
        names.append(mutation.__name__)
        if number not in drop:
            mutation(course, random.Random(seed))
    return names


# --- bytes and lines ---------------------------------------------------------------------------------------------------


def _walk(course: Path) -> tuple[list[Path], list[Path]]:
    """Return the folders and the files of the course, sorted; never through a link, which may lead anywhere."""
    folders: list[Path] = []
    files: list[Path] = []
    for top, below, names in os.walk(course, followlinks=False):
        folders += [path for name in below if not (path := Path(top) / name).is_symlink()]
        files += [path for name in names if not (path := Path(top) / name).is_symlink() and path.is_file()]
    return sorted(folders), sorted(files)


def _choose(course: Path, chance: random.Random, *patterns: str) -> Path | None:
    """Return a file whose path below the course fits one of the regular expressions."""
    files = _walk(course)[1]
    found = [path for path in files if any(re.fullmatch(pattern, path.relative_to(course).as_posix()) for pattern in patterns)]
    return chance.choice(found) if found else None


def _choose_source(course: Path, chance: random.Random) -> Path | None:
    return _choose(course, chance, _SOURCE)


def _choose_text(course: Path, chance: random.Random) -> Path | None:
    return _choose(course, chance, _SOURCE, _PO)


def _read(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "surrogateescape")


def _write(path: Path, text: str) -> None:
    path.write_bytes(text.encode("utf-8", "surrogatepass" if _has_surrogate(text) else "surrogateescape"))


def _has_surrogate(text: str) -> bool:
    return any("\ud800" <= char <= "\udfff" and not "\udc80" <= char <= "\udcff" for char in text)


def change_bytes(course: Path, chance: random.Random) -> None:
    """Flip, take out, double or put in some bytes of any file."""
    path = _choose(course, chance, "content/.*", _PO)
    if path is None:
        return
    data = bytearray(path.read_bytes())
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(data) + 1)
        match chance.randrange(5):
            case 0 if at < len(data):
                data[at] ^= 1 << chance.randrange(8)
            case 1:
                del data[at : at + chance.choice((1, 2, 10, 1000))]
            case 2:
                data[at:at] = data[at : at + chance.choice((1, 10, 500))]
            case 3:
                data[at:at] = bytes(chance.randrange(256) for _ in range(chance.randint(1, 4)))
            case _:
                data[at : at + 1] = chance.choice(
                    (b"\0", b"\t", b"\r", b"\n", b"\xff", b"\x1b", b":", b"{", b"[", b'"', b"'", b"\\")
                )
    path.write_bytes(bytes(data))


def change_lines(course: Path, chance: random.Random) -> None:
    """Drop, double, swap, indent or move some lines."""
    path = _choose_text(course, chance)
    if path is None:
        return
    lines = _read(path).split("\n")
    for _ in range(chance.randint(1, 3)):
        here, there = chance.randrange(len(lines)), chance.randrange(len(lines))
        match chance.randrange(7):
            case 0:
                lines[here] = ""
            case 1:
                lines.insert(here, lines[here])
            case 2:
                lines[here], lines[there] = lines[there], lines[here]
            case 3:
                lines[here] = chance.choice((" ", "  ", "\t", "    ")) + lines[here]
            case 4:
                lines[here] = lines[here].removeprefix("  ")
            case 5:
                lines.insert(there, lines[here])
            case _:
                lines[here] = lines[here][: chance.randrange(len(lines[here]) + 1)]
    _write(path, "\n".join(lines))


def cut_off(course: Path, chance: random.Random) -> None:
    """Let a file end somewhere."""
    path = _choose(course, chance, "content/.*", _PO)
    if path is not None:
        data = path.read_bytes()
        path.write_bytes(data[: chance.randrange(len(data) + 1)])


# --- keys and values ---------------------------------------------------------------------------------------------------


def _change_one(
    path: Path | None, pattern: re.Pattern[str], chance: random.Random, write: Callable[[re.Match[str]], str]
) -> None:
    """Replace one match of `pattern` in the file."""
    if path is None:
        return
    text = _read(path)
    if found := list(pattern.finditer(text)):
        one = chance.choice(found)
        _write(path, text[: one.start()] + write(one) + text[one.end() :])


def rename_key(course: Path, chance: random.Random) -> None:
    """Mistype a key, or write another key there."""
    others = (
        "id",
        "kind",
        "title",
        "notes",
        "text",
        "note",
        "context",
        "value",
        "facts",
        "minutes",
        "answer",
        "image",
        "x",
        "kindd",
    )

    def write(found: re.Match[str]) -> str:
        key = found["key"]
        at = chance.randrange(len(key))
        typed = (key[:at] + key[at + 1 :], key[:at] + key[at] + key[at:], key.upper(), chance.choice(others))
        return f"{found['head']}{chance.choice(typed)}:"

    _change_one(_choose_source(course, chance), _KEY, chance, write)


def set_value(course: Path, chance: random.Random) -> None:
    """Write an odd value behind a key, as YAML."""
    _change_one(_choose_source(course, chance), _VALUE, chance, lambda found: found["head"] + chance.choice(VALUES))


def change_choice(course: Path, chance: random.Random) -> None:
    """Give a key of which few values are known another of them."""
    pattern = re.compile(rf"(?m)^(?P<head>\s*(?:- )?(?P<key>{'|'.join(CHOICES)}): +)(?P<value>\S.*)$")
    _change_one(
        _choose_source(course, chance), pattern, chance, lambda found: found["head"] + chance.choice(CHOICES[found["key"]])
    )


def repeat_item(course: Path, chance: random.Random) -> None:
    """Write an item of a list several times, or not at all."""
    times = chance.choice((0, 0, 2, 3, 5, 9, 30, 200))
    pattern = re.compile(r"(?m)^(?P<indent> *)- [^\n]*\n(?:(?P=indent) +[^\n]*\n)*")
    _change_one(_choose_source(course, chance), pattern, chance, lambda found: found[0] * times)


def set_text(course: Path, chance: random.Random) -> None:
    """Write an odd text behind a key or as an item, in quotes."""
    pattern = chance.choice((_VALUE, _VALUE, _ITEM))
    _change_one(_choose_source(course, chance), pattern, chance, lambda found: found["head"] + json.dumps(make_text(chance)))


def add_to_text(course: Path, chance: random.Random) -> None:
    """Put an odd text before, behind or into a text."""

    def write(found: re.Match[str]) -> str:
        value = found["value"].strip("\"'")
        at = chance.choice((0, len(value), chance.randrange(len(value) + 1)))
        return found["head"] + json.dumps(value[:at] + make_text(chance) + value[at:], ensure_ascii=chance.random() < 0.5)

    _change_one(_choose_source(course, chance), chance.choice((_VALUE, _ITEM)), chance, write)


def add_to_many_texts(course: Path, chance: random.Random) -> None:
    """Put one odd text behind a third of a file's texts."""
    path, odd = _choose_source(course, chance), chance.choice(TEXTS)[:60]
    if path is None:
        return

    def write(found: re.Match[str]) -> str:
        value = found["value"].strip("\"'")
        keep = chance.random() < 0.6 or not re.search("[一-鿿]", value)
        return found[0] if keep else found["head"] + json.dumps(value + odd)

    _write(path, _VALUE.sub(write, _read(path)))


def change_citation(course: Path, chance: random.Random) -> None:
    """Mistype a figure or a gap in a text, or take it away."""

    def write(found: re.Match[str]) -> str:
        text = found[0]
        dashed, spaced, short, wide = (
            text.replace("_", "-"),
            text.replace("{", "{ "),
            text.replace("}", ":short}"),
            text.replace("{", "｛"),
        )
        marked = (f"**{text}**", f"`{text}`", f"[{text}](https://a.b)")
        return chance.choice((text + text, "", text.upper(), dashed, text[:-1], spaced, short, wide, *marked))

    _change_one(_choose_text(course, chance), _CITED, chance, write)


def change_id(course: Path, chance: random.Random) -> None:
    """Give a thing another id."""
    pattern = re.compile(r"(?m)^(?P<head>\s*- id: )(?P<value>\S+)$")
    path = _choose_source(course, chance)
    known = pattern.findall(_read(path)) if path else []
    ids = [*IDS, *(id for _, id in known)]
    _change_one(path, pattern, chance, lambda found: found["head"] + json.dumps(chance.choice(ids)))


def change_number(course: Path, chance: random.Random) -> None:
    """Replace a number by another."""
    numbers = ("0", "1", "-1", "2", "100", "600", "1000000", "0.5", "1e300", "9" * 60, ".inf", "99999999999")
    _change_one(
        _choose_source(course, chance), re.compile(r"(?<![\w-])\d+(\.\d+)?"), chance, lambda found: chance.choice(numbers)
    )


def move_item(course: Path, chance: random.Random) -> None:
    """Double, drop or move a slide, a question or a fact, perhaps into another file."""
    path, other = _choose_source(course, chance), _choose_source(course, chance)
    chunks = _CHUNK.findall(_read(path)) if path else []
    if not chunks or path is None or other is None:
        return
    chunk = chance.choice(chunks)
    if chance.random() < 0.5:
        _write(path, _read(path).replace(chunk, "", 1))
    if chance.random() < 0.7:
        changed = re.sub(r"id: (\S+)", r"id: \1-2", chunk, count=1) if chance.random() < 0.7 else chunk
        _write(other, _read(other).rstrip("\n") + "\n" + changed * chance.choice((1, 1, 1, 12)))


# --- files -------------------------------------------------------------------------------------------------------------


def change_file(course: Path, chance: random.Random) -> None:
    """Remove, empty, swap or recode a file, or put a folder, a link or a pipe in its place."""
    path = _choose(course, chance, "content/.*", _PO)
    other = _choose(course, chance, "content/.*", _PO)
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


def change_folder(course: Path, chance: random.Random) -> None:
    """Remove a folder, or put a file or a link in its place."""
    folders = _walk(course)[0]
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
    path = _choose(course, chance, r"content/.*\.png")
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
        _change_one(
            _choose(course, chance, "content/[^/]*/lesson.yaml"),
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

    _change_one(_choose(course, chance, _PO), _MSGSTR, chance, write)


def change_po(course: Path, chance: random.Random) -> None:
    """Write lines into a PO file that stand in no good one, or that mean something."""
    lines = (
        "#, fuzzy", "#~ msgid \"x\"", "#| msgid \"x\"", 'msgctxt "x"', 'msgid_plural "x"', 'msgstr[0] "x"', 'msgstr[9] "x"',
        '"x"', '"', "msgid", 'msgid ""', 'msgstr ""', "#", "#:", "#.", "#~", "#=", "#= fuzzy", "<<<<<<< HEAD",
        '"Content-Type: text/plain; charset=GBK\\n"', '"Content-Type: text/plain; charset=x\\n"',
        '"Plural-Forms: nplurals=99; plural=n/0;\\n"', '"\\"', '"\\x"', '"\\', "domain \"x\"", "\ufeff", "\x00", "\u2028",
        'msgid "x\x0cy"',
    )  # fmt: skip
    path = _choose(course, chance, _PO)
    if path is not None:
        text = _read(path).split("\n")
        text.insert(chance.randrange(len(text) + 1), chance.choice(lines))
        _write(path, "\n".join(text))


_MUTATIONS: tuple[Mutation, ...] = (
    change_bytes, change_lines, change_lines, cut_off, rename_key, set_value, set_value, set_value, set_text, set_text,
    set_text, add_to_text, add_to_text, add_to_text, add_to_many_texts, add_to_many_texts, change_citation, change_id,
    change_number, move_item, change_file, change_folder, change_picture, change_translation, change_translation,
    change_translation, change_po,
)  # fmt: skip

"""Ways to change what stands in the text files of a course."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path

from tests.fuzz.nasty import CHOICES, IDS, TEXTS, VALUES, make_text
from tests.fuzz.spots import PO, change_one, choose_file, choose_source, choose_text, read_file, write_file

_VALUE = re.compile(r"(?m)^(?P<head>[ \t]*(?:- )*[a-z_]+: +)(?P<value>\S.*)$")
_ITEM = re.compile(r"(?m)^(?P<head> *- )(?P<value>[^\n:]*)$")
_KEY = re.compile(r"(?m)^(?P<head>[ \t]*(?:- )*)(?P<key>[a-z_]+):")
_CITED = re.compile(r"\{[a-z0-9_]+(?::short)?\}|\[\[[a-z0-9-]+\]\]")
_CHUNK = re.compile(r"(?ms)^  - id: .*?(?=^  - id: |\Z)")


# --- bytes and lines ---------------------------------------------------------------------------------------------------


def change_bytes(course: Path, chance: random.Random) -> None:
    """Flip, take out, double or put in some bytes of any file."""
    path = choose_file(course, chance, "content/.*", PO)
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
    path = choose_text(course, chance)
    if path is None:
        return
    lines = read_file(path).split("\n")
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
    write_file(path, "\n".join(lines))


def cut_off(course: Path, chance: random.Random) -> None:
    """Let a file end somewhere."""
    path = choose_file(course, chance, "content/.*", PO)
    if path is not None:
        data = path.read_bytes()
        path.write_bytes(data[: chance.randrange(len(data) + 1)])


# --- keys and values ---------------------------------------------------------------------------------------------------


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

    change_one(choose_source(course, chance), _KEY, chance, write)


def set_value(course: Path, chance: random.Random) -> None:
    """Write an odd value behind a key, as YAML."""
    change_one(choose_source(course, chance), _VALUE, chance, lambda found: found["head"] + chance.choice(VALUES))


def change_choice(course: Path, chance: random.Random) -> None:
    """Give a key of which few values are known another of them."""
    pattern = re.compile(rf"(?m)^(?P<head>\s*(?:- )?(?P<key>{'|'.join(CHOICES)}): +)(?P<value>\S.*)$")
    change_one(
        choose_source(course, chance), pattern, chance, lambda found: found["head"] + chance.choice(CHOICES[found["key"]])
    )


def repeat_item(course: Path, chance: random.Random) -> None:
    """Write an item of a list several times, or not at all."""
    times = chance.choice((0, 0, 2, 3, 5, 9, 30, 200))
    pattern = re.compile(r"(?m)^(?P<indent> *)- [^\n]*\n(?:(?P=indent) +[^\n]*\n)*")
    change_one(choose_source(course, chance), pattern, chance, lambda found: found[0] * times)


def set_text(course: Path, chance: random.Random) -> None:
    """Write an odd text behind a key or as an item, in quotes."""
    pattern = chance.choice((_VALUE, _VALUE, _ITEM))
    change_one(choose_source(course, chance), pattern, chance, lambda found: found["head"] + json.dumps(make_text(chance)))


def add_to_text(course: Path, chance: random.Random) -> None:
    """Put an odd text before, behind or into a text."""

    def write(found: re.Match[str]) -> str:
        value = found["value"].strip("\"'")
        at = chance.choice((0, len(value), chance.randrange(len(value) + 1)))
        return found["head"] + json.dumps(value[:at] + make_text(chance) + value[at:], ensure_ascii=chance.random() < 0.5)

    change_one(choose_source(course, chance), chance.choice((_VALUE, _ITEM)), chance, write)


def add_to_many_texts(course: Path, chance: random.Random) -> None:
    """Put one odd text behind a third of a file's texts."""
    path, odd = choose_source(course, chance), chance.choice(TEXTS)[:60]
    if path is None:
        return

    def write(found: re.Match[str]) -> str:
        value = found["value"].strip("\"'")
        keep = chance.random() < 0.6 or not re.search("[一-鿿]", value)
        return found[0] if keep else found["head"] + json.dumps(value + odd)

    write_file(path, _VALUE.sub(write, read_file(path)))


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

    change_one(choose_text(course, chance), _CITED, chance, write)


def change_id(course: Path, chance: random.Random) -> None:
    """Give a thing another id."""
    pattern = re.compile(r"(?m)^(?P<head>\s*- id: )(?P<value>\S+)$")
    path = choose_source(course, chance)
    known = pattern.findall(read_file(path)) if path else []
    ids = [*IDS, *(id for _, id in known)]
    change_one(path, pattern, chance, lambda found: found["head"] + json.dumps(chance.choice(ids)))


def change_number(course: Path, chance: random.Random) -> None:
    """Replace a number by another."""
    numbers = ("0", "1", "-1", "2", "100", "600", "1000000", "0.5", "1e300", "9" * 60, ".inf", "99999999999")
    change_one(
        choose_source(course, chance), re.compile(r"(?<![\w-])\d+(\.\d+)?"), chance, lambda found: chance.choice(numbers)
    )


def move_item(course: Path, chance: random.Random) -> None:
    """Double, drop or move a slide, a question or a fact, perhaps into another file."""
    path, other = choose_source(course, chance), choose_source(course, chance)
    chunks = _CHUNK.findall(read_file(path)) if path else []
    if not chunks or path is None or other is None:
        return
    chunk = chance.choice(chunks)
    if chance.random() < 0.5:
        write_file(path, read_file(path).replace(chunk, "", 1))
    if chance.random() < 0.7:
        changed = re.sub(r"id: (\S+)", r"id: \1-2", chunk, count=1) if chance.random() < 0.7 else chunk
        write_file(other, read_file(other).rstrip("\n") + "\n" + changed * chance.choice((1, 1, 1, 12)))

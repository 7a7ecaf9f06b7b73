"""The product's own sources -> the entries of the `edu` domain: what `N_`, `Plural` and `say` mark there."""

from __future__ import annotations

import ast
import io
import re
from collections.abc import Iterator
from pathlib import Path

from edu.language.entry import BRACES, Entry
from edu.language.words import list_placeholders

_MARKS = ("N_", "say")
_PLURAL = "Plural"
_Word = tuple[str, str]
"""A msgid, and its msgid_plural: nothing where it tells no number."""
_ONLY_VALUES = re.compile(r"(\{[a-z_]+\}|\s)*")


def extract_words(package: Path, templates: Path) -> tuple[Entry, ...]:
    """Return our own words in the files of `package` and `templates`, file by file; a word in two files is one entry."""
    found: dict[_Word, list[str]] = {}
    for folder, kinds in ((package, (".py",)), (templates, (".jinja", ".js"))):
        for path in sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).parts):
            if path.suffix in kinds and path.is_file():
                reference = (Path(folder.name) / path.relative_to(folder)).as_posix()
                for word in _read_words(path):
                    found.setdefault(word, []).append(reference)
    return tuple(_make_entry(*word, references) for word, references in found.items())


def _make_entry(msgid: str, plural: str, references: list[str]) -> Entry:
    flags = (BRACES,) if any(name for name, _, _ in list_placeholders(plural or msgid) or ()) else ()
    return Entry(msgid, references=tuple(dict.fromkeys(references)), flags=flags, plural=plural)


def _read_words(path: Path) -> Iterator[_Word]:
    words = _read_python(path) if path.suffix == ".py" else ((word, "") for word in _read_template(path))
    return (word for word in words if not _ONLY_VALUES.fullmatch("".join(word)))


def _read_python(path: Path) -> Iterator[_Word]:
    """Yield the marked literals of a Python file in the order of its lines."""
    calls = [node for node in ast.walk(ast.parse(path.read_bytes())) if isinstance(node, ast.Call)]
    for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
        match call.func, call.args:
            case ((ast.Name(id=name) | ast.Attribute(attr=name)), [ast.Constant(value=str(text)), *_]) if name in _MARKS:
                yield text, ""
            case ast.Name(id=name), [ast.Constant(value=str(one)), ast.Constant(value=str(many))] if name == _PLURAL:
                yield one, many
            case _:
                pass


def _read_template(path: Path) -> Iterator[str]:
    """Yield the marked literals of a page template or a script; raises where a template is not sound."""
    from babel.messages.extract import extract

    method = "javascript" if path.suffix == ".js" else "jinja2.ext:babel_extract"
    content = io.BytesIO(path.read_bytes())
    for _, message, _, _ in extract(method, content, dict.fromkeys(_MARKS), options={"silent": "false"}):
        first = message if isinstance(message, str) else message[0]
        if isinstance(first, str):
            yield first

"""Text case files: an edit of the small course, and the problems that it must cause.

    == a key stands twice                       title
    in glossary.yaml                            a file below content/
    - definition: 一段时间                       lines to replace (a piece of the file, exactly) …
    + definition: 一段时间                       … by these
    => yaml.duplicate-key @ glossary#… @ 4:5    a problem: code @ trail @ line:column, in the order they are told

Other edits: `write FILE` (the `+` lines are the whole file), `bytes FILE` (a Python literal follows `+`), `remove FILE`,
`folder FILE` (a folder stands there instead), `link FILE TARGET`. A place in another file than the edited one names it.
"""

from __future__ import annotations

import ast
import shutil
from dataclasses import dataclass, field
from pathlib import Path

from edu.problems import Problem

CASES = Path(__file__).resolve().parent.parent / "cases"
SMALL = Path(__file__).resolve().parent.parent / "courses" / "small"
VERBS = ("in", "write", "bytes", "remove", "folder", "link")


@dataclass
class Edit:
    """One change of a file: the verb, its words, the old lines and the new ones."""

    verb: str
    words: list[str]
    old: list[str] = field(default_factory=list)
    new: list[str] = field(default_factory=list)

    def apply(self, content: Path) -> None:
        """Change the course's `content` folder."""
        path = content / self.words[0]
        path.parent.mkdir(parents=True, exist_ok=True)
        match self.verb:
            case "in":
                self._replace(path)
            case "write":
                path.write_text("".join(line + "\n" for line in self.new), encoding="utf-8", newline="\n")
            case "bytes":
                path.write_bytes(_read_literal(self.new))
            case "remove" | "folder":
                shutil.rmtree(path) if path.is_dir() else path.unlink()
                if self.verb == "folder":
                    path.mkdir()
            case _:
                path.unlink(missing_ok=True)
                path.symlink_to(self.words[1])

    def _replace(self, path: Path) -> None:
        text = path.read_text(encoding="utf-8")
        old, new = "\n".join(self.old), "\n".join(self.new)
        assert self.old and old in text, f"{self.words[0]} holds no: {old}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")


@dataclass
class Case:
    """A title, the edits, and the expected problems as lines."""

    title: str
    edits: list[Edit] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)


def _read_literal(lines: list[str]) -> bytes:
    """Return the bytes that the lines write as Python literals, joined; `B"…" * N` repeats."""
    data = b""
    for line in lines:
        literal, star, times = line.rpartition(" * ")
        piece = ast.literal_eval(literal if star else line)
        data += piece * int(times) if star else piece
    return data


def read_cases(path: Path) -> list[Case]:
    """Return the cases of one file."""
    cases: list[Case] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        sign, _, rest = line.partition(" ")
        match sign:
            case "==":
                cases.append(Case(rest))
            case "=>":
                cases[-1].expected.append(rest)
            case "-":
                cases[-1].edits[-1].old.append(rest)
            case "+":
                cases[-1].edits[-1].new.append(rest)
            case _ if sign in VERBS:
                cases[-1].edits.append(Edit(sign, rest.split()))
            case _:
                assert not line or line.startswith("#"), f"{path.name}: not understood: {line}"
    return cases


def list_cases() -> list[tuple[Path, Case]]:
    """Return all cases with their files."""
    return [(path, case) for path in sorted(CASES.glob("*.txt")) for case in read_cases(path)]


def show_problem(problem: Problem, case: Case) -> str:
    """Return the problem as a line of a case file; the file of its place is named where it is not the edited one."""
    place = problem.place
    assert place is not None, f"{problem.code} at {problem.trail} has no place"
    edited = f"content/{case.edits[0].words[0]}" if case.edits else ""
    spot = f"{place.line}:{place.column}" if place.line else "file"
    name = "" if place.file == edited else f"{place.file.removeprefix('content/')}:"
    return f"{problem.code.id} @ {problem.trail} @ {name}{spot}"


def refresh_case(path: Path, case: Case, got: list[str]) -> None:
    """Write the problems that were `got` into the case file, for review in the diff."""
    before, title, after = path.read_text(encoding="utf-8").partition(f"== {case.title}\n")
    body, following, rest = after.partition("\n== ")
    lines = [line for line in body.rstrip("\n").split("\n") if not line.startswith("=> ")]
    text = "\n".join([*lines, *(f"=> {line}" for line in got)])
    path.write_text(before + title + text + "\n" + following + rest, encoding="utf-8", newline="\n")

"""A PO file as it stands: the header, the entries in their order, and what comes after them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from edu.language.po.entry import PoEntry


@dataclass(frozen=True, slots=True)
class PoFile:
    """A PO file: `tail` are the comment lines that no entry follows."""

    header: PoEntry | None = None
    entries: tuple[PoEntry, ...] = ()
    tail: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[PoEntry]:
        """Yield every entry but the header."""
        return iter(self.entries)

    @property
    def fields(self) -> Mapping[str, str]:
        """Return the fields of the header; of one that stands there twice the first."""
        found: dict[str, str] = {}
        for name, value in list_fields(self.header):
            found.setdefault(name, value)
        return found

    def find_line(self, field: str) -> int:
        """Return the line of the header's `field`, as near as can be told from where the header begins."""
        if self.header is None:
            return 0
        names = [name for name, _ in list_fields(self.header)]
        before = len(self.header.comments) + 2
        return self.header.line + before + names.index(field) if field in names else self.header.line

    def set_field(self, name: str, value: str) -> PoFile:
        """Return the file with `value` in the header's field `name`, where that stands or last; without it where empty."""
        header = self.header or PoEntry("")
        lines = header.msgstr.splitlines()
        here = next((index for index, line in enumerate(lines) if _is_field(line, name)), len(lines))
        made = [f"{name}: {value}"] if value else []
        kept = [*lines[:here], *made, *(line for line in lines[here:] if not _is_field(line, name))]
        return replace(self, header=replace(header, msgstrs=("".join(f"{line}\n" for line in kept),)))


def _is_field(line: str, name: str) -> bool:
    return line.partition(":")[0].strip() == name


def list_fields(header: PoEntry | None) -> Iterator[tuple[str, str]]:
    """Yield the name and value of each line of the header; a line without a colon is a name alone."""
    for line in header.msgstr.splitlines() if header else ():
        name, _, value = line.partition(":")
        yield name.strip(), value.strip()

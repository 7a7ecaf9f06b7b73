"""A deck -> how much of its text says which language it is in and leaves its faces to the theme."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree
from lxml.etree import _Element

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"

_PARTS = re.compile(r"ppt/(slides|notesSlides|charts)/[^/]+\.xml")
_WIDE = re.compile(
    "[\u2e80-\u303f\u3040-\u30ff\u3100-\u31ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
)
_NARROW = re.compile("[A-Za-z\u00c0-\u024f]")
_EAST_ASIAN = ("zh", "ja", "ko")
_FACES = ("latin", "ea", "cs", "sym")


@dataclass(frozen=True, slots=True)
class Report:
    """How many runs (and ends of paragraphs) a deck has, and what is wrong with which."""

    total: int
    faults: tuple[str, ...]

    @property
    def percent(self) -> float:
        """Return the percentage of runs that are right."""
        wrong = len({fault.split(": ")[0] for fault in self.faults})
        return 100.0 * (self.total - wrong) / self.total


def check_languages(deck: Path, allowed: frozenset[str]) -> Report:
    """Check each run of slides, notes and charts: its lang (BCP 47) is in `allowed` and of its script; no literal face."""
    total, faults = 0, []
    with zipfile.ZipFile(deck) as package:
        for name in sorted(filter(_PARTS.fullmatch, package.namelist())):
            root = etree.fromstring(package.read(name))
            for count, (properties, text) in enumerate(_list_runs(root)):
                total += 1
                where = f"{deck.name}/{name}#{count}"
                faults += [f"{where}: {fault} in “{text[:30]}”" for fault in _find_faults(properties, text, allowed)]
            if root.tag == C + "chartSpace" and root.find(C + "txPr") is None:
                total += 1
                faults.append(f"{deck.name}/{name}#chart: no c:txPr")
    return Report(total, tuple(faults))


def _list_runs(root: _Element) -> Iterator[tuple[_Element | None, str]]:
    """Yield the properties and the text of each run, field, end of paragraph, and of the text that a chart's c:txPr rules."""
    for element in root.iter(A + "r", A + "fld", A + "endParaRPr", A + "defRPr"):
        if element.tag == A + "endParaRPr":
            yield element, ""
        elif element.tag == A + "defRPr":
            if any(True for _ in element.iterancestors(C + "txPr")):
                yield element, ""
        else:
            yield element.find(A + "rPr"), "".join(found.text or "" for found in element.iter(A + "t"))


def _find_faults(properties: _Element | None, text: str, allowed: frozenset[str]) -> Iterator[str]:
    lang = "" if properties is None else properties.get("lang", "")
    if lang not in allowed:
        yield f"lang “{lang}”"
    wide = lang.startswith(_EAST_ASIAN)
    if (_NARROW if wide else _WIDE).search(text):
        yield f"text of another script than {lang}"
    for face in _FACES:
        found = None if properties is None else properties.find(A + face)
        if found is not None and not found.get("typeface", "").startswith("+"):
            yield f"literal face {found.get('typeface')}"

"""The texts of a course and the PO files as they are -> the PO files as they shall be, to the byte."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import polib

from edu.language import cldr
from edu.language.catalogue import Catalogue, index_entries, name_file, po_path, read_po
from edu.language.describe import Comments, Describe
from edu.language.entry import Entry
from edu.language.merge import Merged, merge_entries
from edu.problems import Code, Problem, Problems

_ENGLISH = "en"
"""Translators into a third language are told the English too, whether or not its files are to be written."""

Entries = Mapping[str, tuple[Entry, ...]]
"""What is to be translated, by domain."""


@dataclass(frozen=True, slots=True)
class _File:
    """A PO file to be written; `header` is the comment that its translators wrote above everything."""

    lang: str
    domain: str
    header: str
    merged: Merged


def update_catalogues(
    locales: Path,
    entries: Entries,
    languages: Sequence[str],
    source_language: str,
    project: str,
    describe: Describe | None = None,
) -> tuple[Mapping[Path, bytes], Problems]:
    """Return the contents of every .pot and .po file below `locales`, by path; nothing is written.

    `languages` are gettext names; the source language has no file. `describe` says what else stands in the `#.` lines.
    A file that cannot be read is a Problem, and is not among the contents.
    """
    files, problems = _merge_files(locales, entries, [lang for lang in languages if lang != source_language])
    others = [_ENGLISH] if describe and _ENGLISH not in (source_language, *languages) else []
    catalogues = _make_catalogues([*files, *_merge_files(locales, entries, others)[0]])
    described = dict.fromkeys([source_language, *(file.lang for file in files)])
    comments = {lang: _describe(describe, lang, catalogues) for lang in described}
    contents: dict[Path, bytes] = {}
    for domain, found in entries.items():
        template = _File("", domain, "", merge_entries((), found))
        header = _make_header("", source_language, project)
        contents[locales / f"{domain}.pot"] = _write_file(template, header, comments[source_language])
    for file in files:
        header = _make_header(file.lang, source_language, project)
        contents[po_path(locales, file.lang, file.domain)] = _write_file(file, header, comments[file.lang])
    return contents, problems


def _merge_files(locales: Path, entries: Entries, languages: Sequence[str]) -> tuple[list[_File], Problems]:
    files: list[_File] = []
    problems: list[Problem] = []
    for lang in languages:
        for domain, found in entries.items():
            path = po_path(locales, lang, domain)
            old, faults = read_po(path, locales.parent)
            if any(fault.code == Code.MISSING_FILE for fault in faults):
                old, faults = polib.POFile(), ()
            problems += faults
            if old is not None:
                files.append(_File(lang, domain, old.header, merge_entries(old, found)))
    return files, tuple(problems)


def _make_catalogues(files: Sequence[_File]) -> Mapping[str, Catalogue]:
    """Return the translations as they will stand in `files`, so that a second update finds nothing else to say."""
    domains: dict[str, dict[str, Sequence[polib.POEntry]]] = {}
    for file in files:
        domains.setdefault(file.lang, {})[file.domain] = [made for _, made in file.merged.active]
    return {
        lang: Catalogue(lang, {domain: index_entries(made, name_file(Path(domain))) for domain, made in found.items()})
        for lang, found in domains.items()
    }


def _describe(describe: Describe | None, lang: str, catalogues: Mapping[str, Catalogue]) -> Comments:
    return describe(lang, catalogues) if describe else lambda _: ()


def _make_header(lang: str, source_language: str, project: str) -> dict[str, str]:
    """Return the header's fields: no dates and no generator, so that a file changes only when its texts do."""
    return {
        "Project-Id-Version": project,
        "Language": lang,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        **({"Plural-Forms": cldr.plural_forms(lang)} if lang else {}),
        "X-Source-Language": source_language,
    }


def _write_file(file: _File, header: Mapping[str, str], comment: Comments) -> bytes:
    made = polib.POFile(wrapwidth=0)
    made.header = file.header
    made.metadata = dict(header)
    for entry, translated in file.merged.active:
        translated.comment = "\n".join(" ".join(line.split()) for line in (*entry.comments, *comment(entry)))
        made.append(translated)
    made.extend(file.merged.obsolete)
    text = str(made)
    return (text if file.header else text.removeprefix("#\n")).encode("utf-8")

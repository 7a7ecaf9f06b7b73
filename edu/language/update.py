"""The texts of a course and the PO files as they are -> the PO files as they shall be, to the byte."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from edu.language import cldr
from edu.language.catalogue import Catalogue, index_entries, name_file, po_path, read_po
from edu.language.describe import Comments, Describe
from edu.language.entry import Entry
from edu.language.lend import lend_entries
from edu.language.merge import Merged, merge_entries
from edu.language.po.entry import EXTRACTED, FLAGS, WORKFLOW, PoEntry, is_by_hand
from edu.language.po.file import PoFile
from edu.language.po.plural import PluralFormsError, parse_plural_forms
from edu.language.po.write import write_po
from edu.problems import Code, Place, Problem, Problems

_ENGLISH = "en"
"""Translators into a third language are told the English too, whether or not its files are to be written."""

_CHANGING = ("POT-Creation-Date", "PO-Revision-Date", "Last-Translator", "X-Generator")
"""What programs write into a header at each save: two people who translate would always meet there."""
_OFTEN_EMPTY = ("Report-Msgid-Bugs-To", "Language-Team")

Entries = Mapping[str, tuple[Entry, ...]]
"""What is to be translated, by domain."""


@dataclass(frozen=True, slots=True)
class _File:
    """A PO file to be written; `old` is what stands there, `plural_forms` the formula by which its forms are numbered."""

    lang: str
    domain: str
    plural_forms: str
    old: PoFile
    merged: Merged


def update_catalogues(
    locales: Path,
    entries: Entries,
    languages: Sequence[str],
    source_language: str,
    project: str,
    describe: Describe | None = None,
    orphans: Mapping[str, Sequence[str]] = MappingProxyType({}),
) -> tuple[Mapping[Path, bytes], Problems]:
    """Return the contents of every .pot and .po file below `locales`, by path; nothing is written.

    `languages` are gettext names; the source language has no file. `describe` says what else stands in the `#.` lines.
    A file that cannot be read is a Problem, and is not among the contents. `orphans` are by language the domains of files
    whose module is no more: what stands there is found again, too, and the files stay as they are.
    """
    wanted = [lang for lang in languages if lang != source_language]
    files, problems = _merge_files(locales, entries, wanted, project, orphans)
    others = [_ENGLISH] if describe and _ENGLISH not in (source_language, *languages) else []
    catalogues = _make_catalogues([*files, *_merge_files(locales, entries, others, project, orphans)[0]])
    described = dict.fromkeys([source_language, *(file.lang for file in files)])
    comments = {lang: _describe(describe, lang, catalogues) for lang in described}
    contents: dict[Path, bytes] = {}
    for domain, found in entries.items():
        template = _File("", domain, "", PoFile(), merge_entries((), found))
        header = _make_header(template, source_language, project)
        contents[locales / f"{domain}.pot"] = _write_file(template, header, comments[source_language])
    for file in files:
        header = _make_header(file, source_language, project)
        contents[po_path(locales, file.lang, file.domain)] = _write_file(file, header, comments[file.lang])
    return contents, problems


def write_anew(
    lang: str,
    entries: Entries,
    made: Mapping[str, Sequence[PoEntry]],
    source_language: str,
    project: str,
    comments: Comments,
) -> Mapping[str, bytes]:
    """Return the PO files of `entries` in `lang` by domain, with the translations `made` and nothing of what stands there.

    `comments` returns the `#.` lines of an entry that are its language's own.
    """
    formula = cldr.plural_forms(lang)
    contents: dict[str, bytes] = {}
    for domain, found in entries.items():
        merged = merge_entries(made[domain], found, parse_plural_forms(formula).count)
        file = _File(lang, domain, formula, PoFile(), merged)
        contents[domain] = _write_file(file, _make_header(file, source_language, project), comments)
    return contents


def _merge_files(
    locales: Path, entries: Entries, languages: Sequence[str], project: str, orphans: Mapping[str, Sequence[str]]
) -> tuple[list[_File], Problems]:
    files: list[_File] = []
    problems: list[Problem] = []
    for lang in languages:
        found, faults = _read_files(locales, lang, {**entries, **dict.fromkeys(orphans.get(lang, ()), ())}, project)
        problems += faults
        lent = lend_entries({domain: old.entries for domain, old in found.items()}, entries)
        for domain, old in found.items():
            if domain in entries:
                formula = _choose_formula(old, lang)
                known = (*old.entries, *lent[domain])
                merged = merge_entries(known, entries[domain], parse_plural_forms(formula).count)
                files.append(_File(lang, domain, formula, old, merged))
                if merged.passed:
                    place = Place(name_file(po_path(locales, lang, domain)))
                    problems.append(Problem(Code.NOT_COMPARED, values={"count": merged.passed}, place=place))
    return files, tuple(problems)


def _read_files(locales: Path, lang: str, entries: Entries, project: str) -> tuple[Mapping[str, PoFile], Problems]:
    """Return the files of a language by domain, new ones empty; those that cannot be used are Problems."""
    files: dict[str, PoFile] = {}
    problems: list[Problem] = []
    for domain, texts in entries.items():
        path = po_path(locales, lang, domain)
        old, faults = read_po(path, locales.parent)
        if any(fault.code == Code.MISSING_FILE for fault in faults):
            old, faults = PoFile(), ()
        problems += faults
        if old is not None and texts and _is_of_another(old, texts, project):
            values = {"name": old.fields["Project-Id-Version"], "project": project}
            place = Place(name_file(path), old.find_line("Project-Id-Version"))
            problems.append(Problem(Code.OTHER_COURSE, values=values, place=place))
        elif old is not None:
            files[domain] = old
    return files, tuple(problems)


def _choose_formula(old: PoFile, lang: str) -> str:
    """Return the Plural-Forms of a file: its own where its forms are numbered by it, else those of the language."""
    own = old.fields.get("Plural-Forms", "")
    if not any(entry.msgid_plural for entry in old):
        return cldr.plural_forms(lang)
    try:
        parse_plural_forms(own)
    except PluralFormsError:
        return cldr.plural_forms(lang)
    return own


def _is_of_another(old: PoFile, entries: Sequence[Entry], project: str) -> bool:
    """Return whether a file says that it is of another course, and nothing in it speaks against that."""
    if old.fields.get("Project-Id-Version", project) in ("", project):
        return False
    texts = {entry.msgid for entry in entries}
    return any(entry.words for entry in old) and not any(entry.msgid in texts for entry in old)


def _make_catalogues(files: Sequence[_File]) -> Mapping[str, Catalogue]:
    """Return the translations as they will stand in `files`, so that a second update finds nothing else to say."""
    domains: dict[str, dict[str, Sequence[PoEntry]]] = {}
    for file in files:
        domains.setdefault(file.lang, {})[file.domain] = [made for _, made in file.merged.active]
    return {
        lang: Catalogue(lang, {domain: index_entries(made, name_file(Path(domain))) for domain, made in found.items()})
        for lang, found in domains.items()
    }


def _describe(describe: Describe | None, lang: str, catalogues: Mapping[str, Catalogue]) -> Comments:
    return describe(lang, catalogues) if describe else lambda _: ()


def _make_header(file: _File, source_language: str, project: str) -> dict[str, str]:
    """Return the header's fields: no dates and no generator, so that a file changes only when its texts do."""
    return {
        "Project-Id-Version": project,
        "Language": file.lang,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        **({"Plural-Forms": file.plural_forms} if file.lang else {}),
        "X-Source-Language": source_language,
    }


def _write_file(file: _File, header: Mapping[str, str], comment: Comments) -> bytes:
    active = (_describe_entry(made, (*entry.comments, *comment(entry))) for entry, made in file.merged.active)
    made = PoFile(_renew_header(file.old.header, header), (*active, *file.merged.obsolete), file.old.tail)
    return write_po(made).encode("utf-8")


def _describe_entry(entry: PoEntry, told: Sequence[str]) -> PoEntry:
    """Return the entry with what its translator is told, after what people wrote."""
    by_hand = [line for line in entry.comments if is_by_hand(line)]
    lines = [f"{EXTRACTED} {' '.join(line.split())}" for line in told]
    return replace(entry, comments=(*by_hand, *lines, *entry.comments[len(by_hand) :]))


def _renew_header(old: PoEntry | None, header: Mapping[str, str]) -> PoEntry:
    """Return the header with our fields, those that we know nothing of, and the comments above it."""
    lines = [f"{name}: {value}" for name, value in header.items()]
    for line in old.msgstr.splitlines() if old else ():
        name, _, value = (part.strip() for part in line.partition(":"))
        if name not in header and name not in _CHANGING and (value or name not in _OFTEN_EMPTY):
            lines.append(line)
    comments = [line for line in old.comments if not line.startswith((FLAGS, WORKFLOW))] if old else []
    return PoEntry("", ("".join(f"{line}\n" for line in lines),), comments=tuple(comments))

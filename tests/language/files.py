"""PO files in a folder of a test: written by hand, filled in, updated."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import polib

from edu.language.catalogue import Catalogue, po_path, read_catalogue
from edu.language.describe import describe_course
from edu.language.extract import extract_course
from edu.language.update import update_catalogues
from edu.model.course import Course

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
LANGUAGES = ("zh_CN", "en", "de")


def write_po(locales: Path, domain: str, text: str, lang: str = "en") -> None:
    path = po_path(locales, lang, domain)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEADER + text, encoding="utf-8", newline="\n")


def update(course: Course, locales: Path, languages: tuple[str, ...] = LANGUAGES) -> dict[Path, bytes]:
    """Bring the files in `locales` up to date and return their contents."""
    describe = describe_course(course, {})
    source = course.settings.language
    contents, problems = update_catalogues(locales, extract_course(course), languages, source, "small", describe)
    assert not problems
    for path, content in contents.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return dict(contents)


def fill(locales: Path, write: Callable[[polib.POEntry], None], lang: str = "en") -> None:
    """Let `write` edit every active entry of the files of `lang`, as a translator does."""
    for path in sorted((locales / lang / "LC_MESSAGES").glob("*.po")):
        file = read_file(path)
        for entry in file:
            if not entry.obsolete:
                write(entry)
        path.write_text(str(file), encoding="utf-8", newline="\n")


def read_file(path: Path) -> polib.POFile:
    """Return the file as others' software reads it."""
    return polib.pofile(str(path), wrapwidth=0)


def entry_of(locales: Path, msgid: str, lang: str = "en", domain: str = "basics") -> polib.POEntry:
    """Return the one entry with `msgid` that is not obsolete."""
    found = [entry for entry in read_file(po_path(locales, lang, domain)) if entry.msgid == msgid and not entry.obsolete]
    assert len(found) == 1
    return found[0]


def translate_all(entry: polib.POEntry) -> None:
    entry.msgstr = f"<{entry.msgid}>"


def catalogue_of(course: Course, locales: Path, lang: str = "en") -> Catalogue:
    catalogue, problems = read_catalogue(locales, lang, list(extract_course(course)))
    assert not problems
    return catalogue


def check_by_msgfmt(path: Path) -> None:
    program = shutil.which("msgfmt")
    assert program, "msgfmt is missing: apt-get install gettext"
    done = subprocess.run([program, "--check", "-o", "/dev/null", str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr

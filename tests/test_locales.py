"""The catalogues that translators edit are sound, complete and in step with the course."""

from __future__ import annotations

import shutil
from pathlib import Path

import polib
import pytest

from tests.conftest import ROOT, run_edu
from tests.tools.msgfmt import check_catalogue

CATALOGUES = sorted((ROOT / "locales").glob("*/LC_MESSAGES/*.po"))
IN_WORK = ("zh_Hant",)
"""Languages that the flagship course does not list, so that nobody is shown what is left in them."""
FINISHED = [path for path in CATALOGUES if path.parts[-3] not in IN_WORK]
TEMPLATES = sorted((ROOT / "locales").glob("*.pot"))


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.slow
@pytest.mark.parametrize("path", [*CATALOGUES, *TEMPLATES], ids=_name)
def test_gettext_accepts_the_catalogue(path: Path) -> None:
    assert check_catalogue(path) == ()


@pytest.mark.parametrize("path", FINISHED, ids=_name)
def test_nothing_is_left_to_translate(path: Path) -> None:
    catalogue = polib.pofile(str(path))
    assert [entry.msgid for entry in [*catalogue.untranslated_entries(), *catalogue.fuzzy_entries()]] == []


@pytest.mark.parametrize("path", [*CATALOGUES, *TEMPLATES], ids=_name)
def test_two_translators_never_meet_in_a_date_or_a_line_number(path: Path) -> None:
    text = path.read_bytes().decode()
    assert "\r" not in text
    assert [name for name in ("POT-Creation-Date", "PO-Revision-Date", "X-Generator") if name in text] == []


@pytest.mark.slow
def test_an_update_of_what_is_in_step_changes_no_byte(tmp_path: Path) -> None:
    for folder in ("content", "locales"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    run = run_edu("i18n", "update", "--course", tmp_path)
    assert run.returncode == 0, run.stderr
    files = sorted(path for path in (ROOT / "locales").rglob("*") if path.is_file())
    assert files == sorted(ROOT / path.relative_to(tmp_path) for path in (tmp_path / "locales").rglob("*") if path.is_file())
    changed = [_name(path) for path in files if path.read_bytes() != (tmp_path / path.relative_to(ROOT)).read_bytes()]
    assert changed == []

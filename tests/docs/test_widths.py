"""The widths that texts are measured with are those of the open fonts that they were read from."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from docs.write_widths import TWINS, read_version, read_widths, write_module

WIDTHS = Path(__file__).resolve().parents[2] / "edu" / "plan" / "widths"


def test_every_table_is_one_that_we_can_write_anew() -> None:
    assert {path.stem for path in WIDTHS.glob("*.py")} == {"__init__", *TWINS}


@pytest.mark.slow
@pytest.mark.parametrize("stem", TWINS)
def test_a_table_is_what_its_font_says(stem: str) -> None:
    twin, written = TWINS[stem], (WIDTHS / f"{stem}.py").read_text(encoding="utf-8")
    if f"{twin.family} {read_version(twin)} " in written:
        assert write_module(twin) == written
    else:  # another version of the font has other characters too, and the same widths of those that all have
        table = import_module(f"edu.plan.widths.{stem}").REGULAR
        assert tuple(read_widths(twin, "REGULAR").values())[:95] == table[0x20]

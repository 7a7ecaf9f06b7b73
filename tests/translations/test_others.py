"""What edu says of translations is what pofilter, msgfmt and i18nspector say of the same, or it is said why not."""

from __future__ import annotations

import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import polib
import pytest

from tests.check.translations.seeds import Seed, read_seeds
from tests.tools.msgfmt import check_catalogue, inspect_catalogue
from tests.translations.courses import STARTERS, check, copy_starter, line_of, po_of, spoil

SAME = {
    "translation.number": {"numbers"},
    "translation.punctuation": {"endpunc", "startpunc"},
    "translation.brackets": {"brackets", "doublequoting"},
    "translation.copy": {"unchanged"},
    "translation.doubled-word": {"doublewords"},
    "translation.spacing": {"doublespacing", "puncspacing"},
}
"""Our checks, and the tests of pofilter that look for the same."""
LEFT_OUT = ("simplecaps", "startcaps", "acronyms", "sentencecount")
DIRECTIONS = (("zh_CN", "en"), ("en", "zh_CN"))

WIDE = "[，。；：？！（）“”…]"
WHY: tuple[tuple[str, str, str, str], ...] = (
    (
        "translation.number",
        "+",
        r"\d",
        "pofilter looks for digits anywhere: the 8 of 18, the 1.5 of another power of ten, the 95 of 95%",
    ),
    ("translation.number", "+", r"^\D+$", "pofilter reads no number that stands in words on both sides"),
    (
        "translation.number",
        "-",
        r"\d",
        "pofilter compares digits as they are written: it knows no 亿, no words, no dates and no decades",
    ),
    ("translation.punctuation", "-", rf"{WIDE}.* => ", "pofilter takes every source for English, and 。 for no full stop"),
    ("translation.punctuation", "-", r"\.\.\. => |^\(|\?! => ", "pofilter wants as many marks, and brackets of the same width"),
    ("translation.punctuation", "-", r"\?|？", "a heading or a hint may ask without a mark"),
    ("translation.punctuation", "-", r"(?:Inc|etc|p\.m)\.", "an abbreviation has a point of its own"),
    ("translation.brackets", "-", r"[（）)]", "pofilter counts brackets of each width by themselves, and those of lists"),
    ("translation.brackets", "-", r"\d\"", '5" is a length'),
    ("translation.brackets", "+", "”.*“$", "pofilter counts quotation marks, not which comes first"),
    ("translation.copy", "+", "[\u4e00-\u9fff]", "pofilter leaves alone what has no Latin word"),
    ("translation.copy", "-", r"[A-Z]|km|[{`]|://", "names, units, figures, code and addresses are the same in every language"),
    ("translation.doubled-word", "-", "had had|that that|Baden Baden", "English says some words twice"),
    ("translation.doubled-word", "+", "=> [\u4e00-\u9fff]+$", "pofilter parts words at spaces, of which Chinese has none"),
    (
        "translation.spacing",
        "+",
        " [,?.。]| （|\\( |，|,then",
        "pofilter looks for spaces behind the marks that the source has, too",
    ),
)
"""A code, whether edu alone says it (+) or pofilter alone (-), what such texts have, and the reason."""


@cache
def ask_pofilter(seeds: tuple[Seed, ...], folder: Path) -> dict[Seed, set[str]]:
    """Return the tests of pofilter that each text with its translation fails."""
    file = polib.POFile(wrapwidth=0)
    file.metadata = {"Content-Type": "text/plain; charset=UTF-8", "Language": seeds[0].lang}
    for number, seed in enumerate(seeds):
        source, _, target = seed.text.partition(" => ")
        file.append(polib.POEntry(msgctxt=str(number), msgid=source, msgstr=target))
    file.save(str(folder / "in.po"))
    options = [f"--excludefilter={name}" for name in LEFT_OUT]
    command = [Path(sys.executable).with_name("pofilter"), "--progress=none", f"--language={seeds[0].lang}", *options]
    subprocess.run([*command, folder / "in.po", folder / "out.po"], check=True, capture_output=True)
    told = {
        entry.msgctxt: set(re.findall(r"\(pofilter\) (\w+):", entry.tcomment)) for entry in polib.pofile(str(folder / "out.po"))
    }
    return {seed: told.get(str(number), set()) for number, seed in enumerate(seeds)}


def list_shared(direction: tuple[str, str]) -> tuple[Seed, ...]:
    """Return the seeds of one text each, without a setting, that both look at."""
    seeds = (seed for seed in read_seeds() if (seed.source, seed.lang) == direction and seed.code in SAME)
    return tuple(seed for seed in seeds if " // " not in seed.text and not seed.text.startswith("["))


def find_reasons(seed: Seed) -> list[str]:
    sign = "+" if seed.hit else "-"
    return [
        reason for code, alone, pattern, reason in WHY if (code, alone) == (seed.code, sign) and re.search(pattern, seed.text)
    ]


@pytest.mark.parametrize("direction", DIRECTIONS, ids="-".join)
def test_pofilter_says_the_same_or_it_is_said_why_not(direction: tuple[str, str], tmp_path: Path) -> None:
    told = ask_pofilter(list_shared(direction), tmp_path)
    differ = [seed for seed, names in told.items() if bool(names & SAME[seed.code]) is not seed.hit]
    assert [seed.text for seed in differ if not find_reasons(seed)] == []
    assert len(differ) < len(told) / 2


def test_every_reason_is_needed(tmp_path: Path) -> None:
    needed: set[str] = set()
    for direction in DIRECTIONS:
        for seed, names in ask_pofilter(list_shared(direction), tmp_path).items():
            if bool(names & SAME[seed.code]) is not seed.hit:
                needed.update(find_reasons(seed)[:1])
    assert needed == {reason for *_, reason in WHY}


# --- gettext's own checks ----------------------------------------------------------------------------------------------

FIGURE = {"zh_CN": "这段路{sun_distance}，再快也要花时间", "en": "That is {sun_distance}, which takes time at any speed"}
BROKEN = ("{}", "{sun_distant}", "{sun_distance} {light_speed}")
"""A figure that is lost, another, and one too many."""


@pytest.mark.slow
@pytest.mark.parametrize("source", STARTERS)
@pytest.mark.parametrize("broken", BROKEN)
def test_msgfmt_and_i18nspector_see_a_broken_figure_too(
    source: str, broken: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    course = copy_starter(tmp_path, source)
    path = po_of(course, STARTERS[source])
    fine = inspect_catalogue(path)
    assert check_catalogue(path) == () and all("header-field" in line for line in fine)  # we write no dates and no names
    spoil(path, FIGURE[source], broken.replace("{}", "…"))
    told = {(code, line) for code, _, line in check(capsys, course)[1]}
    assert ("language.placeholder", line_of(path, FIGURE[source])) in told
    assert any("brace" in line or "sun_dist" in line or "light_speed" in line for line in check_catalogue(path))
    assert any("brace-format" in line for line in {*inspect_catalogue(path)} - {*fine})

"""Traditional Chinese from simplified, and languages in work: through the folder of a course, by the command line."""

from __future__ import annotations

import shutil
from pathlib import Path

import polib
import pytest

from edu.cli import main
from edu.language.catalogue import po_path
from edu.language.exchange.unit import Style
from edu.language.hant import convert_text, load_converter
from tests.conftest import ROOT
from tests.spoil import SMALL
from tests.translations.test_exchange import read_locales, run, tell

Capsys = pytest.CaptureFixture[str]


@pytest.fixture
def course(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "小 course"))


def load(course: Path, domain: str = "basics", lang: str = "zh_Hant") -> polib.POFile:
    return polib.pofile(str(po_path(course / "locales", lang, domain)), wrapwidth=0)


def convert(text: str, overrides: dict[str, str] | None = None, style: Style = Style.MARKED) -> str:
    converter = load_converter()
    assert converter
    return convert_text(text, style, converter, overrides or {})


# --- words -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("视频、软件、网络、用户、程序、数据", "影片、軟體、網路、使用者、程式、資料"),
        ("收入**{kling_revenue}**以上，见[网络](https://网络.example/软件)", "收入**{kling_revenue}**以上，見[網路](https://网络.example/软件)"),
        ("[[soft]] 和 `软件` {software:short}", "[[soft]] 和 `軟體` {software:short}"),
        ("", ""),
    ],
)  # fmt: skip
def test_words_become_those_of_taiwan_and_codes_stay(text: str, wanted: str) -> None:
    assert convert(text) == wanted


def test_exceptions_go_first_and_longer_ones_before_shorter() -> None:
    assert convert("短视频平台", {"视频": "影片", "短视频": "短影音", "平台": "平台"}) == "短影音平台"
    assert convert("“网络”", {"“": "「", "”": "」"}) == "「網路」"
    assert convert("a.b", {".": "!"}) == "a!b"


# --- a course ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lang", "domains"), [("zh_Hant", ("basics", "course")), ("zh_TW", ("basics", "course", "edu"))]
)  # edu brings its own words along in the first
def test_every_entry_that_is_made_is_fuzzy_and_a_second_run_changes_nothing(
    course: Path, capsys: Capsys, lang: str, domains: tuple[str, ...]
) -> None:
    code, told = run(capsys, "convert", course, "--lang", lang)
    assert sorted(path.stem for path in (course / "locales" / lang / "LC_MESSAGES").iterdir()) == sorted(domains)
    made = [entry for domain in domains for entry in load(course, domain, lang) if entry.msgstr]
    assert code == 0 and made and all(entry.fuzzy for entry in made)
    assert told.splitlines()[-1] == f"done: {len(made)} translations were made, all of them marked “fuzzy”"
    before = read_locales(course)
    assert run(capsys, "convert", course, "--lang", lang)[1].splitlines()[-1].startswith("done: 0 ")
    assert read_locales(course) == before


def test_what_somebody_wrote_stays_and_exceptions_hold_for_the_rest(course: Path, capsys: Capsys) -> None:
    assert run(capsys, "convert", course, "--lang", "zh_Hant")[0] == 0
    path = po_path(course / "locales", "zh_Hant", "course")
    file = load(course, "course")
    kept, other = (file.find(msgid) for msgid in ("营业额", "回头客"))
    assert kept and other
    kept.msgstr, kept.flags, other.msgstr = "營收", [], ""
    path.write_text(str(file), encoding="utf-8")
    (course / "locales" / "zh_Hant" / "overrides.csv").write_text(
        '\ufefffrom,to\r\n回头客,"熟客"\r\n,\r\nx\r\n', "utf-8", newline=""
    )
    assert run(capsys, "convert", course, "--lang", "zh_Hant")[0] == 0
    found = {entry.msgid: (entry.msgstr, entry.fuzzy) for entry in load(course, "course")}
    assert (found["营业额"], found["回头客"]) == (("營收", False), ("熟客", True))


def test_a_broken_list_of_exceptions_is_told_and_nothing_is_written(course: Path, capsys: Capsys) -> None:
    path = course / "locales" / "zh_Hant" / "overrides.csv"
    path.parent.mkdir(parents=True)
    path.write_bytes("from,to\n软件,軟體\n".encode("gb18030"))
    code, told = run(capsys, "convert", course, "--lang", "zh_Hant")
    assert code == 1 and "locales/zh_Hant/overrides.csv: error" in told and "[exchange.encoding]" in told
    assert not (path.parent / "LC_MESSAGES").exists()


@pytest.mark.parametrize(
    "languages",
    [(), ("en",), ("zh_Hant", "zh_CN"), ("../zh_Hant",), ("zh_hant",), ("zh_Hant_QQ",), ("zh_Abcd_TW",), ("zh_Hans_HK",)],
)
def test_only_traditional_chinese_is_made(course: Path, capsys: Capsys, languages: tuple[str, ...]) -> None:
    before = read_locales(course)
    code, told = run(capsys, "convert", course, *(part for lang in languages for part in ("--lang", lang)))
    assert code == 2 and "[usage.not-converted]" in told
    assert read_locales(course) == before


# --- languages in work -------------------------------------------------------------------------------------------------


def test_a_language_in_work_is_built_when_it_is_named_and_marked_as_unreviewed(
    course: Path, tmp_path: Path, capsys: Capsys
) -> None:
    assert run(capsys, "convert", course, "--lang", "zh_Hant")[0] == 0
    common = ["build", "--ui-lang", "en", "--course", str(course), "-o", str(tmp_path / "out"), "--to", "pptx"]
    assert main(common) == 0
    assert not (tmp_path / "out" / "zh_Hant").exists() and "zh_Hant" not in capsys.readouterr().err
    assert main([*common, "--fuzzy", "--lang", "zh_Hant"]) == 0
    assert "[language.fuzzy-shown]" in capsys.readouterr().err
    assert (tmp_path / "out" / "zh_Hant" / "basics.pptx").is_file()


def test_translators_commands_keep_a_language_in_work_up(course: Path, capsys: Capsys) -> None:
    assert run(capsys, "convert", course, "--lang", "zh_Hant")[0] == 0
    assert run(capsys, "update", course)[0] == 0
    before = read_locales(course)
    assert run(capsys, "update", course)[1] == "done: 0 files changed\n" and read_locales(course) == before
    assert "zh_Hant" in run(capsys, "status", course)[1]
    assert run(capsys, "export", course, "--lang", "zh_Hant")[0] == 0
    path = course / "dist" / "i18n" / "zh_Hant" / "basics.xlf"
    path.write_text(path.read_text("utf-8").replace('state="initial" subState="edu:fuzzy"', 'state="final"', 1), "utf-8")
    assert run(capsys, "import", course, path)[0] == 0
    assert len([entry for entry in load(course) if entry.msgstr and not entry.fuzzy]) == 1
    assert tell(capsys, course, "--partial", path) == []


def test_what_somebody_approved_in_the_flagship_course_stays_when_it_is_converted_once_more(
    tmp_path: Path, capsys: Capsys
) -> None:
    for folder in ("content", "locales"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    before = read_approved(tmp_path)
    assert run(capsys, "convert", tmp_path, "--lang", "zh_Hant")[0] == 0
    assert before and before.items() <= read_approved(tmp_path).items()


def read_approved(course: Path) -> dict[tuple[str, str, str], str]:
    files = {path.stem: polib.pofile(str(path)) for path in (course / "locales" / "zh_Hant" / "LC_MESSAGES").glob("*.po")}
    active = [(name, entry) for name, file in files.items() for entry in file if entry.msgstr and not entry.obsolete]
    return {(name, entry.msgctxt or "", entry.msgid): entry.msgstr for name, entry in active if not entry.fuzzy}

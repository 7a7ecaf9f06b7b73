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
        '\ufefffrom,to\r\n回头客,"熟客"\r\n,\r\n', "utf-8", newline=""
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
    ("table", "told"),
    [
        ("软件,軟體\n网络,網路\n", ["overrides.csv:1: error: the table of exceptions has no column “from”", "no column “to”"]),
        ("from;into\n软件;軟體\n", ["overrides.csv:1: error: the table of exceptions has no column “to”"]),
        ("from,to\n软件,軟體\n网络\n,網路\n", ["overrides.csv:3: error: here the column “to” is empty", "csv:4: error"]),
        ("from,to\n软件,軟體\n软件,軟體\n软件,程式\n", ["overrides.csv:4: error: “软件” becomes something else in line 2"]),
    ],
)
def test_a_table_of_exceptions_that_is_not_whole_is_told_line_by_line(
    course: Path, capsys: Capsys, table: str, told: list[str]
) -> None:
    write_overrides(course, table)
    before = read_locales(course)
    code, text = run(capsys, "convert", course, "--lang", "zh_Hant")
    assert code == 1 and all(line in text for line in told) and text.endswith("nothing was written\n")
    assert read_locales(course) == before


@pytest.mark.parametrize(
    "table",
    [
        "from;to\n回头客;熟客\n",
        "To\tnote\tFROM\n熟客\t-\t回头客\n",
        "sep=;\nfrom;to\n回头客;熟客\n",
        '"to","from"\n"熟客","回头客"',
    ],
)
def test_columns_stand_in_any_order_and_are_parted_as_spreadsheets_part_them(course: Path, capsys: Capsys, table: str) -> None:
    write_overrides(course, table)
    assert run(capsys, "convert", course, "--lang", "zh_Hant")[0] == 0
    entry = load(course, "course").find("回头客")
    assert entry and entry.msgstr == "熟客"


def test_changed_exceptions_hold_for_what_nobody_has_written(course: Path, capsys: Capsys) -> None:
    def convert(table: str) -> dict[str, str]:
        write_overrides(course, table)
        assert run(capsys, "convert", course, "--lang", "zh_Hant")[0] == 0
        return {entry.msgid: entry.msgstr for entry in load(course)}

    plain = convert("from,to\n")
    msgids = [msgid for msgid in plain if "排队" in msgid]
    approved, rewritten, *others = msgids
    path = po_path(course / "locales", "zh_Hant", "basics")
    file = load(course)
    for entry in file:
        entry.flags = [flag for flag in entry.flags if (entry.msgid, flag) != (approved, "fuzzy")]
        entry.msgstr = "有人改過" if entry.msgid == rewritten else entry.msgstr
    path.write_text(str(file), encoding="utf-8")
    written = {**plain, rewritten: "有人改過"}
    for table, word in (("from,to\n排队,等候\n", "等候"), ("from,to\n排队,隊伍\n有人,某人\n", "隊伍"), ("from,to\n", "排隊")):
        made = convert(table)
        assert [made[msgid] for msgid in (approved, rewritten)] == [plain[approved], "有人改過"]
        assert others and all(word in made[msgid] and "排队" not in made[msgid] for msgid in others)
        assert all(entry.fuzzy for entry in load(course) if entry.msgid in others)
    assert made == written
    assert main(["i18n", "update", "--quiet", "--course", str(course)]) == 0
    assert convert("from,to\n") == written


def write_overrides(course: Path, table: str) -> None:
    path = course / "locales" / "zh_Hant" / "overrides.csv"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(table, "utf-8")


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
    with (tmp_path / "locales" / "zh_Hant" / "overrides.csv").open("a", encoding="utf-8") as file:
        file.write("的,之\n")
    assert run(capsys, "convert", tmp_path, "--lang", "zh_Hant", "--strict")[0] == 0
    assert before and before.items() <= read_approved(tmp_path).items()


def read_approved(course: Path) -> dict[tuple[str, str, str], str]:
    files = {path.stem: polib.pofile(str(path)) for path in (course / "locales" / "zh_Hant" / "LC_MESSAGES").glob("*.po")}
    active = [(name, entry) for name, file in files.items() for entry in file if entry.msgstr and not entry.obsolete]
    return {(name, entry.msgctxt or "", entry.msgid): entry.msgstr for name, entry in active if not entry.fuzzy}

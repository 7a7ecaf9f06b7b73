"""Tables: what goes out as CSV or XLSX comes back equal, whatever spreadsheets and people do to it in between."""

from __future__ import annotations

import csv
import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edu.language.exchange.delimited import read_csv, write_csv
from edu.language.exchange.sheet import read_xlsx
from edu.language.exchange.table import Cell, Odd, Row, make_rows, read_rows
from edu.language.exchange.unit import Document, State
from edu.language.exchange.workbook import MOST_IN_CELL, Look, fits_cells, write_xlsx
from edu.problems import Code, Kind, Problems
from tests.language.exchange.units import DANGEROUS, DOCUMENTS, HARMLESS, make_document, make_unit


def as_csv(document: Document) -> bytes:
    return write_csv(make_rows(document, guarded=True))


def as_xlsx(document: Document) -> bytes:
    return write_xlsx([*make_rows(document)], Look("basics"))


def read(data: bytes) -> tuple[tuple[Document, ...], Problems]:
    rows, problems = (read_xlsx if data.startswith(b"PK") else read_csv)(data, "a")
    return ((), problems) if problems else read_rows(rows, "a")


def tell(data: bytes) -> list[tuple[Kind, int]]:
    _, problems = read(data)
    return [(problem.code, problem.place.line if problem.place else -1) for problem in problems]


def list_texts(document: Document) -> list[tuple[str, str, str, State | None]]:
    return [(unit.key, unit.source, unit.target, unit.state) for unit in document.units]


SAMPLE = make_document(
    *(make_unit(text, f"{text} x") for text in (*DANGEROUS, *HARMLESS)),
    *(make_unit(f"营业额 {number}", text, State.REVIEWED) for number, text in enumerate((*DANGEROUS, *HARMLESS))),
    make_unit("利润"),
    make_unit("第一行\n第二行", 'she said: "no"; a, b\n\nc', State.FUZZY, place="content/a.yaml#title"),
)


# --- the same comes back -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("write", [as_csv, as_xlsx])
@settings(max_examples=100, deadline=None)
@given(document=DOCUMENTS)
def test_what_goes_out_comes_back_equal(write: Callable[[Document], bytes], document: Document) -> None:
    data = write(document)
    (back,), problems = read(data)
    assert problems == ()
    assert (back.course, back.domain, back.source_lang, back.lang, back.by_hand) == ("small", "basics", "zh-CN", "en", True)
    assert list_texts(back) == list_texts(document)
    assert write(document) == data


def test_a_csv_file_is_what_excel_reads_as_utf_8_and_others_as_csv() -> None:
    data = as_csv(SAMPLE)
    assert data.startswith(b'\xef\xbb\xbf"key (small)"') and data.endswith(b"\r\n")
    rows = [*csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))]
    assert [len(row) for row in rows] == [6] * len(rows)
    assert not [cell for row in rows for cell in row if re.match(r"\s*[=+\-@\t\r]", cell)]


def test_a_workbook_has_no_clock_and_no_formula_in_it() -> None:
    with zipfile.ZipFile(io.BytesIO(as_xlsx(SAMPLE))) as package:
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {info.compress_type for info in package.infolist()} == {zipfile.ZIP_STORED}
        assert b"dcterms:created" not in package.read("docProps/core.xml")
        sheet = package.read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in sheet and b"<hyperlink" not in sheet
    assert b"<sheetProtection" in sheet and b"missing,fuzzy,translated,reviewed" in sheet


def test_a_text_too_long_for_a_cell_is_known() -> None:
    assert fits_cells(["a" * MOST_IN_CELL])
    assert not fits_cells(["a" * (MOST_IN_CELL + 1)])
    assert not fits_cells(["𠀀" * (MOST_IN_CELL // 2 + 1)])


@pytest.mark.slow
def test_another_reader_finds_the_same_cells() -> None:
    import openpyxl

    sheet = openpyxl.load_workbook(io.BytesIO(as_xlsx(SAMPLE))).active
    cells = [tuple(cell.value or "" for cell in row) for row in sheet.iter_rows()]
    assert cells == [tuple(text.replace("\r", "_x000D_") for text in row) for row in make_rows(SAMPLE)]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
    assert {cell.value for row in sheet.iter_rows() for cell in row if cell.data_type == "n"} == {None}


@pytest.mark.slow
def test_what_another_writer_makes_is_read() -> None:
    import openpyxl

    kept = replace(SAMPLE, units=tuple(unit for unit in SAMPLE.units if not re.search("[\t\r]", unit.source + unit.target)))
    book, stream = openpyxl.Workbook(), io.BytesIO()
    for row in make_rows(kept):
        book.active.append(row)
    for cell in (cell for row in book.active.iter_rows() for cell in row):
        cell.data_type = "s"
    book.save(stream)
    (back,), problems = read(stream.getvalue())
    assert (list_texts(back), problems) == (list_texts(kept), ())


# --- what spreadsheets do ----------------------------------------------------------------------------------------------


def convert(path: Path, folder: Path, suffix: str, how: str = "") -> Path:
    """Let LibreOffice open `path` and save it into `folder` as another kind of file."""
    command = ["soffice", f"-env:UserInstallation={(folder.parent / 'profile').as_uri()}", "--headless"]
    command += [f"--infilter={how}"] if how else []
    subprocess.run([*command, "--convert-to", suffix, "--outdir", folder, path], check=True, capture_output=True, timeout=120)
    return next(folder.iterdir())


@pytest.mark.slow
def test_libreoffice_opens_both_and_gives_the_same_cells_back(tmp_path: Path) -> None:
    assert shutil.which("soffice")
    units = tuple(unit for unit in SAMPLE.units if "\r" not in unit.source + unit.target)
    sample = replace(SAMPLE, units=units)
    (tmp_path / "a.xlsx").write_bytes(as_xlsx(sample))
    (tmp_path / "b.csv").write_bytes(as_csv(sample))
    first = convert(tmp_path / "a.xlsx", tmp_path / "1", "xlsx")
    second = convert(first, tmp_path / "2", "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true")
    third = convert(tmp_path / "b.csv", tmp_path / "3", "xlsx", "CSV:44,34,76,1")
    for path in (first, second, third):
        (back,), problems = read(path.read_bytes())
        assert problems == ()
        assert list_texts(back) == list_texts(sample)


def save(rows: Sequence[Sequence[str]], separator: str, encoding: str, ends: str = "\r\n", first: str = "") -> bytes:
    """Save rows as a spreadsheet does: only what must be stands in quotes."""

    def quote(cell: str) -> str:
        return f'"{cell.replace(chr(34), chr(34) * 2)}"' if re.search(f'[{separator}"\r\n]', cell) else cell

    return (first + "".join(separator.join(map(quote, row)) + ends for row in rows)).encode(encoding)


@pytest.mark.parametrize(
    ("separator", "encoding", "ends", "first"),
    [
        (",", "utf-8-sig", "\r\n", ""),
        (",", "utf-8", "\n", ""),
        (";", "utf-8-sig", "\r\n", ""),
        (";", "utf-8", "\r\n", "sep=;\r\n"),
        ("\t", "utf-16", "\r\n", ""),
        ("\t", "utf-16-le", "\n", ""),
        (",", "utf-8", "\r", ""),
    ],
)
def test_every_way_to_save_a_csv_file_is_read(separator: str, encoding: str, ends: str, first: str) -> None:
    rows = [*make_rows(SAMPLE, guarded=True)]
    (back,), problems = read(save(rows, separator, encoding, ends, first))
    assert (list_texts(back), problems) == (list_texts(SAMPLE), ())


def test_rows_may_be_sorted_and_columns_moved_added_and_left_out() -> None:
    rows = [*make_rows(SAMPLE, guarded=True)]
    moved = [(row[4], "my own", row[0].upper() if index == 0 else row[0], row[3]) for index, row in enumerate(rows)]
    moved = [("", "", "", ""), moved[0], *sorted(moved[1:], reverse=True), ("", " ", "", "")]
    (back,), problems = read(write_csv(moved))
    assert problems == ()
    assert sorted((unit.key, unit.source, unit.target) for unit in back.units) == sorted(
        (unit.key, unit.source, unit.target) for unit in SAMPLE.units
    )
    assert {unit.state for unit in back.units} == {None}


def test_two_domains_in_one_table_are_two_documents() -> None:
    rows = [*make_rows(SAMPLE), *[*make_rows(replace(SAMPLE, domain="course"))][1:]]
    documents, _ = read(write_csv(rows))
    assert [document.domain for document in documents] == ["basics", "course"]


# --- what people do ----------------------------------------------------------------------------------------------------

HEAD = ("key (small)", "place", "notes", "source (zh-CN)", "target (en)", "state")
KEY = f"basics/{make_unit('a').key}"


def table(*rows: Sequence[Cell], head: Sequence[str] = HEAD) -> list[tuple[Kind, int, str]]:
    numbered: list[Row] = [(number, row) for number, row in enumerate((head, *rows), 1)]
    _, problems = read_rows(numbered, "a.xlsx")
    return [(problem.code, problem.place.line if problem.place else -1, str(problem.values["name"])) for problem in problems]


def test_a_lost_column_is_told() -> None:
    assert table(head=("key (small)", "place", "source (zh-CN)")) == [(Code.EXCHANGE_COLUMN, 1, "target")]
    assert [name for _, _, name in table(head=("a", "b"))] == ["key", "source", "target"]


def test_a_row_without_its_key_is_told() -> None:
    assert table(("", "", "", "a", "b", "")) == [(Code.EXCHANGE_KEY, 2, "")]
    assert table(("basics/abc", "", "", "a", "b", "")) == [(Code.EXCHANGE_KEY, 2, "basics/abc")]
    assert table(("", "x", "y", "", "", "z"), ("", "", "my remark")) == []


def test_a_cell_that_became_a_date_a_number_or_a_formula_is_told() -> None:
    assert table((KEY, "", "", "a", Odd("45000"), "")) == [(Code.EXCHANGE_CELL, 2, "target")]
    assert table((KEY, "", "", Odd("=A1"), "b", "")) == [(Code.EXCHANGE_CELL, 2, "source")]
    assert table((KEY, Odd("1"), Odd("2"), "a", "b", "")) == []


def test_an_unknown_state_is_told_and_capitals_are_not() -> None:
    assert table((KEY, "", "", "a", "b", "Reviewed ")) == []
    assert table((KEY, "", "", "a", "b", "translatd")) == [(Code.EXCHANGE_STATE, 2, "translatd")]


def make_workbook(fill: Callable[[object, object], None]) -> bytes:
    """Return a workbook with our heads in which `fill` writes as people do."""
    import xlsxwriter

    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        book.add_worksheet("remarks").write_string(0, 0, "see the second sheet")
        sheet = book.add_worksheet("texts")
        sheet.write_row(0, 0, HEAD)
        sheet.write_row(2, 0, [KEY, "", "", "a"])
        fill(book, sheet)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("fill", "target", "code"),
    [
        (lambda book, sheet: sheet.write_number(2, 4, 2025), "2025", None),
        (lambda book, sheet: sheet.write_number(2, 4, 1.5), "1.5", None),
        (lambda book, sheet: sheet.write_number(2, 4, 2025, book.add_format({"num_format": "@"})), "2025", None),
        (lambda book, sheet: sheet.write_number(2, 4, 0.3, book.add_format({"num_format": "0%"})), None, Code.EXCHANGE_CELL),
        (lambda book, sheet: sheet.write_number(2, 4, 45000, book.add_format({"num_format": 14})), None, Code.EXCHANGE_CELL),
        (lambda book, sheet: sheet.write_formula(2, 4, "=1+1"), None, Code.EXCHANGE_CELL),
        (lambda book, sheet: sheet.write_boolean(2, 4, True), None, Code.EXCHANGE_CELL),
        (lambda book, sheet: sheet.write_rich_string(2, 4, "a ", book.add_format({"bold": True}), "b", " c"), "a b c", None),
    ],
)
def test_what_people_type_into_a_cell_is_read_or_told(
    fill: Callable[[object, object], None], target: str | None, code: Kind | None
) -> None:
    documents, problems = read(make_workbook(fill))
    assert [problem.code for problem in problems] == ([code] if code else [])
    assert [unit.target for document in documents for unit in document.units] == ([] if target is None else [target])
    assert all(problem.place and problem.place.line == 3 for problem in problems)


# --- broken files ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        ("键,原文\n".encode("gb18030"), Code.EXCHANGE_ENCODING, 0),
        (b"\xff\xfea", Code.EXCHANGE_ENCODING, 0),
        (b'key,source,target\n\n"a"b,c,d\n', Code.EXCHANGE_QUOTES, 3),
        (b'key,source,target\na,"b,c\n', Code.EXCHANGE_QUOTES, 2),
        (b"key,source,target\na," + b"x" * 140_000 + b",c\n", Code.EXCHANGE_QUOTES, 2),
        (b"", Code.EXCHANGE_COLUMN, 1),
        (b"\x00\x01\x02", Code.EXCHANGE_COLUMN, 1),
        (b"PK\x03\x04", Code.EXCHANGE_WORKBOOK, 0),
        (b"PK\x03\x04" + b"\0" * 100, Code.EXCHANGE_WORKBOOK, 0),
    ],
)
def test_a_file_that_is_no_table_is_a_problem(data: bytes, code: Kind, line: int) -> None:
    assert tell(data)[0] == (code, line)


def rezip(data: bytes, change: Callable[[dict[str, bytes]], None], kind: int = zipfile.ZIP_DEFLATED) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        members = {name: package.read(name) for name in package.namelist()}
    change(members)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", kind) as package:
        for name, member in members.items():
            package.writestr(name, member)
    return stream.getvalue()


def put(name: str, data: bytes) -> Callable[[dict[str, bytes]], None]:
    return lambda members: members.__setitem__(name, data)


SHEET, STRINGS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
OUTSIDE = b'<R><Relationship Id="a" Type="x/officeDocument" Target="../../../etc/passwd"/></R>'
FAR = b'<w><row r="9999999999"><c r="ZZZZ1" t="s"><v>-1</v></c><c r="XFD1" t="s"><v>9</v></c></row></w>'
BOMB = b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda members: members.pop("_rels/.rels"), Code.EXCHANGE_WORKBOOK),
        (lambda members: members.pop("xl/workbook.xml"), Code.EXCHANGE_WORKBOOK),
        (lambda members: members.pop(SHEET), Code.EXCHANGE_WORKBOOK),
        (put(SHEET, b"<a>"), Code.EXCHANGE_XML),
        (put(SHEET, BOMB), Code.EXCHANGE_ENTITIES),
        (put(STRINGS, BOMB), Code.EXCHANGE_ENTITIES),
        (put(SHEET, b" " * 60_000_001), Code.EXCHANGE_WORKBOOK),
        (put(STRINGS, b"<sst/>"), Code.EXCHANGE_COLUMN),
        (put(SHEET, b"<worksheet/>"), Code.EXCHANGE_COLUMN),
        (put("xl/_rels/workbook.xml.rels", b"<Relationships/>"), Code.EXCHANGE_COLUMN),
        (
            put("_rels/.rels", b'<R><Relationship Id="a" Type="x/officeDocument" Target="../../../etc/passwd"/></R>'),
            Code.EXCHANGE_WORKBOOK,
        ),
        (
            put(SHEET, b'<w><row r="9999999999"><c r="ZZZZ1" t="s"><v>-1</v></c><c r="XFD1" t="s"><v>9</v></c></row></w>'),
            Code.EXCHANGE_COLUMN,
        ),
    ],
)
def test_a_workbook_that_is_broken_is_a_problem(change: Callable[[dict[str, bytes]], None], code: Kind) -> None:
    assert {found for found, _ in tell(rezip(as_xlsx(SAMPLE), change))} == {code}


def test_a_workbook_with_a_password_on_its_members_or_cut_off_is_a_problem() -> None:
    data = as_xlsx(SAMPLE)
    locked = bytearray(rezip(data, lambda members: None))
    for found in re.finditer(b"PK\x01\x02", locked):
        locked[found.start() + 8] |= 1
    assert tell(bytes(locked)) == [(Code.EXCHANGE_WORKBOOK, 0)]
    assert tell(data[: len(data) // 2]) == [(Code.EXCHANGE_WORKBOOK, 0)]


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_no_damage_brings_more_than_a_problem(data: st.DataObject) -> None:
    for whole in (as_xlsx(SAMPLE), as_csv(SAMPLE)):
        spoiled = bytearray(whole)
        for _ in range(data.draw(st.integers(1, 8))):
            spoiled[data.draw(st.integers(4, len(spoiled) - 1))] = data.draw(st.integers(0, 255))
        read(bytes(spoiled))

"""Glossaries: as CSV and TBX they come back equal, others read them, and no cell of them is run."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from edu.language.exchange.delimited import read_csv, write_csv
from edu.language.exchange.tbx import read_tbx, write_tbx
from edu.language.exchange.terms import Concept, Termbase, Wording, find_term_columns, make_term_rows, read_term_rows
from edu.language.exchange.xml import NOT_IN_XML, XML, parse_xml
from edu.problems import Code, Problems
from tests.language.exchange.units import TEXTS

WORDS = st.lists(TEXTS.map(lambda text: text.replace("|", "").strip()).filter(bool), max_size=3).map(tuple)
NAMED = TEXTS.map(str.strip).filter(bool)


@st.composite
def draw_bases(draw: st.DrawFn) -> Termbase:
    ids = draw(st.lists(st.from_regex(r"[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,4})?", fullmatch=True), max_size=4, unique=True))
    wordings = st.builds(Wording, NAMED, TEXTS, WORDS)
    concepts = [Concept(id, {"zh-CN": draw(wordings), "en": draw(wordings)}, draw(TEXTS.map(str.strip))) for id in ids]
    return Termbase("small", "zh-CN", tuple(concepts))


SAMPLE = Termbase(
    "small",
    "zh-CN",
    (
        Concept(
            "turnover",
            {
                "zh-CN": Wording("营业额", "卖出商品收到的钱。", ("销售额",)),
                "en": Wording("turnover", "What was taken.", ("sales", "gain")),
            },
            "Not profit: <b>&",
        ),
        Concept("chance", {"zh-CN": Wording("机会", "=1+1"), "en": Wording()}),
    ),
)


def from_csv(data: bytes) -> tuple[Termbase, Problems]:
    rows, problems = read_csv(data, "a.csv")
    return read_term_rows(rows, "a.csv") if not problems else (SAMPLE, problems)


def strip_lines(base: Termbase) -> list[tuple[str, dict[str, Wording], str]]:
    return [(concept.id, dict(concept.wordings), concept.note) for concept in base.concepts]


@settings(max_examples=30, deadline=None)
@given(draw_bases())
def test_a_table_comes_back_equal_and_nothing_in_it_is_a_formula(base: Termbase) -> None:
    data = write_csv(make_term_rows(base, guarded=True))
    back, problems = from_csv(data)
    assert (back.course, back.source if base.concepts else "zh-CN", problems) == ("small", "zh-CN", ())
    assert strip_lines(back) == strip_lines(base)
    cells = [cell for row in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")) for cell in row]
    assert not [cell for cell in cells if cell.lstrip()[:1] in set("=+-@|%")]


@settings(max_examples=30, deadline=None)
@given(draw_bases())
def test_a_tbx_file_comes_back_equal(base: Termbase) -> None:
    data = write_tbx(base)
    back = read_tbx(parse_xml(data, "a.tbx"), "a.tbx")
    assert (back.course, back.source) == ("small", "zh-CN")

    def clean(text: str) -> str:
        return NOT_IN_XML.sub("\ufffd", text)

    for (id, wordings, note), (id_back, wordings_back, note_back) in zip(strip_lines(base), strip_lines(back), strict=True):
        assert (id, clean(note)) == (id_back, note_back)
        for tag, wording in wordings.items():
            avoid = tuple(map(clean, wording.avoid))
            assert wordings_back[tag] == Wording(clean(wording.term), clean(wording.definition), avoid)
    assert write_tbx(base) == data


def test_another_reader_finds_the_terms_and_which_are_not_to_be_used() -> None:
    from translate.storage.tbx import tbxfile

    store = tbxfile(io.BytesIO(write_tbx(SAMPLE)), sourcelanguage="zh-CN", targetlanguage="en")
    first = store.units[0]
    assert (first.getid(), str(first.source), str(first.target)) == ("turnover", "营业额", "turnover")
    assert [(term.text, term.deprecated) for term in first.get_target_terms("en")] == [
        ("turnover", False),
        ("sales", True),
        ("gain", True),
    ]
    notes = {note.category: note.text for note in first.get_common_notes()}
    assert notes == {None: "Not profit: <b>&", "definition": "What was taken."}


def test_the_dialect_is_named_and_every_element_stands_where_tbx_2_has_it() -> None:
    root = etree.fromstring(write_tbx(SAMPLE))
    assert (root.tag, root.get("type"), root.get(f"{{{XML}}}lang")) == ("martif", "TBX-Basic", "zh-CN")
    assert root.findtext("martifHeader/encodingDesc/p[@type='XCSURI']") == "TBXBasicXCSV02.xcs"
    entry = root.find("text/body/termEntry")
    assert entry is not None and [child.tag for child in entry] == ["note", "langSet", "langSet"]
    assert [child.tag for child in entry[1]] == ["descrip", "tig", "tig"]
    assert [[child.tag for child in tig] for tig in entry.iter("tig")] == [["term", "termNote"]] * 5
    assert len(root.findall("text/body/termEntry[@id='chance']/langSet")) == 1  # no empty term


def test_a_tbx_3_file_of_another_program_is_read() -> None:
    old = "<m:administrativeStatus>supersededTerm-admn-sts</m:administrativeStatus>"
    names = (
        'xmlns="urn:iso:std:iso:30042:ed-2" xmlns:m="http://www.tbxinfo.net/ns/min" xmlns:b="http://www.tbxinfo.net/ns/basic"'
    )
    data = f"""<tbx {names} type="TBX-Basic" style="dct" xml:lang="en"><tbxHeader/><text><body>
      <conceptEntry id="turnover">
        <langSec xml:lang="zh-CN"><b:definition>钱。</b:definition><termSec><term>营业额</term></termSec></langSec>
        <langSec xml:lang="en"><termSec><term>gain</term>{old}</termSec>
          <termSec><term>turn<hi>over</hi></term></termSec></langSec></conceptEntry></body></text></tbx>"""
    base = read_tbx(parse_xml(data.encode(), "a"), "a")
    assert strip_lines(base) == [
        ("turnover", {"zh-CN": Wording("营业额", "钱。"), "en": Wording("turnover", "", ("gain",))}, "")
    ]
    assert (base.course, base.concepts[0].line) == ("", 2)


def test_a_table_may_be_saved_by_any_spreadsheet_with_its_columns_moved() -> None:
    rows = [[*reversed(row)] for row in make_term_rows(SAMPLE)]
    text = "\r\n".join(";".join(f'"{cell}"' for cell in row) for row in rows)
    back, problems = from_csv(text.encode("utf-16"))
    assert problems == ()
    assert [concept.wordings["en"].term for concept in back.concepts] == ["turnover", ""]


def test_rows_without_an_id_are_told() -> None:
    heads = ("id (small)", "term (zh-CN)", "term (en)")
    _, problems = read_term_rows(
        [(1, heads), (2, ("", "营业额", "turnover")), (3, ("", "", "")), (4, ("Ä", "a", "b"))], "a.csv"
    )
    assert [(problem.code, problem.place.line if problem.place else 0) for problem in problems] == [
        (Code.EXCHANGE_TERM_ID, 2),
        (Code.EXCHANGE_TERM_ID, 4),
    ]


@pytest.mark.parametrize("heads", [("key", "source", "target"), ("id", "note"), ("term (en)",), ()])
def test_other_tables_are_no_glossaries(heads: tuple[str, ...]) -> None:
    assert not find_term_columns(heads)

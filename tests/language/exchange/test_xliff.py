"""XLIFF: what goes out comes back equal, programs cannot break what is no word, and no file brings more than a Problem."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from lxml import etree

from edu.language.exchange.unit import Document, Note, State, Unit
from edu.language.exchange.xliff import SIZES, XLIFF, write_xliff
from edu.language.exchange.xliff import read_xliff as read_root
from edu.language.exchange.xml import XmlError, parse_xml
from edu.problems import Code, Kind, Problems
from tests.language.exchange.units import DOCUMENTS, make_document, make_unit

NAMES = {"x": XLIFF, "slr": SIZES}
SCHEMAS = Path("/usr/share/php/Symfony/Component/Translation/Resources/schemas")
SOURCE = "**收入**超过{kling}，见[表](https://a.example)"
TARGET = "Revenue, **more than {kling}**: see [table](https://a.example)"


def read_xliff(data: bytes, name: str) -> tuple[tuple[Document, ...], Problems]:
    try:
        return read_root(parse_xml(data, name), name)
    except XmlError as error:
        return (), (error.problem,)


def read(data: bytes) -> tuple[Unit, ...]:
    """Return the units of a sound file of one document."""
    documents, problems = read_xliff(data, "a.xlf")
    assert problems == ()
    return documents[0].units


def tell(data: bytes) -> list[tuple[Kind, int]]:
    _, problems = read_xliff(data, "a.xlf")
    return [(problem.code, problem.place.line if problem.place else -1) for problem in problems]


def write(*units: Unit, **more: object) -> etree._Element:
    return etree.fromstring(write_xliff(make_document(*units, **more)))


def find(root: etree._Element, path: str) -> list[str]:
    return [str(found) for found in root.xpath(path, namespaces=NAMES)]


def file(body: str, head: str = 'version="2.1" srcLang="zh-CN" trgLang="en"') -> bytes:
    start = f'<xliff xmlns="{XLIFF}" xmlns:m="urn:x" {head}><file id="basics" original="small/a.po">'
    return f"{start}{body}</file></xliff>".encode()


def unit(content: str, data: str = "", more: str = "") -> bytes:
    return file(f'<unit id="a" {more}>{data}{content}</unit>')


# --- the same comes back -----------------------------------------------------------------------------------------------


@settings(max_examples=100, deadline=None)
@given(DOCUMENTS)
def test_what_goes_out_comes_back_equal(document: Document) -> None:
    data = write_xliff(document)
    (back,), problems = read_xliff(data, "a.xlf")
    assert problems == ()
    assert (back.course, back.domain, back.source_lang, back.lang) == ("small", "basics", "zh-CN", "en")
    said = [(unit.key, unit.source, unit.target, unit.state or State.MISSING, unit.whole) for unit in back.units]
    assert said == [(unit.key, unit.source, unit.target, unit.state, True) for unit in document.units]
    assert write_xliff(document) == data


@settings(max_examples=150, deadline=None)
@given(DOCUMENTS)
@pytest.mark.slow
def test_every_file_is_valid_by_the_schema_of_oasis(document: Document) -> None:
    check_schema(write_xliff(document))


def check_schema(data: bytes) -> None:
    text = (SCHEMAS / "xliff-core-2.0.xsd").read_text("utf-8")  # the core of 2.1 is of the same namespace and shape
    text = text.replace("informativeCopiesOf3rdPartySchemas/w3c/xml.xsd", (SCHEMAS / "xml.xsd").as_uri())
    etree.XMLSchema(etree.fromstring(text.encode())).assertValid(etree.fromstring(data))


@pytest.mark.slow
def test_the_schema_finds_what_is_wrong() -> None:
    data = write_xliff(make_document(make_unit(SOURCE, TARGET)))
    check_schema(data)
    for old, new in ((b"<target>", b"<target dir='x'>"), (b"originalData", b"data"), (b'state="translated"', b'state="done"')):
        with pytest.raises(etree.DocumentInvalid):
            check_schema(data.replace(old, new))


@pytest.mark.slow
def test_another_program_reads_the_same_keys_texts_and_states() -> None:
    from translate.storage.xliff2 import Xliff2File

    ours = [make_unit("a"), *(make_unit(f"营业额\n{state}", "sales & <more>", state) for state in [*State][1:])]
    store = Xliff2File.parsestring(write_xliff(make_document(*ours)))
    assert (store.sourcelanguage, store.targetlanguage) == ("zh-CN", "en")
    found = [(unit.getid(), unit.source, unit.target or "", unit.isfuzzy(), unit.isapproved()) for unit in store.units]
    wanted = [(u.key, u.source, u.target, u.state is State.FUZZY, u.state is State.REVIEWED) for u in ours]
    assert found == wanted
    assert [unit.istranslated() for unit in store.units] == [False, False, True, True]


# --- what stands in it -------------------------------------------------------------------------------------------------


def test_a_unit_says_where_it_stands_what_it_is_and_how_much_room_there_is() -> None:
    notes = (Note("role", "title"), Note("term", "营业额 = sales"))
    root = write(make_unit("营业额", place="content/a.yaml#title", room=54, notes=notes))
    assert find(root, "//x:unit/@name") == ["content/a.yaml#title"]
    assert find(root, "//x:unit/@slr:sizeRestriction") == ["54"]
    assert find(root, "//slr:profiles/@generalProfile") == ["xliff:codepoints"]
    assert find(root, "//x:note/@category | //x:note/text()") == ["role", "title", "term", "营业额 = sales"]
    assert find(root, "/x:xliff/@srcLang | /x:xliff/@trgLang | //x:file/@original") == [
        "zh-CN", "en", "small/locales/en/LC_MESSAGES/basics.po",
    ]  # fmt: skip


def test_a_language_that_is_written_from_right_to_left_says_so() -> None:
    assert find(write(make_unit("a"), lang="ar"), "//x:file/@srcDir | //x:file/@trgDir") == ["ltr", "rtl"]


def test_what_is_no_word_is_a_code_and_has_the_same_id_in_both_texts() -> None:
    root = write(make_unit(SOURCE, TARGET, figures={"{kling}": "CN¥500M"}))
    assert find(root, "//x:source//text()") == ["收入", "超过", "，见", "表"]
    assert find(root, "//x:target//text()") == ["Revenue, ", "more than ", ": see ", "table"]
    for side in ("source", "target"):
        assert find(root, f"//x:{side}//x:ph/@id | //x:{side}//x:ph/@equiv | //x:{side}//x:ph/@disp") == [
            "2",
            "CN¥500M",
            "{kling}",
        ]
        assert find(root, f"//x:{side}//x:pc/@id") == ["1", "3"]
        assert find(root, f"//x:{side}//x:ph/@canDelete") == ["no"]
    assert find(root, "//x:data/text()") == ["**", "{kling}", "[", "](https://a.example)"]


def test_a_code_that_a_translation_has_lost_may_be_missing_so_that_the_file_stays_valid() -> None:
    assert find(write(make_unit("{kling}元", "yuan", State.FUZZY)), "//x:ph/@canDelete") == []


def test_states_are_those_of_the_standard() -> None:
    units = [make_unit("a"), *(make_unit(f"{state}", "b", state) for state in State if state is not State.MISSING)]
    root = write(*units)
    assert [dict(segment.attrib) for segment in root.iter(f"{{{XLIFF}}}segment")] == [
        {}, {"state": "initial", "subState": "edu:fuzzy"}, {"state": "translated"}, {"state": "reviewed"},
    ]  # fmt: skip


def test_no_character_makes_the_file_unreadable() -> None:
    root = write(make_unit("a\x01b\ufffec", "\x1f", notes=(Note("role", "x\x02"),)))
    assert find(root, "//x:cp/@hex") == ["0001", "FFFE", "001F"]
    assert find(root, "//x:note/text()") == ["x\ufffd"]


# --- what other programs make of it ------------------------------------------------------------------------------------


DATA = '<originalData><data id="d1">{kling}</data><data id="d2">**</data></originalData>'


@pytest.mark.parametrize(
    ("content", "target"),
    [
        (
            '<segment><source>a<ph id="1" dataRef="d1"/></source><target><ph id="1" dataRef="d1"/>b</target></segment>',
            "{kling}b",
        ),
        ('<segment><source>a<ph id="1" dataRef="d1"/></source><target><ph id="1"/>b</target></segment>', "{kling}b"),
        ('<segment><source><ph id="1" dataRef="d1"/></source><target><ph id="7" copyOf="1"/>b</target></segment>', "{kling}b"),
        (
            '<segment><source><pc id="1" dataRefStart="d2" dataRefEnd="d2">a</pc></source>'
            '<target><sc id="1" dataRef="d2"/>b<ec startRef="1" dataRef="d2"/>c</target></segment>',
            "**b**c",
        ),
        (
            '<segment><source><pc id="1" dataRefStart="d2" dataRefEnd="d2">a</pc></source>'
            '<target><sc id="1"/>b<ec startRef="1"/></target></segment>',
            "**b**",
        ),
        (
            '<segment><source/><target>b<mrk id="m" type="term">c</mrk><sm id="n"/>d<em startRef="n"/></target></segment>',
            "bcd",
        ),
        (
            '<segment><source>a</source><target>b<!-- no -->c<?no?>d<cp hex="0007"/><cp hex="D800"/></target></segment>',
            "bcd\x07\ufffd",
        ),
        (
            "<segment><source>a.</source><target>A.</target></segment><ignorable><source> </source></ignorable>"
            "<segment><source>b.</source><target>B.</target></segment>",
            "A. B.",
        ),
        (
            '<segment><source>a</source><target order="2">A</target></segment>'
            '<segment><source>b</source><target order="1">B</target></segment>',
            "BA",
        ),
    ],
)
def test_what_programs_may_do_is_read(content: str, target: str) -> None:
    (found,) = read(unit(content, DATA))
    assert (found.target, found.whole) == (target, True)


def test_sentences_join_to_the_text_and_have_the_least_state_of_all() -> None:
    parts = '<segment state="final"><source>a.</source><target>A.</target></segment>'
    parts += '<segment state="translated"><source>b.</source><target>B.</target></segment>'
    (found,) = read(unit(parts))
    assert (found.source, found.target, found.state) == ("a.b.", "A.B.", State.TRANSLATED)
    (found,) = read(unit(parts.replace("<target>B.</target>", "")))
    assert found.whole is False


def test_groups_other_files_and_modules_of_others_are_no_trouble() -> None:
    parts = '<m:x>y</m:x><group id="g"><unit id="b"><segment><source>s</source></segment></unit></group>'
    documents, problems = read_xliff(
        file(parts).replace(b"</xliff>", b'<file id="other"><unit id="c"/></file></xliff>'), "a.xlf"
    )
    assert ([[unit.key for unit in document.units] for document in documents], problems) == ([["b"], ["c"]], ())


def test_a_code_that_stands_for_nothing_is_told_with_its_line() -> None:
    content = '<segment><source>a</source><target>b<ph id="9"/></target></segment>'
    assert tell(b"<?xml version='1.0'?>\n" + unit(content)) == [(Code.EXCHANGE_CODE, 2)]


BOMB = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"<xliff", Code.EXCHANGE_XML),
        (b"<", Code.EXCHANGE_XML),
        (b"<a>\xff</a>", Code.EXCHANGE_XML),
        (b"\xef\xbb\xbf<a>", Code.EXCHANGE_XML),
        ("<a>".encode("utf-16"), Code.EXCHANGE_XML),
        (b'<?xml version="1.0" encoding="klingon"?><a/>', Code.EXCHANGE_XML),
        (b"<a>" * 300 + b"</a>" * 300, Code.EXCHANGE_XML),
        (b"<a>" + b"x" * 10_500_000 + b"</a>", Code.EXCHANGE_XML),
        (b"<html><body/></html>", Code.EXCHANGE_FORMAT),
        (b'<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"/>', Code.EXCHANGE_VERSION),
        (b'<xliff version="2.1"/>', Code.EXCHANGE_VERSION),
        (f'<!DOCTYPE x [<!ENTITY a0 "x">{BOMB}]><xliff>&a11;</xliff>'.encode(), Code.EXCHANGE_XML),
        (b'<!DOCTYPE x [<!ENTITY a "b">]><xliff>&a;</xliff>', Code.EXCHANGE_ENTITIES),
        (f'<!DOCTYPE x [<!ENTITY a0 "x">{BOMB}]><xliff a="&a11;"/>'.encode(), Code.EXCHANGE_XML),
        (b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><xliff>&a;</xliff>', Code.EXCHANGE_ENTITIES),
        (b'<!DOCTYPE x [<!ENTITY % a SYSTEM "file:///etc/passwd">%a;]><xliff/>', Code.EXCHANGE_ENTITIES),
    ],
)
def test_a_file_that_is_no_xliff_is_a_problem(data: bytes, code: Kind) -> None:
    assert [found for found, _ in tell(data)] == [code]


def test_a_document_type_of_its_own_is_neither_loaded_nor_refused(tmp_path: Path) -> None:
    (tmp_path / "a.dtd").write_text('<!ENTITY a "no">')
    data = f'<!DOCTYPE xliff SYSTEM "{(tmp_path / "a.dtd").as_uri()}">'.encode() + unit("<segment><source>s</source></segment>")
    assert read(data)[0].source == "s"


def test_utf_16_is_read() -> None:
    data = write_xliff(make_document(make_unit(SOURCE, TARGET))).decode().replace("encoding='utf-8'", "encoding='utf-16'")
    assert read(data.encode("utf-16"))[0].target == TARGET

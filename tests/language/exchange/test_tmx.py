"""TMX: a memory goes out as others read it, comes back equal, and fills what is missing and nothing else."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from hypothesis import given, settings
from lxml import etree

from edu.language.exchange.recall import Memory, recall
from edu.language.exchange.take import Change
from edu.language.exchange.tmx import read_tmx, write_tmx
from edu.language.exchange.unit import Document, State, Unit, make_key
from edu.language.exchange.xml import NOT_IN_XML, XML, XmlError, parse_xml
from edu.problems import Code, Level
from tests.language.exchange.units import DOCUMENTS, make_document, make_unit

CERTAIN = (State.TRANSLATED, State.REVIEWED)
SOURCE = "**收入**超过{kling}，见[表](https://a.example)"
TARGET = "Revenue, **more than {kling}**: see [table](https://a.example)"


def read(data: bytes) -> Memory:
    return read_tmx(parse_xml(data, "a.tmx"), "a.tmx")


def list_kept(document: Document) -> list[Unit]:
    """Return the units that a memory keeps: those that somebody has confirmed, and that XML can hold."""
    certain = [unit for unit in document.units if unit.state in CERTAIN and unit.target.strip()]
    return [unit for unit in certain if not NOT_IN_XML.search(unit.source + unit.target)]


@settings(max_examples=40, deadline=None)
@given(DOCUMENTS)
def test_what_goes_out_comes_back_equal(document: Document) -> None:
    data, odd = write_tmx(document)
    back, kept = read(data), list_kept(document)
    assert back.course == "small"
    assert [(entry.key, entry.texts, entry.state) for entry in back.entries] == [
        (unit.key, (("zh-CN", unit.source), ("en", unit.target)), unit.state) for unit in kept
    ]
    assert not {unit.key for unit in odd} & {unit.key for unit in kept}
    assert write_tmx(document)[0] == data


@settings(max_examples=25, deadline=None)
@given(DOCUMENTS)
def test_a_course_that_lost_all_its_translations_gets_them_back(document: Document) -> None:
    memory, kept = read(write_tmx(document)[0]), list_kept(document)
    bare = [replace(unit, target="", state=State.MISSING) for unit in kept]
    changes, problems = recall([memory], bare, "zh_CN", "en", "small")
    told = {problem.place.line for problem in problems if problem.place}
    for unit in kept:
        line = next(entry.line for entry in memory.entries if entry.key == unit.key)
        target = unit.target.replace("\r\n", "\n").replace("\r", "\n")
        target = target if unit.source.endswith("\n") else target.strip("\n")
        assert line in told or changes[unit.key] == Change(target, unit.state or State.MISSING)


def test_another_reader_finds_the_texts_as_they_stand_in_the_po_file() -> None:
    from translate.storage.tmx import tmxfile

    document = make_document(make_unit(SOURCE, TARGET), make_unit("利润\n\n  <b>&amp;", "profit \n\n<b>", State.REVIEWED))
    store = tmxfile(io.BytesIO(write_tmx(document)[0]), sourcelanguage="zh-CN", targetlanguage="en")
    assert [(str(unit.source), str(unit.target)) for unit in store.units] == [
        (unit.source, unit.target) for unit in document.units
    ]
    assert [unit.getid() for unit in store.units] == [unit.key for unit in document.units]


def test_what_another_writer_makes_is_read() -> None:
    from translate.storage.tmx import tmxfile

    store = tmxfile(sourcelanguage="zh_CN", targetlanguage="en_US")
    store.addtranslation("利润", "zh_CN", "profit", "en_US")
    stream = io.BytesIO()
    store.serialize(stream)
    changes, _ = recall([read(stream.getvalue())], [make_unit("利润")], "zh_CN", "en", "small")
    assert [*changes.values()] == [Change("profit", State.FUZZY)]


def test_every_element_stands_where_tmx_1_4_has_it() -> None:
    root = etree.fromstring(write_tmx(make_document(make_unit(SOURCE, TARGET, place="content/a.yaml#title")))[0])
    assert (root.tag, root.get("version"), [child.tag for child in root]) == ("tmx", "1.4", ["header", "body"])
    required = {"creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang", "datatype"}
    assert required == {*root[0].attrib}
    (unit,) = root[1]
    assert [child.tag for child in unit] == ["prop", "prop", "prop", "tuv", "tuv"]
    assert [variant.get(f"{{{XML}}}lang") for variant in unit.iter("tuv")] == ["zh-CN", "en"]
    assert [(code.tag, code.get("i"), code.text) for code in unit.findall("tuv/seg/*")][:5] == [
        ("bpt", "1", "**"),
        ("ept", "1", "**"),
        ("ph", None, "{kling}"),
        ("bpt", "3", "["),
        ("ept", "3", "](https://a.example)"),
    ]
    for seg in unit.iter("seg"):  # each pair is closed in its own segment
        assert [code.get("i") for code in seg.iter("bpt")] == [code.get("i") for code in seg.iter("ept")]


def test_only_what_is_confirmed_is_a_memory() -> None:
    document = make_document(make_unit("a", "A", State.FUZZY), make_unit("b"), make_unit("c", "C"))
    assert [entry.texts[1][1] for entry in read(write_tmx(document)[0]).entries] == ["C"]


def test_what_xml_cannot_hold_is_left_out_and_named() -> None:
    data, odd = write_tmx(make_document(make_unit("a", "\x1b[31mA"), make_unit("b", "B")))
    assert [unit.source for unit in odd] == ["a"] and len(read(data).entries) == 1


# --- filling ----------------------------------------------------------------------------------------------------------


def tmx(*texts: str, tags: tuple[str, str] = ("zh-CN", "en"), course: str = "", key: str = "", state: str = "") -> Memory:
    head = f'<header><prop type="x-course">{course}</prop></header>'
    variants = "".join(f'<tuv xml:lang="{tag}"><seg>{text}</seg></tuv>' for tag, text in zip(tags, texts, strict=True))
    unit = f'<tu tuid="{key}"><prop type="x-state">{state}</prop>{variants}</tu>'
    return read(f'<!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4">{head}<body>{unit}</body></tmx>'.encode())


def fill(memory: Memory, *ours: Unit) -> list[Change]:
    return [*recall([memory], ours, "zh_CN", "en", "small")[0].values()]


@pytest.mark.parametrize("state", [State.FUZZY, State.TRANSLATED, State.REVIEWED])
def test_a_memory_never_changes_what_is_there(state: State) -> None:
    assert fill(tmx("利润", "gain"), make_unit("利润", "profit", state)) == []


@pytest.mark.parametrize(
    ("course", "key", "state", "wanted"),
    [
        ("small", make_key("", "利润"), "translated", State.TRANSLATED),
        ("small", make_key("", "利润"), "reviewed", State.REVIEWED),
        ("small", make_key("", "利润"), "", State.FUZZY),
        ("small", make_key("money", "利润"), "translated", State.FUZZY),
        ("small", "", "translated", State.FUZZY),
        ("other", make_key("", "利润"), "translated", State.FUZZY),
        ("", make_key("", "利润"), "reviewed", State.FUZZY),
    ],
)
def test_only_the_same_text_of_the_same_course_is_taken_as_finished(course: str, key: str, state: str, wanted: State) -> None:
    assert fill(tmx("利润", "profit", course=course, key=key, state=state), make_unit("利润")) == [Change("profit", wanted)]


def test_a_key_with_another_text_is_not_believed() -> None:
    memory = tmx("营业额", "turnover", course="small", key=make_key("", "利润"), state="translated")
    assert fill(memory, make_unit("利润")) == []


@pytest.mark.parametrize(
    ("tags", "found"),
    [(("zh", "en"), True), (("ZH-cn", "EN-us"), True), (("zh-TW", "en"), False), (("zh-CN", "de"), False), (("", ""), False)],
)
def test_languages_are_found_by_what_their_tags_mean(tags: tuple[str, str], found: bool) -> None:
    assert bool(fill(tmx("利润", "profit", tags=tags), make_unit("利润"))) is found


def test_the_language_that_says_just_that_comes_first() -> None:
    text = "<tmx version='1.4'><header/><body><tu>{}</tu></body></tmx>"
    tuvs = "".join(f"<tuv xml:lang='{tag}'><seg>{tag}</seg></tuv>" for tag in ("zh-CN", "en-GB", "en", "en-US"))
    assert fill(read(text.format(tuvs).encode()), make_unit("zh-CN")) == [Change("en", State.FUZZY)]


def test_a_translation_that_lost_a_figure_is_told_and_not_taken() -> None:
    memory = tmx("超过{kling}", "more than 5")
    changes, (problem,) = recall([memory], [make_unit("超过{kling}")], "zh_CN", "en", "small")
    assert (changes, problem.code, problem.level) == ({}, Code.LOST_PLACEHOLDER, Level.WARNING)
    assert problem.place and (problem.place.file, problem.place.line) == ("a.tmx", 1)


def test_codes_of_other_programs_and_tmx_1_1_are_read_as_text() -> None:
    tus = '<tu><tuv lang="ZH"><seg>a<bpt i="1">&lt;b></bpt><hi>b</hi><!--no--><ept i="1">x</ept>c</seg></tuv></tu>'
    memory = read(f'<tmx version="1.1"><header/><body>{tus}</body></tmx>'.encode("utf-16"))
    assert memory.entries[0].texts == (("ZH", "a<b>bxc"),)


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE tmx [<!ENTITY a "b">]><tmx version="1.4"><body>&a;</body></tmx>',
        '<!DOCTYPE tmx [<!ENTITY a SYSTEM "file:///etc/passwd">]><tmx version="1.4"/>',
        '<tmx version="1.4"><body>&a;</body></tmx>',
        '<tmx version="1.4"><body>',
    ],
)
def test_no_entity_is_read_and_a_broken_file_is_a_problem(text: str) -> None:
    with pytest.raises(XmlError):
        read(text.encode())

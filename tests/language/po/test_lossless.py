"""PO files -> their entries -> PO files: nothing is lost, whoever wrote them; GNU gettext, polib and Babel read the same."""

from __future__ import annotations

import contextlib
import io
import subprocess
import time

import polib
import pytest
from babel.messages.pofile import read_po as read_by_babel
from hypothesis import given, settings
from hypothesis import strategies as st

from edu.folder import UnreadError
from edu.language.po.decode import decode_po
from edu.language.po.entry import NOT_SAID, PoEntry, Previous, mark_fuzzy
from edu.language.po.file import PoFile
from edu.language.po.read import PoSyntaxError, parse_po
from edu.language.po.write import write_entry, write_po
from edu.problems import Code, Kind

HEADER = PoEntry("", ("Project-Id-Version: small\nLanguage: en\nContent-Type: text/plain; charset=UTF-8\nX-Strange: kept\n",))
FULL = """\
# A licence that nobody may take away

# By Wang Min
#! of a kind that nobody knows
#
msgid ""
msgstr ""
"Language: en\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"X-Unknown: 1\\n"

# said by hand
#said without a space
#. told
#: content/a.yaml#title content/b.yaml#text
#, python-brace-format, max-length:30
#= fuzzy, sticky-thing
#| msgctxt "old"
#| msgid ""
#| "two\\n"
#| "lines"
msgctxt "plant"
msgid "茶 \\"{a}\\" C:\\\\new\\ttab"
msgstr ""
"tea\\n"
"and more"

#, fuzzy
msgid "%d cup"
msgid_plural "%d cups"
msgstr[0] "杯"
msgstr[1] ""

# why it went
#, fuzzy
#~| msgid "older"
#~ msgctxt "c"
#~ msgid "gone"
#~ msgstr ""
#~ "kept\\n"
#~ "too"

# the end
#. of all
"""
OURS = FULL.replace("take away\n\n", "take away\n")
PLAIN = st.text("茶水é a{}%.\\\"\n\t'#~|:=,", max_size=12)
TEXT = st.one_of(PLAIN, st.text(st.characters(exclude_categories=("Cs",)), max_size=8))
LINE = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\n\r\0"), max_size=8)
COMMENT = st.builds(
    str.__add__, st.sampled_from(["# ", "#", "#. ", "#: ", "#, ", "#= ", "#!", "#-"]), LINE.map(lambda text: text.lstrip("~|"))
)
PREVIOUS = st.builds(Previous, *[st.none() | TEXT] * 3)


def make_entries(text: st.SearchStrategy[str]) -> st.SearchStrategy[PoEntry]:
    """Return entries of any kind with texts of one kind."""
    forms = st.tuples(text, st.lists(text, min_size=1, max_size=4).map(tuple))
    plural = st.builds(lambda plural: plural, st.none() | forms)
    return st.builds(
        lambda msgid, msgstr, context, plural, comments, previous, gone: PoEntry(
            msgid or "-",
            plural[1] if plural else (msgstr,),
            context,
            plural[0] if plural else None,
            tuple(comments),
            previous,
            gone,
        ),
        text, text, st.none() | text, plural, st.lists(COMMENT, max_size=4), PREVIOUS, st.booleans(),
    )  # fmt: skip


FILES = st.builds(PoFile, st.none() | st.just(HEADER), st.lists(make_entries(TEXT), max_size=4).map(tuple))


def test_a_file_with_all_that_there_is_comes_back_to_the_byte() -> None:
    assert write_po(parse_po(OURS)) == OURS
    assert write_po(parse_po(FULL)) == OURS
    file = parse_po(OURS)
    assert file.fields["X-Unknown"] == "1" and file.find_line("X-Unknown") == 9
    assert file.header and file.header.comments[2] == "#! of a kind that nobody knows"
    tea, cups, gone = file
    assert tea.msgid == '茶 "{a}" C:\\new\ttab' and tea.msgstr == "tea\nand more" and tea.fuzzy
    assert (tea.remarks, tea.extracted) == (("said by hand", "said without a space"), ("told",))
    assert tea.places == ("content/a.yaml#title", "content/b.yaml#text")
    assert (tea.previous, cups.msgstrs) == (Previous("two\nlines", "old"), ("杯", ""))
    assert (gone.obsolete, gone.fuzzy, gone.previous.msgid, gone.msgstr) == (True, True, "older", "kept\ntoo")
    assert file.tail == ("# the end", "#. of all")


@settings(max_examples=150, deadline=None)
@given(FILES)
def test_what_is_written_is_read_again_and_written_alike(file: PoFile) -> None:
    text = write_po(file)
    assert parse_po(text) == file
    assert write_po(parse_po(text)) == text


@settings(max_examples=100, deadline=None)
@given(st.lists(make_entries(PLAIN), max_size=4), st.sampled_from(["\n", "\r\n"]), st.booleans(), st.integers(1, 7))
def test_line_ends_a_mark_at_the_start_and_any_folding_change_nothing(
    entries: list[PoEntry], end: str, mark: bool, width: int
) -> None:
    file = PoFile(HEADER, tuple(entries))
    folded = "\n".join(fold(line, width) for line in write_po(file).split("\n"))
    data = folded.replace("\n", end).encode("utf-8-sig" if mark else "utf-8")
    assert parse_po(decode_po(data)) == file


def fold(line: str, width: int) -> str:
    """Return a line with its string cut into several, as programs fold long ones."""
    start, quote, rest = line.partition('"')
    if not quote or (start.startswith("#") and not start.startswith(("#~", "#|"))) or not rest.endswith('"'):
        return line
    mark = start[: len(start) - len(start.lstrip("#~| "))]
    pieces = [rest[:-1][at : at + width] for at in range(0, len(rest) - 1, width)]
    return (
        line if any("\\" in piece for piece in pieces) else "\n".join([f'{start}""', *(f'{mark}"{piece}"' for piece in pieces)])
    )


@settings(max_examples=60, deadline=None)
@given(st.lists(make_entries(PLAIN), max_size=4, unique_by=lambda entry: (entry.msgctxt, entry.msgid)))
def test_polib_reads_what_we_write_and_writes_what_we_would(entries: list[PoEntry]) -> None:
    kept = [
        mark_fuzzy(PoEntry(e.msgid, e.msgstrs, e.msgctxt, e.msgid_plural, obsolete=e.obsolete), bool(e.comments))
        for e in entries
        if e.msgid_plural != ""  # which polib writes as no plural at all
    ]
    text = write_po(PoFile(HEADER, tuple(kept)))
    theirs = polib.pofile(text, wrapwidth=0)
    assert [(e.msgid, e.msgctxt, e.obsolete, e.fuzzy) for e in theirs] == [
        (e.msgid, e.msgctxt, e.obsolete, e.fuzzy) for e in kept
    ]
    assert [tuple(e.msgstr_plural.values()) or (e.msgstr,) for e in theirs] == [e.msgstrs for e in kept]
    assert sorted(str(theirs).rstrip("\n").split("\n\n")) == sorted(f"#\n{text}".rstrip("\n").split("\n\n"))


@settings(max_examples=40, deadline=None)
@given(st.lists(make_entries(PLAIN), max_size=4, unique_by=lambda entry: (entry.msgctxt, entry.msgid)))
def test_babel_reads_the_translations_that_we_write(entries: list[PoEntry]) -> None:
    kept = [PoEntry(e.msgid, (e.msgstr,), e.msgctxt) for e in entries if e.msgid.strip() and e.msgctxt != ""]
    theirs = read_by_babel(io.BytesIO(write_po(PoFile(HEADER, tuple(kept))).encode()))
    for entry in kept:
        found = theirs.get(entry.msgid, entry.msgctxt)
        assert found and found.string == entry.msgstr


@pytest.mark.slow
@pytest.mark.parametrize("options", [[], ["--no-wrap"], ["--width=20"], ["--escape"], ["--force-po", "--sort-output"]])
def test_msgcat_reads_the_same_and_what_it_writes_is_read_the_same(options: list[str]) -> None:
    told = FULL.replace("#= fuzzy, sticky-thing\n", "").replace("#! of a kind that nobody knows\n", "")
    done = subprocess.run(["msgcat", *options, "-"], input=told.encode(), capture_output=True, check=True).stdout
    ours, theirs = parse_po(told), parse_po(decode_po(done))
    assert {(e.key, e.msgstrs, e.msgid_plural, e.obsolete, e.fuzzy, e.previous, e.places) for e in theirs} == {
        (e.key, e.msgstrs, e.msgid_plural, e.obsolete, e.fuzzy, e.previous, e.places) for e in ours
    }
    assert theirs.fields == ours.fields


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ('msgid "a"\nmsgstr "b" "c"\n', None),
        ('msgid\n"a"\nmsgstr\n"b"\n', None),
        ('msgid "a" msgstr "b"\nmsgid "c" msgstr "d"\n', None),
        ('msgid "a"\n# between\nmsgstr "b"\n', None),
        ('msgstr "b"\n', (1, 1)),
        ('\n\n  "b"\n', (3, 3)),
        ('msgid "a"\n', (1, 1)),
        ('msgctxt "x"\n\nmsgstr "b"\n', (3, 1)),
        ('msgid "a"\nmsgstr "b"\nmsgstr "c"\n', (3, 1)),
        ('msgid "a" msgstr "b" msgstr "c"\n', (1, 22)),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr[1] "c"\n', (3, 1)),
        ('msgid "a"\nmsgstr[0] "c"\n', (2, 1)),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr "c"\n', (3, 1)),
        ('#~ msgid "a"\nmsgstr "b"\n', (2, 1)),
        ('#~ msgid "a"\n#~  msgstr  "b\n', (2, 13)),
        ('#~| msgid "a\n', (1, 11)),
        ('msgid "a"\n\nmsgid "b"\nmsgstr "c"\n', (3, 1)),
        ('msgid "a"\n# end of\n', (1, 1)),
        ('domain "x"\nmsgid "a"\nmsgstr "b"\n', (1, 1)),
        ('msgid "a"\nmsgstr "b\\"\n', (2, 8)),
        ('msgid "茶"\r\nmsgstr "他说"好"，"\r\n', (2, 12)),
        ('msgid "a"\nmsgstr\n', (1, 1)),
    ],
)
def test_what_is_no_entry_is_told_with_its_line_and_column(text: str, wrong: tuple[int, int] | None) -> None:
    if wrong is None:
        assert parse_po(text).entries
        return
    with pytest.raises(PoSyntaxError) as raised:
        parse_po(text)
    assert (raised.value.line, raised.value.column) == wrong


def test_escapes_of_every_kind_are_read_and_odd_ones_stay() -> None:
    entry = parse_po('msgid "\\a\\b\\f\\v\\r\\x41\\101\\303\\251\\000\\q\\xz"\nmsgstr ""\n').entries[0]
    assert entry.msgid == "\a\b\f\v\rAAé\0\\q\\xz"
    assert parse_po(write_entry(entry)).entries == (entry,)


def test_a_mark_that_falls_takes_along_what_hangs_on_it() -> None:
    entry = parse_po('# reviewed\n#= fuzzy, other\n#, c-format\n#| msgid "b"\nmsgid "a"\nmsgstr "c"\n').entries[0]
    sound = mark_fuzzy(entry, False)
    assert (sound.comments, sound.previous, sound.fuzzy) == (("# reviewed", "#, c-format", "#= other"), NOT_SAID, False)
    assert mark_fuzzy(sound, True).comments == ("#, fuzzy, c-format", "#= other")
    assert mark_fuzzy(sound, False) is sound


@pytest.mark.slow
def test_a_hundred_thousand_entries_are_read_and_written_with_nothing_lost() -> None:
    block = '#. told {0}\n#: content/a.yaml#b{0}\n#, fuzzy\n#| msgid "旧{0}"\nmsgid "茶{0}"\nmsgstr "tea {0}"\n'
    text = "\n".join(block.format(number) for number in range(100_000))
    file = parse_po(text)
    assert len(file.entries) == 100_000 and write_po(file) == text


@pytest.mark.parametrize("charset", ["GBK", "GB2312", "Big5", "gb18030", "Shift_JIS", "EUC-JP", "UTF-8", "utf8", "CHARSET"])
def test_a_file_in_another_encoding_is_read_by_what_its_header_says(charset: str) -> None:
    text = write_po(PoFile(HEADER, (PoEntry("茶", ("水\\\n",)),))).replace("UTF-8", charset)
    data = text.encode("utf-8" if charset == "CHARSET" else charset)
    assert parse_po(decode_po(data)).entries == (PoEntry("茶", ("水\\\n",)),)


@pytest.mark.parametrize("mean", ["Content-Type:", "Content-Type:charset", "\\\\", "#~ ", '"" ', "msgid ", "\\x41", " "])
def test_no_file_keeps_the_reader_busy(mean: str) -> None:
    text = mean * (200_000 // len(mean))
    start = time.process_time()
    for data in (text, f'msgid ""\nmsgstr "{text}', f'msgid ""\nmsgstr "{text}"\n', f"# {text}"):
        with contextlib.suppress(PoSyntaxError):
            parse_po(decode_po(data.encode()))
    assert time.process_time() - start < 3


def test_what_was_read_in_another_encoding_says_that_it_is_utf_8() -> None:
    text = write_po(PoFile(HEADER, (PoEntry("茶", ("水",)),)))
    assert write_po(parse_po(decode_po(text.replace("UTF-8", "GBK").encode("gbk")))) == text


@pytest.mark.parametrize(
    ("charset", "encoding", "code", "place"),
    [
        ("UTF-8", "utf-16", Code.NOT_UTF8, (1, 1)),
        ("UTF-8", "gbk", Code.CHINESE_ENCODING, (8, 9)),
        ("Klingon", "gbk", Code.BAD_CHARSET, (5, 36)),
        ("rot13", "gbk", Code.BAD_CHARSET, (5, 36)),
        ("Big5", "latin-1", Code.BAD_CHARSET, (5, 36)),
        ("ASCII", "latin-1", Code.NOT_UTF8, (9, 9)),
    ],
)
def test_what_cannot_be_read_is_told_with_its_line_and_column(
    charset: str, encoding: str, code: Kind, place: tuple[int, int]
) -> None:
    words = ("é", "ÿ\n") if encoding == "latin-1" else ("战略选择与产品", "水")
    entry = PoEntry("a" if encoding == "latin-1" else words[0], (words[1],))
    text = write_po(PoFile(HEADER, (entry,))).replace("UTF-8", charset)
    with pytest.raises(UnreadError) as raised:
        decode_po(text.encode(encoding))
    assert (raised.value.code, raised.value.line, raised.value.column) == (code, *place)


def test_a_byte_that_is_no_utf_8_is_told_by_the_characters_before_it() -> None:
    with pytest.raises(UnreadError) as raised:
        decode_po(b"\xef\xbb\xbf\n" + "茶".encode() + b"\xff")
    assert (raised.value.line, raised.value.column) == (2, 2)


def test_a_narrow_encoding_is_read_and_a_file_that_became_utf_8_is_not_spoiled_by_its_header() -> None:
    text = write_po(PoFile(HEADER, (PoEntry("a", ("é für Ñ",)),))).replace("UTF-8", "ISO-8859-1")
    assert parse_po(decode_po(text.encode("latin-1"))).entries[0].msgstr == "é für Ñ"
    assert parse_po(decode_po(text.encode("utf-8"))).entries[0].msgstr == "é für Ñ"
    chinese = text.replace("ISO-8859-1", "GBK").replace("é für Ñ", "战略选择")
    assert parse_po(decode_po(chinese.encode("utf-8"))).entries[0].msgstr == "战略选择"
    assert parse_po(decode_po(chinese.encode("gbk"))).entries[0].msgstr == "战略选择"

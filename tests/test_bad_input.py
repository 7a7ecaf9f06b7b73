"""Whatever stands in a course's files: told with its place and what to do, in both languages; no old product is touched."""

from __future__ import annotations

import os
import shutil
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import polib
import pytest

from edu.cli import main
from tests.spoil import (
    COURSE,
    FACTS,
    GLOSSARY,
    LESSON,
    PICTURE,
    PO,
    QUIZ,
    SMALL,
    Spoil,
    append,
    bomb,
    fill_translations,
    fold,
    gif,
    jpeg,
    link,
    list_module,
    move_out,
    name_picture,
    pipe,
    png,
    read_problems,
    recode,
    refuse,
    remove,
    replace,
    run,
    snapshot,
    translate,
    void,
    write,
)

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the small course, translated and built."""
    course = shutil.copytree(SMALL, tmp_path_factory.mktemp("sound") / "课程 1")
    fill_translations(course)
    assert main(["build", "--quiet", "--strict", "--course", str(course)]) == 0
    return course


@pytest.fixture
def course(sound: Path, tmp_path: Path) -> Path:
    """Return a copy of it, beside a file and a folder that are none of its."""
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret.txt").write_text("terms: [secret]\n", encoding="utf-8")
    return shutil.copytree(sound, tmp_path / "课程 1", symlinks=True)


# --- the sources -------------------------------------------------------------------------------------------------------

DEEP = 100_000
FILES: dict[str, tuple[Spoil, set[str]]] = {
    "broken YAML": (append(LESSON, "\n  - : [}\n"), {"yaml.quotes"}),
    "tabs": (replace(QUIZ, "    kind: single", "\tkind: single"), {"yaml.tab"}),
    "GBK": (recode(FACTS, "gbk"), {"source.gbk"}),
    "Big5": (recode(FACTS, "big5"), {"source.not-utf8"}),
    "UTF-16": (recode(FACTS, "utf-16"), {"source.not-utf8"}),
    "UTF-32": (recode(FACTS, "utf-32"), {"source.not-utf8"}),
    "NUL bytes": (write(GLOSSARY, b"\0" * 5000), {"yaml.control-character"}),
    "random bytes": (write(QUIZ, bytes(range(256)) * 40), {"source.not-utf8"}),
    "a picture for a text": (write(LESSON, b"\x89PNG\r\n\x1a\n" + b"\0" * 90), {"source.not-utf8"}),
    "a key twice": (append(COURSE, "title: 又一个\n"), {"yaml.duplicate-key"}),
    "a billion laughs": (
        write(GLOSSARY, "a0: &a0 ha\n" + "".join(f"a{n}: &a{n} [{f'*a{n - 1}, ' * 9}]\n" for n in range(1, 10))),
        {"yaml.alias"},
    ),
    "a merge": (replace(GLOSSARY, "- id: turnover", "- <<: *x\n    id: turnover"), {"yaml.alias"}),
    "an unknown key": (append(COURSE, "subtitel: 一门课\n"), {"model.unknown-key"}),
    "a wrong type": (replace(LESSON, "minutes: 45", "minutes: 四十五"), {"model.whole-number-meant"}),
    "a number for a text": (replace(LESSON, "title: 为什么有人排队", "title: 2025"), {"model.number-for-text"}),
    "a number of many digits for a text": (
        replace(LESSON, "title: 为什么有人排队", f"title: {'9' * 300}"),
        {"model.number-for-text"},
    ),
    "a truth for a text": (replace(LESSON, "title: 为什么有人排队", "title: true"), {"model.truth-for-text"}),
    "nothing for a text": (replace(LESSON, "title: 为什么有人排队", "title:"), {"model.text-meant"}),
    "no date": (replace(FACTS, "as_of: 2025-09", "as_of: 2025-9-1"), {"model.bad-date"}),
    "an empty file": (write(COURSE, b""), {"model.empty-file"}),
    "a file of white space": (write(GLOSSARY, b" \n\n  \n"), {"model.empty-file"}),
    "a list for a mapping": (write(FACTS, "- a\n- b\n"), {"model.mapping-meant"}),
    "a text for a mapping": (write(COURSE, "一门课\n"), {"model.mapping-meant"}),
    "a mapping for a list": (replace(QUIZ, "questions:", "questions: {}\nothers:"), {"model.list-meant", "model.unknown-key"}),
    "a missing file": (remove(QUIZ), {"source.missing-file"}),
    "a missing module": (remove("content/basics"), {"source.missing-file"}),
    "a folder for a file": (fold(LESSON), {"source.not-a-file"}),
    "a file for a folder": (lambda course: void((remove("content/basics")(course), write("content/basics", "x")(course))),
                            {"source.missing-file"}),
    "a pipe for a file": (pipe(QUIZ), {"source.not-a-file"}),
    "a device for a file": (link(QUIZ, "/dev/zero"), {"source.not-a-file"}),
    "2 MB": (append(LESSON, "# " + "x" * 2_000_000), {"source.too-large"}),
    "2 GB, most of it a hole": (lambda course: os.truncate(course / LESSON, 2**31), {"source.too-large"}),
    "lists, 100,000 deep": (write(LESSON, "[" * DEEP), {"yaml.too-deep"}),
    "mappings, 100,000 deep": (write(LESSON, "{a: " * DEEP), {"yaml.too-deep"}),
    "JSON, 100,000 deep": (write(LESSON, '{"a": [' * DEEP + "]}" * DEEP), {"yaml.too-deep"}),
    "lists in block style, 100,000 deep": (write(LESSON, "- " * DEEP + "a"), {"yaml.too-deep"}),
    "mappings in block style, 1,900 deep": (
        write(LESSON, "\n".join(" " * n + "a:" for n in range(1900))),
        {"yaml.too-deep"},
    ),
    "keys, 100,000 deep": (write(LESSON, "? " * DEEP), {"yaml.too-deep"}),
    "100,000 brackets in a text": (replace(LESSON, "title: 看见差别", f"title: '{'[' * DEEP}'"), {"model.long-text"}),
    "100,000 stars in a text": (replace(LESSON, "title: 看见差别", f"title: '{'*a **b ' * DEEP}'"), {"model.long-text"}),
    "100,000 quotes in the notes": (
        replace(LESSON, "notes: 过渡页，一句话带过。", f"notes: '{'> ' * DEEP}{'`' * DEEP}'"),
        {"model.long-text"},
    ),
    "10,000 characters in a title": (replace(LESSON, "title: 看见差别", "title: " + "课" * 10_000), {"model.long-text"}),
    "3,000 characters in a title": (replace(LESSON, "title: 看见差别", "title: " + "课" * 3_000), {"plan.too-long"}),
    "10,000 characters in the course's title": (
        replace(COURSE, "title: 两家奶茶店", "title: " + "课" * 10_000),
        {"model.long-text"},
    ),
    "3,000 wrong facts": (append(FACTS, "  - {id: a, x: 1}\n" * 3_000), {"model.unknown-key", "source.more"}),
    "20,000 unknown modules": (
        replace(COURSE, "[basics]", "[" + ", ".join(f"m{n}" for n in range(20_000)) + "]"),
        {"model.too-many"},
    ),
    "5,000 unknown figures": (
        replace(LESSON, "points:\n", "points:\n" + '      - "{unknown_figure}"\n' * 5_000),
        {"fact.unknown", "source.more"},
    ),
    "hundreds of languages": (
        replace(COURSE, "[zh_CN, en]", "[zh_CN, en, " + ", ".join(f"x{a}{b}" for a in "abcdefghij" for b in "klmnopqr") + "]"),
        {"model.too-many"},
    ),
    "a control character": (replace(LESSON, "title: 看见差别", 'title: "看\\u0008见"'), {"yaml.control-character"}),
    "half a character": (replace(LESSON, "title: 看见差别", 'title: "看\\ud800见"'), {"yaml.control-character"}),
    "no character": (replace(LESSON, "title: 看见差别", 'title: "看\\uffff见"'), {"yaml.control-character"}),
    "a control character in a key": (replace(LESSON, "title: 看见差别", '"ti\\u0000tle": 看'), {"yaml.control-character"}),
    "a control character in a picture's name": (
        replace(LESSON, "image: images/shop.png", 'image: "images/shop\\u0000.png"'),
        {"yaml.control-character"},
    ),
}  # fmt: skip

FIGURES: dict[str, tuple[Spoil, set[str]]] = {
    "divides by zero": (replace(FACTS, "value: sunny_sales / river_sales", "value: sunny_sales / 0"), {"fact.value-zero"}),
    "divides by nothing in the end": (
        replace(FACTS, "value: sunny_sales / river_sales", "value: 1 / (river_sales - river_sales)"),
        {"fact.value-zero"},
    ),
    "cites itself": (replace(FACTS, "value: 180000", "value: river_sales + 1"), {"fact.value-circle"}),
    "cites itself through another": (replace(FACTS, "value: 180000", "value: 2 * sales_ratio"), {"fact.value-circle"}),
    "100,000 parentheses": (
        replace(FACTS, "value: 180000", f"value: '{'(' * DEEP}1{')' * DEEP}'"),
        {"fact.value-syntax"},
    ),
    "400 parentheses": (
        replace(FACTS, "value: sunny_sales / river_sales", f"value: {'(' * 400}sunny_sales / 0{')' * 400}"),
        {"fact.value-zero"},
    ),
    "400 digits": (replace(FACTS, "value: 180000", f"value: {'9' * 400}"), {"fact.value-too-large"}),
    "code": (replace(FACTS, "value: 180000", "value: __import__('os').system('true')"), {"fact.value-syntax"}),
    "a power": (replace(FACTS, "value: 180000", "value: 9**9**9"), {"fact.value-syntax"}),
    "an exponent beyond measure": (replace(FACTS, "value: 180000", "value: 1e999"), {"fact.value-syntax"}),
    "no number": (replace(FACTS, "value: 180000", "value: .nan"), {"fact.value-syntax"}),
}

# --- pictures ----------------------------------------------------------------------------------------------------------


GOOD_ROWS = zlib.compress(bytes(31) * 10)
PICTURES: dict[str, tuple[Spoil, set[str]]] = {
    "20 MB": (write(PICTURE, b"\x89PNG\r\n\x1a\n" + bytes(20_000_000)), {"picture.too-large"}),
    "a text": (write(PICTURE, "不是图片"), {"picture.not-a-picture"}),
    "an SVG": (write(PICTURE, '<svg xmlns="http://www.w3.org/2000/svg"/>'), {"picture.not-a-picture"}),
    "an empty one": (write(PICTURE, b""), {"picture.not-a-picture"}),
    "a missing one": (remove(PICTURE), {"picture.missing"}),
    "a folder": (fold(PICTURE), {"picture.not-a-picture"}),
    "a pipe": (pipe(PICTURE), {"picture.not-a-picture"}),
    "a pipe for one language": (pipe("content/basics/images/shop.en.png"), {"picture.not-a-picture"}),
    "a wide PNG": (write(PICTURE, png(2**31 - 1, 2**31 - 1, GOOD_ROWS)), {"picture.too-wide"}),
    "a PNG that swells to gigabytes": (write(PICTURE, png(10, 10, bomb())), {"picture.broken"}),
    "a PNG without its last rows": (write(PICTURE, png(10, 11, GOOD_ROWS)), {"picture.broken"}),
    "a PNG that is not deflated": (write(PICTURE, png(10, 10, b"rows")), {"picture.broken"}),
    "a wide GIF": (write(PICTURE, gif(65535, 65535, b"\x2c" + bytes(8) + b"\0\2\1\0\0")), {"picture.too-wide"}),
    "a GIF with a wider frame": (
        write(PICTURE, gif(10, 10, b"\x2c" + struct.pack("<HHHHB", 0, 0, 65535, 65535, 0) + b"\2\1\0\0")),
        {"picture.broken"},
    ),
    "a GIF without a frame": (write(PICTURE, gif(10, 10, b"")), {"picture.broken"}),
    "a wide JPEG": (write(PICTURE, jpeg(65535, 65535)), {"picture.too-wide"}),
    "a JPEG without an end": (write(PICTURE, jpeg(10, 10)[:-2]), {"picture.broken"}),
}


PATHS: dict[str, set[str]] = {
    "../../../outside/secret.txt": {"picture.outside"},
    "images/../../../../outside/secret.txt": {"picture.outside"},
    "/etc/passwd": {"picture.outside"},
    "C:\\Windows\\win.ini": {"picture.outside"},
    "C:win.ini": {"picture.outside"},
    "\\\\server\\share\\a.png": {"picture.outside"},
    "//server/share/a.png": {"picture.outside"},
    "file:///etc/passwd": {"picture.outside"},
    "https://example.org/a.png": {"picture.outside"},
    "..%2f..%2f..%2foutside%2fsecret.txt": {"picture.missing"},
    "images/%2e%2e/shop.png": {"picture.missing"},
    "~/a.png": {"picture.missing"},
    "$HOME/a.png": {"picture.missing"},
    "images/shop.png.": {"picture.outside"},
    "images/shop.png ": {"picture.outside"},
    "images./shop.png": {"picture.outside"},
    "images/CON.png": {"picture.outside"},
    "nul/shop.png": {"picture.outside"},
    "images/" + "x" * 250 + ".png": {"picture.missing"},
    "x" * 4000 + ".png": {"picture.outside"},
    "/".join(["x"] * 5000) + ".png": {"picture.missing"},
    ".": {"picture.outside"},
    "images/": {"picture.outside"},
}

LINKS: dict[str, tuple[Spoil, set[str]]] = {
    "content": (move_out("content"), {"source.leads-out"}),
    "a module": (move_out("content/basics"), {"source.leads-out"}),
    "a file": (move_out(GLOSSARY), {"source.leads-out"}),
    "the pictures": (move_out("content/basics/images"), {"picture.leads-out"}),
    "a picture": (move_out(PICTURE), {"picture.leads-out"}),
    "a picture's device": (link(PICTURE, "/dev/zero"), {"picture.not-a-picture"}),
    "locales": (move_out("locales"), {"source.leads-out"}),
    "a language": (move_out("locales/en"), {"source.leads-out"}),
    "a PO file": (move_out(PO), {"source.leads-out"}),
    "a loop of files": (link(GLOSSARY, "glossary.yaml"), {"source.link-circle"}),
    "a loop of folders": (link("content/basics", "../content/basics"), {"source.link-circle"}),
    "a loop of PO files": (link(PO, "basics.po"), {"source.link-circle"}),
    "a loop of pictures": (link(PICTURE, "shop.png"), {"picture.link-circle"}),
    "a PO file's device": (link(PO, "/dev/zero"), {"source.not-a-file"}),
}

# --- ids ---------------------------------------------------------------------------------------------------------------

IDS = {
    "CON": "model.bad-id", "con": "course.forbidden-name", "lpt1": "course.forbidden-name", "con.x": "model.bad-id",
    "..": "model.bad-id", ".": "model.bad-id", "a/b": "model.bad-id", "a\\b": "model.bad-id", "a.": "model.bad-id",
    "-a": "model.bad-id", "a" * 65: "model.long-text", "a" * 10_000: "model.long-text", "课": "model.bad-id",
    "a b": "model.bad-id", "": "model.bad-id", "a\n": "model.bad-id", "basics ": "model.bad-id", "$HOME": "model.bad-id",
    "C:": "model.bad-id", "１": "model.bad-id", "__proto__": "model.bad-id",
}  # fmt: skip

# --- translations ------------------------------------------------------------------------------------------------------


CITING, GAPS = "晴天茶铺去年收入{sunny_sales}", "[[money]]减去成本，剩下的是[[rest]]。"
TRANSLATIONS: dict[str, tuple[Spoil, set[str]]] = {
    "a text that is not closed": (append(PO, '\nmsgid "a\nmsgstr "b"\n'), {"language.syntax"}),
    "prose": (write(PO, "这不是一个 PO 文件。\n"), {"language.syntax"}),
    "a keyword that there is none of": (append(PO, '\nmsgidd "a"\nmsgstr "b"\n'), {"language.syntax"}),
    "an odd escape": (append(PO, '\nmsgid "a"\nmsgstr "\\"\n'), {"language.syntax"}),
    "GBK": (recode(PO, "gbk"), {"source.gbk"}),
    "UTF-16": (recode(PO, "utf-16"), {"source.not-utf8"}),
    "NUL bytes": (append(PO, "\0\0\0"), {"language.syntax"}),
    "nothing but NUL bytes": (write(PO, bytes(500)), {"language.syntax"}),
    "random bytes": (write(PO, bytes(range(256)) * 9), {"source.not-utf8"}),
    "65 MB": (append(PO, "\n# x" * 16_250_000), {"source.too-large"}),
    "a folder": (fold(PO), {"source.not-a-file"}),
    "a pipe": (pipe(PO), {"source.not-a-file"}),
    "a machine's file (.mo)": (write(PO, b"\xde\x12\x04\x95" + bytes(24)), {"source.not-utf8"}),
    "a lost figure": (translate(CITING, "last year much"), {"language.placeholder"}),
    "an added figure": (translate("看见差别", "See {sunny_sales}"), {"language.stray-placeholder"}),
    "a figure in braces of Chinese": (translate(CITING, "last year ｛sunny_sales｝"), {"language.placeholder"}),
    "a lost gap": (translate(GAPS, "[[money]] less costs is profit."), {"language.placeholder"}),
    "a gap twice": (translate(GAPS, "[[money]] less costs is [[rest]], [[rest]]."), {"language.placeholder"}),
    "a control character": (translate("看见差别", "See\x08 it"), {"yaml.control-character"}),
    "no character": (translate("看见差别", "See\uffff it"), {"yaml.control-character"}),
    "50,000 characters": (translate("看见差别", "long " * 10_000), {"model.long-text"}),
    "3,000 characters in a title": (translate("看见差别", "long " * 600), {"plan.too-long"}),
    "1,000 closed brackets": (translate("看见差别", "[" * 3000 + "](a)" * 3000), {"plan.too-long"}),
}

ALL = {
    f"{kind}: {name}": case
    for kind, table in (
        ("file", FILES), ("figure", FIGURES), ("picture", PICTURES), ("link", LINKS), ("translation", TRANSLATIONS),
        ("path", {name[:40]: (name_picture(name), codes) for name, codes in PATHS.items()}),
        ("id", {repr(id)[:40]: (list_module(id), {code})
                for id, code in IDS.items()}),
    )
    for name, case in table.items()
}  # fmt: skip


@pytest.mark.parametrize("name", ALL)
def test_bad_input_is_told_with_its_place_and_touches_no_product(
    name: str, course: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil, codes = ALL[name]
    spoil(course)
    refuse(course, capsys, codes)


FORBIDDEN = {LESSON: "source.not-allowed", PICTURE: "picture.not-allowed", PO: "source.not-allowed"}


@contextmanager
def without_rights() -> Iterator[None]:
    """Drop an administrator's right to read everything."""
    before = os.geteuid()
    if before == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(before)


@pytest.mark.parametrize("name", FORBIDDEN)
def test_a_file_that_may_not_be_read_is_told(name: str, course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for folder in (course, *course.parents):
        if folder.stat().st_uid == os.geteuid():
            folder.chmod(0o755)
    (course / name).chmod(0)
    with without_rights():
        code, printed = run(capsys, "check", "--course", course)
    assert code == 1
    assert [(one.place.partition(":")[0], one.code) for one in read_problems(printed)] == [
        (LESSON if name == PICTURE else name, FORBIDDEN[name])
    ]


def test_a_folder_that_may_not_be_entered_holds_no_course(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (course / "content").chmod(0)
    with without_rights():
        assert run(capsys, "check", "--course", course)[0] == 2
    (course / "content").chmod(0o755)


@pytest.mark.parametrize("folder", ["x" * 300, "/".join(["x"] * 3000), "/dev/null", "/dev/zero/x", "\ud800", ""])
def test_a_folder_that_cannot_be_one_is_wrong_usage(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, printed = run(capsys, "check", "--course", folder or "\t")
    assert code == 2
    assert "usage.no-course" in printed


@pytest.mark.parametrize("name", ["locales", "locales/en", "locales/en/LC_MESSAGES"])
def test_translations_are_not_written_outside_the_course(name: str, course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    move_out(name)(course)
    replace(LESSON, "title: 看见差别", "title: 差别")(course)
    before = snapshot(course.parent / "outside")
    code, printed = run(capsys, "i18n", "update", "--course", course)
    assert code == 1, printed
    assert snapshot(course.parent / "outside") == before


@pytest.mark.parametrize("name", [name for name in ALL if name.startswith("translation: ")])
def test_an_update_loses_no_word_of_a_bad_translation(name: str, course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ALL[name][0](course)
    before = (course / PO).read_bytes() if (course / PO).is_file() else b""
    code, printed = run(capsys, "i18n", "update", "--course", course)
    after = (course / PO).read_bytes() if (course / PO).is_file() else b""
    assert before == after or (code == 0 and set(translations(before)) <= set(translations(after))), printed


def translations(data: bytes) -> list[str]:
    """Return every translation in a PO file."""
    return [entry.msgstr for entry in polib.pofile(data.decode())]

"""The commands for who makes a template: how a file serves is told whole, and a new one gives the house's own decks."""

from __future__ import annotations

import io
import json
import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pptx
import pytest
from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from edu.cli import main
from edu.model.course import Layouts
from edu.plan.page import Filled
from edu.write.pptx import Template, read_theme, write_deck
from edu.write.pptx.template import open_template, write_potx
from tests.plan.decks import ROOT, SCHOOL, SMALL, make
from tests.tools.office import convert, read_text
from tests.tools.ooxml import list_audit_faults, list_sdk_faults

FILE = Path(pptx.__file__).parent / "templates" / "default.pptx"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Return what runs `edu template …` in an empty folder, and returns its exit code and what it printed."""
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str | Path) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main(["template", *map(str, arguments), "--ui-lang", "en"])
        return (code, *capsys.readouterr())

    return call


def list_codes(told: str) -> set[str]:
    return set(re.findall(r"\[([a-z]+\.[a-z-]+)\]", told))


# --- check -------------------------------------------------------------------------------------------------------------


def test_every_kind_of_slide_is_told_with_the_layout_that_serves_it(run: Run) -> None:
    code, out, err = run("check", FILE)
    rows = dict(re.findall(r"^(\w+)  +(\S+(?: \S+)*)  ", out.partition("\n\n")[2], re.MULTILINE))
    del rows["slides"]
    assert list(rows) == list(Layouts.model_fields)
    assert (rows["title"], rows["section"], rows["points"]) == ("Title Slide", "Section Header", "Title and Content")
    assert "25.4 × 19.1 cm" in out
    assert "Calibri" in out
    assert "44 pt" in out
    assert code == 0
    assert list_codes(err) == {
        "template.added-place",
        "template.pale-colour",
        "template.no-east-face",
        "template.no-notes-page",
    }


def test_what_is_missing_is_told_at_once_and_fails_under_strict(run: Run, tmp_path: Path) -> None:
    deck = Presentation(str(FILE))
    for name in ("Section Header", "Title and Content"):
        deck.slide_layouts.remove(deck.slide_layouts.get_by_name(name))
    for layout in (*deck.slide_layouts, deck.slide_master):
        for shape in list(layout.placeholders):
            if shape.name.startswith("Footer"):
                shape._element.getparent().remove(shape._element)
    deck.save(str(tmp_path / "school.pptx"))
    code, _, err = run("check", "school.pptx")
    assert code == 0
    assert {"template.no-layout", "template.no-place"} <= list_codes(err)
    assert err.count("template.no-layout") == 2
    assert run("check", "school.pptx", "--strict")[0] == 1


def test_a_course_has_its_mapping_and_its_own_template_checked(run: Run, tmp_path: Path) -> None:
    course = shutil.copytree(SMALL, tmp_path / "我的 课程")
    settings = course / "content" / "course.yaml"
    shutil.copy(FILE, course / "content" / "school.pptx")
    with settings.open("a", encoding="utf-8") as file:
        file.write("theme: school.pptx\nlayouts: {section: Title Only, voice: Titel Only}\n")
    code, out, err = run("check", "--course", course)
    assert code == 1
    assert re.search(r"^section +Title Only +course\.yaml", out, re.MULTILINE)
    assert re.search(r"^content/course\.yaml:\d+:\d+: error: .*“Titel Only”.*\[template\.unknown-layout\]", err, re.MULTILINE)
    assert "did you mean “Title Only”?" in err
    assert run("check", FILE)[0] == 0, "there is no course in this folder"


def test_problems_as_json_are_one_array_on_standard_output(run: Run) -> None:
    code, out, _ = run("check", FILE, "--format", "json")
    assert code == 0
    assert {"template.no-east-face"} <= {problem["code"] for problem in json.loads(out)}


def _zip(**members: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name, data in members.items():
            package.writestr(name, data)
    return stream.getvalue()


DOCX = _zip(**{"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"})


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("letter.docx", DOCX, "template.not-powerpoint"),
        ("letter.pptx", DOCX, "template.not-powerpoint"),
        ("broken.pptx", FILE.read_bytes()[:7000], "template.broken"),
        ("locked.pptx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "template.protected"),
        ("empty.potx", b"", "template.not-powerpoint"),
        ("folder.pptx", None, "template.unreadable"),
        ("skool.pptx", ..., "template.missing"),
        ("a\0b.pptx", ..., "template.missing"),
    ],
)
def test_what_is_no_template_is_a_problem(run: Run, tmp_path: Path, name: str, data: object, code: str) -> None:
    if data is None:
        (tmp_path / name).mkdir()
    elif isinstance(data, bytes):
        (tmp_path / name).write_bytes(data)
    (tmp_path / "school.pptx").write_bytes(FILE.read_bytes())
    ended, out, err = run("check", name)
    assert (ended, out, list_codes(err)) == (1, "", {code})
    assert name != "skool.pptx" or "did you mean “school.pptx”?" in err


def test_a_file_must_be_named_where_the_course_has_none(run: Run) -> None:
    code, _, err = run("check")
    assert (code, list_codes(err)) == (2, {"usage.no-template"})


# --- new ---------------------------------------------------------------------------------------------------------------


def test_a_new_template_lacks_nothing_and_overwrites_nothing(run: Run, tmp_path: Path) -> None:
    assert run("new")[0] == 0
    path = tmp_path / "school.potx"
    assert path.read_bytes() == write_potx(Template(ROOT / "templates"))
    code, _, err = run("check", path, "--strict")
    assert (code, err) == (0, "nothing is missing\n")
    path.write_bytes(b"a designer's work")
    code, _, err = run("new")
    assert (code, list_codes(err), path.read_bytes()) == (1, {"template.exists"}, b"a designer's work")
    assert run("new", "--force", "--template", "dark", "--page", "4:3")[0] == 0
    assert path.read_bytes() == write_potx(Template(ROOT / "templates", "dark", "4:3"))


@pytest.mark.parametrize(("name", "code"), [("school.pptx", "usage.not-potx"), ("sub\0.potx", "usage.not-potx")])
def test_a_name_that_no_template_can_have_is_a_problem(run: Run, name: str, code: str) -> None:
    ended, _, err = run("new", name)
    assert ended != 0
    assert list_codes(err) == {code}


@pytest.mark.parametrize(
    "house", [Template(ROOT / "templates"), Template(ROOT / "templates", "dark", "4:3")], ids=["light", "dark"]
)
@pytest.mark.parametrize("lang", ["zh_CN", "zh_CN+en"])
def test_decks_on_a_new_template_are_those_of_the_house(house: Template, lang: str) -> None:
    new = Template(ROOT / "templates", school=write_potx(house))
    ours, theirs = (make(SMALL, lang, template)[1] for template in (house, new))
    assert [problems for _, problems in theirs] == [problems for _, problems in ours]
    for (one, _), (other, _) in zip(ours, theirs, strict=True):
        old, made = (zipfile.ZipFile(io.BytesIO(write_deck(deck, t))) for deck, t in ((one, house), (other, new)))
        assert made.namelist() == old.namelist()
        slides = [name for name in old.namelist() if name.startswith(("ppt/slides/", "ppt/charts/", "ppt/notesSlides/"))]
        assert [name for name in slides if made.read(name) != old.read(name)] == []
        assert _list_colours(made) == _list_colours(old)


def _list_colours(deck: zipfile.ZipFile) -> list[bytes]:
    return re.findall(rb"<a:(?:accent\d|dk\d|lt\d|\w*hlink)>.*?val=.(\w+)", deck.read("ppt/theme/theme1.xml"), re.DOTALL)


def test_a_changed_size_and_a_changed_colour_of_a_new_template_are_obeyed() -> None:
    house = Template(ROOT / "templates")
    file = Presentation(io.BytesIO(open_template(house)))
    title = next(s for s in file.slide_layouts.get_by_name("Points").placeholders if s.name == "Title")
    title._element.find(".//" + qn("a:lstStyle")).append(
        parse_xml(f'<a:lvl1pPr {nsdecls("a")}><a:defRPr sz="2500"/></a:lvl1pPr>')
    )
    theme = next(part for part in file.part.package.iter_parts() if str(part.partname).endswith("theme1.xml"))
    theme._blob = re.sub(rb"(<a:accent1>\s*<a:srgbClr val=.)\w+", rb"\g<1>005500", theme.blob)
    stream = io.BytesIO()
    file.save(stream)
    new = Template(ROOT / "templates", school=stream.getvalue())
    deck = make(SMALL, "zh_CN", new)[1][0][0]
    heads = [(slide.layout, slide.items[0]) for slide in deck.slides]
    titles = {(text.size, layout) for layout, head in heads if isinstance(head, Filled) for text in head.text.paragraphs}
    assert (None, "Points") in titles
    assert {size for size, layout in titles if layout == "Table"} <= {None, 30.0, 28.0}
    assert "accent1" not in deck.accents
    assert _list_colours(zipfile.ZipFile(io.BytesIO(write_deck(deck, new))))[4] == b"005500"
    assert read_theme(new).layouts["Points"].slots["Title"].size == 25


@pytest.mark.slow
def test_validators_and_libreoffice_take_a_new_template(tmp_path: Path) -> None:
    files = []
    for ground, page in (("light", "16:9"), ("dark", "4:3")):
        files.append(tmp_path / f"{ground}.potx")
        assert main(["template", "new", str(files[-1]), "--template", ground, "--page", page, "--quiet"]) == 0
    assert [str(fault) for fault in (*list_sdk_faults(files), *list_audit_faults(files))] == []
    for pdf in convert(files, "pdf", tmp_path / "opened"):
        assert [page.split()[0] for page in read_text(pdf).split("\f") if page.strip()] == list(read_theme(SCHOOL).layouts)

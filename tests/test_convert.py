"""Decks as PDF and as pictures: made once, kept in step, and no harm done where LibreOffice is missing, fails or hangs."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import lxml.html
import pytest

from edu.build import Order, build_course, check_course
from edu.convert import Wish, convert_decks, cut_pdf, cut_png, settle_converted
from edu.origin import recall_files, settle_files
from edu.problems import Code, Problem
from edu.shelf import RECORDS, Product, put_product
from edu.write.office import list_places, print_decks
from edu.write.png import WIDTH, write_pictures

ROOT = Path(__file__).parents[1]
SMALL = ROOT / "tests" / "courses" / "small"
PDF, PNG = "en/a.pdf", "en/a.png"
Office = Callable[[str], Path]


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    """Return what writes a script in the place of LibreOffice, the only one on the path; each start of it is counted."""

    def write(script: str) -> Path:
        program = tmp_path / "bin" / "soffice"
        program.parent.mkdir(exist_ok=True)
        program.write_text(f'#!/bin/bash\necho "$@" >> "{tmp_path}/starts"\n{script}\n')
        program.chmod(0o755)
        monkeypatch.setenv("PATH", f"{program.parent}:/usr/bin:/bin")
        return program

    return write


GOOD = """
for deck in "${@:11}"; do
  printf '%%PDF-1.7 %s %%%%EOF' "$(cat "$deck")" > "${deck%.pptx}.pdf"
  [[ $(cat "$deck") != bad ]] || { rm "${deck%.pptx}.pdf"; exit 1; }
done
"""


def count_starts(tmp_path: Path) -> int:
    return len((tmp_path / "starts").read_text().splitlines())


def list_files(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file() and RECORDS not in path.relative_to(folder).parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def put(output: Path, name: str, source: str, files: dict[str, bytes]) -> None:
    products = [Product(file, data) for file, data in files.items()]
    for product in products:
        put_product(output, product, alone=True)
    settle_files(output, name, source, products)


# --- what stands there already -----------------------------------------------------------------------------------------


def test_what_was_made_from_the_same_is_found_again(tmp_path: Path) -> None:
    put(tmp_path, PDF, "one", {PDF: b"first"})
    assert recall_files(tmp_path, PDF, "one") == (Product(PDF, b"first"),)
    assert recall_files(tmp_path, PDF, "two") == ()


@pytest.mark.parametrize("harm", ["edit", "delete", "lose", "spoil", "lead out"])
def test_what_is_not_as_we_made_it_is_made_anew(tmp_path: Path, harm: str) -> None:
    pages = {f"{PNG}/0{number}.png": b"%d" % number for number in (1, 2, 3)}
    put(tmp_path, PNG, "one", pages)
    assert len(recall_files(tmp_path, PNG, "one")) == 3
    note = tmp_path / RECORDS / f"{PNG}.from.json"
    match harm:
        case "edit":
            (tmp_path / PNG / "02.png").write_bytes(b"mine")
        case "delete":
            (tmp_path / PNG / "02.png").unlink()
        case "lose":
            shutil.rmtree(tmp_path / RECORDS / PNG)
        case "spoil":
            note.write_text('{"from": "one", "files": [["[')
        case "lead out":
            note.write_text(note.read_text().replace(f"{PNG}/02.png", "../../outside.png"))
    assert recall_files(tmp_path, PNG, "one") == ()


def test_pages_that_a_shorter_deck_has_not_go_unless_somebody_changed_them(tmp_path: Path) -> None:
    pages = {f"{PNG}/0{number}.png": b"%d" % number for number in (1, 2, 3, 4)}
    put(tmp_path, PNG, "long", pages)
    (tmp_path / PNG / "03.png").write_bytes(b"mine")
    (tmp_path / PNG / "notes.png").write_bytes(b"own")
    put(tmp_path, PNG, "short", {f"{PNG}/01.png": b"new", f"{PNG}/02.png": b"2"})
    left = {f"{PNG}/01.png": b"new", f"{PNG}/02.png": b"2", f"{PNG}/03.png": b"mine", f"{PNG}/notes.png": b"own"}
    assert list_files(tmp_path) == left
    put(tmp_path, PNG, "long", pages)
    assert list_files(tmp_path) == left | pages | {f"{PNG}/03.png": b"mine", f"{PNG}/03.new.png": b"3"}


def test_a_pdf_that_somebody_wrote_into_stays_and_the_new_one_stands_beside_it(tmp_path: Path) -> None:
    put(tmp_path, PDF, "one", {PDF: b"first"})
    (tmp_path / PDF).write_bytes(b"with remarks")
    put(tmp_path, PDF, "one", {PDF: b"second"})
    assert list_files(tmp_path) == {PDF: b"with remarks", "en/a.new.pdf": b"second"}
    assert recall_files(tmp_path, PDF, "one") == (Product(PDF, b"second"),)


# --- LibreOffice, well and ill -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("platform", "variables", "place"),
    [
        ("linux", {"PATH": "bin:/usr/bin"}, "/usr/bin/soffice"),
        ("linux", {"PATH": "/snap/bin"}, "/snap/bin/libreoffice"),
        ("darwin", {}, "/Applications/LibreOffice.app/Contents/MacOS/soffice"),
        ("darwin", {}, "/Users/li/Applications/LibreOffice.app/Contents/MacOS/soffice"),
        ("win32", {"PROGRAMFILES": r"C:\Program Files"}, r"C:\Program Files\LibreOffice\program\soffice.com"),
        ("win32", {"PROGRAMFILES(X86)": r"D:\x86"}, r"D:\x86\LibreOffice\program\soffice.exe"),
        ("win32", {"PATH": r".;E:\Portable"}, r"E:\Portable\soffice.com"),
    ],
)
def test_libreoffice_is_found_where_each_system_has_it(platform: str, variables: dict[str, str], place: str) -> None:
    assert place in map(str, list_places(platform, variables, Path("/Users/li")))


def test_no_program_in_the_current_folder_is_taken_for_libreoffice() -> None:
    for platform, path in (("linux", ":.:bin"), ("win32", ";.;bin;C:bin")):
        assert list(list_places(platform, {"PATH": path}, Path("/none"))) == []


def test_all_decks_are_made_in_one_start_and_none_that_stands_there(office: Office, tmp_path: Path) -> None:
    office(GOOD)
    wishes = [
        Wish(PDF, b"a", lambda pdf: {"": pdf}),
        Wish(PNG, b"a", lambda pdf: {"/01.png": pdf[:4], "/02.png": pdf}),
        Wish("en/b.pdf", b"b", lambda pdf: {"": pdf}),
    ]
    told: list[tuple[str, int]] = []
    converted, problems = convert_decks(tmp_path, wishes, lambda name, number: told.append((name, number)))
    files = {file.name: file.data for done in converted for file in done.files}
    a, b = b"%PDF-1.7 a %%EOF", b"%PDF-1.7 b %%EOF"
    assert (files, problems) == ({PDF: a, f"{PNG}/01.png": a[:4], f"{PNG}/02.png": a, "en/b.pdf": b}, ())
    assert (told[0], count_starts(tmp_path)) == ((PDF, 0), 1)
    for done in converted:
        for file in done.files:
            put_product(tmp_path, file)
    settle_converted(tmp_path, converted)
    assert convert_decks(tmp_path, wishes, lambda *_: None) == (converted, ())
    assert count_starts(tmp_path) == 1


def test_a_deck_that_libreoffice_dies_of_does_not_take_the_others_along(office: Office, tmp_path: Path) -> None:
    program = office(GOOD)
    made = print_decks(program, [b"a", b"bad", b"c", b"bad", b"d"], lambda count: None)
    assert [pdf if pdf == Code.OFFICE_FAILED else pdf[9:10] for pdf in made] == [
        b"a", Code.OFFICE_FAILED, b"c", Code.OFFICE_FAILED, b"d",
    ]  # fmt: skip
    assert count_starts(tmp_path) == 3


@pytest.mark.parametrize(
    ("script", "code"),
    [
        ("exit 77", Code.OFFICE_FAILED),
        ("kill -SEGV $$", Code.OFFICE_FAILED),
        ('for deck in "${@:11}"; do printf %%PDF-1.7 > "${deck%.pptx}.pdf"; done', Code.OFFICE_FAILED),
    ],
)
def test_what_libreoffice_leaves_undone_is_told(office: Office, tmp_path: Path, script: str, code: Code) -> None:
    office(script)
    shutil.copytree(SMALL, tmp_path / "course")
    report = build_course(Order(tmp_path / "course", outputs=("pptx", "pdf"), languages=("zh_CN",)))
    assert [(problem.code, problem.values["file"]) for problem in report.problems] == [(code, "zh_CN/basics.pdf")]
    assert (report.failed, report.files) == (True, ("zh_CN/basics.pptx",))
    assert set(list_files(tmp_path / "course" / "dist")) == {"zh_CN/basics.pptx", "index.html"}


def test_a_libreoffice_that_hangs_is_stopped_with_all_its_processes(office: Office, tmp_path: Path) -> None:
    program = office(f"sleep 1000 & echo $! > {tmp_path}/child; wait")
    assert print_decks(program, [b"a", b"b"], lambda count: None, first=1.0, each=0.0) == (Code.OFFICE_HANGS,) * 2
    assert_gone(int((tmp_path / "child").read_text()))


def assert_gone(process: int) -> None:
    end = time.monotonic() + 10
    while time.monotonic() < end:
        try:
            status = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            return
        if status == "Z":  # its parent ended before it
            return
        time.sleep(0.01)
    raise AssertionError(f"process {process} still runs")


def test_ctrl_c_ends_libreoffice_too_and_leaves_nothing(office: Office, tmp_path: Path) -> None:
    office(f"sleep 1000 & echo $! > {tmp_path}/child.part; mv {tmp_path}/child.part {tmp_path}/child; wait")
    command = [sys.executable, "-m", "edu", "build", "--course", SMALL, "-o", tmp_path / "out", "--to", "pdf"]
    variables = {**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(tmp_path / "temporary"), "LANG": "C.UTF-8"}
    (tmp_path / "temporary").mkdir()
    with subprocess.Popen(command, stderr=subprocess.PIPE, env=variables, start_new_session=True) as process:
        while not (tmp_path / "child").exists():
            assert process.poll() is None
            time.sleep(0.01)
        os.killpg(process.pid, signal.SIGINT)
        told = process.communicate()[1].decode()
    assert (process.returncode, told.splitlines()[-1]) == (130, "stopped; every product is whole")
    assert_gone(int((tmp_path / "child").read_text()))
    assert list((tmp_path / "temporary").iterdir()) == []
    assert not (tmp_path / "out").exists()


def test_without_libreoffice_the_other_products_are_made_and_it_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    course = shutil.copytree(SMALL, tmp_path / "course")
    report = build_course(Order(course, outputs=("pptx", "pdf", "png"), languages=("zh_CN",)))
    told = [(problem.code, problem.values["file"]) for problem in report.problems]
    assert told == [(Code.NO_OFFICE, "zh_CN/basics.pdf"), (Code.NO_OFFICE, "zh_CN/basics.png")]
    assert (report.failed, report.files) == (True, ("zh_CN/basics.pptx",))


def test_without_what_draws_pages_the_pdf_is_made_and_it_is_told(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office(GOOD)
    monkeypatch.setitem(sys.modules, "pypdfium2", None)  # Python's own way to say that it cannot be imported
    converted, problems = convert_decks(tmp_path, [Wish(PDF, b"deck", cut_pdf), Wish(PNG, b"deck", cut_png)], lambda *_: None)
    assert [done.wish.name for done in converted] == [PDF]
    assert problems == (Problem(Code.NO_PDFIUM, values={"file": PNG}),)
    assert "python -m pip install pypdfium2" in Code.NO_PDFIUM.hint


def test_a_check_starts_nothing(office: Office, tmp_path: Path) -> None:
    office("exit 1")
    report = check_course(Order(SMALL, outputs=("pdf", "png")))
    assert not report.failed
    assert not (tmp_path / "starts").exists()


def test_a_deck_with_errors_makes_no_pdf(office: Office, tmp_path: Path) -> None:
    office(GOOD)
    course = shutil.copytree(SMALL, tmp_path / "course")
    lesson = course / "content" / "basics" / "lesson.yaml"
    lesson.write_text(lesson.read_text(encoding="utf-8").replace("title: 收入不等于", "title: " + "长" * 900), encoding="utf-8")
    assert build_course(Order(course, outputs=("pdf",))).failed
    assert not (tmp_path / "starts").exists()
    assert not (course / "dist").exists()


# --- the real one ------------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_libreoffice_makes_a_pdf_and_a_picture_of_each_slide(tmp_path: Path) -> None:
    from PIL import Image
    from pypdfium2 import PdfDocument

    course = shutil.copytree(SMALL, tmp_path / "我的 课程")
    order = Order(course, outputs=("pdf", "png"))
    report = build_course(order)
    assert not report.failed
    files = list_files(course / "dist")
    for lang in ("zh_CN", "en"):
        with PdfDocument(files[f"{lang}/basics.pdf"]) as document:
            pages = len(document)
        pictures = sorted(name for name in files if name.startswith(f"{lang}/basics.png/"))
        assert pictures == [f"{lang}/basics.png/{number:02}.png" for number in range(1, pages + 1)]
        with Image.open(course / "dist" / pictures[-1]) as picture:
            assert picture.size == (WIDTH, WIDTH * 9 // 16)
            assert len(picture.convert("L").getcolors() or ()) > 10
    assert not [name for name in files if name.endswith(".pptx")]
    page = lxml.html.fromstring(files["index.html"])
    linked = {f"{lang}/basics.{name}" for lang in ("zh_CN", "en") for name in ("pdf", "png/01.png")}
    assert {str(link) for link in page.xpath("//a/@href")} == linked
    again = build_course(order)
    assert (again.changed, list_files(course / "dist")) == (0, files)


@pytest.mark.slow
def test_slides_that_a_presentation_skips_are_in_the_pdf(tmp_path: Path) -> None:
    from pptx import Presentation

    from edu.write.office import find_office

    deck = Presentation()
    for _ in range(3):
        deck.slides.add_slide(deck.slide_layouts[6])
    deck.slides[1]._element.set("show", "0")
    deck.save(str(tmp_path / "deck.pptx"))
    office = find_office()
    assert office
    (pdf,) = print_decks(office, [(tmp_path / "deck.pptx").read_bytes()], lambda count: None)
    assert isinstance(pdf, bytes)
    assert list(write_pictures(pdf)) == ["01.png", "02.png", "03.png"]

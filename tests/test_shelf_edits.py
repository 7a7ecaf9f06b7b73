"""The output folder in the hands of a teacher: no edit is lost, whatever is done there between two builds."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from edu.problems import Code
from edu.shelf import RECORDS, Product, Put, put_product
from tests.test_shelf import FIRST, NAME, NEW, SECOND, files

P, N, N2, OWN = NAME, NEW, "zh_CN/strategy.new2.pptx", "zh_CN/mine.pptx"
"""Each row: what a teacher and `edu build` do in turn, and the files that stand there at last.

`build 2` builds the second version of the deck; `force 2` does with --force; `edit X` saves a text of one's own in X."""
SEQUENCES = {
    "built again": (["build 1", "build 2"], {P: "2"}),
    "edited": (["build 1", f"edit {P}", "build 2"], {P: "mine", N: "2"}),
    "edited, and the course stays": (["build 1", f"edit {P}", "build 1"], {P: "mine", N: "1"}),
    "edited, then built twice": (["build 1", f"edit {P}", "build 2", "build 3"], {P: "mine", N: "3"}),
    "both edited": (["build 1", f"edit {P}", "build 2", f"edit {N}", "build 3"], {P: "mine", N: "mine", N2: "3"}),
    "the first .new is taken away": (
        ["build 1", f"edit {P}", "build 2", f"edit {N}", "build 3", f"delete {N}", "build 4"],
        {P: "mine", N: "4"},
    ),
    "the new one is moved over the old": (["build 1", f"edit {P}", "build 2", f"move {N} {P}", "build 3"], {P: "3"}),
    "the new one is saved over the old": (["build 1", f"edit {P}", "build 2", f"copy {N} {P}", "build 3"], {P: "3"}),
    "the new one is saved over the old, and the course stays": (
        ["build 1", f"edit {P}", "build 2", f"copy {N} {P}", "build 2"],
        {P: "2"},
    ),
    "the old one is deleted": (["build 1", f"edit {P}", "build 2", f"delete {P}", "build 3"], {P: "3"}),
    "the old one is renamed": (["build 1", f"edit {P}", f"move {P} {OWN}", "build 2"], {P: "2", OWN: "mine"}),
    "the new one is deleted": (["build 1", f"edit {P}", "build 2", f"delete {N}", "build 2"], {P: "mine", N: "2"}),
    "the new one is renamed": (
        ["build 1", f"edit {P}", "build 2", f"move {N} {OWN}", "build 3"],
        {P: "mine", N: "3", OWN: "2"},
    ),
    "the edit is taken back": (["build 1", f"copy {P} {OWN}", f"edit {P}", "build 2", f"move {OWN} {P}", "build 3"], {P: "3"}),
    "deleted": (["build 1", f"delete {P}", "build 1"], {P: "1"}),
    "a copy is kept": (["build 1", f"copy {P} {OWN}", "build 2"], {P: "2", OWN: "1"}),
    "a file was there first": ([f"edit {P}", "build 1"], {P: "mine", N: "1"}),
    "both names were taken": ([f"edit {P}", f"edit {N}", "build 1"], {P: "mine", N: "mine", N2: "1"}),
    "forced": (["build 1", f"edit {P}", "force 2"], {P: "2"}),
    "forced after a .new": (["build 1", f"edit {P}", "build 2", "force 3"], {P: "3"}),
    "forced after a .new that was edited": (
        ["build 1", f"edit {P}", "build 2", f"edit {N}", "build 3", "force 4"],
        {P: "4", N: "mine"},
    ),
    "forced over a file that was there first": ([f"edit {P}", f"edit {N}", "force 1"], {P: "1", N: "mine"}),
    "the records are lost": (["build 1", "lose", "build 1"], {P: "1"}),
    "the records are lost, and the course changes": (["build 1", "lose", "build 2"], {P: "1", N: "2"}),
    "the records are lost with a .new": (
        ["build 1", f"edit {P}", "build 2", "lose", "build 2"],
        {P: "mine", N: "2"},
    ),
    "the records are lost, then forced": (["build 1", "lose", "build 2", "force 2"], {P: "2"}),
}


@pytest.mark.parametrize(("steps", "left"), SEQUENCES.values(), ids=SEQUENCES)
def test_whatever_a_teacher_does_no_edit_is_lost_and_no_old_product_of_ours_stays(
    tmp_path: Path, steps: list[str], left: dict[str, str]
) -> None:
    for step in steps:
        verb, *names = step.split()
        paths = [tmp_path / name for name in names]
        match verb:
            case "build" | "force":
                put = put_product(tmp_path, Product(NAME, names[0].encode()), force=verb == "force", alone=True)
            case "edit":
                paths[0].parent.mkdir(exist_ok=True)
                paths[0].write_bytes(b"mine")
            case "delete":
                paths[0].unlink()
            case "move":
                paths[0].replace(paths[1])
            case "copy":
                shutil.copy(*paths)
            case "lose":
                shutil.rmtree(tmp_path / RECORDS)
    assert {name: data.decode() for name, data in files(tmp_path).items()} == left
    assert [problem.code for problem in put.problems] == ([] if put.name == NAME else [Code.EDITED])
    # the course is as it was built last: the next build changes nothing
    assert put_product(tmp_path, Product(NAME, steps[-1].split()[1].encode()), alone=True) == Put(put.name, False, put.problems)


@pytest.mark.parametrize("kind", ["folder", "link", "dead link", "pipe"])
def test_what_a_teacher_put_in_the_place_of_a_product_stays(tmp_path: Path, kind: str) -> None:
    put_product(tmp_path, FIRST)
    (tmp_path / NAME).replace(tmp_path / "elsewhere.pptx")
    match kind:
        case "folder":
            (tmp_path / NAME).mkdir()
        case "link":  # what we wrote, but in a place of the teacher's own
            (tmp_path / NAME).symlink_to(tmp_path / "elsewhere.pptx")
        case "dead link":
            (tmp_path / NAME).symlink_to(tmp_path / "nowhere")
        case "pipe":
            os.mkfifo(tmp_path / NAME)
    before = (tmp_path / NAME).lstat()
    put = put_product(tmp_path, SECOND)
    assert (put.name, [problem.code for problem in put.problems]) == (NEW, [Code.EDITED])
    assert (tmp_path / NEW).read_bytes() == b"second"
    assert (tmp_path / "elsewhere.pptx").read_bytes() == b"first"
    after = (tmp_path / NAME).lstat()
    assert (after.st_ino, after.st_mode, after.st_mtime_ns) == (before.st_ino, before.st_mode, before.st_mtime_ns)
    forced = put_product(tmp_path, SECOND, force=True)
    assert [problem.code for problem in forced.problems] == ([Code.NOT_WRITTEN] if kind == "folder" else [])
    assert (tmp_path / "elsewhere.pptx").read_bytes() == b"first"

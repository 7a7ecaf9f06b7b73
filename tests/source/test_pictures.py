"""Pictures by their own bytes."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from edu.folder import UnreadError
from edu.source.formats import Format, measure_picture
from edu.source.pictures import is_safe_name, list_siblings, read_picture

FORMATS: tuple[Format, ...] = ("png", "jpeg", "gif")


def draw(kind: Format, width: int, height: int, mode: str = "RGB") -> bytes:
    out = io.BytesIO()
    Image.new(mode, (width, height), 200 if mode in ("L", "P") else None).save(out, kind)
    return out.getvalue()


def measure(data: bytes, folder: Path) -> object:
    """Return the size that reading `data` as a picture tells, or the code of the problem."""
    (folder / "p").write_bytes(data)
    try:
        picture = read_picture(folder, "p", folder)
    except UnreadError as unread:
        return unread.code.id
    return picture.format, picture.width, picture.height


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize(("width", "height"), [(1, 1), (300, 7), (640, 480)])
@pytest.mark.parametrize("mode", ["RGB", "L"])
def test_a_picture_is_measured_as_its_maker_says(kind: Format, width: int, height: int, mode: str) -> None:
    assert measure_picture(draw(kind, width, height, mode)) == (kind, width, height)


def test_a_progressive_jpeg_is_measured() -> None:
    out = io.BytesIO()
    Image.new("RGB", (31, 17)).save(out, "jpeg", progressive=True, comment=b"x" * 5000)
    assert measure_picture(out.getvalue()) == ("jpeg", 31, 17)


@pytest.mark.parametrize("kind", FORMATS)
def test_a_picture_that_is_cut_off_is_broken(kind: Format, tmp_path: Path) -> None:
    whole = draw(kind, 40, 30)
    found = {measure(whole[:length], tmp_path) for length in range(12, len(whole) - 2)}
    assert found == {"picture.broken"}


def test_a_png_with_a_flipped_bit_is_broken(tmp_path: Path) -> None:
    whole = draw("png", 40, 30)
    for position in range(8, len(whole)):
        flipped = whole[:position] + bytes([whole[position] ^ 1]) + whole[position + 1 :]
        assert measure(flipped, tmp_path) == "picture.broken"


@given(st.sampled_from([b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF89a", b""]), st.binary(max_size=80))
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_bytes_break_the_measuring(tmp_path: Path, start: bytes, rest: bytes) -> None:
    found = measure(start + rest, tmp_path)
    assert found in ("picture.broken", "picture.not-a-picture", "picture.too-wide") or isinstance(found, tuple)


@pytest.mark.parametrize("name", ["map.png", "images/map.png", "图/地图 1.png", "a..b.png"])
def test_a_path_inside_the_folder_is_safe(name: str) -> None:
    assert is_safe_name(name)


@pytest.mark.parametrize(
    "name",
    ["", " ", "..", "/a.png", "../a.png", "a/../../b.png", "a//b.png", "./a.png", "a/", "a/ /b", "con?.png", "a\x00.png",
     "C:\\a.png", "c:a.png", "a\\b.png", "\\\\host\\a"],
)  # fmt: skip
def test_a_path_that_may_lead_elsewhere_is_not(name: str) -> None:
    assert not is_safe_name(name)


def test_a_language_has_its_own_picture_beside_the_first() -> None:
    assert list(list_siblings("a/map.v2.png", ["en", "zh_CN"])) == ["a/map.v2.en.png", "a/map.v2.zh_CN.png"]
    assert list(list_siblings("a.b/map", ["en"])) == []

"""Lines break where a reader of the language expects it, and take the width that the faces give them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from edu.plan.fit import Room, fit_size, measure_text
from edu.plan.measure import WIDE_LINE, break_lines, cut_pieces, runs_width, text_width
from edu.plan.metrics import LATIN_LINE, face_metrics, is_known_face
from edu.plan.page import Paragraph
from edu.plan.runs import Run


def _zh(text: str) -> Run:
    return Run(text, "zh_CN")


def _en(text: str) -> Run:
    return Run(text, "en")


def _ja(text: str) -> Run:
    return Run(text, "ja")


def _pieces(*runs: Run) -> list[str]:
    return [piece.text for piece in cut_pieces(runs)]


@pytest.mark.parametrize(
    ("text", "width"),
    [("Hello", 22.78), ("中文", 20.0), ("i", 2.22), ("W", 9.44), ("", 0.0)],
)
def test_a_text_is_as_wide_as_arial_sets_it(text: str, width: float) -> None:
    assert text_width(text, 10) == pytest.approx(width, abs=0.01)


@pytest.mark.parametrize(
    ("face", "width"),
    [("Liberation Sans", 22.78), ("Calibri", 21.3), ("Times New Roman", 22.22), ("Georgia", 24.0), ("Courier New", 30.0)],
)
def test_a_text_is_as_wide_as_its_face_sets_it(face: str, width: float) -> None:
    assert text_width("Hello", 10, face=face) == pytest.approx(width, abs=0.3)
    assert text_width("Hello", 10, bold=True, face=face) >= text_width("Hello", 10, face=face)


def test_a_face_that_is_not_known_is_as_wide_as_the_widest() -> None:
    assert not is_known_face("Comic Neue")
    assert face_metrics("Comic Neue") is face_metrics("Verdana")
    assert text_width("Hello", 10, face="Comic Neue") > text_width("Hello", 10)


def test_a_character_that_a_face_lacks_has_the_width_of_another_face() -> None:
    assert text_width("Ж", 10, face="Cambria") == text_width("Ж", 10, face="Verdana") > 0


def test_every_face_is_measured_whole() -> None:
    for face in ("Arial", "Arial Narrow", "Calibri", "Cambria", "Georgia", "Times New Roman", "Verdana", "Courier New"):
        metrics = face_metrics(face)
        assert metrics.regular.keys() >= set(map(chr, range(0x20, 0x7F)))
        assert metrics.bold.keys() >= set(map(chr, range(0xC0, 0x100)))
        assert metrics.line >= LATIN_LINE


def test_marks_that_both_scripts_share_are_full_width_in_chinese_only() -> None:
    assert text_width("“", 10, wide=True) == 10
    assert text_width("“", 10) < 5


@pytest.mark.parametrize("emoji", ["1️⃣", "#⃣", "🇨🇳", "👍🏽", "👨‍👩‍👧‍👦", "🧑🏽‍💻", "❤️", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "✅", "🏃‍➡️", "❤️‍🔥"])
def test_an_emoji_is_one_picture_whatever_makes_it(emoji: str) -> None:
    assert text_width(emoji, 10) == text_width("😀", 10) < 15
    assert text_width(f"a{emoji * 2}b", 10) == pytest.approx(text_width("a😀😀b", 10))
    assert _pieces(_en(f"one {emoji} two")) == ["one", emoji, "two"]


def test_digits_and_letters_that_make_no_emoji_have_their_own_width() -> None:
    assert text_width("12", 10) == pytest.approx(11.12, abs=0.01)
    assert text_width("🇨", 10) == text_width("🇨🇳", 10) == text_width("🇨🇳🇩", 10) / 2


def test_a_run_of_half_size_takes_half_the_width() -> None:
    assert runs_width([Run("中文", "zh_CN", scale=0.5)], 20) == pytest.approx(20)


def test_air_stands_between_east_asian_and_other_text() -> None:
    mixed = [_zh("可灵和"), _en("Sora"), _zh("的"), _en("3"), _zh("种")]
    pure = runs_width([run for run in mixed if run.wide], 10) + runs_width([run for run in mixed if not run.wide], 10)
    assert runs_width(mixed, 10) == pytest.approx(pure + 4 * 2.4)
    assert sum(piece.width for piece in cut_pieces(mixed)) * 10 == pytest.approx(pure + 4 * 2.4)


@pytest.mark.parametrize(
    ("runs", "pieces"),
    [
        ([_zh("工具，平台。")], ["工", "具，", "平", "台。"]),
        ([_zh("他说（工具）")], ["他", "说", "（工", "具）"]),
        ([_zh("可灵"), _en("Kling"), _zh("更新")], ["可", "灵", "Kling", "更", "新"]),
        ([_en("pay-as-you-go plan")], ["pay-", "as-", "you-", "go", "plan"]),
        ([_en("bold"), _en("face")], ["boldface"]),
        ([_zh("增长"), _en("30%"), _zh("。")], ["增", "长", "30%。"]),
        ([_zh("结论——先看……")], ["结", "论——", "先", "看……"]),
        ([_ja("ちょっとサーバー")], ["ちょっ", "と", "サー", "バー"]),
        ([_ja("「はい」。")], ["「は", "い」。"]),
        ([Run("데이터를 비교", "ko")], ["데이터를", "비교"]),
        ([_en("3-5, 2019–2024 and -5")], ["3-5,", "2019–2024", "and", "-5"]),
        ([_en("word—word and und/oder")], ["word—", "word", "and", "und/oder"]),
        ([_en("ten\u00a0percent")], ["ten\u00a0percent"]),
        ([_en("Daten\u00adschutz")], ["Daten\u00ad", "schutz"]),
        ([_en("see https://a.org/one/two?x=1")], ["see", "https://", "a.org/", "one/", "two?", "x=1"]),
        ([_zh("大家👨\u200d👩\u200d👧好了")], ["大", "家👨\u200d👩\u200d👧好", "了"]),
        ([_zh("用，"), _en("AI"), _zh("（"), _en("x"), _zh("）好")], ["用，AI（x）", "好"]),
        ([_en("TikTok/"), _zh("抖音")], ["TikTok/抖", "音"]),
        ([_zh("𠮷野家")], ["𠮷", "野", "家"]),
    ],
)
def test_a_line_breaks_only_where_it_may(runs: list[Run], pieces: list[str]) -> None:
    assert _pieces(*runs) == pieces


def test_a_blank_at_a_lines_end_takes_no_room() -> None:
    pieces = cut_pieces([_en("aa aa")])
    assert break_lines(pieces, text_width("aa", 1)).count == 2


def test_a_line_with_chinese_is_taller_than_one_without() -> None:
    assert break_lines(cut_pieces([_en("one")]), 50).height == LATIN_LINE
    assert break_lines(cut_pieces([_en("one"), _zh("一")]), 50).height == WIDE_LINE


@pytest.mark.parametrize(
    ("text", "least"),
    [("สวัสดี", 1.4), ("नमस्ते", 1.4), ("مرحبا", 1.3), ("한국", WIDE_LINE), ("ok 🚀", 1.35), ("Grüße", LATIN_LINE)],
)
def test_a_line_is_as_tall_as_its_script_asks(text: str, least: float) -> None:
    assert break_lines(cut_pieces([_en(text)]), 50).height >= least
    assert (break_lines(cut_pieces([_en(text)]), 50).height == LATIN_LINE) is (least == LATIN_LINE)


def test_a_line_is_as_tall_as_its_tallest_run() -> None:
    small, large = replace(_zh("小"), scale=0.5), replace(_en("x"), scale=2)
    assert break_lines(cut_pieces([small]), 50).height == WIDE_LINE / 2
    assert break_lines(cut_pieces([small, large]), 50).height == 2 * LATIN_LINE


def test_a_break_in_a_run_ends_its_line() -> None:
    pieces = cut_pieces([_zh("上\v下下\v"), _en("\vend")])
    lines = break_lines(pieces, 50)
    assert (lines.count, lines.last) == (4, text_width("end", 1))
    assert lines.height == pytest.approx(2 * WIDE_LINE + 2 * LATIN_LINE)
    assert runs_width([_zh("上\v下下")], 10) == 20


def test_a_soft_hyphen_shows_only_where_its_line_ends() -> None:
    pieces = cut_pieces([_en("Daten\u00adschutz")])
    whole, first = text_width("Datenschutz", 1), text_width("Daten-", 1)
    assert break_lines(pieces, whole).count == 1
    assert break_lines(pieces, first).count == 2
    assert text_width("a\u00adb\u200bc", 10) == text_width("abc", 10)


def test_an_address_may_be_cut_but_a_word_must_not() -> None:
    assert not break_lines(cut_pieces([_en("https://example.org/a-very-long-path")]), 6).too_wide
    assert break_lines(cut_pieces([_en("averylongwordindeed")]), 6).too_wide


def test_a_word_wider_than_the_room_is_cut_and_says_so() -> None:
    lines = break_lines(cut_pieces([_en("Donaudampfschifffahrt")]), 5)
    assert lines.too_wide
    assert lines.count > 1


def test_the_largest_size_that_fits_is_chosen_for_all_siblings() -> None:
    short, long = [Paragraph((_zh("短"),))], [Paragraph((_zh("很长" * 20),))]
    rooms = [Room(200, 100), Room(200, 100)]
    assert fit_size([short], rooms[:1], (24, 18)) == 24
    assert fit_size([short, long], rooms, (24, 18, 14)) == 14


def test_a_numbered_text_is_measured_beside_its_number() -> None:
    text = Paragraph((_zh("字" * 10),))
    room = Room(214, 100)
    assert measure_text([text], 20, room).lines == 1
    assert measure_text([replace(text, bullet="number")], 20, room).lines == 2

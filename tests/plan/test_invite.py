"""The quiz's address stands on checks and summaries, as a code and in words, beside texts that keep clear of it."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from pydantic import TypeAdapter, ValidationError

from edu.model.course import Address
from edu.model.prose import Prose
from edu.model.slides import CheckSlide
from edu.plan.invite import break_address, fill_address
from edu.plan.kinds_check import draw_check
from edu.plan.measure import text_width
from edu.plan.metrics import ARIAL
from edu.plan.page import Box, Deck, Drawing, Filled, Glyph, Slide
from edu.plan.qr import QUIET, make_code
from edu.plan.stage import make_stage
from edu.write.pptx import Template, read_theme
from tests.plan.decks import HOUSE, NARROW, SMALL, make, make_set

ADDRESS = "https://school.example/quizzes/zh_CN/basics.quiz.html"


def _slides(deck: Deck) -> list[Slide]:
    return [slide for slide in deck.slides if any(item.name == "QR code" for item in slide.items if isinstance(item, Drawing))]


def _read_path(path: str, grid: int) -> list[list[bool]]:
    """Return which squares the outlines hold: an odd number of upright sides stands to the left of each."""
    loops = [[tuple(map(int, point.split())) for point in loop.split("L")] for loop in path.strip("MZ").split("ZM")]
    walls = [
        (x, min(y, v), max(y, v)) for loop in loops for (x, y), (u, v) in zip(loop, (*loop[1:], loop[0]), strict=True) if x == u
    ]
    return [
        [sum(wall <= x and low <= y < high for wall, low, high in walls) % 2 == 1 for x in range(grid)] for y in range(grid)
    ]


def test_the_outline_of_a_code_holds_its_dark_squares_and_no_others() -> None:
    import segno

    for text in ("https://a.example/", ADDRESS, ADDRESS * 3):
        code = make_code(text)
        matrix = [[bool(square) for square in row] for row in segno.make(text, error="m", micro=False).matrix]
        assert _read_path(code.path, code.grid) == matrix


def test_only_checks_and_the_summary_invite_to_the_quiz_and_only_with_an_address() -> None:
    deck, _ = make_set("zh_CN", quiz_url="https://school.example/quizzes/")
    assert [slide.id for slide in _slides(deck)] == ["quick-check", "wrap-up"]
    assert _slides(make_set("zh_CN", quiz_url=None)[0]) == []


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_a_code_is_dark_on_white_large_and_told_in_words(lang: str) -> None:
    deck, problems = make_set(lang, quiz_url="https://school.example/quizzes/")
    assert problems == ()
    for slide in _slides(deck):
        drawing = next(item for item in slide.items if isinstance(item, Drawing) and item.name == "QR code")
        panel, squares = drawing.parts
        assert isinstance(panel, Box)
        assert isinstance(squares, Glyph)
        assert panel.fill
        assert squares.fill
        assert (panel.fill.rgb, squares.fill.rgb) == ("#FFFFFF", "#000000")
        assert panel.frame.w >= 110
        square = squares.frame.w / squares.grid
        assert squares.frame.x - panel.frame.x == pytest.approx(QUIET * square)
        address = ADDRESS.replace("zh_CN", lang)
        assert address in drawing.alt
        words = next(item for item in slide.items if isinstance(item, Box) and item.name == "Quiz address")
        assert words.text
        assert [run.href for p in words.text.paragraphs for run in p.runs if run.href] == [address]


def test_the_text_beside_a_code_keeps_clear_of_it() -> None:
    deck, _ = make_set("en", quiz_url="https://school.example/quizzes/")
    for slide in _slides(deck):
        body = next(item for item in slide.items if isinstance(item, Filled) and item.slot == "Body")
        drawing = next(item for item in slide.items if isinstance(item, Drawing) and item.name == "QR code")
        assert body.frame
        assert body.frame.x + body.frame.w <= drawing.parts[0].frame.x


@pytest.mark.parametrize(
    ("base", "filled"),
    [
        ("https://school.example/quizzes/", ADDRESS),
        ("https://school.example/quizzes", ADDRESS),
        ("http://10.0.0.5:8000", "http://10.0.0.5:8000/zh_CN/basics.quiz.html"),
        ("https://school.example/{module}-{lang}", "https://school.example/basics-zh_CN"),
        ("https://school.example/q?m={module}#top", "https://school.example/q?m=basics#top"),
    ],
)
def test_an_address_is_a_folder_or_has_places_to_fill(base: str, filled: str) -> None:
    assert fill_address(TypeAdapter(Address).validate_python(base), "zh_CN", "basics") == filled


@pytest.mark.parametrize(
    "base",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "ftp://school.example/",
        "//school.example/",
        "school.example",
        "https://teacher:secret@school.example/",
        "https://",
        "https://school.example/ quiz",
        "https://school.example/{student}",
        "https://school.example/?class=7",
        'https://school.example/"><script>',
        "https://school.example/\n",
        f"https://school.example/{'a' * 120}",
    ],
)
def test_what_is_no_web_address_is_refused(base: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Address).validate_python(base)


def test_an_address_is_shown_on_two_lines_that_have_room() -> None:
    hosts = ("a.example", "www.a-school-with-a-very-long-name.example")
    paths = (
        "",
        "/",
        "/q/",
        "/department/of/economics/zh_CN/tool-vs-platform.quiz.html",
        "/q?m=tool-vs-platform-and-more-of-it",
    )
    for host, path in product(hosts, paths):
        lines = break_address(f"https://{host}{path}", 152, ARIAL)
        assert 1 <= len(lines) <= 2
        assert all(line and text_width(line, 14) <= 152 for line in lines)
        assert lines[0].startswith(host[:9])
    assert break_address(ADDRESS, 152, ARIAL) == ["school.example/…/", "basics.quiz.html"]
    assert break_address("https://school.example/quizzes/basics", 120, ARIAL) == ["school.example/", "quizzes/basics"]


def test_the_small_course_invites_to_its_quiz() -> None:
    assert len(_slides(make(SMALL, "en")[1][0][0])) == 2


@pytest.mark.parametrize("template", [HOUSE, NARROW], ids=["16:9", "4:3"])
def test_the_way_to_the_quiz_costs_a_question_no_further_page(template: Template) -> None:
    kept = []
    for length in range(1, 40):
        with_way, without = (_count_pages(template, length, url) for url in ("https://school.example/quizzes/", None))
        assert with_way[0] == without[0]
        kept.append(with_way[1])
    assert kept[0]
    assert not all(kept)


def _count_pages(template: Template, length: int, url: str | None) -> tuple[int, bool]:
    """Return how many pages a check of so many phrases takes, and whether the way to the quiz stands there."""
    edition, _ = make(SMALL, "zh_CN")
    settings = edition.course.settings.model_copy(update={"quiz_url": url})
    module = edition.course.modules[0]
    check = next(slide for slide in module.lesson.slides if isinstance(slide, CheckSlide))
    text = Prose("请想一想这句话" * length)
    questions = tuple(q.model_copy(update={"text": text}) for q in module.quiz.questions)
    quiz = module.quiz.model_copy(update={"questions": questions})
    changed = replace(edition, course=edition.course.model_copy(update={"settings": settings}))
    stage = make_stage(changed, module.model_copy(update={"quiz": quiz}), read_theme(template), {})
    pages = [page for page in draw_check(stage, check, "m") if page.layout == "Task"]
    return len(pages), any(item.name == "QR code" for page in pages for item in page.items if isinstance(item, Drawing))

"""A presenter finds the way from any page to the agenda, to the hidden appendix and back; notes keep the time."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from pptx import Presentation

from edu.plan.deck import make_deck
from edu.plan.jumps import AGENDA, GLOSSARY, SOURCES
from edu.plan.page import Box, Deck, Filled, Jump, Slide
from edu.write.pptx import read_theme, write_deck
from tests.plan.decks import HOUSE, ROOT, SMALL, make, make_set


@pytest.fixture(scope="module", params=["zh_CN", "en"])
def deck(request: pytest.FixtureRequest) -> Deck:
    return make(ROOT, request.param)[1][0][0]


def _slides(deck: Deck, kind: str) -> list[Slide]:
    return [slide for slide in deck.slides if slide.kind == kind]


def _jumps(slide: Slide) -> list[Jump]:
    return [item.jump for item in slide.items if isinstance(item, Filled | Box) and item.jump]


def test_every_section_leads_back_to_the_agenda_and_says_so_last(deck: Deck) -> None:
    assert deck.home
    assert deck.home.slide == AGENDA
    assert len(_slides(deck, "section")) > 1
    for slide in _slides(deck, "section"):
        assert isinstance(slide.items[-1], Box)
        assert slide.items[-1].jump == deck.home


def test_without_an_agenda_nothing_leads_to_it() -> None:
    small = make(SMALL, "zh_CN")[1][0][0]
    assert small.home is None
    assert [jump for slide in small.slides for jump in _jumps(slide) if jump.slide == AGENDA] == []


def test_the_appendix_is_hidden_unless_the_course_shows_it(deck: Deck) -> None:
    assert {slide.kind for slide in deck.slides if slide.hidden} == {"glossary", "sources"}
    shown, _ = make_set("zh_CN", hide_appendix=False)
    assert [slide for slide in shown.slides if slide.hidden] == []


def test_links_lead_to_what_is_hidden_and_from_there_back(deck: Deck) -> None:
    (summary,) = _slides(deck, "summary")
    assert {GLOSSARY, SOURCES} <= {jump.slide for jump in _jumps(summary)}
    lines = [i for slide in deck.slides for i in slide.items if isinstance(i, Filled) and i.slot == "Source"]
    assert lines
    assert {line.jump.slide for line in lines if line.jump} == {SOURCES}
    for slide in (*_slides(deck, "glossary"), *_slides(deck, "sources")):
        assert [jump.slide for jump in _jumps(slide)] == [""]


def test_every_way_leads_to_a_slide_that_there_is_and_says_where_to(deck: Deck) -> None:
    ids = {slide.id for slide in deck.slides}
    jumps = [jump for slide in deck.slides for jump in _jumps(slide)]
    assert [jump for jump in jumps if jump.slide and jump.slide not in ids] == []
    assert [jump for jump in jumps if not jump.tip.strip()] == []


def test_powerpoint_gets_the_ways_with_their_tips(deck: Deck) -> None:
    data = write_deck(deck, HOUSE)
    opened = Presentation(io.BytesIO(data))
    for slide, planned in zip(opened.slides, deck.slides, strict=True):
        feet = [shape for shape in slide.placeholders if shape.name == "Footer"]
        targets = [
            deck.slides[list(opened.slides).index(foot.click_action.target_slide)].id for foot in feet if planned.id != AGENDA
        ]
        assert set(targets) <= {AGENDA}
        assert len(targets) == (planned.id != AGENDA)
    package = zipfile.ZipFile(io.BytesIO(data))
    texts = [package.read(name).decode() for name in package.namelist() if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)]
    assert sum(text.count("jump=lastslideviewed") for text in texts) == sum(slide.hidden for slide in deck.slides)
    assert all('tooltip=""' not in text for text in texts)


def test_the_notes_of_a_task_say_first_how_to_keep_the_time() -> None:
    deck = make(SMALL, "zh_CN")[1][0][0]
    talk = next(slide for slide in deck.slides if slide.id == "talk")
    said = ["".join(run.text for run in paragraph.runs) for paragraph in talk.notes]
    assert said == ["计时 4 分钟；到第 3 分钟时提醒：还剩一分钟。", "两人一组，三分钟后抽两组回答。"]


@pytest.mark.parametrize(
    ("minutes", "said"), [(1, "Start a timer of 1 minute."), (12, "after 10, say that two minutes are left")]
)
def test_a_short_task_needs_no_warning_and_a_long_one_an_earlier(minutes: int, said: str) -> None:
    deck, _ = make_set("en", slides={"count": {"minutes": minutes}})
    count = next(slide for slide in deck.slides if slide.id == "count")
    assert said in "".join(run.text for run in count.notes[0].runs)


def test_only_the_first_page_of_a_long_task_starts_the_time() -> None:
    deck, _ = make_set(
        "en", slides={"count": {"steps": ("Do a thing that takes many words to say, and then some more " * 2,) * 9}}
    )
    pages = [slide for slide in deck.slides if slide.kind == "activity"]
    assert len(pages) > 1
    assert ["timer" in page.notes[0].runs[0].text for page in pages] == [True] + [False] * (len(pages) - 1)


def test_the_agenda_leads_to_each_section_in_order_and_has_rows_alike(deck: Deck) -> None:
    (agenda,) = _slides(deck, "agenda")
    rows = [item for item in agenda.items if isinstance(item, Box) and item.jump]
    assert [row.jump.slide for row in rows if row.jump] == [slide.id for slide in _slides(deck, "section")]
    assert len({(row.frame.x, row.frame.w, row.frame.h) for row in rows}) == 1


def test_an_agenda_of_many_sections_goes_on_over_pages() -> None:
    edition, _ = make(ROOT, "en")
    module = edition.course.modules[0]
    section = next(slide for slide in module.lesson.slides if slide.kind == "section")
    sections = tuple(section.model_copy(update={"id": f"part-{i}"}) for i in range(17))
    long = module.model_copy(update={"lesson": module.lesson.model_copy(update={"slides": sections})})
    made, problems = make_deck(edition, long, read_theme(HOUSE), {})
    agenda = _slides(made, "agenda")
    assert problems == ()
    numbers = [int(item.name.split()[1]) for page in agenda for item in page.items if isinstance(item, Box) and item.jump]
    assert numbers == list(range(1, 18))
    assert len(agenda) > 1
    assert min(sum(isinstance(i, Box) and bool(i.jump) for i in page.items) for page in agenda) > 1

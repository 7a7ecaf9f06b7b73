"""A module of a course in one language -> its planned deck."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import assert_never

from edu.model.course import Module
from edu.model.edition import Edition
from edu.model.facts import Fact, Source
from edu.model.inline import cited_facts
from edu.model.locale import direction_of
from edu.model.picture import Picture
from edu.model.prose import list_prose
from edu.model.slides import (
    ActivitySlide,
    ChartSlide,
    CheckSlide,
    CompareSlide,
    DefinitionSlide,
    DiscussionSlide,
    FiguresSlide,
    ObjectivesSlide,
    PictureSlide,
    PointsSlide,
    ProcessSlide,
    SectionSlide,
    SummarySlide,
    TableSlide,
    TimelineSlide,
    TitleSlide,
    VoiceSlide,
)
from edu.model.slides import Slide as Written
from edu.plan.balance import balance_items
from edu.plan.builds import plan_builds
from edu.plan.clock import hint_time
from edu.plan.colour import READABLE, find_readable
from edu.plan.fit import LINE, TITLE, choose_size, fit_size, measure_text
from edu.plan.footer import make_footer
from edu.plan.jumps import AGENDA, GLOSSARY, SOURCES, draw_buttons, find_home, find_sources
from edu.plan.kinds_agenda import draw_agenda
from edu.plan.kinds_chart import draw_chart
from edu.plan.kinds_check import draw_check
from edu.plan.kinds_diagram import draw_figures, draw_process
from edu.plan.kinds_grid import draw_compare, draw_table
from edu.plan.kinds_made import draw_glossary, draw_sources, places_of
from edu.plan.kinds_text import (
    draw_activity,
    draw_definition,
    draw_discussion,
    draw_objectives,
    draw_picture,
    draw_points,
    draw_section,
    draw_summary,
    draw_title,
    draw_voice,
)
from edu.plan.kinds_timeline import draw_timeline
from edu.plan.mirror import mirror_theme, turn_deck
from edu.plan.page import Box, Deck, Filled, PageItem, Paragraph, Section, Slide
from edu.plan.pair import SLASH, append_first, count_breaks, inline, plain
from edu.plan.roomy import make_roomy, place_slots
from edu.plan.stage import (
    ENTITIES,
    SECOND_LINE,
    Drawn,
    Stage,
    both,
    fill_slot,
    join_texts,
    make_notes,
    make_stage,
    notes_of,
    own,
    prose,
    room_of,
    say_round,
    sized,
    tell,
)
from edu.plan.theme import Colour, Slot, Theme
from edu.problems import N_, Problem, Problems

_COVER = (44.0, 40.0, 36.0, 32.0)
_DIVIDER = (40.0, 36.0, 32.0, 28.0)
_SCHOOL_TITLE = (*TITLE, 22.0, 20.0)
_LEAST_ON_A_LINE = 26.0
"""A title in two languages is made smaller, down to this size, where each then has a line of its own."""
_MADE = "made"
"""Ids that we give hold a slash, which no author's id has: two slides, or two sections, are never called alike."""


def make_deck(
    edition: Edition, module: Module, theme: Theme, pictures: Mapping[str, Picture], second: Edition | None = None
) -> tuple[Deck, Problems]:
    """Return the deck of `module` on `theme`, and a Problem for each text that does not fit.

    With the edition of a `second` language each text stands in both, one beside the other. A deck that is read from right to
    left is planned on the mirror image of the theme, and turned.
    """
    if direction_of(edition.lang) == "ltr":
        return _plan_deck(edition, module, theme, pictures, second)
    image = mirror_theme(theme)
    deck, problems = _plan_deck(edition, module, image, pictures, second)
    return turn_deck(deck, image, theme), problems


def _plan_deck(
    edition: Edition, module: Module, theme: Theme, pictures: Mapping[str, Picture], second: Edition | None
) -> tuple[Deck, Problems]:
    stage = make_stage(edition, module, make_roomy(theme) if second and not theme.school else theme, pictures, second)
    cited = {slide.id: slide_facts(stage, slide) for slide in module.lesson.slides}
    facts = stage.list_facts(fact.id for found in cited.values() for fact in found)
    appendix = {GLOSSARY: draw_glossary(stage), SOURCES: draw_sources(stage, facts)}
    stage = replace(stage, appendix=tuple(id for id, drawn in appendix.items() if drawn))
    slides, problems = _plan_lesson(stage, cited)
    settings = edition.course.settings
    for id, drawn in appendix.items():
        made, wrong = _made_slides(stage, id, drawn)
        slides += [replace(slide, hidden=settings.hide_appendix) for slide in made]
        problems += wrong
    deck = Deck(
        id=module.id,
        lang=edition.lang,
        title=plain(prose(stage, module.lesson.title, f"{module.id}/lesson#title")),
        subject=plain(prose(stage, settings.title, "course#title")),
        author=plain(prose(stage, settings.author or "", "course#author")),
        footer=make_footer(stage),
        slides=tuple(place_slots(slide, stage.theme, theme) for slide in slides),
        sections=_sections(stage, slides),
        accents=_choose_accents(stage),
        entities=tuple(entity.id for entity in settings.entities),
        home=find_home(stage),
        tight=stage.tight,
    )
    return deck, tuple(problems)


def _plan_lesson(stage: Stage, cited: Mapping[str, tuple[Fact, ...]]) -> tuple[list[Slide], list[Problem]]:
    """Return the slides of the lesson, with the agenda among them; `cited` are the facts of each."""
    before_agenda = _agenda_follows(stage)
    slides: list[Slide] = []
    problems: list[Problem] = []
    for written in stage.module.lesson.slides:
        made, wrong = _plan_slide(stage, written, cited[written.id])
        slides += made
        problems += wrong
        if written.id == before_agenda:
            made, wrong = _made_slides(stage, AGENDA, draw_agenda(stage))
            slides += made
            problems += wrong
    return slides, problems


def _choose_accents(stage: Stage) -> dict[Colour, str]:
    """Return the colours of this deck that are not its theme's: the module's accent, and the entities'."""
    theme, settings = stage.theme, stage.edition.course.settings
    own: dict[Colour, str] = {}
    if theme.modules:
        own["accent1"] = theme.modules[settings.modules.index(stage.module.id) % len(theme.modules)]
    colours = [entity.dark if theme.dark else entity.color for entity in settings.entities]
    if theme.school:  # its grounds are no colours that the course's own were chosen for
        grounds = [theme.colours["paper"], theme.colours["soft"]]
        colours = [find_readable(colour, grounds, READABLE) or colour for colour in colours]
    return own | dict(zip(ENTITIES, colours, strict=False))


def draw_kind(stage: Stage, slide: Written, trail: str) -> tuple[Drawn, ...]:
    """Return the pages of a slide that an author wrote."""
    match slide:
        case TitleSlide():
            return draw_title(stage, slide, trail)
        case SectionSlide():
            return draw_section(stage, slide, trail)
        case ObjectivesSlide():
            return draw_objectives(stage, slide, trail)
        case PointsSlide():
            return draw_points(stage, slide, trail)
        case DefinitionSlide():
            return draw_definition(stage, slide, trail)
        case CompareSlide():
            return draw_compare(stage, slide, trail)
        case TableSlide():
            return draw_table(stage, slide, trail)
        case ChartSlide():
            return draw_chart(stage, slide, trail)
        case TimelineSlide():
            return draw_timeline(stage, slide, trail)
        case ProcessSlide():
            return draw_process(stage, slide, trail)
        case FiguresSlide():
            return draw_figures(stage, slide, trail)
        case VoiceSlide():
            return draw_voice(stage, slide, trail)
        case PictureSlide():
            return draw_picture(stage, slide, trail)
        case DiscussionSlide():
            return draw_discussion(stage, slide, trail)
        case ActivitySlide():
            return draw_activity(stage, slide, trail)
        case CheckSlide():
            return draw_check(stage, slide, trail)
        case SummarySlide():
            return draw_summary(stage, slide, trail)
        case _:
            assert_never(slide)


def _plan_slide(stage: Stage, written: Written, facts: tuple[Fact, ...]) -> tuple[list[Slide], Problems]:
    trail = f"{stage.module.id}/lesson#slides[{written.id}]"
    drawn = draw_kind(stage, written, trail)
    title = prose(stage, written.title, f"{trail}.title")
    at = f"{trail}.notes"
    notes = notes_of(stage, written.notes, at)
    slides, problems = _finish(stage, written.id, written.kind, trail, drawn, title, facts, notes)
    if hint_time(stage, written):
        first = make_notes(stage, lambda one: (*hint_time(one, written), *notes_of(one, written.notes, at)))
        slides[0] = replace(slides[0], notes=first)
    stepwise = stage.edition.course.settings.builds if written.builds is None else written.builds
    return ([_build(slide) for slide in slides] if stepwise else slides), problems


def _build(slide: Slide) -> Slide:
    items, builds = plan_builds(slide.items)
    return replace(slide, items=items, builds=builds)


def _made_slides(stage: Stage, id: str, drawn: tuple[Drawn, ...]) -> tuple[list[Slide], Problems]:
    return _finish(stage, id, id.partition("/")[2], f"{stage.module.id}/lesson#", drawn, Paragraph(()), (), ())


def _finish(
    stage: Stage,
    id: str,
    kind: str,
    trail: str,
    drawn: tuple[Drawn, ...],
    title: Paragraph,
    facts: tuple[Fact, ...],
    notes: tuple[Paragraph, ...],
) -> tuple[list[Slide], Problems]:
    """Return the pages with their titles, source lines and notes; what goes on over pages is numbered (1/2)."""
    titles = [page.title or title for page in drawn]
    slides: list[Slide] = []
    problems: list[Problem] = []
    for index, (page, head) in enumerate(zip(drawn, _numbered(stage, titles), strict=True)):
        filled, wrong = _fill_title(stage, page.layout, head, f"{trail}.title" if title.runs else trail)
        buttons = draw_buttons(stage, kind, page.layout, page.items)
        drawn_items: list[PageItem] = [filled, *page.items, *_source_line(stage, page, facts, buttons), *buttons]
        items = balance_items(drawn_items, stage.theme.layouts[page.layout].slots, stage.theme.face, stage.words)
        problems += [*wrong, *page.problems]
        name = id if index == 0 else f"{id}/{index + 1}"
        slides.append(Slide(name, trail, kind, page.layout, plain(head), items, page.notes or notes))
    return slides, tuple(problems)


def _numbered(stage: Stage, titles: list[Paragraph]) -> list[Paragraph]:
    texts = [plain(t) for t in titles]
    numbered = []
    for i, title in enumerate(titles):
        same, before = texts.count(texts[i]), texts[: i + 1].count(texts[i])
        numbered.append(append_first(title, own(stage, f" ({before}/{same})").runs) if same > 1 else title)
    return numbered


def _fill_title(stage: Stage, layout: str, title: Paragraph, trail: str) -> tuple[Filled, Problems]:
    slot = stage.slot(layout, "Title")
    ladder = _SCHOOL_TITLE if slot.given else {44.0: _COVER, 40.0: _DIVIDER}.get(slot.size, TITLE)
    if stage.tight:
        ladder = (*ladder, *(size for size in _SCHOOL_TITLE if size < ladder[-1]))
    if stage.second and layout not in ("Title", "Section"):
        title = _keep_lines(title, slot, stage.sizes(layout, "Title", ladder))
    return fill_slot(stage, layout, "Title", [title], ladder, trail)


def _keep_lines(title: Paragraph, slot: Slot, ladder: Sequence[float]) -> Paragraph:
    """Return the title at the largest size that sets each of its languages on one line, where that is not too small."""
    weighed, room = replace(title, bold=slot.bold), room_of(slot)
    sizes = [size for size in ladder if size >= _LEAST_ON_A_LINE]
    own = 1 + count_breaks(title)

    def keeps(size: float) -> bool:
        found = measure_text([weighed], size, room)
        return found.lines == own and found.height <= room.height

    return replace(title, size=choose_size(sizes, keeps))


def _source_line(stage: Stage, page: Drawn, facts: tuple[Fact, ...], buttons: tuple[Box, ...]) -> tuple[Filled, ...]:
    """Return where the slide's facts come from, as fully as one line before the buttons allows; it leads to the sources."""
    slots = stage.theme.layouts[page.layout].slots
    if "Source" not in slots or not (facts or page.remarks):
        return ()
    slot = slots["Source"]
    frame = replace(slot.frame, w=min(button.frame.x for button in buttons) - slot.frame.x - 12) if buttons else None
    room = room_of(slot, frame)
    lines = [line for line in _source_lines(stage, facts, page.remarks) if line.runs]
    if not lines:
        return ()
    line = next((line for line in lines if fit_size([[line]], [room], LINE)), lines[-1])
    return (Filled("Source", sized(stage, [line], LINE[0], slot), frame, find_sources(stage) if facts else None),)


def _source_lines(stage: Stage, facts: tuple[Fact, ...], remarks: tuple[Paragraph, ...]) -> list[Paragraph]:
    """Return the remarks with the sources and the places in them, with the sources, and alone (maybe empty)."""
    small, said = stage.shrunk(SECOND_LINE), [inline(remark) for remark in remarks]
    joint = stage.say(N_("; "))
    told = [[both(small, partial(_tell_sources, facts=facts, full=full), SLASH)] for full in (True, False)]
    if stage.second:
        told.append([_tell_sources(replace(stage, second=None), facts, full=False)])
    tails = [text if facts else [] for text in told]
    return [join_texts(stage, [*said, *tail], joint) for tail in (*tails, [])]


def _tell_sources(stage: Stage, facts: tuple[Fact, ...], full: bool) -> Paragraph:
    """Return the sources of `facts`, with the places in them where it is to be in `full`."""
    sources = {s.id: s for s in stage.edition.course.book.sources}
    names = []
    for id in dict.fromkeys(fact.source for fact in facts):
        name = _source_name(stage, sources.get(id), id)
        places = own(stage, " ".join(places_of(fact for fact in facts if fact.source == id)))
        names.append(join_texts(stage, [name, places] if full and places.runs else [name], " "))
    return say_round(stage, N_("Source: {sources}"), "sources", join_texts(stage, names, stage.say(N_("; "))))


def _source_name(stage: Stage, source: Source | None, id: str) -> Paragraph:
    if source is None:
        return own(stage, id)
    field = "publisher" if source.publisher else "title"
    return prose(stage, source.publisher or source.title, f"facts#sources[{id}].{field}")


def slide_facts(stage: Stage, slide: Written) -> tuple[Fact, ...]:
    """Return the facts that a slide rests on: listed, cited in its prose, drawn or asked about, in the order of the book."""
    ids = {*slide.facts, *_drawn_facts(stage, slide)}
    for trail, text in list_prose(slide):
        if trail != "notes" and "{" in text:
            ids.update(cited_facts(text))
    return stage.list_facts(ids)


def _drawn_facts(stage: Stage, slide: Written) -> Iterable[str]:
    match slide:
        case CheckSlide():
            return [
                fact for question in stage.module.quiz.questions if question.id == slide.question for fact in question.facts
            ]
        case FiguresSlide():
            return [figure.fact for figure in slide.figures]
        case ChartSlide():
            return [value for series in slide.series for value in series.values if isinstance(value, str)]
        case _:
            return []


def _agenda_follows(stage: Stage) -> str:
    """Return the id of the slide that the agenda follows: the last one before the first section; "" for no agenda."""
    if len(stage.sections) < 2:
        return ""
    slides = stage.module.lesson.slides
    first = next(i for i, slide in enumerate(slides) if slide.kind == "section")
    return slides[max(0, first - 1)].id


def _sections(stage: Stage, slides: list[Slide]) -> tuple[Section, ...]:
    """Return the deck's sections: an opening, one for each section slide, and an appendix."""
    names = {slide.id: slide.title for slide in slides if slide.kind == "section"}
    groups: list[tuple[str, str, list[str]]] = [(f"{_MADE}/opening", plain(tell(stage, N_("Opening"))), [])]
    for slide in slides:
        if slide.id in names:
            groups.append((slide.id, names[slide.id], []))
        elif slide.kind in ("glossary", "sources") and groups[-1][0] != f"{_MADE}/appendix":
            groups.append((f"{_MADE}/appendix", plain(tell(stage, N_("Appendix"))), []))
        groups[-1][2].append(slide.id)
    return tuple(Section(id, name, tuple(ids)) for id, name, ids in groups if ids)

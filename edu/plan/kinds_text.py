"""Slides that are mostly text -> what stands in which placeholder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from edu.model.picture import Picture
from edu.model.slides import (
    ActivitySlide,
    DefinitionSlide,
    DiscussionSlide,
    ObjectivesSlide,
    PictureSlide,
    PointsSlide,
    SectionSlide,
    SummarySlide,
    TitleSlide,
    VoiceSlide,
)
from edu.plan.fit import BODY, LEAD, SMALL, Room, count_pages, fit_size, measure_text, split_evenly
from edu.plan.invite import draw_invitation
from edu.plan.page import Filled, Image, PageItem, Paragraph
from edu.plan.pair import SLASH
from edu.plan.stage import (
    SMALL_PAIR,
    Drawn,
    Stage,
    both,
    diagram_area,
    entity_colour,
    fill_slot,
    find_excesses,
    icon_beside,
    make_icon,
    own,
    prose,
    room_of,
    say_alt,
    sized,
    tell,
    too_long,
)
from edu.plan.theme import Colour, Frame, Paint, Slot
from edu.problems import N_, Problems

_BAND_ICON = 64.0
"""The side of the icon on a coloured band, in points."""

LEAD_STYLE = Paragraph((), bullet="none", colour="ink2")
ON_CLICK = Paragraph((), click="on")
_AIR = 12.0
"""The space between paragraphs in two languages for which these become smaller, in points."""
_LOWEST = 60.0
"""What an answer that needs more room leaves for the points below it, in points."""
_GAP = 12.0
"""Between the panel of a voice and who speaks, in points, at least."""


def draw_title(stage: Stage, slide: TitleSlide, trail: str) -> tuple[Drawn, ...]:
    """Return the opening page: course, title, subtitle or the lesson's question."""
    lesson = f"{stage.module.id}/lesson#question"
    course, wrong = _name_course(stage)
    text, where = (slide.subtitle, f"{trail}.subtitle") if slide.subtitle else (stage.module.lesson.question, lesson)
    subtitle, long = fill_slot(stage, "Title", "Subtitle", [prose(stage, text, where)], LEAD, where)
    texts = sorted((*course, subtitle), key=lambda filled: stage.slot("Title", filled.slot).frame.y)
    return (Drawn("Title", (*texts, *_number_lesson(stage)), (*wrong, *long)),)


def _name_course(stage: Stage) -> tuple[tuple[Filled, ...], Problems]:
    """Return the name of the course, where the cover has a place for it."""
    if "Label" not in stage.theme.layouts["Title"].slots:
        return (), ()
    name = prose(stage, stage.edition.course.settings.title, "course#title")
    label, wrong = fill_slot(stage, "Title", "Label", [name], (18.0, 16.0), "course#title")
    return ((), ()) if wrong and stage.theme.school else ((label,), wrong)


def _number_lesson(stage: Stage) -> tuple[Filled, ...]:
    """Return the number of the lesson in its course, where there is more than one."""
    modules = stage.edition.course.settings.modules
    if len(modules) < 2 or "Number" not in stage.theme.layouts["Title"].slots:
        return ()
    number = [own(stage, str(modules.index(stage.module.id) + 1))]
    return (fill_slot(stage, "Title", "Number", number, (115.0, 80.0), "")[0],)


def draw_section(stage: Stage, slide: SectionSlide, trail: str) -> tuple[Drawn, ...]:
    """Return a divider with its number, where it has a place for that."""
    items: list[PageItem] = []
    if "Number" in stage.theme.layouts["Section"].slots:
        number = own(stage, str(stage.sections.index(slide.id) + 1))
        items.append(fill_slot(stage, "Section", "Number", [number], (115.0,), trail)[0])
    problems: Problems = ()
    if slide.lead:
        lead, problems = fill_slot(stage, "Section", "Body", [prose(stage, slide.lead, f"{trail}.lead")], BODY, f"{trail}.lead")
        items.append(lead)
    return (Drawn("Section", tuple(items), problems),)


def draw_objectives(stage: Stage, slide: ObjectivesSlide, trail: str) -> tuple[Drawn, ...]:
    """Return the lesson's objectives, numbered."""
    at = f"{stage.module.id}/lesson#objectives"
    items = [prose(stage, o.text, f"{at}[{o.id}].text", ON_CLICK) for o in stage.module.lesson.objectives]
    return draw_list(stage, "Numbered", items, trail)


def draw_points(stage: Stage, slide: PointsSlide, trail: str) -> tuple[Drawn, ...]:
    """Return a list of points under an optional lead."""
    lead = (prose(stage, slide.lead, f"{trail}.lead", LEAD_STYLE),) if slide.lead else ()
    points = [prose(stage, text, f"{trail}.points[{i}]", ON_CLICK) for i, text in enumerate(slide.points)]
    return draw_list(stage, "Points", points, f"{trail}.points", lead, ladder=(24.0, 22.0, *BODY))


def draw_list(
    stage: Stage,
    layout: str,
    items: Sequence[Paragraph],
    trail: str,
    lead: tuple[Paragraph, ...] = (),
    ladder: Sequence[float] = LEAD,
    frame: Frame | None = None,
) -> tuple[Drawn, ...]:
    """Return the items on as few pages as hold them at the smallest size of `ladder`, in halves of even length.

    `frame` is where they stand if that is not all of the layout's body.
    """
    room, sizes = room_of(stage.slot(layout, "Body"), frame), stage.sizes(layout, "Body", ladder)
    ladder = stage.sizes(layout, "Body", ladder, splits=True)
    if any(fit_size([(*lead, item)], [room], ladder[-1:]) is None for item in items):
        ladder = sizes
    wrong = [item for item in items if fit_size([(*lead, item)], [room], ladder[-1:]) is None]
    heights = [measure_text([item], ladder[-1], room).height + room.gap for item in items]
    left = room.height - (measure_text(lead, ladder[-1], room).height if lead else -room.gap)
    for parts in range(count_pages(heights, left), 1 if wrong else len(items) + 1):
        pages = [(*lead, *_count_on(layout, items, a, b)) for a, b in split_evenly(heights, parts, left)]
        size = fit_size(pages, [room] * parts, ladder) if pages else None
        if size:
            airy = replace(room, gap=max(room.gap, _AIR)) if stage.second else room
            size = fit_size(pages, [airy] * parts, ladder) or size
            slot = stage.slot(layout, "Body")
            spread = [spread_out(page, size, room) for page in pages]
            return tuple(Drawn(layout, (Filled("Body", sized(stage, page, size, slot), frame),)) for page in spread)
    text = sized(stage, (*lead, *items), ladder[-1])
    problems = tuple(too_long(stage, (*lead, item), room, ladder[-1], trail) for item in wrong or items[:1])
    return (Drawn(layout, (Filled("Body", text, frame),), problems),)


def _count_on(layout: str, items: Sequence[Paragraph], start: int, end: int) -> list[Paragraph]:
    """Return `items[start:end]`; numbered ones go on counting from those before."""

    def numbered(item: Paragraph) -> bool:
        return item.bullet == "number" or (layout == "Numbered" and item.bullet == "inherit")

    before = sum(numbered(item) for item in items[:start])
    page = items[start:end]
    return [replace(item, bullet="number", first=before + 1) if before and numbered(item) else item for item in page]


def spread_out(texts: Sequence[Paragraph], size: float, room: Room) -> list[Paragraph]:
    """Return `texts` with air between them where the room has some to spare, at most as much as a line."""
    spare = (room.height - measure_text(texts, size, room).height) * 0.7 / max(1, len(texts) - 1)
    air = round(room.gap + min(spare, size), 1)
    return [replace(text, before=air) if i and spare > 2 and text.before is None else text for i, text in enumerate(texts)]


def draw_definition(stage: Stage, slide: DefinitionSlide, trail: str) -> tuple[Drawn, ...]:
    """Return a term of the glossary, its definition, and what it means in the case."""
    term = next(t for t in stage.edition.course.glossary.terms if t.id == slide.term)
    at = f"glossary#terms[{term.id}]"
    style = Paragraph((), bold=True, colour="accent1", bullet="none")
    head = both(stage, lambda one: prose(one, term.term, f"{at}.term", style), SLASH)
    meaning = [head, prose(stage, term.definition, f"{at}.definition", Paragraph((), bullet="none"))]
    sides = [
        (slide.example, "example", N_("In this case")),
        (slide.counterexample, "counterexample", N_("Not this")),
    ]
    texts = {name: _labelled(stage, label, text, f"{trail}.{name}") for text, name, label in sides if text}
    page = _draw_definition(stage, meaning, texts, at, trail)
    if page.problems or _has_small(page):  # one row may have what the other lacks
        side, least = stage.slot("Definition", "Left"), stage.steps(BODY, splits=True)[-1]
        above = _count_spare(stage.slot("Definition", "Body"), meaning, least)
        below = min((_count_spare(side, text, least) for text in texts.values()), default=side.frame.h)
        if above + below >= 0:
            page = _draw_definition(stage, meaning, texts, at, trail, min(above, 0) or max(-below, 0))
    return (page,)


def _has_small(page: Drawn) -> bool:
    """Whether running text of the page is smaller than it is where it goes on on a next page."""
    texts = [item.text for item in page.items if isinstance(item, Filled)]
    return any(p.size is not None and p.size < SMALL_PAIR for text in texts for p in text.paragraphs)


def _draw_definition(
    stage: Stage, meaning: Sequence[Paragraph], texts: Mapping[str, Sequence[Paragraph]], at: str, trail: str, up: float = 0
) -> Drawn:
    """Return the page with the row below the definition, `texts` by their names, higher by `up` points at its cost."""
    body = stage.slot("Definition", "Body").frame
    body = replace(body, h=body.h - up)
    filled, problems = fill_slot(stage, "Definition", "Body", meaning, (28.0, *LEAD), at, body if up else None)
    items: list[PageItem] = [filled, *icon_beside(stage, "Definition", "Body", "definition", Paint("accent1"), body)]
    slots = ["Left", "Right"][: len(texts)]
    frames = [_side_frame(stage, slot, up, alone=len(texts) == 1) for slot in slots]
    rooms = [room_of(stage.slot("Definition", s), f) for s, f in zip(slots, frames, strict=True)]
    sizes = stage.steps((22.0, *BODY))
    size = fit_size(list(texts.values()), rooms, sizes)
    if not size:
        spots = [f"{trail}.{name}" for name in texts]
        problems = (*problems, *find_excesses(stage, list(texts.values()), rooms, sizes[-1], spots))
    for (name, text), slot, frame in zip(texts.items(), slots, frames, strict=True):
        items += icon_beside(stage, "Definition", slot, name, Paint("accent1"), frame)
        items.append(Filled(slot, sized(stage, text, size or sizes[-1], stage.slot("Definition", slot)), frame))
    return Drawn("Definition", tuple(items), problems)


def _side_frame(stage: Stage, slot: str, up: float, *, alone: bool) -> Frame | None:
    """Return where a text below a definition stands, if that is not its slot: higher up, or `alone` across the page."""
    own, last = stage.slot("Definition", slot).frame, stage.slot("Definition", "Right").frame
    width = last.x + last.w - own.x if alone else own.w
    return Frame(own.x, own.y - up, width, own.h + up) if alone or up else None


def _labelled(stage: Stage, label: str, text: str, trail: str) -> list[Paragraph]:
    head = tell(stage, label, Paragraph((), size=18, colour="accent1", bold=True, bullet="none"), joint=SLASH)
    return [head, prose(stage, text, trail, Paragraph((), bullet="none"))]


def draw_voice(stage: Stage, slide: VoiceSlide, trail: str) -> tuple[Drawn, ...]:
    """Return reported speech with who said it, and that it is one person's word."""
    body, long = fill_slot(stage, "Voice", "Body", [prose(stage, slide.text, f"{trail}.text")], (28.0, *LEAD), f"{trail}.text")
    colour = entity_colour(stage, slide.entity)
    who = both(stage, lambda one: _name_speaker(one, slide, f"{trail}.speaker", colour))
    speaker, wide = fill_slot(stage, "Voice", "Speaker", [who], BODY, f"{trail}.speaker")
    if wide:  # two lines have room where the frame reaches into the gaps above and below it
        place = stage.slot("Voice", "Speaker").frame.inset(0, -_GAP, 0, -2)
        speaker, wide = fill_slot(stage, "Voice", "Speaker", [who], BODY, f"{trail}.speaker", place)
    items: list[PageItem] = [body, *icon_beside(stage, "Voice", "Body", "voice", Paint(colour)), speaker]
    problems = (*long, *wide)
    if slide.caution:
        at = f"{trail}.caution"
        caution, more = fill_slot(stage, "Voice", "Caution", [prose(stage, slide.caution, at)], BODY[-1:], at)
        items, problems = [*items, caution], (*problems, *more)
    return (Drawn("Voice", tuple(items), problems),)


def _name_speaker(stage: Stage, slide: VoiceSlide, trail: str, colour: Colour) -> Paragraph:
    who = prose(stage, slide.speaker, trail, Paragraph((), colour=colour))
    return replace(who, runs=(*who.runs, *tell(stage, N_(" · an anecdote, retold")).runs))


def draw_picture(stage: Stage, slide: PictureSlide, trail: str) -> tuple[Drawn, ...]:
    """Return a picture as large as its place allows, with its caption and credit."""
    picture = _find_picture(stage, slide.image)
    if picture is None:
        return (Drawn("Picture", ()),)
    area = stage.slot("Picture", "Picture").frame
    if not (slide.caption or slide.credit):
        area = diagram_area(stage)
    scale = min(area.w / picture.width, area.h / picture.height)
    w, h = picture.width * scale, picture.height * scale
    frame = Frame(area.x + (area.w - w) / 2, area.y + (area.h - h) / 2, w, h)
    texts = []
    if slide.caption:
        texts.append(prose(stage, slide.caption, f"{trail}.caption"))
    if slide.credit:
        texts.append(prose(stage, slide.credit, f"{trail}.credit", Paragraph((), size=SMALL[0], colour="ink2")))
    items: list[PageItem] = [Image("Picture", frame, picture, say_alt(stage, slide.alt, f"{trail}.alt"))]
    problems: Problems = ()
    if texts:
        body, problems = fill_slot(stage, "Picture", "Body", texts, BODY, f"{trail}.caption")
        items.append(body)
    return (Drawn("Picture", tuple(items), problems),)


def _find_picture(stage: Stage, image: str) -> Picture | None:
    stem, dot, suffix = f"{stage.module.id}/{image}".rpartition(".")
    return stage.pictures.get(f"{stem}.{stage.lang}{dot}{suffix}") or stage.pictures.get(f"{stem}{dot}{suffix}")


def draw_discussion(stage: Stage, slide: DiscussionSlide, trail: str) -> tuple[Drawn, ...]:
    """Return the prompts beside a band with the minutes."""
    prompts = [prose(stage, text, f"{trail}.prompts[{i}]", ON_CLICK) for i, text in enumerate(slide.prompts)]
    return draw_task(stage, "discussion", N_("Discuss"), slide.minutes, prompts, f"{trail}.prompts")


def draw_activity(stage: Stage, slide: ActivitySlide, trail: str) -> tuple[Drawn, ...]:
    """Return the numbered steps beside a band with the minutes."""
    numbered = replace(ON_CLICK, bullet="number")
    steps = [prose(stage, text, f"{trail}.steps[{i}]", numbered) for i, text in enumerate(slide.steps)]
    return draw_task(stage, "activity", N_("Do"), slide.minutes, steps, f"{trail}.steps")


def draw_task(stage: Stage, icon: str, label: str, minutes: int, texts: Sequence[Paragraph], trail: str) -> tuple[Drawn, ...]:
    """Return what the class has to do, beside a band that says so from five metres."""
    band = task_band(stage, "Task", icon, label, str(minutes), N_("min"))
    return tuple(replace(page, items=(*band, *page.items)) for page in draw_list(stage, "Task", texts, trail, ladder=LEAD))


def task_band(
    stage: Stage, layout: str, icon: str, label: str, number: str, unit: str, look: Paragraph | None = None
) -> tuple[PageItem, ...]:
    """Return what stands on the coloured band: an icon, our words for what it is, a number in the style of `look`, its unit."""
    texts = (
        ("Label", tell(stage, label), (28.0, 24.0, 20.0)),
        ("Number", own(stage, number, look), (96.0, 80.0, 60.0, 48.0, 36.0)),
        ("Unit", tell(stage, unit, joint=SLASH), LEAD),
    )
    filled = (fill_slot(stage, layout, slot, [text], ladder, "")[0] for slot, text, ladder in texts if text.runs)
    head = stage.slot(layout, "Label")
    side = min(_BAND_ICON, head.frame.y - 24)
    place = Frame(head.frame.x + (head.frame.w - side) / 2, head.frame.y - side - 12, side, side)
    return (*((make_icon(stage, icon, place, head.colour),) if side > 30 else ()), *filled)


def draw_summary(stage: Stage, slide: SummarySlide, trail: str) -> tuple[Drawn, ...]:
    """Return the answer to the lesson's question and what to take home, on as many pages as that takes.

    The answer's panel is as high as its text where that saves a page, or where the text needs more than its slot has.
    """
    said = [prose(stage, slide.answer, f"{trail}.answer")]
    pages = _draw_summary(stage, slide, said, trail)
    panel, body = stage.slot("Summary", "Answer"), stage.slot("Summary", "Body")
    good = len(pages) == 1 and not pages[0].problems and not _has_small(pages[0])
    if good or body.frame.y < panel.frame.y + panel.frame.h:
        return pages
    spare = _count_spare(panel, said, stage.sizes("Summary", "Answer", LEAD, splits=True)[-1])
    other = _draw_summary(stage, slide, said, trail, max(spare, _LOWEST - body.frame.h))
    return min(pages, other, key=lambda found: (len(found[0].problems), _has_small(found[0]), len(found)))


def _count_spare(slot: Slot, text: Sequence[Paragraph], size: float) -> float:
    """Return the height that a text of that size leaves free in its slot, in points; below 0 where it lacks some."""
    weighed = [replace(p, bold=slot.bold) if p.bold is None else p for p in text]
    return room_of(slot).height - measure_text(weighed, size, room_of(slot)).height


def _draw_summary(
    stage: Stage, slide: SummarySlide, said: Sequence[Paragraph], trail: str, spare: float = 0
) -> tuple[Drawn, ...]:
    """Return the pages on which the panel of the answer, which is `said`, is lower than its slot by `spare` points."""
    layout, at = "Summary", f"{trail}.answer"
    panel, area = stage.slot(layout, "Answer").frame, stage.slot(layout, "Body").frame
    panel, area = replace(panel, h=panel.h - spare), Frame(area.x, area.y - spare, area.w, area.h + spare)
    answer, problems = fill_slot(stage, layout, "Answer", said, LEAD, at, panel if spare else None)
    icon = icon_beside(stage, layout, "Answer", "summary", stage.slot(layout, "Answer").colour, panel)
    items: list[PageItem] = [answer, *icon]
    invitation = draw_invitation(stage, layout, area)
    if not slide.points:
        return (Drawn(layout, (*items, *invitation.items), problems),)
    points = [prose(stage, text, f"{trail}.points[{i}]", ON_CLICK) for i, text in enumerate(slide.points)]
    frame = invitation.body or (area if spare else None)
    first, *rest = draw_list(stage, layout, points, f"{trail}.points", ladder=(22.0, *BODY), frame=frame)
    pages = (replace(first, problems=(*problems, *first.problems)), *rest)
    return tuple(replace(page, items=(*items, *page.items, *invitation.items)) for page in pages)

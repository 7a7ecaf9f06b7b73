"""What the tool itself adds to a deck: glossary, sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial

from edu.model.facts import Fact, Source
from edu.model.slides import DefinitionSlide
from edu.plan.fit import SMALL
from edu.plan.jumps import BUTTON_ROOM
from edu.plan.kinds_grid import Grid, Trails, draw_ruled
from edu.plan.kinds_text import draw_list
from edu.plan.page import Paragraph
from edu.plan.pair import plain
from edu.plan.stage import SECOND_LINE, SECOND_SMALL, Drawn, Stage, bold_run, both, join_texts, make_notes, own, prose, tell
from edu.problems import N_

_KINDS = {
    "figure": N_("Figures"),
    "description": N_("Descriptions"),
    "opinion": N_("Opinions"),
    "anecdote": N_("Anecdotes"),
}


def _note(stage: Stage, msgid: str) -> tuple[Paragraph, ...]:
    return make_notes(stage, lambda one: (tell(one, msgid),))


def draw_glossary(stage: Stage) -> tuple[Drawn, ...]:
    """Return the terms that the lesson defines or lists, with their definitions; nothing where there are none."""
    lesson = stage.module.lesson
    wanted = {*lesson.terms, *(s.term for s in lesson.slides if isinstance(s, DefinitionSlide))}
    terms = [term for term in stage.edition.course.glossary.terms if term.id in wanted]
    if not terms:
        return ()
    notes = _note(stage, N_("For reference: let students explain one term each in their own words."))
    title, stage = tell(stage, N_("The words of this lesson")), stage.shrunk(SECOND_SMALL)
    style = Paragraph((), bold=True, colour="paper")
    grid: Grid = [[tell(stage, N_("Term"), style), tell(stage, N_("What it means"), style)]]
    trails: Trails = [["glossary#terms"] * 2]
    for term in terms:
        at = f"glossary#terms[{term.id}]"
        trails.append([f"{at}.term", f"{at}.definition"])
        head = prose(stage, term.term, f"{at}.term", Paragraph((), bold=True))
        grid.append([head, prose(stage, term.definition, f"{at}.definition")])
    pages = draw_ruled(stage, grid, trails, plain(title))
    return tuple(replace(page, title=title, notes=notes) for page in pages)


def draw_sources(stage: Stage, facts: Sequence[Fact]) -> tuple[Drawn, ...]:
    """Return what was published, then who says what in it; nothing where the lesson cites no fact."""
    if not facts:
        return ()
    book = stage.edition.course.book
    used = [source for source in book.sources if source.id in {fact.source for fact in facts}]
    title = tell(stage, N_("Sources: who says this, and where"))
    notes = _note(stage, N_("For reference: ask of each claim who says it, how they know, and what would change our mind."))
    stage = stage.shrunk(SECOND_LINE)
    texts = [both(stage, partial(_source, source=source)) for source in used]
    for kind, word in _KINDS.items():
        texts.append(both(stage, partial(_sayings, word=word, facts=[f for f in facts if f.kind == kind])))
    texts = [text for text in texts if text.runs]
    frame = stage.slot("Sources", "Body").frame
    frame = replace(frame, h=frame.h - BUTTON_ROOM)
    pages = draw_list(stage, "Sources", texts, "facts#facts", ladder=(18.0, 16.0, *SMALL), frame=frame)
    return tuple(replace(page, title=title, notes=notes) for page in pages)


def _source(stage: Stage, source: Source) -> Paragraph:
    at = f"facts#sources[{source.id}]"
    texts = [prose(stage, source.title, f"{at}.title")]
    if source.publisher:
        texts.append(prose(stage, source.publisher, f"{at}.publisher"))
    if source.date:
        texts.append(own(stage, stage.edition.numbers.date(source.date)))
    if source.remark:
        texts.append(prose(stage, source.remark, f"{at}.remark"))
    return join_texts(stage, texts, stage.say(N_(" · ")))


def _sayings(stage: Stage, word: str, facts: Sequence[Fact]) -> Paragraph:
    """Return one sort of claims: who makes them, and where; without runs where there are none."""
    if not facts:
        return Paragraph(())
    said = []
    for who in dict.fromkeys(fact.who for fact in facts):
        same = [fact for fact in facts if fact.who == who]
        name = prose(stage, who, f"facts#facts[{same[0].id}].who")
        places = own(stage, " ".join(places_of(same)))
        said.append(join_texts(stage, [name, places] if places.runs else [name], " "))
    label = bold_run(stage, stage.say(N_("{label}: "), label=stage.say(word)))
    return Paragraph((*label, *join_texts(stage, said, stage.say(N_("; "))).runs), bullet="none", before=14)


def places_of(facts: Iterable[Fact]) -> tuple[str, ...]:
    """Return where in their source the facts stand, each place once (`¶42, ¶45` are two)."""
    places = (place for fact in facts for place in re.split(r"[,，、]\s*", fact.place))
    return tuple(dict.fromkeys(place for place in places if place))

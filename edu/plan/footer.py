"""The names of a course and a lesson -> the footer of its deck."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from edu.plan.fit import measure_text
from edu.plan.page import Paragraph
from edu.plan.pair import SLASH, level
from edu.plan.runs import Runs, plain_runs
from edu.plan.stage import Stage, both, prose, room_of
from edu.plan.theme import Slot
from edu.problems import N_


def make_footer(stage: Stage) -> Runs:
    """Return the names of course and lesson, the lesson's alone, or as much of that as goes on one line of every layout.

    They stand in both languages where that goes on the line, else in the first. A translation that nobody has confirmed is
    named as such before them.
    """
    first = replace(stage, second=None)
    lesson = _name_lesson(first).runs
    slots = [slot for layout in stage.theme.layouts.values() for slot in layout.slots.values() if slot.type == "ftr"]
    tight = sorted(slots, key=lambda slot: room_of(slot).width / slot.size)[:1]
    pairs = [level(both(stage, name, SLASH)).runs for name in (_name_both, _name_lesson)]
    wishes = (*pairs, _name_both(first).runs, lesson, *_cut_short(lesson))
    mark = _mark_unreviewed(stage)
    marked = ((*mark, *runs) for runs in wishes)
    return next((runs for runs in marked if all(_is_one_line(runs, slot) for slot in tight)), mark)


def _mark_unreviewed(stage: Stage) -> Runs:
    """Return what stands before the names where a translation of the deck is shown that nobody has confirmed."""
    editions = [one.edition for one in (stage, stage.second) if one and one.edition.unreviewed]
    return plain_runs(editions[0], f"{editions[0].say(N_('Unreviewed translation'))} · ") if editions else ()


def _name_lesson(stage: Stage) -> Paragraph:
    return prose(stage, stage.module.lesson.title, f"{stage.module.id}/lesson#title")


def _name_both(stage: Stage) -> Paragraph:
    course = prose(stage, stage.edition.course.settings.title, "course#title").runs
    return Paragraph((*course, *plain_runs(stage.edition, " · "), *_name_lesson(stage).runs))


def _is_one_line(runs: Runs, slot: Slot) -> bool:
    return measure_text([Paragraph(runs, bullet="none")], slot.size, room_of(slot)).lines == 1


def _cut_short(runs: Runs) -> Iterator[Runs]:
    """Yield `runs` with ever less of their end."""
    text = "".join(run.text for run in runs)
    for length in range(len(text) - 1, 0, -1):
        yield (replace(runs[0], text=text[:length].rstrip() + "…"),)

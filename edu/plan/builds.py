"""A page that was drawn at once -> what appears on it at each click of a presenter."""

from __future__ import annotations

from collections.abc import Iterable

from edu.plan.page import Build, Drawing, Filled, PageItem, Target


def plan_builds(items: Iterable[PageItem]) -> tuple[tuple[PageItem, ...], tuple[Build, ...]]:
    """Return the items of a page shown click by click, a diagram as one drawing a step, and what each click shows.

    The clicks come in reading order. What stands in no build is there from the start.
    """
    split = [part for item in items for part in (_split_drawing(item) if isinstance(item, Drawing) else (item,))]
    builds: list[list[Target]] = []
    for item in split:
        if isinstance(item, Filled):
            _add_paragraphs(builds, item)
        elif isinstance(item, Drawing) and item.click:
            builds.append([Target(item.name)])
    return tuple(split), tuple(tuple(build) for build in builds)


def _split_drawing(drawing: Drawing) -> tuple[PageItem, ...]:
    """Return what belongs to no step, then a drawing for each step: PowerPoint shows a group as one."""
    if not drawing.steps:
        return (drawing,)
    taken = {i for step in drawing.steps for i in step.parts}
    rest = [part for i, part in enumerate(drawing.parts) if i not in taken]
    steps = [
        Drawing(f"{drawing.name} {n}", step.alt, tuple(drawing.parts[i] for i in step.parts), click=True)
        for n, step in enumerate(drawing.steps, 1)
    ]
    return (*rest, *steps)


def _add_paragraphs(builds: list[list[Target]], item: Filled) -> None:
    """Add the paragraphs of `item` that wait for a click; one without a mark comes with the one before it."""
    waits = False
    for index, paragraph in enumerate(item.text.paragraphs):
        if paragraph.click == "on" or (paragraph.click == "with" and not builds):
            builds.append([])
        waits = waits or bool(paragraph.click)
        if waits:
            builds[-1].append(Target(item.slot, index))

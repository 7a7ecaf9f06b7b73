"""Rules about dates: days that there are none of, and timelines that go back."""

from __future__ import annotations

import itertools
from calendar import monthrange
from collections.abc import Iterator

from edu.model.prose import join_trail
from edu.model.slides import TimelineSlide
from edu.model.values import is_date, list_days
from edu.problems import Code, Problem
from edu.source.rules.draft import Draft

_FIELDS = ("when", "as_of", "date", "value")
"""Where dates stand; a value is one where its unit says so."""


def find_impossible_days(draft: Draft) -> Iterator[Problem]:
    """Yield each day that its month does not have: the 31st of February."""
    for trail, node in draft.list_nodes():
        for name in _FIELDS:
            date = getattr(node, name, None)
            meant = name != "value" or getattr(node, "unit", "") == "date"
            if meant and isinstance(date, str) and is_date(date) and not _is_day(date):
                yield Problem(Code.BAD_DATE, join_trail(trail, name), {"value": date})


def _is_day(date: str) -> bool:
    year, month, day = list_days(date)[0]
    return day <= monthrange(year, month)[1]


def find_wrong_order(draft: Draft) -> Iterator[Problem]:
    """Yield each event of a timeline that was over before the one above it began."""
    for _, trail, slide in draft.list_slides():
        events = slide.events if isinstance(slide, TimelineSlide) else ()
        for index, (before, event) in enumerate(itertools.pairwise(events), 1):
            if list_days(event.when)[1] < list_days(before.when)[0]:
                yield Problem(Code.WRONG_ORDER, f"{trail}.events[{index}].when", {"when": event.when, "before": before.when})

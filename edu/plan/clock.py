"""A slide on which the class works -> what its notes say first: how a teacher keeps the time."""

from __future__ import annotations

from edu.model.slides import ActivitySlide, DiscussionSlide
from edu.model.slides import Slide as Written
from edu.plan.page import Paragraph
from edu.plan.stage import Stage, own
from edu.problems import Plural

_LONG, _SHORT = 10, 3
"""From so many minutes on, the class hears when two are left, and when one is."""

_TWO_LEFT = Plural(
    "Start a timer of {count} minute; after {last}, say that two minutes are left.",
    "Start a timer of {count} minutes; after {last}, say that two minutes are left.",
)
_ONE_LEFT = Plural(
    "Start a timer of {count} minute; after {last}, say that one minute is left.",
    "Start a timer of {count} minutes; after {last}, say that one minute is left.",
)
_NONE_TOLD = Plural("Start a timer of {count} minute.", "Start a timer of {count} minutes.")


def hint_time(stage: Stage, slide: Written) -> tuple[Paragraph, ...]:
    """Return the line about the time of a discussion or an activity; nothing for other slides."""
    if not isinstance(slide, DiscussionSlide | ActivitySlide):
        return ()
    n = slide.minutes
    if n >= _LONG:
        said = stage.say(_TWO_LEFT.of(n), count=n, last=n - 2)
    elif n >= _SHORT:
        said = stage.say(_ONE_LEFT.of(n), count=n, last=n - 1)
    else:
        said = stage.say(_NONE_TOLD.of(n), count=n)
    return (own(stage, said),)

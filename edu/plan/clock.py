"""A slide on which the class works -> what its notes say first: how a teacher keeps the time."""

from __future__ import annotations

from edu.model.slides import ActivitySlide, DiscussionSlide
from edu.model.slides import Slide as Written
from edu.plan.page import Paragraph
from edu.plan.stage import Stage, own
from edu.problems import N_

_LONG, _SHORT = 10, 3
"""From so many minutes on, the class hears when two are left, and when one is."""


def hint_time(stage: Stage, slide: Written) -> tuple[Paragraph, ...]:
    """Return the line about the time of a discussion or an activity; nothing for other slides."""
    if not isinstance(slide, DiscussionSlide | ActivitySlide):
        return ()
    n = slide.minutes
    if n >= _LONG:
        said = stage.say(N_("Start a timer of {n} minutes; after {m}, say that two minutes are left."), n=n, m=n - 2)
    elif n >= _SHORT:
        said = stage.say(N_("Start a timer of {n} minutes; after {m}, say that one minute is left."), n=n, m=n - 1)
    else:
        said = stage.say(N_("Start a timer of {n} min."), n=n)
    return (own(stage, said),)

"""What can be wrong with a course, as data, and how one such problem is worded and printed."""

from edu.problems.codes import ITEM_RULES, KINDS, LINT_RULES, TRANSLATION_RULES, Code
from edu.problems.kinds import N_, Kind, Level
from edu.problems.plural import Counted, Plural, Say, word_count
from edu.problems.problem import (
    EduError,
    Place,
    Problem,
    Problems,
    describe_problem,
    shorten,
    word_counts,
    word_hint,
    word_level,
    word_message,
    word_problem,
    word_problems,
    worst_level,
)
from edu.problems.reason import name_reason

__all__ = [
    "ITEM_RULES",
    "KINDS",
    "LINT_RULES",
    "N_",
    "TRANSLATION_RULES",
    "Code",
    "Counted",
    "EduError",
    "Kind",
    "Level",
    "Place",
    "Plural",
    "Problem",
    "Problems",
    "Say",
    "describe_problem",
    "name_reason",
    "shorten",
    "word_count",
    "word_counts",
    "word_hint",
    "word_level",
    "word_message",
    "word_problem",
    "word_problems",
    "worst_level",
]

"""What can be wrong with a course, as data, and how one such problem is worded and printed."""

from edu.problems.codes import Code, Kind, Level, N_
from edu.problems.problem import (
    EduError,
    Place,
    Problem,
    Problems,
    Say,
    describe_problem,
    word_hint,
    word_message,
    word_problem,
    worst_level,
)

__all__ = [
    "Code",
    "EduError",
    "Kind",
    "Level",
    "N_",
    "Place",
    "Problem",
    "Problems",
    "Say",
    "describe_problem",
    "word_hint",
    "word_message",
    "word_problem",
    "worst_level",
]

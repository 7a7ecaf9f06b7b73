"""The kinds of problem that the product can report: one table, in pieces by the room that finds them."""

from __future__ import annotations

from edu.problems.codes.access import AccessCodes
from edu.problems.codes.exchange import ExchangeCodes
from edu.problems.codes.files import FileCodes
from edu.problems.codes.items import ITEM_RULES, ItemCodes
from edu.problems.codes.pages import PageCodes
from edu.problems.codes.rules import RuleCodes
from edu.problems.codes.running import RunningCodes
from edu.problems.codes.shape import ShapeCodes
from edu.problems.codes.templates import TemplateCodes
from edu.problems.codes.translations import TRANSLATION_RULES, TranslationCodes
from edu.problems.kinds import Kind

__all__ = ["ITEM_RULES", "KINDS", "LINT_RULES", "TRANSLATION_RULES", "Code"]

_TABLES = (
    FileCodes,
    ShapeCodes,
    RuleCodes,
    PageCodes,
    ItemCodes,
    AccessCodes,
    RunningCodes,
    TemplateCodes,
    ExchangeCodes,
    TranslationCodes,
)


class Code(
    FileCodes,
    ShapeCodes,
    RuleCodes,
    PageCodes,
    ItemCodes,
    AccessCodes,
    RunningCodes,
    TemplateCodes,
    ExchangeCodes,
    TranslationCodes,
):
    """Every kind of problem that the product can report."""


KINDS: dict[str, Kind] = {name: kind for table in _TABLES for name, kind in vars(table).items() if isinstance(kind, Kind)}
"""Every kind by its name in `Code`."""

LINT_RULES: dict[str, Kind] = {**ITEM_RULES, **TRANSLATION_RULES}
"""What `lint` in course.yaml can set the level of, by code."""

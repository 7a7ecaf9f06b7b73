"""The options of a command -> the order that `build` takes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

from edu.cli.options import find_root

if TYPE_CHECKING:
    from typing import Unpack

    from edu.build import Order


class Asked(TypedDict, total=False):
    """The options that make an order, by the names that click gives them; each command takes some."""

    output: str | None
    languages: tuple[str, ...]
    modules: tuple[str, ...]
    outputs: tuple[str, ...]
    strict: bool
    force: bool
    jobs: int
    builds: bool
    fuzzy: bool
    template: str | None
    page: str | None


def make_order(course: str | None, **asked: Unpack[Asked]) -> Order:
    """Return the order for the course in the folder `course`, or in the nearest one above."""
    from edu.build import Order

    output = asked.get("output")
    return Order(
        find_root(course),
        Path(output) if output else None,
        languages=asked.get("languages", ()),
        modules=asked.get("modules", ()),
        outputs=asked.get("outputs", ()),
        strict=asked.get("strict", False),
        force=asked.get("force", False),
        jobs=asked.get("jobs", 1),
        builds=asked.get("builds", False),
        fuzzy=asked.get("fuzzy", False),
        template=asked.get("template") or "",
        page=asked.get("page") or "",
    )

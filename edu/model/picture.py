"""A picture of the course as it was read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture's bytes, with its format and its size in pixels; `name` is its path below the content folder."""

    name: str
    data: bytes
    format: Literal["png", "jpeg", "gif"]
    width: int
    height: int

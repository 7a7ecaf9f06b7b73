"""A PDF -> a PNG picture of each of its pages, wide enough for a projector."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

WIDTH = 1920
"""Pixels."""


def write_pictures(pdf: bytes) -> Mapping[str, bytes]:
    """Return a picture of each page, by its name: `01.png`, `02.png`, …"""
    from pypdfium2 import PdfDocument

    with PdfDocument(pdf) as document:
        digits = max(2, len(str(len(document))))
        return {f"{number:0{digits}}.png": _draw(page) for number, page in enumerate(document, start=1)}


def _draw(page: PdfPage) -> bytes:
    file = io.BytesIO()
    page.render(scale=WIDTH / page.get_width()).to_pil().save(file, "PNG")
    return file.getvalue()

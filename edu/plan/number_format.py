"""A number and a SpreadsheetML format -> the text that a chart shows."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

_FORMAT = re.compile(r"(?P<group>#,##)?0(?P<part>\.0+)?")


def format_number(value: float, number_format: str) -> str:
    """Return the number as a spreadsheet writes it (ECMA-376 18.8.31): `#,##0`, `0.00` and the like; all else is General."""
    found = _FORMAT.fullmatch(number_format)
    if not found:
        return f"{value:.10g}"
    places = len(found["part"] or ".") - 1
    rounded = Decimal(repr(value)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return f"{rounded:{',' if found['group'] else ''}f}"

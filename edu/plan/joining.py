"""Arabic letters -> the forms that they take beside each other, by which their widths differ (Unicode 9.2, Arabic joining)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

_ARABIC = re.compile("[\u0620-\u06ff]")
_FORMS = range(0xFB50, 0xFDC0), range(0xFE70, 0xFEFD)
"""Where the forms stand as characters of their own."""
_STRETCH = "\u0640"
"""Joins on both sides, and has one form."""


def join_letters(text: str) -> str:
    """Return `text` with each Arabic letter as the character of its form; two that become one sign (لا) stay two."""
    if not _ARABIC.search(text):
        return text
    forms, shown = _list_forms(), [char for char in text if unicodedata.category(char) != "Mn"]
    return "".join(
        _choose_form(forms, char, before, after)
        for before, char, after in zip(["", *shown], shown, [*shown[1:], ""], strict=False)
    )


def _choose_form(forms: Mapping[str, Mapping[str, str]], char: str, before: str, after: str) -> str:
    own = forms.get(char, {})
    joined = "final" in own and (before == _STRETCH or "initial" in forms.get(before, {}))
    joins = "initial" in own and (after == _STRETCH or "final" in forms.get(after, {}))
    name = {(True, True): "medial", (True, False): "final", (False, True): "initial"}.get((joined, joins), "isolated")
    return own.get(name, char)


@cache
def _list_forms() -> Mapping[str, Mapping[str, str]]:
    """Return the forms of each letter: `isolated`, `final`, `initial`, `medial`; a letter that never joins the next has two."""
    forms: dict[str, dict[str, str]] = {}
    for code in (code for stretch in _FORMS for code in stretch):
        name, *letters = unicodedata.decomposition(chr(code)).split()[:3] or [""]
        if len(letters) == 1 and name.startswith("<"):
            forms.setdefault(chr(int(letters[0], 16)), {})[name.strip("<>")] = chr(code)
    return forms

"""Texts in simplified Chinese -> the same in traditional Chinese as Taiwan writes it, by OpenCC and a list of exceptions."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from edu.language.exchange.unit import Style, split_text
from edu.model.stretch import Kind

Convert = Callable[[str], str]


def load_converter() -> Convert | None:
    """Return OpenCC's conversion `s2twp` (characters and words of Taiwan); None where OpenCC is not installed."""
    try:
        from opencc import OpenCC
    except ImportError:
        return None
    return OpenCC("s2twp").convert


def convert_text(text: str, style: Style, convert: Convert, overrides: Mapping[str, str]) -> str:
    """Return `text` with its words converted, those of `overrides` as these say, longer ones first; codes stay as they are."""
    return "".join(
        _convert_words(stretch.text, convert, overrides) if stretch.kind is Kind.WORDS else stretch.text
        for stretch in split_text(text, style)
    )


def _convert_words(words: str, convert: Convert, overrides: Mapping[str, str]) -> str:
    if not overrides:
        return convert(words)
    known = "|".join(map(re.escape, sorted(overrides, key=lambda word: (-len(word), word))))
    parts = re.split(f"({known})", words)
    return "".join(overrides[part] if index % 2 else convert(part) for index, part in enumerate(parts))

"""A typed answer -> the form in which two answers are compared."""

from __future__ import annotations

import re
import unicodedata

_MARKS = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201b\u02bc\u2032`\u00b4", "'"),
        **dict.fromkeys("\u201c\u201d\u201f\u201e\u2033\u300c\u300d\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        "\u03c2": "\u03c3",
    }
)
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe0e\ufe0f\ufeff]")
_SPACES = re.compile("[ \t\n\r\f\v\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
_WIDE = "\u2e80-\u2fff\u3001-\u303f\u3040-\u30ff\u3100-\u31ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"
_WIDE_GAP = re.compile(f"(?<=[{_WIDE}]) | (?=[{_WIDE}])")
_ENDS = ".,;:!?\u3001\u3002\u00b7"


def fold_text(text: str) -> str:
    """Return `text` by NFKC, in small letters, with one kind of quotes, dashes and spaces and without a mark at its end.

    Spaces beside East Asian characters fall away. The quiz page folds in the same way (`templates/quiz/fold.js`).
    """
    narrow = unicodedata.normalize("NFKC", text.translate(_MARKS)).lower().translate(_MARKS)
    spaced = _SPACES.sub(" ", _UNSEEN.sub("", narrow)).strip(" ")
    joined = _WIDE_GAP.sub("", spaced)
    return joined.rstrip(_ENDS).strip(" ") or joined


def split_variants(text: str) -> tuple[str, ...]:
    """Return the accepted answers that ` | ` parts in one text."""
    return tuple(part.strip() for part in text.split(" | ") if part.strip())

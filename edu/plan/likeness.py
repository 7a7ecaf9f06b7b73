"""What a question asks and its key -> the hash by which an answer given before is known to fit it still."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from typing import assert_never

from edu.plan.fold import fold_text
from edu.plan.paper import (
    Body,
    ChoiceGap,
    Cloze,
    Group,
    Match,
    Multiple,
    Numeric,
    Open,
    Option,
    Order,
    Part,
    Single,
    Text,
    TextEntry,
    TrueFalse,
)

KEY = 12
SIGNS = 32
_ALPHABET = "0123456789abcdefghijklmnopqrstuv"
_WORD = re.compile(r"[a-z0-9]+|[^a-z0-9\s]+")


def hash_question(text: Text, body: Body, lang: str) -> str:
    """Return 12 signs that change with the kind, the key or the choices, then 32 of the wording in `lang`.

    The more of the wording stays, the more of these 32 stay where they are (MinHash, Broder 1997): one who mends a slip changes
    few of them, and a question that only took over another one's id has hardly any of its signs. Points, scoring, hints,
    explanations, tolerance, accepted answers and other languages change nothing: they are looked up when an answer is marked.
    """
    key = json.dumps([body.kind, _list_key(body), [_rank_ids(parts, lang) for parts in _list_parts(body)]], ensure_ascii=False)
    sentence = body.sentence[lang] if isinstance(body, Cloze) else ()
    texts = [text[lang], *sentence, *(part.text[lang] for parts in _list_parts(body) for part in parts)]
    words = {word for runs in texts for word in _list_words("".join(run.text for run in runs))}
    return _digest(key)[:KEY] + "".join(_find_sign(words, place) for place in range(SIGNS))


def _list_key(body: Body) -> Sequence[object]:
    """Return what is right, in an order of its own; what has more than one right form is looked up when it is marked."""
    match body:
        case Single() | Multiple() | TrueFalse():
            return _list_right(body.options)
        case Numeric():
            return [f"{float(body.answer):.9g}", body.percent]
        case Cloze():
            return sorted((gap.id, *(_list_right(gap.options) if isinstance(gap, ChoiceGap) else [])) for gap in body.gaps)
        case Match() | Group():
            return sorted(body.key.items())
        case Order():
            return [part.id for part in body.parts]
        case TextEntry() | Open():
            return []
        case _:
            assert_never(body)


def _list_right(options: Iterable[Option]) -> list[str]:
    return sorted(option.id for option in options if option.right)


def _list_parts(body: Body) -> Sequence[Sequence[Option | Part]]:
    """Return what a student chooses from or puts in place; true and false are the same everywhere."""
    match body:
        case Single() | Multiple():
            return [body.options]
        case Cloze():
            return [gap.options for gap in sorted(body.gaps, key=lambda gap: gap.id) if isinstance(gap, ChoiceGap)]
        case Match():
            return [body.lefts, body.rights]
        case Order():
            return [body.parts]
        case Group():
            return [body.groups, body.parts]
        case TrueFalse() | Numeric() | TextEntry() | Open():
            return []
        case _:
            assert_never(body)


def _rank_ids(parts: Sequence[Option | Part], lang: str) -> list[str]:
    """Return the ids in the order of their texts, which changes where two change places, and hardly where a slip is mended."""
    return [id for _, id in sorted((fold_text("".join(run.text for run in part.text[lang])), part.id) for part in parts)]


def _list_words(text: str) -> set[str]:
    """Return the words of `text`; of writing without spaces each two characters that stand together."""
    words = _WORD.findall(fold_text(text))
    return {part for word in words for part in ([word] if word.isascii() else _list_pairs(word))}


def _list_pairs(word: str) -> list[str]:
    return [word[place : place + 2] for place in range(max(1, len(word) - 1))]


def _find_sign(words: Iterable[str], place: int) -> str:
    """Return one sign of the word that comes first in an order that belongs to `place` alone."""
    first = max((_digest(f"{place} {word}") for word in words), default="0")
    return _ALPHABET[int(first[-2:], 16) % len(_ALPHABET)]


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()

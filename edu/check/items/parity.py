"""A quiz and its translation -> numbers and emphasis that only one of them has: the two then ask different things."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from edu.check.items.sheet import find_tongue
from edu.check.items.stems import is_capital
from edu.check.numbers import compare_numbers
from edu.model.inline import Part, parse_inline
from edu.model.prose import Plain, Prose, list_prose
from edu.model.questions import Quiz
from edu.problems import Code, Problem, Problems

_COMPARED = (".text", ".sentence", ".left", ".right", ".name", ".unit")
"""The ends of the trails of texts that are part of what is asked."""


def is_compared(trail: str) -> bool:
    """Return whether the text at `trail` is part of what is asked, so that it is compared with its translations here."""
    return trail.endswith(_COMPARED) and "/quiz#questions[" in trail


def check_parity(quiz: Quiz, source: str, other: Quiz, lang: str, trail: str, fallbacks: Collection[str]) -> Problems:
    """Return where `other`, the quiz at `trail` in `lang`, asks something else than `quiz`, in the language `source`.

    Texts at the trails `fallbacks` have no translation. Options, keys, gaps and fixed orders are one for all languages.
    """
    texts: Mapping[str, Prose] = dict(list_prose(other, trail))
    pairs = (
        (at, text, texts[at]) for at, text in list_prose(quiz, trail) if at in texts and at not in fallbacks and is_compared(at)
    )
    return tuple(problem for at, one, two in pairs for problem in _compare(at, (source, one), (lang, two)))


def _compare(trail: str, one: tuple[str, Prose], two: tuple[str, Prose]) -> Iterator[Problem]:
    source, text = one
    lang, translated = two
    if isinstance(text, Plain) or text == translated:
        return
    parts = parse_inline(text), parse_inline(translated)
    values = {"source": source, "lang": lang}
    for number in _miss_number(parts[0], source, parts[1], lang):
        yield Problem(Code.PARITY_NUMBER, trail, {**values, "number": number})
        break
    if _is_emphatic(parts[0], source) != _is_emphatic(parts[1], lang):
        yield Problem(Code.PARITY_EMPHASIS, trail, values)


def _miss_number(one: tuple[Part, ...], source: str, two: tuple[Part, ...], lang: str) -> Iterator[str]:
    """Yield each number of either text that the other has neither in digits nor in words; figures are left out."""
    texts = [" ".join(part.text for part in parts if not part.fact) for parts in (one, two)]
    differs = compare_numbers(texts[0], source, texts[1], lang)
    yield from (*differs.lost, *differs.added)


def _is_emphatic(parts: tuple[Part, ...], lang: str) -> bool:
    text = "".join(part.text for part in parts)
    found = (found for pattern in find_tongue(lang).negative for found in pattern.finditer(text))
    return any(part.bold or part.emphasis for part in parts) or any(is_capital(f["no"]) for f in found)

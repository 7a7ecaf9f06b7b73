"""A course and its translation -> terms of the glossary that are translated otherwise than it says."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from edu.check.items.sheet import find_tongue
from edu.check.items.text import holds
from edu.check.translations.bitext import Bitext, Pair
from edu.check.translations.profile import find_profile
from edu.model.locale import script_of
from edu.problems import Code, Problem

_FIELD = re.compile(r"(glossary#terms\[[^\]]+\])\.(term|avoid)")
_TAKEN = "\n"
"""Stands for a term that was found."""
_COUNTED = re.compile("[一二三四五六七八九十两几这那每哪某半多]个")
"""A measure word belongs to the number before it: there is no 个案 in 一个案例."""
_JOINING = frozenset(
    ("of", "the", "a", "an", "and", "to", "for", "in", "on", "by", "with", "de", "la", "le", "du", "des", "der", "und")
)


@dataclass(frozen=True, slots=True)
class _Term:
    """A term, its approved translation, and the translations of the words not to use for it; each with its folded spellings."""

    source: str
    target: str
    avoid: tuple[str, ...]
    lang: tuple[str, str]

    @property
    def said(self) -> tuple[str, ...]:
        return _list_keys(self.source, self.lang[0])

    @property
    def approved(self) -> tuple[str, ...]:
        return _list_keys(self.target, self.lang[1])


def find_other_terms(bitext: Bitext) -> Iterator[Problem]:
    """Yield translations without the approved word for a term of the text; one that stands within a longer one is not meant."""
    terms = _list_terms(bitext) if can_fold(bitext.source) and can_fold(bitext.lang) else []
    for pair in bitext.pairs if terms else ():
        if not (pair.names or pair.answers):
            text = _COUNTED.sub(_TAKEN, fold(pair.source.plain, bitext.source))
            for term in terms:
                found = [key for key in term.said if key in text]
                if found:
                    text = text.replace(found[0], _TAKEN)
                    yield from _check_term(pair, term, terms)


def _list_terms(bitext: Bitext) -> list[_Term]:
    """Return the terms that have an approved translation, longest first."""
    approved: dict[str, tuple[str, str]] = {}
    avoided: defaultdict[str, list[str]] = defaultdict(list)
    for pair in bitext.pairs:
        for found in filter(None, map(_FIELD.match, pair.trails)):
            if found[2] == "term":
                approved[found[1]] = pair.source.plain, pair.target.plain
            else:
                avoided[found[1]].append(pair.target.plain)
    langs = bitext.source, bitext.lang
    terms = [_Term(one, two, tuple(word for word in avoided[at] if word != two), langs) for at, (one, two) in approved.items()]
    return sorted(terms, key=lambda term: -len(term.source))


def _check_term(pair: Pair, term: _Term, terms: Sequence[_Term]) -> Iterator[Problem]:
    text, lang = pair.target.plain, pair.target.lang
    for word in term.avoid:
        longer = [one.target for one in terms if len(one.target) > len(word) and word.lower() in one.target.lower()]
        if holds(_remove(text, longer), word):
            yield pair.tell(Code.TRANSLATION_AVOIDED, word=word, term=term.source, approved=term.target)
            return
    if not any(_is_used(key, fold(text, lang)) for key in term.approved):
        yield pair.tell(Code.TRANSLATION_TERM, term=term.source, approved=term.target)


def _remove(text: str, words: Sequence[str]) -> str:
    return re.sub("|".join(map(re.escape, words)), _TAKEN, text, flags=re.IGNORECASE) if words else text


def _is_used(key: str, text: str) -> bool:
    """Return whether a folded text has a term: as it is, or all its words in other forms and another order."""
    if key in text:
        return True
    words = [word[:_CUT] for word in key.split() if word not in _JOINING]
    return key.startswith(" ") and len(words) > 1 and all(f" {word}" in text for word in words)


# --- spellings that are compared ---------------------------------------------------------------------------------------

_WORD = re.compile(r"[^\W_]+")
_IN_BRACKETS = re.compile(r"(.*\S)\s*[(（]([^()（）]+)[)）]$")
_SPACES = re.compile(r"\s+")
_CUT = 5
"""So many letters of a word stay, where nothing is known of how a language changes its words."""
_CUTTABLE = frozenset(("Latn", "Cyrl", "Grek"))


def can_fold(lang: str) -> bool:
    """Return whether words of the gettext language `lang` can be known in their other forms."""
    return find_profile(lang).wide or script_of(lang) in _CUTTABLE


@lru_cache(maxsize=20_000)
def fold(text: str, lang: str) -> str:
    """Return `text` with each word in the form that all its forms have, spaces round each; Chinese as it is."""
    if find_profile(lang).wide:
        return _SPACES.sub("", text).lower()
    words = _WORD.findall(text.lower().replace("’s", "").replace("'s", ""))
    stem = find_tongue(lang).stem if lang.partition("_")[0] == "en" else lambda word: word[:_CUT]
    return f" {' '.join(stem(word) for word in words)} "


@lru_cache(maxsize=2_000)
def _list_keys(term: str, lang: str) -> tuple[str, ...]:
    """Return the folded spellings of a term: with a short form behind it in brackets, without it, and that alone."""
    found = _IN_BRACKETS.match(term)
    return tuple(key for part in ((term, *found.groups()) if found else (term,)) if (key := fold(part, lang)).strip())

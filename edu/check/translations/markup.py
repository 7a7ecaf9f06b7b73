"""A text and its translation -> emphasis, code, links and paragraphs that only one of them has."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from edu.check.translations.bitext import Pair, Side
from edu.model.inline import loose_text, split_paragraphs
from edu.model.prose import Notes, Plain
from edu.problems import N_, Code, Problem

_MARK = "**"
_HOST = re.compile(r"(?:[a-z][a-z\d+.-]*:)?//(?:[^/?#@]*@)?([^/?#:]+)", re.IGNORECASE)
_COMMON = frozenset(["www", "m", "com", "co", "org", "net", "edu", "gov", "ac"])
_LANGUAGE = re.compile("[a-z]{2}(?:-[a-z]{2,4})?")
"""A part of a host that may be a language: `en`, `zh-cn`."""


def find_lost_markup(pair: Pair) -> Iterator[Problem]:
    """Yield what is marked in one of the two texts alone; the rules for quizzes compare the emphasis of what is asked."""
    if isinstance(pair.source.prose, Plain):
        return
    if not pair.asked and (reason := _compare_emphasis(pair)):
        yield pair.tell(Code.TRANSLATION_MARKUP, reason=reason)
    if _list_codes(pair.source) != _list_codes(pair.target):
        yield pair.tell(Code.TRANSLATION_MARKUP, reason=N_("code between backquotes is not the same in both"))
    links = _list_links(pair.source), _list_links(pair.target)
    if len(links[0]) != len(links[1]):
        yield pair.tell(Code.TRANSLATION_MARKUP, reason=N_("one of them has more links than the other"))
    elif Counter(map(_name_site, links[0])) != Counter(map(_name_site, links[1])):
        yield pair.tell(Code.TRANSLATION_MARKUP, reason=N_("a link leads to another site"))
    if _count_stray(pair.target) > _count_stray(pair.source):
        yield pair.tell(Code.STRAY_MARK, mark=_MARK)


def _compare_emphasis(pair: Pair) -> str:
    one, two = (any(part.bold or part.emphasis for part in side.parts) for side in (pair.source, pair.target))
    if one and not two:
        return N_("a word that is bold or italic in the source is plain in the translation")
    return N_("a word that is plain in the source is bold or italic in the translation") if two and not one else ""


def _list_codes(side: Side) -> Counter[str]:
    return Counter(part.text for part in side.parts if part.code)


def _list_links(side: Side) -> list[str]:
    """Return where the links lead; neighbouring parts that lead to one place are one."""
    found: list[str] = []
    last = ""
    for part in side.parts:
        if part.href and part.href != last:
            found.append(part.href)
        last = part.href
    return found


def _name_site(href: str) -> tuple[str, ...]:
    """Return what the site that `href` leads to is called, which is the same for its pages in all languages."""
    found = _HOST.match(href)
    host = found.group(1).lower() if found else ""
    labels = tuple(label for label in host.split(".")[:-1] if label not in _COMMON)
    return tuple(label for label in labels if not _LANGUAGE.fullmatch(label)) or labels or (host,)


def _count_stray(side: Side) -> int:
    paragraphs = split_paragraphs(side.prose) if isinstance(side.prose, Notes) else (side.prose,)
    return sum(loose_text(paragraph).count(_MARK) for paragraph in paragraphs)


def find_lost_paragraphs(pair: Pair) -> Iterator[Problem]:
    """Yield a translation that has not as many paragraphs as the text."""
    one, two = len(pair.source.paragraphs), len(pair.target.paragraphs)
    if one != two:
        yield pair.tell(Code.TRANSLATION_PARAGRAPHS, count=one, found=two)

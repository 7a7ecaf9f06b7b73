"""Rules about what stands in a text: marks, figures and links that are shown as they are written, since something is amiss."""

from __future__ import annotations

import re
from collections.abc import Iterator

from edu.model.inline import OPAQUE, loose_text, parse_inline, split_paragraphs
from edu.model.prose import Notes, Plain, Prose
from edu.problems import Code, Problem, shorten
from edu.source.near import find_near
from edu.source.rules.draft import Draft

_BRACES = re.compile(r"(?<![{$#%\\])[{｛]\s*([A-Za-z][\w -]{0,63}?)\s*(?:[:：]\s*(\w{1,20})\s*)?[}｝](?!})", re.ASCII)
_FIGURE = re.compile(r"\{([a-z][a-z0-9_]*)(?::short)?\}")
_LINK = re.compile(rf"\[[^\[\]{OPAQUE}]+\]\([^)]*\)")
_BOLD = re.compile(r"\*\*[^*\s][^*]*\*\*")
_ADDRESS = re.compile(r"https?://[^\s/]|mailto:[^\s@]+@", re.IGNORECASE)


def _list_loose(draft: Draft) -> Iterator[tuple[str, str]]:
    """Yield for each paragraph in our Markdown its trail and what is shown of it as it is written."""
    for trail, text in draft.list_texts():
        yield from ((trail, loose_text(paragraph)) for paragraph in _split(text))


def _split(text: Prose) -> tuple[str, ...]:
    if isinstance(text, Plain):
        return ()
    return split_paragraphs(text) if isinstance(text, Notes) else (text,)


def find_mistyped_figures(draft: Draft) -> Iterator[Problem]:
    """Yield what stands between braces and is no figure: an error where it is a fact's id but for a sign or a capital."""
    known = dict.fromkeys(fact.id for fact in draft.book.facts) if draft.book else {}
    for trail, loose in _list_loose(draft):
        for found in _BRACES.finditer(loose):
            id = re.sub(r"[ -]", "_", found[1].lower())
            if id in known:
                form = ":short" if found[2] else ""
                yield Problem(Code.MISTYPED_FIGURE, trail, {"text": shorten(found[0]), "meant": f"{{{id}{form}}}"})
            else:
                near = find_near(id, known)
                yield Problem(Code.STRAY_BRACES, trail, {"text": shorten(found[0]), "near": f"{{{near}}}" if near else ""})


def find_figures_in_plain_texts(draft: Draft) -> Iterator[Problem]:
    """Yield each figure in a text without markup, where none is filled in."""
    known = {fact.id for fact in draft.book.facts} if draft.book else set()
    for trail, text in draft.list_texts():
        for found in _FIGURE.finditer(text) if isinstance(text, Plain) else ():
            if found[1] in known:
                yield Problem(Code.PLAIN_FIGURE, trail, {"text": found[0]})


def find_stray_marks(draft: Draft) -> Iterator[Problem]:
    """Yield each `**` that made nothing bold."""
    for trail, text in draft.list_texts():
        if isinstance(text, Plain) and _BOLD.search(text):
            yield Problem(Code.PLAIN_MARK, trail, {"mark": "**"})
    for trail, loose in _list_loose(draft):
        if "**" in loose:
            yield Problem(Code.STRAY_MARK, trail, {"mark": "**"})


def find_pictures_in_texts(draft: Draft) -> Iterator[Problem]:
    """Yield each picture that Markdown would show and we do not."""
    for trail, loose in _list_loose(draft):
        if f"![{OPAQUE}" in loose:
            yield Problem(Code.PICTURE_IN_TEXT, trail)


def find_broken_links(draft: Draft) -> Iterator[Problem]:
    """Yield what looks like a link and is none, and each link that leads nowhere from a slide."""
    for trail, loose in _list_loose(draft):
        for found in _LINK.finditer(loose):
            yield Problem(Code.NOT_A_LINK, trail, {"text": shorten(found[0])})
    for trail, text in draft.list_texts():
        for href in dict.fromkeys(_list_links(text)):
            if not _ADDRESS.match(href):
                yield Problem(Code.LINK_NOWHERE, trail, {"link": shorten(href)})


def _list_links(text: Prose) -> Iterator[str]:
    for paragraph in _split(text):
        yield from (part.href for part in parse_inline(paragraph) if part.href)


def find_links_in_notes(draft: Draft) -> Iterator[Problem]:
    """Yield each link in what the teacher says: PowerPoint's notes keep its words and not where it leads."""
    for _, trail, slide in draft.list_slides():
        for href in dict.fromkeys(_list_links(slide.notes)):
            yield Problem(Code.LINK_IN_NOTES, f"{trail}.notes", {"link": shorten(href)})

"""Rules about ids and texts wherever they stand: used twice, unknown, empty, not allowed."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from edu.model.prose import Node, join_trail
from edu.model.questions import MatchQuestion
from edu.model.slides import DefinitionSlide
from edu.problems import LINT_RULES, Code, Kind, Problem, shorten
from edu.source.near import find_near, list_known
from edu.source.rules.draft import Draft, list_marks

FORBIDDEN_NAMES = frozenset(
    ("con", "prn", "aux", "nul", "conin$", "conout$", *(f"{port}{n}" for port in ("com", "lpt") for n in "0123456789¹²³"))
)
"""Names that Windows keeps for devices, whatever stands after a dot."""
TAKEN_NAMES = frozenset(("course", "edu"))
"""Names of the PO files that hold a course's own texts and our words: a module's would be the same files."""


def tell_unknown(code: Kind, id: str, known: Collection[str], trail: str) -> Iterator[Problem]:
    """Yield the problem `code` where `id` is none of `known`, with the one that it is most like, and some of all."""
    if id not in known:
        yield Problem(code, trail, {"id": id, "near": find_near(id, known), "known": list_known(known)})


def find_duplicate_ids(draft: Draft) -> Iterator[Problem]:
    """Yield each id that an earlier item of its list has."""
    for trail, node in draft.list_nodes():
        for name in type(node).model_fields:
            value = getattr(node, name)
            if isinstance(value, tuple):
                yield from _find_repeats(value, join_trail(trail, name))
        if isinstance(node, MatchQuestion):
            yield from _find_repeats(node.extras, f"{trail}.extras", {pair.id for pair in node.pairs})


def _find_repeats(items: tuple[object, ...], trail: str, taken: Collection[str] = ()) -> Iterator[Problem]:
    seen = set(taken)
    for index, item in enumerate(items):
        id = getattr(item, "id", None) if isinstance(item, Node) else None
        if id in seen and id is not None:
            name = id if id in taken else index
            yield Problem(Code.DUPLICATE_ID, f"{trail}[{name}].id", {"id": str(id)})
        if id is not None:
            seen.add(id)


def find_repeated_settings(draft: Draft) -> Iterator[Problem]:
    """Yield each module and language that stands twice in `course.yaml`."""
    settings = draft.settings
    for name, items in (("modules", settings.modules), ("languages", settings.languages)) if settings else ():
        for index, item in enumerate(items):
            if item in items[:index]:
                yield Problem(Code.LISTED_TWICE, f"course#{name}[{index}]", {"id": item})


def find_missing_source_language(draft: Draft) -> Iterator[Problem]:
    """Yield the source language where it is none of the course's languages."""
    settings = draft.settings
    if settings and settings.language not in settings.languages:
        yield Problem(Code.SOURCE_LANGUAGE, "course#language", {"language": settings.language})


def find_forbidden_names(draft: Draft) -> Iterator[Problem]:
    """Yield each module and language whose files Windows could not hold, or that would share them with something else."""
    settings = draft.settings
    for name, items in (("modules", settings.modules), ("languages", settings.languages)) if settings else ():
        for index, item in enumerate(items):
            if item in FORBIDDEN_NAMES:
                yield Problem(Code.FORBIDDEN_NAME, f"course#{name}[{index}]", {"name": item})
            if item in TAKEN_NAMES:
                yield Problem(Code.TAKEN_NAME, f"course#{name}[{index}]", {"name": item})


def find_unknown_lint_rules(draft: Draft) -> Iterator[Problem]:
    """Yield each code in `lint` that is that of no rule about questions or translations."""
    for code in draft.settings.lint if draft.settings else ():
        yield from tell_unknown(Code.UNKNOWN_LINT_RULE, shorten(code), LINT_RULES, f"course#lint.{code}")


def find_unknown_lenders(draft: Draft) -> Iterator[Problem]:
    """Yield each language in `fallback_languages` that the course does not have, or that would stand in for itself.

    The source's language lacks no text, so that none can stand in there.
    """
    settings = draft.settings
    if settings is None:
        return
    for lang, other in settings.fallback_languages.items():
        at = f"course#fallback_languages.{lang}"
        yield from tell_unknown(Code.UNKNOWN_FALLBACK, lang, settings.languages, at)
        if lang == settings.language:
            yield Problem(Code.IS_SOURCE, at, {"lang": lang})
        yield from tell_unknown(Code.UNKNOWN_FALLBACK, other, [one for one in settings.languages if one != lang], at)


def find_unknown_entities(draft: Draft) -> Iterator[Problem]:
    """Yield each entity that `course.yaml` does not have."""
    known = dict.fromkeys(entity.id for entity in draft.settings.entities) if draft.settings else {}
    for trail, node in draft.list_nodes() if draft.settings else ():
        if id := getattr(node, "entity", None):
            yield from tell_unknown(Code.UNKNOWN_ENTITY, id, known, f"{trail}.entity")


def find_unknown_terms(draft: Draft) -> Iterator[Problem]:
    """Yield each term that the glossary does not have."""
    known = dict.fromkeys(term.id for term in draft.glossary.terms) if draft.glossary else {}
    for _, trail, slide in draft.list_slides() if draft.glossary else ():
        if isinstance(slide, DefinitionSlide):
            yield from tell_unknown(Code.UNKNOWN_TERM, slide.term, known, f"{trail}.term")


def find_empty_texts(draft: Draft) -> Iterator[Problem]:
    """Yield each text that has nothing in it."""
    yield from (Problem(Code.EMPTY_TEXT, trail) for trail, text in draft.list_texts() if not text.strip())


def find_stray_blanks(draft: Draft) -> Iterator[Problem]:
    """Yield each gap that stands elsewhere than in the sentence of a cloze."""
    for trail, part in list_marks(draft):
        if part.blank and not trail.endswith(".sentence"):
            yield Problem(Code.STRAY_BLANK, trail, {"id": shorten(part.blank)})

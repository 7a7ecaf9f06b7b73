"""The glossary of a course and its PO files -> a termbase to be handed out; one that came back -> documents to be taken in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from edu.language.exchange.take import find_lang
from edu.language.exchange.terms import Concept, Termbase, Wording
from edu.language.exchange.unit import CERTAIN, Document, Unit, make_key, make_tag
from edu.language.trails import find_noted, has_words
from edu.model.course import Course
from edu.model.facts import Term
from edu.model.prose import Prose
from edu.translations.handing import COURSE


def make_termbase(course: Course, units: Mapping[str, Sequence[Unit]]) -> Termbase:
    """Return the glossary with the approved translations among `units` (those of the domain `course`, by language)."""
    source = course.settings.language
    approved = {
        lang: {unit.key: unit.target for unit in found if unit.state in CERTAIN}
        for lang, found in units.items()
        if lang != source
    }
    concepts = tuple(
        Concept(
            term.id,
            {
                make_tag(source): Wording(str(term.term), str(term.definition), tuple(map(str, term.avoid))),
                **{make_tag(lang): _translate(course, term, known) for lang, known in approved.items()},
            },
            " ".join(term.note.split()),
        )
        for term in course.glossary.terms
    )
    return Termbase(course.settings.id, make_tag(source), concepts)


def _translate(course: Course, term: Term, known: Mapping[str, str]) -> Wording:
    def find(text: Prose) -> str:
        return known.get(_make_key(course, term, text), "") if has_words(text) else str(text)

    return Wording(find(term.term), find(term.definition), tuple(filter(None, map(find, term.avoid))))


def _make_key(course: Course, term: Term, text: Prose) -> str:
    return make_key(find_noted(course, f"glossary#terms[{term.id}].term").context, str(text))


def list_documents(course: Course, base: Termbase, units: Mapping[str, Sequence[Unit]]) -> Iterator[Document]:
    """Yield what the glossary `base` says in each of the course's languages, as a part of the domain `course`.

    Its other languages are passed over, unless it has no other. A translation that is not approved has not been handed out
    (see `make_termbase`): where `units` have one, it is not lost.
    """
    terms = {term.id: term for term in course.glossary.terms}
    source = next((tag for tag in base.list_tags() if find_lang(tag, [course.settings.language])), base.source)
    tags = [tag for tag in base.list_tags() if tag not in ("", source)]
    known = [tag for tag in tags if find_lang(tag, [*units])]
    for tag in known or tags[:1]:
        lang = find_lang(tag, [*units])
        fuzzy = {unit.key for unit in units.get(lang or "", ()) if unit.state not in CERTAIN}
        found = [
            unit
            for concept in base.concepts
            if tag in concept.wordings
            for unit in _list_units(course, terms.get(concept.id), concept, source, tag)
            if unit.target or unit.key not in fuzzy
        ]
        yield Document(base.course, COURSE, source, tag, tuple(found), by_hand=True, whole=False)


def _list_units(course: Course, term: Term | None, concept: Concept, source: str, tag: str) -> Iterator[Unit]:
    said, told = concept.wordings.get(source, Wording()), concept.wordings[tag]
    if term is None:
        yield Unit("", said.term.strip() or concept.id, told.term, line=concept.line)
        return
    for text, now, target in ((term.term, said.term, told.term), (term.definition, said.definition, told.definition)):
        if has_words(text) and (text == term.term or target.strip()):
            # a definition may be missing where a termbase was made by other programs, a term may not
            yield Unit(_make_key(course, term, text), now.strip() or str(text), target.strip(), line=concept.line)

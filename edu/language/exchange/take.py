"""What came back from translators, and what stands in the PO files -> the entries to be changed; or why nothing may be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from edu.language.catalogue import MOST_CHARACTERS
from edu.language.exchange.unit import Document, State, Style, Unit, make_tag, split_text
from edu.language.exchange.xml import NOT_IN_XML
from edu.language.trails import placeholders
from edu.model.locale import script_of, spell_name
from edu.model.prose import Plain, Prose
from edu.model.stretch import Kind
from edu.problems import Code, Level, Place, Problem, Problems, shorten
from edu.problems import Kind as Fault

_LONGEST = 40
"""A problem shows this many characters of a text."""


@dataclass(frozen=True, slots=True)
class Change:
    """What a PO file's entry is to say from now on."""

    target: str
    state: State


@dataclass(frozen=True, slots=True)
class Returned:
    """A document as it came back in the file that Problems call `file`."""

    file: str
    document: Document


@dataclass(slots=True)
class _Taking:
    """What has been taken in of one domain in one language so far; with `partial` what cannot be is left out."""

    lang: str
    domain: str
    ours: Mapping[str, Unit]
    partial: bool
    changes: dict[str, Change] = field(default_factory=dict)
    seen: dict[str, tuple[Place, Unit]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def tell(self, code: Fault, place: Place, **values: str | int) -> None:
        """Note a problem of one text."""
        told = shorten_texts(values)
        self.problems.append(Problem(code, values=told, place=place, judged=Level.WARNING if self.partial else Level.ERROR))


def find_lang(tag: str, known: Sequence[str]) -> str | None:
    """Return the one of the gettext names `known` that a program means by the BCP 47 `tag`; a region too many is none."""
    wanted = tag.replace("_", "-").lower()
    exact = [lang for lang in known if make_tag(lang).lower() == wanted]
    alike = [lang for lang in known if _means(wanted, lang)]
    return exact[0] if exact else alike[0] if len(alike) == 1 else None


def _means(tag: str, lang: str) -> bool:
    base, *rest = tag.split("-")
    own, *details = make_tag(lang).lower().split("-")
    if base != own:
        return False
    if not rest or not details:
        return True
    regions = [{part for part in parts if len(part) == 2} for parts in (rest, details)]
    return script_of(spell_name(tag)) == script_of(lang) and (not all(regions) or regions[0] == regions[1])


def take_units(
    returned: Sequence[Returned], ours: Sequence[Unit], lang: str, domain: str, *, partial: bool
) -> tuple[Mapping[str, Change], Problems]:
    """Return the changes by key that the documents of `domain` in `lang` make to `ours`, and all that is wrong.

    Where a problem is an error, nothing of it all may be written. With `partial` the faults of single texts are warnings,
    those texts are left as they are, and so are those that did not come back.
    """
    taking = _Taking(lang, domain, {unit.key: unit for unit in ours}, partial)
    places = {unit.place: unit for unit in ours if unit.place}
    sent = {unit.key for back in returned for unit in back.document.units}
    for back in returned:
        for unit in back.document.units:
            _take_unit(taking, unit, Place(back.file, unit.line), back.document.by_hand, places, sent)
    whole = [back for back in returned if back.document.whole]
    if whole and not partial:
        _find_missing(taking, whole[0], sent)
    return taking.changes, tuple(taking.problems)


def _find_missing(taking: _Taking, first: Returned, sent: set[str]) -> None:
    missing = [unit for key, unit in taking.ours.items() if key not in sent]
    if missing:
        place = Place(first.file, first.document.line)
        taking.tell(Code.EXCHANGE_MISSING, place, count=len(missing), domain=taking.domain, text=missing[0].source)


def _take_unit(taking: _Taking, unit: Unit, place: Place, by_hand: bool, places: Mapping[str, Unit], sent: set[str]) -> None:
    mine = taking.ours.get(unit.key)
    if mine is None:
        now = places.get(unit.place)
        if now and now.key not in sent:
            taking.tell(Code.EXCHANGE_CHANGED, place, text=unit.source, now=now.source)
        else:
            taking.tell(Code.EXCHANGE_UNKNOWN, place, text=unit.source, domain=taking.domain)
        return
    unit = replace(unit, source=even_lines(unit.source), target=even_lines(unit.target) if unit.target.strip() else "")
    if unit.key in taking.seen:
        _take_again(taking, unit, place)
        return
    taking.seen[unit.key] = place, unit
    if _find_faults(taking, unit, mine, place):
        return
    change = _make_change(unit, mine, by_hand)
    if unit.target and change != Change(mine.target, mine.state or State.MISSING):
        taking.changes[unit.key] = change


def _take_again(taking: _Taking, unit: Unit, place: Place) -> None:
    """Tell of a text that came back before, unless it says the same."""
    first, other = taking.seen[unit.key]
    if unit.target != other.target:
        taking.changes.pop(unit.key, None)
        taking.tell(Code.EXCHANGE_TWICE, place, text=unit.source, other=str(first))


def _find_faults(taking: _Taking, unit: Unit, mine: Unit, place: Place) -> bool:
    """Tell what speaks against taking in `unit`; return whether anything does."""
    before = len(taking.problems)
    if unit.source != even_lines(mine.source):
        taking.tell(Code.EXCHANGE_EDITED, place, text=mine.source, now=unit.source)
    elif not unit.whole:
        taking.tell(Code.EXCHANGE_PARTLY, place, text=mine.source)
    elif not unit.target and mine.target.strip():
        taking.tell(Code.EXCHANGE_LOST, place, text=mine.source, now=mine.target)
    elif unit.target and unit.target != even_lines(mine.target):
        for code, values in find_bad_text(unit, mine, taking.lang):
            taking.tell(code, place, **values)
    return len(taking.problems) > before


def find_bad_text(unit: Unit, mine: Unit, lang: str) -> Iterator[tuple[Fault, dict[str, str | int]]]:
    """Yield why what `unit` says cannot be a translation of `mine` into `lang`: the kind of problem and its values."""
    if odd := NOT_IN_XML.search(unit.target):
        yield Code.CONTROL_CHARACTER, {"character": f"U+{ord(odd.group()):04X}"}
    if len(unit.target) > MOST_CHARACTERS:
        yield Code.LONG_TEXT, {"most": MOST_CHARACTERS}
        return
    wanted, found = list_codes(mine.source, mine.style), list_codes(unit.target, mine.style)
    if wanted != found:
        code = Code.LOST_PLACEHOLDER if wanted else Code.STRAY_PLACEHOLDER
        yield code, {"lang": lang, "text": mine.source, "missing": " ".join(wanted), "found": " ".join(found)}


def list_codes(text: str, style: Style) -> tuple[str, ...]:
    """Return what of a text every translation of it has to keep."""
    match style:
        case Style.MARKED:
            return placeholders(Prose(text))
        case Style.PLAIN:
            return placeholders(Plain(text))
        case Style.FIELDS:
            return tuple(sorted({stretch.text for stretch in split_text(text, style) if stretch.kind is Kind.CODE}))


def _make_change(unit: Unit, mine: Unit, by_hand: bool) -> Change:
    """Return what the entry is to say. A state that a person left as it was, or that nobody told, follows from the text."""
    same = unit.target == even_lines(mine.target)
    told = unit.state not in (None, State.MISSING) and not (by_hand and unit.state is mine.state)
    state = unit.state if told else mine.state if same else State.TRANSLATED
    target = mine.target if same else unit.target if mine.source.endswith("\n") else unit.target.strip("\n")
    return Change(target, state or State.MISSING)


def even_lines(text: str) -> str:
    """Return `text` with the line ends of a PO file."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def shorten_texts(values: Mapping[str, str | int]) -> Mapping[str, str | int]:
    """Return the values of a problem, long texts among them shortened."""
    return {name: shorten(str(value), _LONGEST) if name in ("text", "now") else value for name, value in values.items()}

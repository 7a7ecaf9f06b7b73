"""The folder of a course -> its PO files in pseudo-languages, in the output folder: what builds show, for other programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from edu.bench import make_pseudo
from edu.build import Order
from edu.language.cldr import plural_forms
from edu.language.describe import describe_course
from edu.language.entry import Entry
from edu.language.extract import extract_course
from edu.language.po.entry import PoEntry
from edu.language.po.plural import parse_plural_forms
from edu.language.update import write_anew
from edu.language.words import DOMAIN, SOURCE
from edu.model.course import Course
from edu.model.locale import PSEUDO
from edu.problems import Code, Level, Say, worst_level
from edu.report import Report, fails, make_report
from edu.shelf import Product
from edu.source.near import miss_name
from edu.source.read import read_course
from edu.translations.export import FOLDER
from edu.translations.put import put_output
from edu.translations.update import OURS, list_own_words


def write_pseudo(order: Order) -> Report:
    """Write the course in the pseudo-languages of `order`, or in all of them, as PO files; return what stands there."""
    reading = read_course(order.root)
    course = reading.course
    if course is None or worst_level(reading.problems) == Level.ERROR:
        return make_report(reading.problems, reading.places, strict=order.strict)
    if wrong := tuple(miss_name(Code.UNKNOWN_PSEUDO, lang, PSEUDO) for lang in order.languages if lang not in PSEUDO):
        return make_report(wrong, reading.places, strict=order.strict)
    if fails(reading.problems, strict=order.strict):
        return make_report(reading.problems, reading.places, strict=order.strict)
    return put_output(order, _make_products(order, course), reading.problems, reading.places)


def _make_products(order: Order, course: Course) -> Iterator[Product]:
    texts, (_, words) = extract_course(course), list_own_words()
    for lang in PSEUDO:
        if lang in (order.languages or PSEUDO):
            for domain, data in _write_language(order, course, lang, texts, words).items():
                yield Product(f"{FOLDER}/{lang}/LC_MESSAGES/{domain}.po", data)


def _write_language(
    order: Order, course: Course, lang: str, texts: Mapping[str, tuple[Entry, ...]], words: tuple[Entry, ...]
) -> Mapping[str, bytes]:
    """Return the PO files of a pseudo-language by domain: the course's, and one of our own words."""
    catalogue, say = make_pseudo(order.root, course, lang)
    comments = describe_course(course, {lang: say})(lang, {lang: catalogue})
    made = {
        domain: [PoEntry(msgid, (found.text,), context or None) for (context, msgid), found in translations.items()]
        for domain, translations in catalogue.domains.items()
    }
    own = [PoEntry(word.msgid, tuple(_list_forms(word, lang, say)), msgid_plural=word.plural or None) for word in words]
    return {
        **write_anew(lang, texts, made, course.settings.language, course.settings.id, comments),
        **write_anew(lang, {DOMAIN: words}, {DOMAIN: own}, SOURCE, OURS, lambda _: ()),
    }


def _list_forms(word: Entry, lang: str, say: Say) -> Iterator[str]:
    """Yield one of our own words; where it tells a number in each of the forms of `lang`: builds know one and many."""
    if not word.plural:
        yield say(word.msgid)
        return
    forms = parse_plural_forms(plural_forms(lang))
    for form in range(forms.count):
        yield say(word.msgid if form == forms.choose(1) else word.plural)

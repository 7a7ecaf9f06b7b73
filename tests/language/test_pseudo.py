"""Pseudo-languages: every text changes, nothing in it that is no word does, and what is made is as long as a translation."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edu.language.catalogue import Catalogue, Translation
from edu.language.cldr import find_locale, name_language
from edu.language.pseudo import make_pseudo_catalogue, make_pseudo_words
from edu.language.trails import domain_of, find_noted, has_words, placeholders
from edu.language.translate import make_edition
from edu.model.course import Course, list_course_prose, map_course
from edu.model.locale import PSEUDO, direction_of, office_tag, web_tag
from edu.model.prose import Notes, Plain, Prose
from edu.model.stretch import Kind, split_marked
from edu.problems import Place
from tests.language.exchange.units import TEXTS


def find(catalogue: Catalogue, course: Course, trail: str, text: Prose) -> str:
    found = catalogue.find(trail, text, find_noted(course, trail).context)
    assert found and not found.fuzzy
    return found.text


def width(text: str) -> float:
    words = "".join(stretch.text for stretch in split_marked(text) if stretch.kind is Kind.WORDS)
    return sum(1.0 if unicodedata.east_asian_width(char) in "WF" else 0.5 for char in words)


@pytest.mark.parametrize("lang", PSEUDO)
def test_every_text_of_a_course_is_there_and_keeps_what_is_no_word(small: Course, lang: str) -> None:
    edition, problems = make_edition(small, lang, make_pseudo_catalogue(small, lang, None), make_pseudo_words(lang))
    assert (problems, edition.fallbacks) == ((), {})
    texts = dict(list_course_prose(edition.course))
    for trail, text in list_course_prose(small):
        made = texts[trail]
        assert placeholders(made) == placeholders(text)
        assert not has_words(text) or made != text
        assert not any("\u4e00" <= char <= "\u9fff" for char in "".join(s.text for s in split_marked(made) if has_words(text)))
        if not isinstance(text, Plain):
            kept = [[s.text for s in split_marked(found) if s.kind is not Kind.WORDS] for found in (text, made)]
            assert kept[0] == kept[1]


def test_texts_are_as_wide_as_translations_are_and_stand_in_brackets(small: Course) -> None:
    catalogue = make_pseudo_catalogue(small, "en_XA", None)
    for trail, text in list_course_prose(small):
        if has_words(text) and not isinstance(text, Plain):
            made = find(catalogue, small, trail, text)
            factor = 1.75 if len(text) <= 6 else 1.5
            assert made.startswith("[") and made.endswith("]")
            assert width(made) >= factor * width(text) - 0.01
            assert width(made) <= factor * width(text) + 6, made  # a bracket on each side, and a word too many


def test_english_is_taken_where_there_is_some_and_longer_where_it_is_short(small: Course) -> None:
    trail, text = next((trail, text) for trail, text in list_course_prose(small) if trail == "basics/lesson#title")
    english = Catalogue("en", {"basics": {("", str(text)): Translation("Basics", False, Place(""))}})
    made = find(make_pseudo_catalogue(small, "en_XA", english), small, trail, text)
    assert made.startswith("[Bàšîçš ôñé") and width(made) >= 1.5 * width(text)
    stale = Catalogue("en", {"basics": {("", str(text)): Translation("Basics", True, Place(""))}})
    assert not find(make_pseudo_catalogue(small, "en_XA", stale), small, trail, text).startswith("[Bàšîçš")


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.sampled_from([Prose, Plain, Notes]), st.sampled_from(PSEUDO))
def test_no_text_loses_a_figure_a_gap_or_a_mark(small: Course, text: str, kind: type[Prose], lang: str) -> None:
    wanted = kind(text.strip() or "a")
    course = map_course(small, lambda old, trail: wanted if trail == "basics/lesson#title" else old)
    course = course.model_copy(
        update={
            "modules": tuple(
                module.model_copy(update={"lesson": module.lesson.model_copy(update={"title": wanted})})
                for module in course.modules
            )
        }
    )
    trail, text = next(found for found in list_course_prose(course) if found[0] == "basics/lesson#title")
    if has_words(text):
        made = type(text)(find(make_pseudo_catalogue(course, lang, None), course, trail, text))
        assert placeholders(made) == placeholders(text)
        assert domain_of(trail) == "basics" and has_words(made)


@pytest.mark.parametrize("lang", PSEUDO)
def test_our_own_words_keep_their_fields_and_change(lang: str) -> None:
    say = make_pseudo_words(lang)
    assert say("more than {n}").format(n=5).endswith(" 5") and "more" not in say("more than {n}")
    assert say("write {{n}} <b>here</b> {count}").format(count=1).count("{n}") == 1
    assert "<b>" in say("write <b>here</b>")


def test_ar_xb_is_written_in_arabic_letters() -> None:
    assert {unicodedata.bidirectional(char) for char in make_pseudo_words("ar_XB")("Résumé Žižek") if char != " "} == {"AL"}


def test_cldr_and_tags_know_both_by_the_languages_that_they_stand_for() -> None:
    assert [find_locale(lang).language for lang in PSEUDO] == ["en", "ar"]
    assert [web_tag(lang) for lang in PSEUDO] == ["en-XA", "ar-XB"] == [office_tag(lang) for lang in PSEUDO]
    assert [direction_of(lang) for lang in PSEUDO] == ["ltr", "rtl"]
    assert name_language("en_XA") == "English (en-XA)" and name_language("en_XA") != name_language("en")

"""What came back is taken in where it is what was handed out, and told where it is not: nothing is lost without a word."""

from __future__ import annotations

from dataclasses import replace

import pytest

from edu.language.exchange.take import Change, Returned, find_lang, take_units
from edu.language.exchange.unit import State, Style, Unit
from edu.problems import Code, Kind, Level, Problems, word_problem
from tests.language.exchange.units import make_document, make_unit

FIRST = make_unit("营业额", "sales", place="content/a.yaml#a", line=3)
SECOND = make_unit("超过{kling}", "over {kling}", place="content/a.yaml#b", line=9)
EMPTY = make_unit("利润", place="content/a.yaml#c", line=12)
OURS = (FIRST, SECOND, EMPTY)


def take(*units: Unit, partial: bool = False) -> tuple[dict[str, Change], Problems]:
    changes, problems = take_units([Returned("a.xlf", make_document(*units))], OURS, "en", "basics", partial=partial)
    for problem in problems:
        assert "{" not in word_problem(problem, str).replace("{kling}", "").replace("{sora}", "").replace("{…}", "")
    return dict(changes), problems


def tell(*units: Unit) -> list[tuple[Kind, int]]:
    """Return the codes and lines of what is wrong, which all are errors, or with `partial` warnings."""
    _, problems = take(*units)
    assert {problem.level for problem in problems} <= {Level.ERROR}
    _, lenient = take(*units, partial=True)
    assert {problem.level for problem in lenient} <= {Level.WARNING}
    found = [(problem.code, problem.place.line if problem.place else -1) for problem in problems]
    assert [code for code, _ in found if code != Code.EXCHANGE_MISSING] == [problem.code for problem in lenient]
    return found


# --- what is taken in --------------------------------------------------------------------------------------------------


def test_what_comes_back_as_it_went_out_changes_nothing() -> None:
    assert take(*OURS) == ({}, ())


@pytest.mark.parametrize(
    ("unit", "change"),
    [
        (replace(FIRST, target="turnover"), Change("turnover", State.TRANSLATED)),
        (replace(FIRST, state=State.REVIEWED), Change("sales", State.REVIEWED)),
        (replace(FIRST, state=State.FUZZY), Change("sales", State.FUZZY)),
        (replace(EMPTY, target="profit"), Change("profit", State.TRANSLATED)),
        (replace(EMPTY, target="profit", state=None), Change("profit", State.TRANSLATED)),
        (replace(EMPTY, target="profit", state=State.FUZZY), Change("profit", State.FUZZY)),
        (replace(SECOND, target="{kling}\r\nand more\n"), Change("{kling}\nand more", State.TRANSLATED)),
    ],
)
def test_a_new_text_and_a_new_state_are_taken_in(unit: Unit, change: Change) -> None:
    others = [own for own in OURS if own.key != unit.key]
    assert take(unit, *others) == ({unit.key: change}, ())


@pytest.mark.parametrize("blank", ["   ", "\n", "\r\n", "\t", "\u00a0", "\u3000"])
def test_a_blank_is_no_translation(blank: str) -> None:
    assert take(FIRST, SECOND, replace(EMPTY, target=blank)) == ({}, ())
    assert take(FIRST, SECOND, EMPTY, replace(EMPTY, target=blank)) == ({}, ())
    assert tell(replace(FIRST, target=blank), SECOND, EMPTY) == [(Code.EXCHANGE_LOST, 3)]


def test_a_state_that_is_not_told_stays_with_a_text_that_stays() -> None:
    reviewed = replace(FIRST, state=State.REVIEWED)
    back = Returned("a.xlf", make_document(replace(FIRST, state=None)))
    assert take_units([back], (reviewed,), "en", "basics", partial=False) == ({}, ())


def test_a_state_that_a_person_has_not_touched_follows_the_text() -> None:
    back = replace(make_document(replace(FIRST, target="turnover", state=State.FUZZY)), by_hand=True)
    ours = (replace(FIRST, state=State.FUZZY),)
    changes, _ = take_units([Returned("a.csv", back)], ours, "en", "basics", partial=False)
    assert changes == {FIRST.key: Change("turnover", State.TRANSLATED)}


def test_a_text_that_comes_back_twice_alike_is_taken_once() -> None:
    again = replace(FIRST, target="turnover")
    assert take(again, again, SECOND, EMPTY) == ({FIRST.key: Change("turnover", State.TRANSLATED)}, ())


# --- what would be lost ------------------------------------------------------------------------------------------------


def test_a_translation_that_vanished_is_told() -> None:
    assert tell(replace(FIRST, target=""), SECOND, EMPTY) == [(Code.EXCHANGE_LOST, 3)]


def test_a_text_that_is_not_there_is_told() -> None:
    assert tell(SECOND, EMPTY) == [(Code.EXCHANGE_MISSING, 0)]


def test_an_edited_source_is_told() -> None:
    assert tell(replace(FIRST, source="营业额。", target="sales."), SECOND, EMPTY) == [(Code.EXCHANGE_EDITED, 3)]


def test_a_source_that_has_changed_since_is_told_apart_from_one_that_nobody_knows() -> None:
    old = make_unit("营业", "sale", place=FIRST.place, line=5)
    assert tell(old, SECOND, EMPTY) == [(Code.EXCHANGE_CHANGED, 5), (Code.EXCHANGE_MISSING, 0)]
    assert tell(replace(old, place="content/gone.yaml#a"), FIRST, SECOND, EMPTY) == [(Code.EXCHANGE_UNKNOWN, 5)]


def test_two_translations_of_one_text_are_told_and_neither_is_taken() -> None:
    units = (replace(FIRST, target="turnover"), replace(FIRST, target="revenue", line=7), SECOND, EMPTY)
    assert tell(*units) == [(Code.EXCHANGE_TWICE, 7)]
    changes, (problem,) = take(*units, partial=True)
    assert (changes, problem.values["other"]) == ({}, "a.xlf:3")


@pytest.mark.parametrize(
    ("unit", "code"),
    [
        (replace(SECOND, target="over"), Code.LOST_PLACEHOLDER),
        (replace(SECOND, target="over {kling} {sora}"), Code.LOST_PLACEHOLDER),
        (replace(FIRST, target="sales {kling}"), Code.STRAY_PLACEHOLDER),
        (replace(FIRST, target="sales\x01"), Code.CONTROL_CHARACTER),
        (replace(FIRST, target="s" * 40_001), Code.LONG_TEXT),
        (replace(FIRST, whole=False), Code.EXCHANGE_PARTLY),
    ],
)
def test_a_text_that_could_not_be_shown_is_told(unit: Unit, code: Kind) -> None:
    others = [own for own in OURS if own.key != unit.key]
    assert tell(unit, *others) == [(code, unit.line)]


def test_what_was_wrong_before_and_has_not_changed_is_not_told_again() -> None:
    ours = (replace(SECOND, target="over"),)
    back = Returned("a.xlf", make_document(*ours))
    assert take_units([back], ours, "en", "basics", partial=False) == ({}, ())


@pytest.mark.parametrize(
    ("style", "source", "target", "sound"),
    [
        (Style.FIELDS, "{count} files in {name}", "{name}: {count}", True),
        (Style.FIELDS, "{count} files", "files", False),
        (Style.PLAIN, "{n}家", "{n} schools", True),
        (Style.PLAIN, "{n}家", "schools", False),
        (Style.PLAIN, "[[gap]]", "gap", True),
    ],
)
def test_what_must_be_kept_depends_on_what_the_text_is(style: Style, source: str, target: str, sound: bool) -> None:
    ours = make_unit(source, style=style)
    back = Returned("a.xlf", make_document(replace(ours, target=target, state=None)))
    changes, problems = take_units([back], (ours,), "en", "basics", partial=False)
    assert (bool(changes), problems == ()) == (sound, sound)


def test_with_partial_the_sound_ones_are_taken() -> None:
    changes, problems = take(replace(FIRST, target=""), replace(EMPTY, target="profit"), partial=True)
    assert changes == {EMPTY.key: Change("profit", State.TRANSLATED)}
    assert [problem.code for problem in problems] == [Code.EXCHANGE_LOST]


# --- languages ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tag", "known", "lang"),
    [
        ("en", ["en", "de"], "en"),
        ("en-US", ["en", "de"], "en"),
        ("EN-us", ["en", "en_US"], "en_US"),
        ("en", ["en_US", "en_GB"], None),
        ("pt-PT", ["pt_BR"], None),
        ("zh-CN", ["zh_CN", "zh_TW"], "zh_CN"),
        ("zh-Hant", ["zh_CN", "zh_TW"], "zh_TW"),
        ("zh-Hant-TW", ["zh_CN", "zh_TW"], "zh_TW"),
        ("zh-Hans", ["zh_TW"], None),
        ("zh_Hant", ["zh_Hant"], "zh_Hant"),
        ("fr", ["en"], None),
        ("", ["en"], None),
        ("en-x-odd-thing", ["en"], "en"),
    ],
)
def test_a_language_is_known_by_its_tag(tag: str, known: list[str], lang: str | None) -> None:
    assert find_lang(tag, known) == lang

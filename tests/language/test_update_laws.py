"""Whatever happens to a course and to its PO files: an update loses no translation, and a second one changes nothing."""

from itertools import cycle

import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edu.language.catalogue import po_path
from edu.language.entry import Entry
from edu.language.merge import merge_entries
from edu.language.po.entry import PoEntry, list_flags
from edu.language.po.write import write_entry
from edu.language.update import update_catalogues
from tests.language.files import read_file

TEXTS = st.sampled_from(["茶", "水", "糖", "奶", "冰"])
CONTEXTS = st.sampled_from(["", "plant", "content/m/lesson.yaml#b", "other translation"])
PLACES = st.sampled_from(["m/lesson#a", "m/lesson#b", "m/lesson#slides[c].points[0]", "m/lesson#d"])
WORDS = st.sampled_from(["", "tea", "water", "sugar", "two\nlines", "‘ice’"])
FORMS = st.sampled_from([1, 2, 6])
OLD = st.builds(
    lambda msgid, context, place, forms, said, gone: PoEntry(
        msgid=msgid,
        msgctxt=context or None,
        msgid_plural=f"many {msgid}" if len(forms) > 1 else None,
        msgstrs=tuple(forms),
        comments=(*said[0], f"#: content/{place.replace('#', '.yaml#')}", *said[1]),
        obsolete=gone,
    ),
    TEXTS,
    CONTEXTS,
    PLACES,
    st.lists(WORDS, min_size=1, max_size=6),
    st.tuples(
        st.sampled_from([(), ("# ask Li",), ("#unknown", "# reviewed"), ("#! odd",)]),
        st.sampled_from([(), ("#, fuzzy",), ("#= fuzzy",), ("#, max-length:9",), ("#= fuzzy, blocked",)]),
    ),
    st.booleans(),
)


def make_entries(texts: dict[str, str]) -> list[Entry]:
    found: dict[str, list[str]] = {}
    for trail, text in texts.items():
        found.setdefault(text, []).append(trail)
    return [
        Entry(
            text,
            "",
            tuple(f"content/{trail.replace('#', '.yaml#')}" for trail in trails),
            tuple(trails),
            plural=f"many {text}" if text in "糖冰" else "",
        )
        for text, trails in found.items()
    ]


@pytest.mark.slow
@settings(max_examples=200, deadline=None)
@given(st.lists(OLD, max_size=8), st.lists(st.dictionaries(PLACES, TEXTS), min_size=1, max_size=4), FORMS)
def test_no_edit_of_the_course_ever_loses_a_translation(old: list[PoEntry], versions: list[dict[str, str]], forms: int) -> None:
    words = {text for entry in old for text in entry.msgstrs}
    said = {line for entry in old for line in entry.comments if entry.words and line in ("# ask Li", "#unknown", "#! odd")}
    flags = {flag for entry in old for flag in list_flags(entry.comments) if entry.words and not entry.fuzzy}
    entries = list(old)
    for version in versions:
        merged = merge_entries(entries, make_entries(version), forms)
        entries = [made for _, made in merged.active] + list(merged.obsolete)
        assert words - {""} <= {text for entry in entries for text in entry.msgstrs}
        assert {len(made.msgstrs) for entry, made in merged.active if entry.plural} <= {forms}
        assert said <= {line for entry in entries for line in entry.comments}
        assert flags <= {flag for entry in entries for flag in list_flags(entry.comments)}
        keys = [entry.key for entry in entries]
        assert len(keys) == len(set(keys))
        assert {made.msgid for _, made in merged.active} == set(version.values())


ALIKE = ("茶水好喝吗？", "茶水不好喝吗？", "奶茶好喝吗？", "糖水好喝吗？\n", "两行\n茶水好喝吗？", "冰")
VERSION = st.dictionaries(PLACES, st.sampled_from(ALIKE), min_size=1)
"""A course's texts by place; most are like each other."""
EDITS = st.lists(st.sampled_from(["leave", "translate", "mark", "confirm", "review"]), min_size=1, max_size=4)


@pytest.mark.slow
@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(VERSION, EDITS), min_size=2, max_size=5))
def test_no_course_of_edits_and_updates_on_disk_ever_loses_what_a_translator_wrote(
    tmp_path_factory: pytest.TempPathFactory, years: list[tuple[dict[str, str], list[str]]]
) -> None:
    locales = tmp_path_factory.mktemp("years")
    path = po_path(locales, "en", "m")
    path.parent.mkdir(parents=True)
    written: set[str] = set()
    for texts, edits in years:
        for _ in range(2):
            before = path.read_bytes() if path.is_file() else b""
            contents, problems = update_catalogues(locales, {"m": tuple(make_entries(texts))}, ["en"], "zh_CN", "m")
            assert not problems
            path.write_bytes(contents[path])
        assert contents[path] == before
        file = read_file(path)
        assert written <= {text for entry in file for text in list_words(entry)}
        assert {entry.msgid for entry in file if not entry.obsolete} == set(texts.values())
        active = [entry for entry in file if not entry.obsolete]
        for number, (entry, edit) in enumerate(zip(active, cycle(edits))):
            translate(entry, edit, f"<{len(written)}.{number}>")
        written |= {text for entry in active for text in list_words(entry)} - {""}
        path.write_text(str(file), encoding="utf-8", newline="\n")


def list_words(entry: polib.POEntry) -> list[str]:
    return [text.strip() for text in (entry.msgstr, *entry.msgstr_plural.values())]


def translate(entry: polib.POEntry, edit: str, words: str) -> None:
    """Edit an entry as a translator does, who takes no translation away."""
    done = any(list_words(entry))
    if edit == "translate" and not done and entry.msgid_plural:
        entry.msgstr_plural = {form: f"{words}{form}" for form in entry.msgstr_plural}
    elif edit == "translate" and not done:
        entry.msgstr = words + "\n" * entry.msgid.endswith("\n")
    elif edit == "mark" and done and not entry.fuzzy:
        entry.flags.append("fuzzy")
    elif edit == "confirm" and entry.fuzzy:
        entry.flags.remove("fuzzy")
        entry.previous_msgid = None
    elif edit == "review" and not entry.fuzzy:
        entry.tcomment = "reviewed"


@settings(max_examples=100, deadline=None)
@given(st.lists(OLD, max_size=8), st.dictionaries(PLACES, TEXTS), FORMS)
def test_a_second_merge_changes_nothing(old: list[PoEntry], version: dict[str, str], forms: int) -> None:
    once = merge_entries(old, make_entries(version), forms)
    again = merge_entries([*(made for _, made in once.active), *once.obsolete], make_entries(version), forms)
    assert [write_entry(made) for _, made in again.active] == [write_entry(made) for _, made in once.active]
    assert list(map(write_entry, again.obsolete)) == list(map(write_entry, once.obsolete))

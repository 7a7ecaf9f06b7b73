"""The exceptions of a conversion are noted in a PO file, and read again as they were."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from edu.language.exchange.overrides import note_overrides, recall_overrides
from edu.language.po.entry import PoEntry
from edu.language.po.file import PoFile
from edu.language.po.read import parse_po
from edu.language.po.write import write_po

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]) | st.sampled_from('"\\:\n“,'), min_size=1)


@given(st.dictionaries(WORDS, WORDS), st.lists(WORDS))
def test_those_whose_words_are_in_the_texts_are_known_again(overrides: dict[str, str], texts: list[str]) -> None:
    file = PoFile(PoEntry("", ("Language: zh_TW\nX-Mine: a: b\n",)))
    noted = parse_po(write_po(note_overrides(file, overrides, [*texts, *overrides])))
    assert recall_overrides(noted) == overrides
    assert {name: value for name, value in noted.fields.items() if name != "X-Overrides"} == file.fields
    assert note_overrides(noted, {}, texts).header == file.header
    used = {word for word in overrides if any(word in text for text in texts)}
    assert recall_overrides(note_overrides(noted, overrides, texts)).keys() == used


def test_a_note_that_somebody_spoiled_is_none() -> None:
    for spoiled in ("", "{", "[1]", '{"a": 1}', "[" * 100_000):
        assert recall_overrides(PoFile().set_field("X-Overrides", spoiled)) == {}

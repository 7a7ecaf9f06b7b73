"""Plural forms in a merge: as many as the header says, none of them lost, and each known by its number."""

from __future__ import annotations

import os
import subprocess
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edu.language.po.entry import PoEntry
from edu.language.po.file import PoFile
from edu.language.po.join import OTHER_FORM, join_files
from edu.language.po.write import write_po

Texts = tuple[str, ...]
FORMS = st.tuples(*[st.sampled_from(["", "tea", "teas"])] * 2)
PLURAL = "nplurals={}; plural=n != 1;"


def count_in(forms: int, texts: tuple[str, ...], *comments: str) -> PoFile:
    """Return a file whose header asks for so many plural forms, with one entry."""
    header = PoEntry("", (f"Content-Type: text/plain; charset=UTF-8\nPlural-Forms: {PLURAL.format(forms)}\n",))
    return PoFile(header, (PoEntry("{n} 茶", (*texts, "")[:forms], msgid_plural="{n} 茶们", comments=comments),))


@pytest.mark.slow
@settings(max_examples=25, deadline=None)
@given(FORMS, FORMS, FORMS, st.permutations([2, 2, 3]))
def test_each_entry_has_as_many_plural_forms_as_the_header_says_and_no_form_is_lost(
    tmp_path_factory: pytest.TempPathFactory, base: Texts, ours: Texts, theirs: Texts, forms: list[int]
) -> None:
    files = [count_in(count, texts) for count, texts in zip(forms, (base, ours, theirs), strict=True)]
    joined = join_files(*files).file
    (entry,) = joined
    assert joined.fields["Plural-Forms"] == PLURAL.format(len(entry.msgstrs))
    path = tmp_path_factory.mktemp("plural") / "a.po"
    path.write_text(write_po(joined), encoding="utf-8", newline="\n")
    subprocess.run(["msgfmt", "--check", "-o", os.devnull, path], check=True)
    for form in (0, 1):
        kept = {entry.msgstrs[form], *(line.removeprefix(OTHER_FORM.format(form=form)) for line in entry.comments)}
        assert {texts[form] for texts in (ours, theirs) if texts[form] not in ("", base[form])} <= kept


def test_what_was_filled_in_stays_where_the_other_side_only_made_room_for_more_forms() -> None:
    (entry,) = join_files(count_in(2, ("", "")), count_in(3, ("", "")), count_in(2, ("A", "B"))).file
    assert (entry.msgstrs, entry.fuzzy, entry.comments) == (("A", "B", ""), False, ())


def test_a_form_for_which_there_is_no_room_any_more_stands_above() -> None:
    base, theirs = (replace(count_in(3, ()), entries=(PoEntry("a", ("A", "", text), msgid_plural="b"),)) for text in "BC")
    (entry,) = join_files(base, replace(count_in(2, ()), entries=base.entries), theirs).file
    assert (entry.msgstrs, entry.fuzzy, entry.remarks) == (("A", ""), True, ("other translation of msgstr[2]: C",))


def test_a_clash_names_the_form() -> None:
    (entry,) = join_files(*(count_in(2, ("one", text)) for text in ("", "many", "beaucoup"))).file
    assert (entry.msgstrs, entry.remarks) == (("one", "many"), ("other translation of msgstr[1]: beaucoup",))

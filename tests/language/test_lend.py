"""Texts move from module to module, and modules are renamed: their translations come along, and stay where they were, too."""

from __future__ import annotations

from pathlib import Path

from edu.language.catalogue import po_path
from edu.language.entry import Entry
from edu.language.update import update_catalogues
from tests.language.files import check_by_msgfmt, entry_of, read_file, write_po

MOVED = """\
# said by the teacher
# reviewed
#: content/old/lesson.yaml#title
msgid "光"
msgstr "light"

#, fuzzy
#| msgid "热"
msgid "热量"
msgstr "heat"

msgctxt "unit"
msgid "度"
msgstr "degree"

#~ msgid "影"
#~ msgstr "shadow"
"""


def make_texts(module: str, *msgids: str) -> tuple[Entry, ...]:
    trails = [f"{module}/lesson#slides[a].points[{index}]" for index, _ in enumerate(msgids)]
    return tuple(
        Entry(text, references=(f"content/{trail.replace('#', '.yaml#')}",), trails=(trail,))
        for text, trail in zip(msgids, trails, strict=True)
    )


def update(locales: Path, orphans: tuple[str, ...] = (), **modules: tuple[str, ...]) -> None:
    """Bring the files in step with texts by module; a second time changes no byte, and no file is broken for msgfmt."""
    entries = {name: make_texts(name, *texts) for name, texts in modules.items()}

    def run() -> dict[Path, bytes]:
        contents, problems = update_catalogues(locales, entries, ["en"], "zh_CN", "light", orphans={"en": orphans})
        assert not problems
        for path, content in contents.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        return dict(contents)

    assert run() == run()
    for name in modules:
        check_by_msgfmt(po_path(locales, "en", name))


def state_of(locales: Path, msgid: str, domain: str = "new") -> tuple[str, bool]:
    entry = entry_of(locales, msgid, domain=domain)
    return entry.msgstr, entry.fuzzy


def test_a_renamed_module_keeps_its_translations_as_they_were(tmp_path: Path) -> None:
    write_po(tmp_path, "old", MOVED)
    before = po_path(tmp_path, "en", "old").read_bytes()
    update(tmp_path, ("old",), new=("光", "热量", "影", "度"))
    states = [state_of(tmp_path, msgid) for msgid in ("光", "热量", "影", "度")]
    assert states == [("light", False), ("heat", True), ("shadow", False), ("", False)]
    assert entry_of(tmp_path, "光", domain="new").tcomment == "said by the teacher\nreviewed"
    assert entry_of(tmp_path, "热量", domain="new").previous_msgid == "热"
    assert po_path(tmp_path, "en", "old").read_bytes() == before


def test_a_text_that_moves_is_found_whether_its_file_was_in_step_or_not(tmp_path: Path) -> None:
    write_po(tmp_path, "old", 'msgid "光"\nmsgstr "light"\n\nmsgid "影"\nmsgstr "shadow"\n')
    update(tmp_path, old=("光", "影"), new=("色",))
    update(tmp_path, old=("光",), new=("色", "影"))
    assert state_of(tmp_path, "影") == ("shadow", False)
    assert [entry.msgstr for entry in read_file(po_path(tmp_path, "en", "old")) if entry.obsolete] == ["shadow"]
    update(tmp_path, old=(), new=("色",))
    update(tmp_path, old=(), new=("色",), more=("光",))
    assert state_of(tmp_path, "光", "more") == ("light", False)


def test_a_text_that_has_gone_from_its_file_lends_before_one_that_stays_and_a_fuzzy_one_last(tmp_path: Path) -> None:
    write_po(tmp_path, "stays", 'msgid "光"\nmsgstr "stays"\n')
    write_po(tmp_path, "gone", 'msgid "光"\nmsgstr "gone"\n')
    write_po(tmp_path, "doubt", '#, fuzzy\nmsgid "光"\nmsgstr "doubt"\n')
    update(tmp_path, ("doubt", "gone"), stays=("光",), new=("光",))
    assert state_of(tmp_path, "光") == ("gone", False)
    po_path(tmp_path, "en", "gone").unlink()
    po_path(tmp_path, "en", "new").unlink()
    update(tmp_path, ("doubt",), stays=("光",), new=("光",))
    assert state_of(tmp_path, "光") == ("stays", False)


def test_what_stands_in_a_text_s_own_file_stays(tmp_path: Path) -> None:
    write_po(tmp_path, "old", MOVED)
    write_po(tmp_path, "new", '#, fuzzy\nmsgid "光"\nmsgstr "ray"\n\n# ask her\nmsgid "影"\nmsgstr ""\n')
    update(tmp_path, ("old",), new=("光", "影"))
    assert state_of(tmp_path, "光") == ("ray", True)
    assert (entry_of(tmp_path, "影", domain="new").msgstr, entry_of(tmp_path, "影", domain="new").tcomment) == (
        "shadow",
        "ask her",
    )
    assert not [entry for entry in read_file(po_path(tmp_path, "en", "new")) if entry.obsolete]

"""The QR codes of written slides are read by a reader that we did not write, on light and on dark ground."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from edu.plan.deck import make_deck
from edu.style import Ground
from edu.write.pptx import Template, read_theme, write_deck
from tests.plan.decks import ROOT, SMALL, make, read
from tests.tools.office import convert, draw_pages

DOTS = 144
"""Dots an inch of the pictures: those of a projector of 1920 by 1080."""


@pytest.mark.slow
@pytest.mark.parametrize("ground", ["light", "dark"])
@pytest.mark.parametrize(
    ("lang", "base"),
    [("zh_CN", "https://school.example/quizzes/"), ("en", f"https://{'a-' * 44}z.example/{{module}}?l={{lang}}")],
)
def test_a_phone_opens_the_quiz_from_a_slide(lang: str, base: str, ground: Ground, tmp_path: Path) -> None:
    import cv2

    template = Template(ROOT / "templates", ground)
    edition, _ = make(SMALL, lang)
    settings = edition.course.settings.model_copy(update={"quiz_url": base})
    edition = replace(edition, course=edition.course.model_copy(update={"settings": settings}))
    deck, _ = make_deck(edition, edition.course.modules[0], read_theme(template), read(SMALL).pictures)
    kept = tuple(slide for slide in deck.slides if "QR code" in repr(slide.items))
    file = tmp_path / "code.pptx"
    file.write_bytes(write_deck(replace(deck, slides=kept, sections=()), template))
    (pdf,) = convert([file], "pdf", tmp_path)
    found = [cv2.QRCodeDetector().detectAndDecode(cv2.imread(str(page)))[0] for page in draw_pages(pdf, tmp_path, dots=DOTS)]
    address = base.replace("{lang}", lang).replace("{module}", "basics")
    assert found == [address if "{" in base else f"{base}{lang}/basics.quiz.html"] * len(kept)
    assert len(kept) == 2

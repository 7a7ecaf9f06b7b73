"""A page as it stands in a browser -> what is cut off, lies outside or over something else, or is too small to hit."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

LAW = Path(__file__).with_suffix(".js")


def list_misfits(page: Page, least: int = 24) -> list[str]:
    """Return what does not fit; a control has at least `least` pixels each way (WCAG 2.2, 1.4.4, 1.4.10, 2.5.8)."""
    return list(page.evaluate(LAW.read_text("utf-8"), least))

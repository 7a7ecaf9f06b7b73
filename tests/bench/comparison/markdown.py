"""A talk -> the Markdown that pandoc and Marp ask for; neither draws charts, so each is the table of its data."""

from __future__ import annotations

import json
from collections.abc import Iterator

from tests.bench.comparison.talk import Column, Page, Talk
from tests.bench.rivals import escape_marks, write_table

_STYLE = ".columns { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 1rem; }"


def write_pandoc(talk: Talk) -> str:
    """Return the talk for pandoc: its first page is the metadata's, which pandoc makes a title slide of."""
    cover, *pages = talk.pages
    title, lead, *notes = map(escape_marks, (cover.title, cover.lead, *cover.notes))
    head = _write_head({"title": title, "subtitle": lead, "lang": talk.lang, "notes": "\n\n".join(notes)})
    return head + "\n\n".join("\n\n".join(_list_pandoc(page)) for page in pages) + "\n"


def write_marp(talk: Talk) -> str:
    """Return the talk for Marp, with the two-column grid that its manual leaves to a style of one's own."""
    head = _write_head({"marp": True, "lang": talk.lang, "title": talk.pages[0].title, "paginate": True, "style": _STYLE})
    return head + "\n\n---\n\n".join("\n\n".join(_list_marp(page)) for page in talk.pages) + "\n"


def _write_head(settings: dict[str, str | bool]) -> str:
    return "\n".join(["---", *(f"{name}: {json.dumps(v, ensure_ascii=False)}" for name, v in settings.items()), "---", "", ""])


def _list_pandoc(page: Page) -> Iterator[str]:
    """Yield the blocks of a page. What belongs below a table stands above it: below, pandoc begins a slide without a title."""
    yield f"# {escape_marks(page.title)}"
    yield from _list_text(page)
    if page.columns:
        yield "\n\n".join([":::: columns", *(f"::: column\n{_write_column(column)}\n:::" for column in page.columns), "::::"])
    if page.after and not page.picture:
        yield escape_marks(page.after)
    yield from _list_tables(page)
    if page.picture:
        path, alt = page.picture
        yield f"![{escape_marks(page.after)}]({path.name} {json.dumps(alt, ensure_ascii=False)})"
    if page.notes:
        yield "\n\n".join(["::: notes", *map(escape_marks, page.notes), ":::"])


def _list_marp(page: Page) -> Iterator[str]:
    if page.opens:
        yield "<!-- _class: lead -->"
    yield f"# {escape_marks(page.title)}"
    yield from _list_text(page)
    if page.columns:
        columns = (f"<div>\n\n{_write_column(column)}\n\n</div>" for column in page.columns)
        yield "\n\n".join(['<div class="columns">', *columns, "</div>"])
    yield from _list_tables(page)
    if page.picture:
        path, alt = page.picture
        yield f"![h:400 {escape_marks(alt)}]({path.name})"
    if page.after:
        yield escape_marks(page.after)
    if page.notes:
        yield "\n\n".join(["<!--", *page.notes, "-->"])


def _list_text(page: Page) -> Iterator[str]:
    if page.lead:
        yield escape_marks(page.lead)
    if page.points:
        yield _write_list(page.points, "1." if page.numbered else "-")


def _write_list(points: tuple[str, ...], mark: str) -> str:
    return "\n".join(f"{mark} {escape_marks(point)}" for point in points)


def _write_column(column: Column) -> str:
    head, points = column
    return f"**{escape_marks(head)}**\n\n{_write_list(points, '-')}"


def _list_tables(page: Page) -> Iterator[str]:
    if page.table:
        yield write_table(page.table)
    if page.chart:
        yield write_table(page.chart.rows)

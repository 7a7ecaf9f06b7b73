"""Comparisons and tables -> native tables whose columns, row heights and text size fit."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from edu.model.slides import CompareSlide, Side, TableSlide
from edu.plan.fit import CELL, SLACK, Room, choose_size, count_pages, measure_text, split_evenly
from edu.plan.measure import cut_pieces, runs_width
from edu.plan.page import Cell, Paragraph, Table, Text
from edu.plan.pair import plain, settle_pair
from edu.plan.stage import (
    SECOND_SMALL,
    Drawn,
    Stage,
    entity_colour,
    find_excesses,
    name_entity,
    prose,
    sized,
    spare_colours,
    tell,
)
from edu.plan.theme import Frame, Paint
from edu.problems import N_, Problems

MARGINS = (10.0, 5.0, 10.0, 5.0)
_LABEL_WIDTH, _WIDEST_LABEL, _STEP = 148.0, 240.0, 8
"""The column of a comparison's dimensions: how wide it is at least and at most, and the steps that are tried between."""
_TALLEST = 96.0
"""How far a row may grow, in points, where the page has room to spare."""

Grid = list[list[Paragraph]]
Trails = list[list[str]]
"""Where the texts of a Grid stand in the source."""


def draw_compare(stage: Stage, slide: CompareSlide, trail: str) -> tuple[Drawn, ...]:
    """Return the sides as columns with coloured heads; the dimensions stand between two sides, else before them."""
    at, stage = f"{trail}.rows", stage.shrunk(SECOND_SMALL)
    middle = 1 if len(slide.sides) == 2 else 0
    heads = [_side_head(stage, side, f"{trail}.sides[{side.id}]") for side in slide.sides]
    heads.insert(middle, tell(stage, N_("Compared by"), Paragraph((), colour="accent1", bold=True, align="center")))
    grid: Grid = [heads]
    trails: Trails = [[f"{trail}.sides[{side.id}].name" for side in slide.sides]]
    trails[0].insert(middle, at)
    label = Paragraph((), bold=True, colour="accent1", align="center")
    for i, row in enumerate(slide.rows):
        texts, spots = [*row.cells], [f"{at}[{i}].cells[{j}]" for j in range(len(row.cells))]
        texts.insert(middle, row.label)
        spots.insert(middle, f"{at}[{i}].label")
        styles = [label if j == middle else None for j in range(len(texts))]
        grid.append([prose(stage, *cell) for cell in zip(texts, spots, styles, strict=True)])
        trails.append(spots)
    frame = stage.slot("Table", "Table").frame
    widths = _share_sides(grid, middle, frame, stage.theme.face)
    spare = spare_colours(stage)
    colours = [entity_colour(stage, s.entity) if s.entity else next(spare) for s in slide.sides]
    paints: list[Paint | None] = [Paint(colour) for colour in colours]
    paints.insert(middle, None)
    title = plain(prose(stage, slide.title, f"{trail}.title"))
    return _draw_grid(stage, title, grid, trails, widths, paints, header_column=middle == 0)


def _share_sides(grid: Grid, middle: int, frame: Frame, face: str) -> list[float]:
    """Return the widths of a comparison's columns: sides alike; the dimensions have what lets the text be largest."""
    longest = max(piece.width for row in grid for piece in cut_pieces(row[middle].runs, True, face))
    least = min(max(_LABEL_WIDTH, longest * CELL[-1] / SLACK + MARGINS[0] + MARGINS[2]), _WIDEST_LABEL)

    def share(between: float) -> list[float]:
        sides = len(grid[0]) - 1
        widths = [(frame.w - between) / sides] * sides
        return [*widths[:middle], between, *widths[middle:]]

    def judge(widths: Sequence[float]) -> tuple[float, float]:
        size = choose_size(CELL, lambda size: _fits(grid, widths, size, frame.h, face)) or CELL[-1]
        return size, -sum(_row_height(row, widths, size, face)[0] for row in grid)

    steps = range(int(_WIDEST_LABEL - least) // _STEP + 1)
    return max((share(least + step * _STEP) for step in steps), key=judge)


def _side_head(stage: Stage, side: Side, trail: str) -> Paragraph:
    style = Paragraph((), colour="paper", bold=True, align="center")
    if side.name:
        return prose(stage, side.name, f"{trail}.name", style)
    return name_entity(stage, side.entity or side.id, style)


def draw_table(stage: Stage, slide: TableSlide, trail: str) -> tuple[Drawn, ...]:
    """Return a table; its columns are as wide as their texts ask for."""
    stage, style = stage.shrunk(SECOND_SMALL), Paragraph((), colour="paper", bold=True)
    trails: Trails = [[f"{trail}.columns[{i}]" for i in range(len(slide.columns))]]
    trails += [[f"{trail}.rows[{i}][{j}]" for j in range(len(row))] for i, row in enumerate(slide.rows)]
    grid: Grid = [[prose(stage, text, at, style) for text, at in zip(slide.columns, trails[0], strict=True)]]
    for row, spots in zip(slide.rows, trails[1:], strict=True):
        first = Paragraph((), bold=True)
        grid.append([prose(stage, t, at, None if j else first) for j, (t, at) in enumerate(zip(row, spots, strict=True))])
    return draw_ruled(stage, grid, trails, plain(prose(stage, slide.title, f"{trail}.title")))


def draw_ruled(stage: Stage, grid: Grid, trails: Trails, title: str) -> tuple[Drawn, ...]:
    """Return a table without coloured columns, which are as wide as their texts ask for."""
    frame = stage.slot("Table", "Table").frame
    paints: list[Paint | None] = [Paint("accent1")] * len(grid[0])
    widths = share_width(grid, frame.w, stage.theme.face)
    return _draw_grid(stage, title, grid, trails, widths, paints, header_column=True, bare=True)


def share_width(grid: Grid, width: float, face: str) -> list[float]:
    """Return column widths that add up to `width`: no word is cut, and the rest goes to the columns with most to say."""
    size = CELL[1]
    pad = MARGINS[0] + MARGINS[2] + 2
    least, most = [], []
    for column in zip(*grid, strict=True):
        settled = [settle_pair(p, size) for p in column]
        pieces = [cut_pieces(p.runs, bool(p.bold), face) for p in settled]
        least.append(max((piece.width for cell in pieces for piece in cell), default=1.0) * size / SLACK + pad)
        most.append(max(runs_width(p.runs, size, bool(p.bold), face) for p in settled) / SLACK + pad)
    if sum(most) <= width:
        spare = (width - sum(most)) / len(most)
        return [w + spare for w in most]
    if sum(least) >= width:
        return [w * width / sum(least) for w in least]
    wants = [(m - low) ** 0.75 for low, m in zip(least, most, strict=True)]
    rest = width - sum(least)
    return [low + rest * want / sum(wants) for low, want in zip(least, wants, strict=True)]


def _draw_grid(
    stage: Stage,
    title: str,
    grid: Grid,
    trails: Trails,
    widths: Sequence[float],
    paints: Sequence[Paint | None],
    *,
    header_column: bool,
    bare: bool = False,
) -> tuple[Drawn, ...]:
    frame, face = stage.slot("Table", "Table").frame, stage.theme.face
    head, body = grid[0], grid[1:]
    wrong = _misfits(grid, widths, frame.h, face)
    top, *rest = (_row_height(row, widths, CELL[-1], face)[0] for row in grid)
    least = count_pages(rest, frame.h - top)
    for parts in range(least, (least if wrong else len(body)) + 1):
        pages = [[head, *body[a:b]] for a, b in split_evenly(rest, parts, frame.h - top)]
        size = choose_size(CELL, partial(_all_fit, pages, widths, frame.h, face)) if pages else None
        if size:
            break
    size = size or CELL[-1]
    below = frame.h - (0 if 0 in wrong else top)
    problems = tuple(
        problem for i in wrong for problem in _find_long_cells(stage, grid[i], trails[i], widths, below if i else frame.h)
    )
    made = (_make_table(stage, title, page, widths, paints, size, header_column, bare) for page in pages)
    return tuple(Drawn("Table", (table,), problems if i == 0 else ()) for i, table in enumerate(made))


def _all_fit(pages: Sequence[Grid], widths: Sequence[float], height: float, face: str, size: float) -> bool:
    return all(_fits(page, widths, size, height, face) for page in pages)


def _misfits(grid: Grid, widths: Sequence[float], height: float, face: str) -> list[int]:
    """Return which rows, the head among them, fit on no page even alone; else those that do not fit below the head."""
    alone = [i for i, row in enumerate(grid) if not _fits([row], widths, CELL[-1], height, face)]
    return alone or [i for i, row in enumerate(grid) if i and not _fits([grid[0], row], widths, CELL[-1], height, face)]


def _row_height(row: Sequence[Paragraph], widths: Sequence[float], size: float, face: str) -> tuple[float, bool]:
    rooms = [Room(w - MARGINS[0] - MARGINS[2], 0, face=face) for w in widths]
    found = [measure_text([p], size, room) for p, room in zip(row, rooms, strict=True)]
    return max(m.height for m in found) + MARGINS[1] + MARGINS[3], any(m.cut for m in found)


def _fits(rows: Sequence[Sequence[Paragraph]], widths: Sequence[float], size: float, height: float, face: str) -> bool:
    found = [_row_height(row, widths, size, face) for row in rows]
    return sum(h for h, _ in found) <= height and not any(cut for _, cut in found)


def _find_long_cells(
    stage: Stage, row: Sequence[Paragraph], trails: Sequence[str], widths: Sequence[float], height: float
) -> Problems:
    """Return a Problem for each cell of `row` that is too long for a row of that height."""
    high = height - MARGINS[1] - MARGINS[3]
    rooms = [Room(width - MARGINS[0] - MARGINS[2], high, face=stage.theme.face) for width in widths]
    return find_excesses(stage, [[text] for text in row], rooms, CELL[-1], trails)


def _make_table(
    stage: Stage,
    title: str,
    rows: Sequence[Sequence[Paragraph]],
    widths: Sequence[float],
    paints: Sequence[Paint | None],
    size: float,
    header_column: bool,
    bare: bool,
) -> Table:
    frame = stage.slot("Table", "Table").frame
    heights = _share_height([_row_height(row, widths, size, stage.theme.face)[0] for row in rows], frame.h)
    cells = []
    for i, row in enumerate(rows):
        cells.append(tuple(_make_cell(stage, p, paint, size, i == 0, bare) for p, paint in zip(row, paints, strict=True)))
    area = Frame(frame.x, frame.y, frame.w, sum(heights))
    return Table(
        "Table",
        area,
        tuple(widths),
        tuple(heights),
        tuple(cells),
        size,
        title,
        MARGINS,
        stage.theme.paint("ink2", 0.7),
        header_column,
    )


def _share_height(needed: Sequence[float], height: float) -> list[float]:
    """Return row heights: the head's as needed, the others alike where there is room, else each with its share of the rest."""
    head, body = needed[0], needed[1:]
    room = height - head
    alike = min(room / max(1, len(body)), _TALLEST)
    if max(body, default=0) <= alike:
        return [head, *([alike] * len(body))]
    spare = max(0.0, room - sum(body)) / max(1, len(body))
    return [head, *(max(h, min(h + spare, _TALLEST)) for h in body)]


def _make_cell(stage: Stage, paragraph: Paragraph, paint: Paint | None, size: float, head: bool, bare: bool) -> Cell:
    text: Text = sized(stage, [paragraph], size)
    if head:
        return Cell(text, paint or Paint("paper"))
    if bare or paint is None:
        return Cell(text, None)
    return Cell(text, stage.theme.paint(paint.colour, 0.92))

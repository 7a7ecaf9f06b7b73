"""Rules about lessons: titles, minutes, objectives, rows that fit their tables, charts that rest on facts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from edu.model.slides import ChartSlide, CheckSlide, CompareSlide, TableSlide
from edu.problems import Code, Problem, shorten
from edu.source.rules.draft import Draft, name_nodes
from edu.source.rules.names import tell_unknown
from edu.source.slips import count_parts, tell_comma


def find_duplicate_titles(draft: Draft) -> Iterator[Problem]:
    """Yield each slide title that an earlier slide of the lesson has: a screen reader's user could not tell them apart."""
    seen: set[tuple[str, str]] = set()
    for module, trail, slide in draft.list_slides():
        title = (module, " ".join(slide.title.casefold().split()))
        if title in seen:
            yield Problem(Code.DUPLICATE_TITLE, f"{trail}.title", {"title": shorten(slide.title)})
        seen.add(title)


def find_wrong_minutes(draft: Draft) -> Iterator[Problem]:
    """Yield each lesson whose minutes are not the sum of its slides'."""
    for id, lesson in draft.lessons.items():
        total = sum(slide.minutes for slide in lesson.slides)
        if total != lesson.minutes:
            yield Problem(Code.MINUTES_DIFFER, f"{id}/lesson#minutes", {"minutes": lesson.minutes, "sum": total})


def find_untested_objectives(draft: Draft) -> Iterator[Problem]:
    """Yield each objective that no question of its module asks for."""
    for id, lesson in draft.lessons.items():
        quiz = draft.quizzes.get(id)
        tested = {question.objective for question in quiz.questions} if quiz else set()
        for trail, objective in name_nodes(lesson.objectives, f"{id}/lesson#objectives"):
            if quiz and objective.id not in tested:
                yield Problem(Code.UNTESTED_OBJECTIVE, trail, {"id": objective.id})


def find_unknown_questions(draft: Draft) -> Iterator[Problem]:
    """Yield each check that names a question which its module's quiz does not have."""
    known = {id: dict.fromkeys(question.id for question in quiz.questions) for id, quiz in draft.quizzes.items()}
    for id, trail, slide in draft.list_slides():
        if isinstance(slide, CheckSlide) and id in known:
            yield from tell_unknown(Code.UNKNOWN_QUESTION, slide.question, known[id], f"{trail}.question")


def find_wrong_cells(draft: Draft) -> Iterator[Problem]:
    """Yield each row of a comparison or a table with more or fewer cells than it has sides or columns."""
    for _, trail, slide in draft.list_slides():
        match slide:
            case CompareSlide():
                rows = [(f"{trail}.rows[{n}].cells", row.cells) for n, row in enumerate(slide.rows)]
                yield from _compare_cells(rows, len(slide.sides))
            case TableSlide():
                rows = [(f"{trail}.rows[{n}]", row) for n, row in enumerate(slide.rows)]
                parted = _find_comma(slide.columns, max(map(len, slide.rows), default=0))
                if parted is None:
                    yield from _compare_cells(rows, len(slide.columns))
                else:
                    code, values = tell_comma(slide.columns[parted])
                    yield Problem(code, f"{trail}.columns[{parted}]", values)
            case _:
                pass


def _compare_cells(rows: Sequence[tuple[str, tuple[str, ...]]], wanted: int) -> Iterator[Problem]:
    for trail, cells in rows:
        if (parted := _find_comma(cells, wanted)) is not None:
            code, values = tell_comma(cells[parted])
            yield Problem(code, f"{trail}[{parted}]", values)
        elif len(cells) != wanted:
            yield Problem(Code.WRONG_CELLS, trail, {"count": len(cells), "wanted": wanted})


def _find_comma(items: Sequence[str], wanted: int) -> int | None:
    """Return the first of too few items that Chinese commas stand in, if they would be enough parted there; else None."""
    parts = [count_parts(item) for item in items]
    fits = len(items) < wanted == sum(parts)
    return next((index for index, count in enumerate(parts) if count > 1), None) if fits else None


def find_nameless_sides(draft: Draft) -> Iterator[Problem]:
    """Yield each side of a comparison that has neither an entity nor a name."""
    for _, trail, slide in draft.list_slides():
        for step, side in name_nodes(slide.sides, f"{trail}.sides") if isinstance(slide, CompareSlide) else ():
            if side.entity is None and side.name is None:
                yield Problem(Code.SIDE_WITHOUT_NAME, step)


def find_wrong_series(draft: Draft) -> Iterator[Problem]:
    """Yield each series of a chart with more or fewer values than there are categories."""
    for _, trail, slide in draft.list_slides():
        for index, series in enumerate(slide.series) if isinstance(slide, ChartSlide) else ():
            count, wanted = len(series.values), len(slide.categories) if isinstance(slide, ChartSlide) else 0
            if count != wanted:
                yield Problem(Code.WRONG_VALUES, f"{trail}.series[{index}].values", {"count": count, "wanted": wanted})


def find_unmarked_numbers(draft: Draft) -> Iterator[Problem]:
    """Yield the first number of each chart that is not a fact, where the chart is not marked illustrative."""
    for _, trail, slide in draft.list_slides():
        if isinstance(slide, ChartSlide) and not slide.illustrative:
            yield from list(_list_numbers(slide, trail))[:1]


def _list_numbers(slide: ChartSlide, trail: str) -> Iterator[Problem]:
    for row, series in enumerate(slide.series):
        for index, value in enumerate(series.values):
            if not isinstance(value, str):
                yield Problem(Code.NOT_ILLUSTRATIVE, f"{trail}.series[{row}].values[{index}]", {"value": str(value)})

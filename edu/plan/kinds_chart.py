"""Chart slides -> a native chart with direct labels, and its point beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from edu.model.locale import UNSPACED, script_of
from edu.model.slides import ChartSlide, Series
from edu.plan.chart_legend import legend_room
from edu.plan.chart_room import NAMES, fit_chart, name_room
from edu.plan.fit import BODY, Room
from edu.plan.page import Chart, Filled, Paragraph, Plot
from edu.plan.pair import SLASH, plain
from edu.plan.runs import BREAK
from edu.plan.stage import (
    SECOND_SMALL,
    Drawn,
    Stage,
    both,
    diagram_area,
    entity_colour,
    fill_slot,
    find_excesses,
    number_trails,
    own,
    prose,
    say_alt,
    tell,
)
from edu.plan.theme import Colour, Paint
from edu.problems import N_, Code, Problem, Problems

_SERIES: tuple[Colour, ...] = ("accent1", "accent6", "accent4", "accent5")
_SLICES: tuple[tuple[Colour, float], ...] = (
    *((colour, tint) for tint in (0, 0.5) for colour in _SERIES),
    ("ink2", 0),
    ("ink2", 0.6),
)
"""The colours of a doughnut's slices that are no entity's: ten that differ."""


def draw_chart(stage: Stage, slide: ChartSlide, trail: str) -> tuple[Drawn, ...]:
    """Return the chart beside its takeaway, or across the page without one."""
    divisor, _, number_format = _scale(replace(stage, second=None), slide)
    area = stage.slot("Chart", "Chart").frame
    frame = area if slide.takeaway else diagram_area(stage)
    categories = tuple(_text(stage, c.label, f"{trail}.categories[{i}].label", "\n") for i, c in enumerate(slide.categories))
    series = tuple(_plot(stage, slide, i, s, divisor, trail) for i, s in enumerate(slide.series))
    captions = _list_captions(stage, slide, divisor, trail)
    axis, grid = stage.theme.paint("ink2", 0.4), stage.theme.paint("ink2", 0.8)
    alt = say_alt(stage, slide.alt, f"{trail}.alt")
    chart = Chart("Chart", frame, slide.chart, categories, series, number_format, False, 0, alt, stage.lang, axis, grid, frame)
    chart, long = _fit_labels(stage, chart, trail)
    remarks = [] if slide.takeaway else [*captions]
    remarks += [tell(stage, N_("Illustrative: computed, not measured"))] if slide.illustrative else []
    items, problems = _beside(stage, slide, captions, trail)
    problems = (*problems, *long, *_find_mixed_units(stage, slide, trail))
    return (Drawn("Chart", (chart, *items), problems, remarks=tuple(remarks)),)


def _fit_labels(stage: Stage, chart: Chart, trail: str) -> tuple[Chart, Problems]:
    """Return the chart with room for its labels, and a Problem for each name that has none."""
    face, problems = stage.theme.face, list[Problem]()

    def tell_long(names: Sequence[Paragraph], room: Room, field: tuple[str, str]) -> None:
        at = number_trails(f"{trail}.{field[0]}", len(names), field[1])
        problems.extend(find_excesses(stage, [[name] for name in names], [room] * len(names), NAMES[-1], at))

    names = [own(stage, label.replace("\n", BREAK)) for label in chart.categories]
    fitted = fit_chart(chart, names, face)
    ring = fitted.kind == "doughnut"
    if not ring:
        tell_long(names, name_room(fitted, face), ("categories", "label"))
    if fitted.legend:
        keys = fitted.categories if ring else [plot.name for plot in fitted.series]
        room = legend_room(len(keys), fitted.frame, NAMES[-1], face)
        tell_long([own(stage, key) for key in keys], room, ("categories", "label") if ring else ("series", "name"))
    return fitted, tuple(problems)


def _list_captions(stage: Stage, slide: ChartSlide, divisor: float, trail: str) -> list[Paragraph]:
    """Return what the numbers count: the name of the series, which no legend shows where it is the only one, and the unit."""
    stage = stage.shrunk(SECOND_SMALL)
    names = [prose(stage, slide.series[0].name, f"{trail}.series[0].name")] if len(slide.series) == 1 else []
    unit = both(stage, lambda one: _tell_unit(one, slide, divisor, trail))
    return [*names, *([unit] if unit.runs else [])]


def _tell_unit(stage: Stage, slide: ChartSlide, divisor: float, trail: str) -> Paragraph:
    """Return the unit of values that are divided by `divisor`; without runs where there is none."""
    own_divisor, scaled, _ = _scale(stage, slide)
    if own_divisor != divisor:  # it is the other language's
        cited = _cited(slide)
        scaled = stage.edition.numbers.name_scale(divisor, (stage.find_unit(cited[0]) or None) if cited else None)
    unit = _label_unit(stage, slide, scaled, trail)
    return own(stage, stage.say(N_("Unit: {unit}"), unit=unit)) if unit else Paragraph(())


def _cited(slide: ChartSlide) -> tuple[str, ...]:
    """Return the facts whose values the chart shows."""
    return tuple(value for series in slide.series for value in series.values if isinstance(value, str))


def _find_mixed_units(stage: Stage, slide: ChartSlide, trail: str) -> Problems:
    """Return a problem where facts of different units are drawn; a translated pattern has the form that its number needs."""
    source = stage.edition.lang == stage.edition.course.settings.language
    found: dict[object, str] = {}
    for fact in _cited(slide):
        unit, pattern = stage.find_unit(fact), stage.find_pattern(fact)
        found.setdefault(unit or (pattern if source else bool(pattern)), unit or pattern)
    if len(found) < 2:
        return ()
    return (Problem(Code.MIXED_UNITS, f"{trail}.series", {"units": ", ".join(unit or "–" for unit in found.values())}),)


def _label_unit(stage: Stage, slide: ChartSlide, scaled: str, trail: str) -> str:
    """Return the unit to be shown: that of the facts, else the author's own with the scale before it (`万人次`)."""
    cited = _cited(slide)
    if not cited:
        return _scale_unit(stage, scaled, _text(stage, slide.unit, f"{trail}.unit")) if slide.unit else scaled
    pattern = "" if stage.find_unit(cited[0]) else stage.find_pattern(cited[0])
    if pattern.startswith("{n}"):
        return _scale_unit(stage, scaled, pattern.removeprefix("{n}").strip())
    return pattern.replace("{n}", scaled or "…") if pattern else scaled


def _scale_unit(stage: Stage, scaled: str, unit: str) -> str:
    return f"{scaled}{' ' if scaled and script_of(stage.lang) not in UNSPACED else ''}{unit}"


def _beside(stage: Stage, slide: ChartSlide, captions: Sequence[Paragraph], trail: str) -> tuple[tuple[Filled, ...], Problems]:
    if not slide.takeaway:
        return (), ()  # the captions then stand in the source line
    at = f"{trail}.takeaway"
    texts = [prose(stage, slide.takeaway, at)]
    texts += [replace(caption, size=16, colour="ink2") for caption in captions]
    body, problems = fill_slot(stage, "Chart", "Body", texts, (24.0, 22.0, *BODY), at)
    return (body,), problems


def _text(stage: Stage, text: str, trail: str, joint: str = SLASH) -> str:
    """Return a label of the chart; `joint` parts its languages."""
    return plain(both(stage, lambda one: prose(one, text, trail), joint))


def chart_value(stage: Stage, value: float | str) -> float:
    """Return the number of a chart's value: itself, or the fact's."""
    if isinstance(value, str):
        figure = stage.edition.figures.get(value)
        return figure.value or 0.0 if figure else 0.0
    return float(value)


def _scale(stage: Stage, slide: ChartSlide) -> tuple[float, str, str]:
    """Return by what to divide the values, their unit's label, and a number format with the decimals they need."""
    cited = _cited(slide)
    values = [chart_value(stage, v) for s in slide.series for v in s.values]
    unit = (stage.find_unit(cited[0]) or None) if cited else None
    divisor, label = stage.edition.numbers.scale(max(abs(v) for v in values), unit)
    decimals = max(_decimals(v / divisor) for v in values)
    if decimals and max(abs(v) for v in values) / divisor < 1000:
        return divisor, label, "General"  # 34 and 2.5, not 34.0
    return divisor, label, "#,##0" + ("." + "0" * decimals if decimals else "")


def _decimals(value: float) -> int:
    return next((n for n in range(3) if abs(round(value, n) - value) < 1e-9), 2)


def _plot(stage: Stage, slide: ChartSlide, index: int, series: Series, divisor: float, trail: str) -> Plot:
    values = tuple(round(chart_value(stage, v) / divisor, 6) for v in series.values)
    paint = Paint(entity_colour(stage, series.entity) if series.entity else _SERIES[index % len(_SERIES)])
    points = {}
    marked = any(c.highlight for c in slide.categories)
    for i, category in enumerate(slide.categories):
        aside = marked and not category.highlight
        if category.entity:
            points[i] = stage.theme.paint(entity_colour(stage, category.entity), 0.6 if aside else 0)
        elif slide.chart == "doughnut":
            points[i] = stage.theme.paint(*_SLICES[i % len(_SLICES)])
        elif aside:
            points[i] = stage.theme.paint("ink2", 0.5)
    name = _text(stage, series.name, f"{trail}.series[{index}].name")
    return Plot(name, values, paint, points)

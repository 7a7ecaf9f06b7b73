"""A planned chart -> a native chart part with its editable workbook (ECMA-376 21.2)."""

from __future__ import annotations

import io
from datetime import datetime
from xml.sax.saxutils import escape

from edu.model.locale import direction_of, office_tag
from edu.plan.chart_ring import HOLE, ring_spot
from edu.plan.chart_room import bar_gap
from edu.plan.page import Chart, Plot
from edu.plan.theme import Paint
from edu.write.pptx.package import pack_members, unpack_members
from edu.write.pptx.shapes import Page, transform
from edu.write.pptx.text import attribute, solid

_NAMESPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_AXES = "111111111", "222222222"


def chart_frame_xml(page: Page, chart: Chart, relation: str) -> str:
    """Return the frame that shows the chart part `relation`, with its text alternative."""
    slot = page.layout.slots[chart.slot]
    uri = "http://schemas.openxmlformats.org/drawingml/2006/chart"
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{next(page.ids)}" name={attribute(chart.slot)} '
        f'descr={attribute(chart.alt)}/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr>'
        f'<p:nvPr><p:ph type="{slot.type}" idx="{slot.idx}"/></p:nvPr></p:nvGraphicFramePr>{transform(chart.frame, "p:xfrm")}'
        f'<a:graphic><a:graphicData uri="{uri}"><c:chart xmlns:c="{uri}" r:id="{relation}"/></a:graphicData></a:graphic>'
        "</p:graphicFrame>"
    )


def chart_xml(chart: Chart, workbook: str) -> bytes:
    """Return the chart part; `workbook` is the relationship of its embedded workbook."""
    plot, axes = _plot_area(chart)
    legend = ""
    if chart.legend:
        legend = f'<c:legend><c:legendPos val="b"/><c:overlay val="0"/>{_text(chart, chart.size)}</c:legend>'
    body = (
        f'<c:chartSpace {_NAMESPACES}><c:date1904 val="0"/><c:lang val="{office_tag(chart.lang)}"/>'
        '<c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>'
        f'<c:plotArea>{_layout(chart)}{plot}{axes}</c:plotArea>{legend}<c:plotVisOnly val="1"/>'
        f'<c:dispBlanksAs val="gap"/></c:chart>{_text(chart, chart.size)}'
        f'<c:externalData r:id="{workbook}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )
    return b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + body.encode()


def _layout(chart: Chart) -> str:
    """Return where the plot itself stands, so that the labels round it have the room that they need."""
    frame, plot = chart.frame, chart.plot
    parts = {"x": (plot.x - frame.x) / frame.w, "y": (plot.y - frame.y) / frame.h, "w": plot.w / frame.w, "h": plot.h / frame.h}
    inner = "".join(f'<c:{name} val="{value:.4f}"/>' for name, value in parts.items())
    modes = '<c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
    return f"<c:layout><c:manualLayout>{modes}{inner}</c:manualLayout></c:layout>"


def _plot_area(chart: Chart) -> tuple[str, str]:
    series = "".join(_series(chart, i, plot) for i, plot in enumerate(chart.series))
    ids = "".join(f'<c:axId val="{axis}"/>' for axis in _AXES)
    match chart.kind:
        case "column" | "bar":
            head = f'<c:barDir val="{"col" if chart.kind == "column" else "bar"}"/><c:grouping val="clustered"/>'
            gap = f'<c:gapWidth val="{round(bar_gap(chart) * 100)}"/>'
            return f'<c:barChart>{head}<c:varyColors val="0"/>{series}{gap}{ids}</c:barChart>', _axes(chart)
        case "line":
            head = '<c:grouping val="standard"/><c:varyColors val="0"/>'
            return f'<c:lineChart>{head}{series}<c:marker val="1"/>{ids}</c:lineChart>', _axes(chart)
        case "doughnut":
            tail = f'<c:firstSliceAng val="0"/><c:holeSize val="{round(HOLE * 100)}"/>'
            return f'<c:doughnutChart><c:varyColors val="1"/>{series}{tail}</c:doughnutChart>', ""


def _axes(chart: Chart) -> str:
    """Return a category axis with labels, and a value axis, which is hidden where each bar and point carries its value."""
    across = "b" if chart.kind != "bar" else _start(chart)
    order = "maxMin" if chart.kind == "bar" or chart.leftward else "minMax"
    line = f'<c:spPr><a:ln w="9525">{solid(chart.axis)}</a:ln></c:spPr>'
    return (
        f'<c:catAx><c:axId val="{_AXES[0]}"/><c:scaling><c:orientation val="{order}"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{across}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="low"/>{line}{_text(chart, chart.size, body=_LEVEL)}'
        f'<c:crossAx val="{_AXES[1]}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        f'<c:lblOffset val="100"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="0"/></c:catAx>{_value_axis(chart)}'
    )


def _value_axis(chart: Chart) -> str:
    up, crosses = (_start(chart), "autoZero") if chart.kind != "bar" else ("b", "max")
    order = "maxMin" if chart.kind == "bar" and chart.leftward else "minMax"
    (low, high), shown = chart.span, not chart.value_size
    limits = f'<c:max val="{high:.10g}"/><c:min val="{low:.10g}"/>'
    step = f'<c:majorUnit val="{chart.step:.10g}"/>' if shown else ""
    grid = f'<c:majorGridlines><c:spPr><a:ln w="6350">{solid(chart.grid)}</a:ln></c:spPr></c:majorGridlines>' if shown else ""
    look = f"<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>{_text(chart, chart.size, body=_LEVEL)}" if shown else ""
    return (
        f'<c:valAx><c:axId val="{_AXES[1]}"/><c:scaling><c:orientation val="{order}"/>{limits}</c:scaling>'
        f'<c:delete val="{int(not shown)}"/><c:axPos val="{up}"/>{grid}'
        f'<c:numFmt formatCode="{escape(chart.axis_format)}" sourceLinked="0"/>'
        f'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>{look}'
        f'<c:crossAx val="{_AXES[0]}"/><c:crosses val="{crosses}"/><c:crossBetween val="between"/>{step}</c:valAx>'
    )


def _start(chart: Chart) -> str:
    """Return the side of an upright axis: where a line of text starts."""
    return "r" if chart.leftward else "l"


_LEVEL = '<a:bodyPr rot="0" vert="horz"/>'
"""Text that is never turned: names that have no room are a Problem of the plan."""
_WHOLE = '<a:bodyPr wrap="none"/>'
"""Text on one line, but for breaks of its own."""


def _text(chart: Chart, size: float, paint: Paint | None = None, bold: bool = False, body: str = "<a:bodyPr/>") -> str:
    lang = office_tag(chart.lang)
    faces = '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>'
    look = f'<a:defRPr lang="{lang}" sz="{round(size * 100)}" b="{int(bold)}">{solid(paint or Paint("ink"))}{faces}</a:defRPr>'
    turned = ' rtl="1"' if direction_of(chart.lang) == "rtl" else ""
    return f'<c:txPr>{body}<a:lstStyle/><a:p><a:pPr{turned}>{look}</a:pPr><a:endParaRPr lang="{lang}"/></a:p></c:txPr>'


def _series(chart: Chart, index: int, plot: Plot) -> str:
    column = chr(ord("B") + index)
    count = len(chart.categories)
    name = f"<c:tx><c:strRef><c:f>Sheet1!${column}$1</c:f>{_strings((plot.name,))}</c:strRef></c:tx>"
    categories = f"<c:cat><c:strRef><c:f>Sheet1!$A$2:$A${count + 1}</c:f>{_strings(chart.categories)}</c:strRef></c:cat>"
    numbers = "".join(f'<c:pt idx="{i}"><c:v>{value:.10g}</c:v></c:pt>' for i, value in enumerate(plot.values))
    values = (
        f"<c:val><c:numRef><c:f>Sheet1!${column}$2:${column}${count + 1}</c:f><c:numCache>"
        f'<c:formatCode>{escape(chart.number_format)}</c:formatCode><c:ptCount val="{count}"/>{numbers}'
        "</c:numCache></c:numRef></c:val>"
    )
    head = f'<c:idx val="{index}"/><c:order val="{index}"/>{name}'
    return f"<c:ser>{head}{_look(chart, plot)}{_labels(chart, plot)}{categories}{values}{_tail(chart)}</c:ser>"


def _tail(chart: Chart) -> str:
    return '<c:smooth val="0"/>' if chart.kind == "line" else ""


def _look(chart: Chart, plot: Plot) -> str:
    if chart.kind == "line":
        line = f'<a:ln w="34925" cap="rnd">{solid(plot.paint)}<a:round/></a:ln>'
        mark = f"<c:spPr>{solid(plot.paint)}</c:spPr>"
        return f'<c:spPr>{line}</c:spPr><c:marker><c:symbol val="circle"/><c:size val="8"/>{mark}</c:marker>'
    edge = f'<a:ln w="19050">{solid(Paint("paper"))}</a:ln>' if chart.kind == "doughnut" else ""
    invert = '<c:invertIfNegative val="0"/>' if chart.kind in ("column", "bar") else ""
    points = "".join(
        f'<c:dPt><c:idx val="{i}"/>{invert}<c:bubble3D val="0"/><c:spPr>{solid(paint)}{edge}</c:spPr></c:dPt>'
        for i, paint in sorted(plot.points.items())
    )
    return f"<c:spPr>{solid(plot.paint)}{edge}</c:spPr>{invert}{points}"


def _labels(chart: Chart, plot: Plot) -> str:
    """Return the labels of a series: its values, where they have room, and what stands for a legend."""
    if chart.kind == "doughnut":
        singles = "".join(_slice_label(chart, i, plot.points.get(i, plot.paint)) for i in range(len(plot.values)))
        return f"<c:dLbls>{singles}{_label_look(chart, Paint('ink'))}{_leaders(chart)}</c:dLbls>"
    ink = plot.paint if chart.tail else Paint("ink")
    last = _end_label(chart, plot) if chart.tail else ""
    if not chart.value_size:
        return f"<c:dLbls>{last}{_SHOWN.replace(_VALUE, _NO_VALUE)}</c:dLbls>"
    place = '<c:dLblPos val="t"/>' if chart.kind == "line" else '<c:dLblPos val="outEnd"/>'
    return f"<c:dLbls>{last}{_label_look(chart, ink, place)}</c:dLbls>"


def _label_look(chart: Chart, ink: Paint, rest: str = "") -> str:
    text = _text(chart, chart.value_size or chart.size, ink, bold=True, body=_WHOLE)
    form = f'<c:numFmt formatCode="{escape(chart.number_format)}" sourceLinked="0"/>'
    return f"{form}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{text}{rest}{_SHOWN}"


def _slice_label(chart: Chart, index: int, paint: Paint) -> str:
    """Return the label of a slice: on it, or at its spot beside it, there with the slice's name where no legend has it."""
    spot = chart.spots[index] if chart.spots else None
    if spot is None:
        return f'<c:dLbl><c:idx val="{index}"/>{_label_look(chart, paint.label)}</c:dLbl>'
    values = [abs(value) for value in chart.series[0].values]
    turn = (sum(values[:index]) + values[index] / 2) / (sum(values) or 1)
    usual = ring_spot(chart, turn, (1 + HOLE) / 2)
    x, y = (spot[0] - usual[0]) / chart.frame.w, (spot[1] - usual[1]) / chart.frame.h
    place = f'<c:layout><c:manualLayout><c:x val="{x:.4f}"/><c:y val="{y:.4f}"/></c:manualLayout></c:layout>'
    look = _label_look(chart, Paint("ink"))
    if not chart.legend:
        look = look.replace('showCatName val="0"', 'showCatName val="1"') + "<c:separator>\n</c:separator>"
    return f'<c:dLbl><c:idx val="{index}"/>{place}{look}</c:dLbl>'


def _leaders(chart: Chart) -> str:
    """Return the look of the lines from slices to the labels that stand away from them."""
    line = f'<c:spPr><a:ln w="9525">{solid(chart.axis)}</a:ln></c:spPr>'
    return f'<c:showLeaderLines val="1"/><c:leaderLines>{line}</c:leaderLines>'


def _end_label(chart: Chart, plot: Plot) -> str:
    """Return the label of a line's last point: beside it the name of the line, and the value below."""
    place = f'<c:dLblPos val="{"l" if chart.leftward else "r"}"/>'
    look = _label_look(chart, plot.paint, place).replace('showSerName val="0"', 'showSerName val="1"')
    if not chart.value_size:
        look = look.replace(_VALUE, _NO_VALUE)
    return f'<c:dLbl><c:idx val="{len(plot.values) - 1}"/>{look}<c:separator>\n</c:separator></c:dLbl>'


_VALUE, _NO_VALUE = '<c:showVal val="1"/>', '<c:showVal val="0"/>'
_SHOWN = (
    '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/>'
    '<c:showPercent val="0"/><c:showBubbleSize val="0"/>'
)


def _strings(texts: tuple[str, ...]) -> str:
    points = "".join(f'<c:pt idx="{i}"><c:v>{escape(text)}</c:v></c:pt>' for i, text in enumerate(texts))
    return f'<c:strCache><c:ptCount val="{len(texts)}"/>{points}</c:strCache>'


def make_workbook(chart: Chart) -> bytes:
    """Return the workbook that PowerPoint opens when the chart's data are edited; the same bytes for the same chart."""
    from xlsxwriter import Workbook

    stream = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(stream, options) as book:
        book.set_properties({"created": datetime(1980, 1, 1)})
        sheet = book.add_worksheet("Sheet1")
        look = book.add_format({"num_format": chart.number_format})
        sheet.write_column(1, 0, chart.categories)
        for i, plot in enumerate(chart.series, 1):
            sheet.write_string(0, i, plot.name)
            sheet.write_column(1, i, plot.values, look)
    return pack_members(unpack_members(stream.getvalue()))

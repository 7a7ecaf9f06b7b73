"""Documents for tests: made by hand, made by chance, made of the small course."""

from __future__ import annotations

from hypothesis import strategies as st

from edu.language.exchange.unit import Document, Note, State, Style, Unit, make_key

PIECES = [
    *("**", "*", "`", "[", "](", ")", "https://a.example", "{kling}", "{kling:short}", "{n}", "[[gap]]", "\\"),
    *(" ", "\n", "\n\n", "\r\n", "\t", "收入", "，", "words", "<b>", "&amp;", "]]>", "=1+1", "\x01", "\u2028"),
    *("_x0041_", "𠀀", ";", '"', ","),
]
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=10).map("".join) | st.text(
    st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20
)

DANGEROUS = [
    "=1+1",
    "+1",
    "-1",
    "@a",
    "\tx",
    "\rx",
    "\n=x",
    " =x",
    "＝1",
    "|x",
    "%x",
    "3-4",
    "2025",
    "1/2",
    "1.10",
    "3月4日",
    "'=x",
    "''-1",
    *("May 2024", "Sep 5", "12:30 PM", "1e5", "¥5", "5 €", "(5)", "1 1/2", "5月", "٥", "５/６", "下午3时"),
    *("TRUE", "False ", "Vrai", "ИСТИНА", "#N/A"),
]
"""What a spreadsheet could run, or take for a number, a date or a logical value."""
HARMLESS = [
    "content/week-1/quiz.yaml#title",
    "{sora_2025}",
    "超过5亿元，是3年前的2倍",
    "收入",
    "正确",
    "'",
    "a=b",
    "it is true",
    "In chapter 3 you learn how three sources become one deck and one quiz.",
]


def make_unit(source: str, target: str = "", state: State | None = None, **more: object) -> Unit:
    said = state or (State.TRANSLATED if target else State.MISSING)
    return Unit(make_key("", source), source, target, said, **more)  # type: ignore[arg-type]


def make_document(*units: Unit, lang: str = "en", **more: object) -> Document:
    return Document(**{"course": "small", "domain": "basics", "source_lang": "zh_CN", "lang": lang, "units": units, **more})  # type: ignore[arg-type]


@st.composite
def draw_units(draw: st.DrawFn) -> Unit:
    source, target = draw(TEXTS), draw(st.just("") | TEXTS)
    state = draw(st.sampled_from([State.FUZZY, State.TRANSLATED, State.REVIEWED])) if target else State.MISSING
    notes = tuple(Note("role", text) for text in draw(st.lists(TEXTS, max_size=2)))
    style = draw(st.sampled_from([*Style]))
    return make_unit(source, target, state, notes=notes, style=style, room=draw(st.none() | st.integers(1, 200)))


DOCUMENTS = st.lists(draw_units(), min_size=1, max_size=4, unique_by=lambda unit: unit.key).map(
    lambda units: make_document(*units)
)

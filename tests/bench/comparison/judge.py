"""A deck and the talk that it shows -> what is in it, counted by the checkers of the tests; nothing here knows who wrote it."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from lxml import etree
from lxml.etree import _Element
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.slide import Slide

from tests.bench.comparison.course import LIST, TABLE
from tests.bench.comparison.talk import Page, Talk
from tests.bench.titles import read_titles
from tests.tools import deck as of_deck
from tests.tools.contrast import contrast
from tests.tools.lang import Report, check_languages
from tests.tools.look import find_order_faults, list_seen
from tests.tools.overflow import Overflow

Value = int | float | bool | list[int]
"""A number, a yes or no, or how many of how many."""
Found = dict[str, Value]

SEEN = 5.0
"""Points by which a text must run over its frame, or a table over its slide, to count: less is not seen."""
READABLE = 4.5
"""The least contrast of a text with what is behind it (WCAG 2.2, 1.4.3)."""
FEET = ("ftr", "sldNum", "dt")
"""The placeholders whose texts are small by custom."""
_LONG = 12
"""Of more characters a text is known again on a slide."""
_SHINGLE = 4
"""A text is compared by its stretches of so many characters."""
_WIDE = re.compile("[\u3400-\u9fff]")
_EAST_ASIAN = re.compile(
    "[\u3040-\u9fff]|YaHei|JhengHei|SimSun|SimHei|DengXian|KaiTi|FangSong|PingFang|CJK|Source Han|Meiryo|Malgun"
)
"""A name of a face that has Chinese, Japanese or Korean characters: Arial as the East Asian face is worse than none."""


def judge_deck(path: Path, talk: Talk, overflows: Sequence[Overflow], cuts: Sequence[float]) -> Found:
    """Return what is in the deck; `overflows` are its own, `cuts` how much a browser cuts off each slide, if it drew them."""
    slides = list(Presentation(str(path)).slides)
    excess = _add_up(overflows, cuts)
    return {
        "slides": len(slides),
        **_judge_titles(path),
        **_judge_frames(path, slides, talk),
        **_judge_parts(path, slides, talk),
        **_judge_languages(path, slides, talk),
        **_judge_graphics(path, slides),
        "overflowing": [len(excess), len(slides)],
        "excess": round(max(excess.values(), default=0)),
        **_judge_long(slides, talk, excess),
        "bytes": path.stat().st_size,
    }


def _add_up(overflows: Sequence[Overflow], cuts: Sequence[float]) -> dict[int, float]:
    """Return by slide the most points by which something on it runs over, where that is seen."""
    found: Counter[int] = Counter()
    for over in overflows:
        found[over.slide] = max(found[over.slide], over.below if over.table else over.excess)
    for number, cut in enumerate(cuts, start=1):
        found[number] = max(found[number], cut)
    return {number: points for number, points in found.items() if points > SEEN}


def _judge_titles(path: Path) -> Found:
    titles = read_titles(path)
    counts = Counter(filter(None, titles))
    return {"titled": [sum(counts.values()), len(titles)], "same title": sum(n for n in counts.values() if n > 1)}


def _judge_frames(path: Path, slides: Sequence[Slide], talk: Talk) -> Found:
    held = sum(len(_read(shape._element)) for slide in slides for shape in slide.placeholders)
    texts = (text for page in talk.pages for text in (page.title, *page.texts))
    wanted = {piece for text in texts for part in re.split("[:：]", text) for piece in _cut(part)}
    shown = " ".join(_squeeze(_read(slide._element)) for slide in slides)
    return {
        "in placeholders": [held, sum(len(_read(slide._element)) for slide in slides)],
        "empty placeholders": sum(1 for _ in of_deck.find_placeholder_faults(path)),
        "text": [sum(piece in shown for piece in wanted), len(wanted)],
    }


def _judge_parts(path: Path, slides: Sequence[Slide], talk: Talk) -> Found:
    tables = [table for slide in slides for table in slide._element.iter(qn("a:tbl"))]
    headless = sum("no header row" in fault for fault in of_deck.find_table_faults(path))
    charts = [shape.chart for slide in slides for shape in slide.shapes if shape.has_chart]
    noted = len(slides) - sum(1 for _ in of_deck.find_note_faults(path))
    return {
        "tables": len(tables),
        "header rows": [len(tables) - headless, len(tables)],
        "charts": [sum(chart.part.chart_workbook.xlsx_part is not None for chart in charts), _count_charts(talk)],
        "noted": [noted, len(slides)],
        "sections": sum(1 for _ in Presentation(str(path)).part._element.iter(of_deck.P14 + "section")),
    }


def _count_charts(talk: Talk) -> int:
    return sum(page.chart is not None for page in talk.pages)


def _judge_languages(path: Path, slides: Sequence[Slide], talk: Talk) -> Found:
    report = check_languages(path, frozenset({"zh-CN", "en-US"}))
    themes = list(_list_themes(path))
    named = [_is_east_asian(font.find(qn("a:ea"))) for theme in themes for font in _list_fonts(theme)]
    hans = [any(f.get("script") == "Hans" for f in font) for theme in themes for font in _list_fonts(theme)]
    wide = [run for slide in slides for run in slide._element.iter(qn("a:r")) if _WIDE.search(_read(run))]
    faced = [_is_east_asian(own) if (own := _find_face(run)) is not None else named[0] for run in wide]
    return {
        "lang": _share(report, "lang “"),
        "script": _share(report, "lang “", "another script"),
        "theme faces": _share(report, "literal face"),
        "ea": [sum(named), len(named)],
        "Hans": [sum(hans), len(hans)],
        "faced": [sum(faced), len(wide)],
        "document language": Presentation(str(path)).core_properties.language == talk.lang,
    }


def _find_face(run: _Element) -> _Element | None:
    """Return the East Asian face that the run names itself; None where it leaves that to the theme."""
    own = run.find(f"{qn('a:rPr')}/{qn('a:ea')}")
    return None if own is None or own.get("typeface", "").startswith("+") else own


def _is_east_asian(face: _Element) -> bool:
    return bool(_EAST_ASIAN.search(face.get("typeface", "")))


def _share(report: Report, *words: str) -> list[int]:
    """Return how many of all runs have no fault of those words."""
    wrong = {fault.split(": ")[0] for fault in report.faults if any(word in fault for word in words)}
    return [report.total - len(wrong), report.total]


def _list_themes(path: Path) -> Iterator[_Element]:
    """Yield the themes of the slides and of the notes, the slides' first."""
    with zipfile.ZipFile(path) as package:
        for name in sorted(name for name in package.namelist() if re.fullmatch(r"ppt/theme/theme\d+\.xml", name)):
            yield etree.fromstring(package.read(name))


def _list_fonts(theme: _Element) -> tuple[_Element, _Element]:
    return next(theme.iter(qn("a:majorFont"))), next(theme.iter(qn("a:minorFont")))


def _judge_graphics(path: Path, slides: Sequence[Slide]) -> Found:
    faults = list(of_deck.find_alt_faults(path))
    named = sum(not fault.endswith("alt text “”") for fault in faults)
    graphics = sum(of_deck.needs_alt(element) for slide in slides for element in slide.shapes._spTree)
    return {"alt": [graphics - len(faults) + named, graphics], "file names": named, **_judge_look(path, slides)}


def _judge_look(path: Path, slides: Sequence[Slide]) -> Found:
    """Return how well the texts can be read; what is in a picture, or coloured by a style of tables, is not seen."""
    seen = list_seen(path)
    faint = sum(any(contrast(text.ink, ground) < READABLE for ground in text.grounds - {"?"}) for text in seen)
    crossed = {fault.partition(":")[0] for fault in find_order_faults(path)}
    shown = sum(bool(slide.shapes) for slide in slides)
    return {
        "readable": [len(seen) - faint, len(seen)],
        "smallest": min((text.size for text in seen if text.kind not in FEET), default=0),
        "ordered": [shown - len(crossed), shown],
    }


def _judge_long(slides: Sequence[Slide], talk: Talk, excess: dict[int, float]) -> Found:
    """Return of how many slides the two long pages were made, and by how many points those run over."""
    found: Found = {}
    shown = [_squeeze(_read(slide._element)) for slide in slides]
    for place, page in enumerate(talk.pages, start=1):
        if page.id in (LIST, TABLE):
            texts = _list_own_texts(talk, page)
            made = [number for number, text in enumerate(shown, start=1) if any(own in text for own in texts)]
            found[f"{page.id} slides"] = len(made or (place,))
            found[f"{page.id} excess"] = round(max(excess.get(number, 0) for number in made or (place,)))
    return found


def _list_own_texts(talk: Talk, page: Page) -> list[str]:
    """Return the texts that no other page has: by them a slide made of it is known; a picture is known by its place alone."""
    others = "".join(_squeeze(text) for other in talk.pages if other is not page for text in other.texts)
    return [own for own in map(_squeeze, page.texts) if len(own) > _LONG and own not in others]


def _read(element: _Element) -> str:
    return "".join(text.text or "" for text in element.iter(qn("a:t")))


def _squeeze(text: str) -> str:
    return re.sub(r"[\W_]", "", text)


def _cut(text: str) -> Iterator[str]:
    """Yield the stretches of `text`, without its spaces and marks: others may join a head and its text in another way."""
    text = _squeeze(text)
    return (text[i : i + _SHINGLE] for i in range(max(1, len(text) - _SHINGLE + 1)))

"""The layouts of a school's file -> which of them stands for which layout of the house."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from edu.plan.theme import Frame
from edu.write.pptx.school.holders import Holder, read_holders

Part = Literal["title", "section", "list", "bare"]
How = Literal["mapping", "name", "type", "places", "none"]

PARTS: Mapping[str, Part] = {"Title": "title", "Section": "section", "Points": "list", "Numbered": "list"}
"""What the house's layouts are made of; all others take a layout with a title alone, and bring what stands below."""

_NAMES: Mapping[Part, frozenset[str]] = {
    "title": frozenset((
        "title slide", "标题幻灯片", "標題投影片", "标题页", "封面", "封面页", "titelfolie",
        "diapositive de titre", "diapositiva de título", "slide de título", "diapositiva titolo",
        "タイトル スライド", "제목 슬라이드", "титульный слайд", "otsikkodia", "titeldia",
    )),
    "section": frozenset((
        "section header", "节标题", "章節標題", "章节标题", "节标题页", "过渡页", "章节页",
        "abschnittsüberschrift", "titre de section", "encabezado de sección", "cabeçalho da seção",
        "intestazione sezione", "セクション見出し", "구역 머리글", "заголовок раздела", "osan ylätunniste",
        "sectiekop",
    )),
    "list": frozenset((
        "title and content", "title, content", "标题和内容", "標題及物件", "标题与内容", "正文页", "内容页",
        "titel und inhalt", "titre et contenu", "título y objetos", "título e conteúdo", "titolo e contenuto",
        "タイトルとコンテンツ", "제목 및 내용", "заголовок и объект", "otsikko ja sisältö", "titel en object",
    )),
    "bare": frozenset((
        "title only", "仅标题", "只有標題", "nur titel", "titre seul", "solo el título", "somente título",
        "solo titolo", "タイトルのみ", "제목만", "только заголовок", "vain otsikko", "alleen titel",
    )),
}  # fmt: skip
"""What PowerPoint and LibreOffice call them in some languages."""
_TYPES: Mapping[Part, tuple[str, ...]] = {
    "title": ("title",),
    "section": ("secHead",),
    "list": ("obj", "tx"),
    "bare": ("titleOnly",),
}
_INSTEAD: Mapping[Part, tuple[Part, ...]] = {
    "title": ("section", "bare", "list"),
    "section": ("bare", "title", "list"),
    "list": ("bare",),
    "bare": ("list",),
}
BODIES = ("body", "obj")
OURS = " (edu)"
"""Behind the name of a layout of ours where the school has one of that name."""


@dataclass(frozen=True, slots=True)
class Found:
    """A layout of the school that stands for one of the house, how it was found, and the part that it plays."""

    layout: Any
    how: How
    part: Part


def find_layouts(
    masters: Iterable[Any], house: Iterable[str], mapping: Mapping[str, str], page: Frame
) -> tuple[dict[str, Found], dict[str, str]]:
    """Return the school's layout for each of the house, and what of `mapping` names a layout that there is not."""
    layouts = [(layout, read_holders(layout)) for master in masters for layout in master.slide_layouts]
    kin = _part_by_master(layouts)
    main, content = kin[0], max(kin, key=lambda pairs: _measure_body(pairs, page))
    by_name = {layout.name: layout for layout, _ in reversed(layouts)}
    found, unknown = {}, dict[str, str]()
    parts = {part: _find_part(content if part in ("list", "bare") else main, part, page) for part in _INSTEAD}
    for name in house:
        part = PARTS.get(name, "bare")
        wanted = mapping.get(name, "")
        if wanted and wanted not in by_name:
            unknown[name] = wanted
        own = next((by_name[n] for n in (f"{name}{OURS}", name) if n in by_name), None)
        if wanted in by_name:
            found[name] = Found(by_name[wanted], "mapping", part)
        elif own is not None:
            found[name] = Found(own, "name", part)
        else:
            found[name] = _choose(parts, part) or Found(main[0][0], "none", part)
    return found, unknown


def _part_by_master(layouts: list[tuple[Any, tuple[Holder, ...]]]) -> list[list[tuple[Any, tuple[Holder, ...]]]]:
    """Return the layouts of each master: those of two masters are never mixed where one would do."""
    parted: dict[int, list[tuple[Any, tuple[Holder, ...]]]] = {}
    for pair in layouts:
        parted.setdefault(id(pair[0].slide_master._element), []).append(pair)
    return list(parted.values())


def _measure_body(layouts: list[tuple[Any, tuple[Holder, ...]]], page: Frame) -> float:
    """Return how much of the page the body of a master's layout for lists takes."""
    found = _find_part(layouts, "list", page)
    holders = next((holders for layout, holders in layouts if found and layout is found.layout), ())
    return max((h.frame.w * h.frame.h for h in holders if h.type in BODIES), default=0)


def _choose(parts: Mapping[Part, Found | None], part: Part) -> Found | None:
    if found := parts[part]:
        return found
    other = next((found for instead in _INSTEAD[part] if (found := parts[instead])), None)
    return Found(other.layout, "none", part) if other else None


def _find_part(layouts: list[tuple[Any, tuple[Holder, ...]]], part: Part, page: Frame) -> Found | None:
    """Return the layout that plays a part: by its usual name, by its type, by its placeholders."""
    titled = [(layout, holders) for layout, holders in layouts if has_title(holders)]
    for layout, _ in titled:
        if " ".join(layout.name.casefold().split()) in _NAMES[part]:
            return Found(layout, "name", part)
    for kind in _TYPES[part]:
        for layout, holders in titled:
            if layout._element.get("type") == kind and _could_be(part, holders, page):
                return Found(layout, "type", part)
    for layout, holders in titled:
        if layout._element.get("type") in (None, "cust") and _looks_like(part, holders, page):
            return Found(layout, "places", part)
    return None


def has_title(holders: Iterable[Holder]) -> bool:
    """Return whether there is a place for a title."""
    return any(holder.type in ("title", "ctrTitle") for holder in holders)


def _could_be(part: Part, holders: tuple[Holder, ...], page: Frame) -> bool:
    return part != "list" or _count_bodies(holders, page) == 1


def _looks_like(part: Part, holders: tuple[Holder, ...], page: Frame) -> bool:
    types = {holder.type for holder in holders}
    match part:
        case "title":
            return bool(types & {"ctrTitle", "subTitle"})
        case "list":
            return _count_bodies(holders, page) == 1 and not types & {"pic", "chart", "tbl", "ctrTitle", "subTitle"}
        case "bare":
            return not types - {"title", "ftr", "sldNum", "dt"}
        case "section":
            return False


def _count_bodies(holders: tuple[Holder, ...], page: Frame) -> int:
    """Return how many placeholders take a good part of the page."""
    return sum(h.type in BODIES and h.frame.w * h.frame.h > 0.2 * page.w * page.h for h in holders)

"""What a slide shows by its look -> whether a text says it to who cannot see it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from edu.model.prose import join_trail
from edu.plan.fold import fold_text
from edu.plan.page import Chart, Deck, Drawing, Image, Slide, Table
from edu.plan.theme import Theme
from edu.problems import Code, Problem

MOST = 300
"""Half widths: a letter counts one, an East Asian character two. Longer ones cannot be taken in by ear without a pause."""

_FILE_NAME = re.compile(
    r"(?:.*[/\\])?[^/\\]+\.(?:png|jpe?g|gif|svg|webp|bmp|tiff?|heic|emf|wmf|pdf|pptx?|xlsx?|mp4)"
    r"|(?:img|dsc|dscn|pxl|mvimg|wechatimg|mmexport|screen ?shot|(?:qq|微信|屏幕)(?:截图|图片))[-_ ]*[\d_ .-]{3,}",
    re.IGNORECASE,
)
_KINDS = """image|img|picture|pic|photo|photograph|graphic|figure|fig|illustration|drawing|diagram|chart|graph|table|icon|logo
    screenshot|alt|alt text|description|untitled|placeholder|todo|tbd|test|xxx
    图|图片|图像|照片|相片|插图|配图|示意图|图表|图形|截图|截屏|表|表格|图标|标志|说明|描述|无题|占位|占位符|待补|待定|测试
    圖|圖片|圖像|圖表|圖形|截圖|說明|無題|画像|写真|グラフ|사진|이미지|그림|차트
    bild|foto|abbildung|diagramm|imagen|imagem|gráfico|graphique|immagine|изображение|картинка|фото|график|صورة""".replace(
    "\n    ", "|"
)
_SAYS_NOTHING = re.compile(
    rf"(?:an?|the|der|die|das|la|le|el|una?|这是|一张|一幅)?\s*(?:{_KINDS})\s*[\d一二三四五六七八九十a-z]?"
)


def find_missing_alternatives(deck: Deck, theme: Theme) -> Iterator[Problem]:
    """Yield each picture, chart, table and diagram without a text that says what it shows."""
    for slide in deck.slides:
        for item in slide.items:
            if isinstance(item, Image | Chart | Table | Drawing) and not fold_text(item.alt):
                yield Problem(Code.NO_ALTERNATIVE, slide.trail, {"lang": deck.lang})


def find_poor_alternatives(deck: Deck, theme: Theme) -> Iterator[Problem]:
    """Yield each alternative of an author's that is a file's name, names a kind of thing alone, or is too long for the ear."""
    for slide in deck.slides:
        for item in slide.items:
            if isinstance(item, Image | Chart) and fold_text(item.alt):
                yield from _judge(deck, slide, item.alt)


def _judge(deck: Deck, slide: Slide, alt: str) -> Iterator[Problem]:
    trail, values = join_trail(slide.trail, "alt"), {"lang": deck.lang, "text": alt}
    if _FILE_NAME.fullmatch(alt.strip()):
        yield Problem(Code.ALT_FILE_NAME, trail, values)
    elif _SAYS_NOTHING.fullmatch(fold_text(alt)):
        yield Problem(Code.ALT_SAYS_NOTHING, trail, values)
    width = sum(2 if ord(character) > 0x2E7F else 1 for character in alt)
    if width > MOST:
        most = MOST * len(alt) // width
        yield Problem(Code.ALT_TOO_LONG, trail, {"lang": deck.lang, "length": len(alt), "most": most})

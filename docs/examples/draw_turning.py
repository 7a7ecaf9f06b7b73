"""The words of a language -> the picture of the examples: a Moon that turns as it goes round, and one that does not."""

from __future__ import annotations

import math
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

HERE = Path(__file__).resolve().parent
SCALE = 3
INK, PALE, EARTH, MOON, MARK = "#52606D", "#CBD2D9", "#1F5FA8", "#D9D4C7", "#B4412A"
WORDS = {"zh_CN": ("自转", "不自转", "地球"), "en": ("The Moon turns", "It does not turn", "Earth")}
FACES = {
    "zh_CN": "/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc",
    "en": "/usr/share/fonts/truetype/liberation/LiberationSans-Bold.ttf",
}


def draw_orbit(draw: ImageDraw.ImageDraw, x: int, y: int, *, turning: bool) -> None:
    """Draw the Earth at (x, y) and the Moon at four places round it, with a mark on what was its near side at the first."""
    radius, size, earth = 200 * SCALE, 46 * SCALE, 66 * SCALE
    draw.ellipse((x - radius, y - radius, x + radius, y + radius), outline=PALE, width=3 * SCALE)
    draw.ellipse((x - earth, y - earth, x + earth, y + earth), fill=EARTH)
    for quarter in range(4):
        angle = quarter * math.pi / 2
        mx, my = x + radius * math.cos(angle), y - radius * math.sin(angle)
        draw.ellipse((mx - size, my - size, mx + size, my + size), fill=MOON, outline=INK, width=2 * SCALE)
        facing = angle + math.pi if turning else math.pi
        px, py = mx + size * 0.68 * math.cos(facing), my - size * 0.68 * math.sin(facing)
        dot = 13 * SCALE
        draw.ellipse((px - dot, py - dot, px + dot, py + dot), fill=MARK)


def draw_turning(lang: str) -> Image.Image:
    """Return the picture with the words of `lang`."""
    picture = Image.new("RGB", (1240 * SCALE, 620 * SCALE), "white")
    draw = ImageDraw.Draw(picture)
    words, face = WORDS[lang], ImageFont.truetype(FACES[lang], 34 * SCALE)
    small = ImageFont.truetype(FACES[lang], 26 * SCALE)
    for x, word, turning in ((310, words[0], True), (930, words[1], False)):
        draw.text((x * SCALE, 30 * SCALE), word, fill=INK, font=face, anchor="mm")
        draw_orbit(draw, x * SCALE, 345 * SCALE, turning=turning)
        draw.text((x * SCALE, 345 * SCALE), words[2], fill="white", font=small, anchor="mm")
    return picture.resize((1240, 620), Image.Resampling.LANCZOS)


if __name__ == "__main__":
    for lang in WORDS:
        draw_turning(lang).quantize(64).save(HERE / lang / "content" / "two-faces" / "images" / "turning.png", optimize=True)

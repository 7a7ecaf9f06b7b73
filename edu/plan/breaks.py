"""A text -> the smallest parts between which a line may break: words, East Asian characters, blanks (W3C clreq, basic level).

Where renderers differ, the fewer places count: one that breaks at more of them never needs more lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

SOFT_HYPHEN = "\u00ad"
_HARD_BLANKS = "\u00a0\u2007\u202f\u2060"
_NOT_AT_START = frozenset(
    "。，、．；：？！‼⁇⁈⁉）」』】〕》〉〗〙〛｝］｠﹂﹄〞〟…‥—～〜·・‧／\u3000々〻ゝゞヽヾーｰ゛゜％‰℃′″"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ"
    f"”’,.;:?!)]}}%°›»{_HARD_BLANKS}"
)
_NOT_AT_END = frozenset(f"（「『【〔《〈〖〘〚｛［｟﹁﹃〝“‘([{{‹«¥￥$＄£￡€#＃№{_HARD_BLANKS}")

_OPENS, _CLOSES = frozenset("（「『【〔《〈〖〘〚｛［｟“‘"), frozenset("。，、．）」』】〕》〉〗〙〛｝］｠”’")
"""Marks that some renderers keep with the letter or digit of a word outside them, as older versions of UAX 14 did."""

_EACH = "\u2e80-\u303f\u3040-\u312f\u3190-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
"""East Asian characters between which a line may break. Korean words stay whole: some renderers keep them so."""
_IS_EACH = re.compile(f"[{_EACH}]")
_MAY_CUT = re.compile(f"[{_EACH}\u0e00-\u0eff\u1000-\u11ff\u1780-\u17ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff]")
_IS_PICTURE = re.compile("[\u200d\u20e3\u2600-\u27bf\u2b00-\u2bff\ufe0f\U0001f000-\U0001faff]")
"""Emoji and what they are joined with: some renderers break no line beside them."""
_BLANK = f"[^\\S\v\u3000{_HARD_BLANKS}]"
_IS_BLANK = re.compile(_BLANK)
_PARTS = re.compile(f"\v|{_BLANK}+|[{_EACH}]|\u200b|(?:[^\\s{_EACH}\u200b]|[{_HARD_BLANKS}])+")
_IN_WORD = re.compile("(?<=[^-–—‐][-–‐])(?=[^\\W\\d])|(?<=—)(?=[^\\W\\d])|(?<=\u00ad)(?=.)")
_IN_ADDRESS = re.compile("(?<=[-–/?&])(?=[^\\W\\d])")
_ADDRESS = re.compile(r"://|^www\.|.@.+\.")
_LONG = 16
"""A word with slashes that has more characters breaks after them; `km/h` and `und/oder` do not."""


def cut_text(text: str) -> Iterator[str]:
    """Yield the parts of `text`: words, cut after their hyphens; single East Asian characters; blanks; breaks."""
    for part in _PARTS.findall(text):
        if len(part) == 1 or _IS_BLANK.match(part):
            yield part
        else:
            yield from (_IN_ADDRESS if _has_address(part) else _IN_WORD).split(part)


def _has_address(word: str) -> bool:
    return _ADDRESS.search(word) is not None or (len(word) > _LONG and "/" in word)


def is_blank(part: str) -> bool:
    """Whether a part is white space that is lost at a line's end."""
    return _IS_BLANK.match(part) is not None


def is_each(char: str) -> bool:
    """Whether a line may break before and after `char`, but for kinsoku."""
    return _IS_EACH.match(char) is not None


def may_cut(part: str) -> bool:
    """Whether a part that is wider than a line may be cut inside: an address, or text of a script without blanks."""
    return _MAY_CUT.search(part) is not None or _ADDRESS.search(part) is not None


def _is_letter(char: str) -> bool:
    return char.isalnum() and not _MAY_CUT.match(char)


def holds_together(before: str, after: str) -> bool:
    """Whether no line may break between two parts that no blank divides: kinsoku, or one word in two styles."""
    last, first = before[-1], after[0]
    if first in _NOT_AT_START or last in _NOT_AT_END:
        return True
    if _IS_PICTURE.match(first) or _IS_PICTURE.match(last):
        return True
    if last == "/" and is_each(first):
        return True
    if (last in _CLOSES and _is_letter(first)) or (_is_letter(last) and first in _OPENS):
        return True
    if first == "\u200b" or last in ("\u200b", SOFT_HYPHEN) or is_each(first) or is_each(last):
        return False
    return not (last in "-–—‐/?&" and len(before) > 1 and first.isalpha())

"""A text -> its width, its words, its numbers: what the rules of the item linter count and compare."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from edu.check.items.tongue import Tongue
from edu.plan.fold import fold_text

HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_TOKEN = re.compile(rf"[{HAN}]+|[^\W\d_{HAN}]+(?:['’][^\W\d_{HAN}]+)?")
_READ = re.compile(rf"[{HAN}]|[^\W{HAN}]+(?:['’.,:-][^\W{HAN}]+)*")
_NARROW = rf"[^\W{HAN}]"
_JOINT = re.compile(r"(?<=[^\W\d]{2})-(?=[^\W\d]{2})")
_QUOTES = re.compile("[\"'()\\[\\]《》〈〉【】]")
_THOUSANDS = re.compile(r"(?<=\d)[,\u00a0\u202f](?=\d{3}(?!\d))")
_UNIT = re.compile(r"(?<=\d) (?=[^\W\d]|[%°])")
NUMBER = r"[-−]?\d+(?:\.\d+)?"


def measure_cells(text: str) -> int:
    """Return how many cells `text` takes: an East Asian character two, a mark that stands on another none."""
    return sum(_width(char) for char in text)


def _width(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def count_reading(text: str) -> tuple[int, bool]:
    """Return how many words and East Asian characters `text` has, and whether most of them are such characters."""
    parts = _READ.findall(text)
    wide = sum(len(part) == 1 and part > "\u2e7f" for part in parts)
    return len(parts), wide * 2 > len(parts)


@lru_cache(maxsize=20_000)
def list_words(text: str, tongue: Tongue) -> tuple[str, ...]:
    """Return the content words of `text` in their order: words without their endings, and pairs of Chinese characters."""
    words: list[str] = []
    for token in _TOKEN.findall(unicodedata.normalize("NFKC", text).lower()):
        if token[0] > "\u33ff":
            pairs = pairwise(token)
            words += ["" if {a, b, a + b} & tongue.stops else a + b for a, b in pairs] + [""]
        else:
            bare = re.sub("['’].*", "", token)
            words.append(tongue.stem(bare) if bare not in tongue.stops and len(bare) > 1 else "")
    return tuple(words)


def share_words(text: str, other: frozenset[str], tongue: Tongue) -> tuple[str, ...]:
    """Return the words of `text` that are in `other`, each once; of pairs that share a character, the first."""
    shared: list[str] = []
    taken = False
    for word in list_words(text, tongue):
        taken = bool(word) and word in other and not (taken and len(word) == 2 and word[0] > "\u33ff")
        shared += [word] if taken and word not in shared else []
    return tuple(shared)


def join_thousands(text: str) -> str:
    """Return `text` with nothing between the thousands of its numbers."""
    return _THOUSANDS.sub("", text)


def squeeze(text: str) -> str:
    """Return `text` as two choices are compared: folded, without quotes, and with one way to write a number and a compound."""
    folded = _UNIT.sub("", _THOUSANDS.sub("", fold_text(text)))
    return " ".join(_JOINT.sub(" ", _QUOTES.sub("", folded)).split()) or folded


_QUOTED = re.compile(r"“[^”]*”|‘[^’]*’|\"[^\"]*\"|「[^」]*」|『[^』]*』|(?<!\w)'[^']{1,60}'(?!\w)")
_FORMULA = re.compile(r"[\d=<>^*×÷±+−|]|\w\(")
_RAISED = re.compile("[⁰¹²³⁴-⁹]+")
_CODE = re.compile(r"[A-Za-z]{1,2}\d*|\w*[a-z][A-Z]\w*(?:\(.*\))?")
"""A symbol or a name in code, in which capitals matter: mW and MW, userName and username."""


def hide_quotes(text: str) -> str:
    """Return `text` with nothing in its quotation marks: what it does not say itself."""
    return _QUOTED.sub(lambda found: found[0][0] + "*" * (len(found[0]) - 2) + found[0][-1], text)


def read_alike(text: str, *, exact: bool) -> str:
    """Return what two choices that read alike share: as `squeeze` does, but with the marks and capitals that matter.

    `exact` keeps all of them: the question is about these.
    """
    raised = _RAISED.sub(lambda found: f"^{found[0]}", text)
    plain = " ".join(unicodedata.normalize("NFKC", raised).replace("\u2010", "-").split())
    if exact or _CODE.fullmatch(plain):
        return plain
    folded = fold_text(plain)
    bare = folded[1:-1] if len(folded) > 2 and folded[0] == folded[-1] == "'" else folded
    marked = bare if _FORMULA.search(bare) else re.sub(r"[()\[\]]", "", bare)
    even = _UNIT.sub("", _THOUSANDS.sub("", re.sub('["《》〈〉【】]', "", marked)))
    return " ".join(_JOINT.sub(" ", even).split()) or folded


def holds(text: str, part: str) -> bool:
    """Return whether `part` stands in `text` as it is, not inside a longer word or number."""
    whole, piece = squeeze(text), squeeze(part)
    if not piece:
        return False
    before = r"(?<![\dA-Za-z])(?<!\d[.,])" if piece[0].isdigit() else f"(?<!{_NARROW})" if _is_narrow(piece[0]) else ""
    after = r"(?![\d%]|[.,]\d)" if piece[-1].isdigit() else f"(?:s|es)?(?!{_NARROW})" if _is_narrow(piece[-1]) else ""
    return piece in whole and bool(re.search(before + re.escape(piece) + after, whole))


def _is_narrow(char: str) -> bool:
    return char.isalpha() and char < "\u2e80"


def find_repeated(texts: Sequence[str]) -> str:
    """Return what all of `texts` start with, or end with: at least three words or four East Asian characters; else nothing."""
    parts = [_READ.findall(text) for text in texts]
    if len(parts) < 2 or any(len(part) < 2 for part in parts) or all(part == parts[0] for part in parts):
        return ""
    for turned in (False, True):
        rows = [part[::-1] if turned else part for part in parts]
        same = 0
        while all(len(row) > same + 1 and row[same] == rows[0][same] for row in rows):
            same += 1
        shared = rows[0][:same][::-1] if turned else rows[0][:same]
        wide = sum(part > "\u2e7f" for part in shared)
        if wide >= 4 or same - wide >= 3:
            return "".join(shared) if wide == same else " ".join(shared)
    return ""

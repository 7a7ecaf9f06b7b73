"""A text and its translation -> marks at their ends that differ in kind, and brackets and quotes that are no pairs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from edu.check.translations.bitext import Pair, Side
from edu.check.translations.profile import find_profile
from edu.problems import N_, Code, Problem

_NO_MARK = "–"
_ENDS = {
    **dict.fromkeys(".。．｡।۔။។։", "."),
    **dict.fromkeys("?？؟", "?"),
    **dict.fromkeys("!！", "!"),
    **dict.fromkeys(":：", ":"),
    **dict.fromkeys(";；؛", ";"),
    **dict.fromkeys(",，、،", ","),
    **dict.fromkeys("…⋯", "…"),
    **dict.fromkeys("—–―", "—"),
}
"""The marks at the end of a text by their kinds."""
_STARTS = {**dict.fromkeys("…⋯", "…"), **dict.fromkeys("—–―", "—"), **dict.fromkeys("•·▪●", "•"), **dict.fromkeys("→⇒➜", "→")}
_STARTS |= {**dict.fromkeys("(（[［【〔", "("), ".": "…"}
_QUOTES = "\"'“”„‘’‚«»‹›「」『』《》〈〉"
"""What some language puts at either end of a quotation."""
_CLOSING = f" \u00a0\u202f\u3000*_{_QUOTES})）]］】〕"
_OPENING = f" \u00a0\u202f\u3000*_{_QUOTES}¿¡"
_SHORT = re.compile(r"(?:\b[A-Za-z]\.){2,}$|\b(?:jr|sr|etc|inc|ltd|co|corp|st|dr|mr|mrs|vs|no|al|usw|z\.B|approx|est)\.$", re.I)
"""An abbreviation, after whose point a sentence has none of its own."""
_TAIL = 12
"""So many characters are looked at for one."""
_ASKS = re.compile(
    "什么|怎[么样]|哪|谁|吗|呢$|几[个种条次年位点]|多[少久远大长高快重]|为何|如何|是否|何[时处以]|还是|(.)不\\1|什麼|怎麼|誰|嗎|為何|還是"
    "|か[なね]?$"
)
"""What asks without a mark: in Chinese as in its headings, in Japanese as in its sentences."""
_ASKING = "?!？！؟"
_QUOTED_END = re.compile(f'[{"".join(_ENDS)}]{{1,3}}[ \u00a0\u202f*_]{{0,3}}["”“’»«›‹」』][{re.escape(_CLOSING)}]*')
"""The mark that a quotation ends with itself, and what closes it."""
_SENTENCE = re.compile(r"[。！？!?]|\.\s")
_ASKS_IN_ENGLISH = re.compile(r"\b(?:how|what|why|which|who|whom|whose|when|where|whether)\b", re.IGNORECASE)


def find_other_marks(pair: Pair) -> Iterator[Problem]:
    """Yield a translation of which a paragraph starts or ends with a mark of another kind than that of the text."""
    if pair.answers or not pair.target.plain:
        return
    source, target = pair.source.plain.split("\n"), pair.target.plain.split("\n")
    if len(source) != len(target):
        source, target = source[-1:], target[-1:]
    for one, two in zip(source, target, strict=True):
        kinds = _read_end(one, pair.source.lang), _read_end(two, pair.target.lang)
        if not (_agree(kinds, one, two) or _agree_in_quotation(pair, kinds, one, two)) and _have_ends(pair):
            yield _tell(pair, N_("the text and its translation end in different ways"), kinds)
            return
        starts = _read_start(one), _read_start(two)
        if starts[0] != starts[1]:
            yield _tell(pair, N_("the text and its translation begin in different ways"), starts)
            return


def _have_ends(pair: Pair) -> bool:
    return find_profile(pair.source.lang).ends and find_profile(pair.target.lang).ends


def _tell(pair: Pair, reason: str, kinds: tuple[str, str]) -> Problem:
    one, two = (kind or _NO_MARK for kind in kinds)
    return pair.tell(Code.TRANSLATION_PUNCTUATION, reason=reason, source=pair.source.lang, one=one, other=two)


def _read_end(text: str, lang: str) -> str:
    """Return the kind of the mark that `text` ends with, before quotes and brackets that close; nothing where it has none."""
    bare = text.rstrip(_CLOSING)
    if bare.endswith(";") and lang.partition("_")[0] == "el":
        return "?"
    if bare.endswith("..."):
        return "…"
    marks = bare[len(bare.rstrip(_ASKING)) :]
    return "?" if "?" in {_ENDS[mark] for mark in marks} else _ENDS.get(bare[-1:], "")


def _read_start(text: str) -> str:
    bare = text.lstrip(_OPENING)
    return "" if bare[:1] == "." and not bare.startswith("...") else _STARTS.get(bare[:1], "")


def _agree(kinds: tuple[str, str], source: str, target: str) -> bool:
    """Return whether the ends are of one kind: headings and hints may ask without a mark, and an abbreviation has a point."""
    if kinds[0] == kinds[1]:
        return True
    texts = dict(zip(kinds, (source.rstrip(_CLOSING), target.rstrip(_CLOSING)), strict=True))
    if "?" in kinds and set(kinds) <= {"", ".", "?"}:
        last = _SENTENCE.split(next(texts[kind] for kind in kinds if kind != "?").rstrip(f".。{_CLOSING}"))[-1]
        return bool(_ASKS.search(last) or _ASKS_IN_ENGLISH.search(last))
    return set(kinds) == {"", "."} and bool(_SHORT.search(texts["."][-_TAIL:]))


def _agree_in_quotation(pair: Pair, kinds: tuple[str, str], source: str, target: str) -> bool:
    """Return whether one text ends with a quotation's own mark, and the other has that one before the end of its sentence."""
    (one, one_last), (two, two_last) = _read_quotations(source, pair.source.lang), _read_quotations(target, pair.target.lang)
    return (one_last and kinds[1] in ("", ".") and kinds[0] in two) or (two_last and kinds[0] in ("", ".") and kinds[1] in one)


def _read_quotations(text: str, lang: str) -> tuple[list[str], bool]:
    """Return the kinds of the marks that quotations in `text` end with, and whether the last one ends the text."""
    found = [*_QUOTED_END.finditer(text)]
    return [_read_end(one.group(), lang) for one in found], bool(found) and found[-1].end() == len(text)


# --- pairs -------------------------------------------------------------------------------------------------------------

_PAIRS = {
    "(": ")",
    "（": "）",
    "[": "]",
    "［": "］",
    "【": "】",
    "{": "}",
    "「": "」",
    "『": "』",
    "《": "》",
    "〈": "〉",
    "“": "”",
    "„": "“”",
}
"""What opens a pair, and what may close it."""
_OPEN = {close: start for start, closing in _PAIRS.items() for close in closing if close not in _PAIRS}
_NARROW = str.maketrans("（）［］", "()[]")
_LISTED = re.compile(
    r"(?:^|(?<=[\s:：,，;；、。(（]))(?:\d{1,3}|[A-Za-z]|[ivx]{1,5}|[一二三四五六七八九十甲乙丙丁]{1,3})[)）]", re.MULTILINE
)
"""A number or letter of a list, with a bracket behind it alone."""
_INTERVAL = re.compile(r"[(\[]\s*[-+−]?[\d.∞]+\s*[,，;]\s*[-+−]?[\d.∞]+\s*[)\]]")
_FACE = re.compile(r"[:;]-?[()]")
_STRAIGHT = re.compile(r'(?<!\d)"')
_DOUBLE = re.compile('["“”„]')
_GERSHAYIM = re.compile(f"(?<=[א-ת]){_DOUBLE.pattern}(?=[א-ת])")
"""The mark of a Hebrew abbreviation, which looks like a quotation mark, and stands where one may stand behind a prefix."""


def find_open_brackets(pair: Pair) -> Iterator[Problem]:
    """Yield a bracket or quote of the translation without its other half, or with one of another width."""
    found = _find_odd(pair.target)
    if found and not _find_odd(pair.source):
        reason, mark = found
        yield pair.tell(Code.TRANSLATION_BRACKETS, reason=reason, mark=mark)


def _find_odd(side: Side) -> tuple[str, str] | None:
    """Return what is wrong with the brackets and quotes of a text, and with which of them."""
    text = _FACE.sub(" ", _INTERVAL.sub(" ", side.plain))
    if _GERSHAYIM.search(text):
        text = _DOUBLE.sub(" ", text)
    turned = find_profile(side.lang).turned
    for paragraph in text.split("\n"):
        if found := _match(paragraph, turned) and _match(_LISTED.sub(" ", paragraph), turned):
            return found
    return (N_("it has no other half"), '"') if len(_STRAIGHT.findall(text)) % 2 else None


def _match(text: str, turned: str) -> tuple[str, str] | None:
    """Return what is wrong with the pairs of `text`, in a language where a quotation that ” opens ends with `turned`."""
    pairs = {**_PAIRS, "”": turned} if turned else _PAIRS
    waiting: list[str] = []
    for char in text:
        if waiting and char in pairs[waiting[-1]]:
            waiting.pop()
        elif char in pairs:
            waiting.append(char)
        elif char in _OPEN:
            start = waiting.pop() if waiting else ""
            if start.translate(_NARROW) == _OPEN[char].translate(_NARROW):
                return N_("its other half is of another width"), start
            return N_("it has no other half"), start or char
    return (N_("it has no other half"), waiting[-1]) if waiting else None

"""The texts of a lesson or a quiz in one language -> links, lists and capitals that are hard to hear or to read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from edu.model.inline import parse_inline
from edu.model.prose import Node, Notes, Plain, Prose, list_prose
from edu.plan.fold import fold_text
from edu.problems import Code, Problem, Problems

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_NOWHERE = frozenset(
    """here|click|click here|tap here|press here|this|this link|this page|this website|this site|this article|link|links
    url|website|web page|page|more|see more|read more|learn more|find out more|more info|more information|info|details
    这里|此处|这|点|点击|点这里|点此|点击这里|点击此处|点我|戳这里|看这里|见这里|请看这里|这个链接|链接|此链接|网址|网站|网页
    网页链接|原文|原文链接|更多|查看|查看更多|查看详情|阅读更多|阅读全文|了解更多|更多信息|详情|详见|详见这里
    這裡|此處|點擊|點此|點這裡|點擊這裡|點擊此處|連結|鏈接|網址|網站|網頁|閱讀更多|詳情
    こちら|ここ|ここをクリック|リンク|詳細|もっと見る|続きを読む|여기|여기를클릭|링크|더보기|자세히
    hier|hier klicken|klicken sie hier|mehr|weiterlesen|ici|cliquez ici|lien|en savoir plus|lire la suite|aquí|haga clic aquí
    haz clic aquí|enlace|más|más información|leer más|aqui|clique aqui|saiba mais|leia mais|qui|clicca qui
    здесь|тут|ссылка|нажмите здесь|подробнее|هنا|اضغط هنا|رابط|المزيد""".replace("\n    ", "|").split("|")
)
_SIGN = re.compile(r"[•●○■□◆◇▪▫‣∙·]\s*|[-–—*]\s+")
_COUNT = re.compile(
    r"[(（]?(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})[.、．)）](?!\d)|[A-Ha-h][.、．)）](?![A-Za-z]))\s*|[①-⑳❶-❿](?!\s*(?:[①-⑳❶-❿、和与]|$))\s*"
)
_ITEM = re.compile(r"(.*[.#](?:points|steps|prompts|objectives|choices|items|rubric))\[[^\]]*\](?:\.(?:text|head))?")
_CAPITAL_WORDS, _CAPITALS = 4, 16
"""From how many words, and letters, on a text in capitals is more than names and abbreviations."""
_WORD = re.compile(r"[^\W\d_]{2,}")


def check_texts(node: Node, trail: str) -> Problems:
    """Return what every rule finds in the texts below `node`, which stands at `trail`; what a teacher says is left alone."""
    texts = [(at, text) for at, text in list_prose(node, trail) if not isinstance(text, Notes)]
    return (*_find_vague_links(texts), *_find_typed_lists(texts), *_find_capitals(texts))


Texts = Sequence[tuple[str, Prose]]


def _find_vague_links(texts: Texts) -> Iterator[Problem]:
    """Yield each link whose words are an address, or the same for every link: they are read out alone, in a list of links."""
    for trail, text in texts:
        for words in _list_links(text):
            if _ADDRESS.fullmatch(words.strip()) or fold_text(words) in _NOWHERE:
                yield Problem(Code.LINK_TEXT, trail, {"text": words})


def _list_links(text: Prose) -> Iterator[str]:
    """Yield the words of each link; neighbouring parts that lead to one place are one."""
    words, href = "", ""
    for part in (*parse_inline(text), None) if "](" in text and not isinstance(text, Plain) else ():
        if href and (part is None or part.href != href):
            yield words
            words = ""
        href = part.href if part else ""
        words += part.text if part and href else ""


def _find_typed_lists(texts: Texts) -> Iterator[Problem]:
    """Yield each item of a list that starts with a typed bullet, or with a number or a letter as another of its list does."""
    lists: dict[str, list[tuple[str, Prose]]] = {}
    for trail, text in texts:
        if found := _ITEM.fullmatch(trail):
            lists.setdefault(found.group(1), []).append((trail, text))
    for items in lists.values():
        signed, counted = ([(at, found) for at, text in items if (found := mark.match(text))] for mark in (_SIGN, _COUNT))
        for trail, found in (*signed, *(counted if len(counted) > 1 else ())):
            yield Problem(Code.TYPED_LIST, trail, {"mark": found.group().strip()})


def _find_capitals(texts: Texts) -> Iterator[Problem]:
    """Yield each text that has several words, and all in capitals."""
    for trail, text in texts:
        shown = "".join(part.text for part in parse_inline(text) if not part.code) if text.upper() == text else ""
        words = _WORD.findall(shown)
        letters = "".join(words)
        if len(words) >= _CAPITAL_WORDS and len(letters) >= _CAPITALS and all(letter.isupper() for letter in letters):
            yield Problem(Code.ALL_CAPITALS, trail, {"text": shown[:60]})

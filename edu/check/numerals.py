"""A text -> the numbers that it says in words, as far as the words of its language are known, and those that are certain."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

from edu.check.clocks import find_clocks, list_hours
from edu.check.english import find_english, read_english, write_english
from edu.check.han import find_certain, read_han, write_han
from edu.check.values import Number


@lru_cache(maxsize=8192)
def list_numerals(text: str, lang: str) -> frozenset[str]:
    """Return the numbers that `text`, in the gettext language `lang`, says in words; of a long one its parts, too."""
    read = _READERS.get(lang.partition("_")[0])
    return frozenset((*read(text), *list_hours(text))) if read else frozenset()


def knows_numerals(lang: str) -> bool:
    """Return whether the words for numbers of the gettext language `lang` are known."""
    return lang.partition("_")[0] in _READERS


def list_certain(text: str, lang: str) -> Iterator[Number]:
    """Yield the numbers that `text`, in the gettext language `lang`, is certain to say in words, where that is known."""
    if not knows_certain(lang):
        return
    yield from _FINDERS[lang.partition("_")[0]](text)
    for clock in find_clocks(text):
        if not clock.digits and clock.minute:
            yield Number(clock.found[0], frozenset(clock.values), frozenset(clock.pairs))


def knows_certain(lang: str) -> bool:
    """Return whether it is known which words of the gettext language `lang` are certain to be numbers."""
    return lang.partition("_")[0] in _FINDERS


def write_digits(text: str, lang: str) -> str:
    """Return `text`, in the gettext language `lang`, with the whole numbers that it says in words written in digits."""
    match lang.partition("_")[0]:
        case "zh":
            return write_han(text)
        case "en":
            return write_english(text)
        case _:
            return text


_READERS: dict[str, Callable[[str], Iterator[str]]] = {"zh": read_han, "ja": read_han, "en": read_english}
_FINDERS: dict[str, Callable[[str], Iterator[Number]]] = {"zh": find_certain, "en": find_english}

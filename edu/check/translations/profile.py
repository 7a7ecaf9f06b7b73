"""A language -> how it is written, as far as the checks of a translation know."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from edu.model.inline import OPAQUE
from edu.model.locale import UNSPACED, script_of

LATIN = "A-Za-zÀ-ÖØ-öø-ɏ"
LATIN_WORD = rf"[{LATIN}]+(?:['’-][{LATIN}]+)*"

_REPEATED: dict[str, str] = {
    "en": "had that ha ho no yes bye tut so very really there well yo hip hush knock choo never ever long many more again far",
    "de": "die der das den dem sie",
    "fr": "nous vous",
    "es": "poco",
    "it": "via piano così",
    "pt": "quase logo",
    "nl": "dat die",
}
"""Words that rightly stand twice in a row."""
_TURNED = {**dict.fromkeys(("fi", "he", "lag", "rn", "se", "sn", "sv", "yi"), "”"), **dict.fromkeys(("ar", "syr", "ur"), "“")}
"""What ends a quotation that ” opens, in the languages where CLDR 48 has it so (`quotationStart`, `quotationEnd`)."""


@dataclass(frozen=True, slots=True)
class Profile:
    """How a language is written.

    `wide`: it is written with Chinese characters, and its marks are as wide as they are and have no space beside them.
    `quotes` are what it puts round a quotation, where the checks hold it to one kind; `turned` ends one that ” opens, where
    such a one is known. `repeated` are words that may stand twice in a row, None where nothing is known of it. `before` are
    the marks that have a space before them. `ends`: its sentences end with a mark.
    """

    lang: str
    wide: bool
    quotes: str = ""
    turned: str = ""
    repeated: Collection[str] | None = None
    before: str = ""
    ends: bool = True


@cache
def find_profile(lang: str) -> Profile:
    """Return how the gettext language `lang` is written."""
    base, script = lang.partition("_")[0], script_of(lang)
    quotes = {"Hans": "“”", "Hant": "「」", "Jpan": "「」"}.get(script, "")
    repeated = frozenset(_REPEATED[base].split()) if base in _REPEATED else None
    before = ";:!?»" if base == "fr" else ""
    return Profile(lang, script in UNSPACED, quotes, _TURNED.get(base, ""), repeated, before, script != "Thai")


_ROW = re.compile(r"[!-~]{4,}(?:(?<=[/?=&#])[^\s，。、；：？！（）《》「」“”]*)?")
_ADDRESS = re.compile(r"://|^www\.|@[\w-]+\.|\.(?:com|org|net|edu|cn|io|ai)(?:/|$)|\.\w{1,8}/")


def hide_addresses(text: str) -> str:
    """Return `text` with a word for each address in it, which is the same in all languages."""
    return _ROW.sub(lambda found: "w" if _ADDRESS.search(found.group()) else found.group(), text)


def cut_round(text: str, found: re.Match[str] | None) -> str:
    """Return what was found in `text` with what stands round it, for a problem to show."""
    return text[max(0, found.start() - 8) : found.end() + 8].replace(OPAQUE, "…").replace("\n", " ").strip() if found else ""

"""gettext names of languages -> BCP 47 tags and scripts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Literal

Script = Literal["Latn", "Hans", "Hant", "Jpan", "Kore", "Arab", "Hebr", "Cyrl", "Grek", "Deva", "Thai"]

_SCRIPTS: dict[str, Script] = {
    "zh": "Hans",
    "ja": "Jpan",
    "ko": "Kore",
    "ar": "Arab",
    "fa": "Arab",
    "ur": "Arab",
    "he": "Hebr",
    "ru": "Cyrl",
    "uk": "Cyrl",
    "bg": "Cyrl",
    "el": "Grek",
    "hi": "Deva",
    "th": "Thai",
}
_REGIONS = {
    "zh": "CN", "en": "US", "ja": "JP", "ko": "KR", "ar": "SA", "de": "DE", "fr": "FR", "es": "ES", "pt": "PT", "it": "IT",
    "ru": "RU", "fi": "FI", "nl": "NL", "he": "IL", "fa": "IR", "hi": "IN", "th": "TH", "vi": "VN", "pl": "PL", "uk": "UA",
}  # fmt: skip
EAST_ASIAN: frozenset[Script] = frozenset({"Hans", "Hant", "Jpan", "Kore"})
UNSPACED: frozenset[Script] = frozenset({"Hans", "Hant", "Jpan"})
"""East Asian scripts that put no blank between words; their marks are as wide as a character."""
RIGHT_TO_LEFT: frozenset[Script] = frozenset({"Arab", "Hebr"})

NAME = "[a-z]{2,3}(_[A-Z][a-z]{3})?(_[A-Z]{2})?"
"""A gettext name, as a pattern: a language, perhaps a script, perhaps a region."""

PSEUDO = ("en_XA", "ar_XB")
"""Languages that nobody speaks and every course can be built in: what looks at home in them will do so in others."""


def is_name(text: str) -> bool:
    """Return whether `text` looks like a gettext name; there need be no such language."""
    return bool(re.fullmatch(NAME, text))


def spell_name(name: str) -> str:
    """Return the name of a language in anybody's spelling (`zh-hant`, `pt_br.UTF-8`) with the capitals of a gettext name."""
    base, *rest = re.split("[-_]", re.split("[.@]", name)[0])
    return "_".join([base.lower(), *(part.title() if len(part) == 4 else part.upper() for part in rest)])


def find_alike(name: str, known: Iterable[str]) -> str | None:
    """Return the one of the gettext names `known` that `name` (`zh_cn`, `zh-Hans`) means, or else has the language of."""
    names, wanted = tuple(known), name.replace("-", "_").lower()
    exact = [lang for lang in names if wanted == lang.lower()]
    alike = [lang for lang in names if wanted.split("_")[0] == lang.split("_")[0].lower()]
    return next(iter((*exact, *alike)), None)


@cache
def script_of(lang: str) -> Script:
    """Return the script (ISO 15924) that the gettext language `lang` is written in."""
    base, *rest = lang.split("_")
    if base == "zh" and "Hans" not in rest and ("Hant" in rest or {"TW", "HK", "MO"} & set(rest)):
        return "Hant"
    return _SCRIPTS.get(base, "Latn")


def direction_of(lang: str) -> Literal["ltr", "rtl"]:
    """Return which way the gettext language `lang` is written."""
    return "rtl" if script_of(lang) in RIGHT_TO_LEFT else "ltr"


def web_tag(lang: str) -> str:
    """Return the BCP 47 tag for a page: `zh_CN` -> `zh-Hans`, `zh_TW` -> `zh-Hant`, `pt_BR` -> `pt-BR`."""
    base = lang.split("_", maxsplit=1)[0]
    return f"{base}-{script_of(lang)}" if base == "zh" else lang.replace("_", "-")


def office_tag(lang: str) -> str:
    """Return the BCP 47 tag with a region, as Office writes it: `zh_CN` -> `zh-CN`, `en` -> `en-US`."""
    parts = lang.split("_")
    regions = [part for part in parts[1:] if len(part) == 2]
    region = regions[0] if regions else _REGIONS.get(parts[0], "")
    return f"{parts[0]}-{region}" if region else parts[0]
